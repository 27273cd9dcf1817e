"""From a home page to its articles: what a page says of the ways in, which of them is taken, and what the site is asked."""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from crawler.sources import Errand, Found, auto, blogger, feed, search, sitemap
from pipeline.page import Page
from pipeline.series import Series, Source
from tests.webserver import Answer, Nectar, Route, Run, Visitor, Web, article, redirect, robots, rss, series_file, sites
from tests.webserver import sitemap as sitemap_file

HOME = "https://gazette.example/"
SERIES = Series("Copper Heron", aliases=("銅の鷺",))
NOW = datetime(2026, 3, 2, tzinfo=UTC)
HERON = article("Copper Heron, a review")


def errand(kind: str, url: str = HOME, since: datetime | None = None, **more: Any) -> Errand:
    return Errand(Source("Gazette", kind, url, **more), SERIES, NOW, since)


def answer(body: bytes | str, address: str = HOME, status: int = 200, final: str = "", **headers: str) -> Page:
    data = body.encode() if isinstance(body, str) else body
    return Page(address, final or address, status, {k.replace("_", "-"): v for k, v in headers.items()}, data, NOW, "Gazette")


def page(head: str = "", body: str = "<p>Welcome</p>") -> str:
    return f"<!doctype html><html><head><title>Gazette</title>{head}</head><body>{body}</body></html>"


def names_feed(href: str, title: str = "", type: str = "application/rss+xml") -> str:
    return f'<link rel="alternate" type="{type}" title="{title}" href="{href}">'


# Feeds


@pytest.mark.parametrize(
    "head",
    [
        names_feed("/comments/feed/", "Gazette » Comments") + names_feed("/feed/", "Gazette"),
        names_feed("/comments/feed/") + names_feed("/feed/"),
        names_feed("/category/anime/feed/", "Anime") + names_feed("/feed/", "All"),
        names_feed("/talk.xml", "Our podcast") + names_feed("/feed/"),
        names_feed("/feed/", type="Application/RSS+XML; charset=utf-8"),
        names_feed("javascript:alert(1)") + names_feed("http://[half") + names_feed("/feed/"),
        '<base href="https://gazette.example/"><LINK HREF=feed/ TYPE=application/atom+xml REL="Alternate Home">',
    ],
)
def test_the_feed_of_the_whole_site_is_taken(head: str) -> None:
    assert feed.read(answer(page(head)), errand("feed")).tries[0] == HOME + "feed/"


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "shift_jis", "windows-1252"])
def test_a_feed_is_found_in_any_encoding(code: str) -> None:
    body = page(f'<meta charset="{code}">' + names_feed("/feed/")).encode(code)
    assert feed.read(answer(body), errand("feed")).tries == (HOME + "feed/",)


@pytest.mark.parametrize("stated", ["utf-16", "utf-32", "x-nonsense", "shift_jis", ""])
def test_an_encoding_that_the_page_does_not_have_hides_no_feed(stated: str) -> None:
    body = page(f'<meta charset="{stated}">' + names_feed("/feed/", "\0ü")).encode("latin-1")
    assert feed.read(answer(body), errand("feed")).tries == (HOME + "feed/",)
    named = answer(body, content_type=f"text/html; charset={stated}")
    assert feed.read(named, errand("feed")).tries == (HOME + "feed/",)


def test_where_a_page_names_no_feed_the_usual_addresses_are_tried() -> None:
    found = feed.read(answer(page()), errand("feed"))
    assert found.tries == tuple(HOME + path for path in ("feed/", "rss", "atom.xml", "index.xml", "feed.xml"))
    assert "names none" in found.trouble
    below = feed.read(answer(page(), HOME + "blog/"), errand("feed", HOME + "blog/"))
    assert below.tries[0] == HOME + "blog/feed/"
    assert feed.read(answer(page(), HOME + "feed/"), errand("feed")).tries == ()


@pytest.mark.parametrize(
    ("stated", "asked"),
    [
        (HOME, HOME[:-1]),
        (HOME[:-1], HOME[:-1]),
        (HOME + "銅/", HOME + "%E9%8A%85/"),
        (HOME + "a b", HOME + "a%20b"),
        (HOME + "#top", HOME),
    ],
)
def test_the_address_that_the_user_gave_is_known_however_it_is_written(stated: str, asked: str) -> None:
    assert feed.read(answer(page(), asked), errand("feed", stated)).tries
    assert search.read(answer(page(), asked), errand("search", stated)).trouble == "offers no search of its own"


def wp_feed(count: int = 10, days: int = 1) -> str:
    """`count` posts of a WordPress, `days` apart."""
    items = "".join(
        f"<item><title>Ducks</title><link>/{n}</link><pubDate>{NOW - timedelta(days=days * n):%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
        for n in range(count)
    )
    return f'<rss version="2.0"><channel><generator>https://wordpress.org/?v=6.1</generator>{items}</channel></rss>'


@pytest.mark.parametrize(
    ("address", "site"),
    [
        (HOME + "feed/", HOME),
        (HOME + "feed", HOME),
        (HOME + "blog/feed/atom/", HOME + "blog/"),
        (HOME + "?feed=rss2", HOME),
        (HOME + "category/anime/feed/", HOME + "category/anime/"),
    ],
)
def test_a_feed_of_a_wordpress_leads_on_to_its_search_or_to_its_next_page(address: str, site: str) -> None:
    searched, paged = feed.read(answer(wp_feed(), address), errand("feed", address)).tries
    assert searched == f"{site}?s=Copper+Heron&feed=rss2"
    assert paged.startswith(address)
    assert paged.endswith("paged=2")
    assert feed.read(answer(wp_feed(), address), errand("feed", address, pages=1)).tries == (searched,)
    assert feed.read(answer(wp_feed(9), address), errand("feed", address)).tries == (searched,)


def test_a_feed_that_reaches_back_to_the_last_run_is_enough() -> None:
    since = NOW - timedelta(days=5)
    address = HOME + "feed/"
    assert feed.read(answer(wp_feed(10), address), errand("feed", since=since)).tries == ()
    assert feed.read(answer(wp_feed(4), address), errand("feed", since=since)).tries != ()


@pytest.mark.parametrize("address", [HOME + "comments/feed/", "https://feeds.example/gazette", HOME + "all.xml"])
def test_other_feeds_lead_nowhere(address: str) -> None:
    found = feed.read(answer(wp_feed(), address), errand("feed", address))
    assert (found.more, found.tries) == ((), ())
    other = answer(wp_feed().replace("wordpress.org", "ghost.org"), HOME + "feed/")
    assert feed.read(other, errand("feed")).tries == ()


def test_the_pages_of_a_search_are_read_until_one_is_not_full() -> None:
    first = HOME + "?s=Copper+Heron&feed=rss2"
    wanted = (first + "&paged=2", HOME + "?s=%E9%8A%85%E3%81%AE%E9%B7%BA&feed=rss2")
    assert feed.read(answer(wp_feed(10), first), errand("feed")).more == wanted
    assert feed.read(answer(wp_feed(10), wanted[0]), errand("feed")).more == (first + "&paged=3",)
    assert feed.read(answer(wp_feed(10), wanted[0]), errand("feed", pages=2)).more == ()
    assert feed.read(answer(wp_feed(9), wanted[0]), errand("feed")).more == ()
    assert feed.read(answer("gone", wanted[0], 404), errand("feed")) == Found()
    assert feed.read(answer("gone", first, 404), errand("feed")).trouble


@pytest.mark.parametrize("number", ["-1", "²", "x", "", "9" * 5000])
def test_a_senseless_page_number_is_the_first_page(number: str) -> None:
    assert feed.read(answer("gone", f"{HOME}feed/?paged={number}", 404), errand("feed")).trouble == "answers 404"


# Sitemaps


@pytest.mark.parametrize("url", [HOME, HOME[:-1], HOME + "robots.txt", HOME + "?x=1"])
def test_of_a_home_page_robots_txt_is_asked_for_its_sitemaps_and_then_the_usual_addresses(url: str) -> None:
    tries = sitemap.begin(errand("sitemap", url)).tries
    assert tries[:3] == (HOME + "robots.txt", HOME + "sitemap.xml", HOME + "sitemap_index.xml")
    assert sitemap.begin(errand("sitemap", HOME + "map.xml")) == Found(more=(HOME + "map.xml",))


def test_robots_txt_names_sitemaps_wherever_it_likes() -> None:
    text = "\ufeffSitemap: https://gazette.example/a.xml\r\nUser-agent: *\nDisallow: /\nSITEMAP : /b.xml # new\nsitemap:\nSitemap: http://[half\nSitemap: /b.xml"
    found = sitemap.read(answer(text, HOME + "robots.txt"), errand("sitemap"))
    assert found.more == (HOME + "a.xml", HOME + "b.xml")
    assert found.unread
    for empty in ("", "User-agent: *\nDisallow:", page(), b"\xff\xfe\0"):
        assert sitemap.read(answer(empty, HOME + "robots.txt"), errand("sitemap")).trouble == "names no sitemap"


def test_a_page_that_is_no_sitemap_leads_to_the_usual_addresses() -> None:
    url = HOME + "blog/"
    assert HOME + "robots.txt" in sitemap.read(answer(page(), url), errand("sitemap", url)).tries
    assert sitemap.read(answer(page(), HOME + "other"), errand("sitemap", url)).tries == ()
    assert sitemap.read(answer("gone", HOME + "robots.txt", 404), errand("sitemap")).trouble == "names no sitemap"


def index(*entries: tuple[str, str]) -> str:
    inside = "".join(f"<sitemap><loc>/{name}</loc><lastmod>{when}</lastmod></sitemap>" for name, when in entries)
    return f"<sitemapindex>{inside}</sitemapindex>"


def test_sitemaps_that_did_not_change_since_are_not_asked() -> None:
    body = index(("old.xml", "2026-02-01"), ("new.xml", "2026-03-01T00:00:00Z"), ("undated.xml", ""), ("odd.xml", "soon"))
    asked = sitemap.read(answer(body, HOME + "map.xml"), errand("sitemap", since=datetime(2026, 2, 20, tzinfo=UTC))).more
    assert set(asked) == {HOME + "new.xml", HOME + "undated.xml", HOME + "odd.xml"}
    quiet = sitemap.read(answer(index(("old.xml", "2026-02-01"))), errand("sitemap", since=NOW))
    assert quiet == Found()


def test_sitemaps_of_tags_and_authors_are_left_out_unless_there_is_nothing_else() -> None:
    names = (
        "wp-sitemap-taxonomies-category-1.xml",
        "wp-sitemap-users-1.xml",
        "post_tag-sitemap.xml",
        "wp-sitemap-posts-post-1.xml",
    )
    found = sitemap.read(answer(index(*((n, "") for n in names))), errand("sitemap"))
    assert found.more == (HOME + "wp-sitemap-posts-post-1.xml",)
    assert len(sitemap.read(answer(index(*((n, "") for n in names[:3]))), errand("sitemap")).more) == 3


def test_entries_are_a_stream() -> None:
    import tracemalloc

    many = "".join(f"<url><loc>{HOME}{n}/a-long-address</loc></url>" for n in range(5_000))
    given = answer(f"<urlset>{many}</urlset>", HOME + "map.xml")
    tracemalloc.start()
    try:
        assert sum(1 for _ in sitemap.read(given, errand("sitemap")).links) == 5_000
        assert tracemalloc.get_traced_memory()[1] < 1 << 19
    finally:
        tracemalloc.stop()


# Blogger


def posts(*entries: Any, total: Any = "1", per_page: str = "100") -> str:
    counts = {"openSearch$totalResults": {"$t": total}, "openSearch$itemsPerPage": {"$t": per_page}}
    return json.dumps({"version": "1.0", "feed": {**counts, "entry": list(entries)}})


POST = {
    "title": {"type": "text", "$t": "Copper Heron &amp; me"},
    "content": {"type": "html", "$t": "<p>Slow <b>boats</b></p>"},
    "published": {"$t": "2026-01-04T09:00:00.000+01:00"},
    "updated": {"$t": "2026-01-05T08:00:00Z"},
    "category": [{"scheme": "x", "term": "anime"}, "odd", {}],
    "link": [{"rel": "replies", "href": HOME + "r"}, {"rel": "alternate", "href": HOME + "2026/01/heron.html"}],
}


def test_blogger_posts_become_links() -> None:
    found = blogger.read(answer(posts(POST, None, {"link": []}, {"link": [{"rel": "alternate"}]}, "x")), errand("blogger"))
    (link,) = found.links
    assert (link.url, link.title, link.summary) == (HOME + "2026/01/heron.html", "Copper Heron & me", "Slow boats")
    assert link.tags == ("anime",)
    assert (link.published, link.modified) == (datetime(2026, 1, 4, 8, tzinfo=UTC), datetime(2026, 1, 5, 8, tzinfo=UTC))
    assert (found.more, found.trouble) == ((), "")


def test_blogger_is_searched_for_each_name_and_paged_by_index() -> None:
    first, other = blogger.begin(errand("blogger", HOME + "2026/")).more
    assert first == HOME + "feeds/posts/default?q=Copper+Heron&max-results=100&start-index=1&alt=json"
    assert "q=%E9%8A%85" in other
    (second,) = blogger.read(answer(posts(POST, total="250"), first), errand("blogger")).more
    assert second == first.replace("start-index=1", "start-index=101")
    (third,) = blogger.read(answer(posts(POST, total="250"), second), errand("blogger")).more
    assert blogger.read(answer(posts(POST, total="250"), third), errand("blogger")).more == ()
    assert blogger.read(answer(posts(total="250"), first), errand("blogger")).more == ()
    recent = blogger.begin(errand("blogger", since=NOW)).more[0]
    assert recent.endswith("&orderby=updated&updated-min=2026-03-02T00%3A00%3A00Z")


@pytest.mark.parametrize("number", [None, -5, "many", "9" * 5000, [], {}, 1.5])
def test_senseless_numbers_end_a_search_of_blogger(number: Any) -> None:
    found = blogger.read(answer(posts(POST, total=number, per_page=number)), errand("blogger"))
    assert (len(tuple(found.links)), found.more) == (1, ())


@pytest.mark.parametrize(
    "body", ['{"feed": []}', "{}", '{"feed"', '{"feed": {"a": ' + "[" * 100_000, '{"a": ' + "9" * 6000 + "}"]
)
def test_what_is_no_answer_of_blogger_is_trouble(body: str) -> None:
    assert blogger.read(answer(body), errand("blogger")).trouble


def test_blogger_may_answer_with_atom() -> None:
    atom = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>G</title><entry><title>x</title><link href="{HOME}a"/></entry></feed>'
    )
    assert [link.url for link in blogger.read(answer(atom), errand("blogger")).links] == [HOME + "a"]


# Search


def description(*urls: str) -> str:
    inside = "".join(f"<Url {url}/>" for url in urls)
    return f'<?xml version="1.0"?><OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">{inside}</OpenSearchDescription>'


HTML_URL = 'type="text/html" template="https://gazette.example/find?q={searchTerms}"'


@pytest.mark.parametrize(
    ("urls", "template"),
    [
        ([HTML_URL], HOME + "find?q={searchTerms}"),
        ([HTML_URL, 'type="application/rss+xml" template="/find.rss?q={searchTerms}"'], HOME + "find.rss?q={searchTerms}"),
        ([HTML_URL, 'type="application/x-suggestions+json" template="/hint?q={searchTerms}"'], HOME + "find?q={searchTerms}"),
        (
            ['type="text/html" template="/f?q={searchTerms}&amp;p={startPage?}&amp;n={count}&amp;l={language}"'],
            HOME + "f?q={searchTerms}&p=&n=50&l=*",
        ),
        (['type="text/html" template="/search/{searchTerms}/"'], HOME + "search/{searchTerms}/"),
        (['type="text/html" method="post" template="/p?q={searchTerms}"', HTML_URL], HOME + "find?q={searchTerms}"),
        (['type="text/html" template="/m?q={searchTerms}&amp;k={geo:box}"', HTML_URL], HOME + "find?q={searchTerms}"),
        (['type="text/html" template="https://engine.example/?q={searchTerms}"', HTML_URL], HOME + "find?q={searchTerms}"),
        (
            ['type="text/html" template="http://[half?q={searchTerms}"', 'type="text/html"', HTML_URL],
            HOME + "find?q={searchTerms}",
        ),
    ],
)
def test_an_opensearch_description_gives_a_template_results_as_a_feed_first(urls: list[str], template: str) -> None:
    found = search.read(answer(description(*urls), HOME + "osd.xml"), errand("search"))
    assert [s.url for s in found.becomes] == [template]
    assert "OpenSearch" in found.because


@pytest.mark.parametrize(
    "body",
    [description(), description('type="text/html" template="/none"'), "<OpenSearchDescription", "<a><OpenSearchDescription>"],
)
def test_a_description_of_no_search_is_trouble(body: str) -> None:
    assert search.read(answer(body, HOME + "osd.xml"), errand("search")).trouble


def test_results_can_not_describe_another_search() -> None:
    asked = errand("search", HOME + "find?q={searchTerms}")
    assert search.read(answer(description(HTML_URL), HOME + "find?q=x"), asked).becomes == ()


def json_ld(data: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def action(target: Any, wanted: Any = "required name=words") -> dict[str, Any]:
    return {"@type": "WebSite", "potentialAction": {"@type": "SearchAction", "target": target, "query-input": wanted}}


FOUND = HOME + "?find={searchTerms}"
TARGET = HOME + "?find={words}"


@pytest.mark.parametrize(
    "head",
    [
        json_ld(action(TARGET)),
        json_ld(action({"@type": "EntryPoint", "urlTemplate": TARGET})),
        json_ld(action([{"urlTemplate": TARGET}])),
        json_ld(action("/?find={words}", {"@type": "PropertyValueSpecification", "valueName": "words"})),
        json_ld({"@graph": [{"@type": "Organization"}, action(TARGET)]}),
        json_ld([7, None, action(TARGET)]),
        '<script type="application/ld+json">{"broken</script>' + json_ld(action(TARGET)),
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + json_ld(action(TARGET)),
        json_ld(action("https://engine.example/?find={words}")) + json_ld(action(TARGET)),
        json_ld(action(HOME + "?a={b}&find={words}")) + json_ld(action(TARGET)),
        json_ld(action(TARGET, 7)) + json_ld(action(["x", 7, None])) + json_ld(action(TARGET)),
    ],
)
def test_a_search_action_gives_a_template(head: str) -> None:
    found = search.read(answer(page(head)), errand("search"))
    assert [s.url for s in found.becomes] == [FOUND]
    assert "JSON-LD" in found.because


@pytest.mark.parametrize(
    ("form", "template"),
    [
        ('<form action="/find"><input type="search" name="words"></form>', HOME + "find?words={searchTerms}"),
        ('<form method=GET role=search><input name="s"><input type=submit name=go></form>', HOME + "?s={searchTerms}"),
        (
            '<form class="searchbox" action="/x?old=1#top"><input type=hidden name="in" value="a b&amp;c"><input type=text name=w></form>',
            HOME + "x?in=a+b%26c&w={searchTerms}",
        ),
        (
            "<form method=post action=/p><input type=search name=q></form><form action=/g><input name=q></form>",
            HOME + "g?q={searchTerms}",
        ),
        (
            '<form action="https://engine.example/search"><input name=q></form><form action=/g><input name=q></form>',
            HOME + "g?q={searchTerms}",
        ),
        ("<form action=/news><input name=email></form><form action=/g><input name=q></form>", HOME + "g?q={searchTerms}"),
    ],
)
def test_a_search_form_gives_a_template(form: str, template: str) -> None:
    found = search.read(answer(page(body=form)), errand("search"))
    assert [s.url for s in found.becomes] == [template]
    assert "form" in found.because


def test_a_page_without_a_search_says_so() -> None:
    assert "no search" in search.read(answer(page(body="<form><input type=email name=mail></form>")), errand("search")).trouble


def test_a_description_is_asked_first_and_what_the_page_offers_takes_its_place() -> None:
    head = '<link rel="search" type="application/opensearchdescription+xml" href="/osd.xml">'
    form = "<form action=/g><input name=q></form>"
    assert search.read(answer(page(head)), errand("search")).tries == (HOME + "osd.xml",)
    assert search.read(answer(page(head, form)), errand("search")).tries == (HOME + "osd.xml", HOME + "g?q=Copper+Heron")
    elsewhere = head.replace("/osd.xml", "https://engine.example/osd.xml")
    assert search.read(answer(page(elsewhere)), errand("search")).trouble


def test_a_search_is_asked_for_each_name() -> None:
    assert search.begin(errand("search", HOME + "find?q={searchTerms}&n=9")).more == (
        HOME + "find?q=Copper+Heron&n=9",
        HOME + "find?q=%E9%8A%85%E3%81%AE%E9%B7%BA&n=9",
    )
    in_path = search.begin(errand("search", HOME + "find/{searchTerms}/")).more
    assert in_path[0] == HOME + "find/Copper%20Heron/"


RESULTS = """<header><a href="/login">Copper Heron club</a></header><nav><a href="/nav">Menu</a></nav>
<main><h1>Results for Copper Heron</h1><ul>
<li><a href="/one"><img src="x.png" alt=""></a><h2><a href="/one#top">Copper Heron, a review</a></h2><p>A calm start.</p><a href="/one">More</a></li>
<li><a href="/two">Ducks</a> and geese</li></ul>{pager}<aside><a href="/beside">Copper Heron shop</a></aside></main>
<footer><a href="/foot">Imprint</a></footer>"""


def results(pager: str = "", address: str = HOME + "find?q=Copper+Heron") -> Found:
    return search.read(
        answer(page(body=RESULTS.replace("{pager}", pager)), address), errand("search", HOME + "find?q={searchTerms}")
    )


def test_results_are_the_links_in_the_main_part_with_their_titles() -> None:
    links = {link.url.partition("#")[0]: link for link in results().links if link.title}
    assert list(links) == [HOME + "one", HOME + "two"]
    assert links[HOME + "one"].title == "Copper Heron, a review"
    assert "A calm start." in links[HOME + "one"].summary


def test_words_of_the_whole_page_are_not_taken_for_those_of_each_result() -> None:
    many = "".join(f'<div><a href="/{n}">Ducks {n}</a></div>' for n in range(20))
    found = search.read(answer(page(body=f"<article>Copper Heron {many}</article>"), HOME + "find?q=x"), errand("search"))
    assert {link.summary for link in found.links} == {""}


@pytest.mark.parametrize(
    "pager",
    [
        '<a rel="next" href="/find?q=Copper+Heron&amp;page=2">»</a>',
        '<a class="pager__item--next" href="/find?q=Copper+Heron&amp;page=2">»</a>',
        '<a class="wp-block-query-pagination-next" href="/find?q=Copper+Heron&amp;page=2">»</a>',
        '<div class="pagination"><a href="/find?q=Copper+Heron">1</a><a href="/find?q=Copper+Heron&amp;page=2"> 2 </a><a href="/find?page=3">3</a></div>',
        '<a rel="next" href="https://elsewhere.example/2">»</a><a class="next" href="/find?q=Copper+Heron&amp;page=2">»</a>',
        '<a class="next" href="#">»</a><a class="next" href="javascript:x()">»</a><a class="page-numbers" href="/find?q=Copper+Heron&amp;page=2">2</a>',
    ],
)
def test_the_next_page_of_results_is_found(pager: str) -> None:
    found = results(pager)
    assert found.more == (HOME + "find?q=Copper+Heron&page=2",)
    assert found.more[0] not in [link.url for link in found.links]


def test_the_number_after_this_one_is_next() -> None:
    pager = '<p class="pager"><a href="/find/page/1/">1</a><a href="/find/page/3/">3</a><a href="/find/page/4/">4</a></p>'
    assert results(pager, HOME + "find/page/2/").more == (HOME + "find/page/3/",)
    assert results(pager, HOME + f"find/page/{'9' * 5000}/").more == ()


def test_a_search_that_finds_nothing_is_no_trouble() -> None:
    found = search.read(answer(page(body="<main>Nothing</main>"), HOME + "find?q=x"), errand("search"))
    assert (tuple(found.links), found.more, found.trouble) == ((), (), "")


def test_results_that_come_as_a_feed_are_read_as_a_feed() -> None:
    body = '<rss version="2.0"><channel><item><title>x</title><link>/a</link></item></channel></rss>'
    (link,) = search.read(answer(body, HOME + "find?q=x"), errand("search")).links
    assert link.url == HOME + "a"


# Auto

WORDPRESS = '<meta name="generator" content="WordPress 6.1">'
REST = '<link rel="https://api.w.org/" href="/wp-json/">'
SEARCH = '<form action="/find"><input type="search" name="q"></form>'
OSD = '<link rel="search" type="application/opensearchdescription+xml" href="/osd.xml">'


@pytest.mark.parametrize(
    ("body", "becomes", "because"),
    [
        (page(REST + names_feed("/feed/")), {"wordpress": HOME + "wp-json/"}, "REST"),
        (page(WORDPRESS + names_feed("/feed/"), SEARCH), {"wordpress": HOME}, "WordPress"),
        (page('<link rel="https://api.w.org/" href="https://hosted.example/">' + WORDPRESS), {"wordpress": HOME}, "WordPress"),
        (page('<meta name="generator" content="blogger">' + names_feed("/feed/")), {"blogger": HOME}, "Blogger"),
        (page(names_feed("/feed/")), {"feed": HOME + "feed/"}, "feed"),
        (page(names_feed("/feed/"), SEARCH), {"feed": HOME + "feed/", "search": HOME + "find?q={searchTerms}"}, "form"),
        (page(names_feed("/feed/") + OSD, SEARCH), {"feed": HOME + "feed/", "search": HOME + "osd.xml"}, "OpenSearch"),
        (
            page(json_ld(action(TARGET))),
            {"search": FOUND, "sitemap": HOME, "listing": HOME},
            "no feed, but its JSON-LD",
        ),
        (page(), {"sitemap": HOME, "listing": HOME}, "no feed and no search"),
        (page(body='<a href="https://elsewhere.example/2" rel=next>2</a>'), {"sitemap": HOME, "listing": HOME}, "no feed"),
        (page(body='<a href="/2" rel=next>2</a>'), {"sitemap": HOME, "listing": HOME + "2"}, "no feed"),
        (wp_feed(), {"feed": HOME}, "that of a feed"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', {"feed": HOME}, "that of a feed"),
        (f"<urlset><url><loc>{HOME}a</loc></url></urlset>", {"sitemap": HOME}, "that of a sitemap"),
    ],
)
def test_auto_picks_the_best_ways_and_says_why(body: str, becomes: Mapping[str, str], because: str) -> None:
    found = auto.read(answer(body), errand("auto", limit=7))
    assert {s.kind: s.url for s in found.becomes} == becomes
    assert {(s.name, s.limit) for s in found.becomes} == {("Gazette", 7)}
    assert because in found.because


def test_auto_takes_the_links_of_the_page_that_it_has_at_hand() -> None:
    found = auto.read(answer(page(body='<a href="/a">Copper Heron</a>')), errand("auto"))
    assert [link.url for link in found.links] == [HOME + "a"]
    assert not found.unread


def test_auto_says_where_it_can_not_begin() -> None:
    assert auto.read(answer("down", status=503), errand("auto")).trouble == "answers 503"
    assert auto.read(answer(b"%PDF-1.7"), errand("auto")).trouble == "is no web page"
    assert auto.read(answer(page()), errand("auto")).trouble == "shows no links"
    moved = auto.read(answer(page(REST), final="https://elsewhere.example/"), errand("auto"))
    assert "elsewhere.example" in moved.trouble
    assert moved.becomes == ()
    nearby = auto.read(answer(page(WORDPRESS), final="https://www.gazette.example/news"), errand("auto"))
    assert [s.url for s in nearby.becomes] == ["https://www.gazette.example/news/"]


@pytest.mark.parametrize("kind", [auto, search, feed], ids=lambda k: k.__name__)
def test_long_and_deeply_nested_pages_are_read_in_time(kind: Any) -> None:
    import time

    start = time.perf_counter()
    for body in ("<div>" * 5_000 + "<a href=/x>x</a>", "<ul>" + "<li><a href=/x>x</a>" * 5_000, page(body="x " * 500_000)):
        for address in (HOME, HOME + "find?q=x"):
            kind.read(answer(body, address), errand(kind.__name__.rpartition(".")[2]))
    assert time.perf_counter() - start < 10


# Whole crawls


@dataclass(frozen=True)
class Walk:
    nectar: Nectar
    webs: Mapping[str, Web]
    first: Run
    asked: Mapping[str, list[str]]
    again: Mapping[str, list[str]]
    rows: Mapping[str, tuple[int, int, int]]


def old_feed(web: Web) -> Route:
    """A feed of a WordPress, ten posts a page; on the second stands what is looked for."""

    def answer(visitor: Visitor) -> Answer:
        number = int(visitor.path.partition("paged=")[2] or "1")
        if number > 2:
            return Answer("<h1>404</h1>", 404)
        entries = [(f"Ducks {n}", web.url(f"/ducks/{number}-{n}")) for n in range(9)]
        entries.append(("Copper Heron" if number == 2 else "Geese", web.url(f"/read/{number}")))
        body = rss(entries).body
        assert isinstance(body, str)
        return Answer(body.replace("<title>News", "<generator>https://wordpress.org/?v=6.1</generator><title>News"))

    return answer


SOURCES = {
    "Guess": "feed",
    "Named": "feed",
    "Closed": "wordpress",
    "Shut": "wordpress",
    "Mapped": "sitemap",
    "Asked": "auto",
    "Bare": "auto",
    "Wide": "auto",
    "Down": "auto",
    "Moved": "auto",
    "Nothing": "feed",
    "Forbidden": "search",
}


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    folder = tmp_path_factory.mktemp("finding")
    nectar = Nectar(folder / "home")
    with sites(*({"/read/*": HERON} for _ in SOURCES)) as many:
        webs = dict(zip(SOURCES, many, strict=True))
        for name, web in webs.items():
            web.routes["/"] = page()
            found = [("Copper Heron", web.url("/read/1"))]
            if name == "Guess":
                web.routes |= {"/robots.txt": robots("User-agent: *\nDisallow: /rss"), "/index.xml": rss(found)}
            elif name == "Named":
                web.routes |= {"/": page(names_feed("/gone.xml") + names_feed("/all/feed.xml")), "/all/feed.xml": rss(found)}
            elif name == "Closed":
                web.routes |= {
                    "/robots.txt": robots("User-agent: *\nDisallow: /?s=\nDisallow: /wp-json/"),
                    "/feed/": old_feed(web),
                }
            elif name == "Shut":
                web.routes |= {"/wp-json/*": 401, "/?s=Copper+Heron&feed=rss2": rss(found)}
            elif name == "Mapped":
                web.routes["/robots.txt"] = robots(f"User-agent: *\nDisallow:\nSitemap: {web.url('/maps.xml')}")
                web.routes["/maps.xml"] = index(("posts.xml.gz", "2026-01-01"), ("author-sitemap.xml", "2026-01-01"))
                entries = sitemap_file([(web.url("/read/copper-heron"), ""), *((web.url(f"/read/{n}"), "") for n in range(500))])
                assert isinstance(entries.body, str)
                web.routes["/posts.xml.gz"] = Answer(gzip.compress(entries.body.encode()), type="application/gzip")
            elif name == "Asked":
                web.routes |= {"/": page(names_feed("/feed.xml") + OSD), "/feed.xml": rss([("Ducks", web.url("/ducks"))])}
                web.routes["/osd.xml"] = description('type="text/html" template="/find?q={searchTerms}"')
                web.routes["/find"] = page(
                    body='<main><a href="/read/1">Copper Heron</a><a rel=next href="/find/2">on</a></main>'
                )
                web.routes["/find/2"] = page(
                    body='<main><a href="/read/2">Copper Heron again</a><a href="/ducks">Ducks</a></main>'
                )
            elif name == "Bare":
                web.routes["/"] = page(body='<a href="/read/1">Copper Heron</a> <a rel="next" href="/page/2">older</a>')
                web.routes["/page/2"] = page(body='<a href="/read/2">Copper Heron</a>')
            elif name == "Wide":
                web.routes["/"] = page(names_feed(f"http://localhost:{web.port}/feed.xml"))
                here = f"http://localhost:{web.port}/read/wide"
                web.routes["/feed.xml"] = rss([*found, ("Copper Heron", here), ("Copper Heron", "http://elsewhere.example/x")])
            elif name == "Down":
                web.routes["/"] = 503
            elif name == "Moved":
                web.routes |= {"/": redirect("/welcome"), "/welcome": page(names_feed("/feed.xml")), "/feed.xml": rss(found)}
            elif name == "Forbidden":
                web.routes |= {"/": page(body=SEARCH), "/robots.txt": robots("User-agent: *\nDisallow: /find")}
        sources: list[dict[str, Any]] = [{"name": n, "kind": k, "url": webs[n].url("")} for n, k in SOURCES.items()]
        sources[0]["pages"] = 1
        file = series_file(folder / "s.toml", sources)
        runs, asked = [], []
        for _ in range(2):
            runs.append(nectar.crawl(file))
            asked.append({name: web.paths() for name, web in webs.items()})
            for web in webs.values():
                web.forget()
        rows = {
            n: (f, k, t) for n, f, k, t in nectar.rows("SELECT source, found, known, fetched FROM source_run WHERE run_id = 1")
        }
        yield Walk(nectar, webs, runs[0], *asked, rows)


def test_usual_addresses_are_asked_one_by_one_until_one_is_a_feed(walk: Walk) -> None:
    assert walk.asked["Guess"] == ["/", "/feed/", "/atom.xml", "/index.xml", "/read/1"]
    assert walk.rows["Guess"] == (1, 0, 1)
    assert "Guess failed" not in walk.first.err


def test_a_feed_that_is_named_but_gone_gives_way_to_the_next(walk: Walk) -> None:
    assert walk.asked["Named"] == ["/", "/gone.xml", "/all/feed.xml", "/read/1"]


def test_a_blog_whose_rest_and_search_are_forbidden_is_read_page_by_page(walk: Walk) -> None:
    assert walk.asked["Closed"] == ["/feed/", "/feed/?paged=2", "/feed/?paged=3", "/read/2"]
    assert "Closed failed" not in walk.first.err


def test_a_blog_whose_rest_is_closed_is_searched_by_feed(walk: Walk) -> None:
    assert [p.split("?search")[0] for p in walk.asked["Shut"]] == [
        "/wp-json/wp/v2/posts",
        "/?s=Copper+Heron&feed=rss2",
        "/read/1",
    ]


def test_from_robots_txt_to_the_one_article_of_a_packed_sitemap(walk: Walk) -> None:
    assert walk.asked["Mapped"] == ["/maps.xml", "/posts.xml.gz", "/read/copper-heron"]
    assert walk.rows["Mapped"] == (501, 0, 1)


def test_auto_reads_the_feed_and_asks_the_search_for_what_is_older(walk: Walk) -> None:
    asked = walk.asked["Asked"]
    assert asked[0] == "/"
    assert set(asked[1:3]) == {"/feed.xml", "/osd.xml"}
    assert [p for p in asked if "find" in p] == ["/find?q=Copper+Heron", "/find/2"]
    assert sorted(p for p in asked if "read" in p) == ["/read/1", "/read/2"]
    assert len(asked) == 7


def test_auto_reads_the_page_itself_where_there_is_nothing_better(walk: Walk) -> None:
    assert {"/sitemap.xml", "/page/2", "/read/1", "/read/2"} <= set(walk.asked["Bare"])
    assert walk.asked["Bare"].count("/") == 1
    assert "Bare failed" not in walk.first.err


def test_auto_goes_on_where_the_home_page_has_moved(walk: Walk) -> None:
    assert walk.asked["Moved"] == ["/", "/welcome", "/feed.xml", "/read/1"]


def test_a_feed_elsewhere_is_not_asked_unless_the_user_names_its_host(walk: Walk) -> None:
    assert walk.asked["Wide"] == ["/"]
    assert walk.rows["Wide"] == (0, 0, 0)
    assert 'hosts = ["localhost"]' in walk.first.err


@pytest.mark.parametrize(
    ("name", "words"), [("Down", "answers 503"), ("Nothing", "is no feed and names none"), ("Forbidden", "refused by robots.txt")]
)
def test_what_can_not_be_found_is_said_and_stops_no_other(walk: Walk, name: str, words: str) -> None:
    assert walk.first.code == 3
    (line,) = [line for line in walk.first.err.splitlines() if f"{name} failed: " in line]
    assert words in line
    assert walk.asked["Nothing"] == ["/", "/feed/", "/rss", "/atom.xml", "/index.xml", "/feed.xml"]
    assert walk.asked["Forbidden"] == ["/"]
    assert walk.first.err.count(" failed: ") == 4  # and Wide


def test_the_reason_of_auto_is_shown(walk: Walk) -> None:
    assert "auto: feed, search" in walk.first.out
    assert "Asked: it names a feed; it describes its search (OpenSearch)" in walk.first.out
    assert "Bare: it names no feed and no search" in walk.first.out


def test_nothing_is_fetched_again(walk: Walk) -> None:
    assert not [p for paths in walk.again.values() for p in paths if p.startswith("/read/")]
