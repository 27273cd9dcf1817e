"""How an adapter learns from rated texts: similar lengths together, pass after pass, the running average kept. Needs torch; knows no encoder."""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.sentiment.lessons import SEED, Example

LONGEST = 96
"""Tokens of a text that are learned from."""
SCALE = 2.0
"""Of an adapter beside the frozen weights."""
HALF = torch.bfloat16
"""What matrices are multiplied in: several times as fast on processors with units for it, slower on others."""
_SPREAD = 4
"""Tokens by which lengths are shaken, so that the same texts do not always meet."""


@dataclass(frozen=True, slots=True)
class Course:
    """How fast is learned, and from how much at a time."""

    rate: float
    """Of AdamW at its highest; up to it and down again in one cycle."""
    warming: float
    """Share of the steps until then."""
    averaged: float
    """Decay of the running average of the weights, which is what is kept."""
    tokens: int
    """Of a batch, padding included."""


class Thin(nn.Module):  # type: ignore[misc]
    """The two thin matrices beside a frozen one (LoRA, Hu et al. 2021)."""

    def __init__(self, inner: int, outer: int, rank: int) -> None:
        super().__init__()
        self.down = nn.Parameter(torch.randn(inner, rank) / inner**0.5)
        self.up = nn.Parameter(torch.zeros(rank, outer))

    def forward(self, x: Tensor) -> Tensor:
        low = functional.dropout(x @ self.down.to(HALF), 0.05, self.training)
        return low @ (SCALE * self.up).to(HALF)

    def whole(self) -> Tensor:
        """What is added to the frozen matrix, as (outer, inner)."""
        return SCALE * (self.down @ self.up).T


@dataclass(frozen=True, slots=True)
class Batch:
    ids: Tensor
    mask: Tensor
    targets: Tensor
    """(n, 2): favourable, opinion; nan where unknown."""
    weights: Tensor


def batches(given: Sequence[Example], chance: random.Random, reader: Any, tokens: int) -> list[Batch]:
    """In random order. `reader`: a tokenizer without padding."""
    coded = [encoded.ids for encoded in reader.encode_batch([e.text for e in given])]
    found = []
    for group in grouped([len(c) + chance.random() * _SPREAD for c in coded], [len(c) for c in coded], tokens):
        ids, mask = padded([coded[n] for n in group])
        some = [given[n] for n in group]
        targets = torch.tensor([[np.nan if t is None else t for t in (e.favourable, e.opinion)] for e in some])
        found.append(Batch(ids, mask, targets, torch.tensor([e.weight for e in some])))
    chance.shuffle(found)
    return found


def padded(coded: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Token ids with padding, and where there is none of it."""
    longest = max(map(len, coded))
    ids = torch.tensor([[*c, *[0] * (longest - len(c))] for c in coded])
    return ids, torch.tensor([[True] * len(c) + [False] * (longest - len(c)) for c in coded])


def grouped(order_by: Sequence[float], lengths: Sequence[int], tokens: int) -> Iterator[list[int]]:
    """Places of texts in the order of `order_by`, as many together as make `tokens` with their padding."""
    group: list[int] = []
    longest = 0
    for n in sorted(range(len(lengths)), key=order_by.__getitem__):
        longest = max(longest, lengths[n])
        if group and longest * (len(group) + 1) > tokens:
            yield group
            group, longest = [], lengths[n]
        group.append(n)
    if group:
        yield group


def learn(
    model: nn.Module, passes: Sequence[Sequence[Example]], course: Course, reader: Any, tell: int = 100
) -> dict[str, Tensor]:
    """The running average of the model's weights after all `passes`."""
    chance = random.Random(SEED)
    torch.manual_seed(SEED)
    rounds = [batches(each, chance, reader, course.tokens) for each in passes]
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
