"""What counts as one site: a registered domain. It has one download slot, in which one thing is asked at a time."""

from collections.abc import Callable, Coroutine, Iterable
from functools import lru_cache
from inspect import isawaitable
from ipaddress import ip_address
from time import monotonic
from typing import Any, cast
from urllib.parse import urlsplit

from scrapy.core.downloader import Downloader
from scrapy.core.downloader.middleware import DownloaderMiddlewareManager
from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from tldextract import TLDExtract

_suffixes = TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)
"""The Public Suffix List that comes with the package: nothing is asked of the web. With its private part, in which every blog
of blogspot.com is a site of its own."""


def site_of(url: str) -> str:
    """The registered domain (www., m. and blog. of one paper are one site); host and port of an address or a bare name."""
    return _site_at(urlsplit(url).netloc)


@lru_cache(maxsize=4096)
def _site_at(netloc: str) -> str:
    parts = urlsplit(f"//{netloc}")
    name = (parts.hostname or "").rstrip(".")
    try:
        ip_address(name)
    except ValueError:
        if "." in name:
            # A top-level domain that the list does not know is a public suffix itself: the list's own default rule.
            return _suffixes.extract_str(name).top_domain_under_public_suffix or ".".join(name.split(".")[-2:])
    return netloc.rpartition("@")[2].lower()


def origin_of(url: str) -> str:
    """Scheme, host and port: what one robots.txt speaks for (RFC 9309, 2.3)."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


class _Middlewares(DownloaderMiddlewareManager):
    """Waits only for what has to be waited for. Scrapy's makes a coroutine of all that each method gives, fifteen times a page."""

    async def _process_request(
        self, request: Request, download_func: Callable[[Request], Coroutine[Any, Any, Response]]
    ) -> Response | Request:
        for method in cast(Iterable[Callable[..., Any]], self.methods["process_request"]):
            given = method(request=request)
            if given is not None and (answer := await given if isawaitable(given) else given) is not None:
                return cast(Response | Request, answer)
        return await download_func(request)

    async def _process_response(self, response: Response | Request, request: Request) -> Response | Request:
        for method in cast(Iterable[Callable[..., Any]], self.methods["process_response"]):
            if isinstance(response, Request):
                break
            given = method(request=request, response=response)
            response = await given if isawaitable(given) else given
        return response


class SiteSlots(Downloader):
    """Scrapy's downloader with a slot for each registered domain, where it has one for each host name.

    The scheduler asks here too, so a site with many host names can't take the places of all others.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.middleware.__class__ = _Middlewares  # made by name in there, with all that it holds

    def get_slot_key(self, request: Request) -> str:
        return site_of(request.url)


def wait_between(crawler: Crawler, request: Request, seconds: float) -> None:
    """From now on at least so many seconds between two requests to the site, also when its slot was given up in between."""
    assert crawler.engine is not None
    downloader = crawler.engine.downloader
    key = downloader.get_slot_key(request)
    slot = downloader.slots.get(key)
    least = max(shortest_wait(crawler, key), seconds)
    downloader.per_slot_settings[key] = {**downloader.per_slot_settings.get(key, {}), "delay": least}
    if slot is not None:
        slot.delay = max(slot.delay, least)


def wait_from_now(crawler: Crawler, request: Request, seconds: float) -> None:
    """As `wait_between`; the first wait begins with the answer, not with the request that it answers."""
    wait_between(crawler, request, seconds)
    assert crawler.engine is not None
    slot = crawler.engine.downloader.slots.get(site_of(request.url))
    if slot is not None:
        slot.lastseen = monotonic()


def turn_away(crawler: Crawler, site: str, error: Exception) -> None:
    """What waits for its turn at this site ends in the error: it is not asked for any more."""
    assert crawler.engine is not None
    slot = crawler.engine.downloader.slots.get(site)
    while slot is not None and slot.queue:
        _, waiting = slot.queue.popleft()
        waiting.errback(error)


def shortest_wait(crawler: Crawler, site: str) -> float:
    """Seconds between two requests below which nothing may bring this site: the settings', or what the site asked for."""
    assert crawler.engine is not None
    asked = crawler.engine.downloader.per_slot_settings.get(site, {}).get("delay", 0.0)
    return max(float(asked), crawler.settings.getfloat("DOWNLOAD_DELAY"))
