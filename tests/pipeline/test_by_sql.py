"""Asking in SQL: what is answered, what is refused, what is stopped; and that every statement of query uses an index."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from pipeline.errors import UserError
from pipeline.store import Store, Wanted
from tests.pipeline.databases import DATABASES
from tests.pipeline.test_search import put
from tests.pipeline.test_store import SERIES, article, concluded, take, titles


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(f"sqlite:///{tmp_path_factory.mktemp('shelf')}/nectar.db") as store:
        put(store)
        yield store


def test_sql_answers_with_names_and_rows_and_says_when_there_are_more(shelf: Store) -> None:
    answer = shelf.sql("SELECT site, count(*) AS n, 1 AS n FROM articles GROUP BY site;")
    assert (answer.columns, answer.rows, answer.more) == (("site", "n", "n_2"), (("Paper", 5, 1),), False)
    assert shelf.sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i FROM n", rows=7).rows[-1] == (7,)
    assert shelf.sql("VALUES (1), (2), (3)", rows=2).more
    assert shelf.sql("SELECT * FROM pragma_table_info('articles')", rows=1).rows[0][1] == "series"
    assert shelf.sql(
        "SELECT title FROM articles WHERE article_id IN (SELECT rowid FROM article_fts('rain')) AND title LIKE '%four'"
    ).rows


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM article",
        "INSERT INTO run(series, started, outcome) VALUES ('a', 'b', 'c') RETURNING id",
        "UPDATE article SET title = 'x' RETURNING title",
        "DROP TABLE article",
        "UPDATE sqlite_master SET sql = ''",
        "DELETE FROM sqlite_master",
        "CREATE TABLE x (a)",
        "CREATE TEMP TABLE x (a)",
        "ATTACH ':memory:' AS other",
        "DETACH main",
        "PRAGMA writable_schema = ON",
        "PRAGMA query_only = OFF",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA user_version = 7",
        "SELECT rowid FROM article_trigram WHERE text LIKE '%雨の%gone%'",
        "SELECT load_extension('x')",
        "INSERT INTO article_fts(article_fts) VALUES ('rebuild')",
        "SELECT 1; DROP TABLE article",
        "COMMIT",
        "BEGIN",
        "SAVEPOINT a",
        "VACUUM INTO 'x.db'",
        "VACUUM",
        "REINDEX",
        "ANALYZE",
        "",
        ";",
        "-- nothing",
        "SELECT",
        "SELECT nonsense",
        "SELECT '\x00",
        "SELECT \ud800",
        "(" * 20_000,
        "SELECT " + "1+" * 5000 + "1",
        "SELECT zeroblob(900000000)",
        "SELECT sum(length(randomblob(90000000)))",
        "SELECT 'a' LIKE '" + "%a" * 2000 + "'",
    ],
)
def test_sql_that_does_not_only_read_is_one_sentence(shelf: Store, statement: str) -> None:
    before = shelf.sql("SELECT name, sql FROM sqlite_master").rows
    with pytest.raises(UserError) as error:
        shelf.sql(statement)
    assert error.value.tip
    assert "\n" not in str(error.value)
    assert shelf.sql("SELECT name, sql FROM sqlite_master").rows == before
    assert len(shelf.entries(SERIES)) == 5


@pytest.mark.parametrize(
    "statement",
    [
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n",
        "SELECT count(*) FROM article a, article b, article c, article d, article e, article f, article g, article h, article i, article j, sentence, sentence, sentence",
    ],
)
def test_sql_that_takes_too_long_is_stopped(shelf: Store, statement: str) -> None:
    with pytest.raises(UserError, match=r"longer than 0\.2 s"):
        shelf.sql(statement, seconds=0.2)


@pytest.mark.parametrize("statement", ["SELECT zeroblob(30000000) FROM sentence", "SELECT zeroblob(60000000)"])
def test_an_answer_that_fills_the_memory_is_refused(shelf: Store, statement: str) -> None:
    with pytest.raises(UserError, match="too large"):
        shelf.sql(statement)


def test_sql_is_the_first_thing_that_is_asked(tmp_path: Path) -> None:
    """Views, full text and functions with tables of their own are set up by SQLite at first use."""
    for statement in (
        "SELECT * FROM scores",
        "SELECT * FROM article_fts('rain')",
    ):
        with Store(f"sqlite:///{tmp_path}/nectar.db") as store:
            assert store.sql(statement).rows == ()


def test_after_sql_the_store_writes_again(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path}/nectar.db") as store:
        store.sql("SELECT 1")
        with pytest.raises(UserError):
            store.sql("DELETE FROM article")
        take(store, article(), concluded())
        assert titles(store) == ["Title a"]


# Indexes


def test_datasette_and_sqlite_utils_find_the_index_by_its_declaration(shelf: Store) -> None:
    """Both look for this text, and take the first table that has it."""
    wanted = "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"article\"%'"
    assert shelf.sql(wanted).rows == (("article_fts",),)


ASKED = [
    *(
        Wanted(),
        Wanted(limit=5),
        Wanted(text="rain"),
        Wanted(text="rain -bells OR *arb*", sort="rank", limit=3),
        Wanted(text="作画 rain"),
    ),
    *(Wanted(kind=("review", "news")), Wanted(source="Paper"), Wanted(aspect="pacing"), Wanted(theme="memory", week="2024-W01")),
    *(
        Wanted(since=date(2024, 1, 1), until=date(2024, 2, 1)),
        Wanted(min_score=1, max_score=99),
        Wanted(stance="neg", stance_from="stated"),
    ),
    *(
        Wanted(language="en", episode=3, sort="words"),
        Wanted(sort="-score", limit=3, offset=2),
        Wanted(text="-rain", sort="stance"),
    ),
]


def test_every_statement_of_query_uses_an_index(shelf: Store) -> None:
    """No article, assessment, sentence or remark is looked at for nothing; a full index may be read for the names of aspects."""
    asked: list[tuple[str, object]] = []
    event.listen(
        shelf._engine, "before_cursor_execute", lambda _c, _k, statement, values, _x, _m: asked.append((statement, values))
    )
    for wanted in ASKED:
        shelf.entries(SERIES, wanted)
        shelf.count(SERIES, wanted)
        shelf.remarks(SERIES, wanted)
    shelf.names(SERIES), shelf.skipped(SERIES), shelf.revisions(SERIES), shelf.last_run(SERIES)
    with shelf._engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        plans = {
            (s, row[3]) for s, values in asked if s.startswith("SELECT") for row in raw.execute(f"EXPLAIN QUERY PLAN {s}", values)
        }
    scans = {(step, statement) for statement, step in plans if step.startswith("SCAN")}
    assert len(plans) > 100
    assert any(step.startswith("SEARCH article USING INTEGER PRIMARY KEY") for _, step in plans)
    assert {s for s in scans if "VIRTUAL TABLE INDEX" not in s[0] and "SCAN opinion USING COVERING INDEX" not in s[0]} == set()
    assert not [s for s in scans if s[0].endswith("VIRTUAL TABLE INDEX 0:")], "a full-text index is asked, not read through"


# PostgreSQL


@pytest.fixture(scope="module")
def server_shelf(request: pytest.FixtureRequest) -> Iterator[Store]:
    if "postgresql" not in DATABASES:
        pytest.skip("the tests can start no PostgreSQL")
    server: Any = request.getfixturevalue("postgresql")
    with Store(server.url(server.fresh("tables"))) as store:
        put(store)
        yield store


def test_sql_on_postgresql(server_shelf: Store) -> None:
    answer = server_shelf.sql("SELECT site, count(*) AS n, 'a%s' AS n FROM articles GROUP BY site;")
    assert (answer.columns, answer.rows, answer.more) == (("site", "n", "n_2"), (("Paper", 5, "a%s"),), False)
    assert server_shelf.sql("SELECT * FROM generate_series(1, 10000000)", rows=3).more
    assert server_shelf.sql("VALUES (1), (2)").rows == ((1,), (2,))
    assert not server_shelf.searches_slowly()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM article",
        "INSERT INTO run(series, started, outcome) VALUES ('a', now(), 'c') RETURNING id",
        "WITH gone AS (DELETE FROM article RETURNING id) SELECT * FROM gone",
        "SELECT 1; DROP TABLE article",
        "SELECT 1; COMMIT; DROP TABLE article; SELECT 1",
        "COMMIT",
        "SELECT nextval('run_id_seq')",
        "SELECT set_config('transaction_read_only', 'off', true)",
        "COPY article TO '/tmp/x'",
        "SELECT pg_sleep(60)",
        "SELECT count(*) FROM generate_series(1, 100000000000)",
        "CREATE TEMP TABLE x (a int)",
        "",
        "SELECT nonsense",
        "SELECT '\x00",
        "SELECT \ud800",
        "(" * 20_000,
    ],
)
def test_sql_on_postgresql_that_does_not_only_read_or_never_ends(server_shelf: Store, statement: str) -> None:
    with pytest.raises(UserError) as error:
        server_shelf.sql(statement, seconds=0.3)
    assert error.value.tip
    assert "\n" not in str(error.value)
    assert server_shelf.count(SERIES) == 5
    assert server_shelf.sql("SELECT count(*) FROM runs").rows == ((0,),)


def test_what_a_function_does_on_postgresql_is_undone(server_shelf: Store) -> None:
    """Some functions write even where only reading is allowed; until version 16 those of large objects."""
    server_shelf.sql("SELECT lo_create(0)")
    assert server_shelf.sql("SELECT count(*) FROM pg_largeobject_metadata").rows == ((0,),)
