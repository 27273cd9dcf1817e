"""Which season is spoken of, where it is another than the first."""

import re

from pipeline.claims.days import Tense
from pipeline.claims.line import Line
from pipeline.claims.numbers import ORDINAL, number

SEASON = re.compile(
    rf"\b(?:(?P<o>{ORDINAL})(?:,?\s+and\s+(?:final|last|concluding),?)?\s+(?:season|series)\b|(?:season|series)\s+(?P<n>\d{{1,2}}|one|two|three|four|five|six)\b(?!\s*(?:%|million|hours?|episodes?))|\bS(?P<s>\d)\b)",
    re.IGNORECASE,
)


def nth_told(text: str, before: str, stop: int = -1) -> list[re.Match[str]]:
    """Seasons that are told by their number alone ("the second ran from …"), behind a word of seasons and of nothing else that is counted. `stop`: where to look no further."""
    if "he " not in text:
        return []
    ahead = ((m, f"{before[-_AHEAD:]} {text[: m.start()]}") for m in _NTH.finditer(text) if stop < 0 or m.end() <= stop)
    return [m for m, said in ahead if (last := _A_SEASON.search(said)) and not _OTHERS.search(last["rest"])]


_AHEAD = 300
_NTH = re.compile(
    rf"(?<![\w-])[Tt]he (?P<o>{ORDINAL})(?P<n>(?!))?(?P<s>(?!))?(?=(?:,\s+(?:with\s+)?[\w-]+(?:\s+episodes?\b[^,;.]{{0,20}})?,)?\s+(?:(?:is|was)\s+(?:to|set|due|expected|in|being|scheduled|slated|released|ordered|announced)\b|(?:will|has|had)\s|runs?\b|ran\b|follow|premier|debut|start|began|begins|air(?:s|ed)\b|consists|gets\b|got\b|comes\b|came\b))"
)
_A_SEASON = re.compile(r".*\bseasons?\b(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_OTHERS = re.compile(
    r"\b(?:first|second|two|both|other)\s+(?!(?:season|ran|run|had|has|was|is|will|started|began|premiered|one)\b)[a-z]+|\b(?:trailers?|teasers?|films?|movies?|volumes?|books?|novels?|parts|halves|half|cours?|episodes?\s+\d|discs?|games?)\b",
    re.IGNORECASE,
)
"""Things of which there may be a second."""
_APART = re.compile(r",|;|\b(?:and|no|nor|but|before|until|with|while)\b", re.IGNORECASE)


_BACK = re.compile(r"\b(?:back|returns?|returning)\s+(?:(?:on|in)\s+)?$", re.IGNORECASE)
_WITH = re.compile(r"\s+with\s+(?:(?:an?|its|the)\s+)?")
"""Behind the day on which it is back: with which season."""
_NONE = re.compile(r"\b[Nn]o\s+(?:further\s+)?$")
"""A season that there is not has no episodes."""
_OF_ANOTHER = re.compile(r"\s+of\s+the\s+(?:\w+est|most\s\w+|best|worst)\b")
"""The season of a rival of which nobody tells the title."""
_LATER = re.compile(r"\b(?:days|weeks|months|hours|after|following|since(?!\s+(?:last\s+)?[a-z]+,)|ahead of)\b", re.IGNORECASE)
"""Another thing begins behind these."""


_NAMELESS = re.compile(r"\b(?:the|its|a)\s+(?:final|last|next|latest|upcoming)\s+season\b[^.;,]*$", re.IGNORECASE)
_FINAL = re.compile(r"[\s-]+(?:episodes?|parts?)\s+(?:final|last)\s+season\b", re.IGNORECASE)
_NEAR = 80


def is_unnumbered(text: str, start: int, end: int = -1) -> bool:
    """What stands at `start` is of a season of which nobody tells the number, and which is hardly the first. `end`: of a number of episodes."""
    return bool(_NAMELESS.search(text[max(0, start - _NEAR) : start]) or (end >= 0 and _FINAL.match(text, end)))


def season(line: Line, start: int, end: int, tense: Tense, counted: bool = False) -> str:
    """ "season 2" and the like, or "" for the first: what the sentence says before the place, right behind it, else its paragraph or heading, else for what is to come the title.
    `counted`: of a number, for which a headline that is about a season speaks in any tense."""
    text = line.text
    near = [
        m
        for m in sorted((*SEASON.finditer(text[:start]), *nth_told(text, line.before, start)), key=lambda m: m.start())
        if not _LATER.search(text, m.end(), start) and not (counted and _NONE.search(text[: m.start()]))
    ][-1:] or [
        m
        for m in SEASON.finditer(text[start : end + 45])
        if not _APART.search(text[end : start + m.start()])
        or (_BACK.search(text[:start]) and _WITH.fullmatch(text, end, start + m.start()))
    ][:1]
    if not near and not counted and _FURTHER.search(text[:start]):
        numbers = (number(m["o"] or m["n"] or m["s"]) or 0 for m in SEASON.finditer(line.article.title))
        return f"season {max((2, *numbers))}"
    if (
        not near
        and not line.opens
        and not (counted and _IS_THERE.search(text))
        and not (tense == "past" and not counted and _TO_COME.search(line.before))
    ):
        near = [
            m
            for m in SEASON.finditer(line.before)
            if not _OF_ANOTHER.match(line.before, m.end()) and not (counted and _NONE.search(line.before[: m.start()]))
        ][-1:]
    if not near and line.opens and _IT_WILL.match(text):
        near = [m for m in SEASON.finditer(line.before) if _ORDERED.search(line.before[max(0, m.start() - _NEAR) : m.start()])][
            :1
        ]
    if not near and line.heading is not text:
        near = [*SEASON.finditer(line.heading)][-1:]
    if (
        not near
        and line.article.title is not text
        and (tense == "future" or line.label or (counted and not _TO_COME.search(line.article.title)))
        and not (counted and tense != "future" and not line.label and _is_to_come(line))
    ):
        near = [
            m
            for m in SEASON.finditer(line.article.title)
            if not re.search(r",|\band\b|[\"“‘]|(?<!\w)'", _QUOTED_FIRST.sub("", line.article.title[: m.start()]))
        ][-1:]
    if not near and _AGAIN.search(text[:start]) and (lead := next((p.text for p in line.article.paragraphs[:1]), "")) != text:
        near = [*SEASON.finditer(lead[:_LEAD])][:1]
    if (
        not near
        and tense == "future"
        and not counted
        and _RENEWED.search(line.article.title)
        and not _SEVERAL.search(line.article.title)
    ):
        return "season 2"
    if not near and counted and (_AGAINST.search(_whole(line)) or (line.opens and _THE_SEASON.match(text))):
        near = [m for p in line.article.paragraphs[: line.paragraph] for m in SEASON.finditer(p.text[:_LEAD])][-1:]
    if not near and counted and (_THE_NEW.search(text[:start]) or _NEW_ONES.match(text, end)):
        told = (m for p in line.article.paragraphs[: line.paragraph + 1] for m in SEASON.finditer(p.text[:_LEAD]))
        near = [m for m in told if (number(m["o"] or m["n"] or m["s"]) or 0) > 1][:1]
    n = number(near[0]["o"] or near[0]["n"] or near[0]["s"]) if near else 1
    return f"season {n}" if n and 1 < n < 40 else ""


def _is_to_come(line: Line) -> bool:
    """The first paragraphs tell that the later season was ordered: what has run is an earlier one."""
    lead = (p.text[:_LEAD] for p in line.article.paragraphs[:_OPENING] if p.kind == "text")
    return any(_ORDERED.search(text[max(0, m.start() - _NEAR) : m.start()]) for text in lead for m in SEASON.finditer(text))


_OPENING = 2
"""Paragraphs that tell the news."""


def _whole(line: Line) -> str:
    """The line with what was set aside in it."""
    said = line.article.paragraphs[line.paragraph].text if line.paragraph >= 0 else ""
    at = said.find(line.text[:_START])
    return said[at : at + len(line.text)] if at >= 0 else line.text


_FURTHER = re.compile(
    r"\b(?:(?:an?|one)\s+(?:further|new|additional|more)|another)\s+season\b(?!\s+of\s+(?:anime|television|TV|shows?|series|[a-z]+s)\b)[^;]*"
    r"\b(?:confirm|order|announc|greenl|renew|approv|coming|on\s+(?:its|the)\s+way|in\s+(?:the\s+works|production)|follow|official)[^;]*$",
    re.IGNORECASE,
)
"""One more of which is told that it is made has the next number, whatever was said before of the first."""
_IT_WILL = re.compile(r"\W*It\s+(?:will|is\s+(?:to|due|set|expected|scheduled))\b")
_ORDERED = re.compile(
    r"\b(?:order|renew|commission|greenl[ie]|announc|confirm|reveal|pick)\w*\s+(?:(?!no\b)[\w’'-]+\s+){0,5}$", re.IGNORECASE
)
"""Of what the paragraph before says that it is made."""
_START = 15
_QUOTED_FIRST = re.compile(r"^(?:\"[^\"]+\"|“[^”]+”|‘[^’]+’|'[^']+')")
"""The title with which a headline begins."""
_IS_THERE = re.compile(r"\b[Aa]ll (?:of )?(?:its |the )?[\w-]+ (?:episodes|parts)\b[^.;]{0,30}\b(?:are|is|can)\b")
"""What can be seen is no season to come."""
_AGAIN = re.compile(r"\b(?:returns?|(?:is|are|comes?) back)\s+(?:(?:to|on) (?:\w+ ){0,2})?$", re.IGNORECASE)
"""What is shown anew is a later season, which the first paragraph may name."""
_LEAD = 400
_AGAINST = re.compile(
    r"\b(?:fewer|more|less|as many) (?:than|as) (?:last time|before|the (?:first|original|previous|last)|its predecessor)\b|\bagainst the (?:original|first)\b",
    re.IGNORECASE,
)
"""How the number is to that of an earlier season."""
_THE_SEASON = re.compile(r"\W*The (?:new |whole )?[\w-]+-(?:episode|part) season\b(?!\s+(?:of|was|ran|ended|had)\b)")
"""Of which season it is, the paragraph before says."""
_THE_NEW = re.compile(r"\b[Tt]he\s+new\s+(?:run|season)\s+(?:will|is|has|have|runs|consists|comprises|remains|stays|gets)\b")
_NEW_ONES = re.compile(r"\s+(?:brand-)?new\s+(?:episodes|parts)\b", re.IGNORECASE)
"""It, or that to which they belong, has a number elsewhere in what was said before."""
_SEVERAL = re.compile(r",|;|\band\b|[\"“]")
"""A headline that speaks of more than one thing."""
_RENEWED = re.compile(r"\brenew(?:s|ed)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:renew|announc|order|confirm|greenl|get|will|could|may|might|wait|when|hope|no\b|not\b|never\b|cancel|return|plan|film|begin|work|rul(?:e|es|ed|ing) out\b|if\b|likely|possible|in doubt|chances|happening)",
    re.IGNORECASE,
)
"""A headline that speaks of a season that is not there yet."""
