"""What `nectar query` is asked for by its name: as people write it, in any case, with blanks or without."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.webserver import Nectar


def ask(home: Path, file: Path, *arguments: object) -> tuple[str, str]:
    run = Nectar(home).here("query", file, *arguments)
    assert run.code == 0, run.err
    return run.out, run.err


@pytest.mark.parametrize(
    ("option", "asked", "stored"),
    [
        ("theme", "free will", "free will"),
        ("theme", "Love-and_Desire", "love and desire"),
        ("aspect", "voice acting", "voice_acting"),
        ("aspect", "Voice-Acting", "voice_acting"),
        ("aspect", "PACING", "pacing"),
    ],
)
def test_a_topic_is_found_by_its_name(demo_home: Path, demo_series: Path, option: str, asked: str, stored: str) -> None:
    count = f"SELECT count(DISTINCT url) AS n FROM remarks WHERE facet = '{option}' AND name = '{stored}'"
    [row] = json.loads(ask(demo_home, demo_series, "--sql", count, "--json")[0])
    assert row["n"] > 0
    assert ask(demo_home, demo_series, f"--{option}", asked, "--count") == (f"{row['n']}\n", "")
    assert all(stored in r[f"{option}s"] for r in records(demo_home, demo_series, f"--{option}", asked))


def records(home: Path, file: Path, *arguments: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ask(home, file, *arguments, "--json")[0])
    return found


@pytest.mark.parametrize("asked", ["Rouge Redstar", "ROUGE REDSTAR", "Redstar, Rouge", "redstar roge"])
def test_a_character_is_found_by_the_name(demo_home: Path, demo_series: Path, asked: str) -> None:
    found = records(demo_home, demo_series, "--claims", "--about", asked)
    assert {(r["claim"], r["about"], r["about_spelled"]) for r in found} == {("cast", "redstar roge", "Rouge Redstar")}
    assert {(r["value"], r["value_spelled"]) for r in found} == {("miyamoto yume", "Yume Miyamoto")}
    assert {r["url"] for r in records(demo_home, demo_series, "--about", asked)} == {r["url"] for r in found}
    told = ask(demo_home, demo_series, "--claims", "--about", asked)[1]
    assert told == f"{len(found)} claims in {len({r['url'] for r in found})} articles\n"


@pytest.mark.parametrize("asked", ["Home Video", "Series-Composition", "Bones"])
def test_what_else_a_claim_is_about_is_found_so_too(demo_home: Path, demo_series: Path, asked: str) -> None:
    assert {r["about"] for r in records(demo_home, demo_series, "--claims", "--about", asked)} == {
        asked.lower().replace("-", " ")
    }


def test_a_name_that_is_near_is_told_as_people_write_it(demo_home: Path, demo_series: Path) -> None:
    assert "Did you mean free will?" in ask(demo_home, demo_series, "--theme", "free wil")[1]
    assert "Did you mean Rouge Redstar?" in ask(demo_home, demo_series, "--claims", "--about", "rouge")[1]
    said = ask(demo_home, demo_series, "--claims", "--about", "nobody")[1]
    assert "Naomi Orthmann" in said
    assert "naomi orthmann" not in said


def test_columns_that_are_none_are_answered_with_all_there_are(demo_home: Path, demo_series: Path) -> None:
    run = Nectar(demo_home).here("query", demo_series, "--columns", "foo")
    assert run.code == 2
    assert "words." in run.err
    assert "…" not in run.err
