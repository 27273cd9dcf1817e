"""The pieces in the manner of real pages are sound, and what was reached on those that may be tuned on is kept."""

from typing import get_args

import pytest

from benchmarks.gold import table
from benchmarks.press import GOLD, claimed, judged, works
from pipeline.assessment import KindName
from pipeline.claims.claim import KIND_NAMES, MODALITIES
from pipeline.topics import ASPECTS


@pytest.mark.parametrize("half", ["dev", "held"])
def test_labels_are_what_they_may_be(half: str) -> None:
    assert len([*works(half)]) == {"dev": 4, "held": 7}[half]
    for work in works(half):
        (slug,) = (series["slug"] for series in work["series"])
        ids = [piece["id"] for piece in work["article"]]
        assert len(ids) == len(set(ids)) >= 20
        for piece in work["article"]:
            assert piece["series"] == slug
            assert piece["kind"] in get_args(KindName)
            assert ".example" in piece["outlet"]
            assert piece["outlet"] in piece["url"]
            assert set(piece.get("aspects", {})) <= set(ASPECTS)
            assert all(c["kind"] in KIND_NAMES and c["modality"] in MODALITIES for c in piece["claims"])
        assert all({n for side in quarrel["articles"] for n in side} <= set(ids) for quarrel in work["contradiction"])


def test_the_halves_share_no_work() -> None:
    dev, held = ({file.name for file in (GOLD / half).glob("*.toml")} for half in ("dev", "held"))
    assert dev
    assert not dev & held


def test_what_was_reached_is_kept() -> None:
    outcomes, right, wrong, missed = [], 0, 0, 0
    for work in works("dev"):
        here = [*judged(work, "critic")]
        outcomes += here
        claims, _ = claimed(work, {o.id for o in here if o.measure == "relevance" and o.found})
        right, wrong, missed = (
            old + sum(new.values())
            for old, new in zip((right, wrong, missed), (claims.right, claims.wrong, claims.missed), strict=True)
        )
    reached = {measure: found / n for measure, found, n in table(outcomes)}
    assert reached["relevance"] >= 0.9
    assert reached["kind"] >= 0.87
    assert right / (right + wrong) >= 0.92
    assert right / (right + missed) >= 0.7
