"""What a page allows: every way of saying it, and what hostile ways of saying it come to."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.article import Article
from pipeline.extract import extract
from pipeline.page import Page, RobotsAnswer
from pipeline.rights import Rights, of_site, reserved_for, rights
from pipeline.robots import Group, matches, preferred, read

URL = "https://gazette.example/read/heron?p=1"


def tag(*lines: str) -> Rights:
    return rights({"x-robots-tag": "\n".join(lines)}, [])


def test_a_page_that_says_nothing_allows_everything() -> None:
    silent = rights({"content-type": "text/html"}, [("robots", "index, follow"), ("description", "noai")])
    assert silent == Rights()
    assert silent.as_record() == {}
    assert not silent.keeps_from_models
    assert silent.longest_quote is None


@pytest.mark.parametrize(
    ("headers", "metas", "reserved"),
    [
        ({"tdm-reservation": "1"}, [], True),
        ({"tdm-reservation": "1\n1"}, [], True),
        ({"tdm-reservation": "0, 1"}, [], True),
        ({"tdm-reservation": "10"}, [], False),
        ({"tdm-reservation": "0"}, [], False),
        ({"tdm-reservation": "yes"}, [], False),
        ({}, [("tdm-reservation", " 1 ")], True),
        ({"tdm-reservation": "1"}, [("tdm-reservation", "0")], False),
        ({"tdm-reservation": "0"}, [("tdm-reservation", "1")], True),
        ({"tdmrep.json tdm-reservation": "1"}, [], True),
        ({"tdmrep.json tdm-reservation": "1", "tdm-reservation": "0"}, [], False),
        ({"tdmrep.json tdm-reservation": "1", "tdm-reservation": "maybe"}, [], True),
    ],
)
def test_a_reservation_nearer_to_the_text_wins(headers: dict[str, str], metas: list[tuple[str, str]], reserved: bool) -> None:
    found = rights(headers, metas)
    assert found.reserved is reserved
    assert found.keeps_from_models is reserved


def test_the_policy_comes_with_its_reservation_and_the_place_is_told() -> None:
    found = rights({"tdm-reservation": "1", "tdm-policy": "https://gazette.example/terms.json"}, [])
    assert found.policy == "https://gazette.example/terms.json"
    assert found.because == ("tdm-reservation: 1 (header)",)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("noai",), {"noai"}),
        (("NoAI, NoArchive",), {"noai", "noarchive"}),
        (("nocache",), {"noarchive"}),
        (("none",), {"noindex"}),
        (("noimageai",), set()),
        (("noaindex",), set()),
        (("otherbot: noai",), set()),
        (("otherbot: noindex, noai, nosnippet",), set()),
        (("otherbot: noai, nectar: nosnippet",), {"nosnippet"}),
        (("Nectar: noai",), {"noai"}),
        (("otherbot: noai", "nosnippet"), {"nosnippet"}),
        (("unavailable_after: 25 Jun 2010 15:00:00 PST, noarchive",), {"noarchive"}),
        (("max-image-preview: large, nosnippet",), {"nosnippet"}),
    ],
)
def test_only_what_is_for_all_robots_or_for_us_is_read_from_the_header(lines: tuple[str, ...], said: set[str]) -> None:
    found = tag(*lines)
    assert {n for n in ("noai", "noarchive", "nosnippet", "noindex") if getattr(found, n)} == said


def test_meta_elements_count_for_robots_and_for_us() -> None:
    found = rights({}, [("robots", "noarchive"), ("nectar", "noai"), ("googlebot", "nosnippet")])
    assert (found.noarchive, found.noai, found.nosnippet) == (True, True, False)
    assert found.because == ("noarchive (meta robots)", "noai (meta nectar)")


@pytest.mark.parametrize(
    ("said", "longest"),
    [
        ("max-snippet:50", 50),
        ("max-snippet: 50, max-snippet:20", 20),
        ("max-snippet:0", 0),
        ("max-snippet:-1", None),
        ("max-snippet:-1, max-snippet:30", 30),
        ("max-snippet:-1, nosnippet", 0),
        ("max-snippet:many", None),
        ("max-snippet:" + "9" * 6000, None),
        ("max-snippet", None),
    ],
)
def test_the_length_of_a_quote(said: str, longest: int | None) -> None:
    assert tag(said).longest_quote == longest
    assert rights({}, [("robots", said)]).longest_quote == longest


@pytest.mark.parametrize(
    ("headers", "usage"),
    [
        ({"content-signal": "search=yes, ai-train=no"}, {"search": "yes", "ai-train": "no"}),
        ({"content-usage": "train-ai=n, search=y;p=1"}, {"train-ai": "no", "search": "yes"}),
        ({"content-usage": "train-ai=?0"}, {"train-ai": "no"}),
        ({"robots.txt content-signal": "ai-input=no"}, {"ai-input": "no"}),
        ({"robots.txt content-signal": "ai-input=no", "content-signal": "ai-input=yes"}, {"ai-input": "yes"}),
        ({"content-signal": "ai-input=yes\nai-input=no"}, {"ai-input": "no"}),
        ({"content-signal": "=no,,x=,y=perhaps,\x00=\x01"}, {}),
    ],
)
def test_usage_preferences(headers: dict[str, str], usage: dict[str, str]) -> None:
    assert dict(rights(headers, []).usage) == usage


@pytest.mark.parametrize(
    ("signal", "kept_from_models", "longest"),
    [
        ("ai-input=no", True, None),
        ("ai-train=no", False, None),
        ("search=no", False, 0),
        ("search=yes, ai-input=yes", False, None),
    ],
)
def test_what_a_signal_does(signal: str, kept_from_models: bool, longest: int | None) -> None:
    found = rights({"content-signal": signal}, [])
    assert (found.keeps_from_models, found.longest_quote) == (kept_from_models, longest)


def test_of_endless_sayings_a_few_are_kept() -> None:
    headers = {
        "x-robots-tag": ",".join(f"max-snippet:{n}" for n in range(9000)),
        "tdm-reservation": "1",
        "tdm-policy": "x" * 9000,
    }
    found = rights(headers | {"content-signal": ",".join(f"use{n}=no" for n in range(9000))}, [])
    assert len(json.dumps(found.as_record())) < 3000


def test_what_the_server_said_of_a_page_that_comes_from_an_archive() -> None:
    found = rights(
        {"x-archive-orig-x-robots-tag": "noai", "x-robots-tag": "nosnippet", "x-archive-orig-tdm-reservation": "1"}, []
    )
    assert (found.noai, found.nosnippet, found.reserved) == (True, True, True)


def test_the_record_is_read_back_as_it_was() -> None:
    found = rights(
        {"tdm-reservation": "1", "tdm-policy": "/p", "x-robots-tag": "noarchive, max-snippet:9", "content-signal": "search=no"},
        [],
    )
    assert Rights.of_record(json.loads(json.dumps(found.as_record()))) == found
    assert Rights.of_record({}) == Rights()


RULES = [
    {"location": "/", "tdm-reservation": 1, "tdm-policy": "https://gazette.example/all.json"},
    {"location": "/free/", "tdm-reservation": 0},
    {"location": "/free/*.pdf$", "tdm-reservation": 1},
]


@pytest.mark.parametrize(
    ("path", "reservation"),
    [("/", "1"), ("/read/1", "1"), ("/free/1", "0"), ("/free/a/b.pdf", "1"), ("/free/b.pdf?x=1", "0")],
)
def test_the_longest_location_of_tdmrep_json_holds(path: str, reservation: str) -> None:
    assert reserved_for(json.dumps(RULES).encode(), f"https://gazette.example{path}")[0] == reservation


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!doctype html>",
        b"null",
        b"{}",
        b'{"location": "/", "tdm-reservation": 1}',
        b"[1, null, [], {}]",
        b'[{"location": 7, "tdm-reservation": 1}]',
        b'[{"location": "/", "tdm-reservation": true}]',
        b'[{"location": "/", "tdm-reservation": [1], "tdm-policy": 5}]',
        b"[" * 200_000,
        b"\xff\xfe\x00",
        b'[{"location": "/", "tdm-reservation": ' + b"1" * 5000 + b"}]",
    ],
)
def test_a_broken_tdmrep_json_reserves_nothing(body: bytes) -> None:
    assert reserved_for(body, URL)[0] == ""


def test_what_the_files_of_a_site_say_travels_as_headers() -> None:
    now = datetime(2026, 1, 2, tzinfo=UTC)
    body = b'[{"location": "/read/", "tdm-reservation": 1, "tdm-policy": "/p"}]'
    answer = RobotsAnswer("https://gazette.example", "/.well-known/tdmrep.json", URL, 200, body, now)
    group = Group(preferences=(("content-signal", "ai-input=no"),))
    said = of_site(group, answer, URL)
    assert said == {
        "robots.txt content-signal": "ai-input=no",
        "tdmrep.json tdm-reservation": "1",
        "tdmrep.json tdm-policy": "/p",
    }
    assert rights(said, []).because == ("tdm-reservation: 1 (tdmrep.json)", "ai-input=no (robots.txt)")
    missing = RobotsAnswer("https://gazette.example", "/.well-known/tdmrep.json", URL, 404, body, now)
    assert of_site(Group(), missing, URL) == {}


def test_the_article_has_the_rights_of_its_header_its_head_and_its_site() -> None:
    text = "The bird of the ferry town watches over the quiet water, and nobody minds. " * 5
    html = f'<html><head><title>Heron</title><meta name="ROBOTS" content="NOAI"></head><body><article><p>{text}</p></article></body></html>'
    headers = {"x-robots-tag": "max-snippet:40", "robots.txt content-signal": "search=yes"}
    now = datetime(2026, 1, 2, tzinfo=UTC)
    article = extract(Page(URL, URL, 200, headers, html.encode(), now, "Gazette"), now)
    assert isinstance(article, Article)
    assert article.rights == Rights(
        noai=True,
        max_snippet=40,
        usage=(("search", "yes"),),
        because=("max-snippet:40 (x-robots-tag)", "noai (meta robots)", "search=yes (robots.txt)"),
    )


# robots.txt


def rules(text: str | bytes) -> tuple[tuple[str, str], ...]:
    return read(text if isinstance(text, bytes) else text.encode()).rules


PRIVATE = (("disallow", "/private"),)
LINES = "User-agent: *\nDisallow: /private\n"


@pytest.mark.parametrize(
    "body",
    [
        LINES.encode(),
        LINES.replace("\n", "\r\n").encode(),
        LINES.replace("\n", "\r").encode(),
        LINES.encode("utf-8-sig"),
        LINES.encode("utf-16"),
        b"\xfe\xff" + LINES.encode("utf-16-be"),
        b"\x00\xff garbage\n" + LINES.encode(),
        b"USER-AGENT : * # all of you\n  DISALLOW:/private# and below",
        b"useragent: *\ndissallow: /private",
        b"user agent *\ndisallow /private",
        LINES.encode() + b"#" * 600_000 + b"\nDisallow: /beyond",
    ],
)
def test_robots_is_read_in_every_dress(body: bytes) -> None:
    assert rules(body) == PRIVATE


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("User-agent: *\nDisallow: /a\nUser-agent: nectar\nDisallow: /b", {"/b"}),
        ("User-agent: Nectar/0.1 (any)\nDisallow: /b\nUser-agent: *\nDisallow: /a", {"/b"}),
        ("User-agent: nectar\nDisallow: /b\n\nUser-agent: x\nDisallow: /x\n\nUser-agent: nectar\nDisallow: /c", {"/b", "/c"}),
        ("User-agent: nectarine\nDisallow: /a", set()),
        ("User-agent: nec\nDisallow: /a", set()),
        ("User-agent: x\nUser-agent: *\nDisallow: /a", {"/a"}),
        ("User-agent: *\nDisallow:", set()),
        ("Disallow: /a", set()),
        ("User-agent: nectar\n\nUser-agent: *\nDisallow: /a", {"/a"}),
        ("User-agent: nectar\nSitemap: /s.xml\nUser-agent: *\nDisallow: /a", {"/a"}),
        ("User-agent: nectar\nAllow:\nUser-agent: *\nDisallow: /a", set()),
        ("<!doctype html>\nUser-agent: *\nDisallow: /a", set()),
    ],
)
def test_the_groups_that_are_for_us(text: str, found: set[str]) -> None:
    assert {path for _, path in rules(text)} == found


def test_a_delay_is_for_the_agents_above_it() -> None:
    text = b"User-agent: *\nCrawl-delay: 10\n\nUser-agent: nectar\nCrawl-delay: 2.5\nCrawl-delay: soon\nCrawl-delay: inf\n"
    assert read(text).delay == 2.5
    assert read(text, "otherbot").delay == 10
    assert read(b"User-agent: *\nCrawl-delay: -1").delay is None


def test_what_is_not_ascii_is_compared_as_octets() -> None:
    assert rules("User-agent: *\nDisallow: /caf\u00e9") == (("disallow", "/caf%C3%A9"),)
    assert rules(b"User-agent: *\nDisallow: /caf\xe9\x0b\x1c") == (("disallow", "/caf%E9%0B%1C"),)


def test_preferences_of_robots_hold_for_the_longest_path() -> None:
    group = read(
        b"User-agent: *\nContent-Usage: train-ai=n\nContent-Usage: /free/ train-ai=y\nContent-Signal: ai-input=no\nAllow: /\n"
    )
    assert preferred(group, "content-usage", "https://gazette.example/read") == "train-ai=n"
    assert preferred(group, "content-usage", "https://gazette.example/free/1") == "train-ai=y"
    assert preferred(group, "content-signal", "https://gazette.example/free/1") == "ai-input=no"
    assert preferred(Group(), "content-signal", URL) == ""


@pytest.mark.parametrize(
    ("pattern", "path", "said"),
    [
        ("/", "/x", True),
        ("/a", "/b", False),
        ("/*.pdf$", "/a/b.pdf", True),
        ("/*.pdf$", "/a/b.pdf?x", False),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/a*b*c", "/a1b2c3", True),
        ("/caf%C3%A9", "/caf\u00e9", True),
        ("/*?p=", "/x?p=1", True),
        ("*" * 5000 + "z", "/" + "a" * 5000, False),
    ],
)
def test_path_patterns(pattern: str, path: str, said: bool) -> None:
    assert matches(pattern, f"https://gazette.example{path}") is said


NOISE = st.text(
    alphabet=st.sampled_from("/*$%:,=;#\n\r\t 019-abnoxy\x00\x85\u2028\u00e9\U0001f600") | st.characters(), max_size=80
)


@settings(max_examples=150, deadline=None)
@example(["Content-Usage: /*$ ai=n"], "\ud800", b"")
@given(
    st.lists(st.sampled_from(["User-agent: *", "Crawl-delay:", "Content-Usage: /", "Disallow: "]) | NOISE),
    NOISE,
    st.binary(max_size=40),
)
def test_nothing_that_strangers_write_raises(lines: list[str], path: str, body: bytes) -> None:
    text = "\n".join(lines)
    group = read(text.encode("utf-8", "surrogatepass") + body)
    assert len(group.text.splitlines()) == 1 + len(group.rules)
    url = "https://gazette.example/" + path.replace("\n", "")
    said = of_site(group, RobotsAnswer("", "", "", 200, body, datetime(2026, 1, 2, tzinfo=UTC)), url)
    found = rights(said | {"x-robots-tag": text, "content-usage": path, "tdm-policy": text}, [("robots", text), ("nectar", path)])
    assert Rights.of_record(json.loads(json.dumps(found.as_record()))) == found
    assert reserved_for(json.dumps([{"location": path, "tdm-reservation": text}]).encode(), url)[0] in {"", "1", "0"}
