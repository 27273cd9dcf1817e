"""What comes from the web: what a source says of a page (Link), the fetched answer (Page), "not taken" as a value (Skip), a site's rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Link:
    """A URL and what its source says of it, before anybody has fetched it."""

    url: str
    title: str = ""
    summary: str = ""
    """Excerpt, teaser or, where the source hands it out, the whole text."""
    tags: tuple[str, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    via: str = ""
    """Where to fetch it, when not from its own address: a copy in an archive."""
    digest: str = ""
    """Of the text that the source hands out with it, where another one means that the page changed."""
    given: bool = False
    """The user named this very page: it is fetched whatever is said of it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One fetched answer, as it came."""

    url: str
    final_url: str
    """After redirects."""
    status: int
    headers: Mapping[str, str]
    """Those that matter for reading and for asking again, names in lower case."""
    body: bytes
    fetched: datetime
    source: str
    link: Link = field(default_factory=lambda: Link(""))


class Reason(StrEnum):
    """Why a URL was not taken. The wording is what `nectar query --skipped` prints."""

    OFF_TOPIC = "off topic"
    """What its source says of it does not name the series."""
    OTHER_THING = "another thing of the same name"
    MENTION_ONLY = "only mentions the series"
    NOT_ABOUT = "not about the series"
    OFF_SITE = "leads to another site"
    BAD_ADDRESS = "address refused"
    """Private, loopback or otherwise not for the public; or not http(s)."""
    ROBOTS = "refused by robots.txt"
    HTTP_ERROR = "http error"
    UNREACHABLE = "unreachable"
    TOO_LARGE = "too large"
    NOT_HTML = "not a web page"
    NO_TEXT = "no article text"
    INDEX_PAGE = "an index, not an article"
    DUPLICATE = "another address of a known article"
    UNREADABLE = "reading failed"
    """A fault of ours: the detail names it."""
    LIMIT = "over the limit of pages for one run"
    FORGOTTEN = "forgotten at somebody's wish"
    DAILY_CAP = "over the daily cap of its site"


LASTING = frozenset({Reason.NOT_HTML, Reason.TOO_LARGE, Reason.FORGOTTEN})
"""Reasons for which a page is not fetched again: it was had once, and nothing of it is to be kept."""

PASSING = frozenset({Reason.HTTP_ERROR, Reason.UNREACHABLE, Reason.ROBOTS, Reason.LIMIT, Reason.DAILY_CAP})
"""Reasons that may be gone tomorrow: the page was wanted, and is asked for again even where its source names it no more."""

OURS = frozenset({Reason.LIMIT, Reason.DAILY_CAP})
"""Those of them that are limits of our own: however often they were met, the page is not given up."""


@dataclass(frozen=True, slots=True)
class Skip:
    """A URL that was not taken, and why."""

    url: str
    source: str
    reason: Reason
    detail: str = ""
    link: Link | None = None
    """What its source said of it, for reasons that pass."""
    unkept: bool = False
    """The page was read, and asks that no copy of it be kept."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A known page of which the source said that it changed, and the site that it did not (304)."""

    url: str
    source: str
    link: Link


@dataclass(frozen=True, slots=True)
class RobotsAnswer:
    """What a site answered when it was asked for its rules: followed for a day, kept as evidence."""

    site: str
    """Scheme, host and port: `https://gazette.example`."""
    path: str
    """/robots.txt or /.well-known/tdmrep.json."""
    url: str
    """Where the answer came from, after redirects."""
    status: int
    """0 where there was no answer."""
    body: bytes
    """As it came, up to 500 KiB."""
    fetched: datetime
    trouble: str = ""
    """Why there was no answer, in words."""
