"""A hint never hides what its pattern finds: in all that a pattern can match one of its hints stands."""

import re

import pytest

from pipeline import comparisons, furniture, namesakes, other_works, sentences, shape, spoilers, verdict, wishes
from pipeline.cues import CUES
from pipeline.terms import Hints
from tests.spelt import spelt

HINTED: dict[str, tuple[re.Pattern[str], Hints]] = {
    "spoilers.warning": (spoilers._WARNING, spoilers._WARNING_HINTS),
    "spoilers.gives away": (spoilers._GIVES_AWAY, spoilers._GIVES_AWAY_HINTS),
    "wishes": (wishes._WISHED, wishes._HINTS),
    "verdict.whole": (verdict._WHOLE, verdict._WHOLE_HINTS),
    **{f"verdict.recommending {n}": (told.pattern, told.hints) for n, told in enumerate(verdict._RECOMMENDING)},
    "sentences.turn": (sentences._TURN, sentences._TURN_HINTS),
    "other works set aside": (other_works._SET_ASIDE, other_works._SET_ASIDE_HINTS),
    "other works beside": (other_works._BESIDE, other_works._BESIDE_HINTS),
    **{
        f"comparisons.{name}": (pattern, comparisons._BEYOND_HINTS)
        for name, pattern in (("then", comparisons._THEN), ("leads", comparisons._LEADS), ("ends", comparisons._ENDS))
    },
    "furniture.begging": (furniture._BEGGING, furniture._BEGGING_HINTS),
    "shape.dated": (shape._DATED, shape._DATED_HINTS),
    "relevance.catalogue": (namesakes._CATALOGUE, namesakes._CATALOGUE_HINTS),
}


@pytest.mark.parametrize("name", HINTED)
def test_a_hint_stands_in_all_that_its_pattern_finds(name: str) -> None:
    pattern, hints = HINTED[name]
    texts = list(spelt(pattern))
    assert len(texts) >= 20
    assert [text for text in texts if not hints.stand_in(text) and not hints.stand_in(text.lower())] == []


BEGINNING = {
    "shape.says": (shape._SAYS, shape._SAYS_HINTS),
    "shape.reported": (shape._REPORTED, shape._REPORTED_BEGINS),
    **{f"cues.{cue.kind}, {cue.name}": (cue.pattern, cue.begins) for cue in CUES if cue.begins},
}


@pytest.mark.parametrize("name", BEGINNING)
def test_all_that_a_pattern_finds_begins_with_one_of_its_beginnings(name: str) -> None:
    pattern, begins = BEGINNING[name]
    texts = list(spelt(pattern))
    assert len(texts) >= 20
    assert [text for text in texts if not begins.begin(pattern, text.lower())] == []
    words = " and ".join(texts).lower()
    assert begins.count(pattern, words) == len(pattern.findall(words)) or name.startswith("cues")
