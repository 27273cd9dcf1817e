"""Docs that can rot are tested: the README's help, its series file, the examples, the links between pages, and the contract."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from crawler.sources import KINDS
from pipeline import record, series
from pipeline.topics import ASPECTS

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "benchmarks").glob("*.md")])


def test_the_readme_shows_the_help() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "nectar", "--help"],
        capture_output=True,
        text=True,
        env=os.environ | {"COLUMNS": "102"},
        check=True,
    )
    assert ran.stdout.strip() in (ROOT / "README.md").read_text("utf-8")


def test_the_series_file_of_the_readme_is_sound() -> None:
    block = re.search(r"```toml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert block
    assert series.parse(tomllib.loads(block[1]), "README", KINDS).title == "Metallic Rouge"


@pytest.mark.parametrize("file", ["examples/metallic-rouge.toml", "nectar/demo/series.toml"])
def test_the_bundled_series_files_are_sound(file: str) -> None:
    followed = series.load(ROOT / file, KINDS)
    assert len(followed.episodes) == 13
    assert (str(followed.premiere), str(followed.finale)) == ("2024-01-10", "2024-04-03")


def test_the_example_is_a_good_one() -> None:
    followed = series.load(ROOT / "examples/metallic-rouge.toml", KINDS)
    assert len(followed.sources) >= 10
    assert "メタリックルージュ" in followed.aliases
    assert {"lipstick", "car paint"} <= set(followed.confused_with)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_key_and_every_kind_is_documented() -> None:
    from dataclasses import fields

    keys, sources = ((ROOT / "docs" / name).read_text("utf-8") for name in ("series-file.md", "sources.md"))
    words = set(re.findall(r"[`\[](\w+)[`\]]", keys))
    missing = {f.name for f in fields(series.Series)} - words
    missing |= {f.name for f in fields(series.Source) if f"`{f.name}`" not in sources}
    missing |= {kind for kind in KINDS if f"| `{kind}` |" not in sources}
    assert missing == set()


def test_the_contract_names_every_field_and_aspect() -> None:
    contract = (ROOT / "docs/contract.md").read_text("utf-8")
    assert [name for name in (*record.FIELDS, *ASPECTS) if f"`{name}`" not in contract] == []


def test_nothing_names_this_machine_or_a_registry() -> None:
    """No path of a workplace and no host of a package registry in anything that is committed."""
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    places, hosts = ("work", "root", "farm"), ("hosted", "pi", "npmjs")
    words = [f"/{p}/" for p in places] + [rf"(?:files\.python|py|registry\.)(?:{h})\.org" for h in hosts]
    forbidden = re.compile("|".join(words))
    named = [f for f in files if f and (ROOT / f).is_file() and forbidden.search((ROOT / f).read_text("utf-8", "replace"))]
    assert named == []
