"""A larger encoder learns from the rated texts and says what it thinks of those, and of sentences that nobody rated: the lessons of `adapting`.

    python -m pipeline.sentiment.teaching --data DIR --encoder FOLDER --lessons lessons.jsonl.gz

FOLDER holds model.safetensors and tokenizer.json of all-mpnet-base-v2 (12 layers, 768 wide; Apache-2.0), checked by sha256. Run by hand;
needs torch. It never learns from the treebank, so that one set of lessons serves `adapting` with and without it.
"""

import argparse
import hashlib
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.errors import UserError
from pipeline.sentiment import lessons
from pipeline.sentiment.corpora import Corpora
from pipeline.sentiment.learning import HALF, LONGEST, Course, Thin, grouped, learn, padded
from pipeline.sentiment.minilm import tokenizer

SHA256 = {"model.safetensors": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"}
LAYERS, HEADS, WIDTH = 12, 12, 768
LEARNS_FROM = 3
"""The first layer with an adapter: below it nothing has to be carried back."""
ADAPTED = ("attention.attn.q", "attention.attn.v", "attention.attn.o", "output.dense")
RANK = 16
COURSE = Course(rate=5e-4, warming=0.06, averaged=0.995, tokens=1600)
PIECES = 3_000
TOGETHER = 4_000
"""Tokens read at a time."""
_BUCKETS, _FARTHEST = 32, 128
_FIRST_PLACE = 2
"""Of the table of positions."""


class Larger(nn.Module):  # type: ignore[misc]
    """MPNet (Song et al. 2020) with frozen weights, and the adapter that learns."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.frozen = _weights(folder)
        self.half = {name: value.to(HALF) for name, value in self.frozen.items()}
        self.thin = nn.ModuleDict()
        for layer in range(LEARNS_FROM, LAYERS):
            for name in ADAPTED:
                outer, inner = self.frozen[f"encoder.layer.{layer}.{name}.weight"].shape
                self.thin[_key(layer, name)] = Thin(inner, outer, RANK)
        self.head = nn.Linear(WIDTH, 2)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        length = ids.shape[1]
        places = self.frozen["embeddings.position_embeddings.weight"][_FIRST_PLACE : _FIRST_PLACE + length]
        x = self._norm(self.frozen["embeddings.word_embeddings.weight"][ids] + places, "embeddings.LayerNorm")
        near = self.frozen["encoder.relative_attention_bias.weight"][_bucket(length)].permute(2, 0, 1)
        bias = torch.where(mask, 0.0, -1e4)[:, None, None, :] + near[None]
        for layer in range(LAYERS):
            x = self._norm(x + self._attention(x, bias, layer), f"encoder.layer.{layer}.attention.LayerNorm")
            inner = functional.gelu(self._linear(x, layer, "intermediate.dense"))
            x = self._norm(x + self._linear(inner, layer, "output.dense"), f"encoder.layer.{layer}.output.LayerNorm")
        weight = mask[:, :, None].float()
        return self.head((x * weight).sum(1) / weight.sum(1))

    def _attention(self, x: Tensor, bias: Tensor, layer: int) -> Tensor:
        n, length, _ = x.shape
        q, k, v = (self._linear(x, layer, f"attention.attn.{c}").view(n, length, HEADS, -1).transpose(1, 2) for c in "qkv")
        scores = (q @ k.transpose(-1, -2)).float() * (WIDTH / HEADS) ** -0.5 + bias
        y = torch.softmax(scores, -1).to(HALF) @ v
        return self._linear(y.transpose(1, 2).reshape(n, length, WIDTH), layer, "attention.attn.o")

    def _linear(self, x: Tensor, layer: int, name: str) -> Tensor:
        stem, x = f"encoder.layer.{layer}.{name}", x.to(HALF)
        plain = functional.linear(x, self.half[f"{stem}.weight"], self.half[f"{stem}.bias"])
        return plain + self.thin[key](x) if (key := _key(layer, name)) in self.thin else plain

    def _norm(self, x: Tensor, name: str) -> Tensor:
        return functional.layer_norm(x.float(), (WIDTH,), self.frozen[f"{name}.weight"], self.frozen[f"{name}.bias"], 1e-5)


def _key(layer: int, name: str) -> str:
    return f"{layer}-{name.replace('.', '-')}"


def _bucket(length: int) -> Tensor:
    """Which of the buckets of distance each pair of places falls in: half for each direction, near ones exact, far ones by logarithm (Raffel et al. 2020)."""
    place = torch.arange(length)
    behind = place[:, None] - place[None, :]
    side, exact = _BUCKETS // 2, _BUCKETS // 4
    far = behind.abs()
    scaled = exact + (torch.log(far.float().clamp(min=1) / exact) / math.log(_FARTHEST / exact) * (side - exact)).long()
    return (behind < 0).long() * side + torch.where(far < exact, far, scaled.clamp(max=side - 1))


def _weights(folder: Path) -> dict[str, Tensor]:
    """By name, out of a safetensors file. Raises UserError where it is another encoder's."""
    for name, sha256 in SHA256.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != sha256:
            raise UserError(
                f"{folder / name} is not that of all-mpnet-base-v2.", "The module docstring says what the folder holds."
            )
    content = bytearray((folder / "model.safetensors").read_bytes())
    start = 8 + int.from_bytes(content[:8], "little")
    header: dict[str, Any] = json.loads(content[8:start])
    return {
        name: torch.frombuffer(
            content, dtype=torch.float32, count=math.prod(at["shape"]), offset=start + at["data_offsets"][0]
        ).reshape(at["shape"])
        for name, at in header.items()
        if name != "__metadata__" and at["dtype"] == "F32"
    }


@torch.inference_mode()  # type: ignore[untyped-decorator]
def said_of(texts: Sequence[str], model: nn.Module, reader: Any) -> dict[str, tuple[float, float]]:
    """Log odds of each text: favourable, opinion."""
    model.eval()
    coded = [encoded.ids for encoded in reader.encode_batch(list(texts))]
    lengths = [len(c) for c in coded]
    found: dict[str, tuple[float, float]] = {}
    for together in grouped(lengths, lengths, TOGETHER):
        read = model(*padded([coded[n] for n in together])).tolist()
        found |= {texts[n]: (favourable, opinion) for n, (favourable, opinion) in zip(together, read, strict=True)}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Let a larger encoder learn, and write what it says of the texts that the adapter learns from."
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with the .jsonl.gz data sets")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with all-mpnet-base-v2")
    parser.add_argument("--lessons", type=Path, required=True, help="file to write")
    options = parser.parse_args()
    corpora = Corpora(options.data, treebank=False)
    model = Larger(options.encoder)
    reader = tokenizer(LONGEST, (options.encoder / "tokenizer.json").read_bytes())
    model.load_state_dict(learn(model, lessons.passes(corpora, PIECES, {}), COURSE, reader))
    rated = [e.text for e in (*lessons.snippets(corpora), *lessons.treebank(Corpora(options.data)))]
    lessons.write(options.lessons, said_of([*rated, *(text for text, _ in lessons.unrated(corpora))], model, reader))


if __name__ == "__main__":
    main()
