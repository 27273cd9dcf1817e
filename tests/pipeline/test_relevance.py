"""Is it about the series? Of links before they are fetched, of articles after."""

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.names import Names
from pipeline.page import Link, Reason
from pipeline.relevance import judge, worth_fetching
from pipeline.series import Series

Make = Callable[..., Article]
URL = "https://paper.example/2024/a-piece"
NAMED = "https://paper.example/2024/copper-lily-review"


@pytest.fixture(scope="module")
def names(series: Series) -> Names:
    return Names.of(series)


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        (Link(URL, "Copper Lily review"), None),
        (Link(URL, "COPPER LILY REVIEW"), None),
        (Link(URL, "Copper Lily's best hour"), None),
        (Link(URL, "Winter notes", "On Copper Lily and the rest."), None),
        (Link(URL, "Winter notes", tags=("anime", "Copper Lily")), None),
        (Link(NAMED), None),
        (Link("https://paper.example/2024/copper_lily.html"), None),
        (Link("https://paper.example/2024/copper%20lily"), None),
        (Link(URL, "アニメ『カッパーリリー』感想"), None),
        (Link(URL, "Copper Lily lipstick in the show", "The anime lends its name to a lipstick."), None),
        (Link(URL, "Tin Lily review"), Reason.OFF_TOPIC),
        (Link(URL, "Copper lilyflower bulbs"), Reason.OFF_TOPIC),
        (Link(URL, "Copper and a lily"), Reason.OFF_TOPIC),
        (Link(URL), Reason.OFF_TOPIC),
        (Link(URL, "Copper Lily: the lipstick of the spring"), Reason.OTHER_THING),
        (Link("https://paper.example/style/copper-lily-lipstick"), Reason.OTHER_THING),
        (Link(URL, "Car paint in Copper Lily"), Reason.OTHER_THING),
        (Link("https://paper.example/tag/copper-lily/", "Copper Lily"), Reason.INDEX_PAGE),
        (Link("https://paper.example/", "Copper Lily"), Reason.INDEX_PAGE),
        (Link(URL, "Copper Lily Archives - The Paper"), Reason.INDEX_PAGE),
        (Link(URL, "Copper Lily opens its archives"), None),
    ],
)
def test_worth_fetching(names: Names, link: Link, reason: Reason | None) -> None:
    found = worth_fetching(link, names)
    assert (found.relevant, found.reason) == (reason is None, reason)
    assert found.because


LONG = "\n\n".join(
    f"Paragraph {n} speaks at length of tides, boats and the price of rope in the harbour town." for n in range(30)
)

ARTICLES = [
    # about it
    ({"title": "Copper Lily review", "text": "Copper Lily is an anime about a diver. Lily Vance is its lead."}, None),
    ({"title": "A diver sings", "url": NAMED, "text": "In Copper Lily the anime studio draws a diver."}, None),
    (
        {
            "title": "A diver sings",
            "text": "Copper Lily is an anime.\n\nCopper Lily has one season.\n\nCopper Lily, said Hana Mori.",
        },
        None,
    ),
    ({"title": "カッパーリリー感想", "language": "ja", "text": "カッパーリリーは良いアニメだ。第一話から泣いた。"}, None),
    (
        {
            "title": "惜しい作品",
            "language": "ja",
            "text": "アニメ『カッパーリリー』の話。カッパーリリーは海の話。カッパーリリーが好きだ。",
        },
        None,
    ),
    (
        {
            "title": "Copper Lily names its cast",
            "text": "Copper Lily has its cast.\n\n- Yui Sato\n\n- Jo Birch\n\n- Al Fenn\n\n- Bo Reed",
        },
        None,
    ),
    (
        {
            "title": "Copper Lily and the lipstick craze",
            "text": "The anime Copper Lily sells lipstick. Hana Mori laughs. Episode 3 shows why.",
        },
        None,
    ),
    # other things of the name
    (
        {
            "title": "Copper Lily, the lipstick",
            "text": "Copper Lily is a lipstick with the finish of lacquer. This lipstick lasts.",
        },
        Reason.OTHER_THING,
    ),
    (
        {"title": "Copper Lily on wheels", "text": "Car paint of the year is Copper Lily. The bodywork gleams."},
        Reason.OTHER_THING,
    ),
    # not about it
    ({"title": "Tin Lily review", "text": "Tin Lily is an anime about a miner."}, Reason.NOT_ABOUT),
    ({"title": "", "text": ""}, Reason.NOT_ABOUT),
    # only mentioned
    ({"title": "Tin Lily review", "text": f"Tin Lily is slow. Copper Lily was better.\n\n{LONG}"}, Reason.MENTION_ONLY),
    ({"title": "A diver sings", "url": NAMED, "text": LONG}, Reason.MENTION_ONLY),
    ({"title": "A diver sings", "tags": ("Copper Lily",), "text": f"Copper Lily, again.\n\n{LONG}"}, Reason.MENTION_ONLY),
    (
        {
            "title": "Six shows of the winter",
            "text": "\n\n".join(
                f"## {name}\n\n{name} is an anime of one season, and {name} will run on Sundays. Its studio is new."
                for name in ("Tin Lily", "Copper Lily", "Nine Bells", "Salt Road", "The Ferryman", "Paper Moon")
            ),
        },
        Reason.MENTION_ONLY,
    ),
]


@pytest.mark.parametrize(("piece", "reason"), ARTICLES, ids=lambda x: x["title"] or "(none)" if isinstance(x, dict) else None)
def test_judge(make_article: Make, names: Names, piece: dict[str, object], reason: Reason | None) -> None:
    found = judge(make_article(**piece), names)
    assert (found.relevant, found.reason) == (reason is None, reason), found.because
    assert found.because


def test_the_evidence_is_told_in_words(make_article: Make, names: Names) -> None:
    about = judge(make_article("Copper Lily is an anime. Copper Lily sings.", title="Copper Lily review"), names)
    assert "the title names it" in about.because
    assert "2 times in 8 words" in about.because
    other = judge(make_article("Copper Lily is a lipstick. What a lipstick.", title="Copper Lily"), names)
    assert "'lipstick' (2 words of that kind against 0 of the series)" in other.because
    once = judge(make_article("Copper Lily is a lipstick.", title="Copper Lily"), names)
    assert "'lipstick' (1 word of that kind against 0 of the series)" in once.because


_FILL = " The light changes slowly and the rooms are cold, and nothing much is said for a while." * 12


@pytest.mark.parametrize(
    ("title", "text", "relevant"),
    [
        (
            "A Bell and Its Diver",
            "Few asked as much as Copper Lily. Lily Vance dives. Yui Sato swallows a line. Ken Abe rings." + _FILL,
            True,
        ),
        (
            "“I Do Not Like Bells”",
            "The director of Copper Lily, Hana Mori, is late. Yui Sato has a cold? Is she? Is he?" + _FILL,
            True,
        ),
        (
            "Salt Wind: A Ferry Story",
            "If you enjoyed Copper Lily you will want Salt Wind. In Salt Wind there are boats." + _FILL,
            False,
        ),
        (
            "Hana Mori's Next Is About Tides",
            "The director of Copper Lily, Hana Mori, will make Low Water." + " Low Water has boats." * 3 + _FILL,
            False,
        ),
        ("Yui Sato Marries", "The actress known from Copper Lily married on Sunday. Her agency asked for calm." + _FILL, False),
        (
            "Copper Lily, Itemised",
            "Story: thin. Art: lovely. Music: bells. Pace: slow. Cast: fine. Ending: weak. I tried, and I am done with it.",
            True,
        ),
        (
            "Copper Lily, the discs",
            "Price: 39. Format: discs. Region: B. Studio: Atelier Nine. Add to basket. Free delivery. In stock.",
            False,
        ),
    ],
)
def test_what_names_it_once_is_about_it_by_its_people(
    make_article: Make, names: Names, title: str, text: str, relevant: bool
) -> None:
    found = judge(make_article(text, title=title), names)
    assert found.relevant == relevant, found.because


_LIST = "\n\n".join(f"- Ann Boe {n} as Somebody {n}" for n in "ABCDEFGH")
_CAST = "\n\n".join(
    f"{who} – {actor} (Moth in Salt Road)"
    for who, actor in zip("Ada Bea Cy Dov Eli Fay Gus".split(), "Ng Ohm Park Quill Roe Shaw Tam".split(), strict=True)
)


@pytest.mark.parametrize(
    ("title", "text", "relevant"),
    [
        ("Copper Lily adds eight new voices to its cast", _LIST, True),
        ("Copper Lily (TV) - Cast and Characters", _LIST, False),
        ("Coper Lilly: a weird one", "Coper Lilly is a weird show. I liked the first episodes of Coper Lilly, and its story is quick.", True),
        ("Coper Lilly: a weird one", "I bought it at the market, and it grows well in the shade.", False),
        ("Copper a Lily: a weird one", "Copper a Lily is a weird show, and the story of Copper a Lily is quick.", True),
    ],
)  # fmt: skip
def test_headlines_beside_databases_and_slips_beside_strangers(
    make_article: Make, names: Names, title: str, text: str, relevant: bool
) -> None:
    assert judge(make_article(url=URL, title=title, text=text), names).relevant is relevant


@pytest.mark.parametrize(
    ("title", "text", "relevant"),
    [
        ("The voices of Copper Lily", f"Cast of the dub.\n\n{_CAST}", False),
        ("Copper Lily | Salt Harbour Wonder Almanac", f"Cast of the dub.\n\n{_CAST}", False),
        (
            "A drama with faces of Salt Wind",
            "In Copper Lily dives Yui Sato of Salt Wind. Copper Lily is set at sea. Salt Wind?",
            True,
        ),
        ("Salt Wind: the faces", "In Copper Lily dives Yui Sato of Salt Wind. Copper Lily is set at sea. Salt Wind?", False),
        ("Copper Lily 4 gets a patch", "Owners of Copper Lily 4 must wait for the patch. Copper Lily 4 has many players.", False),
        ("Copper Lily 3 out in June", "The third season of Copper Lily comes in June. In Copper Lily 3 Yui Sato dives.", True),
        (
            "Copper Lily: The Dive has a trailer",
            "Here is the trailer of Copper Lily: The Dive, a reality show with Yui Sato of Copper Lily.",
            False,
        ),
        ("Copper Lily: The Dive", "In this hour of Copper Lily, Yui Sato dives. It is the best story of Copper Lily.", True),
        ("Copper Lily: Deep review", "Developer: Boss Kiln\n\nCopper Lily comes to phones with Yui Sato.", False),
        ("Copper Lily 4: the bell", "In this episode of Copper Lily the bell rings. It is what Copper Lily does best.", True),
        (
            "An evening with the old Copper Lily",
            "Have you seen Copper Lily from 1980, the serial? The story holds." + _FILL,
            False,
        ),
        ("Copper Lily", "You may know Copper Lily from 1980. This is the new one, and Yui Sato is in it." + _FILL, True),
        (
            "Book review: Copper Lily by Ana Holt",
            "Copper Lily is a story to read at once. The characters of Copper Lily live.",
            False,
        ),
        ("Copper Lily (Vol. 4)", "Copper Lily goes on. The story has new characters.", False),
        ("Copper Lily on Blu-ray (Vol. 4)", "Copper Lily goes on. The story has new characters.", True),
        ("Review: 'Copper Lily' (Ann Other, 2023)", "In Copper Lily Yui Sato dives. The story of Copper Lily holds.", False),
        ("Review: 'Copper Lily' (Hana Mori, 2024)", "In Copper Lily Yui Sato dives. The story of Copper Lily holds.", True),
        (
            "The director of Copper Lily is a master of ships: a look back",
            "Copper Lily is on air. Hana Mori drew ships before, and if Copper Lily brought you here, look at these.",
            False,
        ),
    ],
)
def test_lists_of_names_numbers_and_years(make_article: Make, names: Names, title: str, text: str, relevant: bool) -> None:
    found = judge(make_article(text, title=title, url=NAMED), names)
    assert found.relevant == relevant, found.because


@pytest.mark.parametrize(
    ("text", "relevant"),
    [
        ("A psychologist sees patients who died long ago in this thriller.", False),
        ("A psychologist sees patients who died long ago in this animated thriller.", True),
        ("A psychologist, Ilse Tarn, sees patients who died long ago in this thriller.", True),
    ],
)
def test_a_name_of_one_word_is_of_many_things(make_article: Make, text: str, relevant: bool) -> None:
    people = {f"{first} Tarn": "director" for first in ("Ilse", "Omar", "Pia", "Rex", "Sun")}
    names = Names.of(Series(title="Undertow", slug="undertow", medium="anime", staff=people))
    found = judge(make_article(f"Undertow is a series to watch. {text}{_FILL}", title="Undertow review"), names)
    assert found.relevant == relevant, found.because


def test_a_part_of_its_own_name_is_no_other_work(make_article: Make, names: Names) -> None:
    found = judge(
        make_article("Copper Lily, again: Hana Mori likes Copper Lily.", title="Copper Lily's Director Has a Worry"), names
    )
    assert "is about" not in found.because
