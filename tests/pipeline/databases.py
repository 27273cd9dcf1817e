"""Databases for fixtures that live as long as a module: SQLite, and PostgreSQL where the tests can start one."""

import shutil
from importlib.util import find_spec

import pytest

DATABASES = ("sqlite", "postgresql") if find_spec("tests.postgres") else ("sqlite",)


def an_empty_one(request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> str:
    """The URL of a database of the kind that the fixture is asked for."""
    if request.param == "postgresql":
        server = request.getfixturevalue("postgresql")
        return str(server.url(server.fresh("tables")))
    tables = request.getfixturevalue("sqlite_tables")
    return f"sqlite:///{shutil.copy(tables, folders.mktemp('database') / 'nectar.db')}"
