"""What is asked of a catalogue and what it says of a series, as values. Knows no catalogue and no network."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from pipeline.series import Episode


@dataclass(frozen=True, slots=True)
class Request:
    """One question: a path below the catalogue's address, and a JSON body where it is posted."""

    path: str
    body: Mapping[str, object] | None = None
    optional: bool = False
    """Without its answer the rest is still worth having."""


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that a catalogue found under a title."""

    id: str
    names: tuple[str, ...]
    media: tuple[str, ...] = ()
    """What it may be taken for, the likeliest first; empty: nothing that Nectar follows (a lipstick, a band)."""
    begun: int | None = None
    """Year."""
    ended: int | None = None
    about: str = ""
    """What it is, in the catalogue's words."""
    catalogue: str = ""

    @property
    def name(self) -> str:
        return self.names[0] if self.names else self.id


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody, and what for: a role or a character. `native`: the name in its own script."""

    name: str
    role: str
    native: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one catalogue says of one series; every part may be empty."""

    catalogue: str
    taken: Match | None = None
    link: str = ""
    medium: str = ""
    names: tuple[str, ...] = ()
    studio: tuple[str, ...] = ()
    staff: tuple[Credit, ...] = ()
    cast: tuple[Credit, ...] = ()
    characters: tuple[Credit, ...] = ()
    """`role`: main, supporting and the like."""
    episodes: tuple[Episode, ...] = ()
    plain: Mapping[str, str | int | date] = field(default_factory=dict)
    """For [facts]: platform, country, source and the like."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """Where other catalogues have it: {"anilist": "1535"}."""
    others: tuple[Match, ...] = ()
    """What else bears the name or nearly so, and was not taken."""
    notes: tuple[str, ...] = ()
    """What a reader of the file must know: which season it is, that a list is cut."""
    troubles: tuple[str, ...] = ()
    """What went wrong, in words."""

    @property
    def begun(self) -> date | None:
        """The first day, as far as it is said."""
        stated = [d for key in ("premiere", "release") if isinstance(d := self.plain.get(key), date)]
        return min((*stated, *(e.aired for e in self.episodes if e.aired)), default=None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: as the user says, and as far as the catalogues asked before know better."""

    title: str
    medium: str = ""
    """Empty: any."""
    year: int | None = None
    season: int | None = None
    known: tuple[str, ...] = ()
    """Its other names."""
    begun: date | None = None
    ids: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        return (self.title, *self.known)

    def knowing(self, facts: Facts) -> "Wanted":
        """The same, with what one more catalogue said of it."""
        if facts.taken is None:
            return self
        return replace(
            self,
            medium=self.medium or facts.medium,
            known=tuple(dict.fromkeys((*self.known, *facts.names))),
            begun=self.begun or facts.begun,
            ids={**facts.ids, **self.ids},
        )


Inquiry: TypeAlias = Generator[Request, object, Facts]
"""Gives requests, is sent the answers (parsed JSON; None where an optional one was not answered), and ends with what was learned."""
