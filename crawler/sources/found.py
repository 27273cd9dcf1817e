"""What a source gives."""

from dataclasses import dataclass

from pipeline.page import Link


@dataclass(frozen=True, slots=True)
class Found:
    """Links to articles, addresses of further indexes, and what went wrong, in words; empty when nothing did."""

    links: tuple[Link, ...] = ()
    more: tuple[str, ...] = ()
    trouble: str = ""
    unread: bool = False
    """This answer was no index itself; it only led on to `more`. A source of which nothing else was read has failed."""
