"""Works that are one of several under a name: what "the sequel", "the first film", a number or a subtitle means there."""

from datetime import date

import pytest

from pipeline.claims.instalments import Instalment
from pipeline.series import Series
from tests.pipeline.test_claims import ANIME, FILM, SHOW, said

SECOND = Series(
    title="Salt Road: Part Two",
    medium="film",
    aliases=("Salt Road 2",),
    staff={"Odile Marsh": "director", "Gwen Rees": "original creator"},
    cast={"Kamran Vale": "Bashir Nolan", "Tess Orme": "Lady Vey"},
    facts={"release": date(2025, 3, 14), "source": "novel"},
)


@pytest.mark.parametrize(
    ("title", "medium", "number"),
    [
        ("Salt Road: Part Two", "film", 2),
        ("Salt Road Part III", "film", 3),
        ("Salt Road – Chapter 2", "film", 2),
        ("Night Ferry II", "game", 2),
        ("Night Ferry 3: Low Tide", "game", 3),
        ("Salt Road", "film", 0),
        ("Salt Road: Part One", "film", 0),
        ("Apollo 13", "film", 0),
        ("Night Ferry 2", "show", 0),
    ],
)
def test_the_number_of_a_work_stands_in_its_title(title: str, medium: str, number: int) -> None:
    found = Instalment.of(Series(title=title, medium=medium))
    assert (found.number if found else 0) == number


CASES = [
    # its own days
    ("Salt Road: Part Two opens on March 14.", "release 2025-03-14"),
    ("Salt Road: Part Two will be released in US theaters on March 14, 2025.", "release us 2025-03-14"),
    ("The sequel is now slated to open on March 14, 2025.", "release 2025-03-14"),
    ("The long-awaited follow-up will be released on March 14.", "release 2025-03-14"),
    ("Odile Marsh's sequel opens on March 14.", "release 2025-03-14"),
    ("The second half of the story opens on March 14.", "release 2025-03-14"),
    # what is the first one's
    ("The first film opened on October 1, 2021.", ""),
    ("Part One is streaming on Hulu.", ""),
    ("Salt Road had an odd launch in 2021, when it hit Hulu and theaters on the same day.", ""),
    ("The first Salt Road starred Kamran Vale as Bashir Nolan.", ""),
    ("The sequel stars Kamran Vale as Bashir Nolan.", "cast bashir nolan kamran vale"),
    ("Part Two is about Bashir gathering an army.", ""),
    # what comes next
    ("A third film is in development.", "sequel film yes"),
    ("Odile Marsh is working on a third film.", "sequel film yes"),
    ("A third and final film has not been announced yet.", "sequel film no"),
    ("Salt Road: Part Three will be released on December 18, 2026.", "sequel film yes"),
    ("A second film is in development.", ""),
    ("It is her third film.", ""),
    ("The sequel has been announced.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_of_several_films(text: str, expected: str) -> None:
    found = {c for c in said(text, SECOND) if not c.startswith("staff director") or "staff" in expected}
    assert found == set(filter(None, expected.split("|")))


def test_other_films_have_the_same_characters() -> None:
    older = "The first Salt Road film returns on disc. It has a following, with Ned Hale as Bashir, Ida Crane as Lady Vey and Al Moss as the king."
    assert not said(older, SECOND, "Bram Holt's Salt Road gets a new edition")
    later = "The name is Salt Road: Part Three. Kamran Vale is back as Bashir.\n\nSalt Road: Part Three has new faces.\n\nIt is set 12 years after Salt Road: Part Two."
    assert not said(later, SECOND, "The next one has an official title")


def test_a_first_film_may_have_a_second() -> None:
    assert said("A second film is in development.", FILM) == {"sequel film yes"}
    assert not said("Her second film is in development.", FILM)
    assert not said("A second film about farming is in development.", FILM)


SPUN = [
    (
        "Fans wait for Harrow Street: The Contest, a reality show. It is set to debut this November with ten episodes.",
        "",
    ),
    ("It led to a mobile game, Harrow Street: Unbound, which comes out on December 17.", ""),
    ("This is the start of Harrow Street: The Return, which premieres on December 17.", "premiere 2024-12-17"),
    ("Harrow Street 3 comes out on June 27, 2025.", "premiere season 3 2025-06-27|sequel season 3 yes"),
    ("Harrow Street 3 out on June 27, 2025.", "premiere season 3 2025-06-27|sequel season 3 yes"),
    ("The story goes on where the second season stopped.", ""),
    ("A third season, which will be the last, is planned.", "sequel season 3 yes|sequel season 4 no"),
    ("Season 3 was the last to be filmed there.", ""),
    ("She denied that the scene had been written to prepare a continuation.", ""),
    ("Harrow Street has nine episodes of 32 to 63 minutes each.", "episodes 9"),
    ("Harrow Street has thirteen hour-long episodes.", "episodes 13"),
    ("It is a contest inspired by the Korean series Harrow Street.", ""),
    ("**More from our site**\n- New on Hulu: Harrow Street and more", ""),
    ("- Harrow Street is on Hulu", "platform hulu"),
]


@pytest.mark.parametrize(("text", "expected"), SPUN, ids=[text for text, _ in SPUN])
def test_of_a_series_with_seasons_and_spin_offs(text: str, expected: str) -> None:
    assert said(text, SHOW) == set(filter(None, expected.split("|")))


def test_a_page_with_a_developer_is_of_a_game() -> None:
    box = "{}: Boss Kiln\n\nRelease date: December 17, 2024\n\nHarrow Street comes to phones."
    assert not said(box.format("Developer"), SHOW)
    assert said(box.format("Network"), SHOW)


def test_a_headline_tells_of_which_season_the_follow_up_is() -> None:
    text = "Hulu is preparing the nine-episode follow-up."
    assert "sequel season 2 yes" in said(text, SHOW, "Harrow Street Season 2: everything to know")
    assert "sequel sequel yes" in said(text, SHOW)


def test_who_is_named_before_his_role_is_nobody_else() -> None:
    text = "Haruko Ōno, the director of Iron Moth, has answered the question."
    assert said(text, ANIME, "Iron Moth director reacts to rumours of a spin-off by Dan Fisk") == {"staff director haruko ono"}


def test_the_works_of_somebody_in_passing_are_nobody() -> None:
    text = "Haruko Ōno, the filmmaker behind Silence, Miss Granger and The Keep, will direct Iron Moth."
    assert said(text, ANIME) == {"staff director haruko ono"}


def test_who_stands_among_the_tags_makes_nothing() -> None:
    assert not said("Posted in: News | Tagged: iron moth, from studio kestrel", ANIME)
    assert said("Studio Kestrel brings Iron Moth to the screen.", ANIME) == {"studio kestrel"}


def test_of_two_with_one_surname_the_piece_names_one() -> None:
    series = Series(title="Harrow Street", medium="show", cast={"Park Hana": "Nora Pike", "Park Jun": "Len Corby"})
    assert "cast corby len jun park" in said("Park Jun has been cast. Park plays Len.", series)
    assert "cast corby len jun park" not in said("Park plays Len.", series)


@pytest.mark.parametrize(
    ("headline", "is_read"),
    [
        ("Iron Moth casts its leads", True),
        ("Iron Moth director: the movie that made me", True),
        ("Iron Moth stage play casts its leads", False),
        ("Actress to lead the musical adaptation of Iron Moth", False),
        ("Iron Moth – The Movie: Low Tide casts its leads", False),
        ("Iron Moth the Movie casts its leads", False),
    ],
)
def test_a_version_for_the_stage_or_the_cinema_has_a_cast_of_its_own(headline: str, is_read: bool) -> None:
    assert ("cast aki mori dan fisk" in said("Dan Fisk plays Aki Mori.", ANIME, headline)) is is_read


def test_that_a_film_follows_is_news_of_the_series() -> None:
    assert "sequel film yes" in said("An Iron Moth film has been announced.", ANIME, "Iron Moth the Movie announced")


LONE = [
    ("Iron Moth gets a December release date", "2024-12"),
    ("Iron Moth gets a March release date", "2025-03"),
]


@pytest.mark.parametrize(("headline", "month"), LONE)
def test_a_month_in_a_headline_may_be_the_one_that_runs(headline: str, month: str) -> None:
    assert said("Fans rejoice.", ANIME, headline) == {f"premiere {month}"}


def test_one_every_week_until_a_month_ends_then() -> None:
    assert said("It will run for 12 episodes, one every Tuesday until the end of March.") == {"episodes 12", "finale 2025-03"}
