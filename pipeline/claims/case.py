"""One matter before anything is decided of it: what is told of it by whom, and what else is known."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from pipeline.claims.claim import KindName
from pipeline.claims.heard import Heard
from pipeline.claims.known import Known
from pipeline.claims.side import Side

Said = Mapping[tuple[KindName, str], Sequence[Heard]]
"""(kind, about) → all that is claimed of it."""


@dataclass(frozen=True)
class Case:
    """What is asked by whoever decides: no answer in it."""

    kind: KindName
    about: str
    sides: Sequence[Side]
    """Who has the most independent origins first."""
    facts: Sequence[str]
    """What the series file says of it."""
    heard: Said
    """What is claimed of all matters."""
    known: Known

    @cached_property
    def near(self) -> Set[str]:
        """Values that are claimed of one territory or version, where this is of none."""
        others = (said for (kind, about), said in self.heard.items() if kind == self.kind and about and not self.about)
        return {h.claim.value for said in others for h in said}

    @cached_property
    def right(self) -> Set[str]:
        """Articles that say what the series file says."""
        return {article for s in self.sides if s.reading.fact for article in s.reading.articles}
