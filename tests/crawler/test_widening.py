"""A site can't send the crawl to another one: not by links, not by redirects, not by the indexes that its indexes name."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.webserver import RULES, Answer, Given, Nectar, Route, Run, Visitor, Web, article, redirect, resolving, rss, series_file

HERON = article("Copper Heron, a review")


@dataclass(frozen=True)
class Tour:
    run: Run
    nectar: Nectar
    web: Web

    def asked(self, host: str) -> list[str]:
        return [r.path for r in self.web.requests if r.headers["Host"].split(":")[0] == host and r.path not in RULES]

    def row(self, source: str) -> tuple[int, int, dict[str, int], str]:
        rows = self.nectar.rows(f"SELECT found, fetched, skipped, trouble FROM source_run WHERE source = '{source}'")
        ((found, fetched, skipped, trouble),) = rows
        return found, fetched, json.loads(skipped), trouble


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tour]:
    folder = tmp_path_factory.mktemp("widening")
    nectar = Nectar(folder / "home", first=resolving())
    with Web({"/read/*": HERON}) as web:

        def at(host: str, path: str) -> str:
            return web.url(path, f"{host}.test")

        def index(*addresses: str) -> str:
            return f"<sitemapindex>{''.join(f'<sitemap><loc>{a}</loc></sitemap>' for a in addresses)}</sitemapindex>"

        def short(visitor: Visitor) -> Given:
            """A shortener: what it stands for is on the site again."""
            return redirect(at("blog", visitor.path.removeprefix("/short")), 301)

        def urls(*addresses: str) -> str:
            return f"<urlset>{''.join(f'<url><loc>{a}</loc></url>' for a in addresses)}</urlset>"

        def all_at(host: str, paths: range) -> Answer:
            return rss([("Copper Heron", at(host, f"/short/read/{n}")) for n in paths])

        routes: dict[str, Route] = {
            "/short/*": short,
            "/away/*": lambda visitor: redirect(at("victim", visitor.path)),
            "/feed/short": all_at("short", range(3)),
            "/feed/shorter": all_at("short", range(3, 6)),
            "/feed/away": rss([("Copper Heron", at("blog", f"/away/{n}")) for n in range(3)]),
            "/feed/www": rss([("Copper Heron", at("blog", "/to-www"))]),
            "/to-www": redirect(at("www.blog", "/read/www")),
            "/page": f'<html><head><link rel="alternate" type="application/rss+xml" href="{at("victim", "/feed")}"></head></html>',
            "/index": index(*(at("victim", f"/map/{n}") for n in range(9)), at("maps", "/map.xml"), at("blog", "/map.xml")),
            "/index-away": index(*(at("blog", f"/away/map/{n}") for n in range(3)), at("blog", "/map-2.xml")),
            "/map-2.xml": urls(at("blog", "/read/copper-heron-map-2")),
            "/map.xml": urls(at("blog", "/read/copper-heron-map")),
            "/list": f'<a class="x" href="/read/copper-heron-list">Copper Heron</a><a rel="next" href="{at("victim", "/list")}">on</a>',
            "/given": redirect(at("moved", "/read/given")),
            "/long": rss([("Copper Heron", at("blog", "/" + "x" * 3000)), ("Copper Heron", at("blog", "/read/long"))]),
            "/odd": rss(
                [("Copper Heron", a.replace("@", at("blog", ""))) for a in ODD] + [("Copper Heron", at("blog", "/read/odd"))]
            ),
        }
        web.routes |= routes
        sources = [
            {"name": "shortened", "kind": "feed", "url": at("blog", "/feed/short")},
            {"name": "allowed", "kind": "feed", "url": at("blog", "/feed/shorter"), "hosts": ["short.test"]},
            {"name": "away", "kind": "feed", "url": at("blog", "/feed/away")},
            {"name": "www", "kind": "feed", "url": at("blog", "/feed/www")},
            {"name": "page", "kind": "feed", "url": at("blog", "/page")},
            {"name": "index", "kind": "sitemap", "url": at("blog", "/index"), "hosts": ["maps.test"]},
            {"name": "index away", "kind": "sitemap", "url": at("blog", "/index-away")},
            {"name": "list", "kind": "listing", "url": at("blog", "/list"), "follow": "a.x"},
            {"name": "given", "kind": "url", "url": at("blog", "/given")},
            {"name": "long", "kind": "feed", "url": at("blog", "/long")},
            {"name": "odd", "kind": "feed", "url": at("blog", "/odd")},
        ]
        run = nectar.crawl(series_file(folder / "s.toml", sources), "--contact", "mailto:tester@example.org")
        yield Tour(run, nectar, web)


ODD = (
    *(
        "http:",
        "http://",
        "http:///read",
        "http://?",
        "http://#",
        "http://:80/",
        "http://user@/",
        "http://.../",
        "http://./",
        "//",
    ),
    *(
        "http://blog.test:/read/port",
        "http://blog.test:0/",
        "http://-/",
        "http://a..b/",
        "http://xn--/",
        "http://xn--a/",
        "http://%/",
    ),
    *(
        "http://" + "a" * 70 + ".test/",
        "http://" + "a." * 200 + "test/",
        "http://blog.test\\@victim.test/",
        "h\tttp://victim.test/",
    ),
    *(
        "http://blog.test#@victim.test/",
        "http://blog.test@victim.test/",
        "http:victim.test",
        "\x00",
        "http://\x00/",
        "http://a b/",
        "?",
    ),
    *(
        "@/read/%",
        "@/read/%zz",
        "@/read/\ud800".encode("utf-8", "replace").decode(),
        "@/read/#" + "x" * 5000,
        "@/read/a b",
        "@/read/\u202e",
    ),
)
"""What strangers write for an address; @ is a site of its own."""


def test_nobody_else_is_asked(tour: Tour) -> None:
    assert tour.asked("victim.test") == []
    assert not [r for r in tour.web.requests if "victim" in r.headers["Host"]]
    assert "Traceback" not in tour.run.err


def test_a_shortener_is_followed_where_the_user_names_it(tour: Tour) -> None:
    assert tour.row("shortened") == (3, 0, {"leads to another site": 3}, "")
    assert tour.row("allowed") == (3, 3, {}, "")
    assert sorted(tour.asked("short.test")) == [f"/short/read/{n}" for n in range(3, 6)]


def test_a_page_that_redirects_to_another_site_is_not_taken(tour: Tour) -> None:
    assert tour.row("away") == (3, 0, {"leads to another site": 3}, "")
    ((detail,),) = tour.nectar.rows("SELECT DISTINCT detail FROM skip WHERE source = 'away'")
    assert "victim.test" in detail


def test_a_redirect_within_the_site_is(tour: Tour) -> None:
    assert tour.row("www") == (1, 1, {}, "")


def test_a_feed_that_a_page_names_elsewhere_is_trouble_that_says_what_to_do(tour: Tour) -> None:
    found, fetched, _, trouble = tour.row("page")
    assert (found, fetched) == (0, 0)
    assert 'hosts = ["victim.test"]' in trouble
    assert "page failed: " in tour.run.err


def test_of_an_index_only_the_maps_of_the_site_and_of_named_hosts_are_asked(tour: Tour) -> None:
    found, fetched, _, trouble = tour.row("index")
    assert (found, fetched) == (2, 1)
    assert trouble == ""
    assert tour.asked("maps.test") == ["/map.xml"]
    assert "index failed" not in tour.run.err


def test_a_map_that_redirects_to_another_site_is_not_followed(tour: Tour) -> None:
    assert tour.row("index away")[0] == 1


def test_the_next_page_of_a_list_is_on_the_same_site(tour: Tour) -> None:
    assert tour.row("list")[:2] == (1, 1)


def test_a_page_that_the_user_named_may_move_to_another_site(tour: Tour) -> None:
    assert tour.row("given") == (1, 1, {}, "")
    assert tour.asked("moved.test") == ["/read/given"]


def test_an_address_of_three_thousand_letters_is_counted(tour: Tour) -> None:
    assert tour.row("long") == (2, 1, {"address refused": 1}, "")


def test_what_strangers_write_for_an_address_ends_counted(tour: Tour) -> None:
    ((found, known, fetched, skipped),) = tour.nectar.rows(
        "SELECT found, known, fetched, skipped FROM source_run WHERE source = 'odd'"
    )
    assert found == known + fetched + sum(json.loads(skipped).values())
    assert "http://blog.test" in "".join(u for (u,) in tour.nectar.rows("SELECT url FROM page WHERE url LIKE '%/read/odd'"))
