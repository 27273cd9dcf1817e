"""`nectar query FILE [TEXT]`: ask the database."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from nectar.cli.home import Home, load_series
from nectar.cli.show import err, inert, signed, table

_KINDS = ("preview", "review", "episode_review", "news", "interview", "guide", "list", "other")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("text", required=False, default="")
@click.option("--kind", type=click.Choice(_KINDS))
@click.option("--source", metavar="NAME", help="Name of a source or of a site.")
@click.option("--aspect", metavar="NAME", help="Speaks of this aspect, such as pacing.")
@click.option("--theme", metavar="NAME", help="Speaks of this theme, such as identity.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Published on this day or later.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Published on this day or earlier.")
@click.option("--min-score", type=click.FloatRange(0, 100), help="States a score of at least so many of 100.")
@click.option("--limit", type=click.IntRange(0), help="At most so many, newest first.")
@click.option("--skipped", is_flag=True, help="List what was not taken instead, with the reason.")
@click.option("--json", "form", flag_value="json", help="A list of objects.")
@click.option("--csv", "form", flag_value="csv", help="Comma-separated values.")
@click.pass_obj
def query(
    home: Home,
    file: Path,
    text: str,
    kind: str | None,
    source: str | None,
    aspect: str | None,
    theme: str | None,
    since: datetime | None,
    until: datetime | None,
    min_score: float | None,
    limit: int | None,
    skipped: bool,
    form: str | None,
) -> None:
    """List the articles about a series; TEXT keeps those in which all its words occur."""
    from pipeline import record
    from pipeline.store import Wanted

    series = load_series(file, with_kinds=False)
    with home.filled_store(series, file) as store:
        if skipped:
            records = [record.of_skipped(s) for s in store.skipped(series.slug, source, limit)]
        else:
            wanted = Wanted(text, kind, source, _topic(aspect), theme, _day(since), _day(until), min_score, limit)
            records = [record.of_entry(e) for e in store.entries(series.slug, wanted)]
    if form == "json":
        json.dump(records, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    elif form == "csv":
        _csv(records, ("url", "source", "reason", "detail") if skipped else record.FIELDS)
    elif not records:
        err.print("Nothing matches.")
    elif skipped:
        table(("source", "reason", "url", "detail"), ((r["source"], r["reason"], r["url"], r["detail"]) for r in records))
    else:
        rows = (
            (r["published"] or "–", _kind(r), r["score_as_written"] or "", signed(r["stance"]), r["site"], r["title"])
            for r in records
        )
        table(("date", "kind", "score", "stance ", "site", "title"), rows)
        err.print(f"{len(records)} article{'' if len(records) == 1 else 's'}")


def _kind(record: Mapping[str, Any]) -> str:
    return f"{record['kind']} {record['episode']}" if record["episode"] is not None else str(record["kind"])


def _topic(aspect: str | None) -> str | None:
    return aspect.lower().replace(" ", "_").replace("-", "_") if aspect else None


def _day(when: datetime | None) -> date | None:
    return when.date() if when else None


def _csv(records: Iterable[Mapping[str, Any]], fields: Iterable[str]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(list(fields))
    for record in records:
        writer.writerow([_cell(record[name]) for name in fields])


def _cell(value: Any) -> Any:
    """Strangers' text must not become a formula in a spreadsheet; numbers stay numbers."""
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return f"'{inert(value)}"
    return value
