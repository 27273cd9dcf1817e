"""Thousands of terms found in one pass over a text (Aho-Corasick), as whole words. The one owner of ahocorasick_rs."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

_UNSPACED = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"))
"""Scripts that put no space between words: there a term counts wherever it stands."""


class Hit(NamedTuple):
    """Thousands an article: a tuple costs a third of what a frozen dataclass does."""

    label: str
    start: int
    end: int


class Terms:
    """Labelled terms. A term matches whole words, upper and lower case alike, also with 's or a plural s; `animat*` matches any ending."""

    def __init__(self, terms: Mapping[str, Iterable[str]], decoy: str | None = None) -> None:
        """`decoy`: the label of terms that only take the place of shorter ones and are never found themselves."""
        self._decoy = decoy
        entries = [
            (label, _folded(term.strip().rstrip("*")), term.rstrip().endswith("*"))
            for label, words in terms.items()
            for term in dict.fromkeys(words)
            if term.strip(" *")
        ]
        self._entries = [
            (label, any(a <= c <= z for c in (t[0], t[-1]) for a, z in _UNSPACED), open_ended) for label, t, open_ended in entries
        ]
        self._automaton = AhoCorasick([term for _, term, _ in entries]) if entries else None

    def find(self, text: str) -> list[Hit]:
        """Every match, left to right; where matches overlap the longest stays."""
        if self._automaton is None:
            return []
        folded = _folded(text)
        hits = []
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            label, unspaced, open_ended = self._entries[index]
            if (stop := end if unspaced else _whole_word(folded, start, end, open_ended)) is not None:
                hits.append(Hit(label, start, stop))
        if len(hits) > 1:
            hits = _longest(hits)
        return [hit for hit in hits if hit.label != self._decoy]

    def find_each(self, texts: Sequence[str]) -> list[list[Hit]]:
        """What `find` finds in each of them, in one pass: for many short texts it costs half."""
        found: list[list[Hit]] = [[] for _ in texts]
        ends = list(accumulate(len(text) + 1 for text in texts))
        for hit in self.find("\n".join(texts)):
            n = bisect_right(ends, hit.start)
            start = ends[n - 1] if n else 0
            found[n].append(Hit(hit.label, hit.start - start, hit.end - start))
        return found

    def labels_each(self, texts: Sequence[str]) -> list[tuple[str, ...]]:
        """What `labels` finds in each of them."""
        return [tuple(dict.fromkeys([hit.label for hit in hits])) for hits in self.find_each(texts)]

    def labels(self, text: str) -> tuple[str, ...]:
        """The labels that occur, each once, in order of appearance."""
        return tuple(dict.fromkeys([hit.label for hit in self.find(text)]))


class Hints:
    """Pieces of text, one of which stands in all that a pattern matches. Looking for them first saves most of the pattern's cost."""

    def __init__(self, *pieces: str) -> None:
        self._automaton = AhoCorasick(pieces)

    def stand_in(self, text: str) -> bool:
        """True where any of them does; where the pattern takes capitals for small letters `text` is in lower case."""
        return bool(self._automaton.find_matches_as_strings(text))

    def begin(self, pattern: re.Pattern[str], text: str) -> bool:
        """True where a pattern matches that begins with one of them: it is tried in these places only."""
        return any(pattern.match(text, start) for start in self._starts(text))

    def count(self, pattern: re.Pattern[str], text: str) -> int:
        """How often a pattern of words matches that begins with one of them; of words, so that no match reaches into another."""
        return sum(pattern.match(text, start) is not None for start in self._starts(text))

    def _starts(self, text: str) -> set[int]:
        return {start for _, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)}


def _longest(hits: list[Hit]) -> list[Hit]:
    """Left to right, those that no longer one overlaps; terms of several labels may be the same words."""
    hits.sort(key=lambda h: (h.start, -h.end))
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end or (hit.start, hit.end) == (kept[-1].start, kept[-1].end):
            kept.append(hit)
    return kept


def _folded(text: str) -> str:
    """Lower case with plain apostrophes, of the same length, so that positions hold."""
    lower = text.lower()
    if text.isascii():
        return lower
    if len(lower) != len(text):  # İ and its like grow
        lower = "".join(c if len(low := c.lower()) != 1 else low for c in text)
    return lower.replace("’", "'").replace("\u00a0", " ")


def _whole_word(text: str, start: int, end: int, open_ended: bool) -> int | None:
    """Where the word that the match begins ends, or None when the match is only a part of some other word."""
    if start and text[start - 1].isalnum():
        return None
    if open_ended:
        while end < len(text) and text[end].isalnum():
            end += 1
        return end
    for suffix in ("'s", "s"):
        if text.startswith(suffix, end) and not text[end + len(suffix) : end + len(suffix) + 1].isalnum():
            return end + len(suffix)
    return None if text[end : end + 1].isalnum() else end
