"""How a database fares, told without touching it: nothing is made, brought up to date or repaired, whatever lies there."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine, func, inspect, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from pipeline.errors import StoreError
from pipeline.store import assessed, bodies, crawled
from pipeline.store.migrations import HEAD
from pipeline.store.opening import open_engine
from pipeline.store.rows import Run
from pipeline.store.tables import metadata, page, run, sighting
from pipeline.store.upkeep import file_of, reading, troubles
from pipeline.store.upkeep import size as file_size


@dataclass(frozen=True, slots=True)
class Followed:
    """What the database holds of one series."""

    runs: tuple[Run, ...]
    """The last 60 that ended, newest first."""
    last: Run | None
    """The last one, ended or not."""
    waiting: int
    """Pages that were never read."""
    outdated: int | None
    """Pages that another recipe read; None where it is not known which one counts."""
    unreadable: int
    """Of the outdated, those whose raw body was removed."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What was found. `trouble` says why there is no more; empty where all could be looked at."""

    where: str
    exists: bool
    trouble: str = ""
    revision: str | None = None
    newer: bool = False
    """A newer program made it."""
    damage: tuple[str, ...] = ()
    checked: bool = False
    """Faults were looked for, in all of it; those of a server are its own care."""
    rows: Mapping[str, int] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)
    """Table → bytes: with indexes and gaps where the database tells (PostgreSQL, SQLite with dbstat), else what its values amount to."""
    size: int = 0
    """Bytes in all."""
    newest: datetime | None = None
    """The latest time that any run wrote."""
    series: Mapping[str, Followed] = field(default_factory=dict)


def examine(database: str | Path, recipes: Mapping[str, str] | None = None, deep: bool = False) -> Condition:
    """Look at a database, whatever it is. `recipes`: series → the recipe that counts. Raises nothing."""
    recipes = recipes or {}
    file = file_of(database)
    try:
        where = str(file) if file else make_url(str(database)).render_as_string(hide_password=True)
    except SQLAlchemyError:
        return Condition("no database URL", False, "this is no database URL that can be used")
    if file and not file.exists():
        return Condition(where, False)
    damage: tuple[str, ...] = ()
    try:
        damage = tuple(troubles(file, deep)) if file else ()
        with _looking(database, file) as c:
            return _examined(c, where, file, damage, recipes)
    except (SQLAlchemyError, StoreError, sqlite3.Error, OSError, ValueError, LookupError) as error:
        said = " ".join(str(getattr(error, "orig", None) or error).split())
        return Condition(where, True, said or type(error).__name__, damage=damage)


def full_text() -> tuple[bool, bool]:
    """Whether the SQLite of this Python has FTS5, and its trigram tokenizer (from 3.34 on)."""
    can = []
    for how in ("x", "x, tokenize='trigram'"):
        with closing(sqlite3.connect(":memory:")) as db:
            try:
                db.execute(f"CREATE VIRTUAL TABLE t USING fts5({how})")
                can.append(True)
            except sqlite3.OperationalError:
                can.append(False)
    return can[0], can[1]


def _examined(c: Connection, where: str, file: Path | None, damage: tuple[str, ...], recipes: Mapping[str, str]) -> Condition:
    tables = [name for name in inspect(c).get_table_names() if name in metadata.tables]
    revision = c.scalar(text("SELECT version_num FROM alembic_version")) if inspect(c).has_table("alembic_version") else None
    versions = {p.name.partition("_")[0] for p in (Path(__file__).parent / "migrations" / "versions").glob("[0-9]*.py")}
    newer = revision is not None and revision not in versions
    rows = {name: int(c.scalar(select(func.count()).select_from(metadata.tables[name])) or 0) for name in tables}
    sizes = _sizes(c, tables)
    size = file_size(file) if file else int(c.scalar(text("SELECT pg_database_size(current_database())")) or 0)
    if revision != HEAD:
        return Condition(where, True, "", revision, newer, damage, file is not None, rows, sizes, size)
    times = [c.scalar(select(func.max(column))) for column in (page.c.fetched, run.c.started, run.c.ended)]
    known = sorted({*c.scalars(select(run.c.series).distinct()), *c.scalars(select(sighting.c.series).distinct())})
    return Condition(
        where,
        True,
        "",
        revision,
        newer,
        damage,
        file is not None,
        rows,
        sizes,
        size,
        max((t for t in times if t), default=None),
        {series: _followed(c, series, recipes.get(series)) for series in known},
    )


def _followed(c: Connection, series: str, recipe: str | None) -> Followed:
    unread = select(func.count()).select_from(sighting).where(sighting.c.series == series, sighting.c.recipe.is_(None))
    waiting = int(c.scalar(unread) or 0)
    return Followed(
        tuple(crawled.history(c, series, 60)),
        crawled.last_run(c, series),
        waiting,
        len(assessed.pending_ids(c, series, recipe)) - waiting if recipe else None,
        bodies.unreadable(c, series, recipe) if recipe else 0,
    )


def _sizes(c: Connection, tables: list[str]) -> dict[str, int]:
    if c.dialect.name == "postgresql":
        return {name: int(c.scalar(text("SELECT pg_total_relation_size(:t)"), {"t": name}) or 0) for name in tables}
    with suppress(SQLAlchemyError):  # dbstat is an option of SQLite's build
        query = "SELECT m.tbl_name, sum(s.pgsize) FROM dbstat s JOIN sqlite_master m ON m.name = s.name WHERE s.aggregate = 1 GROUP BY 1"
        return {str(name): int(size) for name, size in c.execute(text(query)) if name in tables}
    parts = {name: [row[1] for row in c.execute(text(f"PRAGMA table_info({name})"))] for name in tables}
    sums = {
        name: " + ".join(f'coalesce(length(CAST("{column}" AS BLOB)), 0)' for column in columns)
        for name, columns in parts.items()
    }
    return {name: int(c.scalar(text(f"SELECT sum({amount}) FROM {name}")) or 0) for name, amount in sums.items()}


@contextmanager
def _looking(database: str | Path, file: Path | None) -> Iterator[Connection]:
    """A connection that writes nothing; closed with its engine."""
    engine = create_engine("sqlite://", creator=lambda: reading(file), poolclass=NullPool) if file else open_engine(database)
    try:
        with engine.connect() as connection, connection.begin():
            yield connection
    finally:
        engine.dispose()
