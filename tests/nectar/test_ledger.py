"""Claims, contradictions and origins as a user asks for them, on both kinds of database: crawled, read and held against each other."""

import csv
import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline import record
from pipeline.claims import KINDS
from pipeline.store import Store
from tests.pipeline.databases import DATABASES, an_empty_one
from tests.webserver import Nectar, Web, article, rss, series_file


def _head(outlet: str, day: str) -> str:
    return f'<meta property="og:site_name" content="{outlet}"><meta property="article:published_time" content="{day}T09:00:00Z">'


_WIRE = (
    "The television anime Copper Heron will premiere on April 6, 2026, the committee announced on Monday. "
    "Copper Heron will run for thirteen episodes, and each of them was storyboarded twice.\n\n"
    "A first poster shows the bird above the flooded rail yard, with the town's clock stopped at ten past four. "
    "Visitors of the spring fair can take a copy of it home, as long as the pile by the door lasts.\n\n"
    "The band Slow Harbour recorded the opening song in a disused swimming bath, which is why the drums sound as they do."
)
_DAILY = (
    "We sat down with the first three parts of the anime Copper Heron and came away wet, cold and happy. "
    "Copper Heron has 12 episodes, and on this evidence that will hardly be enough.\n\n"
    "Nobody in it explains anything, which is a kindness; the ferry simply leaves when it leaves."
)
_BLOG = (
    "=1+1 says the spreadsheet, and I say that the anime Copper Heron is my calendar now.\n\n"
    "Copper Heron premieres on April 14, 2026. My kettle is ready, my tram is cancelled and my neighbours have been told."
)
_WHISPER = (
    "A little bird sat on the quay. Copper Heron will reportedly run for 26 episodes, it said, and we pass that on for what it is.\n\n"
    "The same bird was wrong about the tram, the weather and the price of eels, and still it has a seat by the window."
)
_PAGES = {
    "/wire": article("Copper Heron gets a date", _WIRE, _head("Harbour Wire", "2026-01-12")),
    "/copy": article("Copper Heron gets a date", _WIRE + "\n\nSource: Harbour Wire", _head("Kelp News", "2026-01-13")),
    "/daily": article("Copper Heron: first look", _DAILY, _head("The Daily Eel", "2026-02-02")),
    "/whisper": article("Heard on the quay: Copper Heron", _WHISPER, _head("Reed Bed", "2026-02-25")),
    "/blog": article("Waiting for Copper Heron", _BLOG, _head("Tram Stop", "2026-02-20")),
}
_TOP = "[facts]\npremiere = 2026-04-06\nepisodes = 13\n\n[[episodes]]\nnumber = 1\naired = 2026-04-06\n"


@dataclass(frozen=True, slots=True)
class Asked:
    nectar: Nectar
    file: Path
    given: tuple[str, ...]

    def text(self, *arguments: object) -> tuple[str, str]:
        run = self.nectar.here(*self.given, "query", self.file, *arguments)
        assert run.code == 0, run.err
        return run.out, run.err

    def records(self, *arguments: object) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.text(*arguments, "--json")[0])
        return found


@pytest.fixture(scope="module", params=DATABASES)
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """Five articles of five outlets, one of them a copy and one a rumour, with two dates and three numbers of episodes between them."""
    url = an_empty_one(request, tmp_path_factory)
    folder = tmp_path_factory.mktemp("ledger")
    nectar = Nectar(folder / "home")
    with Web(dict(_PAGES)) as web:
        web.routes["/feed"] = rss([("Copper Heron", web.url(p)) for p in _PAGES])
        file = series_file(folder / "s.toml", [{"name": "Gazette", "kind": "feed", "url": web.url("/feed")}], _TOP)
        for step in (("crawl", file, "--allow-private", "--delay", "0"), ("score", file)):
            run = nectar.run("--db", url, *step, env={"NECTAR_ENGINE": "critic"})
            assert run.code == 0, run
    return Asked(nectar, file, ("--db", url))


def values(records: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(r["site"], r["value"]) for r in records]


def test_names_are_shown_as_people_write_them(demo_home: Path, demo_series: Path) -> None:
    """For people; records keep the keys by which names are matched."""
    nectar = Nectar(demo_home)
    rows = nectar.here("query", demo_series, "--claims", "--about", "cast").out
    assert {"Rouge Redstar", "Yume Miyamoto"} <= {
        cell.strip() for line in rows.splitlines() for cell in line.replace("cast: ", "  ").split("  ")
    }
    assert "redstar roge" not in rows
    records = json.loads(nectar.here("query", demo_series, "--claims", "--about", "cast", "--json").out)
    assert ("redstar roge", "miyamoto yume") in {(r["about"], r["value"]) for r in records}


def test_the_demo_gets_its_number_of_episodes_wrong_once_and_nothing_else(demo_home: Path, demo_series: Path) -> None:
    """The set of discs holds "all twelve episodes"; the series file, and all others, know thirteen."""
    found = json.loads(Nectar(demo_home).here("query", demo_series, "--contradictions", "--json").out)
    assert [(r["state"], r["claim"], r["value"], r["other_value"]) for r in found] == [("facts", "episodes", "12", "13")]


def test_claims(asked: Asked) -> None:
    found = asked.records("--claims", "--about", "premiere", "--sort", "date")
    assert [list(r) for r in found] == [list(record.CLAIMED)] * 3
    assert values(found) == [("Harbour Wire", "2026-04-06"), ("Kelp News", "2026-04-06"), ("Tram Stop", "2026-04-14")]
    assert (found[0]["modality"], found[0]["published"], found[0]["source"]) == ("announced", "2026-01-12", "Gazette")
    assert found[0]["as_written"] in found[0]["sentence"]
    assert {r["claim"] for r in asked.records("--claims")} >= {"premiere", "episodes"}
    assert values(asked.records("--claims", "--about", "EPISODES", "--source", "The Daily Eel")) == [("The Daily Eel", "12")]
    assert values(asked.records("--claims", "thirteen", "--until", "2026-01-12")) == [("Harbour Wire", "13")]
    assert asked.records("--claims", "--week", "2026-W01") == asked.records("--claims", "--language", "ja") == []
    out, err = asked.text("--claims", "--about", "premiere")
    assert out.splitlines()[0].split() == ["date", "claim", "value", "modality", "site", "sentence", "link"]
    assert err == "3 claims in 3 articles\n"
    assert asked.text("--claims", "--about", "premiere", "--count") == ("3\n", "")
    assert {r["site"] for r in asked.records("--about", "episodes")} == {"Harbour Wire", "Kelp News", "The Daily Eel", "Reed Bed"}


def test_contradictions_have_both_sentences_and_count_origins(asked: Asked) -> None:
    found = {(r["state"], r["claim"]): r for r in asked.records("--contradictions")}
    assert [list(r) for r in found.values()] == [list(record.CONTRADICTED)] * len(found)
    assert len(found) == len(asked.records("--contradictions")) == 2, "what is against the file is told once"
    episodes = found["facts", "episodes"]
    assert [(episodes[f"{o}value"], episodes[f"{o}articles"], episodes[f"{o}origins"]) for o in ("", "other_")] == [
        ("12", 1, 1),
        ("13", 2, 1),
    ]
    assert (episodes["site"], episodes["other_site"]) == ("The Daily Eel", "Harbour Wire")
    assert (len(episodes["said"]), len(episodes["other_said"])) == (1, 2)
    assert "has 12" in episodes["sentence"]
    assert "run for thirteen" in episodes["other_sentence"]
    dates = found["facts", "premiere"]
    assert (dates["value"], dates["site"], dates["other_value"], dates["other_stand"]) == (
        "2026-04-14",
        "Tram Stop",
        "2026-04-06",
        "file",
    )
    assert (dates["other_origins"], [s["site"] for s in dates["other_said"]]) == (1, ["Harbour Wire", "Kelp News"])
    assert {r["claim"] for r in asked.records("--contradictions", "--about", "episodes")} == {"episodes"}
    assert {r["claim"] for r in asked.records("--contradictions", "--source", "Tram Stop")} == {"premiere"}
    assert len(asked.records("--contradictions", "--limit", "1", "--offset", "1")) == 1
    assert asked.records("--contradictions", "zebra") == []
    out, err = asked.text("--contradictions")
    assert out.splitlines()[0].split() == ["state", "claim", "value", "origins", "site", "sentence", "link"]
    assert "the series file" in out
    assert err.splitlines()[0] == f"{len(found)} contradictions"


def test_what_differs_is_listed_with_the_reason(asked: Asked) -> None:
    found = asked.records("--differences")
    assert [list(r) for r in found] == [list(record.DIFFERING)] * 2
    told = {(r["claim"], *sorted((r["value"], r["other_value"]))): r for r in found}
    assert told.keys() == {("episodes", "13", "26"), ("episodes", "12", "26")}
    assert {r["reason"] for r in found} == {"one is only rumoured"}
    against = told["episodes", "13", "26"]
    assert {(against[f"{o}value"], against[f"{o}site"], against[f"{o}origins"]) for o in ("", "other_")} == {
        ("13", "Harbour Wire", 1),
        ("26", "Reed Bed", 1),
    }
    assert asked.records("--differences", "--source", "Tram Stop") == []
    assert asked.text("--contradictions")[1].splitlines()[1:] == [
        "2 more pairs of values may both hold: --differences lists them, with the reason."
    ]
    out, err = asked.text("--differences", "--limit", "1")
    assert out.splitlines()[0].split() == ["reason", "claim", "value", "origins", "site", "sentence", "link"]
    assert err == "1 of 2 differences\n"


def test_origins_say_who_copied_whom(asked: Asked) -> None:
    found = asked.records("--origins")
    assert [list(r) for r in found] == [list(record.TRACED)] * 5
    assert [(r["site"], r["relation"], r["origin_site"], r["copies"]) for r in found] == [
        ("Harbour Wire", "original", "Harbour Wire", 1),
        ("Kelp News", "copy", "Harbour Wire", 1),
        ("Reed Bed", "original", "Reed Bed", 0),
        ("Tram Stop", "original", "Tram Stop", 0),
        ("The Daily Eel", "original", "The Daily Eel", 0),
    ]
    assert "Harbour Wire" in found[1]["because"]
    out, err = asked.text("--origins")
    assert "origin of 1" in out
    assert err == "5 articles, 4 origins\n"
    assert asked.text("--origins", "--week", "2026-W03")[1] == "2 articles, 1 origin\n"
    assert asked.text("--origins", "--limit", "1")[1] == "1 of 5 articles, 1 origin\n"


@pytest.mark.parametrize("what", ["--claims", "--contradictions", "--differences", "--origins"])
def test_every_format_says_the_same(asked: Asked, what: str) -> None:
    records = asked.records(what)
    assert [json.loads(line) for line in asked.text(what, "--jsonl")[0].splitlines()] == records
    rows = list(csv.DictReader(io.StringIO(asked.text(what, "--csv")[0])))
    assert len(rows) == len(records)
    for name in rows[0]:
        assert name in records[0]
        assert [r[name].lstrip("'") for r in rows] == ["" if r[name] is None else str(r[name]) for r in records]
    assert len(asked.text(what, "--tsv")[0].splitlines()) == len(asked.text(what, "--md")[0].splitlines()) - 1 == len(records) + 1
    named = list(records[0])[1::2]
    assert [list(r) for r in asked.records(what, "--columns", ",".join(named))] == [named] * len(records)


def test_the_views_count_as_the_program_does(asked: Asked) -> None:
    counted = "SELECT value, count(*) AS articles, count(DISTINCT origin_id) AS origins FROM claims WHERE claim = 'episodes' GROUP BY value"
    found = asked.records("--sql", f"{counted} ORDER BY value")
    assert [tuple(r.values()) for r in found] == [("12", 1, 1), ("13", 2, 1), ("26", 1, 1)]


def test_what_nothing_is_called_and_what_does_not_go_together(asked: Asked) -> None:
    out, err = asked.text("--claims", "--about", "premire")
    assert (out, err.strip()) == ("", "No claim is called 'premire'. Did you mean premiere?")
    assert asked.text("--claims", "--about", "rating")[1] == "Nothing matches.\n"
    assert asked.text("--claims", "--about", "\udcff\0")[0] == ""
    run = asked.nectar.here(*asked.given, "query", asked.file, "--contradictions", "--sort", "date")
    assert (run.code, run.out) == (2, "")
    assert "--contradictions knows no --sort" in run.err


def test_articles_that_an_older_nectar_read_are_told(asked: Asked) -> None:
    """The database is the same; the series is another one, of whose only article nothing was concluded."""
    other = series_file(asked.file.parent / "other.toml", [], 'slug = "other"\n')
    with Store(asked.given[1]) as store:
        store.finish_run(store.start_run("other", datetime(2026, 1, 1, tzinfo=UTC)), "ok", [], datetime(2026, 1, 1, tzinfo=UTC))
    for what in ("--claims", "--contradictions"):
        run = asked.nectar.here(*asked.given, "query", other, what)
        assert (run.code, run.out) == (0, "")
        assert "nectar score" in run.err
    assert asked.nectar.here(*asked.given, "query", other, "--origins", "--json").out == "[]\n"


def test_an_opted_out_article_takes_its_claims_along(asked: Asked) -> None:
    """Last: what is forgotten is gone. Where its origins were lost with it, it says so until they are looked for again."""
    [wire] = [r["url"] for r in asked.records("--source", "Harbour Wire")]
    assert asked.nectar.here(*asked.given, "forget", "--url", wire).code == 0
    assert values(asked.records("--claims", "--about", "episodes", "--sort", "date")) == [
        ("Kelp News", "13"),
        ("The Daily Eel", "12"),
        ("Reed Bed", "26"),
    ]
    assert "Of 1 article nobody looked yet" in asked.text("--origins")[1]
    assert asked.nectar.here(*asked.given, "score", asked.file).code == 0
    assert asked.text("--origins")[1] == "4 articles, 4 origins\n"


def test_the_kinds_of_claims_stand_in_the_contract() -> None:
    contract = (Path(__file__).parent.parent.parent / "docs/contract.md").read_text("utf-8")
    named = {*record.CLAIMED, *record.TRACED, *record.CONTRADICTED, *KINDS}
    assert [name for name in sorted(named) if f"`{name}`" not in contract and not name.startswith("other_")] == []
