"""What a source is asked for, and what it gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from w3lib.url import safe_url_string

from pipeline.page import Link, Page
from pipeline.series import Series, Source

_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Errand:
    """What one source is asked for in this run."""

    source: Source
    series: Series
    now: datetime
    since: datetime | None = None
    """When the source last answered well: older things are known. None the first time."""

    @property
    def names(self) -> tuple[str, ...]:
        """What a site is searched for: the title and the first aliases."""
        return self.series.names[:_MOST_NAMES]

    def began_with(self, address: str) -> bool:
        """True for the address that the source states, however it is quoted and whether or not it ends with a slash."""
        asked, stated = (safe_url_string(a).partition("#")[0].rstrip("/") for a in (address, self.source.url))
        return asked == stated


@dataclass(frozen=True, slots=True)
class Found:
    """Links to articles, addresses of further indexes, and what went wrong, in words; empty when nothing did."""

    links: Iterable[Link] = ()
    """May be a stream, read once: a sitemap holds 50,000."""
    more: tuple[str, ...] = ()
    """A fragment `#bytes=0-4095` asks for that part of it only."""
    trouble: str = ""
    unread: bool = False
    """This answer was no index itself; it only led on. A source of which nothing else was read has failed."""
    pages: Iterable[Page | None] = ()
    """Pages that came with the index itself (archives of the web): judged by their links as others are, and not asked for again.
    None among them: nothing was found for a while, let others have their turn."""
    becomes: tuple[Source, ...] = ()
    """From here on it is these sources: of another kind, or at another address; `because` says why."""
    because: str = ""
    tries: tuple[str, ...] = ()
    """Asked one after the other until one can be read: the usual addresses, or a way in and what takes its place."""
