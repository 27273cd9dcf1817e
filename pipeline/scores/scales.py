"""The scale of a site, learnt from all its scores as they are written."""

from collections import Counter
from collections.abc import Iterable

from pipeline.scores.forms import BESTS, forms

_LEAST = 5
"""Scores that say their scale, before a site's usual one is known."""
_USUAL = 0.95
"""The share of a site's scores that must use it."""


def usual_scale(written: Iterable[str]) -> float | None:
    """The best value that at least 95 % of a site's scores as written use, None if there is none or fewer than 5 tell theirs.

    Bare numbers and stars do not tell; percent is a scale of 100, letters are one without a best value.
    """
    read = [f[0] for text in written if (f := forms(text.strip(), text.strip().lower()))]
    told = Counter("letters" if f.sort == "letter" else f.best for f in read if f.best)
    if told.total() < _LEAST:
        return None
    scale, times = told.most_common(1)[0]
    if not isinstance(scale, float) or scale not in BESTS:
        return None
    beyond = sum(f.best is None and f.value > scale for f in read)
    return scale if times >= _USUAL * (told.total() + beyond) else None
