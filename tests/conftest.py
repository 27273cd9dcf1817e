"""Shared by all tests: the demo, run once a worker, and a way to run the command line as a user does."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

Nectar = Callable[..., "subprocess.CompletedProcess[str]"]


def run_nectar(*arguments: object, home: Path, **more: object) -> "subprocess.CompletedProcess[str]":
    """`nectar --home HOME …` in a process of its own; a reactor starts once a process."""
    environment = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy") and not k.startswith("NECTAR_")}
    environment["NECTAR_ENGINE"] = "critic"  # as fast with the extra deep as without
    command = [sys.executable, "-m", "nectar", "--home", str(home), *map(str, arguments)]
    options: dict[str, object] = {"capture_output": True, "text": True, "cwd": ROOT, "env": environment, "timeout": 120}
    return subprocess.run(command, **(options | more))  # type: ignore[call-overload, no-any-return]


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which `nectar demo` has run."""
    home = tmp_path_factory.mktemp("demo")
    ran = run_nectar("demo", home=home)
    assert ran.returncode == 0, ran.stderr
    (home / "said.txt").write_text(ran.stdout)
    return home


@pytest.fixture(scope="session")
def demo_series(demo_home: Path) -> Path:
    return demo_home / "metallic-rouge-demo.toml"
