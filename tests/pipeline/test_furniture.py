"""What stands around an article goes; prose that only resembles it stays."""

import pytest

from pipeline.article import Paragraph, ParagraphKind
from pipeline.furniture import without_furniture


@pytest.mark.parametrize(
    "text",
    [
        "Share this:",
        "Share on Facebook",
        "Click to share on Bluesky",
        "Support me on Ko-fi! Every cup helps.",
        "If you like this, buy me a coffee or subscribe to the newsletter.",
        "Buy me a coffee",
        "Follow us on Mastodon",
        "Subscribe to our newsletter",
        "Sign up for the Friday letter",
        "Filed under: Anime, Reviews",
        "Tags: mecha, 2024",
        "Leave a comment",
        "12 Comments",
        "Read more: ten other shows",
        "Advertisement",
        "This website uses cookies to make your visit better.",
        "We value your privacy",
        "© 2024 Paper Media",
        "All rights reserved.",
    ],
)
def test_furniture_goes(text: str) -> None:
    assert without_furniture((Paragraph("The first scene is a storm."), Paragraph(text))) == (
        Paragraph("The first scene is a storm."),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Sharers of a flat, Lily and Jun also share a debt.",
        "Commentary tracks are on the disc.",
        "Supporting characters get little to do.",
        "The tagline promises more than the film keeps.",
        "Followers of the manga will miss the prologue.",
        "Subscribe to the idea that machines dream, and this story " + "goes on and on with it " * 9 + "to the last.",
        "Related by blood, the two heroines never meet.",
        "Loading a crossbow takes her half the fight.",
        "Copyright lawyers are the villains of the second act.",
    ],
)
def test_prose_stays(text: str) -> None:
    assert without_furniture((Paragraph(text),)) == (Paragraph(text),)


def paragraphs(*rows: tuple[str, ParagraphKind]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, kind) for text, kind in rows)


def test_related_posts_go_until_the_text_goes_on() -> None:
    found = without_furniture(
        paragraphs(
            ("It begins well.", "text"),
            ("Related posts", "text"),
            ("A dreadful sequel. Avoid.", "item"),
            ("The worst of winter", "text"),
            ("It goes on well.", "text"),
            ("You may also like", "heading"),
            ("Another list", "item"),
            ("The music", "heading"),
            ("It sings.", "text"),
        )
    )
    assert [p.text for p in found] == ["It begins well.", "It goes on well.", "The music", "It sings."]


def test_headings_with_nothing_below_go() -> None:
    assert without_furniture(paragraphs(("It ends.", "text"), ("Comments so far", "heading"), ("More", "heading"))) == paragraphs(
        ("It ends.", "text")
    )


def test_of_nothing_remains_nothing() -> None:
    assert without_furniture(()) == ()
