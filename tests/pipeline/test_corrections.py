"""Revisions that matter, and those that are only spelled otherwise."""

from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import Article, Paragraph
from pipeline.assessment import Assessment, Kind, Relevance, Score
from pipeline.corrections import Correction, changed_share, corrections
from pipeline.page import Link, Page
from pipeline.store import Revision, Store
from tests.pressroom import NOW, entry, revision

LONG = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(95))


def diff(old: str, new: str) -> str:
    """As the store makes it."""
    return "\n".join(unified_diff(old.split("\n"), new.split("\n"), lineterm="", n=0))


def only(made: Revision) -> list[tuple[str, str, str]]:
    found = corrections([made], [entry(1, words=100)])
    assert len(found.made) + found.left_out == 1
    return [(c.kind, c.before, c.after) for correction in found.made for c in correction.changes]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"score": 60.0, "score_as_written": "6/10"}, {"score": 80.0, "score_as_written": "8/10"}, [("score", "6/10", "8/10")]),
        ({"score": 60.0, "score_as_written": "6/10"}, {}, [("score", "6/10", "no score")]),
        ({}, {"score": 80, "score_as_written": None}, [("score", "no score", "80 of 100")]),
        ({"score": 60.0, "score_as_written": "6/10"}, {"score": 60, "score_as_written": "3 / 5"}, []),
        ({"score": 900.0}, {"score": "ten"}, []),
        ({}, {"published": "2024-05-02"}, [("date", "2024-04-10", "2024-05-02")]),
        ({}, {"published": "2024-04-11"}, []),
        ({}, {"published": None}, [("date", "2024-04-10", "no date")]),
        ({"published": 7}, {"published": "soon"}, []),
        ({}, {"title": "Another title"}, []),
    ],
)
def test_scores_and_dates(before: dict[str, object], after: dict[str, object], said: list[tuple[str, str, str]]) -> None:
    assert only(revision(before=before, after=after)) == said


def test_a_verdict_that_turned() -> None:
    old = "The second half saves it. I highly recommend it to anyone with a window seat."
    new = "The second half saves it. I cannot recommend it to anyone with a window seat."
    assert only(revision(diff(f"{LONG}\n{old}", f"{LONG}\n{new}"))) == [("verdict", "recommends it", "advises against it")]


def test_who_recommends_and_advises_against_at_once_has_not_turned() -> None:
    old = "I highly recommend it. I also recommend the sequel."
    assert only(revision(diff(f"{LONG}\n{old}", f"{LONG}\nI highly recommend it. I cannot recommend the sequel."))) == []


def test_a_verdict_that_only_moved_or_is_met_by_none_is_none() -> None:
    says = "I highly recommend it to anyone with a window seat."
    assert only(revision(diff(f"{says}\n{LONG}", f"{LONG}\n{says} Bring tea."))) == []
    assert only(revision(diff(f"I recommend it.\n{LONG}", LONG))) == []


@pytest.mark.parametrize(
    "new",
    [
        f"{LONG} teh end",
        f"  {LONG.replace(' ', '  ')}\nthe end",
        f"{LONG.upper()} “the end”",
        f"{LONG} the end, and more",
    ],
)
def test_cosmetics_are_left_out(new: str) -> None:
    assert only(revision(diff(f"{LONG} the end", new))) == []


def test_much_new_text_matters_and_is_told_as_a_share() -> None:
    (found,) = corrections([revision(diff("A short note.", f"A short note.\n{LONG}"))], [entry(1, words=380)]).made
    assert found.share == pytest.approx(0.25)
    assert [(c.kind, c.before, c.after) for c in found.changes] == [("text", "75% of the words stayed", "25% are new or gone")]


def test_a_paragraph_that_looks_like_the_head_of_a_diff_is_text() -> None:
    old, new = "-- one two three", "++ four five six"
    (found,) = corrections([revision(diff(old, new))], []).made
    assert found.share == 1


def test_another_number_is_no_typo() -> None:
    assert changed_share("100000", "100001", 0) == 1
    assert changed_share("season", "season2", 0) == 1
    assert changed_share("colour of the train", "color of the train", 0) == 0


def test_newest_first() -> None:
    changed = revision(after={"score": 80.0})
    later = replace(changed, found=NOW.replace(month=7), url="https://b.example/")
    made: tuple[Correction, ...] = corrections([changed, later], []).made
    assert [c.url for c in made] == [later.url, changed.url]
    assert corrections([], []).made == ()


@given(st.text(max_size=300), st.text(max_size=300), st.integers(0, 50))
def test_any_text_has_a_share_and_the_same_text_has_none(old: str, new: str, words: int) -> None:
    assert 0 <= changed_share(old, new, words) <= 1
    assert changed_share(old, old, words) == 0
    corrections([revision(old), revision(diff(old, new))], [])


def test_long_differences_take_no_time() -> None:
    many = [revision(diff(LONG * 200, LONG[::-1] * 200)[:50_000])] * 50
    start = perf_counter()
    assert len(corrections(many, []).made) == 50
    assert perf_counter() - start < 8


def test_what_the_store_remembers_is_read(tmp_path: Path) -> None:
    def keep(store: Store, body: bytes, text: str, score: float, written: str) -> None:
        url = "https://paper.example/a"
        store.add_page("heron", Page(url, url, 200, {}, body, NOW, "Paper", Link(url)))
        (waiting,) = store.pending("heron", store.pending_ids("heron", "recipe"))
        paragraphs = tuple(Paragraph(part) for part in text.split("\n"))
        read = Article(url, "Paper", "Heron review", "", NOW.date(), "meta", "en", paragraphs)
        kind, relevance = Kind("review", "", 2.0), Relevance(True, "")
        found = Assessment(relevance, kind, 0.2, "stated", Score(score, written, "text"), None, (), (), (), False, "critic-2")
        store.keep("heron", [(waiting, read, found)], "recipe", NOW)

    with Store(tmp_path / "nectar.db") as store:
        keep(store, b"one", f"{LONG}\nI highly recommend it.", 80, "8/10")
        keep(store, b"two", f"{LONG}\nI cannot recommend it.", 40, "4/10")
        keep(store, b"three", f"{LONG.title()}\nI cannot recommend it!", 40, "2/5")
        found = corrections(store.revisions("heron"), store.entries("heron"))
    assert [[(c.kind, c.before, c.after) for c in correction.changes] for correction in found.made] == [
        [("score", "8/10", "4/10"), ("verdict", "recommends it", "advises against it")]
    ]
    assert found.left_out == 1
