"""Pieces → families with one origin each. A piece joins the family that it resembles most or founds one; two families never become one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from pipeline.syndication import candidates, furniture
from pipeline.syndication.credits import Credits, credited, is_edited
from pipeline.syndication.figures import is_figure
from pipeline.syndication.kinship import COPIED, CREDITED, Kinship, copied, spun, translated
from pipeline.syndication.piece import Origin, Piece
from pipeline.syndication.reading import Reading, Told, read, told

Sort = Literal["run", "wording", "facts"]
_OTHER_SCRIPTS = frozenset("ja zh ko th ru uk bg sr el ar fa he hi bn ta ka hy my km lo".split())
"""Languages that are not written in Latin letters."""
_BETTER = 0.02
_SURE = 0.9
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
    recurring: frozenset[int]
    """Keys of furniture."""
    credits: dict[int, Credits] = field(default_factory=dict)

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> "_Press":
        ordered = sorted(pieces, key=lambda p: (_day(p), _seen(p), is_edited(p), -len(p.text), str(p.id)))
        return cls(ordered, furniture.recurring(ordered))

    @cached_property
    def readings(self) -> list[Reading]:
        return [read(p, self.recurring) for p in self.pieces]

    @cached_property
    def told(self) -> list[Told]:
        return [told(p, self.recurring) for p in self.pieces]

    def credited(self, n: int) -> Credits:
        if (known := self.credits.get(n)) is None:
            known = self.credits[n] = credited(self.pieces[n])
        return known

    def credits_to(self, n: int, m: int) -> bool:
        """Whether piece n names the outlet of m as its source, or names it where m itself does not."""
        site = self.pieces[m].site
        if site == self.pieces[n].site:
            return False
        return self.credited(n).to(site) or (self.credited(n).mentions(site) and not self.credited(m).mentions(site))

    def near(self, n: int, m: int) -> bool:
        """In time, as far as that is known."""
        a, b = _day(self.pieces[n]), _day(self.pieces[m])
        return _NEVER in (a, b) or abs((a - b).days) <= _SOON

    def kinship(self, n: int, m: int, sort: Sort = "run") -> Kinship | None:
        """How piece n is made from piece m, which is not younger; `sort` of the marks that they share."""
        late, early = self.pieces[n], self.pieces[m]
        foreign = _foreign(late, early)
        if late.site and late.site == early.site and not foreign:
            same = sort == "run" and furniture.one_piece(late, early)
            return Kinship(1.0, "copy", "an edition of the same piece by the same outlet") if same else None
        if foreign:
            return translated(self.told[n], self.told[m], _telling(late, early)) if self.near(n, m) else None
        a, b = self.readings[n], self.readings[m]
        if sort == "run":
            release = self.credited(n).release or self.credited(m).release
            lenient = release or (self.credited(n).taken and self.credits_to(n, m))
            found = copied(a, b, CREDITED if lenient else COPIED, either=_order_unknown(late, early))
            if found:
                return replace(found, relation="press release") if release else found
        return spun(a, b, self.told[n], self.told[m]) if self.near(n, m) else None


def _parents(press: _Press) -> dict[int, tuple[int, Kinship] | None]:
    """For each piece the earlier one that it is made from, with how; of equals the oldest."""
    parents: dict[int, tuple[int, Kinship] | None] = {}
    for n, rivals in enumerate(_rivals(press)):
        best: tuple[int, Kinship] | None = None
        for m, sort in sorted(rivals, key=lambda rival: (rival[1] != "run", rival[0])):
            if sort == "wording" and best and best[1].strength > _SURE:
                break
            kinship = press.kinship(n, m, sort)
            if kinship and (best is None or kinship.strength > best[1].strength + _BETTER):
                best = m, kinship
        parents[n] = best
    return parents


def _rivals(press: _Press) -> list[list[tuple[int, Sort]]]:
    """For each piece the earlier ones that may be its origin."""
    pieces = press.pieces
    runs, wordings = [], []
    spoken: dict[str, str] = {}
    shared: set[str] = set()
    for n, piece in enumerate(pieces):
        reading = press.readings[n]
        runs.append(candidates.run_marks(reading))
        wordings.append(candidates.wording_marks(reading))
        for fact, sure in press.told[n].facts:
            if (sure or is_figure(fact)) and spoken.setdefault(fact, piece.language) != piece.language:
                shared.add(fact)

    def alike(n: int, m: int) -> bool:
        return press.near(n, m) and pieces[n].site != pieces[m].site and not _foreign(pieces[n], pieces[m])

    def foreign(n: int, m: int) -> bool:
        return _foreign(pieces[n], pieces[m]) and press.near(n, m)

    found: list[list[tuple[int, Sort]]] = [[] for _ in pieces]
    for n, rivals in candidates.candidates(runs, "run"):
        found[n] += ((m, "run") for m in rivals)
    for n, rivals in candidates.candidates(wordings, "wording", alike):
        found[n] += ((m, "wording") for m in rivals)
    if shared:
        facts = [candidates.fact_marks(f for f, _ in told.facts if f in shared) for told in press.told]
        for n, rivals in candidates.candidates(facts, "facts", foreign):
            found[n] += ((m, "facts") for m in rivals)
    return found


def _foreign(a: Piece, b: Piece) -> bool:
    """In two languages, as far as both are known."""
    return bool(a.language and b.language) and a.language != b.language


def _telling(late: Piece, early: Piece) -> tuple[bool, bool]:
    """Whether the names of each should be found in the other."""
    return (
        late.language != "de" and early.language not in _OTHER_SCRIPTS,
        early.language != "de" and late.language not in _OTHER_SCRIPTS,
    )


def _families(parents: dict[int, tuple[int, Kinship] | None]) -> list[list[int]]:
    founder: dict[int, int] = {}
    families: dict[int, list[int]] = defaultdict(list)
    for n, parent in parents.items():
        founder[n] = founder[parent[0]] if parent else n
        families[founder[n]].append(n)
    return list(families.values())


def _told(press: _Press, family: list[int], parents: dict[int, tuple[int, Kinship] | None]) -> Iterator[Origin]:
    """The origin is the oldest that credits none of the others; of one day, what calls itself a press release."""
    free = [n for n in family if not any(press.credits_to(n, m) for m in family if m != n)] if len(family) <= 200 else []
    oldest = (free or family)[0]
    same_day = [n for n in free if _day(press.pieces[n]) == _day(press.pieces[oldest])]
    first = next((n for n in same_day if press.credited(n).release), oldest)
    origin = press.pieces[first]
    if len(family) > 1:
        why = "the oldest of its copies" if first == family[0] else "an older-looking copy names it as its source"
        why = why if first == oldest else "the press release itself"
    for n in family:
        piece = press.pieces[n]
        if n == first:
            yield Origin(piece.id, piece.id, "original", why if len(family) > 1 else "")
            continue
        parent = parents[n]
        direct = parent is not None and parent[0] == first
        kinship = parent[1] if parent and direct else press.kinship(n, first)
        through = ""
        if kinship is None and parent is not None:
            kinship = parent[1]
            through = f" (of the copy on {press.pieces[parent[0]].site or press.pieces[parent[0]].id})"
        if kinship is None:
            kinship = Kinship(0.0, "copy", "a copy of it is a copy of this")
        named = f"; names {origin.site} as its source" if press.credits_to(n, first) else ""
        yield Origin(piece.id, origin.id, kinship.relation, kinship.because + through + named)


def _day(piece: Piece) -> date:
    return piece.published or (piece.first_seen.date() if piece.first_seen else _NEVER)


def _order_unknown(late: Piece, early: Piece) -> bool:
    """A date is that of the outlet's own time zone; a day apart says nothing."""
    a, b = _day(late), _day(early)
    return _NEVER in (a, b) or abs((a - b).days) <= 1


def _seen(piece: Piece) -> date:
    return piece.first_seen.date() if piece.first_seen else _NEVER
