"""The ways of finding links, a module each. A new way is one module with `begin` and `read`, and one line in KINDS.

begin(errand) says where to start: links that are known already, and addresses of indexes to ask.
read(answer, errand) reads the answer of an index. Both are pure and know no Scrapy.
"""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from crawler.sources import auto, blogger, feed, listing, search, sitemap, url, wordpress
from crawler.sources.found import Errand, Found
from pipeline.page import Page

__all__ = ["KINDS", "Errand", "Found", "Kind", "trait"]

T = TypeVar("T")


class Kind(Protocol):
    """What every kind has. A kind may also have, where it differs from the rest:

    DELAY: float, seconds that its service wants between two requests (default: what the settings say)
    ANYWHERE: bool, its links may lead to any site (default: only to its own)
    CHAIN: int, at most so many indexes one behind the other (default: `pages` of the source)
    opened: (Page) -> Page, takes the page out of what was fetched for it (default: it is the page)
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
}


def trait(kind: str, name: str, default: T) -> T:
    """What a kind says of itself beyond begin and read."""
    found: T = getattr(KINDS[kind], name, default)
    return found
