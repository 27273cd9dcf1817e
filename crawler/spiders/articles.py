"""The walk: source → links → pages. One spider, because sources differ only in how links are found."""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.internet.error import TimeoutError as TwistedTimeout
from twisted.python.failure import Failure

from crawler.guard import AddressRefused
from crawler.handoff import Skips
from crawler.politeness import RefusedByRobots
from crawler.sources import KINDS, Errand, Found, trait
from crawler.tally import Tally
from pipeline import series as series_file
from pipeline.errors import StoreError
from pipeline.page import Link, Page, Reason, Skip
from pipeline.relevance import Names, worth_fetching
from pipeline.series import Series, Source
from pipeline.store import Known, Store
from pipeline.urls import canonical, host, same_site

_KEPT_HEADERS = ("content-type", "last-modified", "etag", "x-robots-tag", "tdm-reservation", "tdm-policy", "x-wp-totalpages")
_INDEX_PRIORITY = 10
_LEADING = 3
"""Indexes one behind the other that may lead to the one meant, whatever `pages` says: a home page, its feed, a search."""
_HTML = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")

Yields: TypeAlias = Iterator[Request | Page | Skips]


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
        self.known: Mapping[str, Known] = self.store.known(self.series.slug)
        self.tallies = {s.name: Tally(s.name, s.kind) for s in self.series.sources}
        self.failure: StoreError | None = None
        """What the store said when it could take no more."""
        self._asked: set[str] = set()
        self._stated = {s.name: s for s in self.series.sources}

    async def start(self) -> AsyncIterator[Request | Page | Skips]:
        now = datetime.now(UTC)
        for source in self.series.sources:
            errand = Errand(source, self.series, now)
            for step in self._go_on(errand, KINDS[source.kind].begin(errand)):
                yield step

    def parse_index(self, response: Response, errand: Errand, depth: int, tries: tuple[str, ...]) -> Yields:
        """An index has answered: judge the links it gives, ask the indexes it names; ask `tries` where it can't be read."""
        source = errand.source
        try:
            found = KINDS[source.kind].read(_page(response, source, Link(_address(response))), errand)
        except Exception as error:  # whatever a site sends, it stops no other
            self.logger.exception("%s: %s can't be read", source.name, _address(response))
            found = Found(trouble=f"can't be read ({type(error).__name__})")
        tally = self.tallies[source.name]
        if found.trouble:
            tally.troubles.append(f"{_address(response)} {found.trouble}")
            self.logger.warning("%s: %s %s", source.name, _address(response), found.trouble)
        elif not found.unread:
            tally.indexes_read += 1
        yield from self._go_on(errand, found, depth)
        if found.trouble:
            yield from self._ask(tries, errand, depth - 1)

    def parse_page(self, response: Response, source: Source, link: Link) -> Yields:
        """A page has answered: hand it over, or say why not."""
        kind = (response.headers.get(b"Content-Type") or b"").decode("latin-1").split(";")[0].strip().lower()
        if response.status not in {200, 206}:
            yield self._skip_fetched(source, link, Reason.HTTP_ERROR, str(response.status))
        elif kind and not kind.startswith(_HTML):
            yield self._skip_fetched(source, link, Reason.NOT_HTML, kind)
        else:
            tally = self.tallies[source.name]
            tally.underway -= 1
            tally.fetched += 1
            yield trait(source.kind, "opened", _as_it_is)(_page(response, source, link))

    def index_failed(self, failure: Failure, errand: Errand, depth: int, tries: tuple[str, ...]) -> Yields:
        source = errand.source
        reason, detail = _why(failure)
        address = failure.request.url  # type: ignore[attr-defined]
        self.tallies[source.name].troubles.append(f"{address}: {reason}{f' ({detail})' if detail else ''}")
        self.logger.warning("%s: %s: %s %s", source.name, address, reason, detail)
        if not isinstance(failure.value, Dropped):
            yield from self._ask(tries, errand, depth - 1)

    def page_failed(self, failure: Failure, source: Source, link: Link) -> Yields:
        if isinstance(failure.value, Dropped):
            self.tallies[source.name].underway -= 1
            return
        yield self._skip_fetched(source, link, *_why(failure))

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
            yield from self._take(source, page)
        if found.becomes:
            stated = self._stated[source.name]
            if source == stated:
                tally = self.tallies[source.name]
                kinds = ", ".join(dict.fromkeys(s.kind for s in found.becomes))
                tally.kind = stated.kind if kinds == stated.kind else f"{stated.kind}: {kinds}"
                tally.because = found.because
            for becoming in found.becomes:
                onward = replace(errand, source=becoming)
                yield from self._go_on(onward, KINDS[becoming.kind].begin(onward), 0 if source == stated else depth)
        most = trait(source.kind, "CHAIN", source.pages)
        for url in found.more if depth < most else ():
            yield from self._ask((url,), errand, depth)
        if depth < max(most, _LEADING):
            yield from self._ask(found.tries, errand, depth)

    def _ask(self, tries: tuple[str, ...], errand: Errand, depth: int) -> Iterator[Request]:
        """The first index of these that was not asked yet; the others wait for it to fail."""
        number, url = next(((n, url) for n, url in enumerate(tries, 1) if url not in self._asked), (0, ""))
        if not url:
            return
        self._asked.add(url)
        address, _, part = url.partition("#bytes=")
        waiting = tries[number:]
        yield Request(
            address,
            self.parse_index,
            headers={"Range": f"bytes={part}"} if part else {},
            cb_kwargs={"errand": errand, "depth": depth + 1, "tries": waiting},
            errback=lambda failure: self.index_failed(failure, errand, depth + 1, waiting),
            priority=_INDEX_PRIORITY,
            dont_filter=True,
        )

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
        """Fetch it, skip it with a reason, or None where it is known or on its way already."""
        tally = self.tallies[source.name]
        url = canonical(link.url)
        tally.found += 1
        if url in self._asked or self._is_known(url, link):
            tally.known += 1
            return None
        judged = worth_fetching(link, self.names)
        if not (judged.relevant or source.everything or link.given):
            return self._skip(source, url, judged.reason or Reason.OFF_TOPIC, judged.because)
        if not host(url):
            return self._skip(source, url, Reason.BAD_ADDRESS, "not http or https")
        if not self._may_lead_to(source, url):
            return self._skip(source, url, Reason.OFF_SITE, f"{host(url)} is not {host(self._stated[source.name].url)}")
        if tally.underway + tally.fetched >= source.limit:
            return self._skip(source, url, Reason.LIMIT, str(source.limit))
        self._asked.add(url)
        tally.underway += 1
        address, _, part = (link.via or url).partition("#bytes=")
        return Request(
            address,
            self.parse_page,
            headers={"Range": f"bytes={part}"} if part else {},
            cb_kwargs={"source": source, "link": link},
            errback=lambda failure: self.page_failed(failure, source, link),
            dont_filter=True,
        )

    def _is_known(self, url: str, link: Link) -> bool:
        known = self.known.get(url)
        if known is None:
            return False
        return link.modified is None or link.modified <= (known.modified or known.fetched)

    def _may_lead_to(self, source: Source, url: str) -> bool:
        """A hostile or mistaken index can't send us anywhere: only to the domain and the hosts that the user names."""
        if trait(source.kind, "ANYWHERE", False):
            return bool(host(url))
        stated = self._stated[source.name]
        return any(same_site(url, own) for own in (stated.url, *(f"http://{name}" for name in stated.hosts)))

    def _skip(self, source: Source, url: str, reason: Reason, detail: str) -> Skip:
        self.tallies[source.name].skipped[reason] += 1
        return Skip(url, source.name, reason, detail)

    def _skip_fetched(self, source: Source, link: Link, reason: Reason, detail: str) -> Skips:
        self.tallies[source.name].underway -= 1
        return Skips((self._skip(source, canonical(link.url), reason, detail),))


def _as_it_is(page: Page) -> Page:
    return page


def _address(response: Response) -> str:
    """What was asked, before redirects."""
    urls = response.meta.get("redirect_urls")
    return str(urls[0]) if urls else str(response.url)


def _page(response: Response, source: Source, link: Link) -> Page:
    headers = {name: value.decode("latin-1") for name in _KEPT_HEADERS if (value := response.headers.get(name))}
    asked = _address(response) if link.url == _address(response) else canonical(link.url)
    final = link.url if link.via else response.url
    return Page(asked, final, response.status, headers, response.body, datetime.now(UTC), source.name, link)


def _why(failure: Failure) -> tuple[Reason, str]:
    """The reason in our words for what went wrong below HTTP."""
    error = failure.value
    if isinstance(error, AddressRefused):
        return Reason.BAD_ADDRESS, str(error)
    if isinstance(error, RefusedByRobots):
        return Reason.ROBOTS, str(error)
    name = type(error).__name__
    if "cancel" in name.lower() or "maxsize" in str(error).lower() or "larger than" in str(error).lower():
        return Reason.TOO_LARGE, ""
    if isinstance(error, IgnoreRequest):
        return Reason.UNREACHABLE, str(error)
    if isinstance(error, TwistedTimeout):
        return Reason.UNREACHABLE, "no answer in time"
    return Reason.UNREACHABLE, name
