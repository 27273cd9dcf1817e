"""Which articles are wanted, and in which order: a Wanted as SQL."""

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Integer, Select, Text, bindparam, func, literal, or_, select
from sqlalchemy.sql import ColumnElement

from pipeline.free_text import Node, parse
from pipeline.store import search
from pipeline.store.rows import LEANING, Wanted
from pipeline.store.strangers import Said
from pipeline.store.tables import article as a
from pipeline.store.tables import assessment as s
from pipeline.store.tables import claim, opinion

SORTS = ("date", "score", "stance", "words", "rank", "relevance")
_KEYS: dict[str, ColumnElement[Any]] = {"score": s.c.score, "stance": s.c.stance, "words": a.c.words}
_STANCES = ("pos", "mixed", "neg")
_FORMS = 256
"""Forms of questions that are remembered."""


def leaning(of: ColumnElement[Any], stance: str) -> ColumnElement[bool]:
    """For (pos), against (neg), or neither (mixed)."""
    return {"pos": of > LEANING, "neg": of < -LEANING, "mixed": of.between(-LEANING, LEANING)}[stance]


def is_about(names: Collection[str] | BindParameter[str]) -> ColumnElement[bool]:
    """Kinds of claims, or what claims are about: roles, characters, seasons."""
    said = names if isinstance(names, BindParameter) else [literal(name, Said) for name in names]
    return or_(claim.c.kind.in_(said), claim.c.about.in_(said))


def several(named: str | Collection[str]) -> list[str]:
    """One name, or some of which one is enough."""
    return [named] if isinstance(named, str) else list(named)


def _speaks(facet: str) -> ColumnElement[bool]:
    theirs = select(opinion.c.assessment_id).where(opinion.c.facet == facet, opinion.c.name == bindparam(facet))
    return s.c.id.in_(theirs)


_CONDITIONS: dict[str, ColumnElement[bool]] = {
    "series": s.c.series == bindparam("series"),
    "kind": s.c.kind.in_(bindparam("kind", expanding=True)),
    "source": (s.c.source == bindparam("source")) | (a.c.site == bindparam("source")),
    "language": a.c.language == bindparam("language"),
    "since": a.c.published >= bindparam("since"),
    "until": a.c.published <= bindparam("until"),
    "week": s.c.week == bindparam("week"),
    "min_score": s.c.score >= bindparam("min_score"),
    "max_score": s.c.score <= bindparam("max_score"),
    "stance_from": s.c.stance_from == bindparam("stance_from"),
    "episode": s.c.episode == bindparam("episode"),
    **{stance: leaning(s.c.stance, stance) for stance in _STANCES},
    "aspect": _speaks("aspect"),
    "theme": _speaks("theme"),
    "about": s.c.id.in_(select(claim.c.assessment_id).where(is_about(bindparam("about", type_=Said, expanding=True)))),
}
"""What may be asked for → where it is true, its value being given by that name."""
_NAMES = [name for name in (*_CONDITIONS, "limit") if name in Wanted.__slots__ and name != "kind"]


def ids(c: Connection, series: str, wanted: Wanted, node: Node | None = None) -> list[int]:
    """Of assessments, in order. `node`: what is searched, where it isn't `wanted.text`. Texts are left behind: they need not be sorted."""
    node = node or parse(wanted.text)
    if wanted.sort.removeprefix("-") not in SORTS:
        raise ValueError(f"Articles can't be sorted by {wanted.sort!r}.")
    given = {"series": series, **_given(wanted)}
    if node and (match := search.match(c.dialect.name, node)):
        given["match"] = match
    if node is None or "match" in given:
        return list(c.scalars(_form(frozenset(given), wanted.sort), given).all())
    found = search.condition(c.dialect.name, node)
    ranked = search.ranking(c.dialect.name, node) if _by_rank(wanted.sort) else None
    return list(c.scalars(_ordered(given, wanted.sort, found, ranked), given).all())


def count(c: Connection, series: str, wanted: Wanted) -> int:
    """How many there are; limit and offset aside."""
    node, given = parse(wanted.text), {"series": series, **_given(wanted)}
    found = search.condition(c.dialect.name, node) if node else None
    return int(c.scalar(_whole(select(func.count()), given, found), given) or 0)


@lru_cache(_FORMS)
def _form(names: frozenset[str], sort: str) -> Select[int]:
    """Built once: building a statement costs more than the rows of twenty articles."""
    if "match" not in names:
        return _ordered(names, sort, None, None)
    match: BindParameter[str] = bindparam("match", type_=Text)
    return _ordered(names, sort, search.matching(match), search.by_rank(match) if _by_rank(sort) else None)


def _by_rank(sort: str) -> bool:
    return sort.removeprefix("-") in {"rank", "relevance"}


def _ordered(names: Collection[str], sort: str, found: ColumnElement[bool] | None, ranked: search.Ranking | None) -> Select[int]:
    """`names`: what is given; `found`: true for what is searched."""
    turned, name = sort.startswith("-"), sort.removeprefix("-")
    whole = ranked.whole if ranked else None
    query = _whole(select(s.c.id), names, found if whole is None else whole)
    order: list[ColumnElement[Any]] = [a.c.published.desc().nulls_last(), s.c.id.desc()]
    key = ranked.rank if ranked else _KEYS.get(name)
    if ranked and ranked.hits is not None:
        query = query.join(ranked.hits, ranked.hits.c.rowid == a.c.id, isouter=whole is None)
    if key is not None and whole is not None:
        order = [key.desc() if turned else key]
    elif key is not None:
        order.insert(0, (key.desc() if turned else key.asc()).nulls_last())
    elif name == "date" and not turned:
        order = [a.c.published.asc().nulls_last(), s.c.id.asc()]
    limit, offset = (bindparam(n, type_=Integer) if n in names else None for n in ("limit", "offset"))
    return query.order_by(*order).limit(limit).offset(offset)


def _whole(query: Select[Any], names: Collection[str], found: ColumnElement[bool] | None) -> Select[Any]:
    asked = query.select_from(s).join(a, a.c.id == s.c.article_id)
    asked = asked.where(*(condition for name, condition in _CONDITIONS.items() if name in names))
    return asked if found is None else asked.where(found)


def _given(wanted: Wanted) -> dict[str, Any]:
    """What is asked for: the names of _CONDITIONS, `limit` and `offset`, each with its value."""
    given = {name: value for name in _NAMES if (value := getattr(wanted, name)) not in (None, "")}
    given |= {name: several(named) for name in ("kind", "about") if (named := getattr(wanted, name))}
    if wanted.stance in _STANCES:
        given[wanted.stance] = True
    if wanted.offset:
        given["offset"] = wanted.offset
    return given
