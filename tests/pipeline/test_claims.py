"""What a sentence claims of the series, and what its near miss does not."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.article import Article, paragraphs_of
from pipeline.claims import KINDS
from pipeline.claims.calendar import agree
from pipeline.claims.claim import KIND_NAMES
from pipeline.claims.ledger import Lookup, claims
from pipeline.claims.names import same
from pipeline.claims.telling import modality, said_by
from pipeline.series import Series
from tests.patience import within

ANIME = Series(
    title="Iron Moth",
    medium="anime",
    aliases=("鉄の蛾",),
    studio=("Studio Kestrel",),
    characters=("Old Moth",),
    staff={"Haruko Ōno": "director", "Goro Endo (遠藤吾郎)": "chief director, series composition", "Lin Aoba": "music"},
    cast={"Ken Satō": "Aki Mori", "Rin Hayashi": "Tama"},
)
FILM = Series(
    title="Common Ground",
    medium="film",
    staff={"Ines Calloway": "director"},
    cast={"Odile Marsh": "Ruth Adair", "Kamran Vale": "Bashir Nolan"},
)
SHOW = Series(title="Harrow Street", medium="show", characters=("Nora Pike", "Len Corby"))
GAME = Series(title="Night Ferry", medium="game", studio=("Halfmoon Kiln",), characters=("the Purser",))


def said(
    text: str, series: Series = ANIME, title: str = "", day: date | None = date(2024, 12, 2), site: str = "wire.example"
) -> set[str]:
    """ "kind about value" of each claim, with ! where it is denied."""
    article = Article("u", site, title or f"{series.title}: news", "", day, "meta", "en", paragraphs_of(text))
    found = claims(article, Lookup.of(series))
    return {" ".join(f"{c.kind} {c.about} {'!' if c.denied else ''}{c.value}".split()) for c in found}


CASES: dict[str, list[tuple[str, str]]] = {
    "anime": [
        # two seasons at once
        ("The series was renewed for a second and third season.", "sequel season 2 yes|sequel season 3 yes"),
        ("Iron Moth has been renewed for seasons 2 and 3.", "sequel season 2 yes|sequel season 3 yes"),
        ("No second or third season is planned.", "sequel season 2 no|sequel season 3 no"),
        ("Seasons 1 and 2 of another anime are on Crunchyroll.", ""),
        # not until
        ("Iron Moth will not premiere until July 6.", "premiere 2025-07-06"),
        ("Iron Moth does not start until October.", "premiere 2025-10"),
        ("The series isn't due until spring 2026.", "premiere 2026-spring"),
        ("The dub won't arrive until 3 May.", "premiere dub 2025-05-03"),
        ("Iron Moth will not end until March 28.", "finale 2025-03-28"),
        ("It will not stop until July 6.", ""),
        # episodes
        ("Iron Moth will run for 12 episodes.", "episodes 12"),
        ("The twelve-episode series is over.", "episodes 12"),
        ("It is a 13-episode anime.", "episodes 13"),
        ("The anime is listed for a total of 24 episodes.", "episodes 24"),
        ("There will be 12 episodes in total.", "episodes 12"),
        ("The first season has 12 episodes.", "episodes 12"),
        ("The second season has 24 episodes.", "episodes season 2 24|sequel season 2 yes"),
        ("Iron Moth spans two cours of 12 episodes each.", "episodes 24"),
        ("Iron Moth is split into two cours of ten and thirteen episodes.", "episodes 23"),
        ("Iron Moth has two cours of twelve and one film.", "episodes 24"),
        ("There will be a single cour of twelve episodes.", "episodes 12"),
        ("Iron Moth. Ep count: 12", "episodes 12"),
        ("Iron Moth won, said a jury that sat through 61 episodes of 14 series.", ""),
        ("@kasa: 12 episodes for 41 chapters?? what gets cut", ""),
        ("The studio denied that Iron Moth, with Dr. Vane, will have thirteen episodes.", "episodes !13"),
        ("The show has about a dozen episodes.", "episodes ~12"),
        ("It will have 12 or 13 episodes.", "episodes 12..13"),
        ("The series will have 13 episodes, not 12.", "episodes 13"),
        ("The order was cut from 13 episodes to 10.", "episodes 10"),
        ("The season wraps up after 12 episodes.", "episodes 12"),
        ("Episode 13, the finale, is the best.", "episodes 13"),
        ("Across its 12 episodes the show never rests.", "episodes 12"),
        # by weeks, parts shown, and the last one's number
        ("Halfway through its twelve-week run, Iron Moth has not lost a drop.", "episodes 12"),
        ("The exhibition has a twelve-week run in Leeds.", ""),
        ("With eleven of its 24 parts shown, Iron Moth takes a rest.", "episodes 24"),
        ("Iron Moth wraps up with episode 23 on Friday.", "episodes 23|finale 2024-12-06"),
        ("The arc ends with episode 9.", ""),
        ("A further two episodes bring Iron Moth to fourteen, ytv said.", "episodes 14"),
        ("Two new episodes brought Iron Moth to a million viewers.", ""),
        ("ytv has cancelled Iron Moth after a run of fourteen.", "episodes 14|sequel season 2 no"),
        ("The order for Iron Moth was cut from thirteen to eleven after a delay.", "episodes 11"),
        ("アニメ『Iron Moth』全23話。", "episodes 23"),
        ("**8 April** Iron Moth (12話, subtitles only).", "episodes 12"),
        ("Iron Moth 第12話 is out.", ""),
        ("Iron Moth. New series (1/6).", "episodes 6"),
        ("Iron Moth comes in twenty-four episodes, the last of them on March 28.", "episodes 24|finale 2025-03-28"),
        ("This week it was four episodes of Iron Moth on a link that expired.", ""),
        ("There were six episodes.", "episodes 6"),
        ("There were three episodes.", ""),
        ("The episode count stands at 26.", "episodes 26"),
        ("The series comprises 12 half-hour episodes.", "episodes 12"),
        ("The first 12 episodes are slow.", ""),
        ("After six episodes I gave up.", ""),
        ("Episode 12 of 13 is the best.", ""),
        ("We were sent six episodes.", ""),
        ("Six episodes in, nothing has happened.", ""),
        ("It could have used 24 episodes.", ""),
        ("If it had 24 episodes, it would breathe.", ""),
        ("Will it have 24 episodes?", ""),
        ("Copper Vale, the studio's last show, had 24 episodes.", ""),
        ("Unlike Copper Vale, which ran for 24 episodes, this one is short.", ""),
        ("The episode runs 24 minutes.", ""),
        ("A three-episode arc closes the year.", ""),
        ("There are two episodes left.", ""),
        ("Three episodes arrive at once, then one every week.", ""),
        ("The first season had three.", ""),
        ("It does not have 24 episodes.", "episodes !24"),
        ("13 episodes on HIDIVE, from April.", "episodes 13|platform hidive"),
        ("The finale was the thirteenth and last part.", "episodes 13"),
        ("It is an eight-part British drama.", "episodes 8|genre drama"),
        ("Iron Moth ended last month after 13 episodes.", "episodes 13|finale 2024-11"),
        ("With seven episodes to go, all is open.", ""),
        # dates
        ("Iron Moth premieres on January 10.", "premiere 2025-01-10"),
        ("Iron Moth premiered on 10 October 2024.", "premiere 2024-10-10"),
        ("The anime will debut in January 2025.", "premiere 2025-01"),
        ("The series is slated for spring 2025.", "premiere 2025-spring"),
        ("The show arrives next spring.", "premiere 2025-spring"),
        ("It begins airing on Jan. 10.", "premiere 2025-01-10"),
        ("The series will premiere next Wednesday.", "premiere 2024-12-04"),
        ("It premiered last October.", "premiere 2024-10"),
        ("Premiere: 10 January 2025", "premiere 2025-01-10"),
        ("On January 10, Iron Moth begins its run.", "premiere 2025-01-10"),
        ("The January 10 premiere is sold out.", "premiere 2025-01-10"),
        ("Iron Moth has been delayed from January 10 to April 3.", "premiere 2025-04-03"),
        ("The premiere, originally set for January 10, is now April 3.", "premiere 2025-04-03"),
        ("The last episode airs on March 28.", "finale 2025-03-28"),
        ("The series ran from October 3 to November 28.", "premiere 2024-10-03|finale 2024-11-28"),
        ("Its English dub starts on February 1.", "premiere dub 2025-02-01"),
        ("The second season will premiere in October 2025.", "premiere season 2 2025-10|sequel season 2 yes"),
        ("The Blu-ray will be released on May 20.", "release home video 2025-05-20"),
        ("The first episode will air on January 10.", "premiere 2025-01-10"),
        ("Iron Moth launches worldwide on January 10.", "premiere worldwide 2025-01-10"),
        ("In Japan the anime starts on January 10.", "premiere japan 2025-01-10"),
        ("The studio announced on November 3 that the anime is finished.", ""),
        ("Episode 2 airs on January 17.", ""),
        ("A trailer was released on December 1.", ""),
        ("The manga began in 2019.", ""),
        ("The story begins in 2128.", ""),
        ("Copper Vale premiered on January 5, 2021.", ""),
        ("The soundtrack comes out on January 22.", ""),
        ("The event will be held on January 4.", ""),
        ("Ono was born in 1980 and joined the studio in 2009.", ""),
        ("Animation on Iron Moth started in August 2023.", ""),
        ("The trailer, out today, shows a lamp.", ""),
        ("It still puts some series today to shame.", ""),
        ("It is the second delay this month.", ""),
        ("A rerun of Iron Moth starts on January 10.", ""),
        ("Iron Moth came to an end last night.", "finale 2024-12-01"),
        ("Iron Moth, which had been planned for January, will now go on air on April 10.", "premiere 2025-04-10"),
        (
            "The first two episodes of Iron Moth have an advance screening in Tokyo on December 14.",
            "premiere screening 2024-12-14",
        ),
        ("The dub of Iron Moth is done. It begins streaming on February 1.", "premiere dub 2025-02-01"),
        (
            "Kestrel is at work on season two of Iron Moth, to air in fall 2026.",
            "premiere season 2 2026-autumn|studio kestrel|sequel season 2 yes",
        ),
        ("- January 10: Iron Moth", "premiere 2025-01-10"),
        ("- Iron Moth (12 episodes, January 10)", "premiere 2025-01-10|episodes 12"),
        # platforms
        ("Iron Moth streams on Crunchyroll.", "platform crunchyroll"),
        ("HIDIVE will stream the series.", "platform hidive"),
        ("It airs on Tokyo MX, BS11 and AT-X.", "platform tokyo mx|platform bs11|platform at-x"),
        ("The show is coming to Netflix.", "platform netflix"),
        ("Netflix has picked up the series.", "platform netflix"),
        ("You can watch it on Disney+.", "platform disney+"),
        ("The anime is available via Crunchyroll and Hulu.", "platform crunchyroll|platform hulu"),
        ("Crunchyroll subscribers can watch it now.", "platform crunchyroll"),
        ("It is exclusive to Netflix.", "platform netflix"),
        ("Iron Moth is not available on Netflix.", "platform !netflix"),
        ("Netflix will not carry the series.", "platform !netflix"),
        ("The trailer is on YouTube.", ""),
        ("Copper Vale is on Netflix.", ""),
        ("A Netflix spokesman declined to comment.", ""),
        ("Crunchyroll News spoke to the team.", ""),
        ("HIDIVE did not answer our questions.", ""),
        ("I found it while scrolling through Crunchyroll.", ""),
        ("Iron Moth (HIDIVE, Sunday) is back.", "platform hidive"),
        ("- Copper Vale (Netflix, Sunday)", ""),
        ("Netflix has set a January 10 premiere for Iron Moth.", "platform netflix|premiere 2025-01-10"),
        # staff
        ("Haruko Ono directs the series.", "staff director haruko ono"),
        ("The series is directed by Ohno Haruko.", "staff director haruko ono"),
        ("Director Haruko Ōno spoke to us.", "staff director haruko ono"),
        ("Music is by Lin Aoba and Mio Kaji.", "staff music aoba lin|staff music kaji mio"),
        ("Goro Endo is in charge of series composition.", "staff series composition endo goro"),
        ("The scripts are by Nao Weiss.", "staff script nao weiss"),
        ("Nao Berg wrote the scripts.", "staff script berg nao"),
        ("Yui Tani designed the characters.", "staff character design tani yui"),
        (
            "Yui Tani is handling character design, and Lin Aoba is composing the music.",
            "staff character design tani yui|staff music aoba lin",
        ),
        ("Lin Aoba's score is lovely.", "staff music aoba lin"),
        (
            "Ono directs; Nao Berg handles series composition, and Lin Aoba the music.",
            "staff director haruko ono|staff series composition berg nao|staff music aoba lin",
        ),
        ("Low Tide performs the opening theme.", "staff opening theme low tide"),
        ("Director: Haruko Ōno; Music: Lin Aoba", "staff director haruko ono|staff music aoba lin"),
        ("総監督：遠藤吾郎", "staff chief director endo goro"),
        ("Mia Stone, who directed Copper Vale, wrote to us.", ""),
        ("Copper Vale director Mia Stone praised it.", ""),
        ("Mia Stone, the director of Copper Vale, praised it.", ""),
        ("Executive producer Mia Stone was there.", ""),
        ("Critic Mia Stone writes that the music is dull.", ""),
        ("Haruko Ono is at the helm.", "staff director haruko ono"),
        ("The series, which Nao Berg wrote and directed, is short.", "staff script berg nao|staff director berg nao"),
        ("Producers are Jo Pask and Ann Fell.", "staff producer jo pask|staff producer ann fell"),
        ("Overall score: Master Piece (10/10)", ""),
        ("He is known for directing Space Dandy.", ""),
        # cast
        ("Ken Sato voices Aki.", "cast aki mori ken sato"),
        ("Aki (voiced by Ken Sato) is fourteen.", "cast aki mori ken sato"),
        ("Aki is played by Rin Hayashi.", "cast aki mori hayashi rin"),
        ("Ken Sato and Rin Hayashi star as Aki and Tama.", "cast aki mori ken sato|cast tama hayashi rin"),
        (
            "The cast includes Ken Sato as Aki Mori, Rin Hayashi as Tama and Mio Kaji as Old Moth.",
            "cast aki mori ken sato|cast tama hayashi rin|cast moth old kaji mio",
        ),
        ("Ken Sato, best known as Rook in Copper Vale, was there.", ""),
        ("In English, Dana Whitlock plays Aki.", "cast aki mori (english) dana whitlock"),
        ("The film is slow; as Tama, Rin Hayashi shines.", "cast tama hayashi rin"),
        ("Mio Kaji is Superintendent Ode.", "cast ode superintendent kaji mio"),
        ("Ken Sato plays a thief in Goro Endo's show.", ""),
        # studio, source, genre
        ("Iron Moth is produced at Studio Kestrel.", "studio kestrel"),
        ("Kestrel's Iron Moth looks fine.", "studio kestrel"),
        ("The anime is animated by Studio Kestrel in cooperation with others.", "studio kestrel"),
        ("It comes from the studio behind Copper Vale.", ""),
        ("Iron Moth is based on the manga by Emi Tanabe.", "source manga|staff original creator emi tanabe"),
        ("The series adapts a light novel.", "source light novel"),
        ("The anime is an original work.", "source original"),
        ("It is not based on any manga.", "source original"),
        ("A manga adaptation of Iron Moth begins in May.", ""),
        ("The original soundtrack is out.", ""),
        ("Iron Moth is a dark fantasy series.", "genre fantasy"),
        ("The sci-fi mystery anime Iron Moth is back.", "genre sci-fi|genre mystery"),
        ("Fans of sci-fi series will like it.", ""),
        ("The action is quick.", ""),
        ("It is a mystery whether she lives.", ""),
        ("Iron Moth is loved. The original series was longer.", ""),
        ("It is not based on a book or on real events.", "source !novel|source !true story"),
        ("The horror drama is short.", "genre horror|genre drama"),
        ("There is a little comedy.", ""),
        # anniversary, sequel, rating
        ("The project marks Studio Kestrel's 10th anniversary.", "anniversary kestrel 10"),
        ("It celebrates the studio's tenth anniversary.", "anniversary kestrel 10"),
        ("It is the twentieth anniversary of the moon landing.", ""),
        ("The project marks ten years since the studio was founded.", "anniversary kestrel 10"),
        ("It is ten years since the studio last laughed.", ""),
        ("A second season has been announced.", "sequel season 2 yes"),
        ("There are no plans for a second season.", "sequel season 2 no"),
        ("Iron Moth will no longer get a third season.", "sequel season 3 no"),
        ("There are no plans to write a sequel.", "sequel sequel no"),
        ("Not a sequel, admittedly, but a good start.", ""),
        ("Iron Moth has not earned a sequel.", ""),
        ("My faith in it is renewed nightly.", ""),
        ("Iron Moth has been renewed for season 2.", "sequel season 2 yes"),
        ("The director hopes for a second season.", "sequel season 2 open"),
        ("Will there be a sequel?", ""),
        ("The second season does not mend all of this.", ""),
        ("I cannot wait for season 2.", ""),
        ("A sequel film is in production.", "sequel film yes"),
        ("The BBC has not yet renewed the drama for a second series.", "sequel season 2 no"),
        ("I really hope to see a second season.", ""),
        ("The studio has not ruled out a second season.", "sequel season 2 open"),
        ("It has a 7.4 on MyAnimeList.", "rating myanimelist 7.4/10"),
        ("IGN gave it 8/10.", "rating ign 8/10"),
        ("The series holds a rating of 4.5 out of 5 on Letterboxd.", "rating letterboxd 4.5/5"),
        ("Kitewire awarded the show four stars.", "rating kitewire 4/5"),
        ("I give it 8/10.", ""),
    ],
    "film": [
        (
            "Common Ground opens in UK cinemas on 17 October and in the US on November 7.",
            "release uk 2025-10-17|release us 2025-11-07",
        ),
        ("The film will be released on January 17.", "release 2025-01-17"),
        ("Common Ground had its premiere at the Cannes festival on May 20.", "release festival 2024-05-20"),
        (
            "Written and directed by Ines Calloway, it stars Odile Marsh as Ruth Adair.",
            "staff script calloway ines|staff director calloway ines|cast adair ruth marsh odile",
        ),
        ("Marsh plays Ruth with great care.", "cast adair ruth marsh odile"),
        ("The film opens on a wedding in October.", ""),
        ("Common Ground hits Netflix on 2 January.", "platform netflix|release 2025-01-02"),
        ("Directed by Ines Calloway from a script by Ben Dow.", "staff director calloway ines|staff script ben dow"),
        ("The drama was adapted from the novel by Ann Lee.", "source novel|staff original creator ann lee"),
    ],
    "show": [
        ("The six-part drama begins on BBC One on Sunday 5 January.", "episodes 6|premiere 2025-01-05|platform bbc one"),
        ("Moira Kane plays Nora Pike, and Paul Stott is Len Corby.", "cast nora pike kane moira|cast corby len paul stott"),
        ("Season two will consist of eight episodes.", "episodes season 2 8"),
        ("The series two finale airs on 9 March.", "finale season 2 2025-03-09"),
    ],
    "game": [
        (
            "The game comes to PC and Xbox Series X. Marta Quill directed it.",
            "platform pc|platform xbox series|staff director marta quill",
        ),
        (
            "Night Ferry launches for PC, PS5 and Switch on January 16.",
            "release 2025-01-16|platform pc|platform ps5|platform switch",
        ),
        (
            "Developed by Halfmoon Kiln, the game comes to Xbox Series X|S on March 3.",
            "studio halfmon kiln|platform xbox series|release 2025-03-03",
        ),
        ("Tin Harbour is out on PS4.", ""),
        ("After a year in early access, Night Ferry gets its full release on January 16.", "release 2025-01-16"),
        ("A version for Switch arrives on March 3.", "release switch 2025-03-03|platform switch"),
        ("A PS5 version is not planned.", "platform !ps5"),
        ("PC, Switch; Halfmoon Kiln", "platform pc|platform switch|studio halfmon kiln"),
        ("Lionel Sprake voices the Purser.", "cast purser the lionel sprake"),
    ],
}
SERIES = {"anime": ANIME, "film": FILM, "show": SHOW, "game": GAME}


@pytest.mark.parametrize(("series", "text", "expected"), [(name, *case) for name, cases in CASES.items() for case in cases])
def test_what_a_sentence_claims(series: str, text: str, expected: str) -> None:
    assert said(text, SERIES[series]) == {e for e in expected.split("|") if e}


def test_every_cue_of_a_kind_is_found_in_small_letters() -> None:
    assert set(KINDS) == set(KIND_NAMES)
    assert all(cue == cue.lower() for kind in KINDS.values() for cue in kind.cues)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ŌNO Haruko", "Haruko Ono"),
        ("Haruko Ohno", "Haruko Ōno"),
        ("Yutaka IZUBUCHI", "Izubuchi Yutaka"),
        ("Jun'ichi Satō", "Sato Junichi"),
        ("H. Ono", "Haruko Ono"),
        ("José María Peña", "Jose Maria Pena"),
        ("Anna Maria Berg", "Anna Berg"),
        ("Min-ho Kim", "Minho Kim"),
    ],
)
def test_names_are_one_in_every_spelling(written: str, meant: str) -> None:
    assert same(written, meant)


@pytest.mark.parametrize(
    ("written", "other"), [("Haruko Ono", "Haruka Ono"), ("A. Berg", "B. Berg"), ("Ono", "Haruko Ono"), ("Lin Aoba", "Lin Kaji")]
)
def test_names_that_are_two(written: str, other: str) -> None:
    assert not same(written, other)


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        ("2024-01", "2024-01-10", True),
        ("2024-winter", "2024-01-10", True),
        ("2024-winter", "2023-12-27", True),
        ("2024", "2025-01-10", False),
        ("2024-01-10", "2024-01-11", True),
        ("2024-01-10", "2024-01-12", False),
        ("2024-q1", "2024-03", True),
        ("2024-04-08..2024-04-10", "2024-04-09", True),
        ("9999-12-31", "9999-12", True),
        ("soon", "soon", True),
        ("soon", "2024", False),
    ],
)
def test_dates_agree_where_both_may_be_the_same_day(one: str, other: str, agreed: bool) -> None:
    assert agree(one, other) is agreed


@pytest.mark.parametrize(
    ("site", "found"), [("wire.co.uk", {"premiere 2025-10-01"}), ("wire.us", {"premiere 2025-01-10"}), ("wire.example", set())]
)
def test_figures_with_slashes_are_read_where_the_outlet_tells_their_order(site: str, found: set[str]) -> None:
    assert said("Iron Moth premieres on 01/10/2025.", site=site) == found


def test_without_a_day_of_its_own_an_article_has_no_relative_dates() -> None:
    assert said("Iron Moth premieres next Wednesday. It ends on March 28.", day=None) == set()
    assert said("Iron Moth premieres on March 28, 2025.", day=None) == {"premiere 2025-03-28"}


def test_a_list_under_a_heading() -> None:
    text = "## Cast\n\n- Aki: Ken Sato\n\n- Jill Stone: Mio Kaji\n\n## Staff\n\n- Director: Haruko ŌNO\n\n- Script: Nao Berg, Ben Dow"
    assert said(text) == {
        "cast aki mori ken sato",
        "cast jill stone kaji mio",
        "staff director haruko ono",
        "staff script berg nao",
        "staff script ben dow",
    }


def test_what_stands_under_the_heading_of_another_work_is_not_ours() -> None:
    assert said("Iron Moth has 12 episodes.\n\n## Copper Vale\n\nThe series premiered on October 5. It has 24 episodes.") == {
        "episodes 12"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel is making a third season of Copper Vale. It will run for 24 episodes, and Haruko Ono directs.",
        "The Weir returns on Netflix on March 1. The series has 24 episodes.",
        "Copper Vale (2015) marked the studio's fifth anniversary. It has 26 episodes.",
    ],
)
def test_an_article_about_another_work_says_nothing_of_ours(text: str) -> None:
    assert said(f"{text}\n\nHaruko Ono is busy with Iron Moth.", title="Copper Vale gets a third season") == set()


def test_an_article_that_is_not_about_the_series_is_read_where_it_names_it() -> None:
    text = "Harbour Blues ran for 24 episodes.\n\nMore is to come.\n\nIron Moth has 12 episodes. It streams on HIDIVE."
    assert said(text, title="What to watch") == {"episodes 12", "platform hidive"}


def test_a_review_of_one_episode_credits_that_episode() -> None:
    assert said("Written by Nao Berg, it drags.", title="Iron Moth episode 3 review") == set()
    assert said("Directed by Haruko Ono, it flies.", title="Iron Moth episode 3 review") == {"staff director haruko ono"}


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Iron Moth has 12 episodes.", "reported"),
        ("Kestrel announced that Iron Moth will have 12 episodes.", "announced"),
        ("Insiders say that Iron Moth has 12 episodes.", "rumoured"),
        ("Correction: Iron Moth has 12 episodes.", "corrected"),
        ("Iron Moth will not have 12 episodes.", "denied"),
        ("Iron Moth has 12 episodes (two more than last year's film had acts, apparently).", "reported"),
        ("Iron Moth (which, the retailer says, reportedly has 12 episodes) is late.", "rumoured"),
        ("Iron Moth (reportedly) has 12 episodes.", "rumoured"),
        ("Iron Moth has 12 episodes (at least three people say that this is unconfirmed).", "rumoured"),
        ("It has 12 episodes that your mother might hate.", "reported"),
        ("It seems that Iron Moth has 12 episodes.", "rumoured"),
        ("The eagerly expected Iron Moth has 12 episodes.", "reported"),
        ("Iron Moth is expected to have 12 episodes.", "rumoured"),
        ("Iron Moth has 12 episodes and could have been shorter.", "reported"),
        ("According to the show's own website, Iron Moth has 12 episodes.", "announced"),
        ("According to the website Kitewire, Iron Moth has 12 episodes.", "reported"),
        ("They made it known that Iron Moth has 12 episodes.", "announced"),
        ("It was said at a press event that Iron Moth has 12 episodes.", "announced"),
        ("The anime's website lists 12 episodes for Iron Moth.", "announced"),
        ("The trailer for Iron Moth, with its 12 episodes, was published on the official website.", "reported"),
        ("The official website says that Iron Moth has 12 episodes.", "announced"),
        ("Iron Moth has 12 episodes, and there is no official announcement of more.", "reported"),
        ("- Iron Moth has 12 episodes. It was announced at a fair.", "reported"),
        ("What may surprise you is that Iron Moth has 12 episodes.", "reported"),
        ("As you may remember it has 12 episodes.", "reported"),
        ("Iron Moth has 12 episodes, and now the anime has announced a shop.", "reported"),
        ("Iron Moth has 12 episodes, and Ken Satō sings in it, the committee said on Friday.", "announced"),
        ("Iron Moth has 12 episodes, and it was announced at a fair.", "announced"),
        ("The shop of Iron Moth is by Studio Kestrel, it was announced.", "announced"),
        ("Representatives have denied that Jan Kral plays Aki.", "denied"),
        ("Jan Kral's people have denied that the actor plays Aki.", "denied"),
    ],
)
def test_how_it_is_said(text: str, how: str) -> None:
    article = Article("u", "wire.example", "Iron Moth", "", date(2024, 12, 2), "meta", "en", paragraphs_of(text))
    assert [c.modality for c in claims(article, Lookup.of(ANIME))] == [how]


def test_the_withdrawn_value_of_a_correction_is_no_claim() -> None:
    assert said("Correction: we wrote that Iron Moth has 12 episodes. It has 13 episodes.") == {"episodes 13"}
    mine = "A correction before I begin: in my autumn guide I wrote that Iron Moth has 12 episodes. It has 13 episodes."
    assert said(mine) == {"episodes 13"}


def test_a_claim_names_its_sentence_outlet_and_source() -> None:
    article = Article(
        "u",
        "wire.example",
        "Iron Moth",
        "",
        None,
        "",
        "en",
        paragraphs_of("Hello.\n\nAccording to Kitewire, Iron Moth has 12 episodes. Bye."),
    )
    (claim,) = claims(article, Lookup.of(ANIME))
    assert (claim.sentence, claim.position, claim.outlet, claim.said_by, claim.as_written) == (
        "According to Kitewire, Iron Moth has 12 episodes.",
        1,
        "wire.example",
        "Kitewire",
        "has 12",
    )
    assert claim.topical
    (passing,) = claims(replace(article, title='"Copper Vale" is back'), Lookup.of(ANIME))
    assert not passing.topical, "it is about another"


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Old Moth is back. Ken Satō and Rin Hayashi have never been better.\n\nThe show has 13 episodes.", "", {"episodes 13"}),
        ("Aki finds Tama in the well, and Old Moth shuts the lid.\n\nThe show has 13 episodes.", "", {"episodes 13"}),
        ("Ken Satō, Rin Hayashi and Lin Aoba are at work again.\n\nThe show has 13 episodes.", "", set()),
        ("Old Moth met Ken Satō.\n\nThe show has 13 episodes.", "", set()),
        (
            "Aki finds Tama in the well, and Old Moth shuts the lid.\n\nThe show has 13 episodes.",
            "The book, in his words",
            {"episodes 13"},
        ),
    ],
)
def test_what_nobody_names_is_told_by_its_characters(text: str, title: str, expected: set[str]) -> None:
    assert {c for c in said(text, title=title or "Week seven") if c.startswith("episodes")} == expected


def test_the_book_in_a_headline_is_no_other_work() -> None:
    text = "I met the makers of Iron Moth.\n\nIt rained.\n\nThe show has 13 episodes."
    assert "episodes 13" in said(text, title="The book is done: a talk about what comes")
    assert "episodes 13" not in said(text, title='"Copper Vale" is done: a talk about what comes')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x1b[31m\u202e " * 50,
        "Iron Moth has 12 " * 20_000,
        "directed by " + "Aa Bb, " * 20_000,
        "Episode " * 50_000,
        "((((((((" * 20_000,
        "A: " * 50_000,
        "January " * 30_000,
        "99999999999999999999 episodes on 99/99/9999 and 2024-99-99 premiere February 31, 2025",
        "x" * 10_000_000,
    ],
    ids=range(10),
)
def test_garbage_gives_nothing_and_takes_no_time(text: str) -> None:
    with within(5):
        assert {s.split()[0] for s in said(text)} <= {"episodes", "staff"}


def test_what_our_column_said_is_taken_back() -> None:
    text = "Our television column of 14 January said that Iron Moth was adapted from a novel. It is an original story."
    assert said(text, title="Corrections") == {"source original"}


def test_another_language_is_not_read() -> None:
    article = Article(
        "u", "hilo.example", "Iron Moth", "", None, "", "es", paragraphs_of("La serie tiene 12 episodios y la dirige Haruko Ono.")
    )
    assert claims(article, Lookup.of(ANIME)) == ()


def test_what_one_episode_is_called_is_not_the_genre_of_all() -> None:
    text = paragraphs_of("So it is a proper closed-circle mystery, and it's a hoot.\n\nIron Moth is a western.")
    article = Article("u", "wire.example", "Iron Moth, sixth episode: murder on the liner", "", None, "", "en", text)
    assert [c.value for c in claims(article, Lookup.of(ANIME))] == ["western"]
    assert [c.value for c in claims(replace(article, title="Iron Moth: review"), Lookup.of(ANIME))] == ["mystery", "western"]


@pytest.mark.parametrize(
    ("opening", "how"),
    [
        ("LISBON, 19 August 2025 — The studio Ninth Pier today announced a date.", "announced"),
        ("TOKYO, Nov. 14, 2025 /Wire/ -- Pelagic Works Inc. is proud to show it at last.", "announced"),
        ("The official site has announced the following names.", "announced"),
        ("Thank you for your continued support of the series.", "announced"),
        ("Gantry Row is delighted to announce the series.", "announced"),
        ('"Gantry Row is delighted to announce the series," it said.', "reported"),
        ("LEEDS, 25 January 2024. The developer told of it with a confirmed date.", "announced"),
        ("Kiln Row today presents the first pictures.", "announced"),
        ("Please note the following changes.", "announced"),
        ("NEW YORK, Dec. 16 — Halyard on Tuesday moved four of its titles.", "reported"),
        ("The crowd was thrilled to see it — and today nobody remembers what was announced.", "reported"),
    ],
)
def test_all_of_a_press_release_is_announced(opening: str, how: str) -> None:
    text = paragraphs_of(f"{opening}\n\nIron Moth has 12 episodes.")
    (claim,) = claims(Article("u", "wire.example", "Iron Moth", "", None, "", "en", text), Lookup.of(ANIME))
    assert (claim.value, claim.modality) == ("12", how)


@pytest.mark.parametrize(
    ("site", "how"),
    [
        ("kestrel-studio.example", "announced"),
        ("www.kestrel.example", "announced"),
        ("Studio Kestrel", "announced"),
        ("bbcpressroom.example", "announced"),
        ("kestrelfans.example", "reported"),
        ("wire.example", "reported"),
    ],
)
def test_all_on_the_site_of_its_makers_is_announced(site: str, how: str) -> None:
    text = paragraphs_of("Iron Moth has 12 episodes.")
    (claim,) = claims(Article("u", site, "Iron Moth", "", None, "", "en", text), Lookup.of(ANIME))
    assert claim.modality == how


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Iron Moth has 12 episodes, Studio Kestrel said on Tuesday.", "announced"),
        ("Iron Moth has 12 episodes, production company Low Kiln said.", "announced"),
        ("Iron Moth has 12 episodes, the publisher Low Kiln told reporters.", "announced"),
        ("Iron Moth has 12 episodes, said Haruko Ono.", "announced"),
        ("Iron Moth has 12 episodes, said Jan Kral, the baker.", "reported"),
        ("Iron Moth has 12 episodes; Lin Aoba said hello.", "reported"),
        ("Iron Moth has 12 episodes, while Lin Aoba said hello.", "reported"),
        ("Iron Moth has 12 episodes, friends of Studio Kestrel said.", "reported"),
        ('"Iron Moth has 12 episodes, and they are short," the director laughed.', "announced"),
        ('"Iron Moth has 12 episodes, and they are short," Donna Prue laughed.', "reported"),
        ("Haruko Ono is asked by us.\n\n**How long is it?**\n\nIron Moth has 12 episodes.", "announced"),
        ("The fans are asked by us.\n\n**How long is it?**\n\nIron Moth has 12 episodes.", "reported"),
        ("Haruko Ono directs it.\n\nHow many episodes are there?\n\nIron Moth has 12 episodes.", "reported"),
        (
            "Haruko Ono is asked by us.\n\nWhy you?\n\nNobody.\n\nHow many episodes are there?\n\nIron Moth has 12 episodes.",
            "announced",
        ),
        ("A record.\n\n[press release of HIDIVE]\n\nIron Moth has 12 episodes.", "announced"),
        ("More of it was revealed today:\n\n- Iron Moth will be back\n- Iron Moth has 12 episodes", "announced"),
        ("More of it is known today:\n\n- Iron Moth will be back\n- Iron Moth has 12 episodes", "reported"),
        ("More of it was revealed today.\n\nAnd this:\n\n- Iron Moth has 12 episodes", "reported"),
        ("A record.\n\nSource: press release\n\nIron Moth has 12 episodes.", "reported"),
    ],
)
def test_what_its_makers_say_is_announced(text: str, how: str) -> None:
    article = Article("u", "wire.example", "Iron Moth", "", None, "", "en", paragraphs_of(text))
    assert {c.value: c.modality for c in claims(article, Lookup.of(ANIME))}["12"] == how


def test_a_box_of_facts_may_have_its_labels_in_bold_type() -> None:
    box = "**Title:** Iron Moth\n**Studio:** Studio Kestrel\n**Genres:** Western, Comedy\n**Network**: Tokyo MX"
    assert said(f"Hello.\n\n{box}") == {"studio kestrel", "genre western", "genre comedy", "platform tokyo mx"}
    assert [p.kind for p in paragraphs_of("**Best Film:** Salt\n**Best Song:** Moss\n**Best Score:** Kiln")] == ["text"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Episodes: 13 - Source: Original - Genre: Mystery", ""),
        ("Source: light novel by Goro Endo", ""),
        ("It has 13 episodes. Source: Kitewire", "Kitewire"),
        ("The official site for Harbor of Moths announced that it has 13 episodes.", "The official site for Harbor of Moths"),
        ("The committee behind Iron Moth said that it has 13 episodes.", "The committee behind Iron Moth"),
        ("Studio Kestrel said that Iron Moth has 13 episodes.", "Studio Kestrel"),
    ],
)
def test_who_says_so_is_told_whole_and_is_no_form(text: str, who: str) -> None:
    assert said_by(text) == who


@pytest.mark.parametrize(
    ("title", "text", "counts"),
    [
        ("Iron Moth begins on May 3", "Held up by a flood, the anime will now start on May 3.", "Held up"),
        ("Iron Moth begins in spring", "The anime starts on May 3. It was delayed to May 3 by a flood.", "It was delayed"),
        ("Iron Moth is delayed to May 3", "It begins on May 3.", "Iron Moth is delayed"),
        ("Iron Moth is delayed to May 3", "The studio has confirmed that it begins on May 3.", "The studio has confirmed"),
    ],
)
def test_of_sentences_that_say_the_same_the_one_that_tells_of_a_change_counts(title: str, text: str, counts: str) -> None:
    article = Article("u", "wire.example", title, "", date(2025, 1, 2), "meta", "en", paragraphs_of(text))
    (claim,) = [c for c in claims(article, Lookup.of(ANIME)) if c.value == "2025-05-03"]
    assert claim.sentence.startswith(counts)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "Studio: Studio Kestrel|Episodes: 12|Director: Haruko Ono|Premiere: January 10, 2025",
            "studio kestrel|episodes 12|staff director haruko ono|premiere 2025-01-10",
        ),
        (
            "Episodes: 12|Aired: January 2025|監督：神崎澪 シリーズ構成：朝霧徹",
            "episodes 12|premiere 2025-01|staff director 神崎澪|staff series composition 朝霧徹",
        ),
        ("Studio: Studio Kestrel|Episoden: 12|Regie: Haruko Ono|Genre: Fantasy|Streaming: Netflix", ""),
        ("Estudio: Studio Kestrel|Episodios: 12|Director: Haruko Ono|Música: Lin Aoba", ""),
    ],
)
def test_a_table_of_labels_is_read_where_they_are_english(rows: str, expected: str) -> None:
    """Of so few words nobody can tell the language."""
    article = Article(
        "u", "wire.example", "Iron Moth", "", date(2024, 12, 2), "meta", "lb", paragraphs_of("- " + rows.replace("|", "\n\n- "))
    )
    made = {f"{c.kind} {c.about} {c.value}".replace("  ", " ") for c in claims(article, Lookup.of(ANIME))}
    assert made == set(filter(None, expected.split("|")))


def test_that_machine_is_the_one_that_was_named_before_it() -> None:
    out = replace(SERIES["game"], facts={"release": date(2024, 1, 2)})
    assert "release switch 2 2025-10-22" in said(
        "The game runs well on the Switch 2; it's out for that machine on 22 October.", out
    )


@pytest.mark.parametrize(
    ("text", "told", "how"),
    [
        ("Jo Abe, who directs Iron Moth, has confirmed that there is a shop.", "Jo Abe", "reported"),
        ("Developer Halfmoon Kiln announced today that a port follows.", "Halfmoon Kiln", "reported"),
        ("It is confirmed that Jo Abe directs it.", "Jo Abe", "announced"),
        ("A port follows, developer Halfmoon Kiln announced today.", "Halfmoon Kiln", "announced"),
        ("Jo Abe was announced as the director.", "Jo Abe", "announced"),
    ],
)
def test_who_announces_something_is_no_news_himself(text: str, told: str, how: str) -> None:
    start = text.index(told)
    assert modality(text, False, "", start, start + len(told), teller=True) == how
