"""What goes in and what comes out: pieces of the press, and where each comes from. Plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Relation = Literal["original", "copy", "shortened", "spun", "translated", "press release"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One published text. What is not known stays empty."""

    id: int | str
    text: str
    """Blocks with blank lines between; a block that begins with "> " is a quotation."""
    site: str = ""
    title: str = ""
    language: str = ""
    """ISO 639-1."""
    published: date | None = None
    first_seen: datetime | None = None
    based_on: tuple[str, ...] = ()
    """Addresses that the page itself names as its source: a canonical address elsewhere, `isBasedOn` of its JSON-LD."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a piece comes from."""

    id: int | str
    of: int | str
    """Id of the origin; its own for an original."""
    relation: Relation
    because: str
    """In words; empty for an original that nobody copied."""

    @property
    def original(self) -> bool:
        return self.id == self.of


def count(found: Sequence[Origin]) -> int:
    """How many origins there are."""
    return sum(o.original for o in found)
