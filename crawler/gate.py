"""The gate between the crawl and the network: where requests may go, where redirects may lead, what a failed connection means.

It knows addresses (`crawler/guard.py`) and not why somebody wants to go there; that the spider knows.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from OpenSSL import SSL
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from service_identity import VerificationError

from crawler.guard import AddressRefused, refusal, unfit
from crawler.heads import HeadTooLarge

_IN_WORDS = {
    "CannotResolveHostError": "no such host",
    "DownloadConnectionRefusedError": "connection refused",
    "DownloadTimeoutError": "no answer in time",
    "TimeoutError": "no answer in time",
    "DownloadFailedError": "connection broken",
    "ResponseDataLossError": "the answer broke off",
    **dict.fromkeys(
        ("error", "BadGzipFile", "ZstdError", "EOFError"), "it can't be unpacked"
    ),  # what zlib, brotli and zstd raise
}
_MOST_CODINGS = 5
"""Content-Encodings one in another; curl's limit too. More are made to keep us busy (CVE-2023-23916)."""


class OffSite(IgnoreRequest):
    """What was found on one site redirects to another."""


class TooLarge(IgnoreRequest):
    """An answer that is large elsewhere than in its body: packed in more layers, or with more headers, than an honest one."""


class Gate:
    """Downloader middleware, the one next to the network: each request, each redirect and robots.txt itself pass it.

    `crawler.spider.check_redirect(request, url)` raises OffSite where a redirect must not go.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._allow_private = crawler.settings.getbool("NECTAR_ALLOW_PRIVATE")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Gate":
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        if why := unfit(request.url, self._allow_private):
            raise AddressRefused(why)
        if (proxy := request.meta.get("proxy")) and (why := unfit(proxy, self._allow_private)):
            raise AddressRefused(f"the proxy {proxy}: {why}")  # Twisted connects to a proxy's bare address without a resolver

    def process_response(self, request: Request, response: Response) -> Response:
        codings = b",".join(response.headers.getlist("Content-Encoding")).count(b",") + 1
        if codings > _MOST_CODINGS:
            raise TooLarge(f"packed {codings} times")
        followed = response.status in {301, 302, 303, 307, 308} and not request.meta.get("dont_redirect")
        location = response.headers.get("Location") if followed else None
        if location:
            try:
                target = urljoin(request.url, location.decode("latin-1").strip())
            except ValueError:
                raise AddressRefused("it redirects to what makes no sense") from None
            if why := unfit(target, self._allow_private):
                raise AddressRefused(f"it redirects to {target[:200]}: {why}")
            spider: Any = self._crawler.spider
            spider.check_redirect(request, target)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Says in words what Twisted keeps to itself. What is raised here is not tried again."""
        if refused := refusal(urlsplit(request.url).hostname or ""):
            raise refused from exception
        for cause in _causes(exception):
            if isinstance(cause, HeadTooLarge):
                raise TooLarge(str(cause)) from exception
            if isinstance(cause, SSL.Error | VerificationError):
                said = (
                    "; ".join(str(a[-1]) for a in (cause.args[0] if cause.args else ()) if a)
                    if isinstance(cause, SSL.Error)
                    else ""
                )
                raise AddressRefused(f"its certificate is not trusted{f' ({said})' if said else ''}") from exception


def in_words(error: BaseException | None) -> str:
    """What went wrong below HTTP."""
    return _IN_WORDS.get(type(error).__name__, type(error).__name__)


def _causes(exception: BaseException | None) -> Iterator[BaseException]:
    """An exception and what it was made from, also inside Twisted's lists of failures."""
    seen = 0
    while exception is not None and (seen := seen + 1) < 20:
        yield exception
        for reason in getattr(exception, "reasons", None) or ():
            yield from _causes(reason.value)
        exception = exception.__cause__
