"""Shared by all tests: the demo, run once a worker, a way to run the command line as a user does, and databases of both kinds."""

import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from tests import postgres, warm

with warnings.catch_warnings():  # its HTTP library warns of an optional dependency, when it is first imported
    warnings.simplefilter("ignore")
    import trafilatura  # noqa: F401

ROOT = Path(__file__).parent.parent


os.environ.setdefault("NECTAR_ENGINE", "critic")  # for `Nectar.here`: as fast with the extra deep as without


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="Write golden files anew, to be looked at before they are committed.")


def pytest_sessionfinish() -> None:
    warm.close()


def run_nectar(*arguments: object, home: Path, anew: bool = not warm.POSSIBLE) -> "subprocess.CompletedProcess[str]":
    """`nectar --home HOME …` in a process of its own; `anew`: in one that has nothing imported yet."""
    environment = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy") and not k.startswith("NECTAR_")}
    environment["NECTAR_ENGINE"] = "critic"
    given = ["--home", str(home), *map(str, arguments)]
    if anew:
        command = [sys.executable, "-m", "nectar", *given]
        done = subprocess.run(command, capture_output=True, cwd=ROOT, env=environment, timeout=120, check=False)
    else:
        done = warm.mother().run(given, b"", environment, ROOT, 120)
    return subprocess.CompletedProcess(given, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which `nectar demo` has run, as a user runs it: once for all workers, so who wants to change it takes a copy."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    home = folder / "demo"
    with FileLock(folder / "demo.lock"):
        if not (home / "said.txt").exists():
            ran = run_nectar("demo", home=home, anew=True)
            assert ran.returncode == 0, ran.stderr
            (home / "said.txt").write_text(ran.stdout)
    return home


@pytest.fixture(scope="session")
def demo_series(demo_home: Path) -> Path:
    return demo_home / "metallic-rouge-demo.toml"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[postgres.Server]:
    """A PostgreSQL, started once a worker; its database `tables` is up to date and empty."""
    if why := postgres.missing():
        pytest.skip(f"{why}: not tested on PostgreSQL")
    from pipeline.store import Store

    with postgres.serving() as server:
        server.run("CREATE DATABASE tables")
        Store(server.url("tables")).close()
        yield server


@pytest.fixture(scope="session")
def sqlite_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of SQLite that is up to date and empty, to be copied."""
    from pipeline.store import Store

    file = tmp_path_factory.mktemp("tables") / "nectar.db"
    Store(file).close()
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database, of each kind in turn."""
    yield from _database(request, tmp_path, "tables")


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The same, without any table."""
    yield from _database(request, tmp_path, "template1")


@pytest.fixture(scope="session")
def demo_on_server(postgresql: postgres.Server, demo_home: Path) -> str:
    """The URL of a PostgreSQL database with all that `nectar demo` stored; for tests that only ask."""
    url = postgresql.url(postgresql.fresh("tables"))
    postgres.copied(f"sqlite:///{demo_home}/nectar.db", url)
    return url


def _database(request: pytest.FixtureRequest, folder: Path, template: str) -> Iterator[str]:
    if request.param == "sqlite":
        if template == "tables":
            shutil.copy(request.getfixturevalue("sqlite_tables"), folder / "nectar.db")
        yield f"sqlite:///{folder}/nectar.db"
        return
    server: postgres.Server = request.getfixturevalue("postgresql")
    name = server.fresh(template)
    yield server.url(name)
    server.drop(name)
