"""The engine of the extra deep, and both engines together. How good they are is measured in benchmarks/."""

import pytest

from pipeline.errors import UserError
from pipeline.sentiment import ENGINES, Unit, engine, minilm
from pipeline.sentiment.judgement import ABSTAINED
from pipeline.sentiment.minilm import ADAPTER, MiniLMEngine, installed

deep = pytest.mark.skipif(not installed(), reason="the extra deep is not installed: run make deep")
PLAIN = [
    ("A delightful, moving and superbly acted film.", 1),
    ("It could not have been better.", 1),
    ("The plot is a mess and the jokes are painfully dull.", -1),
    ("The pacing drags and the story goes nowhere.", -1),
    ("I can’t recommend this to anybody.", -1),
]


def test_the_adapter_is_small() -> None:
    assert ADAPTER.stat().st_size < 750_000


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "find_spec", lambda _: None)
    assert not installed()
    with pytest.raises(UserError) as caught:
        MiniLMEngine()
    assert "make deep" in caught.value.tip


@deep
def test_another_encoder_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(minilm.SHA256, "model.safetensors", "0" * 64)
    with pytest.raises(UserError, match="not the one"):
        MiniLMEngine()


@deep
@pytest.mark.parametrize("name", ["minilm", "auto"])
@pytest.mark.parametrize(("text", "sign"), PLAIN)
def test_plain_sentences_have_the_plain_sign(name: str, text: str, sign: int) -> None:
    [judged] = engine(name).judge([Unit(text)])
    assert judged.polarity is not None
    assert judged.polarity * sign > 0


@deep
@pytest.mark.parametrize("name", ["minilm", "auto"])
@pytest.mark.parametrize(
    "text", ["She takes the train to the coast and meets her brother at the harbour.", "It airs on Friday on Netflix."]
)
def test_plot_and_fact_are_no_opinion(name: str, text: str) -> None:
    assert engine(name).judge([Unit(text)]) == [ABSTAINED]


@deep
def test_neighbours_in_a_batch_change_nothing() -> None:
    texts = [text for text, _ in PLAIN[1:4:2]] + ["", "It is fun. " * 400, "\ud800\x00", "面白い"]
    together = engine("minilm").judge([Unit(text) for text in texts])
    alone = [engine("minilm").judge([Unit(text)])[0] for text in texts]
    for a, b in zip(together, alone, strict=True):
        assert (a.polarity is None) == (b.polarity is None)
        assert a.polarity == pytest.approx(b.polarity, abs=1e-3) if a.polarity is not None else True


@deep
def test_both_together_name_both() -> None:
    both = engine("auto")
    assert both.name == "critic+minilm"
    assert both.version == f"{engine('critic').version}+{engine('minilm').version}"
    units = [Unit(text) for text, _ in PLAIN[:2]]
    whole = both.whole(units, both.judge(units))
    assert whole.polarity is not None
    assert whole.polarity > 0
    assert both.whole([Unit("It airs on Friday.")], [ABSTAINED]) == ABSTAINED


def test_without_the_extra_auto_is_critic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "find_spec", lambda _: None)
    assert ENGINES["auto"]() is engine("critic")
