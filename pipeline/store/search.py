"""Full text of articles behind one function: FTS5 on SQLite, tsvector and pg_trgm on PostgreSQL. What can be typed: `pipeline/free_text.py`.

SQLite: `article_fts` holds words, accents left out; `article_trigram` finds characters anywhere, for scripts without spaces. Both keep no
text of their own (external content) and are kept in step by triggers; a migration that makes the table `article` anew must make them anew
too. PostgreSQL: the column `article.fts` is generated from title and text.
"""

import sqlite3
from dataclasses import dataclass

from sqlalchemy import Connection, Float, Text, and_, cast, column, func, literal_column, not_, or_, select, table, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.sql import ColumnElement, FromClause
from sqlalchemy.types import UserDefinedType

from pipeline.errors import StoreError
from pipeline.free_text import FOLDS, Either, Every, Node, Not, Term, sought
from pipeline.store.tables import article

WORDS, PARTS = "article_fts", "article_trigram"
_TITLE = 8
"""How much more a word in the title counts than one in the text."""
_SHORTEST = 3
"""Characters that a trigram index needs; fewer are looked for in each article of the series."""
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~–—‘’“”„«»…·•"
_RANKED = table(WORDS, column("rowid"), column("rank", Float))
_INDEXED = 200_000
"""Characters of a text that PostgreSQL indexes: a tsvector holds 1 MiB."""


def made_by_hand(name: str | None) -> bool:
    """True for what is not in `tables.py`, and Alembic must leave alone."""
    return bool(name) and (str(name).startswith((WORDS, PARTS)) or name == "fts")


def create(c: Connection) -> None:
    """Make the indexes and fill them."""
    if c.dialect.name == "sqlite":
        try:
            for statement in _sqlite():
                c.exec_driver_sql(statement)
        except OperationalError as error:
            if not any(sign in str(error) for sign in ("no such module", "no such tokenizer")):
                raise
            raise StoreError(
                f"The SQLite of this Python ({sqlite3.sqlite_version}) has no full text.",
                "Use a Python with SQLite 3.34 or newer.",
            ) from error
    elif c.dialect.name == "postgresql":
        _create_on_postgresql(c)


def _sqlite() -> list[str]:
    # content="…" in double quotes: so Datasette and sqlite-utils find the index of a table. The second one must not be found first.
    statements = [
        f'CREATE VIRTUAL TABLE {WORDS} USING fts5(title, text, content="article", content_rowid="id", '
        "tokenize='unicode61 remove_diacritics 2')",
        f"CREATE VIRTUAL TABLE {PARTS} USING fts5(title, text, content='article', content_rowid='id', tokenize='trigram', detail=none)",
        f"INSERT INTO {WORDS}({WORDS}, rank) VALUES ('rank', 'bm25({_TITLE}.0, 1.0)')",
    ]
    for name in (WORDS, PARTS):
        insert = f"INSERT INTO {name}(rowid, title, text) VALUES (new.id, new.title, new.text)"
        delete = f"INSERT INTO {name}({name}, rowid, title, text) VALUES ('delete', old.id, old.title, old.text)"
        changed = "old.id <> new.id OR old.title <> new.title OR old.text <> new.text"
        statements += [
            f"CREATE TRIGGER {name}_insert AFTER INSERT ON article BEGIN {insert}; END",
            f"CREATE TRIGGER {name}_delete AFTER DELETE ON article BEGIN {delete}; END",
            f"CREATE TRIGGER {name}_update AFTER UPDATE ON article WHEN {changed} BEGIN {delete}; {insert}; END",
            f"INSERT INTO {name}({name}) VALUES ('rebuild')",
        ]
    return statements


def _create_on_postgresql(c: Connection) -> None:
    letters = "".join(map(chr, FOLDS)) + _PUNCTUATION.replace("'", "''")
    plain = "".join(FOLDS.values()) + " " * len(_PUNCTUATION)
    vectors = " || ".join(
        f"setweight(to_tsvector('simple', translate(left({name}, {_INDEXED}), '{letters}', '{plain}')), '{weight}')"
        for name, weight in (("title", "A"), ("text", "D"))
    )
    run = c.connection.cursor().execute  # the driver's own: no sign in the statement means a parameter
    run(f"ALTER TABLE article ADD COLUMN fts tsvector GENERATED ALWAYS AS ({vectors}) STORED")
    c.exec_driver_sql(f"CREATE INDEX {WORDS} ON article USING gin (fts)")
    try:
        with c.begin_nested():
            c.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            c.exec_driver_sql(f"CREATE INDEX {PARTS} ON article USING gin (title gin_trgm_ops, text gin_trgm_ops)")
    except DBAPIError:  # not to be had, or no right to it: characters are looked for without an index
        pass


def lacks_parts(c: Connection) -> bool:
    """True on a PostgreSQL without pg_trgm: Japanese, Chinese, Korean and *parts* are found, but slowly."""
    if c.dialect.name != "postgresql":
        return False
    return c.scalar(text("SELECT 1 FROM pg_indexes WHERE indexname = :name"), {"name": PARTS}) is None


def forget(c: Connection) -> None:
    """Leave no word of deleted articles in the index: FTS5 only marks them until its segments are merged.

    FTS5's own option secure-delete (SQLite 3.42) would do it at once, but makes a file that older SQLites can't read.
    """
    if c.dialect.name == "sqlite":
        for name in (WORDS, PARTS):
            c.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('optimize')")


def match(dialect: str, node: Node) -> str | None:
    """What `matching` and `by_rank` take, where it can say all that is searched."""
    return _match(node) if dialect == "sqlite" else None


def condition(dialect: str, node: Node) -> ColumnElement[bool]:
    """True for the articles that are what is searched."""
    if whole := match(dialect, node):
        return matching(whole)
    if isinstance(node, Not):
        return not_(condition(dialect, node.of))
    if isinstance(node, Term):
        if node.kind == "part":
            return _part(dialect, node.text)
        return article_fts().op("@@")(_tsquery(node)) if dialect == "postgresql" else _plainly(node.text)
    if isinstance(node, Every) and dialect == "sqlite":  # all words in one question, the rest beside it
        words = tuple(part for part in node.of if _match(part))
        rest = [condition(dialect, part) for part in node.of if part not in words]
        return and_(*([matching(said)] if words and (said := _match(Every(words))) else []), *rest)
    return (and_ if isinstance(node, Every) else or_)(*(condition(dialect, part) for part in node.of))


@dataclass(frozen=True, slots=True)
class Ranking:
    """How well articles match."""

    rank: ColumnElement[float]
    """Less is better."""
    hits: FromClause | None = None
    """What must be joined on `rowid` to have it."""
    whole: ColumnElement[bool] | None = None
    """Where the hits can be all that is searched and nothing else: this makes them so, and no further condition is needed."""


def ranking(dialect: str, node: Node) -> Ranking | None:
    """None where there is no word to rank by."""
    terms = [term for term in sought(node) if term.kind != "part"]
    if not terms:
        return None
    if dialect == "postgresql":
        query = _tsquery(terms[0])
        for term in terms[1:]:
            query = query.op("||")(_tsquery(term))
        return Ranking(-func.ts_rank(article_fts(), query, 1))
    if dialect != "sqlite":
        return None
    if whole := match(dialect, node):
        return by_rank(whole)
    some = literal_column(WORDS).op("MATCH")(_match(Either(tuple(terms))))
    hits = select(_RANKED.c.rowid, _RANKED.c.rank).where(some).subquery("hits")
    return Ranking(hits.c.rank, hits)


def by_rank(match: str | ColumnElement[str]) -> Ranking:
    """FTS5 gives its rows in the order of its rank, and stops where enough were seen."""
    return Ranking(_RANKED.c.rank, _RANKED, literal_column(WORDS).op("MATCH")(match))


def article_fts() -> ColumnElement[str]:
    return literal_column("article.fts")


def _match(node: Node) -> str | None:
    """In FTS5's own language; None where that can't say it."""
    if isinstance(node, Term):
        return None if node.kind == "part" else f'"{node.text}"' + ("*" if node.kind == "begins" else "")
    if isinstance(node, Not):
        return None
    parts = [_match(part) for part in node.of if not isinstance(part, Not)]
    forbidden = [_match(part.of) for part in node.of if isinstance(part, Not)]
    if not parts or None in parts or None in forbidden or (forbidden and isinstance(node, Either)):
        return None
    said = (" AND " if isinstance(node, Every) else " OR ").join(f"({part})" for part in parts)
    return f"({said}) NOT ({' OR '.join(f'({part})' for part in forbidden)})" if forbidden else said


def matching(match: str | ColumnElement[str]) -> ColumnElement[bool]:
    fts = table(WORDS, column("rowid"))
    return article.c.id.in_(select(fts.c.rowid).where(literal_column(WORDS).op("MATCH")(match)))


class _Tsquery(UserDefinedType[str]):
    """Of PostgreSQL, whose own module in SQLAlchemy brings its drivers' as well: too much to import for a database that is a file."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        return "TSQUERY"


def _tsquery(term: Term) -> ColumnElement[str]:
    phrase = func.phraseto_tsquery(text("'simple'"), term.text)
    if term.kind == "words":
        return phrase
    return cast(func.nullif(cast(phrase, Text), "").op("||")(":*"), _Tsquery)


def _part(dialect: str, part: str) -> ColumnElement[bool]:
    # LIKE's own signs stand for themselves only with ESCAPE, with which FTS5 uses no index. So first what may be it, by the longest run
    # between them, then what is. (A pattern with a shorter run beside it, such as '%雨の%gone%', crashes the FTS5 of SQLite 3.40.)
    run = max(part.replace("%", "_").split("_"), key=len)
    if dialect != "sqlite" or len(run) < _SHORTEST:
        return _plainly(part)
    grams = table(PARTS, column("rowid"), column("title"), column("text"))
    found = [select(grams.c.rowid).where(where.op("LIKE")(f"%{run}%")) for where in (grams.c.title, grams.c.text)]
    there = article.c.id.in_(found[0].union_all(found[1]))
    return there if run == part else and_(there, _plainly(part))


def _plainly(part: str) -> ColumnElement[bool]:
    """Without an index on SQLite; with one on PostgreSQL where there is pg_trgm."""
    escaped = "%" + "".join(f"\\{c}" if c in "\\%_" else c for c in part) + "%"
    return or_(article.c.title.ilike(escaped, escape="\\"), article.c.text.ilike(escaped, escape="\\"))
