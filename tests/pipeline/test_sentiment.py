"""The engines: what each must keep, and plain sentences that nobody could misread. How good they are is measured in benchmarks/."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textblob import TextBlob

from pipeline.sentiment import Unit, engine
from pipeline.sentiment.analyzer import CriticAnalyzer
from pipeline.sentiment.critic import TABLE

PLAIN = [
    ("The animation is beautiful and the music is wonderful.", 1),
    ("A delightful, moving and superbly acted film.", 1),
    ("The plot is a mess and the jokes are painfully dull.", -1),
    ("It is boring, and I regret every minute of it.", -1),
]


def polarity(name: str, text: str) -> float | None:
    return engine(name).judge([Unit(text)])[0].polarity


@pytest.mark.parametrize("name", ["critic", "textblob"])
@pytest.mark.parametrize(("text", "sign"), PLAIN)
def test_plain_sentences_have_the_plain_sign(name: str, text: str, sign: int) -> None:
    judged = polarity(name, text)
    assert judged is not None
    assert judged * sign > 0


@pytest.mark.parametrize("name", ["critic", "textblob"])
@given(text=st.text(max_size=200))
def test_whatever_stands_there_the_scale_is_kept(name: str, text: str) -> None:
    [judged] = engine(name).judge([Unit(text)])
    assert judged.polarity is None or -1 <= judged.polarity <= 1
    assert 0 <= judged.confidence <= 1


@pytest.mark.parametrize("name", ["critic", "textblob"])
def test_one_judgement_a_unit_in_order_and_the_same_every_time(name: str) -> None:
    units = [Unit(text) for text, _ in PLAIN]
    judged = engine(name).judge(units)
    assert len(judged) == len(units)
    assert judged == engine(name).judge(units) == [engine(name).judge([u])[0] for u in units]


@pytest.mark.parametrize("name", ["critic", "textblob"])
def test_it_says_on_which_words_it_rests(name: str) -> None:
    [judged] = engine(name).judge([Unit("The music is wonderful.")])
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
