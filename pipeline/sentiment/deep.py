"""The engines of the extras `deep` and `deeper`: a sentence encoder with an adapter that learned from critics.

The adapter beside this module, a file for each encoder, adds to some of its linear layers the product of two thin matrices (LoRA, Hu et
al. 2021), and reads two numbers off the mean of the tokens: log odds that the text is favourable, and that it is an opinion.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.sentiment.encoder import Array, Encoder, forward
from pipeline.sentiment.judgement import ABSTAINED, Judgement, Unit, of_logit, to_logit

SCALE = 2.0
"""Of the adapter beside the frozen weights."""
LONGEST = 128
"""Tokens read of one unit; a sentence has 25."""
_TOGETHER = 32
"""Units of similar length that pass through the layers together."""


def adapter_of(encoder: Encoder) -> Path:
    """float16: LAYER.down (inner, rank) and LAYER.up (rank, outer) for each adapted layer, head.weight, head.bias; `meta`: JSON in bytes."""
    return Path(__file__).with_name(f"{encoder.name}.npz")


class DeepEngine:
    """Raises UserError where the extra is missing or is not the encoder that the adapter was made for."""

    languages = frozenset({"en"})
    network = False

    def __init__(self, encoder: Encoder, adapter: Path | None = None) -> None:
        self.name = encoder.name
        self._shape = encoder.shape
        self._meta, self._weights = adapted_weights(encoder, adapter or adapter_of(encoder))
        self._tokenizer = encoder.tokenizer(LONGEST)
        self.version = str(self._meta["version"])
        self.beside_critic: Mapping[str, float] = self._meta["beside_critic"]
        """What log odds of both engines count where they judge together."""

    def judge(self, units: Sequence[Unit]) -> list[Judgement]:
        """One judgement a unit, in order; what is hardly an opinion is an abstention. Evidence: none, no word of it stands alone."""
        return [self._judgement(favourable, opinion) for favourable, opinion in self.logits([unit.text for unit in units])]

    def whole(self, units: Sequence[Unit], judged: Sequence[Judgement]) -> Judgement:  # noqa: ARG002
        """The mean of the sentences' log odds: it has learned to read sentences, not documents."""
        found = [to_logit(j.polarity) for j in judged if j.polarity is not None]
        return of_logit(sum(found) / len(found) * self._meta["sharpness_of_means"]) if found else ABSTAINED

    def logits(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """(n, 2): log odds of favourable, calibrated, and of opinion."""
        sound = [text.encode("utf-8", "replace").decode() for text in texts]  # half a surrogate is no text to the tokenizer
        coded = [encoded.ids for encoded in self._tokenizer.encode_batch(sound)]
        order = sorted(range(len(texts)), key=lambda n: len(coded[n]))
        found = np.zeros((len(texts), 2))
        w = self._weights
        for start in range(0, len(order), _TOGETHER):
            chosen = order[start : start + _TOGETHER]
            found[chosen] = forward([coded[n] for n in chosen], w, self._shape) @ w["head.weight"].T + w["head.bias"]
        found[:, 0] = (found[:, 0] - self._meta.get("centre", 0.0)) * self._meta["sharpness"]
        return found

    def _judgement(self, favourable: float, opinion: float) -> Judgement:
        strength = self._meta["gate_slope"] * (self._meta["gate_from"] - opinion)
        return ABSTAINED if abs(favourable) < strength else of_logit(favourable)


def adapted_weights(encoder: Encoder, adapter: Path) -> tuple[dict[str, Any], dict[str, Array]]:
    """The adapter's constants, and the encoder's weights with the adapter merged in, linear ones as (inner, outer)."""
    weights = encoder.weights()
    with np.load(adapter) as found:
        thin = {name: found[name] for name in found.files}
    meta = json.loads(thin.pop("meta").tobytes())
    for layer in [name.removesuffix(".bias") for name in weights if name.endswith(".bias") and "LayerNorm" not in name]:
        merged = weights[f"{layer}.weight"].T
        if f"{layer}.down" in thin:
            low, up = (thin.pop(f"{layer}.{part}").astype(np.float32) for part in ("down", "up"))
            merged = merged + SCALE * (low @ up)
        weights[f"{layer}.weight"] = np.ascontiguousarray(merged)
    return meta, weights | {name: value.astype(np.float32) for name, value in thin.items()}
