"""How it is written who wrote what the series was made from, and whose a work is called. Knows no series."""

import re

from pipeline.claims.names import LISTED, NAME

_FORM = r"(?i:manga|manhwa|webtoon|web ?comics?|comics?|graphic novel|(?:light |web |visual )?novels?|novella|short stor(?:y|ies)|books?|play|memoir|podcast|game|story|serial|stories)"
_BOOK = r"(?i:manga|manhwa|webtoon|comics?|graphic novels?|(?:light |web )?novels?|novella|memoir|book|play)"
ORIGINAL_LABEL = re.compile(rf"^\W*Original(?:\s+(?i:creator|story|{_BOOK}))?\s*[:：]\s*(?P<names>{LISTED})")
"""The author, in a list of staff where the word stands alone, or with the form of what he wrote."""
_ADAPTED = r"\b(?i:based (?:up)?on:?|take on(?=\s+(?:the|an?|its)\b)|(?:screen|film|television|tv|movie|live-action|animated|anime)\s+version\s+of|(?:series|film|anime|drama|show|movie)\s+out\s+of|adapt(?:s|ed from|ing|ation of)|adaptation of|drawn from|taken from|made from|brings|comes from)"
AUTHOR_BY = re.compile(
    rf"{_ADAPTED}\s+[^.;:()]{{0,80}}?\b{_FORM}\b(?:(?:(?!\band\s+(?:is|was|will|has)\b)[^.;:(),]){{0,60}}?(?:\s(?i:by:?|from)|,\s(?:(?:written|drawn|created)\s+)?(?i:by))|(?<=s)\s+of)\s+(?:(?i:author|writer|novelist|mangaka|artist)\s+)?(?P<names>{NAME}(?:\s+and\s+(?:(?i:artist|illustrator)\s+)?{NAME})?)"
)
AUTHOR_OF = re.compile(
    rf"{_ADAPTED}\s+(?:(?i:the|author|novelist)\s+)*(?P<names>{NAME})['’]s?\s+(?:[\w“”\"'‘’-]+\s+){{0,5}}?{_FORM}\b"
)
_WROTE = r"(?:(?:had|has|also|first)\s+)*(?:(?:wr[io]te|creat|dr[ae]w|pen|author|launch)\w*|beg[au]n|begins|start(?:s|ed)|is\s+the\s+author\s+of)(?:\s+and\s+(?:dr[ae]ws?|illustrate[sd]?))?"
_IS_BASED = r"(?:is|was)\s+(?:based|adapted|drawn|taken|made)"
_IT = r"(?:it|(?:the|this)\s+(?:series|show|film|anime|game|drama|adaptation)|both\s+(?:series|seasons|films))"
_IT_IS = rf"{_IT}(?:\s+(?:is|are|was|were)|['’]s)\s+(?:based|adapted|drawn|taken)"
AUTHOR_WROTE = re.compile(
    rf"(?P<names>{NAME})(?:,?\s+who)?\s+{_WROTE}\s+the\s+(?:original\s+(?!game){_FORM}\b(?!\s+(?:of|club|shop|award|magazine|fair)\b)"
    rf"|(?:[\w-]+\s+){{0,2}}?{_FORM}(?:\s+series)?\s+(?:(?:on|from)\s+which\s+[^,.;]{{2,40}}?(?:\s+|['’]s\s+){_IS_BASED}\b|(?:on|from)\s+which\s+(?:it|he|she)['’]s\s+(?:based|adapted|drawn|taken)\b"
    rf"|(?:that|which)\s+[^,.;]{{2,40}}?\s+(?:adapts|is\s+(?:based\s+on|adapted\s+from))\b"
    rf"|(?:that\s+)?{_IT_IS}\s+(?:on|from)\b))"
)
_DESCRIBED = r"(?:[\w-]+\s+){0,2}?"
_MADE_FROM = r"\b(?:directed|directs|written|writes|wrote|scripted)\b[^.;:]{0,80}?\bfrom\s+"
AUTHOR_TOLD = (
    re.compile(rf"\b(?:[Tt]he|[Aa]n?)\s+(?P<names>{NAME})\s+{_FORM},?\s+(?:(?:that|which)\s+)?{_IT_IS}\s+(?:on|from)\b"),
    re.compile(
        rf"(?P<names>{NAME}),\s+(?:(?:on|from)\s+)?whose\s+{_DESCRIBED}{_FORM}\s+(?:{_IT_IS}|{_IT}\s+(?:also\s+)?adapts)\b"
    ),
    re.compile(
        rf"{_ADAPTED}\s+(?:(?:the|an?|its)\s+)?{_DESCRIBED}{_FORM}(?:\s+series)?(?:\s+of\s+(?:that|the\s+same)\s+(?:name|title))?(?:,?\s+which|\s+that)\s+(?P<names>{NAME})\s+(?:(?:has|had|been|first|also|is)\s+){{0,2}}(?:wrote|writ(?:es|ten|ing)|dr[ae]w(?:s|n|ing)?|post(?:s|ed|ing)|penned|publish(?:es|ed|ing)|seriali[sz](?:es|ed|ing)|sold)\b"
    ),
    re.compile(rf"{_MADE_FROM}(?P<names>{NAME})['’]s?\s+{_DESCRIBED}{_FORM}\b"),
    re.compile(rf"{_MADE_FROM}(?:an?|the)\s+{_DESCRIBED}{_FORM}\s+by\s+(?P<names>{NAME})"),
    re.compile(
        rf"\bcover(?:s|ed|ing)?\s+(?:the\s+)?(?:volumes?|chapters|books?)\s+[^.;:]{{1,40}}?\bof\s+(?:the|its)\s+{_DESCRIBED}{_FORM}\s+by\s+(?P<names>{NAME})"
    ),
    re.compile(
        rf"{_ADAPTED}\s+(?:the\s+(?:[a-z-]+\s+){{1,3}})?[\"“‘'*_]*[A-Z][^.;:()]{{1,60}}?,[\"”’'*_]*\s+(?P<names>{NAME})['’]s?\s+{_DESCRIBED}{_BOOK}\b(?!\s+(?:spin|sequel|prequel|adaptation))"
    ),
    re.compile(rf"\b(?:[Ii]t|{_IT})(?:['’]s|\s+is)\s+(?:taken\s+)?from\s+(?P<names>{NAME})['’]s?\s+{_DESCRIBED}{_BOOK}\b"),
    re.compile(
        rf"\b(?:film|movie|drama|series|anime|thriller|comedy|mystery)\s+after\s+(?:(?:the|an?)\s+{_DESCRIBED}{_BOOK}\s+by\s+(?P<names>{NAME}))"
    ),
    re.compile(
        rf"(?P<names>{NAME}),\s+whose\s+{_DESCRIBED}{_BOOK}\s+(?:inspired\s+(?:the|this)\s+(?:series|show|film|anime|game|drama)|(?:is|was)\s+the\s+(?:source|basis|inspiration)\s+(?:of|for)\s+(?:the|this|it)\b)"
    ),
    re.compile(
        rf"\b[Tt]he\s+{_DESCRIBED}{_FORM}\s+(?:(?:that\s+|which\s+)?{_IT}\s+adapts|behind\s+[^.;()]{{2,50}}?)\s+(?:is|was)\s+(?:written\s+|drawn\s+|created\s+)?by\s+(?P<names>{NAME}(?:\s+and\s+{NAME})?)"
    ),
    re.compile(rf"\b{_FORM}\b[^.]{{0,120}}?\bits\s+author,\s+(?P<names>{NAME})(?=\s*[.,;])"),
)
"""Who wrote what the series adapts, told in a clause of its own."""
HIS_WORK = re.compile(
    rf"(?P<names>{NAME})['’]s?\s+(?:(?!(?:first|second|third|last|previous|next|earlier|other|new|latest|debut|and|in|of|on|for|to|with|is|was)\b)[a-z\d][\w'’-]*\s+){{0,3}}?(?:(?P<book>(?i:{_FORM})(?:\s+series)?)|(?P<shown>series|show|anime)|(?:film|movie|thriller|drama|comedy|horror|mystery|noir|western|romance))(?=\s*[.,;:)—–]|\s+(?:is|was|has|to|into|for|from|and|that|which|with|in|on|of\s+the\s+same|opens|opened|premieres|runs|had(?!\s+(?:not|never|yet)\b)|have|did|does|won|wins|are|were|will|would|of\s+(?:19|20)\d\d|as|at|about|but|when|who|comes|came|ends|begins|gets|got|[a-z]+ed)\b|$)"
)
"""A work by whose it is."""
_NOT_NEW = r"(?:(?!(?:new|next|latest|previous|earlier|other|first|second|third|last|current|upcoming|forthcoming|debut|unfinished)\b)[a-z][\w’'-]*\s+){0,2}?"
_NO_OTHER = r"(?!\s+(?:of|on|for)\s+[\"“‘'*_]*[A-Z]|\s+[\"“‘'*_]*[A-Z])"
AUTHOR_AS = (
    re.compile(rf"\b(?:[Aa]uthor|[Nn]ovelist|[Mm]angaka|[Mm]anga\s+(?:artist|creator)|[Pp]laywright)\s+(?P<names>{NAME})"),
    re.compile(
        rf"(?P<names>{NAME}),\s+(?:who\s+is\s+)?(?:the|its)\s+(?:[\w’'-]+\s+){{0,3}}?(?:author|novelist|mangaka|playwright)\b(?P<of>\s+of\s+[\"“‘'*_]*[A-Z][^,.;]*)?(?=\s*[,.;)]|$)"
    ),
    re.compile(rf"\b(?:[Tt]he|[Ii]ts)\s+(?:[\w-]+\s+){{0,2}}?(?:{_BOOK}['’]s?\s+)?author,\s+(?P<names>{NAME})"),
    re.compile(
        rf"(?P<names>{NAME})(?:,?\s+who)?\s+(?:(?:has|had|first|also)\s+)*(?:launched|began|started|wrote|drew|created|penned|publish(?:es|ed)?|ha(?:s|ve)\s+been)\s+(?:seriali[sz]ing\s+|drawing\s+|writing\s+|publishing\s+)?the\s+(?:original\s+)?{_BOOK}\b{_NO_OTHER}"
    ),
    re.compile(
        rf"\b[Tt]he\s+(?:original\s+|source\s+)?{_BOOK}\s+(?:is|was)\s+(?:(?:written|drawn|created)(?:\s+and\s+(?:drawn|illustrated))?\s+)?by\s+(?P<names>{NAME})"
    ),
    re.compile(rf"\b[Ww]ritten\s+and\s+(?:drawn|illustrated)\s+by\s+(?P<names>{NAME}),\s+the\s+{_BOOK}\b"),
    re.compile(
        rf"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s+{_NOT_NEW}(?P<names>{NAME})\s+(?:[a-z-]+\s+)?{_BOOK}(?!['’\w-]|\s+(?:called|titled|about)\b){_NO_OTHER}"
    ),
    re.compile(rf"\b(?:[Tt]he|[Ii]ts)\s+{_NOT_NEW}{_BOOK}\s+(?:by|of)\s+(?P<names>{NAME})(?!['’]s)"),
    re.compile(rf"(?P<names>{NAME}),\s+whose\s+{_NOT_NEW}{_BOOK}(?![’'\w-]|\s+(?:called|titled|about)\b|,?\s+[\"“‘'*_]*[A-Z])"),
    re.compile(
        rf"\b(?:based\s+(?:up)?on|adapt(?:s|ing|ation\s+of)|(?:adapted|developed|drawn|taken)(?:\s+(?:it|the\s+(?:series|show|film)|for\s+[a-z]+))?\s+from)\s+(?P<names>{NAME})['’]s?\s+(?:[a-z\d][\w-]*\s+){{0,4}}[\"“‘'*_]*[A-Z]"
    ),
    re.compile(
        rf"\b[Aa]n\s+original(?:,?\s+(?:work|creation|story|idea|concept|series|drama|anime|show|film|game))?\s+(?:by|of|from)\s+(?P<names>{NAME})"
    ),
)
"""What is said of the author whom the series file has."""
OWNER = re.compile(
    rf"(?<!manga\s)(?<!novel\s)(?<!comic\s)(?<!stage\s)(?<!game\s)(?<!musical\s)(?<!play\s)\b(?i:adaptation\s+of|based\s+on|adapted\s+from|adapt(?:s|ing)|(?:tv|television)\s+anime\s+of|anime\s+series\s+of)\s+(?P<names>{NAME})['’]s?\s+[\"“‘'*_]*$"
)
"""Who wrote what it was made from; the last up to the title of the series itself."""
OWNS = re.compile(rf"(?P<names>{NAME})['’]s?\s+(?P<book>{_NOT_NEW}{_BOOK},?\s+)?[\"“‘'*_]*$")
BECOMES = re.compile(
    r"[\"”’'*_]*(?:\s*\([^()]{1,60}\))?(?:\s+(?:(?:hit|popular)\s+)?(?:manga|manhwa|webtoon|(?:light\s+|web\s+)?novels?)(?:\s+series)?(?!['’\w-]|\s+(?:adaptation|version|spin|artist|anthology|sequel|prequel)))?"
    r"\s+(?:will\s+(?:become|get|receive|inspire|be\s+(?:adapted|made|turned)\s+into)|(?:is|are)\s+(?:becoming|getting|inspiring|receiving|to\s+(?:become|get|receive|inspire)|being\s+(?:adapted|made|turned)\s+into)|becomes|gets|receives|inspires|to\s+(?:become|get|receive|inspire))"
    r"\s+(?:an?|its)\s+(?:(?:new|first|full)\s+)?(?:(?:TV|television|live-action)\s+)?(?:anime|animated\s+series|television\s+(?:series|drama)|TV\s+(?:series|drama))\b(?!\s+(?:sequel|film|movie|spin|special|prequel|remake|reboot))"
)
"""Whose the title is, up to it, and from its end on that the book of that name is to be a series."""
