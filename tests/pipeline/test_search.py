"""Full text: what can be typed, what is found, and that nothing typed is an error."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import event

from pipeline.errors import UserError
from pipeline.free_text import Either, Every, Not, Term, fold, holds, parse, snippet
from pipeline.store import Store, Wanted
from tests.pipeline.test_store import NOW, SERIES, article, concluded, take, titles

SHELF = {
    "one": "The rain over the harbour never ends. A naïve engineer dives.",
    "two": "Raining bells, rope_work and 100% glass.",
    "three": "雨の港で、作画がすばらしい。Glass orchard.",
    "four": "The harbour is glass. The engineer is gone; so is the rain of Ōsaka.",
    "glass": "Nothing here.",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Newest last, each with a title of its own."""
    with Store(f"sqlite:///{tmp_path_factory.mktemp('shelf')}/nectar.db") as store:
        for day, (path, text) in enumerate(SHELF.items(), 1):
            take(store, article(path, text, date(2024, 1, day)), concluded())
        yield store


def found(store: Store, text: str, **more: object) -> str:
    return " ".join(t.removeprefix("Title ") for t in titles(store, text=text, **more))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("rain", "four one"),
        ("RAIN harbour", "four one"),
        ("naive", "one"),
        ("NAÏVE", "one"),
        ("osaka", "four"),
        ('"over the harbour"', "one"),
        ('"harbour over"', ""),
        ("rain*", "four two one"),
        ('"glass or"*', "three"),
        ("*ain*", "four two one"),
        ("*gineer", "four one"),
        ("bells OR dives", "two one"),
        ("bells | dives", "two one"),
        ("harbour -dives", "four"),
        ("harbour NOT dives", "four"),
        ("-harbour -bells", "glass three"),
        ("NOT (harbour OR bells)", "glass three"),
        ("(rain OR bells) glass", "four two"),
        ("rain bells OR orchard", "three"),
        ("作画", "three"),
        ("すばらしい", "three"),
        ("雨の港 orchard", "three"),
        ("雨の港 -orchard", ""),
        ("rope_work", "two"),
        ("100%", "two"),
        ("*0% g*", "two"),
        ("*e_w*", "two"),
        ("*e%w*", ""),
        ('"unclosed harbour', ""),
        ('"the harbour', "four one"),
        ("title", "glass four three two one"),
        ("", "glass four three two one"),
        ("()", "glass four three two one"),
        ("OR AND NOT", "glass four three two one"),
    ],
)
def test_what_is_typed_finds(shelf: Store, typed: str, expected: str) -> None:
    assert found(shelf, typed) == expected
    assert sorted(found(shelf, typed, sort="rank").split()) == sorted(expected.split())
    assert shelf.count(SERIES, Wanted(text=typed)) == len(expected.split())


def test_a_word_in_the_title_ranks_before_one_in_the_text(shelf: Store) -> None:
    assert found(shelf, "glass", sort="rank").split()[0] == "glass"
    assert found(shelf, "glass", sort="-rank").split()[-1] == "glass"
    assert found(shelf, "glass 雨の港", sort="relevance") == "three"
    assert found(shelf, "雨の港", sort="rank") == "three"


WORDS = [
    "rain",
    "harbour",
    "glass",
    "gone",
    "zebra",
    "作画",
    "雨の%gone",
    "*ss%ha*",
    "raini*",
    "*arbou*",
    '"the rain"',
    '"rain the"',
    "NAÏVE",
    "_",
    "%",
    "100%",
]
TYPED = some.lists(
    some.sampled_from([*WORDS, "OR", "AND", "NOT", "-", "(", ")", '"', "*", "-rain", "-(", "^", "NEAR(", "title:", "+"]),
    max_size=9,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=TYPED.map(" ".join))
def test_the_index_finds_what_the_text_holds(shelf: Store, typed: str) -> None:
    """Two readers of one language agree: the database, and the plain look at a text."""
    node = parse(typed)
    expected = [path for path, text in SHELF.items() if node is None or holds(node, f"Title {path}\n.\n{text}")]
    assert sorted(found(shelf, typed).split()) == sorted(expected)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=some.text(alphabet=some.characters(codec=None), max_size=40) | some.text("\"()*-|\x00\ud800 aOR雨%_\\'", max_size=60)
)
def test_nothing_typed_is_an_error(shelf: Store, typed: str) -> None:
    for sort in ("rank", "-date"):
        assert isinstance(titles(shelf, text=typed, sort=sort), list)
    piece = snippet(parse(typed), SHELF["four"] + typed)
    assert all(0 <= a < b <= len(piece.text) for a, b in piece.hits)


@pytest.mark.parametrize(
    "typed",
    [
        "(" * 5000,
        "-(" * 900 + "rain",
        "a " * 50_000,
        '"' * 9999,
        "x" * 10_000_000,
        "NOT " * 3000,
        "a OR " * 3000,
        "*" * 5000,
        "港" * 5000,
    ],
)
def test_much_typed_is_no_error_either(shelf: Store, typed: str) -> None:
    assert isinstance(titles(shelf, text=typed, sort="rank"), list)


def test_how_it_is_read() -> None:
    rain, bell = Term("words", "rain"), Term("words", "bell")
    assert parse("Rain bell") == Every((rain, bell))
    assert parse("rain OR -bell") == Either((rain, Not(bell)))
    assert parse("NOT NOT rain") == rain
    assert parse("-") == Term("part", "-")
    assert parse("well-known") == Term("words", "well known")
    assert parse("* \x00 ()") is None
    assert len(fold("ŒUVRE İstanbul ﬁn ǅ")) == len("ŒUVRE İstanbul ﬁn ǅ")


def test_a_snippet_stands_where_most_is_found() -> None:
    text = "Rain. " + "Nothing to see. " * 40 + "The rain rings a bell\n\nat the harbour. " + "More of it. " * 40
    piece = snippet(parse('rain "a bell" harb* -more'), text, 80)
    assert [piece.text[a:b] for a, b in piece.hits] == ["rain", "a bell", "harb"]
    assert (piece.text[0], piece.text[-1]) == ("…", "…")
    assert len(piece.text) < 110
    assert "\n" not in piece.text
    assert snippet(None, "Short.") == snippet(parse("zebra"), "Short.")


def test_the_index_follows_what_is_read_again_and_what_goes(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path}/nectar.db") as store:
        take(store, article("a", "A lantern in the 霧の中へ."), concluded())
        take(store, article("a", "A candle."), concluded(), recipe="r2")
        assert [found(store, typed) for typed in ("lantern", "霧の中", "candle", "*andl*")] == ["", "", "a", "a"]
        take(store, replace(article("a", "A candle."), title="Wick"), concluded(), recipe="r3")
        assert titles(store, text="wick candle") == ["Wick"]
        store.forget("site", "paper.example", NOW)
        assert found(store, "candle") == ""
    with closing(sqlite3.connect(tmp_path / "nectar.db")) as raw:
        for name in ("article_fts", "article_trigram"):
            raw.execute(f"INSERT INTO {name}({name}) VALUES ('integrity-check')")
            assert raw.execute(f"SELECT count(*) FROM {name}_docsize").fetchone() == (0,)


def test_what_is_forgotten_leaves_no_word_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "nectar.db"
    with Store(f"sqlite:///{file}") as store:
        for n in range(30):
            take(store, article(f"kept{n}", f"A common text about water {n}."), concluded())
        secret = replace(article("secret", "Xylographqzt said the kwijiboughnut."), author="Ann Ouse")
        take(store, secret, concluded())
        assert found(store, "kwijibough*") == "secret"
        store.forget("author", "Ann Ouse", NOW)
        assert found(store, "water", limit=1) == "kept29"
    with closing(sqlite3.connect(file)) as raw:
        for name in ("article_fts", "article_trigram"):
            raw.execute(f"CREATE VIRTUAL TABLE temp.v_{name} USING fts5vocab(main, {name}, row)")
            left = {term for (term,) in raw.execute(f"SELECT term FROM v_{name}")}
            assert left
            assert not {"xylographqzt", "kwijiboughnut", "xyl", "qzt", "kwi", "ijb"} & left
    assert not [p for p in tmp_path.iterdir() if b"raphqzt" in p.read_bytes() or b"iboughnut" in p.read_bytes()]


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


# SQL


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
