"""When it was published, and who says so."""

from datetime import UTC, date, datetime

import pytest
from lxml.html import fromstring

from pipeline.dates import parse_day, when_published, written_day

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
EMPTY = "<html><body><p>x</p></body></html>"
META = '<html><head><meta property="article:published_time" content="2024-02-02T10:00:00Z"></head><body></body></html>'
TIME = '<html><body><article><time datetime="2024-04-04">then</time></article></body></html>'

BYLINE = "<html><body><h1>A piece</h1><p>By Ada Finch on Monday, May 6, 2024</p></body></html>"
FAR = f"<html><body><h1>A piece</h1><p>{'It goes on. ' * 20}</p><p>May 6, 2024</p></body></html>"


@pytest.mark.parametrize(
    ("markup", "url", "stated", "by_source", "expected"),
    [
        (META, "https://p.example/2024/05/05/a", "2024-01-01", datetime(2024, 3, 3), (date(2024, 1, 1), "json-ld")),
        (META, "https://p.example/2024/05/05/a", "", datetime(2024, 3, 3), (date(2024, 2, 2), "meta")),
        (TIME, "https://p.example/2024/05/05/a", "", datetime(2024, 3, 3), (date(2024, 3, 3), "source")),
        (TIME, "https://p.example/2024/05/05/a", "", None, (date(2024, 4, 4), "page")),
        (EMPTY, "https://p.example/2024/05/05/a", "", None, (date(2024, 5, 5), "url")),
        (EMPTY, "https://p.example/2024-5-7-a", "", None, (date(2024, 5, 7), "url")),
        (BYLINE, "https://p.example/a", "", None, (date(2024, 5, 6), "text")),
        (EMPTY, "https://p.example/a", "", None, (None, "")),
        (BYLINE.replace("h1", "h4"), "https://p.example/a", "", None, (date(2024, 5, 6), "text")),
        (FAR, "https://p.example/a", "", None, (None, "")),
        # what can't be is passed over
        (META, "https://p.example/a", "2031-01-01", None, (date(2024, 2, 2), "meta")),
        (META, "https://p.example/a", "0001-01-01", None, (date(2024, 2, 2), "meta")),
        (META, "https://p.example/a", "1970-01-01", None, (date(2024, 2, 2), "meta")),
        (META, "https://p.example/a", "2024-13-45", None, (date(2024, 2, 2), "meta")),
        (META, "https://p.example/a", "yesterday", None, (date(2024, 2, 2), "meta")),
        (EMPTY, "https://p.example/2024/99/99/a", "", None, (None, "")),
        (EMPTY, "https://p.example/12024/05/05/a", "", None, (None, "")),
        # a day ahead is a matter of time zones, two are not
        (EMPTY, "https://p.example/a", "2024-06-02", None, (date(2024, 6, 2), "json-ld")),
        (EMPTY, "https://p.example/a", "2024-06-03", None, (None, "")),
    ],
)
def test_the_order_of_trust(
    markup: str, url: str, stated: str, by_source: datetime | None, expected: tuple[date | None, str]
) -> None:
    assert when_published(fromstring(markup), url, stated, by_source, NOW) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-01-10", date(2024, 1, 10)),
        ("2024-01-10T23:30:00+09:00", date(2024, 1, 10)),
        ("published 2024-1-9.", date(2024, 1, 9)),
        ("2024-02-30", None),
        ("10/01/2024", None),
        ("", None),
    ],
)
def test_parse_day(text: str, day: date | None) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published Nov. 19, 2019, 2:00 p.m.", date(2019, 11, 19)),
        ("Mon, 18 Nov 2019 16:07:38 -0600", date(2019, 11, 18)),
        ("on Monday, November 18th, 2019", date(2019, 11, 18)),
        ("3 Sept 2021", date(2021, 9, 3)),
        ("5 de enero de 2024", date(2024, 1, 5)),
        ("5. März 2024", date(2024, 3, 5)),
        ("le 1er août 2024", date(2024, 8, 1)),
        ("2024年1月5日", date(2024, 1, 5)),
        ("2024/01/05", date(2024, 1, 5)),
        ("05.01.2024", date(2024, 1, 5)),
        ("10/01/2024", None),
        ("31 February 2024, then 1 March 2024", None),
        ("Mayor 5, 2024", None),
        ("version 1.2.20240", None),
        ("", None),
    ],
)
def test_written_day(text: str, day: date | None) -> None:
    assert written_day(text) == day
