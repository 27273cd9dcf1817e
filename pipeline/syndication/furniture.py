"""What an outlet prints in many pieces: how it scores, what it sells, the frame of a weekly column. It goes before anything is compared."""

from collections import defaultdict
from collections.abc import Sequence

from pipeline.syndication.figures import facts, is_figure
from pipeline.syndication.kinship import covered
from pipeline.syndication.piece import Piece
from pipeline.syndication.reading import blocks, key, read

SAME_PIECE = 0.8
"""Part of each of two pieces of one outlet that stands in the other, where one is a new edition of the other."""

_HELD_WHOLE = 0.9


def recurring(pieces: Sequence[Piece]) -> frozenset[int]:
    """Keys of the paragraphs that stand in two pieces of one outlet which are otherwise not the same; furniture wherever they stand."""
    by_site: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.site:
            by_site[piece.site].append(piece)
    return frozenset(k for theirs in by_site.values() if len(theirs) > 1 for k in _of(theirs))


def one_piece(a: Piece, b: Piece) -> bool:
    """Whether two pieces of one outlet are editions of one: nearly all is the same, and no title counts on (episode 4, episode 5)."""
    return min(_shared(a, b)) >= SAME_PIECE


def _of(pieces: Sequence[Piece]) -> set[int]:
    first: dict[int, int] = {}
    found: set[int] = set()
    for n, piece in enumerate(pieces):
        same: dict[int, bool] = {}
        for k in {key(b) for b in blocks(piece.text)}:
            holder = first.setdefault(k, n)
            if holder == n or k in found:
                continue
            if holder not in same:
                # A week's collection holds the outlet's own pieces whole: those are not furniture.
                mine, theirs = _shared(piece, pieces[holder])
                same[holder] = min(mine, theirs) >= SAME_PIECE or max(mine, theirs) >= _HELD_WHOLE
            if not same[holder]:
                found.add(k)
    return found


def _shared(a: Piece, b: Piece) -> tuple[float, float]:
    """Part of each that stands in the other; nothing where their titles count on."""
    if _count(a) != _count(b):
        return 0.0, 0.0
    first, second = read(a), read(b)
    return covered(first, second), covered(second, first)


def _count(piece: Piece) -> list[str]:
    return sorted(fact for fact, _ in facts(piece.title) if is_figure(fact))
