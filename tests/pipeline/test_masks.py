"""Names are taken out before an engine reads a sentence."""

import pytest

from pipeline.masks import Masks
from pipeline.series import Episode, Series


@pytest.mark.parametrize(
    ("sentence", "masked"),
    [
        ("Dead Calm Death March is a joy.", "it is a joy."),
        ("dead calm death march is a joy.", "it is a joy."),
        ("I love 死の行進！", "I love it！"),
        ("Vile Gore writes, and Gore sings.", "someone writes, and someone sings."),
        ("Grim Fairchild smiles; Fairchild always does.", "someone smiles; someone always does."),
        ("Studio Ugly drew it.", "they drew it."),
        ("“The Awful Wound” is the best hour.", "“it” is the best hour."),
        ("As good as “Terrible Minds of the Deep”.", "As good as it."),
        ("A dead calm falls.", "A dead calm falls."),
        ("She said “this is awful”.", "She said “this is awful”."),
        ("Nothing to hide here.", "Nothing to hide here."),
        ("", ""),
    ],
)
def test_mask(sentence: str, masked: str) -> None:
    series = Series(
        title="Dead Calm Death March",
        aliases=("死の行進",),
        staff={"Vile Gore": "director"},
        cast={"Ai Ono": "Grim Fairchild"},
        studio=("Studio Ugly",),
        episodes=(Episode(1, "The Awful Wound"),),
    )
    assert Masks(series).mask(sentence) == masked
