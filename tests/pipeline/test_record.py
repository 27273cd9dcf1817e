"""The record is a contract with other programs: docs/contract.md."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from pipeline.article import Article
from pipeline.assess import Reader, assess
from pipeline.assessment import Likeness, Opinion
from pipeline.page import Link, Page, Reason, Skip
from pipeline.record import FIELDS, of_entry, of_reading, of_skipped
from pipeline.series import Series
from pipeline.store import Entry, Skipped

CONTRACT = (
    "url, site, source, title, author, published, date_from, language, kind, episode, relevant_because, stance, stance_from, score, "
    "score_as_written, verdict, aspects, themes, spoiler_warning, words, first_seen, "
    "inferred, estimate, recommends, clash, aspect_details, episode_scores, likened_to, engine"
)
SEEN = datetime(2024, 4, 6, 9, 30, 15, 123456, tzinfo=UTC)


def test_the_fields_are_those_of_the_contract_in_order() -> None:
    assert ", ".join(FIELDS) == CONTRACT


def test_a_stored_article() -> None:
    entry = Entry(
        id=7,
        url="https://paper.example/a",
        site="Paper",
        source="Feed",
        title="Copper Lily review",
        author="Mina Holt",
        published=date(2024, 4, 6),
        date_from="json-ld",
        language="en",
        kind="review",
        kind_because="the title says review",
        episode=None,
        relevant_because="the title names it",
        stance=0.4,
        stance_from="stated",
        score=70.0,
        score_as_written="7/10",
        verdict="A warm surprise.",
        inferred=-0.5,
        estimate=30.0,
        recommends="yes",
        episode_scores={3: 80.0},
        likened_to=(Likeness("Blade Runner", "It recalls Blade Runner."),),
        opinions=(
            Opinion("aspect", "music", 0.5, 0.1, 0.9, 4, 80.0),
            Opinion("aspect", "story", None),
            Opinion("theme", "memory", None),
        ),
        spoiler_warning=False,
        words=812,
        first_seen=SEEN,
        week="2024-W14",
        seen_week="2024-W14",
        phrases=("glass orchard",),
        engine="textblob-1",
        note="",
    )
    record = of_entry(entry)
    assert tuple(record) == FIELDS
    assert record["published"] == "2024-04-06"
    assert record["first_seen"] == "2024-04-06T09:30:15+00:00"
    assert record["aspects"] == {"music": 0.5, "story": None}
    assert (record["score"], record["score_as_written"], record["episode"]) == (70.0, "7/10", None)
    assert record["aspect_details"]["music"] == {"polarity": 0.5, "low": 0.1, "high": 0.9, "remarks": 4, "score": 80.0}
    assert (record["clash"], record["episode_scores"], record["likened_to"]) == (True, {"3": 80.0}, ["Blade Runner"])


def test_a_skip() -> None:
    skipped = Skipped("https://paper.example/a", "Feed", "off topic", "why", SEEN, SEEN)
    assert of_skipped(skipped) == {
        "url": "https://paper.example/a",
        "source": "Feed",
        "reason": "off topic",
        "detail": "why",
        "first_seen": "2024-04-06T09:30:15+00:00",
        "last_seen": "2024-04-06T09:30:15+00:00",
    }


PAGE = Page("https://paper.example/a", "https://paper.example/a", 200, {}, b"", SEEN, "Feed", Link("", "As linked"))


def test_a_reading_has_every_field_and_why(make_article: Callable[..., Article], series: Series) -> None:
    article = make_article("Copper Lily is an anime with lovely music.", title="Copper Lily review", published=date(2024, 4, 6))
    record = of_reading(PAGE, article, assess(article, Reader.of(series)))
    assert set(FIELDS) <= set(record)
    assert (record["relevant"], record["skip_reason"], record["published"]) == (True, None, "2024-04-06")
    assert [s["text"] for s in record["sentences"]] == ["Copper Lily is an anime with lovely music."]
    assert set(record["sentences"][0]) == {"text", "polarity", "aspects", "themes", "spoiler"}
    assert "music" in record["sentences"][0]["aspects"]
    assert record["claims"] == []
    stated = make_article("The anime Copper Lily runs for thirteen episodes.", title="Copper Lily", published=date(2024, 1, 2))
    [claim] = of_reading(PAGE, stated, assess(stated, Reader.of(series)))["claims"]
    assert (claim["claim"], claim["value"], claim["position"], claim["sentence"]) == ("episodes", "13", 0, stated.text)


def test_what_cannot_be_read_has_nulls_and_says_why() -> None:
    record = of_reading(PAGE, Skip(PAGE.url, "Feed", Reason.NO_TEXT, "3 words"), None)
    assert set(FIELDS) <= set(record)
    assert record["skip_reason"] == "no article text: 3 words"
    assert (record["url"], record["source"], record["title"], record["relevant"]) == (PAGE.url, "Feed", "As linked", False)
    assert record["kind"] is record["stance"] is record["words"] is None
    assert (record["aspects"], record["sentences"]) == ({}, [])


def test_a_reading_of_another_thing_says_why(make_article: Callable[..., Article], series: Series) -> None:
    article = make_article("Copper Lily is a lipstick. What a lipstick.", title="Copper Lily")
    record = of_reading(PAGE, article, assess(article, Reader.of(series)))
    assert (record["relevant"], record["skip_reason"]) == (False, "another thing of the same name")
