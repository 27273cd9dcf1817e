"""Rated reviews → the table that `critic` reads. `nectar train` is its door; needs the extra `train`, which reading does not.

DIR of `nectar train --data DIR` holds imdb_train, imdb_test_5k, rt_critics, rt_polarity, sst2_train/dev/test and subjectivity, each as .jsonl.gz. Sources: whole
user reviews (what a verdict is made of), the same in pieces of three sentences, critics' snippets, treebank sentences, single words
of two open lexicons for what no review says, and sentences of this project in the manner of today's reviewers (`remarks.tsv`). Critics
are split by film; whatever shares six words in a row with a text that is measured on leaves the training. Weights are balanced, so that
each source counts favourable and unfavourable alike.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from pipeline.errors import UserError
from pipeline.sentiment.corpora import Corpora, Source, Tuning, open_sources, open_tuning, sources, tuning
from pipeline.sentiment.critic import GATE_FROM, SENTENCE, Constants, Model, hashes, load
from pipeline.sentiment.made import facts, remarks

OPINION_BUCKETS = 1 << 20
GATE_BUCKETS = 1 << 17
SEED = 7
SEEN = 2
"""Texts that a bucket needs, else it stays 0: a name seen once is no evidence, and an empty bucket lets the engine abstain."""
GATED = 0.02
"""Share of the opinions held for tuning on which the gate may abstain."""

WORDS_FROM, CALIBRATION_FROM = 300, 30
"""Rated reviews of a crawl from which words are learned, and from which the neutral point is."""
HALFWAY = 100
"""Rated reviews that count as much as what the base table was calibrated on."""
FAVOURABLE = 60.0
"""Score, 0..100, from which a review is favourable."""
KNOWN = 3.0
"""Scale of what the base table says beside the n-grams: it is trusted more than any of them."""

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Trained:
    """What a table file holds, and how many texts each source gave."""

    constants: Constants
    opinion: Array
    gate: Array
    texts: dict[str, int]


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


def trained(corpora: Corpora, open_only: bool = False) -> Trained:
    """Both tables and their constants, from everything or from what is under CC BY 4.0 alone."""
    given = open_sources(corpora) if open_only else sources(corpora)
    own = remarks() if open_only else corpora.remarks
    opinions = corpora.open_opinions if open_only else corpora.opinions
    opinion, opinion_unit, opinion_bias = _table(given, OPINION_BUCKETS, 2.0)
    plot = [*corpora.plot[0], *facts()]
    gates = [
        Source("gate", [*opinions, *plot], [True] * len(opinions) + [False] * len(plot)),
        Source("remarks", [r.text for r in own], [r.sign != "0" for r in own]),
    ]
    gate, gate_unit, gate_bias = _table(gates, GATE_BUCKETS, 8.0)
    open_gate = Constants(opinion_unit, opinion_bias, gate_unit, gate_bias, 1.0, 0.0, 0.0)
    constants = calibrated(open_tuning(corpora) if open_only else tuning(corpora), open_gate, opinion, gate)
    counts = {source.name: len(source.texts) for source in given}
    return Trained(constants, opinion, gate, {**counts, "opinions (gate)": len(opinions), "plot and fact (gate)": len(plot)})


def _table(given: Sequence[Source], buckets: int, strength: float) -> tuple[Array, float, float]:
    weights, bias = fitted(given, buckets, strength)
    table, unit = quantised(weights)
    return table, unit, bias


def calibrated(given: Tuning, raw: Constants, opinion: Array, gate: Array) -> Constants:
    """Constants with the sharpness that fits the tuning texts, and the steepest gate that leaves their opinions alone."""
    model = Model(raw, opinion.tobytes(), gate.tobytes())
    read = [(hashes(text), sign) for text, sign in (*given.sentences, *given.documents)]
    rows = [(model.read(numbers).logit, np.log(len(numbers) or 1), sign) for numbers, sign in read]
    z, length, y = (np.array(column) for column in zip(*rows, strict=True))
    fit = LogisticRegression(C=1e6, fit_intercept=False).fit(np.column_stack([z, z * length]), y)
    sharp, by_length = (float(c) for c in fit.coef_[0])
    scaled = replace(raw, sharpness=sharp, sharpness_by_length=by_length)
    model = Model(scaled, opinion.tobytes(), gate.tobytes())
    readings = [model.read(hashes(text)) for text, _ in given.sentences if len(hashes(text)) <= SENTENCE]
    slopes = sorted(abs(r.logit) / (GATE_FROM - r.gate) if r.gate < GATE_FROM else np.inf for r in readings)
    return replace(scaled, gate_slope=float(slopes[int(len(slopes) * GATED)]))


def adapted(base: Path, rated: Sequence[tuple[str, float]]) -> Trained:
    """A table fitted to the rated reviews (text, score 0..100) of somebody's own crawl, by what `base` knows already.

    Below WORDS_FROM reviews only the neutral point and the sharpness are fitted: fewer teach more errors than words. Raises UserError
    for fewer than CALIBRATION_FROM, or where all are favourable or none is.
    """
    favourable = np.array([score >= FAVOURABLE for _, score in rated])
    if len(rated) < CALIBRATION_FROM or favourable.all() or not favourable.any():
        raise UserError(
            f"{len(rated)} rated reviews, {favourable.sum()} of them favourable, are too few to learn from.",
            f"At least {CALIBRATION_FROM} are needed, of both sorts; the table that is there stays in use.",
        )
    model = load(base)
    x = matrix([text for text, _ in rated], len(model.opinion))
    weights = np.array(model.opinion, np.float64) * model.constants.opinion_unit
    weight = _balanced(Source("", [text for text, _ in rated], list(favourable)))
    if len(rated) >= WORDS_FROM:
        known = sp.csr_matrix((x @ weights)[:, None] * KNOWN)
        met = np.unique(x.indices)  # of a million buckets; what no review has would weigh nothing, and take most of the time
        fit = LogisticRegression(C=1.0, max_iter=300, random_state=SEED).fit(
            sp.hstack([x[:, met], known]).tocsr(), favourable, sample_weight=weight
        )
        weights = max(fit.coef_[0][-1] * KNOWN, 1.0) * weights  # what was known is never unlearned
        weights[met] += fit.coef_[0][:-1]
    opinion, unit = quantised(weights)
    old = model.constants
    length = np.log(np.maximum(np.diff(x.indptr), 1))
    logits = (x @ (opinion * unit) + old.opinion_bias) * (old.sharpness + old.sharpness_by_length * length)
    fit = LogisticRegression(C=1.0).fit(logits[:, None], favourable, sample_weight=weight)
    trusted = len(rated) / (len(rated) + HALFWAY)
    sharper = 1 + trusted * (min(max(float(fit.coef_[0][0]), 0.5), 2.0) - 1)
    shift = trusted * float(fit.intercept_[0]) / sharper / (old.sharpness + old.sharpness_by_length * float(length.mean()))
    constants = replace(
        old,
        opinion_unit=unit,
        opinion_bias=old.opinion_bias + shift,
        sharpness=old.sharpness * sharper,
        sharpness_by_length=old.sharpness_by_length * sharper,
    )
    return Trained(constants, opinion, np.array(model.gate, np.int8), {"own rated reviews": len(rated)})


def write(path: Path, made: Trained, day: date) -> None:
    """The one file that the engine reads."""
    header = {
        "opinion_buckets": len(made.opinion),
        "constants": {name: float(f"{value:.8g}") for name, value in asdict(made.constants).items()},
        "trained": day.isoformat(),
        "texts": made.texts,
    }
    path.write_bytes(json.dumps(header).encode() + b"\n" + zlib.compress(made.opinion.tobytes() + made.gate.tobytes(), 9))
