"""What the database gave, ready to be shown: records for programs, rows for people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from nectar.cli import formats
from nectar.cli.show import many

if TYPE_CHECKING:
    from pipeline.contradictions import Contradiction, Difference, Pair
    from pipeline.free_text import Node
    from pipeline.series import Series
    from pipeline.store import Store, StoredOrigin, Wanted

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    records: Sequence[Mapping[str, Any]]
    fields: Sequence[str]
    """Of CSV, TSV and Markdown where no columns are named."""
    rows: Sequence[Mapping[str, Any]]
    """For people; as many as records, but for contradictions: two of each."""
    shown: Sequence[str]
    """Fields of the rows."""
    noun: str
    all: int | None = None
    """How many there are without a limit, where that is more."""
    notes: tuple[str, ...] = ()
    told: str = ""
    """What is said below a table, where that is not how many."""

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


def claims(store: "Store", series: "Series", wanted: "Wanted") -> Found:
    from pipeline import record
    from pipeline.claims.spelling import spelled
    from pipeline.free_text import parse, snippet

    node = parse(wanted.text)
    said = store.claims(series.slug, wanted)
    records, rows = [], []
    for c in said:
        about = spelled(c.claim, c.about, (c.as_written,), series, about=True)
        value = spelled(c.claim, c.value, (c.as_written,), series)
        r = record.of_claim(c, about, value)
        hit = snippet(node, c.sentence, 300)
        records.append(r)
        rows.append(
            {"date": r["published"] or "–", "claim": _matter(c.claim, about), "value": value}
            | {"modality": c.modality, "site": c.site}
            | {"sentence": formats.marked(hit.text, hit.hits), "link": c.url}
        )
    shown = ("date", "claim", "value", "modality", "site", "sentence", "link")
    told = f"{many(len(said), 'claim')} in {many(len({c.url for c in said}), 'article')}"  # each article's own: the page counts them once
    return Found(records, record.CLAIMED, rows, shown, "claim", None, () if records else _unclaimed(store, series), told)


def contradictions(store: "Store", series: "Series", wanted: "Wanted") -> Found:
    """All claims are held against each other; those contradictions are shown of which a statement passes the filter."""
    from pipeline import record

    held, apart = _held(store, series, wanted)
    found = _pairs(held, record.of_contradiction, record.CONTRADICTED, "contradiction", series, wanted)
    told = (
        (f"{many(len(apart), 'more pair')} of values may both hold: --differences lists them, with the reason.",) if apart else ()
    )
    return replace(found, notes=(_unclaimed(store, series) or _untraced(store, series)) + told)


def differences(store: "Store", series: "Series", wanted: "Wanted") -> Found:
    """What differs and is not held against each other, filtered alike."""
    from pipeline import record

    _, apart = _held(store, series, wanted)
    found = _pairs(apart, record.of_difference, record.DIFFERING, "difference", series, wanted)
    return replace(found, notes=_unclaimed(store, series) or _untraced(store, series))


def _held(store: "Store", series: "Series", wanted: "Wanted") -> "tuple[list[Contradiction], list[Difference]]":
    """What of everything claimed can't both hold, and what differs, where a statement passes the filter."""
    from pipeline.contradictions import Press
    from pipeline.store import Wanted

    said = store.claims(series.slug)
    asked = replace(wanted, limit=None, offset=0)
    passing = set(said if asked == Wanted() else store.claims(series.slug, asked))
    press = Press.of(said, series, store.origins(series.slug))

    def passes(pair: "Pair") -> bool:
        return any(s in passing for side in pair.sides for s in side.said)

    return [*filter(passes, press.contradictions())], [*filter(passes, press.differences())]


def _pairs(
    found: "Sequence[Pair]", tell: Callable[..., Record], fields: Sequence[str], noun: str, series: "Series", wanted: "Wanted"
) -> Found:
    """Two rows of each pair of values. The first of the `fields` is what sort of pair it is."""
    from pipeline.claims.spelling import spelled

    end = None if wanted.limit is None else wanted.offset + wanted.limit
    records, rows, sort = [], [], fields[0]
    for f in found[wanted.offset : end]:
        written = [s.as_written for side in f.sides for s in side.said]
        about = spelled(f.claim, f.about, written, series, about=True)
        values = [spelled(f.claim, side.value, written, series) for side in f.sides]
        r = tell(f, about, *values)
        records.append(r)
        for side, value, other in zip(f.sides, values, ("", "other_"), strict=True):
            rows.append(
                {sort: "" if other else r[sort], "claim": "" if other else _matter(f.claim, about)}
                | {"value": f"not {value}" if side.stand == "denies" else value}
                | {"origins ": side.origins or "", "site": _who(r, other)}
                | {"sentence": r[f"{other}sentence"] or "", "link": r[f"{other}url"] or ""}
            )
    shown = (sort, "claim", "value", "origins ", "site", "sentence", "link")
    plain = [name for name in fields if name not in {"said", "other_said"}]  # lists are for JSON
    return Found(records, plain, rows, shown, noun, len(found) if len(found) > len(records) else None)


def _who(r: Mapping[str, Any], other: str) -> str:
    """Of one side of a contradiction: the oldest outlet, behind the series file where that knows."""
    return ", ".join(filter(None, ("the series file" if r[f"{other}stand"] == "file" else "", r[f"{other}site"])))


def origins(store: "Store", series: "Series", wanted: "Wanted") -> Found:
    from pipeline import record

    found = store.origins(series.slug, wanted)
    records = [record.of_origin(o) for o in found]
    rows = [
        {"date": r["published"] or "–", "relation": _relation(o), "of": "" if o.original else o.origin_site}
        | {"site": r["site"], "title": r["title"], "link": r["url"]}
        for o, r in zip(found, records, strict=True)
    ]
    articles, families = len(found), len({o.origin for o in found})
    every = _all(store, series, wanted, articles)
    told = f"{articles}{'' if every in (None, articles) else f' of {every}'} article{'' if (every or articles) == 1 else 's'}, {families} origin{'' if families == 1 else 's'}"
    shown = ("date", "relation", "of", "site", "title", "link")
    return Found(records, record.TRACED, rows, shown, "article", every, _untraced(store, series), told)


def _matter(kind: str, about: str) -> str:
    return f"{kind}: {about}" if about else kind


def _relation(o: "StoredOrigin") -> str:
    if o.relation is None:
        return "not known yet"
    if not o.original:
        return o.relation
    return f"origin of {o.copies}" if o.copies else "original"


def _unclaimed(store: "Store", series: "Series") -> tuple[str, ...]:
    """An older Nectar read articles without looking for claims."""
    if store.names(series.slug).claims:
        return ()
    return ("No claims are stored yet; nectar score reads what an older Nectar read without them.",)


def _untraced(store: "Store", series: "Series") -> tuple[str, ...]:
    many = store.untraced(series.slug)
    if not many:
        return ()
    return (f"Of {many} article{'' if many == 1 else 's'} nobody looked yet where they come from; nectar score does.",)


def skipped(store: "Store", series: "Series", wanted: "Wanted") -> Found:
    from pipeline import record

    records = [record.of_skipped(s) for s in store.skipped(series.slug, wanted.source, wanted.limit, wanted.offset)]
    return Found(records, record.SKIPPED[:4], records, ("source", "reason", "url", "detail"), "address that was not taken")


def answer(store: "Store", statement: str, seconds: float, limit: int) -> Found:
    given = store.sql(statement, seconds, limit)
    records = [dict(zip(given.columns, row, strict=True)) for row in given.rows]
    notes = (f"Only the first {limit:,} rows: --limit changes how many.",) if given.more else ()
    return Found(records, given.columns, records, given.columns, "row", None, notes)


def picked(found: Found, columns: str | None) -> tuple[Found, list[str]]:
    """With the columns that were named, in their order; the second is what nothing is called."""
    if columns is None:
        return found, []
    named = [name.strip() for name in columns.split(",") if name.strip()]
    return replace(found, rows=found.records, fields=named, shown=named), [n for n in named if n not in found.known]
