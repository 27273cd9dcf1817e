"""Outlets that write about anime, games, film and TV: a bundled list to begin with (`outlets.toml`). Knows no network."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TAGS: Mapping[str, str] = {
    "anime": "anime and manga",
    "animation": "animation of any country",
    "comics": "comics of any country",
    "games": "video games",
    "film": "films",
    "tv": "series and television",
    "tech": "technology, with culture beside it",
    "news": "mostly news",
    "reviews": "mostly reviews and criticism",
    "blog": "one writer, or a few for the love of it",
    "magazine": "printed, or printed once",
}
"""What an outlet may be tagged with. It also answers to its language (`ja`) and its country (`JP`)."""


@dataclass(frozen=True, slots=True)
class Outlet:
    name: str
    home: str
    """Its home page."""
    kind: str
    """How links are found there: a kind of source."""
    language: str
    """ISO 639-1."""
    country: str
    """ISO 3166-1, two letters."""
    tags: tuple[str, ...]
    url: str = ""
    """Where to begin, if that is not the home page."""

    @property
    def begins(self) -> str:
        return self.url or self.home

    @property
    def labels(self) -> frozenset[str]:
        return frozenset((*self.tags, self.language, self.country))


@cache
def outlets() -> tuple[Outlet, ...]:
    """All of them, in the order of the file."""
    tables = tomllib.loads(files("crawler").joinpath("outlets.toml").read_text("utf-8"))["outlets"]
    return tuple(Outlet(**{**table, "tags": tuple(table["tags"])}) for table in tables)


def labels() -> tuple[str, ...]:
    """Whatever an outlet can be chosen by: tags, then languages, then countries."""
    languages, countries = ({o.language for o in outlets()}, {o.country for o in outlets()})
    return (*TAGS, *sorted(languages), *sorted(countries))


def chosen(wanted: Iterable[Iterable[str]]) -> tuple[Outlet, ...]:
    """Those that bear at least one label of each group: [["anime", "games"], ["de"]] is German and about either."""
    groups = [frozenset(group) for group in wanted]
    return tuple(o for o in outlets() if all(o.labels & group for group in groups))
