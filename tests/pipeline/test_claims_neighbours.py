"""What is said of a neighbour is not said of the series: of an older work of the same name, of another work in the sentence or before it, of a version for the stage."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.series import Series
from tests.patience import within
from tests.pipeline.test_claims import ANIME, SERIES, said


@pytest.mark.parametrize(
    "text",
    [
        "The series of 1988 had 39 episodes.",
        "The 1988 anime had 39 episodes.",
        "Iron Moth (1988) has 39 episodes.",
        "Iron Moth of 1988 has 39 episodes. Nao Berg directs it.",
        "It is the new version of a television series of 1988. That series was directed by Nao Berg.",
        "Iron Moth of 1988 was a hit. The original Iron Moth is on Netflix.",
        "The 1995 film Iron Moth, by Nao Berg, was based on a novel. It ran for 90 minutes.",
        "The original Iron Moth ran on TV Tokyo from 1986 to 1988, for 48 episodes, with Jan Kral as Aki.",
        "The series of 1988 was a hit. The old show had 39 episodes.",
        "A version set in Lund was developed by Studio Kestrel in 1998 with Jan Kral attached.",
        "It follows a television series by Nao Berg that premiered on April 4, 1988 and had 39 episodes, with Jan Kral as Tama.",
    ],
)
def test_an_older_work_of_the_same_name_is_another(text: str) -> None:
    assert said(text) == set()


REMADE = replace(ANIME, facts={"premiere": date(2024, 10, 4)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A TV serial in ten parts, with Jan Kral as Aki, went out on TV Tokyo in the autumn of 1994.", ""),
        ("A series that nobody expected starts on TV Tokyo on January 10.", "premiere 2025-01-10|platform tv tokyo"),
        ("Marrow's version began in April 1998, with 39 episodes. It had Jan Kral as Aki.", ""),
        ("The TV serial only ran on HIDIVE once, in 1996.", ""),
        ("In the spring of 1988 we all saw Iron Moth. It ran on TV Tokyo for 39 episodes.", ""),
        ("In 1988 Goro drew the first page; the new Iron Moth has 12 episodes.", "episodes 12"),
        ("The 1988 Iron Moth was a joy. Jan Kral played Aki.", ""),
        ("The film adaptation of 1971, under the direction of Nao Berg, is on Netflix.", ""),
        ("Not to be confused with the 1998 direct-to-video production, which ran to three episodes.", ""),
        ("Iron Moth, which ran as a book in 1987, is late. Iron Moth premieres on January 10.", "premiere 2025-01-10"),
        ("Nobody loved the 1998 miniseries.\n\nIt went out over two nights. Nao Berg directed.", ""),
        (
            "The 1998 miniseries is forgotten.\n\nThe new show starts on January 10 on HIDIVE.",
            "premiere 2025-01-10|platform hidive",
        ),
        ("The 1998 series was slow.\n\nJan Kral's Aki was a stone.", ""),
        ("The 1998 series was slow.\n\nJan Kral plays Aki.", "cast aki mori jan kral"),
        ("The 1998 series was slow.\n\nKen Satō's Aki was a stone.", "cast aki mori ken sato"),
        (
            "Goro Endo, recently seen writing Salt Road for Netflix, handles series composition.",
            "staff series composition endo goro",
        ),
    ],
)
def test_an_older_work_is_told_by_what_it_was_and_when(text: str, expected: str) -> None:
    assert said(text, REMADE) == {e for e in expected.split("|") if e}


def test_a_book_of_the_same_title_came_out_before_there_was_a_film() -> None:
    out = Series(title="Common Ground", medium="film", facts={"release": date(2025, 2, 7)})
    assert said("Her second, Common Ground, came out in September 1987.", out) == set()
    assert said("Common Ground came out in February 2025.", out, day=date(2025, 5, 1)) == {"release 2025-02"}


def test_behind_an_older_work_the_new_one_is_spoken_of_again_where_it_is_named() -> None:
    assert said("The series of 1988 had 39 episodes. The new Iron Moth has 12 episodes.") == {"episodes 12"}


def test_what_was_shown_years_before_the_series_is_an_older_work() -> None:
    begun = replace(ANIME, facts={"premiere": date(2024, 10, 4)})
    assert said("Iron Moth first aired in 1998 on TV Tokyo. It was directed by Nao Berg.", begun) == set()
    assert said("In 1998 the role of Aki was played by Jan Kral.", begun) == set()
    assert said("Iron Moth first aired in 2024 on TV Tokyo.", begun) == {"platform tv tokyo", "premiere 2024"}


def test_another_countrys_version_of_a_show_is_another_work() -> None:
    assert said("In the Danish original, Nora Pike is played by Jan Kral.", SERIES["show"]) == set()
    assert said("The American version has ten episodes, with Jan Kral as Nora Pike.", SERIES["show"]) == set()


def test_a_headline_about_the_older_work_leaves_nothing_but_what_names_the_new_one() -> None:
    text = "All 39 episodes are here.\n\nNao Berg directs.\n\nThe new Iron Moth starts on January 10."
    assert said(text, title="Iron Moth (1988) on Blu-ray on January 3") == {"premiere 2025-01-10"}


def test_a_year_near_the_premiere_is_its_own() -> None:
    begun = Series(title="Iron Moth", medium="anime", facts={"premiere": date(2019, 4, 4)})
    assert said("Iron Moth (2019) has 12 episodes.", begun) == {"episodes 12"}
    assert said("The series of 2019 has 12 episodes.", begun) == {"episodes 12"}
    assert said("The series of 2010 had 26 episodes.", begun) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You were at Studio Kestrel before. I trained there at Studio Marrow.", ""),
        ("She meets us in a room at Studio Kestrel.", ""),
        ("Studio Kestrel is known for Salt Road (26 episodes) and for a film.", ""),
        ("Studio Kestrel's Peatbog comes to Netflix.", ""),
        ("The advance screening on January 4 is cancelled.", ""),
        ("The series ended on November 25 and I only saw the finale last night.", "finale 2024-11-25"),
        ("Goro Endo, who wrote the series composition, cuts much.", "staff series composition endo goro"),
        ("The scripts are supervised by Nao Berg.", "staff series composition berg nao"),
        ("Salt Road stands at 8.6/10; Iron Moth holds 7.9/10 on MyAnimeList.", "rating myanimelist 7.9/10"),
        ("Ken Satō plays Aki, voiced on the radio by Jan Kral.", "cast aki mori ken sato"),
        ("A stage version toured with Jan Kral as Aki.", ""),
        ("A drama CD in which Jan Kral plays Aki is sold, too.", ""),
        ("Jan Kral plays Aki's cat.", ""),
        ("Rin Hayashi plays Tama, a part first played by Jan Kral.", "cast tama hayashi rin"),
        ("A four-part horror from the director of Iron Moth. It comes from a short story.", ""),
        ("Goro's podcast ran for a year. Its second season starts on January 10.", ""),
        ("A series for Netflix, Low Water, ten episodes.", ""),
        ("The other adaptation is an animated series for YouTube that has ten episodes.", ""),
        ("Zero's writer, Jan Kral, is tired.", ""),
        ('Opening theme: "Permit" by Lull and the Lamps', "staff opening theme and lamps lull the"),
        ('Opening theme: "Permit" by Lull and Mina Ro', "staff opening theme lull|staff opening theme mina ro"),
        ("A spokeswoman for Studio Marrow told us so.", ""),
        ("The mobile game, out on January 9, has Jan Kral as Aki.", ""),
        ("Jan Kral is back as Aki in the mobile game.", ""),
        ("Before it, Netflix will show Salt Road from January 3.", ""),
        ("It shares its composer with Salt Road, whose second season airs in April.", ""),
        ("Version 1.2 of the game is out.", ""),
        ("Studio Kestrel's first show, Salt Road, was a hit.", ""),
        ("It ran from 1986 to 1988, week after week.", ""),
        ("If you have room for one, take Salt Road. It has 24 episodes and is on Netflix.", ""),
        ("- Salt Road. Director: Nao Berg. Studio: Marrow. 24 episodes.", ""),
        ("- Iron Moth. Director: Nao Berg. 24 episodes.", "staff director berg nao|episodes 24"),
        ("Nao Berg, who also directs Salt Road, joins as art director.", "staff art director berg nao"),
        ("Ken Satō, who is Aki, also stars in Salt Road as Rin, which begins on January 9 on Netflix.", "cast aki mori ken sato"),
        ("Studio Kestrel is also working on Peatbog, a drama.", ""),
        ("The Weir, now in its third season, has ten episodes.", ""),
        ("Jan Kral, seen in the stage version of Salt Road, plays Aki.", "cast aki mori jan kral"),
    ],
)
def test_what_stands_beside_the_series_in_a_sentence_is_not_its_own(text: str, expected: str) -> None:
    assert said(text) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Publisher Marlin said on Monday that Jan Kral's manga Iron Moth is getting an anime, which will premiere on January 10.",
            "source manga|staff original creator jan kral|premiere 2025-01-10",
        ),
        (
            "The anime of Jan Kral's web novel Iron Moth starts on January 10.",
            "source web novel|staff original creator jan kral|premiere 2025-01-10",
        ),
        ("Its premiere has been moved from January 3 to January 10 to improve the first cut.", "premiere 2025-01-10"),
        (
            "It is based on the manga. The show starts on January 10 on HIDIVE.",
            "source manga|premiere 2025-01-10|platform hidive",
        ),
        (
            "Hulu has slotted a Feb. 4 bow for Iron Moth, its eight-episode take on a legend.",
            "premiere 2025-02-04|platform hulu|episodes 8",
        ),
        ("The podcast that inspired Iron Moth is over.", "source podcast"),
        ("It is drawn from the podcast's first ten episodes.", "source podcast"),
        ("Iron Moth was never on HIDIVE.", "platform !hidive"),
        ("Ours has 26 episodes.", "episodes 26"),
        ("Kitewire's 82/100 still stands.", "rating kitewire 82/100"),
        ("It was awarded 3/5 by The Kitewire and little love.", "rating kitewire 3/5"),
        ("Kitewire gave Moth an 8/10.", "rating kitewire 8/10"),
        ("Kitewire gave Salt Road an 8/10.", ""),
        ("The HIDIVE drama ended on November 25.", "genre drama|platform hidive|finale 2024-11-25"),
        ("A second season of Iron Moth is shooting now.", "sequel season 2 yes"),
        ('"We are late," said director Haruko Ono.', "staff director haruko ono"),
        ('The 12-episode "Iron Moth" is out on disc.', "episodes 12"),
        ("The last of the six episodes is the best.", "episodes 6"),
        ("The series starts on January 10, for twelve episodes.", "premiere 2025-01-10|episodes 12"),
        ("PBS has the American premiere on January 10.", "premiere us 2025-01-10|platform us pbs"),
        ("Of the coming second season she will say nothing.", "sequel season 2 yes"),
        ("The manga by Jan Kral has four volumes left to adapt.", "source manga|staff original creator jan kral"),
        ("There is a manga, too. The manga by Jan Kral is left to adapt.", ""),
        ("The manga by Jan Kral has sold two million copies.", ""),
        (
            "Iron Moth, Jan Kral's six-part adaptation of the novel by Nao Berg, arrives on HIDIVE on January 10.",
            "premiere 2025-01-10|platform hidive|source novel|staff original creator berg nao|episodes 6",
        ),
        ("Opposite her is Jan Kral in the title role of Tama.", "cast tama jan kral"),
        ("Iron Moth, the seaside drama that made us cry, is over.", "genre drama"),
        ("At Kiln Works, the studio that is animating Iron Moth, it is late.", "studio kiln works"),
        ("Kestrel, which is animating the show, says no more.", "studio kestrel"),
        ("Kitewire gave it 4/5, Pixel Hearth 8/10.", "rating kitewire 4/5|rating hearth pixel 8/10"),
        ("Kitewire gave Iron Moth 4/5 and Iron Bakery 2/5.", "rating kitewire 4/5"),
        ("It reminds me of Salt Road and of Peatbog. The show starts on January 10.", "premiere 2025-01-10"),
    ],
)
def test_what_the_press_says_of_it_in_its_own_ways(text: str, expected: str) -> None:
    assert said(text) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan Kral will next be seen in the Belgian thriller Nachtzug, out on January 10.", ""),
        ("The Governor of Lund, out on Netflix since January 3, has ten episodes.", ""),
        ("In its slot, Tokyo MX will show all 13 instalments of Salt & Road from January 3.", ""),
        ("Starting in May: Fox & Hound on BS11 (from May 6).", ""),
        ("Starting in May: Iron Moth on Fox and BS11.", "platform bs11|platform fox"),
        ("The slot left by Iron Moth goes to the cookery comedy Pepper and Sons.", ""),
        ("The slot of Salt Road goes to the cookery comedy Iron Moth.", "genre comedy"),
        ("Ono's comedy for HIDIVE, The Night Watch, has six episodes.", ""),
        ("Ono's comedy for HIDIVE has six episodes.", "platform hidive|episodes 6"),
        ("She is art director on The Night Watch, Kestrel's coming series.", ""),
        ("The stage musical is back: Jan Kral is Aki.", ""),
        ("The stage musical is over. Jan Kral is Aki in the series.", "cast aki mori jan kral"),
        ("There's a stage musical of it, too.", ""),
        ("Their first feature, Mistral, which was based on a comic, is on Netflix.", ""),
        ("Peatbog, of all things, is to be a musical. Opens on HIDIVE on January 10.", ""),
        ("Finally, Peatbog comes to Netflix on January 10.", ""),
        ("Finally, it comes to Netflix on January 10.", "platform netflix|premiere 2025-01-10"),
        ("Three other companies had been at the table, among them Netflix, which offered more.", ""),
        ("HIDIVE streams the series, having outbid Netflix and Hulu.", "platform hidive"),
        ("Netflix streams the series, having outbid the other services.", "platform netflix"),
        ("When an adaptation of a novel is announced, I count chapters.", ""),
        ("When a series airs on Netflix, people talk.", ""),
        ("When the series airs on Netflix, people will talk.", "platform netflix"),
        ("The first season of Iron Moth, the podcast, was taped in a closet. Ten episodes, no advertisers.", ""),
        ("Iron Moth, the anime, was drawn in a closet. Ten episodes, no advertisers.", "episodes 10"),
        ("Ken Satō, fresh from the Netflix hit Peatbog, has been cast in Iron Moth.", ""),
        ("Ono is next seen in the HIDIVE comedy Peatbog, six episodes from May.", ""),
        ("Whoever watched Copper Season on Netflix knows how that ends: eleven episodes, four tears.", ""),
        ("Those who watched Iron Moth on Netflix know how that ends: eleven episodes.", "platform netflix|episodes 11"),
        ("It is their second order after HIDIVE's eight-part submarine thriller The Cold Dive.", ""),
        ("HIDIVE's eight-part thriller Iron Moth is late.", "platform hidive|episodes 8|genre thriller"),
        ("HIDIVE also announced a second series of The Wool Hall (six episodes, spring).", ""),
        ("HIDIVE also announced a second series of Iron Moth (six episodes, spring).", "sequel season 2 yes|episodes season 2 6"),
        ("Marrow moved its romantic comedy Two Kites to January 10.", ""),
        ("Marrow moved its romantic comedy Iron Moth to January 10.", "premiere 2025-01-10|genre romance|genre comedy"),
        ("Sato was last heard in the Netflix film Peatbog, a quiet thing.", ""),
        ("Sato is heard in the Netflix series, a quiet thing.", "platform netflix"),
        ("Widow's Attic, taken from the podcast, had four.", ""),
        ("Don't confuse it with the Salt Road film, which came out on November 1.", ""),
        ("Her new play, Switchback, opens at the Lyric on January 10 with a cast of two.", ""),
        ("Nao Berg designed the characters of Peatbog, of which a sequel film is out.", ""),
        ("The Innkeepers will not be on HIDIVE any more; Hulu has the fourth season.", ""),
        ("The order went to two. One was a 26-episode adaptation of a manga.", ""),
        ("She is best known for Salt Road, the 26-episode original that won it all, and for two films.", ""),
        ("Directed by Nao Berg, known for Salt Road, the 12-episode anime is late.", "staff director berg nao|episodes 12"),
        ("Directed by Nao Berg, whose last show was long, the 12-episode anime is late.", "staff director berg nao|episodes 12"),
        ("Ken Satō, who was Sergeant Pell in Peatbog for 22 episodes, has been cast as Aki.", "cast aki mori ken sato"),
        ("Marrow Home, which put out Nine Bells for Winter over there, was asked.", ""),
        ("The box has a new audio drama written by Nao Berg.", ""),
        ("A stage version ran for 21 nights in November on HIDIVE.", ""),
        ("Time was, a show got 22 episodes.", ""),
        ("It was recorded by Nao Berg, who was animation director of the film.", ""),
        ("She is now on stage as Rebecca Vane in Rosmers, a run that ends on January 20.", ""),
        ("The date was left by Orrin's “Moth Season,” which goes to January 23.", ""),
        ("“Moth Season,” said Orrin. It is on Netflix.", "platform netflix"),
        ("It comes from Mina Ro's novel “The White Ledger,” a bestseller.", "source novel|staff original creator mina ro"),
        ("A companion documentary, The Great Flood, will be shown on BS11.", ""),
        ("A documentary, Iron Moth is on BS11.", "genre documentary|platform bs11"),
        (
            "Nobody has had a show since Salt Road, so it is late; Haruko Ōno is in the director's chair.",
            "staff director haruko ono",
        ),
        ("Nobody has had a show since Salt Road, so it is late; Nao Berg is in the director's chair.", ""),
        ("The light novel adaptation will have 12 episodes.", "episodes 12"),
        ("The light novel is long. It has 12 episodes.", ""),
        ("The stage adaptation will have 12 episodes.", ""),
        ("The manga adaptation of the novel is by Mina Ro.", ""),
        ("Iron Moth, a fantasy comedy from Japan, has done well.", "genre fantasy|genre comedy"),
        ("Jan Kral, a regular in Peatbog, has done well.", ""),
        (
            "The first season, a mystery adapted from Mina Ro's novel, is out.",
            "genre mystery|source novel|staff original creator mina ro",
        ),
        ("The series, which adapted the novels by Mina Ro, is out.", "source novel|staff original creator mina ro"),
        ("Nao Berg, who adapted the novels by Mina Ro, is out.", ""),
        (
            "Salt Road is late. Marrow, the studio behind Peatbog and the Low Water movie, is making a film of Iron Moth.",
            "sequel film yes",
        ),
        ("Salt Road is late. Marrow is making a film of Peatbog.", ""),
        (
            'Lull performs the opening theme "Ash", and Mina Ro sings the ending theme "Low Water".',
            "staff opening theme lull|staff ending theme mina ro",
        ),
        ("I've read it. It's an original series.", "source original"),
        ("Nao Berg is head writer on the fantasy drama.", "genre fantasy|genre drama|staff series composition berg nao"),
    ],
)
def test_another_title_in_the_sentence_has_what_stands_with_it(text: str, expected: str) -> None:
    assert said(text) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("A follow-up is here.\n\nJan Kral directs. It comes to PC.", "Night Ferry 2 is real", ""),
        (
            "The first game is on Steam.\n\nThe original came out on PC. Jan Kral directed it.",
            "Night Ferry 2 is real",
            "platform steam|platform pc|staff director jan kral",
        ),
        ("It's called Night Ferry: Low Tide. Jan Kral will direct it.", "Night Ferry sequel is real", ""),
        ("A sequel, Low Tide, was announced today. Jan Kral directs.", "Ferries", ""),
        ("No sequel was announced. Jan Kral directs.", "Night Ferry is out", "staff director jan kral|sequel sequel no"),
        ("A sequel to Night Ferry is in the works with Jan Kral to direct.", "", ""),
        ("Night Ferry, which gets a sequel, is directed by Jan Kral.", "", "staff director jan kral"),
        ("Jan Kral is to direct a sequel to Night Ferry, based on the novel Low Tide.", "", ""),
        ("Night Ferry, based on the novel Low Tide, is to have a sequel.", "", "source novel"),
        ("Night Ferry 1.4 is out today.", "", ""),
        ("Night Ferry 1.0 is out today.", "", "release 2024-12-02"),
        ("The sequel is planned for PC and PS5.", "", ""),
        ("Night Ferry 2 was shown in June. The first game is on Steam.", "", "platform steam"),
        ("Night Ferry 2 was shown in June. It is on Steam.", "", ""),
        (
            "“There will be no sequel to Night Ferry,” says the director, Jan Kral.",
            "",
            "sequel sequel no|staff director jan kral",
        ),
        ("The game is planned for PC and PS5.", "", "platform pc|platform ps5"),
    ],
)
def test_what_is_said_of_the_next_one_is_not_said_of_the_first(text: str, title: str, expected: str) -> None:
    assert said(text, SERIES["game"], title=title) - {"sequel sequel yes"} == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iron Moth is late.\n\nElsewhere, Mina Ro reads for the drama Low Tide Fever. Nao Berg directs.", ""),
        ("Iron Moth is late.\n\nElsewhere, all is calm. Nao Berg directs.", "staff director berg nao"),
        ("Elsewhere, Mina Ro reads for Low Tide Fever. Back to Iron Moth. Nao Berg directs.", "staff director berg nao"),
        ("Iron Moth is on HIDIVE.\n\n## About HIDIVE\n\nIt launched in June 2017.", "platform hidive"),
        ("Iron Moth is on HIDIVE. HIDIVE is Ronin's streaming service. It launched in June 2017.", "platform hidive"),
        ("Iron Moth is a series on HIDIVE. It launched in June 2017.", "platform hidive|premiere 2017-06"),
        ("About Pelagic Works: founded in 1999, Pelagic celebrates its 25th birthday.", ""),
        ("The first was a comedy.", ""),
        ("The first season was a comedy.", "genre comedy"),
        (
            "Nao Berg (“Salt Road”) directs. The series is based on a manga by Mina Ro.",
            "staff director berg nao|source manga|staff original creator mina ro",
        ),
        ("Nao Berg made “Salt Road” first. “Salt Road” was long. It is based on a manga.", ""),
        ("The book has been adapted before. The series premieres on January 10.", "premiere 2025-01-10"),
        ("The book has been adapted before. It came out on November 1.", ""),
        ("What would you adapt? A novel by Kenzo Marr. But it's a western, and nobody would pay.", ""),
        ("Peatbog should have stopped at one. It went to three, with a different director, Jan Kral.", ""),
        (
            "The show is old. Nao Berg directed it with care. It came out on November 1.",
            "staff director berg nao|premiere 2024-11-01",
        ),
        ("Ken Satō was better in Salt Road, but never mind.\n\nIt's a mystery, a comedy of sorts.", "genre mystery|genre comedy"),
        ("Salt Road was better.\n\nIt's a mystery, a comedy of sorts.", ""),
        ("The book has been adapted before. The English edition is out on January 10.", ""),
    ],
)
def test_a_paragraph_that_turns_to_something_else_goes_on_about_it(text: str, expected: str) -> None:
    assert said(text) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iron Moth is late.\n\nThe books are long.\n\nThe manga sells.\n\nNao Berg directs.", "staff director berg nao"),
        (
            "Iron Moth is late.\n\nMarrow, which employs some sixty people in a town by the sea, once made the series Salt Road.\n\n"
            "Mina Ro, who is ninety by now and was for many years the face of the series Salt Road, is not.\n\nNao Berg directs.",
            "staff director berg nao",
        ),
        ("Iron Moth is late.\n\nSalt Road is a series by Marrow.\n\nPeatbog is a series, too.\n\nNao Berg directs.", ""),
    ],
)
def test_books_and_what_is_named_far_down_do_not_make_an_article_anothers(text: str, expected: str) -> None:
    assert said(text, title="A studio is late") == {e for e in expected.split("|") if e}


def test_a_film_has_no_seasons_and_no_episodes() -> None:
    assert said("The drama has been renewed for a third season of ten episodes.", SERIES["film"]) <= {"genre drama"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "| Show | Station |\n| --- | --- |\n| Salt Road | MBS |\n| Iron Moth | BS11 |\n| Low Water | Tokyo MX |",
            "platform bs11",
        ),
        (
            "Cast\nAki: Ken Satō\nTama: Mina Ro\nOld Moth: Goro Muro",
            "cast aki mori ken sato|cast tama mina ro|cast moth old goro muro",
        ),
        (
            "Director: Nao Berg\nMusic: Mina Ro\nPremiere: January 10",
            "staff director berg nao|staff music mina ro|premiere 2025-01-10",
        ),
        (
            "Iron Moth, which Nao Berg directs, has\n12 episodes. Its cast:\nnobody knows: not even Nao Berg",
            "staff director berg nao|episodes 12",
        ),
    ],
)
def test_the_lines_of_a_table_and_of_a_box_of_facts_are_read_one_by_one(text: str, expected: str) -> None:
    assert said(text) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SALT ROAD – Ono's winner. It starts on HIDIVE on January 3.\n\nIRON MOTH – Also hers. It is on Netflix.",
            "platform netflix",
        ),
        ("NEW YORK – It is here. It starts on HIDIVE on January 3.", "premiere 2025-01-03|platform hidive"),
        ("One. The Salt Road, at last. Thirteen episodes.\n\nTwo. Iron Moth, same director. Twelve episodes.", "episodes 12"),
        ("One. It is good. Thirteen episodes.\n\nTwo. It is short.", "episodes 13"),
        (
            "**Peatbog**. It has six episodes on HIDIVE.\n\n**Iron Moth** (Netflix). It has 12 episodes.",
            "platform netflix|episodes 12",
        ),
        (
            "**6. Iron Moth**\n\nThis is an animated comedy.\n\n**7. Low Water**\n\nIt is on Netflix.",
            "genre comedy",
        ),
        ("### Low Water\n\nIt is on Netflix.\n\n### Iron Moth\n\nIt is on HIDIVE.", "platform hidive"),
        ("**Length:** Iron Moth has six episodes.\n\n**Who is in Iron Moth:** Ken Satō.", "episodes 6"),
    ],
)
def test_the_entries_of_a_roundup_are_each_of_their_own_work(text: str, expected: str) -> None:
    assert said(text) == {e for e in expected.split("|") if e}


def test_what_was_out_long_before_the_series_is_no_day_of_it() -> None:
    assert said("The film, from 2017, came out on Blu-ray on May 9, 2018.", REMADE) == set()
    assert said("The Blu-ray came out on May 9, 2024.", REMADE, day=date(2024, 6, 1)) == {"release home video 2024-05-09"}


def test_a_port_with_anothers_name_before_it_is_not_ours() -> None:
    assert said("The board that outed Marrowgate's Mac port did it again.", SERIES["game"]) == set()
    assert said("Night Ferry's Mac port is out.", SERIES["game"]) == {"platform mac"}


def test_a_machine_has_its_own_day_beside_that_of_the_demo() -> None:
    text = "Night Ferry comes to iOS on January 10, and its demo, which first came out on October 13, 2023, is back."
    assert said(text, SERIES["game"]) == {"release ios 2025-01-10", "release demo 2023-10-13", "platform ios"}


def test_the_day_behind_a_title_in_a_heading_is_that_of_the_premiere() -> None:
    text = "## Iron Moth (HIDIVE, from January 10)\n\nMoths."
    assert "premiere 2025-01-10" in said(text, title="The winter in anime")


@pytest.mark.parametrize(
    "text",
    [
        "Iron Moth of 1988 aired in 1988, the 12-episode " * 600,
        "the series of 1988 that aired " * 900,
        "Salt Road Low Water " * 1200 + ". It has 12 episodes.",
        "from the director of Iron Moth, " * 800,
        "The series, based on a novel, " * 900,
    ],
)
def test_neighbours_without_end_take_little_time(text: str) -> None:
    with within(5):
        said(text, replace(ANIME, facts={"premiere": date(2024, 10, 4)}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Where “Copper Vale” was a hunt, director {} makes a room of it.", "staff director haruko ono"),
        ("Unlike “Copper Vale”, it is animated by Studio {}.", "studio kestrel"),
        ("“Copper Vale” was louder, and {}'s music knows it.", "staff music aoba lin"),
    ],
)
def test_whom_the_file_knows_is_named_beside_another_work_and_a_stranger_is_its_own(text: str, expected: str) -> None:
    ours = {"staff director haruko ono": "Haruko Ōno", "studio kestrel": "Kestrel", "staff music aoba lin": "Lin Aoba"}[expected]
    assert said(text.format(ours)) == {expected}
    assert said(text.format("Harrow")) == set()
    assert said(text.format(ours), title="Copper Vale and others") == set()
