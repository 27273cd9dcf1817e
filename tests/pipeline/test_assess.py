"""The whole reading, held against labels: the demo's articles as its outlets serve them (tests/demo_labels_*.toml)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from nectar.demo.articles import DemoArticle
from nectar.demo.articles import load as demo_articles
from nectar.demo.outlets import OUTLETS
from pipeline.article import Article, Rating
from pipeline.assess import Reader, assess
from pipeline.assessment import Assessment
from pipeline.page import Page
from pipeline.series import Series
from pipeline.series import load as load_series
from pipeline.work import explained

TESTS = Path(__file__).parent.parent
LABELS: Mapping[str, Mapping[str, Any]] = {
    key: label for half in "ab" for key, label in tomllib.loads((TESTS / f"demo_labels_{half}.toml").read_text("utf-8")).items()
}


class Case(NamedTuple):
    demo: DemoArticle
    label: Mapping[str, Any]
    article: Article
    assessment: Assessment


@pytest.fixture(scope="module")
def reader() -> Reader:
    with as_file(files("nectar").joinpath("demo/series.toml")) as path:
        return Reader.of(load_series(path))


@pytest.fixture(scope="module")
def cases(reader: Reader) -> dict[str, Case]:
    found = {}
    everything = demo_articles()
    for outlet in OUTLETS:
        own = [a for a in everything if a.outlet == outlet.key]
        for demo in own:
            url = outlet.home + demo.path
            answer = outlet.answer(url, own)
            page = Page(
                url,
                url,
                answer.status,
                {"content-type": answer.content_type},
                answer.body,
                datetime(2024, 6, 1, tzinfo=UTC),
                outlet.name,
            )
            article, assessment = explained(page, reader)
            assert isinstance(article, Article), (url, article)
            assert assessment is not None
            key = demo.outlet + demo.path
            found[key] = Case(demo, LABELS[key], article, assessment)
    return found


def about(cases: Mapping[str, Case]) -> dict[str, Case]:
    return {key: case for key, case in cases.items() if case.label["relevant"]}


def test_every_article_has_a_label_and_every_label_an_article(cases: Mapping[str, Case]) -> None:
    assert set(cases) == set(LABELS)


def test_relevance_is_right_for_all(cases: Mapping[str, Case]) -> None:
    wrong = {k: c.assessment.relevance for k, c in cases.items() if c.assessment.relevance.relevant != c.label["relevant"]}
    assert wrong == {}
    assert all((c.assessment.relevance.reason is None) == c.assessment.relevance.relevant for c in cases.values())


def test_kind_and_episode_are_right_for_all_but_two(cases: Mapping[str, Case]) -> None:
    wrong = {
        key: (case.assessment.kind, case.label["kind"], case.label.get("episode"))
        for key, case in about(cases).items()
        if (case.assessment.kind.name, case.assessment.kind.episode) != (case.label["kind"], case.label.get("episode"))
    }
    assert len(wrong) <= 2, wrong


def test_the_stated_score_is_right_for_all_but_two(cases: Mapping[str, Case]) -> None:
    wrong = {}
    for key, case in about(cases).items():
        said, expected = case.assessment.score, case.label.get("score")
        right = said is None if expected is None else said is not None and abs(said.value - expected) <= 1
        if not right:
            wrong[key] = (said, expected)
    assert len(wrong) <= 2, wrong


def test_a_stated_score_is_the_stance(cases: Mapping[str, Case]) -> None:
    for case in cases.values():
        if case.assessment.score is not None:
            assert case.assessment.stance_from == "stated"
            assert case.assessment.stance == pytest.approx((case.assessment.score.value - 50) / 50, abs=0.001)


def flat(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def test_no_comment_of_a_reader_gets_into_an_article(cases: Mapping[str, Case]) -> None:
    comments = {(key, flat(comment)) for key, case in cases.items() for comment in case.demo.comments}
    assert len(comments) > 40
    assert [(key, comment) for key, comment in comments if comment and comment in flat(cases[key].article.text)] == []


@pytest.mark.parametrize(
    "furniture",
    [
        "Share this",
        "Click to share",
        "Ko-fi",
        "ko-fi",
        "buy me a coffee",
        "use cookies",
        "value your privacy",
        "Related posts",
        "You may also like",
        "Ten shows that deserved better ratings",
        "The worst finale I ever sat through",
        "Pluto review: a masterpiece",
        "boring and badly written these days",
        "Ten terrible endings",
        "a dull, lifeless sequel",
        "Sign up for our newsletter",
        "Subscribe to Tokyo Wire Pro",
        "Leave a Reply",
        "Recent posts",
        "All rights reserved",
        "Proudly powered",
        "visitor number",
    ],
)
def test_no_furniture_gets_into_an_article(cases: Mapping[str, Case], furniture: str) -> None:
    assert [key for key, case in cases.items() if furniture in case.article.text] == []


def test_nothing_of_a_body_is_lost(cases: Mapping[str, Case]) -> None:
    """The first and the last paragraph of every piece are there, where no untidy markup leaves in doubt what they are."""
    tidy_ones = {key: case for key, case in cases.items() if "<table" not in case.demo.body}
    assert len(tidy_ones) > 40
    for key, case in tidy_ones.items():
        whole = re.findall(r"<p>((?:(?!<p>|<table|<script).)*?)</p>", case.demo.body, re.DOTALL)
        tidy = [flat(p) for p in whole if "<" not in p and "&" not in p]
        assert all(p in flat(case.article.text) for p in (*tidy[:1], *tidy[-1:])), key


def test_in_other_languages_nothing_is_inferred(cases: Mapping[str, Case]) -> None:
    foreign = {key: case for key, case in cases.items() if case.demo.language != "en"}
    assert {c.article.language for c in foreign.values()} == {"ja", "es"}
    for case in foreign.values():
        concluded = case.assessment
        assert concluded.note == f"not analysed: language {case.demo.language}"
        assert [s.polarity for s in concluded.sentences] == [None] * len(concluded.sentences)
        assert {p for s in concluded.sentences for p in s.aspects.values()} <= {None}
        assert set(concluded.aspects.values()) | set(concluded.themes.values()) <= {None}
        assert concluded.stance_from != "inferred"
        assert concluded.sentences


def test_english_articles_are_analysed(cases: Mapping[str, Case]) -> None:
    for case in cases.values():
        if case.demo.language == "en":
            assert (case.article.language, case.assessment.note) == ("en", "")
            assert any(s.polarity is not None for s in case.assessment.sentences)


def test_every_number_lies_on_its_scale(cases: Mapping[str, Case]) -> None:
    for case in cases.values():
        a = case.assessment
        polarities = [a.stance, *a.aspects.values(), *a.themes.values()]
        polarities += [p for s in a.sentences for p in (s.polarity, *s.aspects.values())]
        assert all(p is None or -1 <= p <= 1 for p in polarities)
        assert all(0 <= s.confidence <= 1 for s in a.sentences)


def test_at_most_one_sentence_is_the_verdict_and_it_stands_in_the_text(cases: Mapping[str, Case]) -> None:
    for case in cases.values():
        if case.assessment.verdict is not None:
            assert [s.text for s in case.assessment.sentences if s.verdict] == [case.assessment.verdict]


def test_aspects_of_the_whole_are_those_of_its_sentences(cases: Mapping[str, Case]) -> None:
    for case in cases.values():
        assert set(case.assessment.aspects) == {a for s in case.assessment.sentences for a in s.aspects}
        assert set(case.assessment.themes) == {t for s in case.assessment.sentences for t in s.themes}


SERIES = Series(title="Copper Lily", slug="copper-lily")


@pytest.mark.parametrize(
    ("text", "sign"),
    [("Copper Lily is excellent. The music is wonderful.", 1), ("Copper Lily is terrible. The music is awful.", -1)],
)
def test_very_plain_sentences_have_the_right_sign(make_article: Any, text: str, sign: int) -> None:
    found = assess(make_article(text, title="Copper Lily review"), Reader.of(SERIES))
    assert found.stance is not None
    assert found.stance * sign > 0
    music = found.aspects["music"]
    assert music is not None
    assert music * sign > 0


def test_a_recommendation_is_a_stated_stance(make_article: Any) -> None:
    piece = make_article("Copper Lily is long.\n\nIt rains a lot.\n\nI can't recommend it.", title="Copper Lily review")
    found = assess(piece, Reader.of(SERIES))
    assert (found.stance_from, found.verdict) == ("stated", "I can't recommend it.")
    assert found.stance is not None
    assert found.stance < 0


def test_news_have_neither_score_nor_verdict(make_article: Any) -> None:
    piece = make_article(
        "The studio announced Copper Lily today. I highly recommend it.\n\nScore: 9/10",
        title="Copper Lily trailer revealed, release date announced",
        url="https://paper.example/news/copper-lily/trailer",
        published=date(2024, 1, 1),
    )
    found = assess(piece, Reader.of(SERIES))
    assert (found.kind.name, found.score, found.verdict) == ("news", None, None)


def test_assessing_twice_gives_the_same(make_article: Any) -> None:
    piece = make_article(
        "Copper Lily is fine. The plot drags, but the art is lovely.", title="Copper Lily review", ratings=(Rating("7", 10),)
    )
    assert assess(piece, Reader.of(SERIES)) == assess(piece, Reader.of(SERIES))


def test_the_recipe_changes_with_the_series_and_not_with_its_sources() -> None:
    recipe = Reader.of(SERIES).recipe
    assert Reader.of(replace(SERIES, aliases=("Lily of Copper",))).recipe != recipe
    assert Reader.of(replace(SERIES, note="hello")).recipe == recipe
