"""Each way of finding links, given answers as they come: well made, odd, broken and hostile. No web is asked."""

import gzip
import json
import os
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest

from crawler.sources import KINDS, Errand, Found, feed, listing, sitemap, url, wordpress
from pipeline.page import Page
from pipeline.series import Series, Source
from pipeline.urls import canonical, joined

HOME = "https://gazette.example/"
SERIES = Series("Copper Heron", aliases=("銅の鷺", "Dou no Sagi", "Heron of Copper", "Kupferreiher", "Garza de cobre"))
NOW = datetime(2026, 1, 2, tzinfo=UTC)


def errand(kind: str, address: str = HOME, **more: Any) -> Errand:
    return Errand(Source("Gazette", kind, address, **more), SERIES, NOW)


def answer(body: bytes | str, address: str = HOME, status: int = 200, final: str = "", **headers: str) -> Page:
    data = body.encode() if isinstance(body, str) else body
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Page(address, final or address, status, named, data, NOW, "Gazette")


def addresses(found: Found) -> list[str]:
    return [link.url for link in found.links]


@pytest.mark.parametrize("kind", ["feed", "listing", "search", "auto"])
def test_an_index_begins_with_its_own_address(kind: str) -> None:
    assert KINDS[kind].begin(errand(kind)) == Found(more=(HOME,))


INDEXES = [kind for kind in KINDS if kind != "url"]


@pytest.mark.parametrize("kind", INDEXES)
@pytest.mark.parametrize("status", [204, 404, 410, 500])
def test_an_index_that_does_not_answer_well_is_trouble(kind: str, status: int) -> None:
    found = KINDS[kind].read(answer("<a href='/x'>x</a>", status=status), errand(kind))
    assert not list(found.links)
    assert str(status) in found.trouble


NOTHING_THERE = {("wayback", b""), ("wayback", b"[]"), ("gdelt", b'{"items":7}')}
"""What these services answer when they have nothing."""


@pytest.mark.parametrize("kind", INDEXES)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" \n ",
        b"\xef\xbb\xbf",
        b"\0\1\2\3",
        bytes(range(256)) * 20,
        b"plain words",
        b"<",
        b"<<<>>>",
        b"{",
        b'{"items":7}',
        b"[]",
    ],
)
def test_what_is_no_index_is_trouble_and_no_exception(kind: str, body: bytes) -> None:
    found = KINDS[kind].read(answer(body), errand(kind))
    assert (list(found.links), found.more) == ([], ())
    if (kind, body) in NOTHING_THERE:
        assert not found.trouble
        return
    assert found.trouble or (kind == "auto" and [s.kind for s in found.becomes] == ["sitemap", "listing"])


# Feeds

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Gazette</title><link>https://gazette.example/</link>
<item><title>Copper Heron &amp;amp; the &lt;b&gt;ferry&lt;/b&gt;</title><link>https://gazette.example/a</link>
<description>&lt;p&gt;A &lt;i&gt;calm&lt;/i&gt; start&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description>
<content:encoded><![CDATA[<p>The whole text</p>]]></content:encoded>
<category>Anime</category><category>Reviews</category><pubDate>Tue, 06 Jan 2026 10:00:00 +0200</pubDate></item>
<item><title>Relative</title><link>/b?x=1</link></item>
<item><title>No link at all</title></item>
</channel></rss>"""


def test_rss_gives_title_summary_tags_and_date() -> None:
    first, second = feed.read(answer(RSS, HOME + "feed/"), errand("feed")).links
    assert first.url == "https://gazette.example/a"
    assert first.title == "Copper Heron & the ferry"
    assert first.summary == "A calm start The whole text"
    assert first.tags == ("Anime", "Reviews")
    assert first.published == datetime(2026, 1, 6, 8, tzinfo=UTC)
    assert second.url == "https://gazette.example/b?x=1"
    assert second.published is None


def test_atom_gives_both_dates_and_resolves_its_links() -> None:
    body = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://gazette.example/blog/"><title>Gazette</title>
    <entry><title type="html">Copper &lt;em&gt;Heron&lt;/em&gt;</title><link rel="alternate" href="one.html"/>
    <published>2026-01-05T00:00:00Z</published><updated>2026-01-07T12:30:00+01:00</updated>
    <category term="heron"/><summary>Short.</summary></entry></feed>"""
    (link,) = feed.read(answer(body), errand("feed")).links
    assert (link.url, link.title, link.summary, link.tags) == (
        "https://gazette.example/blog/one.html",
        "Copper Heron",
        "Short.",
        ("heron",),
    )
    assert link.published == datetime(2026, 1, 5, tzinfo=UTC)
    assert link.modified == datetime(2026, 1, 7, 11, 30, tzinfo=UTC)


def test_rdf() -> None:
    body = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://gazette.example/"><title>G</title></channel>
    <item rdf:about="https://gazette.example/r"><title>銅の鷺</title><link>https://gazette.example/r</link>
    <dc:date>2026-01-03T00:00:00Z</dc:date></item></rdf:RDF>"""
    (link,) = feed.read(answer(body), errand("feed")).links
    assert (link.url, link.title) == ("https://gazette.example/r", "銅の鷺")
    assert datetime(2026, 1, 3, tzinfo=UTC) in (link.published, link.modified)


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\r\n  "])
def test_json_feed(before: bytes) -> None:
    items = [
        {"url": "/j", "title": "Copper Heron", "content_html": "<p>Slow <b>boats</b></p>", "tags": ["anime"]}
        | {"date_published": "2026-01-04T00:00:00Z", "date_modified": "2026-01-05T00:00:00"},
        {"external_url": "https://gazette.example/k"},
        {"title": "nowhere"},
        "no item",
        None,
    ]
    body = before + json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "G", "items": items}).encode()
    first, second = feed.read(answer(body, HOME + "feed.json"), errand("feed")).links
    assert (first.url, first.title, first.summary, first.tags) == (HOME + "j", "Copper Heron", "Slow boats", ("anime",))
    assert (first.published, first.modified) == (datetime(2026, 1, 4, tzinfo=UTC), datetime(2026, 1, 5, tzinfo=UTC))
    assert second.url == HOME + "k"


def test_nothing_in_a_json_feed_does_not_become_the_word_none() -> None:
    keys = ("title", "summary", "content_text", "content_html", "date_published", "date_modified", "tags")
    item = {"url": "/j"} | dict.fromkeys(keys)
    (link,) = feed.read(answer(json.dumps({"items": [item]})), errand("feed")).links
    assert (link.title, link.summary, link.tags, link.published) == ("", "", (), None)


def test_a_json_feed_without_entries_is_no_trouble() -> None:
    assert feed.read(answer('{"version": "https://jsonfeed.org/version/1.1", "items": []}'), errand("feed")) == Found()


@pytest.mark.parametrize(
    "body", ['{"items": [' + "[" * 5000, '{"a": ' + "9" * 6000 + "}", '{"items": {}}', '{"items": null}', "{broken"]
)
def test_a_broken_json_feed_is_trouble(body: str) -> None:
    found = feed.read(answer(body), errand("feed"))
    assert found.links == ()
    assert "JSON" in found.trouble


def test_a_feed_without_entries_is_no_trouble() -> None:
    empty = '<rss version="2.0"><channel><title>Quiet</title></channel></rss>'
    assert feed.read(answer(empty), errand("feed")) == Found()


def test_a_byte_order_mark_and_blank_lines_before_a_feed_do_no_harm() -> None:
    for before in (b"\xef\xbb\xbf", b"\n\n", b"\xef\xbb\xbf\n"):
        assert addresses(feed.read(answer(before + RSS.encode()), errand("feed")))[0] == HOME + "a"


@pytest.mark.parametrize("code", ["utf-16", "iso-8859-1", "windows-1252"])
def test_a_feed_in_another_encoding_keeps_its_letters(code: str) -> None:
    body = f'<?xml version="1.0" encoding="{code}"?><rss version="2.0"><channel><item><title>Kupférreiher</title><link>/a</link></item></channel></rss>'
    (link,) = feed.read(answer(body.encode(code)), errand("feed")).links
    assert link.title == "Kupférreiher"


@pytest.mark.parametrize("title", ['"Tom & the Heron"', '["R&B"]', '{"a": "<b>"}', "7 &lt; 8", "&", "<"])
def test_a_title_that_looks_like_data_is_still_a_title(title: str) -> None:
    for body in (json.dumps({"items": [{"url": "/a", "title": title}]}), RSS.replace("Relative", f"<![CDATA[{title}]]>")):
        assert HOME[:-1] in feed.read(answer(body), errand("feed")).links[-1].url
    post = {"link": HOME + "a", "title": {"rendered": title}}
    assert wordpress.read(answer(json.dumps([post]), rest()[0]), errand("wordpress")).links[0].url == HOME + "a"


def test_a_feed_that_breaks_off_keeps_what_came() -> None:
    assert HOME + "a" in addresses(feed.read(answer(RSS[: RSS.index("</channel>") - 5]), errand("feed")))


@pytest.mark.parametrize(
    "named",
    [
        '<link rel="alternate" type="application/rss+xml" href="/feed/">',
        '<link rel="alternate" type="application/atom+xml" href="https://gazette.example/feed/">',
        '<link rel="home alternate" type="application/feed+json" href="feed/">',
        '<link rel="stylesheet" href="/x.css"><link rel="alternate" type="text/html" href="/de"><LINK REL="alternate" TYPE="application/rss+xml" HREF="/feed/">',
    ],
)
def test_from_a_web_page_it_goes_on_to_the_feed_that_the_page_names(named: str) -> None:
    page = f"<!doctype html><html><head><title>Gazette</title>{named}</head><body><p>Welcome</p></body></html>"
    assert feed.read(answer(page), errand("feed")) == Found(tries=(HOME + "feed/",), unread=True)


@pytest.mark.parametrize("head", ["", f'<link rel="alternate" type="application/rss+xml" href="{HOME}">'])
def test_a_web_page_that_names_no_other_feed_is_trouble(head: str) -> None:
    found = feed.read(answer(f"<html><head>{head}</head><body>Welcome</body></html>"), errand("feed"))
    assert found.more == ()
    assert found.trouble


def test_relative_links_of_a_feed_start_where_it_ended_up() -> None:
    body = '<rss version="2.0"><channel><item><title>x</title><link>a</link></item></channel></rss>'
    assert addresses(feed.read(answer(body, final="https://gazette.example/news/feed"), errand("feed"))) == [HOME + "news/a"]


def test_an_entity_that_points_into_the_machine_stays_closed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("kingfisher")
    body = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]><rss version="2.0"><channel><item><title>t&x;</title><link>/a</link></item></channel></rss>'
    assert "kingfisher" not in repr(feed.read(answer(body), errand("feed")))
    body = (
        f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]><urlset><url><loc>https://gazette.example/&x;</loc></url></urlset>'
    )
    assert "kingfisher" not in repr(sitemap.read(answer(body), errand("sitemap")))


# Sitemaps

NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(inside: str, extra: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {NS} {extra}>{inside}</urlset>'


def test_a_url_set_gives_addresses_and_their_last_change() -> None:
    body = urlset(
        f"<url><loc>\n {HOME}a </loc><lastmod>2026-01-03</lastmod><priority>0.5</priority></url>"
        f"<url><loc>/b?x=1&amp;y=2</loc><lastmod>2026-01-03T10:00:00+09:00</lastmod></url>"
        f"<url><loc>{HOME}c</loc><lastmod>yesterday</lastmod></url><url><lastmod>2026-01-03</lastmod></url>"
    )
    a, b, c = sitemap.read(answer(body), errand("sitemap")).links
    assert (a.url, a.modified) == (HOME + "a", datetime(2026, 1, 3, tzinfo=UTC))
    assert (b.url, b.modified) == (HOME + "b?x=1&y=2", datetime(2026, 1, 3, 1, tzinfo=UTC))
    assert (c.url, c.modified) == (HOME + "c", None)


def test_pictures_and_films_in_a_sitemap_are_not_taken_for_the_page() -> None:
    extra = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1"'
    inside = (
        f"<url><loc>{HOME}copper-heron-review</loc><lastmod>2026-01-03</lastmod>"
        "<image:image><image:loc>https://pictures.example/1.jpg</image:loc><image:title>A bird</image:title></image:image>"
        "<video:video><video:title>A film</video:title><video:publication_date>2020-01-01</video:publication_date></video:video></url>"
    )
    (link,) = sitemap.read(answer(urlset(inside, extra)), errand("sitemap")).links
    assert link.url == HOME + "copper-heron-review"
    assert link.published is None


def test_a_news_sitemap_gives_title_keywords_and_date() -> None:
    news = (
        "<news:news><news:publication><news:name>Gazette</news:name></news:publication>"
        "<news:publication_date>2026-01-04T09:00:00Z</news:publication_date><news:title>Copper Heron lands</news:title>"
        "<news:keywords>anime, birds,</news:keywords></news:news>"
    )
    body = urlset(f"<url><loc>{HOME}n</loc>{news}</url>", 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"')
    (link,) = sitemap.read(answer(body), errand("sitemap")).links
    assert (link.title, link.tags) == ("Copper Heron lands", ("anime", "birds"))
    assert link.published == datetime(2026, 1, 4, 9, tzinfo=UTC)


def test_an_index_leads_to_its_newest_sitemaps() -> None:
    inside = "".join(
        f"<sitemap><loc>/s{n}.xml</loc><lastmod>2025-{n // 28 + 1:02}-{n % 28 + 1:02}</lastmod></sitemap>" for n in range(80)
    )
    found = sitemap.read(answer(f"<sitemapindex {NS}>{inside}</sitemapindex>"), errand("sitemap"))
    assert found.links == ()
    assert found.more == tuple(f"{HOME}s{n}.xml" for n in range(79, 29, -1))
    assert found.trouble == ""


def test_an_index_that_names_itself_does_not_lead_back() -> None:
    body = f"<sitemapindex {NS}><sitemap><loc>{HOME}s.xml</loc></sitemap><sitemap><loc>{HOME}t.xml</loc></sitemap></sitemapindex>"
    assert sitemap.read(answer(body, HOME + "s.xml"), errand("sitemap")).more == (HOME + "t.xml",)


@pytest.mark.parametrize("pack", [lambda b: b, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize("before", ["", "\ufeff", "\n"], ids=["", "mark", "line"])
def test_packed_or_not_with_or_without_a_mark(pack: Any, before: str) -> None:
    xml = before + f"<urlset {NS}><url><loc>{HOME}a</loc></url></urlset>"
    text = before + f"{HOME}a\r\n\nnot an address\n{HOME}b\n"
    assert addresses(sitemap.read(answer(pack(xml.encode())), errand("sitemap"))) == [HOME + "a"]
    assert addresses(sitemap.read(answer(pack(text.encode())), errand("sitemap"))) == [HOME + "a", HOME + "b"]


def test_a_sitemap_without_a_namespace_or_with_another_is_read() -> None:
    for root in ("urlset", 'urlset xmlns="https://www.google.com/schemas/sitemap/0.84"'):
        body = f"<{root}><url><loc>{HOME}a</loc></url></urlset>"
        assert addresses(sitemap.read(answer(body), errand("sitemap"))) == [HOME + "a"]


def test_an_index_that_writes_addresses_without_loc_is_read() -> None:
    body = f"<sitemapindex {NS}><sitemap>\n{HOME}s.xml?a=1&amp;b=2\n</sitemap><sitemap>words</sitemap></sitemapindex>"
    assert HOME + "s.xml?a=1&b=2" in sitemap.read(answer(body), errand("sitemap")).more


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_feed_or_sitemap_in_a_wide_encoding_is_read_with_its_mark(code: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe"}.get(code, b"")  # the other end needs none
    for kind, body in (
        ("feed", RSS.partition("?>")[2]),
        ("sitemap", urlset(f"<url><loc>{HOME}a</loc></url>").partition("?>")[2]),
    ):
        assert HOME + "a" in addresses(KINDS[kind].read(answer(mark + body.encode(code)), errand(kind)))


@pytest.mark.parametrize("code", ["hex", "undefined", "klingon", "rot13"])
def test_a_listing_in_an_encoding_that_is_none_is_read(code: str) -> None:
    for page in (answer(LIST, content_type=f"text/html; charset={code}"), answer(f'<meta charset="{code}">{LIST}')):
        assert HOME + "one" in addresses(listing.read(page, errand("listing")))


@pytest.mark.parametrize(
    "code", ["hex", "rot13", "punycode", "undefined", "klingon", "zlib_codec", "utf-7", "a b", "a\0b", "\u00e9", "x" * 5000]
)
def test_an_encoding_that_is_none_is_no_exception(code: str) -> None:
    head = f'<?xml version="1.0" encoding="{code}"?>'
    for page in (answer(head + RSS.partition("?>")[2]), answer(RSS, content_type=f"text/xml; charset={code}")):
        assert HOME + "a" in addresses(feed.read(page, errand("feed")))


def test_a_sitemap_that_breaks_off_keeps_what_came() -> None:
    body = urlset(f"<url><loc>{HOME}a</loc></url><url><loc>{HOME}b</loc></url>")
    assert HOME + "a" in addresses(sitemap.read(answer(body[: body.index(HOME + "b") + 5]), errand("sitemap")))


@pytest.mark.parametrize(
    "body", [gzip.compress(b"<urlset/>", mtime=0)[:12], b"\x1f\x8b garbage", gzip.compress(b"x" * 100, mtime=0)[:-6] + b"123456"]
)
def test_a_broken_gzip_is_trouble(body: bytes) -> None:
    found = sitemap.read(answer(body), errand("sitemap"))
    assert found.links == ()
    assert "unpacked" in found.trouble


def test_a_gzip_bomb_is_trouble_and_quick() -> None:
    bomb = gzip.compress(f"<urlset><url><loc>{HOME}a</loc></url>".encode() + b" " * (200 << 20), 1)
    start = time.perf_counter()
    found = sitemap.read(answer(bomb), errand("sitemap"))
    assert (found.links, found.more) == ((), ())
    assert "50 MiB" in found.trouble
    assert time.perf_counter() - start < 3


def test_an_xml_bomb_does_not_go_off() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    body = f'<!DOCTYPE z [<!ENTITY l0 "quack">{levels}]><urlset><url><loc>{HOME}&l11;</loc></url><url><loc>{HOME}b</loc></url></urlset>'
    start = time.perf_counter()
    found = list(sitemap.read(answer(body), errand("sitemap")).links)
    feed.read(answer(body.replace("urlset", "rss")), errand("feed"))
    assert time.perf_counter() - start < 3
    assert "quackquack" not in repr(found)


def test_ten_times_the_entries_take_about_ten_times_as_long() -> None:
    spent = []
    for many in (5_000, 50_000):
        body = urlset("".join(f"<url><loc>{HOME}{n}</loc><lastmod>2026-01-03</lastmod></url>" for n in range(many)))
        start = time.process_time()
        found = list(sitemap.read(answer(body), errand("sitemap")).links)
        spent.append(time.process_time() - start)
    assert spent[1] < 40 * spent[0]
    assert len(found) == 50_000
    assert found[-1].url == HOME + "49999"


# WordPress


def asked(address: str) -> Mapping[str, str]:
    return {k: v[0] for k, v in parse_qs(urlsplit(address).query).items()}


def test_wordpress_searches_for_the_title_and_then_for_the_first_aliases() -> None:
    wp = errand("wordpress", "https://gazette.example/blog")
    first, *instead = wordpress.begin(wp).tries
    assert first.startswith("https://gazette.example/blog/wp-json/wp/v2/posts?")
    assert asked(first)["search"] == "Copper Heron"
    assert instead == ["https://gazette.example/blog/?s=Copper+Heron&feed=rss2", "https://gazette.example/blog/feed/"]
    others = wordpress.read(answer("[]", first), wp).more
    assert [asked(a)["search"] for a in others] == ["銅の鷺", "Dou no Sagi", "Heron of Copper"]
    assert wordpress.read(answer("[]", others[0]), wp) == Found()


@pytest.mark.parametrize(
    ("root", "start"),
    [
        (HOME + "wp-json/", HOME + "wp-json/wp/v2/posts?search="),
        (HOME + "blog/index.php/wp-json/", HOME + "blog/index.php/wp-json/wp/v2/posts?search="),
        (HOME + "?rest_route=/", HOME + "?rest_route=/wp/v2/posts&search="),
    ],
)
def test_wordpress_may_be_given_by_the_root_of_its_rest_interface(root: str, start: str) -> None:
    assert wordpress.begin(errand("wordpress", root)).tries[0].startswith(start)


def test_wordpress_is_asked_for_what_changed_since_and_without_that_where_it_can_not() -> None:
    wp = replace(errand("wordpress"), since=datetime(2026, 1, 2, 9, tzinfo=timezone(timedelta(hours=9))))
    first = wordpress.begin(wp).tries[0]
    assert asked(first)["modified_after"] == "2026-01-01T00:00:00Z"
    refused = answer('{"code":"rest_invalid_param","data":{"status":400}}', first, 400)
    again = wordpress.read(refused, wp).tries[0]
    assert asked(again) == {k: v for k, v in asked(first).items() if k != "modified_after"}
    onward = wordpress.read(answer("[]", again, x_wp_totalpages="2"), wp).more
    assert not [a for a in onward if "modified_after" in a]
    assert len(onward) == 4


POSTS = [
    {
        "link": HOME + "2026/copper-heron/",
        "title": {"rendered": "Copper Heron &#8211; a first look"},
        "excerpt": {"rendered": "<p>Feathers.</p>"},
        "content": {"rendered": "<p>All of <em>it</em>.</p>"},
        "date_gmt": "2026-01-03T10:00:00",
        "modified_gmt": "2026-01-04T10:00:00",
    },
    {"link": "/relative/", "title": "plain"},
    {"title": {"rendered": "no link"}},
    "no post",
    None,
]


def rest(page: int = 1, **more: Any) -> tuple[str, Source]:
    wp = errand("wordpress", **more)
    first = wordpress.begin(wp).tries[0]
    return first.replace("&page=1&", f"&page={page}&"), wp


def test_wordpress_posts_become_links_with_their_whole_text() -> None:
    address, wp = rest()
    found = wordpress.read(answer(json.dumps(POSTS), address), wp)
    first, second = found.links
    assert first.url == HOME + "2026/copper-heron/"
    assert first.title == "Copper Heron – a first look"
    assert first.summary == "Feathers. All of it ."
    assert (first.published, first.modified) == (datetime(2026, 1, 3, 10, tzinfo=UTC), datetime(2026, 1, 4, 10, tzinfo=UTC))
    assert (second.url, second.title) == (HOME + "relative/", "plain")
    assert len(found.more) == 3
    assert found.trouble == ""


def test_nothing_in_a_post_does_not_become_the_word_none() -> None:
    address, wp = rest()
    post = {"link": HOME + "a", "title": {"rendered": None}, "excerpt": None, "content": {"rendered": None}, "date_gmt": None}
    (link,) = wordpress.read(answer(json.dumps([post]), address), wp).links
    assert (link.title, link.summary, link.published) == ("", "", None)


def test_wordpress_pages_on_as_the_header_says_up_to_the_limit() -> None:
    seen = []
    address, wp = rest(pages=3)
    while address:
        seen.append(asked(address))
        more = wordpress.read(answer("[]", address, x_wp_totalpages="9"), wp).more
        address = next((a for a in more if asked(a)["search"] == "Copper Heron"), "")
    assert [a["page"] for a in seen] == ["1", "2", "3"]
    assert {a["search"] for a in seen} == {"Copper Heron"}
    last, wp = rest(page=2, pages=5)
    assert wordpress.read(answer("[]", last, x_wp_totalpages="2"), wp).more == ()


@pytest.mark.parametrize("total", ["", "many", "-3", "1.5", "²", "9" * 5000])
def test_a_senseless_number_of_pages_ends_the_search(total: str) -> None:
    address, wp = rest(page=2)
    assert wordpress.read(answer("[]", address, x_wp_totalpages=total), wp) == Found()


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (401, "{}"),
        (403, "no"),
        (404, "<h1>404</h1>"),
        (200, "<html>a page</html>"),
        (200, '{"code":"rest_disabled"}'),
        (200, "[bro"),
        (200, ""),
        (200, b"\xff\xfe\x00"),
        (200, "[" * 100_000),
    ],
)
def test_where_rest_is_closed_it_says_so_and_the_next_try_is_asked(status: int, body: str | bytes) -> None:
    address, wp = rest()
    found = wordpress.read(answer(body, address, status), wp)
    assert (found.links, found.more, found.tries) == ((), (), ())
    assert found.trouble


def test_the_search_feed_is_read_as_a_feed_and_the_plain_feed_is_the_last_resort() -> None:
    wp = errand("wordpress")
    _, searched, plain = wordpress.begin(wp).tries
    assert (asked(searched)["s"], asked(searched)["feed"]) == ("Copper Heron", "rss2")
    for address in (searched, plain):
        assert addresses(wordpress.read(answer(RSS, address), wp))[0] == HOME + "a"
        closed = wordpress.read(answer("no", address, 403), wp)
        assert (closed.more, closed.tries) == ((), ())
        assert "403" in closed.trouble


# Listings

LIST = """<html><head><title>All</title></head><body><nav><a href="/about">About us</a></nav>
<article><h2><a href="/one"> Copper
 Heron </a></h2><p>A calm start.</p></article>
<article><h2><a href="two.html" title="Copper Heron again"><img src="x.png" alt="the bird"></a></h2></article>
<article><h2><a href="/one#comments">Same</a></h2></article>
<h3><a href="/three">Third</a></h3>
<a href="mailto:x@gazette.example">m</a><a href="javascript:void(0)">j</a><a href="">e</a><a>n</a><a href="http://[half">h</a>
<a rel="nofollow next" href="?page=2">older</a></body></html>"""


def test_without_selectors_every_link_is_taken_and_next_is_found() -> None:
    found = listing.read(answer(LIST, HOME + "list/"), errand("listing", HOME + "list/"))
    wanted = [HOME + "about", HOME + "one", HOME + "list/two.html"]
    assert [a.split("#")[0] for a in addresses(found) if "page=" not in a][:3] == wanted
    assert not [a for a in addresses(found) if not a.startswith(HOME)]
    assert found.more == (HOME + "list/?page=2",)
    assert found.trouble == ""


def test_a_link_carries_what_stands_on_and_around_it() -> None:
    found = listing.read(answer(LIST, HOME + "list/"), errand("listing", follow="article h2 a"))
    one, two = list(found.links)[:2]
    assert one.title == "Copper Heron"
    assert "A calm start." in one.summary
    assert "Copper Heron again" in two.title
    assert "the bird" in two.title


@pytest.mark.parametrize("css", ["article h2 a", "article h2 a::attr(href)", "article h2", "article > h2 > a ::attr(href)"])
def test_links_are_found_by_the_given_selector(css: str) -> None:
    found = listing.read(answer(LIST, HOME + "list/"), errand("listing", follow=css))
    assert {a.split("#")[0] for a in addresses(found)} == {HOME + "one", HOME + "list/two.html"}


def test_a_list_of_selectors_is_taken_whole() -> None:
    for css in ("article h2 a, h3 a", "article h2 a::attr(href), h3 a::attr(href)"):
        found = listing.read(answer(LIST, HOME + "list/"), errand("listing", follow=css))
        assert {a.split("#")[0] for a in addresses(found)} == {HOME + "one", HOME + "list/two.html", HOME + "three"}


@pytest.mark.parametrize(
    ("css", "body"),
    [
        ("a.older", '<a class="older" href="/list/2">2</a>'),
        ("a.older::attr(href)", '<a class="older" href="/list/2">2</a>'),
        ("a[rel~=next], a.next", '<a class="next page" href="/list/2">2</a>'),
        ("li.on + li a", '<ul><li class="on">1</li><li><a href="/list/2">2</a></li><li><a href="/list/3">3</a></li></ul>'),
    ],
)
def test_the_next_page_is_found_by_its_selector(css: str, body: str) -> None:
    found = listing.read(answer(body, HOME + "list/"), errand("listing", next=css))
    assert found.more == (HOME + "list/2",)


def test_a_next_page_that_is_this_page_ends_the_list() -> None:
    assert listing.read(answer('<a rel="next" href="/list">on</a>', HOME + "list"), errand("listing")).more == ()


def test_links_start_at_the_base_that_the_page_states() -> None:
    for base in ("https://gazette.example/deep/", "/deep/"):
        found = listing.read(answer(f'<base href="{base}"><a href="x">x</a><a rel="next" href="2">2</a>'), errand("listing"))
        assert HOME + "deep/x" in addresses(found)
        assert found.more == (HOME + "deep/2",)


@pytest.mark.parametrize("more", [{"follow": "a["}, {"follow": "::"}, {"next": "a["}, {"follow": "a:nosuch(1)"}, {"follow": ""}])
def test_a_selector_that_can_not_be_read_is_trouble(more: Mapping[str, str]) -> None:
    found = listing.read(answer(LIST), errand("listing", **more))
    assert "selector" in found.trouble
    assert found.links == ()


def test_a_selector_that_matches_nothing_is_trouble_that_names_it() -> None:
    assert "div.gone a" in listing.read(answer(LIST), errand("listing", follow="div.gone a")).trouble


def test_a_listing_in_another_encoding_keeps_its_letters() -> None:
    body = '<meta charset="shift_jis"><a href="/a">銅の鷺</a>'.encode("shift_jis")
    assert listing.read(answer(body, content_type="text/html"), errand("listing")).links[0].title == "銅の鷺"


# A hostile address among good ones

BAD = ("http://[half", "https://[::1", "http://gazette.example:port/", "//[", "http://\u2100.example/")


GOOD = HOME + "good"
_ENTRY = "<item><title>t</title><link>{}</link></item>"
MIXED = {
    "rss": ("feed", '<rss version="2.0"><channel>' + _ENTRY + _ENTRY.format(GOOD) + "</channel></rss>"),
    "json feed": ("feed", '{{"items": [{{"url": "{}"}}, {{"url": "' + GOOD + '"}}]}}'),
    "sitemap": ("sitemap", "<urlset><url><loc>{}</loc></url><url><loc>" + GOOD + "</loc></url></urlset>"),
    "text": ("sitemap", "{}\n" + GOOD + "\n"),
    "wordpress": ("wordpress", '[{{"link": "{}"}}, {{"link": "' + GOOD + '"}}]'),
    "listing": ("listing", '<a href="{}">b</a><a href="' + GOOD + '">g</a>'),
    "listing, next": ("listing", '<a href="' + GOOD + '">g</a><a rel="next" href="{}">n</a>'),
    "listing, base": ("listing", '<base href="{}"><a href="' + GOOD + '">g</a>'),
}


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("form", MIXED)
def test_a_senseless_address_costs_no_other_entry(form: str, bad: str) -> None:
    kind, body = MIXED[form]
    body = body.replace("{}", bad).replace("{{", "{").replace("}}", "}")
    asked_for = rest()[0] if kind == "wordpress" else HOME
    found = KINDS[kind].read(answer(body, asked_for), errand(kind))
    assert GOOD in addresses(found)
    assert found.trouble == ""


@pytest.mark.parametrize("bad", BAD)
def test_a_page_that_names_a_senseless_feed_is_no_exception(bad: str) -> None:
    page = f"<html><head><link rel='alternate' type='application/rss+xml' href='{bad}'></head></html>"
    assert feed.read(answer(page), errand("feed")).links == ()


@pytest.mark.parametrize("bad", BAD)
def test_a_senseless_sitemap_in_an_index_costs_no_other(bad: str) -> None:
    body = f"<sitemapindex><sitemap><loc>{bad}</loc></sitemap><sitemap><loc>{GOOD}</loc></sitemap></sitemapindex>"
    assert GOOD in sitemap.read(answer(body), errand("sitemap")).more


# A page that the user names


def test_a_named_page_is_its_own_link_and_given() -> None:
    found = url.begin(errand("url", HOME + "one"))
    assert [(link.url, link.given) for link in found.links] == [(HOME + "one", True)]
    assert found.more == ()
    assert url.read(answer("anything"), errand("url")) == Found()


# Real files, where they are at hand


def _data() -> Path | None:
    named = os.environ.get("NECTAR_SHARED_DATA")
    folder = Path(named) if named else Path(__file__).parents[3] / "shared" / "data"
    return folder / "feeds" if (folder / "feeds").is_dir() else None


WITH_DATA = pytest.mark.skipif(
    _data() is None, reason="no real feeds at hand: set NECTAR_SHARED_DATA to the folder that holds feeds/"
)


def _files(*endings: str) -> list[Path]:
    folder = _data()
    assert folder is not None
    return sorted(p for p in folder.rglob("*") if p.is_file() and (not endings or p.suffix in endings))


@WITH_DATA
def test_real_and_broken_files_are_read_without_an_exception() -> None:
    faults, linking = [], 0
    for file in _files():
        page = answer(file.read_bytes(), HOME + file.name)
        for kind in ("feed", "sitemap", "search", "auto"):
            try:
                linking += bool(list(KINDS[kind].read(page, errand(kind)).links))
            except Exception as error:
                faults.append(f"{kind} of {file.name}: {error!r}")
    assert not faults, "\n".join(faults)
    assert linking > 10


def _counted_by_another_parser(data: bytes) -> tuple[str, set[str]]:
    """(kind, addresses) of a well-formed index, by the plainest reading of its elements; ("", nothing) for anything else."""
    try:
        root = ElementTree.fromstring(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data.lstrip())
    except (ElementTree.ParseError, LookupError, OSError):
        return "", set()

    def named(parent: ElementTree.Element, *names: str) -> list[ElementTree.Element]:
        return [e for e in parent if e.tag.rsplit("}", 1)[-1] in names]

    if named(root, "url", "sitemap"):
        return "sitemap", {(loc.text or "").strip() for entry in named(root, "url", "sitemap") for loc in named(entry, "loc")}
    entries = [e for parent in (root, *named(root, "channel")) for e in named(parent, "item", "entry")]
    links = ([x for x in named(e, "link") if x.get("rel", "alternate") == "alternate"] for e in entries)
    return "feed", {(found[0].get("href") or found[0].text or "").strip() for found in links if found}


@WITH_DATA
def test_of_real_well_formed_files_every_link_is_found() -> None:
    same, odd = 0, []
    for file in _files():
        kind, wanted = _counted_by_another_parser(file.read_bytes())
        if not wanted - {""}:
            continue
        found = KINDS[kind].read(answer(file.read_bytes(), HOME + file.name), errand(kind))
        got = {*addresses(found), *found.more}
        assert got, f"{file.name}: none of {len(wanted)}, {found.trouble}"
        if len(got) == len(wanted - {""}):
            same += 1
        else:
            odd.append(f"{file.name}: {len(got)} of {len(wanted)}")
    assert same >= 20
    assert same >= 0.95 * (same + len(odd)), odd


@WITH_DATA
def test_real_and_weird_addresses_are_no_exception_and_canonical_ones_stay() -> None:
    said = {
        word.strip().strip('"')
        for file in _files(".csv")
        for line in file.read_text("utf-8").splitlines()
        for word in line.split(",")
    }
    for file in _files(".json"):
        said |= {test["input"] for test in json.loads(file.read_text("utf-8")) if isinstance(test, dict)}
    assert len(said) > 500
    for word in said:
        for address in (word, joined(HOME, word)):
            once = canonical(address)
            assert canonical(once) == once
        assert joined(HOME, joined(HOME, word)) == joined(HOME, word)
