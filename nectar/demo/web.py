"""Serves the little web on loopback, as an HTTP proxy: so each outlet keeps a host name of its own, and nothing real is asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

from nectar.demo.articles import load
from nectar.demo.outlets import OUTLETS, Answer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10

    def do_GET(self) -> None:
        url = self.path if self.path.startswith("http://") else f"http://{self.headers.get('Host', '')}{self.path}"
        answer = _answer(url)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in (answer.headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """The crawl keeps a log; the little web need not."""


@contextmanager
def serving() -> Iterator[str]:
    """The address of a proxy behind which the outlets live, for as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


_articles = {o.key: [a for a in load() if a.outlet == o.key] for o in OUTLETS}


def _answer(url: str) -> Answer:
    host = urlsplit(url).hostname
    for outlet in OUTLETS:
        if outlet.host == host:
            return outlet.answer(url, _articles[outlet.key])
    return Answer(b"There is no such outlet in the little web.", "text/plain", 502)
