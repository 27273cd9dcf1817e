"""Lists of feeds: out of a feed reader into a series file and back, with whatever strangers write into them."""

import tomllib
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from pipeline import opml, series
from pipeline.errors import SeriesError
from tests.webserver import Nectar, plain_failure, series_file

LIST = b"""<?xml version="1.0" encoding="UTF-8"?><opml version="1.0"><head><title>Mine</title></head><body>
<outline text="Anime"><outline text="Deep"><outline type="rss" text="Gazette" xmlUrl="https://gazette.example/feed"/></outline>
<outline text="Gazette" title="" XMLURL="https://gazette.example/other"/></outline>
<outline title="Again" xmlUrl="https://gazette.example/feed#top"/><outline text="no feed"/>
<outline text="script" xmlUrl="javascript:alert(1)"/><outline text="file" xmlUrl="file:///etc/passwd"/>
<outline xmlUrl="https://nameless.example/rss"/></body></opml>"""


@pytest.fixture
def nectar(tmp_path: Path) -> Nectar:
    return Nectar(tmp_path / "home")


def test_feeds_are_read_however_deep_each_once() -> None:
    assert opml.read(LIST) == (
        opml.Feed("Gazette", "https://gazette.example/feed"),
        opml.Feed("Gazette", "https://gazette.example/other"),
        opml.Feed("nameless.example", "https://nameless.example/rss"),
    )


BOMB = "<!DOCTYPE o [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = [
    b"",
    b"\0" * 99,
    bytes(range(256)) * 99,
    b"<opml",
    b"{}",
    b"<outline xmlUrl='http://[half'/>",
    b"<outline>" * 100_000,
    f"{BOMB}]><opml><outline text='&i;' xmlUrl='https://a.example/&i;'/></opml>".encode(),
    b"<!DOCTYPE o SYSTEM 'file:///etc/passwd'><opml/>",
    b"<!DOCTYPE o [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml><outline text='b'>&x;</outline></opml>",
    b"<opml>" + b"<!-- -->" * 500_000 + b"</opml>",
]


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_lists_are_inert(data: bytes) -> None:
    assert all(len(f.name) <= 80 and len(f.url) < 200 and "root:" not in f.name for f in opml.read(data))


def test_names_of_strangers_make_no_toml() -> None:
    name = 'x"\n[[sources]]\nname = "y\\ \x7f\u202e'
    data = f"<opml><outline text={quoteattr(name)} xmlUrl='https://a.example/?a=%22&amp;b=1'/><outline xmlUrl='https://a.example/\x7f'/></opml>"
    (feed,) = opml.read(data.encode())
    (source,) = tomllib.loads(opml.appended('title = "X"', [feed]))["sources"]
    assert source == {"name": 'x" [[sources]] name = "y\\', "kind": "feed", "url": "https://a.example/?a=%22&b=1"}


def test_feeds_are_added_and_all_else_stays(tmp_path: Path, nectar: Nectar) -> None:
    there = [{"name": "Gazette", "kind": "feed", "url": "https://gazette.example/feed?utm_source=x"}]
    file = series_file(tmp_path / "s.toml", there, "# my own words")
    before = file.read_text().rstrip("\n").replace("\n", "\r\n")
    file.write_bytes(before.encode())
    run = nectar.run("sources", file, "--add", "-", stdin=LIST)
    assert run.code == 0, run.err
    assert "2 of 3 feeds are new" in run.out
    after = file.read_bytes().decode()
    assert after.startswith(before)
    assert "\n" not in after.replace("\r\n", "")
    assert [s.name for s in series.load(file).sources] == ["Gazette", "Gazette 2", "nameless.example"]
    again = nectar.here("sources", file, "--add", _list(tmp_path))
    assert "0 of 3 feeds are new" in again.out
    assert file.read_bytes().decode() == after


def _list(folder: Path) -> Path:
    path = folder / "list.opml"
    path.write_bytes(LIST)
    return path


def test_what_is_written_is_read_again(tmp_path: Path, nectar: Nectar) -> None:
    kinds = [{"name": n, "kind": k, "url": "https://a.example/?a=1&b"} for n, k in (("b", "sitemap"), ("a<", "feed"))]
    file = series_file(tmp_path / "s.toml", kinds)
    run = nectar.run("sources", file, "--opml")
    assert run.code == 0, run.err
    assert opml.read(run.out.encode()) == (opml.Feed("a<", "https://a.example/?a=1&b"),)


def test_an_inline_list_of_sources_is_left_alone(tmp_path: Path, nectar: Nectar) -> None:
    file = tmp_path / "s.toml"
    file.write_text('title = "X"\nsources = [{name = "a", kind = "feed", url = "https://a.example/"}]\n')
    with pytest.raises(SeriesError):
        opml.appended(file.read_text(), [opml.Feed("b", "https://b.example/")])
    plain_failure(nectar.here("sources", file, "--add", _list(tmp_path)), 2, "Tip:")
    assert "b.example" not in file.read_text()


@pytest.mark.parametrize("given", ["nowhere.opml", "."])
def test_a_list_that_is_none_is_said(tmp_path: Path, nectar: Nectar, given: str) -> None:
    file = series_file(tmp_path / "s.toml", [])
    plain_failure(nectar.here("sources", file, "--add", tmp_path / given), 2, "can't be read")
    plain_failure(nectar.here("sources", file, "--add", file), 2, "no feeds", "Tip:")
