"""Verbs of asking: entries, sentences and skips, each on a connection that the Store hands in."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import islice
from operator import attrgetter
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, collate, func, or_, select
from sqlalchemy.sql import ColumnElement

from pipeline.assessment import JUDGING, Likeness, Opinion
from pipeline.free_text import holds, parse, without_not
from pipeline.interval import Sums
from pipeline.rights import Rights
from pipeline.store import filters
from pipeline.store.rows import Elsewhere, Entry, Names, Skipped, StoredRemark, StoredSentence, Wanted
from pipeline.store.tables import article as a
from pipeline.store.tables import assessment as s
from pipeline.store.tables import claim, opinion, remark, sentence
from pipeline.store.tables import skip as skips
from pipeline.week import Week

_CHUNK = 500
"""Ids in one IN (…)."""

# Built once: for twenty entries, building a statement costs as much as its rows.
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_OF_ENTRY = [f.name for f in fields(Entry) if f.name != "opinions"]
_ENTRIES = (
    select(*(s.c[name] if name in s.c else a.c[name] for name in _OF_ENTRY))
    .join(a, a.c.id == s.c.article_id)
    .where(s.c.id.in_(_IDS))
)
_OPINIONS = select(opinion.c.assessment_id, *(opinion.c[f.name] for f in fields(Opinion))).where(
    opinion.c.assessment_id.in_(_IDS)
)
_SENTENCES = (
    select(sentence.c.assessment_id, *(sentence.c[name] for name in StoredSentence._fields if name in sentence.c))
    .add_columns(remark.c.facet, remark.c.name, remark.c.polarity)
    .outerjoin(remark, (remark.c.assessment_id == sentence.c.assessment_id) & (remark.c.position == sentence.c.position))
    .where(sentence.c.assessment_id.in_(_IDS))
    .order_by(sentence.c.assessment_id, sentence.c.position)
)
"""A row for each thing that a sentence speaks of, or one without."""


def entries(c: Connection, series: str, wanted: Wanted) -> list[Entry]:
    """The articles about the series that pass the filter, in the order that is wanted."""
    ids = filters.ids(c, series, wanted)
    found = {r[0]: r for chunk in _chunks(ids) for r in c.execute(_ENTRIES, {"ids": chunk}).all()}
    opinions = _opinions(c, ids)
    return [_entry(found[n], opinions[n]) for n in ids]


def _entry(row: Sequence[Any], opinions: list[Opinion]) -> Entry:
    *plain, scores, likened, warning, words, first_seen, week, seen_week, phrases, engine, note, text, rights = row
    read: tuple[Any, ...] = (
        {int(episode): value for episode, value in scores.items()},
        tuple(Likeness(work, said) for work, said in likened),
        tuple(sorted(opinions, key=_facet_and_name)),
        *(warning, words, first_seen, week, seen_week, tuple(phrases), engine, note, text, Rights.of_record(rights)),
    )
    return Entry(*plain, *read)


def sentences(c: Connection, ids: Collection[int]) -> list[StoredSentence]:
    """All sentences of these entries, in order, with the topics they speak of."""
    found: list[StoredSentence] = []
    last: tuple[int, int] = (-1, -1)
    for chunk in _chunks(ids):
        for *own, facet, name, polarity in c.execute(_SENTENCES, {"ids": chunk}).all():
            topic = (facet, name, polarity)
            if (own[0], own[1]) == last:
                found[-1] = found[-1]._replace(topics=tuple(sorted((*found[-1].topics, topic), key=_name)))
            else:
                found.append(StoredSentence._make((*own, (topic,) if facet else ())))
                last = (own[0], own[1])
    return found


def skipped(c: Connection, series: str, source: str | None = None, limit: int | None = None, offset: int = 0) -> list[Skipped]:
    """What was not taken, by source and reason."""
    query: Select[tuple[object, ...]] = select(skips).where(skips.c.series == series)
    query = query.where(skips.c.source == source) if source else query
    order = (plainly(c.dialect.name, skips.c[name]) for name in ("source", "reason", "url"))
    rows = c.execute(query.order_by(*order).limit(limit).offset(offset or None))
    return [Skipped(r.url, r.source, r.reason, r.detail, r.first_seen, r.last_seen) for r in rows]


def count(c: Connection, series: str, wanted: Wanted) -> int:
    """How many articles pass the filter; limit and offset aside."""
    return filters.count(c, series, wanted)


def remarks(c: Connection, series: str, wanted: Wanted) -> Iterator[StoredRemark]:
    """Sentences on an aspect or theme, limit and offset included. Text and stance are those of the sentence, the rest those of its article."""
    node = parse(wanted.text)
    weaker = without_not(node) if node else None
    ids = filters.ids(c, series, replace(wanted, text="", stance=None, limit=None, offset=0), weaker)
    facets = [(f, n) for f, n in (("aspect", wanted.aspect), ("theme", wanted.theme)) if n]
    query = (
        select(remark, sentence.c.text, sentence.c.spoiler, a.c.url, a.c.site, a.c.title, a.c.published)
        .add_columns(s.c.source, s.c.kind, s.c.episode)
        .join(sentence, (sentence.c.assessment_id == remark.c.assessment_id) & (sentence.c.position == remark.c.position))
        .join(s, s.c.id == remark.c.assessment_id)
        .join(a, a.c.id == s.c.article_id)
        .where(*([or_(*((remark.c.facet == f) & (remark.c.name == n) for f, n in facets))] if facets else []))
        .where(*([filters.leaning(remark.c.polarity, wanted.stance)] if wanted.stance else []))
    )

    def said() -> Iterator[StoredRemark]:
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            theirs: dict[int, list[Any]] = defaultdict(list)
            for r in c.execute(query.where(remark.c.assessment_id.in_(chunk))):
                theirs[r.assessment_id].append(r)
            for r in (r for n in chunk for r in sorted(theirs[n], key=_place) if node is None or holds(node, r.text)):
                yield StoredRemark(
                    *(r.url, r.site, r.source, r.title, r.published, r.kind, r.episode),
                    *(r.facet, r.name, r.polarity, r.text, r.spoiler),
                )

    found = said()
    if wanted.sort.lstrip("-") == "stance":
        sign = -1 if wanted.sort.startswith("-") else 1
        found = iter(sorted(found, key=lambda r: (r.polarity is None, sign * (r.polarity or 0))))
    return islice(found, wanted.offset, None if wanted.limit is None else wanted.offset + wanted.limit)


def _place(remark: Any) -> tuple[int, str, str]:
    """What remarks of an article are sorted by, here and not in the database: servers sort as their language does."""
    return remark.position, remark.facet, remark.name


def names(c: Connection, series: str) -> Names:
    """What articles about the series can be asked for by name."""
    theirs = select(s.c.source, a.c.site, a.c.language).join(a, a.c.id == s.c.article_id).where(s.c.series == series).distinct()
    rows = c.execute(theirs).all()
    facets = c.execute(select(opinion.c.facet, opinion.c.name).distinct()).all()
    aspects, themes = (frozenset(r.name for r in facets if r.facet == facet) for facet in ("aspect", "theme"))
    stated = c.execute(select(claim.c.kind, claim.c.about).join(s).where(s.c.series == series).distinct()).all()
    claims = frozenset(name for r in stated for name in r if name)
    return Names(frozenset(name for r in rows for name in r[:2]), aspects, themes, frozenset(r.language for r in rows), claims)


def elsewhere(c: Connection, series: str, until: Week | None) -> list[Elsewhere]:
    """What the outlets that write about the series state of others, week by week or all up to one, in no order."""
    by_article = a.join(s, s.c.article_id == a.c.id)
    ours = set(c.scalars(select(a.c.site).select_from(by_article).where(s.c.series == series).distinct()))
    value, week = 50 + 50 * s.c.stance, s.c.week if until is None else func.max(s.c.week)
    query = (
        select(a.c.site, week, func.count(), func.sum(value), func.sum(value * value))
        .select_from(by_article)
        .where(s.c.kind.in_(JUDGING), s.c.stance_from == "stated", s.c.stance.is_not(None), s.c.series != series)
        .where(s.c.week.is_not(None) if until is None else s.c.week <= str(until))
        .group_by(a.c.site, *([week] if until is None else []))
    )
    return [Elsewhere(site, week, Sums(*sums)) for site, week, *sums in c.execute(query) if site in ours]


def followed(c: Connection) -> list[str]:
    """Slugs of the series that articles are about."""
    return [str(slug) for slug in c.scalars(select(s.c.series).distinct().order_by(s.c.series))]


def weeks(c: Connection, series: str) -> list[str]:
    """The weeks in which something about the series was published, oldest first."""
    query = select(s.c.week).where(s.c.series == series, s.c.week.is_not(None)).distinct().order_by(s.c.week)
    return [str(week) for week in c.scalars(query)]


_facet_and_name = attrgetter("facet", "name")


def _opinions(c: Connection, ids: list[int]) -> dict[int, list[Opinion]]:
    found: dict[int, list[Opinion]] = defaultdict(list)
    for chunk in _chunks(ids):
        for r in c.execute(_OPINIONS, {"ids": chunk}).all():
            found[r[0]].append(Opinion(*r[1:]))
    return found


def plainly(dialect: str, column: ColumnElement[str]) -> ColumnElement[str]:
    """What to sort by, that a server sorts as SQLite does, whatever its language."""
    return collate(column, "C") if dialect == "postgresql" else column


def _name(topic: tuple[str, str, float | None]) -> tuple[str, str]:
    """What topics are sorted by, here and not in the database: servers sort as their language does."""
    return topic[:2]


def _chunks(ids: Collection[int]) -> Iterable[list[int]]:
    ordered = sorted(ids)
    return (ordered[n : n + _CHUNK] for n in range(0, len(ordered), _CHUNK))
