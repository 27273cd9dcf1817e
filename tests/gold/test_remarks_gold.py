"""The sentences that critic learns from are sound, and it reads others of that sort."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.remarks import GOLD, aspects, signs
from pipeline.sentiment.made import REMARKS, remarks
from pipeline.topics import ASPECTS

HELD = [GOLD / "fans.tsv", GOLD / "anime.tsv"]


@pytest.mark.parametrize("file", [REMARKS, *HELD])
def test_signs_and_aspects_are_what_they_may_be(file: Path) -> None:
    made = remarks(file)
    for r in made:
        assert r.aspect in (*ASPECTS, "whole") if r.sign in {"+", "-"} else (r.sign, r.aspect) == ("0", "none")
        assert r.text == " ".join(r.text.split())
    assert len({r.text.lower() for r in made}) == len(made)
    signs = Counter(r.sign for r in made)
    assert abs(signs["+"] - signs["-"]) < 0.05 * signs["+"]


def test_nothing_that_is_learned_from_is_measured_on() -> None:
    assert not {r.text.lower() for r in remarks(REMARKS)} & {r.text.lower() for file in HELD for r in remarks(file)}


def test_what_was_reached_is_kept() -> None:
    right, silent = signs([r for file in HELD for r in remarks(file)], "critic")
    assert right >= 0.79
    assert silent >= 0.68
    n, found = aspects(remarks(HELD[1]))
    assert found / n >= 0.55
