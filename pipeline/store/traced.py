"""Verbs of origins: whose is not known yet, what came of looking, and who copied whom, each on a connection that the Store hands in."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from pipeline.store import filters
from pipeline.store.rows import Wanted
from pipeline.store.tables import article as a
from pipeline.store.tables import assessment as s
from pipeline.store.tables import origin

if TYPE_CHECKING:
    from pipeline.syndication import Origin


@dataclass(frozen=True, slots=True)
class StoredOrigin:
    """Where an article about the series comes from."""

    entry: int
    """Id of the Entry."""
    url: str
    site: str
    title: str
    published: date | None
    relation: str | None
    """`original`, `copy`, `shortened`, `spun`, `translated` or `press release`; None where nobody looked yet: it counts as an original."""
    because: str
    """In words; empty for an original that nobody copied."""
    origin: int
    """Id of the Entry that it is a copy of; its own for an original."""
    origin_url: str
    origin_site: str
    copies: int
    """Other articles of its family: copies of its origin, and the origin itself where this is a copy."""

    @property
    def original(self) -> bool:
        return self.entry == self.origin


def untraced(c: Connection, series: str) -> int:
    """Articles whose origin nobody looked for: new ones, those that were read again, and copies of what is gone."""
    looked = select(origin.c.assessment_id).where(origin.c.assessment_id == s.c.id)
    return int(c.scalar(select(func.count()).select_from(s).where(s.c.series == series, ~looked.exists())) or 0)


def keep_origins(c: Connection, series: str, found: "Iterable[Origin]") -> int:
    """Replace what was known by what was found; only rows that differ are written. How many."""
    ids = set(c.scalars(select(s.c.id).where(s.c.series == series)))  # some may be gone since the texts were compared
    rows = {o.id: (o.id, o.of, o.relation, o.because) for o in found if o.id in ids and o.of in ids}
    known = {
        r.assessment_id: tuple(r)
        for r in c.execute(select(origin).join(s, s.c.id == origin.c.assessment_id).where(s.c.series == series))
    }
    gone = [n for n, row in known.items() if rows.get(n) != row]
    new = [row for n, row in rows.items() if known.get(n) != row]
    if gone:
        c.execute(delete(origin).where(origin.c.assessment_id == bindparam("doomed")), [{"doomed": n} for n in gone])
    if new:
        c.execute(insert(origin), [dict(zip(origin.columns.keys(), row, strict=True)) for row in new])
    return len({*gone, *(row[0] for row in new)})


def origins(c: Connection, series: str, wanted: Wanted) -> list[StoredOrigin]:
    """One for each article that passes the filter. The largest families first, each with its origin before its copies; else in the order wanted."""
    ids = filters.ids(c, series, replace(wanted, limit=None, offset=0))
    query = (
        select(s.c.id, a.c.url, a.c.site, a.c.title, a.c.published, origin.c.relation, origin.c.because, origin.c.origin_id)
        .join(a, a.c.id == s.c.article_id)
        .join(origin, origin.c.assessment_id == s.c.id, isouter=True)
        .where(s.c.series == series)
    )
    rows = {r.id: r for r in c.execute(query)}
    of = {n: n if r.origin_id is None else r.origin_id for n, r in rows.items()}
    size = Counter(of.values())
    place: dict[int, int] = {}
    for n in ids:
        place.setdefault(of[n], len(place))
    ordered = sorted(ids, key=lambda n: (-size[of[n]], place[of[n]], n != of[n]))
    return [
        StoredOrigin(
            *(n, r.url, r.site, r.title, r.published, r.relation, r.because or ""),
            *(of[n], rows[of[n]].url, rows[of[n]].site, size[of[n]] - 1),
        )
        for n in ordered[wanted.offset : None if wanted.limit is None else wanted.offset + wanted.limit]
        for r in (rows[n],)
    ]
