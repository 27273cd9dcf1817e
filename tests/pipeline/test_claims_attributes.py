"""Platforms, numbers of episodes, genres, studios, sequels, anniversaries and ratings: each as the press puts it, beside what looks like it and is said of something else."""

from dataclasses import replace

import pytest

from tests.patience import within
from tests.pipeline.test_claims import SERIES, said

PLATFORMS: list[tuple[str, str, str]] = [
    # what is negated is not the place
    ("game", "The patch is out and the Switch version isn't affected.", "platform switch"),
    ("game", "The patch isn't affected and goes live on Switch and PC.", "platform switch|platform pc"),
    ("game", "The patch isn't delayed and will not go live on Switch.", "platform !switch"),
    ("anime", "The series isn't over and streams on HIDIVE.", "platform hidive"),
    ("anime", "The series isn't coming to Netflix and HIDIVE.", "platform !netflix|platform !hidive"),
    ("game", "A Switch version isn't planned.", "platform !switch"),
    ("game", "The Mac version is not coming.", "platform !mac"),
    ("game", "If you can't wait, the PC original is cheap today.", "platform pc"),
    ("game", "If you don't have a PC, Night Ferry isn't on Switch either.", "platform !switch"),
    ("game", "The Switch version isn't as sharp as the PC version.", "platform switch|platform pc"),
    ("anime", "Iron Moth is not on HIDIVE: it is on Netflix.", "platform !hidive|platform netflix"),
    # begun and given up
    ("game", "Night Ferry's Mac version was begun and shelved.", ""),
    ("game", "The Mac port has been quietly abandoned.", ""),
    ("anime", "There was to be a spin-off series on HIDIVE.", ""),
    ("anime", "The series was to be on HIDIVE, and now it is on Netflix.", "platform netflix"),
    # a place where one looks things up, or goes to
    ("game", "A Mac version isn't planned, whatever the Steam database shows.", "platform !mac"),
    ("anime", "After that you go straight to HIDIVE and think about what you did.", ""),
    ("anime", "Fans can head over to HIDIVE to watch Iron Moth.", "platform hidive"),
    # whose version
    ("game", "It is the board that found Marrowgate's Mac port.", ""),
    ("game", "It is the board that found Night Ferry's Mac port.", "platform mac"),
    ("game", "Halfmoon Kiln's Switch version is out now.", "platform switch|studio halfmon kiln"),
    ("game", "Nintendo's Switch version is out now.", "platform switch"),
    # what is shown or passed on
    ("anime", "HIDIVE will stream a short talk with Haruko Ono.", ""),
    ("anime", "HIDIVE will stream it in spring.", "platform hidive|premiere 2025-spring"),
    ("anime", "HIDIVE passed on second seasons of Salt Road and Peatbog.", ""),
    ("anime", "HIDIVE passed on Iron Moth.", "platform !hidive"),
    ("anime", "HIDIVE has ordered ten episodes of Salt Road.", ""),
    ("anime", "HIDIVE shows all episodes of Iron Moth.", "platform hidive"),
    ("anime", "HIDIVE has picked up the series for North America.", "platform hidive"),
    ("anime", "Ono's comedy for HIDIVE, The Long Tide, comes first.", ""),
    ("anime", "It is a comedy for HIDIVE, and a loud one.", "platform hidive|genre comedy"),
    # more ways to say where
    ("anime", "It will not be on Netflix in any country: a spokeswoman told us.", "platform !netflix"),
    ("game", '"Night Ferry is not coming to Switch 2," she told us.', "platform !switch 2"),
    ("anime", "HIDIVE, against expectations, is the home of Iron Moth in the US.", "platform hidive"),
    ("anime", "In Britain, HIDIVE picks it up.", "platform hidive"),
    ("anime", "Iron Moth, which Studio Kestrel is producing for TV Tokyo, is late.", "platform tv tokyo|studio kestrel"),
    ("anime", "The new one opened on TV Tokyo and, an hour after, on HIDIVE.", "platform tv tokyo|platform hidive"),
    ("anime", "An insider tells me that Netflix has picked up Iron Moth.", "platform netflix"),
    ("anime", "No deal exists, contrary to what was posted, and the series will not stream on Netflix.", "platform !netflix"),
    ("show", "Starting this week: Fox & Ledger, shown late.", ""),
    ("show", "It is on Fox & Peacock.", "platform fox|platform peacock"),
    ("anime", "In America it will be Netflix's, from then on.", "platform netflix"),
    ("anime", "It is Netflix's fault.", ""),
    ("game", "That's for PC and Mac.", "platform pc|platform mac"),
    ("anime", "An insider told Netflix that Iron Moth is late.", ""),
    ("anime", "The producer told me flatly that Iron Moth will not stream on Netflix.", "platform !netflix"),
    ("anime", '"It was never going to Netflix," she said.', "platform !netflix"),
    ("anime", '"Jan Kral was never going to Netflix," she said.', ""),
    ("game", "It is announced only for PC and Switch.", "platform pc|platform switch"),
    ("game", "A price will be announced by Steam.", ""),
    # what is denied in another clause, or of somebody else
    ("game", "Platforms haven't changed: it's still coming to Steam and PS5.", "platform steam|platform ps5"),
    (
        "anime",
        "The series, which started on Tokyo MX and BS11, is calm: something is wrong with a place.",
        "platform tokyo mx|platform bs11",
    ),
    ("anime", "The report that Iron Moth will stream on Netflix was wrong.", "platform !netflix"),
    ("anime", "Iron Moth will stream on Netflix; nothing is wrong with that.", "platform netflix"),
    ("show", "It is long, and if you can't wait a week, the lot is on iPlayer.", "platform bbc iplayer"),
    ("show", "And if you don't have the time, it is on iPlayer.", "platform bbc iplayer"),
    ("show", "It is long, and you can't watch it on iPlayer.", "platform !bbc iplayer"),
    ("game", "The team has read the fears about a PS4 version.", ""),
    ("game", "The team is at work on a PS4 version.", "platform ps4"),
    ("game", "It's on PS4 too, as well as PS5 and Switch.", "platform ps4|platform ps5|platform switch"),
    ("show", "Alun Rees was last seen in the Netflix film Undertow.", ""),
    ("show", "Alun Rees stars in the Netflix series.", "platform netflix"),
    # what a service does with the dub, and with the day
    ("anime", "HIDIVE revealed the English dub of Iron Moth today.", "platform hidive"),
    ("anime", "HIDIVE says its English dub of Iron Moth is nearly done.", "platform hidive"),
    ("anime", "HIDIVE has named the voices of the English dub of the robot anime Iron Moth.", "platform hidive"),
    ("anime", "HIDIVE has postponed the English dub of the series.", "platform hidive"),
    ("anime", "HIDIVE revealed the English dub of Salt Road today, which Iron Moth fans will like.", ""),
    ("anime", "Tokyo MX revealed the cast of Iron Moth today.", ""),
    ("anime", "TV Tokyo has pushed back the premiere of Iron Moth.", "platform tv tokyo"),
    ("anime", "TV Tokyo has pushed back the premiere of Salt Road, and Iron Moth is next.", ""),
    ("show", "Channel 4 has moved the UK debut of Harrow Street by a week.", "platform uk channel 4"),
    ("show", "PBS will now begin its run of the drama in a week.", "platform pbs"),
    ("show", "PBS has pushed back its decision on Harrow Street.", ""),
    ("show", "Netflix said on Thursday that its thriller Harrow Street is late.", "platform netflix|genre thriller"),
    ("show", "Netflix said on Thursday that its thriller Salt Road is late, and so is Harrow Street.", ""),
    ("anime", "HIDIVE later said that it will stream the series.", "platform hidive"),
    ("anime", "HIDIVE confirmed to Kite Lantern that it goes on streaming the series.", "platform hidive"),
    (
        "anime",
        "HIDIVE, which had been linked to it in May, confirmed to us by e-mail that it will not stream it.",
        "platform !hidive",
    ),
    ("anime", "HIDIVE confirmed to Kite Lantern that it is hiring.", ""),
    # who comes after whom
    ("anime", "Iron Moth is on U-NEXT; ABEMA follows on Thursday.", "platform u-next|platform abema"),
    ("anime", "The series is on Tokyo MX. BS11 follows half an hour later.", "platform tokyo mx|platform bs11"),
    ("anime", "Iron Moth is on Tokyo MX; BS11 is two days behind.", "platform tokyo mx|platform bs11"),
    ("anime", "Iron Moth is on Tokyo MX. BS11 follows the money.", "platform tokyo mx"),
    ("anime", "AT-X will repeat the entire run.", "platform at-x"),
    ("anime", "AT-X will repeat the joke.", ""),
    # the channel's drama, at the beginning
    (
        "show",
        "The BBC One crime drama, drawn from a novel, is up for a prize.",
        "genre crime|genre drama|platform bbc one|source novel",
    ),
    ("show", "The BBC One crime drama Salt Road is up for a prize.", ""),
    # where it came out, whatever else the sentence tells
    ("game", "The reviews are in for Night Ferry, which came out last week on PC and PS5.", "platform pc|platform ps5"),
    (
        "anime",
        "A clip plays the opening song and reveals that the show will debut soon on BS11 and AT-X.",
        "platform bs11|platform at-x",
    ),
    ("anime", "A trailer for Iron Moth, which came out last week on Netflix, is loud.", ""),
    ("show", "Harrow Street ended on BBC One last night.", "platform bbc one|finale 2024-12-01"),
    ("show", "Harrow Street joins Netflix in the UK.", "platform uk netflix"),
    ("show", "Nora Pike joins Netflix in the UK.", ""),
    ("game", "The game finally reaches PC and PS5.", "platform pc|platform ps5"),
    ("game", "Halfmoon Kiln is bringing Night Ferry to PC and PS5.", "platform pc|platform ps5|studio halfmon kiln"),
    ("game", "The full version remains on course for September on PC.", "platform pc|release 2025-09"),
    # beside a day or an hour
    ("anime", "It begins on 5 May, on HIDIVE like the rest.", "platform hidive|premiere 2025-05-05"),
    ("anime", "**Iron Moth.** In the UK from 25 October, on HIDIVE.", "platform hidive"),
    ("anime", "**Iron Moth**, 9:30 p.m., HIDIVE", "platform hidive"),
    ("anime", "Jan Kral was here on 5 May, on HIDIVE's money.", ""),
    ("anime", "On October 12, HIDIVE fired Jan Kral.", ""),
    ("anime", "10pm, HIDIVE. All eight episodes of Salt Road are back.", ""),
    ("anime", "- HIDIVE: from April 9, Thursdays", "platform hidive"),
    ("anime", "25:05 TV Tokyo: Iron Moth", "platform tv tokyo"),
    # alone
    ("anime", "Iron Moth is out. On HIDIVE, subbed and dubbed.", "platform hidive"),
    ("anime", "Where can I watch it?\n\nOn HIDIVE.", "platform hidive"),
    (
        "game",
        "On PC via Steam, GOG and the Epic Games Store, and on PlayStation 5.",
        "platform pc|platform steam|platform gog|platform epic games store|platform ps5",
    ),
    ("anime", "Iron Moth is out. On HIDIVE, moths are rare.", ""),
    # a headline, and whose it will be
    ("show", "## Review: Harrow Street (BBC One)", "platform bbc one"),
    ("show", "## Review: Salt Road (BBC One) and Harrow Street", ""),
    ("film", "In America Common Ground will be Hulu's, from the autumn.", "platform hulu"),
    ("film", "In America Common Ground will be Hulu's biggest headache.", ""),
    # what the series itself does, whatever the sentence tells besides
    ("anime", "With a score by Lin Aoba, the series lands on HIDIVE soon.", "platform hidive|staff music aoba lin"),
    (
        "game",
        "Night Ferry is coming to iOS and Android, Halfmoon Kiln confirmed after a page went live.",
        "platform ios|platform android",
    ),
    ("game", "It'll be on PS5 as well, which I was told by a man with two beers.", "platform ps5"),
    (
        "anime",
        "The show, with designs by Jan Kral, bowed here on April 6 on TV Tokyo, where it drew a 1.9 rating.",
        "platform tv tokyo|premiere 2024-04-06",
    ),
    ("anime", "The trailer for Iron Moth lands on YouTube soon.", ""),
    ("anime", "The song of the series lands on YouTube soon.", ""),
    ("film", "The film will not stream on Hulu; the studio has sold it to Peacock.", "platform !hulu|platform peacock"),
    ("film", "The studio has sold its building to Fox.", ""),
    # what a place is to do
    ("anime", "HIDIVE is set to stream it.", "platform hidive"),
    ("anime", "HIDIVE is expected to have it in North America.", "platform north america hidive"),
    ("anime", "HIDIVE is not expected to have it.", "platform !hidive"),
    ("anime", "HIDIVE does not plan to show the series.", "platform !hidive"),
    ("anime", "HIDIVE is expected to announce its spring shows.", ""),
    ("anime", "HIDIVE plans to show Salt Road Nights again.", ""),
    ("show", "Harrow Street, which BBC One had meant to show, is late.", "platform bbc one"),
    ("film", "MUBI has the streaming window in all territories.", "platform mubi"),
    # for whom it is made, and which edition of it there is
    (
        "show",
        "It is made by Red Lantern for BBC One and iPlayer.",
        "platform bbc one|platform bbc iplayer",
    ),
    ("game", "The Switch 2 Edition is out.", "platform switch 2"),
    ("game", "The delay covers all versions: PS5 and PC.", "platform ps5|platform pc"),
    # one country after another
    (
        "anime",
        "Iron Moth goes to Crunchyroll in North and Latin America, to ADN in France, and to Muse Asia's channel across Asia.",
        "platform latin america crunchyroll|platform france adn|platform asia muse asia",
    ),
    ("anime", "Iron Moth – Saturdays, on Crunchyroll here and on ADN for our cousins.", "platform crunchyroll|platform adn"),
    ("anime", "**Streaming.** HIDIVE in North America, Muse Asia in Asia.", "platform hidive|platform asia muse asia"),
    # where the sentence before asks, since when, and what is best there
    ("anime", "**Where can I watch it?** HIDIVE, from Tuesday.", "platform hidive"),
    ("anime", "**Where can I watch Iron Moth?** On HIDIVE.", "platform hidive"),
    ("anime", "**Where can I watch Salt Road?** On HIDIVE.", ""),
    ("anime", "**Where can I watch it?** Not on HIDIVE.", "platform !hidive"),
    ("anime", "**Where can I watch it?** If you like Netflix, nowhere.", ""),
    ("show", "A handsome slab of misery, on ITVX here in the UK since the spring.", "platform uk itvx"),
    ("show", "Ken Pike, on BBC One since 2010, is tired.", ""),
    ("anime", "Iron Moth is the best thing on Netflix.", "platform netflix"),
    ("anime", "Her dog is the best thing on Netflix.", ""),
]


@pytest.mark.parametrize(("series", "text", "expected"), PLATFORMS)
def test_where_it_can_be_had(series: str, text: str, expected: str) -> None:
    assert said(text, SERIES[series]) == {e for e in expected.split("|") if e}


EPISODES: list[tuple[str, str, str]] = [
    # how many, and how long each is
    ("show", "Format: 6 x 60 minutes", "episodes 6"),
    ("show", "Harrow Street (8x60’) is made by Larkfield.", "episodes 8"),
    ("show", "HBO has ordered a 6x60' adaptation, set in Nara.", "episodes 6|platform hbo"),
    ("show", "A crowd of 6 x 60 people.", ""),
    # among other things, in a line without a verb
    ("anime", "Original series, 11 episodes, Studio Kestrel.", "episodes 11|studio kestrel"),
    ("anime", "One box, three discs, all 11 episodes, with tax.", "episodes 11"),
    ("anime", "One box, three discs, all of it.", ""),
    ("anime", "Still 11 episodes, still HIDIVE.", "episodes 11"),
    ("anime", "Still 11 episodes to go.", ""),
    ("anime", "- one cour, 12 eps", "episodes 12"),
    ("anime", "Two cours, 12 episodes each.", "episodes 24"),
    # said, planned or taken back
    ("anime", "An insider says 24 episodes, and no fewer.", "episodes 24"),
    ("anime", "She says three episodes, and then no more.", ""),
    ("anime", "Twelve episodes are reportedly being budgeted.", "episodes 12"),
    ("anime", "It's 11 episodes now.", "episodes 11"),
    ("anime", "It opens with 11 episodes instead of the 12 originally ordered.", "episodes 11"),
    ("anime", "A second season is planned, six episodes this time, they said.", "episodes season 2 6|sequel season 2 yes"),
    ("show", "Book one has 31 chapters, so do the sums.", ""),
    # the whole of it
    ("anime", "Nothing went wrong. Twelve episodes is a long boat.", "episodes 12"),
    ("anime", "Twelve episodes is a standard cour.", ""),
    ("anime", "Over the 26 episodes you can see a studio learn.", "episodes 26"),
    ("anime", "Over the first six episodes you can see a studio learn.", ""),
    ("anime", "One episode comes each week, the last of the eight on February 28.", "episodes 8|finale 2025-02-28"),
    ("anime", "**Number of episodes:** 12", "episodes 12"),
    # of somebody or of another series
    ("anime", "She appeared for a total of 12 episodes.", ""),
    ("anime", "The previous series' ten episodes are forgotten.", ""),
    ("anime", "The half-hour comedy's ten episodes are out now.", "episodes 10"),
    # of a season without a number
    ("show", "The second and final season has ten episodes.", "episodes season 2 10"),
    ("show", "The final season has ten episodes.", ""),
    ("show", "The ten-episode final season is the best.", ""),
    # how many of them are spoken of, of how many
    ("anime", "There are 12 episodes in season one of Iron Moth.", "episodes 12"),
    ("anime", "There are 12 episodes in this month's batch.", ""),
    ("anime", "Each of the 12 episodes is about 24 minutes long.", "episodes 12"),
    ("anime", "Each of the two episodes is about 24 minutes long.", ""),
    ("anime", "Each of the eight episodes that we saw has a song.", ""),
    ("anime", "Iron Moth will run for one cour, or 12 episodes.", "episodes 12"),
    ("anime", "The discs are sold in four volumes for a total of 12 episodes.", "episodes 12"),
    ("show", "All eight parts of Harrow Street are on at once.", "episodes 8"),
    ("show", "All three parts of the novel are out.", ""),
    ("show", "BBC One has commissioned eight episodes of the drama.", "episodes 8|platform bbc one"),
    ("anime", "Twelve episodes is not enough for this story.", "episodes 12"),
    ("anime", "Three episodes is not enough to judge it.", ""),
    ("anime", "Six episodes is a decent, modest length.", "episodes 6"),
    ("anime", "Six episodes is a decent start.", ""),
    ("anime", "The anime crams nine novels into 12 episodes.", "episodes 12"),
    ("anime", "Iron Moth, 12 episodes, on disc.", "episodes 12"),
    ("anime", "We saw Iron Moth, six episodes, in one night.", ""),
    ("anime", "The finale, episode 12, is the best.", "episodes 12"),
    ("anime", "The final, 12th episode is the best.", "episodes 12"),
    ("anime", "The series was shortened to 11 episodes.", "episodes 11"),
    ("anime", "The series’ eight episodes are long.", "episodes 8"),
    ("anime", "The show ran for 12 episodes in 2024.", "episodes 12"),
    ("anime", "It got only ten episodes.", "episodes 10"),
    ("anime", "I have only ten episodes left.", ""),
    ("anime", "The first two of its 22 episodes were shown.", "episodes 22"),
    ("anime", "The last of 22 episodes left the bells ringing.", "episodes 22"),
    ("anime", "The last of two episodes aired by mistake.", ""),
    ("anime", "It is slow, and at 22 episodes it will see you through winter.", "episodes 22"),
    ("anime", "She directed four of the ten episodes.", "episodes 10"),
    ("anime", "She directed four of the ten episodes that we saw.", ""),
    ("anime", "I have seen four of the ten episodes.", ""),
    ("anime", "Two episodes on May 1, then one a week.", ""),
    ("anime", "Six episodes, from the novel by Kana Aoki.", "episodes 6|source novel|staff original creator aoki kana"),
    # of another work
    ("anime", "In its slot, Tokyo MX will show all 13 instalments of Kettle & Crow.", ""),
    ("anime", "HIDIVE streams all 13 episodes of Iron Moth.", "episodes 13|platform hidive"),
    ("anime", "All 13 episodes of Season 1 are out.", "episodes 13"),
    ("game", "Three sequels and an anime of 13 episodes later, it is a brand.", ""),
    ("game", "Night Ferry has five episodes.", "episodes 5"),
    # some of them
    ("anime", "12 episodes, two discs.", ""),
    ("anime", "12 episodes, two of them long.", "episodes 12"),
    ("anime", "Iron Moth premieres Friday on HIDIVE with three episodes.", "platform hidive|premiere 2024-12-06"),
    ("anime", "Iron Moth premieres on HIDIVE with all twelve episodes.", "episodes 12|platform hidive"),
    ("anime", "It now arrives October 5 with 13 episodes.", "episodes 13|premiere 2025-10-05"),
    ("anime", "This is the first of the three instalments that Haruko Ono did not draw.", ""),
    ("anime", "The last of the six episodes is the best.", "episodes 6"),
    # of a later season
    (
        "anime",
        "A second season of Iron Moth was ordered.\n\nIt will be shorter. Four episodes have been ordered against the original six, Ono said.",
        "episodes season 2 4|sequel season 2 yes",
    ),
    (
        "anime",
        "A second season of Iron Moth was ordered.\n\nOno is back. So far ten episodes are planned, one fewer than last time.",
        "episodes season 2 10|sequel season 2 yes",
    ),
    (
        "anime",
        "Iron Moth's second season is in production.\n\nThe eight-episode season picks up eleven months later.",
        "episodes season 2 8|sequel season 2 yes",
    ),
    (
        "anime",
        "A second season of Iron Moth was ordered.\n\nOno is back. The first ran to twelve episodes.",
        "episodes 12|sequel season 2 yes",
    ),
    (
        "anime",
        "A second season of Iron Moth was ordered.\n\nThe twelve-episode run of the first is over.",
        "episodes 12|sequel season 2 yes",
    ),
    (
        "anime",
        "A second season of Iron Moth was ordered.\n\nThe twelve-episode season was a hit.",
        "episodes 12|sequel season 2 yes",
    ),
    (
        "anime",
        "Iron Moth was renewed for a second season.\n\nThe new season will run to six episodes.",
        "episodes season 2 6|sequel season 2 yes",
    ),
    (
        "anime",
        "Iron Moth has a third season.\n\nThere is little left to tell, and the new run will be short to match: six episodes.",
        "episodes season 3 6|sequel season 3 yes",
    ),
    ("anime", "The new season will run to six episodes.", "episodes 6"),
    # more ways to say how many
    ("anime", "24 episodes from April 16, Wednesdays.", "episodes 24|premiere 2025-04-16"),
    ("anime", "The run has been extended to 13 episodes from the 12 that were first planned.", "episodes 13"),
    ("anime", "HIDIVE has ordered eight episodes of the series.", "episodes 8|platform hidive"),
    ("anime", "HIDIVE has shown eight episodes of the series.", "platform hidive"),
    ("anime", "The six-part import is on HIDIVE.", "episodes 6|platform hidive"),
    ("anime", "The number of episodes (24) is not affected.", "episodes 24"),
    ("anime", "HIDIVE has handed a 10-episode, straight-to-series order to Iron Moth.", "episodes 10"),
    ("anime", "Across 11 episodes Haruko Ono builds a world.", "episodes 11"),
    ("anime", "Across three episodes Haruko Ono builds a world.", ""),
    ("anime", "A fantasy of thirteen weekly episodes.", "episodes 13|genre fantasy"),
    ("anime", "It will comprise 11 episodes, covering volumes five to seven.", "episodes 11"),
    ("anime", "It comes with 11 episodes, a podcast and a book.", ""),
    # given, and told in them
    ("anime", "Studio Kestrel was given 24 episodes to tell this story.", "episodes 24|studio kestrel"),
    ("anime", "The anime has been given 24 episodes.", "episodes 24"),
    ("anime", "Jan Kral was given three episodes to direct.", ""),
    ("anime", "Goro Endo turned it into thirteen episodes.", "episodes 13"),
    ("anime", "The fight is spread over three episodes.", ""),
    ("anime", "Nobody else could do that with thirteen episodes.", ""),
    ("anime", "Look at what they did with thirteen episodes.", "episodes 13"),
    ("anime", "Look at what they did with three episodes.", ""),
    ("anime", "With 12 episodes to fill, Jan Kral takes her time.", "episodes 12"),
    ("anime", "With three episodes to go, Jan Kral takes her time.", ""),
    ("anime", "It is a retelling in 13 episodes.", "episodes 13"),
    ("anime", "It remains a one-cour production of 12 episodes.", "episodes 12"),
    # all of them
    ("show", "All six episodes are out today, and it is great.", "episodes 6|premiere 2024-12-02"),
    ("show", "All three episodes that I was sent are good.", ""),
    ("show", "All three episodes are out, and three more follow.", ""),
    ("show", "Jan Kral directed all eight episodes of the series.", "episodes 8|staff director jan kral"),
    ("show", "Jan Kral directed all eight episodes of the series so far.", "staff director jan kral"),
    ("anime", "This box gathers all thirteen episodes of last year's loudest anime.", "episodes 13"),
    ("anime", "The series, whose thirteen episodes she scored, is over.", "episodes 13"),
    ("anime", "Jan Kral, whose 12-episode Salt Road won a prize, draws it.", ""),
    ("anime", "These thirteen episodes were the whole commission.", "episodes 13"),
    (
        "anime",
        "There is no second season, and these thirteen episodes were the whole commission.",
        "episodes 13|sequel season 2 no",
    ),
    ("anime", "These three episodes were the best of the year.", ""),
    ("anime", "Hence the eight episodes.", "episodes 8"),
    ("anime", "None of the eight episodes has a gun in it.", "episodes 8"),
    ("anime", "Two of the eight episodes have a gun in them.", ""),
    ("anime", "The eight episodes that Jan Kral drew are the best.", ""),
    ("anime", "Iron Moth's thirteen episodes contain nine scenes of the book.", "episodes 13"),
    ("anime", "The first season's ten episodes had two that you could skip.", "episodes 10"),
    ("show", "The eight episodes of series one remain available on BBC iPlayer.", "episodes 8|platform bbc iplayer"),
    ("show", '"We made eight episodes," she said.', "episodes 8"),
    ("show", '"We shot two episodes," she said.', ""),
    # a verb, a noun or a comma between
    ("anime", "The 13-episode series premieres on January 13, 2025.", "episodes 13|premiere 2025-01-13"),
    ("anime", "The 13-episode series premiere is on January 13, 2025.", "premiere 2025-01-13"),
    ("show", "PBS has pushed back the premiere of the eight-episode drama.", "episodes 8|genre drama|platform pbs"),
    ("anime", "The number of episodes, 13, remains unchanged.", "episodes 13"),
    ("anime", "New episodes come out every Thursday; there will be 12.", "episodes 12"),
    ("anime", "It bowed out on 22 March after 12 episodes.", "episodes 12|finale 2024-03-22"),
    ("anime", "After 13 episodes the romance by Jan Kral ended.", "episodes 13"),
    ("anime", "It aired on Tokyo MX for 12 episodes.", "episodes 12|platform tokyo mx"),
    ("show", "Alun Rees, who was Hob in Saltmarsh for 22 episodes, has joined.", ""),
    ("show", "Harrow Street (drama; 12 episodes; Netflix) is back.", "episodes 12|platform netflix|genre drama"),
    ("show", "Salt Road (continuing; 39 episodes) is back.", ""),
    (
        "anime",
        "It ran against the third season of the biggest show on earth. Look at what they did with thirteen episodes.",
        "episodes 13",
    ),
    # how all of them come, or what holds them
    ("show", "ITVX will stream all eight episodes on Thursday 9 October.", "episodes 8|platform itvx"),
    ("anime", "HIDIVE will release all 12 episodes at once.", "episodes 12"),
    ("anime", "The second half comes to HIDIVE, all six episodes at once.", "platform hidive"),
    ("anime", "The box has all 13 episodes in Japanese and English.", ""),
    ("anime", "Everything is here: all 13 episodes in Japanese and English.", "episodes 13"),
    ("show", "Eight episodes arrive at once.", "episodes 8"),
    ("show", "Six hour-long episodes will air weekly.", "episodes 6"),
    ("show", "Six old friends will arrive at once in the third of the episodes.", ""),
    ("anime", "The Blu-ray listing shows 12 episodes over four volumes.", "episodes 12"),
    ("anime", "The first Blu-ray holds three episodes in two volumes.", ""),
    # of a season that is told in the same breath or before
    ("show", "There are eight episodes in season 2.", "episodes season 2 8"),
    ("show", "There are eight episodes in season 2's first half.", ""),
    ("show", "The second season, eight episodes strong, is in production.", "episodes season 2 8|sequel season 2 yes"),
    ("show", "She was asked for a second series, again of six episodes.", "episodes season 2 6"),
    ("show", "The second season gets eight episodes; the first had ten.", "episodes season 2 8|episodes 10|sequel season 2 yes"),
    (
        "show",
        "The second season gets eight episodes; the first had ten thousand viewers.",
        "episodes season 2 8|sequel season 2 yes",
    ),
    (
        "show",
        "A second season of Harrow Street has been ordered.\n\nThe eight new episodes will be filmed in the autumn.",
        "episodes season 2 8|sequel season 2 yes",
    ),
    ("show", "Six new episodes of Harrow Street go into production soon.", ""),
    (
        "show",
        "A second season of Harrow Street has been ordered.\n\nPike is back. The length of the new season remains at 12 episodes.",
        "episodes season 2 12|sequel season 2 yes",
    ),
    (
        "show",
        "There is no second season of Harrow Street. The 13 episodes cover all that Pike wanted.",
        "episodes 13|sequel season 2 no",
    ),
    # labels, and what a list or a shop says
    ("anime", "Eps: 12", "episodes 12"),
    ("anime", "Ep: 12", ""),
    ("anime", "Episode order: 12", "episodes 12"),
    ("anime", "Format: TV, 12 episodes", "episodes 12"),
    ("anime", "The anime's episode count has been revealed: 12.", "episodes 12"),
    ("anime", "The number of episodes has been revealed to be 12.", "episodes 12"),
    ("anime", "Retailers list it with 12 episodes.", "episodes 12"),
    ("anime", "It has been listed as 12 episodes.", "episodes 12"),
    ("anime", "The same people speak of twelve episodes.", "episodes 12"),
    ("anime", "The same people speak of twelve episodes that were lost.", ""),
    ("anime", "The same people speak of three episodes.", ""),
    ("anime", "Of the clips with episodes on them the first had four, and all were long.", ""),
    # with so many, in so many
    ("anime", "With 24 episodes at her disposal Jan Kral has the room.", "episodes 24"),
    ("anime", "She wonders how far it gets with 12 episodes to fill.", "episodes 12"),
    ("anime", "She wonders how far it gets with two episodes to fill.", ""),
    ("anime", "It's only a dozen episodes or so.", "episodes ~12"),
    ("anime", "The show has ten or so episodes.", "episodes ~10"),
    ("show", "The story unfolds over the course of six episodes.", "episodes 6"),
    ("show", "It is a television series, in 22 parts, for the winter.", "episodes 22"),
    ("show", "It will be shorter than most, at six episodes, and is late.", "episodes 6"),
    ("show", "It will be late, at six o'clock, with episodes of something else.", ""),
    ("anime", "Thirteen episodes was right.", "episodes 13"),
    ("anime", "Nine episodes are two too many.", "episodes 9"),
    ("show", "There are 10 episodes of The Harrow Street.", "episodes 10"),
    ("anime", "**Iron Moth.** Thirteen episodes, no discs, no point.", "episodes 13"),
    ("anime", "I saw Iron Moth. Thirteen episodes in I still do not know why.", ""),
    ("anime", "A drama with ghosts in the reeds, twenty-four episodes, from January.", "episodes 24|genre drama"),
    ("anime", "A drama is what she was in for a year, twenty-four episodes, as a ghost.", ""),
    ("anime", "At this rate the 12 episodes of the show will end with the fair.", "episodes 12"),
    ("anime", "At this rate the 12 episodes of the show that we saw will do.", ""),
    ("anime", "Goro Endo divided the chapters of the manga on which it is based into 24 episodes.", "episodes 24|source manga"),
    ("show", "There are 10 episodes of the padding that we know.", ""),
]


@pytest.mark.parametrize(("series", "text", "expected"), EPISODES)
def test_how_many_episodes_it_has(series: str, text: str, expected: str) -> None:
    assert said(text, SERIES[series]) == {e for e in expected.split("|") if e}


GENRES: list[tuple[str, str, str]] = [
    ("game", "Night Ferry is the Western RPG of the season.", "genre rpg"),
    ("game", "Night Ferry is a Neo-Western RPG.", "genre rpg"),
    ("film", "Common Ground is a western comedy.", "genre comedy|genre western"),
    ("game", "A roguelike is turn-based, on a grid, and hates you.", ""),
    ("game", "A roguelike about moths, Night Ferry is out soon.", "genre roguelike"),
    ("anime", "The first was a comedy.", ""),
    ("anime", "It was a comedy.", "genre comedy"),
    ("anime", "Jan Kral understood that Iron Moth is a comedy.", ""),
    ("anime", "Jan Kral says that Iron Moth is a comedy.", "genre comedy"),
    ("anime", "There's a stage musical from 2010 in which the coin sings.", ""),
    ("anime", "Iron Moth is a musical.", "genre musical"),
    ("anime", "The slot left empty by Iron Moth goes to the cookery comedy Pepper and Sons.", ""),
    ("anime", "The cookery comedy Iron Moth is back.", "genre comedy"),
    ("anime", "Iron Moth, a science fiction serial in which a boy drowns, is late.", "genre sci-fi"),
    ("anime", "Iron Moth is a crime serial.", "genre crime"),
    ("anime", "In it a mystery serial killer drowns boys.", ""),
    # said without an article, in brackets, or as the genre
    ("anime", "The genre is mystery with a strong dose of science fiction.", "genre mystery|genre sci-fi"),
    ("anime", "The genre is crime, with a side order of office supplies.", "genre crime"),
    ("anime", "The genre is dying, and crime is all that is left.", ""),
    ("anime", "The series, which is long, is horror in the oldest sense.", "genre horror"),
    ("anime", "Iron Moth is science fiction with a heart.", "genre sci-fi"),
    ("anime", "Iron Moth is comedy gold.", ""),
    ("anime", "The ending is horror.", ""),
    ("anime", "Iron Moth (fantasy, comedy; HIDIVE) is back.", "genre fantasy|genre comedy|platform hidive"),
    ("anime", "Salt Road (fantasy, comedy; HIDIVE) is back, as Iron Moth is.", ""),
    ("game", "The folk-horror mystery is out on PC.", "genre mystery|genre horror|platform pc"),
    ("game", "There is no live-action version of the mystery.", ""),
    # the thriller as the work, and the works of others
    ("show", "The thriller has been trimmed.", "genre thriller"),
    ("show", "The thriller lies in what is not said.", ""),
    ("show", "The mystery, based on a play, is short.", "genre mystery|source play"),
    ("show", "The mystery, when it comes, is short.", ""),
    ("show", "The drama was created by Jan Kral.", "staff original creator jan kral"),
    ("show", "PBS has put off the premiere of the eight-episode British mystery.", "episodes 8|genre mystery"),
    ("show", "It's a crime drama for an hour and a historical drama the rest.", "genre crime|genre drama|genre historical"),
    ("show", "It's a thriller by temperament and a drama by accident.", "genre thriller|genre drama"),
    ("show", "It runs against the biggest action show on earth.", ""),
    ("show", "A companion documentary, The Great Lockout, is shown after it.", ""),
    ("show", "A documentary, The Great Lockout, is shown after it.", ""),
    ("show", "A documentary, Harrow Street is shown late.", "genre documentary"),
    ("show", "A novel by Jan Kral is next. But it's a western, and nobody would pay for it.", ""),
    ("show", "A year on the moors is next. But it's a western, and nobody would pay for it.", "genre western"),
    # two labels before "game", a voice that is no first, an owner whom the file knows
    ("game", "Night Ferry is a horror puzzle game.", "genre horror|genre puzzle"),
    ("game", "Night Ferry is a first-person horror game.", "genre horror"),
    ("game", "Night Ferry is the first horror game of the year.", ""),
    ("game", "We tried a build of this fantasy strategy game.", "genre fantasy|genre strategy"),
    ("anime", "Haruko Ono's drama opens in US theaters.", "genre drama"),
    ("anime", "Jan Kral's drama opens in US theaters.", ""),
    ("anime", "Haruko Ono's drama teacher is here.", ""),
    ("anime", "Haruko Ono's drama Salt Road opens in US theaters.", ""),
    # what is shown, put off or starred in
    ("show", "Netflix releases the drama on May 7.", "genre drama|platform netflix|premiere 2025-05-07"),
    ("show", "PBS will premiere the British drama on April 6.", "genre drama|platform pbs|premiere 2025-04-06"),
    ("show", "It is the second delay for the Irish drama.", "genre drama"),
    ("show", "Two good actors star in the thriller.", "genre thriller"),
    ("show", "The wind stars in the drama of the night.", ""),
    ("show", "The plant releases the horror of it all.", ""),
    ("show", "Channel 4 shows the drama of a marriage.", "platform channel 4"),
    ("anime", "The last part of Haruko Ono's drama.", ""),
    # an entry without a verb, behind the title
    ("show", "**Harrow Street** Eight-part drama with real mud.", "episodes 8|genre drama"),
    (
        "show",
        "**Harrow Street.** Sharp, sombre mystery from the novel by Jan Kral.",
        "genre mystery|source novel|staff original creator jan kral",
    ),
    ("show", "**Harrow Street.** Moody drama.", "genre drama"),
    ("game", "**Night Ferry** (PC) Role-playing game.", "genre rpg|platform pc"),
    ("show", "**Salt Road.** Moody drama.", ""),
    ("show", "Harrow Street is late. Family drama with Nora Pike's mother came first.", ""),
    # what somebody has made
    (
        "anime",
        "Director Haruko Ono has made a supernatural thriller that is in no hurry.",
        "genre supernatural|genre thriller|staff director haruko ono",
    ),
    ("anime", "It turns a strike into a slow-burning crime drama.", "genre crime|genre drama"),
    ("anime", "Before that Haruko Ono made a supernatural thriller.", ""),
    # behind the title in bold type, or a question about it
    ("film", "**Common Ground.** A romance, whatever the box says.", "genre romance"),
    ("film", "**Salt Road.** A romance, whatever the box says.", ""),
    ("film", "**Common Ground.** Crime drama.", "genre crime|genre drama"),
    ("show", "**What sort of thing is it?** A crime drama.", "genre crime|genre drama"),
    # on a label of its type, in parts, and the best of its kind
    ("film", "Type: Mystery, drama", "genre mystery|genre drama"),
    ("film", "Type: Action figure", ""),
    ("game", "Night Ferry is part puzzle game, part psychological horror.", "genre puzzle|genre psychological|genre horror"),
    ("game", "She is part mystery, part machine.", ""),
    ("show", "Readers look for Harrow Street, this year's best crime series.", "genre crime"),
    ("show", "Harrow Street, the best drama school in town, is old.", ""),
    # more words before and behind it
    ("show", "It's simply a drama.", "genre drama"),
    ("show", "The series is, above all, a comedy.", "genre comedy"),
    ("show", "It is above all a comedy.", "genre comedy"),
    ("film", "Odile Marsh is the lead of gritty crime flick Common Ground.", "genre crime"),
    ("show", "It pays to know that this whodunnit is set in Cork.", "genre mystery"),
    ("show", "This romance is written in the stars.", ""),
    ("game", "The roguelike was shown for the first time at a fair.", "genre roguelike"),
    ("game", "The mystery was shown in the dark.", ""),
    # an entry behind a day, or under the title as a heading
    ("game", "- 03/09/2025: Night Ferry. Role-playing game. Late.", "genre rpg"),
    ("game", "- 03/09/2025: Salt Road. Role-playing game. Late.", ""),
    ("show", "## Harrow Street\n\nCostume drama in six parts.", "genre drama|episodes 6"),
    ("show", "## Salt Road\n\nCostume drama in six parts.", ""),
    ("show", "## Harrow Street\n\nDrama teachers from Cork were there.", ""),
    # of which land, what it was called, and other nouns
    ("show", "This Irish drama about a boy got me through the flu.", "genre drama"),
    ("show", "It borrows from the French thriller.", ""),
    ("show", 'Kral called it "a science fiction comedy".', "genre sci-fi|genre comedy"),
    ("show", "The police called it a mystery.", ""),
    ("game", "The fantasy epic would need to lose some weight.", "genre fantasy"),
    ("game", "The studio has taken a comic and built a puzzle RPG that has no words.", "genre rpg|genre puzzle"),
    ("game", "The studio has built a mystery that unravels.", ""),
]


@pytest.mark.parametrize(("series", "text", "expected"), GENRES)
def test_what_it_is_called(series: str, text: str, expected: str) -> None:
    assert said(text, SERIES[series]) == {e for e in expected.split("|") if e}


MAKERS: list[tuple[str, str, str]] = [
    # what a "no" bears on
    ("game", "It is out later rather than in March, developer Halfmoon Kiln said.", "studio halfmon kiln"),
    ("anime", "Iron Moth is made by Studio Harrow rather than Studio Kestrel.", "studio harrow|studio !kestrel"),
    ("anime", '"The moth isn\'t finished," director Haruko Ono says.', "staff director haruko ono"),
    ("anime", "The designs are by Jan Kral, a Kestrel veteran.", ""),
    ("anime", "She'll be art director on The Inkwell Detectives, Kestrel's coming series about schoolgirls.", ""),
    ("anime", "Jan Kral talks of Iron Moth, Kestrel's coming series.", "studio kestrel"),
    ("anime", "In Japan, Kestrel's new series is a hit.", "studio kestrel"),
    ("anime", "Kestrel is said to be behind on The Widow's Arithmetic.", ""),
    ("anime", "Kestrel is said to be behind on the series.", "studio kestrel"),
    ("anime", "Iron Moth, a tale made by Belgium's Orbel to mark the day.", ""),
    ("anime", "Iron Moth, a tale made by Studio Orbel's second team.", "studio orbel"),
    ("anime", "The French dub is late. The French one comes from Studio Pell's Paris branch.", ""),
    ("anime", "The English dub is produced by Studio Pell in Dallas.", ""),
    ("anime", "Iron Moth is produced by Studio Pell in Dallas.", "studio pell"),
    ("anime", "The English dub of the series, which is animated by Studio Kestrel, is out.", "studio kestrel"),
    (
        "anime",
        "I watched it with the sound off, which I don't recommend, as director Haruko Ono listens.",
        "staff director haruko ono",
    ),
    ("anime", "It is late, which is not new, as director Haruko Ono knows.", "staff director haruko ono"),
    ("anime", 'Director Haruko Ono says: "I was wrong."', "staff director haruko ono"),
    ("anime", "Reports that Jan Kral directs Iron Moth are wrong.", "staff director !jan kral"),
    ("anime", "I don't recommend the dub, which Studio Kestrel made.", "studio kestrel"),
    ("anime", "I don't think that Studio Kestrel made Iron Moth.", "studio !kestrel"),
    # who made it, in a clause of its own
    ("game", "Halfmoon, who made Night Ferry, has been firm.", "studio halfmon kiln"),
    ("game", "Halfmoon, who made it, built its name on noise.", "studio halfmon kiln"),
    ("game", "Halfmoon, who made Salt Road, likes Night Ferry.", ""),
    ("game", "Wyeth wrote the score for Night Ferry, the game that Halfmoon made.", "studio halfmon kiln"),
    ("film", "Kestrel Yard, the company that made it, had never had a hit.", "studio kestrel yard"),
    ("film", "Kestrel Yard, the company that made Salt Road, liked it.", ""),
    (
        "anime",
        "Iron Moth, which Tokiwa Animation is animating for TV Tokyo, is late.",
        "studio animation tokiwa|platform tv tokyo",
    ),
    ("anime", "Iron Moth, which Jan Kral is animating for TV Tokyo, is late.", "platform tv tokyo"),
    ("anime", "Meadowlark Pictures is not making this series.", "studio !meadowlark pictures"),
    ("anime", "Copperhare Studio makes this one, and makes you care.", "studio copperhare"),
    ("anime", "Copperhare Studio makes this sort of thing in its sleep.", ""),
    ("anime", '"We are not making Iron Moth and we never were," a spokeswoman for Studio Orrery told us.', "studio !orrery"),
    ("anime", '"We are making Iron Moth," said the president of Studio Orrery.', "studio orrery"),
    ("anime", '"We are not making Salt Road," a spokeswoman for Studio Orrery said of Iron Moth.', ""),
    ("anime", "It is Studio Kestrel's 30th anniversary work.", "anniversary kestrel 30|studio kestrel"),
    ("anime", "It is a toast to Studio Kestrel's 30th anniversary party.", "anniversary kestrel 30"),
    ("game", "The Halfmoon-developed game is made of wood.", "studio halfmon kiln"),
    # who produces it, for whom, and which company animates it
    ("film", "Lantern Row Pictures produced the film, and put money into the district.", "studio lantern pictures row"),
    ("film", "Lantern Row Pictures produced the film's music.", ""),
    ("film", "Meadowlark Pictures produced it with the help of a bank.", "studio meadowlark pictures"),
    ("anime", "Ironleaf, which is animating the show, said so in a note.", "studio ironleaf"),
    ("anime", "Ironleaf, which animated the show's opening, said so in a note.", ""),
    ("film", "Jan Kral produced for Red Kiln Pictures, a company of three.", "studio kiln pictures red|staff producer jan kral"),
    (
        "film",
        "The film, produced by Jan Kral for Red Kiln Pictures, is late.",
        "studio kiln pictures red|staff producer jan kral",
    ),
    ("film", "The film, produced by Jan Kral for the screen, is late.", "staff producer jan kral"),
    ("film", "Jan Kral once produced for Red Kiln Pictures.", "staff producer jan kral"),
    # by one word of its name
    ("game", "Developer Halfmoon has put a date on the first patch.", "studio halfmon kiln"),
    ("game", "Developer Gallowglass has put a date on the first patch.", ""),
    ("game", "Night Ferry, made for about nine million by Halfmoon, is out.", "studio halfmon kiln"),
    ("game", "Night Ferry was made in Cork by hand.", ""),
]
SEQUELS: list[tuple[str, str, str]] = [
    ("anime", "A compilation film was considered, Jan Kral said, and dropped within a week.", "sequel film no"),
    ("anime", "A compilation film was considered, Jan Kral said, and the idea is a good one.", "sequel film open"),
    ("anime", "Dries, who holds out for a second season, has written to the studio.", ""),
    ("anime", "Fans have called for a second season.", ""),
    ("anime", "A second season that fans called for is in production.", "sequel season 2 yes"),
    ("anime", "The series has been renewed for a third run of six.", "sequel season 3 yes"),
    ("anime", "The series has been renewed.", "sequel season 2 yes"),
    ("film", "Based on a memoir, it has been renewed for a third run of six.", ""),
    ("film", "Common Ground gets a sequel.", "sequel sequel yes"),
    ("anime", "There isn't going to be a second series.", "sequel season 2 no"),
    ("anime", "A second season is not going to be made.", "sequel season 2 no"),
    ("anime", "There is going to be a second series.", "sequel season 2 yes"),
    ("film", "A sequel, The Salt Loom, was unveiled this morning.", "sequel sequel yes"),
    # the title before the word, or behind it
    ("anime", "There is no Iron Moth spin-off in the works.", "sequel spin-off no"),
    ("anime", 'There is no "Iron Moth" spin-off in the works.', "sequel spin-off no"),
    ("anime", "There won't be an Iron Moth OVA.", "sequel ova no"),
    ("anime", "An Iron Moth spin-off is in the works.", "sequel spin-off yes"),
    ("anime", "There is no Salt Road spin-off in the works, and Iron Moth is out.", ""),
    ("game", "There are no plans for a Night Ferry film.", "sequel film no"),
    ("game", "No Night Ferry film is planned.", "sequel film no"),
    ("game", '"There is no film of Night Ferry in the works," she said.', "sequel film no"),
    ("game", "Orbel, who made the Salt Road movie, is making a film of Night Ferry.", "sequel film yes"),
    ("game", "Orbel, who made Night Ferry, is making a film of Salt Road.", ""),
    ("game", "The Night Ferry film is in production.", "sequel film yes"),
    ("film", "No film is planned.", ""),
    # what is done with it, or what it does
    ("anime", "The second season of Iron Moth has been postponed.", "sequel season 2 yes"),
    ("anime", "The second season of Salt Road has been postponed, and Iron Moth is out.", ""),
    ("anime", "The second season has 24 episodes.", "sequel season 2 yes"),
    ("anime", "The second season has 24 critics.", ""),
    ("anime", "Season 2 adapts the third book.", "sequel season 2 yes"),
    ("anime", "A second season would adapt the third book.", ""),
    ("anime", "The second season, which is being filmed, has much to lose.", "sequel season 2 yes"),
    ("anime", "A second season is in early development.", "sequel season 2 yes"),
    ("anime", "A second season is being storyboarded already.", "sequel season 2 yes"),
    ("anime", "Filming on season two starts in May.", "sequel season 2 yes"),
    ("anime", "There is to be a second season.", "sequel season 2 yes"),
    ("anime", "There was to be a second season.", ""),
    ("anime", "Iron Moth Season 2 gets a trailer.", "sequel season 2 yes"),
    ("anime", "There is no season 2 trailer yet.", ""),
    ("anime", "Iron Moth Season 2: what we know.", ""),
    ("anime", "An anime film will conclude Iron Moth.", "sequel film yes"),
    ("anime", "A sequel series is in production.", "sequel sequel yes"),
    ("anime", "A spin-off series about Tama has been ordered.", "sequel spin-off yes"),
    ("film", "The sequel, Estuary, will come along in 2029.", "sequel sequel yes"),
    ("film", "The sequel, Hollow Harbour, is set for 2028.", "sequel sequel yes"),
    ("film", "The sequel is set for the stage.", ""),
    ("anime", "The fourth episode of the new season was about to drop.", ""),
    ("anime", "Haruko Ono is busy with the Iron Moth film.", "sequel film yes"),
    ("anime", "Haruko Ono is busy with a film of her own.", ""),
    # who is in it, or what comes after
    ("anime", "Jan Kral will play a sailor in season two of Iron Moth.", "sequel season 2 yes"),
    ("anime", "Jan Kral will play a sailor in season two of Salt Road.", ""),
    ("anime", "Jan Kral joins the cast of season two.", "sequel season 2 yes"),
    ("anime", "Jan Kral was a sailor in season two.", ""),
    ("anime", "The Long Adit is a sequel to Iron Moth.", "sequel sequel yes"),
    ("anime", "Iron Moth is a sequel to The Long Adit.", ""),
    ("game", "A sequel to the horror mystery was announced.", "sequel sequel yes"),
    ("game", "A sequel to the horror novel was announced.", ""),
    # ruled out, or put off
    ("anime", "A second season is out of the question.", "sequel season 2 no"),
    ("anime", "A second season is out now.", "sequel season 2 yes"),
    ("anime", "HIDIVE has not yet renewed Iron Moth for a second season.", "sequel season 2 no"),
    ("anime", "HIDIVE has renewed Iron Moth for a second season.", "sequel season 2 yes"),
    ("anime", "HIDIVE has yet to renew Iron Moth.", "sequel season 2 no"),
    ("anime", "HIDIVE may renew Iron Moth.", ""),
    ("anime", "HIDIVE has decided against a second season.", "sequel season 2 no"),
    ("anime", "HIDIVE declined to order a second season.", "sequel season 2 no"),
    ("anime", "HIDIVE declined to say when season 2 is.", ""),
    ("anime", "Plans for a second season have been dropped.", "sequel season 2 no"),
    ("anime", "A second season dropped on Friday.", "sequel season 2 yes"),
    ("anime", "The second season dropped without a warning.", "sequel season 2 yes"),
    ("anime", "The second season was quietly dropped.", "sequel season 2 no"),
    ("anime", "The movie ends well.", ""),
    ("film", "Calloway has no interest in a sequel.", "sequel sequel no"),
    ("film", "Calloway is interested in a sequel.", "sequel sequel open"),
    ("film", "Calloway does not want to make a sequel.", "sequel sequel no"),
    ("film", "Never say never about a sequel, says Calloway.", "sequel sequel open"),
    ("anime", "The writers' room for a second season has opened.", "sequel season 2 yes"),
    ("anime", "There is room for a second season.", "sequel season 2 open"),
    ("anime", "There's no Tama spin-off.", "sequel spin-off no"),
    ("anime", "There's no Kettle spin-off.", ""),
    # whose wish
    ("anime", "Will there be more?\n\nI would love to do a second season.", "sequel season 2 open"),
    ("anime", "I saw it twice.\n\nI would love to see a second season.", ""),
    ("anime", "A spin-off television series about Old Moth is in development.", "sequel spin-off yes"),
    ("anime", "There are no plans for a spin-off TV show.", "sequel spin-off no"),
    ("anime", "A sequel is out of the question: “We use up the whole book. What would I adapt?”", "sequel sequel no"),
    ("anime", "Ono was asked: “Is a sequel out of the question?”", ""),
]


@pytest.mark.parametrize(("series", "text", "expected"), MAKERS)
def test_who_makes_it(series: str, text: str, expected: str) -> None:
    assert said(text, SERIES[series]) == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(("series", "text", "expected"), SEQUELS)
def test_whether_it_goes_on(series: str, text: str, expected: str) -> None:
    found = said(text, SERIES[series])
    assert {e for e in found if e.startswith("sequel")} == {e for e in expected.split("|") if e}


ANNIVERSARIES: list[tuple[str, str, str]] = [
    # numbers in figures, and what is named behind
    ("anime", "Iron Moth turns 10 this year.", "anniversary series 10"),
    ("anime", "Iron Moth turns 10 today.", "anniversary series 10"),
    ("anime", "Haruko Ono turns 60 this year.", ""),
    ("anime", "To mark its 10th anniversary, Iron Moth returns to cinemas.", "anniversary series 10"),
    ("anime", "To mark its 10th anniversary, the café serves moth cakes.", ""),
    ("anime", "Happy 10th birthday, Iron Moth!", "anniversary series 10"),
    ("anime", "A 10th anniversary edition of Iron Moth is out.", "anniversary series 10"),
    ("anime", "A 10th anniversary edition of the manga is out.", ""),
    ("anime", "Iron Moth will celebrate its 10-year anniversary.", "anniversary series 10"),
    ("anime", "The concert celebrates ten years of Iron Moth.", "anniversary series 10"),
    ("anime", "I remember ten years of Iron Moth.", ""),
    ("film", "The company turns 20 next year, and the film is the first of its 20th anniversary slate.", ""),
    ("anime", "The company turns 20, and the show is the first of its 20th anniversary slate.", "anniversary kestrel 20"),
    ("anime", "Iron Moth is a 20th anniversary project for Studio Kestrel.", "anniversary kestrel 20"),
    ("anime", "The fifteenth-anniversary party of Studio Kestrel was held in June.", "anniversary kestrel 15"),
    ("anime", "Studio Kestrel, which was behind Salt Road, is 25 years old this season.", "anniversary kestrel 25"),
    ("anime", "The studio is 25 years old this month.", "anniversary kestrel 25"),
    ("anime", "The director of Studio Kestrel is 25 years old.", ""),
    ("anime", "Studio Kestrel's director is 25 years old.", ""),
    ("anime", "Iron Moth is 25 years old and angry.", ""),
    ("anime", "Salt Road also hits Studio Kestrel: the studio is celebrating its 15th anniversary.", "anniversary kestrel 15"),
    ("film", "The film is a 20th anniversary project for Orbel Studio.", "anniversary orbel 20"),
    ("anime", "The series is a 20th anniversary project for fans.", "anniversary series 20"),
    ("anime", "About Tidepool Animation: founded in 1999, Tidepool celebrates its 25th birthday next year.", ""),
    ("anime", "About the show: Studio Kestrel celebrates its 25th anniversary with it.", "anniversary kestrel 25"),
    ("anime", "Iron Moth, made by Studio Kestrel to mark the studio's 25th anniversary, is out.", "anniversary kestrel 25"),
    (
        "anime",
        "A box of old films, among them Salt Road, marks the 25th anniversary of Studio Kestrel.",
        "anniversary kestrel 25",
    ),
    ("anime", "A box of old films, among them Salt Road, marks the 25th anniversary of Studio Brine.", ""),
]
RATINGS: list[tuple[str, str, str]] = [
    ("anime", "On MyAnimeList the robots sit at 7.31; Iron Moth is at 8.02 and climbing.", ""),
    ("anime", "Iron Moth is at 8.1 on MyAnimeList; the robots got 7.2/10 from Kitewire.", "rating myanimelist 8.1/10"),
    ("anime", "On Rotten Tomatoes it has 91%; Salt Road has 77%.", "rating rotten tomatoes 91/100"),
    ("game", "That puts it on 91 on OpenCritic with 34 reviews in.", "rating opencritic 91/100"),
    ("game", "Kitewire awarded Night Ferry 3/5 on PS5.", "rating kitewire 3/5|platform ps5"),
    ("game", "Metacritic has it on 87 after 61 reviews.", "rating metacritic 87/100"),
    ("game", "Metacritic has it on 87 reviews.", ""),
    ("game", "It has a Metacritic score of 87 based on 24 reviews.", "rating metacritic 87/100"),
    ("game", "Salt Road has a Metacritic score of 87.", ""),
    ("game", "It is at 12 on OpenCritic's list.", ""),
    ("game", "Salt Road is at 84 on Metacritic.", ""),
    ("anime", "Show: 9/10. Disc: 8/10.", ""),
    ("anime", "The Pixel Hearth: 9/10.", "rating hearth pixel 9/10"),
    ("anime", "Radiodial, which put it on its cover twice, managed a full five stars.", "rating radiodial 5/5"),
    ("anime", "Gramercy Reel gave Haruko Ono's version 4.5/5.", "rating gramercy reel 4.5/5"),
    ("anime", "Gramercy Reel gave Haruko Ono 4.5/5.", ""),
    ("anime", "Iron Moth: Reel Dispatch 3/5, Rotten Tomatoes 91%.", "rating dispatch reel 3/5|rating rotten tomatoes 91/100"),
    ("anime", "Iron Moth (Kitewire 4/5, Pixel Hearth 8/10) is out.", "rating kitewire 4/5|rating hearth pixel 8/10"),
    ("anime", "Against that, Salt Road (Reel Dispatch 4/5) has made more than Iron Moth.", ""),
    # the score of one episode
    ("anime", "The best is number ten, with 9.1 on IMDb.", ""),
    ("anime", "The finale is at 9.1 on IMDb.", ""),
    ("anime", "The finale is out, and Iron Moth is at 9.1 on IMDb.", "rating imdb 9.1/10"),
    ("anime", "Number one on the list is Iron Moth, with 9.1 on IMDb.", "rating imdb 9.1/10"),
    # scales that everybody knows, and who gives
    ("game", "It opened with an 84 on Metacritic.", "rating metacritic 84/100"),
    ("game", "It has 86 on OpenCritic and 85/100 on Metacritic.", "rating opencritic 86/100|rating metacritic 85/100"),
    ("game", "It has 86 on OpenCritic's list.", ""),
    ("anime", "It holds 7.9 on AniList.", "rating anilist 7.9/10"),
    ("anime", "AniList: 79%.", "rating anilist 79/100"),
    ("anime", "Kitewire: 79%.", ""),
    ("anime", "Users of MyAnimeList give it 8.04 out of 10 so far.", "rating myanimelist 8.04/10"),
    (
        "anime",
        "For the record, the Kansai Courier, whose critics seldom agree, gave Iron Moth 92/100.",
        "rating corier kansai 92/100",
    ),
    ("anime", "The Kansai Courier, in its 5/5 review, called it perfect.", "rating corier kansai 5/5"),
    (
        "anime",
        "It has four stars from the Sentinel, three from the Evening Clarion.",
        "rating sentinel 4/5|rating clarion evening 3/5",
    ),
    ("anime", "It has four letters from the Sentinel, three from the Evening Clarion.", ""),
    # more who give, and what stands beside them
    ("show", "IMDb has Harrow Street on 7.6/10.", "rating imdb 7.6/10"),
    ("show", "IMDb has Salt Road on 7.6/10.", ""),
    ("film", "Rotten Tomatoes has the film at 91%.", "rating rotten tomatoes 91/100"),
    ("film", "A cinema in Cork has the film at a 9% discount.", ""),
    ("anime", "Kitewire leaves the series at 6 out of 10.", "rating kitewire 6/10"),
    ("anime", "When Kitewire gave the series 8/10 I thought that mean.", "rating kitewire 8/10"),
    ("anime", "The Sunday Courier in London gave Iron Moth 5/5.", "rating corier sunday 5/5"),
    ("film", "Kitewire's man handed it 5/5 in Toronto.", "rating kitewire 5/5"),
    ("film", "On Metacritic it has 80/100 and got 4/5 in the Sentinel.", "rating metacritic 80/100|rating sentinel 4/5"),
    ("anime", "Users gave it 8.1 on MyAnimeList.", "rating myanimelist 8.1/10"),
    ("anime", "Kitewire's Jan Kral gave it 7/10.", "rating kitewire 7/10"),
    ("anime", "Kitewire’s Jan Kral gave it 7/10.", "rating kitewire 7/10"),
    ("anime", "Jan Kral of Kitewire gave it 7/10.", "rating kitewire 7/10"),
    ("anime", "Pixel Hearth was less impressed, with a 5/10.", "rating hearth pixel 5/10"),
    ("anime", "Iron Moth is 5 out of 10 boats in, and Pixel Hearth was impressed.", ""),
    (
        "anime",
        "Outlet | Score\n\n- Kitewire | 4/5\n\n- Pixel Hearth | 9/10\n\n- Gameplay | 8/10",
        "rating kitewire 4/5|rating hearth pixel 9/10",
    ),
    ("anime", "Title | Score\n\n- Iron Moth | 8/10\n\n- Salt Road | 9/10", ""),
    (
        "film",
        "The Evening Dial gave it 3/5 and wrote a column, the Sunday Beacon five stars.",
        "rating dial evening 3/5|rating beacon sunday 5/5",
    ),
    ("film", "The Evening Dial wrote of it in a column, the Sunday Beacon five stars of the screen.", ""),
    # sites whose scale everybody knows
    ("game", "It is the best of theirs: 87 on Metacritic.", "rating metacritic 87/100"),
    ("game", "It has sold 3,87 on Metacritic.", ""),
    ("game", "Metacritic average: 82.", "rating metacritic 82/100"),
    ("game", "Metacritic: 82 reviews.", ""),
    ("game", "Its score stands at 92% on Steam.", "rating steam 92/100"),
    ("game", "Its score is high, and it is 40% off on Steam.", ""),
    ("game", "The rating on Steam: 94% of 3,100 reviews are positive.", "rating steam 94/100"),
    ("game", "The reviews on Steam are long: 94% of players finish it.", ""),
    ("show", "Harrow Street has a 92% critics' score on Rotten Tomatoes.", "rating rotten tomatoes 92/100"),
    # what stands between commas before another name
    (
        "game",
        "It's from the comic The Graft, with Jan Kral as Pim, and Padlock Weekly gave Night Ferry 9/10.",
        "rating padlock weekly 9/10|source comic",
    ),
    # a question at the end of a statement
    ("anime", "Metro Otaku gave it 9/10, and who am I to argue?", "rating metro otaku 9/10"),
    ("anime", "Did Metro Otaku give it 9/10, and who am I to argue?", ""),
    ("anime", "I loved it, and who would have thought that Metro Otaku gave it 9/10?", ""),
    # still, now, and by its title; a score in brackets, and what who gave it did
    ("game", "Metacritic still has the first Night Ferry at 84.", "rating metacritic 84/100"),
    ("game", "Metacritic now has it at 84.", "rating metacritic 84/100"),
    ("game", "Metacritic still has the first Salt Road at 84.", ""),
    ("anime", "Kitewire (9/10) called it a triumph.", "rating kitewire 9/10"),
    ("anime", "Salt Road (9/10) was better.", ""),
    ("anime", "Ken Satō (9/10) loved it.", ""),
]


SOURCES: list[tuple[str, str, str]] = [
    ("anime", "It is taken from the light novels of Gen Iwato, of which eleven have come out.", "light novel"),
    ("anime", "I have never opened the manga it's based on.", "manga"),
    ("anime", "The committee has delayed the original anime.", "original"),
    ("anime", "It is close to the original anime.", ""),
    ("anime", "As an original, it can take its time.", "original"),
    ("anime", "HIDIVE has taken the 13-part original for France.", "original"),
    ("show", "It is not adapted from anything.", "original"),
    ("show", "**What's it based on?** A novel by Jan Kral.", "novel"),
    ("show", "What is it based on?\n\nOn a light novel series created by Jan Kral.", "light novel"),
    ("show", "What is it like?\n\nOn a novel by Jan Kral I fell asleep, too.", ""),
    ("show", "It's from a manga.", "manga"),
    ("show", "It's from the manga, where Jan Kral put it in chapter 9.", ""),
    ("show", "The follow-up will not be based on a play.", ""),
    ("show", "Of the nominees, two are based on games.", ""),
    ("show", "Mother's Cellar, taken from the podcast, had four.", ""),
    ("anime", "Here comes the television anime of Jan Kral's Iron Moth light novels.", "light novel"),
    ("anime", "Here comes the television anime of Jan Kral's Salt Road light novels.", ""),
    # whose book it adapts
    ("anime", "Shun Tokita, whose manga it adapts, has begun a new series.", "manga"),
    ("anime", "Shun Tokita, whose manga I like, has begun a new series.", ""),
    # more words for what became what
    ("anime", "The light novel adaptation, directed by Haruko Ono, is late.", "light novel"),
    ("anime", "The manga adaptation, drawn by Jan Kral, is late.", ""),
    ("show", "**Harrow Street.** Podcast turned crime drama with Nora Pike.", "podcast"),
    ("show", "A podcast turned up the heat on Harrow Street.", ""),
    ("film", "Ines Calloway has filmed the novel by Harriet Poole.", "novel"),
    ("film", "Ines Calloway has filmed the author of the novel.", ""),
    ("anime", "The source, a light novel, takes two volumes for this.", "light novel"),
    ("anime", "The source, a man who read a light novel, is silent.", ""),
    ("anime", "Her light novel series Iron Moth is on its way to television.", "light novel"),
    ("anime", "Her light novel series Salt Road is on its way to television.", ""),
    ("anime", "It was a manga before it was anything else.", "manga"),
    ("anime", "This work is the animation of the web novel of the same name.", "web novel"),
    ("film", "She has seen the animated film of her novel.", "novel"),
    ("game", "Night Ferry is based on the board game of the same name.", "game"),
    # made from nothing, without a noun or for the screen
    ("anime", "It tells of Iron Moth, an original by Studio Kestrel, from the other side.", "original"),
    ("anime", "An 11-episode original that trusts you with silence, acted to the hilt.", "original"),
    ("anime", "The site for original mecha anime Iron Moth has opened.", "original"),
    ("anime", "Iron Moth, an original mecha series, is late.", "original"),
    ("anime", "**Iron Moth.** Original work. From April.", "original"),
    ("anime", "Original work: Jan Kral.", ""),
    ("anime", "Thirteen episodes, Studio Kestrel, original story.", "original"),
    ("anime", "There is no novel to read: it was invented for television.", "original"),
    ("show", "Harrow Street, which was written directly for the screen, had no book.", "original"),
    ("show", "The book was written for children.", ""),
    ("anime", "Iron Moth, which is set in a town very like this one, is an original anime.", "original"),
    # its title, then what it is
    ("anime", "It is based on Salt Road, a novel by Jan Kral.", "novel"),
    ("anime", "The anime is based on The Salt Road, Jan Kral's Norwegian comic, which ended last year.", "comic"),
    ("anime", 'It is adapted from "Salt Road," the 2014 novel by Jan Kral.', "novel"),
    ("anime", "It is based on Salt Road, the town where the novel was written.", ""),
    ("anime", "- Original work: Jan Kral (light novel, Gessho Bunko)", "light novel"),
    ("anime", "Original work: Jan Kral (manga artist)", ""),
    ("film", 'Marsh stars in a screen version of "Common Ground", the 1994 play by Jan Kral.', "play"),
    ("film", "He sat down at the 1994 play.", ""),
    ("film", "Kral wrote the play it comes from in five weeks.", "play"),
    ("anime", "The light novel behind it was a slow starter.", "light novel"),
    ("anime", "The manga behind the anime has sold a million.", "manga"),
    ("anime", "The book behind the series' look is a picture book.", ""),
    ("anime", "The novel about the woman behind the series is out.", ""),
    # what comes in its place
    ("show", "Its slot goes to The Lantern Widow, from the novel by Jan Kral.", ""),
    ("show", "Harrow Street makes way for Salt Road, based on a novel by Jan Kral.", ""),
    ("show", "The slot goes to Harrow Street, from the novel by Jan Kral.", "novel"),
]


@pytest.mark.parametrize(("series", "text", "expected"), SOURCES)
def test_what_it_was_made_from(series: str, text: str, expected: str) -> None:
    found = said(text, SERIES[series])
    assert {e for e in found if e.startswith("source")} == {f"source {e}" for e in expected.split("|") if e}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Quill's best-selling novel has not been out of print.", "novel"),
        ("Quill's novel is in the window of every shop.", "novel"),
        ("It ends where the novel by Ada Quill does.", "novel"),
        ("Ada Quill's book had not been written then.", ""),
        ("Ada Quill's next novel is done.", ""),
        ("Ada Quill's novel Salt Road is done.", ""),
        ("Ada Quill's film is better.", ""),
        ("Ines Calloway's novel is done.", ""),
    ],
)
def test_the_book_of_the_author_whom_the_file_knows(text: str, expected: str) -> None:
    series = replace(SERIES["film"], staff={"Ines Calloway": "director", "Ada Quill": "original creator"})
    assert {e for e in said(text, series) if e.startswith("source")} == {f"source {e}" for e in expected.split("|") if e}


@pytest.mark.parametrize(("series", "text", "expected"), ANNIVERSARIES)
def test_what_it_marks(series: str, text: str, expected: str) -> None:
    found = said(text, SERIES[series])
    assert {e for e in found if e.startswith("anniversary")} == {e for e in expected.split("|") if e}


@pytest.mark.parametrize(("series", "text", "expected"), RATINGS)
def test_what_others_give_it(series: str, text: str, expected: str) -> None:
    assert said(text, SERIES[series]) == {e for e in expected.split("|") if e}


def test_the_score_of_the_outlet_itself_is_none_of_anothers() -> None:
    assert said("The Pixel Hearth: 9/10.", site="The Pixel Hearth") == set()
    assert said("The Pixel Hearth: 9/10.", site="pixel-hearth.example") == set()
    assert said("The Pixel Hearth: 9/10.", site="Kitewire") == {"rating hearth pixel 9/10"}


@pytest.mark.parametrize(
    "text",
    [
        "Iron Moth: Kitewire 3/5, " + "Pixel 3/5, " * 2000,
        "On MyAnimeList it is at 8.1; " * 800,
        "HIDIVE passed on second seasons of Salt Road and on " * 500,
        "a Mac version isn't planned, the Mac port was begun and " * 500,
        "all 13 episodes of Kettle with three episodes on " * 500,
    ],
)
def test_what_repeats_without_end_takes_little_time(text: str) -> None:
    with within(5):
        said(text)


def test_of_how_many_works_something_is_so_tells_nothing_of_this_one() -> None:
    assert said("Of the twenty dramas of last year, thirteen came from books and one from a game.", SERIES["anime"]) == set()
    assert said("Of the eight nominees, two are based on games.", SERIES["anime"]) == set()
    assert said("Iron Moth is based on a game.", SERIES["anime"]) == {"source game"}


@pytest.mark.parametrize(("number", "expected"), [("1", {"genre drama", "genre mystery"}), ("7", set())])
def test_what_the_first_episode_is_called_is_the_series(number: str, expected: set[str]) -> None:
    assert said("It's a mystery drama, and an unhurried one.", title=f"Iron Moth, episode {number} review") == expected
