"""What Scrapy's answers and failures are in our nouns."""

from datetime import UTC, datetime

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.internet.error import TimeoutError as TwistedTimeout
from twisted.python.failure import Failure

from crawler.guard import AddressRefused
from crawler.politeness import RefusedByRobots
from pipeline.page import Link, Page, Reason
from pipeline.series import Source
from pipeline.urls import canonical

_KEPT_HEADERS = (
    *(
        "content-type",
        "last-modified",
        "etag",
        "x-robots-tag",
        "tdm-reservation",
        "tdm-policy",
        "x-wp-totalpages",
        "content-range",
    ),
    *(f"x-archive-orig-{name}" for name in ("last-modified", "x-robots-tag", "tdm-reservation", "tdm-policy")),
)


def address(response: Response) -> str:
    """What was asked, before redirects."""
    urls = response.meta.get("redirect_urls")
    return str(urls[0]) if urls else str(response.url)


def page(response: Response, source: Source, link: Link) -> Page:
    headers = {name: value.decode("latin-1") for name in _KEPT_HEADERS if (value := response.headers.get(name))}
    asked = address(response) if link.url == address(response) else canonical(link.url)
    final = link.url if link.via else response.url
    return Page(asked, final, response.status, headers, response.body, datetime.now(UTC), source.name, link)


def why(failure: Failure) -> tuple[Reason, str]:
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
