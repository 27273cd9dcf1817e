"""What is to be known of an outlet over all series."""

from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.outlets import K, Outlet, outlets
from pipeline.store import Entry
from pipeline.talk import ARTICLES, Talk, leanings
from tests.pressroom import entry, episode, spoke


def of(entries: dict[str, list[Entry]], site: str, origin: dict[int, int] | None = None) -> Outlet:
    return next(o for o in outlets(entries, origin or {}) if o.site == site)


def test_leniency_is_drawn_toward_nought_and_compares_the_same_works_only() -> None:
    works = {
        "a": [episode(1, 1, 80, site="Mild"), episode(2, 1, 60, site="Harsh")],
        "b": [episode(3, 1, 70, site="Mild"), episode(4, 1, 50, site="Harsh")],
        "c": [episode(5, 1, 10, site="Mild")],
    }
    mild = of(works, "Mild")
    assert mild.leniency is not None
    assert mild.leniency.works == ("a", "b")
    assert mild.leniency.points.mean == pytest.approx(20 * 2 / (2 + K))
    assert mild.amount is not None
    assert mild.amount.mean == pytest.approx(160 / 3)
    assert of({"c": works["c"]}, "Mild").leniency is None


def test_an_outlet_of_many_reviews_weighs_no_more_among_the_others() -> None:
    one = {"a": [episode(1, 1, 80, site="X"), episode(2, 1, 40, site="Y"), *(episode(n, 1, 60, site="Z") for n in range(3, 30))]}
    found = of(one, "X").leniency
    assert found is not None
    assert found.points.mean == pytest.approx(30 / (1 + K))
    assert found.points.low is None


def test_scale_recommendation_and_copies() -> None:
    own = [
        entry(n, site="Paper", score_as_written=f"{n}/10", recommends="yes" if n < 4 else "no" if n < 6 else None)
        for n in range(1, 7)
    ]
    paper = of({"a": [*own, entry(9, site="Copycat")]}, "Paper", {9: 1})
    assert (paper.scale, paper.recommends, paper.told, paper.reviews) == (10.0, 0.6, 5, (1, 2, 3, 4, 5, 6))
    assert [o.site for o in outlets({"a": [*own, entry(9, site="Copycat")]}, {9: 1})] == ["Paper"]


def test_what_it_talks_about_more_than_others() -> None:
    paper = [entry(n, site="Paper", opinions=spoke(music=6 + n % 2, story=2)) for n in range(10)]
    others = [entry(n, opinions=spoke(music=1, story=5 + n % 3, pacing=1)) for n in range(10, 30)]
    found = of({"a": [*paper, *others]}, "Paper")
    assert [leaning.aspect for leaning in found.leanings] == ["music"]
    assert found.leanings[0].share == pytest.approx(65 / 85)
    assert found.leanings[0].of_others == pytest.approx(20 / sum(7 + n % 3 for n in range(10, 30)))
    assert of({"a": [*paper[: ARTICLES - 1], *others]}, "Paper").leanings == ()


def test_one_long_piece_makes_no_leaning() -> None:
    """Remarks come in bunches: sixty of one article are the whim of one article."""
    paper = [
        entry(0, site="Paper", opinions=spoke(music=60)),
        *(entry(n, site="Paper", opinions=spoke(story=5)) for n in range(1, 8)),
    ]
    others = [entry(n, opinions=spoke(music=2, story=4)) for n in range(10, 40)]
    assert all(leaning.aspect != "music" for leaning in of({"a": [*paper, *others]}, "Paper").leanings)


def test_noise_makes_few_leanings() -> None:
    random = Random(3)
    names = [f"aspect{n}" for n in range(12)]

    def article() -> dict[str, int]:
        return {name: random.randint(0, 3) for name in names}

    found = sum(bool(leanings(Talk.of(article() for _ in range(12)), Talk.of(article() for _ in range(60)))) for _ in range(60))
    assert found <= 7


PIECES = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.sampled_from(["X", "Y", "Z"]),
        st.none() | st.integers(0, 100),
        st.integers(0, 4),
        st.integers(0, 4),
    ),
    max_size=25,
)


@given(PIECES, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_shares_sum_to_one(pieces: list[tuple[str, str, int | None, int, int]], random: Random) -> None:
    works: dict[str, list[Entry]] = {"a": [], "b": []}
    for n, (work, site, score, music, story) in enumerate(pieces, 1):
        works[work].append(episode(n, 1, score, site=site, opinions=spoke(music=music, story=story)))
    found = outlets(works, {})
    assert found == outlets({work: random.sample(own, len(own)) for work, own in reversed(works.items())}, {})
    assert sum(len(o.reviews) for o in found) == len(pieces)
    for o in found:
        assert sum(o.talks.values()) == pytest.approx(1 if o.remarks else 0)
        assert (o.amount.n if o.amount else 0) == sum(site == o.site and score is not None for _, site, score, _, _ in pieces)
        if o.leniency:
            assert o.leniency.points.n == len(o.leniency.works)
            assert (o.leniency.points.low is None) == (o.leniency.points.n == 1)


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=8))
def test_of_two_outlets_the_one_is_as_lenient_as_the_other_is_harsh(scores: list[tuple[int, int]]) -> None:
    works = {f"w{n}": [episode(2 * n, 1, a, site="X"), episode(2 * n + 1, 1, b, site="Y")] for n, (a, b) in enumerate(scores)}
    x, y = of(works, "X").leniency, of(works, "Y").leniency
    assert x is not None
    assert y is not None
    assert x.points.mean == pytest.approx(-y.points.mean)
    assert abs(x.points.mean) <= 100
    if x.points.low is not None:
        assert x.points.low == pytest.approx(-(y.points.high or 0))


def test_hostile_entries() -> None:
    assert outlets({}, {}) == ()
    assert outlets({"a": []}, {}) == ()
    (one,) = outlets({"a": [entry(1, "news", None, None)]}, {})
    assert (one.articles, one.reviews, one.amount, one.leniency, one.recommends, dict(one.talks)) == (1, (), None, None, None, {})


def test_ten_thousand_entries_take_a_second() -> None:
    random = Random(1)
    works = {
        f"w{w}": [
            episode(w * 2000 + n, 1, random.randint(20, 95), site=f"S{n % 200}", opinions=spoke(music=2, story=n % 5))
            for n in range(2000)
        ]
        for w in range(5)
    }
    start = perf_counter()
    assert len(outlets(works, {})) == 200
    assert perf_counter() - start < 4
