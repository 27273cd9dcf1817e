"""What is said of a neighbour is not said of the series: of an older work of the same name, of another work in the sentence or before it, of a version for the stage."""

from datetime import date

import pytest

from pipeline.series import Series
from tests.pipeline.test_claims import said


@pytest.mark.parametrize(
    "text",
    [
        "The series of 1988 had 39 episodes.",
        "The 1988 anime had 39 episodes.",
        "Iron Moth (1988) has 39 episodes.",
        "Iron Moth of 1988 has 39 episodes. Nao Berg directs it.",
        "It is the new version of a television series of 1988. That series was directed by Nao Berg.",
        "Iron Moth of 1988 was a hit. The original Iron Moth is on Netflix.",
        "The series of 1988 was a hit. The old show had 39 episodes.",
        "It follows a television series by Nao Berg that premiered on April 4, 1988 and had 39 episodes, with Jan Kral as Tama.",
    ],
)
def test_an_older_work_of_the_same_name_is_another(text: str) -> None:
    assert said(text) == set()


def test_behind_an_older_work_the_new_one_is_spoken_of_again_where_it_is_named() -> None:
    assert said("The series of 1988 had 39 episodes. The new Iron Moth has 12 episodes.") == {"episodes 12"}


def test_a_headline_about_the_older_work_leaves_nothing_but_what_names_the_new_one() -> None:
    text = "All 39 episodes are here.\n\nNao Berg directs.\n\nThe new Iron Moth starts on January 10."
    assert said(text, title="Iron Moth (1988) on Blu-ray on January 3") == {"premiere 2025-01-10"}


def test_a_year_near_the_premiere_is_its_own() -> None:
    begun = Series(title="Iron Moth", medium="anime", facts={"premiere": date(2019, 4, 4)})
    assert said("Iron Moth (2019) has 12 episodes.", begun) == {"episodes 12"}
    assert said("The series of 2019 has 12 episodes.", begun) == {"episodes 12"}
    assert said("The series of 2010 had 26 episodes.", begun) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You were at Studio Kestrel before. I trained there at Studio Marrow.", ""),
        ("She meets us in a room at Studio Kestrel.", ""),
        ("Studio Kestrel is known for Salt Road (26 episodes) and for a film.", ""),
        ("Studio Kestrel's Peatbog comes to Netflix.", ""),
        ("The advance screening on January 4 is cancelled.", ""),
        ("The series ended on November 25 and I only saw the finale last night.", "finale 2024-11-25"),
        ("Goro Endo, who wrote the series composition, cuts much.", "staff series composition endo goro"),
        ("The scripts are supervised by Nao Berg.", "staff series composition berg nao"),
        ("Salt Road stands at 8.6/10; Iron Moth holds 7.9/10 on MyAnimeList.", "rating myanimelist 7.9/10"),
        ("Ken Satō plays Aki, voiced on the radio by Jan Kral.", "cast aki mori ken sato"),
        ("A stage version toured with Jan Kral as Aki.", ""),
        ("A drama CD in which Jan Kral plays Aki is sold, too.", ""),
        ("Jan Kral plays Aki's cat.", ""),
        ("Rin Hayashi plays Tama, a part first played by Jan Kral.", "cast tama hayashi rin"),
        ("A four-part horror from the director of Iron Moth. It comes from a short story.", ""),
        ("Goro's podcast ran for a year. Its second season starts on January 10.", ""),
        ("A series for Netflix, Low Water, ten episodes.", ""),
        ("The other adaptation is an animated series for YouTube that has ten episodes.", ""),
        ("Zero's writer, Jan Kral, is tired.", ""),
        ('Opening theme: "Permit" by Lull and the Lamps', "staff opening theme and lamps lull the"),
        ('Opening theme: "Permit" by Lull and Mina Ro', "staff opening theme lull|staff opening theme mina ro"),
        ("A spokeswoman for Studio Marrow told us so.", ""),
        ("Jan Kral, seen in the stage version of Salt Road, plays Aki.", "cast aki mori jan kral"),
    ],
)
def test_what_stands_beside_the_series_in_a_sentence_is_not_its_own(text: str, expected: str) -> None:
    assert said(text) == {e for e in expected.split("|") if e}
