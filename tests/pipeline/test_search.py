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

from pipeline.free_text import Either, Every, Not, Term, fold, holds, parse, snippet
from pipeline.store import Store, Wanted
from tests.pipeline.databases import DATABASES, an_empty_one
from tests.pipeline.test_store import NOW, SERIES, article, concluded, take, titles

SHELF = {
    "one": "The rain over the harbour never ends. A naïve engineer dives.",
    "two": "Raining bells, rope_work and 100% glass.",
    "three": "雨の港で、作画がすばらしい。Glass orchard.",
    "four": "The harbour is glass. The engineer is gone; so is the rain of Ōsaka.",
    "glass": "Nothing here.",
}


@pytest.fixture(scope="module", params=DATABASES)
def shelf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Newest last, each with a title of its own."""
    with Store(an_empty_one(request, tmp_path_factory)) as store:
        put(store)
        yield store


def put(store: Store) -> None:
    for day, (path, text) in enumerate(SHELF.items(), 1):
        take(store, article(path, text, date(2024, 1, day)), concluded())


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
