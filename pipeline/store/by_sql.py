"""A reader's own SELECT: read only, for so long and so many rows, on SQLite and PostgreSQL. Knows nothing of what is asked."""

import sqlite3
from time import monotonic
from typing import Any

from sqlalchemy import Connection

from pipeline.errors import UserError
from pipeline.store import search
from pipeline.store.rows import Answer

_LOOKS = 2_000
"""Steps of SQLite's machine between two looks at the clock: less than a millisecond."""
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 50_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
}
"""Of one value, of the statement, and of a pattern: one step of the machine must not take for ever."""
_FEW = 5
"""Rows that are fetched between two looks at the clock and at the size."""
_MOST = 200_000_000
"""Characters and bytes of an answer."""
_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
_PRAGMAS = set(
    "table_info table_xinfo table_list index_list index_info index_xinfo foreign_key_list function_list data_version".split()
)
"""What only tells; FTS5 itself asks for the last one."""
_TIP = "The views and their columns are listed in docs/database.md; `SELECT * FROM articles LIMIT 1` shows one."


def ask(c: Connection, statement: str, seconds: float, rows: int) -> Answer:
    """Run one statement that only reads. Raises UserError where it can't be run, would write, or takes too long."""
    clean = statement.encode("utf-8", "replace").decode().replace("\x00", " ").strip()
    if c.dialect.name == "sqlite":
        return _ask_sqlite(c, clean, seconds, rows)
    if c.dialect.name == "postgresql" and c.dialect.driver == "psycopg":
        return _ask_postgresql(c, clean, seconds, rows)
    raise UserError(
        "This database can't be asked in SQL safely.", "It works on SQLite, and on PostgreSQL with postgresql+psycopg://…"
    )


def _ask_sqlite(c: Connection, statement: str, seconds: float, rows: int) -> Answer:
    raw: Any = c.connection.dbapi_connection
    deadline = monotonic() + seconds
    before = {limit: raw.setlimit(limit, value) for limit, value in _LIMITS.items()}
    raw.execute("PRAGMA query_only = ON")
    raw.set_authorizer(_allows)
    raw.set_progress_handler(lambda: monotonic() > deadline, _LOOKS)
    try:
        cursor = raw.execute(statement)
        try:
            if cursor.description is None:
                raise UserError("That asks nothing.", 'Such as: --sql "SELECT site, avg(score) FROM articles GROUP BY site"')
            return _answer([str(d[0]) for d in cursor.description], _gathered(cursor, rows, deadline), rows)
        finally:
            cursor.close()
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError, MemoryError, InterruptedError) as error:
        raise _in_words(str(error), seconds) from error
    finally:
        raw.set_progress_handler(None, 0)
        raw.set_authorizer(None)
        raw.execute("PRAGMA query_only = OFF")
        for limit, value in before.items():
            raw.setlimit(limit, value)


def _allows(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    """SQLite's question before each step of a statement; anything that is not known to read is refused."""
    if action in _READING:  # some patterns crash SQLite's trigram index: see search.py, which asks it for none of these
        return sqlite3.SQLITE_DENY if first == search.PARTS else sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION:
        return sqlite3.SQLITE_DENY if second in {"load_extension", "fts3_tokenizer"} else sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":
        return (
            sqlite3.SQLITE_OK
        )  # asked when json_each and its like are first used; a statement that says so is refused all the same
    return sqlite3.SQLITE_DENY


def _ask_postgresql(c: Connection, statement: str, seconds: float, rows: int) -> Answer:
    raw: Any = c.connection.dbapi_connection
    c.exec_driver_sql("SET TRANSACTION READ ONLY")
    c.exec_driver_sql(f"SET LOCAL statement_timeout = {max(1, int(seconds * 1000))}")
    try:
        # A cursor on the server takes one SELECT and no more: DECLARE goes by the extended protocol, which knows no second statement.
        with raw.cursor(name="nectar_asked") as cursor:
            cursor.execute(statement.rstrip("; \n\t").encode())
            found = _gathered(cursor, rows, monotonic() + seconds)
            return _answer([d.name for d in cursor.description or ()], found, rows)
    except (InterruptedError, MemoryError) as error:
        raise _in_words(str(error), seconds) from error
    except raw.Error as error:
        said = error.diag.message_primary or str(error)
        raise _in_words("interrupted" if error.sqlstate == "57014" else said, seconds) from error
    finally:
        if transaction := c.get_transaction():
            transaction.rollback()  # not all functions keep to reading


def _gathered(cursor: Any, rows: int, deadline: float) -> list[tuple[Any, ...]]:
    """One row more than is wanted. Raises InterruptedError after the deadline, MemoryError where the rows are too large together."""
    found: list[tuple[Any, ...]] = []
    size = 0
    while len(found) <= rows and (some := cursor.fetchmany(min(_FEW, rows + 1 - len(found)))):
        found += some
        size += sum(len(value) for row in some for value in row if isinstance(value, str | bytes))
        if monotonic() > deadline:
            raise InterruptedError("interrupted")
        if size > _MOST:
            raise MemoryError("too large")
    return found


def _answer(columns: list[str], found: list[tuple[Any, ...]], rows: int) -> Answer:
    names: list[str] = []
    for column in columns:  # two columns of one name are two columns
        twins = 2
        name = column
        while name in names:
            name, twins = f"{column}_{twins}", twins + 1
        names.append(name)
    return Answer(tuple(names), tuple(tuple(row) for row in found[:rows]), len(found) > rows)


def _in_words(said: str, seconds: float) -> UserError:
    cause = " ".join(said.split()).rstrip(".")
    if "interrupted" in cause:
        return UserError(
            f"The answer would have taken longer than {seconds:g} s.", "Ask for less, or give --timeout more seconds."
        )
    if "too large" in cause or "too big" in cause:
        return UserError("The answer is too large.", "Ask for fewer rows or columns: page.body and texts are long.")
    if "not authorized" in cause or "prohibited" in cause or "query_only" in cause or "readonly" in cause or "read-only" in cause:
        return UserError(f"Only reading is allowed: {cause}.", "Begin with SELECT, WITH or VALUES.")
    if "one statement" in cause or "multiple commands" in cause:
        return UserError("One statement at a time.", "Leave out what follows the first semicolon.")
    return UserError(f"The database did not understand: {cause}.", _TIP)
