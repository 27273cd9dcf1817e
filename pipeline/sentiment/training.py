"""Rated reviews → the table that `critic` reads. Run by hand; needs scikit-learn, scipy and vaderSentiment, which reading does not.

    python -m pipeline.sentiment.training --data DIR --table critic.table

DIR holds imdb_train, imdb_test_5k, rt_critics, rt_polarity, sst2_train/dev/test and subjectivity, each as .jsonl.gz. Sources: whole
user reviews (what a verdict is made of), the same in pieces of three sentences, critics' snippets, treebank sentences, and single words
of two open lexicons for what no review says. Critics are split by film; whatever shares six words in a row with a text that is measured
on leaves the training. Weights are balanced, so that each source counts favourable and unfavourable alike.
"""

import argparse
import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from pipeline.sentiment.corpora import Corpora, Source, facts, sources
from pipeline.sentiment.critic import GATE_FROM, SENTENCE, Constants, Model, hashes

OPINION_BUCKETS = 1 << 20
GATE_BUCKETS = 1 << 17
SEED = 7
SEEN = 2
"""Texts that a bucket needs, else it stays 0: a name seen once is no evidence, and an empty bucket lets the engine abstain."""
GATED = 0.02
"""Share of the opinions held for tuning on which the gate may abstain."""

Array = np.ndarray[Any, Any]


def matrix(texts: Sequence[str], buckets: int) -> sp.csr_matrix:
    """A row a text, 1/√n in each of its n buckets: a text counts by what it says, not by its length."""
    rows = [np.fromiter(sorted({n & (buckets - 1) for n in hashes(text)}), np.int32) for text in texts]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    values = np.concatenate([np.full(len(row), max(len(row), 1) ** -0.5, np.float32) for row in rows])
    return sp.csr_matrix((values, np.concatenate(rows), ends), shape=(len(texts), buckets))


def fitted(given: Sequence[Source], buckets: int, strength: float) -> tuple[Array, float]:
    """Weights a bucket and the bias of a logistic regression. Rare n-grams learn faster, as with TF-IDF, folded into the weights."""
    used = [source for source in given if source.texts]
    x = sp.vstack([matrix(source.texts, buckets) for source in used]).tocsr()
    y = np.concatenate([np.array(source.positive) for source in used])
    balanced = np.concatenate([_balanced(source) for source in used])
    seen = np.bincount(x.indices, minlength=buckets)
    rarity = (np.log(x.shape[0] / (seen + 1.0)) + 1) / 5
    model = LogisticRegression(C=strength, max_iter=150, tol=1e-5, random_state=SEED)
    model.fit((x @ sp.diags(rarity.astype(np.float32))).tocsr(), y, sample_weight=balanced)
    return model.coef_[0] * rarity * (seen >= SEEN), float(model.intercept_[0])


def _balanced(source: Source) -> Array:
    positive = np.array(source.positive)
    share = positive.mean()
    weights: Array = source.weight * np.where(positive, 0.5 / share, 0.5 / (1 - share))
    return weights


def quantised(weights: Array) -> tuple[Array, float]:
    """int8 weights and their unit; the rarest extremes are cut, so that the middle keeps its steps."""
    unit = float(np.quantile(np.abs(weights[weights != 0]), 0.9995)) / 127
    return np.clip(np.round(weights / unit), -127, 127).astype(np.int8), unit


def trained(corpora: Corpora) -> tuple[Constants, Array, Array, dict[str, int]]:
    """Both tables, their constants, and how many texts each source gave."""
    given = sources(corpora)
    opinion, opinion_unit, opinion_bias = _table(given, OPINION_BUCKETS, 2.0)
    plot = [*corpora.plot[0], *facts()]
    gate_source = Source("gate", [*corpora.opinions, *plot], [True] * len(corpora.opinions) + [False] * len(plot))
    gate, gate_unit, gate_bias = _table([gate_source], GATE_BUCKETS, 4.0)
    open_gate = Constants(opinion_unit, opinion_bias, gate_unit, gate_bias, 1.0, 0.0, 0.0)
    constants = calibrated(corpora, open_gate, opinion, gate)
    counts = {source.name: len(source.texts) for source in given}
    return constants, opinion, gate, {**counts, "opinions (gate)": len(corpora.opinions), "plot and fact (gate)": len(plot)}


def _table(given: Sequence[Source], buckets: int, strength: float) -> tuple[Array, float, float]:
    weights, bias = fitted(given, buckets, strength)
    table, unit = quantised(weights)
    return table, unit, bias


def calibrated(corpora: Corpora, raw: Constants, opinion: Array, gate: Array) -> Constants:
    """Constants with the sharpness that fits the tuning texts, and the steepest gate that leaves their opinions alone."""
    sentences = [(r["text"], r["fresh"] == 1) for r in corpora.critics_tuning]
    sentences += [(r["text"], r["positive"] == 1) for r in corpora.read("sst2_dev")]
    documents = [(r["text"].replace("<br />", " "), r["score"] > 5) for r in corpora.read("imdb_test_5k")]
    model = Model(raw, opinion.tobytes(), gate.tobytes())
    rows = [(model.read(hashes(text)).logit, np.log(len(hashes(text)) or 1), sign) for text, sign in (*sentences, *documents)]
    z, length, y = (np.array(column) for column in zip(*rows, strict=True))
    fit = LogisticRegression(C=1e6, fit_intercept=False).fit(np.column_stack([z, z * length]), y)
    sharp, by_length = (float(c) for c in fit.coef_[0])
    scaled = Constants(raw.opinion_unit, raw.opinion_bias, raw.gate_unit, raw.gate_bias, sharp, by_length, 0.0)
    model = Model(scaled, opinion.tobytes(), gate.tobytes())
    readings = [model.read(hashes(text)) for text, _ in sentences if len(hashes(text)) <= SENTENCE]
    slopes = sorted(abs(r.logit) / (GATE_FROM - r.gate) if r.gate < GATE_FROM else np.inf for r in readings)
    return Constants(**{**asdict(scaled), "gate_slope": float(slopes[int(len(slopes) * GATED)])})


def write(path: Path, constants: Constants, opinion: Array, gate: Array, counts: dict[str, int]) -> None:
    """The one file that the engine reads."""
    header = {
        "opinion_buckets": len(opinion),
        "constants": {name: float(f"{value:.8g}") for name, value in asdict(constants).items()},
        "trained": date.today().isoformat(),
        "texts": counts,
    }
    path.write_bytes(json.dumps(header).encode() + b"\n" + zlib.compress(opinion.tobytes() + gate.tobytes(), 9))


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the table of the engine critic.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the .jsonl.gz data sets")
    parser.add_argument("--table", type=Path, required=True, help="file to write")
    parser.add_argument(
        "--without-treebank", action="store_true", help="train on no SST sentence, to measure on all of rt-polarity"
    )
    options = parser.parse_args()
    constants, opinion, gate, counts = trained(Corpora(options.data, not options.without_treebank))
    write(options.table, constants, opinion, gate, counts)


if __name__ == "__main__":
    main()
