"""Which aspects (how well it is made) and which themes (what it is about) a sentence speaks of: the two term tables, and a series' additions to them."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from pipeline.series import Series
from pipeline.terms import Terms

Table = Mapping[str, tuple[str, ...]]


def _table(file: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    tables: Mapping[str, Mapping[str, tuple[str, ...]]] = tomllib.loads(files("pipeline").joinpath(file).read_text("utf-8"))
    return tables


_ASPECTS = _table("aspects.toml")
_DECOY = "_"
ASPECTS: tuple[str, ...] = tuple(a for a in _ASPECTS["terms"] if a != _DECOY)
"""In the order in which reports show them."""
_THEMES: Table = _table("themes.toml")  # type: ignore[assignment]
THEMES: tuple[str, ...] = tuple(_THEMES)
FINGERPRINT = hashlib.sha256(repr((_ASPECTS, _THEMES)).encode()).hexdigest()[:12]
"""Changes with every word of the tables."""


@dataclass(frozen=True, slots=True)
class Topics:
    """The matchers of one series."""

    aspects: Terms
    headings: Terms
    themes: Terms

    @classmethod
    def of(cls, series: Series) -> "Topics":
        return cls(
            aspects=aspect_terms(series),
            headings=Terms(_joined(_ASPECTS["headings"], {name: (name, *words) for name, words in series.aspects.items()})),
            themes=Terms(_joined(_THEMES, series.themes)),
        )


def aspect_terms(series: Series) -> Terms:
    """Of them all those that name an aspect."""
    return Terms(_joined(_joined(_ASPECTS["terms"], _by_role(series)), series.aspects), decoy=_DECOY)


_ROLES = {
    "music": ("music", "composer"),
    "visuals": ("character design", "art direct", "background art"),
    "animation": ("animation",),
}


def _by_role(series: Series) -> Table:
    """People stand for what they do: who writes of the composer writes of the music."""
    found = {
        aspect: tuple(name for name, role in series.staff.items() if any(w in role.lower() for w in words))
        for aspect, words in _ROLES.items()
    }
    return found | {"voice_acting": tuple(series.cast)}


def _joined(built_in: Mapping[str, tuple[str, ...]], own: Mapping[str, tuple[str, ...]]) -> Table:
    return {name: (*built_in.get(name, ()), *own.get(name, ())) for name in dict.fromkeys((*built_in, *own))}
