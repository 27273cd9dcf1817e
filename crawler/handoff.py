"""The one Scrapy item pipeline: it gives Pages and Skips to the store."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from scrapy.crawler import Crawler

from pipeline.errors import StoreError
from pipeline.page import Page, Skip


@dataclass(frozen=True, slots=True)
class Skips:
    """What was not taken, in one go: an index of 50,000 links is one transaction."""

    skips: tuple[Skip, ...]


class Handoff:
    """Stores each item as it comes. When the store fails (a full disk) the crawl ends; what was stored stays."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Handoff":
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        spider: Any = self._crawler.spider
        if spider.failure is not None:
            return item
        try:
            if isinstance(item, Page):
                spider.store.add_page(spider.series.slug, item)
            elif isinstance(item, Skips):
                spider.store.add_skips(spider.series.slug, item.skips, datetime.now(UTC))
        except StoreError as error:
            give_up(self._crawler, error)
        return item


def give_up(crawler: Crawler, error: StoreError) -> None:
    """The store takes no more: end the crawl, and leave the reason with the spider."""
    spider: Any = crawler.spider
    if spider.failure is None:
        spider.failure = error
        assert crawler.engine is not None
        crawler.engine.close_spider(spider, "store failed")
