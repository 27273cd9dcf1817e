"""Runs that are stopped, killed, doubled or cut off by a full disk: the database stays whole and the next run completes."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.webserver import Gate, Nectar, Web, article, plain_failure, rss, series_file

PAGES = 8


@dataclass(frozen=True)
class Stage:
    web: Web
    gate: Gate
    file: Path


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """A site whose third page holds the visitor until the gate is opened."""
    gate = Gate(free=2)
    with Web({"/read/*": gate}) as web:
        web.routes["/feed"] = rss([(f"Copper Heron {n}", web.url(f"/read/{n}")) for n in range(PAGES)])
        yield Stage(web, gate, series_file(tmp_path / "s.toml", [{"name": "G", "kind": "feed", "url": web.url("/feed")}]))
        gate.opened.set()


def _started(nectar: Nectar, stage: Stage) -> "subprocess.Popen[bytes]":
    process = nectar.start("crawl", stage.file, "--allow-private", "--delay", "0")
    if not stage.gate.reached.wait(30):
        process.kill()
        raise AssertionError(process.communicate())
    return process


def _completes(nectar: Nectar, stage: Stage) -> None:
    """The next run fetches the rest, and only the rest."""
    stage.gate.opened.set()
    stored = set(nectar.pages())
    stage.web.forget()
    run = nectar.crawl(stage.file)
    assert run.code == 0, run.err
    assert nectar.pages() == [f"/read/{n}" for n in range(PAGES)]
    assert not stored & set(stage.web.paths())
    assert nectar.intact()
    assert [o for (o,) in nectar.rows("SELECT outcome FROM run ORDER BY id")] == ["interrupted", "ok"]


def test_of_two_runs_at_once_the_second_is_turned_away(nectar: Nectar, stage: Stage) -> None:
    first = _started(nectar, stage)
    try:
        for command in ("crawl", "weekly", "score"):
            plain_failure(nectar.run(command, stage.file), 75, "Another run", str(nectar.home), "Tip:")
    finally:
        stage.gate.opened.set()
        _, err = first.communicate(timeout=40)
    assert first.returncode == 0, err
    assert len(nectar.pages()) == PAGES
    assert nectar.crawl(stage.file).code == 0


def test_ctrl_c_ends_in_one_sentence_and_the_next_run_goes_on(nectar: Nectar, stage: Stage) -> None:
    process = _started(nectar, stage)
    os.kill(process.pid, signal.SIGINT)
    time.sleep(0.5)
    stage.gate.opened.set()
    out, err = process.communicate(timeout=40)
    said = err.decode()
    assert process.returncode == 130, said
    lines = said.splitlines()
    assert lines[0].startswith("nectar: Interrupted"), said
    assert [line for line in lines[1:] if not line.startswith("Tip: ")] == [], said
    assert out == b""
    assert nectar.intact()
    assert 2 <= len(nectar.pages()) < PAGES
    _completes(nectar, stage)


def test_after_kill_the_next_run_completes(nectar: Nectar, stage: Stage) -> None:
    process = _started(nectar, stage)
    process.kill()
    process.communicate(timeout=40)
    assert process.returncode == -signal.SIGKILL
    _completes(nectar, stage)


SMALL_FILES = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))"


def test_a_disk_that_fills_up_ends_in_one_sentence_and_the_next_run_goes_on(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/read/*": lambda visitor: article("Copper Heron " + visitor.path, os.urandom(60_000).hex())}) as web:
        web.routes["/feed"] = rss([(f"Copper Heron {n}", web.url(f"/read/{n}")) for n in range(20)])
        file = series_file(tmp_path / "s.toml", [{"name": "G", "kind": "feed", "url": web.url("/feed")}])
        run = Nectar(nectar.home, first=SMALL_FILES).crawl(file)
        plain_failure(run, 1, "Tip:")
        stored = len(nectar.pages())
        assert 0 < stored < 20
        assert nectar.intact()
        assert nectar.crawl(file).code == 0
        assert len(nectar.pages()) == 20
        assert nectar.intact()
