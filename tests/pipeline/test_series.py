"""The series file: what is read, what is refused, and in which words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import SeriesError
from pipeline.series import Episode, Series, Source, load

GOOD = """
title = "Copper Lily"
aliases = ["カッパーリリー"]
studio = ["Atelier Nine"]
characters = ["The Warden"]

[staff]
"Hana Mori" = "director"

[cast]
"Yui Sato" = "Lily Vance"

[facts]
episodes = 12
premiere = 2024-01-03

[themes]
lighthouses = ["lighthouse*"]

[[episodes]]
number = 2
aired = 2024-01-10

[[episodes]]
number = 1
title = "Cold Harbour"
aired = 2024-01-03

[[sources]]
name = "Paper"
kind = "feed"
url = "https://paper.example/feed"
"""


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "series.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_good_file(tmp_path: Path) -> None:
    series = load(written(tmp_path, GOOD), kinds={"feed"})
    assert series.title == "Copper Lily"
    assert series.slug == "copper-lily"
    assert series.names == ("Copper Lily", "カッパーリリー")
    assert series.people == ("Hana Mori", "Yui Sato", "Lily Vance", "The Warden")
    assert (series.premiere, series.finale) == (date(2024, 1, 3), date(2024, 1, 10))
    assert series.episodes[1] == Episode(1, "Cold Harbour", date(2024, 1, 3))
    assert series.sources == (Source("Paper", "feed", "https://paper.example/feed"),)
    assert series.themes == {"lighthouses": ("lighthouse*",)}
    assert series.facts["premiere"] == date(2024, 1, 3)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert load(written(tmp_path, "\ufeff" + GOOD)).title == "Copper Lily"


@pytest.mark.parametrize(
    ("head", "slug"),
    [
        ('title = "Ümlaut & Söhne: II"', "umlaut-sohne-ii"),
        ('title = "A"\nslug = "My Own"', "my-own"),
        ('title = "A"\nslug = "../../etc"', "etc"),
        ('title = "★"', "series"),
    ],
)
def test_the_slug_is_safe_as_a_folder_name(tmp_path: Path, head: str, slug: str) -> None:
    assert load(written(tmp_path, head)).slug == slug


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    bad = """
title = 7
alias = ["Lily"]
aliases = ["ab"]
studio = "Atelier Nine"

[[episodes]]
number = 1
airs = 2024-01-03

[[episodes]]
number = 1

[[sources]]
name = "Paper"
kind = "fead"
url = "paper.example/feed"
limit = 0

[[sources]]
name = "Paper"
url = "https://paper.example/"
everything = "perhaps"
"""
    with pytest.raises(SeriesError) as error:
        load(written(tmp_path, bad), kinds=["feed", "sitemap"])
    lines = str(error.value).splitlines()
    assert lines[0].endswith(f"{len(lines) - 1} mistakes:")
    told = [line.strip() for line in lines[1:]]
    for expected in (
        "title should be text in quotes, not 7",
        "alias is no key that Nectar knows - did you mean 'aliases'?",
        "aliases: 'ab' is too short",
        "studio should be a list: [ … ], not 'Atelier Nine'",
        "episode 1 (1): airs is no key that Nectar knows - did you mean 'aired'?",
        "episodes: number 1 stands there twice",
        "source 1 (Paper): kind 'fead' is not known - did you mean 'feed'?",
        "source 1 (Paper): url should be an address with http:// or https://, not 'paper.example/feed'",
        "source 1 (Paper): limit should be at least 1, not 0",
        "source 2 (Paper): kind is missing",
        "source 2 (Paper): everything ",
        "source 2 (Paper): another source has the same name",
    ):
        assert any(line.startswith(expected) for line in told), expected
    assert len(told) == 12


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "title is missing"),
        ('title = "  "', "title is empty"),
        ('title = "A"\nqwertz = 1', "qwertz is no key that Nectar knows (there are: title, "),
        (
            'title = "A"\n[[sources]]\nname = "P"\nkind = "feed"\nurl = "file:///etc/passwd"',
            "url should be an address with http://",
        ),
        ('title = "A"\n[[sources]]\nname = "P"\nkind = "feed"\nurl = "http://[half"', "url should be an address with http://"),
        ('title = "A"\nsources = "none"', "sources should be a list"),
        ('title = "A"\nstaff = ["Hana Mori"]', "staff should be a table"),
        ('title = "A"\n[[episodes]]\nnumber = "one"', "episode 1 (one): number"),
        ("title = ", "is not valid TOML"),
        (b'title = "Caf\xe9"', "is not valid TOML"),
        ("<!DOCTYPE html>", "is not valid TOML"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(tmp_path: Path, content: str | bytes, said: str) -> None:
    with pytest.raises(SeriesError) as error:
        load(written(tmp_path, content))
    assert said in str(error.value)
    assert "series.toml" in str(error.value)
    assert error.value.tip


def test_a_missing_file_names_the_way_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SeriesError, match="There is no series file") as error:
        load(tmp_path / "nowhere.toml")
    assert "nectar follow" in error.value.tip


def test_a_folder_is_no_series_file(tmp_path: Path) -> None:
    with pytest.raises(SeriesError, match="can't be read"):
        load(tmp_path)


BASE = Series(title="Copper Lily", slug="copper-lily", sources=(Source("Paper", "feed", "https://paper.example/feed"),))


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Copper Lilly"},
        {"aliases": ("Lily",)},
        {"confused_with": ("lipstick",)},
        {"medium": "film"},
        {"cast": {"Yui Sato": "Lily Vance"}},
        {"staff": {"Ken Abe": "music"}},
        {"episodes": (Episode(1, "Cold Harbour", date(2024, 1, 3)),)},
        {"themes": {"lighthouses": ("lighthouse*",)}},
        {"aspects": {"pacing": ("breakneck",)}},
    ],
)
def test_the_fingerprint_changes_with_what_reading_depends_on(changes: dict[str, object]) -> None:
    assert replace(BASE, **changes).fingerprint != BASE.fingerprint


@pytest.mark.parametrize(
    "changes", [{"sources": ()}, {"note": "hello"}, {"contact": "me@paper.example"}, {"slug": "other"}, {"language": "es"}]
)
def test_the_fingerprint_stays_with_what_reading_does_not_depend_on(changes: dict[str, object]) -> None:
    assert replace(BASE, **changes).fingerprint == BASE.fingerprint


def test_the_fingerprint_tells_the_dates_of_episodes_apart() -> None:
    first, second = (replace(BASE, episodes=(Episode(1, "", date(2024, 1, d)),)) for d in (3, 4))
    assert first.fingerprint != second.fingerprint
