"""One address for one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.urls import canonical, host, is_index, same_site, slug_words


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://Paper.EXAMPLE/A-Piece", "https://paper.example/A-Piece"),
        ("https://paper.example:443/a", "https://paper.example/a"),
        ("http://paper.example:80/a", "http://paper.example/a"),
        ("http://paper.example:8080/a", "http://paper.example:8080/a"),
        ("https://paper.example/a#comments", "https://paper.example/a"),
        ("https://paper.example/a?utm_source=feed&utm_medium=rss", "https://paper.example/a"),
        ("https://paper.example/a?p=12&utm_campaign=x", "https://paper.example/a?p=12"),
        ("https://paper.example/a?fbclid=abc", "https://paper.example/a"),
        ("  https://paper.example/a \n", "https://paper.example/a"),
        ("https://paper.example/index.php?/archives/12-heron.html", "https://paper.example/index.php?/archives/12-heron.html"),
        ("https://paper.example/news.cgi?1204", "https://paper.example/news.cgi?1204"),
        ("https://paper.example/?copper-heron&utm_source=x", "https://paper.example/?copper-heron"),
        ("https://paper.example/a?q=%C6%BC%E9&fbclid=x", "https://paper.example/a?q=%C6%BC%E9"),
        ("https://paper.example/a?amp", "https://paper.example/a"),
        ("file:..", "file:.."),
    ],
)
def test_canonical(url: str, expected: str) -> None:
    assert canonical(url) == expected


def test_two_articles_told_apart_by_their_query_stay_two() -> None:
    assert canonical("https://paper.example/?p=1") != canonical("https://paper.example/?p=2")


PIECES = st.lists(
    st.sampled_from(
        [
            *"abzAZ09",
            *"/?&=#%.:@;,~+!$'()*[]- ",
            "ü",
            "日",
            "İ",
            "..",
            "//",
            "%2F",
            "%zz",
            "utm_source=x",
            "www.",
            "p=1",
            "%E9",
            "\ufffd",
            "\u200b",
        ]
    ),
    max_size=16,
).map("".join)


@given(st.sampled_from(["https://paper.example/", "http://paper.example", "HTTPS://Paper.Example:443/", ""]), PIECES)
def test_canonical_is_idempotent(start: str, rest: str) -> None:
    once = canonical(start + rest)
    assert canonical(once) == once


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.paper.example/a", "paper.example"),
        ("https://m.paper.example/a", "paper.example"),
        ("https://amp.paper.example/a", "paper.example"),
        ("https://blog.paper.example/a", "blog.paper.example"),
        ("https://PAPER.example", "paper.example"),
        ("https://someone:secret@paper.example/", "paper.example"),
        ("http://127.0.0.1:8000/a", "127.0.0.1:8000"),
        ("https://wwwhat.example/", "wwwhat.example"),
        ("mailto:me@paper.example", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("http://[half", ""),
        ("", ""),
    ],
)
def test_host(url: str, expected: str) -> None:
    assert host(url) == expected


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://paper.example/2024/copper-lily_review.html", "2024 copper lily review"),
        ("https://paper.example/copper%20lily", "copper lily"),
        ("https://paper.example/%E9%8A%85/", "銅"),
        ("https://paper.example/copper.lily.php?x=noise", "copper lily"),
        ("https://paper.example/", ""),
        ("http://[half", ""),
    ],
)
def test_slug_words(url: str, words: str) -> None:
    assert slug_words(url) == words


@pytest.mark.parametrize(
    ("url", "index"),
    [
        ("https://paper.example/", True),
        ("https://paper.example/tag/copper-lily/", True),
        ("https://paper.example/author/mina", True),
        ("https://paper.example/anime/page/3/", True),
        ("https://paper.example/?s=copper+lily", True),
        ("https://paper.example/2024/01/copper-lily", False),
        ("https://paper.example/?p=31", False),
        ("https://paper.example/vintage/search-for-home", False),
        ("https://paper.example/2024/copper-lily#/tag/x", False),
    ],
)
def test_is_index(url: str, index: bool) -> None:
    assert is_index(url) is index


@pytest.mark.parametrize(
    ("url", "own", "same"),
    [
        ("https://paper.example/a", "http://www.paper.example:8080", True),
        ("https://blog.paper.example/a", "https://paper.example/", True),
        ("https://paper.example/a", "https://blog.paper.example/", True),
        ("https://example/a", "https://paper.example/", False),
        ("https://otherpaper.example/a", "https://paper.example/", False),
        ("https://paper.example.evil.example/a", "https://paper.example/", False),
        ("https://paper.example@evil.example/", "https://paper.example/", False),
        ("javascript:alert(1)", "https://paper.example/", False),
        ("http://[half", "https://paper.example/", False),
        ("", "", False),
    ],
)
def test_one_site(url: str, own: str, same: bool) -> None:
    assert same_site(url, own) is same
