"""Who makes it, who is heard in it, and what it was made from: what ties a person to a role of this work, and what only stands beside it."""

import pytest

from tests.pipeline.test_claims import ANIME, FILM, GAME, SHOW, said

_OF = {"anime": ANIME, "film": FILM, "show": SHOW, "game": GAME}


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("anime", "Its English dub has begun. Jan Kral voices Tama in it.", "cast tama (english) jan kral"),
        ("anime", "The German dub has begun. Jan Kral voices Tama, and Old Moth is Nao Berg.", "cast tama (german) jan kral,cast moth old (german) berg nao"),
        ("anime", "The dub is out. It is good. Jan Kral voices Tama.", "cast tama (english) jan kral"),
        ("anime", "Its English dub has begun. Rin Hayashi voices Tama.", "cast tama hayashi rin"),
        ("anime", "The English dub is out. The Japanese cast is better. Nao Berg voices Old Moth.", "cast moth old berg nao"),
        ("anime", "The English dub is out.\n\nNao Berg voices Old Moth.", "cast moth old berg nao"),
        ("anime", "For comparison, the Japanese track has Nao Berg as Tama.", "cast tama berg nao"),
        ("anime", "Jan Kral, as the English Tama, drops his voice.", "cast tama (english) jan kral"),
        ("anime", "The book is out in English. Jan Kral voices Tama.", "cast tama jan kral"),
        ("game", "The Japanese cast was introduced. Nao Berg plays the Purser.", "cast purser the (japanese) berg nao"),
        ("game", "Nao Berg plays the Purser.", "cast purser the berg nao"),
    ],
)  # fmt: skip
def test_voices_are_those_of_the_language_spoken_of(series: str, text: str, expected: str) -> None:
    assert {c for c in said(text, _OF[series]) if c.startswith("cast")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("show", "Jan Kral as Dr. Sable Ito and Nao Berg as Warden Kesh join the cast.", "cast dr ito sable jan kral,cast kesh warden berg nao"),
        ("show", "Jan Kral plays Mrs. Pike-Orr.", "cast mrs pikeorr jan kral"),
        ("anime", "Iron Moth is based on the memoir by Judge Patricia Owusu.", "staff original creator owusu patricia"),
        ("anime", "It is directed by Dr. Nao Berg.", "staff director berg nao"),
        ("anime", "Mr. Ōno, our director, was ill.", "staff director haruko ono"),
        ("show", "With the Writers Guild on strike, nothing is being filmed.", ""),
    ],
)  # fmt: skip
def test_a_title_before_a_name_is_no_end_of_it(series: str, text: str, expected: str) -> None:
    assert {c for c in said(text, _OF[series]) if c.startswith(("cast", "staff"))} == set(filter(None, expected.split(",")))
