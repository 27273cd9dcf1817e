"""A piece as it is compared: prose apart from quotations, shingles, content words by sentence, figures and names by paragraph."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import justext

from pipeline.syndication.figures import facts
from pipeline.syndication.piece import Piece
from pipeline.syndication.words import LONGEST, UNSPACED, apart, number, words

WIDTH = 5
"""Words of a shingle."""
WIDTH_UNSPACED = 10
"""Signs of a shingle in scripts without blanks, about five words."""
STEM = 6
"""Letters of a content word that count: what inflection leaves alone."""
_SENTENCE_ENDS = re.compile(r"[.!?…]+[\"”»“)]*\s+|[。！？\n]")
_LANGUAGES = {
    "en": "English", "de": "German", "es": "Spanish", "fr": "French", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "sv": "Swedish", "da": "Danish", "no": "Norwegian_Bokmal", "fi": "Finnish", "pl": "Polish", "ru": "Russian", "tr": "Turkish",
    "cs": "Czech", "id": "Indonesian",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What comparing needs of one piece, without what recurs in its outlet."""

    prose: tuple[str, ...]
    """Words outside of quotations, in order."""
    whole: tuple[str, ...]
    """All words."""
    width: int
    quotes: frozenset[str]
    sentences: tuple[frozenset[str], ...]
    """Content words of each sentence of prose."""
    paragraphs: tuple[tuple[int, tuple[tuple[str, bool], ...]], ...]
    """Of each paragraph its length in signs and its facts."""

    @property
    def facts(self) -> list[tuple[str, bool]]:
        return [fact for _, facts in self.paragraphs for fact in facts]


def blocks(text: str) -> list[str]:
    """The paragraphs of a text; `LONGEST` signs are looked at."""
    return [b for part in re.split(r"\n\s*\n", text[:LONGEST]) if (b := " ".join(part.split()))]


def read(piece: Piece, recurring: frozenset[int] = frozenset()) -> Reading:
    """`recurring`: keys (see `key`) of the paragraphs that the outlet prints in other pieces too."""
    kept = [b for b in blocks(piece.text) if key(b) not in recurring]
    prose: list[str] = []
    whole: list[str] = []
    quotes: set[str] = set()
    sentences: list[frozenset[str]] = []
    paragraphs = []
    dull = _dull(piece.language)
    for block in kept:
        own, said = apart(block)
        prose += words(own)
        whole += words(block)
        quotes |= {" ".join(words(q)) for q in said}
        sentences += [c for s in _SENTENCE_ENDS.split(own) if (c := frozenset(_content(words(s), dull)))]
        paragraphs.append((len(block), tuple(facts(block))))
    unspaced = len(UNSPACED.findall(" ".join(kept))) * 2 > len(whole)
    return Reading(
        tuple(prose),
        tuple(whole),
        WIDTH_UNSPACED if unspaced else WIDTH,
        frozenset(quotes),
        tuple(sentences),
        tuple(paragraphs),
    )


def shingled(of: Iterable[str], width: int) -> list[int]:
    """One number for every run of `width` words, in order; the same in every process, for a tuple of numbers hashes without a seed."""
    numbers = [number(w) for w in of]
    return [hash(run) for run in zip(*(numbers[n:] for n in range(width)), strict=False)]


def key(block: str) -> int:
    """Of a paragraph, whatever its numbers: "episode 4" and "episode 5" of a weekly column are the same furniture."""
    return number(" ".join("0" if w[0].isdecimal() else w for w in words(block)))


def _content(of: Iterable[str], dull: frozenset[str]) -> Iterator[str]:
    return (w[:STEM] for w in of if len(w) > 2 and w not in dull and not w[0].isdecimal())


@cache
def _dull(language: str) -> frozenset[str]:
    name = _LANGUAGES.get(language)
    return frozenset(w.lower() for w in justext.get_stoplist(name)) if name else frozenset()
