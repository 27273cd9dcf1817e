"""What `nectar doctor` looks at: one line each, ok, a note or a problem, with what to do. Writes nothing and asks nobody on the web."""

import os
import platform
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from importlib.util import cache_from_source, find_spec
from pathlib import Path
from typing import Any, Literal

from pipeline.errors import UserError
from pipeline.health import health
from pipeline.series import Series
from pipeline.store.condition import Condition, Followed, full_text
from pipeline.store.migrations import HEAD

State = Literal["ok", "note", "problem"]
_NEEDED = ("scrapy", "trafilatura", "sqlalchemy", "alembic", "textblob")
_EXTRAS = {"web": "datasette", "parquet": "pyarrow", "deep": "tokenizers", "llm": "httpx", "train": "sklearn"}
_SCARCE, _LITTLE = 100_000_000, 1_000_000_000
"""Bytes free on the disk."""
_EARLIEST = datetime(2025, 1, 1, tzinfo=UTC)
"""No clock is right that stands before this program was written."""
_SLACK = timedelta(minutes=5)
"""By which clocks of two machines may differ."""


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    state: State
    said: str
    tip: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    """Numbers, for programs."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the lines are told from."""

    home: Path
    condition: Condition
    holder: str
    """Who holds the home; empty where nobody does."""
    series: Sequence[Series]
    """Of the files that were named."""
    contact: str
    engine: str
    """As named by the user, or `auto`."""
    now: datetime


def lines(facts: Facts) -> Iterator[Line]:
    """Everything there is to say. A look that fails is a problem of its own and stops no other."""
    for look in LOOKS:
        try:
            yield from look(facts)
        except Exception as error:  # a doctor that faints helps nobody
            yield Line(look.__name__.strip("_"), "problem", f"could not be looked at ({type(error).__name__}: {error})")


def _programs(_: Facts) -> Iterator[Line]:
    ours = _version("nectar") or "not installed"  # run from its source
    found = {"nectar": ours, "python": platform.python_version(), **{name: _version(name) for name in _NEEDED}}
    missing = [name for name, number in found.items() if not number]
    said = ", ".join(f"{name} {number or 'missing'}" for name, number in found.items())
    tip = "Install Nectar anew; without its own environment other programs' versions may be in the way." if missing else ""
    yield Line("programs", "problem" if missing else "ok", said, tip, found)
    extras = {extra: find_spec(module) is not None for extra, module in _EXTRAS.items()}
    there = ", ".join(extra for extra, here in extras.items() if here) or "none"
    yield Line("extras", "ok", f"{there} (of {', '.join(extras)})", details=extras)


def _compiled(_: Facts) -> Iterator[Line]:
    """This module was imported a moment ago: where Python keeps what it compiles, it is kept."""
    kept = Path(cache_from_source(__file__)).exists()
    tip = (
        ""
        if kept
        else "Unset PYTHONDONTWRITEBYTECODE, or where the folder may not be written have whoever may run once: python -m compileall FOLDER"
    )
    said = (
        "kept"
        if kept
        else "not kept: Python compiles Nectar anew for every command, up to half a second of it; seconds, if its libraries are not kept either"
    )
    yield Line("compiled modules", "ok" if kept else "note", said, tip, {"kept": kept})


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _sqlite(_: Facts) -> Iterator[Line]:
    words, trigrams = full_text()
    said = f"{sqlite3.sqlite_version}, FTS5 {'yes' if words else 'no'}, trigram {'yes' if trigrams else 'no'}"
    tip = "" if words and trigrams else "Full-text search needs a Python whose SQLite is 3.34 or newer and has FTS5."
    yield Line(
        "sqlite", "note" if tip else "ok", said, tip, {"version": sqlite3.sqlite_version, "fts5": words, "trigram": trigrams}
    )


def _engine(facts: Facts) -> Iterator[Line]:
    from pipeline.sentiment import engine

    try:
        made = engine(facts.engine)
    except UserError as error:
        yield Line("engine", "problem", str(error), error.tip)
        return
    yield Line(
        "engine", "ok", f"{facts.engine} means {made.name} {made.version}", details={"name": made.name, "version": made.version}
    )


def _home(facts: Facts) -> Iterator[Line]:
    there = next(p for p in (facts.home, *facts.home.parents) if p.exists())
    if not facts.home.exists():
        state: State = "note" if os.access(there, os.W_OK) else "problem"
        yield Line("home", state, f"{facts.home} is not there yet", "Begin with: nectar demo, or nectar follow TITLE")
    elif not facts.home.is_dir() or not os.access(facts.home, os.W_OK | os.X_OK):
        yield Line("home", "problem", f"{facts.home} can't be written", "Check its rights, or choose another --home.")
    else:
        yield Line("home", "ok", str(facts.home))
    free, size = shutil.disk_usage(there).free, facts.condition.size
    state = "problem" if free < _SCARCE else "note" if free < max(_LITTLE, 2 * size) else "ok"
    tip = (
        ""
        if state == "ok"
        else "backup and vacuum need as much room again as the database has: nectar vacuum --keep-pages relevant"
    )
    yield Line("disk", state, f"{_room(free)} free", tip, {"free": free})


def _lock(facts: Facts) -> Iterator[Line]:
    yield Line("lock", "ok", f"held by {facts.holder}" if facts.holder else "free", details={"holder": facts.holder or None})


def _database(facts: Facts) -> Iterator[Line]:
    found = facts.condition
    if not found.exists:
        state: State = "problem" if found.trouble else "note"
        yield Line("database", state, found.trouble or f"{found.where} is not there yet", "Check --db." if found.trouble else "")
        return
    if found.trouble:
        tip = "Check its rights, or move it away and restore a backup."
        yield Line("database", "problem", f"{found.where}: {found.trouble}", tip)
    elif found.newer:
        tip = "Update Nectar, or choose another --home."
        yield Line("database", "problem", f"{found.where} was made by a newer Nectar (revision {found.revision})", tip)
    elif found.revision is None:
        yield Line("database", "note", f"{found.where} has no tables of Nectar", "The next command that opens it makes them.")
    elif found.revision != HEAD:
        tip = "The next command that opens it brings it up to date; nectar backup first is no mistake."
        yield Line("database", "note", f"{found.where}, revision {found.revision} of an older Nectar", tip)
    else:
        yield Line("database", "ok", f"{found.where}, revision {found.revision}", details={"revision": found.revision})


def _integrity(facts: Facts) -> Iterator[Line]:
    found = facts.condition
    if found.damage:
        tip = "Stop all runs, move the file away, and restore the newest sound backup."
        yield Line("integrity", "problem", f"{len(found.damage)} faults, the first: {found.damage[0]}", tip)
    elif found.checked:
        yield Line("integrity", "ok", "no fault found")
    elif found.exists and not found.trouble:
        yield Line("integrity", "ok", "the server's own care (pg_amcheck looks into it)")


def _size(facts: Facts) -> Iterator[Line]:
    found = facts.condition
    if not found.exists or found.trouble:
        return
    parts = sorted(found.rows, key=lambda name: (-found.sizes.get(name, 0), name))
    said = ", ".join(f"{n} {_room(found.sizes.get(n, 0))} ({found.rows[n]:,} rows)" for n in parts if found.rows[n])
    numbers = {n: {"rows": found.rows[n], "bytes": found.sizes.get(n, 0)} for n in parts}
    yield Line("size", "ok", f"{_room(found.size)}: {said or 'nothing in it'}", details={"bytes": found.size, "tables": numbers})


def _clock(facts: Facts) -> Iterator[Line]:
    newest = facts.condition.newest
    said = f"{facts.now:%Y-%m-%d %H:%M} UTC"
    if facts.now < _EARLIEST:
        yield Line(
            "clock", "problem", f"{said}: this machine has lost the time", "Set the clock; dates and weeks would be wrong."
        )
    elif newest and newest > facts.now + _SLACK:
        tip = "Set the clock. If an earlier run had a clock that went ahead, sources wait until that time is reached."
        yield Line("clock", "problem", f"{said}, but a run wrote at {newest:%Y-%m-%d %H:%M} UTC", tip)
    else:
        yield Line("clock", "ok", said)


def _contact(facts: Facts) -> Iterator[Line]:
    without = [s.title for s in facts.series if not (s.contact or facts.contact)]
    if without:
        tip = 'Put contact = "https://… or mailto:…" into the file, or set NECTAR_CONTACT.'
        yield Line("contact", "problem", f"{', '.join(without)}: no contact, so no crawl of the open web", tip)
    elif facts.contact or facts.series:
        yield Line("contact", "ok", facts.contact or ", ".join(dict.fromkeys(s.contact for s in facts.series)))
    else:
        tip = "Each series file needs its own; nectar doctor FILE looks into it."
        yield Line("contact", "note", "NECTAR_CONTACT is not set", tip)


def _series(facts: Facts) -> Iterator[Line]:
    files = {s.slug: s for s in facts.series}
    for slug in files.keys() - facts.condition.series.keys():
        yield Line(f"series {slug}", "note", "nothing was collected yet", "Run: nectar weekly FILE")
    for slug, followed in facts.condition.series.items():
        if not files or slug in files:
            yield from _run(slug, followed, facts)
            yield from _sources(slug, followed, files.get(slug))
            yield from _reading(slug, followed)


def _run(slug: str, followed: Followed, facts: Facts) -> Iterator[Line]:
    last, name = followed.last, f"series {slug}"
    if last is None:
        yield Line(name, "note", "pages, but no run", "Run: nectar weekly FILE")
        return
    said = f"last run {last.started:%Y-%m-%d %H:%M} UTC: {last.outcome}"
    details = {"started": last.started.isoformat(), "outcome": last.outcome}
    if last.outcome == "running" and not facts.holder:
        yield Line(name, "note", f"{said}, but nobody is at work: it was killed", "The same command goes on from there.", details)
    elif last.outcome == "failed":
        yield Line(name, "problem", said, "See crawl.log in the home.", details)
    else:
        yield Line(name, "ok", said, details=details)


def _sources(slug: str, followed: Followed, file: Series | None) -> Iterator[Line]:
    asked = {row.source for run in followed.runs for row in run.sources}
    wanted = {s.name for s in file.sources} & asked if file else asked
    ailing = [found for name in sorted(wanted) if (found := health(followed.runs, name)) and found.ails]
    for found in ailing:
        state: State = "note" if found.failures == 1 else "problem"
        yield Line(f"source {found.source}", state, found.ails, "Has it moved? nectar check FILE asks all sources.")
    if wanted and not ailing:
        yield Line(f"sources of {slug}", "ok", f"all {len(wanted)} answer")


def _reading(slug: str, followed: Followed) -> Iterator[Line]:
    name, numbers = (
        f"pages of {slug}",
        {"waiting": followed.waiting, "outdated": followed.outdated, "unreadable": followed.unreadable},
    )
    parts = [f"{followed.waiting} wait to be read"] if followed.waiting else []
    parts += [f"{followed.outdated} were read by an older recipe"] if followed.outdated else []
    lost = f"{followed.unreadable} stay as they were read: their raw bodies were removed" if followed.unreadable else ""
    if parts:
        yield Line(name, "note", ", ".join([*parts, lost] if lost else parts), "Run: nectar score FILE", numbers)
    else:
        yield Line(name, "ok", lost or "all are read", details=numbers)


LOOKS: Sequence[Callable[[Facts], Iterator[Line]]] = (
    _programs,
    _compiled,
    _sqlite,
    _engine,
    _home,
    _lock,
    _database,
    _integrity,
    _size,
    _clock,
    _contact,
    _series,
)


def _room(size: int) -> str:
    from nectar.cli.show import room

    return room(size)
