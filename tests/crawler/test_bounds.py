"""XML made to harm: it ends in links or in a trouble in words, within seconds, and nothing is opened or asked for it."""

import time
from pathlib import Path

import pytest

from crawler.sources import KINDS, Found
from crawler.sources.bounds import MOST_ENTRIES
from tests.crawler.test_sources import HOME, RSS, addresses, answer, errand, urlset
from tests.webserver import Web

LEVELS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
DTD = {
    "billion laughs": (f'[<!ENTITY l0 "quack">{LEVELS}]', "&l11;"),
    "quadratic": (f'[<!ENTITY q "{"quack" * 20_000}">]', "&q;" * 5_000),
    "itself": ('[<!ENTITY a "&b;"><!ENTITY b "&a;">]', "&a;"),
    "parameter": ("[<!ENTITY % p \"<!ENTITY x 'quack'>\"> %p;]", "&x;"),
}
INSIDE = {
    "deep": "<a>" * 10_000 + "</a>" * 10_000,
    "deep and open": "<a>" * 30_000,
    "a huge attribute": f'<x a="{"h" * 3_000_000}"/>',
    "many attributes": "<x " + " ".join(f'a{n}=""' for n in range(40_000)) + "/>",
    "many attributes behind a sign": '<x z="&gt;>" ' + " ".join(f"a{n}=''" for n in range(40_000)) + "/>",
    "many name spaces": "<x " + " ".join(f'xmlns:a{n}="http://x{n}"' for n in range(20_000)) + "/>",
    "many elements": "<x/>" * 40_000,
    "many quotes": "<x><![CDATA[x]]></x>" * 40_000,
    "open quotes": "<![CDATA[" * 200_000,
    "comments": "<!--x-->" * 200_000,
    "instructions": "<?x y?>" * 200_000,
    "signs": "<" * 4_000_000,
    "references": "<x>" + "&" * 2_000_000 + "</x>",
    "numbers": "<x>" + "&#65;" * 600_000 + "</x>",
    "nothing": "\0" * 100_000,
    "no letters": "\ud800\udfff\x01\x0b",
}


def xml(kind: str, inside: str = "", dtd: str = "", word: str = "") -> bytes:
    """A feed or a sitemap with one good entry, and behind it something else."""
    head = '<?xml version="1.0"?>' + (f"<!DOCTYPE r {dtd}>" if dtd else "")
    if kind == "feed":
        entry = f"<item><title>t{word}</title><link>{HOME}a</link></item>"
        return f'{head}<rss version="2.0"><channel>{entry}{inside}</channel></rss>'.encode("utf-8", "surrogatepass")
    return f"{head}<urlset><url><loc>{HOME}a</loc></url><url><loc>{HOME}{word}</loc></url>{inside}</urlset>".encode(
        "utf-8", "surrogatepass"
    )


def read(kind: str, body: bytes) -> Found:
    """Read it within eight seconds of work; what comes of it is no larger than what it was made of."""
    start = time.process_time()
    found = KINDS[kind].read(answer(body), errand(kind))
    assert time.process_time() - start < 8
    assert len(repr(found)) < 2 * len(body) + 500_000
    return found


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
@pytest.mark.parametrize("name", DTD)
def test_a_bomb_of_entities_does_not_go_off(kind: str, name: str) -> None:
    dtd, word = DTD[name]
    found = read(kind, xml(kind, dtd=dtd, word=word))
    assert HOME + "a" in addresses(found)
    assert "quackquack" not in repr(found)


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
@pytest.mark.parametrize("name", INSIDE)
def test_what_is_made_to_be_slow_ends_in_links_or_in_words(kind: str, name: str) -> None:
    found = read(kind, xml(kind, INSIDE[name]))
    assert HOME + "a" in addresses(found) or found.trouble


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
def test_nothing_outside_is_opened_or_asked(kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("kingfisher")
    with Web({"/*": "kingfisher"}) as web:
        for place in (secret.as_uri(), str(secret), web.url("/x.dtd")):
            forms = [
                (f'[<!ENTITY x SYSTEM "{place}">]', "&x;"),
                (f'[<!ENTITY x PUBLIC "-//X" "{place}">]', "&x;"),
                (f'[<!ENTITY % p SYSTEM "{place}"> %p;]', "&x;"),
                (f'SYSTEM "{place}"', "&x;"),
                ("", f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" parse="text" href="{place}"/>'),
            ]
            for dtd, word in forms:
                for code in ("utf-8", "utf-16"):
                    found = read(kind, xml(kind, dtd=dtd, word=word).decode().encode(code))
                    assert "kingfisher" not in repr(found)
            style = f'<?xml-stylesheet href="{place}" type="text/xsl"?>'.encode()
            assert "kingfisher" not in repr(read(kind, style + xml(kind).partition(b"?>")[2]))
        assert web.requests == []


@pytest.mark.parametrize("kind", ["feed", "sitemap", "listing"])
def test_a_body_that_is_the_name_of_a_file_or_an_address_opens_nothing(kind: str, tmp_path: Path) -> None:
    """feedparser takes bytes that name a file for that file."""
    secret = tmp_path / "feed.xml"
    secret.write_text(RSS)
    with Web({"/*": RSS}) as web:
        for body in (str(secret), secret.as_uri(), web.url("/feed")):
            for code in ("utf-8", "klingon", "undefined"):
                found = KINDS[kind].read(answer(body, content_type=f"text/xml; charset={code}"), errand(kind))
                assert HOME + "a" not in addresses(found)
        assert web.requests == []


def test_of_one_index_no_more_is_taken_than_a_sitemap_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_ENTRIES == 50_000
    monkeypatch.setattr("crawler.sources.sitemap.MOST_ENTRIES", 100)
    for body in (urlset("".join(f"<url><loc>{HOME}{n}</loc></url>" for n in range(105))), f"{HOME}\n" * 105):
        assert len(list(read("sitemap", body.encode()).links)) == 100


def test_a_feed_beyond_all_measure_keeps_its_first_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.sources.bounds._MOST_TAGS", 300)
    entries = "".join(f"<item><title>t</title><link>{HOME}{n}</link></item>" for n in range(110))
    for end in ("</channel></rss>", "&<</channel>"):  # well made, and broken
        found = read("feed", f'<rss version="2.0"><channel>{entries}{end}'.encode())
        assert addresses(found)[:98] == [f"{HOME}{n}" for n in range(98)]
        assert len(found.links) < 110
        assert found.trouble == ""


def test_a_long_feed_of_whole_articles_is_read_whole() -> None:
    whole = "<p>Copper <b>Heron</b></p>" * 500
    entries = "".join(
        f"<item><title>t</title><link>{HOME}{n}</link><description><![CDATA[{whole}]]></description></item>" for n in range(200)
    )
    found = KINDS["feed"].read(answer(f'<rss version="2.0"><channel>{entries}</channel></rss>'), errand("feed"))
    assert len(found.links) == 200
    assert found.links[-1].summary.startswith("Copper Heron Copper")


@pytest.mark.parametrize("around", ["<ul><li>", "<article>" * 100, "<table><tr><td>", "<div>" * 200])
def test_a_list_of_thousands_of_links_in_one_place_is_read_in_seconds(around: str) -> None:
    body = around + "".join(f'<a href="/{n}">Copper Heron {n}</a> ' for n in range(3_000))
    start = time.process_time()
    found = KINDS["listing"].read(answer(body), errand("listing"))
    assert time.process_time() - start < 8
    assert addresses(found)[-1] == HOME + "2999"
    assert max(len(link.summary) for link in found.links) <= 1000
    assert "Copper Heron 7" not in found.links[0].summary  # so many links beside it say nothing of this one


@pytest.mark.parametrize("kind", ["feed", "listing"])
@pytest.mark.parametrize("declared", ["header", "line", "meta", "wide line", "mainframe's line"])
def test_the_slowest_of_encodings_is_none(kind: str, declared: str) -> None:
    """Python's punycode takes a time that grows with the square of the text."""
    line = '<?xml version="1.0" encoding="punycode"?>'
    head = {"line": line, "meta": '<meta charset="PunyCode">'}.get(declared, "").encode()
    head = head or {"wide line": line.encode("utf-16-le"), "mainframe's line": line.encode("cp037")}.get(declared, b"")
    body = head + b"x" * 200_000 + b"-" + b"bc1" * 70_000
    start = time.process_time()
    page = answer(body, content_type="text/html; charset=punycode" if declared == "header" else "text/xml")
    assert KINDS[kind].read(page, errand(kind)).trouble
    assert time.process_time() - start < 3
