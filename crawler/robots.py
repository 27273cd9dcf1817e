"""The rules that a site sets: robots.txt by RFC 9309, and tdmrep.json. Had once a day, kept as evidence, followed before anything is asked."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, StopDownload
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser

from crawler.gate import in_words
from crawler.guard import refusal
from crawler.handoff import give_up
from crawler.sites import origin_of, wait_between
from pipeline import rights
from pipeline.errors import StoreError
from pipeline.page import RobotsAnswer
from pipeline.robots import LONGEST, Group, read
from pipeline.urls import joined

ROBOTS = "/robots.txt"
TDMREP = "/.well-known/tdmrep.json"
FRESH = timedelta(hours=24)
"""RFC 9309, 2.4: no longer than this."""
PAGE = "page"
"""In the meta of a request for an article: what its site reserves is asked first, and goes with the answer."""
_RULES = "rules_of_site"
_RIGHTS = "rights_of_site"
_NOTHING: Mapping[str, str] = {}
_HOPS = 5
"""Redirects that are followed, also to other hosts; behind more, robots.txt counts as unavailable (2.3.1.2)."""
_FIRST = 1000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class RefusedByRobots(IgnoreRequest):
    """robots.txt forbids the page, can't be read for the site's fault, or asks for a longer delay than one run can give."""


class Unreachable(IgnoreRequest):
    """The host does not answer: neither robots.txt nor, therefore, anything else is asked of it (2.3.1.4)."""


def asks_for(request: Request) -> str:
    """ROBOTS or TDMREP where the request is for the rules themselves."""
    return str(request.meta.get(_RULES, ""))


@dataclass(frozen=True, slots=True)
class Standing:
    """What robots.txt of one site means for us."""

    group: Group
    parser: ProtegoRobotParser
    until: datetime
    closed: tuple[type[IgnoreRequest], str] | None = None
    """What to raise, where nothing may be asked."""
    allows_tdmrep: bool = True

    @classmethod
    def of(cls, answer: RobotsAnswer) -> "Standing":
        """2xx: its rules; 5xx, 429 and no answer: closed; everything else: no rules (2.3.1)."""
        group = read(answer.body) if 200 <= answer.status < 300 else Group()
        closed: tuple[type[IgnoreRequest], str] | None = None
        if not answer.status:
            closed = Unreachable, f"{answer.trouble}, when asked for robots.txt"
        elif answer.status >= 500 or answer.status == 429:
            closed = RefusedByRobots, f"robots.txt answers {answer.status}: the site counts as closed"
        parser = ProtegoRobotParser(group.text.encode(), None)
        return cls(group, parser, answer.fetched + FRESH, closed, parser.allowed(answer.site + TDMREP, "*"))

    def allows(self, url: str) -> bool:
        return self.parser.allowed(url, "*")


class RobotsPolicy:
    """Lets through what the site's robots.txt allows, keeps its Crawl-delay, and notes on each page what the site reserves."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._longest_delay = crawler.settings.getfloat("NECTAR_LONGEST_DELAY")
        self._answers: dict[tuple[str, str], asyncio.Future[RobotsAnswer]] = {}
        self._standings: dict[str, Standing] = {}
        self._underway = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RobotsPolicy":
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        if asks_for(request):
            return
        site = origin_of(request.url)
        standing = self._standings.get(site)
        if standing is None or datetime.now(UTC) > standing.until:
            standing = self._standings[site] = Standing.of(await self._answer(site, ROBOTS))
        if standing.closed is not None:
            refused, why = standing.closed
            raise refused(why)
        if not standing.allows(request.url):
            raise RefusedByRobots("robots.txt forbids it")
        if delay := standing.group.delay:
            if delay > self._longest_delay:
                raise RefusedByRobots(f"robots.txt asks for {delay:g} s between two requests")
            wait_between(self._crawler, request, delay)
        if request.meta.get(PAGE):
            reserved = await self._answer(site, TDMREP) if standing.allows_tdmrep else None
            if said := rights.of_site(standing.group, reserved, request.url):
                request.meta[_RIGHTS] = said

    def process_response(self, request: Request, response: Response) -> Response:
        for name, value in request.meta.get(_RIGHTS, _NOTHING).items():
            response.headers[name] = value
        return response

    async def _answer(self, site: str, path: str) -> RobotsAnswer:
        """The file as it was last had, a day ago at most; asked for once, however many requests wait for it."""
        asked = self._answers.get((site, path))
        if asked is None or (asked.done() and not asked.exception() and datetime.now(UTC) > asked.result().fetched + FRESH):
            asked = self._answers[site, path] = asyncio.ensure_future(self._had_or_fetched(site, path))
        return asked.result() if asked.done() else await asyncio.shield(asked)

    async def _had_or_fetched(self, site: str, path: str) -> RobotsAnswer:
        store: Any = self._crawler.spider.store  # type: ignore[union-attr]
        try:
            had = store.robots_of(site, path)
            if had is not None and is_standing(had, datetime.now(UTC)):
                return had  # type: ignore[no-any-return]
            answer = await self._fetch(site, path)
            store.keep_robots(answer)
        except StoreError as error:
            give_up(self._crawler, error)
            raise IgnoreRequest("the store failed") from error
        return answer

    async def _fetch(self, site: str, path: str) -> RobotsAnswer:
        url = site + path
        status, body, trouble = 0, b"", ""
        self._listen(1)
        try:
            for _ in range(1 + _HOPS):
                assert self._crawler.engine is not None
                response = await self._crawler.engine.download_async(self._request(url, path))
                status, body = response.status, response.body[:LONGEST]
                target = joined(url, (response.headers.get(b"Location") or b"").decode("latin-1"))
                if status not in _REDIRECTS or not target.startswith(("http://", "https://")):
                    break
                url = target
        except IgnoreRequest as error:
            if type(error) is not IgnoreRequest:
                raise  # the run was stopped, the address refused, the cap reached: no word of the site
            status, trouble = 0, "too much to unpack"
        except Exception as error:
            if (refused := refusal(urlsplit(url).hostname or "")) is not None:
                raise refused from error
            status, trouble = 0, in_words(error)
        finally:
            self._listen(-1)
        return RobotsAnswer(site, path, url, status, body, datetime.now(UTC), trouble)

    def _request(self, url: str, path: str) -> Request:
        return Request(
            url,
            priority=_FIRST,
            callback=NO_CALLBACK,
            headers={"Accept-Encoding": "identity"},  # so that 500 KiB are 500 KiB
            meta={_RULES: path, "dont_redirect": True, "download_maxsize": 0, "dont_retry": path != ROBOTS, "read": [0]},
        )

    def _listen(self, more: int) -> None:
        """Only while such a file is under way: a signal for each piece of each answer is not free."""
        self._underway += more
        turn = self._crawler.signals.connect if self._underway else self._crawler.signals.disconnect
        turn(self._packed, signals.headers_received)
        turn(self._cut, signals.bytes_received)

    def _packed(self, headers: Mapping[bytes, Any], request: Request) -> None:
        """Packed though we asked for it plain: what it unpacks to is bounded as for all others."""
        if asks_for(request) and headers.get(b"Content-Encoding"):
            request.meta.pop("download_maxsize", None)

    def _cut(self, data: bytes, request: Request) -> None:
        if asks_for(request):
            request.meta["read"][0] += len(data)
            if request.meta["read"][0] >= LONGEST:
                raise StopDownload(fail=False)


def is_standing(answer: RobotsAnswer, now: datetime) -> bool:
    """True where the answer need not be had again: failures of the site are asked after by every run."""
    failed = not answer.status or answer.status >= 500 or answer.status == 429
    return not failed and timedelta() <= now - answer.fetched < FRESH
