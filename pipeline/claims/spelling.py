"""The key by which a name is matched → the name as people write it."""

from collections.abc import Iterable

from pipeline.claims.names import company, key, listed
from pipeline.claims.places import STREAMS
from pipeline.series import Series
from pipeline.store.claimed import StoredClaim

_NAMES, _ABOUT_NAMES = ("staff", "studio", "cast"), ("cast", "anniversary", "rating")
"""Kinds whose value, and whose matter, is a name."""


def spelled(kind: str, value: str, claims: Iterable[StoredClaim], series: Series, about: bool = False) -> str:
    """A value, or what it is `about`, as people write it: a name as the series file spells it, else as one of these claims does;
    what is no name as it is."""
    if kind == "platform" and not about:
        return STREAMS.get(value, (value,))[0]
    if not value or kind not in (_ABOUT_NAMES if about else _NAMES):
        return value
    names = (*series.people, *series.studio, *(name for c in claims for name, _ in listed(c.as_written)))
    return next((n for n in names if value in (key(n), company(n))), value.title())
