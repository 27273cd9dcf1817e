"""Choosing, comparing and training engines, as a user does."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import run_nectar


@pytest.fixture(scope="module")
def home(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demo's home, to judge anew in."""
    copy = tmp_path_factory.mktemp("engines")
    for file in ("nectar.db", "metallic-rouge-demo.toml"):
        shutil.copy(demo_home / file, copy / file)
    return copy


def series(home: Path) -> Path:
    return home / "metallic-rouge-demo.toml"


def test_another_engine_judges_again_without_a_crawl(home: Path) -> None:
    ran = run_nectar("score", series(home), "--engine", "textblob", home=home)
    assert ran.returncode == 0, ran.stderr
    assert not ran.stdout.startswith("Read 0 ")
    listed = json.loads(run_nectar("query", series(home), "--json", home=home).stdout)
    assert {a["engine"] for a in listed} == {"textblob-2"}
    again = run_nectar("score", series(home), "--engine", "textblob", home=home)
    assert again.stdout.startswith("Read 0 ")


def test_engines_are_compared(home: Path) -> None:
    ran = run_nectar("compare-engines", series(home), "critic", "textblob", "--json", "--limit", "3", home=home)
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert found["sentences"] > 500
    assert len(found["widest"]) == 3
    assert found["agree"] + found["oppose"] + found["alone"] + found["silent"] == pytest.approx(1)
    widths = [abs((d["one"] or 0) - (d["other"] or 0)) for d in found["widest"]]
    assert widths == sorted(widths, reverse=True)
    drawn = run_nectar("compare-engines", series(home), "critic", "textblob", home=home)
    assert "opposite" in drawn.stdout


@pytest.mark.parametrize("name", ["nobody", "missing.table"])
def test_an_engine_that_is_none_is_said(home: Path, name: str) -> None:
    ran = run_nectar("score", series(home), "--engine", name, home=home)
    assert ran.returncode == 2
    assert name in ran.stderr
    assert "Traceback" not in ran.stderr


def test_an_llm_without_an_address_is_said(home: Path) -> None:
    ran = run_nectar("score", series(home), "--engine", "llm", home=home)
    assert ran.returncode == 2
    assert "NECTAR_LLM_URL" in ran.stderr


def test_too_few_rated_reviews_teach_nothing(home: Path) -> None:
    pytest.importorskip("sklearn", reason="the extra train is not installed")
    ran = run_nectar("train", series(home), home=home)
    assert ran.returncode == 2
    assert "too few" in ran.stderr
    assert not list(home.glob("*.table"))
