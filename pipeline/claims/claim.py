"""What an article states about the series: one claim, in a form in which claims can be held against each other."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

KindName = Literal[
    "studio",
    "episodes",
    "premiere",
    "finale",
    "release",
    "platform",
    "staff",
    "cast",
    "source",
    "genre",
    "anniversary",
    "sequel",
    "rating",
]
KIND_NAMES: tuple[KindName, ...] = get_args(KindName)
Modality = Literal["announced", "reported", "rumoured", "corrected", "denied"]
MODALITIES: tuple[Modality, ...] = get_args(Modality)
TITLE = -1
"""Position of the title, which stands before the first paragraph."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One factual statement of one article. docs/claims.md has the normal forms of `about` and `value`."""

    kind: KindName
    about: str
    """Role, character, site, territory or season where the kind needs one; else empty."""
    value: str
    """Normalised: a whole number, an ISO date as exact as what is said, a name key, a key of a closed list."""
    as_written: str
    sentence: str
    position: int
    """Index of its paragraph in the article; TITLE for the title."""
    modality: Modality
    outlet: str
    """The site that says it."""
    said_by: str = ""
    """Whom the sentence itself gives as its source ("the studio", "Kitewire"); empty where it names none."""
    day: date | None = None
    """When the article was published."""
    topical: bool = False
    """The article as a whole is about the series."""

    @property
    def denied(self) -> bool:
        """The value is said to be untrue."""
        return self.modality == "denied"


@dataclass(frozen=True, slots=True)
class Found:
    """A value that a reader of one kind took from a sentence, before anybody asked whose it is and how surely it is said."""

    about: str
    value: str
    start: int
    end: int
    """Where the pattern that gave it stands in the sentence."""
    denied: bool = False
    """The pattern itself says no; else the words around it tell."""
    kind: KindName | None = None
    """Where one reader serves several kinds."""
    sure: bool = False
    """It names what is only of this series, so nobody asks whose it is."""
