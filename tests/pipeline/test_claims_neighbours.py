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
