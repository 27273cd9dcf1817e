"""One value of a matter with everybody behind it, and how firmly they say it."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from pipeline.claims.changes import is_change
from pipeline.claims.claim import Claim, KindName
from pipeline.claims.firm import is_pinned, is_plain, is_repeated, looseness, names_it, names_the_series
from pipeline.claims.heard import Heard
from pipeline.claims.known import Known
from pipeline.claims.matter import Doubt, Reading
from pipeline.claims.roles import DIRECTING
from pipeline.claims.values import DATED, agree


class Side:
    """One reading with everybody behind it. What is asked of each of its claims is asked once."""

    def __init__(
        self, kind: KindName, value: str, group: Sequence[Heard], facts: Sequence[str], known: Known, values: int
    ) -> None:
        """`group`: all that agrees with the value. `facts`: what the series file says of the matter, of which so many `values` are told."""
        self.known = known
        self._of_people = kind in ("staff", "cast")
        self.holding = sorted((h for h in group if not h.claim.denied), key=lambda h: h.claim.day or date.max)
        self.denying = [h for h in group if h.claim.denied]
        self.reading = Reading(
            value,
            tuple(h.claim for h in self.holding),
            tuple(h.claim for h in self.denying),
            tuple(dict.fromkeys(h.article for h in self.holding)),
            len({h.origin for h in self.holding}),
            any(agree(kind, value, fact) for fact in facts),
        )
        self.taken_at_its_word = kind == "source" and values <= _TWO
        """That a work is an original or from a novel is seldom said of another in between."""
        placed = kind in DATED and any(h.claim.about for h in group)
        directs = any(h.claim.about in DIRECTING for h in group)
        self.seldom_twice = ((kind in _SELDOM_TWICE and not directs) or placed) and not facts
        """The series file is silent, and little is told of other works that could be taken for it."""
        self.only_rival = self.seldom_twice and values <= _TWO
        """And the one other value is all that is told."""

    @cached_property
    def firm(self) -> list[Heard]:
        return [h for h in self.told if h.claim.modality != "rumoured"]

    @cached_property
    def asserted(self) -> list[Heard]:
        """What is held against others: of people also rumours, which no later news makes out of date."""
        return self.told if self._of_people else self.firm

    @cached_property
    def told(self) -> list[Heard]:
        """Its firm claims and its rumours, however loose, which a denial speaks of."""
        return [h for h in self.holding if h.claim.modality == "rumoured" or self._looseness(h) is None]

    @cached_property
    def doubt(self) -> Doubt | None:
        """Why nothing of it is held against others; None where something is."""
        if self.asserted:
            return None
        return next((why for h in self.holding if (why := self._looseness(h))), "one is only rumoured")

    def _looseness(self, heard: Heard) -> Doubt | None:
        return None if self.taken_at_its_word else looseness(heard, self.known)

    @cached_property
    def first(self) -> date | None:
        """Day of the first firm claim."""
        return min((h.claim.day for h in self.firm if h.claim.day), default=None)

    @cached_property
    def last(self) -> date | None:
        return max((h.claim.day for h in self.firm if h.claim.day), default=None)

    def since(self, other: str) -> date | None:
        """Day of the first firm claim that does not go with another value, too ("in August" goes with the 3rd and the 31st)."""
        return min(self._days_unlike(other), default=None)

    def until(self, other: str) -> date | None:
        """Day of the last one."""
        return max(self._days_unlike(other), default=None)

    def _days_unlike(self, other: str) -> list[date]:
        return [h.claim.day for h in self.firm if h.claim.day and not agree(h.claim.kind, h.claim.value, other)]

    @cached_property
    def named(self) -> bool:
        """One of the claims has the series for its subject."""
        return any(names_it(h.claim, self.known) for h in self.holding)

    @cached_property
    def rumoured(self) -> bool:
        """Nobody says more than that it is said."""
        return all(h.claim.modality == "rumoured" for h in self.holding)

    @cached_property
    def topical(self) -> bool:
        """One of its articles is about the series."""
        return any(h.claim.topical for h in self.holding)

    @cached_property
    def sure(self) -> bool:
        """Hardly of another work: the file or two outlets say it, or an article about the series, or an entry of a list."""
        pinned = any(is_pinned(h.claim, self.known) for h in self.holding)
        return self.topical or pinned or is_repeated(self.reading, self.holding)

    @cached_property
    def plain(self) -> bool:
        """The file or two outlets say it, or a sentence that names the series or is an entry of a list."""
        return self.taken_at_its_word or is_repeated(self.reading, self.firm) or any(is_plain(h, self.known) for h in self.firm)

    @cached_property
    def pinned(self) -> bool:
        """One of the sentences names the series, or two outlets say it, or the file."""
        return is_repeated(self.reading, self.holding) or any(names_the_series(h.claim, self.known) for h in self.holding)

    @cached_property
    def changes(self) -> list[Claim]:
        """Dated claims that say that their value is a new one."""
        return [h.claim for h in self.holding if h.claim.day and is_change(h.claim)]

    @cached_property
    def undated_changes(self) -> list[Claim]:
        """Claims without a day that say so, and have the series for their subject."""
        return [h.claim for h in self.holding if not h.claim.day and is_change(h.claim) and names_it(h.claim, self.known)]

    @cached_property
    def shown_on(self) -> frozenset[frozenset[str]]:
        """Channels and services that each sentence of its firm claims names; of all, where none is firm."""
        said = self.firm or self.holding
        return frozenset(frozenset(hit.label for hit in self.known.platforms.find(h.claim.sentence)) for h in said)

    @cached_property
    def firm_changes(self) -> list[Claim]:
        return [c for c in self.changes if names_it(c, self.known)]


_TWO = 2
"""Values of which one is wrong."""
_SELDOM_TWICE: frozenset[KindName] = frozenset({"episodes", "finale", "cast", "staff"})
"""Kinds of which little is told of other works by mistake; but many direct a part of something."""
