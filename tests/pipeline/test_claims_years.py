"""What the press tells of a work over the years, from the first rumour to the day on which it is cancelled, and the near misses of each way."""

from datetime import date

import pytest

from pipeline.series import Series
from tests.pipeline.test_claims import said

SHOW = Series(
    "Tin Harbor",
    medium="show",
    aliases=("House of Tin",),
    studio=("Kestrel Pictures",),
    characters=("Osa Venn", "Mia Venn", "Corin Dale", "Tovah", "Ilse"),
    staff={
        "Lesley Hadden": "showrunner",
        "Bo Jun-seo": "director",
        "Haro Ide": "original creator",
        "Kota Mori": "original creator",
    },
    cast={"Ann Stern": "Osa Venn", "Lee Jun-ki": "Corin Dale", "Max Ito": "Ilse"},
)
FILM = Series(
    "Vesna: A Salt Road Story",
    medium="film",
    aliases=("Vesna",),
    studio=("Ember Bros. Pictures",),
    staff={"Jan Moller": "director, script"},
    cast={"Ida Roth": "Vesna", "Ella Brand": "Young Vesna", "Tom Hale": "Captain Orr"},
)
GAME = Series("Night Ferry", medium="game", studio=("Halfmoon Kiln",), characters=("Manfred",))
ANIME = Series(
    "Iron Moth", medium="anime", characters=("Gaku",), staff={"Yui Sano": "original creator"}, cast={"Ken Sato": "Aki Mori"}
)
DAY = date(2024, 7, 8)
WORKS = {"show": SHOW, "film": FILM, "game": GAME, "anime": ANIME}


@pytest.mark.parametrize(
    ("work", "text", "expected"),
    [
        # cancelled
        ("show", "Tin Harbor has been axed after a single season.", "sequel season 2 no"),
        ("show", "It was cancelled after that one season.", "sequel season 2 no"),
        ("show", "The series was canceled by Nightjar+ after just two seasons.", "sequel season 3 no"),
        ("show", 'Nightjar has canceled "Tin Harbor" after one season.', "sequel season 2 no"),
        ("show", "Nightjar pulled the plug on Tin Harbor.", "sequel season 2 no"),
        ("show", "Low Water was cancelled after one season.", ""),
        ("show", "Tin Harbor was almost cancelled after one season.", ""),
        ("show", "Tin Harbor could be axed.", ""),
        ("show", "The screening of Tin Harbor was cancelled after one hour.", ""),
        ("game", "Night Ferry was cancelled after one season.", ""),
        ("show", "A second season is all but certain.", "sequel season 2 yes"),
        ("show", "It is a trailer for a second season that Nightjar has not even announced yet.", "sequel season 2 no"),
        ("show", "The acts of a film have more weight than these three episodes.", ""),
        # the series by another name
        ("show", "The spin-off was announced in 2021 as House of Tin.", ""),
        ("show", "The spin-off was announced in 2021.", "sequel spin-off yes"),
        # days
        (
            "show",
            "Kestrel released the first teaser for Tin Harbor on Monday and confirmed that the series will begin on May 3, 2025.",
            "premiere 2025-05-03",
        ),
        (
            "show",
            "Kestrel confirmed during its showcase at the winter fair in Leeds that Tin Harbor will premiere in 2025.",
            "premiere 2025",
        ),
        ("show", "Tin Harbor was known as House of Tin until July 2022.", ""),
        ("show", "New episodes will be released weekly through the two-part finale on October 30.", "finale 2024-10-30"),
        ("show", "The show will not premiere until late 2025.", "premiere 2025"),
        ("show", "Tin Harbor ends on Christmas Day.", "finale 2024-12-25"),
        ("show", "Tin Harbor premiered on New Year’s Day, 2023.", "premiere 2023-01-01"),
        ("film", "Vesna opens on Halloween.", "release 2024-10-31"),
        ("film", "Vesna had a Halloween party.", ""),
        ("anime", "The anime will debut on TV Tokyo and its affiliates on January 11.", "premiere 2025-01-11|platform tv tokyo"),
        (
            "anime",
            "Based on the manga by Yui Sano, the anime premieres on January 11.",
            "premiere 2025-01-11|source manga|staff original creator sano yui",
        ),
        (
            "film",
            "It premieres at the Cannes Film Festival on 15 May and opens in cinemas on 24 May.",
            "release 2025-05-24|release festival 2025-05-15",
        ),
        (
            "film",
            'Ember said that "Vesna," the sequel to "Salt Road: The Inn," will now open on May 24, 2025.',
            "release 2025-05-24",
        ),
        ("film", "It opens Friday in theaters.", "release 2024-07-12"),
        ("film", "Vesna comes to digital on March 25.", "release home video 2025-03-25"),
        ("film", "Vesna had already lost its first date, March 29, 2024, in the wake of the strikes.", ""),
        ("film", "Vesna is now due on May 27, 2025, having been moved out of its June 2023 slot.", "release 2025-05-27"),
        ("film", "The studio originally planned to have it out in June 2023 but shifted it in September 2021.", ""),
        ("film", 'Some who saw the first footage of "Vesna" in April made fun of it.', ""),
        ("game", "Night Ferry may not come out until 2026.", "release 2026"),
        # labels
        ("show", "It is a mystery-thriller.", "genre mystery|genre thriller"),
        ("show", "Kester described it as a mystery-thriller.", "genre mystery|genre thriller"),
        ("show", "Tin Harbor is an action, comedy and horror series.", "genre action|genre comedy|genre horror"),
        ("film", "The sci-fi dark comedy was shown on Saturday.", "genre sci-fi|genre comedy"),
        ("game", "He said the RPG keeps being put off.", "genre rpg"),
        ("game", "Night Ferry is no typical RPG.", ""),
        (
            "show",
            "Directed by Bo Jun-seo (Low Water, Don't Sleep), the horror series is cheap.",
            "genre horror|staff director bo junseo",
        ),
        # people
        ("show", "Bo Jun Seo directs Tin Harbor.", "staff director bo junseo"),
        ("show", "Showrunner Leslye Hadden is tired.", "staff showrunner hadden lesley"),
        (
            "show",
            "Lesley Hadden will write, direct and produce.",
            "staff script hadden lesley|staff director hadden lesley|staff producer hadden lesley",
        ),
        ("show", "The universe created by Rolf Ott and Jan Ott is large.", ""),
        ("show", "The novel is by Haro Ide, who is also a baker.", "source novel|staff original creator haro ide"),
        (
            "show",
            "Haro Ide and Kota Mori publish the novel in weekly parts.",
            "staff original creator haro ide|staff original creator kota mori",
        ),
        # parts
        ("show", "Osa and Mia Venn are both played by Ann Stern.", "cast osa venn ann stern|cast mia venn ann stern"),
        ("show", "Ann Stern plays twins Osa Venn and Mia Venn.", "cast osa venn ann stern|cast mia venn ann stern"),
        ("show", "As Tovah (Ian Cole) and Ilse leave, it rains.", "cast tovah cole ian"),
        ("show", "Low Water's Lee Jun-ki was Harbor Master Corin Dale.", "cast corin dale junki lee"),
        (
            "show",
            "Eva Bell and Ali Ahn make strong first impressions as Tovah and Ilse.",
            "cast tovah bell eva|cast ilse ahn ali",
        ),
        ("show", "Ilse rows, and Max Ito is superb in the part.", "cast ilse ito max"),
        ("game", "The Low Water star plays Manfred, a skeleton.", ""),
        ("film", "Ida Roth has the title role.", "cast vesna ida roth"),
        ("film", "Ella Brand plays young Vesna.", "cast vesna yong brand ella"),
        ("film", "Tom Hale drives the Salt Rig as Captain Orr.", "cast captain orr hale tom"),
        # places
        (
            "anime",
            "It will not reach Crunchyroll, Hulu and Netflix until Monday.",
            "platform crunchyroll|platform hulu|platform netflix",
        ),
        ("anime", "The fourth episode will reach Netflix on Monday.", "platform netflix"),
        ("game", "Versions for PS4 and Xbox One are not planned.", "platform !ps4|platform !xbox one"),
    ],
)
def test_over_the_years(work: str, text: str, expected: str) -> None:
    assert said(text, WORKS[work], f"{WORKS[work].title}: the news", DAY) == {part for part in expected.split("|") if part}


def test_voices_of_a_dub_go_on_to_the_next_sentence() -> None:
    text = "In the English version, Jacob Reed joins as Gaku. Matt Mercer returns as Aki Mori.\n\nIn Japanese, Ken Sato plays Aki Mori."
    assert said(text, ANIME, "Iron Moth: the voices", DAY) == {
        "cast gaku (english) jacob reed",
        "cast aki mori (english) matt mercer",
        "cast aki mori ken sato",
    }


def test_the_day_on_the_page_of_a_later_episode_is_its_own() -> None:
    assert said("Release date: October 17, 2024", SHOW, "Tin Harbor episode 6 review", date(2024, 10, 18)) == set()


def test_all_that_are_out_are_of_the_season_that_is_out() -> None:
    title = "Tin Harbor season 2 looks likely"
    assert said("All nine episodes of Tin Harbor are out.", SHOW, title, DAY) == {"episodes 9"}
