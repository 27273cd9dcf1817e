"""A home with two series: the demo's, and a small one of our own, both drawn, and their comparison."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

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
def pair(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    from datetime import UTC, datetime

    from reports import site

    home = tmp_path_factory.mktemp("pair") / "home"
    shutil.copytree(demo_home, home)
    file = home / "bramble.toml"
    file.write_text(second.FILE, "utf-8")
    with Store(f"sqlite:///{home}/nectar.db") as store:
        second.shelve(store)
        weeks = [Week(2024, number) for number in (8, 10, 14, 15)]
        site.write(home / "site", second.series(), store, weeks, None, datetime(2024, 6, 1, tzinfo=UTC))
    ran = run_nectar("compare", home / "metallic-rouge-demo.toml", file, home=home)
    assert ran.returncode == 0, ran.stderr
    return Pair(home, home / "metallic-rouge-demo.toml", file, ran.stdout)
