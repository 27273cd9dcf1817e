"""What trade papers claim of a live-action show, season by season, and the near misses of each way."""

from datetime import date

import pytest

from pipeline.series import Series
from tests.pipeline.test_claims import said

SHOW = Series(
    title="Copper Lily",
    medium="show",
    studio=("Studio Kestrel",),
    staff={
        "Haruo Minase": "director, producer",
        "Chika Odagawa": "original creator, showrunner, script",
        "Owen R. T. Vale": "original creator",
    },
    characters=("Nell Ashby", "Tomo Ida"),
    cast={"Rina Kusakabe": "Nell Ashby", "Sam Polk": "Orlo Vane"},
)
DAY = date(2024, 1, 20)


def told(text: str, title: str = "Copper Lily: the news") -> set[str]:
    return said(text, SHOW, title, DAY)


def check(text: str, expected: str, title: str = "Copper Lily: the news") -> None:
    assert told(text, title) == {part for part in expected.split("|") if part}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Director Ivo Rask walks away from Copper Lily.", ""),
        ("Director Ivo Rask has left Copper Lily.", ""),
        ("Copper Lily director Ivo Rask is out of hospital.", ""),
        ("Director Ivo Rask speaks about Copper Lily.", "staff director ivo rask"),
    ],
)
def test_who_goes_is_not_who_makes_it(text: str, expected: str) -> None:
    check(text, expected)


def test_who_has_a_company_of_his_name_is_none() -> None:
    film = Series("Wicker", medium="film", studio=("Otto Land Productions",), staff={"Otto Land": "producer"})
    assert said("Otto Land is producing Wicker.", film, "Wicker: the news", DAY) == {"staff producer land otto"}
    assert "studio land otto productions" in said("Wicker is produced by Otto Land Productions.", film, "Wicker: the news", DAY)


def test_two_with_two_have_their_parts_in_order() -> None:
    cast = {"Ann Vale": "Nell Ashby", "Rob Pine": "Orlo Vane"}
    show = Series("Wicker", medium="show", cast=cast, characters=("Nell Ashby", "Orlo Vane"))
    assert {"cast ashby nell ann vale", "cast orlo vane pine rob"} <= said(
        "Ann Vale and Rob Pine have less to do as Nell Ashby and Orlo Vane.", show, "Wicker: a review", DAY
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Netflix confirmed in San Diego that the series will premiere on March 3.", "premiere 2024-03-03"),
        ("The network announced at Comic-Con that the series will premiere on March 3.", "premiere 2024-03-03"),
        ("The festival has confirmed that Copper Lily will have its world premiere on March 3.", "premiere festival 2024-03-03"),
        (
            'Netflix has brought the premiere of "Copper Lily" forward from May 27 to May 22.',
            "premiere 2024-05-22",
        ),
        ("Copper Lily won't make April after all and moves to December 8.", "premiere 2024-12-08"),
    ],
)
def test_where_and_how_a_day_is_announced(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I could not stop watching the Netflix series Copper Lily.", "platform netflix"),
        ("Don't miss Copper Lily on Netflix.", "platform netflix"),
        ("She couldn't put down the HBO drama Copper Lily.", "platform hbo|genre drama"),
        ("Copper Lily is not on Netflix.", "platform !netflix"),
        ("Netflix has not renewed Copper Lily for a second season yet.", "platform netflix|sequel season 2 no"),
        ("Netflix will not renew its licence for Copper Lily.", "platform !netflix|sequel season 2 no"),
        ("Hulu has not picked up the show.", "platform !hulu"),
        ("He had not discussed the number of episodes with HBO yet.", ""),
        ("The series is not expected on HBO before March.", "platform hbo"),
        ('Owen Vale wrote "Copper Lily," HBO\'s prequel.', "platform hbo|staff script owen r t vale"),
        ("Copper Lily was shown during the presentation of Wren's new service, HBO Max.", ""),
    ],
)
def test_what_is_denied_is_not_always_the_place(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Copper Lily is based on the web novel and webtoon of the same name.", "source web novel|source webtoon"),
        ("Copper Lily is based on the light novel, and the manga that came after it.", "source light novel|source manga"),
        ("Copper Lily is based on a novel and novel fans love it.", "source novel"),
    ],
)
def test_what_it_was_made_from_may_be_two_things(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The drama, set in Japan in the 17th century, premieres on 3 November.", "premiere 2024-11-03"),
        ("Copper Lily, a thriller filmed in Canada, premieres on March 3.", "premiere 2024-03-03|genre thriller"),
        ("Copper Lily takes us to Edo-period Japan and premieres on March 3.", "premiere 2024-03-03"),
        ("The series comes to Japan on March 3.", "premiere japan 2024-03-03"),
        ("It is expected in 2025, and production gets under way next month.", "premiere 2025"),
        ("Copper Lily follows Silver Road Home, which was released in a 4K box in November 2023.", ""),
        ("Copper Lily, which was released on Blu-ray on November 3, is long.", "release home video 2023-11-03"),
        ("The complete second season comes to Blu-ray on November 19.", "sequel season 2 yes"),
        ("Episode Date: January 17, 2024", ""),
        ("Copper Lily will be back on June 16.", ""),
        ("The second season of Copper Lily will be back on June 16.", "premiere season 2 2024-06-16"),
        (
            "Season 3 will consist of eight episodes and is set to debut in May 2025.",
            "episodes season 3 8|premiere season 3 2025-05",
        ),
        (
            "In an interview about Copper Lily, Odagawa confirmed that Season 2 will arrive in 2026.",
            "premiere season 2 2026|sequel season 2 yes",
        ),
        ("Release: 2026 on Netflix", "premiere 2026|platform netflix"),
        ("Copper Lily ended its run on Sunday, 63 days after its debut on November 12.", "finale 2024-01-14|premiere 2023-11-12"),
        ("New episodes air Sundays on HBO and Max through March 4.", "finale 2024-03-04|platform hbo|platform max"),
        ("Three more episodes follow on HBO, the last on February 4.", "finale 2024-02-04|platform hbo"),
    ],
)
def test_days_of_a_show(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The first season started in August 2022; the second, with eight episodes, ran from June 16 to August 4.",
            "premiere 2022-08|episodes season 2 8|premiere season 2 2023-06-16|finale season 2 2023-08-04",
        ),
        ("Season 2 ran from June 16 to August 4.", "premiere season 2 2023-06-16|finale season 2 2023-08-04"),
        ("Copper Lily is planned for four seasons. The third is due to start filming in May.", "sequel season 3 yes"),
        ("The season has two trailers. The third is due to be shown in May.", ""),
        ('"Copper Lily" will end with season 4, the network says.', "sequel season 4 yes"),
        ("HBO has ordered three more episodes.", "platform hbo|sequel sequel yes"),
        ("We have spoken about a spin-off of Copper Lily, but nobody has ordered one.", "sequel spin-off open"),
        ('"Copper Lily," its first "Iron Moth" spinoff, will premiere on August 21.', "premiere 2024-08-21"),
        ("Copper Lily, a spinoff of Iron Moth, premieres on August 21.", "premiere 2024-08-21"),
        ("After Copper Lily, a spinoff of the show is in the works.", "sequel spin-off yes"),
    ],
)
def test_which_season_and_what_branches_off(text: str, expected: str) -> None:
    check(text, expected)


def test_the_prequel_of_another_work_is_what_a_headline_is_about() -> None:
    text = "The order is for 10 episodes. The series was created by Chika Odagawa."
    title = "Wren Orders 'Iron Moth' Prequel 'Copper Lily' Straight to Series"
    check(text, "episodes 10|staff original creator chika odagawa", title)


def test_a_headline_in_capitals_over_what_speaks_of_the_series_is_no_title() -> None:
    under = "\n\n## Halfway There\n\n{} The second ran for eight episodes.\n"
    seasons = "Showrunner Chika Odagawa has planned four seasons."
    assert "episodes season 2 8" in told(under.format(seasons))
    assert "episodes season 2 8" not in told("Halfway There was a hit." + under.format(seasons))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mina Sorel created the show with Jon Abel.", "staff original creator mina sorel|staff original creator abel jon"),
        (
            "She thanked co-creators Owen Vale and Chika Odagawa.",
            "staff original creator owen r t vale|staff original creator chika odagawa",
        ),
        ("She thanked co-creators Mina Sorel and Jon Abel.", ""),
        (
            "Three directors have joined as well: Mina Sorel, Jon Abel and Greg Yates.",
            "staff director mina sorel|staff director abel jon|staff director greg yates",
        ),
        ("Haruo Minase directed the episode, and it shows.", "staff director haruo minase"),
        ("Minase will direct several episodes of the new season.", "staff director haruo minase"),
        ("Minase directed three episodes of Iron Moth.", ""),
        ("Mina Sorel directed the episode, and it shows.", ""),
        ("Haruo Minase is supervising director of Copper Lily.", ""),
        ("Odagawa wrote or co-wrote Silver Road and three other films.", ""),
        ("Work is under way, according to Odagawa: more than half of the scripts are written.", ""),
        ("He talks with whoever is in charge, here Chika Odagawa, before he has written a note.", ""),
        (
            "Mina Sorel thanked everybody. She and Odagawa created the show, and she is its showrunner.",
            "staff original creator chika odagawa",
        ),
        (
            "Odagawa created the show, and she is its showrunner.",
            "staff original creator chika odagawa|staff showrunner chika odagawa",
        ),
        ("Odagawa wrote its eight episodes.", "staff script chika odagawa|episodes 8"),
    ],
)
def test_who_makes_a_show(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Copper Lily is based on Owen R.T. Vale's book.", "staff original creator owen r t vale|source novel"),
        ("Copper Lily is based on Owen RT Vale's novel.", "staff original creator owen r t vale|source novel"),
        ('Copper Lily is based on Owen Vale\'s book "Salt & Fire".', "staff original creator owen r t vale|source novel"),
        ("Copper Lily is based on Vale's Salt & Fire.", "staff original creator owen r t vale"),
        ("The story comes from Owen Vale's 2018 book Salt & Fire.", "staff original creator owen r t vale|source novel"),
        ("The 2009 film was Owen Vale's.", ""),
    ],
)
def test_whose_book_it_was(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danny Sapa (Gull Street) is in talks to play Tomo Ida, the Old Heron.", "cast ida tomo danny sapa"),
        ("Danny Sapa (Gull Street) is in talks to play Nell Ashby, the Old Heron.", "cast ashby nell danny sapa"),
        ('Danny Sapa ("Sons of Gull") plays Ser Rod Dust in Copper Lily.', "cast dust rod danny sapa"),
        (
            "The cast adds Clint Berty as Addam of Hull and Abel Salim as Wren.",
            "cast addam hull of berty clint|cast wren abel salim",
        ),
        ("Clint Berty stars as Wren of Copper Lily.", "cast wren berty clint"),
        ("It brings a friend she did not ask for, while Nell, voiced by Rina Kusakabe, flees.", "cast ashby nell kusakabe rina"),
    ],
)
def test_who_is_in_a_show(text: str, expected: str) -> None:
    check(text, expected)
