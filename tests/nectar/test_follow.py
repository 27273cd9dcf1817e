"""`nectar follow` and `nectar outlets` as a user runs them, against a server that speaks for all three catalogues."""

import gzip
import json
import os
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from crawler.sources import KINDS
from pipeline.series import Series, load
from tests import catalogues
from tests.catalogues import as_json
from tests.webserver import Answer, Nectar, Route, Run, Web, busy, cut_short, drip, dropped, plain_failure, redirect


@pytest.fixture
def web() -> Iterator[Web]:
    with Web(dict(catalogues.ROUTES)) as web:
        yield web


@pytest.fixture(autouse=True)
def _nobody_else_is_asked(monkeypatch: pytest.MonkeyPatch, web: Web) -> None:
    for name in [n for n in os.environ if n.startswith("NECTAR_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("NECTAR_CATALOGUES", catalogues.at(web))


def followed(nectar: Nectar, *more: object, title: str = "Copper Heron") -> Run:
    run = nectar.here("follow", title, "--delay", "0", *more)
    assert run.code == 0, run
    assert "Traceback" not in run.err
    return run


def file_of(nectar: Nectar) -> Path:
    (file,) = nectar.home.parent.glob("*.toml")
    return file


def series_of(nectar: Nectar) -> Series:
    return load(file_of(nectar), {*KINDS, "auto"})


def asked(web: Web) -> list[str]:
    """Who was asked, request by request."""
    names = {"/anilist": "AniList", "/w/api.php": "Wikidata"}
    return [names.get(p.partition("?")[0], "TVmaze") for p in web.paths()]


# Everybody answers


def test_what_three_catalogues_say_becomes_one_file(nectar: Nectar, web: Web) -> None:
    run = followed(nectar, "--contact", "mailto:heron@example.org")
    series = series_of(nectar)
    assert (series.title, series.medium, series.studio) == ("Copper Heron", "anime", ("Studio Reed",))
    assert series.aliases == ("Dou no Sagi", "銅の鷺", "The Heron of Copper", "Медная цапля", "구리 왜가리", "Heron of Copper")
    assert series.staff == {"Aoi Minato": "director, storyboard", "Ren Kawa": "music", "Mio Hama": "executive producer"}
    assert series.cast == {"Yuki Hoshi": "Tama", "Goro Umi": "Old Ferryman"}
    assert [(e.number, e.title, e.aired) for e in series.episodes] == [
        (1, "Low Water", date(2026, 1, 10)),
        (2, "The Lock", date(2026, 1, 17)),
        (3, "", date(2026, 1, 24)),
    ]
    assert series.facts["platform"] == "Crunchyroll, Netflix"
    text = file_of(nectar).read_text("utf-8")
    for told in (
        "episodes = 3  # AniList, TVmaze; Wikidata says 12",
        '"Yuki Hoshi" = "Tama"  # 星雪; AniList, TVmaze; Wikidata says Tamako',
        "# TVmaze says 2026-01-18",
        "# TVmaze calls it Low Tide",
        "CC BY-SA 4.0",
        "https://anilist.co/anime/7001",
    ):
        assert told in text
    assert "Still missing, for you to fill in: sources." in run.out
    assert asked(web) == ["AniList"] * 2 + ["TVmaze"] * 4 + ["Wikidata"] * 3
    assert {r.agent for r in web.requests} == {"Nectar/0.1 (+mailto:heron@example.org)"}
    assert nectar.here("check", file_of(nectar)).code == 0


def test_of_several_the_likeliest_is_taken_and_the_others_are_named(nectar: Nectar) -> None:
    run = followed(nectar)
    for text in (run.err, file_of(nectar).read_text("utf-8")):
        assert "--medium" in text
        assert "Copper Heron (anime film, 2011; AniList)" in text
        assert "Copper Heron (2019 video game; Wikidata)" in text
    assert "species of bird" not in run.err
    assert "species of bird" in file_of(nectar).read_text("utf-8")


def test_the_medium_chooses_another_and_asks_only_who_knows_it(nectar: Nectar, web: Web) -> None:
    run = followed(nectar, "--medium", "game")
    series = series_of(nectar)
    assert (series.medium, series.premiere, series.studio) == ("game", date(2019, 6, 1), ("Studio Reed",))
    assert set(asked(web)) == {"Wikidata"}
    assert "AniList: not asked: it knows no games." in run.err


def test_the_year_chooses_another(nectar: Nectar) -> None:
    followed(nectar, "--year", "2011")
    series = series_of(nectar)
    assert (series.medium, series.premiere, series.staff) == ("film", date(2011, 7, 2), {"Minato Aoi": "director"})


def test_what_fits_nothing_is_not_taken(nectar: Nectar) -> None:
    run = followed(nectar, "--medium", "show", "--year", "1980")
    assert series_of(nectar).people == ()
    assert run.err.count("found nothing that is sure to be this") == 3


def test_a_title_that_is_only_near_is_named_and_not_taken(nectar: Nectar) -> None:
    run = followed(nectar, title="Heron")
    assert series_of(nectar) == Series("Heron", slug="heron")
    assert "nearest" in run.err
    assert "Copper Heron (anime series, 2026; AniList)" in run.err


def test_a_catalogue_that_found_nothing_is_asked_again_by_the_number_that_another_knows(nectar: Nectar, web: Web) -> None:
    by_title = web.routes["/anilist"]
    assert callable(by_title)

    def only_by_number(visitor: Any) -> Any:
        found = json.loads(visitor.sent)["variables"]
        return as_json({"data": {"Page": {"media": []}}}) if "search" in found else by_title(visitor)

    web.routes["/anilist"] = only_by_number
    followed(nectar)
    assert "Dou no Sagi" in series_of(nectar).aliases
    assert asked(web).count("AniList") == 2


# Politeness


def test_answers_are_kept_for_a_week_and_can_be_edited(nectar: Nectar, web: Web) -> None:
    followed(nectar)
    first = file_of(nectar).read_bytes()
    web.forget()
    file_of(nectar).unlink()
    followed(nectar)
    assert web.paths() == []
    assert file_of(nectar).read_bytes() == first

    kept = [f for f in (nectar.home / "cache" / "catalogues").glob("*.json") if "pace" not in f.name]
    assert len(kept) == 9
    for file in kept:
        held = json.loads(file.read_text("utf-8"))
        assert datetime.fromisoformat(held["asked"]).tzinfo
        assert held["request"]["url"].startswith("http://127.0.0.1")
        file.write_text(file.read_text("utf-8").replace("Ren Kawa", "Ren Kawabata"), "utf-8")
    file_of(nectar).unlink()
    followed(nectar, "--offline")
    assert "Ren Kawabata" in series_of(nectar).staff
    assert web.paths() == []

    for file in kept:
        held = json.loads(file.read_text("utf-8"))
        held["asked"] = (datetime.now(UTC) - timedelta(days=8)).isoformat()
        file.write_text(json.dumps(held), "utf-8")
    file_of(nectar).unlink()
    followed(nectar)
    assert len(web.paths()) == 9
    assert "Ren Kawa" in series_of(nectar).staff


def test_answers_of_the_future_are_not_trusted(nectar: Nectar, web: Web) -> None:
    followed(nectar, "--medium", "game")
    for file in (nectar.home / "cache" / "catalogues").glob("wikidata-*.json"):
        file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | {"asked": "2999-01-01T00:00:00"}), "utf-8")
    file_of(nectar).unlink()
    web.forget()
    followed(nectar, "--medium", "game")
    assert len(web.paths()) == 3


def test_refresh_asks_anew_and_a_spoilt_shelf_is_no_obstacle(nectar: Nectar, web: Web) -> None:
    followed(nectar)
    for file in (nectar.home / "cache" / "catalogues").iterdir():
        file.write_text('{"asked": [' if "pace" in file.name else '{"asked": 7}')
    for more in ((), ("--refresh",)):
        web.forget()
        file_of(nectar).unlink()
        followed(nectar, *more)
        assert len(web.paths()) == 9


def test_where_nothing_can_be_kept_it_works_all_the_same(nectar: Nectar) -> None:
    nectar.home.mkdir()
    (nectar.home / "cache").write_text("a file")
    followed(nectar)
    assert series_of(nectar).studio == ("Studio Reed",)


def test_offline_asks_nobody_and_writes_the_template(nectar: Nectar, web: Web) -> None:
    run = followed(nectar, "--offline")
    assert web.paths() == []
    assert series_of(nectar) == Series("Copper Heron", slug="copper-heron")
    assert run.err.splitlines() == [f"{name}: not asked (--offline)." for name in ("AniList", "TVmaze", "Wikidata")]
    assert "aliases, studio, people, episodes with air dates, sources, contact" in run.out


def test_requests_to_one_catalogue_are_apart_also_between_runs(nectar: Nectar, web: Web) -> None:
    for title in ("Copper Heron", "Ten Ducks"):
        assert nectar.here("follow", title, "--delay", "0.15", "--medium", "game").code == 0
    times = web.times()
    assert len(times) >= 4
    assert min(later - sooner for sooner, later in pairwise(times)) >= 0.15


def test_the_limit_that_anilist_states_sets_the_pace(nectar: Nectar, web: Web) -> None:
    web.routes["/anilist"] = as_json({"data": {"Page": {"media": []}}}, X_RateLimit_Limit="15")
    followed(nectar)
    pace = json.loads((nectar.home / "cache" / "catalogues" / "anilist.pace.json").read_text())
    assert pace["gap"] == 4.0
    assert time.time() - pace["asked"] < 60


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_busy_catalogue_is_waited_for_once(nectar: Nectar, web: Web, form: str) -> None:
    wait = "1" if form == "seconds" else format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    web.routes["/anilist"] = busy(wait, then=catalogues.anilist)
    followed(nectar)
    assert series_of(nectar).studio == ("Studio Reed",)
    first, second, _ = (r.at for r in web.requests if r.path == "/anilist")
    assert second - first >= (1 if form == "seconds" else 0.5)


def test_a_catalogue_that_stays_busy_is_left_alone_after_that(nectar: Nectar, web: Web) -> None:
    web.routes["/anilist"] = as_json({"errors": [{"message": "Too Many Requests."}]}, 429, Retry_After="1")
    run = followed(nectar)
    assert asked(web).count("AniList") == 2
    assert "AniList: is busy (Too Many Requests.), asks to wait 1 s." in run.err
    assert "# AniList: is busy" in file_of(nectar).read_text("utf-8")
    assert series_of(nectar).facts["network"] == "Canal TV"


def test_a_long_wait_is_not_waited_for_and_not_forgotten(nectar: Nectar, web: Web) -> None:
    web.routes["/w/api.php"] = as_json({"error": {"code": "ratelimited"}}, 429, Retry_After="7200")
    started = time.monotonic()
    run = followed(nectar)
    assert time.monotonic() - started < 3
    assert "Wikidata: is busy (ratelimited), asks to wait 7200 s." in run.err
    web.forget()
    file_of(nectar).unlink()
    run = followed(nectar, "--refresh")
    assert "Wikidata" not in asked(web)
    assert "Wikidata: not asked: it wants to be left alone until" in run.err


def test_wikidata_says_that_it_lags_with_status_200(nectar: Nectar, web: Web) -> None:
    lagging = as_json({"error": {"code": "maxlag", "info": "Waiting for a host"}}, Retry_After="1")
    answers = iter([lagging])
    web.routes["/w/api.php"] = lambda visitor: next(answers, None) or catalogues.wikidata(visitor)
    followed(nectar, "--medium", "game")
    assert series_of(nectar).studio == ("Studio Reed",)
    assert asked(web) == ["Wikidata"] * 4


# Faults

_BAD: Mapping[str, tuple[Route, str]] = {
    "html": (Answer("<html>Just a moment…</html>"), "something else than JSON"),
    "500": (Answer("oops", 500), "answered 500"),
    "404 with words": (as_json({"name": "Not Found", "message": "no\x1b[31m such", "status": 404}, 404), "Not Found"),
    "403 with words": (as_json({"errors": [{"message": "The API is closed"}], "data": None}, 403), "answered 403"),
    "large": (Answer(b"[" + b" " * (3 << 20) + b"]", type="application/json"), "more than 2 MiB"),
    "packed": (Answer(gzip.compress(b"[]"), headers={"Content-Encoding": "gzip"}), "something else than JSON"),
    "hung up": (dropped, "broke off"),
    "cut short": (cut_short('{"data":'), "something else than JSON"),
    "elsewhere": (redirect("http://127.0.0.2:9/x"), "elsewhere"),
    "file": (redirect("file:///etc/hostname"), "elsewhere"),
    "deep": (Answer("[" * 200_000, type="application/json"), "something else than JSON"),
    "null": (Answer("null"), "something else than JSON"),
    "number": (Answer("9" * 5000), "something else than JSON"),
    "busy without a time": (Answer("", 503), "is busy"),
}


@pytest.mark.parametrize("fault", _BAD)
def test_one_that_fails_is_said_in_a_line_and_stops_no_other(nectar: Nectar, web: Web, fault: str) -> None:
    bad, words = _BAD[fault]
    web.routes["/search/shows"] = bad
    run = followed(nectar)
    (line,) = [x for x in run.err.splitlines() if x.startswith("TVmaze: ")]
    assert words in line
    assert "\x1b" not in line
    assert f"# {line.rstrip('.')}" in file_of(nectar).read_text("utf-8")
    assert series_of(nectar).facts["episodes"] == 3
    assert "TVmaze" not in str(series_of(nectar))


def test_a_redirect_on_the_same_host_is_followed(nectar: Nectar, web: Web) -> None:
    web.routes["/search/shows"] = redirect("/found/shows", 301)
    web.routes["/found/shows"] = as_json([{"show": catalogues.SHOW}])
    followed(nectar)
    assert series_of(nectar).facts["network"] == "Canal TV"


@pytest.mark.parametrize("fault", ["html", "500", "hung up", "deep", "elsewhere"])
def test_where_all_fail_the_template_is_written(nectar: Nectar, web: Web, fault: str) -> None:
    web.routes.clear()
    web.routes["/*"] = _BAD[fault][0]
    run = followed(nectar)
    assert series_of(nectar) == Series("Copper Heron", slug="copper-heron")
    assert [line.partition(":")[0] for line in run.err.splitlines()] == ["AniList", "TVmaze", "Wikidata"]


def test_nobody_there_is_said_at_once(nectar: Nectar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NECTAR_CATALOGUES", " ".join(f"{n}=http://127.0.0.1:9/" for n in ("anilist", "tvmaze", "wikidata")))
    run = followed(nectar)
    assert run.err.count("could not be reached") == 3


def test_one_that_drips_is_left_when_its_time_is_up(monkeypatch: pytest.MonkeyPatch, nectar: Nectar, web: Web) -> None:
    from crawler.catalogues import asking

    web.routes["/search/shows"] = drip("[" + " " * 400 + "]", 8, "application/json")
    plain = asking.exchange
    monkeypatch.setattr(asking, "exchange", lambda url, body, agent, _: plain(url, body, agent, 0.7))
    started = time.monotonic()
    run = followed(nectar)
    assert time.monotonic() - started < 3
    assert "TVmaze: did not answer within 0.7 seconds." in run.err


def test_what_is_kept_serves_where_asking_fails(nectar: Nectar, web: Web) -> None:
    followed(nectar)
    before = series_of(nectar)
    file_of(nectar).unlink()
    web.routes.clear()
    web.routes["/*"] = 500
    run = followed(nectar, "--refresh")
    assert series_of(nectar) == before
    assert f"AniList: answered 500; its answer of {datetime.now(UTC):%Y-%m-%d} is used." in run.err


def test_parts_that_fail_leave_the_rest(nectar: Nectar, web: Web) -> None:
    web.routes["/shows/81/crew"] = 500
    run = followed(nectar)
    series = series_of(nectar)
    assert "Mio Hama" not in series.staff
    assert series.facts["network"] == "Canal TV"
    assert "TVmaze: answered 500; the rest came." in run.err


# The file


def test_a_file_that_is_there_is_not_touched_and_nobody_is_asked(nectar: Nectar, web: Web) -> None:
    file = nectar.home.parent / "copper-heron.toml"
    file.write_text("mine")
    plain_failure(nectar.here("follow", "Copper Heron"), 2, "copper-heron.toml", "--output")
    assert file.read_text() == "mine"
    assert web.paths() == []


@pytest.mark.parametrize("title", ["Copper \udcff Heron", "heron " * 400, "../../etc/heron", "銅の鷺 \u202e", "a" * 5000])
def test_any_title_can_be_asked_for(nectar: Nectar, title: str) -> None:
    followed(nectar, title=title)
    assert file_of(nectar).parent == nectar.home.parent
    assert series_of(nectar).title


def test_a_file_that_can_not_be_written_is_said_before_anybody_is_asked(nectar: Nectar, web: Web) -> None:
    for output in (nectar.home.parent / "none" / "s.toml", nectar.home.parent / ("x" * 300)):
        plain_failure(nectar.here("follow", "Copper Heron", "-o", output), 2, "can't be written")
    assert web.paths() == []


@pytest.mark.parametrize("contact", ["", "mailto:a@b.example\r\nX-Evil: 1", "https://例え.example/"])
def test_a_contact_is_no_way_into_the_request(nectar: Nectar, web: Web, contact: str) -> None:
    followed(nectar, "--contact", contact, "--medium", "game")
    (agent,) = {r.agent for r in web.requests}
    assert agent.startswith("Nectar/0.1")
    assert agent.isprintable()


@pytest.mark.parametrize("address", ["anilist", "nobody=http://127.0.0.1/", "anilist=file:///etc/hostname"])
def test_another_address_must_be_one(nectar: Nectar, address: str) -> None:
    plain_failure(nectar.here("follow", "Copper Heron", "--at", address), 2, "catalogue", "Tip: ")


# Outlets


def test_outlets_are_put_into_the_file_by_their_tags(nectar: Nectar) -> None:
    run = followed(nectar, "--offline", "--outlets", "anime,games", "--outlets", "de")
    names = [s.name for s in series_of(nectar).sources]
    assert "Anime2You" in names
    assert "GameStar" in names
    assert "Serienjunkies.de" not in names
    assert f"Sources: {len(names)} from the bundled list" in run.out
    assert "sources" not in run.out.partition("Still missing")[2]


def test_outlets_are_listed(nectar: Nectar) -> None:
    run = nectar.here("outlets")
    assert run.code == 0
    assert len(run.out.splitlines()) > 40
    run = nectar.here("outlets", "--tag", "anime", "--tag", "blog", "--json")
    listed = json.loads(run.out)
    assert "Random Curiosity" in [o["name"] for o in listed]
    assert all({"anime", "blog"} <= set(o["tags"]) for o in listed)
    assert set(listed[0]) == {"name", "home", "kind", "language", "country", "tags", "url"}


@pytest.mark.parametrize(("tag", "tip"), [("animee", "'anime'"), ("7", "anime"), (",", "anime"), ("anime,,x y", "anime")])
def test_a_tag_that_none_bears_is_a_mistake_of_the_user(nectar: Nectar, web: Web, tag: str, tip: str) -> None:
    plain_failure(nectar.here("outlets", "--tag", tag), 2, "tag", tip)
    plain_failure(nectar.here("follow", "Copper Heron", "--outlets", tag), 2, "tag", tip)
    assert web.paths() == []
