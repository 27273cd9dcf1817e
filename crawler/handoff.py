"""From the crawl to the store: what comes within a moment is written together. Knows no Scrapy but to end it."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from typing import Any, TypeAlias

from scrapy.crawler import Crawler

from pipeline.errors import StoreError
from pipeline.page import Page, Skip, Unchanged
from pipeline.store import Store

_SOON = 0.1
"""Seconds after which a page is written; what comes together goes into one transaction."""
_TOGETHER = 64
"""Items of one transaction: what a killed run loses at most, besides what is on its way."""
_TOGETHER_BYTES = 8 * 1024 * 1024
_OF_SKIP = 500
"""Bytes that a skip takes, roughly."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Skips:
    """What was not taken, in one go: an index of 50,000 links is one transaction."""

    skips: tuple[Skip, ...]


Item: TypeAlias = Page | Skips | Unchanged


class Handoff:
    """Writes in the order in which it is given. When the store fails (a full disk) the crawl ends; what was stored stays.

    It writes in the loop of who gives: a thread of its own would spend more on taking turns with the crawl than writing takes.
    """

    def __init__(self, store: Store, series: str, failed: Callable[[StoreError], None]) -> None:
        """`failed` is called once, soon after the store took no more."""
        self.failure: StoreError | None = None
        self._store = store
        self._series = series
        self._failed = failed
        self._waiting: list[Item] = []
        self._bytes = 0
        self._soon: asyncio.TimerHandle | None = None

    def take(self, item: Item) -> None:
        """It is written within `_SOON`, or at once where much waits."""
        self._waiting.append(item)
        self._bytes += _size(item)
        if len(self._waiting) >= _TOGETHER or self._bytes >= _TOGETHER_BYTES:
            self.write()
        elif self._soon is None:
            self._soon = asyncio.get_running_loop().call_later(_SOON, self.write)

    def write(self) -> None:
        """All that waits."""
        if self._soon is not None:
            self._soon.cancel()
        items, self._waiting, self._bytes, self._soon = self._waiting, [], 0, None
        for kind, group in groupby(items, type):
            if self.failure is not None:
                return
            try:
                self._write_alike(kind, list(group))
            except StoreError as error:
                self.failure = error
                asyncio.get_running_loop().call_soon(self._failed, error)

    def _write_alike(self, kind: type, items: list[Any]) -> None:
        if kind is Page:
            self._write_pages(items)
        elif kind is Skips:
            skips = [skip for item in items for skip in item.skips]
            _logged(partial(self._store.add_skips, self._series, skips, datetime.now(UTC)))
        else:
            for item in items:
                _logged(partial(self._store.keep_unchanged, item, datetime.now(UTC)))

    def _write_pages(self, pages: list[Page]) -> None:
        """All at once; where that can't be done, as many as can."""
        try:
            self._store.add_pages(self._series, pages)
        except Exception:  # a full disk, or a fault of ours with one of them
            for page in pages:
                _logged(partial(self._store.add_page, self._series, page))


def _logged(write: Callable[[], object]) -> None:
    """A fault of ours costs one page, and not the run."""
    try:
        write()
    except StoreError:
        raise
    except Exception:
        log.exception("It could not be stored")


def _size(item: Item) -> int:
    return len(item.body) if isinstance(item, Page) else _OF_SKIP * len(item.skips) if isinstance(item, Skips) else 0


def give_up(crawler: Crawler, error: StoreError) -> None:
    """The store takes no more: end the crawl, and leave the reason with the spider."""
    spider: Any = crawler.spider
    if spider.failure is None:
        spider.failure = error
        assert crawler.engine is not None
        crawler.engine.close_spider(spider, "store failed")
