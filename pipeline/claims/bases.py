"""The words that tie what it was made from to the series, other than "based on". Knows no series and reads nothing."""

import re

from pipeline.claims.forms import ADJ, BY, FORM, THING
from pipeline.claims.names import NAME

FROM_IT = re.compile(
    rf"(?:\b(?i:from|source(?: material|, too,)? (?:is|was|as)|source is|original(?: (?:work|story))? (?:is|was)|springs from|comes from|rests on|turns|turned|brings|took|take on|retells|reworks|adapted|adapting|adapts|(?:has|have)\s+filmed|by\s+(?:filming|animating)|(?:series|film|movie|show|anime|drama)\s+out\s+of))\s+(?:(?i:a|an|the|its|his|her|their|another|much-loved|beloved)\s+)*{THING}{BY}"
)
_BEGAN_AS = re.compile(
    rf"\b(?i:(?:began|begins|started|starts|first appeared)(?:\s+(?:its\s+)?(?:life|out|existence))?\s+as)\s+(?i:an?|the)\s+{THING}(?!\s+(?i:artist|author|editor|writer|critic|company|shop|studio)){BY}"
)
"""The words for a source, and then what it is."""
SCREEN_OF = re.compile(
    rf"\b(?i:anime|series|film|movie|show|drama|adaptation|version)\s+of\s+(?P<owner>{NAME})['’]s?\s+{ADJ}\b(?P<form>(?i:{FORM}))\b(?P<author>(?!))?"
)
SCREEN_TITLE = re.compile(
    rf"\b(?i:anime|series|film|movie|show|drama|adaptation|version)\s+of\s+(?P<owner>{NAME})['’]s?\s+[\"“*_]*(?:[A-Z][\w’'-]*\s+(?:(?:of|the|and|in|to)\s+)*){{1,8}}?[\"”*_]*\s*(?P<form>(?i:{FORM}))s?\b(?P<author>(?!))?"
)
_BASIS = re.compile(
    rf"{THING}s?{BY}\s+(?i:is|are|was|were|forms?|formed|serves? as|served as|provides?|provided)\s+(?i:also\s+)?the\s+(?i:basis|source|foundation|template|starting point)\b"
)
_TRUE = re.compile(
    r"\b(?i:tells?|telling|told|recounts?|dramati[sz]es|retells?)\s+the\s+(?P<form>(?i:true story|real story|true events|real events))\b(?P<owner>(?!))?(?P<bare>(?!))?(?P<author>(?!))?"
)
OF_HER_BOOK = re.compile(
    rf"\b(?i:anime|series|film|movie|drama|version)\s+of\s+(?:his|her|their)\s+(?:own\s+)?(?P<form>(?i:{FORM}))\b(?P<owner>(?!))?(?P<author>(?!))?"
)
_BEHIND_IT = re.compile(
    r"\b(?i:the|an?)\s+(?:(?:popular|hit|best-?selling|original|source|\d{4})\s+)*(?P<form>(?i:manga|manhwa|webtoon|comic|(?:light |web |graphic )?novel|novella|memoir|podcast|book)s?)\s+(?:series\s+)?behind\s+(?:it|the\s+(?:series|show|film|anime|game|adaptation))(?=\s*[.,;:)!]|\s*$|\s+(?:is|was|has|had|were|are|sold|ran|began|and|by)\b)(?P<owner>(?!))?(?P<author>(?!))?"
)
BEHIND_TITLE = re.compile(
    r"\b(?i:the|an?)\s+(?:(?:popular|hit|best-?selling|original|source|\d{4})\s+)*(?P<form>(?i:manga|manhwa|webtoon|comic|(?:light |web |graphic )?novel|novella|memoir|podcast|book|(?:video )?game)s?)\s+(?:series\s+)?behind\s+[\"“‘'*_]*(?:The\s+)?$(?P<owner>(?!))?(?P<bare>(?!))?(?P<author>(?!))?"
)
BEFORE_ADAPTS = re.compile(
    rf"\b[Tt]he\s+{ADJ}\b(?P<form>(?i:manga|manhwa|webtoon|comic|(?:light |web |graphic )?novel|novella|memoir|podcast|book|(?:video )?game)s?)\s+(?:series\s+)?(?:(?:that|which)\s+)?[\"“‘'*_]*(?:The\s+)?$(?P<owner>(?!))?(?P<bare>(?!))?(?P<author>(?!))?"
)
ADAPTS_IT = re.compile(
    r"[\"”’'*_]*\s+(?:adapts|is\s+(?:\w+\s+)?based\s+on|was\s+based\s+on|is\s+adapted\s+from)\b(?=\s*(?:[.,;:)]|$|\s(?:is|was|has|had|began|ran|sold|by|and)\b))"
)
"""Before and behind the title: "the novel that Iron Moth adapts"."""
_VERSION_OF = re.compile(
    rf"\b(?:(?:TV|television|screen|live-action|animated|small-screen|big-screen)\s+(?:version|remake|retelling|rendition|take)|take)\s+(?i:of|on)\s+(?:the|an?)\s+{ADJ}\b(?P<form>(?i:manga|manhwa|webtoon|comic|(?:light |web |graphic )?novel|book|podcast|video[ -]?game|board game)s?)\b(?P<owner>(?!))?(?P<bare>(?!))?(?P<author>(?!))?"
)
_TURNED = re.compile(
    rf"\b(?P<form>(?i:{FORM}))[\s-]turned[\s-](?:(?!(?:into|to|the|his|her|out|up|off|on)\b)[\w-]+\s+){{0,2}}?(?:series|drama|anime|film|movie|show|thriller|comedy)\b(?P<owner>(?!))?(?P<author>(?!))?"
)
_WAS_FIRST = re.compile(rf"\b[Ii]t\s+(?:was|had\s+been)\s+(?:once\s+|first\s+|originally\s+)?an?\s+{THING}\s+(?:before|until)\b")
_WHOSE = re.compile(
    rf"(?P<owner>{NAME}),?\s+whose\s+{ADJ}\b(?P<form>(?i:{FORM}))s?\s+(?:(?:it|this|the\s+(?:first\s+)?(?:series|season|show|film|anime|game))\s+(?:adapts|is\s+based\s+on|was\s+based\s+on|(?:is|was)\s+adapted\s+from)|(?:started|began|inspired)\s+it\s+all|inspired\s+(?:it|the\s+(?:series|show|film|anime|game)))\b(?P<author>(?!))?"
)
WHICH = re.compile(
    rf"{THING}{BY},?\s+(?:[^.;,]{{0,40}}\s)?(?:(?i:on|from)\s+which\s+(?:it['’]s\s+(?=based|adapted|drawn|taken|made)|(?:\w+\s+){{1,4}})(?:is|was|are|were)?\s*(?:\w+\s+)?(?:based|adapted|drawn|taken|rests|made|comes?)?\b|(?:(?i:that|which)\s+)?(?i:it|this|the (?:series|show|film|anime|game))(?:(?:\s+(?:is|was)|['’]s)\s+(?:\w+\s+)?(?:(?:adapted|drawn|taken|made)\s+from|based\s+on)|\s+(?:comes|came|springs)\s+from)|(?:(?i:that|which)\s+)?(?i:it|this|the (?:series|show|film|anime|game))\s+adapts|(?i:that|which)\s+(?i:inspired|started|gave rise to)\s+(?i:it(?:\s+all)?|the (?:series|show|film|anime|game)))\b"
)
"""What it is, and then that the series rests on it."""
_SOURCE_IS = re.compile(
    rf"\b(?i:the|its)\s+(?:(?i:source|original)|(?i:source(?:\s+material)?),\s+an?)\s+(?P<form>(?i:{FORM}))s?\b{BY}(?!\s+(?i:game|series|show|film|anime))"
)
MADE = (
    (FROM_IT, ("",)),
    (WHICH, ("",)),
    (_SOURCE_IS, ("",)),
    (_BEGAN_AS, (" as ",)),
    (OF_HER_BOOK, (" of h", " of t")),
    (_BEHIND_IT, (" behind ",)),
    (_TURNED, ("turned",)),
    (_VERSION_OF, (" take on ", " of ")),
    (_WAS_FIRST, ("until", "before")),
    (_WHOSE, (" whose ",)),
    (SCREEN_OF, ("'", "’")),
    (SCREEN_TITLE, ("'", "’")),
    (_BASIS, ("basis", "source", "foundation", "template", "starting point")),
    (_TRUE, ("true ", "real ")),
)
"""Patterns with a form, each with what must stand in the sentence before it is worth a search."""
