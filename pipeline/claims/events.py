"""The words for what happens on a date: tables of patterns that tell a premiere from a trailer, and an old date from a new one."""

import re

from pipeline.claims.numbers import NUMBER, ORDINAL
from pipeline.claims.places import MACHINES
from pipeline.terms import Terms

FIRST = re.compile(
    r"\b(?:premier(?:e[sd]?|ing)|debut(?:s|ed|ing)?|returns?|takes? (?:(?:the|its|a|over the) [\w ]{0,20}(?:slot|place))|(?:first|opening) episode|(?:season|series) opener|episode (?:1|one)\b|first seen|seen first|on (?:our|British|UK|US|American|Japanese) screens|(?:(?<=\bit )|(?<=series, which )|(?<=anime, which )|(?<=show, which )|(?<=drama, which )|(?<=thriller, which )|(?<=comedy, which ))opened(?= (?:on )?$)|opened(?= (?:to|with) (?:an? (?:\w+ )?(?:audience|average|peak) of )?[\d.,]+ ?(?:m|million|k)?\b)|(?:begin|start|commenc|kick)\w*\s+(?:off\s+)?(?:airing|streaming|broadcast\w*|its (?:run|broadcast)|on\b|in\b|this|next|from)|began|begun|started|begins|starts|beginning|starting|begin|start|kick(?:s|ed)? off|(?<!final )(?<!last )bow(?:s|ed)?(?! out)|reach(?:es|ed)?(?! (?:its|the|an) (?:conclusion|end\b|close|climax|final|last))"
    r"|air(?:s|ed|ing)?|broadcast(?:s|ing)?|stream(?:s|ed|ing)?|launch(?:es|ed|ing)?|release[sd]?|arriv(?:e|es|ed|ing)|land(?:s|ed|ing)?|(?<!was )(?<!were )(?<!been )(?:drop(?:s|ped)?|hit)|hit(?:s|ting)|com(?:e|es|ing)|came|available|goes out|went out|runs?|ran|(?<!bow )(?<!bows )(?<!bowed )out|go(?:es)? (?:on|to) (?:(?-i:[A-Z])\w+ )?(?:air|television|TV)\b|on air|back(?= for (?:an?|its|the) \w+ (?:season|series)\b| for (?:season|series) \w)|(?:(?<=\bbe )|(?<=\bcome )|(?<=\bcomes ))back(?=\s+(?:on\s+|in\s+)?(?:\w+day,?\s+)?$)|(?:gets|getting|receives|receiving)(?= (?:an?|its (?:own|first)) (?:[\w-]+ ){0,2}?(?:anime|series)\b)|(?:gets?|getting|receives|inspir(?:es|ing))(?= (?:(?:an?|its own) )?(?:[\w-]+ ){0,3}?(?:anime|series|season(?: \w+)?)(?: series| adaptation)?\s*$)|(?:(?:the|an?|its|this)\s+)?(?:(?:new|next|first|second|third|fourth|fifth|final)\s+)?(?:season|series)(?:\s+(?:two|three|four|five|six|\d))?\s+open(?:s|ed)|(?:show|drama|anime|serial)\s+open(?:s|ed)(?=\s+\w)(?!\s+(?:the|its|his|her|up|with|an?|doors?)\b|\s+in\s+(?:the\s+)?$)|joins (?:the|its) (?:\w+ )?(?:service|platform|streamer|channel|line-?up|schedule)|(?:bring(?:s|ing)?|brought)(?: [^,.;]{2,40}?)? to (?=(?:[\w.]+ ){0,3}(?:viewers|audiences|screens|television|TV|fans)\b)|on (?:its|the) way|shown|will be on|rolls? out|ships|lineup|line-up|slate|first night|simulcast(?:s|ing)?|(?:take(?:s|n)? flight|took flight|lifts? off|sets? sail|weighs? anchor|touch(?:es)? down|blasts? off|rolls? in|(?:sails|rides|marches|creeps|swoops|sneaks) (?:in|into|to|onto))|date|go(?:es|ing)? live|went live|(?:gets?|got|getting) (?:under ?way|going|started|rolling)|follow(?:s|ed)?(?!\s+(?:by|the|his|her|their|an?\s+(?!week|day|month))\b)|running since)\b",
    re.IGNORECASE,
)
LAST = re.compile(
    r"\b(?:finale|(?:final|last|closing|concluding) (?:(?:two|three|\d) )?(?:episodes?|instal?lments?|chapters?|parts?)|end(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|wrap(?:s|ped|ping)? up|wrap(?:s|ped)|finish(?:es|ed|ing)?|until|through|c[oa]m(?:es?|ing) to (?:an?|its|the) (?:\w+ )?(?:end|close|conclusion|finish)\b|dr[aeo]w(?:s|n|ing)? to (?:an?|its) (?:\w+ )?(?:end|close|conclusion)|bow(?:s|ed|ing)? out|(?:final|last) bow|reach(?:es|ed) (?:its (?:conclusion|end|close|finish)|the end(?= of (?:its|the) (?:run|season|broadcast|series)\b))|(?:(?:bid|bade)s? (?:us |you |viewers |fans |its viewers |its fans )?farewell|sa(?:ys|id) (?:goodbye|farewell))(?! to (?!us\b|(?:its )?(?:viewers|fans|audience)))|curtain (?:falls|fell|comes down|came down)|sign(?:s|ed)? off|close[sd]|(?<=will )close)\b|(?:\bthe |^)last of (?:them|its|the|which)\b|\bthe last (?:one )?(?=(?:is|airs|follows|comes|goes|arrives|lands|drops|was|went|aired|available (?:to|on|in|from))\b)|(?<=episodes, )the last (?=on\b)|(?<=, )the last (?=on $)",
    re.IGNORECASE,
)
OUT = re.compile(
    r"\b(?:releas(?:e|es|ed|ing)|launch(?:es|ed|ing)?|com(?:e|es|ing)|came|(?<!find )(?<!found )out|open(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|land(?:s|ed|ing)?|(?<!was )(?<!were )(?<!been )(?:drop(?:s|ped)?|hit)|hit(?:s|ting)|premier(?:e[sd]?|ing)|debut(?:s|ed)?|available|reach(?:es|ed)?|in (?:[\w.]+ ){0,3}(?:cinemas|theaters|theatres)|date|ships|shipped|on (?:its|the) way|(?:bring(?:s|ing)?|brought)(?: [^,.;]{2,40}?)? to|(?<=will )(?:screen|enter)|(?<=to )(?:screen|enter)|unlocks?|(?:starts?|started|beg[aiu]ns?)(?= its (?:[\w-]+ ){0,2}(?:run|release)\b)|clos(?:es|ed)(?= (?:the|this year['’]s) (?:[\w-]+ ){0,4}festival\b)|appear(?:s|ed)(?= on (?:PC|PS\d|PlayStation|Xbox|Switch|Nintendo|Steam|Mac|iOS|Android|consoles)\b)|bow(?:s|ed)|head(?:s|ing)|enter(?:s|ed)|leav(?:es|ing)|due|lineup|slate|on sale|(?<=access )(?:begins|began|starts|started)|go(?:es|ing)? (?:live|up)|went (?:live|up)|follow(?:s|ed)?(?!\s+(?:by|the|his|her|their|an?\s+(?!week|day|month))\b)|shown|screen(?:ed|ing)|(?<!UK )(?<!US )(?<!British )(?<!cinema )(?<!\bon )(?<!\bto )(?<!\bhits )(?<!\breach )(?<!\breaches )(?<!\bbig )(?<!\bour )screens|rolls? out|(?<=^it )(?:started|began)(?= on\b)|(?<=to )appear|(?<=will )appear|(?<=now )appear|(?<=be )sold|playable|(?:take(?:s|n)? flight|took flight|lifts? off|sets? sail|weighs? anchor|touch(?:es)? down|blasts? off|rolls? in|(?:sails|rides|marches|creeps|swoops|sneaks) (?:in|into|to|onto))|(?:goes|went|go) into(?= early access)|(?:goes|went|go) on (?:general |wide |limited |national )?release|(?:limited|wide|theatrical|U\.?S\.?) bow|(?<=will )be on (?=(?:PC|PS\d|PlayStation|Xbox|Switch|Nintendo|Steam|Mac|iOS|Android|consoles)\b)|screenings? (?:begin|start)s?)\b",
    re.IGNORECASE,
)
_MOVED = r"(?:delay(?:s|ed)|mov(?:es|ed)|push(?:es|ed)|postpon(?:es|ed)|shift(?:s|ed)|slip(?:s|ped)?|br(?:ings|ought) (?:[\w:&'’“”\"*-]+ ){0,6}?forward|bump(?:s|ed)|reschedul(?:es|ed)|(?:puts?|set) back|held back|(?<!be )(?<!was )(?<!were )puts? off(?! by)|(?<=\bto )(?:delay|move|push|postpone|shift|reschedule))"
SET = re.compile(
    rf"\b(?:{_MOVED}|set|slated|scheduled|expected|due|dated|planned|confirmed|fixed)\s+(?:\w+\s+){{0,4}}(?:for|to|until|on|forward|in|into)\b|\bpencill?ed in\b|\bputs?\s+(?:[\w:&'’“”\"*-]+\s+){{1,6}}?down for\s*$|\bon (?:course|track|schedule)\b|\b(?:confirms|announces|gets|sets|reveals)\s+(?:\w+\s+){{0,3}}?(?:season|series|anime|premiere|release|launch|debut)(?:\s+\d)?\s+(?:for|in)\b|\bannounced for\b|\bnow\b|\b{_MOVED}\b|\bnew date\b|\b(?:due|set|slated|scheduled|planned|expected|coming|dated|announced|confirmed)\s*$|\bdated?\b",
    re.IGNORECASE,
)
NOT_IT = re.compile(
    r"\b(?:trailers?|teasers?|(?:first|new|early|exclusive) footage|cinemacon|(?:was|were|been) (?:(?:previously|formerly|originally|then|first) )?known as|pvs?|promo\w*|visuals?|posters?|illustrations?|paintings?|sketches|clips?|songs?|singles?|albums?|soundtracks?|ost|panels?|events?|(?:fan|reader) meetings?|signings?|confused? (?:\w+ )?with|(?:new|latest|next) play|exhibit\w*|conventions?|expo|tickets?|interviews?|articles?|reviews?|podcasts?|wrap (?:is |was )?(?:scheduled|set|due|planned|expected|slated)|rerun\w*|re-?air\w*|repeats?|repeated|rebroadcast\w*|marathon|encore|re-?releas\w*|re-?issue\w*|restor\w+|remaster\w*|back in (?:cinemas|theat\w+)|manga(?! adaptation(?! of))|serial\w+|publish(?!ers?\b)\w+|publication|web ?series|web ?comics?|webtoon(?! adaptation(?! of))|novels?(?! adaptation(?! of))|volumes?|books?(?! adaptation(?! of))|figures?|merchandise|pop-up|caf[eé]|concerts?|stage play|patch\w*|version\s+(?!1\.0)\d|updates?|dlc|expansion|beta"
    r"|livestreams?|live ?streams?|showcase|announcement|speaking|recorded|born|died|pre-?orders?|(?<!\bon )sale|auditions?|production (?:began|started)|filming|shoot|shooting|shot|rehearsals?|(?:(?<![\w’'”] )|(?<=\bwith )|(?<=\band )|(?<=\bthat ))production\s+(?:[\w'’-]+\s+){0,5}(?:begin|start|resume|wrap|finish|gets? under|getting under)s?|vinyl|cds?(?! projekt)|paperback|hardback|hardcover|radio (?:show|programme|program|companion|drama|version)|companion (?:show|podcast|series|programme|program|app)|development(?!, )|voting|poll|casting|embargo|magazine|issue|licen[sc]ed?|acquired|confirmed on|founded|established|next episode|new episodes?|recap|opening theme|ending theme|(?:his|her|their) (?:\w+ )?(?:debut|start|career)|(?:his|her|their) (?:\w+ )?(?:debut|first|start|career)|this interview|translation|survey|production of|recording|widen(?:s|ing)|hiatus|break|interrupt\w*|resum\w*|paus\w*|suspend\w*|halfway|added|lifts?|(?:pages?|listings?) (?:for|of))\b",
    re.IGNORECASE,
)
EPISODE = re.compile(
    rf"\b(?:episodes?|ep\.?|chapter)\s*#?(?P<n>\d{{1,3}}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)\b|\b(?P<o>{ORDINAL})\s+episode\b",
    re.IGNORECASE,
)
OLD = re.compile(
    r"(?:\b(?:(?:originally|initially|first|previously) (?:planned|wanted|hoped|meant|intended) to (?:have|release|put|bring|open|launch|show|air) (?:it|the \w+)|instead of|rather than|originally|initially|formerly|previously|earlier|no longer|not|once|first (?:set|announced|planned|scheduled)|was (?:first |once )?(?:to|meant to|supposed to|due|set|slated|scheduled|planned)(?: (?:to|for))?|were (?:to|due)|had (?:\w+ )?(?:announced|planned|promised)|had (?:\w+ )?been(?: (?:due|set|slated|scheduled|planned|meant|expected))?|(?:would|should|was to|were to|ought to) have(?: been| begun| started| premiered| aired| come out| opened| launched| arrived| ended)?|miss(?:es|ed)? its|(?:won['’]t|will not|cannot|can['’]t|will no longer) (?:make|meet|hit|keep) (?:its|the)|vacat(?:es|ed) its|(?:lost|losing|gave up|miss(?:es|ed)|abandoned) its (?:\w+ ){0,3}(?:date|window|slot)(?:,| of)?|(?:old|original|first|earlier|previous)\s+(?:premiere |release |launch |start |air )?(?:date|plan|window|slot|target)(?:\s+(?:of|was))?)(?:\s+(?:\w+\s+){0,3}(?:for|on|to|in|of|premiere|debut|release|date|planned|window|begin|start|air|launch|open|arrive|stream|end|finish|conclude|out|released|shown))?(?:\s+(?:on|in|for|the|its|of|from))*|\b(?:delay(?:ed|s)|mov(?:ed|es)|push(?:ed|es)|postpon(?:ed|es)|shift(?:ed|s)|slip(?:ped|s)|brought forward|brings (?:\w+ )?forward|bump(?:ed|s)|reschedul(?:ed|es)|changed)(?:\s+[\w.]+){0,4}\s+(?:from|out of|off|away from)(?:\s+(?:its|the)(?:\s+\w+){0,3})?)\s*$",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r";\s|:\s(?!(?-i:[A-Z])[\w’'-]*(?:\s(?:of|the|and|in|(?-i:[A-Z]))[\w’'-]*){0,4},?[\"”])|,\s+(?:and|while|but|with|after|where|when)\s|\s[—–]\s|(?<!(?-i:[A-Z]))(?<!(?-i:[a-z]))\.\s|(?<=(?-i:[a-z]{3}))\.\s+(?=(?-i:[A-Z]))|\bfollow(?:s|ed|ing)\b(?!(?:\s+\w+){0,3},?\s+(?:on|in|later)\b)|\b(?:while|but(?!\s+(?:on|in|for)\s)|after|before|ahead of(?! (?:time|schedule)\b)|since)\s|\band\s+(?:also\s+)?(?:confirm|announc|reveal|add|say|said|stat|report)(?:s|ed|es)?\s+that\s|\band\s+(?:its(?!\s+(?:affiliate|sister|partner|regional|local)\w*\b)|the(?! date of\b| (?:US|UK|U\.S\.|U\.K\.|United|Netherlands|Philippines|Americas|rest of)\b)|a(?! [\d.]+(?:%| per ?cent))|an)\s",
    re.IGNORECASE,
)
DUB = re.compile(
    r"\b(?:dub(?:bed|s)?(?!-)|(?:english|german|french|spanish)[- ]language (?:version|track)|english (?:audio|voices|version)(?! of (?:the|its|his|her) (?:\w+ )?(?:novel|manga|book|comic|song|site|website|page))|in english,? (?:as well|too|at last))\b",
    re.IGNORECASE,
)
SCREENING = re.compile(
    r"\b(?:(?:advance|early|preview|review|special|private|test|world)\s+(?:\w+\s+)?screening|(?:first|advance|early|special) (?:public )?showing|preview(?:ed)? at|(?:first|opening|pilot|premiere|two|three) episodes? (?:of [^.;]{2,50}? )?(?:will be|is|are|to be|was|were|being|gets?|has been) (?:shown|screened|played) (?:at|during)|screening|screened|(?:following|from|after) previews (?=on\b|in\b|at\b)|previews (?:of [^.;]{2,40}? )?in (?-i:[A-Z])\w+|sneak (?:peek|preview)|(?:cinema|theat(?:er|re))\b[^.;]{0,60}\b(?:see|watch) the (?:first|opening) (?:\w+ )?episodes?|(?:see|watch) the (?:first|opening) (?:\w+ )?episodes?\b[^.;]{0,40}? in an? (?:\w+ )?(?:cinema|theat(?:er|re))|(?:premiere|preview|launch|fan) event|advance (?:preview|showing)|pre-?screen\w*)\b",
    re.IGNORECASE,
)
FESTIVAL = re.compile(
    r"\b(?:[Ff]est(?:ival)?|Berlinale|Cannes|Sundance|Annecy|TIFF|SXSW|Venice|Locarno|festival|(?:opens?|opened|closes?|closed|in) (?:the )?competition|convention|Anime Expo|AnimeJapan|Comic-Con|Telluride|Tribeca|Rotterdam|San Sebasti[aá]n|Karlovy Vary|Sitges|Film Week|(?:unveiled|first (?:be )?(?:shown|seen)|premiered) (?:at|in) (?:Toronto|Berlin|Busan|Austin|Park City)|[Ww]orld premiere (?:at|in) (?:\w+ )?(?:Toronto|Berlin|Busan|Tokyo|New York|Austin|Park City|San Sebasti[aá]n|Karlovy Vary|Edinburgh|Rome|Hong Kong|Marrakech|Zurich|Tallinn|Montreal|Sitges|London))\b"
)
DISC = re.compile(
    r"\b(?:blu-?rays?|dvds?|home video|home release|discs?|4k|uhd|box ?set|(?:first|second|third|last|next|complete|collector['’]s) box(?:es)?(?! office)|the (?:\w+ )?box of|physical)\b",
    re.IGNORECASE,
)
DIGITAL = re.compile(
    r"\b(?:(?:on|to|via|through) digital\b|digital (?:release|download|platform|store|retailer|purchase|rental)|digitally\b|(?:buy|purchase) or rent\b|rent (?:or|and) (?:buy|own)\b|p?vod\b|video[- ]on[- ]demand\b|on demand\b)",
    re.IGNORECASE,
)
"""Of a film: at home, without a disc."""
PHYSICAL = re.compile(
    r"\b(?:physical|collector['’]s|special|limited|boxed) (?:edition|version|release|cop(?:y|ies))s?\b", re.IGNORECASE
)
"""Of a game: another thing than the game."""
EARLY = re.compile(
    r"\bearly access\b(?![^;]{0,60}\b(?:full|1\.0|proper|final|complete) )(?<!out of early access)(?<!leaves early access)(?<!leaving early access)(?<!left early access)",
    re.IGNORECASE,
)
DEMO = re.compile(r"\bdemo\b", re.IGNORECASE)
SPECIAL = re.compile(
    r"\b(?:sequel|spin-?off|second cour|part (?:2|two)|ova|(?:follow-up|compilation|recap|sequel) (?:film|movie)|special)\b",
    re.IGNORECASE,
)
MACHINE = Terms(MACHINES)
SAID_THEN = re.compile(
    r"\b(?:announced?|announces|announcement|confirmed|confirms|listed|revealed|reveals|unveiled|said|says|told(?: \w+){0,3}|posted|published|reported|wrote|tweeted|denied|added|stated|shared|noted|disclosed|teased|hinted|leaked|learned|heard|explained|spoke(?: \w+){0,3}|interview\w*|updated)\s*,?(?:\s+(?:on|in|late|earlier|back|as of|at \w+|early))*\s*$"
    r"|\b(?:announce[sd]|confirm(?:ed|s)|reveal(?:ed|s)|sa(?:id|ys)|told|posted|wrote|tweeted|shared|stated)\s+(?:[\w.]+\s+){0,2}?(?:in|on|at|via|through|during)\s+(?:(?!that\b|it\b|is\b|to\b|and\b|will\b|would\b|premier|releas|launch|start)[\w’'@.-]+\s+){1,5}?(?:on\s+)?(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bits )$",
    re.IGNORECASE,
)
"""A date right behind these is that of the saying."""
REACH = 130
EVENT = re.compile(
    r"premi|debut|air|begin|beg[au]n|start|launch|stream|broadcast|releas|arriv|date|land|drop|hit|com[ei]|came|avail|run|ran|since|from|out|first|bring|join|final|last|end|conclu|wrap|finish|until|through|open"
    r"|set|slat|sched|due|delay|push|moved|postpon|now|return|bow|kick|cinem|live|under ?way|watch|see |play|theat|reach|season|slate|line-?up|simulc|goes|place|sale|close|slip|shift|forward|plan|expect|ship|enter|leav|shown|slot|on |follow|screen|wild|horse|surpris|sleeper|newcomer|anticip|new "
)
"""Without a trace of one of these no date is that of the series."""
IN_WORDS = re.compile(r"\((?:effectively|i\.e\.|that is|technically|actually|or)\W[^()]*$", re.IGNORECASE)
"""The same date once more, as another calendar has it."""
AHEAD = 5
"""Years that anything is announced ahead at most; what lies further is the story's own time."""
SHOWN = re.compile(
    r"\b(?:premier\w*|debut\w*|air(?:s|ed)?|stream(?:s|ed)?|open(?:s|ed)?|hits?|land(?:s|ed)?|kick(?:s|ed)|drop(?:s|ped)|on (?:its|the) way|broadcast|releas\w*|came out|come out|launch\w*|return\w*|expected|due|slated|confirmed for|coming|arriv\w*|finale|begin\w*|began|start(?:s|ed)?|run|screens?|cinemas|bow|ready|to be (?:seen|shown)|set (?:to|for)|follows?|(?:is|are|was|been|now|officially|anime|series,|show,|film,|drama,) (?:planned|scheduled|announced|targeted|dated) for|targeting|(?:gets?|getting|inspir(?:es|ing)) (?:(?:an?|its own) )?(?:[\w-]+ ){0,2}(?:anime|series|season)|screens)\b",
    re.IGNORECASE,
)
MOVED = re.compile(rf"\b(?:{_MOVED}|changed)\b", re.IGNORECASE)
PUT_OFF = re.compile(
    rf"{MOVED.pattern}(?:\s+(?!to\b)[\w.]+){{0,4}},?\s*$|(?:\bnot|n['’]t)\s+(?:be\s+)?(?:com(?:e|ing)\s+out|out|releas\w+|arriv\w+|launch\w*|open\w*|land\w*|ship\w*)(?:\s+[\w.]+){{0,4}}\s*$",
    re.IGNORECASE,
)
"""Before "until" it is the first day: what was moved to it, or does not come before."""
A_DAY = re.compile(
    r"(?:on |from |last |this |next )?(?:\w+day|today|tonight|tomorrow|yesterday|last night|this week)$", re.IGNORECASE
)
"""A day without a date is as often that of an episode."""
STRONG = re.compile(
    r"\b(?:premier\w*|demo|debut\w*|(?:first|last|final) episode|the last of|finale|launch\w*|releas\w*|open(?:s|ed|ing (?=today|tomorrow|on\b|this|next))|out|beg[aiu]n\w*|start\w*|end(?:s|ed)|finish(?:es|ed)|conclud\w*|arriv\w*|(?:two|three|all|season|series|show)\s+(?:\w+\s+)?drop(?:s|ped)|screen(?:s|ed)|(?:advance|preview|early|special|premiere) screening|cinemas|hits?)\b",
    re.IGNORECASE,
)
WEEKLY = re.compile(r"\b(?:episodes?|ep\.?|week|chapter|recap)\b", re.IGNORECASE)
OF_AN_EPISODE = re.compile(
    r"\b(?<!all )(?<!every )(?:episode|ep\.|chapter)\s+#?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)|\brecap\b",
    re.IGNORECASE,
)
"""A headline of a piece about one episode."""
TILL = re.compile(r"(?:until|till)\s+")
"""What a month's date may begin with."""
REST_UNTIL = re.compile(
    rf"\b(?:one|(?:an?|a\s+new|new)\s+episodes?)\s+(?:every|each)\s+(?:\w+day|week)\b[^.;]{{0,20}}\b(?:through|until|till)\s+(?:\w+day,?\s+)?$|\b(?:(?:{NUMBER}|the)\s+(?:more|others?|rest|remaining)|(?:new|further|more|the (?:remaining|other)|subsequent)\s+(?:\w+\s+)?(?:episodes?|parts?|instal?lments?|chapters?|ones?)|one (?:more|new one|a week|each week|every week)|^\W*(?:episodes|instal?lments|others)(?= (?:will )?(?:be )?(?:air|drop|arriv|follow|land|stream|releas|roll))|then)\b[^.;]{{0,40}}\b(?:weekly|every|each|a week|week by week|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b[^.;]{{0,30}}\b(?:through|until|till|up to(?: and including)?)\s+(?:the (?:[\w-]+ ){{0,2}}finale on\s+)?(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
"""What is left of it comes week by week, and up to when."""
RUNS = re.compile(r"(?:runs?|broadcast|season|simulcast|stream|airing)\b", re.IGNORECASE)
OBJECT = re.compile(
    r"(?:started|began|launched|opened|ended|finished|finishes|starts|begins|opens) (?:the (?!doors|gates)|work|production|her|his|their|a|an|up)\s|(?:started|began|begun|starts|begins) (?!airing|streaming|broadcasting|screening|showing|releasing|running|rolling out)\w+ing\b",
    re.IGNORECASE,
)
"""Somebody does it to something."""
FINALE = re.compile(
    r"\b(?:finale|(?:final|last|concluding|closing) (?:(?:two|three|\d) )?(?:episodes?|instal?lments?|chapters?|one|part|broadcast)|episode (?:\d+|[a-z]+),? the (?:final|last)|the last of (?:them|its|the|which)|the last available)\b",
    re.IGNORECASE,
)
THE_LAST_SEASON = re.compile(
    r"(?<=season )[^.;]*?\b(?:is|be)\s+(?:also\s+)?(?:the|its|their)\s+(?:final|last)\s+one\b|,\s+which\s[^.;,]*\b(?:is|be)\s+(?:also\s+)?(?:the|its)\s+(?:final|last)\s+one\b"
)
"""A season that is the last one, and no last episode."""
PART_ENDS = re.compile(
    r"\b(?:arc|the (?:shorter|longer|earlier|other|latter) one|half(?!-)|cour|pre-?orders?|sale|campaign|festival|voting|chapter one)\b",
    re.IGNORECASE,
)
SCENE = re.compile(
    r"(?:opens?|begins?|starts?|ends?|closes?) (?:on|with|in|as) (?:an?|the|her|his|two) (?!$|(?-i:[A-Z])|(?:spring|summer|autumn|fall|winter|new year|cinemas?|theat|same|following))",
    re.IGNORECASE,
)
"""The first picture, not the first day."""
ITSELF = re.compile(
    r"\b(?:it|which|series|serial|shows?|anime|film|movie|game|season|drama|thriller|comedy|adaptation|premiere|(?<=\bthe )start|(?<=\bits )start|release|debut|broadcast|simulcast|finale|dub|screening|date|launch|discs?|blu-ray|dvd|run|first night|(?:first|last) of (?:them|(?:the|its|all) \w+ episodes)"
    r"|(?:first|opening|pilot|premiere|last|final|concluding) (?:\w+ )?(?:episodes?|one|two)|(?:first|opening) hour|(?:last|final|concluding) part|(?<=\bthe )last(?=\W*$)|(?:(?:speaks?|talks?|order|run|total) of|says|lists?|order(?:s|ed)?|plans?|planned) (?:\d+|six|eight|ten|twelve|thirteen) episodes|demo|versions?|ports?|remaster|early access|(?:finished|full|whole|real) thing|feature|title|picture|production|project|continuation|box|edition|adventure|mystery|fantasy|horror|romance|western|noir|roguelike|rpg|platformer|puzzler|musical|whodunn?it|saga|epic|original)(?:['’]s|['’])?(?:,?\s+[\w'’.+|-]+){0,4}\W*$",
    re.IGNORECASE,
)
"""The series or a part of it that has its day, a few words before the cue."""
NEAR_TITLE = 14
"""Words before the cue within which the title is its subject."""
ELSEWHERE = re.compile(
    r"\bahead of\b|\bas (?:it|they)\b|\bwhen\b|\bafter\b|\band\b|;|\bbefore\b|\bwhile\b|\bwith\b", re.IGNORECASE
)
SEVERAL = re.compile(
    r"\s*(?:,|and)\s+(?:in\s+)?(?:the\s+)?(?:[A-Z][\w.]+|in|the|abroad|overseas|elsewhere|beyond|internationally)?(?:\s[A-Z]\w+)?\s*(?:cinemas|theat(?:er|re)s|screens|viewers)?\s*(?=\b(?:on|from|and)\b|,|$)"
)
ENTRY = 160
"""Characters of an entry of a calendar at most."""
SHOWS = re.compile(
    r"\b(?:stream|air|broadcast|releas|launch|premier|debut|simulcast|screen|show|open|drop|add|roll)(?:s|es|e|ed|ing)?\b|\b(?:put|puts|bring|brings|bringing|have|has|see|watch|play|catch|carr(?:y|ies)|date[ds]?|picked|sets?|get|gets)\b",
    re.IGNORECASE,
)
"""What somebody does with the series, which then is the object."""
OBJECT_ITSELF = re.compile(
    r"\b(?:it|(?:the|its|an?) (?:(?:English|French|German|Spanish|Italian)(?:[ -]language)? )?dub(?:bed version)?(?! of\b)|(?:the|this|its)\s+(?:[\w-]+\s+)?(?:(?-i:[a-z\d])[\w-]*\s+)?(?:series|serial|show|anime|film|movie|game|drama|season|thriller|comedy|adaptation)(?!\s+[\"“‘'*_]*(?-i:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][a-z])))\b",
    re.IGNORECASE,
)
NOUN = re.compile(
    r"(?<!to )(?<!will )(?<!would )(?<!may )(?<!might )(?<!could )(?<!\bcan )(?<!not )(?<!officially )(?<!finally )\b(?:release|premiere|debut|launch|broadcast|start|bow|simulcast|date|lineup|line-up|slate|first night|(?<=advance )screening|(?<=preview )screening|(?<=early )screening)\b",
    re.IGNORECASE,
)
"""The word for what happens is a noun, which has the day itself."""
FROM = re.compile(r"\b(?:from|since|starting|beginning|as of)\s+(?:on\s+)?$", re.IGNORECASE)
SEEN_FROM = re.compile(
    r"\b(?:see|watch|play|follow|stream|catch|available|(?:shows|carries|(?:will|to) (?:show|carry|air|screen)) it|home (?:of|to|for)|(?:all|\d+|six|eight|ten|twelve|thirteen) (?:\w+ )?(?:episodes|parts)(?=,? (?:\w+ly )?from $)|ha(?:s|d|ve|ving) (?:had )?(?:it|the (?:film|series|show|game|(?:whole |first |second |third |new )?season))|be (?:seen|watched|streamed|played|bought|downloaded)|been (?:on|in(?! (?:the (?:works|making)|production|development|planning)\b)|out|a demo|with us|around|(?:seen|watched|streamed|played) (?:by|over|more))|in (?:\w+ )?(?:cinemas|theat(?:ers|res))|on (?:screens|demand|sale|air))\b|\bon (?:the )?[A-Z]"
)
"""Where "from January 10" is the first day."""
WHEN = re.compile(
    r"\s*[,:;—–-]?\s+(?:(?:that|which|it)(?:\s+is|['’]s)\s+|(?:is|was)\s+)?(?:when|the (?:day|date)\s+(?:on which|that|when|for))\s+",
    re.IGNORECASE,
)
"""A day, and only then what happens on it."""
ALL_OF_IT = re.compile(
    r"\b(?:all|every one of)\s+(?:of\s+)?(?:its\s+|the\s+)?(?:[\w-]+\s+)?(?:episodes|parts|instal?lments|chapters)\b|\bthe (?:whole|entire|full|complete) (?:series|season|run|show)\b|^\W*(?:\d+|six|eight|ten|twelve|thirteen) (?:episodes|parts),? (?:\w+ly )?(?:from\b|$)",
    re.IGNORECASE,
)
OF_A_SEASON = re.compile(
    r"['’]?s?\s+(?:TV\s+|anime\s+|broadcast\s+)*(?:season|line-?up|slate|anime|cour|schedule|crop|offering|show)s?\b",
    re.IGNORECASE,
)
"""Behind a season or month: what is shown in it."""
LABELLED = re.compile(
    r"(?:^|[|•·;(]|\*\*)\W*(?:(?:first|original|initial|theatrical|digital|worldwide|global|official|full|(?!last\b|final\b)[A-Z]\w*\.?[A-Z]?\.?)\s+)?(?:(?P<ends>end(?:s|ed)?|finale|(?:last|final) (?:episode|aired|shown|broadcast|one|day)|episode \d+ \((?:(?:series|season) )?(?:finale|final|last)\)|concludes?)|premiere[sd]?|aired|airs|airing|air\s?dates?|broadcasts?(?: start| date)?|on air|debut[s]?|start(?:s|ed)?|begins?|first (?:shown|aired|broadcast|episode|night)|releas(?:e[sd]?|ing)|out(?: now)?|open(?:s|ed|ing)|launch(?:e[sd])?|in (?:cinemas|theat(?:ers|res))|available|run|dates?|when)(?:\s+(?:date|day|in [A-Z]\w+|of\s+(?:the\s+)?(?:(?:current|first|latest|new)\s+)?(?:season|series|show|anime)))?\s*(?:[:：|]|\s[–—-]\s)[*_]{0,2}\s*(?:(?-i:[A-Z])[\w+!.]*(?:,? (?:and )?(?-i:[A-Z\d])[\w+!.]*){0,5}, (?=from |since |(?:starts|begins)))?(?:from|on|starts?|since|begins?)?\s*(?:\w+day,?\s*)?$",
    re.IGNORECASE,
)
"""A line of an info box that says when."""
GETS = re.compile(
    r"\b(?:[Yy]ou|[Ww]e|[Pp]layers|[Vv]iewers|[Ff]ans|[Ee]veryone|[Tt]hose of us in (?:the )?[A-Z][\w.]+)\s+(?:can|will be able to|get to)\s+(?:finally\s+|first\s+|all\s+)?(?:play|watch|see|stream|buy|get (?:your|their|our) hands on)\s+(?:it|all\s+(?:of\s+)?(?:(?:its|the)\s+)?(?:\w+\s+)?(?:episodes|parts)|the\s+(?:film|series|show|game|anime|(?:first|opening) (?:episode|hour|part|instal?ment)))(?:\s+on\s+[A-Z]\w+(?:\s\w+)?)?(?:\s+(?:on|from|starting))?\s*$|\b(?:viewers|audiences|[Ss]ubscribers|[Mm]embers|customers|theat(?:er|re)s|cinemas|fans|players|cinemagoers|screens|the rest of us|[Ee]very(?:body|one) else|Brits|Americans|Australians|Canadians|[A-Z]\w+(?:land|ia|ain|any|ce|an|ica|ope)|US|UK|U\.S\.|U\.K\.)(?!\w)[^.;]{0,30}\b(?:gets?|got|sees?|shows?|(?:has|have|having)(?: had)?|will have|will get|will see)\s+(?:it|all\s+(?:of\s+)?(?:(?:its|the)\s+)?(?:\w+\s+)?(?:episodes|parts)|the\s+(?:(?:whole|full|entire|first|second|third|new)\s+)?(?:film|series|show|game|anime|season))\b"
)
"""Somebody, somewhere, has it from that day on."""
MANY = re.compile(
    r"\b(?:series|shows|anime|films|movies|games|titles|dramas|ones)\s+(?:(?:that|which)\s+(?:begin|start|premiere|debut|open|air|arrive|come|launch|return|are|were)|(?:start|premier|begin+|debut|com|arriv|open|launch|return|air)ing|(?:(?:that|which)\s+)?(?:it|they)\s+will)\b|\b(?:every|all the|these|those|the best|most|\w+teen|ten|twenty|\d+)\s+(?!the\b)(?:\w+\s+)?(?:series|shows?|anime|films?|movies?|games?)\b",
    re.IGNORECASE,
)
"""Several works, of which no date is this one's."""
NUMBERED = re.compile(r"^\W*\d{1,2}[.)]\s+")
"""An entry of a numbered list."""
NEXT = re.compile(r"\s+and\s+[a-z]")
"""Behind it begins what is said of the next date."""
SAYING = re.compile(
    r"\b[Aa]ccording to [^,;]{2,60}?(?:announcement|website|site|release|post|listing|schedule)\b|\b(?:announce[ds]?|announcing|revealed|unveiled|confirmed|said|told|posted|published|updated|wrote|tweeted)\b(?=[^.;]*\b(?:premier|debut|air|will|would|to |release|launch|open|arriv|that|stream|begin|start|final|delay|date))"
    r"|\b(?:the |a |new |official |first |second |final |latest )*(?:trailer|teaser|visual|promo\w*|website|site|account|press release|announcement|update|poster|press|key visual)\b(?=[^.;,]{0,40}\b(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bofficially )(?<!\bfirst )(?<!\bfinally )(?:confirm|reveal|announc|say|said|says|gives?|give|gave|lists?|state|show|set|dates|puts|also|that)\w*)|\bvoice[- ]?cast\w*|\bbroadcast on\b|\b(?:because of|owing to|thanks to|due to (?=[a-z])(?!air|premi|debut|start|begin|stream|launch|open|arriv|com|end|be\b|return|hit|land|follow))[^,;.]{2,60}(?=,)",
    re.IGNORECASE,
)
"""What the announcement of a date says of itself ("announced that it will premiere")."""
SOURCE = re.compile(
    r"(?<=['’]s )(?:hit |popular |best-selling )?(?:(?:light |web |visual |graphic )?novels?|manga|web ?toon|(?:web ?)?comics?|books?|podcast|memoir)(?: series)?\s+[\"“‘'*_]*$"
)
"""Right before the title: whose book it was."""
SELF_FIRST = re.compile(
    r"\W*It\s+(?:began|started|premier(?:ed|es)|open(?:ed|s)|ran|launch(?:ed|es)|debut(?:ed|s)|aired|screen(?:ed|s)|bow(?:ed|s)|ha(?:s|d)\s+its\s+(?:world\s+)?premiere)\b|\W*(?:(?:the|this|its|a|an)\s+)?(?:(?:new|free|playable|public|short|second|third|next|upcoming|whole|finished|full|horror|crime|puzzle|sci-fi|drama|comedy|anime|television|tv|original|animated|(?:(?:long|much|eagerly|highly|hotly|keenly)[- ])?(?:awaited|anticipated))\s+){0,2}"
    r"(?:series|show|anime|film|movie|game|season|drama|thriller|comedy|adaptation|feature|demo)(?:\s+(?:from|by|of|about|starring|with)\s+[^,;]{2,50}?)?,?\s+(?:is|was|will|has|had|which|that|then|now|also|itself|premier|debut|open|launch|start|beg)",
    re.IGNORECASE,
)
"""The clause begins with the series: what it says next has it for its subject."""
TO_AIR = re.compile(
    r",\s+(?:(?:which is |now |is )?(?:set|due|slated|scheduled|expected|planned)\s+)?(?:to\s+(?:air|premiere|debut|stream|launch|release|open|arrive|begin)|coming|due|premiering|debuting|opening|launching|out)\b",
    re.IGNORECASE,
)
"""The clause begins anew behind the noun that it is said of."""
ITS_OWN = re.compile(
    r"\b(?:the|its|whose)\s+(?:(?:series\s+|season\s+)?(?:first episode|opening episode|last episode|final episode|finale|ending|premiere|debut)\s+(?:\w+\s+){0,2}|(?:[\w.]+\s+)?finale\s+(?:\w+\s+){3})$",
    re.IGNORECASE,
)
"""A noun that has its day, whatever the subject of the sentence."""
OTHER_WAS_OUT = re.compile(
    r"[\"“‘'*_]*[A-Z][\w’'-]*(?:\s+(?:(?:of|the|and|in|to|a)\s+){0,2}[A-Z][\w’'-]*){1,6}[\"”’'*_]*,[\"”’]?\s+which\s+(?:was|were|is|has been|had been|came|got)\s[^,;]*$"
)
"""What is told of the title right before it."""
NO_DISC = re.compile(
    r"pre-?orders?|\b(?:last|final|second|third|fourth|remaining)\s+(?:\w+\s+)?(?:discs?|volumes?|box(?:es)?)\b|\b(?:mass|trailer|news(?! that\b)|(?:pages?|listings?) (?:for|of))\b",
    re.IGNORECASE,
)
STREAMED = re.compile(r"\bstreaming (?:debut|bow|premiere|release|date)\b", re.IGNORECASE)
"""Of a film, later than its release."""
HAD = re.compile(r"\b(?:available|free|tickets?|on sale|open|vote|exhibit\w*)\b[^.;]{0,40}$", re.IGNORECASE)
"""What can be had for so long, and does not end with it."""
RELATIVE_ENDS = re.compile(
    r",\s+which\s+(?:had\s+|has\s+)?(?:ended|ends|premiered|aired|began|finished|concluded|opened|started)\b[^,]*$"
)
"""What is said of the series between commas is not said of its discs."""
NAMED_DAY = re.compile(
    r"\s+as\s+(?:the|its|their|his|her)\s+(?:[\w-]+\s+)?(?:premiere|release|launch|start|air|debut|opening)\s+(?:date|day)\b(?!\s+(?:of|for)\s+(?:an?|his|her|their|another|its\s+(?:next|other))\b)|\s+(?:(?:[A-Z]{2,3}|U\.S\.|[Tt][Vv]|theatrical|wide|nationwide|domestic|cinema|television|global|worldwide)\s+){0,2}(?:[Pp]remiere|[Dd]ebut|[Bb]ow|[Rr]elease|[Ll]aunch|[Ss]tart|[Ww]indow|bow)(?:\s+[Dd]ate)?\b(?!\s+of\b)|\s+is\s+(?:the|its)\s+(?:slot|(?:premiere|start|launch|air|release|target)\s+(?:date|window|month))\b(?!\s+(?:of|for)\b)"
)
"""A day that is called the premiere's ("its January 10 debut")."""
ON_IT = re.compile(r"\b(?P<noun>\w+)\s+(?:on|for|about|into|behind|around)\s+(?:the\s+)?[\"“‘']?$", re.IGNORECASE)
"""Work on the series is not the series."""
ITSELF_LATER = re.compile(r"\b(?:it|series|show|anime|film|movie|game)\b", re.IGNORECASE)
RELATIVE = re.compile(
    r",\s+(?:which|who|that|delayed|postponed|moved|pushed|put back|originally|initially|first|planned|due|set|scheduled|slated|directed|written|created|produced|made|animated|developed|published|starring|based|adapted|helmed)\b[^,;]*,"
)
"""What stands between a subject and its verb."""
TODAY = re.compile(
    r"(?:on |this )?(?:today|tonight|tomorrow|yesterday|last night|this (?:winter|spring|summer|autumn|fall))$", re.IGNORECASE
)
TO_COME = re.compile(r"\b(?:will|would|set to|due|is to|to (?:air|stream|come)|comes? to|came to|now)\b", re.IGNORECASE)
"""What is said of a day to come is no weekly habit."""


SAID_THAT = re.compile(
    r"\b(?:announce[sd]?|announcing|reveal(?:s|ed)|confirm(?:s|ed)|sa(?:id|ys)|report(?:s|ed)|unveil(?:s|ed)|wrote|posted|told [\w ]{2,30}|stated)\b(?:[^.;,]{0,80}?\bthat\s+|\s+(?=(?:the|its)\s+(?:final|last|first|opening)\s+episode\b))"
)
_FIRST_IT = re.compile(
    r"(?:it|(?:[Ss]eason|[Ss]eries)\s+(?:\d{1,2}|two|three|four|five)|(?:the|this|its)\s+(?:[\w-]+\s+){0,2}(?:series|show|anime|film|movie|game|drama|adaptation|premiere|debut|release|launch|broadcast|run|season|finale|(?:final|last|first|opening) episode))\b"
)
_AHEAD = 3
"""Words before the title ("the TV anime …")."""


def behind_saying(clause: str, own: Terms) -> int:
    """Where what is announced begins, where that has the series for its subject ("announced on Tuesday that it will …"); else 0."""
    said = SAID_THAT.search(clause)
    if not said:
        return 0
    titles = own.find(what := clause[said.end() :])
    ours = _FIRST_IT.match(what) or (titles and len(SOURCE.sub("", what[: titles[0].start]).split()) <= _AHEAD)
    return said.end() if ours else 0
