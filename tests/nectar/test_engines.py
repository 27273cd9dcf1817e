"""Choosing, comparing and training engines, as a user does."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline.sentiment.encoder import ENCODERS
from tests.webserver import Nectar, Run


@pytest.fixture(scope="module")
def home(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demo's home, to judge anew in."""
    copy = tmp_path_factory.mktemp("engines")
    for file in ("nectar.db", "metallic-rouge-demo.toml"):
        shutil.copy(demo_home / file, copy / file)
    return copy


def nectar(home: Path, *arguments: object) -> Run:
    return Nectar(home).here(*arguments)


def series(home: Path) -> Path:
    return home / "metallic-rouge-demo.toml"


def test_another_engine_judges_again_without_a_crawl(home: Path) -> None:
    ran = nectar(home, "score", series(home), "--engine", "textblob")
    assert ran.code == 0, ran.err
    assert not ran.out.startswith("Read 0 ")
    listed = json.loads(nectar(home, "query", series(home), "--json").out)
    assert {a["engine"] for a in listed} == {"textblob-2"}
    again = nectar(home, "score", series(home), "--engine", "textblob")
    assert again.out.startswith("Read 0 ")


def test_without_a_wish_the_best_engine_that_is_installed_judges(collected: Any, tmp_path: Path) -> None:
    """In a process as a user's."""
    home = Nectar(tmp_path / "home")
    shutil.copytree(collected.nectar.home, home.home)
    ran = home.run("score", collected.file, anew=True, env={"NECTAR_ENGINE": "auto"})
    assert ran.code == 0, ran.err
    [(name,)] = home.rows("SELECT DISTINCT engine FROM assessment")
    there = [encoder.name for encoder in ENCODERS.values() if encoder.installed()]
    assert name.startswith(f"critic+{there[-1]}-" if there else "critic-")


def test_engines_are_compared(home: Path) -> None:
    ran = nectar(home, "compare-engines", series(home), "critic", "textblob", "--json", "--limit", "3")
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)
    assert found["sentences"] > 500
    assert len(found["widest"]) == 3
    assert found["agree"] + found["oppose"] + found["alone"] + found["silent"] == pytest.approx(1)
    widths = [abs((d["one"] or 0) - (d["other"] or 0)) for d in found["widest"]]
    assert widths == sorted(widths, reverse=True)
    drawn = nectar(home, "compare-engines", series(home), "critic", "textblob")
    assert "opposite" in drawn.out


@pytest.mark.parametrize("name", ["nobody", "missing.table"])
def test_an_engine_that_is_none_is_said(home: Path, name: str) -> None:
    ran = nectar(home, "score", series(home), "--engine", name)
    assert ran.code == 2
    assert name in ran.err
    assert "Traceback" not in ran.err


def test_an_llm_without_an_address_is_said(home: Path) -> None:
    ran = nectar(home, "score", series(home), "--engine", "llm")
    assert ran.code == 2
    assert "NECTAR_LLM_URL" in ran.err


def test_too_few_rated_reviews_teach_nothing(home: Path) -> None:
    pytest.importorskip("sklearn", reason="the extra train is not installed")
    ran = nectar(home, "train", series(home))
    assert ran.code == 2
    assert "too few" in ran.err
    assert not list(home.glob("*.table"))
