"""The gold of claims is sound, and what was reached on the half that may be tuned on is kept."""

from datetime import date

import pytest

from benchmarks.claims import lookups_of, measure_claims, measure_contradictions, read_half
from pipeline.claims.claim import KIND_NAMES, MODALITIES

HALVES = ("dev", "held")
HARDLY_MENDED = ("d27-", "d28-", "d29-", "d30-", "d31-", "d32-", "d33-", "d34-", "d35-", "d36-", "d37-", "d38-", "d39-", "d40-")
"""Files that were measured with, and then used for little."""


@pytest.mark.parametrize("half", HALVES)
def test_labels_are_what_they_may_be(half: str) -> None:
    tables = read_half(half)
    slugs = {s["slug"] for s in tables["series"]}
    ids = [a["id"] for a in tables["article"]]
    assert len(ids) == len(set(ids)) >= 30
    for article in tables["article"]:
        assert article["series"] in slugs
        assert isinstance(article.get("published", date.min), date)
        for claim in article.get("claims", ()):
            assert claim["kind"] in KIND_NAMES
            assert claim["modality"] in MODALITIES
    for quarrel in tables["contradiction"]:
        assert quarrel["state"] in {"disputed", "outdated", "facts"}
        assert {n for side in quarrel["articles"] for n in side} <= set(ids)


def test_what_was_reached_is_kept() -> None:
    half = read_half("dev")
    lookups = lookups_of(half)
    tally, every = measure_claims(half, lookups)
    right, wrong, missed = (sum(c.values()) for c in (tally.right, tally.wrong, tally.missed))
    assert right / (right + wrong) >= 0.98
    assert right / (right + missed) >= 0.86
    quarrels = measure_contradictions(half, every, lookups, {})
    assert sum(quarrels.right.values()) >= 1030
    assert sum(n for (how, _), n in quarrels.kinds.items() if how == "wrong") <= 14
    apart = [sum(n for (_, right), n in quarrels.apart.items() if right is told) for told in (True, False)]
    assert apart[0] >= 130
    assert apart[1] <= 70
    mended = {**half, "article": [a for a in half["article"] if not a["id"].startswith(HARDLY_MENDED)]}
    quarrels = measure_contradictions(mended, every, lookups, {})
    assert not [
        kind for how, kind in quarrels.kinds if how == "wrong"
    ]  # what is only outdated rather than disputed is no false alarm
