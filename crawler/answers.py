"""What Scrapy's answers and failures are in our nouns."""

from datetime import UTC, datetime

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from crawler.gate import OffSite, TooLarge, in_words
from crawler.guard import AddressRefused
from crawler.politeness import OverDailyCap
from crawler.robots import RefusedByRobots
from pipeline.page import Link, Page, Reason
from pipeline.rights import HEADERS
from pipeline.series import Source
from pipeline.urls import canonical

_KEPT_HEADERS = frozenset(
    {"content-type", "last-modified", "etag", "x-wp-totalpages", "content-range", "x-archive-orig-last-modified", *HEADERS}
)


def address(asked: Request | Response) -> str:
    """What was asked, before redirects."""
    urls = asked.meta.get("redirect_urls")
    return str(urls[0]) if urls else str(asked.url)


def page(response: Response, source: Source, link: Link) -> Page:
    named = {name.decode("latin-1").lower(): values for name, values in dict.items(response.headers) if values}
    headers = {name: b"\n".join(values).decode("latin-1") for name, values in named.items() if name in _KEPT_HEADERS}
    asked = link.url if link.url == address(response) else canonical(link.url)
    final = link.url if link.via else response.url
    return Page(asked, final, response.status, headers, response.body, datetime.now(UTC), source.name, link)


def why(failure: Failure) -> tuple[Reason, str]:
    """The reason in our words for what went wrong below HTTP."""
    error = failure.value
    if isinstance(error, AddressRefused):
        return Reason.BAD_ADDRESS, str(error)
    if isinstance(error, RefusedByRobots):
        return Reason.ROBOTS, str(error)
    if isinstance(error, OffSite):
        return Reason.OFF_SITE, str(error)
    if isinstance(error, TooLarge):
        return Reason.TOO_LARGE, str(error)
    if isinstance(error, OverDailyCap):
        return Reason.DAILY_CAP, str(error)
    name = type(error).__name__
    if "cancel" in name.lower() or "maxsize" in str(error).lower() or "larger than" in str(error).lower():
        return Reason.TOO_LARGE, ""
    if isinstance(error, IgnoreRequest):
        return Reason.UNREACHABLE, str(error)
    return Reason.UNREACHABLE, in_words(error)
