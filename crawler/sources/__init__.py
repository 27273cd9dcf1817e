"""The ways of finding links, a module each. A new way is one module with `begin` and `read`, and one line in KINDS.

begin(source, series) says where to start: links that are known already, and addresses of indexes to ask.
read(answer, source, series) reads the answer of an index. Both are pure and know no Scrapy.
"""

from collections.abc import Mapping
from typing import Protocol

from crawler.sources import feed, listing, sitemap, url, wordpress
from crawler.sources.found import Found
from pipeline.page import Page
from pipeline.series import Series, Source

__all__ = ["KINDS", "Found", "Kind"]


class Kind(Protocol):
    def begin(self, source: Source, series: Series) -> Found: ...

    def read(self, answer: Page, source: Source, series: Series) -> Found: ...


KINDS: Mapping[str, Kind] = {
    "feed": feed,
    "sitemap": sitemap,
    "wordpress": wordpress,
    "listing": listing,
    "url": url,
}
