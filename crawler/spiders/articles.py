"""The walk: source → links → pages. One spider, because sources differ only in how links are found."""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias, cast

from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler import answers
from crawler.gate import OffSite
from crawler.handoff import Handoff, Item, Skips, give_up
from crawler.memory import Memory
from crawler.robots import PAGE
from crawler.sources import KINDS, Errand, Found, trait
from crawler.waiting import Step, Waiting, Wanted
from crawler.walk import Walk
from pipeline import series as series_file
from pipeline.errors import StoreError
from pipeline.page import Link, Page, Reason, Skip, Unchanged
from pipeline.series import Series, Source
from pipeline.store import Store
from pipeline.urls import canonical, host

_INDEX_PRIORITY = 10
_TOGETHER = 1000
"""Skips of one index that are stored in one go."""
_LEADING = 3
"""Indexes one behind the other that may lead to the one meant, whatever `pages` says: a home page, its feed, a search."""
_HTML = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")

Steps: TypeAlias = Iterator[Step]


class Dropped(IgnoreRequest):
    """The run was stopped before the page's turn came; the next run asks for it."""


class ArticlesSpider(Spider):
    """Give it a Series and a Store, or (with `scrapy crawl articles -a series=FILE -a store=URL`) where they are."""

    name = "articles"

    def __init__(self, series: Series | str, store: Store | str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.series = series_file.load(Path(series), KINDS) if isinstance(series, str) else series
        self.store = Store(store) if isinstance(store, str) else store
        self.memory = Memory(self.store, self.series, datetime.now(UTC))
        self.walk = Walk(self.series, self.memory)
        self.tallies = self.walk.tallies
        self.handoff = Handoff(self.store, self.series.slug, self._give_up)
        self.failure: StoreError | None = None
        """What the store said when it could take no more."""
        self._doubted: dict[str, list[tuple[Source, Link]]] = {}
        """Host whose "not modified" is being tried by one page → the pages that wait for what comes of it."""

    async def start(self) -> AsyncIterator[Request]:
        now = datetime.now(UTC)
        for source in self.series.sources:
            errand = Errand(source, self.series, now, self.memory.since(source))
            found = KINDS[source.kind].begin(errand)
            if found.trouble:
                self.walk.trouble(source, f"{source.url} {found.trouble}", last=True)
            self._waiting.follow(source, chain(self._go_on(errand, self.walk.owed(source)), self._go_on(errand, found)))
        nothing: tuple[Request, ...] = ()  # all goes by way of what waits, and yet Scrapy wants a generator
        for request in nothing:
            yield request

    def closed(self, reason: str) -> None:  # noqa: ARG002 - Scrapy's name and form
        self.handoff.write()
        self.failure = self.failure or self.handoff.failure

    @property
    def _waiting(self) -> Waiting:
        assert self.crawler.engine is not None
        return cast(Waiting, self.crawler.engine.scheduler)

    def _give_up(self, error: StoreError) -> None:
        give_up(self.crawler, error)

    # Indexes

    def parse_index(self, response: Response, errand: Errand, depth: int, tries: tuple[str, ...]) -> None:
        """An index has answered: judge the links it gives, ask the indexes it names; ask `tries` where it can't be read."""
        source, tally, asked = errand.source, self.tallies[errand.source.name], answers.address(response)
        if response.status == 304:
            self.memory.index_unchanged(asked)
            tally.indexes_read += 1
            tally.partly = True
            return
        page = answers.page(response, source, Link(asked))
        try:
            found = KINDS[source.kind].read(page, errand)
        except Exception as error:  # whatever a site sends, it stops no other
            self.logger.exception("%s: %s can't be read", source.name, asked)
            found = Found(trouble=f"can't be read ({type(error).__name__})")
        tally.partly |= errand.since is not None and trait(source.kind, "INCREMENTAL", False)
        if found.trouble:
            self.walk.trouble(source, f"{asked} {found.trouble}", last=not tries)
        elif not found.unread:
            tally.indexes_read += 1
            if not (found.more or found.tries or found.becomes):
                self.memory.index_read(asked, page, source)
        self._waiting.follow(
            source, chain(self._go_on(errand, found, depth), self._ask(tries if found.trouble else (), errand, depth - 1))
        )

    def index_failed(self, failure: Failure, errand: Errand, depth: int, tries: tuple[str, ...]) -> None:
        reason, detail = answers.why(failure)
        address = answers.address(failure.request)  # type: ignore[attr-defined]
        self.walk.trouble(errand.source, f"{address}: {reason}{f' ({detail})' if detail else ''}", last=not tries)
        if not isinstance(failure.value, Dropped):
            self._waiting.follow(errand.source, self._ask(tries, errand, depth - 1))

    def _go_on(self, errand: Errand, found: Found, depth: int = 0) -> Steps:
        """`depth`: how many indexes led here, one behind the other; `pages` of the source ends chains that never end."""
        source = errand.source
        skips: list[Skip] = []
        for link in found.links:
            decided = self.walk.decide(source, link)
            if isinstance(decided, Skip):
                skips.append(decided)
            yield _wanted(source, link) if decided is True else None
            if len(skips) >= _TOGETHER:
                yield Skips(tuple(skips))
                skips.clear()
        if skips:
            yield Skips(tuple(skips))
        for page in found.pages:
            yield self._take(source, page) if page else None
        becomes = [b for b in found.becomes if self._may_ask(source, b.url, depth)]
        if becomes:
            begins_anew = self.walk.became(source, found)
            for becoming in becomes:
                onward = replace(errand, source=becoming)
                yield from self._go_on(onward, KINDS[becoming.kind].begin(onward), 0 if begins_anew else depth)
        most = trait(source.kind, "CHAIN", source.pages)
        for url in found.more if depth < most else ():
            yield from self._ask((url,), errand, depth)
        if depth < max(most, _LEADING):
            yield from self._ask(found.tries, errand, depth)

    def _ask(self, tries: tuple[str, ...], errand: Errand, depth: int) -> Iterator[Request]:
        """The first index of these that was not asked yet; the others wait for it to fail."""
        source = errand.source
        allowed = tuple(url for url in tries if self._may_ask(source, url, depth))
        if (chosen := self.walk.next_index(source, allowed)) is None:
            return
        url, waiting = chosen
        address, part = _part(url)
        yield Request(
            address,
            self.parse_index,
            headers={**self.memory.index_condition(url, source), **part},
            cb_kwargs={"errand": errand, "depth": depth + 1, "tries": waiting},
            errback=lambda failure: self.index_failed(failure, errand, depth + 1, waiting),
            priority=_INDEX_PRIORITY,
            dont_filter=True,
            meta={"dont_retry": trait(source.kind, "ONCE", False)},
        )

    def _may_ask(self, source: Source, url: str, depth: int) -> bool:
        """What the series file states may be asked; what was found must not lead away."""
        return not depth or self.walk.may_ask(source, url, self.settings.getbool("NECTAR_ALLOW_PRIVATE"))

    # Redirects

    def check_redirect(self, request: Request, url: str) -> None:
        """What the user named may have moved to another site; what was found may not lead there. Raises OffSite."""
        said = request.cb_kwargs
        link: Link | None = said.get("link")
        if link.given if link else said.get("depth", 0) < 2:
            return
        source: Source = said["source"] if link else said["errand"].source
        stays = host(url) == host(link.via) if link and link.via else self.walk.may_lead_to(source, url)
        if not stays:
            raise OffSite(f"redirects to {host(url)}, which is not {host(source.url)}")

    # Pages

    def parse_page(self, response: Response, source: Source, link: Link) -> list[Request]:
        """A page has answered: hand it over, or say why not. What is to be asked next because of it."""
        if response.status == 304:
            return self._said_unchanged(source, link)
        self.handoff.take(self._read_page(answers.page(response, source, link), source, link))
        return self._believe_or_not(canonical(link.url)) if self._doubted else []

    def page_failed(self, failure: Failure, source: Source, link: Link) -> list[Request]:
        if isinstance(failure.value, Dropped):
            self.tallies[source.name].underway -= 1
            return []
        self.handoff.take(self._skip(source, link, *answers.why(failure)))
        return self._believe_or_not(canonical(link.url)) if self._doubted else []

    def request_for(self, wanted: Wanted) -> Request:
        """The turn of this page has come."""
        try:
            condition = self.memory.condition(wanted.link.url)
        except StoreError as error:
            self._give_up(error)
            condition = {}
        return self._request(wanted, condition)

    def _request(self, wanted: Wanted, condition: Mapping[str, str]) -> Request:
        source, link, url = wanted
        address, part = _part(url)
        return Request(
            address,
            self.parse_page,
            headers={**condition, **part},
            cb_kwargs={"source": source, "link": link},
            meta={PAGE: True},
            errback=lambda failure: self.page_failed(failure, source, link),
            dont_filter=True,
        )

    def _take(self, source: Source, page: Page) -> Item | None:
        """A page that came with its index: judged by its link, counted as fetched."""
        decided = self.walk.decide(source, page.link)
        if isinstance(decided, Skip):
            return Skips((decided,))
        return self._fetched(source, page) if decided else None

    def _read_page(self, fetched: Page, source: Source, link: Link) -> Item:
        page = trait(source.kind, "opened", _as_it_is)(fetched) if fetched.status in {200, 206} else fetched
        if isinstance(page, Skip):
            return self._skip(source, link, page.reason, page.detail)
        kind = page.headers.get("content-type", "").split(";")[0].strip().lower()
        if page.status not in {200, 206}:
            return self._skip(source, link, Reason.HTTP_ERROR, str(page.status))
        if kind and not kind.startswith(_HTML):
            return self._skip(source, link, Reason.NOT_HTML, kind)
        if self._doubted and host(page.url) in self._doubted:
            self.memory.try_out(page)
        return self._fetched(source, page)

    def _said_unchanged(self, source: Source, link: Link) -> list[Request]:
        """Not modified, although the source says so: the first page of a host is had whole to see who is right; others wait for it."""
        url = canonical(link.url)
        if self.memory.believes(url):
            self.tallies[source.name].underway -= 1
            self.tallies[source.name].known += 1
            self.handoff.take(Unchanged(url, source.name, link))
        elif host(url) in self._doubted:
            self._doubted[host(url)].append((source, link))
        else:
            self._doubted[host(url)] = []
            return [self._request(_wanted(source, link), {})]
        return []

    def _believe_or_not(self, url: str) -> list[Request]:
        """The page by which a host was tried has been had, or not: go on with those that waited for it."""
        requests: list[Request] = []
        for source, link in self._doubted.pop(host(url), ()):
            if self.memory.believes(url):
                requests += self._said_unchanged(source, link)
            else:
                requests.append(self._request(_wanted(source, link), {}))
        return requests

    def _fetched(self, source: Source, page: Page) -> Page:
        self.tallies[source.name].underway -= 1
        self.tallies[source.name].fetched += 1
        return page

    def _skip(self, source: Source, link: Link, reason: Reason, detail: str) -> Skips:
        """It was asked for, and is not taken."""
        self.tallies[source.name].underway -= 1
        return Skips((self.walk.skip(source, link, reason, detail),))


def _wanted(source: Source, link: Link) -> Wanted:
    return Wanted(source, link, link.via or canonical(link.url))


def _as_it_is(page: Page) -> Page | Skip:
    return page


def _part(url: str) -> tuple[str, Mapping[str, str]]:
    """The address, and the header that asks for the part which its fragment names."""
    address, _, part = url.partition("#bytes=")
    return address, {"Range": f"bytes={part}"} if part else {}
