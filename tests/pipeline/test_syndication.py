"""Copies of one text are counted once."""

import random

import pytest

from pipeline.syndication import origins


def prose(seed: int, words: int = 120) -> str:
    dice = random.Random(seed)
    return " ".join("".join(dice.choices("abcdefghij", k=5)) for _ in range(words))


ONE, TWO = prose(1), prose(2)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], []),
        (["", ""], [0, 1]),
        ([ONE, TWO], [0, 1]),
        ([ONE, ONE], [0, 0]),
        ([ONE, TWO, ONE], [0, 1, 0]),
        ([ONE, ONE.upper().replace(" ", ", ")], [0, 0]),
        ([ONE, " ".join(ONE.split()[:60])], [0, 0]),
        ([" ".join(ONE.split()[:60]), ONE], [0, 0]),
        ([ONE, f"A word of our own first. {ONE} And one after."], [0, 0]),
        ([ONE, f"{TWO} As they wrote: {' '.join(ONE.split()[:30])}"], [0, 1]),
        (["Stay tuned for more.", "Stay tuned for more."], [0, 1]),
        ([ONE, ONE, ONE], [0, 0, 0]),
    ],
)
def test_origins(texts: list[str], expected: list[int]) -> None:
    assert origins(texts) == expected
