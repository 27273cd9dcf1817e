"""Terms are found as whole words, in every script, and where they say they stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.terms import Hit, Terms


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("plot", "The plot thickens", ["plot"]),
        ("plot", "The PLOT thickens", ["PLOT"]),
        ("plot", "They plotted and replot", []),
        ("plot", "Two plots", ["plots"]),
        ("plot", "The plot's end", ["plot's"]),
        ("plot", "The plot’s end", ["plot’s"]),
        ("plot", "plotsy", []),
        ("plot", "(plot)", ["plot"]),
        ("plot", "sub-plot, plot2", ["plot"]),
        ("animat*", "animation, animators and reanimated animat", ["animation", "animators", "animat"]),
        ("voice acting", "the voice acting here", ["voice acting"]),
        ("voice acting", "the voice\u00a0acting here", ["voice\u00a0acting"]),
        ("writer's room", "the writer’s room", ["writer’s room"]),
        ("カッパーリリー", "映画カッパーリリーは", ["カッパーリリー"]),
        ("鉄", "銅鉄鉄", ["鉄", "鉄"]),
        ("élan", "Élan vital", ["Élan"]),
        ("C++", "written in C++ today", ["C++"]),
        ("", "anything", []),
        ("*", "anything", []),
    ],
)
def test_what_matches(term: str, text: str, found: list[str]) -> None:
    assert [text[h.start : h.end] for h in Terms({"x": [term]}).find(text)] == found


def test_the_longest_stays_where_matches_overlap() -> None:
    terms = Terms({"world": ["world"], "craft": ["world building"], "house": ["building site"]})
    assert terms.labels("world building site") == ("craft",)
    assert terms.labels("a world, a building site") == ("world", "house")


def test_a_decoy_takes_the_place_of_what_it_holds_and_is_never_found() -> None:
    terms = Terms({"world": ["world"], "_": ["best in the world"]}, decoy="_")
    assert terms.find("simply the best in the world") == []
    assert terms.labels("the best in the world, and a rich world") == ("world",)


def test_one_term_may_have_two_labels() -> None:
    assert set(Terms({"a": ["lead"], "b": ["lead"]}).labels("a lead")) == {"a", "b"}


def test_labels_come_once_in_order_of_appearance() -> None:
    assert Terms({"a": ["ox"], "b": ["hen"]}).labels("hen, ox, hen") == ("b", "a")


def test_no_terms_find_nothing() -> None:
    assert Terms({}).find("anything") == []


@pytest.mark.parametrize("before", ["İ", "İİİ ", "ẞ ", "😀 ", "ﬁ ", "Ǆ "])
def test_positions_hold_after_letters_that_change_their_length(before: str) -> None:
    text = f"{before} the Plot"
    assert [text[h.start : h.end] for h in Terms({"x": ["plot"]}).find(text)] == ["Plot"]


def test_a_term_with_such_a_letter_finds_itself() -> None:
    assert [h.label for h in Terms({"city": ["İzmir"]}).find("In İzmir it rains")] == ["city"]


@given(st.text(alphabet="aB İß’'s. 鉄\u00a0é-", max_size=30))
def test_hits_lie_in_the_text_in_order_and_apart(text: str) -> None:
    hits = Terms({"1": ["a", "ab"], "2": ["鉄", "b*"], "3": ["é s"]}).find(text)
    assert all(0 <= h.start < h.end <= len(text) for h in hits)
    assert hits == sorted(hits, key=lambda h: h.start)
    assert all(one.end <= two.start for one, two in pairwise(hits))
    assert all(isinstance(h, Hit) for h in hits)
