"""The default engine: a linear model over words and word pairs, read from one table beside this module. The one owner of that table.

A sentence is the sum of what its n-grams weigh. Trained on rated film reviews and critics' snippets (`training`), it reads what a
lexicon cannot: "goes nowhere", "too few", "could have been". Words after a negation are words of their own (NOT_good), up to
punctuation or a turn. A second table knows descriptions of plot and fact: where that is sure and hardly an opinion is left, the engine
abstains. Needs the standard library only; the table holds numbers in crc32 buckets, no text.
"""

import json
import re
import zlib
from array import array
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from heapq import nsmallest
from itertools import pairwise
from math import log, sqrt
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from pipeline.errors import UserError
from pipeline.sentiment.judgement import ABSTAINED, Evidence, Judgement, Unit, of_logit

TABLE = Path(__file__).with_name("critic.table")
"""First line: a JSON header (constants, provenance). Rest: zlib of two runs of int8 weights, opinion and gate."""
TABLE_CC = Path(__file__).with_name("critic-cc.table")
"""The same, learned from sources under CC BY 4.0 alone."""
VERSION = 2
"""Of this code; the version of an engine is this and a checksum of its table."""
REMEMBERED = 1 << 17
"""Words whose checksums are remembered at most."""
SENTENCES = 512
"""Sentences whose n-grams are remembered: those of one long article, which are asked for again when it is read as a whole."""
REACH = 5
"""Words that a negation marks at most."""
SENTENCE = 120
"""N-grams (about 60 words); what is longer is a document, at which the gate is not asked: every review tells some plot."""
GATE_FROM = 1.0
"""Gate log odds below which an opinion has to be strong; 0 would be even odds, a little above is safer against plot."""
SHOWN = 3
"""N-grams given as evidence at most."""
_PLAIN = str.maketrans("’‘´áàâäéèêëíîïñóôöúûüç“”", "'''aaaaeeeeiiinooouuuc\"\"")
_ACCENTED = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_CONTRACTED = (
    (re.compile(r"\bca ?n't\b"), "can not"),
    (re.compile(r"\bwo ?n't\b"), "will not"),
    (re.compile(r"\bsha ?n't\b"), "shall not"),
    (re.compile(r"n't\b"), " not"),
)
"""Negation is written out."""
_CLITIC = re.compile(r"'(?:s|re|ve|ll|d|m)\b")
"""Other contracted verbs carry no opinion."""
_BARE = {
    bare: (verb, "not")
    for verb in "can is are was were do does did has have had could would should".split()
    for bare in (f"{verb}nt", f"{verb}not")
}
"""Negation without its apostrophe ("dont", "cannot")."""
_NUMBER = re.compile(r"[0-9][0-9]*(?:[.,][0-9]+)*")
"""All numbers are one: a rating in the text is read elsewhere, and a date must not look like one."""
_TOKEN = re.compile(r"[a-z0-9_]+(?:'[a-z]+)?|[.,;:!?()—–]")
"""Other scripts are not read: they would fall into buckets of English words."""
_STOP, _TURN, _NEGATION, _SOFTENER = range(4)
_ROLES = {
    **dict.fromkeys(".,;:!?()—–", _STOP),
    **dict.fromkeys("but yet however although though whereas while except because".split(), _TURN),
    **dict.fromkeys(
        "not no never without hardly neither nor nothing nobody none lack lacks lacking barely scarcely rarely seldom".split(),
        _NEGATION,
    ),
    **dict.fromkeys("only just merely doubt wonder".split(), _SOFTENER),
}
"""Words and stops that begin or end the reach of a negation. A softener undoes the negation before it: "not only", "no doubt"."""
_NEGATIONS = frozenset(word for word, role in _ROLES.items() if role == _NEGATION)
_SHOUTS = frozenset("!?")
"""Stops that count as words too."""
_ZERO = 128
_RAISED = bytes((n + _ZERO) % 256 for n in range(256))
"""Weights are looked up as bytes, raised by _ZERO: that takes two thirds of what an array of signed numbers does."""
_STOPPED = crc32(b"|")
"""Any stop in a pair."""


class CriticEngine:
    """Raises UserError where the table can't be read."""

    languages = frozenset({"en"})
    network = False

    def __init__(self, name: str = "critic", table: Path = TABLE) -> None:
        self.name = name
        self._model = load(table)
        self.version = self._model.version

    def judge(self, units: Sequence[Unit]) -> list[Judgement]:
        """One judgement a unit, in order; a unit may be a clause, a sentence or a whole review."""
        judge = self._model.judge
        return [judge(unit.text) for unit in units]

    def whole(self, units: Sequence[Unit], judged: Sequence[Judgement]) -> Judgement:  # noqa: ARG002
        """The piece read as one text, which tells more than the mean of its sentences."""
        return self._model.judge_all(unit.text for unit in units)


@dataclass(frozen=True, slots=True)
class Constants:
    """What training found beside the weights. An n-gram's weight is its int8 times the unit."""

    opinion_unit: float
    opinion_bias: float
    gate_unit: float
    gate_bias: float
    sharpness: float
    """Factor of calibration for a text of one n-gram …"""
    sharpness_by_length: float
    """… and what a text gains with the logarithm of its length."""
    gate_slope: float
    """Opinion that is needed (log odds) for each log odd that the gate lies below GATE_FROM; 0: the gate is open."""


class Reading(NamedTuple):
    """A text as the tables see it."""

    logit: float
    """Log odds that it is favourable, calibrated."""
    gate: float
    """Log odds that it is an opinion rather than plot or fact; GATE_FROM for documents, which always pass."""
    empty: bool
    """No n-gram is in the table."""


class Model:
    """The two tables and the constants that turn their sums into log odds."""

    def __init__(self, constants: Constants, opinion: bytes, gate: bytes, version: str = "") -> None:
        self.version = version
        self.constants = constants
        self.opinion, self.gate = array("b", opinion), array("b", gate)
        self._opinion, self._gate = opinion.translate(_RAISED), gate.translate(_RAISED)

    def judge(self, text: str) -> Judgement:
        reading = self.read(hashes(text))
        return ABSTAINED if self._abstains(reading) else of_logit(reading.logit, partial(self.evidence, text))

    def judge_all(self, texts: Iterable[str]) -> Judgement:
        """Several texts read as one."""
        texts = tuple(texts)
        reading = self.read(set().union(*map(hashes, texts)))
        return ABSTAINED if self._abstains(reading) else of_logit(reading.logit, lambda: self.evidence("\n".join(texts)))

    def read(self, numbers: Set[int]) -> Reading:
        c = self.constants
        count = len(numbers) or 1
        root = sqrt(count)
        table, mask = self._opinion, len(self._opinion) - 1
        found = [table[number & mask] for number in numbers]
        total = sum(found) - _ZERO * len(found)
        logit = (total * c.opinion_unit / root + c.opinion_bias) * (c.sharpness + c.sharpness_by_length * log(count))
        gate = GATE_FROM
        if count <= SENTENCE:
            table, mask = self._gate, len(self._gate) - 1
            total = sum([table[number & mask] for number in numbers]) - _ZERO * len(found)
            gate = total * c.gate_unit / root + c.gate_bias
        return Reading(logit, gate, found.count(_ZERO) == len(found))

    def evidence(self, text: str) -> Evidence:
        """The heaviest n-grams with their share of the log odds before calibration. Ties fall by the alphabet: the same every run."""
        grams = ngrams(text)
        share = self.constants.opinion_unit / sqrt(len(grams) or 1)
        table, mask = self.opinion, len(self.opinion) - 1
        weighed = ((table[crc32(gram.encode()) & mask], gram) for gram in grams)
        heavy = nsmallest(SHOWN, ((-abs(weight), gram, weight) for weight, gram in weighed if weight))
        shown: dict[str, float] = {}
        for _, gram, weight in heavy:
            shown.setdefault(_readable(gram), round(weight * share, 3))
        return tuple(shown.items())

    def _abstains(self, reading: Reading) -> bool:
        return reading.empty or abs(reading.logit) < self.constants.gate_slope * (GATE_FROM - reading.gate)


@cache
def load(path: Path) -> Model:
    """The model of a table file; see TABLE for its form. Raises UserError where it is none."""
    try:
        content = path.read_bytes()
        header, packed = content.split(b"\n", 1)
        meta: dict[str, Any] = json.loads(header)
        weights = zlib.decompress(packed)
        size = int(meta["opinion_buckets"])
        return Model(Constants(**meta["constants"]), weights[:size], weights[size:], f"{VERSION}.{crc32(content):08x}")
    except (OSError, ValueError, KeyError, TypeError, zlib.error) as error:
        raise UserError(f"{path} is no table of the engine critic ({error}).", "nectar train makes one.") from None


def ngrams(text: str) -> set[str]:
    """Words and pairs of neighbours, negated words marked; "|" stands for punctuation in a pair, "!" and "?" for themselves too."""
    words = _marked(_words(text))
    signs = ["|" if _ROLES.get(word) == _STOP else word for word in words]
    pairs = {f"{before} {word}" for before, word in pairwise(signs) if word != "|"}
    return pairs.union(signs, _SHOUTS.intersection(words)) - {"|"}


@lru_cache(SENTENCES)
def hashes(text: str) -> Set[int]:
    """crc32 of each of the text's n-grams; a pair's is that of its first word, carried on. Training and reading share it."""
    words = _marked(_words(text))
    if not words:
        return frozenset()
    numbers, rests = zip(*map(_SPELT.__getitem__, words), strict=True)
    found = set(
        map(crc32, rests[1:], numbers)
    )  # what carries nothing on leaves the number of the word before, which is there anyway
    found.update(numbers)
    found.discard(_STOPPED)
    if "!" in text or "?" in text:
        found.update(crc32(mark.encode()) for mark in _SHOUTS.intersection(words))
    return found


class _Spelt(dict[str, tuple[int, bytes]]):
    """Word → its crc32, and what carries on a pair's; punctuation is "|" and carries nothing on. Remembers what it has seen."""

    def __missing__(self, word: str) -> tuple[int, bytes]:
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = found = (_STOPPED, b"") if _ROLES.get(word) == _STOP else (crc32(word.encode()), f" {word}".encode())
        return found


_SPELT = _Spelt()


def _marked(words: list[str]) -> list[str]:
    """The words, those that a negation reaches marked NOT_."""
    if _NEGATIONS.isdisjoint(words):
        return words
    found: list[str] = []
    role_of, add = _ROLES.get, found.append
    marked, negated = 0, False
    for word in words:
        role = role_of(word)
        if role is None:
            add(f"NOT_{word}" if marked > 0 else word)
            marked, negated = marked - 1, False
        elif role == _STOP:
            add(word)
            marked, negated = 0, False
        else:
            if role == _TURN or (role == _SOFTENER and negated):
                marked = 0
            add(f"NOT_{word}" if marked > 0 else word)
            negated = role == _NEGATION
            marked = REACH if negated else marked - 1
    return found


def _words(text: str) -> list[str]:
    """Lower-case words and stops, apostrophes plain, negation a word of its own."""
    text = text.lower()
    if not text.isascii():
        text = (
            text.replace("’", "'").replace("“", '"').replace("”", '"')
        )  # mostly that is all, and far cheaper than a translation
        text = text.translate(_PLAIN) if _ACCENTED.search(text) else text
    text = text.replace("`", "'").replace("--", "—").replace(" - ", " — ")
    if "'" in text:
        if "n't" in text:
            for pattern, plain in _CONTRACTED:
                text = pattern.sub(plain, text)
        text = _CLITIC.sub("", text)
    words = _TOKEN.findall(_NUMBER.sub("0", text))
    return words if _BARE.keys().isdisjoint(words) else [part for word in words for part in _BARE.get(word, (word,))]


def _readable(gram: str) -> str:
    """An n-gram as one would quote it: "NOT_good" is "not good", and so is "not NOT_good"."""
    if "|" in gram:
        gram = gram.removeprefix("| ")
    if "NOT_" not in gram:
        return gram
    return gram.replace("NOT_", "") if _ROLES.get(gram.split(" ", 1)[0]) == _NEGATION else "not " + gram.replace("NOT_", "")
