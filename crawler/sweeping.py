"""Lets go of timers that were called off. Scrapy sets two for each page, and Twisted keeps them until another falls due: half a minute of them were 16 MB."""

from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from twisted.internet.task import LoopingCall

EVERY = 1.0
"""Seconds. When a timer falls due, Twisted looks whether more than half of all were called off, and if so lets those go."""


class Sweeping:
    """A timer that does nothing but fall due, as long as a crawl runs."""

    def __init__(self) -> None:
        self._due = LoopingCall(lambda: None)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        sweeping = cls()
        crawler.signals.connect(sweeping.begin, signals.spider_opened)
        crawler.signals.connect(sweeping.end, signals.spider_closed)
        return sweeping

    def begin(self) -> None:
        self._due.start(EVERY, now=False)

    def end(self) -> None:
        if self._due.running:
            self._due.stop()
