"""The ways of finding links, a module each. A new way is one module with `begin` and `read`, and one line in KINDS.

begin(errand) says where to start: links that are known already, and addresses of indexes to ask.
read(answer, errand) reads the answer of an index. Both are pure and know no Scrapy.
"""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from crawler.sources import (
    auto,
    blogger,
    commoncrawl,
    feed,
    gdelt,
    listing,
    medium,
    search,
    sitemap,
    url,
    warc,
    wayback,
    wordpress,
)
from crawler.sources.found import Errand, Found
from pipeline.page import Page
from pipeline.series import Source

__all__ = ["KINDS", "Errand", "Found", "Kind", "service", "trait"]

T = TypeVar("T")


class Kind(Protocol):
    """What every kind has. A kind may also have, where it differs from the rest:

    SERVICE: str, the address that it asks, where that is not `url`; the key `service` of a source goes before it
    DELAY: float, seconds that its service wants at least between two requests (default: what the settings say)
    ONCE: bool, an index that can't be had is not asked for a second time in this run (default: once more)
    ANYWHERE: bool, its links may lead to any site (default: only to its own)
    INCREMENTAL: bool, it asks only for what is newer than `since` of the errand (default: it reads all there is)
    CHAIN: int, at most so many indexes one behind the other (default: `pages` of the source)
    opened: (Page) -> Page | Skip, takes the page out of what was fetched for it (default: it is the page)
    """

    def begin(self, errand: Errand) -> Found: ...

    def read(self, answer: Page, errand: Errand) -> Found: ...


KINDS: Mapping[str, Kind] = {
    "auto": auto,
    "feed": feed,
    "sitemap": sitemap,
    "wordpress": wordpress,
    "blogger": blogger,
    "search": search,
    "listing": listing,
    "url": url,
    "medium-tag": medium,
    "gdelt": gdelt,
    "wayback": wayback,
    "commoncrawl": commoncrawl,
    "warc": warc,
}


def trait(kind: str, name: str, default: T) -> T:
    """What a kind says of itself beyond begin and read."""
    found: T = getattr(KINDS[kind], name, default)
    return found


def service(source: Source) -> str:
    """The address that a source asks first: its own, that of its kind's service, or `url`."""
    return source.service or trait(source.kind, "SERVICE", "") or source.url
