"""Encoders' files and forward pass, on a tiny one with random weights that is packed as mpnet is: a zip in parts, a package for each."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pipeline.errors import UserError
from pipeline.sentiment import encoder
from pipeline.sentiment.deep import DeepEngine, adapted_weights
from pipeline.sentiment.encoder import MPNET, TOKENIZER, WEIGHTS, Encoder, Shape, distances, forward
from pipeline.sentiment.judgement import Unit

Array = np.ndarray[Any, Any]
WORDS = ["[PAD]", "[UNK]", "good", "bad", "film", "very"]
SHAPE = Shape(layers=2, heads=2, width=8, epsilon=1e-5, first_place=2, farthest=16)


def own_weights() -> dict[str, Array]:
    chance = np.random.default_rng(3)
    shapes = {
        "embeddings.word_embeddings.weight": (len(WORDS), 8),
        "embeddings.position_embeddings.weight": (40, 8),
        "embeddings.LayerNorm.weight": (8,),
        "embeddings.LayerNorm.bias": (8,),
        "encoder.relative_attention_bias.weight": (8, 2),
    }
    for layer in ("encoder.layer.0", "encoder.layer.1"):
        for name in ("attention.attn.q", "attention.attn.k", "attention.attn.v", "attention.attn.o"):
            shapes |= {f"{layer}.{name}.weight": (8, 8), f"{layer}.{name}.bias": (8,)}
        for name in ("attention.LayerNorm", "output.LayerNorm"):
            shapes |= {f"{layer}.{name}.weight": (8,), f"{layer}.{name}.bias": (8,)}
        shapes |= {f"{layer}.intermediate.dense.weight": (32, 8), f"{layer}.intermediate.dense.bias": (32,)}
        shapes |= {f"{layer}.output.dense.weight": (8, 32), f"{layer}.output.dense.bias": (8,)}
    return {name: chance.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def safetensors(weights: dict[str, Array]) -> bytes:
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    end = 0
    for name, value in weights.items():
        header[name] = {"dtype": "F32", "shape": value.shape, "data_offsets": [end, end + value.nbytes]}
        end += value.nbytes
    told = json.dumps(header).encode()
    return len(told).to_bytes(8, "little") + told + b"".join(value.tobytes() for value in weights.values())


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Encoder:
    tokenizers = pytest.importorskip("tokenizers", reason="the extra deep is not installed: run make deep")
    reader = tokenizers.Tokenizer(tokenizers.models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    reader.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    files = {WEIGHTS: safetensors(own_weights()), TOKENIZER: reader.to_str().encode()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"tiny-base/{name}", content)
    half = len(packed.getvalue()) // 2
    for n, part in enumerate((packed.getvalue()[:half], packed.getvalue()[half:]), 1):
        folder = tmp_path / f"tiny-part_00{n}" / "input"
        folder.mkdir(parents=True)
        (folder.parent / "__init__.py").touch()
        (folder / f"tiny-base.zip.00{n}").write_bytes(part)
    monkeypatch.syspath_prepend(tmp_path)
    return Encoder(
        "tiny",
        "deeper",
        SHAPE,
        ("tiny-part_001", "tiny-part_002"),
        "input/tiny-base.zip.{:03}",
        {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        MPNET.called,
    )


def test_weights_come_out_of_the_parts_by_the_names_of_bert(tiny: Encoder) -> None:
    found, own = tiny.weights(), own_weights()
    assert found.keys() >= {"encoder.layer.1.attention.self.query.weight", "encoder.layer.0.attention.output.LayerNorm.bias"}
    assert not any("attn" in name for name in found)
    np.testing.assert_array_equal(
        found["encoder.layer.1.attention.output.dense.bias"], own["encoder.layer.1.attention.attn.o.bias"]
    )
    assert tiny.tokenizer(3).encode("very very good film").ids == [5, 5, 2]


@pytest.mark.parametrize("harm", ["another byte", "cut off", "no file", "another encoder"])
def test_what_is_not_the_encoder_is_refused(tiny: Encoder, tmp_path: Path, harm: str) -> None:
    part = tmp_path / "tiny-part_001" / "input" / "tiny-base.zip.001"
    content = part.read_bytes()
    if harm == "another byte":
        part.write_bytes(content[:200] + bytes([content[200] ^ 255]) + content[201:])
    elif harm == "cut off":
        part.write_bytes(content[:100])
    elif harm == "no file":
        part.unlink()
    else:
        tiny = replace(tiny, sha256=dict.fromkeys(tiny.sha256, "0" * 64))
    with pytest.raises(UserError, match="not the one") as caught:
        tiny.weights()
    assert "make deeper" in caught.value.tip


def test_a_part_that_is_missing_is_an_extra_that_is_not_there(tiny: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tiny.installed()
    found = encoder.find_spec
    monkeypatch.setattr(encoder, "find_spec", lambda name: None if name == "tiny-part_002" else found(name))
    assert not tiny.installed()
    with pytest.raises(UserError, match="needs the extra deeper"):
        tiny.weights()


def test_near_distances_are_exact_and_far_ones_share_a_bucket() -> None:
    found = distances(20, 8, 16)
    assert found[7, :8].tolist() == [3, 3, 2, 2, 2, 2, 1, 0]
    assert found[0, :8].tolist() == [0, 5, 6, 6, 6, 6, 7, 7]
    assert found[19, 0] == 3


def linear_as_read(weights: dict[str, Array]) -> dict[str, Array]:
    """As `forward` wants them: (inner, outer)."""
    plain = {name.removesuffix(".bias") for name in weights if name.endswith(".bias") and "LayerNorm" not in name}
    return {name: v.T if name.removesuffix(".weight") in plain and v.ndim == 2 else v for name, v in weights.items()}


def by_the_book(ids: list[int], w: dict[str, Array]) -> Array:
    """One text, token by token and head by head, in double precision."""

    def normal(x: Array, name: str) -> Array:
        return (x - x.mean()) / np.sqrt(x.var() + SHAPE.epsilon) * w[f"{name}.weight"] + w[f"{name}.bias"]

    def linear(x: Array, name: str) -> Array:
        return w[f"{name}.weight"].astype(float) @ x + w[f"{name}.bias"]

    def gelu(x: Array) -> Array:
        return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))

    words, places = w["embeddings.word_embeddings.weight"], w["embeddings.position_embeddings.weight"]
    xs = [normal((words[i] + places[2 + n]).astype(float), "embeddings.LayerNorm") for n, i in enumerate(ids)]
    bucket = distances(len(ids), 8, 16)
    for layer in ("encoder.layer.0", "encoder.layer.1"):
        q, k, v = ([linear(x, f"{layer}.attention.self.{name}") for x in xs] for name in ("query", "key", "value"))
        after = []
        for n, x in enumerate(xs):
            seen = []
            for head, at in enumerate((slice(0, 4), slice(4, 8))):
                near = w["encoder.relative_attention_bias.weight"][bucket[n], head]
                scores = np.array([q[n][at] @ k[m][at] / 2 for m in range(len(xs))]) + near
                share = np.exp(scores) / np.exp(scores).sum()
                seen.append(sum(share[m] * v[m][at] for m in range(len(xs))))
            y = linear(np.concatenate(seen), f"{layer}.attention.output.dense")
            z = normal(x + y, f"{layer}.attention.output.LayerNorm")
            inner = gelu(linear(z, f"{layer}.intermediate.dense"))
            after.append(normal(z + linear(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm"))
        xs = after
    return np.mean(xs, axis=0)


def test_the_forward_pass_is_the_one_of_the_book_whatever_a_text_is_padded_to(tiny: Encoder) -> None:
    texts = [[2, 4], [3, 5, 4, 2, 2, 4, 5, 3, 2], [1]]
    found = forward(texts, linear_as_read(tiny.weights()), SHAPE)
    for text, mean in zip(texts, found, strict=True):
        np.testing.assert_allclose(mean, by_the_book(text, tiny.weights()), rtol=1e-3, atol=1e-4)


def test_an_adapter_is_added_to_the_layers_that_it_names(tiny: Encoder, tmp_path: Path) -> None:
    layer = "encoder.layer.1.output.dense"
    chance = np.random.default_rng(4)
    meta = {
        "version": "1",
        "sharpness": 2.0,
        "sharpness_of_means": 1.0,
        "gate_slope": 0.0,
        "gate_from": -2.0,
        "beside_critic": {},
    }
    thin = {f"{layer}.down": chance.normal(size=(32, 2)), f"{layer}.up": chance.normal(size=(2, 8))}
    thin |= {"head.weight": chance.normal(size=(2, 8)), "head.bias": np.zeros(2)}
    np.savez(tmp_path / "tiny.npz", **thin, meta=np.frombuffer(json.dumps(meta).encode(), np.uint8))  # type: ignore[arg-type]
    _, merged = adapted_weights(tiny, tmp_path / "tiny.npz")
    expected = own_weights()[f"{layer}.weight"].T + 2 * thin[f"{layer}.down"] @ thin[f"{layer}.up"]
    np.testing.assert_allclose(merged[f"{layer}.weight"], expected, rtol=1e-5, atol=1e-5)
    engine = DeepEngine(tiny, tmp_path / "tiny.npz")
    [judged] = engine.judge([Unit("very good film")])
    [[favourable, _]] = engine.logits(["very good film"])
    mean = forward([[5, 2, 4]], merged, SHAPE)[0]
    assert favourable == pytest.approx(2 * float(thin["head.weight"][0] @ mean), rel=1e-4)
    assert judged.polarity is not None
    assert judged.polarity * favourable > 0
