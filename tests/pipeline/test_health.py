"""How a source fares."""

from datetime import UTC, datetime, timedelta

import pytest

from pipeline.health import health
from pipeline.store import Run, SourceRun

NOW = datetime(2024, 4, 6, 9, 0, tzinfo=UTC)


def runs(*given: tuple[float, int, int, str], partly: bool = False) -> list[Run]:
    """(days ago, found, fetched, trouble), newest first."""
    return [
        Run(n, NOW - timedelta(days=days), NOW, "ok", (SourceRun("Gazette", "feed", found, 0, fetched, {}, trouble, "", partly),))
        for n, (days, found, fetched, trouble) in enumerate(given)
    ]


def test_of_a_source_that_nobody_asked_nothing_is_known() -> None:
    assert health(runs((1, 3, 0, "")), "Courier") is None
    assert health([], "Gazette") is None


def test_a_source_that_fell_silent_is_told_from_one_that_never_gave() -> None:
    weeks = [(7.0 * n, 24, 1, "") for n in range(1, 8)]
    silent = health(runs((0, 0, 0, ""), *weeks), "Gazette")
    assert silent is not None
    assert silent.ails == "found 0 links after finding 24 for 6 weeks"
    assert (silent.usual, silent.failures, silent.taken) == (24.0, 0, 7)
    for history in ([(0.0, 0, 0, "")] * 5, [(0.0, 0, 0, ""), *weeks[:2]], [(0.0, 3, 0, ""), *weeks]):
        found = health(runs(*history), "Gazette")
        assert found is not None
        assert found.ails == ""


def test_a_source_that_was_only_asked_for_news_is_not_silent() -> None:
    weeks = [(7.0 * n, 24, 1, "") for n in range(1, 8)]
    found = health(runs((0, 0, 0, ""), partly=True) + runs(*weeks), "Gazette")
    assert found is not None
    assert found.ails == ""


@pytest.mark.parametrize(
    ("history", "ails", "failures"),
    [
        ([(0, 0, 0, "is no feed"), (1, 3, 0, "")], "failed once since 2024-04-05: is no feed", 1),
        ([(0, 0, 0, "gone"), (1, 0, 0, "down"), (2, 3, 0, "")], "failed twice since 2024-04-04: gone", 2),
        ([(0, 0, 0, "gone"), (1, 0, 0, "gone"), (2, 0, 0, "gone")], "failed 3 times in all 3 runs: gone", 3),
    ],
)
def test_failures_in_a_row(history: list[tuple[float, int, int, str]], ails: str, failures: int) -> None:
    found = health(runs(*history), "Gazette")
    assert found is not None
    assert (found.ails, found.failures) == (ails, failures)
