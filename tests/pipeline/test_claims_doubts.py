"""What an article's other sentences, or the series file, make unlikely is left out; what the article tells as a change is not."""

from dataclasses import replace
from datetime import date

import pytest

from tests.pipeline.test_claims import ANIME, said

KNOWN = replace(ANIME, facts={"premiere": date(2025, 1, 10), "episodes": 12})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iron Moth has 12 episodes. Across its 24 episodes nobody rests.", "episodes 12"),
        ("Iron Moth has 24 episodes.", "episodes 24"),
        ("Iron Moth will have 24 episodes, not 12.", "episodes 24"),
        ("Correction: Iron Moth has 12 episodes. An earlier version of this article said that it had 24.", "episodes 12"),
        ("Haruko Ōno directs Iron Moth. The series is directed by Nao Berg.", "staff director haruko ono"),
        ("Iron Moth is directed by Nao Berg.", "staff director berg nao"),
    ],
)
def test_who_says_what_the_file_says_speaks_of_something_else_with_another_value(text: str, expected: str) -> None:
    assert said(text, KNOWN) == set(expected.split("|"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iron Moth premieres on January 17. It begins on February 7.", "premiere 2025-01-17"),
        ("The series premieres on January 17. It begins on February 7.", "premiere 2025-01-17|premiere 2025-02-07"),
        ("Iron Moth premieres on January 17. It begins on January 10.", "premiere 2025-01-10"),
        ("Iron Moth premieres on January 17. Iron Moth begins on February 7.", "premiere 2025-01-17|premiere 2025-02-07"),
    ],
)
def test_of_two_days_that_stands_which_is_said_of_the_title(text: str, expected: str) -> None:
    assert said(text, KNOWN) == set(expected.split("|"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 12-episode series was not directed by Haruko Ōno.", {"episodes 12"}),
        ("Iron Moth was not directed by Haruko Ōno.", {"staff director !haruko ono"}),
        ("It was made by Studio Harrow rather than Studio Kestrel.", {"studio harrow", "studio !kestrel"}),
        ("The series was not directed by Nao Berg.", {"staff director !berg nao"}),
    ],
)
def test_a_no_to_what_the_file_says_is_another_verbs_where_neither_the_series_nor_a_rival_is_named(
    text: str, expected: set[str]
) -> None:
    assert said(text, KNOWN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ken Satō voices Aki Mori. In the English dub Rin Hayashi voices Aki.", {"cast aki mori ken sato"}),
        ("In the English dub Ken Satō voices Aki.", set()),
        ("In the English dub Jan Kral voices Aki.", {"cast aki mori (english) jan kral"}),
        ("Rin Hayashi voices Aki Mori.", {"cast aki mori hayashi rin"}),
    ],
)
def test_who_has_a_part_in_the_file_has_no_new_one(text: str, expected: set[str]) -> None:
    assert said(text, KNOWN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 24 episodes, as “Copper Vale” did.", set()),
        ("Iron Moth has 24 episodes, as “Copper Vale” did.", {"episodes 24"}),
        ("It has 12 episodes, as “Copper Vale” did.", {"episodes 12"}),
        ("It has 24 episodes.", {"episodes 24"}),
        ("After “Copper Vale”, Jan Kral plays Aki Mori.", set()),
        ("Jan Kral, so good in “Copper Vale”, plays Aki Mori.", {"cast aki mori jan kral"}),
        ("After “Copper Vale”, Ken Satō plays Aki Mori.", {"cast aki mori ken sato"}),
        ("Jan Kral plays Aki Mori.", {"cast aki mori jan kral"}),
    ],
)
def test_what_is_not_as_the_file_says_is_of_the_other_work_in_the_sentence(text: str, expected: set[str]) -> None:
    assert said(text, KNOWN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ran for 26 episodes on Fuji TV in 1994 and nobody has repeated it.", set()),
        ("The series has 26 episodes, which nobody has dared since somebody failed with it in 1994.", {"episodes 26"}),
        ("Iron Moth has 26 episodes, as it had in 1994.", {"episodes 26"}),
        ("The series has 26 episodes, all of them shown in 2025.", {"episodes 26"}),
    ],
)
def test_what_its_clause_dates_long_before_the_series_is_of_an_older_version(text: str, expected: set[str]) -> None:
    assert {claim for claim in said(text, KNOWN) if claim.startswith("episodes")} == expected
