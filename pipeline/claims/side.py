"""One value of a matter with everybody behind it, and how firmly they say it."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from pipeline.claims.changes import is_change
from pipeline.claims.claim import Claim, KindName
from pipeline.claims.firm import is_firm, is_plain, is_repeated, names_it
from pipeline.claims.heard import Heard
from pipeline.claims.known import Known
from pipeline.claims.matter import Reading
from pipeline.claims.values import agree


class Side:
    """One reading with everybody behind it. What is asked of each of its claims is asked once."""

    def __init__(self, reading: Reading, holding: Sequence[Heard], denying: Sequence[Heard], known: Known) -> None:
        self.reading = reading
        self.holding = holding
        self.denying = denying
        self.known = known

    @classmethod
    def of(cls, kind: KindName, value: str, group: Sequence[Heard], facts: Sequence[str], known: Known) -> "Side":
        """`value` with all that agrees with it, `group`. `facts`: what the series file says of the matter."""
        holding = sorted((h for h in group if not h.claim.denied), key=lambda h: h.claim.day or date.max)
        denying = [h for h in group if h.claim.denied]
        reading = Reading(
            value,
            tuple(h.claim for h in holding),
            tuple(h.claim for h in denying),
            tuple(dict.fromkeys(h.article for h in holding)),
            len({h.origin for h in holding}),
            any(agree(kind, value, fact) for fact in facts),
        )
        return cls(reading, holding, denying, known)

    @cached_property
    def firm(self) -> list[Heard]:
        return [h for h in self.told if h.claim.modality != "rumoured"]

    @cached_property
    def told(self) -> list[Heard]:
        """Its firm claims and its rumours, which a denial speaks of."""
        return [h for h in self.holding if is_firm(h, self.known)]

    @cached_property
    def first(self) -> date | None:
        """Day of the first firm claim."""
        return min((h.claim.day for h in self.firm if h.claim.day), default=None)

    @cached_property
    def last(self) -> date | None:
        return max((h.claim.day for h in self.firm if h.claim.day), default=None)

    @cached_property
    def named(self) -> bool:
        """One of the claims has the series for its subject."""
        return any(names_it(h.claim, self.known) for h in self.holding)

    @cached_property
    def plain(self) -> bool:
        """The file or two outlets say it, or a sentence that names the series or is an entry of a list."""
        return is_repeated(self.reading, self.firm) or any(is_plain(h, self.known) for h in self.firm)

    @cached_property
    def changes(self) -> list[Claim]:
        """Dated claims that say that their value is a new one."""
        return [h.claim for h in self.holding if h.claim.day and is_change(h.claim)]

    @cached_property
    def shown_on(self) -> frozenset[frozenset[str]]:
        """Channels and services that each sentence of its firm claims names."""
        return frozenset(frozenset(hit.label for hit in self.known.platforms.find(h.claim.sentence)) for h in self.firm)

    @cached_property
    def firm_changes(self) -> list[Claim]:
        return [c for c in self.changes if names_it(c, self.known)]
