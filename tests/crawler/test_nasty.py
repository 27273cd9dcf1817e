"""One crawl over a web of bad manners: each nasty site ends in an outcome that is counted and said in words, and a good one is complete."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from tests.webserver import (
    HTML,
    RULES,
    Answer,
    Gate,
    Given,
    Nectar,
    Route,
    Run,
    Visitor,
    Web,
    article,
    bomb,
    broken_chunk,
    by_hand,
    calendar,
    cookie_wall,
    cut_short,
    dropped,
    endless_body,
    endless_drip,
    endless_head,
    hints,
    hop,
    huge,
    many_cookies,
    packed,
    redirect,
    resolving,
    robots,
    rss,
    series_file,
    silent,
    sitemap,
    slow_head,
)

HERON = article("Copper Heron, a review")
PATIENCE = 4
HASTE = f"import crawler.settings as s; s.DOWNLOAD_TIMEOUT = {PATIENCE}"
"""Half a minute is what a site is given; here it must be less."""


def answer(body: bytes, *more: bytes, length: int | None = None) -> bytes:
    head = [
        b"HTTP/1.1 200 OK",
        b"Content-Type: text/html",
        b"Content-Length: %d" % (len(body) if length is None else length),
        *more,
    ]
    return b"\r\n".join(head) + b"\r\n\r\n" + body


def elsewhere(visitor: Visitor) -> Given:
    """To another site, one for each that asks."""
    return redirect(f"http://victim-of-{visitor.headers['Host']}/")


PAGE = HERON.encode()
TAKEN: dict[str, Route] = {
    "gzip, gzip, br": packed(PAGE, "gzip", "gzip", "br"),
    "deflate": packed(PAGE, "deflate"),
    "zstd": packed(PAGE, "zstd"),
    "cut gzip": Answer(packed(PAGE * 40, "gzip").body[:-12], headers={"Content-Encoding": "gzip"}),
    "more than promised": by_hand(answer(PAGE + b"and more", length=len(PAGE))),
    "no length": by_hand(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE),
    "forty kilobytes of headers": by_hand(answer(PAGE, *(b"X-%d: %s" % (n, b"h" * 400) for n in range(100)))),
    "hints": hints(20, answer(PAGE)),
    "cookies": many_cookies(HERON),
    "wrong charset": Answer(article("Copper Heron 銅の鷺").encode("shift_jis"), type=HTML),
    "unknown charset": Answer(PAGE, type="text/html; charset=klingon"),
    "nul": Answer(PAGE.replace(b"<p>", b"<p>\0\0")),
    "soft 404": article(
        "404 - Page not found",
        "We have no such page. Try a search.\n\nMuch read: Copper Heron, a review, and ten more ferries " * 3,
    ),
    "refresh": Answer(HERON.replace("<title>", '<meta http-equiv="refresh" content="0; url=/never"><title>')),
    "deep": "<div>" * 20_000 + HERON,
}
LEFT: dict[str, tuple[Route, str, str]] = {
    "drip": (endless_drip, "unreachable", "no answer in time"),
    "slow head": (slow_head, "unreachable", "no answer in time"),
    "silent": (silent, "unreachable", "no answer in time"),
    "endless body": (endless_body, "too large", ""),
    "endless head": (endless_head, "too large", "64 KiB of headers"),
    "10,000 headers": (by_hand(answer(PAGE, *(b"X-%d: heron" % n for n in range(10_000)))), "too large", "64 KiB of headers"),
    "one long header": (by_hand(answer(PAGE, b"X: " + b"h" * 100_000)), "too large", "a header of more than 16 KiB"),
    "endless hints": (hints(5_000, answer(PAGE)), "too large", "64 KiB of headers"),
    "huge": (huge(), "too large", ""),
    "gzip bomb": (bomb("gzip", megabytes=12), "too large", ""),
    "deflate bomb": (bomb("deflate", megabytes=12), "too large", ""),
    "brotli bomb": (bomb("br", megabytes=12), "too large", ""),
    "zstd bomb": (bomb("zstd", megabytes=12), "too large", ""),
    "bomb in a bomb": (bomb("gzip", "gzip", "br", megabytes=12), "too large", ""),
    "many layers": (packed(PAGE, *["gzip"] * 6), "too large", "packed 6 times"),
    "not packed at all": (Answer(PAGE, headers={"Content-Encoding": "gzip"}), "unreachable", "unpacked"),
    "not brotli": (Answer(PAGE, headers={"Content-Encoding": "br"}), "unreachable", "unpacked"),
    "not deflate": (Answer(PAGE, headers={"Content-Encoding": "deflate"}), "unreachable", "unpacked"),
    "not zstd": (Answer(PAGE, headers={"Content-Encoding": "zstd"}), "unreachable", "unpacked"),
    "broken chunk": (broken_chunk, "unreachable", "broke"),
    "less than promised": (cut_short(HERON), "unreachable", "broke off"),
    "old": (by_hand(PAGE), "unreachable", "broken"),
    "noise": (by_hand(bytes(range(256)) * 40), "unreachable", "broken"),
    "hangs up": (dropped, "unreachable", "broken"),
    "cookie wall": (cookie_wall(HERON), "unreachable", "redirections"),
    "long chain": (redirect("/to/1"), "unreachable", "redirections"),
    "gone": (410, "http error", "410"),
    "teapot": (418, "http error", "418"),
    "file": (redirect("file:///etc/passwd"), "address refused", "file:"),
    "data": (redirect("data:text/html,heron"), "address refused", "data:"),
    "ftp": (redirect("ftp://slow.test/"), "address refused", "ftp:"),
    "script": (redirect("javascript:alert(1)"), "address refused", "javascript:"),
    "nowhere": (redirect("http://[half"), "address refused", "no sense"),
    "bad port": (redirect("http://mail.test:25/"), "address refused", "port 25"),
    "elsewhere": (elsewhere, "leads to another site", "victim-of-elsewhere.test"),
}


ROBOTS: dict[str, tuple[Route, bool]] = {
    "chain of five": (redirect("/rules/1"), True),
    "chain of nine": (redirect("/more-rules/1"), True),  # RFC 9309, 2.3.1.2: as if there were none
    "page": (Answer("<!doctype html><title>Welcome</title>"), True),
    "closed": (503, False),
    "drip": (endless_drip, False),
    "silent": (silent, False),
    "endless": (endless_body, True),  # read up to 500 KiB
    "bomb": (bomb("gzip", megabytes=12), False),
    "head": (endless_head, False),
    "hangs up": (dropped, False),
}
"""What robots.txt is, and whether the site counts as open."""


HANGING = [f"hangs-{n}" for n in range(12)]
"""Sites whose name servers do not answer; more than Scrapy's own number of threads."""


@dataclass(frozen=True)
class Crawl:
    run: Run
    nectar: Nectar
    web: Web
    seconds: float
    file: Path

    def row(self, source: str) -> tuple[int, int, int, dict[str, int], str]:
        rows = self.nectar.rows(f"SELECT found, known, fetched, skipped, trouble FROM source_run WHERE source = '{source}'")
        ((found, known, fetched, skipped, trouble),) = rows
        return found, known, fetched, json.loads(skipped), trouble

    def asked(self, host: str) -> list[str]:
        return [r.path for r in self.web.requests if r.headers.get("Host", "").startswith(host) and r.path not in RULES]


def slug(name: str) -> str:
    return name.replace(" ", "-").replace(",", "")


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawl]:
    """Every bad manner twice, as an article that a good feed names and as an index; one server, a host name for each."""
    folder = tmp_path_factory.mktemp("nasty")
    nectar = Nectar(folder / "home", first=f"{HASTE}\n{resolving({f'{name}.test': 'hangs' for name in HANGING})}")
    with Web() as web:
        sources = []

        def add(name: str, path: str, host: str = "", **more: str | int) -> None:
            sources.append({"name": name, "kind": "feed", "url": web.url(path, f"{host or slug(name)}.test")} | more)

        for name in HANGING:
            add(name, "/feed")
        for name, route in (TAKEN | {n: r for n, (r, _, _) in LEFT.items()}).items():
            page = f"/copper-heron/{slug(name)}"
            web.routes[page] = route
            web.routes[f"/feed/{slug(name)}"] = rss([("Copper Heron", web.url(page, f"{slug(name)}.test"))])
            add(name, f"/feed/{slug(name)}")
            if name in LEFT:
                add(f"index {name}", page)
        web.routes |= {"/to/*": hop("/to/", 9, HERON), "/rules/*": hop("/rules/", 5, robots(""))}
        web.routes["/more-rules/*"] = hop("/more-rules/", 9, robots(""))
        rules = {f"rules-{slug(name)}.test:{web.port}": route for name, (route, _) in ROBOTS.items()}

        def robots_of(visitor: Visitor) -> Given:
            route = rules.get(visitor.headers["Host"], 404)
            return route(visitor) if callable(route) else route if isinstance(route, Answer) else Answer("", route)

        web.routes["/robots.txt"] = robots_of
        for name in ROBOTS:
            add(f"rules {name}", "/feed/empty")
        web.routes |= {"/feed/empty": rss([]), "/read/*": HERON, "/month/*": calendar("/month/")}
        add("calendar", "/month/1", kind="listing", follow="a.day")
        web.routes["/many.xml"] = sitemap(
            (web.url(f"/read/{'copper-heron' if n % 20_000 == 0 else 'ducks'}-{n}", "many.test"), "") for n in range(50_000)
        )
        add("many", "/many.xml", kind="sitemap")
        second = b"HTTP/1.1 418 Teapot\r\nContent-Length: 6\r\n\r\nPOISON"
        web.routes["/poison"] = Answer(PAGE + second * 5, headers={"Content-Length": str(len(PAGE))})
        web.routes["/feed/poison"] = rss([("Copper Heron", web.url(p, "poison.test")) for p in ("/poison", "/read/1", "/read/2")])
        add("poison", "/feed/poison")
        web.routes["/good"] = rss([(f"Copper Heron {n}", web.url(f"/read/{n}", "good.test")) for n in range(6)])
        add("good", "/good")
        start = time.monotonic()
        file = series_file(folder / "s.toml", sources)
        run = nectar.crawl(file, "--contact", "mailto:tester@example.org")
        yield Crawl(run, nectar, web, time.monotonic() - start, file)


def test_the_good_one_is_complete_and_the_run_says_which_failed(crawl: Crawl) -> None:
    assert crawl.run.code == 3, crawl.run.err
    assert crawl.row("good") == (6, 0, 6, {}, "")
    assert sorted(crawl.asked("good.test")) == ["/good", *(f"/read/{n}" for n in range(6))]
    assert "Traceback" not in crawl.run.err
    failed = {line.split(" failed: ")[0].removeprefix("nectar: ") for line in crawl.run.err.splitlines() if " failed: " in line}
    assert failed == set(HANGING) | {f"index {name}" for name in LEFT} | {
        f"rules {name}" for name, (_, open_) in ROBOTS.items() if not open_
    }
    assert crawl.nectar.intact()


def test_nothing_takes_longer_than_its_patience(crawl: Crawl) -> None:
    assert crawl.seconds < 60


@pytest.mark.parametrize("name", TAKEN)
def test_what_can_be_read_is_taken(crawl: Crawl, name: str) -> None:
    assert crawl.row(name) == (1, 0, 1, {}, "")
    assert crawl.asked(f"{slug(name)}.test") == [f"/feed/{slug(name)}", f"/copper-heron/{slug(name)}"]


@pytest.mark.parametrize("name", LEFT)
def test_a_nasty_page_has_one_outcome_and_its_reason(crawl: Crawl, name: str) -> None:
    _, reason, words = LEFT[name]
    assert crawl.row(name) == (1, 0, 0, {reason: 1}, "")
    ((said, detail),) = crawl.nectar.rows(f"SELECT reason, detail FROM skip WHERE source = '{name}'")
    assert said == reason
    assert words in detail
    assert len(detail) < 300
    tries = {"redirections": 12, "hangs up": 3}.get(
        words if words == "redirections" else name, 2
    )  # Twisted tries a used line again
    assert 1 <= crawl.asked(f"{slug(name)}.test").count(f"/copper-heron/{slug(name)}") <= tries


@pytest.mark.parametrize("name", LEFT)
def test_a_nasty_index_fails_in_words(crawl: Crawl, name: str) -> None:
    found, known, fetched, skipped, trouble = crawl.row(f"index {name}")
    assert (found, known, fetched, skipped) == (0, 0, 0, {})
    assert trouble.startswith(f"http://index-{slug(name)}.test")
    assert "Error" not in trouble


@pytest.mark.parametrize("name", ROBOTS)
def test_a_site_with_a_nasty_robots_file_is_open_or_closed(crawl: Crawl, name: str) -> None:
    asked = [p for p in crawl.asked(f"rules-{slug(name)}.test") if "rules/" not in p]
    assert asked == (["/feed/empty"] if ROBOTS[name][1] else [])


def test_nobody_is_asked_for_what_a_redirect_or_a_refresh_names(crawl: Crawl) -> None:
    assert crawl.asked("victim-of-elsewhere.test") == []
    assert not [r for r in crawl.web.requests if r.headers["Host"].startswith("mail.test")]
    assert "/never" not in crawl.web.paths()


def test_no_cookie_and_no_referrer_is_ever_sent(crawl: Crawl) -> None:
    assert len(crawl.web.requests) > 100
    assert not [r for r in crawl.web.requests if {"Cookie", "Referer"} & set(r.headers)]


def test_an_answer_that_brings_others_with_it_poisons_none(crawl: Crawl) -> None:
    """What is said beyond Content-Length is no answer to the next question."""
    assert crawl.row("poison") == (3, 0, 3, {}, "")
    assert sorted(crawl.asked("poison.test")) == ["/feed/poison", "/poison", "/read/1", "/read/2"]


def test_an_index_that_the_user_named_may_move(crawl: Crawl) -> None:
    assert crawl.asked("victim-of-index-elsewhere.test") == ["/"]


def test_a_calendar_without_end_is_left_after_so_many_pages(crawl: Crawl) -> None:
    assert crawl.asked("calendar.test") == [f"/month/{n}" for n in range(1, 6)]
    found, _, _, skipped, _ = crawl.row("calendar")
    assert (found, skipped) == (5, {"off topic": 5})


def test_of_a_sitemap_of_50_000_only_what_names_the_series_is_fetched(crawl: Crawl) -> None:
    assert sorted(crawl.asked("many.test")) == ["/many.xml", *(f"/read/copper-heron-{n}" for n in (0, 20_000, 40_000))]
    assert crawl.row("many") == (50_000, 0, 3, {"off topic": 49_997}, "")


def test_one_thing_at_a_time_is_asked_of_each_site(crawl: Crawl) -> None:
    times = [r.at for r in crawl.web.requests if r.headers["Host"].startswith("good.test")]
    assert all(a <= b for a, b in pairwise(times))


def test_what_was_taken_is_read_without_a_fault_and_a_soft_404_is_no_article(crawl: Crawl) -> None:
    run = crawl.nectar.run("score", crawl.file, "--engine", "critic")
    assert run.code == 0, run.err
    assert crawl.nectar.rows("SELECT * FROM skip WHERE reason = 'reading failed'") == []
    articles = {url.rpartition("/")[2] for (url,) in crawl.nectar.rows("SELECT url FROM article")}
    assert {"zstd", "hints", "cookies"} <= articles
    assert "soft-404" not in articles
    assert crawl.nectar.rows("SELECT reason FROM skip WHERE url LIKE '%/soft-404'") == [("no article text",)]
    assert crawl.nectar.rows("SELECT url FROM page WHERE url LIKE '%/soft-404'") != []


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="which ports a process listens on is read from /proc")
def test_a_crawl_listens_on_no_port(tmp_path: Path, nectar: Nectar) -> None:
    """No telnet console and no remote control: both run code sent to a local port."""
    gate = Gate(free=0)
    with Web({"/*": gate}) as web:
        file = series_file(tmp_path / "s.toml", [{"name": "G", "kind": "url", "url": web.url("/read/1")}])
        process = nectar.start("crawl", file, "--allow-private", "--delay", "0")
        try:
            assert gate.reached.wait(30)
            own = {str(fd.readlink()) for fd in Path(f"/proc/{process.pid}/fd").iterdir() if fd.is_symlink()}
            rows = [line.split() for table in ("tcp", "tcp6") for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]]
            listening = {f"socket:[{row[9]}]" for row in rows if row[3] == "0A"}
            assert listening
            assert not own & listening
        finally:
            gate.opened.set()
            process.communicate(timeout=40)
