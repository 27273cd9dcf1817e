"""Opening a database: connection settings, migration to the newest revision, and errors in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError

from pipeline.errors import StoreError
from pipeline.store.migrations import HEAD

_BUSY_MS = 10_000
WRITES = "nectar_writes"
"""Execution option of connections that will write."""


def open_engine(url: str | Path) -> Engine:
    """An engine for any database URL, or for a file of SQLite. Raises StoreError where there can be none."""
    try:
        parsed = make_url(url) if isinstance(url, str) else URL.create("sqlite", database=str(url))
        engine = create_engine(parsed)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreError(
            "This is no database URL that can be used.", "Such as sqlite:////home/me/nectar.db or postgresql://me@host/nectar"
        ) from error
    except ImportError as error:
        raise StoreError(f"The driver for {parsed.drivername} is missing ({error.name}).", "Install it beside Nectar.") from error
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


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest revision, all or nothing. Raises StoreError for a database of a newer Nectar."""
    with in_plain_words(engine), engine.connect() as connection:
        at = (
            connection.scalar(text("SELECT version_num FROM alembic_version"))
            if inspect(connection).has_table("alembic_version")
            else None
        )
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


@contextmanager
def in_plain_words(engine: Engine) -> Iterator[None]:
    """Turn what a user can mend (a full disk, no rights, no server, no database file) into a StoreError. Programming errors stay what they are."""
    try:
        yield
    except OperationalError as error:
        raise _explained(engine, error) from error
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.DatabaseError) and "not a database" in str(error.orig):
            raise _explained(engine, error) from error
        raise


def _explained(engine: Engine, error: SQLAlchemyError) -> StoreError:
    where = engine.url.render_as_string(hide_password=True)
    cause = " ".join(str(getattr(error, "orig", error)).split())
    if "full" in cause or "disk I/O" in cause:
        return StoreError(
            f"The disk is full: {where} could not be written ({cause}).",
            "Free some space and run the same command again; what was stored before is intact.",
        )
    if "locked" in cause:
        return StoreError(f"{where} is busy: another program holds it.", "Try again when it has finished.")
    if "readonly" in cause or "unable to open" in cause:
        return StoreError(
            f"{where} can't be opened or written ({cause}).",
            "Check the folder and its rights, or choose another --home.",
        )
    if "not a database" in cause or "malformed" in cause:
        return StoreError(f"{where} is no database ({cause}).", "Move the file away, or choose another --home.")
    return StoreError(f"The database {where} does not answer: {cause}.", "Check --db and that the server runs.")
