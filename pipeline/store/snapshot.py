"""The database as it is at one moment: its tables and views, their rows one after the other, and a copy of it as a file of SQLite."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Connection,
    Date,
    DateTime,
    Engine,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    Table,
    func,
    insert,
    inspect,
    select,
)

from pipeline.errors import StoreError
from pipeline.store.opening import WRITES, migrate, open_engine
from pipeline.store.redaction import Without
from pipeline.store.tables import metadata
from pipeline.store.trouble import in_plain_words
from pipeline.store.upkeep import reclaim, written_beside

_CHUNK = 500
"""Rows on their way together; a page may have some 100 kB."""
_KINDS: tuple[tuple[Any, str], ...] = (
    (Boolean, "boolean"),
    (Integer, "integer"),
    (Float, "number"),
    (Numeric, "number"),
    (DateTime, "time"),
    (Date, "day"),
    (JSON, "json"),
    (LargeBinary, "bytes"),
)

Watch = Callable[[int, int], None]
"""(rows done, rows in all)"""


@dataclass(frozen=True, slots=True)
class Relation:
    """A table, or a view."""

    name: str
    columns: tuple[tuple[str, str], ...]
    """Name and kind: boolean, integer, number, time, day, json, bytes, or text for all else."""
    rows: int


class Snapshot:
    """An open reading transaction: what others write meanwhile is not seen."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tables = {table.name: table for table in _relations(connection)}

    def relations(self) -> tuple[Relation, ...]:
        """Tables and views by name; not the inner tables of a full-text search."""
        return tuple(
            Relation(name, tuple((c.name, _kind(c.type)) for c in table.columns), self._count(table))
            for name, table in sorted(self._tables.items())
        )

    def rows(self, relation: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a table or view, a few at a time; times are aware."""
        table = self._tables[relation]
        query = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=_CHUNK)
        for row in self._connection.execute(query):
            yield tuple(row)

    def _count(self, table: Table) -> int:
        return int(self._connection.scalar(select(func.count()).select_from(table)) or 0)


@contextmanager
def snapshot(database: str | Path) -> Iterator[Snapshot]:
    """Open a database (SQLAlchemy's form, or a file) for one consistent look. Raises StoreError."""
    engine = open_engine(database)
    try:
        migrate(engine)
        with _reading(engine) as connection:
            yield Snapshot(connection)
    finally:
        engine.dispose()


def copy(database: str | Path, to: Path, without: Without = Without(), watch: Watch | None = None) -> int:  # noqa: B008 - frozen
    """Write a database as a new file of SQLite, table by table; what is left out is never written. Its size in bytes.

    `to` is there when it is whole, or not at all. Raises StoreError.
    """
    engine = open_engine(database)
    try:
        migrate(engine)
        with written_beside(to) as part:
            fresh = open_engine(part)
            try:
                migrate(fresh)
                with _reading(engine) as source, in_plain_words(fresh), _writing(fresh) as target:
                    _fill(source, target, without, watch)
            finally:
                fresh.dispose()
            reclaim(part)
            return part.stat().st_size
    except OSError as error:
        raise StoreError(f"{to} can't be written: {error.strerror}.", "Free some space or check the rights.") from error
    finally:
        engine.dispose()


def _fill(source: Connection, target: Connection, without: Without, watch: Watch | None) -> None:
    tables = [table for table in metadata.sorted_tables if without.takes(table)]
    counted = sum(int(source.scalar(select(func.count()).select_from(table)) or 0) for table in tables)
    done = 0
    for table in tables:
        changes = without.changes(table)
        for rows in source.execute(select(table).execution_options(yield_per=_CHUNK)).mappings().partitions():
            given = [dict(row) for row in rows]
            for row in given:
                row.update({name: change(row[name]) for name, change in changes.items()})
            target.execute(insert(table), given)
            done += len(given)
            if watch:
                watch(done, counted)


@contextmanager
def _reading(engine: Engine) -> Iterator[Connection]:
    level = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with in_plain_words(engine), engine.connect().execution_options(**level) as connection, connection.begin():
        yield connection


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        yield connection


def _relations(connection: Connection) -> list[Table]:
    """Our tables as we know them, and the views as the database has them."""
    seen = MetaData()
    return metadata.sorted_tables + [
        Table(name, seen, autoload_with=connection) for name in sorted(inspect(connection).get_view_names())
    ]


def _kind(given: Any) -> str:
    plain = getattr(given, "impl", given)
    return next((name for kind, name in _KINDS if isinstance(plain, kind)), "text")
