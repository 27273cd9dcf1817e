"""Rated texts → the adapter that an encoder is read with. Run by hand; needs torch, which reading does not.

    python -m pipeline.sentiment.adapting --data DIR --encoder minilm --adapter minilm.npz

DIR as in `training`, which holds the splits. Learned from: critics' snippets (fresh or rotten, softened by the score as written),
treebank sentences, user reviews in pieces of three sentences (by their rating), plot descriptions and press facts (what is no opinion),
and this project's own sentences of both sorts.
"""

import argparse
import json
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from torch import Tensor, nn
from torch.nn import functional

from pipeline.sentences import split
from pipeline.sentiment.corpora import Corpora, normalised, thirds, tuning
from pipeline.sentiment.critic import TABLE, CriticEngine, hashes, load
from pipeline.sentiment.deep import DeepEngine
from pipeline.sentiment.encoder import ENCODERS, MINILM, MPNET, Encoder
from pipeline.sentiment.judgement import Unit, to_logit
from pipeline.sentiment.lora import Adapted, key
from pipeline.sentiment.made import facts, verdicts
from pipeline.sentiment.pair import PairEngine

Array = np.ndarray[Any, Any]

SEED = 7
TOKENS = 1400
"""Of a batch, padding included."""
DOCUMENTS = 300
"""Whole reviews that calibration reads."""
GATE_FROM, GATE_SLOPE = -2.0, 1.0
"""Log odds of an opinion below which it has to be strong, and how strong for each further one; set on tests/gold/dev."""


@dataclass(frozen=True, slots=True)
class Course:
    """How an encoder's adapter learns."""

    adapted: tuple[str, ...]
    """The linear layers that it changes."""
    first: int
    """The layer of the encoder from which on it does: below it nothing has to be carried back."""
    rate: float
    """Of AdamW at its highest."""
    warming: float
    """Share of the steps until then."""
    averaged: float
    """Decay of the running average of the adapter, which is what is kept."""
    longest: int
    """Tokens of a text that are learned from."""
    pieces: int
    """Of user reviews."""
    again: float
    """Share of the examples that is learned from a second time."""


_ALL = (
    *("attention.self.query", "attention.self.key", "attention.self.value"),
    *("attention.output.dense", "intermediate.dense", "output.dense"),
)
_SOME = ("attention.self.query", "attention.self.value", "attention.output.dense", "output.dense")
COURSES: Mapping[str, Course] = {
    MINILM.name: Course(_ALL, 0, 1e-3, 0.08, 0.998, 96, 4_000, 1.0),
    MPNET.name: Course(_SOME, 4, 6e-4, 0.06, 0.995, 80, 2_500, 0.4),
}


@dataclass(frozen=True, slots=True)
class Example:
    """A text; `favourable` and `opinion` are the probabilities to learn, None where nothing is known."""

    text: str
    favourable: float | None
    opinion: float | None
    weight: float = 1.0


def examples(corpora: Corpora, pieces: int) -> list[Example]:
    """All that is learned from, none of which is measured on."""
    found = [
        Example(r["text"], 0.7 * r["fresh"] + 0.3 * (r["fresh"] if (n := normalised(r["rating_as_written"])) is None else n), 1.0)
        for r in corpora.critics_train
    ]
    found += [Example(r["text"], float(r["positive"]), None) for r in corpora.treebank_train]
    found += [Example(text, float(sign), None, 0.3) for text, sign in verdicts()]
    found += [Example(r.text, None if r.sign == "0" else float(r.sign == "+"), float(r.sign != "0")) for r in corpora.remarks]
    found += [Example(text, None, 0.0) for text in (*corpora.plot[0], *facts())]
    reviews = [
        Example(piece, 0.5 + (r["score"] - 5.5) / 10, None, 0.5)
        for r in corpora.read("imdb_train")
        for piece in thirds(r["text"].replace("<br />", " "))
    ]
    return found + random.Random(SEED).sample(reviews, min(pieces, len(reviews)))


@dataclass(frozen=True, slots=True)
class Batch:
    ids: Tensor
    mask: Tensor
    targets: Tensor
    """(n, 2): favourable, opinion; nan where unknown."""
    weights: Tensor


def batches(given: Sequence[Example], chance: random.Random, reader: Any) -> list[Batch]:
    """Texts of similar length together, in random order. `reader`: a tokenizer without padding."""
    coded = [encoded.ids for encoded in reader.encode_batch([e.text for e in given])]
    order = sorted(range(len(given)), key=lambda n: len(coded[n]) + chance.random() * 4)
    found: list[Batch] = []
    start = 0
    while start < len(order):
        end = start + 1
        while end < len(order) and len(coded[order[end]]) * (end - start + 1) <= TOKENS:
            end += 1
        found.append(batch([given[n] for n in order[start:end]], [coded[n] for n in order[start:end]]))
        start = end
    chance.shuffle(found)
    return found


def batch(given: Sequence[Example], coded: Sequence[Sequence[int]]) -> Batch:
    longest = max(map(len, coded))
    ids = torch.tensor([[*c, *[0] * (longest - len(c))] for c in coded])
    mask = torch.tensor([[True] * len(c) + [False] * (longest - len(c)) for c in coded])
    targets = torch.tensor([[np.nan if t is None else t for t in (e.favourable, e.opinion)] for e in given])
    return Batch(ids, mask, targets, torch.tensor([e.weight for e in given]))


def learn(encoder: Encoder, corpora: Corpora, tell: int = 100) -> dict[str, Tensor]:
    """The running average of the encoder's adapter after its course, by the names that `Adapted` has."""
    course = COURSES[encoder.name]
    chance = random.Random(SEED)
    torch.manual_seed(SEED)
    model, reader = Adapted(encoder, course.adapted, course.first), encoder.tokenizer(course.longest)
    given = examples(corpora, course.pieces)
    rounds = [batches(some, chance, reader) for some in (given, chance.sample(given, int(course.again * len(given))))]
    total = sum(map(len, rounds))
    optimiser = torch.optim.AdamW(model.parameters(), lr=course.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, course.rate, total_steps=total, pct_start=course.warming, anneal_strategy="cos"
    )
    kept = {name: value.detach().clone() for name, value in model.named_parameters()}
    began, loss_told = time.monotonic(), 0.0
    model.train()
    for step, one in enumerate(b for each in rounds for b in each):
        known = ~torch.isnan(one.targets)
        loss = functional.binary_cross_entropy_with_logits(
            model(one.ids, one.mask), one.targets.nan_to_num(0.0), reduction="none"
        )
        scale = torch.tensor([1.0, 0.3]) * one.weights[:, None] * known
        total_loss = (loss * scale).sum() / scale.sum()
        optimiser.zero_grad()
        total_loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        decay = min(course.averaged, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in model.named_parameters():
                kept[name].mul_(decay).add_(value, alpha=1 - decay)
        loss_told += float(total_loss.detach())
        if step % tell == tell - 1:
            print(f"{step + 1}/{total} loss {loss_told / tell:.4f} {time.monotonic() - began:.0f} s", flush=True)
            loss_told = 0.0
    return kept


def arrays(kept: Mapping[str, Tensor], encoder: Encoder) -> dict[str, Array]:
    """The adapter as `deep` reads it, half precision, without its constants."""
    course = COURSES[encoder.name]
    found = {"head.weight": kept["head.weight"], "head.bias": kept["head.bias"]}
    for layer in range(course.first, encoder.shape.layers):
        for name in course.adapted:
            for part in ("down", "up"):
                found[f"encoder.layer.{layer}.{name}.{part}"] = kept[f"{part}.{key(layer, name)}"]
    return {name: value.numpy().astype(np.float16) for name, value in found.items()}


def write(path: Path, adapter: Mapping[str, Array], meta: Mapping[str, object]) -> None:
    """The one file that the engine reads."""
    np.savez_compressed(path, **adapter, meta=np.frombuffer(json.dumps(meta).encode(), np.uint8))  # type: ignore[arg-type]


def calibrated(
    path: Path, adapter: Mapping[str, Array], encoder: Encoder, corpora: Corpora, day: date, table: Path = TABLE
) -> dict[str, object]:
    """Write the adapter with the constants that fit the tuning texts; see `deep` and `pair` for what each is. Gives the constants.

    `table`: of the critic that it is to judge beside.
    """
    own = encoder.name
    plain = {"sharpness": 1.0, "sharpness_of_means": 1.0, "gate_slope": 0.0, "gate_from": GATE_FROM, "beside_critic": {}}
    meta: dict[str, object] = {**plain, "version": f"1.{day:%Y%m%d}", "trained": day.isoformat()}
    write(path, adapter, meta)
    deep, wide = DeepEngine(encoder, path), load(table)
    given = tuning(corpora)
    texts = [text for text, _ in given.sentences]
    y = np.array([sign for _, sign in given.sentences])
    read = deep.logits(texts)
    sharpness, centre = _line(read[:, :1], y)
    both = np.column_stack([[wide.read(hashes(t)).logit for t in texts], (read[:, 0] - centre) * sharpness])
    pair = _fit(both, y)
    meta |= {"sharpness": sharpness, "centre": centre, "gate_slope": GATE_SLOPE}
    meta["beside_critic"] = {"critic": pair[0], own: pair[1], "whole critic": 1.0, f"whole {own}": 1.0}
    write(path, adapter, meta)
    deep = DeepEngine(encoder, path)
    both_engines = PairEngine(CriticEngine(table=table), deep, deep.beside_critic)
    means, wholes, signs = [], [], []
    for text, sign in given.documents[:DOCUMENTS]:
        units = [Unit(sentence) for sentence in split(text, "en")]
        alone = deep.whole(units, deep.judge(units))
        judged = both_engines.judge(units)
        together = deep.whole(units, judged)
        means.append(to_logit(alone.polarity or 0.0))
        wholes.append((wide.judge_all(u.text for u in units).polarity or 0.0, together.polarity or 0.0))
        signs.append(sign)
    meta["sharpness_of_means"] = _fit(np.array(means)[:, None], np.array(signs))[0]
    of_wholes = _fit(np.array([[to_logit(w), to_logit(d)] for w, d in wholes]), np.array(signs))
    scale = float(meta["sharpness_of_means"])  # type: ignore[arg-type]
    meta["beside_critic"] = {
        "critic": pair[0],
        own: pair[1],
        "whole critic": of_wholes[0],
        f"whole {own}": of_wholes[1] / scale,
    }
    write(path, adapter, meta)
    return meta


def _line(x: Array, y: Array) -> tuple[float, float]:
    """How sharp log odds are, and from where on they are favourable: half of the tuning texts are."""
    fitted = LogisticRegression(C=1e3).fit(x, y)
    slope = float(fitted.coef_[0][0])
    return round(slope, 4), round(-float(fitted.intercept_[0]) / slope, 4)


def _fit(x: Array, y: Array) -> list[float]:
    """Weights of a logistic regression without intercept, none below 0."""
    weights = LogisticRegression(C=1e3, fit_intercept=False).fit(x, y).coef_[0]
    return [round(max(0.0, float(w)), 4) for w in weights]


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the adapter of an encoder.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the .jsonl.gz data sets")
    parser.add_argument("--encoder", choices=list(COURSES), default=MINILM.name)
    parser.add_argument("--adapter", type=Path, required=True, help="file to write")
    parser.add_argument(
        "--without-treebank", action="store_true", help="for benchmarks.polarity, which measures on what it is made of"
    )
    parser.add_argument("--table", type=Path, default=TABLE, help="of the critic that it is to judge beside")
    options = parser.parse_args()
    corpora = Corpora(options.data, treebank=not options.without_treebank)
    encoder = ENCODERS[options.encoder]
    kept = learn(encoder, corpora)
    print(calibrated(options.adapter, arrays(kept, encoder), encoder, corpora, date.today(), options.table))


if __name__ == "__main__":
    main()
