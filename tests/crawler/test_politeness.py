"""robots.txt, Crawl-delay and Retry-After, as a site sees them."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest
from scrapy.http import Response

from crawler.politeness import retry_after
from tests.webserver import (
    Answer,
    Given,
    Nectar,
    Route,
    Run,
    Visitor,
    Web,
    article,
    busy,
    drip,
    dropped,
    redirect,
    robots,
    rss,
    series_file,
    sites,
)

HERON = article("Copper Heron, a review")
NO_RULES: dict[str, Route] = {
    "missing": 404,
    "forbidden": 403,
    "empty": robots(""),
    "a web page": Answer("<!doctype html><html><body>Welcome, all of you</body></html>"),
    "for others": robots("User-agent: otherbot\nDisallow: /"),
    "longest match": robots("User-agent: *\nDisallow: /\nAllow: /feed\nAllow: /read/"),
    "noise": Answer(bytes(range(128, 256)) * 5, type="text/plain"),
}
CLOSED: dict[str, Route] = {
    "everything": robots("User-agent: *\nDisallow: /"),
    "us by name": robots("User-agent: *\nAllow: /\n\nUser-agent: Nectar\nDisallow: /"),
    "marked": robots("\ufeffUser-agent: *\nDisallow: /"),
    "slow": drip("User-agent: *\nDisallow: /", 1.0, "text/plain"),
    "moved": redirect("/rules.txt"),
    "500": 500,
    "503": 503,
    "429": 429,
    "hangs up": dropped,
}
RULES = robots("User-agent: *\nDisallow: /")


@dataclass(frozen=True)
class Tour:
    """One crawl over many sites that differ in robots.txt alone."""

    run: Run
    nectar: Nectar
    webs: dict[str, Web] = field(default_factory=dict)


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tour]:
    folder = tmp_path_factory.mktemp("tour")
    nectar = Nectar(folder / "home")
    kinds = NO_RULES | CLOSED
    with sites(*({"/robots.txt": r, "/rules.txt": RULES, "/read/*": HERON} for r in kinds.values())) as webs:
        for web in webs:
            web.routes["/feed"] = rss([("Copper Heron", web.url("/read/1")), ("Copper Heron", web.url("/read/2"))])
        sources = [{"name": n, "kind": "feed", "url": w.url("/feed")} for n, w in zip(kinds, webs, strict=True)]
        run = nectar.crawl(series_file(folder / "s.toml", sources), "--contact", "mailto:tester@example.org")
        yield Tour(run, nectar, dict(zip(kinds, webs, strict=True)))


@pytest.mark.parametrize("name", NO_RULES)
def test_a_site_without_rules_for_us_is_open(tour: Tour, name: str) -> None:
    assert sorted(tour.webs[name].paths()) == ["/feed", "/read/1", "/read/2"]
    assert f"{name} failed" not in tour.run.err


@pytest.mark.parametrize("name", CLOSED)
def test_a_site_that_forbids_or_can_not_be_asked_is_closed(tour: Tour, name: str) -> None:
    assert [p for p in tour.webs[name].paths() if p != "/rules.txt"] == []
    (line,) = [line for line in tour.run.err.splitlines() if f"{name} failed: " in line]
    assert "robots.txt" in line


def test_a_tour_with_closed_sites_ends_with_exit_code_three(tour: Tour) -> None:
    assert tour.run.code == 3
    assert "Traceback" not in tour.run.err
    assert len(tour.nectar.pages()) == 2 * len(NO_RULES)


def test_robots_is_asked_before_anything_else_and_only_once(tour: Tour) -> None:
    for name in NO_RULES:
        paths = [r.path for r in tour.webs[name].requests]
        assert paths[0] == "/robots.txt"
        assert paths.count("/robots.txt") == 1


def _gaps(times: list[float]) -> list[float]:
    return [b - a for a, b in pairwise(times)]


def test_crawl_delay_is_kept_between_all_requests(tmp_path: Path, nectar: Nectar) -> None:
    rules = robots("User-agent: *\nCrawl-delay: 1")
    with Web({"/robots.txt": rules, "/read/*": HERON}) as web:
        web.routes["/feed"] = rss([("Copper Heron", web.url(f"/read/{n}")) for n in range(3)])
        run = nectar.crawl(series_file(tmp_path / "s.toml", [{"name": "G", "kind": "feed", "url": web.url("/feed")}]))
        assert run.code == 0, run.err
        assert len(web.times()) == 4
        assert min(_gaps(web.times())) > 0.95


def test_a_delay_beyond_all_patience_leaves_the_site_alone(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/robots.txt": robots("User-agent: *\nCrawl-delay: 86400")}) as web:
        run = nectar.crawl(series_file(tmp_path / "s.toml", [{"name": "G", "kind": "feed", "url": web.url("/feed")}]))
        assert run.code == 3
        assert "86400 s" in run.err
        assert web.paths() == []


def test_the_delay_that_the_user_names_is_kept(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/read/*": HERON}) as web:
        web.routes["/feed"] = rss([("Copper Heron", web.url(f"/read/{n}")) for n in range(3)])
        file = series_file(tmp_path / "s.toml", [{"name": "G", "kind": "feed", "url": web.url("/feed")}])
        assert nectar.run("crawl", file, "--allow-private", "--delay", "0.7").code == 0
        assert min(_gaps([r.at for r in web.requests])) > 0.65


def test_retry_after_is_kept_in_both_forms(tmp_path: Path, nectar: Nectar) -> None:
    def until_soon(_: Visitor) -> Given:
        when = format_datetime(datetime.now(UTC) + timedelta(seconds=4), usegmt=True)
        web.routes["/read/date"] = HERON
        return Answer("later", 503, headers={"Retry-After": when})

    with Web({"/read/seconds": busy("2", HERON), "/read/date": until_soon}) as web:
        sources = [{"name": n, "kind": "url", "url": web.url(f"/read/{n}")} for n in ("seconds", "date")]
        assert nectar.crawl(series_file(tmp_path / "s.toml", sources)).code == 0
        for path in ("/read/seconds", "/read/date"):
            first, second = (r.at for r in web.requests if r.path == path)
            assert second - first > 1.9
        assert nectar.pages() == ["/read/date", "/read/seconds"]


def test_who_asks_for_a_day_of_patience_is_not_asked_again(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/read/busy": busy("86400", HERON)}) as web:
        start = time.monotonic()
        assert (
            nectar.crawl(series_file(tmp_path / "s.toml", [{"name": "G", "kind": "url", "url": web.url("/read/busy")}])).code == 3
        )
        assert web.paths() == ["/read/busy"]
        assert nectar.skipped() == {"/read/busy": "http error"}
        assert time.monotonic() - start < 20


NOW = datetime(2026, 1, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("Fri, 02 Jan 2026 12:01:30 GMT", 90.0),
        ("Fri, 02 Jan 2026 11:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("Fri, 99 Jan 2026 12:00:00 GMT", None),
        ("²", None),
    ],
)
def test_both_forms_of_retry_after_are_read(header: str, seconds: float | None) -> None:
    given = Response("https://gazette.example/", 429, {b"Retry-After": header.encode("latin-1", "replace")})
    assert retry_after(given, NOW) == seconds


def test_without_the_header_nothing_is_asked_for() -> None:
    assert retry_after(Response("https://gazette.example/", 429), NOW) is None


def test_one_thing_at_a_time_is_asked_of_a_site_even_without_a_delay(nectar: Nectar, tmp_path: Path) -> None:
    lock, under_way, most = threading.Lock(), 0, 0

    def slowly(visitor: Visitor) -> str:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        time.sleep(0.05)
        with lock:
            under_way -= 1
        return article(f"Copper Heron, {visitor.path}")

    with Web({"/read/*": slowly}) as web:
        web.routes["/feed"] = rss([(f"Copper Heron {n}", web.url(f"/read/{n}")) for n in range(6)])
        file = series_file(tmp_path / "s.toml", [{"name": "G", "kind": "feed", "url": web.url("/feed")}])
        assert nectar.run("crawl", file, "--allow-private", "--delay", "0").code == 0
        assert len(nectar.pages()) == 6
    assert most == 1
