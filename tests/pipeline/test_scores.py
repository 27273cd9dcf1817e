"""The stated score: what counts as one, what does not, and on which scale."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import Article, Rating
from pipeline.scores import stated_score

Make = Callable[..., Article]

STATED = [
    # fractions
    ("Score: 7/10", 70),
    ("Rating: 7.5/10", 75),
    ("Rating: 7,5/10", 75),
    ("Verdict: 4 / 5", 80),
    ("I give it 8/10.", 80),
    ("Overall, a comfortable 7 out of 10.", 70),
    ("Final score: 68/100", 68),
    ("Final score: 0/10", 0),
    ("10/10", 100),
    ("3/4 stars", 75),
    ("Overall rating: 15/20", 75),
    ("5/6", 83.3),
    # stars
    ("★★★★☆", 80),
    ("★★★½☆", 70),
    ("★★★½", 70),
    ("⭐⭐⭐⭐", 80),
    ("★☆☆☆☆", 20),
    ("★★★★★★★★☆☆", 80),
    ("Rating: 3.5 stars", 70),
    ("Two stars out of five.", 40),
    # words
    ("I settle on three and a half stars out of five.", 70),
    ("Eight out of ten, and I would watch it tomorrow.", 80),
    # letters
    ("Grade: B+", 83),
    ("Grade: A", 95),
    ("Final grade: C−", 42),
    ("Grade: F", 0),
    ("Overall: B", 75),
    # percent
    ("Score: 85%", 85),
    ("Rating: 62 per cent", 62),
    ("I have sent my whole street to it. 85%, and the rest is for the snow.", 85),
    # plain points
    ("Score: 8", 80),
    ("Overall score: 77", 77),
    # other languages
    ("Nota: 6/10", 60),
    ("Nota final: 7,5/10", 75),
    ("Puntuación: 4 sobre 5", 80),
    ("Wertung: 8 von 10", 80),
    ("総合評価：8/10", 80),
    ("総合評価：★★★☆☆（3.5／5）", 70),
    ("評価：4／5", 80),
    # the whole beats the parts, wherever it stands
    ("Story: 4/10\n\nMusic: 9/10\n\nOverall: 6/10", 60),
    ("Overall: 6/10\n\nStory: 4/10\n\nMusic: 9/10", 60),
    ("Animation 9/10, story 5/10, overall 7/10", 70),
    ("It would be a 9/10 if it ended well.\n\nScore: 6/10", 60),
    ("Readers say 9/10 on MyAnimeList.\n\nOur score: 5/10", 50),
    ("By April 4/10 of my shelf was hers.\n\nRating: 2/5", 40),
]

NOT_STATED = [
    "",
    "It aired on 4/10 and I saw it late.",
    "The finale came on 4/10/2024.",
    "Broadcast since April 4/10.",
    "I have seen 5/12 episodes so far.",
    "I am 5/10 episodes in.",
    "It would be a 9/10 if the ending landed.",
    "With a better script it could have been an 8/10.",
    "It is not a 10/10, and does not try to be one.",
    "10/10 would watch again with my aunt.",
    "They guard the gate 24/7.",
    "Story: 7/10",
    "Music: 9/10",
    "Animation ★★★★★",
    "Voice acting: A",
    "The first season got an 8/10 from me.",
    "Rotten Tomatoes has it at 94%.",
    "It has an average of 7.2/10 on MyAnimeList.",
    "About 60% of the cast returns.",
    "One out of ten viewers left early.",
    "Nine out of ten people will cry.",
    "Episode 7/10 is a quiet one.",
    "The ratio is 16/9 throughout.",
    "A for effort, though.",
    "Plan B failed. Vitamin C helps.",
    "It runs 12 episodes of 24 minutes.",
    "Five stars of the stage sing on it.",
    "Score: 12/10",
    "Rated 300%",
    "The score by Ken Abe is a joy.",
]


@pytest.mark.parametrize(("text", "value"), STATED)
def test_stated(make_article: Make, text: str, value: float) -> None:
    score = stated_score(make_article(f"The storm opens the film and never quite leaves it.\n\n{text}"))
    assert score is not None
    assert score.value == pytest.approx(value, abs=0.1)
    assert score.where == "text"
    assert score.as_written in text


@pytest.mark.parametrize("text", NOT_STATED)
def test_not_stated(make_article: Make, text: str) -> None:
    assert stated_score(make_article(f"The storm opens the film and never quite leaves it.\n\n{text}")) is None


@pytest.mark.parametrize(
    ("rating", "value", "written"),
    [
        (Rating("7.5", 10, 0), 75, "7.5/10"),
        (Rating("4", 5), 80, "4/5"),
        (Rating("4"), 80, "4/5"),
        (Rating("3,5", 5), 70, "3,5/5"),
        (Rating("85", 100), 85, "85/100"),
        (Rating("8/10", None), 80, "8/10"),
        (Rating("B+", None), 83, "B+"),
        (Rating("0", 10), 0, "0/10"),
        (Rating("85%", None), 85, "85%"),
    ],
)
def test_structured_data(make_article: Make, rating: Rating, value: float, written: str) -> None:
    score = stated_score(make_article("No number here.", ratings=(rating,)))
    assert score is not None
    assert (score.value, score.as_written, score.where) == (value, written, "structured data")


def test_structured_data_win_over_the_text(make_article: Make) -> None:
    score = stated_score(make_article("Score: 3/10", ratings=(Rating("8", 10),)))
    assert score is not None
    assert score.value == 80


@pytest.mark.parametrize("rating", [Rating("11", 10), Rating("-1", 10), Rating("great", 10), Rating("5", 0), Rating("nan", 10)])
def test_ratings_that_cannot_be_leave_the_word_to_the_text(make_article: Make, rating: Rating) -> None:
    score = stated_score(make_article("Score: 3/10", ratings=(rating,)))
    assert score is not None
    assert score.value == 30


@given(st.text(alphabet="Score: 0179/.,★☆½%AB+-outf\n五評価：", max_size=60))
def test_whatever_stands_there_a_score_lies_on_the_scale(make_article: Make, text: str) -> None:
    score = stated_score(make_article(text))
    assert score is None or 0 <= score.value <= 100


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rating: 3 1/2 stars out of 4.", 87.5),
        ("Rated 3 stars out of 4.", 75),
        ("Rating: five stars", 100),
        ("Three and a half stars.", 70),
    ],
)
def test_stars_in_every_spelling(make_article: Make, text: str, value: float) -> None:
    found = stated_score(make_article(text))
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "text",
    ["Critics elsewhere have given it 9/10, which baffles me.", "Readers gave it 4.5/5.", "The first film scored 6/10 from us."],
)
def test_other_peoples_scores_are_not_the_authors(make_article: Make, text: str) -> None:
    assert stated_score(make_article(text)) is None


@pytest.mark.parametrize(("value", "normalised"), [("7.5", 75), ("4", 80), ("82", 82)])
def test_a_structured_rating_without_a_best_is_read_on_the_next_usual_scale(
    make_article: Make, value: str, normalised: float
) -> None:
    found = stated_score(make_article("A text.", ratings=(Rating(value),)))
    assert found is not None
    assert found.value == normalised
