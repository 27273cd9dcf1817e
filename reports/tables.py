"""Digest → its tables as CSV, in one ZIP: RFC 4180, UTF-8, a row of names first. Strangers' text never becomes a formula; numbers stay numbers."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC
from typing import Any

from reports.cells import defused
from reports.digest import Digest
from reports.labels import printable
from reports.rows import DifferenceRow, Listed, Mean, QuarrelRow, Share

Rows = Iterable[Sequence[Any]]


def archive(digest: Digest) -> bytes:
    """A ZIP with a file a table, NAME.csv. The same Digest gives the same bytes."""
    made = max(digest.made.astimezone(UTC).timetuple()[:6], (1980, 1, 1, 0, 0, 0))  # ZIP knows nothing earlier
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, (columns, rows) in TABLES.items():
            entry = zipfile.ZipInfo(f"{name}.csv", date_time=made)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, written(columns.split(), rows(digest)))
    return file.getvalue()


def written(columns: Sequence[str], rows: Rows) -> bytes:
    """Text is always quoted, so that a spreadsheet which splits at semicolons finds no cell inside of one."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    return value if isinstance(value, int | float) else defused(printable(str(value)))


def _of(value: Mean | Share) -> tuple[float | None, float | None, float | None, int]:
    return value.value, value.low, value.high, value.n


def _figures(d: Digest) -> Rows:
    means: dict[str, Mean | Share] = {
        "reception": d.reception,
        "reception of the week before": d.reception_before,
        "reception with equal weights": d.unweighted,
        "promise": d.promise,
        "promise of the week before": d.promise_before,
        "favourable": d.favourable,
        "favourable of the week before": d.favourable_before,
    }
    counts = {
        "reviews": d.reviews,
        "reviews this week": d.reviews_this_week,
        "favourable reviews": d.favourable.k,
        "mixed reviews": d.mixed,
        "unfavourable reviews": d.unfavourable,
        "reviews not judged": d.unjudged,
        "reviews that state it": d.stated,
        "articles": d.all_articles,
        "origins": d.origins,
    }
    yield from ((name, *_of(value)) for name, value in means.items())
    yield from ((name, value, None, None, None) for name, value in counts.items())


def _evidence(d: Digest) -> Rows:
    for facet, rows in (("aspect", d.aspects), ("theme", d.themes)):
        for row in rows:
            for e in row.evidence:
                yield facet, row.name, e.side, e.polarity, e.remarks, e.spoiler, e.quote, e.site, e.published, e.url


def _articles(d: Digest) -> Rows:
    def line(list_: str, a: Listed) -> Sequence[Any]:
        own = (a.published, a.site, a.title, a.author, a.kind, a.episode, a.language, a.stance, a.stance_from)
        return (list_, *own, a.score, a.score_as_written, a.copy_of, a.spoiler_warning, a.url)

    yield from (line("published this week", a) for a in d.published)
    yield from (line("found late", a) for a in d.found_late)


def _scores(d: Digest) -> Rows:
    for s in d.scores:
        yield (
            s.side,
            s.value,
            s.weight,
            s.rule,
            s.as_written,
            s.clash,
            s.kind,
            s.episode,
            s.week,
            s.published,
            s.site,
            s.title,
            s.url,
        )


def _claims(d: Digest) -> Rows:
    for c in d.claims:
        for s in c.statements:
            yield c.matter, c.value, c.state, c.origins, s.modality, s.said_by, s.sentence, s.site, s.published, s.url


def _quarrels(d: Digest) -> Rows:
    return (line for q in d.quarrels for line in _of_both(q, q.state))


def _differences(d: Digest) -> Rows:
    return (line for q in d.differences for line in _of_both(q, q.reason))


def _of_both(q: QuarrelRow | DifferenceRow, how: str) -> Rows:
    for side, statements in (("value", q.left), ("other", q.right)):
        for s in statements:
            yield q.matter, how, q.value, q.other, side, s.modality, s.said_by, s.sentence, s.site, s.published, s.url


def _outlets(d: Digest) -> Rows:
    for o in d.outlets:
        kinds, languages = "; ".join(f"{kind} {n}" for kind, n in o.kinds.items()), "; ".join(o.languages)
        yield o.site, o.articles, o.copies, kinds, languages, *_of(o.mean), o.scale, o.remarks, o.latest


def _sources(d: Digest) -> Rows:
    for s in d.sources:
        yield s.name, s.kind, s.found, s.known, s.fetched, sum(s.skipped.values()), s.trouble


TABLES: Mapping[str, tuple[str, Callable[[Digest], Rows]]] = {
    "figures": ("figure value low high n", _figures),
    "changes": ("kind text", lambda d: ((c.kind, c.text) for c in d.changes)),
    "aspects": (
        "aspect promise promise_low promise_high promise_n reception reception_low reception_high reception_n gap for against before before_n",
        lambda d: (
            (a.name, *_of(a.promise), *_of(a.reception), a.gap, a.for_it, a.against_it, a.before.value, a.before.n)
            for a in d.aspects
        ),
    ),
    "scores": ("side value weight rule as_written clash kind episode week published site title url", _scores),
    "evidence": ("facet name side polarity sentences spoiler quote site published url", _evidence),
    "articles": (
        "list published site title author kind episode language stance stance_from score score_as_written copy_of spoiler_warning url",
        _articles,
    ),
    "outlets": ("site articles copies kinds languages mean low high n scale remarks latest", _outlets),
    "themes": ("theme articles polarity", lambda d: ((t.name, t.articles, t.polarity) for t in d.themes)),
    "phrases": ("phrase articles polarity", lambda d: ((p.text, p.articles, p.polarity) for p in d.phrases)),
    "episodes": (
        "number aired mean low high few voices",
        lambda d: ((e.number, e.aired, e.mean, e.low, e.high, e.few, len(e.voices)) for e in d.episodes),
    ),
    "timeline": (
        "week previews reviews others reception markers",
        lambda d: ((p.week, p.promises, p.reviews, p.others, p.reception, "; ".join(p.markers)) for p in d.timeline),
    ),
    "sources": ("source kind found known fetched not_taken trouble", _sources),
    "claims": ("matter value state origins modality said_by sentence site published url", _claims),
    "quarrels": ("matter state value other side modality said_by sentence site published url", _quarrels),
    "differences": ("matter reason value other side modality said_by sentence site published url", _differences),
}
"""File → (its columns, its rows)."""
