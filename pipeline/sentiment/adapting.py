"""Rated texts → the adapter that `minilm` reads. Run by hand; needs torch, which reading does not.

    python -m pipeline.sentiment.adapting --data DIR --lessons lessons.jsonl.gz --adapter minilm.npz

DIR as in `training`, which holds the splits. Learned from: critics' snippets (fresh or rotten, softened by the score as written),
treebank sentences, user reviews in pieces of three sentences (by their rating), plot descriptions and press facts (what is no opinion);
with lessons (`teaching` writes them) also from what a larger encoder says of those texts and of sentences that nobody rated.
"""

import argparse
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from torch import Tensor, nn
from torch.nn import functional

from pipeline.sentences import split
from pipeline.sentiment import lessons
from pipeline.sentiment.corpora import Corpora, tuning
from pipeline.sentiment.critic import TABLE, CriticEngine, hashes, load
from pipeline.sentiment.judgement import Unit, to_logit
from pipeline.sentiment.learning import HALF, LONGEST, Course, Thin, learn
from pipeline.sentiment.minilm import ADAPTED, HEADS, LAYERS, WIDTH, MiniLMEngine, base_weights, tokenizer
from pipeline.sentiment.pair import PairEngine

Array = np.ndarray[Any, Any]

RANK = 8
COURSE = Course(rate=1e-3, warming=0.08, averaged=0.998, tokens=1400)
PIECES = 4_000
DOCUMENTS = 300
"""Whole reviews that calibration reads."""
GATE_FROM, GATE_SLOPE = -2.0, 1.0
"""Log odds of an opinion below which it has to be strong, and how strong for each further one; set on tests/gold/dev."""


class Adapted(nn.Module):  # type: ignore[misc]
    """The encoder with frozen weights, and the adapter that learns."""

    def __init__(self) -> None:
        super().__init__()
        self.frozen = {name: torch.tensor(value) for name, value in base_weights().items()}
        self.half = {name: value.to(HALF) for name, value in self.frozen.items()}
        self.thin = nn.ModuleDict()
        for layer in range(LAYERS):
            for name in ADAPTED:
                outer, inner = self.frozen[f"encoder.layer.{layer}.{name}.weight"].shape
                self.thin[key(layer, name)] = Thin(inner, outer, RANK)
        self.head = nn.Linear(WIDTH, 2)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        f = self.frozen
        places = f["embeddings.position_embeddings.weight"][: ids.shape[1]]
        kinds = f["embeddings.token_type_embeddings.weight"][0]
        x = self._norm(f["embeddings.word_embeddings.weight"][ids] + places + kinds, "embeddings.LayerNorm")
        bias = torch.where(mask, 0.0, -1e4)[:, None, None, :]
        for layer in range(LAYERS):
            x = self._norm(x + self._attention(x, bias, layer), f"encoder.layer.{layer}.attention.output.LayerNorm")
            inner = functional.gelu(self._linear(x, layer, "intermediate.dense"), approximate="tanh")
            x = self._norm(x + self._linear(inner, layer, "output.dense"), f"encoder.layer.{layer}.output.LayerNorm")
        weight = mask[:, :, None].float()
        return self.head((x * weight).sum(1) / weight.sum(1))

    def _attention(self, x: Tensor, bias: Tensor, layer: int) -> Tensor:
        n, length, _ = x.shape
        q, k, v = (
            self._linear(x, layer, f"attention.self.{name}").view(n, length, HEADS, -1).transpose(1, 2)
            for name in ("query", "key", "value")
        )
        scores = (q @ k.transpose(-1, -2)).float() * (WIDTH / HEADS) ** -0.5 + bias
        y = torch.softmax(scores, -1).to(HALF) @ v
        return self._linear(y.transpose(1, 2).reshape(n, length, WIDTH), layer, "attention.output.dense")

    def _linear(self, x: Tensor, layer: int, name: str) -> Tensor:
        stem = f"encoder.layer.{layer}.{name}"
        x = x.to(HALF)
        return functional.linear(x, self.half[f"{stem}.weight"], self.half[f"{stem}.bias"]) + self.thin[key(layer, name)](x)

    def _norm(self, x: Tensor, name: str) -> Tensor:
        return functional.layer_norm(x.float(), (WIDTH,), self.frozen[f"{name}.weight"], self.frozen[f"{name}.bias"], 1e-12)


def key(layer: int, name: str) -> str:
    return f"{layer}-{name.replace('.', '-')}"


def arrays(kept: Mapping[str, Tensor]) -> dict[str, Array]:
    """The adapter as `minilm` reads it, half precision, without its constants."""
    found = {"head.weight": kept["head.weight"], "head.bias": kept["head.bias"]}
    for layer in range(LAYERS):
        for name in ADAPTED:
            for part in ("down", "up"):
                found[f"encoder.layer.{layer}.{name}.{part}"] = kept[f"thin.{key(layer, name)}.{part}"]
    return {name: value.numpy().astype(np.float16) for name, value in found.items()}


def write(path: Path, adapter: Mapping[str, Array], meta: Mapping[str, object]) -> None:
    """The one file that the engine reads."""
    np.savez_compressed(path, **adapter, meta=np.frombuffer(json.dumps(meta).encode(), np.uint8))  # type: ignore[arg-type]


def calibrated(path: Path, adapter: Mapping[str, Array], corpora: Corpora, day: date, table: Path = TABLE) -> dict[str, object]:
    """Write the adapter with the constants that fit the tuning texts; see `minilm` and `pair` for what each is. Gives the constants.

    `table`: of the critic that it is to judge beside.
    """
    plain = {"sharpness": 1.0, "sharpness_of_means": 1.0, "gate_slope": 0.0, "gate_from": GATE_FROM, "beside_critic": {}}
    meta: dict[str, object] = {**plain, "version": f"1.{day:%Y%m%d}", "trained": day.isoformat()}
    write(path, adapter, meta)
    deep, wide = MiniLMEngine(path), load(table)
    given = tuning(corpora)
    texts = [text for text, _ in given.sentences]
    y = np.array([sign for _, sign in given.sentences])
    read = deep.logits(texts)
    sharpness = _fit(read[:, :1], y)[0]
    both = np.column_stack([[wide.read(hashes(t)).logit for t in texts], read[:, 0] * sharpness])
    pair = _fit(both, y)
    meta |= {"sharpness": sharpness, "gate_slope": GATE_SLOPE}
    meta["beside_critic"] = {"critic": pair[0], "minilm": pair[1], "whole critic": 1.0, "whole minilm": 1.0}
    write(path, adapter, meta)
    deep = MiniLMEngine(path)
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
        "minilm": pair[1],
        "whole critic": of_wholes[0],
        "whole minilm": of_wholes[1] / scale,
    }
    write(path, adapter, meta)
    return meta


def _fit(x: Array, y: Array) -> list[float]:
    """Weights of a logistic regression without intercept, none below 0."""
    weights = LogisticRegression(C=1e3, fit_intercept=False).fit(x, y).coef_[0]
    return [round(max(0.0, float(w)), 4) for w in weights]


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the adapter of the engine minilm.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the .jsonl.gz data sets")
    parser.add_argument("--adapter", type=Path, required=True, help="file to write")
    parser.add_argument(
        "--lessons", type=Path, help="what a larger encoder says (see teaching); without it, from the rated texts alone"
    )
    parser.add_argument(
        "--without-treebank", action="store_true", help="for benchmarks.polarity, which measures on what it is made of"
    )
    parser.add_argument("--table", type=Path, default=TABLE, help="of the critic that it is to judge beside")
    options = parser.parse_args()
    corpora = Corpora(options.data, treebank=not options.without_treebank)
    said = lessons.read(options.lessons) if options.lessons else {}
    kept = learn(Adapted(), lessons.passes(corpora, PIECES, said), COURSE, tokenizer(LONGEST))
    print(calibrated(options.adapter, arrays(kept), corpora, date.today(), options.table))


if __name__ == "__main__":
    main()
