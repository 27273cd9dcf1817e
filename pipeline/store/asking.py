"""Verbs of asking: entries, sentences and skips, each on a connection that the Store hands in."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Select, collate, select
from sqlalchemy.sql import ColumnElement

from pipeline.assessment import Likeness, Opinion
from pipeline.store.rows import Entry, Skipped, StoredSentence, Wanted
from pipeline.store.tables import article as a
from pipeline.store.tables import assessment as s
from pipeline.store.tables import opinion, remark, sentence
from pipeline.store.tables import skip as skips

_CHUNK = 500
"""Ids in one IN (…)."""


def entries(c: Connection, series: str, wanted: Wanted) -> list[Entry]:
    """The articles about the series that pass the filter, newest first (undated ones last)."""
    query = (
        select(s, a.c.url, a.c.site, a.c.title, a.c.author, a.c.published, a.c.date_from, a.c.language, a.c.words, a.c.text)
        .join(a, a.c.id == s.c.article_id)
        .where(s.c.series == series, *_filters(wanted))
        .order_by(a.c.published.desc().nulls_last(), s.c.id.desc())
    )
    rows = c.execute(query.limit(wanted.limit) if wanted.limit is not None else query).all()
    opinions = _opinions(c, [r.id for r in rows])
    return [
        Entry(
            r.id,
            r.url,
            r.site,
            r.source,
            r.title,
            r.author,
            r.published,
            r.date_from,
            r.language,
            r.kind,
            r.kind_because,
            r.episode,
            r.relevant_because,
            r.stance,
            r.stance_from,
            r.score,
            r.score_as_written,
            r.verdict,
            r.inferred,
            r.estimate,
            r.recommends,
            {int(episode): value for episode, value in r.episode_scores.items()},
            tuple(Likeness(work, said) for work, said in r.likened_to),
            tuple(sorted(opinions[r.id], key=lambda o: (o.facet, o.name))),
            r.spoiler_warning,
            r.words,
            r.first_seen,
            r.week,
            r.seen_week,
            tuple(r.phrases),
            r.engine,
            r.note,
            r.text,
        )
        for r in rows
    ]


def sentences(c: Connection, ids: Collection[int]) -> list[StoredSentence]:
    """All sentences of these entries, in order, with the topics they speak of."""
    topics: dict[tuple[int, int], list[tuple[str, str, float | None]]] = defaultdict(list)
    for chunk in _chunks(ids):
        for r in c.execute(select(remark).where(remark.c.assessment_id.in_(chunk))):
            topics[r.assessment_id, r.position].append((r.facet, r.name, r.polarity))
    found = []
    for chunk in _chunks(ids):
        query = (
            select(sentence).where(sentence.c.assessment_id.in_(chunk)).order_by(sentence.c.assessment_id, sentence.c.position)
        )
        found += [
            StoredSentence(
                r.assessment_id,
                r.position,
                r.text,
                r.paragraph,
                r.polarity,
                r.confidence,
                r.spoiler,
                r.verdict,
                tuple(sorted(topics[r.assessment_id, r.position], key=_name)),
            )
            for r in c.execute(query)
        ]
    return found


def skipped(c: Connection, series: str, source: str | None = None, limit: int | None = None) -> list[Skipped]:
    """What was not taken, by source and reason."""
    query: Select[tuple[object, ...]] = select(skips).where(skips.c.series == series)
    query = query.where(skips.c.source == source) if source else query
    rows = c.execute(query.order_by(*(_plainly(c, name) for name in ("source", "reason", "url"))).limit(limit))
    return [Skipped(r.url, r.source, r.reason, r.detail, r.first_seen, r.last_seen) for r in rows]


def weeks(c: Connection, series: str) -> list[str]:
    """The weeks in which something about the series was published, oldest first."""
    query = select(s.c.week).where(s.c.series == series, s.c.week.is_not(None)).distinct().order_by(s.c.week)
    return [str(week) for week in c.scalars(query)]


def _filters(wanted: Wanted) -> Iterable[ColumnElement[bool]]:
    for word in wanted.text.split():
        yield a.c.title.icontains(word, autoescape=True) | a.c.text.icontains(word, autoescape=True)
    if wanted.kind:
        yield s.c.kind == wanted.kind
    if wanted.source:
        yield (s.c.source == wanted.source) | (a.c.site == wanted.source)
    if wanted.since:
        yield a.c.published >= wanted.since
    if wanted.until:
        yield a.c.published <= wanted.until
    if wanted.min_score is not None:
        yield s.c.score >= wanted.min_score
    for facet, name in (("aspect", wanted.aspect), ("theme", wanted.theme)):
        if name:
            yield s.c.id.in_(select(opinion.c.assessment_id).where(opinion.c.facet == facet, opinion.c.name == name))


def _opinions(c: Connection, ids: list[int]) -> dict[int, list[Opinion]]:
    found: dict[int, list[Opinion]] = defaultdict(list)
    for chunk in _chunks(ids):
        for r in c.execute(select(opinion).where(opinion.c.assessment_id.in_(chunk))):
            found[r.assessment_id].append(Opinion(r.facet, r.name, r.polarity, r.low, r.high, r.remarks, r.score))
    return found


def _plainly(c: Connection, name: str) -> ColumnElement[Any]:
    """A column of `skip` to sort by as SQLite does, whatever the server's language."""
    column = skips.c[name]
    return collate(column, "C") if c.dialect.name == "postgresql" else column


def _name(topic: tuple[str, str, float | None]) -> tuple[str, str]:
    """What topics are sorted by, here and not in the database: servers sort as their language does."""
    return topic[:2]


def _chunks(ids: Collection[int]) -> Iterable[list[int]]:
    ordered = sorted(ids)
    return (ordered[n : n + _CHUNK] for n in range(0, len(ordered), _CHUNK))
