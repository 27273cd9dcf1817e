"""Measures the engine critic beside TextBlob and VADER, as published, at threshold 0. Prints one Markdown table.

    python -m pipeline.sentiment.benchmark --data DIR [--anime FILE] [--table FILE]

Right is the sign; a text on which an engine says nothing (None, or exactly 0) counts as half right, for all three alike. The anime
reviews are only ever measured on; scores that their authors wrote into the text are blanked first.
"""

import argparse
import gzip
import json
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from pipeline.sentiment import critic
from pipeline.sentiment.corpora import Corpora, Record

Polarity = Callable[[str], float]
BINS = 10
TIMED = 10_000
"""Sentences that speed is measured on."""
_SCORE = re.compile(
    r"\b\d+(?:\.\d+)?\s*(?:/|out of)\s*(?:10|100|5)\b|\b\d+(?:\.\d+)?\s*%"
    r"|\b(?:story|plot|art|animation|visuals?|sound|music|ost|characters?|enjoyment|overall|score|rating|final)\b\W{0,4}\d+(?:\.\d+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a value an engine, as printed."""

    name: str
    n: int
    values: tuple[str, ...]


def engines(table: Path) -> tuple[Polarity, Polarity, Polarity]:
    """critic, TextBlob and VADER as functions text → polarity, 0 for none."""
    model, vader = critic.load(table), SentimentIntensityAnalyzer()
    return (
        lambda text: model.judge(text).polarity or 0.0,
        lambda text: float(TextBlob(text).sentiment.polarity),
        lambda text: float(vader.polarity_scores(text)["compound"]),
    )


def accuracy(name: str, records: Sequence[Record], label: str, asked: Sequence[Polarity]) -> list[Row]:
    """Share of right signs, and how many texts each engine left unjudged."""
    signs = np.array([1 if r[label] else -1 for r in records])
    polarities = [np.array([polarity(r["text"]) for r in records]) for polarity in asked]
    right = tuple(f"{((np.sign(p) * signs + 1) / 2).mean():.3f}" for p in polarities)
    silent = tuple(f"{(p == 0).mean():.3f}" for p in polarities)
    return [Row(f"{name}: accuracy", len(records), right), Row(f"{name}: unjudged", len(records), silent)]


def documents(reviews: Sequence[Record], asked: Sequence[Polarity]) -> list[Row]:
    """Whole reviews against the rating (1 to 10) of their authors."""
    scores = np.array([r["score"] for r in reviews])
    found = [np.array([polarity(_SCORE.sub(" ", r["text"])) for r in reviews]) for polarity in asked]
    low, high = scores <= 4, scores >= 7
    return [
        Row("anime reviews: Spearman with the rating", len(reviews), tuple(f"{spearmanr(p, scores)[0]:.3f}" for p in found)),
        Row("anime reviews: negatives (4 or less) found", int(low.sum()), tuple(f"{(p[low] < 0).mean():.3f}" for p in found)),
        Row("anime reviews: positives (7 or more) kept", int(high.sum()), tuple(f"{(p[high] > 0).mean():.3f}" for p in found)),
    ]


def calibration(name: str, records: Sequence[Record], label: str, table: Path) -> Row:
    """Expected calibration error: mean gap of confidence and share right, over BINS bins of confidence 0.5 to 1."""
    model = critic.load(table)
    judged = [(model.judge(r["text"]), bool(r[label])) for r in records]
    pairs = [(j.confidence, (j.polarity > 0) == sign) for j, sign in judged if j.polarity is not None]
    confidence, right = (np.array(column, float) for column in zip(*pairs, strict=True))
    bins = np.minimum(((confidence - 0.5) * 2 * BINS).astype(int), BINS - 1)
    gaps = [abs(confidence[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins)]
    return Row(f"{name}: calibration error", len(pairs), (f"{sum(gaps):.3f}", "–", "–"))


def speed(texts: Sequence[str], table: Path) -> Row:
    """Sentences a second of processor time, so that neighbours on the machine count less."""
    rates = []
    for polarity in engines(table):
        polarity("It begins.")
        start = time.process_time()
        for text in texts:
            polarity(text)
        rates.append(len(texts) / (time.process_time() - start))
    return Row("sentences a processor second", len(texts), tuple(f"{rate:,.0f}" for rate in rates))


def rows(corpora: Corpora, anime: Path | None, table: Path) -> list[Row]:
    asked = engines(table)
    treebank, critics = corpora.read("sst2_test"), corpora.critics_test
    found = [
        *accuracy("SST-2 test", treebank, "positive", asked),
        *accuracy("rt-polarity, no overlap with training", corpora.polarity_test, "positive", asked),
        *accuracy("critics, films held out", critics, "fresh", asked),
    ]
    if anime:
        with gzip.open(anime, "rt", encoding="utf-8") as lines:
            found += documents([json.loads(line) for line in lines], asked)
    plot = corpora.plot[1]
    found.append(
        Row("plot sentences held out: unjudged", len(plot), tuple(f"{np.mean([p(t) == 0 for t in plot]):.3f}" for p in asked))
    )
    found += [calibration("SST-2 test", treebank, "positive", table), calibration("critics", critics, "fresh", table)]
    found.append(speed([r["text"] for r in corpora.critics_train[:TIMED]], table))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the engine critic beside TextBlob and VADER.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the .jsonl.gz data sets")
    parser.add_argument("--anime", type=Path, help="rated anime reviews, .jsonl.gz")
    parser.add_argument("--table", type=Path, default=critic.TABLE, help="another table than the one shipped")
    parser.add_argument("--without-treebank", action="store_true", help="the table was trained so: measure on all of rt-polarity")
    options = parser.parse_args()
    print("| measured | n | critic | TextBlob | VADER |\n| --- | ---: | ---: | ---: | ---: |")
    for row in rows(Corpora(options.data, not options.without_treebank), options.anime, options.table):
        print(f"| {row.name} | {row.n:,} | {' | '.join(row.values)} |")


if __name__ == "__main__":
    main()
