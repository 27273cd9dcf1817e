"""What real pages do to names: titles that begin with a character, people known from other works, slips, and casts of which nobody says the language."""

from dataclasses import replace

import pytest

from pipeline.claims.names import is_misspelt, key
from pipeline.series import Series
from tests.pipeline.test_claims import ANIME, SHOW, said

MIRRIN = Series(
    title="Mirrin: Beyond the Long Road",
    characters=("Mirrin", "The Warden"),
    cast={"Rin Hayashi": "Mirrin", "Ken Satō": "Oswin"},
    staff={"Toshihiko Kawanabe": "character design"},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fans of Mirrin: Beyond the Long Road must wait.", ""),
        ("Tags: anime, Mirrin: Beyond the Long Road", ""),
        ("Cast\n\nMirrin: Rin Hayashi\n\nOswin: Ken Satō", "cast mirrin hayashi rin,cast oswin ken sato"),
        ("The heroine, played by Nao Berg, is called Ida.", ""),
    ],
)
def test_a_title_that_begins_with_a_character_gives_nobody_a_part(text: str, expected: str) -> None:
    assert said(text, MIRRIN) == set(filter(None, expected.split(",")))


def test_the_first_part_of_a_title_names_the_series_where_somebody_in_it_is_called_so() -> None:
    assert MIRRIN.names == ("Mirrin: Beyond the Long Road", "Mirrin")
    assert Series(title="Iron Moth: Second Flight", characters=("Tama",)).names == ("Iron Moth: Second Flight",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nao Berg of Top Ferry plays Tama.", "cast tama berg nao"),
        ("Jan Kral of the long-running Low Water voices Old Moth.", "cast moth old jan kral"),
        ("Rin Hayashi is known as Wren of Salt Road.", ""),
        ("Nao Berg as Wick, Jan Kral as Ida Loom and Per Lind as Corwin Ash complete the crew.", "cast wick berg nao,cast ida lom jan kral,cast ash corwin lind per"),
        ("Nao Berg sees Paris as Rome.", ""),
        ("Old Moth the mage (Nao Berg) has a secret.", "cast moth old berg nao"),
    ],
)  # fmt: skip
def test_who_has_a_part_and_where_he_is_known_from(text: str, expected: str) -> None:
    assert {c for c in said(text, replace(ANIME, cast={})) if c.startswith("cast")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aki (Nao Berg) is a thief, and Tama (Jan Kral) is her boss.", "cast aki mori (english) berg nao,cast tama (english) jan kral"),
        ("Aki (Nao Berg) is a thief, and Tama (Rin Hayashi) is her boss.", "cast aki mori berg nao,cast tama hayashi rin"),
        ("Aki (Nao Berg) is a thief.", "cast aki mori berg nao"),
    ],
)  # fmt: skip
def test_several_parts_that_are_others_than_in_the_file_are_those_of_the_dub(text: str, expected: str) -> None:
    assert {c for c in said(text) if c.startswith("cast")} == set(expected.split(","))


def test_a_shows_other_cast_is_no_dub() -> None:
    show = replace(SHOW, cast={"Rin Hayashi": "Nora Pike", "Ken Satō": "Len Corby"})
    found = said("Nora (Nao Berg) is a thief, and Len (Jan Kral) is her boss.", show)
    assert not any("english" in claim for claim in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adapted from a manga which Nao Berg wrote and Jan Kral illustrated, it is about a road.", "original creator berg nao"),
        ("It is based on the manga that Nao Berg writes and Jan Kral draws.", "original creator berg nao"),
        ("The manga it adapts is written by Nao Berg, with pictures by Jan Kral.", "original creator berg nao"),
        ("The manga behind Iron Moth is by Nao Berg and Jan Kral.", "original creator berg nao,original creator jan kral"),
        ("The anime adapts the manga of that name by author Nao Berg and illustrator Jan Kral.", "original creator berg nao,original creator jan kral"),
        ("Nao Berg wrote and drew the manga that Iron Moth adapts.", "original creator berg nao"),
        ("Nao Berg, co-creator of the show, spoke on Friday.", "original creator berg nao"),
        ("Nao Berg and Jan Kral are the writers.", "script berg nao,script jan kral"),
        ("Nao Berg and Jan Kral are the last to leave.", ""),
        ("Nao Berg, who wrote the show with Jan Kral, knows the town.", "script berg nao,script jan kral"),
        ("Nao Berg (Salt Road) writes the screenplays.", "script berg nao"),
        ("Nao Berg is its director, Jan Kral and Per Lind wrote the scripts.", "director berg nao,script jan kral,script lind per"),
        ("Nao Berg directs the opener.", ""),
        ("Nao Berg made the first three episodes himself as director.", ""),
        ("Nao Berg writes", ""),
        ("Clay of Lamps performs the first opening theme, \"Moths\".", "opening theme clay lamps of"),
    ],
)  # fmt: skip
def test_who_made_it_in_the_words_of_real_pages(text: str, expected: str) -> None:
    found = {c.removeprefix("staff ") for c in said(text, replace(ANIME, staff={})) if c.startswith("staff")}
    assert found == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("Toshihiro Kawanabe", "Toshihiko Kawanabe", False),
        ("Toshiro Kawamori", "Toshihiro Kawamori", True),
        ("Motonobus Hori", "Motonobu Hori", True),
        ("Haruka Berg", "Haruko Berg", False),
        ("Hideki Berg", "Hideaki Berg", False),
        ("Kenichi Berg", "Kenichiro Berg", False),
        ("Motonobus Hori", "Motonobu Kano", False),
    ],
)
def test_a_slip_in_a_long_name_is_no_other_person(one: str, other: str, slip: bool) -> None:
    assert is_misspelt(key(one), key(other)) is slip


def test_whom_the_file_has_is_meant_by_a_misspelt_name() -> None:
    series = replace(ANIME, staff={"Toshihiro Kawamori": "character design"})
    assert "staff character design kawamori toshihiro" in said("Toshiro Kawamori designs the characters.", series)


_DUB = "One can hear the English dub, too. Announced for it are:\n\nNao Berg as Aki\n\nJan Kral as Old Moth"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nao Berg as Wick\nJan Kral as Dr. Sable\nPer Lind as Old Moth", "cast wick berg nao,cast dr sable jan kral,cast moth old lind per"),
        ("The voices are:\nWick – Nao Berg\nOld Moth – Jan Kral\nTama – Per Lind", "cast wick berg nao,cast moth old jan kral,cast tama lind per"),
        (_DUB, "cast aki mori (english) berg nao,cast moth old (english) jan kral"),
        (_DUB.replace("English dub", "songs"), "cast aki mori berg nao,cast moth old jan kral"),
    ],
)  # fmt: skip
def test_a_list_that_is_typed_line_by_line(text: str, expected: str) -> None:
    series = replace(ANIME, cast={"Rin Hayashi": "Tama"}, characters=("Aki Mori", "Old Moth"))
    assert {c for c in said(text, series) if c.startswith("cast")} == set(expected.split(","))


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Iron Moth, episode 12", "- Episode: 12\n\n- Director: Nao Berg\n\n- Airdate: 2024-11-30", ""),
        ("Iron Moth", "- Episodes: 12\n\n- Director: Nao Berg", "staff director berg nao"),
        ("Iron Moth", "This episode's director: Nao Berg", ""),
        ("Iron Moth", "Director Nao Berg designed the action sequences.", ""),
        ("Iron Moth", "Director Nao Berg talked about the action sequences.", "staff director berg nao"),
    ],
)
def test_who_directs_a_part_of_it_directs_not_all(title: str, text: str, expected: str) -> None:
    found = {c for c in said(text, replace(ANIME, staff={}), title) if c.startswith("staff")}
    assert found == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The opening theme is Embers by Clayne.", "staff opening theme clayne"),
        ("The manhwa is itself an adaptation of the web novel Only the Moth, written by Nao Berg.", "staff original creator berg nao"),
        ("The anime is based on the web novel Only the Moth, written by Nao Berg.", "source web novel,staff original creator berg nao"),
        ("It is produced by Lamp & Sons and Goro Endo Productions.", ""),
        ("Nao Berg is terrific as the daughter of Old Moth.", ""),
        ("Nao Berg and Jan Kral have less to do as Aki and Tama Mori.", ""),
        ("Old Moth is played in the film by Nao Berg.", ""),
        ("The live-action series starts on Netflix on November 28 with Nao Berg as Tama.", ""),
        ("Anime News | Edited by Nao Berg", ""),
        ("In Kite Weekly's Iron Moth review it was given an 8/10.", "rating kite weekly 8/10"),
        ("Aki Mori | Tama | Old Moth | Wick Ashgrove", ""),
    ],
)  # fmt: skip
def test_what_is_of_another_version_or_of_nobody(text: str, expected: str) -> None:
    assert said(text, replace(ANIME, staff={"Goro Endo": "producer"}, cast={})) == set(filter(None, expected.split(",")))


def test_an_anime_article_about_its_live_action_version_says_nothing_of_it() -> None:
    assert said("It starts on Netflix on November 28.", title="Iron Moth becomes a live-action series") == set()
    assert said("It starts on Netflix on November 28.", replace(SHOW), title="Harrow Street, a live-action series")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The DC drama builds on the film.", ""),
        ("DC fans will get another look at the city.", ""),
        ("It is made by DC Studios.", "studio dc"),
        ("Halfmoon makes the show.", "studio halfmon"),
    ],
)
def test_a_house_with_much_else_is_no_studio_by_its_bare_name(text: str, expected: str) -> None:
    show = replace(SHOW, studio=("DC Studios", "Halfmoon Studio"))
    assert {c for c in said(text, show) if c.startswith("studio")} == set(filter(None, expected.split(",")))
