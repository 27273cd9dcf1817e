"""Archives and indexes of the whole web: pure readers given bytes, and one whole crawl of each against a little web on loopback."""

import gzip
import io
import json
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from crawler.run import _paces
from crawler.sources import Errand, Found, commoncrawl, gdelt, medium, records, service, warc, wayback
from pipeline.page import Link, Page, Skip
from pipeline.series import Series, Source, parse
from tests.webserver import (
    Answer,
    Given,
    Nectar,
    Route,
    Visitor,
    Web,
    article,
    environment,
    plain_failure,
    rss,
    series_file,
)

SERIES = Series("Copper Heron", aliases=("銅の鷺", "Dou no Sagi"))
NOW = datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
HERON = article("Copper Heron, a review")
DUCKS = article("Ten ducks", "A pond. " * 40)
GARBAGE = [
    b"",
    b" \n",
    b"\0\1\2\3",
    bytes(range(256)) * 40,
    b"plain words",
    b"{",
    b'{"articles": 7}',
    b'{"articles": [null, 7, {"url": 7, "title": []}, {"url": "http://[half"}, {"url": "http://a.example/\\ud800", "title": "\\ud800<"}]}',
    b"[[[[",
    b"[" * 100_000,
    b"[null, 7, [], [null], [[]], [7, 8, 9]]",
    b'[["timestamp", "original"], ["20261399000000", "http://a.example/"], ["2", "javascript:x"]]',
    b'{"id": 7}',
    b'[{"id": "CC-MAIN-../../x", "to": {}}]',
    b'{"pages": "many"}',
    b'{"pages": -1}',
    b'{"url": [], "filename": {}, "offset": -1, "length": 1e999}',
    b'{"url": "http://a.example/copper-heron", "filename": "crawl-data/../x", "offset": "1", "length": "2"}',
    b"9" * 5000,
    b"\x1f\x8b\x08" * 3000,
    b"WARC/1.0\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
    gzip.compress(b"WARC/1.0\r\n" + b"\0" * 2_000_000, mtime=0),
]


def errand(kind: str, url: str, since: datetime | None = None, series: Series = SERIES, **more: Any) -> Errand:
    return Errand(Source("Archive", kind, url, **more), series, NOW, since)


def answer(body: bytes | str | list[Any] | dict[str, Any], address: str, status: int = 200, **headers: str) -> Page:
    data = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()
    return Page(address, address, status, {k.replace("_", "-"): v for k, v in headers.items()}, data, NOW, "Archive")


def asked(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def crawl(nectar: Nectar, folder: Path, *sources: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Source to (found, known, fetched, trouble)."""
    run = nectar.crawl(series_file(folder / "s.toml", sources))
    assert "Traceback" not in run.err, run.err
    columns = "SELECT source, found, known, fetched, trouble FROM source_run WHERE run_id = (SELECT max(run_id) FROM source_run)"
    return {row[0]: row[1:] for row in nectar.rows(columns)}


@pytest.mark.parametrize("body", GARBAGE, ids=lambda b: repr(b[:20]))
@pytest.mark.parametrize(
    ("kind", "module", "address"),
    [
        ("medium-tag", medium, "https://medium.com/feed/tag/x"),
        ("gdelt", gdelt, "https://gdelt.example/doc?startdatetime=20260101000000&enddatetime=20260102000000"),
        ("gdelt", gdelt, "https://gdelt.example/doc?startdatetime=99999999999999&enddatetime=x"),
        ("wayback", wayback, "https://web.archive.org/cdx/search/cdx?url=a.example/*"),
        ("commoncrawl", commoncrawl, "https://index.commoncrawl.org/collinfo.json"),
        ("commoncrawl", commoncrawl, "https://index.commoncrawl.org/CC-MAIN-2025-50-index?url=x&showNumPages=true"),
        ("commoncrawl", commoncrawl, "https://index.commoncrawl.org/CC-MAIN-2025-50-index?url=x&page=0"),
        ("warc", warc, "https://data.example/x.warc.gz"),
        ("warc", warc, "https://data.example/warc.paths.gz"),
    ],
    ids=lambda v: v.rpartition("/")[2][:20] if isinstance(v, str) else "",
)
def test_garbage_gives_no_page_and_no_exception(kind: str, module: Any, address: str, body: bytes) -> None:
    for status in (200, 206, 404, 429, 500):
        found = module.read(answer(body, address, status, content_range="bytes 0-9/99999999"), errand(kind, address))
        assert all(link.url.encode().startswith(b"http") for link in found.links)
        assert [p for p in found.pages if p] == []
        if status in (429, 500):
            assert str(status) in found.trouble
            assert not found.more


# Medium


def test_medium_asks_the_names_as_tags_and_takes_a_given_feed() -> None:
    assert medium.begin(errand("medium-tag", "https://medium.com/")).more == (
        "https://medium.com/feed/tag/copper-heron",
        "https://medium.com/feed/tag/%E9%8A%85%E3%81%AE%E9%B7%BA",
        "https://medium.com/feed/tag/dou-no-sagi",
    )
    given = "https://medium.com/feed/@somebody"
    assert medium.begin(errand("medium-tag", given)).more == (given,)


def test_medium_leads_to_any_site_and_its_traces_are_taken_off(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/on-copper-heron": HERON}) as author, Web() as hub:
        author_url = f"http://localhost:{author.port}/on-copper-heron"
        hub.routes["/feed/tag/copper-heron"] = rss([("Copper Heron", f"{author_url}?source=rss------copper_heron-5")])
        rows = crawl(nectar, tmp_path, {"name": "Medium", "kind": "medium-tag", "url": hub.url()})
        assert rows["Medium"][:3] == (1, 0, 1)
        assert author.paths() == ["/on-copper-heron"]
        assert hub.paths() == ["/feed/tag/copper-heron"]


# GDELT

DOC = "https://gdelt.example/api/v2/doc/doc"


def window(address: str) -> tuple[datetime, datetime]:
    query = asked(address)
    start, end = (datetime.strptime(query[k][0], "%Y%m%d%H%M%S").replace(tzinfo=UTC) for k in ("startdatetime", "enddatetime"))
    return start, end


def articles(count: int) -> dict[str, Any]:
    return {
        "articles": [{"url": f"https://a.example/{n}", "title": f"T {n}", "seendate": "20260101T000000Z"} for n in range(count)]
    }


def test_gdelt_asks_for_the_quoted_names_of_three_months() -> None:
    (address,) = gdelt.begin(errand("gdelt", f"{DOC}?query=sourcelang:english")).more
    query = asked(address)
    assert query["query"] == ['("Copper Heron" OR "Dou no Sagi") sourcelang:english']
    assert (query["mode"], query["format"], query["maxrecords"], query["sort"]) == (["artlist"], ["json"], ["250"], ["datedesc"])
    start, end = window(address)
    assert end == NOW.replace(microsecond=0)
    assert end - start == timedelta(days=90)


@pytest.mark.parametrize(
    ("names", "query"),
    [
        (("Copper Heron",), '"Copper Heron"'),
        (('Copper "Heron" (2024)', "Heron"), '("Copper Heron 2024" OR "Heron")'),
        (("銅の鷺", "AAON"), None),
    ],
)
def test_gdelt_gets_only_phrases_that_it_takes(names: tuple[str, ...], query: str | None) -> None:
    found = gdelt.begin(errand("gdelt", DOC, series=Series(names[0], aliases=names[1:])))
    assert [asked(a)["query"][0] for a in found.more] == ([query] if query else [])
    assert bool(found.trouble) == (query is None)


def test_gdelt_later_asks_from_the_last_run_on() -> None:
    (address,) = gdelt.begin(errand("gdelt", DOC, since=NOW - timedelta(days=7))).more
    assert window(address)[0] == (NOW - timedelta(days=8)).replace(microsecond=0)


@pytest.mark.parametrize(("minutes", "at_most"), [(0, 1), (60, 20), (3 * 24 * 60, 90)])
def test_gdelt_cuts_time_until_nothing_is_left_out(minutes: int, at_most: int) -> None:
    """An article an hour, and from some day on two a minute for a while: all are given, in not many more requests than needed."""
    given = errand("gdelt", DOC)
    more = list(gdelt.begin(given).more)
    whole = window(more[0])
    burst = whole[1] - timedelta(days=20)
    times = [whole[0] + timedelta(hours=n) for n in range(200)]
    times += [burst + timedelta(seconds=30 * n) for n in range(2 * minutes)]
    seen: set[datetime] = set()
    requests = 0
    while more:
        requests += 1
        address = more.pop()
        start, end = window(address)
        inside = sorted((t for t in times if start <= t <= end), reverse=True)[:250]
        seen.update(inside)
        found = gdelt.read(answer(articles(len(inside)), address), given)
        assert len(found.links) == len(inside)
        assert len(found.more) <= 1
        more += found.more
    assert seen == set(times)
    assert requests <= at_most


def test_gdelt_in_a_flood_goes_down_to_a_quarter_of_an_hour_and_ends() -> None:
    given = errand("gdelt", DOC)
    more = gdelt.begin(given).more
    for _ in range(gdelt.CHAIN):
        shortest = window(more[0])
        more = gdelt.read(answer(articles(250), more[0]), given).more
    assert timedelta(minutes=5) < shortest[1] - shortest[0] <= timedelta(minutes=60)


def test_gdelt_says_when_it_saw_and_that_is_no_date_of_publication() -> None:
    body = (
        b'{"articles": [{"url": "https://a.example/x", "title": "Copper \\Heron <b>back</b>", "seendate": "20260101T120000Z"}]}'
    )
    (link,) = gdelt.read(answer(body, DOC), errand("gdelt", DOC)).links
    assert (link.title, link.published, link.modified) == ("Copper \\Heron back", None, None)


def test_gdelt_without_articles_is_no_trouble() -> None:
    assert gdelt.read(answer(b"{}", DOC), errand("gdelt", DOC)) == Found()


def test_gdelt_crawled(tmp_path: Path, nectar: Nectar) -> None:
    """A full answer is followed by one about half the time; an answer in words ends it, and nothing is asked after it."""
    with Web({"/copper-heron-1": HERON, "/copper-heron-2": HERON}) as web:
        said = [
            {"articles": [{"url": web.url("/copper-heron-1"), "title": "Copper Heron"}, *articles(249)["articles"]]},
            {"articles": [{"url": web.url("/copper-heron-2"), "title": "Copper Heron"}]},
        ]

        def doc(visitor: Visitor) -> Given:  # noqa: ARG001
            return json.dumps(said.pop(0)) if said else Answer("Please be slower", type="text/html")

        web.routes["/doc"] = doc
        rows = crawl(nectar, tmp_path, {"name": "World", "kind": "gdelt", "url": web.url("/doc")})
        asked_for = [window(p) for p in web.paths() if p.startswith("/doc")]
        assert len(asked_for) == 3
        assert asked_for[1][0] - asked_for[0][0] == timedelta(days=45)
        assert asked_for[2][1] == asked_for[1][0]
        assert rows["World"][:3] == (251, 0, 2)
        assert nectar.pages() == ["/copper-heron-1", "/copper-heron-2"]


def test_gdelt_is_not_asked_again_after_a_refusal(tmp_path: Path, nectar: Nectar) -> None:
    routes: dict[str, Route] = {"/words": Answer("Slower, please", type="text/html"), "/429": 429, "/503": 503}
    with Web(routes) as web:
        rows = crawl(nectar, tmp_path, *({"name": n, "kind": "gdelt", "url": web.url(n)} for n in routes))
        assert sorted(urlsplit(p).path for p in web.paths()) == sorted(routes)
        assert all("asked no more" in rows[n][3] for n in routes)


def test_a_source_that_gave_all_that_is_taken_is_asked_no_more(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/copper-heron/*": HERON}) as web:
        named = [{"url": web.url(f"/copper-heron/{n}"), "title": "Copper Heron"} for n in range(250)]
        web.routes["/doc"] = json.dumps({"articles": named})
        rows = crawl(nectar, tmp_path, {"name": "World", "kind": "gdelt", "url": web.url("/doc"), "limit": 2})
        assert rows["World"][:3] == (250, 0, 2)
        assert len(web.paths()) == 3


# The pace of a service


def test_the_pace_of_a_service_is_kept_on_the_open_web_and_the_users_own_on_loopback() -> None:
    def paces(url: str, delay: float, asked_for: bool, kind: str = "gdelt", **more: str) -> dict[str, Any]:
        return _paces(Series("X", sources=(Source("S", kind, url, **more),)), delay, asked_for)

    assert paces(DOC, 0.001, True) == {"gdelt.example": {"delay": 5.0}}
    assert paces(DOC, 9, True) == {"gdelt.example": {"delay": 9}}
    assert paces("http://127.0.0.1:99/doc", 0.001, True) == {}
    assert paces("http://127.0.0.1:99/doc", 5, False) == {"127.0.0.1:99": {"delay": 5}}
    assert paces("https://a.example/", 0.001, True, "feed") == {}
    assert paces("https://a.example/", 0.001, True, "wayback") == {"archive.org": {"delay": 2.0}}
    assert paces("https://a.example/", 0.001, True, "wayback", service="https://mirror.example/x/") == {
        "mirror.example": {"delay": 2.0}
    }
    assert paces("folder/x.warc", 0.001, True, "warc") == {}


def test_a_pace_is_kept_in_a_crawl(tmp_path: Path) -> None:
    """As on the open web, with shorter times: the settings say 10 ms, the service half a second."""
    said = [*(articles(250) for _ in range(2)), articles(0), articles(0)]
    with Web({"/doc": lambda visitor: json.dumps(said.pop(0)) if said else 404}) as web:  # noqa: ARG005
        file = series_file(tmp_path / "s.toml", [{"name": "World", "kind": "gdelt", "url": web.url("/doc")}])
        program = (
            "from crawler import settings; settings.DOWNLOAD_DELAY = 0.01\n"
            "from crawler.sources import gdelt; gdelt.DELAY = 0.5\n"
            f"from nectar.cli import main; main(['--home', {str(tmp_path / 'home')!r}, 'crawl', {str(file)!r}, '--allow-private'])"
        )
        subprocess.run([sys.executable, "-c", program], env=environment(), check=True, timeout=60)
        assert len(web.times()) == 4
        assert min(b - a for a, b in pairwise(web.times())) > 0.45


def test_an_archive_far_away_needs_a_contact_even_for_a_site_on_loopback(tmp_path: Path, nectar: Nectar) -> None:
    source = {"name": "Old", "kind": "wayback", "url": "http://127.0.0.1:9/"}
    plain_failure(nectar.crawl(series_file(tmp_path / "s.toml", [source])), 2, "contact")


# Wayback

SITE = "https://gazette.example/reviews/"


def test_wayback_asks_for_what_may_name_the_series() -> None:
    (address,) = wayback.begin(errand("wayback", SITE)).more
    query = asked(address)
    assert address.startswith("https://web.archive.org/cdx/search/cdx?")
    assert query["url"] == ["gazette.example/reviews/*"]
    assert query["filter"][:2] == ["statuscode:200", "mimetype:text/html"]
    assert (query["output"], query["collapse"], query["showResumeKey"]) == (["json"], ["urlkey"], ["true"])
    assert query["to"] == ["20260102030405"]
    assert not {"from", "resumeKey"} & set(query)
    (later,) = wayback.begin(errand("wayback", SITE, since=NOW, everything=True, service="https://mirror.example/archive")).more
    assert later.startswith("https://mirror.example/archive/cdx/search/cdx?")
    assert asked(later)["from"] == ["20251103030405"]
    assert asked(later)["filter"] == ["statuscode:200", "mimetype:text/html"]


@pytest.mark.parametrize(
    ("url", "there"),
    [
        ("https://gazette.example/2024/copper-heron-review", True),
        ("https://gazette.example/Copper%20Heron", True),
        ("https://gazette.example/copperheron.html", True),
        ("https://gazette.example/%E9%8A%85%E3%81%AE%E9%B7%BA", True),
        ("https://gazette.example/銅の鷺/", True),
        ("https://gazette.example/dou_no_sagi", True),
        ("https://gazette.example/copper-pipes", False),
        ("https://gazette.example/heron", False),
    ],
)
def test_the_pattern_for_the_archive_takes_all_that_would_be_taken_here(url: str, there: bool) -> None:
    import re

    assert bool(re.fullmatch(wayback.pattern(SERIES), url)) is there


def test_wayback_gives_copies_and_goes_on_by_its_key() -> None:
    rows = [
        ["timestamp", "original", "digest"],
        ["20240301101112", "http://www.gazette.example:80/copper-heron", "AAA"],
        ["20240301101112", "javascript:alert(1)", "BBB"],
        ["2024", "http://gazette.example/copper-heron-2", "CCC"],
        [],
        ["com,gazette)/d 2024"],
    ]
    given = errand("wayback", SITE)
    found = wayback.read(answer(rows, "https://web.archive.org/cdx/search/cdx?url=x"), given)
    assert found.links == (
        Link(
            "http://www.gazette.example:80/copper-heron",
            via="https://web.archive.org/web/20240301101112id_/http://www.gazette.example:80/copper-heron",
        ),
    )
    assert asked(found.more[0])["resumeKey"] == ["com,gazette)/d 2024"]
    assert wayback.read(answer(rows[:2], "https://web.archive.org/cdx"), given).more == ()
    assert wayback.read(answer([], "https://web.archive.org/cdx"), given) == Found()


def test_a_copy_is_of_its_time_and_has_the_words_of_the_site_not_of_the_archive() -> None:
    link = Link(SITE, via=f"https://web.archive.org/web/20240301101112id_/{SITE}")
    headers = {"content-type": "text/html", "x-robots-tag": "noindex", "etag": "x", "x-archive-orig-x-robots-tag": "noai"}
    page = wayback.opened(Page(SITE, SITE, 200, headers, b"x", NOW, "Archive", link))
    assert page.headers == {"content-type": "text/html", "x-robots-tag": "noai"}
    assert page.fetched == datetime(2024, 3, 1, 10, 11, 12, tzinfo=UTC)


def test_wayback_crawled(tmp_path: Path, nectar: Nectar) -> None:
    """The site itself is never asked; pages keep its addresses; what is of another site is left out; a second run fetches nothing."""
    with Web() as site, Web({"/web/*": Answer(HERON, headers={"X-Archive-Orig-X-Robots-Tag": "noai"})}) as archive:
        one, two = site.url("/reviews/copper-heron"), site.url("/reviews/copper-heron-2?utm_source=x")
        pages = {
            "": [["20240301101112", one, "A"], ["20240301101112", "http://elsewhere.example/copper-heron", "B"], [], ["more"]],
            "more": [["20240302101112", two, "C"], ["20240302101112", site.url("/reviews/ducks"), "C"]],
        }

        def cdx(visitor: Visitor) -> Given:
            key = asked(visitor.path).get("resumeKey", [""])[0]
            return Answer(json.dumps([["timestamp", "original", "digest"], *pages[key]]), type="application/json")

        archive.routes["/cdx/search/cdx"] = cdx
        source = {"name": "Old", "kind": "wayback", "url": site.url("/reviews/"), "service": archive.url()}
        rows = crawl(nectar, tmp_path, source)
        assert rows["Old"][:3] == (4, 0, 2)
        assert site.requests == []
        fetched = [p for p in archive.paths() if p.startswith("/web/")]
        assert sorted(fetched) == [f"/web/20240301101112id_/{one}", f"/web/20240302101112id_/{two}"]
        assert nectar.pages() == ["/reviews/copper-heron", "/reviews/copper-heron-2"]
        assert nectar.skipped()["http://elsewhere.example/copper-heron"] == "leads to another site"
        ((headers, when),) = nectar.rows("SELECT headers, fetched FROM page WHERE url LIKE '%-2'")
        assert json.loads(headers)["x-robots-tag"] == "noai"
        assert str(when).startswith("2024-03-02")
        archive.forget()
        assert crawl(nectar, tmp_path, source)["Old"][:3] == (4, 2, 0)
        assert not [p for p in archive.paths() if p.startswith("/web/")]


# Records


def record(
    url: str, body: bytes | str, http: str = "HTTP/1.1 200 OK", type: str = "response", packed: bool = True, **head: str
) -> bytes:
    """A WARC record as archives write it."""
    data = body.encode() if isinstance(body, str) else body
    fields = "".join(f"{n.replace('_', '-')}: {v}\r\n" for n, v in ({"Content_Type": "text/html"} | head).items())
    block = f"{http}\r\n{fields}\r\n".encode() + data
    named = f"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-01T10:11:12.123Z\r\n"
    raw = named.encode() + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block), block)
    return gzip.compress(raw, mtime=0) if packed else raw


def read(data: bytes) -> list[str]:
    return [p.url for r in records.records(io.BytesIO(data)) if (p := records.page(r, "Archive"))]


@pytest.mark.parametrize("packed", [True, False])
def test_records_are_read_packed_or_not(packed: bool) -> None:
    data = record("http://a.example/info", "x", type="warcinfo", packed=packed)
    data += record("http://a.example/1", HERON, packed=packed) + record("<http://a.example/2>", DUCKS, packed=packed)
    assert read(data) == ["http://a.example/1", "http://a.example/2"]
    assert records.whole(io.BytesIO(data)) >= len(data) - 4


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (HERON.encode(), {}),
        (gzip.compress(HERON.encode()), {"Content_Encoding": "gzip"}),
        (HERON.encode(), {"Content_Encoding": "gzip"}),
        (b"%x;a=b\r\n%s\r\n0\r\n\r\n" % (len(HERON), HERON.encode()), {"Transfer_Encoding": "chunked"}),
        (HERON.encode(), {"Transfer_Encoding": "chunked"}),
    ],
)
def test_the_body_is_unpacked_and_joined(body: bytes, head: dict[str, str]) -> None:
    (one,) = records.records(io.BytesIO(record("http://a.example/1", body, X_Robots_Tag="noai", Set_Cookie="a=b", **head)))
    page = records.page(one, "Archive")
    assert page is not None
    assert page.body == HERON.encode()
    assert page.headers == {"content-type": "text/html", "x-robots-tag": "noai"}
    assert (page.status, page.fetched) == (200, datetime(2024, 3, 1, 10, 11, 12, tzinfo=UTC))


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(
    "broken", [b"\x1f\x8b\x08 no gzip", b"garbage " * 99, b"WARC/1.0\r\nContent-Length: x\r\n\r\n", b"\0" * 70_000]
)
def test_what_is_broken_is_stepped_over(packed: bool, broken: bytes) -> None:
    data = (
        record("http://a.example/1", "one", packed=packed) + broken + b"\n" + record("http://a.example/2", "two", packed=packed)
    )
    assert read(data) == ["http://a.example/1", "http://a.example/2"]


def test_a_record_that_is_too_long_is_stepped_over_and_nothing_is_kept_of_it() -> None:
    bomb = gzip.compress(b"WARC/1.0\r\nContent-Length: 60000000\r\n\r\n" + b"\0" * 60_000_000, 9)
    long = record("http://a.example/long", b"\0" * (records.LONGEST + 1))
    data = record("http://a.example/1", "one") + long + bomb + record("http://a.example/2", "two")
    tracemalloc.start()
    assert read(data) == ["http://a.example/1", "http://a.example/2"]
    assert tracemalloc.get_traced_memory()[1] < 3 * records.LONGEST
    tracemalloc.stop()


@pytest.mark.parametrize("cut", [1, 40, 200])
@pytest.mark.parametrize("packed", [True, False])
def test_a_record_that_is_cut_is_not_whole(cut: int, packed: bool) -> None:
    one = record("http://a.example/1", os.urandom(500).hex(), packed=packed)
    two = record("http://a.example/2", os.urandom(500).hex(), packed=packed)
    data = (one + two)[: -cut - 4]
    assert read(data) == ["http://a.example/1"]
    assert len(one) - 4 <= records.whole(io.BytesIO(data)) <= len(one)


# Common Crawl


def test_commoncrawl_asks_the_newest_crawls_and_later_only_new_ones() -> None:
    crawls = [{"id": f"CC-MAIN-2025-{n}", "to": f"2025-{n // 5:02}-01T00:00:00"} for n in (10, 20, 30, 40)]
    crawls += [{"id": "https://evil.example/"}]
    address = "https://index.commoncrawl.org/collinfo.json"
    assert commoncrawl.begin(errand("commoncrawl", SITE)).more == (address,)
    found = commoncrawl.read(answer(crawls, address), errand("commoncrawl", SITE, pages=2))
    assert [urlsplit(a).path for a in found.more] == ["/CC-MAIN-2025-40-index", "/CC-MAIN-2025-30-index"]
    assert all(a.startswith("https://index.commoncrawl.org/") for a in found.more)
    assert asked(found.more[0])["url"] == ["gazette.example/reviews/*"]
    later = commoncrawl.read(answer(crawls, address), errand("commoncrawl", SITE, since=datetime(2025, 7, 1, tzinfo=UTC)))
    assert [urlsplit(a).path for a in later.more] == ["/CC-MAIN-2025-40-index"]
    assert commoncrawl.read(answer(crawls, address), errand("commoncrawl", SITE, since=NOW)) == Found()


def test_commoncrawl_gives_the_place_of_each_record() -> None:
    given = errand("commoncrawl", SITE)
    place = {"filename": "crawl-data/CC-MAIN-2025-40/x.warc.gz", "offset": "100", "length": "50"}
    lines = [
        {"url": "https://gazette.example/copper-heron"} | place,
        {"url": "https://gazette.example/long"} | place | {"length": "9999999999"},
        {"url": "https://gazette.example/odd"} | place | {"filename": "//evil.example/x"},
        {"url": "file:///etc/passwd"} | place,
    ]
    body = b"\n".join(json.dumps(line).encode() for line in lines)
    (link,) = commoncrawl.read(answer(body, "https://index.commoncrawl.org/CC-MAIN-2025-40-index?url=x&page=0"), given).links
    assert link.url == "https://gazette.example/copper-heron"
    assert link.via == "https://data.commoncrawl.org/crawl-data/CC-MAIN-2025-40/x.warc.gz#bytes=100-149"
    nothing = answer(b'{"message": "none"}', "https://index.commoncrawl.org/CC-MAIN-2025-40-index?url=x&showNumPages=true", 404)
    assert commoncrawl.read(nothing, given) == Found()


def test_a_record_that_holds_no_page_is_skipped_with_its_reason() -> None:
    found = commoncrawl.opened(answer(b"no record", SITE))
    assert isinstance(found, Skip)
    assert "record" in found.detail


def ranged(data: bytes) -> Route:
    """A file of which parts can be had (RFC 9110, 14)."""

    def part(visitor: Visitor) -> Given:
        first, _, last = visitor.headers.get("Range", "").removeprefix("bytes=").partition("-")
        if not last:
            return Answer(data, type="application/octet-stream")
        piece = data[int(first) : int(last) + 1]
        said = f"bytes {first}-{int(first) + len(piece) - 1}/{len(data)}"
        return Answer(piece, 206, "application/octet-stream", {"Content-Range": said})

    return part


def test_commoncrawl_crawled(tmp_path: Path, nectar: Nectar) -> None:
    with Web() as site, Web() as archive:
        places, data = [], b""
        for path, body, http in (
            ("/copper-heron", HERON, "200 OK"),
            ("/copper-heron-gone", "", "410 Gone"),
            ("/ducks", DUCKS, "200 OK"),
        ):
            packed = record(site.url(path), body, f"HTTP/1.1 {http}")
            places.append(
                {"url": site.url(path), "offset": str(len(data)), "length": str(len(packed)), "filename": "crawl-data/a.warc.gz"}
            )
            data += packed
        places.append(places[0] | {"url": site.url("/copper-heron-torn"), "offset": "7"})

        def index(visitor: Visitor) -> Given:
            return json.dumps({"pages": 1}) if "showNumPages" in visitor.path else "\n".join(map(json.dumps, places))

        archive.routes |= {"/collinfo.json": json.dumps([{"id": "CC-MAIN-2025-40"}]), "/CC-MAIN-2025-40-index": index}
        archive.routes["/crawl-data/a.warc.gz"] = ranged(data)
        source = {"name": "Common", "kind": "commoncrawl", "url": site.url("/"), "service": archive.url()}
        rows = crawl(nectar, tmp_path, source)
        assert rows["Common"] == (4, 0, 1, "")
        assert site.requests == []
        assert nectar.rows("SELECT url, final_url, status FROM page") == [
            (site.url("/copper-heron"), site.url("/copper-heron"), 200)
        ]
        assert nectar.skipped() == {
            "/copper-heron-gone": "http error",
            "/copper-heron-torn": "unreachable",
            "/ducks": "off topic",
        }
        ((when,),) = nectar.rows("SELECT fetched FROM page")
        assert str(when).startswith("2024-03-01")


# WARC files


def fill(count: int, size: int = 400) -> Iterable[bytes]:
    return (record(f"http://b.example/{n}", os.urandom(size // 2).hex()) for n in range(count))


def test_a_page_of_a_file_says_what_it_is_about(tmp_path: Path) -> None:
    head = '<meta property="og:title" content="On Copper Heron"><meta name="description" content="A ferry">'
    file = tmp_path / "x.warc.gz"
    file.write_bytes(record("http://a.example/1?utm_source=x", article("Birds", head=head)) + b"".join(fill(3)))
    found = warc.begin(errand("warc", str(file)))
    (page,) = [p for p in found.pages if p]
    assert (page.url, page.link.title, page.link.summary) == ("http://a.example/1", "On Copper Heron Birds", "A ferry")


@pytest.mark.parametrize("encoding", ["utf-8", "shift_jis", "euc_jp"])
def test_names_are_found_in_the_encodings_of_pages(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "x.warc"
    body = f'<html><head><meta charset="{encoding}"><title>銅の鷺</title></head></html>'.encode(encoding)
    file.write_bytes(record("http://a.example/1", body, packed=False, Content_Type=f"text/html; charset={encoding}"))
    (page,) = [p for p in warc.begin(errand("warc", str(file))).pages if p]
    assert page.link.title == "銅の鷺"


def test_a_large_file_is_read_with_little_memory(tmp_path: Path) -> None:
    file = tmp_path / "x.warc.gz"
    with file.open("wb") as out:
        for piece in fill(300, 100_000):
            out.write(piece)
        out.write(record("http://a.example/copper-heron", HERON))
    tracemalloc.start()
    pages = list(warc.begin(errand("warc", str(file))).pages)
    assert tracemalloc.get_traced_memory()[1] < 4_000_000
    tracemalloc.stop()
    assert [p.url for p in pages if p] == ["http://a.example/copper-heron"]
    assert pages.count(None) == 3


@pytest.mark.parametrize("given", ["nowhere.warc", ""])
def test_a_file_that_is_not_there_is_trouble(tmp_path: Path, given: str) -> None:
    assert warc.begin(errand("warc", str(tmp_path / given))).trouble


def test_a_series_file_may_name_a_file_for_warc_only() -> None:
    def sources(kind: str, url: str, **more: str) -> dict[str, Any]:
        return {"title": "X", "sources": [{"name": "S", "kind": kind, "url": url, **more}]}

    assert service(parse(sources("warc", "folder/x.warc.gz"), "s").sources[0]) == "folder/x.warc.gz"
    for wrong in (
        sources("feed", "x.xml"),
        sources("warc", " "),
        sources("warc", "ftp://a.example/x"),
        sources("wayback", SITE, service="x"),
    ):
        with pytest.raises(Exception, match="should be an address"):
            parse(wrong, "s")


def test_pieces_of_a_file_follow_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records that are cut are asked for again from where they begin; one that is longer than a large piece is stepped over."""
    monkeypatch.setattr(warc, "_PIECE", 3000)
    monkeypatch.setattr(warc, "_LARGEST", 9000)
    parts = list(fill(12, 2000))
    parts.insert(4, record("http://b.example/huge", os.urandom(15_000)))
    parts.insert(9, record("http://b.example/large", os.urandom(5000)))
    data = b"".join(parts)
    address = "https://data.example/x.warc.gz"
    given = errand("warc", address, everything=True)
    more, seen, asked_for = list(warc.begin(given).more), [], []
    while more:
        url, _, part = more.pop().partition("#bytes=")
        first, last = map(int, part.split("-"))
        asked_for.append((first, last - first + 1))
        body = data[first : last + 1]
        found = warc.read(answer(body, url, 206, content_range=f"bytes {first}-{first + len(body) - 1}/{len(data)}"), given)
        assert not found.trouble
        seen += [p.url for p in found.pages if p]
        more += found.more
    assert sorted(seen) == sorted({f"http://b.example/{n}" for n in range(12)} | {"http://b.example/large"})
    assert {size for _, size in asked_for} == {3000, 9000}
    assert len(asked_for) < 40


def test_a_server_that_sends_no_parts_is_read_as_one_file() -> None:
    address = "https://data.example/x.warc.gz"
    found = warc.read(answer(record("http://a.example/1", HERON), address), errand("warc", address))
    assert (len([p for p in found.pages if p]), found.more) == (1, ())


def test_a_list_names_the_newest_files_of_its_own_site() -> None:
    address = "https://data.commoncrawl.org/crawl-data/CC-NEWS/2026/01/warc.paths.gz"
    names = [f"crawl-data/CC-NEWS/2026/01/CC-NEWS-202601{d:02}000000-0000{d}.warc.gz" for d in range(1, 8)]
    body = gzip.compress("\n".join([*names, "https://evil.example/x.warc.gz", "readme.txt"]).encode())
    found = warc.read(answer(body, address), errand("warc", address, pages=3))
    assert found.more == tuple(f"https://data.commoncrawl.org/{n}#bytes=0-4194303" for n in names[:3:-1])
    later = warc.read(answer(body, address), errand("warc", address, since=datetime(2026, 1, 6, tzinfo=UTC)))
    assert len(later.more) == 2


def test_files_and_lists_crawled(tmp_path: Path, nectar: Nectar) -> None:
    """A folder, a file on the web and a list of such: nothing but the files is asked for, each page has one outcome."""
    folder = tmp_path / "warcs"
    (folder / "deeper").mkdir(parents=True)
    (folder / "one.warc.gz").write_bytes(b"".join(fill(150)) + record("http://a.example/copper-heron-1", HERON))
    body = article("Ten ducks", "They spoke of Copper Heron. " * 30)
    (folder / "deeper" / "two.warc").write_bytes(record("http://a.example/ducks", body, packed=False))
    with Web() as web:
        far = record("http://c.example/copper-heron-2", HERON) + record(
            "http://c.example/copper-heron-404", HERON, "HTTP/1.1 404 No"
        )
        web.routes["/crawl-data/news/far.warc.gz"] = ranged(far)
        web.routes["/crawl-data/news/warc.paths.gz"] = Answer(
            gzip.compress(b"crawl-data/news/far.warc.gz\n", mtime=0), type="application/gzip"
        )
        sources = [
            {"name": "Folder", "kind": "warc", "url": str(folder)},
            {"name": "List", "kind": "warc", "url": web.url("/crawl-data/news/warc.paths.gz")},
            {"name": "Gone", "kind": "warc", "url": str(tmp_path / "gone.warc")},
        ]
        rows = crawl(nectar, tmp_path, *sources)
        assert rows["Folder"] == (2, 0, 1, "")
        assert rows["List"] == (1, 0, 1, "")
        assert "is no file" in rows["Gone"][3]
        assert nectar.skipped() == {"http://a.example/ducks": "off topic"}
        assert {u for (u,) in nectar.rows("SELECT url FROM page")} == {
            "http://a.example/copper-heron-1",
            "http://c.example/copper-heron-2",
        }
        assert web.paths() == ["/crawl-data/news/warc.paths.gz", "/crawl-data/news/far.warc.gz"]
        assert crawl(nectar, tmp_path, *sources)["Folder"][:3] == (2, 1, 0)
