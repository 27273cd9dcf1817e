"""A little web with bad manners on 127.0.0.1, and the program that is sent into it. Knows nothing of what a crawl should do."""

import gzip
import io
import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import chdir, closing, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import unquote

HTML = "text/html; charset=utf-8"
TITLE = "Copper Heron"


@dataclass(frozen=True, slots=True)
class Answer:
    body: bytes | str = b""
    status: int = 200
    type: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: seconds on a clock that never goes back, path with query, user agent, all headers."""

    at: float
    path: str
    agent: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Visitor(BaseHTTPRequestHandler):
    """One connection. A route that answers by hand gets it and returns None; then the connection is closed."""

    protocol_version = "HTTP/1.1"
    server: "_Server"
    sent = b""
    """The body of a POST."""

    def do_GET(self) -> None:
        web = self.server.web
        with web.lock:
            web.requests.append(Asked(time.monotonic(), self.path, self.headers.get("User-Agent", ""), dict(self.headers)))
        try:
            self._answer(web.route(self.path))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def do_POST(self) -> None:
        self.sent = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.do_GET()

    def _answer(self, route: "Route") -> None:
        given = route(self) if callable(route) else route
        if given is None:
            self.close_connection = True
            return
        if isinstance(given, int):
            given = Answer(f"<h1>{given}</h1>", given)
        elif not isinstance(given, Answer):
            given = Answer(given)
        body = given.body.encode() if isinstance(given.body, str) else given.body
        self.begin(given.status, {"Content-Type": given.type, "Content-Length": str(len(body)), **given.headers})
        self.wfile.write(body)

    def begin(self, status: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: the requests are kept, not printed."""


Given: TypeAlias = Answer | bytes | str | int | None
Route: TypeAlias = Answer | bytes | str | int | Callable[[Visitor], Given]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 50

    def __init__(self, web: "Web") -> None:
        self.web = web
        super().__init__(("127.0.0.1", 0), Visitor)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A visitor that was killed is no news."""


class Web:
    """One site. `routes`: path (with or without its query; `/x/*` takes all below) to body, status, Answer or function; else 404."""

    def __init__(self, routes: Mapping[str, Route] | None = None) -> None:
        self.routes: dict[str, Route] = dict(routes or {})
        self.requests: list[Asked] = []
        self.lock = threading.Lock()
        self._server = _Server(self)
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> "Web":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def route(self, path: str) -> Route:
        plain = path.partition("?")[0]
        for key in (path, plain, unquote(plain)):
            if key in self.routes:
                return self.routes[key]
        under = [k for k in self.routes if k.endswith("*") and plain.startswith(k[:-1])]
        return self.routes[max(under, key=len)] if under else 404

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked so far, robots.txt left out."""
        with self.lock:
            return [r.path for r in self.requests if r.path != "/robots.txt"]

    def times(self) -> list[float]:
        with self.lock:
            return [r.at for r in self.requests if r.path != "/robots.txt"]

    def forget(self) -> None:
        with self.lock:
            self.requests.clear()


# Bad manners


def drip(body: str, seconds: float, type: str = HTML) -> Route:
    """The body in twenty small pieces, over so many seconds."""

    def slowly(visitor: Visitor) -> None:
        data = body.encode()
        visitor.begin(200, {"Content-Type": type, "Content-Length": str(len(data))})
        step = max(1, -(-len(data) // 20))
        for start in range(0, len(data), step):
            visitor.wfile.write(data[start : start + step])
            visitor.wfile.flush()
            time.sleep(seconds / 20)

    return slowly


def dropped(visitor: Visitor) -> None:
    """Hangs up without a word."""
    visitor.connection.close()


def cut_short(body: str) -> Route:
    """Promises a thousand bytes more than it sends."""

    def lying(visitor: Visitor) -> None:
        visitor.begin(200, {"Content-Type": HTML, "Content-Length": str(len(body.encode()) + 1000)})
        visitor.wfile.write(body.encode())

    return lying


def redirect(to: str, status: int = 302) -> Answer:
    return Answer(b"", status, headers={"Location": to})


def busy(wait: str, then: Route = 429, status: int = 429) -> Route:
    """Once `status` with this Retry-After, afterwards `then`."""
    asked: list[float] = []

    def answer(visitor: Visitor) -> Given:
        asked.append(time.monotonic())
        if len(asked) == 1:
            return Answer("later", status, headers={"Retry-After": wait})
        return then(visitor) if callable(then) else then

    return answer


def gzip_bomb(megabytes: int = 40) -> Answer:
    """A small answer that unpacks to a large one."""
    body = gzip.compress(b"<html><body>" + b" " * (megabytes << 20))
    return Answer(body, headers={"Content-Encoding": "gzip"})


def huge(megabytes: int = 10) -> Answer:
    return Answer(b"<html><body><p>" + b"heron " * ((megabytes << 20) // 6) + b"</body></html>")


def endless(folder: str) -> Route:
    """Lists that always name a next one: route it at `folder*`."""

    def one(visitor: Visitor) -> str:
        number = int(visitor.path.removeprefix(folder) or "1")
        return f'<a class="item" href="/read/copper-heron-{number}">Copper Heron {number}</a><a rel="next" href="{folder}{number + 1}">on</a>'

    return one


class Gate:
    """Pages that answer at once for the first `free` requests and then hold the visitor until the gate is opened."""

    def __init__(self, free: int) -> None:
        self.reached = threading.Event()
        self.opened = threading.Event()
        self._free = free
        self._lock = threading.Lock()

    def __call__(self, visitor: Visitor) -> Given:
        with self._lock:
            self._free -= 1
            held = self._free < 0
        if held and not self.opened.is_set():
            self.reached.set()
            self.opened.wait(25)
        return article(f"Copper Heron, {visitor.path}")


# What sites say

_FILLER = (
    "Copper Heron is an anime about a ferry town and the bird that guards it. "
    "The first episode sets the scene with patience, and the studio lets the quiet water speak. "
    "Copper Heron keeps its cast small, which gives every voice actor room."
)


def article(title: str, text: str = _FILLER, head: str = "") -> str:
    paragraphs = "".join(f"<p>{p}</p>" for p in text.split("\n\n"))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>{head}</head>'
        f"<body><article><h1>{escape(title)}</h1>{paragraphs}</article></body></html>"
    )


def rss(entries: Iterable[tuple[str, str]]) -> Answer:
    """(title, link) each."""
    items = "".join(f"<item><title>{escape(t)}</title><link>{escape(u)}</link></item>" for t, u in entries)
    body = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
    return Answer(body, type="application/rss+xml")


def sitemap(entries: Iterable[tuple[str, str]]) -> Answer:
    """(address, lastmod or nothing) each."""
    urls = "".join(f"<url><loc>{escape(u)}</loc>{f'<lastmod>{m}</lastmod>' if m else ''}</url>" for u, m in entries)
    return Answer(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>', type="application/xml")


def robots(text: str) -> Answer:
    return Answer(text, type="text/plain")


# The visitor


def series_file(path: Path, sources: Iterable[Mapping[str, Any]], top: str = "") -> Path:
    """A series file that follows Copper Heron; `top` is further TOML for its head."""
    lines = [f'title = "{TITLE}"', 'confused_with = ["plumbing"]', top]
    for source in sources:
        lines.append("[[sources]]")
        lines += [f"{key} = {_toml(value)}" for key, value in source.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _toml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value) if isinstance(value, int) else f"'{value}'"


@contextmanager
def sites(*routes: Mapping[str, Route]) -> Iterator[list[Web]]:
    webs = [Web(r) for r in routes]
    try:
        for web in webs:
            web.__enter__()
        yield webs
    finally:
        for web in webs:
            web.__exit__()


def environment(**more: str) -> dict[str, str]:
    """Ours, without proxies and without settings of nectar's own."""
    kept = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy") and not k.startswith("NECTAR_")}
    return kept | {"PYTHONUTF8": "1"} | more


@dataclass(frozen=True, slots=True)
class Run:
    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Nectar:
    """`python -m nectar --home HOME` as a process of its own, run from a folder that holds nothing of the project."""

    home: Path

    def command(self, *arguments: object) -> list[str]:
        return [sys.executable, "-m", "nectar", "--home", str(self.home), *map(str, arguments)]

    def run(self, *arguments: object, stdin: str | bytes = "", env: Mapping[str, str] | None = None, **options: Any) -> Run:
        done = subprocess.run(
            self.command(*arguments),
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            env=environment(**(env or {})),
            cwd=self.home.parent,
            timeout=90,
            **options,
        )
        return Run(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    def here(self, *arguments: object) -> Run:
        """As `run`, in this process: ten times as fast, for commands that neither crawl nor start others."""
        from nectar.cli import run

        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err), chdir(self.home.parent):
            code = run(["--home", str(self.home), *map(str, arguments)])
        return Run(code, out.getvalue(), err.getvalue())

    def crawl(self, file: Path, *arguments: object, env: Mapping[str, str] | None = None, **options: Any) -> Run:
        return self.run("crawl", file, "--allow-private", "--delay", "0", *arguments, env=env, **options)

    def start(self, *arguments: object) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            self.command(*arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            cwd=self.home.parent,
            start_new_session=True,
        )

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.home / "nectar.db")) as db:
            return db.execute(query).fetchall()

    def skipped(self) -> dict[str, str]:
        """Path (or the address, where it has none) to the reason."""
        return {_path(url): reason for url, reason in self.rows("SELECT url, reason FROM skip")}

    def pages(self) -> list[str]:
        return sorted(_path(url) for (url,) in self.rows("SELECT url FROM page"))

    def intact(self) -> bool:
        return self.rows("PRAGMA integrity_check") == [("ok",)] and not self.rows("PRAGMA foreign_key_check")


def _path(url: str) -> str:
    site, slash, rest = url.partition("//")[2].partition("/")
    return slash + rest if site.startswith("127.0.0.1") else url


def plain_failure(run: Run, code: int, *words: str) -> None:
    """Asserts that a run ended as it should end: this code, one sentence with these words, at most a tip, no traceback."""
    assert run.code == code, run
    assert "Traceback" not in run.err + run.out, run.err
    assert run.err.startswith("nectar: "), run.err
    for word in words:
        assert word in run.err, (word, run.err)
