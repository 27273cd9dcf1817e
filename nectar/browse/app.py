"""Datasette over one file of SQLite, on loopback, for looking only."""

import os
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from socket import socket
from typing import Any

os.environ["DATASETTE_LOAD_PLUGINS"] = ""  # what else is installed might write, or run what it is sent; read at import

from datasette.app import Datasette
from datasette.database import Database

from nectar.browse.about import about
from pipeline.store.described import SECRET, described
from pipeline.store.search import PARTS
from pipeline.store.upkeep import reading

NAME = "nectar"
_SETTINGS = {
    "allow_download": False,  # the file holds raw pages
    "default_cache_ttl": 0,  # a crawl may be writing
    "sql_time_limit_ms": 3000,  # milliseconds; default 1000
    "max_returned_rows": 2000,  # default 1000
    "facet_time_limit_ms": 500,  # default 200
    "default_page_size": 50,  # default 100
}
_LOOKING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_ASKING = {"table_info", "table_xinfo", "table_list", "foreign_key_list", "index_list", "index_info", "index_xinfo", "cache_size"}
"""Pragmas that may have an argument: it is a name, and nothing is set by it (but the cache of this connection)."""

Scope = dict[str, Any]
App = Callable[[Scope, Any, Any], Awaitable[None]]


class _Readable(Database):  # type: ignore[misc,unused-ignore]  # untyped, and not there without the extra
    """The file of a database to which others may be writing: opened for reading, and only that which may be shown."""

    def connect(self, write: bool = False) -> sqlite3.Connection:
        if write:
            raise PermissionError("This database is for looking only.")
        connection = reading(Path(self.path))
        connection.set_authorizer(may)
        self._all_file_connections.append(connection)
        return connection

    async def execute(self, *arguments: Any, **options: Any) -> Any:
        return await super().execute(
            *arguments, **options | {"log_sql_errors": False}
        )  # who asked is told; the terminal stays quiet


def may(action: int, first: str | None, second: str | None, _schema: str | None, _inner: str | None) -> int:
    """SQLite's question before each step of a statement (sqlite.org/c3ref/set_authorizer.html). What is secret reads as NULL."""
    if action == sqlite3.SQLITE_READ and (first, second) in SECRET:
        return sqlite3.SQLITE_IGNORE
    if action == sqlite3.SQLITE_READ and first == PARTS:
        return sqlite3.SQLITE_IGNORE  # some patterns crash SQLite 3.40's trigram index: see pipeline/store/search.py
    if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":
        return sqlite3.SQLITE_OK  # asked when FTS5 declares itself; the file is open for reading only
    if action == sqlite3.SQLITE_READ and first == "sqlite_dbpage":
        return sqlite3.SQLITE_DENY  # the file itself, page by page
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in {"load_extension", "readfile", "writefile", "edit"}:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA:
        return sqlite3.SQLITE_OK if second is None or first in _ASKING else sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK if action in _LOOKING else sqlite3.SQLITE_DENY


def browser(file: Path, site: Path) -> App:
    """The application: the file as the database `nectar`, and the weekly pages under /site/."""
    from datasette import handle_exception  # not before datasette.app, which registers it

    handle_exception.rich = None  # else every mistake in a question is drawn on the terminal with all its variables
    db = reading(file)
    try:
        said = about(NAME, described(db), (site / "index.html").is_file())
    finally:
        db.close()
    made = Datasette(metadata=said, settings=_SETTINGS, static_mounts=[("site", str(site))])
    made.remove_database("_memory")
    made.add_database(_Readable(made, path=str(file), is_mutable=True), name=NAME)
    app: App = made.app()
    return app


def only_here(app: App, port: int) -> App:
    """Refuses whoever calls this machine by a strange name: a web page can make its own name mean 127.0.0.1 (DNS rebinding)."""
    ours = {f"{name}:{port}".encode() for name in ("127.0.0.1", "localhost")}

    async def guarded(scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and dict(scope["headers"]).get(b"host") not in ours:
            await send({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": b"This address is for this machine only.\n"})
            return
        await app(scope, receive, send)

    return guarded


def serve(app: App, listening: socket) -> None:
    """Answer until Ctrl-C."""
    import uvicorn

    guarded = only_here(app, listening.getsockname()[1])
    config = uvicorn.Config(guarded, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])
