"""Who makes it, who is heard in it, and what it was made from: what ties a person to a role of this work, and what only stands beside it."""

from dataclasses import replace

import pytest

from tests.pipeline.test_claims import ANIME, FILM, GAME, SHOW, said

_OF = {"anime": ANIME, "film": FILM, "show": SHOW, "game": GAME}


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("anime", "Its English dub has begun. Jan Kral voices Tama in it.", "cast tama (english) jan kral"),
        ("anime", "The German dub has begun. Jan Kral voices Tama, and Old Moth is Nao Berg.", "cast tama (german) jan kral,cast moth old (german) berg nao"),
        ("anime", "The dub is out. It is good. Jan Kral voices Tama.", "cast tama (english) jan kral"),
        ("anime", "Its English dub has begun. Rin Hayashi voices Tama.", "cast tama hayashi rin"),
        ("anime", "The English dub is out. The Japanese cast is better. Nao Berg voices Old Moth.", "cast moth old berg nao"),
        ("anime", "The English dub is out.\n\nNao Berg voices Old Moth.", "cast moth old berg nao"),
        ("anime", "For comparison, the Japanese track has Nao Berg as Tama.", "cast tama berg nao"),
        ("anime", "Jan Kral, as the English Tama, drops his voice.", "cast tama (english) jan kral"),
        ("anime", "The book is out in English. Jan Kral voices Tama.", "cast tama jan kral"),
        ("anime", "In the German version Old Moth is Udo Kramer. Nao Berg voices Tama.", "cast moth old (german) kramer udo,cast tama berg nao"),
        ("show", "The series has a French dub. Nora Pike is played by Jan Kral.", "cast nora pike jan kral"),
        ("show", "The series has a French dub. Nora Pike is voiced by Jan Kral.", "cast nora pike (french) jan kral"),
        ("anime", "The dub is on Netflix. In the original, Tama is played by Jan Kral.", "cast tama jan kral"),
        ("game", "The Japanese cast was introduced. Nao Berg plays the Purser.", "cast purser the (japanese) berg nao"),
        ("game", "Nao Berg plays the Purser.", "cast purser the berg nao"),
        ("game", "Players in Japan have to wait; it has a new dub led by Nao Berg as the Purser.", "cast purser the (japanese) berg nao"),
        ("game", "Players in Japan have to wait; it has a new trailer led by Nao Berg as the Purser.", "cast purser the berg nao"),
    ],
)  # fmt: skip
def test_voices_are_those_of_the_language_spoken_of(series: str, text: str, expected: str) -> None:
    assert {c for c in said(text, _OF[series]) if c.startswith("cast")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("show", "Jan Kral as Dr. Sable Ito and Nao Berg as Warden Kesh join the cast.", "cast dr ito sable jan kral,cast kesh warden berg nao"),
        ("show", "Jan Kral plays Mrs. Pike-Orr.", "cast mrs pikeorr jan kral"),
        ("anime", "Iron Moth is based on the memoir by Judge Patricia Owusu.", "staff original creator owusu patricia"),
        ("anime", "It is directed by Dr. Nao Berg.", "staff director berg nao"),
        ("anime", "Mr. Ōno, our director, was ill.", "staff director haruko ono"),
        ("show", "With the Writers Guild on strike, nothing is being filmed.", ""),
    ],
)  # fmt: skip
def test_a_title_before_a_name_is_no_end_of_it(series: str, text: str, expected: str) -> None:
    assert {c for c in said(text, _OF[series]) if c.startswith(("cast", "staff"))} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Director: Nao Berg Screenplay: Tom Adeyemi Photography: Aiko Brandt Editing: Suresh Pillai Music: Per Lind Based on: a story",
            "director berg nao,script adeyemi tom,cinematography aiko brandt,editing pillai suresh,music lind per",
        ),
        ("Storyboard and episode direction: Nao Berg.", ""),
        ("Storyboard and direction of all episodes: Nao Berg.", ""),
        ("Direction: Nao Berg.", "director berg nao"),
        ("The ADR script was written by Hannah Roe.", ""),
        ("The script was written by Hannah Roe.", "script hannah roe"),
        ("Haruko Ōno said that she is directing a television show instead.", ""),
        ("Haruko Ōno, who is directing, was there.", "director haruko ono"),
        ("There was a talk between Haruko Ōno and Paper Regatta director Satoru Ebina.", ""),
        ("Haruko Ōno, director of Paper Regatta, was there.", ""),
        ("Iron Moth director Haruko Ōno was there.", "director haruko ono"),
        ("The team has Lin Aoba's deputy, Ruth Amsel, on music.", "music amsel ruth"),
        ("Lin Aoba's music is loud.", "music aoba lin"),
    ],
)
def test_a_role_is_that_of_who_stands_with_it(text: str, expected: str) -> None:
    assert {c.removeprefix("staff ") for c in said(text) if c.startswith("staff")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A sequel to Iron Moth is being made with Tadhg Kearns to direct.", ""),
        ("Asked about a sequel, director Nao Berg shook her head.", "director berg nao"),
        ("Iron Moth ends on Sunday. A spin-off written by Nao Berg is next.", ""),
        ("The studio has announced a sequel.\n\nIt begins in 2030. Nao Berg will direct it.", ""),
        ("The studio has announced a sequel.\n\nHaruko Ōno returns as director.", "director haruko ono"),
        ("The studio has announced a sequel.\n\nIron Moth was directed by Haruko Ōno.", "director haruko ono"),
        ("The studio has announced a sequel.\n\nThe first season was directed by Haruko Ōno.", "director haruko ono"),
        ("The studio has announced a trailer.\n\nNao Berg will direct it.", "director berg nao"),
        ("Nao Berg won't direct it.", ""),
        ("Nao Berg is no longer directing the series.", ""),
        ("It is not only directed by Nao Berg.", "director berg nao"),
        ("Haruko Ōno was asked whether she'd direct and said nothing.", ""),
        ("Asked whether it was hard, director Nao Berg laughed.", "director berg nao"),
    ],
)
def test_who_makes_a_sequel_or_will_not_makes_not_this(text: str, expected: str) -> None:
    assert {c.removeprefix("staff ") for c in said(text) if c.startswith("staff")} == set(filter(None, expected.split(",")))


def test_a_piece_about_an_episode_gives_the_credits_of_that_episode() -> None:
    text = "Script: Mio Tera. Storyboard: Ken Mori. Direction: Nao Berg."
    assert said(text, title="Iron Moth #6, 'Salt'") == set()
    assert said("Direction: Haruko Ōno. Storyboard: Ken Mori.", title="Iron Moth #6, 'Salt'") == {"staff director haruko ono"}
    assert said("Script: Mio Tera. Direction: Nao Berg.") == {"staff script mio tera", "staff director berg nao"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iron Moth, which began on Saturday, is directed by Nao Berg with patience.", "director berg nao"),
        ("*Iron Moth* is written by Nao Berg.", "script berg nao"),
        ("The series is written by Nao Berg.", "script berg nao"),
        ("It was created by Nao Berg, and nobody finishes a sandwich.", "original creator berg nao"),
        ("It was directed by Nao Berg.", ""),
        ("Iron Moth has a good night, directed by Nao Berg.", ""),
    ],
)
def test_a_piece_about_an_episode_may_tell_who_makes_the_series(text: str, expected: str) -> None:
    found = said(text, title="Iron Moth, episode 1: Salt")
    assert {c.removeprefix("staff ") for c in found if c.startswith("staff")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan Kral drew Tama on a flip chart; Rin Hayashi timed him.", ""),
        ("Tama has a new coat and Rin Hayashi to wear it.", "tama hayashi rin"),
        ('The opening theme "Carrier Wave" is played by Miyu Okabe.', ""),
        ('The captain "Carrier Wave" is played by Miyu Okabe.', "carrier wave miyu okabe"),
        ("Lin Aoba plays Toronto on December 2.", ""),
        ("Lin Aoba plays Tama on December 2.", "tama aoba lin"),
        ("Jan Kral, and Nao Berg, who plays Tama and was greeted.", "tama berg nao"),
        ("Jan Kral, a newcomer, who plays Tama.", "tama jan kral"),
        ("Where Kral's Tama whispered, another shouts.", ""),
        ("Rafe Montague joins as a Portuguese wine shipper.", ""),
        ("Rafe Montague joins as Wine Shipper.", "shipper wine montague rafe"),
        ("The stage musical is revived with Sora Hibiki as Tama, and Ryo Tachi is Old Moth.", ""),
        ("The stage version is revived. Sora Hibiki plays Tama.", ""),
        ("The stage version is revived. In Iron Moth, Sora Hibiki plays Tama.", "tama hibiki sora"),
        ("Representatives for Jan Kral have denied that the actor plays Tama.", "tama !jan kral"),
        ("Jan Kral does not play Tama.", "tama !jan kral"),
        ("Jan Kral, who did not expect it, plays Tama.", "tama jan kral"),
    ],
)
def test_a_part_is_a_character_that_somebody_plays_in_this_work(text: str, expected: str) -> None:
    assert {c.removeprefix("cast ") for c in said(text) if c.startswith("cast")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cast\nAki Mori: Ken Satō\nTama: Nao Berg\nReverend Ames: Tom Hallam\nCoroner: Philip Marsh",
            "aki mori ken sato,tama berg nao,ames reverend hallam tom,coroner marsh philip",
        ),
        (
            "Cast Tama: Nao Berg Old Moth: Jan Kral The Coroner: Philip Marsh",
            "tama berg nao,moth old jan kral,coroner marsh philip",
        ),
        ("Tama: Nao Berg, Old Moth: Jan Kral", "tama berg nao,moth old jan kral"),
        ("Time: Monday Place: Berg Hall Voice: Nora Pike Guest: Jan Kral", ""),
    ],
)
def test_a_cast_list_whose_lines_ran_together_is_read_by_its_entries(text: str, expected: str) -> None:
    assert {c.removeprefix("cast ") for c in said(text) if c.startswith("cast")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BBC One has ordered an adaptation of Edith Garrow's Iron Moth.", "staff original creator edith garrow"),
        ("A manga adaptation of Nao Berg's Iron Moth is coming.", ""),
        ("An adaptation of Nao Berg's Iron Harbour is coming.", ""),
        ("A stage musical based on Nao Berg's Iron Moth is coming.", ""),
        ("It is an adaptation of Haruko Ōno's Iron Moth.", ""),
        (
            "It will make an animated feature of Iron Moth, the 1987 children's novel by Hester Quill.",
            "source novel,staff original creator hester quill",
        ),
        ("It likes Iron Moth, the 1987 children's novel by Hester Quill.", ""),
        ("Based on: the short story by Nao Berg", "source short story,staff original creator berg nao"),
        ("She supervised the boards of the studio's first feature, Mistral, which was based on a comic.", ""),
        ("It is the studio's first series, Iron Moth, which is based on a comic.", "source comic"),
        ("Nao Berg takes over from Jan Kral as director.", "staff director berg nao"),
        ("Nao Berg remains showrunner.", "staff showrunner berg nao"),
        ("Nao Berg stays on as editor of the magazine.", ""),
        ("Characters are designed by Nao Berg.", "staff character design berg nao"),
        ("The scripts of the series were by Nao Berg and Jan Kral.", "staff script berg nao,staff script jan kral"),
        ("The music, all hurdy-gurdy, is by Nao Berg.", "staff music berg nao"),
        ("Tama is voiced by eight-year-old Nao Berg.", "cast tama berg nao"),
        ("Nao Berg adapts, and nobody is better suited.", "staff script berg nao"),
        ("Nao Berg adapts, Jan Kral directs.", "staff script berg nao,staff director jan kral"),
        ("Nao Berg adapts quickly to a new town.", ""),
        ("Nao Berg is allegedly composing the score.", "staff music berg nao"),
        ("Nao Berg, whose score has no violins, was there.", "staff music berg nao"),
        ("Nao Berg, whose music taste is bad, was there.", ""),
        ("Tama is voiced by Nao Berg's daughter.", ""),
        ("Nao Berg, whose score for Copper Vale won a prize, was there.", ""),
        ("Nao Berg, fresh from a holiday, is in the director's chair.", "staff director berg nao"),
        ("Then old Tama (the magnificent Nao Berg) has kept the letters.", "cast tama berg nao"),
        ("Then old Tama (a Londoner) has kept the letters.", ""),
        ("Tama, whom Nao Berg plays as if he were sorry, walks.", "cast tama berg nao"),
        ("Tama, whom Nao Berg likes, walks, and Jan Kral plays on.", ""),
        ("The voice of Tama, Nao Berg, is lovely.", "cast tama berg nao"),
    ],
)
def test_further_ways_to_say_who_made_it_and_from_what(text: str, expected: str) -> None:
    found = {c for c in said(text) if c.startswith(("cast", "staff", "source"))}
    assert found == set(filter(None, expected.split(",")))


def test_a_band_of_one_word_is_read_in_a_list_of_credits() -> None:
    text = "- Director: Haruko Ōno\n\n- Music: Owlroom\n\n- Script: Owlroom"
    assert said(text) == {"staff director haruko ono", "staff music owlrom"}
    assert said("- Direction: Good\n\n- Music: Great\n\n- Script: Fine") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cellist Jan Kral performs the ending theme.", "staff ending theme jan kral"),
        ("Singer-songwriter Jan Kral performs the opening theme of Iron Moth.", "staff opening theme jan kral"),
        ("Comedian Jan Kral plays Tama.", "cast tama jan kral"),
        ("Cellist Moth performs the ending theme.", "staff ending theme cellist moth"),
        # jobs of a dub
        ("Nao Berg directs the dub, with scripts adapted by Jan Kral.", ""),
        ("Nao Berg is directing the English-language version.", ""),
        ("The scripts were adapted by Jan Kral.", ""),
        ("It was adapted by Jan Kral.", "staff script jan kral"),
        ("Nao Berg directs the series, which has a dub.", "staff director berg nao"),
        # a job on some of it, and words that somebody only said
        ("Episodes 6 and 7, neither written by Jan Kral, are slack.", ""),
        ("It has two halves, the first directed by Jan Kral.", ""),
        ("It was not filmed but it was written by Jan Kral.", "staff script jan kral"),
        ('"It is done," director Haruko Ōno writes.', "staff director haruko ono"),
        ("In Iron Moth, Nao Berg writes.", "staff script berg nao"),
        # two names, two roles
        ("Nao Berg adapts Kral's art into character designs.", ""),
        ("Kral's soft character designs are lovely. Jan Kral smiled.", "staff character design jan kral"),
        ("Haruko Ōno moves up to chief director, and Nao Berg takes over as director.", "staff director berg nao"),
        ("Haruko Ōno smiled, and again sat down as director.", "staff director haruko ono"),
        # parts that somebody has not got, or had elsewhere
        ("Rin Hayashi had failed the audition for Tama once.", ""),
        ("Rin Hayashi auditioned for months and plays Tama.", "cast tama hayashi rin"),
        ("Jan Kral played Lord Byron off-Broadway last year.", ""),
        ("Jan Kral played Lord Byron last year.", "cast byron lord jan kral"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_is_not_always_of_this_work(text: str, expected: str) -> None:
    found = {c for c in said(text) if c.startswith(("cast", "staff"))}
    assert found == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        # a further work
        ("anime", "Nao Berg is directing the film, with Haruko Ōno, who directed the series, as an adviser.", "staff director haruko ono"),
        ("anime", "Nao Berg is directing the series.", "staff director berg nao"),
        ("film", "It is a sequel to Common Ground, based on Jan Kral's new novel Low Ground.", ""),
        ("film", "It has no sequel. Common Ground is based on Jan Kral's novel.", "source novel,staff original creator jan kral"),
        # an older film
        ("anime", "The manga became an anime film in 2009. Nao Berg directed the 98-minute feature, and Jan Kral starred as Tama.", ""),
        ("anime", "The manga became an anime film in 2009. In the new series, Jan Kral plays Tama.", "cast tama jan kral"),
        ("anime", "The manga became an anime film in 2009. Jan Kral plays Tama.", "cast tama jan kral"),
        ("anime", "Adapted as a feature in 2009 (director: Nao Berg; music: Jan Kral).", ""),
        ("anime", "The series of this year (director: Nao Berg; music: Jan Kral).", "staff director berg nao,staff music jan kral"),
        # wishes
        ("anime", "What I want, in order:\n\n1. Jan Kral back as Tama.\n\n2. Nao Berg back as director.", ""),
        ("anime", "Who is back:\n\n1. Jan Kral back as Tama.", "cast tama jan kral"),
        # a colon that explains
        ("anime", "There is a new drawing by character designer Jan Kral: Tama under a table.", ""),
        ("anime", "There are two new voices: Jan Kral: Tama.", "cast tama jan kral"),
    ],
)  # fmt: skip
def test_who_makes_another_work_makes_not_this(series: str, text: str, expected: str) -> None:
    found = {c for c in said(text, _OF[series]) if c.startswith(("cast", "staff", "source"))}
    assert found - {"staff character design jan kral"} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose book it was
        ("Nao Berg's Iron Moth will become a television anime.", "staff original creator berg nao"),
        ("Nao Berg's *Iron Moth* (Tetsu no Ga) manga is inspiring a TV anime this year.", "staff original creator berg nao"),
        ("Lin Aoba's Iron Moth is getting a TV anime.", ""),
        ("Nao Berg's Iron Moth is getting a TV anime sequel.", ""),
        ("Nao Berg's Iron Moth will become a stage play.", ""),
        ("The TV anime of Nao Berg's Iron Moth has a new trailer.", "staff original creator berg nao"),
        ("The TV anime of Nao Berg's Iron Harbour has a new trailer.", ""),
        ("The 1931 novel by Jan Kral that the show is based on is out again.", "source novel,staff original creator jan kral"),
        ("The 1931 novel by Jan Kral that the shop is proud of is out again.", ""),
        ("Haruko Ōno directs it, from an 11-page short story by Jan Kral.", "source short story,staff director haruko ono,staff original creator jan kral"),
        # who shot, wrote or paid for it
        ("It was a gift to her regular cinematographer Jan Kral, who shook.", "staff cinematography jan kral"),
        ("It was a gift to her regular gardener Jan Kral, who shook.", ""),
        ("Co-writer Jan Kral directed, and it shows.", "staff director jan kral,staff script jan kral"),
        ("It was executive produced by Jan Kral.", ""),
        ("It was produced by Jan Kral.", "staff producer jan kral"),
        # a row of roles
        ("Jan Kral serves as art director, Nao Berg as sound director.", "staff art director jan kral,staff sound director berg nao"),
        ("The art director, Nao Berg, smiled.", "staff art director berg nao"),
    ],
)  # fmt: skip
def test_more_ways_to_say_whose_work_it_is(text: str, expected: str) -> None:
    found = {c for c in said(text) if c.startswith(("cast", "staff", "source"))}
    assert found == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("anime", "Jan Kral plays Tama in English; but Nao Berg, who voices Tama in the original, is better.", "tama (english) jan kral,tama berg nao"),
        ("anime", "Jan Kral plays Tama in English, while Nao Berg voices her in the original.", "tama (english) jan kral"),
        ("anime", "The English track has Jan Kral as Tama; in Japanese Old Moth is Nao Berg.", "tama (english) jan kral,moth old berg nao"),
        ("anime", "In English, Jan Kral voices Tama, and Nao Berg is Old Moth.", "tama (english) jan kral,moth old (english) berg nao"),
        ("anime", "Its English dub has begun.\n\n## The English dub\n\nIn the original Nao Berg is Tama and Jan Kral is Old Moth.", "tama berg nao,moth old jan kral"),
        ("game", "Nao Berg voices the Purser in the original.", "purser the berg nao"),
        ("anime", "My son prefers the dub, where Jan Kral gives Tama a dryness.", "tama (english) jan kral"),
        ("anime", "The dub has Jan Kral as Tama.", "tama (english) jan kral"),
        ("anime", "Hana Roe and Jan Kral, who voice Tama and Old Moth, came on stage.", "tama hana roe,moth old jan kral"),
        ("anime", "Haruko Ōno's Tama is older and has a cat.", ""),
        ("anime", "Rin Hayashi's Tama is older and has a cat.", "tama hayashi rin"),
        ("anime", "It helps to know the novel. Agnes Ito's Tama is older.", ""),
        ("anime", "It helps to know the city. Agnes Ito's Tama is older.", "tama agnes ito"),
        ("show", "The drama, from a novel by Eluned Hart, made a star of Ida Brix, who plays Nora Pike.", "nora pike brix ida"),
        ("show", "Based on Marged Rees's novel, it stars Ida Brix and Udo Kramer, the latter playing Len Corby.", "corby len kramer udo"),
        ("anime", "I'd love Nao Berg as Tama, but I say that of every show.", ""),
        ("anime", "My own pick would be Nao Berg as Tama.", ""),
        ("anime", "I'd like to praise Nao Berg as Tama.", "tama berg nao"),
    ],
)  # fmt: skip
def test_a_part_is_that_of_who_has_it_and_in_his_own_language(series: str, text: str, expected: str) -> None:
    assert {c.removeprefix("cast ") for c in said(text, _OF[series]) if c.startswith("cast")} == set(
        filter(None, expected.split(","))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The script is adapted by Jan Kral, and Nao Berg directs the voices.", ""),
        ("It is adapted by Jan Kral, and Nao Berg is there.", "script jan kral"),
        ("Nao Berg directs the voice cast.", ""),
        ("Nao Berg directs the voyage.", "director berg nao"),
        ("It went to three, the last with a different director, Nao Berg, and a different dog.", ""),
        ("The mystery, an original work written by Nao Berg, is out.", "script berg nao"),
        ("Its source is a play. Nao Berg wrote it in prison.", "original creator berg nao"),
        ("It is a play on words. Nao Berg wrote it in prison.", "script berg nao"),
    ],
)
def test_who_did_it_for_another_work_or_version_did_not_do_it_here(text: str, expected: str) -> None:
    assert {c.removeprefix("staff ") for c in said(text) if c.startswith("staff")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("anime", "Fans of Nao Berg, who created the original comic, were there.", "original creator berg nao"),
        ("anime", "Nao Berg wrote the original manga.", "original creator berg nao"),
        ("anime", "Nao Berg wrote the book on which the series is based.", "original creator berg nao"),
        ("anime", "Nao Berg, who wrote the novels it's based on, was there.", "original creator berg nao"),
        ("anime", "Nao Berg wrote the book on the table.", ""),
        ("anime", "Nao Berg wrote the original novel of another film.", ""),
        ("anime", "It is taken from the light novels of Nao Berg.", "original creator berg nao"),
        ("anime", "It is taken from the book of Common Prayer.", ""),
        ("show", "The script is Hulu's take on the hit podcast from Nao Berg.", "original creator berg nao"),
        ("show", "The script is a story about a hit podcast from Nao Berg.", ""),
        ("show", "The Nao Berg novel that it's adapted from is shorter.", "original creator berg nao"),
        ("show", "Nao Berg, whose novel it adapts, has read the scripts.", "original creator berg nao"),
        ("show", "Nao Berg, from whose novels the series was adapted, was not there.", "original creator berg nao"),
        ("show", "Nao Berg, whose novel it mentions, has written to say that nothing was adapted.", ""),
        ("anime", "It is adapted from the web novel that Nao Berg posted for years.", "original creator berg nao"),
        ("anime", "It is based on a short story, which Nao Berg sold to a paper.", "original creator berg nao"),
        ("anime", "It is based on a manga that Nao Berg calls overlong.", ""),
        ("show", "The novel it was adapted from had more of it, as its author, Nao Berg, says.", "original creator berg nao"),
        (
            "film",
            "Common Ground is directed by Ines Calloway from Nao Berg's play and stars Jan Kral.",
            "director calloway ines,original creator berg nao",
        ),
        ("film", "Ines Calloway directs from a short story by Nao Berg.", "director calloway ines,original creator berg nao"),
        ("film", "Ines Calloway directs a day away from Nao Berg's house.", "director calloway ines"),
        ("film", "Common Ground is a thriller (really) from director Nao Berg, made by Larkfield.", "director berg nao"),
        ("film", "Common Ground is from director Nao Berg.", "director berg nao"),
        ("film", "Common Ground, from director Nao Berg, opens today.", "director berg nao"),
        ("film", "Common Ground is up against a thriller from director Nao Berg.", ""),
        ("film", "Nao Berg was director of photography.", "cinematography berg nao"),
        ("film", "Nao Berg was director of the museum.", ""),
        ("film", '"There will be no sequel to Common Ground," says the director, Nao Berg.', "director berg nao"),
        ("show", "Nao Berg is head writer on the historical crime drama.", "series composition berg nao"),
        ("show", "Nao Berg is head writer on the historical crime drama Salt Road.", ""),
        ("show", "Nao Berg is cited as head writer.", "series composition berg nao"),
        ("show", "It was created by Jan Kral and has been showrun by Nao Berg.", "original creator jan kral,showrunner berg nao"),
        ("show", "Nao Berg showruns, and Jan Kral directs.", "showrunner berg nao,director jan kral"),
        ("show", "The series is run by Nao Berg, who serves as its creator.", "showrunner berg nao,original creator berg nao"),
        ("show", "Nora Pike runs the show at the ferry, where the script puts her.", ""),
        ("show", "The town is run by Nao Berg, a grocer in the script.", ""),
        ("show", "With helmer Nao Berg back at the desk, the season is ready.", "director berg nao"),
        ("anime", "Co-writer Nao Berg was there.", "script berg nao"),
        ("game", "The writing is by Nao Berg, once of the radio.", "script berg nao"),
        ("game", "Nao Berg, writing at The Island Times, liked the music.", ""),
        ("anime", "There was a talk with the colour designer, Nao Berg.", "color design berg nao"),
        ("anime", "Director Nao Berg, 36, told the paper so.", "director berg nao"),
        ("anime", "The director is Nao Berg, 38, who studied in Kyoto.", "director berg nao"),
        ("anime", "As previously announced, Nao Berg directs.", "director berg nao"),
        (
            "anime",
            "There are drawings by Nao Berg.\n\nBerg, who is also the character designer of the anime Iron Moth, will sign.",
            "character design berg nao",
        ),
        ("anime", "Nao Berg is designing the characters for animation.", "character design berg nao"),
        ("anime", 'Nao Berg sings the ending theme "Low Water".', "ending theme berg nao"),
        ("film", "Cinematographer Marguerite Fall shoots the hills.", "cinematography fall marguerite"),
        ("film", "The script is by June Squirrel.", "script june squirrel"),
        ("film", "It was in June Calloway directed it, from a script by Jan Kral.", "director calloway ines,script jan kral"),
        ("film", "The music is by August Netflix.", ""),
        ("anime", "The harbour-set crime drama comes from director Nao Berg.", "director berg nao"),
        ("anime", "The word harbour comes from director Nao Berg.", ""),
        ("anime", "Nao Berg's ending theme is our song of the winter.", "ending theme berg nao"),
        ("anime", "The disc does not contain Nao Berg's ending theme.", ""),
        ("anime", "The opening, which Paper Herons perform, belongs to a louder show.", "opening theme herons paper"),
        ("anime", "The opening, which Nao Berg hates, belongs to a louder show.", ""),
        ("anime", "Nao Berg wrote five of the scripts.", "script berg nao"),
        ("anime", "Nao Berg has read five of the scripts.", ""),
        ("anime", "It was written in large part by Nao Berg.", "script berg nao"),
        ("anime", "It was written in Kyoto by the sea.", ""),
        ("film", "The film was shot on the Elbe by Nao Berg.", "cinematography berg nao"),
        ("film", "The film was shot on location in Kyoto by Nao Berg.", "cinematography berg nao"),
        (
            "film",
            "It was shot by Nao Berg, cut by Jan Kral and scored by Per Lind.",
            "cinematography berg nao,editing jan kral,music lind per",
        ),
        ("film", "Its budget, cut by Nao Berg, was small, and it was shot in Kyoto.", ""),
        (
            "film",
            "The script, which Ines Calloway wrote with the poet Nao Berg, is good.",
            "script berg nao,script calloway ines",
        ),
        ("film", "Ines Calloway wrote it with Nao Berg.", "script berg nao,script calloway ines"),
        ("anime", "Nao Berg, known for Seven Lanterns Street, is the sound director.", "sound director berg nao"),
        ("anime", '"Aoba-san composed the music," he said.', "music aoba lin"),
    ],
)
def test_credits_in_passing(series: str, text: str, expected: str) -> None:
    assert {c.removeprefix("staff ") for c in said(text, _OF[series]) if c.startswith("staff")} == set(
        filter(None, expected.split(","))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nao Berg speaks Tama, the one-eyed gull.", "tama berg nao"),
        ("Nao Berg speaks to Tama.", ""),
        ("Nao Berg speaks of Tama with love.", ""),
    ],
)
def test_who_speaks_a_character(text: str, expected: str) -> None:
    assert {c.removeprefix("cast ") for c in said(text) if c.startswith("cast")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What is odd is how much of it is Nao Berg's. The series composition was hers, and one hears it.", "staff series composition berg nao"),
        ("Nao Berg met Jan Kral. The series composition was hers.", ""),
        ("Goro Endo is forty. He was responsible for series composition and wrote seven scripts.", "staff series composition endo goro"),
        ("Haruko Ōno is forty. She directed it.", "staff director haruko ono"),
        ("Haruko Ōno is forty. She directed the play Low Water.", ""),
        ("Lin Aoba is forty. She writes it down.", ""),
        ("Lin Aoba is forty. She wrote the score in two winters.", "staff music aoba lin"),
        ("Haruko Ōno met Nao Berg there. She directed it.", ""),
        ("Salt Road was a hit. She directed it.", ""),
        ("It was the sea, says Haruko Ōno. It was the anime which she directed from start to finish.", "staff director haruko ono"),
        ("Jan Kral has been added to the ensemble. He plays Old Moth, a thief.", "cast moth old jan kral"),
        ("Old Moth comes in late. Jan Kral plays him with patience.", "cast moth old jan kral"),
        ("Old Moth meets Tama. Jan Kral plays him with patience.", ""),
        ("Old Moth comes in late. Of Ellis, Jan Kral, who plays him, knew nothing.", ""),
        ("When Tama opens the door, Nao Berg, who plays her, gives it weight.", "cast tama berg nao"),
        ("When Tama meets Old Moth, Nao Berg, who plays her, gives it weight.", ""),
        ("Nao Berg has been added to the cast of the drama, now two weeks into its shoot outside Moose Jaw. He plays Old Moth.", "cast moth old berg nao"),
        ("Iron Moth has Tama at last.\n\nIn the anime the part is played by Nao Berg, who is new.", "cast tama berg nao"),
        ("They all wanted to be Tama. The role went to Nao Berg.", "cast tama berg nao"),
        ("They all wanted to be Tama or Old Moth. The role went to Nao Berg.", ""),
        ("They all wanted to be Tama. The role went to pieces.", ""),
        ("Rin Hayashi, who plays her, smiles.", "cast tama hayashi rin"),
        ("The English dub is out. Jan Kral's Tama is chattier than Rin Hayashi's, though not unpleasantly.", "cast tama (english) jan kral,cast tama hayashi rin"),
        ("It has Tama and Rin Hayashi's cat.", ""),
        ("The English track has Jan Kral as Tama; in Japanese she is Nao Berg.", "cast tama (english) jan kral,cast tama berg nao"),
        ("Nao Berg gives Tama a loud voice. In the German version it's Udo Kramer, who plays her well.", "cast tama berg nao,cast tama (german) kramer udo"),
        ("Tama has a loud voice. In Japanese it is Tetsu no Ga.", ""),
        ("Tama finally has a voice, and it belongs to Nao Berg.", "cast tama berg nao"),
        ("Tama has a boat, and it belongs to Nao Berg.", ""),
        ("Nao Berg, late of Quarry Lane (she was killed off, and I'm still in black), is reportedly playing Tama.", "cast tama berg nao"),
        ("Hayashi, who plays the gull, smiles.", "cast tama hayashi rin"),
        ("It is Hayashi-san, who voices her in Japanese.", "cast tama hayashi rin"),
        ("Hayashi, who plays the gull in Salt Road, smiles.", ""),
        ("Nao Berg, who plays her, smiles.", ""),
        ("Haruko Ōno had two offers.\n\nThe music of Iron Moth is loud.", ""),
        ("Haruko Ōno had two offers.\n\nThe producers of Iron Moth laugh.", ""),
        ("It belongs to Nao Berg. As Tama she never raises her voice.", "cast tama berg nao"),
        ('"I was ill," says Nao Berg.\n\nThe director of Iron Moth has ordered soup.', "staff director berg nao"),
        ('Haruko Ōno had two offers.\n\n"Take it," the director of *Iron Moth* laughs.', "staff director haruko ono"),
        ("Lin Aoba is forty.\n\nThe composer of Iron Moth writes at a kitchen table.", "staff music aoba lin"),
        ("Nao Berg was there, and Jan Kral.\n\nThe director of Iron Moth has ordered soup.", ""),
    ],
)  # fmt: skip
def test_somebody_named_in_the_sentence_before(text: str, expected: str) -> None:
    found = {c for c in said(text) if c.startswith(("cast", "staff"))}
    assert found == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Haruko Ōno directed the play Low Water.", ""),
        ("Haruko Ōno directed the series for Netflix.", "director haruko ono"),
        ("Lin Aoba composed the music for Salt Road.", ""),
        ("Lin Aoba composed the music for Iron Moth.", "music aoba lin"),
    ],
)
def test_who_is_of_the_staff_and_did_it_for_another_title(text: str, expected: str) -> None:
    assert {c.removeprefix("staff ") for c in said(text) if c.startswith("staff")} == set(filter(None, expected.split(",")))


_HARBOUR = replace(
    SHOW, staff={"Ida Brix": "original creator, showrunner"}, cast={"Nao Berg": "Captain Orlan", "Jan Kral": "Doctor Vane"}
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("New is Udo Kramer, 19, as Vane's stepson Ellis.", "cast ellis kramer udo"),
        ("New to the cast is Udo Kramer, lately of Salt Road, as Ellis, a twin.", "cast ellis kramer udo"),
        ("In the cast is Udo Kramer, who was late, as Ellis said.", ""),
        ("- **Udo Kramer** as Ellis, a salvager", "cast ellis kramer udo"),
        ("Udo Kramer recurs as a priest called Ellis in the cast.", "cast ellis kramer udo"),
        ("Ellis, her father, who turns up in the sixth part, is voiced by Udo Kramer.", "cast ellis kramer udo"),
        ("Udo Kramer, who is Ellis in the dub, has a good voice.", "cast ellis (english) kramer udo"),
        ("Udo Kramer is Ellis in the German version, and what a voice.", "cast ellis (german) kramer udo"),
        ("Udo Kramer, who was Ellis in the English version of the old film, has a good voice.", ""),
        ("The network had its cast on stage: Udo Kramer plays Ellis.", "cast ellis kramer udo"),
        ("Udo Kramer plays Ellis on stage.", ""),
        ("Doctor Vane (Udo Kramer, doing much with his eyebrows) is the lead.", "cast doctor vane kramer udo"),
        ("Doctor Vane (Udo Kramer and others have said so) is the lead.", ""),
        ("The captain is voiced by Udo Kramer.", "cast captain orlan kramer udo"),
        ("Udo Kramer plays the captain with relish.", "cast captain orlan kramer udo"),
        ("Udo Kramer plays the captain of a ferry.", ""),
        ("The mate is voiced by Udo Kramer.", ""),
        ("Ida Brix, who runs the show, has kept the arithmetic of the script.", "staff showrunner brix ida"),
        ("Inspector Pike (Udo Kramer) has lost her hat.", "cast nora pike kramer udo"),
        ("Inspector Lowe's lodger (Udo Kramer) has lost her hat.", ""),
        ("It strips Ida Brix's novel to its silences, in a series composed of small talk.", "staff original creator brix ida"),
        ("It strips Nao Berg's novel to its silences, in a series composed of small talk.", ""),
        ("Ida Brix's novel had one good theme.", "staff original creator brix ida"),
        ("Ida Brix's novel had not one good theme.", ""),
        ("Udo Kramer, who wrote every one of the scripts, is back.", "staff script kramer udo"),
    ],
)
def test_a_rank_or_a_book_tells_who_is_meant(text: str, expected: str) -> None:
    found = {c for c in said(text, _HARBOUR) if c.startswith(("cast", "staff"))}
    assert found == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Udo Kramer has joined the cast as Ellis Vane.", "ellis vane kramer udo"),
        ("Udo Kramer has been tapped to voice Ellis Vane.", "ellis vane kramer udo"),
        ("Udo Kramer has signed on to star as Ellis Vane.", "ellis vane kramer udo"),
        ("Udo Kramer is set to reprise his role as Ellis Vane.", "ellis vane kramer udo"),
        ("Udo Kramer reprises the role of Ellis Vane.", "ellis vane kramer udo"),
        ("Udo Kramer leads the cast in the role of Ellis Vane.", "ellis vane kramer udo"),
        ("Playing Ellis Vane is Udo Kramer.", "ellis vane kramer udo"),
        ("Playing Ellis Vane is Udo Kramer's dream.", ""),
        ("Starring in the lead role of Ellis Vane will be newcomer Udo Kramer.", "ellis vane kramer udo"),
        ("The role of Ellis Vane has gone to Udo Kramer.", "ellis vane kramer udo"),
        ("The role of Ellis Vane was lost to Udo Kramer.", ""),
        ("The lead role, Ellis Vane, is played by Udo Kramer.", "ellis vane kramer udo"),
        ("Ellis Vane is portrayed by Bafta winner Udo Kramer.", "ellis vane kramer udo"),
        ("Ellis Vane will be played by Salt Road star Udo Kramer.", "ellis vane kramer udo"),
        ("Udo Kramer (voice of Ellis Vane) was there.", "ellis vane kramer udo"),
        ("Udo Kramer joined Salt Road, set as Ellis Vane was being written.", ""),
    ],
)
def test_ordinary_ways_to_say_who_has_a_part(text: str, expected: str) -> None:
    assert {c.removeprefix("cast ") for c in said(text, SHOW) if c.startswith("cast")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("show", "With Nao Berg at the helm, the series begins in July.", "director berg nao"),
        ("show", "It goes on, with Nao Berg, the director of the first one, back at the helm.", "director berg nao"),
        ("show", "With Nao Berg at the helm of the studio, the script is good.", ""),
        (
            "film",
            "The awards went to Nao Berg for editing and Jan Kral for best direction.",
            "editing berg nao,director jan kral",
        ),
        (
            "film",
            "Nao Berg won for her music, Jan Kral for photography, and both had prizes.",
            "music berg nao,cinematography jan kral",
        ),
        ("film", "Nao Berg, who won for music in 2019, was there with an award.", ""),
        ("film", "Nao Berg has an award and was nominated for her music in Salt Road.", ""),
        ("anime", "The robots are designed by veteran Nao Berg.", "mechanical design berg nao"),
        ("anime", "The machines are the work of Nao Berg, who designed them.", "mechanical design berg nao"),
        ("anime", "The bells are the work of Nao Berg, who designed them.", ""),
        ("anime", "The ending theme is by the Osaka trio Low Tide Club.", "ending theme club low tide"),
        ("show", "All six episodes were written by Nao Berg and directed by Jan Kral.", "script berg nao,director jan kral"),
        ("show", "Two episodes were written by Nao Berg.", ""),
        ("anime", "Nao Berg launched the original manga, which the anime adapts, in 2016.", "original creator berg nao"),
        ("anime", "Nao Berg started the original manga club, which the anime adapts.", ""),
        ("film", "Nao Berg and Jan Kral co-wrote the script.", "script berg nao,script jan kral"),
        ("film", "Nao Berg and Jan Kral produce for Larkfield Pictures.", "producer berg nao,producer jan kral"),
        ("film", "Nao Berg produced for Petit Phare Films, a company of three.", "producer berg nao"),
        ("film", "Orchards produce for Larkfield Pictures what producers eat.", ""),
    ],
)
def test_ordinary_ways_to_say_who_made_it(series: str, text: str, expected: str) -> None:
    assert {c.removeprefix("staff ") for c in said(text, _OF[series]) if c.startswith("staff")} == set(
        filter(None, expected.split(","))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Director Nao Berg and Jan Kral, who handled series composition, share a commentary.",
            "staff director berg nao|staff series composition jan kral",
        ),
        ("Nao Berg, who spent three years on Long House, is the director.", ""),
        ("Nao Berg, who spent three years on Long House, is back.", ""),
        (
            "The series is based on Mio Tsuda's novel The Wick and is directed by Nao Berg.",
            "source novel|staff original creator mio tsuda|staff director berg nao",
        ),
    ],
)
def test_each_has_his_own_job_where_one_clause_names_two(text: str, expected: str) -> None:
    assert said(text, replace(ANIME, staff={})) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("show", "Ann Coe takes the role of the ferryman Obed Sloane.", "obed sloane ann coe"),
        ("show", "Ann Coe has landed the role of Ida Vance.", "ida vance ann coe"),
        ("show", "Ann Coe has taken over the role of Ida Vance.", "ida vance ann coe"),
        ("show", "Ann Coe took the role of producer.", ""),
        ("show", "It stars Ann Coe as detective Ida Vance.", "ida vance ann coe"),
        ("show", "Harrow Street stars Ann Coe as Ida Vance, a widow.", "ida vance ann coe"),
        ("show", "Ann Coe stars in Harrow Street as Ida Vance.", "ida vance ann coe"),
        ("show", "Ann Coe has joined the cast of Harrow Street as Ida Vance.", "ida vance ann coe"),
        ("show", "Ann Coe joins the series in the role of Ida Vance.", "ida vance ann coe"),
        ("show", "Ann Coe joins the cast of Harrow Street with Jan Kral as Ida Vance.", "ida vance jan kral"),
        ("show", "Ann Coe joins the production as Executive Producer.", ""),
        ("show", "Ann Coe was chosen to play Ida Vance.", "ida vance ann coe"),
        ("show", "Ann Coe is rumoured to play Ida Vance.", "ida vance ann coe"),
        ("show", "Ann Coe was rumoured to play Ida Vance.", ""),
        ("show", "Ann Coe has been revealed as the voice of Ida Vance.", "ida vance ann coe"),
        ("show", "Ann Coe has been confirmed in the role of Ida Vance.", "ida vance ann coe"),
        ("show", "Ann Coe, cast in nothing so far, has been named as Head of Drama.", ""),
        ("show", "Ann Coe replaces Jan Kral as Ida Vance.", "ida vance ann coe"),
        ("show", "Jan Kral has been replaced by Ann Coe as Nora Pike.", "nora pike ann coe"),
        ("show", "In the role of Ida Vance is Ann Coe.", "ida vance ann coe"),
        ("show", "Jan Kral, 40, is Sheriff Obed Sloane in this cast.", "obed sheriff sloane jan kral"),
        ("anime", "Ann Coe is the English voice of Tama.", "tama (english) ann coe"),
        ("anime", "Ann Coe, the German voice of Tama, was there.", "tama (german) ann coe"),
        ("anime", "Tama's English voice is Ann Coe.", "tama (english) ann coe"),
        ("anime", "Nao Berg, Tama's voice actor, was there.", "tama berg nao"),
        ("anime", "The voice of Tama is provided by Nao Berg.", "tama berg nao"),
        ("anime", "Nao Berg provides the voice of Tama.", "tama berg nao"),
        ("anime", "Rin Hayashi voices Tama in Japanese and Ann Coe in English.", "tama hayashi rin,tama (english) ann coe"),
        ("anime", "Rin Hayashi is Tama in Japanese, Ann Coe in German.", "tama hayashi rin,tama (german) ann coe"),
        ("anime", "Rin Hayashi voices Tama in Japanese and lives in Berlin.", "tama hayashi rin"),
    ],
)  # fmt: skip
def test_a_part_is_taken_landed_taken_over_and_heard_in_two_languages(series: str, text: str, expected: str) -> None:
    found = {c.removeprefix("cast ") for c in said(text, _OF[series]) if c.startswith("cast")}
    assert found == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cast: Rin Hayashi (Tama), Fusa Ibuki (Haru).", "tama hayashi rin,haru fusa ibuki"),
        ("The cast: Rin Hayashi (Tama) and Fusa Ibuki (Captain Lyle).", "tama hayashi rin,captain lyle fusa ibuki"),
        ("The cast: Rin Hayashi (Tama), Fusa Ibuki (Pine Orchard).", "tama hayashi rin"),
        ("The cast: Jan Kral (Quarry), Fusa Ibuki (Fargo).", ""),
        ("Tama (Rin Hayashi) goes to the hills, where Haru (Fusa Ibuki) keeps the fire.", "tama hayashi rin,haru fusa ibuki"),
        ("Tama (Rin Hayashi) is ill, and DI Pell (Kwame Darko) has the wrong man.", "tama hayashi rin,di pell darko kwame"),
        ("Tama (Rin Hayashi) goes to Kyoto (Part Two) and to New York (Times Square).", "tama hayashi rin"),
        ("Nao Berg, who played Tama in it, returns.", "tama berg nao"),
        ("Nao Berg, who played Tama in Quarry Lane, returns.", ""),
        ("Nao Berg, who played Salome, returns.", ""),
    ],
)  # fmt: skip
def test_a_row_in_brackets_is_read_whole_where_the_file_knows_a_pair_of_it(text: str, expected: str) -> None:
    assert {c.removeprefix("cast ") for c in said(text) if c.startswith("cast")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Directed by: Nao Berg\n- Music by: Jan Kral", "director berg nao,music jan kral"),
        ("- Directed by: the committee\n- Music: various", ""),
        ('The opening theme, "Paper Moon", by Low Tide, is out on Friday.', "opening theme low tide"),
        ('It previews the ending song, "Ash Stamps" by the band Low Tide.', "ending theme low tide"),
        ('"Paper Moon" by Low Tide serves as the opening theme song.', "opening theme low tide"),
        ('Low Tide\'s "Paper Moon" is the ending theme.', "ending theme low tide"),
        ('Low Tide\'s "Paper Moon" was the opening song of the concert.', ""),
        ('"Paper Moon" by Low Tide is the opening of a long night.', ""),
        ("Directing the series is Nao Berg.", "director berg nao"),
        ("The director of the series is Nao Berg.", "director berg nao"),
        ("The director of Quarry Lane is Nao Berg.", ""),
        ("Every episode was written by Nao Berg.", "script berg nao"),
        ("The first episode was written by Nao Berg.", ""),
        ("The screenplay is supervised by Nao Berg.", "series composition berg nao"),
    ],
)  # fmt: skip
def test_credits_with_a_colon_behind_by_and_songs_that_are_the_theme(text: str, expected: str) -> None:
    assert {c.removeprefix("staff ") for c in said(text) if c.startswith("staff")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("show", "Nao Berg is expected to direct.", "director berg nao"),
        ("show", "Nao Berg is lined up to write the drama.", "script berg nao"),
        ("show", "Nao Berg has written the screenplay.", "script berg nao"),
        ("show", "Nao Berg has written to the drama department.", ""),
        ("show", "Nao Berg has been confirmed as director.", "director berg nao"),
        ("show", "Nao Berg was unveiled as the showrunner.", "showrunner berg nao"),
        ("show", "Nao Berg replaces Jan Kral as director.", "director berg nao"),
        ("show", "Jan Kral is replaced by Nao Berg as director.", "director berg nao"),
        ("show", "Nao Berg stepped in for Jan Kral as composer.", "music berg nao"),
        ("anime", "Iron Moth director Nao Berg is well.", "director berg nao"),
        ("anime", "The Iron Moth anime's director, Nao Berg, is well.", "director berg nao"),
        ("anime", "At the party, guests saw Quarry Lane director Nao Berg.", ""),
        ("anime", "The staff includes director Nao Berg and art director Jan Kral.", "director berg nao,art director jan kral"),
        ("anime", "The guests of the fair include director Nao Berg.", ""),
        ("anime", "From director Nao Berg, the series is a quiet one.", "director berg nao"),
        ("anime", "From director Nao Berg, Quarry Lane is a quiet one.", ""),
        ("anime", "Nao Berg, the director of the first season, is well.", "director berg nao"),
    ],
)  # fmt: skip
def test_who_is_named_replaces_somebody_or_is_the_titles_own(series: str, text: str, expected: str) -> None:
    assert {c.removeprefix("staff ") for c in said(text, _OF[series]) if c.startswith("staff")} == set(
        filter(None, expected.split(","))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The series is based on "Low Water", Ivy Crane\'s 2015 novel.', "crane ivy"),
        ("The series is based on a true story, Ivy Crane's film is not.", ""),
        ("It covers volumes seven to nine of the light novels by Ivy Crane.", "crane ivy"),
        ("It covers the first years of a war told by Ivy Crane.", ""),
        ("The series adapts the comic The Clock Below, by Dagny Holm.", "dagny holm"),
        ("The series, whose score is loud, is a mystery after the play by Ivy Crane.", "crane ivy"),
        ("The series starts after the summer, by which time Ivy Crane is back.", ""),
        ('The series is a television version of "Low Water", the 2015 novel by Ivy Crane.', "crane ivy"),
        ("The series is adapted from Ivy Crane's novel of the same name by Jan Kral.", "crane ivy"),
        ("Based on true events, Ivy Crane's book is another thing.", ""),
        ("Based on the manga, Ivy Crane's novel spin-off is another thing.", ""),
        ("Ivy Crane, whose novel inspired the series, is here.", "crane ivy"),
        ("Ivy Crane, whose novel inspired a generation, is here.", ""),
        ("The manga is old; its author, Ivy Crane, is here.", "crane ivy"),
        ("Author Mari Oda is here.", "mari oda"),
        ("Mari Oda, the author of Iron Moth, is here.", "mari oda"),
        ("Mari Oda, the author of Quarry Lane, is here.", ""),
        ("Mari Oda, its author, is here.", "mari oda"),
        ("The novels' author, Mari Oda, is here.", "mari oda"),
        ("Mari Oda began drawing the manga in 2019.", "mari oda"),
        ("Mari Oda drew the manga Quarry Lane.", ""),
        ("Mari Oda's Iron Moth is becoming a song, says the author.", "mari oda"),
        ("Author Ivy Crane is here.", ""),
    ],
)  # fmt: skip
def test_the_author_is_told_beside_the_title_in_an_aside_and_as_what_the_file_knows(text: str, expected: str) -> None:
    series = replace(ANIME, staff={**ANIME.staff, "Mari Oda": "original creator"})
    found = {c.removeprefix("staff original creator ") for c in said(text, series) if "original creator" in c}
    assert found == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("anime", "The series marks Nao Berg's directorial debut.", "director berg nao"),
        ("anime", "Nao Berg makes her directorial debut with Iron Moth.", "director berg nao"),
        ("anime", "Nao Berg makes her directorial debut with Quarry Lane.", ""),
        ("anime", "It marks Nao Berg's third turn in the director's chair.", "director berg nao"),
        ("anime", "It marks Nao Berg's third birthday in the director's house.", ""),
        ("anime", "Nao Berg composed 63 cues for Iron Moth.", "music berg nao"),
        ("anime", "Nao Berg has written more than forty pieces of music for the series.", "music berg nao"),
        ("anime", "Nao Berg has written more than forty pieces for Quarry Lane.", ""),
        ("anime", "It has characters to love and a score from Nao Berg.", "music berg nao"),
        ("anime", "It has characters to love and music from Old Vienna.", ""),
        ("film", "Common Ground, the second feature by Jan Kral, has a score.", "director jan kral"),
        ("film", "Quarry Lane, the second feature by Jan Kral, has a score.", ""),
    ],
)  # fmt: skip
def test_a_debut_a_score_in_pieces_and_a_film_by_somebody(series: str, text: str, expected: str) -> None:
    assert {c.removeprefix("staff ") for c in said(text, _OF[series]) if c.startswith("staff")} == set(
        filter(None, expected.split(","))
    )


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("game", "The game is directed by Nao Berg.", "director berg nao"),
        ("game", "The board game is directed by Nao Berg.", ""),
        ("game", "Jan Kral will score the game.", "music jan kral"),
        ("game", "Jan Kral will score a goal for the team, says the director.", ""),
        ("game", "Nao Berg, who wrote and directed Night Ferry, is well.", "director berg nao,script berg nao"),
        ("anime", "The anime's director, Nao Berg, is well.", "director berg nao"),
        ("anime", "The project is led by director Nao Berg.", "director berg nao"),
        ("anime", "Opening Theme: Paper Moon by Low Tide", "opening theme low tide"),
        ('anime', 'The opening theme is Low Tide\'s "Paper Moon".', "opening theme low tide"),
        ("anime", 'Low Tide performs "Paper Moon" as the ending theme.', "ending theme low tide"),
        ("anime", 'Low Tide performed "Paper Moon" as the curtain fell on the opening night.', ""),
        ("anime", "Low Tide performs both the opening and ending themes.", "opening theme low tide,ending theme low tide"),
        (
            "anime",
            "Nao Berg is responsible for the scripts, Jan Kral for the art direction.",
            "script berg nao,art director jan kral",
        ),
    ],
)  # fmt: skip
def test_a_game_has_its_crew_and_a_theme_its_singer(series: str, text: str, expected: str) -> None:
    assert {c.removeprefix("staff ") for c in said(text, _OF[series]) if c.startswith("staff")} == set(
        filter(None, expected.split(","))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hana and Obi are voiced by Ann Coe and Jan Kral.", "hana ann coe,obi jan kral"),
        ("Hana and Obi will be voiced by Ann Coe and Jan Kral, respectively.", "hana ann coe,obi jan kral"),
        ("Hana and Obi are both voiced by Ann Coe.", "hana ann coe,obi ann coe"),
        ("Hana is voiced by Ann Coe, and Obi by Jan Kral.", "hana ann coe,obi jan kral"),
        ("Hana is voiced by Ann Coe, Obi by Jan Kral and Ruri by Nao Berg.", "hana ann coe,obi jan kral,ruri berg nao"),
        ("Hana is voiced by Ann Coe, with music by Jan Kral.", "hana ann coe"),
        ("Hana is voiced by Ann Coe, and Quarry Lane by Low Tide.", "hana ann coe"),
        ("It stars Ann Coe, as does Quarry Lane.", ""),
        ("Ann Coe was announced as Guest of Honour, says the cast.", ""),
        ("Ann Coe and Jan Kral star as sisters Hana and Obi.", "hana ann coe,obi jan kral"),
        ("In the cast, Ann Coe and Jan Kral return as Hana and Obi.", "hana ann coe,obi jan kral"),
        ("Ann Coe and Jan Kral play lovers in Sand and Salt.", ""),
        ("Protagonist Hana is voiced by Ann Coe.", "hana ann coe"),
        ("Ann Coe has been cast in the role of Hana.", "hana ann coe"),
        ("Ann Coe takes over as the voice of Hana from Jan Kral.", "hana ann coe"),
        ("Ann Coe takes over as chair of the cast union.", ""),
        ("Nao Berg provides Tama's voice.", "tama berg nao"),
        ("Nao Berg (the voice of Tama) is here.", "tama berg nao"),
        ("Nao Berg (the voice of Otto) is here.", ""),
    ],
)  # fmt: skip
def test_two_and_two_go_together_and_the_next_of_a_row_needs_no_verb(text: str, expected: str) -> None:
    assert {c.removeprefix("cast ") for c in said(text) if c.startswith("cast")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan Kral directs from a screenplay he co-wrote with Nao Berg.", "director jan kral,script jan kral,script berg nao"),
        ("Common Ground, directed by Jan Kral from his own script, is quiet.", "director jan kral,script jan kral"),
        ("Jan Kral directs from his own script with Ann Coe.", "director jan kral,script jan kral"),
        ("Jan Kral directs from a script that nobody liked.", "director jan kral"),
        ("It is the directorial debut of Jan Kral.", "director jan kral"),
        ("It is the directorial debut of the year.", ""),
        ("It is the directorial debut of Quarry Lane's editor.", ""),
        ("Jan Kral has come on board to direct.", "director jan kral"),
        ("Directorial duties fall to Jan Kral.", "director jan kral"),
        ("Nao Berg takes on writing duties.", "script berg nao"),
    ],
)  # fmt: skip
def test_who_directs_his_own_script_and_whose_the_duties_are(text: str, expected: str) -> None:
    assert {c.removeprefix("staff ") for c in said(text, FILM) if c.startswith("staff")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("anime", "I liked the Mari Oda novel when I was ten.", "original creator mari oda"),
        ("anime", "I liked the new Mari Oda novel when I was ten.", ""),
        ("anime", "I liked the Mari Oda novel Salt Road when I was ten.", ""),
        ("anime", "I liked the Jan Kral novel when I was ten.", ""),
        ("anime", "Mari Oda, whose novel began it all, was there.", "original creator mari oda"),
        ("anime", "Mari Oda, whose next novel is about eels, was there.", ""),
        ("anime", "The novel by Mari Oda has a thousand pages.", "original creator mari oda"),
        ("anime", "A novel by Mari Oda has a thousand pages.", ""),
        ("anime", "They are making a series out of Nao Berg's bestselling novel Iron Moth.", "original creator berg nao"),
        ("anime", "They are making a fortune out of Nao Berg's bestselling novel.", ""),
        ("anime", "I gave away Mari Oda's quiet novel Iron Moth.", "original creator mari oda"),
        ("anime", "I gave away Mari Oda's quiet novel Salt Road.", ""),
        ("anime", "It is an original work by Mari Oda.", "original creator mari oda"),
        ("anime", "It is an original creation of Mari Oda.", "original creator mari oda"),
        ("anime", "It is an original work by Nao Berg.", ""),
        ("anime", "## Staff\n\n- Original: Nao Berg\n\n- Music: Jan Kral", "original creator berg nao,music jan kral"),
        ("anime", "## Staff\n\n- Original air date: March 3\n\n- Music: Jan Kral", "music jan kral"),
        ("anime", "Haruko Ōno's series was the quiet hit of the design awards.", "director haruko ono"),
        ("anime", "Lin Aoba's series was the quiet hit of the design awards.", ""),
    ],
)  # fmt: skip
def test_the_author_whom_the_file_knows_is_named_by_his_book(series: str, text: str, expected: str) -> None:
    own = replace(_OF[series], staff={**_OF[series].staff, "Mari Oda": "original creator"})
    assert {c.removeprefix("staff ") for c in said(text, own) if c.startswith("staff")} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("anime", "Nao Berg is not doing the music.", "music !berg nao"),
        ("anime", "Nao Berg isn't the composer.", "music !berg nao"),
        ("anime", "Nao Berg did not write the score.", "music !berg nao"),
        ("anime", "The opening theme is not performed by Low Tide.", "opening theme !low tide"),
        ("anime", "The series is not directed by Nao Berg.", "director !berg nao"),
        ("anime", "Nao Berg, who is not fond of cellos, composed the score.", ""),
        ("anime", "Nao Berg is not the only composer.", ""),
        ("anime", "Nao Berg is not directing the second season.", ""),
        ("anime", "Nao Berg does not so much direct as conduct.", ""),
        ("anime", "The music is not by Nao Berg but by Jan Kral.", "music jan kral"),
        ("anime", "Lin Aoba is not well; Jan Kral has composed the music.", "music jan kral"),
    ],
)  # fmt: skip
def test_a_role_that_somebody_has_not_got_is_denied_and_what_is_so_of_a_part_is_not(
    series: str, text: str, expected: str
) -> None:
    assert {c.removeprefix("staff ") for c in said(text, _OF[series]) if c.startswith("staff")} == set(
        filter(None, expected.split(","))
    )


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("anime", "The ending theme has been revealed. It is performed by Low Tide.", "staff ending theme low tide"),
        ("anime", "The opening theme is out. It is \"Ash\" by Low Tide, a song from their third album.", "staff opening theme low tide"),
        ("anime", "The opening and the ending theme are out. It is performed by Low Tide.", ""),
        ("anime", "A song has been revealed. It is performed by Low Tide.", ""),
        ("anime", "An earlier version misnamed the actor who plays Tama. She is Rin Hayashi.", "cast tama hayashi rin"),
        ("anime", "We know the actor. She is Rin Hayashi.", ""),
        ("anime", "Tama comes late. Rin Hayashi is magnificent in the part.", "cast tama hayashi rin"),
        ("anime", "Tama and Old Moth come late. Rin Hayashi is magnificent in the part.", ""),
        ("anime", "Jan Kral said that he was nervous. His Tama is a hoot.", "cast tama jan kral"),
        ("anime", "Haruko Ōno said that she was nervous. Her Tama is a hoot.", ""),
        ("anime", "Ask Haruko Ōno. The critic Jan Kral, she wrote it.", ""),
        ("anime", "Jan Kral on what comes next. We met the producer of Iron Moth in Asagaya.", "staff producer jan kral"),
    ],
)  # fmt: skip
def test_it_she_and_the_part_are_what_the_sentence_before_speaks_of(series: str, text: str, expected: str) -> None:
    assert {c for c in said(text, _OF[series]) if c.startswith(("staff", "cast"))} == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("anime", "That Nao Berg who's directing it had two pasties.", "director berg nao"),
        ("anime", "That Nao Berg whose director it was had two pasties.", ""),
        ("anime", "They claim:\n\n- Nao Berg in the director's chair\n\n- 12 episodes", "director berg nao"),
        ("anime", "They claim:\n\n- Nao Berg in the director's chair of Salt Road\n\n- 12 episodes", ""),
        ("anime", '**Opening:** "Ash" by Low Tide (single out April 23) **Ending:** "Soot" by Paper Choir', "opening theme low tide,ending theme choir paper"),
        ("anime", "The staff, including series composition writer Goro Endo, return.", "series composition endo goro"),
        ("anime", "The characters, designed by Nao Berg, have heavy wrists.", "character design berg nao"),
        ("anime", "The costumes, designed by Nao Berg, have heavy sleeves.", ""),
        ("anime", "Credit belongs to Nao Berg, who did the characters' designs.", "character design berg nao"),
        ("anime", "It had best score for Lin Aoba at the Reels.", "music aoba lin"),
        ("anime", "It lost to Salt Road, best score for Jan Kral at the Reels.", ""),
        ("anime", "And Aoba, who has the music in hand, keeps waiting.", "music aoba lin"),
        ("anime", "There is a talk by Nao Berg and Haruko Ōno, who directed the series.", "director haruko ono"),
        ("anime", "It is shot by Haruko Ōno in the Midlands.", ""),
        ("anime", "It is shot by Nao Berg in the Midlands.", "cinematography berg nao"),
        ("anime", "A new Iron Moth film is listed with Haruko Ōno as director.", ""),
        ("anime", "The Iron Moth anime is listed with Haruko Ōno as director.", "director haruko ono"),
    ],
)  # fmt: skip
def test_further_ways_to_say_who_made_it(series: str, text: str, expected: str) -> None:
    assert {c.removeprefix("staff ") for c in said(text, _OF[series]) if c.startswith("staff")} == set(
        filter(None, expected.split(","))
    )


@pytest.mark.parametrize(
    ("series", "text", "expected"),
    [
        ("show", 'Jan Kral, last seen in the 2019 feature "Gravel," is Inspector Odo, the priest.', "inspector odo jan kral"),
        ("show", 'Jan Kral, last seen in "Gravel," met Inspector Odo, the priest.', ""),
        ("anime", "Tama is a riot, thanks to Rin Hayashi's voice.", "tama hayashi rin"),
        ("anime", "Tama is a riot, thanks to Rin Hayashi's brother.", ""),
        ("show", "Nora Pike, played by national treasure Jan Kral, 77, is the favourite.", "nora pike jan kral"),
        ("show", "Nora Pike, played by the son of Jan Kral, 77, is the favourite.", ""),
        ("anime", "Jan Kral and Nao Berg lead the cast, as Tama and Old Moth.", "tama jan kral,moth old berg nao"),
        ("anime", "Tama, to whom Salt Road's Jan Kral lends her voice, is new.", "tama jan kral"),
        ("anime", "Tama, to whom Jan Kral lends her umbrella, is new.", ""),
        ("anime", "Tama … Rin Hayashi Aki Mori … Ken Satō Nurse … Jan Kral", "tama hayashi rin,aki mori ken sato,nurse jan kral"),
        ("anime", "Nao Berg voices Aki Mori in English. Jan Kral (Tama) was spared.", "aki mori (english) berg nao,tama (english) jan kral"),
        ("anime", "Nao Berg voices Aki Mori in English. Rin Hayashi (Tama) was spared.", "aki mori (english) berg nao,tama hayashi rin"),
    ],
)  # fmt: skip
def test_further_ways_to_say_who_plays_whom(series: str, text: str, expected: str) -> None:
    found = {c.removeprefix("cast ") for c in said(text, _OF[series]) if c.startswith("cast")}
    assert found == set(filter(None, expected.split(",")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We saw Iron Moth on Friday.\n\nIt rained.\n\nHaruko Ōno, the director, took questions.", "staff director haruko ono"),
        ("We saw Iron Moth on Friday.\n\nIt rained.\n\nJan Kral, the director, took questions.", ""),
        ("We saw *Salt Road* on Friday.\n\nIt rained.\n\nHaruko Ōno, the director, took questions.", ""),
        ("We saw Iron Moth on Friday.\n\nIt rained.\n\nAlso there was Haruko Ōno, the director.", ""),
        ("It rained.\n\nIt rained again.\n\nHaruko Ōno, the director, took questions.", ""),
        ("It rained.\n\nIt rained again.\n\nRin Hayashi, who plays Tama, bowed.", "cast tama hayashi rin"),
        ("It rained.\n\nIt rained again.\n\nJan Kral, who plays Tama, bowed.", ""),
    ],
)  # fmt: skip
def test_what_the_file_says_too_is_read_in_an_article_about_something_else(text: str, expected: str) -> None:
    found = {c for c in said(text, title="Salt Road: day three of a festival in the rain") if c.startswith(("staff", "cast"))}
    assert found == set(filter(None, expected.split(",")))
