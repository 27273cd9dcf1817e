"""Which articles are copies of one text: syndicated, shortened, or taken over word for word. Opinions count once an origin."""

import re
from collections.abc import Sequence

_SHINGLE = 6
"""Words."""
_SAME = 0.6
"""Part of the shorter text's shingles that the longer one holds."""
_SHORTEST = 30


def origins(texts: Sequence[str]) -> list[int]:
    """For each text the index of its origin: its own, or that of the first text (in the order given) of which it is a copy."""
    shingles = [_shingles(t) for t in texts]
    found = list(range(len(texts)))
    holders: dict[int, list[int]] = {}
    for n, mine in enumerate(shingles):
        rivals = {m for s in mine for m in holders.get(s, ())}
        for m in sorted(rivals):
            smaller = min(len(mine), len(shingles[m]))
            if smaller >= _SHORTEST - _SHINGLE and len(mine & shingles[m]) >= _SAME * smaller:
                found[n] = found[m]
                break
        for s in mine:
            holders.setdefault(s, []).append(n)
    return found


def _shingles(text: str) -> frozenset[int]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(hash(tuple(words[n : n + _SHINGLE])) for n in range(len(words) - _SHINGLE + 1))
