"""The engines: what each must keep, and plain sentences that nobody could misread. How good they are is measured in benchmarks/."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textblob import TextBlob

from pipeline.sentiment import ENGINES, Unit
from pipeline.sentiment.critic import TABLE, CriticAnalyzer

PLAIN = [
    ("The animation is beautiful and the music is wonderful.", 1),
    ("A delightful, moving and superbly acted film.", 1),
    ("The plot is a mess and the jokes are painfully dull.", -1),
    ("It is boring, and I regret every minute of it.", -1),
]


def polarity(engine: str, text: str) -> float | None:
    return ENGINES[engine].judge([Unit(text)])[0].polarity


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("text", "sign"), PLAIN)
def test_plain_sentences_have_the_plain_sign(engine: str, text: str, sign: int) -> None:
    judged = polarity(engine, text)
    assert judged is not None
    assert judged * sign > 0


@pytest.mark.parametrize("engine", ENGINES)
@given(text=st.text(max_size=200))
def test_whatever_stands_there_the_scale_is_kept(engine: str, text: str) -> None:
    [judged] = ENGINES[engine].judge([Unit(text)])
    assert judged.polarity is None or -1 <= judged.polarity <= 1
    assert 0 <= judged.confidence <= 1


@pytest.mark.parametrize("engine", ENGINES)
def test_one_judgement_a_unit_in_order_and_the_same_every_time(engine: str) -> None:
    units = [Unit(text) for text, _ in PLAIN]
    judged = ENGINES[engine].judge(units)
    assert len(judged) == len(units)
    assert judged == ENGINES[engine].judge(units) == [ENGINES[engine].judge([u])[0] for u in units]


@pytest.mark.parametrize("engine", ENGINES)
def test_it_says_on_which_words_it_rests(engine: str) -> None:
    [judged] = ENGINES[engine].judge([Unit("The music is wonderful.")])
    assert any("wonderful" in words for words, _ in judged.evidence)


def test_the_critic_reads_what_no_lexicon_can() -> None:
    assert (polarity("critic", "The pacing drags and the story goes nowhere.") or 0) < 0
    assert (polarity("critic", "I can’t recommend this to anybody.") or 0) < 0


def test_the_critic_says_nothing_of_what_merely_happens() -> None:
    assert polarity("critic", "She takes the train to the coast and meets her brother at the harbour.") is None


def test_the_critic_is_an_analyzer_for_textblob() -> None:
    assert (
        TextBlob(PLAIN[0][0], analyzer=CriticAnalyzer()).sentiment.polarity
        > 0
        > TextBlob(PLAIN[2][0], analyzer=CriticAnalyzer()).sentiment.polarity
    )


def test_the_table_is_small() -> None:
    assert TABLE.stat().st_size < 1_000_000
