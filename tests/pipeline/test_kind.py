"""What sort of piece it is, and which episode it speaks of."""

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.article import Article
from pipeline.assessment import KINDS, Score
from pipeline.kind import kind_of
from pipeline.names import Names
from pipeline.series import Series

Make = Callable[..., Article]
BEFORE, DURING, AFTER = date(2023, 12, 20), date(2024, 1, 12), date(2024, 3, 1)
PLAIN = "The harbour lies in the rain. Lily dives for a bell."
OWN_VOICE = "I stayed up for it. I laughed and I wept, and my tea went cold."

FAQ = "\n\n".join(
    f"**{question}?** The bell hangs in the harbour, and the tide rings it."
    for question in ("What is the bell", "Who rings the bell", "Why does the harbour sink")
)
ANSWERS = "\n\n".join(
    f"**{question}?**\n\nI drew it at night, with my sister." for question in ("Why bells", "And the tide", "What comes next")
)
NUMBERED = "\n\n".join(f"**{n}. The bell of pier {n}.** It rings in the rain." for n in (5, 4, 3, 2, 1))


@pytest.mark.parametrize(
    ("title", "text", "published", "kind", "episode"),
    [
        ("Copper Lily review", PLAIN, AFTER, "review", None),
        ("Reseña de Copper Lily", PLAIN, AFTER, "review", None),
        ("『カッパーリリー』全話感想", PLAIN, AFTER, "review", None),
        ("Copper Lily, in hindsight", OWN_VOICE, AFTER, "review", None),
        ("Copper Lily episode 3 review", PLAIN, DURING, "episode_review", 3),
        ("Copper Lily Ep. 12", PLAIN, DURING, "episode_review", 12),
        ("Copper Lily – 04", PLAIN, DURING, "episode_review", 4),
        ("Copper Lily 2", PLAIN, DURING, "episode_review", 2),
        ("Copper Lily S01E02", PLAIN, DURING, "episode_review", 2),
        ("Copper Lily: the third episode sinks", PLAIN, DURING, "episode_review", 3),
        ("Copper Lily episode four review", PLAIN, DURING, "episode_review", 4),
        ("『カッパーリリー』第2話 感想", PLAIN, DURING, "episode_review", 2),
        ("Copper Lily: The Glass Orchard", PLAIN, DURING, "episode_review", 2),
        ("First impressions: Copper Lily", PLAIN, DURING, "episode_review", 1),
        ("Copper Lily 2–3: Adrift", PLAIN, DURING, "episode_review", None),
        ("The Three-Episode Test: Copper Lily", OWN_VOICE, DURING, "episode_review", None),
        ("Copper Lily, adrift", "The second episode belongs to the bell. " + OWN_VOICE, DURING, "episode_review", 2),
        ("Copper Lily recap: the bell", OWN_VOICE + " This week nobody dives.", DURING, "episode_review", 2),
        ("Stream It or Skip It: Copper Lily", OWN_VOICE, AFTER, "review", None),
        ("Copper Lily is over", OWN_VOICE, AFTER, "review", None),
        ("Copper Lily episode 3 postponed", "The network said on Friday that it will be shown on May 3.", DURING, "news", None),
        ("What the bell was for", FAQ, AFTER, "guide", None),
        ("Under the bell", ANSWERS, AFTER, "interview", None),
        ("The Bells of Copper Lily", NUMBERED, AFTER, "list", None),
        ("What to expect of Copper Lily", PLAIN, BEFORE, "preview", None),
        ("Copper Lily is my most anticipated show", OWN_VOICE, BEFORE, "preview", None),
        ("Copper Lily trailer reveals release date", PLAIN, BEFORE, "news", None),
        ("Copper Lily announced for January", PLAIN, BEFORE, "news", None),
        ("The Bells of Copper Lily", "Debuting today on Wren, the drama goes down to the harbour.", DURING, "news", None),
        ("Copper Lily Blu-ray dated", PLAIN, AFTER, "news", None),
        ("Interview: Hana Mori on Copper Lily", PLAIN, DURING, "interview", None),
        (
            "Hana Mori talks about tides",
            "Q: Why bells?\n\nBells.\n\nQ: Why rain?\n\nRain.\n\nQ: Why now?\n\nNow.",
            DURING,
            "interview",
            None,
        ),
        ("Copper Lily ending explained", PLAIN, AFTER, "guide", None),
        ("Copper Lily watch order", PLAIN, AFTER, "guide", None),
        ("Ten reasons to watch Copper Lily", PLAIN, DURING, "list", None),
        ("The 10 best anime of 2024", PLAIN, AFTER, "list", None),
        ("Copper Lily", PLAIN, None, "other", None),
    ],
)
def test_kind_and_episode(
    make_article: Make, series: Series, title: str, text: str, published: date | None, kind: str, episode: int | None
) -> None:
    found = kind_of(make_article(text, title=title, published=published), series, None, Names.of(series).title)
    assert (found.name, found.episode) == (kind, episode), found.because
    assert found.name in KINDS
    assert found.because
    assert found.margin >= 0


LIVELY = "Lily Okafor is wonderful. The harbour looks gorgeous, and the bells are a delight."


@pytest.mark.parametrize(
    ("title", "text", "published", "kind"),
    [
        ("Copper Lily rings in its captain", "Ada Finch has joined the cast, and what a find she is. " + LIVELY, DURING, "news"),
        ("A bell for the prime of the evening", "The network has renewed the drama, so rejoice. " + LIVELY, AFTER, "news"),
        ("The harbour, at last", "The first pictures are in, and they are lovely. " + LIVELY, BEFORE, "news"),
        ("Divers wanted", "Variety reports that a sequel is on the cards. " + LIVELY, AFTER, "news"),
        ("More bells", "The show was watched 9 million times in a week. " + LIVELY, AFTER, "news"),
        ("Bells in the mist", "The second half airs on Friday. " + LIVELY, DURING, "news"),
        ("Network renews Copper Lily", LIVELY, AFTER, "news"),
        ("Ada Finch to star in Copper Lily", LIVELY, BEFORE, "news"),
        ("Copper Lily moves to March", LIVELY, BEFORE, "news"),
        ("Fresh Copper Lily photos", LIVELY, BEFORE, "news"),
        ("Copper Lily takes a short break", LIVELY, DURING, "news"),
        ("Copper Lily opens to 4.2 million", LIVELY, DURING, "news"),
        ("Copper Lily triumphs over rivals", LIVELY, DURING, "news"),
        ("When does Copper Lily episode 3 come out?", "It airs on Friday.", DURING, "news"),
        ("Copper Lily review roundup", LIVELY, DURING, "news"),
        ("Copper Lily begins filming", LIVELY, BEFORE, "news"),
        ("Copper Lily names its voices", LIVELY, BEFORE, "news"),
        ("Copper Lily is a triumph", OWN_VOICE, AFTER, "review"),
        ("Copper Lily gets lost in the mist", OWN_VOICE, AFTER, "review"),
        ("Four hours of Copper Lily", LIVELY + " Our verdict: dive.", AFTER, "review"),
        ("Everything you need to know about Copper Lily", PLAIN, BEFORE, "guide"),
        ("Copper Lily: release date, cast, trailer and more", "It was announced in May.", BEFORE, "guide"),
        ("Is Copper Lily based on a true story?", "The writer told a paper that it is not, she said on Monday.", AFTER, "guide"),
        ("Will there be a Copper Lily season 2?", PLAIN, AFTER, "guide"),
        ("Will there be an episode 14 of Copper Lily?", PLAIN, AFTER, "guide"),
        ("How Copper Lily ends", PLAIN, AFTER, "guide"),
        ("Copper Lily release schedule", PLAIN, DURING, "guide"),
        ("Bell by bell", "\n\n".join(f"Episode {n} - Friday {n} March" for n in (1, 2, 3, 4)), DURING, "guide"),
        ("Who's who in Copper Lily", PLAIN, DURING, "guide"),
        ("“I drew the tide”: Hana Mori on Copper Lily", OWN_VOICE, BEFORE, "interview"),
        ("Hana Mori: “I drew the whole tide”", OWN_VOICE, BEFORE, "interview"),
        ("The tide table", "We spoke with Hana Mori about her bells.", DURING, "interview"),
        ("A year on the quay", "I spoke with the sea first. " + OWN_VOICE, AFTER, "review"),
        ("Spring preview: Copper Lily", "The drama will air from May 3.", BEFORE, "preview"),
        ("Corrections and clarifications", LIVELY, AFTER, "other"),
        ("Copper Lily", "Overview\n\nA bell.\n\nStatus\n\nCast\n\nReviews (2)", AFTER, "other"),
        ("Two episodes into Copper Lily", OWN_VOICE, DURING, "episode_review"),
        ("Copper Lily, week three: tides", OWN_VOICE, DURING, "episode_review"),
        ("Copper Lily 1x03: tides", OWN_VOICE, DURING, "episode_review"),
        ("Winter shows", "How would you rate episode 1 of Copper Lily?\n\n" + OWN_VOICE, DURING, "episode_review"),
    ],
)
def test_what_headline_and_opening_report(
    make_article: Make, series: Series, title: str, text: str, published: date, kind: str
) -> None:
    found = kind_of(make_article(text, title=title, published=published), series, None, Names.of(series).title, 0.45)
    assert found.name == kind, found.because


@pytest.mark.parametrize(
    ("url", "kind", "episode"),
    [
        ("https://paper.example/copper-lily-ending-explained", "guide", None),
        ("https://paper.example/copper-lily-ending-explained/", "guide", None),
        ("https://paper.example/copper-lily-renewed-for-season-2", "news", None),
        ("https://paper.example/copper-lily-episode-3-review/", "episode_review", 3),
        ("https://paper.example/copper-lily-episode-3-review/.20664", "episode_review", 3),
        ("https://paper.example/p/20664", "other", None),
        ("https://paper.example/notes-of-week-12", "episode_review", None),
        ("https://paper.example/tv-notes-week-16-2023", "other", None),
        ("https://paper.example/the-best-shows-of-2024", "list", None),
        ("https://paper.example/the-best-show-of-2024-is-copper-lily", "other", None),
    ],
)
def test_an_address_keeps_a_plainer_title(make_article: Make, series: Series, url: str, kind: str, episode: int | None) -> None:
    piece = make_article(PLAIN, title="What the bell was for", published=AFTER, url=url)
    found = kind_of(piece, series, None, Names.of(series).title)
    assert (found.name, found.episode) == (kind, episode), found.because


def test_facts_told_in_a_lively_tone_are_no_review(make_article: Make, series: Series) -> None:
    names = Names.of(series).title
    told, meant = make_article(PLAIN, title="The harbour", published=AFTER), make_article("I like it.", title="The harbour")
    assert kind_of(told, series, None, names, 0.45).name == "other"
    assert kind_of(told, series, None, names, 0.6).name == "review"
    assert kind_of(meant, series, None, names, 0.45).name == "review"


def test_one_sign_of_news_does_not_stand_against_an_author_who_judges_throughout(make_article: Make, series: Series) -> None:
    text = "The drama has been renewed, and I am glad. " + OWN_VOICE
    piece = make_article(text, title="Last night on the quay", published=AFTER)
    assert kind_of(piece, series, None, Names.of(series).title, 0.7).name == "review"
    assert kind_of(piece, series, None, Names.of(series).title, 0.4).name == "news"


def test_what_others_say_is_not_the_authors_voice(make_article: Make, series: Series) -> None:
    said = "“I dive every day, and I never rest, and I sing to my bell,” the captain wrote."
    piece = make_article(said, title="A captain of the harbour", published=BEFORE)
    assert kind_of(piece, series, None, Names.of(series).title).name == "other"


def test_a_piece_that_judges_throughout_before_the_premiere_has_seen_it(make_article: Make, series: Series) -> None:
    piece = make_article(OWN_VOICE, title="Copper Lily review", published=BEFORE)
    assert kind_of(piece, series, None, Names.of(series).title, 0.6).name == "review"


def test_before_the_premiere_nothing_can_be_reviewed(make_article: Make, series: Series) -> None:
    piece = make_article(OWN_VOICE, title="Copper Lily review", published=BEFORE)
    assert kind_of(piece, series, None, Names.of(series).title).name == "preview"


def test_words_of_the_series_title_are_no_evidence(make_article: Make) -> None:
    series = Series(title="Interview with the Guide")
    piece = make_article(PLAIN, title="Interview with the Guide review")
    assert kind_of(piece, series, None, Names.of(series).title).name == "review"


def test_structured_data_and_a_score_speak_for_a_review(make_article: Make, series: Series) -> None:
    names = Names.of(series).title
    assert kind_of(make_article(PLAIN, title="Copper Lily", types=("Review",)), series, None, names).name == "review"
    scored = kind_of(make_article(PLAIN, title="Copper Lily"), series, Score(70, "7/10", "text"), names)
    assert (scored.name, "7/10" in scored.because) == ("review", True)
    one = make_article(PLAIN, title="Copper Lily episode 3 review", url="https://paper.example/reviews/1")
    assert kind_of(one, series, Score(70, "7/10", "text"), names).name == "episode_review"


def test_the_week_of_the_air_date_tells_the_episode(make_article: Make, series: Series) -> None:
    piece = make_article(PLAIN, title="Copper Lily: week 2 in the rain", published=date(2024, 1, 12), tags=("review",))
    assert kind_of(piece, series, None, Names.of(series).title).episode == 2
