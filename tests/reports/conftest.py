"""A home with two series: the demo's, and a small one of our own, both drawn, and their comparison."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from pipeline.store import Store
from pipeline.week import Week
from tests.conftest import run_nectar
from tests.reports import second


@dataclass(frozen=True, slots=True)
class Pair:
    home: Path
    demo: Path
    """Series files."""
    bramble: Path
    said: str
    """What `nectar compare` printed."""

    @property
    def site(self) -> Path:
        return self.home / "site"

    @property
    def page(self) -> Path:
        return self.site / "compare" / "metallic-rouge-demo-vs-bramble-station.html"


@pytest.fixture(scope="session")
def pair(demo_home: Path) -> Pair:
    """Once for all workers, beside the demo; for tests that only look."""
    home = demo_home.with_name("pair")
    said = home / "compared.txt"
    with FileLock(home.with_suffix(".lock")):
        if not said.exists():
            said.write_text(_made(demo_home, home), "utf-8")
    return Pair(home, home / "metallic-rouge-demo.toml", home / "bramble.toml", said.read_text("utf-8"))


def _made(demo_home: Path, home: Path) -> str:
    from datetime import UTC, datetime

    from reports import site

    shutil.copytree(demo_home, home)
    file = home / "bramble.toml"
    file.write_text(second.FILE, "utf-8")
    with Store(f"sqlite:///{home}/nectar.db") as store:
        second.shelve(store)
        weeks = [Week(2024, number) for number in (8, 10, 14, 15)]
        site.write(home / "site", second.series(), store, weeks, None, datetime(2024, 6, 1, tzinfo=UTC))
    ran = run_nectar("compare", home / "metallic-rouge-demo.toml", file, home=home)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
