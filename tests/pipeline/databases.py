"""Databases for fixtures that live as long as a module: SQLite, and PostgreSQL where the tests can start one."""

from importlib.util import find_spec
from pathlib import Path

import pytest

DATABASES = ("sqlite", "postgresql") if find_spec("tests.postgres") else ("sqlite",)


def an_empty_one(request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> str:
    """The URL of a database of the kind that the fixture is asked for."""
    if request.param == "postgresql":
        server = request.getfixturevalue("postgresql")
        return str(server.url(server.fresh("tables")))
    return f"sqlite:///{Path(folders.mktemp('database')) / 'nectar.db'}"
