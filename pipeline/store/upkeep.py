"""Files of SQLite and their care: consistent copies, checks, giving back room. Knows nothing of what the tables mean."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from pipeline.errors import StoreError
from pipeline.store.opening import open_engine
from pipeline.store.trouble import in_plain_words

Progress = Callable[[int, int], None]
"""(done, in all)"""
_STEP = 2_000
"""Pages of the database that are copied between two looks at the progress: 8 MB, as a rule."""


def file_of(database: str | Path) -> Path | None:
    """The file of a SQLite database; None for a server, for a database in memory, and for what is no URL."""
    if isinstance(database, Path):
        return database
    try:
        url = make_url(database)
    except ArgumentError:
        return None
    named = url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}
    return Path(str(url.database)).absolute() if named else None


def plain_address(database: str) -> str:
    """The URL of a server as its own programs write it: without Python's driver, and without the password."""
    url = make_url(database)
    return url._replace(drivername=url.get_backend_name(), password=None).render_as_string(hide_password=False)


def backup(file: Path, to: Path, progress: Progress | None = None) -> int:
    """Copy a database that others may be writing to, as it is at one moment, and check the copy. Its size in bytes.

    By SQLite's backup API (sqlite.org/backup.html) inside one read transaction, so that a writer does not make it begin anew. `to` is
    there when it is whole and sound, or not at all. Raises StoreError.
    """
    with _in_words(file, to), written_beside(to) as part:
        with closing(reading(file)) as source, closing(sqlite3.connect(part)) as copy:
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from here on it is one moment
            source.backup(copy, pages=_STEP, progress=lambda _, left, all_: progress and progress(all_ - left, all_))
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, which can be opened where nothing may be written
        if found := troubles(part):
            raise StoreError(f"{file} is damaged: {found[0]}.", "No copy was kept. An older backup may be sound: nectar doctor.")
        return part.stat().st_size


def troubles(file: Path, deep: bool = False) -> list[str]:
    """What SQLite finds wrong in a file, at most a hundred things; `deep` compares every index with its table, and checks foreign keys."""
    with closing(reading(file)) as db:
        try:
            found = [str(row[0]) for row in db.execute(f"PRAGMA {'integrity_check' if deep else 'quick_check'}")]
            if deep:
                found += [
                    f"{table} row {row} lacks its {parent}" for table, row, parent, _ in db.execute("PRAGMA foreign_key_check")
                ]
        except sqlite3.DatabaseError as error:
            found = [str(error)]
    return [trouble for trouble in found if trouble != "ok"][:100]


def reading(file: Path) -> sqlite3.Connection:
    """A connection that can't write, also where the folder may not be written. Raises sqlite3.Error."""
    for how in (
        "mode=ro",
        "mode=ro&immutable=1",
    ):  # without rights to make its helper files SQLite reads no WAL database otherwise
        db = sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True, timeout=10, check_same_thread=False)
        try:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            db.close()
            if "immutable" in how or not file.is_file() or os.access(file.parent, os.W_OK):
                raise
        except sqlite3.Error:
            db.close()
            raise
        else:
            return db
    raise AssertionError("one of the two opens it or raises")


def reclaim(database: str | Path) -> tuple[int, int]:
    """Give room that is no longer used back to the disk; bytes before and after. Raises StoreError.

    A server of PostgreSQL keeps the room for what comes (VACUUM without FULL, which would lock the tables).
    """
    file = file_of(database)
    if file:
        before = size(file)
        with _in_words(file, file), closing(sqlite3.connect(file, timeout=10, isolation_level=None)) as db:
            db.execute("VACUUM")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return before, size(file)
    engine = open_engine(database)
    measured = "SELECT pg_database_size(current_database())"
    try:
        with in_plain_words(engine), engine.connect() as opened:
            connection = opened.execution_options(isolation_level="AUTOCOMMIT")
            before = connection.exec_driver_sql(measured).scalar_one()
            connection.exec_driver_sql("VACUUM (ANALYZE)")
            return before, connection.exec_driver_sql(measured).scalar_one()
    finally:
        engine.dispose()


def size(file: Path) -> int:
    """Bytes of a database with its write-ahead log; 0 where there is none."""
    return sum(part.stat().st_size for part in (file, file.with_name(f"{file.name}-wal")) if part.exists())


@contextmanager
def written_beside(to: Path) -> Iterator[Path]:
    """A file to write that becomes `to` at the end, and is gone after a failure. Raises OSError."""
    to.parent.mkdir(parents=True, exist_ok=True)
    part = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)
        part.touch()  # where it may not be written that is said of this file, and not of the one that is read
        yield part
        part.replace(to)
    finally:
        for rest in ("", "-wal", "-shm", "-journal"):
            Path(f"{part}{rest}").unlink(missing_ok=True)


@contextmanager
def _in_words(file: Path, to: Path) -> Iterator[None]:
    """`file` is read, `to` is written."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"{to} can't be written: {error.strerror or error}.", "Free some space, check the rights, or name another place."
        ) from error
    except sqlite3.Error as error:
        raise StoreError(f"{file} can't be read whole: {error}.", "Is there room on the disk? See also: nectar doctor") from error
