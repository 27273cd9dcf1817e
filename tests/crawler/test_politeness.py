"""robots.txt, Crawl-delay, Retry-After, the daily cap and opt-outs, as a site sees them."""

import gzip
import json
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest
from scrapy.http import Response

from crawler.politeness import retry_after
from crawler.sites import origin_of, site_of
from pipeline.store import Store
from tests.webserver import (
    Answer,
    Gate,
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
    gzip_bomb,
    redirect,
    robots,
    rss,
    series_file,
    sites,
)

HERON = article("Copper Heron, a review")
SENT: list[int] = []


def without_end(visitor: Visitor) -> None:
    """Rules, and then 60 MB of remarks, as far as they are wanted."""
    visitor.begin(200, {"Content-Type": "text/plain", "Content-Length": str(60 << 20)})
    visitor.wfile.write(b"User-agent: *\nDisallow: /\n")
    for megabyte in range(60):
        SENT.append(megabyte)
        visitor.wfile.write(b"# at length\n" * ((1 << 20) // 12))


NO_RULES: dict[str, Route] = {
    "missing": 404,
    "forbidden": 403,
    "empty": robots(""),
    "a web page": Answer("<!doctype html><html><body>Welcome, all of you</body></html>"),
    "for others": robots("User-agent: otherbot\nDisallow: /"),
    "longest match": robots("User-agent: *\nDisallow: /\nAllow: /feed\nAllow: /read/"),
    "noise": Answer(bytes(range(128, 256)) * 5, type="text/plain"),
    "beyond 500 KiB": robots("# at length\n" * 50_000 + "User-agent: *\nDisallow: /"),
    "for our contact": robots("User-agent: example\nDisallow: /\n\nUser-agent: mailto\nDisallow: /"),
    "moved nowhere": Answer(b"", 302, headers={"Location": "http://[half"}),
}
RULES = robots("User-agent: *\nDisallow: /")
CLOSED: dict[str, Route] = {
    "everything": robots("User-agent: *\nDisallow: /"),
    "us by name": robots("User-agent: *\nAllow: /\n\nUser-agent: Nectar\nDisallow: /"),
    "marked": robots("\ufeffUser-agent: *\nDisallow: /"),
    "slow": drip("User-agent: *\nDisallow: /", 1.0, "text/plain"),
    "moved": redirect("/rules.txt"),
    "without end": without_end,
    "packed": Answer(gzip.compress(b"User-agent: *\nDisallow: /"), type="text/plain", headers={"Content-Encoding": "gzip"}),
    "a bomb": gzip_bomb(),
    "in UTF-16": Answer("User-agent: *\rDisallow: /".encode("utf-16"), type="text/plain"),
    "500": 500,
    "503": 503,
    "429": 429,
    "hangs up": dropped,
}
TDMREP = "/.well-known/tdmrep.json"


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
    reserved = [] if name == "longest match" else [TDMREP]  # which that one does not allow
    assert sorted(tour.webs[name].asked()) == [*reserved, "/feed", "/read/1", "/read/2"]
    assert f"{name} failed" not in tour.run.err


@pytest.mark.parametrize("name", CLOSED)
def test_a_site_that_forbids_or_can_not_be_asked_is_closed(tour: Tour, name: str) -> None:
    assert [p for p in tour.webs[name].asked() if p != "/rules.txt"] == []
    (line,) = [line for line in tour.run.err.splitlines() if f"{name} failed: " in line]
    assert "robots.txt" in line


def test_of_rules_without_end_only_the_beginning_is_taken(tour: Tour) -> None:  # noqa: ARG001 - it is what has happened
    assert SENT[:1] == [0]
    assert len(SENT) < 30, "the rest was sent to nobody, but for what the sockets hold"


def test_a_tour_with_closed_sites_ends_with_exit_code_three(tour: Tour) -> None:
    assert tour.run.code == 3
    assert "Traceback" not in tour.run.err
    assert len(tour.nectar.pages()) == 2 * len(NO_RULES)


def test_robots_is_asked_before_anything_else_and_only_once(tour: Tour) -> None:
    for name in NO_RULES:
        paths = [r.path for r in tour.webs[name].requests]
        assert paths[0] == "/robots.txt"
        assert paths.count("/robots.txt") == 1


def feed(web: Web) -> dict[str, str]:
    return {"name": "G", "kind": "feed", "url": web.url("/feed")}


def test_five_redirects_of_robots_are_followed_to_other_hosts_too_and_not_a_sixth(tmp_path: Path, nectar: Nectar) -> None:
    with sites({}, {}) as (one, two), Web({"/5": RULES}) as far:
        for web, hops in ((one, 5), (two, 6)):
            web.routes |= {"/robots.txt": redirect(f"/{6 - hops}"), "/feed": rss([]), "/4": redirect(far.url("/5"))}
            web.routes |= {f"/{n}": redirect(f"/{n + 1}") for n in range(4)}
        file = series_file(tmp_path / "s.toml", [feed(one), feed(two) | {"name": "H"}])
        assert nectar.crawl(file).code == 3
        assert one.asked() == ["/1", "/2", "/3", "/4"]
        assert two.asked() == ["/0", "/1", "/2", "/3", "/4", "/feed"]
        assert [r.path for r in far.requests] == ["/5"]


def test_robots_is_had_once_a_day_by_all_runs_and_kept_as_evidence(tmp_path: Path, nectar: Nectar) -> None:
    rules = "User-agent: *\nDisallow: /private\nCrawl-delay: 0.3"
    with Web({"/robots.txt": redirect("/rules.txt"), "/rules.txt": robots(rules), "/feed": rss([]), "/more": rss([])}) as web:
        file = series_file(tmp_path / "s.toml", [feed(web), {"name": "M", "kind": "feed", "url": web.url("/more")}])
        assert nectar.crawl(file).code == 0
        assert nectar.crawl(file).code == 0
        assert [r.path for r in web.requests] == ["/robots.txt", "/rules.txt", *["/feed", "/more"] * 2]
        assert web.requests[-1].at - web.requests[-2].at > 0.22, "the delay of a robots.txt that was had by an earlier run"
        with Store(nectar.home / "nectar.db") as store:
            kept = store.robots_of(web.url("")[:-1] if web.url("").endswith("/") else web.url(""))
        assert kept is not None
        assert (kept.path, kept.url, kept.status, kept.body.decode()) == ("/robots.txt", web.url("/rules.txt"), 200, rules)
        with closing(sqlite3.connect(nectar.home / "nectar.db")) as db, db:
            db.execute("UPDATE robots SET fetched = datetime(fetched, '-1 day')")
        web.forget()
        web.routes["/rules.txt"] = RULES
        assert nectar.crawl(file).code == 3
        assert [r.path for r in web.requests] == ["/robots.txt", "/rules.txt"]


def test_a_site_that_failed_is_asked_for_its_rules_by_the_next_run(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/robots.txt": 503, "/feed": rss([])}) as web:
        file = series_file(tmp_path / "s.toml", [feed(web)])
        assert nectar.crawl(file).code == 3
        assert nectar.rows("SELECT status FROM robots") == [(503,)]
        web.routes["/robots.txt"] = 404
        assert nectar.crawl(file).code == 0
        assert nectar.rows("SELECT status FROM robots") == [(404,)]


def test_a_dead_host_is_told_as_dead_and_a_closed_one_as_closed(tmp_path: Path, nectar: Nectar) -> None:
    with sites({"/robots.txt": dropped}, {"/robots.txt": 503}, {}) as (mute, closed, dead):
        urls = [web.url("/one") for web in (mute, closed, dead)] + ["http://no-such-host.invalid/one"]
        dead.__exit__()
        file = series_file(tmp_path / "s.toml", [{"name": u, "kind": "url", "url": u} for u in urls])
        assert nectar.crawl(file, "--contact", "mailto:tester@example.org").code == 3
        said = dict(nectar.rows("SELECT url, reason || ': ' || detail FROM skip"))
        asked = "when asked for robots.txt"
        assert [said[u] for u in urls] == [
            f"unreachable: connection broken, {asked}",
            "refused by robots.txt: robots.txt answers 503: the site counts as closed",
            f"unreachable: connection refused, {asked}",
            f"unreachable: no such host, {asked}",
        ]


def _gaps(times: list[float]) -> list[float]:
    return [b - a for a, b in pairwise(times)]


def test_crawl_delay_is_kept_between_all_requests(tmp_path: Path, nectar: Nectar) -> None:
    rules = robots("User-agent: *\nCrawl-delay: 0.6")
    with Web({"/robots.txt": rules, "/read/*": HERON}) as web:
        web.routes["/feed"] = rss([("Copper Heron", web.url(f"/read/{n}")) for n in range(3)])
        run = nectar.crawl(series_file(tmp_path / "s.toml", [{"name": "G", "kind": "feed", "url": web.url("/feed")}]))
        assert run.code == 0, run.err
        assert web.asked()[:2] == ["/feed", TDMREP]
        assert len(web.times()) == 5
        assert min(_gaps(web.times())) > 0.5


def test_a_delay_beyond_all_patience_leaves_the_site_alone(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/robots.txt": robots("User-agent: *\nCrawl-delay: 86400")}) as web:
        run = nectar.crawl(series_file(tmp_path / "s.toml", [{"name": "G", "kind": "feed", "url": web.url("/feed")}]))
        assert run.code == 3
        assert "86400 s" in run.err
        assert web.asked() == []


def test_the_delay_that_the_user_names_is_kept(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/read/*": HERON}) as web:
        web.routes["/feed"] = rss([("Copper Heron", web.url(f"/read/{n}")) for n in range(3)])
        file = series_file(tmp_path / "s.toml", [{"name": "G", "kind": "feed", "url": web.url("/feed")}])
        assert nectar.run("crawl", file, "--allow-private", "--delay", "0.4").code == 0
        assert min(_gaps([r.at for r in web.requests])) > 0.32


def test_who_asks_for_a_day_of_patience_is_asked_for_nothing_else_either(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/read/*": busy("86400", HERON)}) as web:
        web.routes["/feed"] = rss([("Copper Heron", web.url(f"/read/{n}")) for n in range(5)])
        assert nectar.crawl(series_file(tmp_path / "s.toml", [feed(web)])).code == 0
        assert web.asked()[:2] == ["/feed", TDMREP]
        assert len(web.asked()) == 3
        assert Counter(nectar.skipped().values()) == {"http error": 1, "unreachable": 4}
        assert nectar.rows("SELECT DISTINCT detail FROM skip WHERE reason = 'unreachable'") == [
            ("the site asks for 86400 s without requests",)
        ]


def test_nothing_is_asked_while_a_site_rests_neither_indexes_nor_pages_that_wait_for_their_turn(
    tmp_path: Path, nectar: Nectar
) -> None:
    def rests(visitor: Visitor) -> Given:
        answer = first(visitor)
        web.routes["/feed"] = rss([])
        return answer

    first = busy("1", HERON, 503)
    with Web({"/feed": rests, "/read/*": HERON}) as web:
        sources = [feed(web), {"name": "U", "kind": "url", "url": web.url("/read/1")}]
        assert nectar.crawl(series_file(tmp_path / "s.toml", sources)).code == 0
        rested = next(n for n, r in enumerate(web.requests) if r.path == "/feed")
        assert web.requests[rested + 1].at - web.requests[rested].at > 0.85
        assert sorted(web.asked()) == [TDMREP, "/feed", "/feed", "/read/1"]


def test_retry_after_of_robots_itself_is_kept(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/robots.txt": busy("1", robots("")), "/read/1": HERON}) as web:
        assert nectar.crawl(series_file(tmp_path / "s.toml", [{"name": "U", "kind": "url", "url": web.url("/read/1")}])).code == 0
        assert [r.path for r in web.requests] == ["/robots.txt", "/robots.txt", TDMREP, "/read/1"]
        assert _gaps([r.at for r in web.requests])[0] > 0.85


def test_retry_after_is_kept_in_both_forms(tmp_path: Path, nectar: Nectar) -> None:
    def until_soon(_: Visitor) -> Given:
        when = format_datetime(datetime.now(UTC) + timedelta(seconds=3), usegmt=True)
        web.routes["/read/date"] = HERON
        return Answer("later", 503, headers={"Retry-After": when})

    with Web({"/read/seconds": busy("1", HERON), "/read/date": until_soon}) as web:
        sources = [{"name": n, "kind": "url", "url": web.url(f"/read/{n}")} for n in ("seconds", "date")]
        assert nectar.crawl(series_file(tmp_path / "s.toml", sources)).code == 0
        for path, wait in (("/read/seconds", 0.95), ("/read/date", 1.9)):
            first, second = (r.at for r in web.requests if r.path == path)
            assert second - first > wait
        assert nectar.pages() == ["/read/date", "/read/seconds"]


def test_who_asks_for_a_day_of_patience_is_not_asked_again(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/read/busy": busy("86400", HERON)}) as web:
        start = time.monotonic()
        assert (
            nectar.crawl(series_file(tmp_path / "s.toml", [{"name": "G", "kind": "url", "url": web.url("/read/busy")}])).code == 3
        )
        assert web.asked() == [TDMREP, "/read/busy"]
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


def test_all_host_names_of_a_registered_domain_are_one_site(nectar: Nectar, tmp_path: Path) -> None:
    lock, under_way, most = threading.Lock(), Counter[str](), Counter[str]()

    def slowly(visitor: Visitor) -> Given:
        site = site_of(visitor.path)
        with lock:
            under_way[site] += 1
            most[site] = max(most[site], under_way[site])
            most["all"] = max(most["all"], under_way.total())
        time.sleep(0.1)
        with lock:
            under_way[site] -= 1
        return 404 if visitor.path.endswith((".txt", ".json")) else article(f"Copper Heron, {visitor.path}")

    hosts = ["www.gazette.example", "news.gazette.example", "blog.gazette.example:8080", "one.blogspot.com", "two.blogspot.com"]
    with Web({"*": slowly}) as proxy:
        file = series_file(tmp_path / "s.toml", [{"name": h, "kind": "url", "url": f"http://{h}/one"} for h in hosts])
        pace = ("--delay", "0.05")  # without one, a machine that stops for a moment may let two through, see crawler/run.py
        run = nectar.crawl(file, *pace, "--contact", "mailto:tester@example.org", env={"http_proxy": proxy.url("/")})
        assert run.code == 0, run.err
        assert Counter(r.path.rpartition("/")[2] for r in proxy.requests) == {"robots.txt": 5, "tdmrep.json": 5, "one": 5}
    assert most.pop("all") > 1
    assert most == {"gazette.example": 1, "one.blogspot.com": 1, "two.blogspot.com": 1}


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.bbc.co.uk/a", "bbc.co.uk"),
        ("http://Gazette.Example:8080/", "gazette.example"),
        ("https://user:pass@news.gazette.example/", "gazette.example"),
        ("https://a.b.invented-top-level/", "b.invented-top-level"),
        ("https://www.heron.blogspot.com/", "heron.blogspot.com"),
        ("https://blogspot.com/", "blogspot.com"),
        ("http://localhost:8000/", "localhost:8000"),
        ("http://127.0.0.1:8000/", "127.0.0.1:8000"),
        ("http://[2001:db8::1]:80/", "[2001:db8::1]:80"),
        ("https://gazette.example./", "gazette.example"),
    ],
)
def test_what_counts_as_one_site(url: str, site: str) -> None:
    assert site_of(url) == site


def test_rules_are_those_of_scheme_host_and_port() -> None:
    assert origin_of("https://me@WWW.gazette.example:8443/a?b") == "https://www.gazette.example:8443"


def test_a_slow_site_rests_longer_and_never_shorter_than_it_asks_for(tmp_path: Path, nectar: Nectar) -> None:
    rules = f"User-agent: *\nCrawl-delay: 1.15\nDisallow: {TDMREP}\n"

    def slow(_: Visitor) -> Given:
        time.sleep(0.25)
        return robots(rules)

    with Web({"/robots.txt": slow, "/read/*": HERON}) as web:
        sources = [{"name": str(n), "kind": "url", "url": web.url(f"/read/{n}")} for n in range(3)]
        file = series_file(tmp_path / "s.toml", sources)
        assert nectar.run("crawl", file, "--allow-private", "--delay", "1").code == 0
        assert len(web.asked()) == 3
        first, _, third = _gaps([r.at for r in web.requests])
        assert first > 1.1, "five times the 0.25 s that the first answer took"
        assert third > 1.08, "the Crawl-delay, though pages come at once"


def _visited(nectar: Nectar, web: Web, times: int) -> None:
    with Store(nectar.home / "nectar.db") as store:
        store.add_visits(datetime.now(UTC).date(), {f"127.0.0.1:{web.port}": times})


def test_a_site_is_asked_for_a_thousand_things_a_day_at_most_over_all_runs(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/read/*": HERON}) as web:
        web.routes["/feed"] = rss([("Copper Heron", web.url(f"/read/{n}")) for n in range(4)])
        file = series_file(tmp_path / "s.toml", [feed(web)])
        _visited(nectar, web, 995)
        assert nectar.crawl(file).code == 0
        assert web.asked()[:2] == ["/feed", TDMREP]
        assert len(web.asked()) == 5
        ((left, why),) = nectar.skipped().items()
        assert why == "over the daily cap of its site"
        assert nectar.rows("SELECT site, requests FROM visits") == [(f"127.0.0.1:{web.port}", 1000)]
        web.forget()
        run = nectar.crawl(file)
        assert run.code == 3
        assert "over the daily cap" in run.err
        assert web.requests == []
        with closing(sqlite3.connect(nectar.home / "nectar.db")) as db, db:
            db.execute("UPDATE visits SET day = date(day, '-1 day')")
        assert nectar.crawl(file).code == 0
        assert web.asked() == ["/feed", left]
        assert nectar.skipped() == {}


def test_a_killed_run_forgets_at_most_twenty_requests(tmp_path: Path, nectar: Nectar) -> None:
    gate = Gate(free=30)
    with Web({"/read/*": gate}) as web:
        web.routes["/feed"] = rss([(f"Copper Heron {n}", web.url(f"/read/{n}")) for n in range(40)])
        process = nectar.start("crawl", series_file(tmp_path / "s.toml", [feed(web)]), "--allow-private", "--delay", "0")
        assert gate.reached.wait(30)
        process.kill()
        process.communicate(timeout=40)
        gate.opened.set()
        ((stored,),) = nectar.rows("SELECT requests FROM visits")
        assert len(web.asked()) - 20 <= stored


def test_what_a_site_reserves_is_asked_once_a_day_and_before_its_first_page(tmp_path: Path, nectar: Nectar) -> None:
    reserved = [{"location": "/read/reserved", "tdm-reservation": 1, "tdm-policy": "https://gazette.example/terms.json"}]
    rules = robots("User-agent: *\nContent-Signal: search=yes, ai-input=no\nAllow: /")
    routes: dict[str, Route] = {"/read/*": HERON, TDMREP: Answer(json.dumps(reserved), type="application/json")}
    with sites(routes | {"/robots.txt": rules}, routes | {"/robots.txt": robots(f"User-agent: *\nDisallow: {TDMREP}")}) as webs:
        web, shut = webs
        web.routes["/feed"] = rss([("Plumbing news", web.url("/read/none"))])
        file = series_file(tmp_path / "s.toml", [feed(web), {"name": "U", "kind": "url", "url": shut.url("/read/reserved")}])
        assert nectar.crawl(file).code == 0
        assert web.asked() == ["/feed"], "nobody wants a page of it"
        assert shut.asked() == ["/read/reserved"], "robots.txt keeps the file from us"
        web.routes["/feed"] = rss([(f"Copper Heron {n}", web.url(f"/read/{n}")) for n in ("reserved", "open")])
        assert nectar.crawl(file).code == 0
        assert web.asked()[:3] == ["/feed", "/feed", TDMREP]
        assert sorted(web.asked()[3:]) == ["/read/open", "/read/reserved"]
        web.routes["/feed"] = rss([("Copper Heron", web.url("/read/later"))])
        assert nectar.crawl(file).code == 0
        assert web.asked()[5:] == ["/feed", "/read/later"]
        headers = {
            url.rpartition("/")[2]: json.loads(kept) for url, kept in nectar.rows("SELECT url, headers FROM page ORDER BY id")
        }
        assert headers["reserved"]["tdmrep.json tdm-reservation"] == "1"
        assert "tdmrep.json tdm-reservation" not in headers["open"]
        assert {h["robots.txt content-signal"] for h in (headers["open"], headers["later"])} == {"search=yes, ai-input=no"}


SAID = {
    "mum": (
        "Copper Heron takes a ferry town and gives it a guardian who would rather fish.",
        "gorgeous and fluid in every scene",
    ),
    "terse": (
        "Twelve weeks of Copper Heron are behind us, and the river has not run dry yet.",
        "splendid from the first frame to the last",
    ),
    "brief": (
        "My neighbours asked me to watch Copper Heron with their children on a wet Sunday.",
        "wonderful and full of small surprises",
    ),
    "plain": (
        "Nobody at our paper expected a quiet bird to carry a whole season on its back.",
        "beautiful and carefully lit in each shot",
    ),
}
"""Openings and opinions; different enough not to be copies of one another."""


@pytest.mark.filterwarnings("ignore:SOCKS support")
def test_an_opt_out_is_respected_from_the_answer_to_the_report(tmp_path: Path, nectar: Nectar) -> None:
    says = {"mum": "nosnippet", "terse": "max-snippet: 32", "brief": "noarchive", "plain": "all"}

    def opinion(name: str) -> str:
        opening, verdict = SAID[name]
        dated = '<meta property="article:published_time" content="2026-01-05T10:00:00Z">'
        text = f"{opening}\n\nThe animation of Copper Heron is {verdict}. {' '.join(f'{name}{n}' for n in range(30))}."
        return article(f"Copper Heron review, {name}", text, dated)

    pages: dict[str, Route] = {f"/{n}": Answer(opinion(n), headers={"X-Robots-Tag": said}) for n, said in says.items()}
    with Web(pages) as web:
        sources = [{"name": n, "kind": "url", "url": web.url(f"/{n}")} for n in says]
        file = series_file(tmp_path / "s.toml", sources)
        assert nectar.crawl(file).code == 0
        before = nectar.rows("SELECT body FROM page WHERE url LIKE '%/brief'")
        assert nectar.here("score", file).code == 0
        assert dict(nectar.rows("SELECT substr(url, -5), rights FROM article WHERE url LIKE '%brief'")) == {
            "brief": '{"noarchive": true, "because": ["noarchive (x-robots-tag)"]}'
        }
        after = nectar.rows("SELECT length(body) FROM page WHERE url LIKE '%/brief'")
        assert after[0][0] < 20 < len(before[0][0])
        assert nectar.rows("SELECT note FROM assessment WHERE note != ''") == [("page not kept: noarchive",)]
        judged = nectar.rows("SELECT id, stance FROM assessment WHERE note != ''")
        file = series_file(tmp_path / "s.toml", sources, 'aliases = ["The Heron of Copper"]')  # another recipe
        assert nectar.here("score", file).code == 0
        assert nectar.rows("SELECT id, stance FROM assessment WHERE note != ''") == judged, "left as it was judged"
        assert nectar.rows("SELECT count(*) FROM assessment") == [(4,)]
        assert nectar.here("report", file, "--week", "2026-W02").code == 0
        shown = "".join(p.read_text("utf-8") for p in nectar.home.rglob("*") if p.suffix in {".html", ".json", ".xml"})
        for name, quoted in (("plain", True), ("brief", True), ("mum", False)):
            assert (SAID[name][1] in shown) is quoted, name
        assert "The animation of Copper Heron…" in shown
        assert "splendid" not in shown
        assert web.url("/mum") in shown
        assert "does not allow quotes" in shown
