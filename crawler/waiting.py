"""What waits for its turn: Scrapy's scheduler, in which a link is no request yet, and long indexes are read on only as their links are asked for."""

import heapq
import logging
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, NamedTuple, Self, TypeAlias

from scrapy import Request
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler

from crawler.handoff import Item
from crawler.sites import site_of
from pipeline.page import Link
from pipeline.series import Source

AHEAD = 200
"""Links of one source that wait; what stands behind them in its indexes is read when half of them have been asked for."""
_AT_ONCE = 100
"""Steps of reading, a link each at most, before others have their turn: some milliseconds."""

log = logging.getLogger(__name__)


class Wanted(NamedTuple):
    """A link that was decided for."""

    source: Source
    link: Link
    url: str
    """Where to ask for it."""


Step: TypeAlias = Request | Wanted | Item | None
"""What reading an index gives: something to ask, to fetch or to keep; None where a link gave nothing."""
Reading: TypeAlias = tuple[str, Iterator[Step]]
"""The name of a source, and an index of it that is being read."""


@dataclass(slots=True)
class _Site:
    first: list[tuple[int, int, Request]] = field(default_factory=list)
    """Heap of (priority, number, request): indexes and redirects."""
    links: deque[Wanted] = field(default_factory=deque)
    last: list[tuple[int, int, Request]] = field(default_factory=list)
    """What failed and is tried again."""


class Waiting(BaseScheduler):
    """Asks of the site that is asked least at the moment; of one site indexes first, then links as they were found, then what failed.

    A Request takes 2 kB and waits long: of 20,000 links that were 40 MB. The spider makes one (`request_for`) when its turn has come.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._spider: Any = crawler.spider
        self._sites: dict[str, _Site] = {}
        """Those where something waits; who had the last turn stands last."""
        self._read: deque[Reading] = deque()
        self._paused: defaultdict[str, list[Reading]] = defaultdict(list)
        self._ahead: Counter[str] = Counter()
        """Name of a source → its links that wait."""
        self._numbers = count()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def follow(self, source: Source, steps: Iterator[Step]) -> None:
        """Read an index, step by step, as its turn comes."""
        self._read.append((source.name, steps))
        self.call_again()

    # What Scrapy asks for

    def has_pending_requests(self) -> bool:
        return bool(self._sites or self._read)  # where indexes are paused, links wait

    def enqueue_request(self, request: Request) -> bool:
        site = self._site(request.url)
        queue = site.first if request.priority >= 0 else site.last
        heapq.heappush(queue, (-request.priority, next(self._numbers), request))
        return True

    def next_request(self) -> Request | None:
        if self._read:
            self._read_on()
        request = self._take() if self._sites else None
        if request is None and self._read:
            self.call_again()
        return request

    def _take(self) -> Request:
        assert self._crawler.engine is not None
        slots = self._crawler.engine.downloader.slots
        key = min(self._sites, key=lambda key: len(slots[key].active) if key in slots else 0)
        site = self._sites.pop(key)
        if site.first or not site.links:
            request = heapq.heappop(site.first or site.last)[2]
        else:
            wanted = site.links.popleft()
            self._one_less(wanted.source.name)
            request = self._spider.request_for(wanted)
        if site.first or site.links or site.last:
            self._sites[key] = site
        return request

    def _one_less(self, source: str) -> None:
        self._ahead[source] -= 1
        if self._ahead[source] <= AHEAD // 2 and source in self._paused:
            self._read.extend(self._paused.pop(source))

    def _read_on(self) -> None:
        """One index, a little; the next time another one."""
        source, steps = reading = self._read.popleft()
        for _ in range(_AT_ONCE):
            if self._ahead[source] >= AHEAD:
                self._paused[source].append(reading)
                return
            try:
                step = next(steps)
            except StopIteration:
                return
            except Exception:  # whatever a site sends, it stops no other
                log.exception("%s: an index can't be read further", source)
                return
            self._do(step)
        self._read.append(reading)

    def _do(self, step: Step) -> None:
        if isinstance(step, Wanted):
            self._site(step.url).links.append(step)
            self._ahead[step.source.name] += 1
        elif isinstance(step, Request):
            self.enqueue_request(step)
        elif step is not None:
            self._spider.handoff.take(step)

    def _site(self, url: str) -> _Site:
        key = site_of(url)
        if (site := self._sites.get(key)) is None:
            site = self._sites[key] = _Site()
        return site

    def call_again(self) -> None:
        """Have Scrapy ask for the next request soon, where nothing else would make it."""
        engine: Any = self._crawler.engine
        if engine is not None and engine._slot is not None:
            engine._slot.nextcall.schedule()
