"""What every test of the crawler needs: a folder for one home."""

from pathlib import Path

import pytest

from tests.webserver import Nectar


@pytest.fixture
def nectar(tmp_path: Path) -> Nectar:
    return Nectar(tmp_path / "home")
