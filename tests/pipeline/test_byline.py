"""Who wrote it."""

import pytest
from lxml.html import document_fromstring

from pipeline.article import Paragraph
from pipeline.byline import above, author_of, names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada Finch", "Ada Finch"),
        ("by Ada Finch and Jo Birch on Monday, May 6, 2024", "Ada Finch, Jo Birch"),
        ("written by R. Birch, Editor", "R. Birch, Editor"),
        ("Posted by ADA FINCH | 12 March 2024", "ADA FINCH"),
        ("von Ada von Finch", "Ada von Finch"),
        ("May Finch", "May Finch"),
        ("ada finch", "Ada Finch"),
        ("星野わかば", "星野わかば"),
        ("https://paper.example/ada", ""),
        ("Ada has kept bees since she was nine, " * 9, ""),
        ("", ""),
    ],
)
def test_names(text: str, names: str) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("body", "author"),
    [
        ('<p class="byline">By <a rel="author" href="/ada">Ada Finch</a>, Paper</p>', "Ada Finch"),
        ('<div class="entry-author">Ada Finch <time>yesterday</time></div>', "Ada Finch"),
        ('<ol class="comment-list"><li><cite class="author">A reader</cite></li></ol>', ""),
        ('<aside class="sidebar"><span class="author">Jo Birch</span></aside><p class="byline">Ada Finch</p>', "Ada Finch"),
        ("<p>By Ada Finch</p>", ""),
    ],
)
def test_bylines_in_the_body(body: str, author: str) -> None:
    assert author_of(document_fromstring(f"<html><body>{body}</body></html>"), "", "") == author


def test_what_machines_are_told_comes_first() -> None:
    tree = document_fromstring('<html><body><p class="byline">By Jo Birch</p></body></html>')
    assert author_of(tree, "Ada Finch, ropemaker", "Orla Finch") == "Ada Finch, ropemaker"
    assert author_of(tree, "By Ada Finch", "") == "Ada Finch"
    assert author_of(tree, "", "Orla Finch") == "Orla Finch"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Wil Moor, 2024-05-31", "Wil Moor"),
        ("By Ada Finch", "Ada Finch"),
        ("By Ada Finch and Jo Birch, March 3, 2024", "Ada Finch, Jo Birch"),
        ("Ada Finch | 3 March 2024", "Ada Finch"),
        ("Tokyo, January 10, 2024", ""),
        ("Copper Lily, January 10, 2024", ""),
        ("Premiere: 2024-05-31", ""),
        ("By the time it ends", ""),
        ("By Ada Finch I was told of it in the spring.", ""),
    ],
)
def test_a_line_of_its_own_above_the_text_names_who_wrote_it(line: str, names: str) -> None:
    text = Paragraph("The stove is lit.")
    assert above((Paragraph(line), text), "Copper Lily: a stove") == (names, (text,) if names else (Paragraph(line), text))
    assert above((text, text, Paragraph(line)), "") == ("", (text, text, Paragraph(line)))
