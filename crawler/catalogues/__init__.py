"""Catalogues of series, a module each, in the order in which they are asked. A new one is one module and one line in CATALOGUES.

Each says how to ask and reads what it is told; all of it is pure. The network is in `asking.py`, and only there.
"""

from collections.abc import Mapping
from typing import Protocol

from crawler.catalogues import anilist, tvmaze, wikidata
from crawler.catalogues.facts import Credit, Facts, Inquiry, Match, Request, Wanted

__all__ = ["CATALOGUES", "Catalogue", "Credit", "Facts", "Inquiry", "Match", "Request", "Wanted"]


class Catalogue(Protocol):
    NAME: str
    ADDRESS: str
    GAP: float
    """Seconds between two requests, where its answers state no limit."""
    MEDIA: tuple[str, ...]
    """What it knows; of others it is not asked."""

    def complaint(self, answer: object) -> str:
        """What it says went wrong, although it answered; else empty."""
        ...

    def inquire(self, wanted: Wanted) -> Inquiry: ...


CATALOGUES: Mapping[str, Catalogue] = {
    "anilist": anilist,
    "tvmaze": tvmaze,
    "wikidata": wikidata,
}
