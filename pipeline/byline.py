"""Who wrote it. The body is searched for a byline only where structured data and head name nobody."""

import re
from collections.abc import Sequence
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from pipeline.article import Paragraph

_CANDIDATES: Any = etree.XPath(
    '//*[@rel="author" or @class[contains(., "uthor") or contains(., "yline") or contains(., "posted-by") or contains(., "writer")]'
    ' or @id[contains(., "uthor")] or @itemprop[contains(., "author")]]'
)
"""Conditions within an attribute: elements without it are passed over in two thirds of the time."""
_SURE = re.compile(r"(?:^|\s)(?:author|fn|author-?name)(?:\s|$)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"comment|sidebar|related|share|social|quote", re.IGNORECASE)
_MOST = 24
"""Candidates looked at."""
_LONGEST = 120
"""Characters of a byline; what is longer is a biography."""
_BY = re.compile(
    r"^\W*(?:(?:written|posted|words|text|story|review|reviewed)\s+)?(?:by|von|por|par|автор|текст)\b[\s:]*", re.IGNORECASE
)
_AND = re.compile(r"\s*[;,/|&•·]\s*|\s+(?:and|und|y|et)\s+", re.IGNORECASE)
_NOT_THE_NAME = re.compile(
    r"\s+(?:on|for|at|in|from|via|with|—|–|-)\s.*|[@([:].*"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)?\s*(?:\d.*)?$"
    r"|\s*\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\W*$|\W+$",
    re.IGNORECASE,
)


def author_of(tree: HtmlElement, structured: str, head: str) -> str:
    """The author by the page's structured data, its head or its byline; several names joined by commas; empty where it names none."""
    stated = names_in(structured) if _BY.match(structured) else structured
    return stated or names_in(head) or _in_body(tree)


def _in_body(tree: HtmlElement) -> str:
    found = [c for c in _CANDIDATES(tree)[:_MOST] if not _stands_elsewhere(c)]
    found.sort(key=lambda c: not (c.get("rel") == "author" or _SURE.search(c.get("class", "")) or c.get("itemprop") == "author"))
    return next(filter(None, map(_names, found)), "")


def _stands_elsewhere(candidate: HtmlElement) -> bool:
    around = (candidate, *candidate.iterancestors("div", "section", "aside", "ol", "ul", "a", "span"))
    return any(_ELSEWHERE.search(f"{e.get('class', '')} {e.get('id', '')}") for e in around)


def _names(candidate: HtmlElement) -> str:
    text = " ".join(map(str, candidate.itertext()))
    for time in candidate.iter("time", "figure", "style"):
        text = text.replace(" ".join(map(str, time.itertext())), " | ")
    return names_in(text)


def names_in(text: str) -> str:
    """The names in a byline, joined by commas: "By Ada Finch and Jo Birch on Monday" → "Ada Finch, Jo Birch"."""
    line = " ".join(text.split())
    if len(line) > _LONGEST or line.startswith("http"):
        return ""
    names = (_NOT_THE_NAME.sub("", part).strip(" .-–—") for part in _AND.split(_BY.sub("", line)))
    return ", ".join(dict.fromkeys(name.title() if name.islower() else name for name in names if len(name) > 2))


_NAME = r"[A-ZÀ-Þ][\w'’.-]+(?:\s+[A-ZÀ-Þ][\w'’.-]*){1,2}"
_DAY = r"(?:\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})"
_LINE = re.compile(
    rf"\W*(?:[Bb]y:?\s+(?P<by>{_NAME}(?:\s+and\s+{_NAME})?)(?:\s*[,|·•–—-]\s*{_DAY})?|(?P<dated>{_NAME})\s*[,|·•–—-]\s*{_DAY})\W*"
)
_TOP = 2
"""Paragraphs above the text in which a byline stands."""


def above(paragraphs: Sequence[Paragraph], title: str) -> tuple[str, tuple[Paragraph, ...]]:
    """The names of a byline that stands as a line of its own above the text ("Wil Moor, 2024-05-31"), and the paragraphs without it.

    What the title names is no author.
    """
    for n, paragraph in enumerate(paragraphs[:_TOP]):
        line = _LINE.fullmatch(paragraph.text) if len(paragraph.text) <= _LONGEST else None
        if line and (names := names_in(line["by"] or line["dated"])) not in title:
            return names, (*paragraphs[:n], *paragraphs[n + 1 :])
    return "", tuple(paragraphs)
