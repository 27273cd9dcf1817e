"""`nectar sources FILE`: how each source fares; feeds from a list of a feed reader into a series file, and back."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nectar.cli.home import Home, load_series
from nectar.cli.show import inert, out, table
from pipeline.errors import UserError

if TYPE_CHECKING:
    from pipeline.series import Series

_MOST = 20 * 1024 * 1024
"""Bytes of a list."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--add", "opml_list", type=click.Path(path_type=Path, allow_dash=True), help="Add the feeds of an OPML file; - reads stdin."
)
@click.option(
    "--opml",
    "as_opml",
    is_flag=True,
    help="Write the feeds, and only these, as OPML; `nectar export FILE --to FILE.opml` has all sources.",
)
@click.option("--json", "as_json", is_flag=True, help="How they fare, as a list of objects.")
@click.pass_obj
def sources(home: Home, file: Path, opml_list: Path | None, as_opml: bool, as_json: bool) -> None:
    """Show how each source fares and when its turn comes; or add the feeds of an OPML list, or write one."""
    from pipeline import opml

    series = load_series(file)
    if opml_list is not None:
        _add(series, file, opml_list)
    elif as_opml:
        sys.stdout.buffer.write(opml.write(series))
    else:
        _show(home, series, as_json)


def _show(home: Home, series: "Series", as_json: bool) -> None:
    from crawler.polling import due
    from pipeline.health import health

    now = datetime.now(UTC)
    with home.store_if_any() as store:
        runs = store.history(series.slug) if store else []
    fares = [(s, health(runs, s.name), due(runs, s.name, series, now)) for s in series.sources]
    if as_json:
        records = [{"source": s.name, "kind": s.kind, **(asdict(h) if h else {}), "due": d} for s, h, d in fares]
        json.dump(records, sys.stdout, ensure_ascii=False, indent=1, default=str)
        sys.stdout.write("\n")
        return
    rows = (
        (s.name, h.kind, _day(h.last_success), h.usual, h.taken, _day(h.last_taken), max(d, now) - now, h.ails)
        if h
        else (s.name, s.kind, "", None, 0, "", "now", "never asked")
        for s, h, d in fares
    )
    table(
        ("source", "how", "last answer", "links ", "taken ", "last taken", "due in", "ails"),
        ((*row[:3], "" if row[3] is None else f"{row[3]:.0f}", *row[4:6], _in(row[6]), row[7]) for row in rows),
    )


def _day(when: datetime | None) -> str:
    return f"{when:%Y-%m-%d %H:%M}" if when else ""


def _in(time: timedelta | str) -> str:
    return time if isinstance(time, str) else f"{time / timedelta(hours=1):.0f} h" if time else "now"


def _add(series: "Series", file: Path, opml_list: Path) -> None:
    from pipeline import opml

    listed = opml.read(_bytes(opml_list))
    if not listed:
        raise UserError(f"There are no feeds in {opml_list}.", "An OPML list names each in an outline with xmlUrl.")
    new = opml.new(listed, series)
    try:
        with file.open("r+", encoding="utf-8", newline="") as opened:
            text = opened.read()
            opened.write(opml.appended(text, new)[len(text) :])
    except OSError as error:
        raise UserError(f"{file} can't be written: {error.strerror}.") from error
    for feed in new:
        out.print(f"Added {inert(feed.name)}: {inert(feed.url)}")
    out.print(f"{len(new)} of {len(listed)} feeds are new in {inert(file)}.")


def _bytes(path: Path) -> bytes:
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(_MOST + 1)
        else:
            with path.open("rb") as file:
                data = file.read(_MOST + 1)
    except OSError as error:
        raise UserError(f"{path} can't be read: {error.strerror}.") from error
    if len(data) > _MOST:
        raise UserError(f"{path} is too long for a list of feeds.")
    return data
