"""What the database gave, ready to be shown: records for programs, rows for people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from nectar.cli import formats

if TYPE_CHECKING:
    from pipeline.free_text import Node
    from pipeline.series import Series
    from pipeline.store import Store, Wanted

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    records: Sequence[Mapping[str, Any]]
    fields: Sequence[str]
    """Of CSV, TSV and Markdown where no columns are named."""
    rows: Sequence[Mapping[str, Any]]
    """For people; as many as records."""
    shown: Sequence[str]
    """Fields of the rows."""
    noun: str
    all: int | None = None
    """How many there are without a limit, where that is more."""
    notes: tuple[str, ...] = ()

    @property
    def known(self) -> list[str]:
        """What `--columns` may name."""
        return list(self.records[0]) if self.records else list(self.fields)


def articles(store: "Store", series: "Series", wanted: "Wanted", more: bool) -> Found:
    """`more`: with what is only told where it is asked for."""
    from pipeline import record
    from pipeline.free_text import parse, snippet

    node = parse(wanted.text)
    entries = store.entries(series.slug, wanted)
    records: list[Record] = [record.of_entry(e) for e in entries]
    hits = [snippet(node, e.text) for e in entries] if node or more else []
    if more:
        records = [r | record.more_of(e) | {"snippet": hit.text} for r, e, hit in zip(records, entries, hits, strict=True)]
    rows: list[Record] = [
        {
            "date": r["published"] or "–",
            "kind": f"{r['kind']} {r['episode']}" if r["episode"] is not None else r["kind"],
            "score": r["score_as_written"] or "",
            "stance": r["stance"],
            "site": r["site"],
            "title": r["title"],
        }
        for r in records
    ]
    if node:
        rows = [row | {"hit": formats.marked(hit.text, hit.hits)} for row, hit in zip(rows, hits, strict=True)]
    shown = ("date", "kind", "score", "stance", "site", "title", *(("hit",) if node else ()))
    return Found(
        records,
        record.FIELDS + ((*record.MORE, "snippet") if more else ()),
        rows,
        shown,
        "article",
        _all(store, series, wanted, len(records)),
        _slow(store, node),
    )


def _slow(store: "Store", node: "Node | None") -> tuple[str, ...]:
    from pipeline.free_text import sought

    if any(term.kind == "part" for term in sought(node)) and store.searches_slowly():
        return ("This PostgreSQL lacks the extension pg_trgm: characters inside words are looked for without an index.",)
    return ()


def _all(store: "Store", series: "Series", wanted: "Wanted", found: int) -> int | None:
    return store.count(series.slug, wanted) if wanted.offset or (wanted.limit is not None and found >= wanted.limit) else None


def remarks(store: "Store", series: "Series", wanted: "Wanted") -> Found:
    from pipeline import record
    from pipeline.free_text import parse, snippet

    node = parse(wanted.text)
    records = [record.of_said(s) for s in store.remarks(series.slug, wanted)]
    rows = []
    for r in records:
        hit = snippet(node, r["text"], 400)
        rows.append(
            {"date": r["published"] or "–", "about": r["name"], "polarity": r["polarity"], "site": r["site"]}
            | {"sentence": formats.marked(hit.text, hit.hits), "link": r["url"]}
        )
    return Found(records, record.SAID, rows, ("date", "about", "polarity", "site", "sentence", "link"), "remark")


def revisions(store: "Store", series: "Series", wanted: "Wanted") -> Found:
    from pipeline import record

    everything = store.revisions(series.slug)
    end = None if wanted.limit is None else wanted.offset + wanted.limit
    records = [record.of_revision(r) for r in everything[wanted.offset : end]]
    rows = [
        {
            "date": r["found"][:10],
            "site": r["site"],
            "changed": ", ".join(r["changed"]),
            "title": r["after"].get("title"),
            "link": r["url"],
        }
        for r in records
    ]
    return Found(records, record.REVISED, rows, ("date", "site", "changed", "title", "link"), "revision")


def skipped(store: "Store", series: "Series", wanted: "Wanted") -> Found:
    from pipeline import record

    records = [record.of_skipped(s) for s in store.skipped(series.slug, wanted.source, wanted.limit, wanted.offset)]
    return Found(records, record.SKIPPED[:4], records, ("source", "reason", "url", "detail"), "address that was not taken")


def answer(store: "Store", statement: str, seconds: float, limit: int) -> Found:
    given = store.sql(statement, seconds, limit)
    records = [dict(zip(given.columns, row, strict=True)) for row in given.rows]
    notes = (f"Only the first {limit:,} rows: --limit changes how many.",) if given.more else ()
    return Found(records, given.columns, records, given.columns, "row", None, notes)


def unknown(store: "Store", series: "Series", wanted: "Wanted") -> list[str]:
    """A sentence for each name that nothing is called."""
    from pipeline.topics import ASPECTS, THEMES

    names = store.names(series.slug)
    known: Mapping[str, tuple[str | None, Iterable[str]]] = {
        "source": (wanted.source, {*names.sources, *(source.name for source in series.sources)}),
        "aspect": (wanted.aspect, {*names.aspects, *ASPECTS, *series.aspects}),
        "theme": (wanted.theme, {*names.themes, *THEMES, *series.themes}),
        "article's language": (wanted.language, names.languages),
    }
    return [
        f"No {what} is called {asked!r}. {did_you_mean(asked, there)}"
        for what, (asked, there) in known.items()
        if asked and asked not in there
    ]


def did_you_mean(asked: str, known: Iterable[str]) -> str:
    there = sorted(filter(None, known))
    folded = {name.lower(): name for name in there}
    near = [folded[name] for name in get_close_matches(asked.lower(), folded, 2, 0.7)]
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return f"There are: {', '.join(there[:30])}{' …' if len(there) > 30 else ''}." if there else "There are none yet."


def picked(found: Found, columns: str | None) -> tuple[Found, list[str]]:
    """With the columns that were named, in their order; the second is what nothing is called."""
    if columns is None:
        return found, []
    named = [name.strip() for name in columns.split(",") if name.strip()]
    return replace(found, rows=found.records, fields=named, shown=named), [n for n in named if n not in found.known]
