"""Copies of one text are found, whatever was done to them, and originals on the same news stay apart."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from benchmarks.copies import GOLD, load, made, measure
from pipeline.syndication import Piece, count, origins
from pipeline.syndication.credits import credited, label
from pipeline.syndication.figures import facts

PIECES, ORIGIN, RELATION = load(sorted(GOLD.glob("*.toml")))


def prose(seed: int, words: int = 120) -> str:
    dice = random.Random(seed)
    return " ".join("".join(dice.choices("abcdefghij", k=5)) for _ in range(words))


def firsts(*texts: str) -> list[int | str]:
    return [o.of for o in origins([Piece(n, text) for n, text in enumerate(texts)])]


ONE, TWO = prose(1), prose(2)
HALF = " ".join(ONE.split()[:60])


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], []),
        (["", ""], [0, 1]),
        ([ONE, TWO], [0, 1]),
        ([ONE, ONE], [0, 0]),
        ([ONE, TWO, ONE], [0, 1, 0]),
        ([ONE, ONE.upper().replace(" ", "\n")], [0, 0]),
        ([ONE, HALF], [0, 0]),
        ([HALF, ONE], [1, 1]),  # without dates the whole text is the origin
        ([ONE, f"A word of our own first. {ONE} And one after."], [1, 1]),
        ([ONE, f"{TWO} As they wrote: {' '.join(ONE.split()[:30])}"], [0, 1]),
        ([ONE, f"{TWO}\n\n> {ONE}"], [0, 1]),
        (["Stay tuned for more.", "Stay tuned for more."], [0, 1]),
        ([ONE, ONE, ONE], [0, 0, 0]),
    ],
)
def test_runs_of_words(texts: list[str], expected: list[int]) -> None:
    assert firsts(*texts) == expected


def test_gold_all_copies_and_no_originals_merged() -> None:
    found = measure(PIECES, ORIGIN, RELATION)
    assert found.merged == ()
    assert found.missed == ()
    assert found.right_origin >= found.copies - 1
    assert found.right_relation >= found.related - 1


def test_the_gold_is_large_and_hard_enough() -> None:
    import tomllib

    given = [tomllib.loads(p.read_text("utf-8")) for p in sorted(GOLD.glob("*.toml"))]
    ids = {p.id for p in PIECES}
    pairs = [pair for half in given for apart in half.get("apart", ()) for pair in apart["pairs"]]
    assert sum(len(half["copies"]) for half in given) >= 15
    assert len(pairs) >= 20
    assert {i for pair in pairs for i in pair} | set(ORIGIN) <= ids
    assert all(ORIGIN.get(a, a) != ORIGIN.get(b, b) for a, b in pairs)
    assert set(RELATION.values()) == {"copy", "shortened", "spun", "translated", "press release"}


def test_the_order_of_input_changes_nothing() -> None:
    known = {o.id: o for o in origins(PIECES)}
    shuffled = list(PIECES)
    random.Random(5).shuffle(shuffled)
    found = origins(shuffled)
    assert [o.id for o in found] == [p.id for p in shuffled]
    assert {o.id: o for o in found} == known


def test_two_originals_that_a_collection_takes_over_stay_two() -> None:
    both = Piece("list", f"{ONE}\n\n{TWO}", "list.example", published=date(2025, 3, 9))
    pieces = [
        Piece("one", ONE, "one.example", published=date(2025, 3, 1)),
        Piece("two", TWO, "two.example", published=date(2025, 3, 2)),
        both,
    ]
    assert count(origins(pieces)) == 2
    longer = replace(both, text=f"{both.text}\n\n{prose(3, 300)}")
    assert count(origins([*pieces[:2], longer])) == 3


def test_time_decides_then_attribution() -> None:
    old = Piece("old", ONE, "slow-review.co.uk", published=date(2025, 1, 2))
    new = Piece("new", ONE, "mirror.example", published=date(2025, 1, 5))
    assert {o.of for o in origins([new, old])} == {"old"}
    early = replace(new, text=f"{ONE}\n\nThis piece first appeared on Slow Review.", published=date(2025, 1, 1))
    found = origins([early, old])
    assert {o.of for o in found} == {"old"}
    assert "names slow-review.co.uk as its source" in found[0].because
    based = replace(new, published=date(2025, 1, 1), based_on=("https://www.slow-review.co.uk/1",))
    assert {o.of for o in origins([old, based])} == {"old"}


def test_undated_pieces_go_by_when_they_were_seen() -> None:
    first = Piece("first", ONE, "a.example", first_seen=datetime(2025, 1, 1, tzinfo=UTC))
    second = Piece("second", ONE, "b.example", first_seen=datetime(2025, 2, 1, tzinfo=UTC))
    assert {o.of for o in origins([second, first])} == {"first"}


def test_what_an_outlet_repeats_is_not_a_copy() -> None:
    house = "\n\n".join(prose(n, 40) for n in range(20, 24))
    pieces = [
        Piece(n, f"{house}\n\n{prose(n, 30)}", "house.example", f"Episode {n} review", published=date(2025, 1, n))
        for n in (1, 2, 3)
    ]
    assert count(origins(pieces)) == 3
    sister = Piece("sister", f"{house}\n\n{prose(9, 30)}", "sister.example", "Episode 3 review", published=date(2025, 1, 4))
    assert count(origins([*pieces, sister])) == 4
    week = Piece("week", f"{prose(31, 50)}\n\n{prose(32, 50)}", "house.example", "Week", published=date(2025, 1, 8))
    own = Piece("own", prose(31, 50), "house.example", "Own", published=date(2025, 1, 5))
    assert [o.of for o in origins([own, week, Piece("x", own.text, "x.example", published=date(2025, 1, 9))])][2] == "own"
    taken = Piece("taken", pieces[0].text, "thief.example", published=date(2025, 1, 9))
    assert [o.of for o in origins([*pieces, taken])][3] == 1


@pytest.mark.parametrize(
    "text",
    [
        "\x00" * 1000,
        '"' * 100_000,
        "「" * 50_000,
        "9" * 50_000 + " million",
        "1,000," * 20_000,
        "A " * 100_000,
        "> " * 10_000,
        "\ud800 \udfff " * 500,
        "\n\n".join("a" * 3 for _ in range(50_000)),
        "٣" * 400 + " million",
        " ".join(f"Bcd{n} seven {n} walks efghi{n}." for n in range(8000)),
        "²³ ½ ① 五 million",
        "月" * 5000 + "99999年99月99日",
    ],
    ids=range(13),
)
def test_hostile_text(text: str) -> None:
    found = origins(
        [
            Piece(1, text, "a.example", text[:500], "en"),
            Piece(2, text, "b.example", text[:500], "de"),
            Piece(3, ONE),
            Piece(4, text[9:], "c.example", "", "en"),
        ]
    )
    assert found[2].original


def test_nonsense_around_the_text() -> None:
    pieces = [
        Piece(n, ONE, site, "", language) for n, (site, language) in enumerate([("", ""), ("...", "xx"), (":", "en"), ("[", "")])
    ]
    assert {o.of for o in origins(pieces)} <= {0, 1, 2, 3}
    assert credited(Piece(1, ONE, based_on=("", "http://[", "no address"))).named is not None


def test_many_pieces_are_not_compared_in_pairs() -> None:
    found = origins(made(300))
    assert 145 <= count(found) <= 165


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On July 6 at 9", ["7-6", "9"]),
        ("am 6. Juli", ["7-6"]),
        ("el 6 de julio", ["7-6"]),
        ("7月6日から全12話", ["7-6", "12"]),
        ("twelve, zwölf, doce, douze", ["12", "12", "12", "12"]),
        ("640,000 or 640.000", ["640000", "640000"]),
        ("2.3 million, 2,3 Millionen, 230万", ["2300000", "2300000", "2300000"]),
        ("in March 2025", ["m3", "2025"]),
        ("it may be so", []),
    ],
)
def test_figures_in_all_languages(text: str, expected: list[str]) -> None:
    assert [fact for fact, _ in facts(text) if fact[0] in "m0123456789"] == expected


@pytest.mark.parametrize(
    ("site", "name"),
    [("www.kelp-news.co.uk", "kelpnews"), ("kelpnews.example:8080", "kelpnews"), ("localhost", "localhost"), ("", "")],
)
def test_labels(site: str, name: str) -> None:
    assert label(site) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PRESS RELEASE\n\nThe studio is proud.", True),
        ("OSLO /PRNewswire/ -- Today", True),
        ("Here is the full press release. Enjoy.", True),
        ("Pressemitteilung: Neues Spiel", True),
        ("The studio said so in a press release on Monday.", False),
        ("Contact the press.", False),
    ],
)
def test_what_calls_itself_a_press_release(text: str, expected: bool) -> None:
    assert credited(Piece(1, text)).release is expected


def test_the_docs_name_every_relation() -> None:
    text = (Path(__file__).parents[2] / "docs" / "origins.md").read_text("utf-8")
    assert all(f"**{relation}**" in text for relation in ("copy", "shortened", "spun", "translated", "press release"))
