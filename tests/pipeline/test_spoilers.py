"""Warnings of spoilers, and sentences that give something away."""

import pytest

from pipeline.spoilers import SpoilerReader, warns


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("Spoilers ahead.", True),
        ("SPOILER WARNING", True),
        ("Full spoilers for the last episode.", True),
        ("This review contains spoilers for episodes one to four.", True),
        ("Beware of spoilers!", True),
        ("Here be spoilers", True),
        ("This post gives away the ending.", True),
        ("※ネタバレ注意", True),
        ("ネタバレを含みます", True),
        ("未見の方はご注意ください。", True),
        ("Ojo, spoilers de todo el final.", True),
        ("This review is spoiler-free.", False),
        ("No spoilers below.", False),
        ("I will write this without spoilers ahead of the finale.", False),
        ("Sin spoilers.", False),
        ("ネタバレなし", False),
        ("The rear spoiler of the car is red.", False),
        ("A quiet piece about bees.", False),
        ("", False),
    ],
)
def test_warns(text: str, warned: bool) -> None:
    assert warns(text) is warned


def folded(sentences: list[tuple[str, bool]], aired: bool = True) -> list[bool]:
    reader = SpoilerReader(aired)
    return [reader.is_spoiler(text, opinion) for text, opinion in sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Jun dies in the flood.",
        "The clerk turns out to be her father.",
        "She is secretly a machine.",
        "He betrays the crew for a boat ticket.",
        "Her sacrifice saves the harbour.",
        "The last shot shows the lamp burning.",
    ],
)
def test_what_gives_something_away_is_folded_without_a_warning(sentence: str) -> None:
    assert folded([(sentence, False)]) == [True]
    assert folded([(sentence, True)]) == [True]


@pytest.mark.parametrize("sentence", ["The harbour is drawn in ink.", "I love the theme song.", "Jun is a diver of few words."])
def test_what_gives_nothing_away_stays_open(sentence: str) -> None:
    assert folded([(sentence, False)]) == [False]


def test_under_a_warning_only_opinions_stay_open_until_it_is_over() -> None:
    assert folded(
        [
            ("The ferry leaves at nine.", False),
            ("Spoilers ahead.", False),
            ("Jun opens the hatch.", False),
            ("The music swells well there.", True),
            ("Jun dies, and the music is lovely.", True),
            ("End of spoilers.", False),
            ("The ferry returns.", False),
        ]
    ) == [False, False, True, False, True, False, False]


def test_before_anything_is_out_there_is_nothing_to_give_away() -> None:
    assert folded([("Spoilers ahead.", False), ("Jun dies.", False)], aired=False) == [False, False]
