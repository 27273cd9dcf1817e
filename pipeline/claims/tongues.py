"""In which language somebody is heard: the voices of the work as it was made, or those of a dub. Knows no cast."""

import re
from collections.abc import Collection
from dataclasses import replace

from pipeline.claims.claim import Claim
from pipeline.claims.known import Known
from pipeline.claims.line import Line

LANGUAGE = "English|German|French|Spanish|Italian|Portuguese|Polish|Korean|Mandarin|Hindi"
_DUB = re.compile(
    rf"\b(?P<in>{LANGUAGE})(?:[- ]language)?\s+(?:dub|cast|voice|version|track|dubbed)|\bin\s+(?P<tongue>{LANGUAGE})\b(?!\s+(?:class|cinemas|theat))",
    re.IGNORECASE,
)
_JAPANESE = re.compile(
    r"\b(?:Japanese (?:cast|voice|version|original|track|audio|dub)|original (?:Japanese|cast|voice)|in Japanese)\b",
    re.IGNORECASE,
)
_THAT_VERSION = re.compile(r"\bthat (?:version|cast|one)\b", re.IGNORECASE)
_IN_DUB = re.compile(
    r"\b(?:in|for|of) the dub\b|\bthe dub(?:bed version)?(?:\s+(?:has|stars|features|casts|gives)\b|,\s+(?:where|in which|with)\b)",
    re.IGNORECASE,
)
_A_DUB = re.compile(r"\b(?:the|a|its) dub(?:bed version)?\b", re.IGNORECASE)
_NEW_DUB = re.compile(r"\b(?:a|its)\s+(?:new|own)\s+dub\b", re.IGNORECASE)
_JAPAN = re.compile(r"\bJapan(?:ese)?\b")
"""Where such a dub is for."""
_AS_MADE = re.compile(r"\boriginal\b", re.IGNORECASE)
_HEARD = re.compile(r"\bvoic|\bdub", re.IGNORECASE)
"""Of those who may be seen as well."""
_ASIDE = re.compile(r"\b[Ii]n (?:the|its) $")
"""What only one is told of in between."""
_LEADS = re.compile(rf"\W*In (?:the|its) (?:{LANGUAGE})(?:-language)? (?:version|dub|track|audio),")
"""What a row of them begins with."""


_IN_THE_ORIGINAL = re.compile(
    r"\b[Ii]n the original(?=\s*(?:[.,;:)!—–]|$)|\s+(?:and|but|while|is|was|are|it|he|she|too|by)\b|\s+[A-Z])"
)
"""The voices of the work as it was made, whatever the language."""
_CUT = re.compile(
    rf"[;:!?]\s|[.][\"”’]?\s+(?=[A-Z])|,?\s+(?:(?:and|while|with)\s+)?(?=[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?\s+in\s+(?:the\s+)?(?:{LANGUAGE}|Japanese)\b)|,?\s+(?:but|while|whereas|though|although)\s|,\s+and\s|\s+and\s+in\s+(?=the\s|[A-Z])|\s[—–]\s"
)
"""Between clauses, of which each has its own voices."""


def tongue_of(text: str, start: int, end: int, known: Known) -> str | None:
    """Of what the clause of a place itself says; None where it speaks of no language."""
    opens = max((m.end() for m in _CUT.finditer(text, 0, start)), default=0)
    closes = next((m.start() for m in _CUT.finditer(text, end)), len(text))
    if _IN_THE_ORIGINAL.search(text, opens, closes):
        return ""
    if _JAPANESE.search(text, opens, closes):
        return _japanese(known)
    if dub := _DUB.search(text, opens, closes):
        return _named(dub)
    return " (english)" if _IN_DUB.search(text, opens, closes) else None


def tongue(line: Line, known: Known) -> str:
    """Of a dub, in brackets; empty for the voices of the series as it was made."""
    if _JAPANESE.search(line.text) or (_THAT_VERSION.search(line.text) and _JAPANESE.search(line.before)):
        return _japanese(known)
    if _JAPAN.search(line.text) and _NEW_DUB.search(line.text) and not _DUB.search(line.text):
        return _japanese(known)
    dub = next((m for said in (line.text, line.heading, line.article.title) if (m := _DUB.search(said))), None)
    return _named(dub) if dub else " (english)" if _IN_DUB.search(line.text) else ""


def tongue_before(line: Line, known: Known, recast: bool = False) -> str:
    """The same of the last sentence before in its paragraph, or of those that introduce its list, that speaks of a dub or of the voices of one language. `recast`: the series file has another actor for the part."""
    introduced = line.before.rstrip("*_ ").endswith(":")
    if (
        (line.opens and not introduced)
        or _AS_MADE.search(line.text)
        or (known.series.medium in {"film", "show"} and not _HEARD.search(line.text))
    ):
        return ""
    for said in reversed(line.sentences_before):
        if _JAPANESE.search(said):
            return _japanese(known)
        if (
            (dub := _DUB.search(said))
            and (dub["in"] or (recast and _HEARD.search(said)))
            and (_LEADS.match(said) or not _ASIDE.search(said, 0, dub.start()))
        ):
            return _named(dub)
        if _A_DUB.search(said):
            return " (english)"
    return ""


def _named(dub: re.Match[str]) -> str:
    return f" ({(dub['in'] or dub['tongue']).lower()})"


def _japanese(known: Known) -> str:
    """An anime was made in Japanese; of anything else those are the voices of a dub, unless the series file has them."""
    return "" if known.series.medium == "anime" else " (japanese)"


def in_its_tongue(claims: Collection[Claim], known: Known) -> tuple[Claim, ...]:
    """Where an anime's article gives two parts and more to others than the series file does, and none to whom it has, it tells of the English dub without saying so."""
    cast = [c for c in claims if c.kind == "cast" and not c.denied and known.of_file("cast", c.about)]
    others = {c.about for c in cast if c.value not in known.of_file("cast", c.about)}
    if known.series.medium != "anime" or len(others) < _DUBBED or len(cast) > len(others):
        return tuple(claims)
    return tuple(replace(c, about=f"{c.about} (english)") if c.kind == "cast" and "(" not in c.about else c for c in claims)


_DUBBED = 2
"""Parts: a single one may be a mistake."""
