"""Platforms, numbers of episodes, genres, studios, sequels, anniversaries and ratings: each as the press puts it, beside what looks like it and is said of something else."""

import pytest

from tests.pipeline.test_claims import SERIES, said

PLATFORMS: list[tuple[str, str, str]] = [
    # what is negated is not the place
    ("game", "The patch is out and the Switch version isn't affected.", "platform switch"),
    ("game", "A Switch version isn't planned.", "platform !switch"),
    ("game", "The Mac version is not coming.", "platform !mac"),
    ("game", "If you can't wait, the PC original is cheap today.", "platform pc"),
    ("game", "If you don't have a PC, Night Ferry isn't on Switch either.", "platform !switch"),
    # begun and given up
    ("game", "Night Ferry's Mac version was begun and shelved.", ""),
    ("game", "The Mac port has been quietly abandoned.", ""),
    ("anime", "There was to be a spin-off series on HIDIVE.", ""),
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
    ("anime", "An insider told Netflix that Iron Moth is late.", ""),
]


@pytest.mark.parametrize(("series", "text", "expected"), PLATFORMS)
def test_where_it_can_be_had(series: str, text: str, expected: str) -> None:
    assert said(text, SERIES[series]) == {e for e in expected.split("|") if e}
