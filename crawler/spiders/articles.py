"""The walk: source → links → pages. One spider, because sources differ only in how links are found."""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler import answers
from crawler.handoff import Skips
from crawler.memory import Memory
from crawler.sources import KINDS, Errand, Found, trait
from crawler.tally import Tally
from pipeline import series as series_file
from pipeline.errors import StoreError
from pipeline.page import PASSING, Link, Page, Reason, Skip, Unchanged
from pipeline.relevance import Names, worth_fetching
from pipeline.series import Series, Source
from pipeline.store import Store
from pipeline.urls import canonical, host, identity

_INDEX_PRIORITY = 10
_GONE = {"404", "410", "451"}
"""Answers that will be the same tomorrow."""
_HTML = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")

Yields: TypeAlias = Iterator[Request | Page | Skips | Unchanged]


class Dropped(IgnoreRequest):
    """The run was stopped before the page's turn came; the next run asks for it."""


class ArticlesSpider(Spider):
    """Give it a Series and a Store, or (with `scrapy crawl articles -a series=FILE -a store=URL`) where they are."""

    name = "articles"

    def __init__(self, series: Series | str, store: Store | str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.series = series_file.load(Path(series), KINDS) if isinstance(series, str) else series
        self.store = Store(store) if isinstance(store, str) else store
        self.names = Names.of(self.series)
        self.memory = Memory(self.store, self.series, datetime.now(UTC))
        self.tallies = {s.name: Tally(s.name, s.kind) for s in self.series.sources}
        self.failure: StoreError | None = None
        """What the store said when it could take no more."""
        self._asked: set[str] = set()
        """Addresses of indexes, and identities of pages."""
        self._owed: set[tuple[str, str]] = set()
        """Source and identity of pages that an earlier run could not have: asked for first, and not counted again when named again."""
        self._doubted: dict[str, list[tuple[Source, Link]]] = {}
        """Host whose "not modified" is being tried by one page → the pages that wait for what comes of it."""

    async def start(self) -> AsyncIterator[Request | Page | Skips | Unchanged]:
        now = datetime.now(UTC)
        for source in self.series.sources:
            errand = Errand(source, self.series, now, self.memory.since(source))
            owed = Found(tuple(replace(link, given=True) for link in self.memory.owed.get(source.name, ())))
            self._owed.update((source.name, identity(link.url)) for link in owed.links)
            found = KINDS[source.kind].begin(errand)
            self._note(source, source.url, found)
            for step in chain(self._go_on(errand, owed), self._go_on(errand, found)):
                yield step

    def parse_index(self, response: Response, errand: Errand, depth: int) -> Yields:
        """An index has answered: judge the links it gives, ask the indexes it names."""
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
        self._note(source, asked, found)
        if not found.trouble and not found.unread:
            tally.indexes_read += 1
            if not found.more:
                self.memory.index_read(asked, page, source)
        yield from self._go_on(errand, found, depth)

    def parse_page(self, response: Response, source: Source, link: Link) -> Yields:
        """A page has answered: hand it over, or say why not."""
        if response.status == 304:
            yield from self._said_unchanged(source, link)
        else:
            yield from self._read_page(answers.page(response, source, link), source, link)
            yield from self._believe_or_not(canonical(link.url))

    def _read_page(self, fetched: Page, source: Source, link: Link) -> Yields:
        page = trait(source.kind, "opened", _as_it_is)(fetched) if fetched.status in {200, 206} else fetched
        if isinstance(page, Skip):
            yield self._skip_fetched(source, link, page.reason, page.detail)
            return
        tally = self.tallies[source.name]
        kind = page.headers.get("content-type", "").split(";")[0].strip().lower()
        if page.status not in {200, 206}:
            yield self._skip_fetched(source, link, Reason.HTTP_ERROR, str(page.status))
        elif kind and not kind.startswith(_HTML):
            yield self._skip_fetched(source, link, Reason.NOT_HTML, kind)
        else:
            tally.underway -= 1
            tally.fetched += 1
            if host(page.url) in self._doubted:
                self.memory.try_out(page)
            yield page

    def _said_unchanged(self, source: Source, link: Link) -> Yields:
        """Not modified, although the source says so: the first page of a host is had whole to see who is right; others wait for it."""
        url = canonical(link.url)
        if self.memory.believes(url):
            tally = self.tallies[source.name]
            tally.underway -= 1
            tally.known += 1
            yield Unchanged(url, link.modified)
        elif host(url) in self._doubted:
            self._doubted[host(url)].append((source, link))
        else:
            self._doubted[host(url)] = []
            yield self._request(source, link, {})

    def _believe_or_not(self, url: str) -> Yields:
        """The page by which a host was tried has been had, or not: go on with those that waited for it."""
        for source, link in self._doubted.pop(host(url), ()):
            if self.memory.believes(url):
                yield from self._said_unchanged(source, link)
            else:
                yield self._request(source, link, {})

    def index_failed(self, failure: Failure, source: Source) -> None:
        reason, detail = answers.why(failure)
        address = failure.request.url  # type: ignore[attr-defined]
        self.tallies[source.name].troubles.append(f"{address}: {reason}{f' ({detail})' if detail else ''}")
        self.logger.warning("%s: %s: %s %s", source.name, address, reason, detail)

    def page_failed(self, failure: Failure, source: Source, link: Link) -> Yields:
        if isinstance(failure.value, Dropped):
            self.tallies[source.name].underway -= 1
            return
        yield self._skip_fetched(source, link, *answers.why(failure))
        yield from self._believe_or_not(canonical(link.url))

    def _go_on(self, errand: Errand, found: Found, depth: int = 0) -> Yields:
        """`depth`: how many indexes led here, one behind the other; `pages` of the source ends chains that never end."""
        source = errand.source
        skips: list[Skip] = []
        for link in found.links:
            step = self._decide(source, link)
            if isinstance(step, Skip):
                skips.append(step)
            elif step is not None:
                yield step
        if skips:
            yield Skips(tuple(skips))
        for page in found.pages:
            yield from self._take(source, page) if page else (Skips(()),)
        if found.becomes is not None:
            errand = replace(errand, source=found.becomes)
            self.tallies[source.name].kind = f"{source.kind}: {found.becomes.kind}"
            self.tallies[source.name].because = found.because
            yield from self._go_on(errand, KINDS[found.becomes.kind].begin(errand), depth)
        for url in found.more if depth < trait(source.kind, "CHAIN", source.pages) else ():
            if self.memory.forgotten.holds(url):
                self.tallies[source.name].troubles.append(f"{url} is to be forgotten (nectar forget --list)")
            elif self._is_full(source):
                self.tallies[source.name].cut = True
            elif url not in self._asked:
                self._asked.add(url)
                address, part = _part(url)
                yield Request(
                    address,
                    self.parse_index,
                    headers={**self.memory.index_condition(url, source), **part},
                    cb_kwargs={"errand": errand, "depth": depth + 1},
                    errback=lambda failure: self.index_failed(failure, errand.source),
                    priority=_INDEX_PRIORITY,
                    dont_filter=True,
                    meta={"dont_retry": trait(source.kind, "ONCE", False)},
                )

    def _note(self, source: Source, address: str, found: Found) -> None:
        if found.trouble:
            self.tallies[source.name].troubles.append(f"{address} {found.trouble}")
            self.logger.warning("%s: %s %s", source.name, address, found.trouble)

    def _take(self, source: Source, page: Page) -> Yields:
        """A page that came with its index: judged by its link, counted as fetched."""
        step = self._decide(source, page.link)
        if isinstance(step, Skip):
            yield Skips((step,))
        elif step is not None:
            tally = self.tallies[source.name]
            tally.underway -= 1
            tally.fetched += 1
            yield page

    def _decide(self, source: Source, link: Link) -> Request | Skip | None:
        """Fetch it, skip it with a reason, or None where it is known, on its way or decided already."""
        tally = self.tallies[source.name]
        url = canonical(link.url)
        if not link.given and (source.name, identity(url)) in self._owed:
            return None
        tally.found += 1
        if identity(url) in self._asked or self.memory.is_known(url, link):
            tally.known += 1
            return None
        judged = worth_fetching(link, self.names)
        if not (judged.relevant or source.everything or link.given):
            return self._skip(source, link, judged.reason or Reason.OFF_TOPIC, judged.because)
        if not host(url):
            return self._skip(source, link, Reason.BAD_ADDRESS, "not http or https")
        if self.memory.forgotten.holds(url):
            return self._skip(source, link, Reason.FORGOTTEN, "")
        if not self._may_lead_to(source, url):
            return self._skip(source, link, Reason.OFF_SITE, f"{host(url)} is not {host(source.url)}")
        if self._is_full(source):
            return self._skip(source, link, Reason.LIMIT, str(source.limit))
        self._asked.add(identity(url))
        tally.underway += 1
        return self._request(source, link, self.memory.condition(url))

    def _request(self, source: Source, link: Link, condition: Mapping[str, str]) -> Request:
        address, part = _part(link.via or canonical(link.url))
        return Request(
            address,
            self.parse_page,
            headers={**condition, **part},
            cb_kwargs={"source": source, "link": link},
            errback=lambda failure: self.page_failed(failure, source, link),
            dont_filter=True,
        )

    def _is_full(self, source: Source) -> bool:
        """No more of it is taken in this run, so nothing more is asked."""
        tally = self.tallies[source.name]
        return tally.underway + tally.fetched >= source.limit

    def _may_lead_to(self, source: Source, url: str) -> bool:
        """A hostile or mistaken index can't send us anywhere: only to its own domain, and to the hosts that the user names."""
        target = host(url).partition(":")[0]
        if trait(source.kind, "ANYWHERE", False):
            return bool(target)
        home = host(source.url).partition(":")[0]
        return bool(target) and any(
            target == own or target.endswith(f".{own}") or (own.endswith(f".{target}") and "." in target)
            for own in (home, *(h.lower() for h in source.hosts))
        )

    def _skip(self, source: Source, link: Link, reason: Reason, detail: str) -> Skip:
        self.tallies[source.name].skipped[reason] += 1
        passing = reason in PASSING and not (reason is Reason.HTTP_ERROR and detail in _GONE)
        return Skip(canonical(link.url), source.name, reason, detail, link if passing else None)

    def _skip_fetched(self, source: Source, link: Link, reason: Reason, detail: str) -> Skips:
        self.tallies[source.name].underway -= 1
        return Skips((self._skip(source, link, reason, detail),))


def _as_it_is(page: Page) -> Page | Skip:
    return page


def _part(url: str) -> tuple[str, Mapping[str, str]]:
    """The address, and the header that asks for the part which its fragment names."""
    address, _, part = url.partition("#bytes=")
    return address, {"Range": f"bytes={part}"} if part else {}
