"""Pages in the manner of real sites: tests/pages/<case>/page.html with expected.toml beside it. All of them are our own."""

import random
import time
import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.article import Article, Paragraph, Rating
from pipeline.assess import Reader, assess
from pipeline.claims.ledger import Lookup, claims
from pipeline.extract import extract, from_text, with_languages
from pipeline.page import Link, Page, Reason, Skip
from pipeline.series import Series

PAGES = Path(__file__).parent.parent / "pages"
NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
MakePage = Callable[..., Page]


def case(name: str) -> tuple[Page, dict[str, Any]]:
    expected = tomllib.loads((PAGES / name / "expected.toml").read_text("utf-8"))
    kind = expected.pop("content_type", None)
    url = expected.pop("from")
    body = (PAGES / name / "page.html").read_bytes()
    return Page(url, url, 200, {"content-type": kind} if kind else {}, body, NOW, "Paper", Link(url)), expected


CASES = sorted(p.parent.name for p in PAGES.glob("*/expected.toml"))


def test_every_folder_is_a_whole_case() -> None:
    assert len(CASES) >= 14
    assert sorted(p.name for p in PAGES.iterdir()) == CASES
    assert all((PAGES / name / "page.html").is_file() for name in CASES)


@pytest.mark.parametrize("name", [n for n in CASES if "skip" not in case(n)[1]])
def test_page(name: str) -> None:
    page, expected = case(name)
    article = extract(page, NOW)
    assert isinstance(article, Article), article
    for phrase in expected.pop("must_contain"):
        assert phrase in article.text
    for phrase in expected.pop("must_not_contain"):
        assert phrase not in article.text
    said = {
        "url": article.url,
        "site": article.site,
        "title": article.title,
        "author": article.author,
        "date": article.published,
        "date_from": article.date_from,
        "no_date": article.published is None,
        "language": article.language,
        "ratings": article.ratings,
        "teaser": article.teaser,
    }
    expected = {"teaser": False, "ratings": [], **expected}
    expected["ratings"] = tuple(Rating(**r) for r in expected["ratings"])
    assert {key: said[key] for key in expected} == expected


def test_the_cells_of_a_grid_say_which_column_they_stand_in() -> None:
    article = extract(case("grid-of-a-season")[0], NOW)
    assert isinstance(article, Article)
    series = Series("Copper Lily", medium="anime")
    said = {(c.kind, c.value) for c in claims(article, Lookup.of(series))}
    assert said == {("episodes", "11"), ("platform", "tokyo mx"), ("premiere", "2024-04-05")}
    assert assess(article, Reader.of(series, "critic")).score is None


def test_what_a_table_states_is_scored_and_claimed() -> None:
    article = extract(case("facts-in-tables")[0], NOW)
    assert isinstance(article, Article)
    series = Series("Copper Lily", medium="anime")
    assessment = assess(article, Reader.of(series, "critic"))
    assert assessment.score is not None
    assert (assessment.score.value, assessment.score.as_written) == (70, "7/10")
    said = {(c.kind, c.about, c.value) for c in claims(article, Lookup.of(series))}
    assert {
        ("episodes", "", "11"),
        ("staff", "director", "brandt ilse"),
        ("studio", "", "tern works"),
        ("source", "", "original"),
    } <= said


@pytest.mark.parametrize("name", [n for n in CASES if "skip" in case(n)[1]])
def test_page_without_an_article(name: str) -> None:
    page, expected = case(name)
    skip = extract(page, NOW)
    assert isinstance(skip, Skip), skip
    assert (skip.reason, skip.url, skip.source) == (expected["skip"], page.url, "Paper")


def sentence(dice: random.Random) -> str:
    words = ["".join(dice.choices("aeioulnrst", k=dice.randint(2, 8))) for _ in range(dice.randint(8, 20))]
    return f"The {' '.join(words)} of the harbour is in the rain."


def test_a_page_of_two_megabytes_is_read_whole(make_page: MakePage) -> None:
    dice = random.Random(7)
    body = "".join(f"<p>Number {n}. {sentence(dice)} {sentence(dice)}</p>\n" for n in range(9000))
    page = make_page(
        f"<html lang=en><head><title>A long watch</title></head><body><article><h1>A long watch</h1>{body}</article></body></html>"
    )
    assert len(page.body) > 2_000_000
    article = extract(page, NOW)
    assert isinstance(article, Article)
    assert "Number 0. " in article.text
    assert "Number 8999. " in article.text


PROSE = (
    "<p>The storm opens the film and never quite leaves it, and by the end I had begun to like the sound of it on the roof.</p>"
    * 3
)


@pytest.mark.parametrize("tag", ["div", "blockquote", "ul", "b", "table", "span"])
def test_deep_nesting_neither_crashes_nor_hangs(make_page: MakePage, tag: str) -> None:
    begun = time.monotonic()
    taken = extract(make_page(f"<html><body>{f'<{tag}>' * 20_000}{PROSE}{f'</{tag}>' * 20_000}</body></html>"), NOW)
    assert isinstance(taken, Article | Skip)
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("seed", range(12))
def test_binary_garbage_is_a_skip(make_page: MakePage, seed: int) -> None:
    dice = random.Random(seed)
    start = (b"", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n", b"PK\x03\x04")[seed % 4]
    taken = extract(make_page(start + dice.randbytes(40_000)), NOW)
    assert isinstance(taken, Skip)
    assert taken.reason in {Reason.NOT_HTML, Reason.NO_TEXT}


@pytest.mark.parametrize(
    "body",
    [
        "<",
        "<>",
        "<!DOCTYPE html>",
        "\0<\0h\0t\0m\0l\0>\0",
        "<html><body><p>\x01\x02\x0b control</p>",
        "<?xml version='1.0' encoding='utf-99'?><html><body><p>x</p></body></html>",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><html><body><p>&b;</p></body></html>",
        "<html><head><link rel=canonical href='http://[half'></head><body><p>x</p></body></html>",
        "<html><body><script type='application/ld+json'>{\"@type\": 5}</script><p>x</p></body></html>",
        "<p>" * 5000,
        "&#x110000; &#xD800; &#0; <p>",
    ],
)
def test_a_page_of_nonsense_is_a_skip_and_no_fault(make_page: MakePage, body: str) -> None:
    assert isinstance(extract(make_page(body), NOW), Skip)


@pytest.mark.parametrize(
    "href", ["http://[half", "", "   ", "javascript:alert(1)", "//evil.example/x", "mailto:me@paper.example"]
)
def test_a_canonical_link_that_leads_nowhere_is_passed_over(make_page: MakePage, href: str) -> None:
    article = extract(
        make_page(f"<html><head><link rel='canonical' href='{href}'></head><body><article>{PROSE}</article></body></html>"), NOW
    )
    assert isinstance(article, Article)
    assert article.url == "https://paper.example/2024/a-piece"


def test_a_redirect_counts_with_where_it_led(make_page: MakePage) -> None:
    page = make_page(
        f"<html><body><article>{PROSE}</article></body></html>", final_url="https://paper.example/2024/02/03/new-home"
    )
    article = extract(page, NOW)
    assert isinstance(article, Article)
    assert (article.url, article.published) == ("https://paper.example/2024/02/03/new-home", date(2024, 2, 3))


def test_what_the_source_said_fills_the_gaps(make_page: MakePage) -> None:
    link = Link("", "As the feed has it", tags=("mecha",), published=datetime(2024, 2, 3, 23, 30, tzinfo=UTC))
    article = extract(make_page(f"<html><body>{PROSE}</body></html>", url="https://paper.example/a", link=link), NOW)
    assert isinstance(article, Article)
    assert (article.title, article.published, article.date_from) == ("As the feed has it", date(2024, 2, 3), "source")
    assert "mecha" in article.tags


def test_reading_twice_gives_the_same() -> None:
    page, _ = case("wordpress-comments-sharebar")
    assert extract(page, NOW) == extract(page, NOW)


def test_plain_text_that_somebody_hands_over(make_page: MakePage) -> None:
    page = make_page("", link=Link("", "A title", published=datetime(2024, 2, 3, tzinfo=UTC)))
    article = from_text(page, "## A heading\n\nOne line\nand its end.\n\n- an item")
    assert isinstance(article, Article)
    assert article.paragraphs == (
        Paragraph("A heading", "heading"),
        Paragraph("One line and its end."),
        Paragraph("an item", "item"),
    )
    assert (article.title, article.published, article.language) == ("A title", date(2024, 2, 3), "en")
    assert isinstance(from_text(page, "  \n\n "), Skip)


def test_paragraphs_in_another_language_are_told_apart() -> None:
    english = "The music is a wonder, and the story of the two sisters holds to the end of the series, which is more than I had hoped for."
    spanish = "La música es una maravilla, y la historia de las dos hermanas se sostiene hasta el final de la serie, que es más de lo que esperaba."
    japanese = "音楽は素晴らしく、姉妹の物語は最後まで続く。" * 8
    found = with_languages(tuple(map(Paragraph, (english, spanish, japanese, "Ja."))), "en")
    assert [p.language for p in found] == ["", "es", "ja", ""]
    assert [p.language for p in with_languages((Paragraph(spanish), Paragraph(english)), "es")] == ["", "en"]
