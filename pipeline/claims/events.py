"""The words for what happens on a date: tables of patterns that tell a premiere from a trailer, and an old date from a new one."""

import re

from pipeline.claims.numbers import ORDINAL
from pipeline.claims.places import MACHINES, TERRITORIES
from pipeline.terms import Terms

FIRST = re.compile(
    r"\b(?:premier(?:e[sd]?|ing)|debut(?:s|ed|ing)?|returns?|takes? (?:place|(?:the|its|a|over the) [\w ]{0,20}(?:slot|place))|(?:first|opening) episode|episode (?:1|one)\b|(?:begin|start|commenc|kick)\w*\s+(?:off\s+)?(?:airing|streaming|broadcast\w*|its (?:run|broadcast)|on\b|in\b|this|next|from)|began|started|begins|starts|beginning|starting|begin|start|kick(?:s|ed)? off|bow(?:s|ed)"
    r"|air(?:s|ed|ing)?|broadcast(?:s|ing)?|stream(?:s|ed|ing)?|launch(?:es|ed|ing)?|release[sd]?|arriv(?:e|es|ed|ing)|land(?:s|ed|ing)?|drop(?:s|ped)?|hit(?:s|ting)?|com(?:e|es|ing)|came|available|goes out|went out|runs?|ran|out|on air|shown|will be on|rolls? out|ships|lineup|line-up|slate|simulcast(?:s|ing)?|date)\b",
    re.IGNORECASE,
)
LAST = re.compile(
    r"\b(?:finale|(?:final|last|closing|concluding) (?:episode|instal?lment|chapter)|end(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|wrap(?:s|ped|ping)? up|wrap(?:s|ped)|finish(?:es|ed|ing)?|until|through|com(?:es|e) to (?:an end|a close)|came to (?:an end|a close)|dr[ea]ws? to a close|drew to a close|bows out|signs? off|close[sd])\b",
    re.IGNORECASE,
)
OUT = re.compile(
    r"\b(?:releas(?:e|es|ed|ing)|launch(?:es|ed|ing)?|com(?:e|es|ing)|came|out|open(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|land(?:s|ed|ing)?|drop(?:s|ped)?|hit(?:s|ting)?|premier(?:e[sd]?|ing)|debut(?:s|ed)?|available|reach(?:es|ed)?|in (?:[\w.]+ ){0,3}(?:cinemas|theaters|theatres)|date|ships|shipped|bow(?:s|ed)|head(?:s|ing)|enter(?:s|ed)|leav(?:es|ing)|due|lineup|slate|on sale)\b",
    re.IGNORECASE,
)
SET = re.compile(
    r"\b(?:set|slated|scheduled|expected|due|delayed|pushed(?: back)?|moved|postponed|brought forward|slip(?:s|ped)?|shift(?:s|ed)|dated|planned|confirmed|bumped|rescheduled)\s+(?:\w+\s+){0,2}(?:for|to|until|on|forward|in)\b|\bnow\b|\bdelayed\b|\bpostponed\b|\bpushed\b|\bmoved\b|\bslips\b|\bnew date\b|\b(?:due|set|slated|scheduled|planned|expected|coming|dated)\s*$|\bdated?\b",
    re.IGNORECASE,
)
NOT_IT = re.compile(
    r"\b(?:trailers?|teasers?|pvs?|promo\w*|visuals?|posters?|clips?|songs?|singles?|albums?|soundtracks?|ost|panels?|events?|exhibit\w*|conventions?|expo|tickets?|interviews?|articles?|reviews?|podcasts?|rerun\w*|re-?air\w*|repeats?|repeated|rebroadcast\w*|marathon|encore|re-?releas\w*|re-?issue\w*|restor\w+|remaster\w*|back in (?:cinemas|theat\w+)|manga|serial\w+|publish\w+|publication|web ?series|web ?comics?|webtoon|novels?|volumes?|books?|figures?|merchandise|pop-up|caf[eé]|concerts?|stage play|patch\w*|updates?|dlc|expansion|beta"
    r"|livestreams?|live ?streams?|showcase|announcement|speaking|recorded|born|died|pre-?orders?|sale|auditions?|production (?:began|started)|filming|shoot|shot|development|voting|poll|casting|embargo|magazine|issue|licen[sc]ed?|acquired|confirmed on|founded|established|next episode|new episodes?|weekly|recap|opening theme|ending theme|this interview|translation|survey|production of|puts?|recording|hiatus|break|halfway|added|lifts?)\b",
    re.IGNORECASE,
)
EPISODE = re.compile(
    rf"\b(?:episodes?|ep\.?|chapter)\s*#?(?P<n>\d{{1,3}}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)\b|\b(?P<o>{ORDINAL})\s+episode\b",
    re.IGNORECASE,
)
OLD = re.compile(
    r"(?:\b(?:instead of|rather than|originally|initially|formerly|previously|earlier|no longer|not|once|first (?:set|announced|planned|scheduled)|was (?:first |once )?(?:to|meant to|supposed to|due|set|slated|scheduled|planned)(?: (?:to|for))?|were (?:to|due)|had (?:\w+ )?been(?: (?:due|set|slated|scheduled|planned|meant|expected))?|would have|missed its|(?:old|original|first|earlier|previous)\s+(?:premiere |release |launch |start |air )?(?:date|plan|window|slot|target)(?:\s+(?:of|was))?)(?:\s+(?:\w+\s+){0,3}(?:for|on|to|in|of|premiere|debut|release|date|planned|window))?(?:\s+(?:on|in|for|the|its|of|from))*|\b(?:delayed|moved|pushed|postponed|shifted|slipped|brought forward|bumped|rescheduled|changed)(?:\s+\w+){0,3}\s+from(?:\s+(?:its|the)(?:\s+\w+){0,3})?)\s*$",
    re.IGNORECASE,
)
NEW_TOO = re.compile(r"\bnot\s*$|\b(?:first|original|old)\s*$", re.IGNORECASE)
CLAUSE = re.compile(
    r"[;:]\s|,\s+(?:and|while|but|with|after|where|when)\s|\s[—–]\s|(?<![A-Z])\.\s|\bfollow(?:s|ed|ing)\b|\b(?:while|but|after|before|ahead of|since)\s|\band\s+(?:its|the|a|an)\s",
    re.IGNORECASE,
)
DUB = re.compile(r"\b(?:dub(?:bed|s)?|(?:english|german|french|spanish)[- ]language (?:version|track))\b", re.IGNORECASE)
SCREENING = re.compile(
    r"\b(?:(?:advance|early|preview|review|special|private|test|world)\s+(?:\w+\s+)?screening|preview(?:ed)? at|screening|screened|sneak (?:peek|preview)|(?:premiere|preview|launch|fan) event|advance (?:preview|showing)|pre-?screen\w*)\b",
    re.IGNORECASE,
)
FESTIVAL = re.compile(
    r"\b(?:[Ff]estival|Berlinale|Cannes|Sundance|Annecy|TIFF|SXSW|Venice|Locarno|festival|convention|Anime Expo|AnimeJapan|Comic-Con|Telluride|Tribeca|Rotterdam|Film Week)\b"
)
DISC = re.compile(r"\b(?:blu-?rays?|dvds?|home video|home release|discs?|4k|uhd|box ?set|physical)\b", re.IGNORECASE)
EARLY = re.compile(
    r"\bearly access\b(?!.{0,60}\b(?:full|1\.0|proper|final|complete) )(?<!out of early access)(?<!leaves early access)(?<!leaving early access)(?<!left early access)",
    re.IGNORECASE,
)
DEMO = re.compile(r"\bdemo\b", re.IGNORECASE)
SPECIAL = re.compile(
    r"\b(?:sequel|spin-?off|second cour|part (?:2|two)|ova|(?:follow-up|compilation|recap|sequel) (?:film|movie)|special)\b",
    re.IGNORECASE,
)
TERRITORY = Terms(TERRITORIES)
MACHINE = Terms(MACHINES)
SAID_THEN = re.compile(
    r"\b(?:announced?|announces|announcement|confirmed|confirms|listed|revealed|reveals|unveiled|said|says|told(?: \w+){0,3}|posted|published|reported|wrote|tweeted|denied|added|stated|spoke(?: \w+){0,3}|interview\w*|updated)\s*,?(?:\s+(?:on|in|late|earlier|back|as of|at \w+|early))*\s*$",
    re.IGNORECASE,
)
"""A date right behind these is that of the saying."""
REACH = 130
EVENT = re.compile(
    r"premi|debut|air|begin|beg[au]n|start|launch|stream|broadcast|releas|arriv|date|land|drop|hit|com[ei]|came|avail|runs?\b|ran|out|final|last|end|conclu|wrap|finish|until|through|open"
    r"|set|slat|sched|due|delay|push|moved|postpon|now|return|bow|kick|cinem|theat|reach|season|slate|line-?up|simulc|goes|place|sale|close|slip|shift|forward|plan|expect|ship|enter|leav|shown|slot|on |follow|screen"
)
"""Without a trace of one of these no date is that of the series."""
IN_WORDS = re.compile(r"\((?:effectively|i\.e\.|that is|technically|actually|or)\W[^()]*$", re.IGNORECASE)
"""The same date once more, as another calendar has it."""
AHEAD = 5
"""Years that anything is announced ahead at most; what lies further is the story's own time."""
SHOWN = re.compile(
    r"\b(?:premier\w*|debut\w*|air(?:s|ed)?|broadcast|releas\w*|came out|launch\w*|return\w*|expected|due|slated|set|coming|arriv\w*|finale)\b",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\b(?:delayed|moved|pushed|postponed|shifted|slipped|brought forward|bumped|rescheduled|changed)\b", re.IGNORECASE
)
A_DAY = re.compile(
    r"(?:on |from |last |this |next )?(?:\w+day|today|tonight|tomorrow|yesterday|last night|this week)$", re.IGNORECASE
)
"""A day without a date is as often that of an episode."""
STRONG = re.compile(
    r"\b(?:premier\w*|debut\w*|(?:first|last|final) episode|finale|launch\w*|releas\w*|open(?:s|ed)|out|beg[aiu]n\w*|start\w*|end(?:s|ed)|conclud\w*|arriv\w*|cinemas|hit)\b",
    re.IGNORECASE,
)
WEEKLY = re.compile(r"\b(?:episodes?|ep\.?|week|chapter|recap)\b", re.IGNORECASE)
OF_AN_EPISODE = re.compile(
    r"\b(?<!all )(?<!every )(?:episode|ep\.|chapter)\s+#?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)|\brecap\b",
    re.IGNORECASE,
)
"""A headline of a piece about one episode."""
RUNS = re.compile(r"(?:runs?|broadcast|season|simulcast|stream|airing)\b", re.IGNORECASE)
OBJECT = re.compile(
    r"(?:started|began|launched|opened|ended|starts|begins|opens) (?:the|work|production|her|his|their|a|an|up)\s", re.IGNORECASE
)
"""Somebody does it to something."""
FINALE = re.compile(r"\b(?:finale|(?:final|last|concluding|closing) (?:episode|instal?lment|chapter|one|part))\b", re.IGNORECASE)
PART_ENDS = re.compile(r"\b(?:arc|half|cour|pre-?orders?|sale|campaign|festival|voting|chapter one)\b", re.IGNORECASE)
SCENE = re.compile(r"(?:opens?|begins?|starts?|ends?|closes?) (?:on|with|in|as) (?:an?|the|her|his|two) ", re.IGNORECASE)
"""The first picture, not the first day."""
ITSELF = re.compile(
    r"\b(?:it|which|series|shows?|anime|film|movie|game|season|drama|thriller|comedy|adaptation|premiere|release|debut|broadcast|simulcast|finale|dub|screening|date|launch"
    r"|(?:first|opening|pilot|premiere|last|final|concluding) (?:\w+ )?(?:episode|one)|demo|versions?|ports?|remaster|early access|feature|title|picture|production|project|box|edition)(?:['’]s|['’])?(?:,?\s+[\w'’.+-]+){0,4}\W*$",
    re.IGNORECASE,
)
"""The series or a part of it that has its day, a few words before the cue."""
NEAR_TITLE = 14
"""Words before the cue within which the title is its subject."""
ELSEWHERE = re.compile(r"\band\b|;|\bbefore\b|\bwhile\b|\bwith\b", re.IGNORECASE)
SEVERAL = re.compile(r"\s*(?:,|and)\s+(?:in\s+)?(?:the\s+)?(?:[A-Z][\w.]+|in|the)?(?:\s[A-Z]\w+)?\s*(?=on\b|from\b|,|and\b|$)")
ENTRY = 160
"""Characters of an entry of a calendar at most."""
