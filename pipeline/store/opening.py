"""Opening a database: connection settings, whose turn it is to write, and migration to the newest revision."""

import sqlite3
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from pipeline.errors import StoreError
from pipeline.store.migrations import HEAD
from pipeline.store.strangers import read_json
from pipeline.store.trouble import in_plain_words, place

_BUSY_MS = 10_000
_TURN = "SELECT set_config('lock_timeout', '30s', true), pg_advisory_xact_lock(121381739323762)"
"""One writer at a time, as in SQLite; the number is the name `nectar` in bytes. Who waits longer than this is told that it is busy."""
_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
"""All statements of one question see the same moment, as in SQLite."""
WRITES = "nectar_writes"
"""Execution option of connections that will write."""


def open_engine(url: str | Path) -> Engine:
    """An engine for any database URL, or for a file of SQLite. Raises StoreError where there can be none."""
    try:
        parsed = make_url(url) if isinstance(url, str) else URL.create("sqlite", database=str(url))
        if parsed.drivername in {"postgres", "postgresql"}:
            parsed = parsed.set(drivername="postgresql+psycopg")
        may_go = parsed.get_backend_name() != "sqlite"  # a server may come back
        engine = create_engine(parsed, pool_pre_ping=may_go, json_deserializer=read_json)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreError(
            "This is no database URL that can be used.", "Such as sqlite:////home/me/nectar.db or postgresql://me@host/nectar"
        ) from error
    except ImportError as error:
        raise StoreError(
            f"The driver for {parsed.drivername} is missing ({error.name}).",
            'For PostgreSQL: pip install "nectar[postgres]"; for others, install the driver beside Nectar.',
        ) from error
    if engine.dialect.name == "sqlite":
        if parsed.database and parsed.database != ":memory:":
            try:
                Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StoreError(
                    f"{Path(parsed.database).parent} can't be made: {error.strerror}.", "Choose another --home."
                ) from error
        event.listen(engine, "connect", _settle)
        event.listen(engine, "begin", _begin)
    elif engine.dialect.name == "postgresql":
        event.listen(engine, "begin", _begin_on_server)
    return engine


def _settle(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # pysqlite keeps DDL out of transactions; SQLAlchemy says BEGIN itself
    # First the patience, then what needs it. Other processes may be making the same file a WAL one at this moment, for which SQLite
    # itself does not wait.
    for pragma in (f"busy_timeout = {_BUSY_MS}", "foreign_keys = ON", "synchronous = NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
    deadline = monotonic() + _BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > deadline:
                raise
            sleep(0.02)


def _begin(connection: Connection) -> None:
    """A transaction that will write takes its place at once: one that begins by reading can't wait for its turn later."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")


def _begin_on_server(connection: Connection) -> None:
    """What a verb reads before it writes must still hold when it writes: writers take turns, each for one short transaction."""
    connection.exec_driver_sql(_TURN if connection.get_execution_options().get(WRITES) else _SNAPSHOT)


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest revision, all or nothing. Raises StoreError for a database of a newer Nectar."""
    with in_plain_words(engine), engine.connect() as connection:
        at = (
            connection.scalar(text("SELECT version_num FROM alembic_version"))
            if inspect(connection).has_table("alembic_version")
            else None
        )
        if at is None and engine.dialect.name == "postgresql":
            _refuse_encoding(engine, str(connection.scalar(text("SHOW server_encoding"))))
    if at == HEAD:
        return
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    known = {s.revision for s in ScriptDirectory.from_config(config).walk_revisions()}
    if at is not None and at not in known:
        raise StoreError(
            f"This database was made by a newer Nectar (revision {at}, this one knows {HEAD}).",
            "Update Nectar, or choose another --home.",
        )
    with in_plain_words(engine), engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")  # reads the revision again: another process may have been quicker


def _refuse_encoding(engine: Engine, encoding: str) -> None:
    if encoding != "UTF8":
        raise StoreError(
            f"{place(engine.url)} holds text as {encoding}, which has no room for all languages.",
            "Make a database that can: createdb --encoding=UTF8 --template=template0 NAME",
        )
