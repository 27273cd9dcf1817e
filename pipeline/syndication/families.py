"""Pieces → families with one origin each. A piece joins the family that it resembles most or founds one; two families never become one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from pipeline.syndication import candidates, credits, furniture
from pipeline.syndication.figures import is_figure
from pipeline.syndication.kinship import COPIED, CREDITED, Kinship, copied, spun, translated
from pipeline.syndication.piece import Origin, Piece
from pipeline.syndication.reading import Reading, read

_NEVER = date.max
_SOON = 60
"""Days in which what is not word for word may be taken for a copy."""


def origins(pieces: Sequence[Piece]) -> list[Origin]:
    """For each piece, in the order given, where it comes from. Ids must differ."""
    press = _Press.of(pieces)
    parents = _parents(press)
    found: dict[int | str, Origin] = {}
    for family in _families(parents):
        for origin in _told(press, family, parents):
            found[origin.id] = origin
    return [found[p.id] for p in pieces]


@dataclass(frozen=True)
class _Press:
    """All pieces from the oldest to the newest, and what is made of each when it is asked for."""

    pieces: list[Piece]
    recurring: dict[str, frozenset[int]]
    readings: dict[int, Reading] = field(default_factory=dict)

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> "_Press":
        ordered = sorted(pieces, key=lambda p: (_day(p), _seen(p), -len(p.text), str(p.id)))
        return cls(ordered, dict(furniture.recurring(ordered)))

    def reading(self, n: int) -> Reading:
        """Read again rather than kept when there are many: marks are small, readings are not."""
        if (known := self.readings.get(n)) is None:
            if len(self.readings) > 4096:
                self.readings.clear()
            piece = self.pieces[n]
            known = self.readings[n] = read(piece, self.recurring.get(piece.site, frozenset()))
        return known

    @cached_property
    def credited(self) -> list[tuple[tuple[str, ...], bool]]:
        return [credits.credits(p) for p in self.pieces]

    def credits(self, n: int, m: int) -> bool:
        return self.pieces[n].site != self.pieces[m].site and credits.names(self.credited[n][0], self.pieces[m].site)

    def near(self, n: int, m: int) -> bool:
        """In time, as far as that is known."""
        a, b = _day(self.pieces[n]), _day(self.pieces[m])
        return _NEVER in (a, b) or abs((a - b).days) <= _SOON

    def kinship(self, n: int, m: int) -> Kinship | None:
        """How piece n is made from piece m, which is not younger."""
        late, early = self.pieces[n], self.pieces[m]
        if late.site and late.site == early.site and late.language == early.language:
            same = furniture.one_piece(late, early)
            return Kinship(1.0, "copy", "an edition of the same piece by the same outlet") if same else None
        a, b = self.reading(n), self.reading(m)
        if late.language != early.language and late.language and early.language:
            if late.site and late.site == early.site:
                pass
            return translated(a, b, (late.language == "de", early.language == "de")) if self.near(n, m) else None
        release = credits.is_release(late) or credits.is_release(early)
        lenient = release or (self.credited[n][1] and self.credits(n, m))
        found = copied(a, b, CREDITED if lenient else COPIED, either=_day(late) == _day(early))
        if found:
            return replace(found, relation="press release") if release else found
        return spun(a, b) if self.near(n, m) else None


def _parents(press: _Press) -> dict[int, tuple[int, Kinship] | None]:
    """For each piece the earlier one that it is made from, with how."""
    rivals: dict[int, set[int]] = defaultdict(set)
    for n, found in _rivals(press):
        rivals[n].update(found)
    parents: dict[int, tuple[int, Kinship] | None] = {}
    for n in range(len(press.pieces)):
        best: tuple[int, Kinship] | None = None
        for m in sorted(rivals[n]):
            kinship = press.kinship(n, m)
            if kinship and (best is None or kinship.strength > best[1].strength + 0.02):
                best = m, kinship
        parents[n] = best
    return parents


def _rivals(press: _Press) -> Iterator[tuple[int, list[int]]]:
    pieces = press.pieces
    languages = {p.language for p in pieces}
    runs, wordings, spoken = [], [], defaultdict[str, set[str]](set)
    for n, piece in enumerate(pieces):
        reading = read(piece, press.recurring.get(piece.site, frozenset()))
        runs.append(candidates.run_marks(reading))
        wordings.append(candidates.wording_marks(reading))
        if len(languages) > 1:
            for fact, sure in reading.facts:
                if sure or is_figure(fact):
                    spoken[fact].add(piece.language)
    yield from candidates.candidates(runs, "run", lambda n, m: True)
    del runs
    yield from candidates.candidates(wordings, "wording", lambda n, m: pieces[n].site != pieces[m].site and press.near(n, m))
    del wordings
    if len(languages) > 1:
        shared = frozenset(fact for fact, where in spoken.items() if len(where) > 1)
        told = [candidates.fact_marks(press.reading(n), shared) for n in range(len(pieces))]
        yield from candidates.candidates(
            told, "facts", lambda n, m: pieces[n].language != pieces[m].language and press.near(n, m)
        )


def _families(parents: dict[int, tuple[int, Kinship] | None]) -> list[list[int]]:
    founder: dict[int, int] = {}
    families: dict[int, list[int]] = defaultdict(list)
    for n, parent in parents.items():
        founder[n] = founder[parent[0]] if parent else n
        families[founder[n]].append(n)
    return list(families.values())


def _told(press: _Press, family: list[int], parents: dict[int, tuple[int, Kinship] | None]) -> Iterator[Origin]:
    """The origin is the oldest that credits none of the others."""
    free = [n for n in family if not any(press.credits(n, m) for m in family if m != n)] if len(family) <= 200 else []
    first = (free or family)[0]
    origin = press.pieces[first]
    if len(family) > 1:
        why = "the oldest of its copies" if first == family[0] else "an older-looking copy names it as its source"
    for n in family:
        piece = press.pieces[n]
        if n == first:
            yield Origin(piece.id, piece.id, "original", why if len(family) > 1 else "")
            continue
        parent = parents[n]
        kinship = press.kinship(n, first) or (press.kinship(first, n) if n < first else None)
        through = ""
        if kinship is None and parent is not None:
            kinship = parent[1]
            through = f" (of the copy on {press.pieces[parent[0]].site or press.pieces[parent[0]].id})"
        if kinship is None:
            kinship = Kinship(0.0, "copy", "a copy of it is a copy of this")
        named = f"; names {origin.site} as its source" if press.credits(n, first) else ""
        yield Origin(piece.id, origin.id, kinship.relation, kinship.because + through + named)


def _day(piece: Piece) -> date:
    return piece.published or (piece.first_seen.date() if piece.first_seen else _NEVER)


def _seen(piece: Piece) -> date:
    return piece.first_seen.date() if piece.first_seen else _NEVER
