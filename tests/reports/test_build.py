"""Rows → Digest: what counts, what counts once, what is compared with what."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pipeline.assessment import Opinion
from pipeline.series import Episode, Series
from pipeline.store import Entry, StoredSentence
from pipeline.week import Week
from reports.build import build
from reports.digest import Digest
from reports.material import Material
from tests import pressroom

NOW = datetime(2024, 6, 1, tzinfo=UTC)
SERIES = Series(
    "Bramble Station", slug="bramble", episodes=(Episode(1, aired=date(2024, 1, 1)), Episode(12, aired=date(2024, 3, 18)))
)


def entry(number: int, kind: str, day: str, stance: float | None, **more: object) -> Entry:
    """As in the pressroom, seen when it was published, and long enough to be told from a copy."""
    week = str(Week.of(date.fromisoformat(day)))
    text = " ".join(f"w{number}x{n}" for n in range(60))
    own = {"stance_from": "stated", "seen_week": week, "engine": "textblob-1", "text": text}
    return pressroom.entry(number, kind, day, stance, **(own | more))


def aspects(**polarities: float) -> tuple[Opinion, ...]:
    return tuple(Opinion("aspect", name, polarity, polarity - 0.1, polarity + 0.1, 3) for name, polarity in polarities.items())


def digest(*entries: Entry, week: str, sentences: tuple[StoredSentence, ...] = ()) -> Digest:
    material = Material.of(SERIES, entries, sentences, None, (), "nectar report --week {week}")
    return build(material, Week.parse(week), material.weeks, NOW)


REVIEWS = [entry(n, "review", "2024-03-20", stance) for n, stance in enumerate((0.8, 0.6, 0.4, 0.0, -0.4), 1)]


def test_reception_is_the_plain_mean_of_the_reviews_on_100() -> None:
    made = digest(*REVIEWS, week="2024-W12")
    assert made.reception.value == pytest.approx(50 + 50 * 0.28)
    assert (made.favourable.k, made.mixed, made.unfavourable) == (3, 1, 1)
    assert made.favourable.n == made.reception.n == sum(made.spread)


def test_below_five_reviews_there_is_no_number() -> None:
    made = digest(*REVIEWS[:4], week="2024-W12")
    assert not made.enough
    assert "Not enough reviews yet" in made.verdict
    assert "of 100" not in made.verdict
    fifth = entry(5, "review", "2024-04-03", -0.4)
    course = digest(*REVIEWS[:4], fifth, week="2024-W15").timeline
    assert [(str(p.week), p.reception) for p in course] == [
        ("2024-W12", None),
        ("2024-W13", None),
        ("2024-W14", pytest.approx(64)),
        ("2024-W15", pytest.approx(64)),
    ], "nor is there one on the line of the weeks"


def test_previews_and_reviews_are_never_averaged_together() -> None:
    promised = entry(9, "preview", "2023-12-01", 0.9, opinions=aspects(music=0.9))
    found = replace(REVIEWS[0], opinions=aspects(music=-0.5))
    made = digest(promised, found, week="2024-W12")
    music = next(a for a in made.aspects if a.name == "music")
    assert (music.promise.value, music.reception.value) == (0.9, -0.5)
    assert music.gap == pytest.approx(-1.4)
    assert made.reception.value == 90


def test_copies_count_once_and_are_marked() -> None:
    copy = replace(REVIEWS[0], id=7, site="Copycat", url="https://copy.example/a", published=date(2024, 3, 21))
    made = digest(*REVIEWS, copy, week="2024-W12")
    assert made.reception.n == 5
    assert (made.all_articles, made.origins) == (6, 5)
    assert [a.copy_of for a in made.published if a.site == "Copycat"] == ["Site 1"]


def test_a_page_knows_nothing_of_later_weeks() -> None:
    later = entry(8, "review", "2024-05-01", -1.0)
    assert digest(*REVIEWS, week="2024-W12").reception == digest(*REVIEWS, later, week="2024-W12").reception


def test_the_week_before_is_the_other_page_of_the_week_before() -> None:
    later = entry(8, "review", "2024-03-27", -1.0)
    assert digest(*REVIEWS, later, week="2024-W13").reception_before == digest(*REVIEWS, week="2024-W12").reception


def test_older_articles_found_this_week_have_a_section_of_their_own() -> None:
    late = replace(REVIEWS[0], seen_week="2024-W20")
    made = digest(late, *REVIEWS[1:], week="2024-W20")
    assert [a.url for a in made.found_late] == [late.url]
    assert made.published == ()


def test_foreign_reviews_without_a_score_are_not_neutral() -> None:
    silent = entry(6, "review", "2024-03-20", None, stance_from=None, language="ja", note="not analysed: language ja")
    made = digest(*REVIEWS, silent, week="2024-W12")
    assert made.reception.n == 5
    assert made.unjudged == 1


def test_weeks_between_are_there_even_when_they_are_quiet() -> None:
    material = Material.of(SERIES, [REVIEWS[0], entry(8, "review", "2024-05-01", 0.1)], (), None, (), "")
    assert [str(w) for w in material.weeks] == [f"2024-W{n}" for n in range(12, 19)]
    quiet = build(material, Week.parse("2024-W14"), material.weeks, NOW)
    assert [c.kind for c in quiet.changes] == ["quiet"]


def test_the_opening_of_a_piece_is_never_quoted_and_spoilers_are_marked() -> None:
    def said(position: int, paragraph: int, text: str, spoiler: bool = False) -> StoredSentence:
        return StoredSentence(1, position, text, paragraph, 0.9, 0.9, spoiler, False, (("aspect", "music", 0.9),))

    sentences = (
        said(0, 0, "The opening line praises the lovely music."),
        said(1, 1, "The music is the best thing about the whole of it.", spoiler=True),
    )
    made = digest(REVIEWS[0], week="2024-W12", sentences=sentences)
    assert [(q.text, q.spoiler) for q in made.praise] == [("The music is the best thing about the whole of it.", True)]


def test_an_aspect_is_shown_by_a_sentence_that_names_it_before_one_that_only_stands_behind_it() -> None:
    told = (
        pressroom.said(1, "It is the best thing of the season.", 0.95, "music", position=1),
        pressroom.said(1, "The music carries whole scenes.", 0.5, "music", position=2),
        pressroom.said(1, "The soundtrack drags.", -0.9, "music", position=3),
    )
    review = replace(REVIEWS[0], opinions=(Opinion("aspect", "music", 0.4, 0.0, 0.8, 3),))
    quotes = {n: digest(review, week="2024-W12", sentences=told[:n]).aspects[0].evidence[0].quote for n in (1, 2, 3)}
    assert quotes == {1: told[0].text, 2: told[1].text, 3: told[1].text}
