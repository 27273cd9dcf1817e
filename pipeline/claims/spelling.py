"""The key by which a name is matched → the name as people write it."""

from collections.abc import Iterable
from itertools import chain

from pipeline.claims.names import company, key, listed
from pipeline.claims.places import STREAMS
from pipeline.series import Series

_NAMES, _ABOUT_NAMES = ("staff", "studio", "cast"), ("cast", "anniversary", "rating")
"""Kinds whose value, and whose matter, is a name."""


def spelled(kind: str, value: str, written: Iterable[str], series: Series, about: bool = False) -> str:
    """A value, or what it is `about`, as people write it: a name as the series file spells it, else as it is `written` in one of these claims;
    what is no name as it is."""
    if kind == "platform" and not about:
        return STREAMS.get(value, (value,))[0]
    if not value or kind not in (_ABOUT_NAMES if about else _NAMES):
        return value
    names = chain(series.people, series.studio, (name for words in dict.fromkeys(written) for name, _ in listed(words)))
    return next((n for n in names if value in (key(n), company(n))), value.title())
