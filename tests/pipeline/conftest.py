"""What many tests of the pipeline need: a small series, articles from plain text, pages from markup."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pipeline.article import Article, paragraphs_of
from pipeline.page import Link, Page
from pipeline.series import Episode, Series

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def series() -> Series:
    """An invented series whose name a paint and a lipstick share."""
    return Series(
        title="Copper Lily",
        slug="copper-lily",
        aliases=("カッパーリリー",),
        confused_with=("lipstick", "car paint", "lacquer", "bodywork"),
        studio=("Atelier Nine",),
        staff={"Hana Mori": "director", "Ken Abe": "music"},
        cast={"Yui Sato": "Lily Vance"},
        episodes=tuple(
            Episode(n, title, date(2024, 1, 3 + 7 * (n - 1)))
            for n, title in enumerate(("Cold Harbour", "The Glass Orchard", "Night Ferry", "Long Division"), 1)
        ),
        themes={"lighthouses": ("lighthouse*",)},
    )


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    """`make_article(text, title=…)`: an English article; blank lines separate paragraphs, `## ` marks headings."""
    blank = Article(
        url="https://paper.example/2024/a-piece",
        site="paper.example",
        title="A piece",
        author="",
        published=None,
        date_from="",
        language="en",
        paragraphs=(),
    )

    def make(text: str = "", **changes: object) -> Article:
        return replace(blank, paragraphs=paragraphs_of(text), **changes)

    return make


@pytest.fixture(scope="session")
def make_page() -> Callable[..., Page]:
    """`make_page(body, url=…)`: an answer with this body (text becomes UTF-8)."""

    def make(body: str | bytes, url: str = "https://paper.example/2024/a-piece", **changes: object) -> Page:
        said = {"content-type": "text/html; charset=utf-8"} if isinstance(body, str) else {}
        data = body.encode() if isinstance(body, str) else body
        page = Page(url, url, 200, said, data, NOW, "Paper", Link(url))
        return replace(page, **changes)

    return make
