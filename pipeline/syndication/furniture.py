"""What an outlet prints in many pieces: how it scores, what it sells, the frame of a weekly column. It goes before anything is compared."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.syndication.figures import facts, is_figure
from pipeline.syndication.kinship import covered
from pipeline.syndication.piece import Piece
from pipeline.syndication.reading import blocks, key, read

SAME_PIECE = 0.8
"""Part of each of two pieces of one outlet that stands in the other, where one is a new edition of the other."""


def recurring(pieces: Sequence[Piece]) -> Mapping[str, frozenset[int]]:
    """Site → keys of the paragraphs that stand in two pieces of it which are otherwise not the same."""
    by_site: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.site:
            by_site[piece.site].append(piece)
    return {site: found for site, theirs in by_site.items() if len(theirs) > 1 and (found := _of(theirs))}


def one_piece(a: Piece, b: Piece) -> bool:
    """Whether two pieces of one outlet are editions of one: nearly all is the same, and no title counts on (episode 4, episode 5)."""
    if _count(a) != _count(b):
        return False
    if min(len(a.text), len(b.text)) < 0.7 * max(len(a.text), len(b.text)):
        return False
    first, second = read(a), read(b)
    return min(covered(first, second), covered(second, first)) >= SAME_PIECE


def _of(pieces: Sequence[Piece]) -> frozenset[int]:
    first: dict[int, int] = {}
    found: set[int] = set()
    for n, piece in enumerate(pieces):
        same: dict[int, bool] = {}
        for k in {key(b) for b in blocks(piece.text)}:
            holder = first.setdefault(k, n)
            if holder == n or k in found:
                continue
            if holder not in same:
                same[holder] = one_piece(pieces[holder], piece)
            if not same[holder]:
                found.add(k)
    return frozenset(found)


def _count(piece: Piece) -> list[str]:
    return sorted(fact for fact, _ in facts(piece.title) if is_figure(fact))
