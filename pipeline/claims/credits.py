"""How credits are written: the patterns that tie names to roles, in lines and in sentences."""

import re

from pipeline.claims.names import CJK, LISTED, NAME, NAMES, UPPER
from pipeline.claims.roles import ACTS, ROLE, ROLES_JOINED, TASKS

_AUX = r"(?:,?\s+who(?:['’]s)?)?(?:\s+(?:will|is|are|was|were|has|have|had|also|both|to|be|been|now|again|then|once|once again|currently|attached to|on board to|signed on to|signed to|tapped to|hired to|chosen to|set to|returns? to|reportedly|allegedly|apparently|said to|thought to|rumou?red to|likely to|expected to|due to|slated to|tipped to|lined up to|confirmed to|poised to|did|(?:is|was|has|did)n['’]t|come on board to|come aboard to|boarded to|agreed to|may|might|could|not|won['’]t))*"
_ASIDE = r"(?:,\s+[^,.;]{2,80},|\s*,)?"
_SERIES = r"(?:the\s+|this\s+|its\s+)?(?:new\s+|upcoming\s+|original\s+|whole\s+)*(?:series|show|anime|film|movie|game|project|adaptation|production|season|it)\b"
_AND_THE = rf"{NAME}\s+(?:and|&)\s+(?:the|his|her|their)\s+{NAME}"
_BAND = r"(?:the\s+)?(?:(?:\w+\s+)?(?:band|singer|group|duo|artist|unit|trio|vocalist)\s+)?"
_THE = (
    r"(?:the\s+|its\s+|their\s+|our\s+|all\s+|both\s+)?(?:series['’]s?\s+|show['’]s\s+|anime['’]s\s+|film['’]s\s+|game['’]s\s+)?"
)
LABEL = re.compile(rf"(?P<roles>{ROLES_JOINED})\s*(?:\([^()]{{1,30}}\)\s*)?(?::|：|\||\t|\s[–—-]\s)\s*(?P<names>{LISTED})")
LINE_END = re.compile(rf"^\W*(?P<names>{NAMES})\s*(?:[:：|]|\s[–—-]\s|\()\s*(?P<roles>{ROLES_JOINED})\)?\s*$")
THEME_LABEL = re.compile(
    rf"(?P<roles>(?i:(?:opening|ending|closing)(?:\s+theme)?(?:\s+song)?))\s*[:：,]?[*_]{{0,3}}\s*(?:is\s+|theme\s+is\s+|will be\s+)?[\"“‘「『'][^\"”’」』]{{1,60}}[\"”’」』'],?\s*(?:is\s+)?(?:(?:performed|sung|recorded)\s+)?by\s+{_BAND}(?P<names>{_AND_THE}|{NAMES})"
)
_SONG = r"(?P<song>[\"“][^\"”]{1,60}[\"”])"
_AS_THEME = r"(?:is|was|will\s+be|(?:serves?|served|will\s+serve)\s+as)\s+(?:also\s+)?(?:the|its)\s+(?:(?:series|show|anime)['’]s?\s+)?(?P<roles>(?i:opening|ending|closing))(?:\s+(?:theme|song)){0,2}(?=\s*(?:[.,;)]|$|\sand\b|\s(?:of|for)\s+(?:the|this)\s+(?:series|show|anime|film|game)\b))"
THEME_SONGS = (
    re.compile(rf"{_SONG},?\s+(?:(?:performed|sung|recorded)\s+)?by\s+{_BAND}(?P<names>{_AND_THE}|{NAME}),?\s+{_AS_THEME}"),
    re.compile(
        rf"(?<![\w’'])(?P<names>{_AND_THE}|{NAME})['’]s?\s+(?:(?:new|latest)\s+)?(?:(?:single|song)\s+)?{_SONG},?\s+{_AS_THEME}"
    ),
    re.compile(
        rf"\b(?P<roles>(?i:opening|ending|closing))(?:\s+(?:theme|song)){{0,2}}\s+(?:is|will\s+be)\s+{_BAND}(?P<names>{_AND_THE}|{NAME})['’]s?\s+(?:(?:new|latest|single|song)\s+){{0,2}}[\"“]"
    ),
    re.compile(
        rf"(?P<names>{_AND_THE}|{NAMES}){_AUX}\s+(?:perform|sing|provid|record)\w*\s+{_SONG}(?:,|\s+as)?\s+(?:the|its)\s+(?P<roles>(?i:opening|ending|closing))(?=\s+(?:theme|song)|\s*[.,;]|$)"
    ),
)
"""A song that is said to be the theme."""
THEME_BY = re.compile(
    rf"(?P<roles>(?i:(?:opening|ending|closing)(?:\s+theme)?(?:\s+song)?))[^.;:]{{0,60}}?\b(?:performed|sung|is|comes|recorded|provided)\s+(?:\w+\s+){{0,2}}?(?:by|from)\s+{_BAND}(?P<names>{_AND_THE}|{NAMES})"
)
_HOW = rf"(?:\s+(?:almost\s+)?(?:mostly|mainly|largely|entirely|chiefly|once\s+more|again|throughout|in\s+(?:large|great|good)\s+part|for\s+the\s+most\s+part|(?<=shot )(?:on|in|at)\s+(?:(?:the|location\s+in)\s+)?(?:[a-z]+\s+)?{NAME}))?"
PASSIVE = re.compile(
    rf"(?P<roles>(?i:(?:co-)?directed|(?:co-)?written|scripted|penned|composed|created|scored|helmed|edited|shot|lensed|photographed|produced|narrated|adapted|show-?run|(?<=series is )run|(?<=show is )run|(?<=, )cut|(?<=and )cut))(?:\s+and\s+(?P<more>(?i:directed|written|scripted|composed|created|co-written)))?{_HOW}\s+(?i:by)(?::[*_]*)?\s+(?:(?:the\s+)?(?:newcomer|veteran|debutant|film-?maker|first-timer|first-time|novelist|playwright|poet|rookie|acclaimed|[A-Z]?[a-z]+-(?:winning|nominated)|director|writer)\s+){{0,3}}(?P<names>{NAMES})(?!['’]s)"
)
THEME_WHICH = re.compile(
    rf"\b(?P<roles>(?i:opening|ending|closing))(?:\s+(?:theme|song|credits))*,\s+(?:which|that)\s+(?:the\s+)?{_BAND}(?P<names>{NAMES})\s+(?:also\s+)?(?:perform|sing|sang|play)(?:s|ed)?\b"
)
PASSIVES = {
    "directed": "director",
    "helmed": "director",
    "written": "script",
    "scripted": "script",
    "penned": "script",
    "co-written": "script",
    "composed": "music",
    "scored": "music",
    "created": "original creator",
    "edited": "editing",
    "shot": "cinematography",
    "lensed": "cinematography",
    "photographed": "cinematography",
    "produced": "producer",
    "narrated": "narrator",
    "adapted": "script",
    "showrun": "showrunner",
    "show-run": "showrunner",
    "run": "showrunner",
    "cut": "editing",
}
NOUN_BY = re.compile(
    rf"(?P<roles>{ROLES_JOINED})(?:\s+of\s+the\s+(?:series|show|anime|film|game)(?=\s+(?:is|are|was|were)\s))?(?:,\s[^,.;]{{2,40}},(?=\s+(?:is|are|was|were)\s+by\s))?(?:,|\s+(?:is|are|was|were|comes?|being|will be|duties)(?:\s+(?:courtesy|not))?)?(?:\s+(?:handled|done|composed|written|provided|supplied|overseen|taken on|performed|supervised|drawn|credited))?\s+(?:by(?::[*_]*)?|from|to|of(?<=courtesy of))\s+(?:(?:the\s+)?(?:[A-Z]\w+\s+|[a-z]+\s+)?(?:band|group|duo|trio|quartet|singer|unit|veteran|newcomer)\s+)?(?P<names>{NAMES})(?!['’]s)"
)
NOT_BUT = re.compile(rf"(?P<roles>{ROLES_JOINED})\s+(?:is|was)\s+not\s+by\s+{NAME}\s+but\s+by\s+(?P<names>{NAMES})")
_UNDER = re.compile(rf"\b(?P<roles>(?i:direction))\s+of\s+(?P<names>{NAME})(?!['’]s)")
_CHAIR = re.compile(
    rf"(?P<names>{NAME})(?:\s*[(（][^()（）]{{0,80}}[)）])?(?:,\s[^,.;]{{2,80}},)?\s+(?:is|was|sits|remains|returns|will be|takes)\s+(?:back\s+)?(?:(?:in|at|to)?\s*the\s+)?(?P<roles>director['’]s\s+(?:chair|seat)|(?<=the\s)helm)"
)
_WITH_AT = re.compile(
    rf"(?:\b[Ww]ith\s+|^\W*)(?P<names>{NAME})(?:,\s[^,.;]{{2,60}},)?\s+(?:(?:back|again|once\s+more|firmly|now)\s+)?(?:at\s+the|in\s+the)\s+(?P<roles>helm|director['’]s\s+(?:chair|seat))(?!\s+of\s+(?!(?:the|this)\s+(?:series|show|anime|film|game|adaptation|project|production)\b))"
)
_FOR = re.compile(
    rf"(?P<names>{NAME})\s+(?:(?:has\s+|also\s+)?won\s+|(?:was|is)\s+(?:also\s+)?nominated\s+)?for\s+(?:(?:his|her|the|its|their|best)\s+)*(?P<roles>{ROLES_JOINED})(?=\s*(?:[.,;]|$|\sand\b))"
)
"""What somebody has a prize for."""
_NOUN_IS = re.compile(
    rf"(?P<roles>{ROLES_JOINED})(?:(?P<of>\s+of\s+[^,.;]{{2,40}}?)|(?<=[Dd]irecting)\s+(?:the|this)\s+(?:series|show|anime|film|adaptation|game))?\s+(?:is|are|were|will be|remains|is (?:thought|said|believed|reported|rumou?red) to be)\s+(?P<names>{NAMES})(?!['’]s)"
)
TITLED = re.compile(
    rf"(?P<roles>{ROLES_JOINED})(?P<of>\s+(?:of|for)\s+[^,.;]{{2,40}}?)?,?\s+(?P<names>{NAME}(?:\s+and\s+{NAME}(?!\s+{ROLE}))?)"
)
_APPOSED = re.compile(
    rf"(?P<names>{NAME}),?\s*(?:,|\(|—|–|who\s+(?:is|was|serves as|served as|works as)(?:\s+(?:also|again|now|still|both))?|(?:is|was)(?:\s+not|n['’]t)?|will be|serves? as|served as|will serve as|acts as|works as|returns as|joins as|joined as|(?:was|were|is|(?:has|have) been) (?:hired|named|announced|confirmed|revealed|unveiled|appointed|chosen|picked|brought in|signed) as|(?:replac(?:es|ed|ing)|succeed(?:s|ed|ing)|stepp?(?:s|ed|ing)? in for) [A-Z][\w’-]+(?: [A-Z][\w’-]+){{0,2}} as|is credited (?:as|with|for)|is attached as|was named|has been named|named as|as|(?:supervising|serving|acting|working|joining|returning) as|was announced as|is (?:listed|cited|billed|named|given) as|is back as|steps in as|(?:takes|took) over(?: from [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)? as|(?:remains|stays on|stays|continues|carries on)(?:\s+as)?|is on|is also|also|(?:has\s+|have\s+)?(?:led|leads|joined|joins|heads|headed)\s+(?:the\s+)?(?:\w+\s+)?as|is thought to be)\s*{_THE}(?:(?:same|lead|main)\s+)?(?P<roles>{ROLES_JOINED})(?P<of>\s+(?:of|for|on|behind)\s+[^,.;)]{{2,50}})?(?=\s*(?:[,.;)—–]|$|\s(?:and|with|while|at|who|said|says|told|has|duties|alongside|,)\b))"
)
_TASK = rf"(?:draw(?:s|ing)|drew|handl(?:es?|ed|ing)|overs(?:ees?|aw|eeing)|supervis(?:es?|ed|ing(?!\s+(?i:director|producer)))|(?:is|are|was|be|in)\s+(?:in\s+)?charge\s+of|charge\s+of|responsible\s+for|tak(?:es?|ing)\s+(?:care\s+of|on|charge\s+of|over)|took\s+(?:care\s+of|on|charge\s+of)|do(?:es|ing)?|did|provid(?:es?|ed|ing)|contribut(?:es|ed|ing)|suppl(?:y|ies|ied|ying)|lead(?:s|ing)?|led|penn(?:ed|ing)|writ(?:es?|ing)|wrote|deliver(?:s|ed)|mak(?:es|ing)|shar(?:es?|ing)|(?:is|are)\s+behind|credited\s+(?:with|for)|on)\s+{_THE}(?:duties\s+of\s+)?"
_JOINING = re.compile(
    rf"(?P<roles>{ROLES_JOINED})\s+(?:(?:(?:have|has|are|were|will|be|been|also|already)\s+)*(?:joined|joining|on\s+board|attached|signed(?:\s+on|\s+up)?|confirmed|named|announced|hired|involved|at\s+work)(?:\s+(?!to\b|by\b)[^.;:,()]{{2,40}}?)?:|include:?)\s+(?P<names>{LISTED})"
)
_ARE = re.compile(
    rf"(?P<names>{NAME}(?:,\s+{NAME})*,?\s+and\s+{NAME})\s+are\s+(?:again\s+|also\s+)?(?:the|its)\s+(?:\w+\s+)?(?P<roles>{ROLES_JOINED})(?=\s*(?:[.,;]|$)|\s+of\s+(?:the|this)\s+(?:series|show|anime|film|game)\b)"
)
_HANDLES = re.compile(
    rf"(?P<names>{NAMES}){_ASIDE}{_AUX}\s+{_TASK}(?P<roles>{ROLES_JOINED})(?P<of>\s+(?:of|for|on)\s+[^,.;)]{{2,50}})?"
)
_ALSO = re.compile(rf"\band\s+(?:also\s+|is\s+|will\s+)*{_TASK}(?P<roles>{ROLES_JOINED})")
OWNED = re.compile(
    rf"(?P<names>{NAME})['’]s?\s+(?:(?!(?:in|into|to|as|for|and|with|of|on|onto|from|by)\b)\w+\s+){{0,2}}?(?P<roles>(?i:score|music|soundtrack|character designs?|scripts?|screenplay|direction|cinematography|photography|(?:opening|ending)\s+(?:theme|song)(?:\s+song)?))\b"
)
_WHOSE = re.compile(
    rf"(?P<names>{NAME}),\s+(?:who(?:['’]s|\s+is)\s[^,.;]{{2,40}}\sand\s+)?whose\s+(?P<roles>(?i:score|soundtrack|music|character\s+designs))\b(?=\s+(?:(?:is|are|was|were|has|have|had|does|do|never|keeps?|makes?|gives?|fills?|carr(?:y|ies))\b|for\s+(?:the|this)\s+(?:series|show|film|anime|game)\b))"
)
WITH = re.compile(
    rf"(?:\s+{_SERIES})?(?:\s*[(（][^()（）]{{0,80}}[)）])?\s+(?:(?:together\s+|along\s+)?with|alongside)\s+(?:(?:the\s+)?(?:poet|novelist|playwright|author|writer|film-?maker|comedian|actor|journalist)\s+)?(?P<names>{NAMES})(?=\s*(?:[,.;)]|$|\sand\b))"
)
WHICH = re.compile(
    rf"\b(?:which|that)\s+(?P<names>{NAMES})\s+(?:also\s+)?(?P<roles>(?i:wrote|directed|scripted|created|produced|composed)(?:\s+(?:and|,)\s+(?:also\s+)?(?i:wrote|directed|scripted|created|produced|edited))?)\b(?=\s*(?:[,.;)]|$|\sand\b|\s(?:for|with)\b))"
)
"""The series, which somebody wrote and directed."""
_GAPPED = re.compile(
    rf"(?:;|,|\band\b)\s+(?:and\s+)?(?P<names>{NAME}),?\s+(?:for\s+)?(?:the|its|on)\s+(?P<roles>{ROLES_JOINED})(?=\s*(?:[,.;]|$|\sand\b))"
)
_ACTING = {
    role: re.compile(
        rf"(?P<names>{NAMES}){_ASIDE}{_AUX}\s+(?:(?:\w+s|\w+ed|(?:writ|direct|creat|star)\w*ing|wrote|write|direct|create|produce|star)(?:,\s+(?:direct|write|create))?\s+(?:{_SERIES}\s+)?and\s+(?:will\s+)?(?:also\s+)?|(?:write|create|produce|star),\s+)?(?:co-)?(?:{verb})(?!\w)(?P<object>[^.;]{{0,60}})"
    )
    for role, verb in ACTS.items()
}
_DOING = {
    role: re.compile(
        rf"(?P<names>{NAMES}){_ASIDE}{_AUX}\s+(?:(?:\w+s|\w+ed|wrote|write|direct|create|produce|star)\s+(?:{_SERIES}\s+)?and\s+(?:also\s+)?)?(?:co-)?(?:{verb})\b(?P<of>\s+(?:of|for)\s+[^,.;]{{2,40}})?"
    )
    for role, verb in TASKS.items()
}


_HIS = r"(?:his|her|their)\s+(?:[a-z-]+\s+){0,3}?"
_SCRIPT = r"(?:[a-z]+\s+)?(?:screenplay|script)"
_FROM_A = rf"(?:an?|the)\s+{_SCRIPT}\s+(?:that\s+)?(?:he|she|they)\s+(?:(?:also|has|had)\s+)?(?:co-)?(?:wrote|written|penned)\b"
_FROM_OWN = rf"(?:his|her|their)\s+own\s+{_SCRIPT}\b"
_DIRECTS = rf"(?P<names>{NAME}){_ASIDE}{_AUX}\s+(?:direct|helm)(?:s|ed|ing)?\s+(?:[^.;,]{{0,40}}?\s)?from\s+"
_DIRECTED = rf"\b(?:directed|helmed)\s+by\s+(?P<names>{NAME})\s+from\s+"
HIS_SCRIPT = tuple(re.compile(said + _FROM_A) for said in (_DIRECTS, _DIRECTED))
HIS_OWN_SCRIPT = tuple(re.compile(said + _FROM_OWN) for said in (_DIRECTS, _DIRECTED))
"""Who directs what he has written."""
DEBUTS = (
    re.compile(
        rf"\b(?:marks|is|was)\s+the\s+(?:[a-z-]+\s+){{0,2}}?(?:directorial|directing)\s+debut\s+(?:of|for)\s+(?P<names>{NAME})(?!['’]s)"
    ),
    re.compile(
        rf"\b(?:marks|is|was|serves\s+as)\s+(?:also\s+)?(?P<names>{NAME})['’]s?\s+(?:[a-z-]+\s+){{0,3}}?(?:directorial|directing)\s+(?:feature\s+)?debut\b(?!\s+(?:with|on|in)\b)"
    ),
    re.compile(
        rf"\bmarks\s+(?:also\s+)?(?P<names>{NAME})['’]s?\s+(?:first|second|third|fourth|latest|return|debut)\s+(?:(?:turn|outing|stint|time|go|feature|film|series)\s+)?(?:to\s+)?(?:in\s+the\s+director['’]s\s+(?:chair|seat)|the\s+director['’]s\s+(?:chair|seat)|at\s+the\s+helm|as\s+(?:an?\s+|its\s+)?director)\b"
    ),
    re.compile(
        rf"(?P<names>{NAME}),?\s+(?:(?:who|is|will|also)\s+)*(?:makes|making|make)\s+{_HIS}(?:directorial|directing)\s+(?:feature\s+)?debut\b(?P<of>\s+(?:with|on|in)\s+[^,.;]{{2,40}})?"
    ),
    re.compile(
        rf"(?P<names>{NAME}),?\s+(?:(?:who|has|also)\s+)*made\s+{_HIS}(?:directorial|directing)\s+(?:feature\s+)?debut\s+(?:with|on)\s+(?P<of>[^,.;]{{2,40}})"
    ),
)
"""The first work that somebody directs."""
DESIGNED = re.compile(
    rf"\b(?P<roles>[Cc]haracters?|[Mm]achines|[Mm]echs?|[Mm]echa|[Rr]obots)(?:,?\s+(?:(?:is|are|was|were|being|been|have|all)\s+)*designed\s+by\s*:?|\s+(?:(?:is|are|was|were|being|been|have|all)\s+)*the\s+work\s+of)\s+(?:veteran\s+|newcomer\s+)?(?P<names>{NAME})"
)
CUES = re.compile(
    rf"(?P<names>{NAME})(?:,?\s+who)?\s+(?:(?:has|had|also|first)\s+)*(?:composed|wrote|written|recorded)\s+(?:(?:all|some|over|about|around|nearly|almost|more\s+than|the|its|[a-z-]+|\d+)\s+){{1,4}}?(?:cues|tracks|pieces(?:\s+of\s+music)?)(?P<of>\s+(?:for|of)\s+[^,.;]{{2,40}})"
)
"""The music, piece by piece."""
A_FILM_BY = re.compile(
    rf"[\"”’'*_]*(?:,|\s+is)\s+(?:the|an?|his|her)\s+(?:[\w-]+,?\s+){{0,4}}?(?:feature|film|movie)(?:\s+(?:film|debut))?\s+by\s+(?:(?:the\s+)?(?:[a-z-]+\s+){{0,2}}(?:director|film-?maker|writer-director)\s+)?(?P<names>{NAME})"
)
"""Behind the title of a film."""
BEST = re.compile(
    rf"\b[Bb]est\s+(?P<roles>{ROLES_JOINED})(?:\s+[(（][^()（）]{{1,30}}[)）])?\s+(?:for|to|went\s+to|goes\s+to)\s+(?P<names>{NAME})(?!['’]s|\s+(?:for|in|on)\s+[\"“‘'*_]*[A-Z])"
)
"""A prize, and who has it."""
SOMEBODY = re.compile(
    rf"[{UPPER}][\w’'.-]*\s+[{UPPER}]|[{UPPER}{CJK}]\w+.*\b(?:direct|showrun|creat|wr[io]t|compos|produc|script|music|score|theme|opening|ending|design)|\b(?i:by|director|composer|writer|producer|scriptwriter)\s+[{UPPER}{CJK}]|[:：|]"
)
COLON = re.compile(r"[:：|\t]|\s[–—-]\s")


NOUNS = (
    (NOUN_BY, (" by ", " by:", " from ", " to ", " of ")),
    (NOT_BUT, ("not by",)),
    (_UNDER, ("direction of",)),
    (_CHAIR, ("chair", "seat", "helm")),
    (_WHOSE, ("whose ",)),
    (_WITH_AT, ("the helm", "director's", "director’s")),
    (_FOR, ("won ", "award", "prize", "nominat", " nods")),
    (_NOUN_IS, (" is ", " are ", " were ", " will be ", " remains ")),
    (_ARE, (" are ",)),
    (_JOINING, (":", " include")),
    (_HANDLES, ("",)),
    (_APPOSED, ("",)),
    (_GAPPED, (";", ",", " and ")),
    (_ALSO, (" and ",)),
    (OWNED, ("'", "’")),
)
"""Patterns with roles, each with what must stand in the sentence, in small letters, before it is worth a search."""
ROLE_FIRST = (NOUN_BY, NOT_BUT, _NOUN_IS, _JOINING)
"""Those that begin with the role."""
_STEMS = {
    "director": ("direct", "helm"),
    "script": ("writ", "wrote", "script", "pen", "adapts"),
    "music": ("compos", "scor", "music", "soundtrack"),
    "producer": ("produc",),
    "original creator": ("creat",),
    "narrator": ("narrat",),
    "showrunner": ("showr", "show-r", "run", "ran"),
    "character design": ("characters",),
    "mechanical design": ("design",),
    "series composition": ("script",),
    "opening theme": ("opening",),
    "ending theme": ("ending", "closing"),
}
DOES = {role: (pattern, _STEMS[role]) for role, pattern in _ACTING.items()}
"""Role → verbs of the whole work, and their stems."""
DONE = {role: (pattern, _STEMS[role]) for role, pattern in _DOING.items()}
"""Role → verbs with an object of their own, and their stems."""
OF_A_DUB = re.compile(
    r"\W*(?:(?:The|Its|This)\s+(?:[\w-]+\s+)?(?:dub|stage (?:version|play))\b|.{2,120}\b(?:direct|helm|produc|writ|adapt|overs|supervis)\w*\s+(?:the|its)\s+(?:[\w-]+\s+)?(?:dub|(?:English|French|German|Spanish|Italian)(?:-language)?\s+version)\b)"
)
_THE_WORK = re.compile(r"\s*,\s+(?:the|its)\s+")
SUPERVISED = re.compile(r"\b(?:supervis|overs(?:ee|aw))\w*\s+(?:\w+\s+){0,2}$")
SUPERVISES = re.compile(
    r"\b(?:supervis|overs(?:ee|aw))\w*\s+(?:\w+\s+){0,2}script|(?i:script\w*|screenplays?)\s+(?:\w+\s+)?(?:supervised|overseen)\s+by\b"
)
AGENT = re.compile(r"(?:[eo]rs?|er[/-]director|scenarist|dir)$|監督|プロデューサー", re.IGNORECASE)
"""Words for somebody; "music X" and "directing X" name a work as often."""


def is_next_credit(text: str, m: re.Match[str]) -> bool:
    """ "X, the director," is somebody; "X, the music by Y" is another credit."""
    return not AGENT.search(m["roles"]) and bool(_THE_WORK.fullmatch(text, m.end("names"), m.start("roles")))
