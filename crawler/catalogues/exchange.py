"""One HTTP exchange with a catalogue: one deadline, one size, TLS verified, no redirect to another host. Knows no catalogue.

Of the standard library on purpose: a handful of small requests in a row needs no further dependency.
"""

import http.client
import queue
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

SECONDS = 10.0
"""For a whole answer, from looking up the name to the last byte."""
LARGEST = 2 * 1024 * 1024
"""Bytes. A long show with all its statements is some hundred thousand."""
_HERE = ("localhost", "127.0.0.1", "::1")


class NoAnswer(Exception):
    """Nothing that could be used came back; the words say why."""


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes


def exchange(url: str, body: bytes | None, agent: str, seconds: float = SECONDS) -> Reply:
    """The reply, whatever its status; NoAnswer where none came. A body is posted as JSON."""
    if urlsplit(url).scheme not in {"http", "https"}:
        raise NoAnswer("has no http or https address")
    headers = {"User-Agent": agent, "Accept": "application/json", "Accept-Encoding": "identity"}  # not packed: no bomb
    if body is not None:
        headers["Content-Type"] = "application/json"
    request = urllib.request.Request(url, body, headers)
    replies: queue.SimpleQueue[Reply | NoAnswer] = queue.SimpleQueue()
    # A thread, because the timeouts of sockets begin anew with every byte that drips in; it is left behind when time is up.
    threading.Thread(target=lambda: replies.put(_fetched(request, seconds)), daemon=True).start()
    try:
        reply = replies.get(timeout=seconds)
    except queue.Empty:
        raise NoAnswer(f"did not answer within {seconds:g} seconds") from None
    if isinstance(reply, NoAnswer):
        raise reply
    return reply


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows where a catalogue moves a page on its own host; whatever leads away stays a reply of status 3xx."""

    max_redirections = 3

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        before, after = urlsplit(req.full_url), urlsplit(newurl)
        if req.data is not None or (before.scheme, before.netloc) != (after.scheme, after.netloc):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _fetched(request: urllib.request.Request, seconds: float) -> Reply | NoAnswer:
    local = urlsplit(request.full_url).hostname in _HERE  # what is here is not asked for through a proxy
    proxies = urllib.request.ProxyHandler({} if local else None)
    secure = urllib.request.HTTPSHandler(context=ssl.create_default_context())
    opener = urllib.request.build_opener(proxies, secure, _SameHost)
    try:
        with opener.open(request, timeout=seconds) as answer:
            return _read(answer)
    except urllib.error.HTTPError as answer:
        with answer:
            return _refusal(answer)
    except (OSError, http.client.HTTPException, ValueError) as error:
        return NoAnswer(_in_words(error))


def _refusal(answer: urllib.error.HTTPError) -> Reply | NoAnswer:
    """A reply whose status is no success; its words may still say why."""
    if 300 <= answer.code < 400:
        return NoAnswer(f"wanted to send us elsewhere (status {answer.code}), which is not followed")
    try:
        return _read(answer)
    except (OSError, http.client.HTTPException, ValueError) as error:
        return NoAnswer(_in_words(error))


def _read(answer: Any) -> Reply | NoAnswer:
    body = answer.read(LARGEST + 1)
    if len(body) > LARGEST:
        return NoAnswer(f"answered more than {LARGEST >> 20} MiB")
    return Reply(answer.status, {name.lower(): value for name, value in answer.headers.items()}, body)


def _in_words(error: Exception) -> str:
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, TimeoutError):
        return "did not answer in time"
    if isinstance(cause, ssl.SSLError):
        return "could not be reached: its certificate is not to be trusted"
    if isinstance(cause, http.client.HTTPException):
        return "broke off or spoke no HTTP"
    return "could not be reached" if isinstance(error, urllib.error.URLError) else "broke off"
