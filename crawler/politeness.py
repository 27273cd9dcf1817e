"""robots.txt by RFC 9309, Crawl-delay and Retry-After: what Scrapy leaves out."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.robotstxt import RobotParser

from crawler.guard import AddressRefused, refusal


class RefusedByRobots(IgnoreRequest):
    """robots.txt forbids the page, can't be had, or asks for a longer delay than one run can give."""


class _Closed(RobotParser):
    """The robots.txt of a site that does not answer: nothing is allowed (RFC 9309, 2.3.1.4)."""

    def __init__(self, why: Exception) -> None:
        self.why = why

    @classmethod
    def from_crawler(cls, crawler: Crawler, robotstxt_body: bytes) -> "_Closed":
        raise NotImplementedError

    def allowed(self, url: str | bytes, user_agent: str | bytes) -> bool:  # noqa: ARG002
        raise self.why


class RobotsPolicy(RobotsTxtMiddleware):
    """4xx: the site has no rules; 5xx, 429 and no answer: it is closed; Crawl-delay is kept."""

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        if rp is None:
            return
        agent = request.headers.get(b"User-Agent", self._default_useragent.encode()) or b""
        if not rp.allowed(request.url, agent):
            raise RefusedByRobots("robots.txt forbids it")
        if delay := rp.crawl_delay(agent):
            longest = self.crawler.settings.getfloat("NECTAR_LONGEST_DELAY")
            if delay > longest:
                raise RefusedByRobots(f"robots.txt asks for {delay:g} s between two requests")
            _wait_between(self.crawler, request, delay)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500 or response.status == 429:
            raise RefusedByRobots(f"robots.txt answers {response.status}: the site counts as closed")
        if response.status >= 400:
            response = response.replace(body=b"")
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        exc = refusal(urlsplit(f"//{netloc}").hostname or "") or exc
        if not isinstance(exc, AddressRefused | RefusedByRobots):
            exc = RefusedByRobots(f"robots.txt can't be had ({type(exc).__name__}): the site counts as closed")
        waiting = self._parsers[netloc]
        self._parsers[netloc] = closed = _Closed(exc)
        waiting.callback(closed)  # type: ignore[union-attr]


class PatientRetry(RetryMiddleware):
    """Retries as Scrapy does, but not before the time that the site names in Retry-After."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        if response.status in {429, 503} and (seconds := retry_after(response, datetime.now(UTC))) is not None:
            if seconds > self.crawler.settings.getfloat("NECTAR_LONGEST_DELAY"):
                return response
            _wait_between(self.crawler, request, seconds)
        return super().process_response(request, response)


def retry_after(response: Response, now: datetime) -> float | None:
    """Seconds that the site asks to wait, in either form of the header; None where it does not ask or can't be understood."""
    text = (response.headers.get(b"Retry-After") or b"").decode("latin-1").strip()
    if text.isdecimal():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - now).total_seconds()) if text else None
    except (ValueError, TypeError):
        return None


def _wait_between(crawler: Crawler, request: Request, seconds: float) -> None:
    """From now on at least so many seconds between two requests to the site."""
    assert crawler.engine is not None
    downloader = crawler.engine.downloader
    slot = downloader.slots.get(downloader.get_slot_key(request))
    if slot is not None:
        slot.delay = max(slot.delay, seconds)
