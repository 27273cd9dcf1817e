"""How a studio is named, and who is called the maker of the series: beside its title, or in a clause of its own. Knows no labels and no lists."""

import re
from collections.abc import Iterator

from pipeline.claims.known import Known
from pipeline.claims.names import UPPER

WORD = rf"(?:[{UPPER}](?:\.[{UPPER}])+\.?|[{UPPER}0-9](?:[\w&!]|[.'’-](?!s\b)(?=\w))*)"
STUDIO = rf"(?P<studio>{WORD}(?:\s+{WORD}){{0,3}}(?:\s+(?:&|and)\s+(?:Sons|Co\b|Daughters|Brothers|Sisters|Partners|Company))?)"
MAKERS = re.compile(
    r"\b(?:Studios?|Pictures|Animation|Works|Films?|Games?|Interactive|Productions?|Digital|Cartoon|Entertainment|Software|Soft)\b"
)


def called(text: str, known: Known) -> Iterator[re.Match[str]]:
    """Who is called the studio, or the developer, of the series by its title."""
    for title in known.own.find(text):
        if m := _MAKER_OF.search(text[: title.start]):
            yield m
        if (m := _MAKES_IT.search(text[: title.start])) and (MAKERS.search(m["studio"]) or known.studios.find(m["studio"])):
            yield m
        if m := _ITS_MAKER.match(text, title.end):
            yield m
    for pattern in (
        _WHO_MADE_IT,
        _WHICH_ANIMATES,
        _FOR_A_COMPANY,
        _THE_COMPANY_THAT,
        _THAT_SOMEBODY_MADE,
        _MAKES_THIS,
        _COMES_FROM,
        _ITS_STUDIO,
    ):
        for m in pattern.finditer(text):
            if (
                pattern in (_THE_COMPANY_THAT, _WHICH_ANIMATES, _ITS_STUDIO)
                or MAKERS.search(m["studio"])
                or known.studios.find(m["studio"])
            ):
                yield m
    for m in (m for pattern in (_MADE_BY, _MADE_SOMEHOW_BY, _CALLED_ONE) for m in pattern.finditer(text)):
        if known.studios.find(m["studio"]):
            yield m
    if (m := _WE_MAKE.search(text)) and (_IT.match(m["what"]) or _opens_with_title(m["what"], known)):
        yield m


def _opens_with_title(what: str, known: Known) -> bool:
    own = known.own.find(what)
    return bool(own) and not what[: own[0].start].strip(" \"“‘'*_")


_MAKER_OF = re.compile(
    rf"{STUDIO},?\s+(?:(?:which\s+)?is\s+)?(?:the|a)\s+(?:(?!lead|senior|former|solo|chief|main|principal)[\w-]+\s+){{0,2}}(?:studio|developers?|company|outfit|team|house)\s+(?:behind|of|that\s+(?:makes|made|is\s+(?:making|animating|developing|producing)|animates|developed|develops|created|produces|produced))\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}[\"“‘'*_]*$"
)
_MAKES_IT = re.compile(
    rf"{STUDIO}(?:,\s+(?:who|which))?\s+(?:(?:is|are|has|have|also|now)\s+)*(?:mak(?:es|ing)|made|produc(?:es|ing|ed)|develop(?:s|ing|ed)|animat(?:es|ing|ed))\s+(?:the\s+)?(?:[a-z][\w-]*\s+){{0,3}}[\"“‘'*_]*$"
)
_ITS_MAKER = re.compile(
    rf"[\"”’'*_]*(?:['’]s)?\s+(?:studio|developers?|maker)\s+{STUDIO}(?=\s*[,.;]|\s+(?:has|is|was|will|said|says|told|announced|confirmed|have|had|plans|wants)\b)"
)
_MADE = r"(?:ma(?:de|kes?|king)|animat(?:ed|es?|ing)|produc(?:ed|es?|ing)|develop(?:ed|s|ing)?|built|creat(?:ed|es|ing))"
_DOES = r"(?:(?:has|have|is|are|was|were|will|be|been|now|also|not|never)\s+)*"
_SERIES = r"(?:it|(?:the|this)\s+(?:series|show|anime|game|drama|picture))\b"
_WHO_MADE_IT = re.compile(rf"{STUDIO},\s+who\s+{_DOES}{_MADE}\s+{_SERIES}")
_WHICH_ANIMATES = re.compile(rf"{STUDIO},\s+which\s+{_DOES}(?:animat(?:ed|es?|ing)|develop(?:ed|s|ing))\s+{_SERIES}(?!['’])")
_FOR_A_COMPANY = re.compile(
    rf"(?<!\bonce\s)(?<!earlier\s)(?<!previously\s)\bproduc(?:es|ed|ing)\s+(?:(?:it|(?:the|this)\s+(?:film|series|show|drama|picture))\s+)?(?:by\s+[{UPPER}][^.;,]{{2,60}}?\s+)?for\s+{STUDIO}(?=\s*(?:[.,;)]|$)|\s+(?:and|with|in|from|alongside|which)\b)"
)
_THE_COMPANY_THAT = re.compile(
    rf"{STUDIO},\s+the\s+(?:[\w-]+\s+){{0,2}}(?:studio|company|developers?|outfit|house)\s+(?:that|which|who)\s+{_DOES}{_MADE}\s+{_SERIES}"
)
_THAT_SOMEBODY_MADE = re.compile(
    rf"\b(?:that|which)\s+{STUDIO}\s+{_DOES}{_MADE}(?=\s*(?:[.,;]|$)|\s+(?:for\s+(?!a\s)|and|in|with|at|from|last|this)\b)"
)
_MAKES_THIS = re.compile(
    rf"{STUDIO}\s+(?:{_DOES}|does\s+not\s+){_MADE}\s+this\s+(?:one|series|show|anime|film|game)(?=\s*(?:[.,;:!]|$)|\s+(?:and|for|with|in)\b)"
)
_COMES_FROM = re.compile(
    rf"(?:^\W*|[,;]\s+and\s+)(?:[Ii]t|(?:[Tt]he|[Tt]his)\s+(?:series|show|anime|game|drama))\s+(?:comes|hails)(?:,\s[^,;.]{{2,30}},)?\s+from\s+(?:the\s+)?{STUDIO}(?=\s*(?:[.,;]|$))"
)
_ITS_STUDIO = re.compile(
    rf"\b(?:[Ii]ts|[Tt]he\s+(?:series|show|anime|game|film)['’]s?)\s+(?:animation\s+|production\s+)?(?:studio|developers?|production\s+company),\s+(?:the\s+)?{STUDIO}(?=\s*[,.;)])"
)
_MADE_BY = re.compile(rf"\b(?!The\s)(?P<studio>[{UPPER}]\w+(?:\s[{UPPER}]\w+)?)-(?:produced|animated|developed|made)\b")
_MADE_SOMEHOW_BY = re.compile(
    rf"\b(?:made|produced|animated|developed|built|filmed)\s+(?:for|on|in|over)\s+[^.;,]{{3,40}}?\s+by\s+(?:the\s+)?{STUDIO}"
)
_CALLED_ONE = re.compile(
    rf"\b(?:[Dd]evelopers?|[Aa]nimation\s+studio|[Gg]ame\s+studio|[Pp]roduction\s+company)\s+{STUDIO}(?=\s*[,.;]|\s+(?:has|is|was|will|said|says|told|announced|confirmed|have|had|plans|wants|unveiled|revealed|released|put)\b)"
)
"""Also by one word of its name, which the series file has whole."""
_WE_MAKE = re.compile(
    rf"[\"“]We(?:\s+(?:are|were)|['’]re|\s+aren['’]t)\s+(?:(?:not|never|indeed|also)\s+)*(?:making|animating|producing|developing)\s+(?P<what>[^\"”]{{2,100}})[\"”],?\s+(?:(?:said|says)\s+)?(?:an?\s+|the\s+)?(?:\w+\s+)?(?:spokes\w+|president|producer|representative|head)\s+(?:for|of|from|at)\s+{STUDIO}"
)
_IT = re.compile(_SERIES)
