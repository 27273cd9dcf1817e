"""What the tables say of themselves, for whoever shows them: comments, and what is nobody else's business."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import LargeBinary

from pipeline.store.tables import metadata


@dataclass(frozen=True, slots=True)
class Described:
    """A table or view of a file."""

    name: str
    comment: str
    columns: Mapping[str, str]
    """Column → comment; empty where there is none."""
    searched_by: str | None = None
    """Its full-text table."""


SECRET = frozenset(
    {(t.name, c.name) for t in metadata.sorted_tables for c in t.columns if isinstance(c.type, LargeBinary)}
    | {("forgotten", "value")}
)
"""(table, column): raw bodies, and who wished to be forgotten."""


def described(db: sqlite3.Connection) -> list[Described]:
    """The tables and views of a file of SQLite, by name; not the full-text tables themselves."""
    kinds = "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
    search = {
        _content(sql): name
        for name, sql in db.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%' ORDER BY name DESC"
        )
        if "trigram" not in sql
    }
    found = []
    for name, _ in db.execute(f"{kinds} ORDER BY name").fetchall():
        known = metadata.tables.get(name)
        columns = [row[0] for row in db.execute("SELECT name FROM pragma_table_info(?)", (name,))]
        comments = {c.name: c.comment or "" for c in known.columns} if known is not None else {}
        comment = (known.comment if known is not None else "") or ""
        found.append(Described(name, comment, {c: comments.get(c, "") for c in columns}, search.get(name)))
    return found


def _content(sql: str) -> str:
    """The table that a full-text table is made of, as its declaration says."""
    after = sql.replace(" ", "").partition("content=")[2]
    return after[1:].split("]" if after[:1] == "[" else after[:1], 1)[0] if after[:1] in {'"', "'", "["} else after.split(",")[0]
