"""When a piece was published, and who says so. The order of trust: structured data, meta tags, the source, the page, the URL, a guess."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from lxml.html import HtmlElement

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_IN_URL = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$|\.)")
_META = (
    '//meta[@property="article:published_time" or @property="og:article:published_time" or @name="date"'
    ' or @name="pubdate" or @name="DC.date" or @name="dc.date.issued" or @itemprop="datePublished"]/@content'
)
_TIME = "//time[@pubdate]/@datetime | (//h1)[1]/following::time[@datetime][1]/@datetime | //article[not(//h1)]//time/@datetime"


def when_published(
    tree: HtmlElement, url: str, stated: str, by_source: datetime | None, guess: str | None, now: datetime
) -> tuple[date | None, str]:
    """The first trustworthy date with its provenance; dates after `now` (plus a day for time zones) and before 1995 are passed over.

    The day is the one in the outlet's own time zone, as written.
    """
    for text, origin in _candidates(tree, url, stated, by_source, guess):
        day = parse_day(text)
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


def _stands_by_the_title(tree: HtmlElement, guess: str) -> bool:
    """A date that is only guessed counts where a byline has it, not in a footer or in the prose."""
    near = "".join(tree.xpath("(//h1)[1]/following::text()[not(parent::script or parent::style)][position() < 12]"))[:200]
    if not near:  # a page without a heading gives no better place to look
        return not tree.xpath("//h1")
    year, month, day = guess.split("-")
    return (year in near and bool(re.search(rf"(?<!\d)0?{int(day)}(?!\d)", near))) or f"{year}{month}{day}" in near


def _candidates(
    tree: HtmlElement, url: str, stated: str, by_source: datetime | None, guess: str | None
) -> Iterator[tuple[str, str]]:
    yield stated, "json-ld"
    yield from ((str(v), "meta") for v in tree.xpath(_META)[:3])
    yield by_source.isoformat() if by_source else "", "source"
    yield from ((str(v), "page") for v in tree.xpath(_TIME)[:1])
    if found := _IN_URL.search(url):
        yield "-".join(found.groups()), "url"
    if guess and _stands_by_the_title(tree, guess):
        yield guess, "text"
