"""Praise of what might have been is no praise."""

import pytest

from pipeline.wishes import wished


@pytest.mark.parametrize(
    "sentence",
    [
        "It could have been better.",
        "This could’ve been something special.",
        "I wanted to love it.",
        "I wanted so badly to like these two.",
        "It would be a 9 if the ending held.",
        "I wish the score were used more.",
        "If only the plot had kept up.",
        "There is wasted potential everywhere.",
        "The finale could have used another ten minutes.",
    ],
)
def test_wishes(sentence: str) -> None:
    assert wished(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It could not have been better.",
        "I couldn't have asked for more.",
        "It is better.",
        "I love it.",
        "You can watch it on Friday.",
        "They could have been sisters.",
        "",
    ],
)
def test_other_sentences(sentence: str) -> None:
    assert not wished(sentence)
