"""The walk: source → links → pages. One spider, because sources differ only in how links are found."""

import re
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.gate import OffSite, TooLarge
from crawler.guard import AddressRefused, unfit
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
from pipeline.urls import canonical, host

_KEPT_HEADERS = ("content-type", "last-modified", "etag", "x-robots-tag", "tdm-reservation", "tdm-policy", "x-wp-totalpages")
_INDEX_PRIORITY = 10
_LONGEST_URL = 2083
"""Characters; what Scrapy drops without a word."""
_WORDS = {
    "DownloadTimeoutError": "no answer in time",
    "ResponseDataLossError": "the answer broke off",
    "CannotResolveHostError": "there is no such host",
    "DownloadConnectionRefusedError": "the connection was refused",
    "DownloadFailedError": "the answer is broken",
    "error": "it can't be unpacked",  # what zlib and brotli raise
    "BadGzipFile": "it can't be unpacked",
    "ZstdError": "it can't be unpacked",
    "EOFError": "it can't be unpacked",
}
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

    async def start(self) -> AsyncIterator[Request | Page | Skips]:
        now = datetime.now(UTC)
        for source in self.series.sources:
            errand = Errand(source, self.series, now)
            for step in self._go_on(errand, KINDS[source.kind].begin(errand)):
                yield step

    def parse_index(self, response: Response, errand: Errand, depth: int) -> Yields:
        """An index has answered: judge the links it gives, ask the indexes it names."""
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

    def index_failed(self, failure: Failure, source: Source) -> None:
        reason, detail = _why(failure)
        address = _address(failure.request)  # type: ignore[attr-defined]
        self.tallies[source.name].troubles.append(f"{address}: {reason}{f' ({detail})' if detail else ''}")
        self.logger.warning("%s: %s: %s %s", source.name, address, reason, detail)

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
        if found.becomes is not None and self._may_ask(source, found.becomes.url, depth):
            errand = replace(errand, source=found.becomes)
            self.tallies[source.name].kind = f"{source.kind}: {found.becomes.kind}"
            self.tallies[source.name].because = found.because
            yield from self._go_on(errand, KINDS[found.becomes.kind].begin(errand), depth)
        for url in found.more if depth < trait(source.kind, "CHAIN", source.pages) else ():
            if url not in self._asked and self._may_ask(source, url, depth):
                self._asked.add(url)
                address, _, part = url.partition("#bytes=")
                yield Request(
                    address,
                    self.parse_index,
                    headers={"Range": f"bytes={part}"} if part else {},
                    cb_kwargs={"errand": errand, "depth": depth + 1},
                    errback=lambda failure: self.index_failed(failure, errand.source),
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
        if why := unfit(url, allow_private=True) or (f"longer than {_LONGEST_URL} characters" if len(url) > _LONGEST_URL else ""):
            return self._skip(source, url, Reason.BAD_ADDRESS, why)
        if not self._may_lead_to(source, url):
            return self._skip(source, url, Reason.OFF_SITE, f"{host(url)} is not {host(source.url)}")
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
        """A hostile or mistaken index can't send us anywhere: only to its own domain, and to the hosts that the user names."""
        target = host(url).partition(":")[0]
        if trait(source.kind, "ANYWHERE", False):
            return bool(target)
        home = host(source.url).partition(":")[0]
        return bool(target) and any(
            target == own or target.endswith(f".{own}") or (own.endswith(f".{target}") and "." in target)
            for own in (home, *(h.lower() for h in source.hosts))
        )

    def _may_ask(self, source: Source, url: str, depth: int) -> bool:
        """An index that another one names lies on the same site or on the hosts that the user names; if not, it is trouble once a host."""
        if not depth or self._may_lead_to(source, url):
            return True
        where = re.sub(r":\d+$", "", host(url))
        why = unfit(url, self.settings.getbool("NECTAR_ALLOW_PRIVATE"))
        why = why or f'{where} is another site, hosts = ["{where}"] in the source allows it'
        trouble = f"leads on to {url[:200] if not where else host(url)}: {why}"
        if trouble not in self.tallies[source.name].troubles:
            self.tallies[source.name].troubles.append(trouble)
        return False

    def check_redirect(self, request: Request, url: str) -> None:
        """What the user named may have moved to another site; what was found may not lead there. Raises OffSite."""
        said = request.cb_kwargs
        link: Link | None = said.get("link")
        if link.given if link else said.get("depth", 0) < 2:
            return
        source: Source = said["source"] if link else said["errand"].source
        stays = host(url) == host(link.via) if link and link.via else self._may_lead_to(source, url)
        if not stays:
            raise OffSite(f"redirects to {host(url)}, which is not {host(source.url)}")

    def _skip(self, source: Source, url: str, reason: Reason, detail: str) -> Skip:
        self.tallies[source.name].skipped[reason] += 1
        return Skip(url, source.name, reason, detail)

    def _skip_fetched(self, source: Source, link: Link, reason: Reason, detail: str) -> Skips:
        self.tallies[source.name].underway -= 1
        return Skips((self._skip(source, canonical(link.url), reason, detail),))


def _as_it_is(page: Page) -> Page:
    return page


def _address(asked: Request | Response) -> str:
    """What was asked, before redirects."""
    urls = asked.meta.get("redirect_urls")
    return str(urls[0]) if urls else str(asked.url)


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
    if isinstance(error, OffSite):
        return Reason.OFF_SITE, str(error)
    name = type(error).__name__
    if isinstance(error, TooLarge):
        return Reason.TOO_LARGE, str(error)
    if "cancel" in name.lower() or "maxsize" in str(error).lower() or "larger than" in str(error).lower():
        return Reason.TOO_LARGE, ""
    if isinstance(error, IgnoreRequest):
        return Reason.UNREACHABLE, str(error)
    return Reason.UNREACHABLE, _WORDS.get(name, name)
