"""When a source is asked next."""

from datetime import UTC, datetime, timedelta

from crawler.polling import due
from pipeline.series import Episode, Series
from pipeline.store import Run, SourceRun

NOW = datetime(2024, 4, 6, 9, 0, tzinfo=UTC)
SERIES = Series("Copper Heron", episodes=(Episode(1, "", NOW.date() - timedelta(days=80)),))


def runs(*given: tuple[float, int, int, str]) -> list[Run]:
    """(days ago, found, fetched, trouble), newest first."""
    return [
        Run(n, NOW - timedelta(days=days), NOW, "ok", (SourceRun("Gazette", "feed", found, 0, fetched, {}, trouble),))
        for n, (days, found, fetched, trouble) in enumerate(given)
    ]


def hours(*given: tuple[float, int, int, str], series: Series = SERIES) -> float:
    """From the last run to the next."""
    history = runs(*given)
    return (due(history, "Gazette", series, NOW) - history[0].started) / timedelta(hours=1)


def test_a_new_source_is_due_at_once() -> None:
    assert due([], "Gazette", SERIES, NOW) == NOW


def test_busy_sources_are_asked_often_and_quiet_ones_seldom() -> None:
    busy = hours(*((n / 24, 20, 2, "") for n in range(48)))
    calm = hours((0, 20, 1, ""), (0.5, 20, 0, ""), (1, 20, 1, ""))
    quiet = hours((0, 20, 0, ""), (30, 20, 1, ""))
    assert 1 <= busy < calm < quiet == 24


def test_around_an_episode_all_are_asked_often() -> None:
    today = Series("Copper Heron", episodes=(Episode(2, "", NOW.date()),))
    assert hours((0, 20, 0, ""), (30, 20, 1, ""), series=today) == 1


def test_a_source_that_fails_is_asked_less_and_less_but_never_given_up() -> None:
    waits = [hours(*[(0.0, 0, 0, "down")] * n) for n in range(1, 12)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (2, 168)
