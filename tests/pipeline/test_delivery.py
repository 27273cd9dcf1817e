"""Promise against delivery: kept, broken or open, and never by one review alone."""

from dataclasses import replace
from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.assessment import Opinion
from pipeline.delivery import Grounds, Promise, delivery
from pipeline.outspoken import doubts, leaning, promises
from pipeline.series import Series
from pipeline.store import Entry, StoredSentence
from tests.pressroom import entry, said

SERIES = Series("Bramble Station", staff={"Ada Quill": "music"}, themes={"railways": ("railway*",)})
PREVIEW = entry(1, "preview", "2023-12-01")
TUNES = said(1, "The soundtrack promises to be superb from first to last.", 0.8, "music")
GOOD = "The soundtrack is gorgeous from the first bar on."
BAD = "The soundtrack is dull and never becomes more than wallpaper."


def outcome(*judged: str, sites: int = 9, promise: StoredSentence = TUNES, aspect: str = "music") -> list[Promise]:
    """The promises when each of these sentences is all that one review says of the aspect."""
    reviews = [entry(n, site=f"Site {n % sites}") for n in range(2, 2 + len(judged))]
    sentences = {
        e.id: [said(e.id, text, 0.8 if leaning(text) > 0 else -0.8 if leaning(text) < 0 else 0.0, aspect)]
        for e, text in zip(reviews, judged, strict=True)
    }
    return list(delivery(SERIES, [PREVIEW, *reviews], {}, sentences | {1: [promise]}))


@pytest.mark.parametrize(
    ("judged", "status", "because"),
    [
        ((GOOD,) * 3, "kept", Grounds("agreed", 3, 3, 3)),
        ((BAD,) * 4 + (GOOD,), "broken", Grounds("agreed", 5, 5, 1)),
        ((), "open", Grounds("unjudged")),
        ((GOOD,), "open", Grounds("one", 1, 1, 1)),
        ((BAD,), "open", Grounds("one", 1, 1, 0)),
        ((GOOD, GOOD), "open", Grounds("few", 2, 2, 2)),
        ((GOOD, GOOD, GOOD, BAD), "open", Grounds("divided", 4, 4, 3)),
        ((GOOD, GOOD, BAD, BAD), "open", Grounds("divided", 4, 4, 2)),
        (("The soundtrack plays under the credits each week.",) * 3, "open", Grounds("no side", 3)),
    ],
)
def test_what_came_of_it(judged: tuple[str, ...], status: str, because: Grounds) -> None:
    (found,) = outcome(*judged)
    assert (found.aspect, found.status, found.because) == ("music", status, because)
    assert found.promised[0].sentence == TUNES
    assert len(found.kept) + len(found.broken) + len(found.mixed) == len(judged)


def test_one_outlet_alone_breaks_nothing() -> None:
    (found,) = outcome(BAD, BAD, BAD, sites=1)
    assert (found.status, found.because) == ("open", Grounds("one outlet", 3, 3, 0))


def test_a_majority_of_one_outlet_keeps_nothing() -> None:
    reviews = [entry(n, site="One") for n in range(2, 7)] + [entry(7, site="Other")]
    sentences = {n: [said(n, GOOD, 0.8, "music")] for n in range(2, 7)} | {7: [said(7, BAD, -0.8, "music")], 1: [TUNES]}
    (found,) = delivery(SERIES, [PREVIEW, *reviews], {}, sentences)
    assert (found.status, found.because) == ("open", Grounds("one outlet", 6, 6, 5))


def test_sentences_that_do_not_name_the_aspect_are_no_side_by_themselves() -> None:
    """They stand under a heading, or after a sentence, that names it; that is no firm ground."""
    (found,) = outcome(*("It is gorgeous from start to finish.",) * 3)
    assert (found.status, len(found.mixed)) == ("open", 3)


def test_where_a_sentence_turns_each_aspect_has_its_own_clause() -> None:
    text = "The soundtrack is gorgeous, but the plot, for all its trains, is a mess."
    reviews = [entry(n) for n in (2, 3, 4)]
    sentences = {n: [said(n, text, 0.0, "music", "story")] for n in (2, 3, 4)}
    plot = said(1, "The plot promises to be superb.", 0.8, "story", position=2)
    found = delivery(SERIES, [PREVIEW, *reviews], {}, sentences | {1: [TUNES, plot]})
    assert [(p.aspect, p.status) for p in found] == [("story", "broken"), ("music", "kept")]


def test_both_sides_are_quoted_and_never_from_the_opening() -> None:
    (found,) = outcome(*(GOOD,) * 5, BAD)
    assert [s.sentence.text if s.sentence else "" for s in (found.kept[0], found.broken[0])] == [GOOD, BAD]
    opening = said(1, "The soundtrack promises to be superb.", 0.8, "music", paragraph=0)
    assert outcome(GOOD, promise=opening) == []


def test_copies_of_a_review_count_once() -> None:
    reviews = [entry(n) for n in (2, 3, 4)]
    sentences = {1: [TUNES], **{n: [said(n, GOOD, 0.8, "music")] for n in (2, 3, 4)}}
    (found,) = delivery(SERIES, [PREVIEW, *reviews], {3: 2, 4: 2}, sentences)
    assert (found.status, len(found.kept)) == ("open", 1)


def test_a_subject_that_enough_reviews_speak_of_stands_alone() -> None:
    fights = said(1, "The fight choreography looks set to be terrific.", 0.8, "animation")
    moves = said(1, "The animation is gorgeous in every clip so far.", 0.8, "animation", position=2)
    reviews = [entry(n) for n in range(2, 8)]
    sentences = {
        e.id: [said(e.id, "The fights are a mess and badly cut.", -0.8, "animation")]
        if e.id < 5
        else [said(e.id, "The animation is gorgeous all the way through.", 0.8, "animation")]
        for e in reviews
    }
    found = delivery(SERIES, [PREVIEW, *reviews], {}, sentences | {1: [fights, moves]})
    assert [(p.subject, p.status) for p in found] == [("", "open"), ("fights", "broken")]
    fewer = delivery(SERIES, [PREVIEW, *reviews[2:]], {}, sentences | {1: [fights, moves]})
    assert [(p.subject, len(p.promised)) for p in fewer] == [("", 1)]


def test_the_own_score_of_an_aspect_decides() -> None:
    scored = [replace(entry(n), opinions=(Opinion("aspect", "music", None, score=30.0),)) for n in (2, 3, 4)]
    (found,) = delivery(SERIES, [PREVIEW, *scored], {}, {1: [TUNES]})
    assert found.status == "broken"
    assert [s.sentence for s in found.broken] == [None] * 3


@pytest.mark.parametrize(
    "text",
    [
        "If the soundtrack is as good as the posters, this will be the one to hear.",
        "Will the soundtrack be superb?",
        "I hope that the soundtrack will be superb.",
        "Music: Ada Quill",
        "The trailer is superb, and there is nothing more to tell.",
    ],
)
def test_hedges_questions_credits_and_other_things_promise_nothing(text: str) -> None:
    assert outcome(GOOD, GOOD, GOOD, promise=said(1, text, 0.8, "music")) == []


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("A gorgeous, assured hour.", 1),
        ("It is rushed and muddled.", -1),
        ("It is not gorgeous.", 0),
        ("It never drags.", 0),
        ("Gorgeous, and dull.", 0),
        ("Unlike Iron Choir, which was superb, this drags.", -1),
        ("The train leaves at nine.", 0),
    ],
)
def test_outspoken_words(text: str, side: int) -> None:
    assert leaning(text) == side


def test_outspoken_promises() -> None:
    assert promises("It looks set to be the hit of the winter.")
    assert not promises("It looks set to be a hit, although one may wonder.")
    assert doubts("I worry about the length.")


WORDS = st.sampled_from(
    [GOOD, BAD, "The music hums.", "A superb tune.", "The fights will be stunning.", "", "Ada Quill sings.", "\x00 ?"]
)
SAID = st.lists(
    st.tuples(st.sampled_from(["preview", "review", "episode_review"]), WORDS, st.none() | st.floats(-1, 1)), max_size=12
)


@given(SAID, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_no_review_stands_twice(pieces: list[tuple[str, str, float | None]], random: Random) -> None:
    entries: list[Entry] = [entry(n, kind, site=f"S{n % 3}") for n, (kind, _, _) in enumerate(pieces, 1)]
    sentences = {n: [said(n, text, p, "music", "animation")] for n, (_, text, p) in enumerate(pieces, 1)}
    found = delivery(SERIES, entries, {}, sentences)
    assert found == delivery(SERIES, random.sample(entries, len(entries)), {}, sentences)
    for promise in found:
        ids = [s.entry.id for s in (*promise.kept, *promise.broken, *promise.mixed)]
        assert len(ids) == len(set(ids))
        assert promise.promised
        assert all(s.sentence and s.sentence.paragraph > 0 for s in promise.promised)
        if promise.status != "open":
            side = promise.kept if promise.status == "kept" else promise.broken
            assert len({s.entry.site for s in side}) > 1
            assert len(side) * 3 >= 2 * (len(promise.kept) + len(promise.broken))


def test_hostile_entries() -> None:
    assert delivery(SERIES, [], {}, {}) == ()
    assert delivery(SERIES, [PREVIEW], {}, {}) == ()
    blank = said(1, "", None)
    assert delivery(Series(""), [PREVIEW, entry(2, stance=None, day=None)], {1: 1}, {1: [blank], 2: [blank], 9: [blank]}) == ()


def test_ten_thousand_entries_take_seconds() -> None:
    entries = [entry(n, "preview" if n % 10 == 0 else "review", site=f"S{n % 300}") for n in range(1, 10_001)]
    sentences = {e.id: [TUNES if e.kind == "preview" else said(e.id, (GOOD, BAD, GOOD)[e.id % 3], 0.5, "music")] for e in entries}
    start = perf_counter()
    assert len(delivery(SERIES, entries, {}, sentences)) == 1
    assert perf_counter() - start < 8
