"""What every test of the crawler needs: a folder for one home."""

import shutil
from pathlib import Path

import pytest

from tests.webserver import Nectar


@pytest.fixture
def nectar(tmp_path: Path, sqlite_tables: Path) -> Nectar:
    """A home with an empty database: to make its tables costs a third of a small crawl. Crawls that make them are in tests/nectar."""
    (tmp_path / "home").mkdir()
    shutil.copy(sqlite_tables, tmp_path / "home" / "nectar.db")
    return Nectar(tmp_path / "home")
