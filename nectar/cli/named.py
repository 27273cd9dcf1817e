"""What is asked for by its name: as people write it and as it is stored, and what is said where nothing is called so."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.series import Series
    from pipeline.store import Store, Wanted

CLAIMS = (
    *("studio", "episodes", "premiere", "finale", "release", "platform", "staff", "cast", "source", "genre", "anniversary"),
    *("sequel", "rating"),
)
"""Kinds of claims, here so that a question need not import their readers; a test holds that they are those of pipeline.claims."""


_APART = re.compile(r"[\s_-]+")
_DUB = "(english)"
"""Behind the key of a character whose voice in a dub is meant."""


def aspect(asked: str, series: "Series") -> str:
    """As it is stored: built-in aspects are written with underscores, those of a series file as they stand there."""
    return _as_there(asked, series.aspects, "_")


def theme(asked: str, series: "Series") -> str:
    """As it is stored: built-in themes are written with blanks."""
    return _as_there(asked, series.themes, " ")


def _as_there(asked: str, own: Iterable[str], joint: str) -> str:
    words = _words(asked)
    return next((name for name in own if _words(name) == words), joint.join(words))


def _words(name: str) -> list[str]:
    return _APART.sub(" ", name).lower().split()


def about(asked: str) -> tuple[str, ...]:
    """A kind of claim or a role as it is called; a name also by the keys under which names are stored, in the original and dubbed."""
    plain = " ".join(_words(asked))
    if plain in CLAIMS:
        return (plain,)
    from pipeline.claims.names import company, key

    name = plain.removesuffix(_DUB)
    keys = (key(name), company(name), f"{key(name)} {_DUB}")
    return tuple(dict.fromkeys(filter(None, (asked.lower(), plain, *(keys if name == plain else keys[2:])))))


def unknown(store: "Store", series: "Series", wanted: "Wanted") -> list[str]:
    """A sentence for each name that nothing is called."""
    from pipeline.topics import ASPECTS, THEMES

    names = store.names(series.slug)
    known: Mapping[str, tuple[str | None, Iterable[str]]] = {
        "source": (wanted.source, {*names.sources, *(source.name for source in series.sources)}),
        "aspect": (wanted.aspect, {*names.aspects, *ASPECTS, *series.aspects}),
        "theme": (wanted.theme, {*names.themes, *THEMES, *series.themes}),
        "article's language": (wanted.language, names.languages),
    }
    said = [
        f"No {what} is called {asked!r}. {did_you_mean(asked, there)}"
        for what, (asked, there) in known.items()
        if asked and asked not in there
    ]
    if wanted.about and not {*names.claims, *CLAIMS} & set(wanted.about):
        said.append(f"No claim is called {wanted.about[0]!r}. {did_you_mean(wanted.about[0], _matters(store, series))}")
    return said


def _matters(store: "Store", series: "Series") -> set[str]:
    """What claims can be asked for by, as people write it."""
    from pipeline.claims.spelling import spelled

    written: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in store.claims(series.slug):
        written[claim.claim, claim.about].append(claim.as_written)
    return {*CLAIMS, *(spelled(kind, about, words, series, about=True) for (kind, about), words in written.items())}


def did_you_mean(asked: str, known: Iterable[str], most: int = 30) -> str:
    """`most`: how many are named where none is near."""
    there = sorted(filter(None, known))
    folded = {name.lower(): name for name in there}
    words = set(_words(asked))
    close = get_close_matches(asked.lower(), folded, 2, 0.7) or [name for name in folded if words and words <= set(_words(name))]
    if near := [folded[name] for name in close[:2]]:
        return f"Did you mean {' or '.join(near)}?"
    return f"There are: {', '.join(there[:most])}{' …' if len(there) > most else ''}." if there else "There are none yet."
