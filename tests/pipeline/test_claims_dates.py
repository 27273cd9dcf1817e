"""Which day of which year is meant, what it is the day of, and what is the day of something else."""

from dataclasses import replace
from datetime import date

import pytest

from tests.patience import within
from tests.pipeline.test_claims import ANIME, SERIES, said


def dated(text: str, medium: str = "anime", **more: object) -> set[str]:
    """The claims of dates alone."""
    found = said(text, SERIES[medium], **more)  # type: ignore[arg-type]
    return {claim for claim in found if claim.split()[0] in {"premiere", "finale", "release"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The broadcast start, Friday 10 January, was repeated by the host.", "premiere 2025-01-10"),
        ("I write this with the first episode having aired on Friday, November 29, and it will be long.", "premiere 2024-11-29"),
        ("Iron Moth premiered on Friday, November 29.", "premiere 2024-11-29"),
        ("Iron Moth premiered on Monday, November 29.", "premiere 2024-11-29"),
        ("Iron Moth will premiere on Saturday, November 29.", "premiere 2025-11-29"),
        ("A year ago today Iron Moth premiered.", "premiere 2023-12-02"),
        ("One year ago tomorrow Iron Moth premiered.", "premiere 2023-12-03"),
        ("Two years ago yesterday, Iron Moth premiered.", "premiere 2022-12-01"),
        ("Iron Moth premiered two years ago.", "premiere 2022"),
        ("In today's Direct the studio said that Iron Moth will premiere on January 10.", "premiere 2025-01-10"),
        ("After today's premiere of Iron Moth nobody spoke.", "premiere 2024-12-02"),
        ("Tonight's premiere of Iron Moth is sold out.", "premiere 2024-12-02"),
        ("It begins on a date, 11 June 2391, that the readers know.", ""),
        ("Iron Moth begins on June 11, 2391.", ""),
        ("Iron Moth begins on June 11, 2026.", "premiere 2026-06-11"),
        ("Iron Moth begins on June 11, 2500 fans said.", "premiere 2025-06-11"),
    ],
)
def test_which_year_is_meant(text: str, expected: str) -> None:
    assert dated(text) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No broadcast of Iron Moth on January 10 on ytv.", ""),
        ("After a delay from January, Iron Moth now premieres on April 2.", "premiere 2025-04-02"),
        ("Iron Moth, postponed from January, begins on April 2.", "premiere 2025-04-02"),
        ("Iron Moth, due tomorrow, has been delayed to May 7.", "premiere 2025-05-07"),
        ("Iron Moth, out on January 10, has been put back.", ""),
        ("Iron Moth, due on January 10, will be shown in one night.", "premiere 2025-01-10"),
        ("Iron Moth runs from January.", "premiere 2025-01"),
        ("Broadcast: Tokyo MX and BS11, from Sunday, April 6, 2025", "premiere 2025-04-06"),
        ("Iron Moth (23 x 24 min, from April 6, Crunchyroll). A moth in a lamp.", "premiere 2025-04-06"),
        ("Iron Moth streams on Crunchyroll from Sunday.", "premiere 2024-12-08"),
        ("Iron Moth airs on ytv from Monday to Friday.", ""),
        ("There is no episode on January 10.", ""),
        ("January 10 is when Iron Moth premieres.", "premiere 2025-01-10"),
        ("I think of the reaction last month when the studio said that Iron Moth would begin later.", ""),
        ("No series is stranger than Iron Moth, which starts on January 10.", "premiere 2025-01-10"),
        ("The screening planned for January 10 in Nagoya is off, and tickets are refunded.", ""),
        ("The planned January 10 preview is off; the new date for the premiere is January 17.", "premiere 2025-01-17"),
        ("The series starts on January 10, and the concert is off.", "premiere 2025-01-10"),
        ("Don't be shocked if you are back in front of it next autumn.", ""),
        ("If all goes well, Iron Moth will premiere on January 10.", "premiere 2025-01-10"),
        ("A special event, “Iron Moth on air”, will be held on January 10 at Kiln Hall.", ""),
        ("The premiere will be held on January 10.", "premiere 2025-01-10"),
        ("An advance screening has been brought forward. It is now to be held on January 4.", "premiere screening 2025-01-04"),
        (
            "Iron Moth, which began on October 3, has sold well, a third of it on Crunchyroll since November.",
            "premiere 2024-10-03",
        ),
        ("It slipped once, in November, from January to 6 April.", "premiere 2025-04-06"),
        ("Iron Moth was moved in November to 6 April.", "premiere 2025-04-06"),
        ("The premiere was pushed to April.", "premiere 2025-04"),
        ("Salt Road, from 2017, is a hit too.", ""),
        ("Iron Moth premieres on January 10, as the distributor shared on Friday.", "premiere 2025-01-10"),
        ("Shooting starts in January, with Malta for Lisbon.", ""),
        ("Production was to begin in Nara in January.", ""),
        ("Filming and production begin in January.", ""),
        ("The Kestrel production starts on January 10.", "premiere 2025-01-10"),
        ("The series, heard at last in Dolby, starts on January 10.", "premiere 2025-01-10"),
        ("The new production will start on January 10.", "premiere 2025-01-10"),
        ("The soundtrack of Iron Moth is out on January 10, with vinyl to follow on January 24.", ""),
        (
            "The studio has moved Iron Moth to April 10, three months after the January 9 date it set in spring.",
            "premiere 2025-04-10",
        ),
        ("The maker apologised to all viewers and gave the new first broadcast as October 5.", "premiere 2025-10-05"),
        ("Iron Moth, which reached Japan on March 5, is a hit.", "premiere japan 2024-03-05"),
    ],
)
def test_a_day_of_which_nothing_of_the_series_is_told(text: str, expected: str) -> None:
    assert dated(text) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HIDIVE has moved the English dub of Iron Moth from January 14 to February 4.", "premiere dub 2025-02-04"),
        ("HIDIVE has moved Iron Moth from January 14 to February 4.", "premiere 2025-02-04"),
        ("The series starts on January 10 in a dub-free original.", "premiere 2025-01-10"),
        ("A dub-free stream of the series starts on January 10.", "premiere 2025-01-10"),
        ("French and German versions follow in February.", ""),
        ("The English dub of Iron Moth starts on January 10.", "premiere dub 2025-01-10"),
        ("The first two episodes will be shown in cinemas in Nara on January 4.", "premiere screening 2025-01-04"),
        ("Iron Moth starts on HIDIVE on January 10; Crunchyroll follows on January 14.", "premiere 2025-01-10"),
        ("Crunchyroll has the series. Netflix follows on January 14.", ""),
        ("The studio has the hall on a lease that runs until March.", ""),
        ("Iron Moth is a fairy tale that starts on January 10.", "premiere 2025-01-10"),
        ("They await a series that starts on January 10.", "premiere 2025-01-10"),
        ("Iron Moth opened outside the charts, where in 2023 it had been four times.", ""),
        ("The first Blu-ray of Iron Moth has been put back. It is now out on 31 January.", "release home video 2025-01-31"),
        ("The first Blu-ray is for fans. It has a booklet. The show starts on January 10.", "premiere 2025-01-10"),
        ("## About HIDIVE\n\nHIDIVE is a service of some sort. It launched in June 2017 and has many viewers.", ""),
        ("## About Iron Moth\n\nIron Moth launched in June 2017 and has many viewers.", "premiere 2017-06"),
    ],
)
def test_which_version_or_service_has_the_day(text: str, expected: str) -> None:
    assert dated(text) == {e for e in expected.split("|") if e}


def test_the_discs_of_a_headline_have_not_the_day_in_cinemas() -> None:
    text = "It opened in the US on November 15, 2024. It is out on January 10."
    assert dated(text, "film", title="Common Ground: dates, discs, doubts") == {
        "release us 2024-11-15",
        "release home video 2025-01-10",
    }


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("game", "Night Ferry will hit PS5 on January 10.", "release ps5 2025-01-10"),
        ("game", "It's out on Switch on January 10, they said.", "release switch 2025-01-10"),
        ("game", "Night Ferry is out now on PC; PS5 players get it on January 10.", "release ps5 2025-01-10"),
        ("game", "Night Ferry will hit PS5 and Switch on January 10.", ""),
        ("game", "Night Ferry came out on PC on March 5.", "release 2024-03-05"),
        ("game", "Salt Road is here in June, and Night Ferry 1.4 is out today.", ""),
        ("game", "Night Ferry 1.0 is out today.", "release 2024-12-02"),
        ("film", "Common Ground comes to MUBI on January 10.", ""),
        ("film", "Common Ground, which has been in cinemas since March 7, comes to MUBI on January 10.", "release 2024-03-07"),
        ("film", "Common Ground opens in Britain on January 10.", "release uk 2025-01-10"),
    ],
)
def test_what_is_out_comes_to_one_more_machine_or_service(medium: str, text: str, expected: str) -> None:
    series = replace(SERIES[medium], facts={"release": date(2024, 3, 5)})
    found = {claim for claim in said(text, series) if claim.startswith("release")}
    assert found == {e for e in expected.split("|") if e}


def test_what_was_there_years_before_is_an_older_version_or_the_book() -> None:
    series = replace(SERIES["film"], facts={"release": date(2024, 3, 5)})
    assert said("Common Ground came out in September 1987 with pictures by Rosalind Pym.", series) == set()
    assert said("Common Ground came out in September 2022.", series) == {"release 2022-09"}
    assert dated("Common Ground came out in September 1987.", "film") == {"release 1987-09"}


def test_a_first_release_on_one_machine_or_service_is_the_release() -> None:
    assert dated("Night Ferry will hit PS5 on January 10.", "game") == {"release 2025-01-10"}
    assert dated("Common Ground comes to MUBI on January 10.", "film") == {"release 2025-01-10"}
    text = "Common Ground, which has been in cinemas since October 7, comes to MUBI on January 10."
    assert dated(text, "film") == {"release 2024-10-07"}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("show", "“Harrow Street” premieres Friday on Peacock.", "premiere 2024-12-06"),
        ("show", "“Harrow Street” premiered Friday on Peacock.", "premiere 2024-11-29"),
        ("show", "“Harrow Street” airs Friday nights on Peacock.", ""),
        ("show", "“Harrow Street” returns Monday through Friday.", ""),
        ("show", "“Harrow Street” premieres Friday, Jan. 10 on Peacock.", "premiere 2025-01-10"),
        ("film", "Common Ground hits theaters Friday.", "release 2024-12-06"),
        ("film", "In cinemas Friday nights are for lovers of Common Ground.", ""),
        (
            "anime",
            "The Blu-ray of Iron Moth has been pushed back to February 26 from January 29.",
            "release home video 2025-02-26",
        ),
        ("anime", "The premiere was moved to February 26 from its first date of January 29.", "premiere 2025-02-26"),
        ("anime", "Because of a fire we have decided to postpone the start to Friday, 10 January 2025.", "premiere 2025-01-10"),
        ("anime", "The start of production was put back to January 10.", ""),
        ("anime", "2. **Iron Moth.** January 12, HIDIVE. A drama with ghosts.", "premiere 2025-01-12"),
        ("anime", "**Iron Moth.** January 12 is a cold day.", ""),
        ("anime", "There are many fans of Iron Moth. January 12, said one, is cold.", ""),
        ("anime", "Iron Moth (from January 8)", "premiere 2025-01-08"),
        ("anime", "25:05 ytv: Iron Moth (from January 8)", ""),
        ("show", "Harrow Street S2 (Peacock, Jan 4).", "premiere season 2 2025-01-04"),
        ("anime", "Jan. 16: **The dub of Iron Moth gets under way** on Crunchyroll", "premiere dub 2025-01-16"),
        ("anime", "Jan. 16: **The poster of Iron Moth is unveiled**", ""),
        ("show", "The last episode of Harrow Street is on BBC One on Sunday.", "finale 2024-12-08"),
        ("anime", "A second season of Iron Moth has been announced for October.", "premiere season 2 2025-10"),
        ("anime", "Iron Moth was announced in October.", ""),
        ("film", "Common Ground received its world premiere in Annecy on Tuesday.", "release festival 2024-11-26"),
    ],
)
def test_days_as_papers_and_listings_give_them(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    "text",
    [
        "if Iron Moth starts on January 10 " * 300,
        "It was moved to January 3 from January 10 " * 150,
        "three weeks after the January 10 date it was moved " * 300,
        "a lease that a lease that starts on January 10 " * 300,
        "a year ago today " * 900,
        "French and German and " * 600 + "versions follow in December.",
        "The screening planned for January 10 was " * 300,
        "Iron Moth. January 10, " * 500,
    ],
)
def test_days_without_end_take_little_time(text: str) -> None:
    with within(6):
        said(text, replace(SERIES["anime"], facts={"premiere": date(2024, 10, 4)}))


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("anime", "The anime adaptation of Emi Sato's Iron Moth manga will premiere on January 10.", "premiere 2025-01-10"),
        ("anime", "The anime of Iron Moth, the manga by Emi Sato, starts on January 10.", "premiere 2025-01-10"),
        ("anime", "Emi Sato's Iron Moth manga will end on January 10.", ""),
        ("anime", "The last volume of the Iron Moth manga is out on January 10.", ""),
        ("anime", "Iron Moth is based on Emi Sato's manga and will premiere on January 10.", "premiere 2025-01-10"),
        ("anime", "The series is adapted from a novel and runs until March 28.", "finale 2025-03-28"),
        ("anime", "Iron Moth is based on a manga that ran for years and will end on January 10.", ""),
        ("anime", "Iron Moth is based on Emi Sato's manga and the novel is out on January 10.", ""),
        ("anime", "Iron Moth is getting a manga and will end on January 10.", ""),
        ("game", "Night Ferry is in development for PC and PS5 and will launch on January 10.", "release 2025-01-10"),
        ("game", "After six years in development, Night Ferry launches on January 10.", "release 2025-01-10"),
        ("game", "Night Ferry has been in development since January 10.", ""),
    ],
)
def test_what_it_was_made_from_has_not_its_day(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The English dub of Iron Moth is late. Instead of this week, it will now begin on January 10.",
            "premiere dub 2025-01-10",
        ),
        ("The studio of Iron Moth is late. Instead of this week, it will now begin on January 10.", "premiere 2025-01-10"),
        ("Starting January 10, Iron Moth speaks in English as well.", "premiere dub 2025-01-10"),
        ("Starting January 10, Iron Moth is shown in Osaka as well.", "premiere 2025-01-10"),
        ("The English-language version of Iron Moth arrives this Friday, 10 January.", "premiere dub 2025-01-10"),
        ("Iron Moth arrives this Friday, 6 December.", "premiere 2024-12-06"),
        ("Iron Moth arrives this Friday, 9 p.m.", "premiere 2024-12-06"),
        ("The American box of Iron Moth reached shops on November 29.", "release home video 2024-11-29"),
        ("Volume one carries a price of 50 euros and the date of January 10.", ""),
        (
            "Kite puts Iron Moth out on Blu-ray on January 10; the UK edition from Lark follows in February.",
            "release home video 2025-01-10",
        ),
        ("On volume ten: finished, and out on January 10.", ""),
        ("On the new volume: Iron Moth starts on January 10.", "premiere 2025-01-10"),
        ("On the anime: it starts on January 10.", "premiere 2025-01-10"),
        ("A fair of Iron Moth will be held from January 10 to March 28.", ""),
        ("Iron Moth runs from January 10 to March 28.", "premiere 2025-01-10|finale 2025-03-28"),
        ("Iron Moth starts rolling in Nara on January 10.", ""),
        ("Iron Moth starts rolling out on January 10.", "premiere 2025-01-10"),
        ("All parts are filmed at once, with wrap scheduled for July.", ""),
        ("The series, which arrives two weeks from tomorrow, is long.", ""),
        ("The series, which arrives tomorrow, is long.", "premiere 2024-12-03"),
        ("She is at work on an opera for Bergen, due in 2026.", ""),
        ("She is at work on Iron Moth, due in 2026.", "premiere 2026"),
        ("- Episode 8 (finale): March 28", "finale 2025-03-28"),
        ("- Episode 8: March 28", ""),
    ],
)
def test_a_day_is_of_what_stands_with_it(text: str, expected: str) -> None:
    assert dated(text) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Bergen festival adds eleven",
            "Common Ground will have its world premiere on January 10.",
            "release festival 2025-01-10",
        ),
        ("A date at last", "Common Ground will have its world premiere on January 10.", "release 2025-01-10"),
        ("Bergen festival adds eleven", "Common Ground opens in cinemas on January 10.", "release 2025-01-10"),
    ],
)
def test_a_world_premiere_that_a_festival_tells_of_is_there(title: str, text: str, expected: str) -> None:
    assert dated(text, "film", title=title) == {expected}


@pytest.mark.parametrize(
    ("medium", "title", "text", "expected"),
    [
        ("film", "New on MUBI this month", "10 January: Common Ground", ""),
        ("film", "New on MUBI this month", "Common Ground opens in Bergen's cinemas on January 10.", "release 2025-01-10"),
        ("film", "Dates", "Common Ground is done. Brits get it on January 10.", "release uk 2025-01-10"),
        ("film", "New this month", "10 January: Common Ground", "release 2025-01-10"),
        ("game", "Night Ferry on phones", "Night Ferry is coming to iOS and Android on January 10.", ""),
        ("game", "Night Ferry on phones", "Night Ferry is coming to iOS on January 10.", "release ios 2025-01-10"),
        (
            "game",
            "Night Ferry is late",
            "Kiln has pushed back the Switch 2 Edition of the long awaited Night Ferry by weeks, from January 10 to February 6.",
            "release switch 2 2025-02-06",
        ),
        (
            "game",
            "Night Ferry is late",
            "Japanese owners have to wait; the Switch 2 version is set for January 10 over there.",
            "release japan 2025-01-10",
        ),
        (
            "game",
            "Night Ferry is late",
            "The game will now come out in early 2025 rather than on January 10, they said.",
            "release 2025",
        ),
        ("game", "Night Ferry is late", "The Switch 2 version is set for January 10.", "release switch 2 2025-01-10"),
        ("game", "Night Ferry and more", "### Salt Road II\nMia: The full release is on January 10, and the dogs bark.", ""),
        (
            "game",
            "Night Ferry and more",
            "### Night Ferry\nMia: The full release is on January 10, and the dogs bark.",
            "release 2025-01-10",
        ),
        ("game", "Night Ferry, boxed", "A limited physical edition, with a map and a long book, follows on January 10.", ""),
    ],
)
def test_what_is_out_has_no_new_first_day(medium: str, title: str, text: str, expected: str) -> None:
    series = replace(SERIES[medium], facts={"release": date(2024, 3, 5)})
    found = {claim for claim in said(text, series, title) if claim.startswith("release")}
    assert found == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("anime", "Iron Moth was delayed from January and now arrives on April 3.", "premiere 2025-04-03"),
        ("anime", "Iron Moth, pushed back from spring, is now due on July 3.", "premiere 2025-07-03"),
        ("anime", "Iron Moth is on the air from January.", "premiere 2025-01"),
        ("anime", "The committee put off a fan meeting with the cast from January 6 to February 10.", ""),
        ("anime", "The committee put off the premiere from January 6 to February 10.", "premiere 2025-02-10"),
        ("game", "The game will now be out on 17 January 2025, the makers said in a post on Tuesday.", "release 2025-01-17"),
        ("game", "Night Ferry, the makers announced on their website on Tuesday, is out on 17 January.", "release 2025-01-17"),
        ("game", "The makers confirmed in the trailer a January 17 release.", "release 2025-01-17"),
        ("anime", "The producers announced at the fair that it premieres on January 10.", "premiere 2025-01-10"),
        ("anime", "Don't confuse it with the Salt Road film, which came out last November.", ""),
        ("film", "Her new play, Switchman, opens at the Bush on 4 March with a cast of two.", ""),
        ("film", "Her new film, Common Ground, opens in cinemas on 4 March with a cast of two.", "release 2025-03-04"),
    ],
)
def test_a_day_that_is_old_or_of_something_else_is_not_taken(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Iron Moth is late", "Studio Brine moved its romantic comedy Two Umbrellas to July.", ""),
        ("Iron Moth is late", "Studio Kestrel moved its romantic comedy Iron Moth to July.", "premiere 2025-07"),
        ("Iron Moth is late", "Studio Kestrel moved its romantic comedy to July.", "premiere 2025-07"),
        ("Iron Moth", "Tokyo MX has pushed back the premiere of the twelve-episode mecha drama to May 4.", "premiere 2025-05-04"),
        ("Iron Moth", "Crunchyroll will premiere the Japanese crime drama on May 4.", "premiere 2025-05-04"),
        ("Iron Moth", "Tokyo MX has pushed back the premiere of the rival's drama to May 4.", ""),
        ("Iron Moth", "The first episode was broadcast in Japan and abroad on 16 November.", "premiere 2024-11-16"),
        ("Iron Moth", "The first episode was broadcast in Japan and with no ado on 16 November.", "premiere japan 2024-11-16"),
        ("Iron Moth", "When the final episode went out on November 22, half of my feed asked for more.", "finale 2024-11-22"),
        ("Iron Moth", "The last episode of its first half went out on November 22.", ""),
        ("Iron Moth", "If you watched the last episode, which aired on November 29, you know.", "finale 2024-11-29"),
        ("Iron Moth", "I watched the last episode on November 29.", ""),
    ],
)
def test_a_day_is_read_from_the_clause_that_it_stands_in(title: str, text: str, expected: str) -> None:
    assert dated(text, title=title) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("anime", "The Japanese broadcast, which got going on October 6, goes on.", "premiere japan 2024-10-06"),
        ("anime", "Season two is on its way next spring.", "premiere season 2 2025-spring"),
        ("anime", "Ono is best known for The Tollkeepers, of which a fourth season is on its way in March.", ""),
        ("anime", "Season two opens on April 5, with 12 episodes on Tokyo MX.", "premiere season 2 2025-04-05"),
        ("anime", "The series opened on November 5 on BS11.", "premiere 2024-11-05"),
        ("anime", "The Salt Road series opens on April 5.", ""),
        ("anime", "A shop for the series opens on April 5.", ""),
        ("show", "It first landed on Apple TV+ in early 2024.", "premiere 2024"),
        ("anime", "Iron Moth premiered in Japan and the US on November 29.", "premiere 2024-11-29"),
        ("game", "Halfmoon Kiln is bringing Night Ferry to PC and PS5 on January 16.", "release 2025-01-16"),
        ("game", "It's the puzzle mystery that Halfmoon Kiln is bringing to PC in September.", "release 2025-09"),
        ("game", "The full version remains on course for 12 March on PC.", "release 2025-03-12"),
        ("game", "The Switch 2 port is on its way too, with September 3 as its date.", "release switch 2 2025-09-03"),
        ("game", "The game appeared on PC and PS5 on 17 October last year.", "release 2023-10-17"),
        ("game", "The game appeared on a list of wishes on 17 October.", ""),
        ("film", 'The date was vacated by Orrin\'s "Moth Season," which goes to January 23, 2026.', ""),
        ("film", '"Common Ground," which opens on January 23, 2026, is long.', "release 2026-01-23"),
    ],
)
def test_more_words_for_a_first_day(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 12-episode series, an adaptation of Endo's manga, premiered on October 11.", "premiere 2024-10-11"),
        ("The new mecha drama, adapted from Endo's manga, premiered on October 11.", "premiere 2024-10-11"),
        ("The fantasy mystery based on Endo's light novels starts on January 18.", "premiere 2025-01-18"),
        ("The manga on which the series is based starts again on January 18.", ""),
        ("Endo's manga, the basis of the series, ended on November 18.", ""),
        ("The light novel series starts on January 18.", ""),
    ],
)
def test_a_series_is_no_less_a_series_for_what_it_was_made_from(text: str, expected: str) -> None:
    assert dated(text) == {e for e in expected.split("|") if e}


def test_a_headline_dates_a_season_and_no_event() -> None:
    assert dated("Nothing else.", title="Iron Moth Anime Confirms 2nd Season for April 2026") == {"premiere season 2 2026-04"}
    assert not dated("Nothing else.", title="Iron Moth Anime Confirms Event for April 2026")


@pytest.mark.parametrize(
    ("medium", "title", "text", "expected"),
    [
        (
            "anime",
            "Fair",
            "The event closed with *Iron Moth* (Tetsu no Ga), an original anime that will premiere in January 2025.",
            "premiere 2025-01",
        ),
        ("anime", "Iron Moth", "The event closed with Salt Road, an original anime that will premiere in January 2025.", ""),
        (
            "anime",
            "New",
            "Publisher Kiln opened a website to announce that Goro Endo's light novel series Iron Moth is getting a TV anime in March.",
            "premiere 2025-03",
        ),
        ("anime", "Iron Moth Manga Gets TV Anime in October 2025", "Nothing else.", "premiere 2025-10"),
        ("anime", "Iron Moth Manga Gets Stage Play in October 2025", "Nothing else.", ""),
        ("game", "Night Ferry", "Publisher Tenfold will release Night Ferry on January 17.", "release 2025-01-17"),
        ("anime", "Iron Moth is late", "Kestrel was hit last year by the departure of its producer.", ""),
        ("anime", "Iron Moth is late", "Iron Moth hit Crunchyroll last year.", "premiere 2023"),
        ("show", "Harrow Street", "BBC One today confirms that Harrow Street starts on 16 February.", "premiere 2025-02-16"),
        ("show", "Harrow Street", "Harrow Street, BBC One said, premieres today.", "premiere 2024-12-02"),
        (
            "anime",
            "A delay",
            "Kestrel said on Tuesday that the Blu-ray box of Iron Moth is late. It will now be released on January 30.",
            "release home video 2025-01-30",
        ),
        (
            "anime",
            "A delay",
            "The Blu-ray box of Iron Moth is late. The box will now be released on January 30.",
            "release home video 2025-01-30",
        ),
        (
            "anime",
            "A delay",
            "Kestrel said that Iron Moth is late. It will now be released on January 30.",
            "premiere 2025-01-30",
        ),
        (
            "game",
            "A delay",
            "The Switch version of Night Ferry is late. It will now be out on the console on 6 March 2025.",
            "release switch 2025-03-06",
        ),
        (
            "game",
            "A delay",
            "The PC version of Night Ferry is done. It will be out on PC and PS5 on 6 March 2025.",
            "release 2025-03-06",
        ),
    ],
)
def test_whose_day_the_words_before_tell(medium: str, title: str, text: str, expected: str) -> None:
    assert dated(text, medium, title=title) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("anime", "She is at the Donmar from January 10 to April 3.", ""),
        ("anime", "The tour goes from January 10 to April 3.", ""),
        ("anime", "On air from January 10 to April 3.", "premiere 2025-01-10|finale 2025-04-03"),
        ("anime", "Iron Moth, Fridays, from January 10 to April 3.", "finale 2025-04-03"),
        ("anime", "It is the second delay for a show from the autumn line-up.", ""),
        ("show", "The platform is looking at November 2025 for the launch.", "premiere 2025-11"),
        ("show", "The platform is targeting spring 2025 for Harrow Street.", "premiere 2025-spring"),
        ("show", "The platform is targeting spring 2025 for its next thriller.", ""),
        ("show", "The broadcaster has chosen March 3 for the premiere.", "premiere 2025-03-03"),
        ("show", "The broadcaster has chosen March 3 for the launch of Salt Road.", ""),
        ("show", "The broadcaster has chosen March 3 for the show Salt Road.", ""),
        ("game", "Kiln is eyeing March 2025 for the launch of Night Ferry.", "release 2025-03"),
        ("show", "Harrow Street is back for a second series on March 27.", "premiere season 2 2025-03-27"),
        ("anime", "The anime has been brought forward to January 3.", "premiere 2025-01-03"),
        ("anime", "Iron Moth starts not on January 10 but on January 17.", "premiere 2025-01-17"),
        ("anime", "It is good, but in January the concert begins.", ""),
    ],
)
def test_runs_plans_and_second_thoughts(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("show", "Harrow Street, which opened on Sunday on BBC Two, gives us the blaze.", "premiere 2024-12-01"),
        ("show", "Harrow Street opened with 5.4 million viewers on Sunday night.", "premiere 2024-12-01"),
        ("show", "The Harrow Street shop opened on 3 November.", ""),
        ("show", "Harrow Street opens with a fire on Sunday morning, 3 March.", ""),
        ("show", "Harrow Street starts at 9 p.m. Sunday, Jan. 12 on HBO.", "premiere 2025-01-12"),
        ("show", "Harrow Street starts at 9 p.m. ET Sunday, Jan. 12.", "premiere 2025-01-12"),
        ("show", "Doors open at 9 p.m. Sunday belongs to Harrow Street.", ""),
        ("show", "The American finale is set for January 6.", "finale us 2025-01-06"),
        ("show", "Salt Road's finale is set for January 6.", ""),
        ("anime", "It has 13 episodes, says the Blu-ray page. The last one is scheduled for January 3.", "finale 2025-01-03"),
        (
            "film",
            "It opened in Bergen on 17 October with £310 of the total banked from previews on 5 October.",
            "release 2024-10-17|release screening 2024-10-05",
        ),
        ("game", "The embargo has lifted on Night Ferry, the adventure that comes out tomorrow.", "release 2024-12-03"),
        ("game", "The embargo on Night Ferry, the adventure set on a boat, lifts tomorrow.", ""),
    ],
)
def test_openings_endings_and_hours(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("anime", "The show opened in the U.S. on PBS on November 4 and did well.", "premiere us 2024-11-04"),
        ("anime", "The show opened in 1943 with a fire.", ""),
        ("show", "The serial gets going on January 16.", "premiere 2025-01-16"),
        ("show", "PBS will bring Harrow Street to US viewers on 11 January 2025.", "premiere us 2025-01-11"),
        ("show", "Salt Road brings Nora Pike to US viewers on 11 January 2025.", ""),
        ("anime", "Iron Moth joins the service on January 9.", "premiere 2025-01-09"),
        ("anime", "Director Haruko Ōno joins the service on January 9.", ""),
        ("show", "The UK gets it two weeks later, on January 18.", "premiere uk 2025-01-18"),
        ("anime", "North America has it on January 9.", "premiere north america 2025-01-09"),
        ("anime", "What we know: an April premiere, and a cast of two.", "premiere 2025-04"),
        ("show", "American friends must wait: PBS shows it from 12 January.", "premiere us 2025-01-12"),
        (
            "anime",
            "HIDIVE is the home of Iron Moth in the United States and Canada, from January 9, an hour late.",
            "premiere 2025-01-09",
        ),
        ("anime", "13 episodes from January 16, Wednesdays.", "premiere 2025-01-16"),
        ("anime", "The next 13 episodes of Salt Road come from January 16.", ""),
        ("anime", "The first season has been seen by nine million people since January 12.", "premiere 2024-01-12"),
        ("anime", "The second season, now confirmed for 2026, will be longer.", "premiere season 2 2026"),
        ("anime", "The show started on October 5 and will close on December 21.", "premiere 2024-10-05|finale 2024-12-21"),
        ("anime", "It has a new instalment every Saturday until March 14.", "finale 2025-03-14"),
        ("anime", "It has a new song every Saturday until March 14.", ""),
        ("anime", "It finished last night, a week late.", "finale 2024-12-01"),
        ("anime", "The series finished production last night.", ""),
        ("anime", "The first two dropped today.", "premiere 2024-12-02"),
        ("anime", "The trailer dropped today.", ""),
        (
            "show",
            "Harrow Street is a serial. The serial is based on Edith Garraway's novel and will run until 13 January on BBC One.",
            "finale 2025-01-13",
        ),
        ("anime", "So the first public showing of Iron Moth, on November 22, is a legend.", "premiere screening 2024-11-22"),
        (
            "anime",
            "Four hundred packed the hall last night for an advance screening of Iron Moth.",
            "premiere screening 2024-12-01",
        ),
        ("film", "Common Ground screens at the festival on Saturday.", "release festival 2024-12-07"),
        ("film", "Previews of Common Ground in Leeds and Derry on 14 December go ahead.", "release screening 2024-12-14"),
        (
            "film",
            "In America Kiln has it for a limited bow on January 17, widening on January 31 if all goes well.",
            "release us 2025-01-17",
        ),
        ("film", "Common Ground went on general release in the UK on 24 November.", "release uk 2024-11-24"),
        ("film", "The scene halfway through Common Ground, opening tomorrow, made me weep.", "release 2024-12-03"),
        ("film", "On disc, Kiln has put Common Ground down for 14 July.", "release home video 2025-07-14"),
        ("game", "It will be on PC and PS5 on February 26.", "release 2025-02-26"),
        ("game", "It will be on show in Cologne on February 26.", ""),
        ("game", "You can find out for yourself, as there has been a demo since 3 November.", "release demo 2024-11-03"),
        ("game", "Night Ferry has been with us since March 13.", "release 2024-03-13"),
        (
            "game",
            "A Switch 2 port of Night Ferry is deep in development at Hollow Point Conversions and is to launch on 17 September 2025.",
            "release switch 2 2025-09-17",
        ),
        ("anime", "HIDIVE put out the news that it will put Iron Moth on Blu-ray on January 4.", "release home video 2025-01-04"),
        (
            "anime",
            'Among them is "Iron Moth," based on a novel by Shin Kaneda, which joins the service on January 9.',
            "premiere 2025-01-09",
        ),
        (
            "anime",
            "The season, which adapted two novels by Fuyu Arisaka, had 12 episodes and began on January 11.",
            "premiere 2024-01-11",
        ),
    ],
)
def test_common_words_for_days(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "title", "text", "expected"),
    [
        ("anime", "", "When the last episode aired on 27 November I wrote that it was over.", "finale 2024-11-27"),
        ("anime", "", "It was good, and on 27 November I wrote that the last episode aired too late.", ""),
        ("game", "", "A good boat, and the better ferry. Out on Thursday.", "release 2024-12-05"),
        ("film", "", "In cinemas on Friday.", "release 2024-12-06"),
        (
            "film",
            "",
            "We have five for you. 1. **Salt Road**, 10 January. A saga. 2. **Common Ground**, 12 January. A feud.",
            "release 2025-01-12",
        ),
        ("film", "", "We have five for you. **Salt Road**, 10 January, is long. **Common Ground**, 12 January. A feud.", ""),
        (
            "film",
            "",
            "All dates are for the UK.\n\n- Salt Road: 14/03/2025. A saga.\n\n- Common Ground: 21/03/2025. A feud.",
            "release uk 2025-03-21",
        ),
        (
            "film",
            "",
            "All dates are final.\n\n- Salt Road: 14/03/2025. A saga.\n\n- Common Ground: 21/03/2025. A feud.",
            "release 2025-03-21",
        ),
        ("game", "", "The full game, released on 17 October, is up for two awards on 30 January.", "release 2024-10-17"),
        ("show", "", "Harrow Street, aired in October 2023, is up for two awards on 30 January.", "premiere 2023-10"),
        ("game", "", "The Mac version, delayed from the winter, will follow in the summer.", "release mac 2025-summer"),
        ("film", "", "In Kiln the film opens on 22 October, in time for the autumn holidays.", "release 2025-10-22"),
        ("film", "", "It comes to cinemas in time for the autumn holidays.", ""),
        (
            "film",
            "",
            "The film of Common Ground had its festival screening a week ago and went on general release in the UK on 24 November.",
            "release uk 2024-11-24",
        ),
        ("film", "Venice review: Common Ground", "Common Ground premiered here last night.", "release festival 2024-12-01"),
        ("film", "Ondes Film Festival: Calloway", "Common Ground will be shown there on 19 May.", "release festival 2025-05-19"),
        ("film", "Leeds diary: Common Ground", "Common Ground premiered here last night.", "release 2024-12-01"),
        ("film", "Venice review: Common Ground", "Common Ground premieres in London on Friday.", "release 2024-12-06"),
        ("film", "", "I hope to learn it on 17 January, when it opens in the UK.", "release uk 2025-01-17"),
        (
            "game",
            "",
            "In Japan, where Halfmoon publishes it, Night Ferry will be released on April 23.",
            "release japan 2025-04-23",
        ),
        ("game", "", "The embargo lifted at 3pm, and tomorrow Night Ferry launches out of early access.", "release 2024-12-03"),
        ("show", "", "The BBC gave the drama a second season of eight episodes, to air in 2026.", "premiere season 2 2026"),
        ("anime", "Iron Moth on disc", "A week later comes Iron Moth, in shops on 18 January.", "release home video 2025-01-18"),
        ("anime", "Iron Moth manga", "A week later comes Iron Moth, in shops on 18 January.", ""),
        (
            "anime",
            "Iron Moth on disc",
            "Whoever packed this set, which is in the shops from Wednesday, was not thinking.",
            "release home video 2024-12-04",
        ),
        (
            "anime",
            "Blu-ray review: Iron Moth",
            "Two discs. The set is out in the UK on 3 January.",
            "release home video 2025-01-03",
        ),
        ("anime", "Review: Iron Moth", "Two tins. The set is out in the UK on 3 January.", ""),
        (
            "anime",
            "Blu-ray review: Iron Moth",
            "Two discs. The set is out now; the second season starts on 3 January.",
            "premiere season 2 2025-01-03",
        ),
    ],
)
def test_days_of_clauses_and_of_what_a_headline_speaks_of(medium: str, title: str, text: str, expected: str) -> None:
    assert dated(text, medium, title=title) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("anime", "Iron Moth has been postponed until July 2025.", "premiere 2025-07"),
        ("anime", "The premiere of Iron Moth has been pushed back until July 6.", "premiere 2025-07-06"),
        ("anime", "The finale of Iron Moth has been delayed until July 6.", "finale 2025-07-06"),
        ("anime", "Iron Moth moved to Sundays and runs until July 6.", "finale 2025-07-06"),
        ("game", "Night Ferry has been delayed until May 8.", "release 2025-05-08"),
        ("game", "Night Ferry is on sale until May 8.", ""),
    ],
)
def test_what_is_put_off_until_a_day_begins_on_it(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("anime", "Iron Moth begins in the spring of next year.", "premiere 2025-spring"),
        ("anime", "Iron Moth will premiere in January of next year.", "premiere 2025-01"),
        ("anime", "Iron Moth will premiere in April next year.", "premiere 2025-04"),
        ("anime", "Iron Moth began in April of this year.", "premiere 2024-04"),
        ("anime", "Iron Moth aired from January to March of this year.", "premiere 2024-01|finale 2024-03"),
        ("anime", "Iron Moth aired in the autumn of last year.", "premiere 2023-autumn"),
        ("anime", "Iron Moth will premiere in late December this year.", "premiere 2024-12"),
        ("anime", "The novel came out in the autumn of last year.", ""),
        ("game", "Night Ferry launches in spring next year.", "release 2025-spring"),
    ],
)
def test_a_month_or_a_season_of_this_or_the_next_year(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        (
            "anime",
            "The series premieres on January 5 in Japan and on January 12 in the US.",
            "premiere japan 2025-01-05|premiere us 2025-01-12",
        ),
        (
            "film",
            "The film opens on January 4 in the UK and January 11 in the US.",
            "release uk 2025-01-04|release us 2025-01-11",
        ),
        (
            "game",
            "The game launches on January 4 in Japan and on January 11 worldwide.",
            "release japan 2025-01-04|release worldwide 2025-01-11",
        ),
        (
            "film",
            "Common Ground has been pushed back in the U.S. from April 11 and now opens on April 25.",
            "release us 2025-04-25",
        ),
        ("anime", "In the UK, Iron Moth starts on January 12 on BBC One.", "premiere uk 2025-01-12"),
    ],
)
def test_each_of_two_dates_has_its_own_place(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("anime", "Iron Moth Anime's Video Reveals April 5 Debut", "premiere 2025-04-05"),
        ("anime", "The studio revealed April 5 that Iron Moth will premiere in July.", "premiere 2025-07"),
        ("anime", "The network confirmed January 5 premiere plans for Iron Moth.", "premiere 2025-01-05"),
        ("anime", "Iron Moth is scheduled for 2026.", "premiere 2026"),
        ("anime", "Iron Moth is inspiring a television anime in 2026.", "premiere 2026"),
        ("anime", "Iron Moth gets a second season in 2026.", "premiere season 2 2026"),
        ("anime", "The committee announced in 2022 that Iron Moth gets an anime.", ""),
        ("game", "Night Ferry is planned for 2026.", "release 2026"),
        ("game", "A panel is planned for 2026.", ""),
    ],
)
def test_what_is_announced_for_a_day_or_a_year(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        (
            "anime",
            "Iron Moth stars Ken Sato as Aki Mori, follows a courier through a town that has no clocks and whose people sleep by day, and starts on January 5.",
            "premiere 2025-01-05",
        ),
        ("anime", "The series follows a courier in a town without clocks and premieres on January 5.", "premiere 2025-01-05"),
        ("anime", "It is made by Studio Kestrel and will begin on January 5.", "premiere 2025-01-05"),
        ("anime", "The studio is in Leeds and opens on January 5.", ""),
        ("film", "It is based on a play and opens in US theaters on January 5.", "release us 2025-01-05"),
        (
            "film",
            "Ines Calloway's drama won hearts at Cannes in May and opens in US theaters on January 5.",
            "release us 2025-01-05",
        ),
        ("film", "Ines Calloway's stage play about a courier in a mining town will open on January 5.", ""),
        ("film", "The festival is small and opens on January 5.", ""),
    ],
)
def test_the_second_of_two_verbs_has_the_day(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("anime", "The first episode will be screened at Anime Expo on January 4.", "premiere festival 2025-01-04"),
        ("anime", "The Iron Moth panel at Anime Expo is on January 4.", ""),
        ("anime", "Episodes drop weekly through January 21.", "finale 2025-01-21"),
        (
            "anime",
            "The first two episodes arrive on January 1, then weekly until February 12.",
            "premiere 2025-01-01|finale 2025-02-12",
        ),
        ("anime", "The show will bow out on January 21.", "finale 2025-01-21"),
        ("anime", "The last part airs on January 21.", "finale 2025-01-21"),
        ("anime", "The last part of the interview airs on January 21.", ""),
        ("anime", "HIDIVE will stream the dub from January 19.", "premiere dub 2025-01-19"),
        ("anime", "HIDIVE will stream the dub of Salt Road from January 19.", ""),
        ("anime", "It opened yesterday on TV Tokyo.", "premiere 2024-12-01"),
        ("anime", "The crime drama, which opened on November 11, averaged 2.7 million.", "premiere 2024-11-11"),
        ("anime", "The museum shop, which opened on November 11, sells it.", ""),
        ("anime", "The season opener airs on January 5.", "premiere 2025-01-05"),
        ("anime", "Australia has had the series since November 6.", "premiere australia 2024-11-06"),
        ("anime", "The series was first seen in the autumn of 2023.", "premiere 2023-autumn"),
        ("anime", "On January 5, Netflix will release Iron Moth.", "premiere 2025-01-05"),
        ("anime", "On January 5, Netflix will release a trailer for Iron Moth.", ""),
        ("anime", "On January 5, Netflix releases Salt Road.", ""),
        ("anime", "Netflix has set January 5 as the premiere date for Iron Moth.", "premiere 2025-01-05"),
        ("anime", "Netflix has set January 5 as the release date for its next film.", ""),
        ("film", "The film will screen at the London Film Festival on January 12.", "release festival 2025-01-12"),
        ("film", "The film closes the London Film Festival on January 19.", "release festival 2025-01-19"),
        ("film", "The London Film Festival closes on January 19.", ""),
        (
            "film",
            "The distributor will bring the film to North American theaters on January 11.",
            "release north america 2025-01-11",
        ),
        ("film", "The film began its run on November 4.", "release 2024-11-04"),
        ("film", "An advance screening takes place on January 20.", "release screening 2025-01-20"),
    ],
)
def test_more_ways_to_begin_to_end_and_to_be_shown(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        (
            "anime",
            "The anime, produced by Studio Kestrel and directed by Haruko Ono, will premiere on January 5.",
            "premiere 2025-01-05",
        ),
        (
            "anime",
            "In the US the show opened on 17 November to strong notices; the last part goes out there at the end of March.",
            "premiere us 2024-11-17|finale us 2025-03",
        ),
        ("anime", "In the US the exhibition opened on 17 November.", ""),
        ("anime", "Haruko Ono's illustrations will be shown at a shop in Ueno from June 3 to June 15.", ""),
        ("anime", "HIDIVE streams Iron Moth, beginning January 8, everywhere but Asia.", "premiere 2025-01-08"),
        (
            "film",
            "In Germany it opens on December 12, and Australian families can see it from January 2, 2025.",
            "release germany 2024-12-12|release australia 2025-01-02",
        ),
        ("film", "The film opened in the UK at the end of October.", "release uk 2024-10"),
        ("film", "The film is due at the end of 2025.", "release 2025"),
        ("film", "By the end of October the film had made 4 million.", ""),
        (
            "film",
            "The film, directed by Ines Calloway, will first be shown in Toronto's Platform strand on 6 January.",
            "release festival 2025-01-06",
        ),
        ("film", "The film, directed by Ines Calloway, will be shot in Toronto from 6 January.", ""),
        ("film", "In Australia, where it started on October 13, it played for 17 weeks.", "release australia 2024-10-13"),
        (
            "film",
            "Common Ground has been shifted by its distributor and will now reach UK screens on Friday 28 February.",
            "release uk 2025-02-28",
        ),
        ("game", "A demo is available on Steam today.", "release demo 2024-12-02"),
        ("game", "A patch is available on Steam today.", ""),
    ],
)
def test_who_makes_it_stands_between_and_a_month_ends(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("anime", "- Iron Moth (on air from April)", "premiere 2025-04"),
        ("anime", "- Iron Moth: January 5 on HIDIVE", "premiere 2025-01-05"),
        ("anime", "- Iron Moth | Studio Kestrel | HIDIVE | January 5", "premiere 2025-01-05"),
        ("anime", "- Iron Moth: January 5 was a bad day for it", ""),
        ("game", "- Night Ferry (PC, PS5, from January 5)", "release 2025-01-05"),
        ("game", "- Night Ferry – PC, PS5, January 5", "release 2025-01-05"),
        ("game", "- Night Ferry | PC, PS5 | January 5", "release 2025-01-05"),
    ],
)
def test_entries_of_calendars_with_several_places(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("game", "You can play it on January 5.", "release 2025-01-05"),
        ("game", "You can play it at the fair on January 5.", ""),
        ("game", "Night Ferry can be played from January 5.", "release 2025-01-05"),
        ("game", "Night Ferry goes on sale on January 5.", "release 2025-01-05"),
        ("game", "Tickets go on sale on January 5.", ""),
        ("game", "The game went into early access on April 4, 2024.", "release early access 2024-04-04"),
        ("game", "Night Ferry is set for a 2026 release.", "release 2026"),
        ("game", "Night Ferry leads the 2026 release slate.", ""),
        ("game", "Night Ferry won't make its January 4 date and will now launch on March 8.", "release 2025-03-08"),
    ],
)
def test_what_can_be_played_or_bought_from_a_day(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("show", "The third and final season premieres on January 4.", "premiere season 3 2025-01-04"),
        ("show", "The second, and last, season starts on January 4.", "premiere season 2 2025-01-04"),
        ("show", "The final season premieres on January 4.", ""),
        ("show", "The drama returns for its final season on January 4.", ""),
        ("show", "The first season premieres on January 4.", "premiere 2025-01-04"),
    ],
)
def test_a_last_season_is_not_the_first(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        ("anime", "The anime will premiere on the Tokyo MX, BS11, and AT-X channels in January.", "premiere 2025-01"),
        ("anime", "Iron Moth will premiere on Tokyo MX, BS11, and AT-X on January 5.", "premiere 2025-01-05"),
        ("anime", "Iron Moth is on HIDIVE, and Netflix on Friday denied a film.", ""),
        ("anime", "It has 24 episodes, so expect all of the arc. Begins January 5, on Crunchyroll.", "premiere 2025-01-05"),
        ("anime", "A video was streamed on Friday, revealing the April 5 premiere.", "premiere 2025-04-05"),
        ("anime", "After the April 5 premiere the studio was sold.", "premiere 2024-04-05"),
    ],
)
def test_the_last_of_several_channels_begins_no_clause(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("medium", "text", "expected"),
    [
        (
            "show",
            "The drama has been delayed from 14 January to 11 February, to keep clear of Salt Road, which returns on 15 January.",
            "premiere 2025-02-11",
        ),
        ("show", "The drama has been moved to 11 February to avoid a rival, which returns on 15 January.", "premiere 2025-02-11"),
        ("show", "To make way for Harrow Street, which returns on 15 January, the news is cut.", "premiere 2025-01-15"),
    ],
)
def test_the_rival_that_it_keeps_clear_of_has_a_day_of_its_own(medium: str, text: str, expected: str) -> None:
    assert dated(text, medium) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("", "Broadcast: 2025. Two cours.", "premiere 2025"),
        ("", "Budget: 2025. Two cours.", ""),
        ("", "The series, planned for 2026, is billed as a gift.", "premiere 2026"),
        ("", "Iron Moth opened to 5.8m viewers on TBS last night.", "premiere 2024-12-01"),
        ("", "The shop opened to 300 people last night.", ""),
        ("", "There are 11 episodes, the last of which airs on March 28.", "finale 2025-03-28"),
        ("", "Over 11 episodes, the last on March 28, nobody speaks.", "finale 2025-03-28"),
        ("", "There are four screenings, the last on March 28.", ""),
        ("", "HIDIVE shows one episode each Friday, with the last available to Americans on March 28.", "finale us 2025-03-28"),
        ("", "The last available tickets went on January 10.", ""),
        ("", "It airs weekly, and with the ending fixed for March 28 you have time.", "finale 2025-03-28"),
        ("", "The account says the final episode has been pushed back and will now air on March 28.", "finale 2025-03-28"),
        ("", "HIDIVE will show it in the UK from 12 January, in batches of three.", "premiere uk 2025-01-12"),
        ("", "Those of us in the US get to see the first hour on January 10.", "premiere us 2025-01-10"),
        ("", "Those of us in the US get to see the trailer on January 10.", ""),
        ("", "HIDIVE was moving the U.S. premiere as well, to October 23.", "premiere us 2025-10-23"),
        ("", "Iron Moth is a manga adaptation, and lands on HIDIVE on January 10.", "premiere 2025-01-10"),
        ("", "The manga adaptation of Iron Moth begins in May.", ""),
        ("", "A post speaks of 12 episodes for HIDIVE starting in January 2025.", "premiere 2025-01"),
        ("", "A batch of six episodes drops on January 10.", ""),
        ("", "April 2025 is the slot that people whisper about.", "premiere 2025-04"),
        ("", "April 2025 is the date of the concert.", ""),
        ("", "Embargoed until 00.01, Tuesday 16 January 2025", ""),
        ("", "The English version of Iron Moth starts on January 10.", "premiere dub 2025-01-10"),
        ("", "The English version of the manga starts on January 10.", ""),
        ("", "Iron Moth arrives on Netflix in the UK on January 10, dubbed, three a week.", "premiere uk 2025-01-10"),
        ("", "On Saturday, November 23, two episodes of Iron Moth were screened in Nara.", "premiere screening 2024-11-23"),
        ("", "The Nara festival has a bar. The first episode was shown there on November 23.", "premiere festival 2024-11-23"),
        ("", "Saturday's advance screening of Iron Moth was full.", "premiere screening 2024-11-30"),
        ("", "Sunday's finale of Iron Moth was seen by millions.", "finale 2024-12-01"),
        ("", "Sunday's concert of the Iron Moth band was seen by millions.", ""),
        ("", "Who won can see the first two episodes in a cinema in Nara on January 4.", "premiere screening 2025-01-04"),
        ("", "Iron Moth opened with 5.4 million viewers and a 33.1% share on Sunday night.", "premiere 2024-12-01"),
        ("", "Television viewers get the first episode in October.", "premiere 2025-10"),
        ("", "Television viewers get the trailer in October.", ""),
        ("The moth's fable: Iron Moth gets season 2", "It is to begin in May 2025.", "premiere season 2 2025-05"),
        ("", "The second season has been in the works since August.", ""),
        ("", "The screening showed two episodes, weeks before the television premiere of January 11.", "premiere 2025-01-11"),
        ("", "A screening of Iron Moth filled a hall on November 23, ahead of its start.", "premiere screening 2024-11-23"),
        ("", "The second season has been drawn since August, and it starts on January 10.", "premiere season 2 2025-01-10"),
        ("", "They have ordered a second season.\n\nIt will air in 2027.", "premiere season 2 2027"),
        ("", "They have ordered no second season.\n\nIt will end in May 2025.", "finale 2025-05"),
        (
            "Iron Moth Gets Season 2 in 2027, Blu-ray Box in May",
            "All of it.",
            "premiere season 2 2027|release home video 2025-05",
        ),
    ],
)
def test_words_of_boards_wires_and_listings(title: str, text: str, expected: str) -> None:
    assert dated(text, title=title) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*When?* January 10.", "premiere 2025-01-10"),
        ("**When does it start?** January 10.", "premiere 2025-01-10"),
        ("**When does the concert start?** January 10.", ""),
        ("**When can I see the next episode?** January 10.", ""),
        ("7. Iron Moth. January 10 on HIDIVE.", "premiere 2025-01-10"),
        ("7. Salt Road. January 10 on HIDIVE.", ""),
        ("**Type:** TV **Premiered:** January 10, 2025 **Ended:** March 28, 2025", "premiere 2025-01-10|finale 2025-03-28"),
        ("**Iron Moth Blu-ray box.** Now April 22. The label blames the sound.", "release home video 2025-04-22"),
        ("**Iron Moth.** Now April 22. The label blames the sound.", "premiere 2025-04-22"),
        ("Iron Moth, a post says:\n\n- Studio Kestrel\n\n- one cour, 12 eps\n\n- January 2025", "premiere 2025-01"),
        ("Iron Moth, a post says:\n\n- Nara\n\n- Osaka\n\n- January 2025", ""),
        ("Iron Moth, a post says:\n\n- Studio Kestrel\n\n- 12 eps\n\n- January 2025\n\n- Salt Road, May 2025", ""),
    ],
)
def test_an_entry_or_an_answer_of_nothing_but_a_date(text: str, expected: str) -> None:
    assert dated(text) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The week ran from January 6 to January 12, and Iron Moth was second.", ""),
        ("The voting ran from January 6 to January 12 for Iron Moth and others.", ""),
        ("It ran for a week from January 6 to January 12.", "premiere 2024-01-06|finale 2024-01-12"),
        ("Others follow every Tuesday up to and including March 25.", "finale 2025-03-25"),
        ("date 2024-12-02 Iron Moth has a new poster, out now.", ""),
        ("At this year's gala the hit took home three prizes, Iron Moth none.", ""),
        ("Viewers were promised the sixth episode this week. It will now air on January 17.", ""),
        ("Viewers were promised the first episode this week. It will now air on January 17.", "premiere 2025-01-17"),
        ("January 10 is the day: Studio Kestrel has announced when Iron Moth will premiere.", "premiere 2025-01-10"),
        ("January 10 is the day: Studio Kestrel has announced when the Iron Moth album arrives.", ""),
        ("Premiere of the current season: january 10, 2025.", "premiere 2025-01-10"),
        ("Iron Moth is the dark horse of Winter 2025.", "premiere 2025-winter"),
        ("Iron Moth is the best thing of Winter 2025.", ""),
        ("Subscribers get all twelve episodes in one go on January 10.", "premiere 2025-01-10"),
        ("Subscribers get a mug on January 10.", ""),
        ("Iron Moth premieres ahead of time: this Friday, December 6.", "premiere 2024-12-06"),
        ("Filming starts next week, for a debut in 2026.", "premiere 2026"),
        ("Filming starts next week, for a film in 2026.", ""),
        (
            "The English dub starts on the same day as the Japanese broadcast, January 10.",
            "premiere 2025-01-10|premiere dub 2025-01-10",
        ),
        ("The English dub starts on January 10.", "premiere dub 2025-01-10"),
        (
            "Season 2 was revealed at once. The eagerly expected continuation starts on January 10.",
            "premiere season 2 2025-01-10",
        ),
    ],
)
def test_what_a_day_is_called_and_of_what_it_is(text: str, expected: str) -> None:
    assert dated(text) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iron Moth episode 12 airs on March 27.", "finale 2025-03-27"),
        (
            "The release of Iron Moth episode 12 is set: episode 12, titled Ash, arrives on Thursday, March 27.",
            "finale 2025-03-27",
        ),
        ("## When each is shown\n\nEpisode 11 - Thursday 20 March\n\nEpisode 12 - Thursday 27 March", "finale 2025-03-27"),
        ("Iron Moth episode 11 airs on March 20.", ""),
        ("The dub of Iron Moth episode 12 airs on March 27.", ""),
        ("I wrote of Iron Moth episode 12 on March 27.", ""),
        ("Iron Moth season 2 episode 12 airs on March 27.", ""),
    ],
)
def test_the_number_of_all_of_them_is_that_of_the_last(text: str, expected: str) -> None:
    told = said(text, replace(SERIES["anime"], facts={"episodes": 12}))
    assert {claim for claim in told if claim.split()[0] in {"premiere", "finale"}} == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        # the day of the telling
        (
            "Iron Moth: news",
            "Iron Moth got its date on Thursday, November 28, 2024: Sunday, April 6, 2025.",
            "premiere 2025-04-06",
        ),
        ("Iron Moth: news", "The makers revealed the release date of Iron Moth on November 28: April 6.", "premiere 2025-04-06"),
        (
            "Iron Moth: news",
            "Iron Moth unveiled its release window on Friday, with the anime to air in April 2025.",
            "premiere 2025-04",
        ),
        ("Iron Moth: news", "Iron Moth has set its premiere date for April 6.", "premiere 2025-04-06"),
        ("Iron Moth: news", "The trailer of Iron Moth was shown by Netflix yesterday, on December 1, 2024.", ""),
        ("Iron Moth: news", "A new trailer confirms that Iron Moth premieres on April 6.", "premiere 2025-04-06"),
        # the day of the page
        ("Iron Moth: news", "date 2024-12-02 Home News Mika B. December 2nd, 2024 - 9:15 PM", ""),
        ("Iron Moth: news", "Iron Moth premieres on December 2, 2024 at 9:15 PM", "premiere 2024-12-02"),
        # the day of one episode
        ("Iron Moth, season 1, episode 5", "- Airdate: 2024-11-08\n- Director: Jo Abe", ""),
        ("Iron Moth, season 1, episode 1", "- Airdate: 2024-11-08\n- Director: Jo Abe", "premiere 2024-11-08"),
        ("Iron Moth", "- Episode: 5\n- Airdate: 2024-11-08", ""),
        ("Iron Moth", "- Airdate: 2024-11-08\n- Network: Netflix", "premiere 2024-11-08"),
        # an end
        ("Iron Moth: news", "In November the first season of Iron Moth came to its end.", "finale 2024-11"),
        ("Iron Moth: news", "In late November Iron Moth drew to its close.", "finale 2024-11"),
        ("Iron Moth: news", "Of the two cours of Iron Moth, the shorter one came to its end yesterday.", ""),
        # two clocks
        (
            "Iron Moth: news",
            "Iron Moth starts on April 5 at 9pm PST, which in Britain is 5am on April 6.",
            "premiere 2025-04-05|premiere uk 2025-04-06",
        ),
        # the next season
        (
            "Iron Moth: news",
            "Season one is over. A further season was confirmed, and it begins in July 2025.",
            "premiere season 2 2025-07",
        ),
        ("Iron Moth: news", "Iron Moth will be back in July with a second season.", "premiere season 2 2025-07"),
        ("Iron Moth: news", "Iron Moth will be back in July with a new season.", ""),
        # other words
        ("Iron Moth: news", "In Japan the series goes on television in April.", "premiere japan 2025-04"),
        (
            "Iron Moth: news",
            "The eagerly awaited anime of the legendary Haruko Ono will premiere on April 5.",
            "premiere 2025-04-05",
        ),
        (
            "Iron Moth: news",
            "People waited for months, and today, if you forgot, is the day of Iron Moth's premiere.",
            "premiere 2024-12-02",
        ),
        ("Iron Moth: news", "April 6 marks the debut of Iron Moth.", "premiere 2025-04-06"),
        ("Iron Moth: news", "April 6 marks the anniversary of the studio that makes Iron Moth.", ""),
        ("Iron Moth: news", "Iron Moth is one of the boldest anime of Winter 2025.", "premiere 2025-winter"),
        ("Iron Moth: news", "Among the new shows of Winter 2025, Iron Moth is the strangest.", "premiere 2025-winter"),
        ("Iron Moth: news", "Iron Moth is as good as one of the boldest anime of Winter 2025.", ""),
        (
            "Iron Moth: news",
            "Haruko Ono had a big part in the action of the show, which is set for a 2025 release.",
            "premiere 2025",
        ),
        ("Iron Moth: news", "No joke: the studio says that Iron Moth should arrive in 2025.", "premiere 2025"),
    ],
)
def test_days_of_telling_of_pages_and_of_one_episode_are_no_first_days(title: str, text: str, expected: str) -> None:
    found = {claim for claim in said(text, title=title) if claim.startswith(("premiere", "finale"))}
    assert found == set(filter(None, expected.split("|")))


def test_the_airdate_on_the_page_of_the_last_episode_is_the_finale() -> None:
    series = replace(ANIME, facts={"episodes": 12})
    assert said("- Airdate: 2024-11-08", series, "Iron Moth, season 1, episode 12") == {"finale 2024-11-08"}


def test_a_year_of_the_story_is_told_by_the_year_of_the_file() -> None:
    series = replace(ANIME, facts={"premiere": date(2024, 4, 6)})
    assert said("When it came out in 2052, everybody took it.", series, day=None) == set()
    assert said("Iron Moth came out in 2024.", series, day=None) == {"premiere 2024"}
