"""When a piece was published, and who says so. The order of trust: structured data, meta tags, the source, the page, the URL, the byline's words."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_IN_URL = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$|\.)")
_META = frozenset({"article:published_time", "og:article:published_time", "date", "pubdate", "dc.date", "dc.date.issued"})
_TIME: Any = etree.XPath(
    "//time[@pubdate]/@datetime | (//h1)[1]/following::time[@datetime][1]/@datetime | //article[not(//h1)]//time/@datetime",
    smart_strings=False,
)
_BY_THE_TITLE: Any = etree.XPath(
    "(//h1)[1]/following::text()[not(parent::script or parent::style)][position() < 12]", smart_strings=False
)
_WITHOUT_TITLE: Any = etree.XPath(
    "(//body//text()[not(parent::script or parent::style)][normalize-space()])[position() < 12]", smart_strings=False
)
_NEAR = 200
"""Characters behind the title; a date further on is a footer's or the prose's."""
_MONTHS = (
    *("january enero januar jänner janvier gennaio janeiro", "february febrero februar février febbraio fevereiro"),
    *("march marzo märz mars março", "april abril avril aprile", "may mayo mai maggio maio", "june junio juni juin giugno junho"),
    *("july julio juli juillet luglio julho", "august agosto août", "september septiembre septembre settembre setembro"),
    *("october octubre oktober octobre ottobre outubro", "november noviembre novembre novembro"),
    "december diciembre dezember décembre dicembre dezembro",
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NUMBERS |= {name[:3]: number for name, number in reversed(_NUMBERS.items())} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b\.?"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY}\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*[年.\-/]\s*(?P<month>\d{1,2})\s*[月.\-/]\s*(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\d)",
    )
)


def when_published(
    tree: HtmlElement, url: str, stated: str, by_source: datetime | None, now: datetime
) -> tuple[date | None, str]:
    """The first trustworthy date with its provenance; dates after `now` (plus a day for time zones) and before 1995 are passed over.

    The day is the one in the outlet's own time zone, as written.
    """
    for day, origin in _candidates(tree, url, stated, by_source):
        if day and date(1995, 1, 1) <= day and (day - now.date()).days <= 1:
            return day, origin
    return None, ""


def parse_day(text: str) -> date | None:
    """The day of an ISO 8601 date or time, wherever it stands in `text`; None if there is none."""
    found = _ISO.search(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def written_day(text: str) -> date | None:
    """The first day written out in `text` ("Nov. 19, 2019", "5 de enero de 2024", "2024年1月5日"); None if there is none.

    Figures with slashes are read only year first: whether 10/01 is in January or in October depends on the reader.
    """
    found = [match for pattern in _WRITTEN if (match := pattern.search(text))]
    for match in sorted(found, key=lambda m: m.start()):
        month = match["month"].lower()
        try:
            return date(int(match["year"]), _NUMBERS.get(month) or int(month), int(match["day"]))
        except ValueError:
            continue
    return None


def _candidates(tree: HtmlElement, url: str, stated: str, by_source: datetime | None) -> Iterator[tuple[date | None, str]]:
    yield parse_day(stated) or written_day(stated), "json-ld"
    yield from ((parse_day(said), "meta") for said in _metas(tree))
    yield by_source.date() if by_source else None, "source"
    yield from ((parse_day(said), "page") for said in _TIME(tree)[:1])
    if found := _IN_URL.search(url):
        yield parse_day("-".join(found.groups())), "url"
    yield written_day(_near_the_title(tree)), "text"


def _metas(tree: HtmlElement) -> Iterator[str]:
    for meta in tree.iter("meta"):
        names = (meta.get("property", ""), meta.get("name", ""))
        if meta.get("itemprop") == "datePublished" or any(name.lower() in _META for name in names):
            yield meta.get("content", "")


def _near_the_title(tree: HtmlElement) -> str:
    """What stands behind the heading, or first of all on a page without one."""
    texts = _BY_THE_TITLE(tree) if next(tree.iter("h1"), None) is not None else _WITHOUT_TITLE(tree)
    return " ".join(" ".join(texts).split())[:_NEAR]
