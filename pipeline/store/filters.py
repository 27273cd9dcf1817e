"""Which articles are wanted, and in which order: a Wanted as SQL."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select
from sqlalchemy.sql import ColumnElement

from pipeline.free_text import Node, parse
from pipeline.store import search
from pipeline.store.rows import LEANING, Wanted
from pipeline.store.strangers import holdable
from pipeline.store.tables import article as a
from pipeline.store.tables import assessment as s
from pipeline.store.tables import claim, opinion

SORTS = ("date", "score", "stance", "words", "rank", "relevance")
_KEYS: dict[str, ColumnElement[Any]] = {"score": s.c.score, "stance": s.c.stance, "words": a.c.words}


def ids(c: Connection, series: str, wanted: Wanted, node: Node | None = None) -> list[int]:
    """Of assessments, in order. `node`: what is searched, where it isn't `wanted.text`. Texts are left behind: they need not be sorted."""
    dialect = c.dialect.name
    node = node or parse(wanted.text)
    turned, name = wanted.sort.startswith("-"), wanted.sort.removeprefix("-")
    if name not in SORTS:
        raise ValueError(f"Articles can't be sorted by {wanted.sort!r}.")
    ranked = search.ranking(dialect, node) if node and name in {"rank", "relevance"} else None
    whole = ranked.whole if ranked else None
    query = _whole(dialect, select(s.c.id), series, wanted, node if whole is None else None)
    order: list[ColumnElement[Any]] = [a.c.published.desc().nulls_last(), s.c.id.desc()]
    key = ranked.rank if ranked else _KEYS.get(name)
    if ranked and ranked.hits is not None:
        query = query.join(ranked.hits, ranked.hits.c.rowid == a.c.id, isouter=whole is None)
    if key is not None and whole is not None:
        query, order = query.where(whole), [key.desc() if turned else key]
    elif key is not None:
        order.insert(0, (key.desc() if turned else key.asc()).nulls_last())
    elif name == "date" and not turned:
        order = [a.c.published.asc().nulls_last(), s.c.id.asc()]
    return list(c.scalars(query.order_by(*order).limit(wanted.limit).offset(wanted.offset or None)))


def counted(dialect: str, series: str, wanted: Wanted) -> Select[tuple[int]]:
    return _whole(dialect, select(func.count()), series, wanted, parse(wanted.text))


def leaning(of: ColumnElement[Any], stance: str | None) -> Iterable[ColumnElement[bool]]:
    """For, against, or neither."""
    if stance == "pos":
        yield of > LEANING
    elif stance == "neg":
        yield of < -LEANING
    elif stance == "mixed":
        yield of.between(-LEANING, LEANING)


def _whole(dialect: str, query: Select[Any], series: str, wanted: Wanted, node: Node | None) -> Select[Any]:
    asked = query.select_from(s).join(a, a.c.id == s.c.article_id).where(s.c.series == series, *_filters(wanted))
    return asked.where(search.condition(dialect, node)) if node else asked


def _filters(wanted: Wanted) -> Iterable[ColumnElement[bool]]:
    if wanted.kind:
        yield s.c.kind.in_([wanted.kind] if isinstance(wanted.kind, str) else list(wanted.kind))
    if wanted.source:
        yield (s.c.source == wanted.source) | (a.c.site == wanted.source)
    if wanted.language:
        yield a.c.language == wanted.language
    if wanted.since:
        yield a.c.published >= wanted.since
    if wanted.until:
        yield a.c.published <= wanted.until
    if wanted.week:
        yield s.c.week == wanted.week
    if wanted.min_score is not None:
        yield s.c.score >= wanted.min_score
    if wanted.max_score is not None:
        yield s.c.score <= wanted.max_score
    if wanted.stance_from:
        yield s.c.stance_from == wanted.stance_from
    if wanted.episode is not None:
        yield s.c.episode == wanted.episode
    yield from leaning(s.c.stance, wanted.stance)
    for facet, name in (("aspect", wanted.aspect), ("theme", wanted.theme)):
        if name:
            yield s.c.id.in_(select(opinion.c.assessment_id).where(opinion.c.facet == facet, opinion.c.name == name))
    if wanted.about:
        yield s.c.id.in_(select(claim.c.assessment_id).where(is_about(wanted.about)))


def is_about(name: str) -> ColumnElement[bool]:
    """A kind of claim, or what a claim is about: a role, a character, a season."""
    return or_(claim.c.kind == holdable(name), claim.c.about == name)
