"""From the crawl to the store: a thread of its own writes what comes, so that packing and the disk hold up no fetching. Knows no Scrapy but to end it."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from threading import Condition, Thread
from typing import Any, TypeAlias

from scrapy.crawler import Crawler

from pipeline.errors import StoreError
from pipeline.page import Page, Skip, Unchanged
from pipeline.store import Store

_SOON = 0.1
"""Seconds after which a page is written; what comes together goes into one transaction."""
_TOGETHER = 64
"""Pages of one transaction."""
_MOST = 128
"""Items that may wait: what a killed run loses at most, besides what is on its way."""
_MOST_BYTES = 32 * 1024 * 1024
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

    A database in memory belongs to its thread; into that it writes at once.
    """

    def __init__(self, store: Store, series: str, failed: Callable[[StoreError], None], room: Callable[[], None]) -> None:
        """`failed` is called once where the store takes no more, `room` where it had been full; both in the loop of who gave."""
        self.is_full = False
        """True while who gives should wait. What is given all the same is taken."""
        self.failure: StoreError | None = None
        self._store = store
        self._series = series
        self._failed = failed
        self._room = room
        self._waiting: list[Item] = []
        self._bytes = 0
        self._changed = Condition()
        self._ending = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = Thread(target=self._work, name="store", daemon=True) if store.is_shared else None

    def take(self, item: Item) -> None:
        if isinstance(item, Skips) and not item.skips:
            return
        if self._thread is None:
            self._write([item])
            return
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
            self._thread.start()
        with self._changed:
            self._waiting.append(item)
            self._bytes += _size(item)
            self.is_full = self._is_over()
            if len(self._waiting) == 1 or len(self._waiting) >= _TOGETHER:
                self._changed.notify()

    def close(self) -> None:
        """Comes back when all is written."""
        with self._changed:
            self._ending = True
            self._changed.notify()
        if self._thread is not None and self._loop is not None:
            self._thread.join()

    def _work(self) -> None:
        while items := self._next():
            self._write(items)

    def _next(self) -> list[Item]:
        """What came first, a moment after it came; nothing at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._ending)
            self._changed.wait_for(lambda: len(self._waiting) >= _TOGETHER or self._ending, _SOON)
            items, self._waiting = self._waiting[:_TOGETHER], self._waiting[_TOGETHER:]
            self._bytes -= sum(map(_size, items))
            if self.is_full and not self._is_over():
                self.is_full = False
                self._tell(self._room)
            return items

    def _is_over(self) -> bool:
        return len(self._waiting) >= _MOST or self._bytes >= _MOST_BYTES

    def _write(self, items: Iterable[Item]) -> None:
        for kind, group in groupby(items, type):
            if self.failure is not None:
                return
            try:
                self._write_alike(kind, list(group))
            except StoreError as error:
                self.failure = error
                self._tell(self._failed, error)

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

    def _tell(self, who: Callable[..., None], *what: Any) -> None:
        if self._loop is None:
            who(*what)
        else:
            with suppress(RuntimeError):  # the loop was ended without waiting
                self._loop.call_soon_threadsafe(who, *what)


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
