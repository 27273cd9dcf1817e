"""Which of the things that bear a title is meant. Pure; knows no catalogue."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from crawler.catalogues.facts import Match, Wanted

_ALIKE = 0.85
"""How alike two titles must be (0 to 1) to be one with a slip of the pen: "Metallic Rogue" and "Metallic Rouge" are 0.93."""
_SHORTEST = 6
"""Letters from which a slip is forgiven; among short titles it is another title."""


@dataclass(frozen=True, slots=True)
class Choice:
    taken: Match | None
    others: tuple[Match, ...]


def key(name: str) -> str:
    """A title without case, accents, spaces, punctuation and widths, so that two spellings of one title are equal."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(_bare(c) for c in plain if unicodedata.category(c)[0] in "LNM") or plain.strip()


def _bare(letter: str) -> str:
    """é as e; but パ stays: what marks other scripts is no accent."""
    first = unicodedata.normalize("NFD", letter)[0]
    return first if first.isascii() else letter


def likeness(names: Iterable[str], wanted: Iterable[str]) -> float:
    """1 where two of the names are equal, less where they are only alike, 0 where they are not alike enough."""
    ours = {key(name) for name in wanted}
    theirs = {key(name) for name in names}
    if ours & theirs:
        return 1.0
    best = max((_ratio(a, b) for a in ours for b in theirs), default=0.0)
    return best if best >= _ALIKE else 0.0


def _ratio(one: str, other: str) -> float:
    """0 where the numbers in them differ: a second season is no slip."""
    if min(len(one), len(other)) < _SHORTEST or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def choose(matches: Iterable[Match], wanted: Wanted) -> Choice:
    """The likest by title that fits medium and year; of equals one of that very year, then the one that the catalogue names first."""
    found = tuple(matches)
    year = wanted.year or (wanted.begun.year if wanted.begun else None)
    ranked = sorted(found, key=lambda m: (-likeness(m.names, wanted.names), year is not None and m.begun != year))
    taken = next((m for m in ranked if likeness(m.names, wanted.names) and fits(m, wanted)), None)
    return Choice(taken, tuple(m for m in found if m is not taken))


def fits(match: Match, wanted: Wanted) -> bool:
    """Of the medium, and of a time that agrees with what is known. What a catalogue leaves open is no objection."""
    if not match.media or (wanted.medium and wanted.medium not in match.media):
        return False
    if match.begun is None:
        return True
    if wanted.year is not None:
        return match.begun <= wanted.year <= (match.ended or match.begun)
    # A year's slack: broadcast at the turn of the year, shown at a festival first
    return wanted.begun is None or match.begun - 1 <= wanted.begun.year <= (match.ended or match.begun) + 1


def medium_of(match: Match, wanted: Wanted) -> str:
    return wanted.medium if wanted.medium in match.media else next(iter(match.media), "")


def namesakes(matches: Iterable[Match], wanted: Wanted) -> tuple[Match, ...]:
    """Those that bear the very title or nearly so."""
    return tuple(m for m in matches if likeness(m.names, wanted.names))
