"""An encoder in PyTorch with an adapter that learns beside its frozen weights. Needs torch; knows no texts."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.sentiment.deep import SCALE
from pipeline.sentiment.encoder import Encoder, distances

RANK = 8
_DROPPED = 0.05
"""Share of what comes out of the first thin matrix that is left out while it learns."""


class Adapted(nn.Module):  # type: ignore[misc]
    """Computes what `encoder.forward` does, and reads two numbers off it. The layers called `names` are adapted, from layer `first` on."""

    def __init__(self, encoder: Encoder, names: Sequence[str], first: int) -> None:
        super().__init__()
        self.shape, self.first = encoder.shape, first
        self.frozen = {name: torch.tensor(value) for name, value in encoder.weights().items()}
        self.down, self.up = nn.ParameterDict(), nn.ParameterDict()
        for layer in range(first, self.shape.layers):
            for name in names:
                out, inner = self.frozen[f"encoder.layer.{layer}.{name}.weight"].shape
                self.down[key(layer, name)] = nn.Parameter(torch.randn(inner, RANK) / inner**0.5)
                self.up[key(layer, name)] = nn.Parameter(torch.zeros(RANK, out))
        self.head = nn.Linear(self.shape.width, 2)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        bias = torch.where(mask, 0.0, -1e4)[:, None, None, :] + self._near(ids.shape[1])
        with torch.no_grad():
            x = self._embedded(ids)
            for layer in range(self.first):
                x = self._layer(x, bias, layer)
        for layer in range(self.first, self.shape.layers):
            x = self._layer(x, bias, layer)
        weight = mask[:, :, None].float()
        return self.head((x * weight).sum(1) / weight.sum(1))

    def _near(self, length: int) -> Tensor | float:
        if not self.shape.farthest:
            return 0.0
        near = self.frozen["encoder.relative_attention_bias.weight"]
        return near[torch.tensor(distances(length, len(near), self.shape.farthest))].permute(2, 0, 1)

    def _embedded(self, ids: Tensor) -> Tensor:
        f, first = self.frozen, self.shape.first_place
        x = f["embeddings.word_embeddings.weight"][ids] + f["embeddings.position_embeddings.weight"][first : first + ids.shape[1]]
        if "embeddings.token_type_embeddings.weight" in f:
            x = x + f["embeddings.token_type_embeddings.weight"][0]
        return self._norm(x, "embeddings.LayerNorm")

    def _layer(self, x: Tensor, bias: Tensor, layer: int) -> Tensor:
        x = self._norm(x + self._attention(x, bias, layer), f"encoder.layer.{layer}.attention.output.LayerNorm")
        inner = functional.gelu(self._linear(x, layer, "intermediate.dense"), approximate="tanh")
        return self._norm(x + self._linear(inner, layer, "output.dense"), f"encoder.layer.{layer}.output.LayerNorm")

    def _attention(self, x: Tensor, bias: Tensor, layer: int) -> Tensor:
        n, length, _ = x.shape
        q, k, v = (
            self._linear(x, layer, f"attention.self.{name}").view(n, length, self.shape.heads, -1).transpose(1, 2)
            for name in ("query", "key", "value")
        )
        y = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.expand(n, -1, length, length))
        return self._linear(y.transpose(1, 2).reshape(n, length, self.shape.width), layer, "attention.output.dense")

    def _linear(self, x: Tensor, layer: int, name: str) -> Tensor:
        stem, k = f"encoder.layer.{layer}.{name}", key(layer, name)
        plain = functional.linear(x, self.frozen[f"{stem}.weight"], self.frozen[f"{stem}.bias"])
        if k not in self.down:
            return plain
        return plain + functional.dropout(x @ self.down[k], _DROPPED, self.training) @ self.up[k] * SCALE

    def _norm(self, x: Tensor, name: str) -> Tensor:
        of = self.frozen
        return functional.layer_norm(x, (self.shape.width,), of[f"{name}.weight"], of[f"{name}.bias"], self.shape.epsilon)


def key(layer: int, name: str) -> str:
    """Of a linear layer among the parameters, which may have no dots."""
    return f"{layer}-{name.replace('.', '-')}"
