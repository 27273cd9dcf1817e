"""What a page tells people of itself."""

import pytest
from lxml.html import document_fromstring

from pipeline.imprint import Imprint, read, site_of, without_site


def of_page(head: str = "", body: str = "<p>x</p>") -> Imprint:
    return read(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ('<meta property="og:title" content="A rope"><title>A rope | Paper</title>', "<h1>Another</h1>", "A rope"),
        ('<meta name="twitter:title" content="A &amp;quot;rope&amp;quot;">', "", 'A "rope"'),
        ("<title>A rope | Paper</title>", "<h1>The only <i>heading</i></h1>", "The only heading"),
        ("<title>A rope | Paper</title>", "<h1>Paper</h1><h1>News</h1>", "A rope"),
        ("<title>A rope</title>", '<h1>Paper</h1><h1 class="entry-title">A bell</h1>', "A bell"),
        ("", "<h1></h1><h1> </h1><h2>A bell</h2>", "A bell"),
        ("", "", ""),
    ],
)
def test_titles(head: str, body: str, title: str) -> None:
    assert of_page(head, body).title == title


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("A rope | Paper", "Paper", "A rope"),
        ("A rope - paper.example", "Paper", "A rope"),
        ("Paper", "Paper", "Paper"),
        ("A rope: Paper boats", "Paper", "A rope: Paper boats"),
        ("A rope | (Paper", "(Paper", "A rope"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title: str, site: str, expected: str) -> None:
    assert without_site(title, site) == expected


@pytest.mark.parametrize(
    ("names", "handle", "site"),
    [
        (("Paper Weekly", ""), "", "Paper Weekly"),
        (("paper", "The Paper"), "", "The Paper"),
        (("U.S.", "Paper"), "", "Paper"),
        (("", "A Wire Service"), "", "A Wire Service"),
        (("", ""), "paperweekly", "Paperweekly"),
        (("", ""), "", "paper.example"),
    ],
)
def test_the_name_of_the_site(names: tuple[str, ...], handle: str, site: str) -> None:
    assert site_of(names, "paper.example", handle) == site


def test_an_address_is_no_name_of_a_site_or_an_author() -> None:
    head = '<meta property="og:site_name" content="https://p.example"><meta name="author" content="https://p.example/ada finch">'
    assert (of_page(head).site, of_page(head).author) == ("", "")


TAGS = '<div class="tags-links"><a href="/tag/rope/">#Rope</a></div><a rel="category tag" href="/c/9">Reviews</a>'
MENU = '<ul class="x"><li class="cat-item cat-item-7"><a href="/category/all/">All</a></li></ul><a href="/tag/boats/">Boats</a>'


@pytest.mark.parametrize(
    ("head", "body", "tags"),
    [
        (
            '<meta property="article:tag" content="Finch, Ada"><meta name="keywords" content="rope, bell,">',
            "",
            ("Finch, Ada", "rope", "bell"),
        ),
        ('<meta property="article:section" content="Anime">', TAGS + MENU, ("Rope", "Reviews", "Anime")),
        ("", '<a rel="tag" href="/t">x</a>' * 30, ()),
        ("", MENU, ()),
    ],
)
def test_tags(head: str, body: str, tags: tuple[str, ...]) -> None:
    assert of_page(head, body).tags == tags


def test_the_address_that_a_page_calls_its_own() -> None:
    assert (
        of_page('<link rel="stylesheet" href="a.css"><link rel="canonical" href="/a"><link rel="canonical" href="/b">').canonical
        == "/a"
    )
