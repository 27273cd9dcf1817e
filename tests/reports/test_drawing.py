"""The engine that draws has a process of its own: it draws what would be drawn here, and nobody waits for one that has gone."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports import drawing

SPEC = json.dumps(
    {
        "data": {"values": [{"week": "W1", "share": 0.25}, {"week": "„W2“ <&>", "share": 1.5}]},
        "mark": "bar",
        "encoding": {"x": {"field": "week"}, "y": {"field": "share", "type": "quantitative", "axis": {"format": ".1f"}}},
    }
)
SPANISH: drawing.Numbers = {"decimal": ",", "thousands": " ", "grouping": [3], "currency": ["", ""]}


@pytest.fixture
def engine() -> Iterator[drawing._Engine]:
    made = drawing._Engine()
    yield made
    made._end()


@pytest.mark.parametrize("numbers", [None, SPANISH])
def test_it_draws_what_would_be_drawn_here(engine: drawing._Engine, numbers: drawing.Numbers) -> None:
    svg = engine.svg(SPEC, numbers).result()
    assert engine._process, "nobody fell back"
    assert svg == drawing._drawn(SPEC, numbers)
    assert (">1,4<" if numbers else ">1.4<") in svg
    assert "„W2“ &lt;&amp;&gt;" in svg


def test_what_is_no_drawing_is_said_and_the_next_is_drawn(engine: drawing._Engine) -> None:
    for spec in ("no JSON", '{"mark": 3}'):
        with pytest.raises(ValueError, match=r"Vega|parse"):
            engine.svg(spec, None).result()
    assert engine.svg(SPEC, None).result().startswith("<svg")
    assert engine._process


def test_drawings_go_on_where_the_process_was_killed(engine: drawing._Engine) -> None:
    assert engine._process
    before = engine.svg(SPEC, None).result()
    engine._process.kill()
    engine._process.wait()
    assert engine.svg(SPEC, None).result() == before
    assert engine._process is None


@pytest.mark.parametrize("python", ["/no/such/python", "", None])
def test_drawings_go_on_where_there_can_be_no_process(monkeypatch: pytest.MonkeyPatch, python: str | None) -> None:
    monkeypatch.setattr(sys, "executable", python)
    engine = drawing._Engine()
    assert engine._process is None
    assert engine.svg(SPEC, None).result().startswith("<svg")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks /proc which processes live")
def test_it_ends_with_the_process_that_asks() -> None:
    code = "import time; from reports import drawing; drawing.start(); print(drawing._engine()._process.pid, flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdout
        drawn_by = int(asking.stdout.readline())
        assert is_alive(drawn_by)
        asking.send_signal(signal.SIGKILL)
        asking.wait()
        for _ in range(200):
            if not is_alive(drawn_by):
                break
            time.sleep(0.05)
        assert not is_alive(drawn_by)


def is_alive(process: int) -> bool:
    """A process that ended and that nobody has waited for is no longer."""
    try:
        os.kill(process, 0)
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
