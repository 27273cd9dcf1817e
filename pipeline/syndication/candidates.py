"""Which pieces are worth comparing. Numbers that two texts share are looked up, so that 100,000 pieces are not compared in pairs.

Three sorts of marks: word shingles, of which those whose hash is 0 modulo 4 are kept (Broder 1997: unlike a MinHash of fixed size, such a
sketch finds a short text within a long one); pairs of content words that stand together, which rewording leaves; pairs of figures and
names, which translation leaves.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise

from pipeline.syndication.reading import Numbers, Reading
from pipeline.syndication.words import number

_KEPT = 4
_LONG_SENTENCE = 10
"""Content words."""
_HOLDERS = 48
"""Pieces that are remembered for a mark: the latest, for copies follow soon."""
_LEAST = {"run": 1, "wording": 3, "facts": 3}
"""Numbers of a sort that two pieces must share."""
_SHARE = 0.08
"""Of the smaller piece's marks; a reworded copy keeps a third of its pairs of words."""
_BEST = 8
"""Pieces that one piece is compared with, for each sort of mark."""
_BITS = (1 << 32) - 1


def run_marks(reading: Reading) -> Numbers:
    return _packed(run for run in reading.runs if run % _KEPT == 0)


def wording_marks(reading: Reading) -> Numbers:
    """Of every two content words of a sentence, in whatever order; of a long sentence those words whose numbers are lowest."""
    pairs = (hash(pair) for sentence in reading.sentences for pair in combinations(sorted(sentence)[:_LONG_SENTENCE], 2))
    return _packed(p for p in pairs if p % _KEPT == 0)


def fact_marks(told: Iterable[str]) -> Numbers:
    """Of every two figures or names that stand together, whichever comes first."""
    numbers = [number(f) for f in told]
    return _packed(hash((2, *sorted(pair))) for pair in pairwise(numbers))


def candidates(
    marks: Sequence[Numbers], sort: str, fits: Callable[[int, int], bool] = lambda *_: True
) -> Iterator[tuple[int, list[int]]]:
    """For each piece in order, those before it that share most marks, best first. `fits` says which pairs may be."""
    seen = _seen(marks)
    room = len(seen) - 1
    holders: dict[int, list[int]] = {}
    for n, mine in enumerate(marks):
        known = [holders.setdefault(mark, []) for mark in mine if seen[mark & room] > 1]
        shared = Counter(chain.from_iterable(known))
        for holding in known:
            holding.append(n)
            if len(holding) > 2 * _HOLDERS:
                del holding[:_HOLDERS]
        fit = (
            (count, m)
            for m, count in shared.items()
            if count >= _LEAST[sort] and count >= _SHARE * min(len(mine), len(marks[m])) and fits(n, m)
        )
        yield n, [m for _, m in sorted(fit, key=lambda found: (-found[0], found[1]))[:_BEST]]


def _seen(marks: Sequence[Numbers]) -> bytearray:
    """How often (0, 1, 2 for more) a mark of that place came: most marks come once and are never stored. Four bytes a mark."""
    room = 1 << max(12, (4 * sum(map(len, marks))).bit_length())
    seen = bytearray(room)
    for mine in marks:
        for mark in mine:
            place = mark & (room - 1)
            if seen[place] < 2:
                seen[place] += 1
    return seen


def _packed(marks: Iterable[int]) -> Numbers:
    return array("I", sorted({m & _BITS for m in marks}))
