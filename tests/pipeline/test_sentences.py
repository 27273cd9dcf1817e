"""Sentences and clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sentences import clauses, split


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("en", "It rains. It pours!", ["It rains.", "It pours!"]),
        ("en", "Dr. Mori wrote it with Mr. Abe. I cried.", ["Dr. Mori wrote it with Mr. Abe.", "I cried."]),
        ("en", "It earns 7.5 out of 10. Good.", ["It earns 7.5 out of 10.", "Good."]),
        ("ja", "雨が降る。風が吹く。", ["雨が降る。", "風が吹く。"]),
        ("es", "¿Vale la pena? Sí.", ["¿Vale la pena?", "Sí."]),
        ("xx", "No such language. Still two.", ["No such language.", "Still two."]),
        ("en", "   ", []),
        ("en", "", []),
        ("en", "It is plan C \u00a0. So be it.", ["It is plan C \u00a0.", "So be it."]),
        ("en", "It is on Xbox Series X. Marta Quill directs.", ["It is on Xbox Series X.", "Marta Quill directs."]),
        ("en", "Plan\u3000B\u3000. It holds.", ["Plan\u3000B\u3000.", "It holds."]),
    ],
)
def test_split(language: str, text: str, sentences: list[str]) -> None:
    assert split(text, language) == sentences


@given(st.text(alphabet="abC .!?\"'。’…\u00a0\u3000", max_size=60))
def test_splitting_loses_nothing_but_blanks(text: str) -> None:
    assert "".join("".join(split(text, "en")).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("It is gorgeous, but the plot goes nowhere.", ["It is gorgeous", "but the plot goes nowhere."]),
        ("Although it is slow, I stayed.", ["Although it is slow, I stayed."]),
        ("The art shines; the script limps.", ["The art shines", "the script limps."]),
        ("The songs soar — the drums do not.", ["The songs soar —", "the drums do not."]),
        ("Slow but sure.", ["Slow but sure."]),
        ("A well-drawn half-hour.", ["A well-drawn half-hour."]),
        ("The butter melts.", ["The butter melts."]),
        ("", [""]),
    ],
)
def test_clauses(sentence: str, parts: list[str]) -> None:
    assert [p.rstrip(" —") for p in clauses(sentence)] == [p.rstrip(" —") for p in parts]


@given(
    st.lists(st.sampled_from(["good", "plot", "but", "however", "while", "it;", "—", "yet", "bad,", "the"]), max_size=14).map(
        " ".join
    )
)
def test_the_clauses_hold_all_words_in_order(sentence: str) -> None:
    def words(text: str) -> list[str]:
        return [w for word in text.split() if (w := word.strip(" ,;"))]

    assert words(" ".join(clauses(sentence))) == words(sentence)
