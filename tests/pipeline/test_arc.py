"""Reception by episode and where the press turned."""

from dataclasses import replace
from datetime import date
from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.arc import arc
from pipeline.interval import interval, student
from pipeline.series import Episode, Series
from pipeline.store import Entry
from pipeline.turning import SIDE, Placed, turned
from tests.pressroom import entry, episode

SERIES = Series("Bramble Station", episodes=tuple(Episode(n, aired=date(2024, 1, n)) for n in range(1, 7)))
SCORES = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 10), st.integers(1, 4)), max_size=30)


def made(scores: list[tuple[int, int, int]]) -> list[Entry]:
    return [episode(n, of, score * 10.0, site=f"Site {site}", author=f"pen {n}") for n, (of, score, site) in enumerate(scores, 1)]


@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_matter_and_n_is_the_evidence(scores: list[tuple[int, int, int]], random: Random) -> None:
    entries = made(scores)
    shuffled = random.sample(entries, len(entries))
    found = arc(SERIES, entries, {})
    assert found == arc(SERIES, shuffled, {})
    assert [e.number for e in found.episodes] == [1, 2, 3, 4, 5, 6]
    assert sum(len(e.points) for e in found.episodes) + len(found.left_out) == len(entries)
    for e in found.episodes:
        assert (e.reception.n if e.reception else 0) == len(e.points)
        assert e.reception is None or e.reception.mean == pytest.approx(sum(p.value for p in e.points) / len(e.points))
        if e.reception and e.reception.low is not None and e.reception.high is not None:
            assert 0 <= e.reception.low <= e.reception.mean + 1e-9
            assert e.reception.mean - 1e-9 <= e.reception.high <= 100


def test_copies_count_once_and_one_pen_once_an_episode() -> None:
    review = episode(1, 3, 80, site="Paper", author="A. Pen")
    copy = episode(2, 3, 80, site="Copycat")
    again = entry(3, site="Paper", author="a. pen ", episode_scores={3: 90.0, 4: 40.0})
    found = arc(SERIES, [again, copy, review], {2: 1})
    assert [[(p.value, p.apart) for p in e.points] for e in found.episodes] == [[], [], [(80.0, False)], [(40.0, True)], [], []]
    assert [e.id for e in found.reviews] == [3]


def test_a_copy_whose_origin_is_not_there_still_counts() -> None:
    found = arc(SERIES, [episode(5, 1, 70), episode(6, 1, 70)], {5: 1, 6: 1})
    assert len(found.episodes[0].points) == 1


def test_what_is_of_no_known_episode_is_left_out_and_shown() -> None:
    strange = [episode(1, 9, 70), entry(2, "episode_review"), episode(3, 1, None)]
    found = arc(SERIES, strange, {})
    assert sorted(e.id for e in found.left_out) == [1, 2, 3]
    assert not any(e.points for e in found.episodes)


def test_a_series_without_a_list_of_episodes_has_those_that_were_judged() -> None:
    assert [e.number for e in arc(Series("X"), [episode(1, 9, 70), episode(2, 4, 60)], {}).episodes] == [4, 9]


def test_few_voices_have_no_interval_or_a_wide_one() -> None:
    found = arc(SERIES, [episode(1, 1, 80), episode(2, 2, 80), episode(3, 2, 60)], {}).episodes
    assert found[0].few
    assert found[0].reception is not None
    assert found[0].reception.low is None
    assert found[1].reception is not None
    assert (found[1].reception.low or 0, found[1].reception.high or 0) == pytest.approx((70 - 63.14, 100), abs=0.1)


@pytest.mark.parametrize(("freedom", "t"), [(1, 6.314), (9, 1.833), (10, 1.812), (30, 1.697), (1000, 1.646)])
def test_students_t_is_that_of_the_tables(freedom: int, t: float) -> None:
    assert student(freedom) == pytest.approx(t, abs=0.002)


def test_alike_scores_are_not_surer_than_their_rounding() -> None:
    found = interval([70.0] * 4, 0, 100, 2.9)
    assert found is not None
    assert (found.high or 0) - found.mean == pytest.approx(2.353 * 2.9 / 2)


def test_the_press_turns() -> None:
    scores = [
        (of, 80 + n % 3 * 4 if of < 4 else 50 + n % 3 * 4, n % 3) for n, of in enumerate([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6])
    ]
    found = arc(
        SERIES, [episode(n, of, score, site=f"S{site}", author=str(n)) for n, (of, score, site) in enumerate(scores, 1)], {}
    )
    assert found.turn is not None
    assert (found.turn.at, found.turn.n_before, found.turn.n_after) == (4, 6, 6)
    assert found.turn.points == pytest.approx(-30, abs=3)
    assert found.turn.chance <= 0.05


def test_noise_does_not_turn() -> None:
    random = Random(7)
    claimed = 0
    for _ in range(40):
        row = [Placed(n // 2, random.gauss(60, 15), str(n % 5)) for n in range(24)]
        claimed += turned(row) is not None
    assert claimed <= 5  # one in twenty is expected; six or more would come once in thirty times


def test_other_reviewers_are_no_turn() -> None:
    """Mild outlets leave, harsh ones come; those that stay think as before, or better."""
    early = [Placed(1 + n % 3, 80 + n, f"mild {n}") for n in range(6)]
    late = [Placed(4 + n % 3, 40 + n, f"harsh {n}") for n in range(6)]
    assert turned([*early, *late]) is not None
    stays = [Placed(1, 55, "stays"), Placed(6, 60, "stays")]
    assert turned([*early, *late, *stays]) is None


def test_a_tiny_turn_of_many_is_none_and_too_few_are_none() -> None:
    assert turned([Placed(n // 50, 60 + 4 * (n >= 100), str(n)) for n in range(200)]) is None
    assert turned([Placed(n, 90 if n < SIDE - 1 else 10, str(n)) for n in range(2 * SIDE - 2)]) is None
    assert turned([Placed(1, value, "x") for value in range(50)]) is None


def test_hostile_entries() -> None:
    assert arc(SERIES, [], {}).whole is None
    assert arc(Series("X"), [], {}).episodes == ()
    nothing = replace(entry(1, "episode_review", None, None), episode=None, stance_from=None)
    wild = replace(entry(2), stance=7.0, episode_scores={-3: 50.0, 2: 900.0, 3: float("nan")})
    found = arc(SERIES, [nothing, wild], {1: 99, 2: 2})
    assert found.whole is not None
    assert found.whole.mean == 100
    assert not any(e.points for e in found.episodes)


def test_ten_thousand_entries_take_a_second_or_two() -> None:
    random = Random(1)
    entries = [
        episode(n, 1 + n % 6, random.gauss(75 if n % 6 < 3 else 60, 10), site=f"S{n % 400}", author=str(n))
        for n in range(1, 10_001)
    ]
    start = perf_counter()
    found = arc(SERIES, entries, {})
    assert perf_counter() - start < 6
    assert found.turn is not None
    assert found.turn.at == 3 or found.turn.at == 4
