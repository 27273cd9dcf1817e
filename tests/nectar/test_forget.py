"""`nectar forget` as a user meets it: what it would remove is seen first, and nothing goes that was not asked to."""

import os
import pty
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.webserver import Nectar, environment


@pytest.fixture
def home(collected: Any, tmp_path: Path) -> Nectar:
    """A copy of the small home, to do with as one likes."""
    copied = Nectar(tmp_path / "home")
    shutil.copytree(collected.nectar.home, copied.home)
    return copied


@pytest.fixture
def there(home: Nectar) -> list[str]:
    return home.pages()


@pytest.mark.parametrize(
    ("wish", "many"), [(["--site", "127.0.0.1"], 3), (["--author", "ann ouse"], 1), (["--site", "nobody.example"], 0)]
)
def test_a_list_shows_what_would_go_and_removes_nothing(home: Nectar, there: list[str], wish: list[str], many: int) -> None:
    run = home.here("forget", *wish, "--list")
    assert (run.code, run.out.count("http://127.0.0.1")) == (0, many)
    assert run.err.startswith(f"{many} page{'' if many == 1 else 's'} of the {wish[0][2:]} {wish[1]} would be removed.")
    assert home.pages() == there
    assert home.here("forget", "--list").out.split() == ["what", "value"], "it is no wish yet"
    assert home.here("forget", *wish).out.startswith(f"Forgot {many} page")
    assert len(home.pages()) == len(there) - many


def test_a_list_and_an_undo_are_two_things(home: Nectar, there: list[str]) -> None:
    assert home.here("forget", "--site", "127.0.0.1").code == 0
    run = home.here("forget", "--site", "127.0.0.1", "--list", "--undo")
    assert (run.code, run.out) == (2, "")
    assert "127.0.0.1" in home.here("forget", "--list").out
    assert there != home.pages()


@pytest.mark.parametrize(("said", "left"), [("n", 3), ("y", 2)])
def test_on_a_terminal_it_is_asked_first(home: Nectar, said: str, left: int) -> None:
    before = len(home.pages())
    ours, theirs = pty.openpty()
    os.write(ours, f"{said}\n".encode())
    run = subprocess.run(
        home.command("forget", "--author", "Ann Ouse"),
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=environment(),
        timeout=60,
    )
    seen = os.read(ours, 10_000)
    os.close(theirs)
    os.close(ours)
    assert run.returncode == 0, seen
    assert b"Remove 1 page of the author Ann Ouse" in seen
    assert len(home.pages()) - before == left - 3
    assert (b"Nothing was removed." in run.stdout) == (said == "n")


def test_what_was_forgotten_comes_back_after_an_undo_with_a_crawl(collected: Any, home: Nectar, there: list[str]) -> None:
    for step in (["forget", "--author", "Ann Ouse"], ["forget", "--author", "Ann Ouse", "--undo"]):
        assert home.here(*step).code == 0
    assert home.pages() != there
    assert home.crawl(collected.file).code == 0
    assert home.pages() == there
