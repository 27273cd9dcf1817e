"""Retry-After and the daily cap: when a site is asked again, and when not any more."""

from collections import Counter
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Request, Response

from crawler.handoff import give_up
from crawler.robots import ROBOTS, asks_for
from crawler.sites import site_of, turn_away, wait_from_now
from pipeline.errors import StoreError

_FLUSH = 20
"""Requests after which the counts are stored: what a killed run forgets at most."""


class AskedToWait(IgnoreRequest):
    """The site asked for a longer pause than one run can give."""


class OverDailyCap(IgnoreRequest):
    """The site was asked often enough for today."""


class PatientRetry(RetryMiddleware):
    """Retries as Scrapy does, but not before the time that the site names in Retry-After.

    A site that names a longer time than NECTAR_LONGEST_DELAY is asked for nothing more in this run.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler.settings)
        self.crawler = crawler
        self._longest = crawler.settings.getfloat("NECTAR_LONGEST_DELAY")
        self._left_alone: dict[str, AskedToWait] = {}
        crawler.signals.connect(self._heed, signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "PatientRetry":
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        if self._left_alone and (asked := self._left_alone.get(site_of(request.url))) is not None:
            raise AskedToWait(*asked.args)

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        if self._left_alone and site_of(request.url) in self._left_alone:
            return response
        return super().process_response(request, response)

    def _heed(self, response: Response, request: Request) -> None:
        """At this signal, because the next request of the site starts before any middleware sees the answer."""
        if response.status not in {429, 503} or (seconds := retry_after(response, datetime.now(UTC))) is None:
            return
        if seconds <= self._longest:
            wait_from_now(self.crawler, request, seconds)
            return
        site = site_of(request.url)
        self._left_alone[site] = AskedToWait(f"the site asks for {seconds:g} s without requests")
        turn_away(self.crawler, site, self._left_alone[site])


def retry_after(response: Response, now: datetime) -> float | None:
    """Seconds that the site asks to wait, in either form of the header; None where it does not ask or can't be understood."""
    text = (response.headers.get(b"Retry-After") or b"").decode("latin-1").strip()
    if text.isdecimal():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - now).total_seconds()) if text else None
    except (ValueError, TypeError):
        return None


class DailyCap:
    """At most NECTAR_DAILY_CAP requests to one site on one day (UTC), counted over all runs; 0: no cap.

    Retries and redirects count; robots.txt does not, because nothing may be asked without it.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._cap = crawler.settings.getint("NECTAR_DAILY_CAP")
        if not self._cap:
            raise NotConfigured
        self._day = date.min
        self._asked: Counter[str] = Counter()
        self._unstored: Counter[str] = Counter()
        crawler.signals.connect(self._store, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "DailyCap":
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        if asks_for(request) == ROBOTS:
            return
        site = site_of(request.url)
        if (today := datetime.now(UTC).date()) != self._day:
            self._begin(today)
        if self._asked[site] >= self._cap:
            raise OverDailyCap(f"{site} was asked for {self._asked[site]} things today")
        self._asked[site] += 1
        self._unstored[site] += 1
        if self._unstored.total() >= _FLUSH:
            self._store()

    def _begin(self, today: date) -> None:
        self._store()
        self._day = today
        try:
            self._asked = Counter(self._crawler.spider.store.visits(today))  # type: ignore[union-attr]
        except StoreError as error:
            give_up(self._crawler, error)

    def _store(self) -> None:
        counts, self._unstored = self._unstored, Counter()
        if not counts:
            return
        try:
            self._crawler.spider.store.add_visits(self._day, counts)  # type: ignore[union-attr]
        except StoreError as error:
            give_up(self._crawler, error)
