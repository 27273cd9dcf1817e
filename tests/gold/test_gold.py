"""Our own labelled texts are sound, and what was reached on the half that may be tuned on is kept."""

from typing import Any, get_args

import pytest

from benchmarks.gold import articles, read_half, series_of, table
from pipeline.assessment import KindName, Recommendation
from pipeline.topics import ASPECTS

HALVES = ("dev", "held")
WHY = {"mentions", "other thing", "list", "database page", "other work"}


@pytest.mark.parametrize("half", HALVES)
def test_labels_are_what_they_may_be(half: str) -> None:
    slugs = set(series_of(half))
    pieces: list[dict[str, Any]] = read_half(half, "articles*")["article"]
    assert len(pieces) >= 60
    assert len({p["id"] for p in pieces}) == len({p["url"] for p in pieces}) == len(pieces)
    for p in pieces:
        assert p["series"] in slugs
        assert p["kind"] in get_args(KindName) if p["relevant"] else p["why"] in WHY
        assert 0 <= p.get("score", 0) <= 100
        assert p.get("recommends", "") in ("", *get_args(Recommendation))
    paragraphs: list[dict[str, Any]] = read_half(half, "paragraphs*")["paragraph"]
    assert len(paragraphs) >= 90
    for p in paragraphs:
        assert set(p["aspects"]) <= set(ASPECTS)
        assert set(p["aspects"].values()) <= {-1, 0, 1}
        assert isinstance(p["spoiler"], bool)


def test_the_halves_share_no_series_and_no_text() -> None:
    assert not set(series_of("dev")) & set(series_of("held"))
    texts = [{p["text"] for p in read_half(half, "articles*")["article"]} for half in HALVES]
    assert not texts[0] & texts[1]


@pytest.mark.parametrize("part", ["articles", "articles-2"])
def test_what_was_reached_is_kept(part: str) -> None:
    reached = {measure: right / n for measure, right, n in table(articles("dev", "critic", part))}
    assert reached["relevance"] >= 0.92
    assert reached["kind"] >= 0.92
    assert reached["episode"] >= 0.85
    assert reached["score"] >= 0.92
    assert reached["recommends"] >= 0.85
    assert reached["likened to"] >= 0.85
