"""What `critic` learns from: the rated texts of a folder, held apart from what is measured on, and our own plain verdicts and facts.

Critics are split by film; whatever shares six words in a row with a text that is measured on leaves the training.
"""

import gzip
import json
import re
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import textblob
import vaderSentiment

from pipeline.sentiment.made import Remark, remarks, verdicts

SHINGLE = 6
"""Words in a row that make two texts the same."""
HELD_OUT, TUNING = 4, 1
"""Twentieths of the films that are measured on, and that calibration is fitted on."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[a-z0-9]+")
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """Texts of one kind with their signs; `weight` is what one text counts."""

    name: str
    texts: Sequence[str]
    positive: Sequence[bool]
    weight: float = 1.0


class Corpora:
    """The data of one folder, split and freed of overlaps. `treebank=False` leaves its sentences out of training and tuning: all of
    rt-polarity is then never seen, for the treebank is made of it."""

    def __init__(self, folder: Path, treebank: bool = True) -> None:
        self._folder = folder
        self.treebank = treebank

    def read(self, name: str) -> list[Record]:
        with gzip.open(self._folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    @cached_property
    def treebank_train(self) -> list[Record]:
        return apart(self.read("sst2_train"), [*self.read("sst2_dev"), *self.read("sst2_test")]) if self.treebank else []

    @cached_property
    def polarity_test(self) -> list[Record]:
        """The sentences of rt-polarity of which nothing is trained on."""
        return apart(self.read("rt_polarity"), self.treebank_train)

    @cached_property
    def _measured(self) -> frozenset[str]:
        return shingles(r["text"] for n in ("rt_polarity", "sst2_dev", "sst2_test") for r in self.read(n))

    @cached_property
    def _critics(self) -> tuple[list[Record], list[Record], list[Record]]:
        parts: tuple[list[Record], list[Record], list[Record]] = ([], [], [])
        unique = {r["text"]: r for r in self.read("rt_critics") if r["fresh"] is not None}
        for record in unique.values():
            if self._measured.isdisjoint(shingles([record["text"]])):
                twentieth = zlib.crc32(f"film{record['film']}".encode()) % 20
                parts[0 if twentieth < HELD_OUT else 1 if twentieth < HELD_OUT + TUNING else 2].append(record)
        return parts

    @property
    def critics_test(self) -> list[Record]:
        return self._critics[0]

    @property
    def critics_tuning(self) -> list[Record]:
        return self._critics[1]

    @cached_property
    def critics_train(self) -> list[Record]:
        return apart(self._critics[2], [*self.critics_test, *self.critics_tuning])

    @cached_property
    def remarks(self) -> list[Remark]:
        """Our own sentences of which none is measured on."""
        measured = self._measured | shingles(r["text"] for r in (*self.critics_test, *self.critics_tuning))
        return [r for r in remarks() if measured.isdisjoint(shingles([r.text]))]

    @cached_property
    def plot(self) -> tuple[list[str], list[str]]:
        """Sentences of plot descriptions: to train on, and a fifth to measure on."""
        texts = [r["text"] for r in self.read("subjectivity") if not r["subjective"]]
        held = [zlib.crc32(t.encode()) % 5 == 0 for t in texts]
        return [t for t, h in zip(texts, held, strict=True) if not h], [t for t, h in zip(texts, held, strict=True) if h]

    @cached_property
    def open_opinions(self) -> list[str]:
        """Opinionated sentences under CC BY 4.0."""
        return [r["text"] for r in self.read("subjectivity") if r["subjective"]]

    @cached_property
    def opinions(self) -> list[str]:
        """Opinionated sentences for the gate, none of which is measured on."""
        measured = [
            *self.polarity_test,
            *self.read("sst2_dev"),
            *self.read("sst2_test"),
            *self.critics_test,
            *self.critics_tuning,
        ]
        subjective = [r for r in self.read("subjectivity") if r["subjective"]]
        return [r["text"] for r in (*apart(subjective, measured), *self.critics_train)]


def shingles(texts: Iterable[str]) -> frozenset[str]:
    """Every run of SHINGLE words, spelling levelled; a shorter text is one run."""
    found: set[str] = set()
    for text in texts:
        words = _WORD.findall(text.lower().replace(" n't", "n't").replace("'", "").replace("’", ""))
        found.update(" ".join(words[i : i + SHINGLE]) for i in range(max(len(words) - SHINGLE, 0) + 1))
    return frozenset(found)


def apart(records: Sequence[Record], others: Sequence[Record]) -> list[Record]:
    """The records that share no shingle with the others."""
    taken = shingles(r["text"] for r in others)
    return [r for r in records if taken.isdisjoint(shingles([r["text"]]))]


def sources(corpora: Corpora) -> list[Source]:
    """All that opinion is learned from. The weights were chosen on the tuning split."""
    reviews = [(r["text"].replace("<br />", " "), r["score"] > 5) for r in corpora.read("imdb_train")]
    pieces = [(piece, sign) for text, sign in reviews for piece in thirds(text)]
    return [
        Source("user reviews", *_columns(reviews), 1.0),
        Source("user reviews in pieces", *_columns(pieces), 0.25),
        Source("critics", *_columns([(r["text"], r["fresh"] == 1) for r in corpora.critics_train]), 1.5),
        Source("treebank", *_columns([(r["text"], r["positive"] == 1) for r in corpora.treebank_train]), 3.0),
        *_plain(corpora.remarks),
    ]


def _plain(made: Sequence[Remark]) -> list[Source]:
    """Single words, plain and negated, plain verdicts, and what judges of our own sentences: what no review says so plainly."""
    words = lexicon()
    negated = [(f"{start} {word}", not sign) for word, sign in words.items() for start in ("not", "is not a", "are not")]
    return [
        Source("lexicons", *_columns([*words.items(), *words.items(), *negated]), 0.5),
        Source("plain verdicts", *_columns(verdicts()), 1.0),
        Source("remarks", *_columns([(r.text, r.sign == "+") for r in made if r.sign != "0"]), 5.0),
    ]


def open_sources(corpora: Corpora) -> list[Source]:
    """What may be passed on under CC BY 4.0 (as nltk_data lists it), the MIT and BSD lexicons, and our own sentences."""
    reviews = [(r["text"], r["positive"] == 1) for r in corpora.read("movie_reviews_v2") if not _held(r["text"])]
    sentences = [(r["text"], r["positive"] == 1) for r in corpora.read("rt_polarity") if not _held(r["text"])]
    return [
        Source("long reviews", *_columns(reviews), 1.0),
        Source("long reviews in pieces", *_columns([(p, sign) for text, sign in reviews for p in thirds(text)]), 0.25),
        Source("review sentences", *_columns(sentences), 1.5),
        *_plain(remarks()),
    ]


@dataclass(frozen=True, slots=True)
class Tuning:
    """What calibration is fitted on: (text, favourable), none of it trained on or measured on."""

    sentences: Sequence[tuple[str, bool]]
    documents: Sequence[tuple[str, bool]]


def tuning(corpora: Corpora) -> Tuning:
    sentences = [(r["text"], r["fresh"] == 1) for r in corpora.critics_tuning]
    if corpora.treebank:
        sentences += [(r["text"], r["positive"] == 1) for r in corpora.read("sst2_dev")]
    return Tuning(sentences, [(r["text"].replace("<br />", " "), r["score"] > 5) for r in corpora.read("imdb_test_5k")])


def open_tuning(corpora: Corpora) -> Tuning:
    """A tenth of the open sources, left out of `open_sources`."""
    held = {
        name: [(r["text"], r["positive"] == 1) for r in corpora.read(name) if _held(r["text"])]
        for name in ("rt_polarity", "movie_reviews_v2")
    }
    return Tuning(held["rt_polarity"], held["movie_reviews_v2"])


def _held(text: str) -> bool:
    return zlib.crc32(text.encode()) % 10 == 0


def _columns(rows: Sequence[tuple[str, bool]]) -> tuple[list[str], list[bool]]:
    return [text for text, _ in rows], [sign for _, sign in rows]


def thirds(text: str) -> Iterator[str]:
    """A review in pieces of three sentences."""
    sentences = [s for s in _SENTENCE_END.split(text) if s.strip()]
    pieces = (" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))
    return (piece for piece in pieces if len(piece) > 20)


def normalised(written: str | None) -> float | None:
    """ "3.5/5" → 0.7, "B+" → 0.83; None for what is neither."""
    written = (written or "").strip()
    if found := re.fullmatch(r"(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)", written):
        value, best = float(found[1]), float(found[2])
        return value / best if best > 0 and value <= best else None
    if found := re.fullmatch(r"([A-DF])([+-]?)", written):
        return max(
            0.0,
            min(1.0, {"A": 0.95, "B": 0.8, "C": 0.6, "D": 0.35, "F": 0.05}[found[1]] + {"+": 0.05, "-": -0.07, "": 0}[found[2]]),
        )
    return None


def lexicon() -> dict[str, bool]:
    """Word → is it favourable, for the words on which TextBlob's and VADER's lexicons do not disagree and that are clear."""
    values: dict[str, list[float]] = {}
    form = re.compile(r"[a-z]{3,}")
    for line in (Path(vaderSentiment.__file__).parent / "vader_lexicon.txt").read_text(encoding="utf-8").splitlines():
        word, valence, *_ = line.split("\t")
        values.setdefault(word, []).append(float(valence) / 4)
    for entry in ET.parse(Path(textblob.__file__).parent / "en" / "en-sentiment.xml").getroot().iter("word"):
        values.setdefault(entry.attrib["form"].lower(), []).append(float(entry.attrib["polarity"]))
    return {
        word: sum(v) > 0
        for word, v in values.items()
        if form.fullmatch(word) and abs(sum(v) / len(v)) > 0.2 and min(v) * max(v) >= 0
    }
