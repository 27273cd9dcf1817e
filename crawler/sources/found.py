"""What a source is asked for, and what it gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pipeline.page import Link, Page
from pipeline.series import Series, Source


@dataclass(frozen=True, slots=True)
class Errand:
    """What one source is asked for in this run."""

    source: Source
    series: Series
    now: datetime
    since: datetime | None = None
    """When the source last answered well: older things are known. None the first time."""


@dataclass(frozen=True, slots=True)
class Found:
    """Links to articles, addresses of further indexes, and what went wrong, in words; empty when nothing did."""

    links: tuple[Link, ...] = ()
    more: tuple[str, ...] = ()
    """A fragment `#bytes=0-4095` asks for that part of it only."""
    trouble: str = ""
    unread: bool = False
    """This answer was no index itself; it only led on to `more`. A source of which nothing else was read has failed."""
    pages: Iterable[Page | None] = ()
    """Pages that came with the index itself (archives of the web): judged by their links as others are, and not asked for again.
    None among them: nothing was found for a while, let others have their turn."""
    becomes: Source | None = None
    """From here on it is this source: of another kind, or at another address; `because` says why."""
    because: str = ""
