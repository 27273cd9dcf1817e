"""The demo: what it finds is what its labels say, and it says where to look."""

import json
import shutil
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

from nectar.demo.articles import load
from nectar.demo.outlets import OUTLETS
from pipeline import series
from pipeline.delivery import delivery
from pipeline.minds import changes_of_mind
from pipeline.store import Entry, Store, StoredSentence
from tests.conftest import ROOT, run_nectar

HOMES = {o.key: o.home for o in OUTLETS}
LABELS = {
    key: label
    for name in ("demo_labels_a.toml", "demo_labels_b.toml")
    for key, label in tomllib.loads((ROOT / "tests" / name).read_text("utf-8")).items()
}


def test_the_little_web_is_large_enough() -> None:
    articles = load()
    assert len({a.outlet for a in articles}) >= 4
    assert len(articles) >= 30
    assert len({a.date.isocalendar()[:2] for a in articles}) >= 8
    assert {a.language for a in articles} == {"en", "ja", "es"}


def test_it_finds_exactly_the_articles_about_the_series_each_once(demo_home: Path, demo_series: Path) -> None:
    found = [a["url"] for a in json.loads(run_nectar("query", demo_series, "--json", home=demo_home).stdout)]
    wanted = {HOMES[a.outlet] + a.path for a in load() if LABELS[a.outlet + a.path]["relevant"]}
    assert len(found) == len(set(found))
    assert set(found) == wanted


def test_what_was_not_taken_is_listed_with_its_reason(demo_home: Path, demo_series: Path) -> None:
    skipped = {
        s["url"]: s["reason"] for s in json.loads(run_nectar("query", demo_series, "--skipped", "--json", home=demo_home).stdout)
    }
    assert skipped["http://www.parallax.example/style/velvet-lacquer-in-metallic-rouge"] == "another thing of the same name"
    assert {HOMES[a.outlet] + a.path for a in load() if not LABELS[a.outlet + a.path]["relevant"]} == set(skipped)


def test_it_draws_every_week_of_its_calendar(demo_home: Path) -> None:
    weeks = sorted(p.stem for p in (demo_home / "site/metallic-rouge-demo").glob("*.html"))
    assert (weeks[0], weeks[-1]) == ("2023-W40", "2024-W22")
    assert len(weeks) == 35


def test_it_says_where_the_pages_are_and_what_they_say(demo_home: Path) -> None:
    said = (demo_home / "said.txt").read_text()
    assert str(demo_home / "site" / "index.html") in said
    assert "weekly pages" in said
    assert "of 100" in said


def test_a_second_demo_fetches_nothing_and_changes_nothing(demo_home: Path, demo_series: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(demo_home, home)
    before = run_nectar("query", demo_series, "--json", home=home).stdout
    again = run_nectar("demo", home=home)
    assert again.returncode == 0
    assert run_nectar("query", demo_series, "--json", home=home).stdout == before


def test_afterwards_it_says_that_its_web_is_gone(demo_home: Path, demo_series: Path, tmp_path: Path) -> None:
    gone = "The outlets of the demo are there only while nectar demo runs"
    assert gone in (demo_home / "said.txt").read_text()
    ran = run_nectar("weekly", demo_series, "--delay", "0", home=tmp_path / "home")
    assert ran.returncode == 3
    assert gone in ran.stdout
    assert "no page was drawn" in ran.stdout


def stored(home: Path) -> tuple[list[Entry], dict[int, list[StoredSentence]]]:
    with Store(home / "nectar.db") as store:
        entries = store.entries("metallic-rouge-demo")
        sentences: dict[int, list[StoredSentence]] = defaultdict(list)
        for s in store.sentences([e.id for e in entries]):
            sentences[s.entry].append(s)
    return entries, sentences


def test_promises_that_are_kept_or_broken_are_so_by_the_labels(demo_home: Path, demo_series: Path) -> None:
    entries, sentences = stored(demo_home)
    labelled: Counter[str] = Counter()
    for label in LABELS.values():
        if label.get("kind") in {"review", "episode_review"}:
            labelled.update(label["aspects"])
    settled = {(p.aspect, p.subject): p.status for p in delivery(series.load(demo_series), entries, {}, sentences)}
    assert settled["story", ""] == "broken"
    assert settled["music", ""] == settled["animation", "fights"] == settled["visuals", ""] == "kept"
    for (aspect, _), status in settled.items():
        assert status == "open" or (labelled[aspect] > 0) == (status == "kept")


def test_the_outlet_that_says_so_itself_changed_its_mind(demo_home: Path) -> None:
    entries, sentences = stored(demo_home)
    found = changes_of_mind(entries, {}, sentences)
    assert [(c.site, c.before.name, c.after.name, round(c.points)) for c in found] == [
        ("Parallax", "first impressions", "verdict", -28),
        ("Parallax", "verdict", "second look", 30),
    ]
