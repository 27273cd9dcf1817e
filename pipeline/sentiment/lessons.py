"""What the adapter of `minilm` learns from: rated texts, and what a larger encoder says of them and of sentences that nobody rated."""

import gzip
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp
from pathlib import Path

from pipeline.sentiment.corpora import SENTENCE_END, Corpora, facts, normalised, thirds, verdicts

SEED = 7
UNRATED = 40_000
"""Sentences of user reviews; each has no rating of its own."""
_LENGTHS = range(26, 301)
"""Characters of those."""
_OF_CRITIC, _OF_TREEBANK = 0.5, 0.3
"""How much the larger encoder counts beside a critic's fresh or rotten, and beside who rated the very sentence."""
_OF_RATING = 0.1
"""Log odds for each point by which the review of an unrated sentence was rated above the middle."""
_UNRATED_WEIGHT = 0.7


@dataclass(frozen=True, slots=True)
class Example:
    """A text; `favourable` and `opinion` are the probabilities to learn, None where nothing is known."""

    text: str
    favourable: float | None
    opinion: float | None
    weight: float = 1.0


Said = Mapping[str, tuple[float, float]]
"""Text → log odds that it is favourable, and that it is an opinion, as the larger encoder reads them."""


def snippets(corpora: Corpora) -> list[Example]:
    """Critics' sentences: fresh or rotten, softened by the score as written."""
    return [
        Example(r["text"], 0.7 * r["fresh"] + 0.3 * (r["fresh"] if (n := normalised(r["rating_as_written"])) is None else n), 1.0)
        for r in corpora.critics_train
    ]


def treebank(corpora: Corpora) -> list[Example]:
    return [Example(r["text"], float(r["positive"]), None) for r in corpora.treebank_train]


def others(corpora: Corpora, pieces: int) -> list[Example]:
    """Plain verdicts, plots and press facts, and `pieces` of user reviews by their rating."""
    found = [Example(text, float(sign), None, 0.3) for text, sign in verdicts()]
    found += [Example(text, None, 0.0) for text in (*corpora.plot[0], *facts())]
    reviews = [
        Example(piece, 0.5 + (r["score"] - 5.5) / 10, None, 0.5)
        for r in corpora.read("imdb_train")
        for piece in thirds(r["text"].replace("<br />", " "))
    ]
    return found + random.Random(SEED).sample(reviews, min(pieces, len(reviews)))


def unrated(corpora: Corpora) -> list[tuple[str, int]]:
    """Sentences of user reviews, each with the rating of its review, 1 to 10."""
    every = [
        (sentence.strip(), r["score"])
        for r in corpora.read("imdb_train")
        for sentence in SENTENCE_END.split(r["text"].replace("<br />", " "))
        if len(sentence.strip()) in _LENGTHS
    ]
    return random.Random(SEED).sample(every, min(UNRATED, len(every)))


def passes(corpora: Corpora, pieces: int, said: Said) -> list[list[Example]]:
    """Two passes over all that is rated; each has half of the sentences of which only `said` tells, the second the treebank twice."""
    critics = [_taught(e, said, _OF_CRITIC) for e in snippets(corpora)]
    sentences = [_taught(e, said, _OF_TREEBANK) for e in treebank(corpora)]
    rest = others(corpora, pieces)
    told = list(_told(unrated(corpora), said)) if said else []
    half = len(told) // 2
    return [
        [*critics, *sentences, *rest, *told[:half]],
        [*critics, *sentences, *rest, *told[half:], *(sentences if said else ())],
    ]


def _taught(example: Example, said: Said, share: float) -> Example:
    """Between what is known of the text and what the larger encoder says."""
    if example.favourable is None or example.text not in said:
        return example
    favourable, opinion = map(_probability, said[example.text])
    known = example.opinion if example.opinion is not None else opinion
    return replace(example, favourable=(1 - share) * example.favourable + share * favourable, opinion=known)


def _told(given: Sequence[tuple[str, int]], said: Said) -> Iterator[Example]:
    for text, rating in given:
        if text in said:
            favourable, opinion = said[text]
            yield Example(text, _probability(favourable + _OF_RATING * (rating - 5.5)), _probability(opinion), _UNRATED_WEIGHT)


def _probability(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))


def write(path: Path, said: Said) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for text, (favourable, opinion) in said.items():
            lines.write(json.dumps({"text": text, "favourable": round(favourable, 3), "opinion": round(opinion, 3)}) + "\n")


def read(path: Path) -> Said:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {told["text"]: (told["favourable"], told["opinion"]) for told in map(json.loads, lines)}
