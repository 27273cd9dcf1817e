"""Which outlets changed their minds."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from pipeline.minds import changes_of_mind
from pipeline.store import Entry
from tests.pressroom import entry, episode, said

FIRST = episode(1, 1, 80, site="Paper")
VERDICT = entry(2, stance=-0.4, site="Paper")


def test_an_outlet_changes_its_mind_and_both_say_so() -> None:
    sentences = {
        1: [
            said(1, "A lovely opening.", 0.9, "story", paragraph=0),
            said(1, "The lanterns alone are worth the evening.", 0.8, "visuals"),
        ],
        2: [
            said(2, "The lanterns look fine.", 0.9, "visuals"),
            said(2, "By the end the plot has eaten its own tail.", -0.7, "story"),
        ],
    }
    (found,) = changes_of_mind([VERDICT, FIRST], {}, sentences)
    assert (found.site, found.before.name, found.after.name) == ("Paper", "first impressions", "verdict")
    assert found.points == -50
    assert [s.sentence.text for s in (found.before.said, found.after.said) if s.sentence] == [
        "The lanterns alone are worth the evening.",
        "By the end the plot has eaten its own tail.",
    ]
    assert [s.entry.id for s in (found.before.said, found.after.said)] == [1, 2]


def test_previews_count_where_there_are_no_first_impressions_and_late_episodes_are_none() -> None:
    preview = entry(3, "preview", "2023-12-01", 0.8, site="Paper")
    late = episode(4, 9, 20, site="Paper")
    assert [c.before.name for c in changes_of_mind([preview, late, VERDICT], {}, {})] == ["preview"]
    assert changes_of_mind([late, VERDICT], {}, {}) == ()


def test_what_is_within_the_noise_is_no_change() -> None:
    assert changes_of_mind([FIRST, entry(2, stance=0.5, site="Paper")], {}, {}) == ()


def test_a_text_that_was_read_is_less_sure_than_a_score() -> None:
    read = {"stance_from": "inferred", "site": "Paper"}
    texts = [entry(1, "preview", "2023-12-01", 0.9, **read), entry(2, stance=-0.9, **read)]
    assert changes_of_mind(texts, {}, {}) == ()


def test_where_an_outlets_reviewers_disagree_nothing_is_claimed() -> None:
    other = entry(5, stance=0.6, day="2024-04-20", site="Paper")
    assert changes_of_mind([FIRST, VERDICT, other], {}, {}) == ()


def test_a_second_look_may_change_back() -> None:
    second = entry(5, stance=0.6, day="2024-05-20", site="Paper")
    found = changes_of_mind([FIRST, VERDICT, second], {}, {})
    assert [(c.before.name, c.after.name) for c in found] == [("first impressions", "verdict"), ("verdict", "second look")]


def test_of_others_and_of_copies_nothing_is_told() -> None:
    assert changes_of_mind([episode(1, 1, 80), VERDICT], {}, {}) == ()
    assert changes_of_mind([FIRST, VERDICT], {2: 77}, {}) != ()
    origin = entry(77, stance=-0.4, day="2024-04-09", site="Wire")
    assert changes_of_mind([FIRST, VERDICT, origin], {2: 77}, {}) == ()
    assert changes_of_mind([], {}, {}) == ()
    assert changes_of_mind([entry(1, day=None), entry(2, stance=None, day=None)], {}, {}) == ()


KINDS = st.sampled_from(["preview", "episode_review", "review", "news"])
PIECES = st.lists(st.tuples(KINDS, st.integers(1, 28), st.integers(-10, 10), st.integers(1, 3), st.integers(1, 13)), max_size=25)


@given(PIECES, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_n_is_the_evidence(pieces: list[tuple[str, int, int, int, int]], random: Random) -> None:
    entries: list[Entry] = [
        entry(
            n,
            kind,
            f"2024-0{1 + of % 5}-{day:02}",
            stance / 10,
            site=f"S{site}",
            episode=of if kind == "episode_review" else None,
        )
        for n, (kind, day, stance, site, of) in enumerate(pieces, 1)
    ]
    found = changes_of_mind(entries, {}, {})
    assert found == changes_of_mind(random.sample(entries, len(entries)), {}, {})
    for change in found:
        for stage in (change.before, change.after):
            assert stage.amount.n == len(stage.entries)
            assert {e.site for e in stage.entries} == {change.site}
            assert stage.said.entry in stage.entries
