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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log, sqrt, tanh
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from textblob.base import CONTINUOUS, BaseSentimentAnalyzer

from pipeline.sentiment.judgement import ABSTAINED, Judgement, Unit

TABLE = Path(__file__).with_name("critic.table")
"""First line: a JSON header (constants, provenance). Rest: zlib of two runs of int8 weights, opinion and gate."""
REACH = 5
"""Words that a negation marks at most."""
SENTENCE = 120
"""N-grams (about 60 words); what is longer is a document, at which the gate is not asked: every review tells some plot."""
GATE_FROM = 1.0
"""Gate log odds below which an opinion has to be strong; 0 would be even odds, a little above is safer against plot."""
SHOWN = 3
"""N-grams given as evidence at most."""
_PLAIN = str.maketrans("’‘´áàâäéèêëíîïñóôöúûüç“”", "'''aaaaeeeeiiinooouuuc\"\"")
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
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
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


class CriticEngine:
    name = "critic"
    version = "1"
    languages = frozenset({"en"})

    def judge(self, units: Sequence[Unit]) -> list[Judgement]:
        """One judgement a unit, in order; a unit may be a clause, a sentence or a whole review."""
        model = shipped()
        return [model.judge(unit.text) for unit in units]


class Sentiment(NamedTuple):
    """What TextBlob's users expect; 0 and 0 where the engine abstains."""

    polarity: float
    confidence: float


class CriticAnalyzer(BaseSentimentAnalyzer):  # type: ignore[misc]
    """The same reading through TextBlob's door: `TextBlob(text, analyzer=CriticAnalyzer()).sentiment`."""

    kind = CONTINUOUS
    RETURN_TYPE = Sentiment

    def analyze(self, text: str) -> Sentiment:
        judged = shipped().judge(text)
        return Sentiment(0.0 if judged.polarity is None else judged.polarity, judged.confidence)


class Reading(NamedTuple):
    """A text as the tables see it."""

    logit: float
    """Log odds that it is favourable, calibrated."""
    gate: float
    """Log odds that it is an opinion rather than plot or fact; GATE_FROM for documents, which always pass."""
    grams: list[str]
    weights: list[int]
    """Of the n-grams, in units of the table."""


class Model:
    """The two tables and the constants that turn their sums into log odds."""

    def __init__(self, constants: "Constants", opinion: bytes, gate: bytes) -> None:
        self._constants = constants
        self._opinion = array("b", opinion)
        self._gate = array("b", gate)

    def judge(self, text: str) -> Judgement:
        reading = self.read(text)
        if not any(reading.weights) or abs(reading.logit) < self._constants.gate_slope * (GATE_FROM - reading.gate):
            return ABSTAINED
        confidence = 1 / (1 + exp(-min(abs(reading.logit), 30.0)))
        return Judgement(tanh(reading.logit / 2), confidence, self._evidence(reading))

    def read(self, text: str) -> Reading:
        c = self._constants
        grams = list(ngrams(text))
        count = len(grams) or 1
        hashes = [crc32(gram.encode()) for gram in grams]
        table, mask = self._opinion, len(self._opinion) - 1
        weights = [table[number & mask] for number in hashes]
        raw = sum(weights) * c.opinion_unit / sqrt(count) + c.opinion_bias
        logit = raw * (c.sharpness + c.sharpness_by_length * log(count))
        gate = GATE_FROM
        if count <= SENTENCE:
            table, mask = self._gate, len(self._gate) - 1
            gate = sum([table[number & mask] for number in hashes]) * c.gate_unit / sqrt(count) + c.gate_bias
        return Reading(logit, gate, grams, weights)

    def _evidence(self, reading: Reading) -> tuple[tuple[str, float], ...]:
        """The heaviest n-grams with their share of the log odds before calibration. Ties fall by the alphabet: the same every run."""
        share = self._constants.opinion_unit / sqrt(len(reading.weights))
        least = max(sorted(map(abs, reading.weights))[-SHOWN:][0], 1)
        heavy = [(-abs(w), gram, w) for w, gram in zip(reading.weights, reading.grams, strict=True) if abs(w) >= least]
        heavy.sort()
        shown: dict[str, float] = {}
        for _, gram, weight in heavy[:SHOWN]:
            shown.setdefault(_readable(gram), round(weight * share, 3))
        return tuple(shown.items())


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


@cache
def shipped() -> Model:
    """The model of the table beside this module, read at the first use."""
    return load(TABLE)


def load(path: Path) -> Model:
    """The model of a table file; see TABLE for its form."""
    header, packed = path.read_bytes().split(b"\n", 1)
    meta: dict[str, Any] = json.loads(header)
    weights = zlib.decompress(packed)
    size = int(meta["opinion_buckets"])
    return Model(Constants(**meta["constants"]), weights[:size], weights[size:])


def ngrams(text: str) -> set[str]:
    """Words and pairs of neighbours, negated words marked; "|" stands for punctuation in a pair. Training and reading share it."""
    found: list[str] = []
    role_of, add = _ROLES.get, found.append
    before, marked, negated = "", 0, False
    for word in _words(text):
        role = role_of(word)
        if role == _STOP:
            if word in "!?":
                add(word)
            before, marked, negated = "|", 0, False
            continue
        if role == _TURN or (role == _SOFTENER and negated):
            marked = 0
        gram = f"NOT_{word}" if marked > 0 else word
        add(gram)
        if before:
            add(f"{before} {gram}")
        negated = role == _NEGATION
        marked = REACH if negated else marked - 1
        before = gram
    return set(found)


def _words(text: str) -> list[str]:
    """Lower-case words and stops, apostrophes plain, negation a word of its own."""
    text = text.lower()
    if not text.isascii():
        text = text.translate(_PLAIN)
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


def hashed(text: str, buckets: int) -> Iterator[int]:
    """The buckets of a text's n-grams in a table of that size (a power of two), each once."""
    yield from {crc32(gram.encode()) & (buckets - 1) for gram in ngrams(text)}
