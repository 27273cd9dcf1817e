"""Whole crawls, each in a process of its own, over a little web that lies, loops and hangs up."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.webserver import (
    Answer,
    Nectar,
    Run,
    Web,
    article,
    cut_short,
    drip,
    dropped,
    endless,
    gzip_bomb,
    huge,
    plain_failure,
    redirect,
    robots,
    rss,
    series_file,
    sitemap,
    sites,
)

HERON = article("Copper Heron, a review")
CONTACT = "https://tester.example/about"


@dataclass(frozen=True)
class Walk:
    """A crawl over one feed with a link for each kind of fate, and a second one over the same home."""

    nectar: Nectar
    web: Web
    first: Run
    asked: list[str]
    agents: set[str]
    skipped: dict[str, str]
    pages: list[str]
    row: tuple[int, int, int, dict[str, int]]
    second: Run
    asked_again: list[str]
    row_again: tuple[int, int, int, dict[str, int]]


FATES = {
    "/fine": HERON,
    "/slow": drip(HERON, 1.0),
    "/bird song/銅": HERON,
    "/%E9%8A%85-copper": HERON,
    "/moved": redirect("/new-place"),
    "/new-place": HERON,
    "/huge": huge(),
    "/bomb": gzip_bomb(),
    "/paper": Answer(b"%PDF-1.7", type="application/pdf"),
    "/picture": Answer(b"\x89PNG", type="image/png"),
    "/loop": redirect("/loop"),
    "/gone": 404,
    "/broken": 500,
    "/dropped": dropped,
    "/short": cut_short(HERON),
    "/to-forbidden": redirect("/elsewhere-forbidden"),
    "/hidden/copper": HERON,
    "/off/one": HERON,
    "/off/two": HERON,
    "/pipes": HERON,
}
_SILENT = {"/off/one": "Ten ducks", "/off/two": "A list of geese", "/pipes": "Copper Heron plumbing"}


def _row(nectar: Nectar) -> tuple[int, int, int, dict[str, int]]:
    found, known, fetched, skipped = nectar.rows("SELECT found, known, fetched, skipped FROM source_run ORDER BY run_id DESC")[0]
    return found, known, fetched, json.loads(skipped)


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    folder = tmp_path_factory.mktemp("walk")
    nectar = Nectar(folder / "home")
    with sites(FATES, {"/robots.txt": robots("User-agent: *\nDisallow: /"), "/*": HERON}) as (web, forbidden):
        web.routes["/robots.txt"] = robots("User-agent: *\nDisallow: /hidden/")
        web.routes["/to-forbidden"] = redirect(forbidden.url("/copper"))
        entries = [(_SILENT.get(p, "Copper Heron"), web.url(p)) for p in FATES if p != "/new-place"]
        entries += [
            ("Copper Heron", web.url("/fine")),
            ("Copper Heron", web.url("/fine?utm_source=feed#more")),
            ("Copper Heron", "http://elsewhere.example/copper-heron"),
            ("Copper Heron", f"http://localhost:{web.port}/copper-heron"),
            ("Copper Heron", "javascript:alert(1)"),
            ("Copper Heron", "file:///etc/passwd"),
        ]
        web.routes["/feed"] = rss(entries)
        file = series_file(folder / "s.toml", [{"name": "Gazette", "kind": "feed", "url": web.url("/feed")}])
        first = nectar.crawl(file, "--contact", CONTACT)
        asked, agents = web.paths(), {r.agent for r in (*web.requests, *forbidden.requests)}
        skipped, pages, row = nectar.skipped(), nectar.pages(), _row(nectar)
        assert forbidden.paths() == []
        web.forget()
        second = nectar.crawl(file)
        yield Walk(nectar, web, first, asked, agents, skipped, pages, row, second, web.paths(), _row(nectar))


def test_links_are_judged_before_they_are_fetched(walk: Walk) -> None:
    assert walk.first.code == 0, walk.first.err
    for path in _SILENT:
        assert path not in walk.asked
    assert walk.skipped["/off/one"] == "off topic"
    assert walk.skipped["/off/two"] == "off topic"
    assert walk.skipped["/pipes"] == "another thing of the same name"


def test_what_is_fine_is_fetched_once(walk: Walk) -> None:
    for path in ("/fine", "/slow"):
        assert path in walk.pages
        assert walk.asked.count(path) == 1
    assert len([a for a in walk.asked if a.startswith("/bird")]) == 1
    assert len(walk.pages) == 5
    assert not any("utm_source" in a for a in walk.asked)


def test_a_redirect_on_the_site_is_followed_and_keeps_the_address_it_was_found_by(walk: Walk) -> None:
    assert "/moved" in walk.pages
    assert walk.nectar.rows("SELECT final_url FROM page WHERE url LIKE '%/moved'") == [(walk.web.url("/new-place"),)]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/huge", "too large"),
        ("/bomb", "too large"),
        ("/paper", "not a web page"),
        ("/picture", "not a web page"),
        ("/loop", "unreachable"),
        ("/gone", "http error"),
        ("/broken", "http error"),
        ("/dropped", "unreachable"),
        ("/short", "unreachable"),
        ("/hidden/copper", "refused by robots.txt"),
        ("/to-forbidden", "refused by robots.txt"),
        ("http://elsewhere.example/copper-heron", "leads to another site"),
    ],
)
def test_what_is_not_taken_has_its_reason(walk: Walk, path: str, reason: str) -> None:
    assert walk.skipped[path] == reason
    assert path not in walk.pages


def test_what_leads_elsewhere_or_is_forbidden_is_never_asked(walk: Walk) -> None:
    assert not {"/hidden/copper", "/copper-heron", "/copper"} & set(walk.asked)
    assert "leads to another site" in {r for a, r in walk.skipped.items() if "localhost" in a}


def test_what_is_no_web_address_is_refused(walk: Walk) -> None:
    odd = {a: r for a, r in walk.skipped.items() if a.startswith(("javascript:", "file:"))}
    assert len(odd) == 2
    assert set(odd.values()) == {"address refused"}


def test_a_redirect_loop_is_left_after_a_few_rounds(walk: Walk) -> None:
    assert 1 < walk.asked.count("/loop") <= 12


def test_every_found_link_has_exactly_one_outcome(walk: Walk) -> None:
    for found, known, fetched, skipped in (walk.row, walk.row_again):
        assert found == len(FATES) - 1 + 6
        assert found == known + fetched + sum(skipped.values())
    assert walk.row[1:3] == (2, 5)


def test_the_user_agent_says_how_to_reach_whoever_crawls(walk: Walk) -> None:
    assert walk.agents == {f"Nectar/0.1 (+{CONTACT})"}


def test_a_second_crawl_fetches_nothing_that_is_known(walk: Walk) -> None:
    assert walk.second.code == 0, walk.second.err
    again = set(walk.asked_again) - {"/feed"}
    assert again == {"/loop", "/gone", "/broken", "/dropped", "/short", "/to-forbidden"}
    assert walk.row_again[2] == 0
    assert walk.nectar.pages() == walk.pages


def test_a_page_whose_source_says_that_it_changed_is_fetched_again(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/copper-heron-1": HERON, "/copper-heron-2": HERON}) as web:
        one, two = web.url("/copper-heron-1"), web.url("/copper-heron-2")
        file = series_file(tmp_path / "s.toml", [{"name": "Map", "kind": "sitemap", "url": web.url("/sitemap.xml")}])
        asked = []
        for lastmod in ("2026-01-01", "2126-01-02", "2126-01-02"):
            web.routes["/sitemap.xml"] = sitemap([(one, lastmod), (two, "2026-01-01")])
            assert nectar.crawl(file).code == 0
            asked.append(sorted(p for p in web.paths() if p != "/sitemap.xml"))
            web.forget()
        assert asked == [["/copper-heron-1", "/copper-heron-2"], ["/copper-heron-1"], []]
        assert nectar.pages() == ["/copper-heron-1", "/copper-heron-2"]


def test_everything_takes_what_does_not_name_the_series_and_limit_ends_it(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/*": HERON}) as web:
        web.routes["/feed"] = rss([(f"Ducks, part {n}", web.url(f"/{n}")) for n in range(5)])
        web.routes["/other"] = rss([(f"Copper Heron {n}", web.url(f"/other/{n}")) for n in range(6)])
        sources = [
            {"name": "All", "kind": "feed", "url": web.url("/feed"), "everything": True},
            {"name": "Few", "kind": "feed", "url": web.url("/other"), "limit": 2},
            {"name": "One", "kind": "url", "url": web.url("/a-page-that-names-nothing")},
        ]
        run = nectar.crawl(series_file(tmp_path / "s.toml", sources))
        assert run.code == 0, run.err
        assert set(nectar.pages()) >= {f"/{n}" for n in range(5)} | {"/a-page-that-names-nothing"}
        rows = {r[0]: r[1:] for r in nectar.rows("SELECT source, found, known, fetched, skipped FROM source_run")}
        assert rows["All"] == (5, 0, 5, "{}")
        assert (*rows["Few"][:3], json.loads(rows["Few"][3])) == (6, 0, 2, {"over the limit of pages for one run": 4})
        assert rows["One"] == (1, 0, 1, "{}")


@dataclass(frozen=True)
class Troubles:
    nectar: Nectar
    web: Web
    run: Run


GARBAGE = {
    "Dead": "feed",
    "Missing": "feed",
    "Hanging up": "sitemap",
    "Noise": "feed",
    "Words": "listing",
    "Turning": "feed",
    "Heavy": "sitemap",
    "Silent": "wordpress",
}


@pytest.fixture(scope="module")
def troubles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Troubles]:
    """Sources that fail in every way, and a good one behind them."""
    folder = tmp_path_factory.mktemp("troubles")
    nectar = Nectar(folder / "home")
    with Web() as gone:
        dead = gone.url("/feed")
    with Web({"/hangingup": dropped, "/noise": bytes(range(256)) * 9, "/words": "no links here"}) as web:
        web.routes |= {"/turning": redirect("/turning"), "/heavy": gzip_bomb(), "/read/*": HERON}
        web.routes["/good"] = rss([("Copper Heron", web.url("/read/1"))])
        sources = [{"name": n, "kind": k, "url": web.url(f"/{n.replace(' ', '').lower()}")} for n, k in GARBAGE.items()]
        sources[0]["url"] = dead
        sources.append({"name": "Good", "kind": "feed", "url": web.url("/good")})
        yield Troubles(nectar, web, nectar.crawl(series_file(folder / "s.toml", sources)))


def test_a_dead_source_stops_no_other(troubles: Troubles) -> None:
    assert troubles.run.code == 3
    assert troubles.nectar.pages() == ["/read/1"]
    assert troubles.nectar.rows("SELECT outcome FROM run") == [("partial",)]
    assert "Traceback" not in troubles.run.err


@pytest.mark.parametrize("name", GARBAGE)
def test_each_source_that_failed_is_named(troubles: Troubles, name: str) -> None:
    (line,) = [line for line in troubles.run.err.splitlines() if f"{name} failed: " in line]
    assert "http://127.0.0.1" in line
    ((trouble,),) = troubles.nectar.rows(f"SELECT trouble FROM source_run WHERE source = '{name}'")
    assert trouble
    assert "Good failed" not in troubles.run.err


HOSTILE = "http://[half"
MIXED = {
    "text": ("sitemap", f"{HOSTILE}\n@/text/copper-heron\n"),
    "urlset": ("sitemap", f"<urlset><url><loc>{HOSTILE}</loc></url><url><loc>@/urlset/copper-heron</loc></url></urlset>"),
    "index": (
        "sitemap",
        f"<sitemapindex><sitemap><loc>{HOSTILE}</loc></sitemap><sitemap><loc>@/map</loc></sitemap></sitemapindex>",
    ),
    "next": ("listing", f'<a href="/next/copper-heron">Copper Heron</a><a rel="next" href="{HOSTILE}">on</a>'),
    "script": ("listing", '<a href="/script/copper-heron">Copper Heron</a><a rel="next" href="javascript:more()">on</a>'),
    "posts": (
        "wordpress",
        f'[{{"link": "{HOSTILE}", "title": "Copper Heron"}}, {{"link": "@/posts/copper-heron", "title": "Copper Heron"}}]',
    ),
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Troubles]:
    """Each source names an address that is none, and a good page."""
    folder = tmp_path_factory.mktemp("hostile")
    nectar = Nectar(folder / "home")
    with Web({f"/{name}/copper-heron": HERON for name in MIXED}) as web:
        web.routes["/map"] = f"<urlset><url><loc>{web.url('/index/copper-heron')}</loc></url></urlset>"
        for name, (_, index) in MIXED.items():
            web.routes[f"/{name}"] = web.routes[f"/{name}/wp-json/*"] = index.replace("@", web.url()[:-1])
        sources = [{"name": n, "kind": k, "url": web.url(f"/{n}")} for n, (k, _) in MIXED.items()]
        yield Troubles(nectar, web, nectar.crawl(series_file(folder / "s.toml", sources)))


@pytest.mark.parametrize("name", MIXED)
def test_a_senseless_address_costs_no_other_page(hostile: Troubles, name: str) -> None:
    assert f"/{name}/copper-heron" in hostile.nectar.pages()
    ((found, known, fetched, skipped),) = hostile.nectar.rows(
        f"SELECT found, known, fetched, skipped FROM source_run WHERE source = '{name}'"
    )
    assert found == known + fetched + sum(json.loads(skipped).values())
    assert f"{name} failed" not in hostile.run.err


def test_chains_that_never_end_are_left_after_so_many_pages(tmp_path: Path, nectar: Nectar) -> None:
    def posts(page: int) -> Answer:
        post = [{"link": f"/read/posts-{page}", "title": {"rendered": "Copper Heron"}}]
        return Answer(json.dumps(post), type="application/json", headers={"X-WP-TotalPages": "100000"})

    with Web({"/list/*": endless("/list/"), "/read/*": HERON}) as web:
        web.routes["/blog/wp-json/*"] = lambda visitor: posts(int(visitor.path.split("&page=")[1].split("&")[0]))
        web.routes["/maps/*"] = lambda visitor: f"<sitemapindex><sitemap><loc>{visitor.path}x</loc></sitemap></sitemapindex>"
        sources = [
            {"name": "List", "kind": "listing", "url": web.url("/list/1"), "follow": "a.item", "pages": 3},
            {"name": "Blog", "kind": "wordpress", "url": web.url("/blog/"), "pages": 2},
            {"name": "Maps", "kind": "sitemap", "url": web.url("/maps/x"), "pages": 4},
        ]
        run = nectar.crawl(series_file(tmp_path / "s.toml", sources))
        assert run.code == 0, run.err
        asked = web.paths()
        assert [p for p in asked if p.startswith("/list/")] == ["/list/1", "/list/2", "/list/3"]
        assert len([p for p in asked if p.startswith("/blog/")]) == 2
        assert [p for p in asked if p.startswith("/maps/")] == ["/maps/x", "/maps/xx", "/maps/xxx", "/maps/xxxx"]
        assert len([p for p in asked if p.startswith("/read/")]) == 5


@pytest.mark.parametrize(
    "address", ["http://gazette.invalid/feed", "http://10.255.255.1/feed", "http://127.0.0.1.gazette.invalid/"]
)
def test_without_a_contact_only_loopback_is_crawled(tmp_path: Path, nectar: Nectar, address: str) -> None:
    with Web({"/feed": rss([])}) as web:
        sources = [{"name": "Here", "kind": "feed", "url": web.url("/feed")}, {"name": "There", "kind": "feed", "url": address}]
        file = series_file(tmp_path / "s.toml", sources)
        plain_failure(nectar.run("crawl", file, "--delay", "0"), 2, "contact", "Tip:")
        assert web.requests == []


def test_a_series_without_sources_says_so(tmp_path: Path, nectar: Nectar) -> None:
    plain_failure(nectar.crawl(series_file(tmp_path / "s.toml", [])), 2, "no sources", "Tip:")
