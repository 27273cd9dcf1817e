"""The one Scrapy item pipeline: it gives Pages and Skips to the store."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from scrapy.crawler import Crawler

from pipeline.errors import StoreError
from pipeline.page import Page, Skip, Unchanged

_SOON = 0.05
"""Seconds within which a page is stored; what comes together goes into one transaction."""
_TOGETHER = 16


@dataclass(frozen=True, slots=True)
class Skips:
    """What was not taken, in one go: an index of 50,000 links is one transaction."""

    skips: tuple[Skip, ...]


class Handoff:
    """Stores what comes. When the store fails (a full disk) the crawl ends; what was stored stays."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._pages: list[Page] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Handoff":
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        if isinstance(item, Page):
            self._pages.append(item)
            if len(self._pages) == 1:
                asyncio.get_running_loop().call_later(_SOON, self._store)
            elif len(self._pages) >= _TOGETHER:
                self._store()
        else:
            self._store(item)
        return item

    def close_spider(self) -> None:
        self._store()

    def _store(self, item: Skips | Unchanged | None = None) -> None:
        """What waits, and this item behind it."""
        spider: Any = self._crawler.spider
        pages, self._pages = self._pages, []
        if spider.failure is not None:
            return
        try:
            if pages:
                self._store_pages(spider, pages)
            if isinstance(item, Skips) and item.skips:
                spider.store.add_skips(spider.series.slug, item.skips, datetime.now(UTC))
            elif isinstance(item, Unchanged):
                spider.store.keep_unchanged(item, datetime.now(UTC))
        except StoreError as error:
            give_up(self._crawler, error)

    def _store_pages(self, spider: Any, pages: list[Page]) -> None:
        """All at once; where that can't be done, as many as can."""
        try:
            spider.store.add_pages(spider.series.slug, pages)
        except StoreError:
            for page in pages:
                spider.store.add_page(spider.series.slug, page)


def give_up(crawler: Crawler, error: StoreError) -> None:
    """The store takes no more: end the crawl, and leave the reason with the spider."""
    spider: Any = crawler.spider
    if spider.failure is None:
        spider.failure = error
        assert crawler.engine is not None
        crawler.engine.close_spider(spider, "store failed")
