"""A piece as it is compared: prose apart from quotations, shingles, content words by sentence, figures and names by paragraph."""

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from pipeline.stop_words import stop_words
from pipeline.syndication.figures import Fact, facts
from pipeline.syndication.piece import Piece
from pipeline.syndication.words import LONGEST, UNSPACED, apart, hashed, number, plain, words

WIDTH = 5
"""Words of a shingle."""
WIDTH_UNSPACED = 10
"""Signs of a shingle in scripts without blanks, about five words."""
ENOUGH = 5
"""Shingles, laid end to end, that prose must make up; below it, sameness says little."""
_STEM = 6
"""Letters of a content word that count: what inflection leaves alone."""
Numbers: TypeAlias = "array[int]"
_BITS = (1 << 32) - 1
_WORDS = 200_000
"""Of a language that are remembered."""
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SENTENCE_ENDS = re.compile(r"[.!?…]+[\"”»“)]*\s+|[。！？\n]")
_LANGUAGES = {
    "en": "English", "de": "German", "es": "Spanish", "fr": "French", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "sv": "Swedish", "da": "Danish", "no": "Norwegian_Bokmal", "fi": "Finnish", "pl": "Polish", "ru": "Russian", "tr": "Turkish",
    "cs": "Czech", "id": "Indonesian",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What comparing needs of one piece, without what recurs in its outlet: four bytes a word, so that all can be kept."""

    length: int
    """Words of prose, which is what stands outside of quotations; 0 where there is hardly any."""
    runs: Numbers
    """Shingles of the prose, in order; of the whole text where there is hardly any prose."""
    whole: int
    """Words, quotations included."""
    width: int
    """Words of a shingle."""
    quotes: frozenset[int]
    wording: Numbers
    """Stems of the content words of each sentence of prose, ascending, a 0 behind each sentence."""

    @property
    def sentences(self) -> list[frozenset[int]]:
        found: list[frozenset[int]] = []
        begin = 0
        for n, stem in enumerate(self.wording):
            if not stem:
                found.append(frozenset(self.wording[begin:n]))
                begin = n + 1
        return found


@dataclass(frozen=True, slots=True)
class Told:
    """What a piece tells that is the same in every language."""

    facts: tuple[Fact, ...]
    lengths: tuple[int, ...]
    """Signs of each paragraph."""


def blocks(text: str) -> list[str]:
    """The paragraphs of a text; `LONGEST` signs are looked at."""
    return [b for part in re.split(r"\n\s*\n", text[:LONGEST]) if (b := " ".join(part.split()))]


def kept(piece: Piece, recurring: frozenset[int]) -> list[str]:
    """Its paragraphs, without those whose keys (see `key`) its outlet prints in other pieces too."""
    return [b for b in blocks(piece.text) if not recurring or key(b) not in recurring]


def told(piece: Piece, recurring: frozenset[int] = frozenset()) -> Told:
    paragraphs = kept(piece, recurring)
    return Told(tuple(fact for b in paragraphs for fact in facts(b)), tuple(map(len, paragraphs)))


def read(piece: Piece, recurring: frozenset[int] = frozenset()) -> Reading:
    prose: list[str] = []
    whole: list[str] = []
    quotes: set[int] = set()
    wording = array("I")
    stems = _stems(piece.language)
    for block in kept(piece, recurring):
        own, said = apart(block)
        before = len(prose)
        for sentence in _SENTENCE_ENDS.split(own):
            if spoken := words(sentence):
                prose += spoken
                if content := {stem for word in spoken if (stem := stems[word])}:
                    wording.extend(sorted(content))
                    wording.append(0)
        quotes |= {hashed(" ".join(words(q))) for q in said}
        whole += words(block) if said else prose[before:]
    width = WIDTH_UNSPACED if sum(map(_is_sign, whole)) * 2 > len(whole) else WIDTH
    bare = len(prose) < ENOUGH * width
    runs = array("I", shingled(whole if bare else prose, width))
    return Reading(0 if bare else len(prose), runs, len(whole), width, frozenset(quotes), wording)


def shingled(of: Iterable[str], width: int) -> list[int]:
    """32 bits for every run of `width` words, in order; the same in every process, for a tuple of numbers hashes without a seed."""
    numbers = [number(w) for w in of]
    return [hash(run) & _BITS for run in zip(*(numbers[n:] for n in range(width)), strict=False)]


def key(block: str) -> int:
    """Of a paragraph, whatever its numbers: "episode 4" and "episode 5" of a weekly column are the same furniture."""
    return hashed(_DIGITS.sub("0", block.lower()))


class _Stems(dict[str, int]):
    """Word → number of what of it counts; 0 for a word that says nothing. Filled as words come."""

    def __init__(self, dull: frozenset[str]) -> None:
        self._dull = dull

    def __missing__(self, word: str) -> int:
        found = stem(word) if len(word) > 2 and word not in self._dull and not word[0].isdecimal() else 0
        if len(self) < _WORDS:
            self[word] = found
        return found


def stem(word: str) -> int:
    return number(word[:_STEM]) & _BITS or 1


def _is_sign(word: str) -> bool:
    return len(word) == 1 and not word.isascii() and UNSPACED.match(word) is not None


@cache
def _stems(language: str) -> _Stems:
    name = _LANGUAGES.get(language)
    return _Stems(frozenset(plain(w) for w in stop_words(name)) if name else frozenset())
