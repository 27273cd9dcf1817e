"""The stated score: what counts as one, what does not, and on which scale."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import Article, Rating
from pipeline.scores.cues import PARTS
from pipeline.scores.scales import usual_scale
from pipeline.scores.stated import stated
from pipeline.topics import ASPECTS

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
    # more spellings
    ("3½ out of 5", 70),
    ("A fine evening, and 3½ out of 5.", 70),
    ("85/100", 85),
    ("Rating: 7 of 10", 70),
    ("Final score - 8", 80),
    ("[9.0/10]", 90),
    ("Rating: 7-8/10", 75),
    ("Rating: 10/10!!!", 100),
    ("Eight and a half out of ten.", 85),
    ("Rating: 3 out of 4 stars", 75),
    ("Our rating: 2.5 out of 4", 62.5),
    ("TL;DR 6/10", 60),
    ("Final Thoughts: 7.5/10", 75),
    ("⭐️⭐️⭐️", 60),
    ("Rating: ****", 80),
    ("****½", 90),
    ("***½ out of *****", 70),
    ("Rating: ** out of ten", 20),
    ("★★★★☆ (3.5/5)", 70),
    ("B+", 83),
    ("Verdict: B plus", 83),
    ("## Verdict: B+", 83),
    ("## Verdict: 8", 80),
    ("9.5", 95),
    ("総合評価：８／１０", 80),
    ("Score: ８", 80),
    ("Voto: 7,5", 75),
    ("Note : 15/20", 75),
    ("Оценка: 8 из 10", 80),
    ("评分：8/10", 80),
    ("Bewertung: 4 von 5 Sternen", 80),
    # in a sentence
    ("A score of 8.", 80),
    ("It gets a score of 8 from me.", 80),
    ("All told a strong 8.", 80),
    ("It is a solid 7 from me.", 70),
    ("I’d give it a 7, and mean it.", 70),
    ("I give this film an 8 because the rain is real.", 80),
    ("I would give this series an 8/10.", 80),
    ("I'll give it an 8 overall.", 80),
    ("I give it four stars.", 80),
    ("I give this show a B-.", 67),
    ("It earns an A.", 95),
    ("We rate it 4/5.", 80),
    ("It's a 7/10 for me.", 70),
    ("Is it perfect? No. 8/10.", 80),
    ("It deserves a 6 out of 10, no more.", 60),
    ("My final rating for Copper Lily is going to be a 6.4/10.", 64),
    ("My rating would be an 8/10.", 80),
    # without a full stop where a sentence ends
    ("Overall: 8", 80),
    ("Overall 6: watch it when it rains.", 60),
    ("Overall (7) It is what it is.", 70),
    ("Overall = 8 - Very good", 80),
    ("Overall:7 As a friend of rain I can say this.", 70),
    ("[OVERALL]: (9.2/10) A storm.", 92),
    # the last word counts
    ("After the finale I dropped my rating from 8 to 2.", 20),
    ("I went from a 7/10 to a 3/10 in one evening.", 30),
    ("I know the critics gave it 4/10, but I give it 8/10.", 80),
    ("Compared to the first season, I give this one 6/10.", 60),
    ("Rating: 3.5/10 (grade: F)", 35),
    ("I settle on 4/5.", 80),
    ("Overall, this is a definite 10/10, maybe more.", 100),
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
    # counted, dated, idle
    "Only 1/10th of the budget is on screen.",
    "10/10 would recommend to my enemies.",
    "I gave it 2 chances.",
    "I give it 3 more weeks.",
    "It gets 12 episodes.",
    "It has a strong 8 episode run.",
    "The 4/5 split of the room is odd.",
    "The children are 3/4 years old.",
    "I have 9 out of 10 fingers left.",
    "Rated R for language.",
    "Rated PG-13.",
    "The final 3 episodes drag.",
    "Overall 12 people died.",
    "It was the top 10 of the year.",
    "Score: 2-1 for the home team.",
    "Holy ****, what a storm.",
    "***",
    "* * *",
    "Grade A meat is served in the inn.",
    "The A plot and the B plot meet.",
    "Day gives 100% here.",
    # supposed, denied
    "It would be a 9 if the finale landed.",
    "It could have been a strong 8.",
    "If only the ending worked, 9/10 would be mine to give.",
    "I wish I could give it 10 stars.",
    "Lovely, but it is not 10/10 worthy.",
    "I'd never give this a 10.",
    "Nothing in it is less than 8/10.",
    "I give it -10 out of 10.",
    "Is it an 8/10?",
    "Giving it a 1 or a 10 would be silly.",
    # of others, of other works
    "How it managed to get an 8.35/10 is beyond me.",
    "My friend gave it a 9.",
    "My friend gave it a 9/10.",
    "She rated it 4/5 and left.",
    "Who gave this 10 out of 10?",
    "It sits at 7.82 on MyAnimeList.",
    "94 per cent on Rotten Tomatoes, and rising.",
    "MAL score: 8.35",
    "Metacritic: 74/100",
    "User rating: 4.5/5",
    "Community score: 4.1",
    "Rated 16/20 by our readers.",
    "The first season was an easy 9/10.",
    "Last season I gave it an 8/10.",
    # a key to the scale, a round-up
    "10 - Masterpiece\n\n9 - Great\n\n8 - Very good\n\n7 - Good\n\n6 - Fine",
    "10/10: masterpiece\n\n9/10: great\n\n8/10: very good\n\n7/10: good",
    "★★★★★ Masterpiece\n\n★★★★ Great\n\n★★★ Good\n\n★★ Weak\n\n★ Bad",
    "STAR RATING: ***** Go tonight **** Go soon *** Wait ** Walk on",
    "The Ferry. Rating: 2/5\n\nThe Harbour. Rating: 5/5\n\nThe Pier. Rating: 3/5",
]


@pytest.mark.parametrize(("text", "value"), STATED)
def test_stated(make_article: Make, text: str, value: float) -> None:
    score = stated(make_article(f"The storm opens the film and never quite leaves it.\n\n{text}")).overall
    assert score is not None
    assert score.value == pytest.approx(value, abs=0.1)
    assert score.where == "text"
    assert score.as_written in text


@pytest.mark.parametrize("text", NOT_STATED)
def test_not_stated(make_article: Make, text: str) -> None:
    assert stated(make_article(f"The storm opens the film and never quite leaves it.\n\n{text}")).overall is None


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
    score = stated(make_article("No number here.", ratings=(rating,))).overall
    assert score is not None
    assert (score.value, score.as_written, score.where) == (value, written, "structured data")


def test_structured_data_win_over_the_text(make_article: Make) -> None:
    score = stated(make_article("Score: 3/10", ratings=(Rating("8", 10),))).overall
    assert score is not None
    assert score.value == 80


@pytest.mark.parametrize("rating", [Rating("11", 10), Rating("-1", 10), Rating("great", 10), Rating("5", 0), Rating("nan", 10)])
def test_ratings_that_cannot_be_leave_the_word_to_the_text(make_article: Make, rating: Rating) -> None:
    score = stated(make_article("Score: 3/10", ratings=(rating,))).overall
    assert score is not None
    assert score.value == 30


@given(st.text(alphabet="Score: 0179/.,★☆½%AB+-outf\n五評価：", max_size=60))
def test_whatever_stands_there_a_score_lies_on_the_scale(make_article: Make, text: str) -> None:
    score = stated(make_article(text)).overall
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
    found = stated(make_article(text)).overall
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "text",
    ["Critics elsewhere have given it 9/10, which baffles me.", "Readers gave it 4.5/5.", "The first film scored 6/10 from us."],
)
def test_other_peoples_scores_are_not_the_authors(make_article: Make, text: str) -> None:
    assert stated(make_article(text)).overall is None


@pytest.mark.parametrize(("value", "normalised"), [("7.5", 75), ("4", 80), ("82", 82)])
def test_a_structured_rating_without_a_best_is_read_on_the_next_usual_scale(
    make_article: Make, value: str, normalised: float
) -> None:
    found = stated(make_article("A text.", ratings=(Rating(value),))).overall
    assert found is not None
    assert found.value == normalised


@pytest.mark.parametrize(
    "row", ["Score" + "( )" * 40 + "x 8/10", "8/10 it " * 2000, "*" * 9000, "Overall " * 2000 + "7", "1" * 9000]
)
def test_odd_rows_are_read_in_no_time(make_article: Make, row: str) -> None:
    stated(make_article(row))


INTRO = "The storm opens the film and never quite leaves it.\n\n"


def test_every_part_is_an_aspect_or_said_to_be_none() -> None:
    assert set(PARTS) - {"audio", "disc", ""} <= set(ASPECTS)


@pytest.mark.parametrize(
    ("text", "aspects", "overall"),
    [
        ("Story: 7/10\n\nArt: 8/10", {"story": 70, "visuals": 80}, None),
        ("7/10 for the art, 9/10 for the music.", {"visuals": 70, "music": 90}, None),
        ("4/10 story, 9/10 art", {"story": 40, "visuals": 90}, None),
        ("Plot: 6\n\nSound: 8\n\nCast: 7\n\nOverall: 7", {"story": 60, "music": 80, "characters": 70}, 70),
        ("Story: 4 Art: 6 Sound: 9 Enjoyment: 7 Overall: 5", {"story": 40, "visuals": 60, "music": 90, "enjoyment": 70}, 50),
        ("I give the story a 6.", {"story": 60}, None),
        ("Art and Sound - 10/10", {"visuals": 100, "music": 100}, None),
        ("Enjoyment/Overall - 10", {}, 100),
        ("Writing ★★★☆☆", {"story": 60}, None),
        ("World: B+", {"worldbuilding": 83}, None),
        ("Character design: 8/10", {"visuals": 80}, None),
        ("Story (with some spoilers) - 3/10", {"story": 30}, None),
        ("Music: I'll just give it an 8, do ask why.", {"music": 80}, None),
        ("The music is lovely, 9/10.", {"music": 90}, None),
        ("Setting: 4/5\n\nOverall: 4", {"worldbuilding": 80}, 80),
        ("## Story\n\nIt rains for an hour.\n\n7/10\n\n## Music\n\nOboes.\n\n9/10", {"story": 70, "music": 90}, None),
        ("Replay value: 8/10", {}, None),
        ("Video: 8/10\n\nAudio: 7/10\n\nExtras: 3/10\n\nMSRP: 39.95", {}, None),
        ("Film: 8/10\n\nVideo: 9/10\n\nAudio: 7/10\n\nExtras: 3/10", {}, 80),
    ],
)
def test_sub_scores(make_article: Make, text: str, aspects: Mapping[str, float], overall: float | None) -> None:
    found = stated(make_article(INTRO + text))
    assert {name: score.value for name, score in found.aspects.items()} == aspects
    assert (found.overall and found.overall.value) == overall


@pytest.mark.parametrize(
    ("text", "episodes", "overall"),
    [
        ("Episode 3: 8/10", {3: 80}, None),
        ("Episode 3 (“Night Ferry”): 8/10", {3: 80}, None),
        ("Ep. 5 - ★★★★☆", {5: 80}, None),
        ("I give episode 3 an 8/10.", {3: 80}, None),
        ("Episode 3: 8/10\n\nEpisode 4: 6/10\n\nOverall: 7/10", {3: 80, 4: 60}, 70),
        ("## Episode 1\n\nRain.\n\nRating: 4/5\n\n## Episode 2\n\nMore.\n\nRating: ★★☆☆☆", {1: 80, 2: 40}, None),
    ],
)
def test_scores_of_episodes(make_article: Make, text: str, episodes: Mapping[int, float], overall: float | None) -> None:
    found = stated(make_article(INTRO + text))
    assert {number: score.value for number, score in found.episodes.items()} == episodes
    assert (found.overall and found.overall.value) == overall


def test_an_article_about_one_episode_gives_it_its_overall_score(make_article: Make) -> None:
    for text in ("Rating: 4/5", "Episode 3 rating: 4/5"):
        score = stated(replace(make_article(INTRO + text), title="Copper Lily Episode 3 Review")).overall
        assert score is not None
        assert score.value == 80


@pytest.mark.parametrize(
    ("text", "scale", "value"),
    [
        ("3.5 stars", 4, 87.5),
        ("Three stars.", 4, 75),
        ("★★★", 4, 75),
        ("***", 4, 75),
        ("***", 5, 60),
        ("Rating: 3", 4, 75),
        ("Rating: 3", 5, 60),
        ("Rating: 3", 10, 30),
        ("Rating: 62", 100, 62),
        ("3", 4, 75),
        ("3/5", 4, 60),
        ("B+", 4, 83),
        ("Rating: 8", 4, 80),
    ],
)
def test_the_usual_scale_of_a_site_decides_what_is_not_said(make_article: Make, text: str, scale: float, value: float) -> None:
    score = stated(make_article(INTRO + text), scale).overall
    assert score is not None
    assert score.value == value


@pytest.mark.parametrize(
    ("written", "scale"),
    [
        (["3/4"] * 5, 4),
        (["3/4"] * 4, None),
        (["3/4"] * 19 + ["B"], 4),
        (["3/4"] * 18 + ["B"] * 2, None),
        (["3/5 stars", "4/5", "★★★☆☆", "2 out of 5", "three out of five"], 5),
        (["8/10"] * 5 + ["3"], 10),
        (["3/4"] * 5 + ["8"] * 5, None),
        (["85%"] * 5, 100),
        (["B+", "A", "C", "D", "A-"], None),
        (["3.5 stars"] * 9, None),
        (["good"] * 9, None),
        ([], None),
    ],
)
def test_usual_scale(written: list[str], scale: float | None) -> None:
    assert usual_scale(written) == scale


@pytest.mark.parametrize(
    ("rating", "scale", "value"),
    [
        (Rating("3", 5, 1), None, 60),  # 1 to 5 as written, not between 1 and 5
        (Rating("0", 5, -5), None, 50),
        (Rating("2", 1, 6), None, 80),  # school marks: the best is 1
        (Rating("3"), 4, 75),
        (Rating("A", 5, 1), None, 95),
        (Rating("0", 5, 1), None, None),  # not rated
        (Rating("Awful", 5, 1), None, None),
    ],
)
def test_the_ends_of_structured_scales(make_article: Make, rating: Rating, scale: float | None, value: float | None) -> None:
    score = stated(make_article("No number here.", ratings=(rating,)), scale).overall
    assert (score and score.value) == value


def test_a_labelled_line_of_its_own_outdoes_what_another_work_would_get(make_article: Callable[..., Article]) -> None:
    piece = make_article("Watch Iron Choir, which I'd give a 9/10 any day of the week. As for this one:\n\nScore: 3/10")
    found = stated(piece).overall
    assert found is not None
    assert found.value == 30
