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


_MAKER_OF = re.compile(
    rf"{STUDIO},?\s+(?:(?:which\s+)?is\s+)?(?:the|a)\s+(?:(?!lead|senior|former|solo|chief|main|principal)[\w-]+\s+){{0,2}}(?:studio|developers?|company|outfit|team|house)\s+(?:behind|of|that\s+(?:makes|made|is\s+(?:making|animating|developing|producing)|animates|developed|develops|created|produces|produced))\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}[\"“‘'*_]*$"
)
_MAKES_IT = re.compile(
    rf"{STUDIO}\s+(?:(?:is|are|has|have|also|now)\s+)*(?:mak(?:es|ing)|made|produc(?:es|ing|ed)|develop(?:s|ing|ed)|animat(?:es|ing|ed))\s+(?:the\s+)?(?:[a-z][\w-]*\s+){{0,3}}[\"“‘'*_]*$"
)
_ITS_MAKER = re.compile(
    rf"[\"”’'*_]*(?:['’]s)?\s+(?:studio|developers?|maker)\s+{STUDIO}(?=\s*[,.;]|\s+(?:has|is|was|will|said|says|told|announced|confirmed|have|had|plans|wants)\b)"
)
