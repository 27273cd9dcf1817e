"""What a page says of itself for machines."""

import json

import pytest
from lxml.html import document_fromstring

from pipeline.article import Rating
from pipeline.structured import Structured, read


def of_markup(markup: str) -> Structured:
    return read(document_fromstring(markup), markup)


def of_jsonld(*blocks: object) -> Structured:
    scripts = "".join(f'<script type="application/ld+json">{b if isinstance(b, str) else json.dumps(b)}</script>' for b in blocks)
    return of_markup(f"<html><head>{scripts}</head><body><p>x</p></body></html>")


RATING = {"@type": "Rating", "ratingValue": "7.5", "bestRating": "10", "worstRating": "1"}
READERS = {"@type": "AggregateRating", "ratingValue": "9.1", "bestRating": "10", "ratingCount": "212"}
REVIEW = {
    "@type": "Review",
    "headline": "A long night",
    "author": {"@type": "Person", "name": "Mina Holt"},
    "reviewRating": RATING,
}
OURS = (Rating("7.5", 10.0, 1.0),)


def test_a_review() -> None:
    said = of_jsonld(REVIEW | {"datePublished": "2024-02-03", "dateModified": "2024-02-05"})
    assert said == Structured(("Review",), "A long night", "Mina Holt", "2024-02-03", "2024-02-05", OURS, True)


@pytest.mark.parametrize(
    ("blocks", "ratings"),
    [
        ([REVIEW], OURS),
        ([{"@type": ["Review", "NewsArticle"], "reviewRating": RATING}], OURS),
        ([{"@type": "https://schema.org/Review", "reviewRating": RATING}], OURS),
        ([{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Paper"}, REVIEW]}], OURS),
        ([[{"@type": "WebPage"}, REVIEW]], OURS),
        ([{"@type": "WebPage", "mainEntity": REVIEW}], OURS),
        ([{"@type": "WebSite"}, REVIEW], OURS),
        ([{"@type": "TVSeries", "review": REVIEW}], OURS),
        ([{"@type": "TVSeries", "review": [REVIEW]}], OURS),
        ([REVIEW, REVIEW], OURS),
        ([REVIEW | {"reviewRating": {"@type": "Rating", "ratingValue": 4}}], (Rating("4", None, None),)),
        (
            [REVIEW | {"reviewRating": {"@type": "Rating", "ratingValue": "3,5", "bestRating": "5,0"}}],
            (Rating("3,5", 5.0, None),),
        ),
        # readers' ratings are not the author's
        ([{"@type": "TVSeries", "aggregateRating": READERS}], ()),
        ([{"@type": "Article", "aggregateRating": READERS}], ()),
        ([REVIEW | {"aggregateRating": READERS}], OURS),
        ([{"@type": "Review", "itemReviewed": {"@type": "TVSeries", "aggregateRating": READERS}}], ()),
        ([{"@type": "TVSeries", "review": [REVIEW, REVIEW | {"headline": "Another reader"}]}], ()),
        # what has no value has none
        ([REVIEW | {"reviewRating": {"@type": "Rating", "bestRating": 10}}], ()),
        ([REVIEW | {"reviewRating": []}], ()),
        ([REVIEW | {"reviewRating": [RATING, RATING]}], ()),
        ([REVIEW | {"reviewRating": None}], ()),
    ],
)
def test_ratings(blocks: list[object], ratings: tuple[Rating, ...]) -> None:
    assert of_jsonld(*blocks).ratings == ratings


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type": "Review", ',
        "",
        "null",
        "7",
        '"Review"',
        "[[[]]]",
        "{'@type': 'Review'}",
        "<!-- nothing -->",
        '{"@type": null, "@graph": null}',
        '{"@type": {"a": 1}, "@graph": [1, "x", null, [2]]}',
        '{"@type": 5}',
        "[" * 3000 + "]" * 3000,
    ],
)
def test_a_broken_block_hides_no_other(broken: str) -> None:
    assert of_jsonld(broken, REVIEW).ratings == OURS
    assert of_jsonld(REVIEW, broken).headline == "A long night"


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("Mina Holt", "Mina Holt"),
        ({"name": "Mina  Holt"}, "Mina Holt"),
        ([{"name": "Mina Holt"}, {"name": "Jo Birch"}], "Mina Holt, Jo Birch"),
        ([{"@type": "Person"}], ""),
        (None, ""),
        ({"name": {"@value": "Mina"}}, ""),
    ],
)
def test_authors(author: object, text: str) -> None:
    assert of_jsonld({"@type": "Article", "author": author}).author == text


def test_a_page_for_subscribers_is_not_free() -> None:
    assert of_jsonld({"@type": "NewsArticle", "isAccessibleForFree": "False"}).free is False
    assert of_jsonld({"@type": "NewsArticle", "isAccessibleForFree": False}).free is False
    assert of_jsonld({"@type": "NewsArticle", "isAccessibleForFree": True}).free is True


MICRODATA = """
<html><body><article itemscope itemtype="https://schema.org/Review">
<h1 itemprop="headline">A long night</h1>
<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Mina Holt</b></span>
<time itemprop="datePublished" datetime="2024-02-03">then</time>
<div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating">
<span itemprop="ratingValue">4</span> of <span itemprop="bestRating">5</span></div>
</article></body></html>
"""


def test_microdata() -> None:
    said = of_markup(MICRODATA)
    assert (said.types, said.headline, said.author, said.published) == (("Review",), "A long night", "Mina Holt", "2024-02-03")
    assert said.ratings == (Rating("4", 5.0, None),)


def test_microdata_of_readers_is_no_rating() -> None:
    assert of_markup(MICRODATA.replace("/Review", "/TVSeries").replace('"reviewRating"', '"aggregateRating"')).ratings == ()


def test_microdata_too_deep_to_read_is_passed_over() -> None:
    opened = '<div itemscope itemprop="a" itemtype="https://schema.org/Review">'
    assert of_markup(f"<html><body>{opened * 1500}{'</div>' * 1500}</body></html>") == Structured()


def test_microdata_of_menus_alone_is_not_read() -> None:
    assert of_markup(MICRODATA.replace("/Review", "/WPHeader")).types == ()


def test_entities_written_twice_become_characters() -> None:
    assert of_jsonld({"@type": "Article", "headline": "&#8216;Rope &amp; Bell&#8217;"}).headline == "‘Rope & Bell’"


def test_the_author_of_a_graph_stands_beside_the_article() -> None:
    article = {"@type": "Article", "author": {"@id": "#ada"}, "articleSection": ["Reviews", "Anime"]}
    said = of_jsonld({"@graph": [{"@type": "WebSite", "name": "Paper"}, article, {"@type": "Person", "name": "Ada Finch"}]})
    assert (said.author, said.site, said.sections) == ("Ada Finch", "Paper", ("Reviews", "Anime"))


def test_a_page_that_says_nothing() -> None:
    assert of_markup("<html><body><p>x</p></body></html>") == Structured()
