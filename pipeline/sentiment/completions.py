"""One question to an OpenAI-compatible server: one deadline, one size, no redirects. The one owner of httpx; knows nothing of sentences."""

import asyncio
import json
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from pipeline.errors import UserError

LARGEST = 1_000_000
"""Bytes of an answer; a dozen judgements take two thousand."""
LONGEST_WAIT = 10
"""Seconds of Retry-After that are worth waiting; a server that needs longer is not asked again."""
_CONNECT = 5.0
"""Seconds to reach the server. Loading a model may take a minute, shaking hands may not."""
_PATH = "/chat/completions"
_HERE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is asked."""

    url: str
    """Without the /chat/completions at its end."""
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 60.0
    """Seconds for a whole answer, from connecting to its last byte."""
    together: int = 12
    """Units in one question."""


class Failed(Exception):
    """No answer. `reason` is ours: it repeats neither the server nor the key.

    `wait`: seconds after which asking once more may help; None: it will not. `status`: the HTTP status, 0 where there was none.
    """

    def __init__(self, reason: str, wait: float | None = None, status: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.wait, self.status = reason, wait, status


def endpoint_from(environ: Mapping[str, str]) -> Endpoint:
    """The endpoint that NECTAR_LLM_URL, NECTAR_LLM_MODEL and NECTAR_LLM_KEY (may be missing) describe, else UserError."""
    url, model, key = (environ.get(f"NECTAR_LLM_{name}", "").strip() for name in ("URL", "MODEL", "KEY"))
    if not url or not model:
        lacking = "NECTAR_LLM_URL" if not url else "NECTAR_LLM_MODEL"
        raise UserError(
            f"The engine llm needs {lacking}.",
            "For Ollama: NECTAR_LLM_URL=http://localhost:11434/v1 NECTAR_LLM_MODEL=llama3.1:8b",
        )
    if not _is_plain(url):
        raise UserError(
            "NECTAR_LLM_URL is no address of a server.", "Such as http://localhost:11434/v1; a key goes into NECTAR_LLM_KEY."
        )
    if not (key.isascii() and key.isprintable()):
        raise UserError("NECTAR_LLM_KEY holds characters that no key has.", "Copy it again, without spaces and line breaks.")
    return Endpoint(url.rstrip("/").removesuffix(_PATH), model, key)


def _is_plain(url: str) -> bool:
    """An http(s) address with a host, without a password (which would be written into logs), a query or a fragment."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and not {*"@?#"} & {*url}
    except ValueError:
        return False


def complete(endpoint: Endpoint, question: Mapping[str, Any]) -> str:
    """What the model says to the question (the JSON body of the protocol); Failed where it says nothing. Not for use in an event loop."""
    data = asyncio.run(_posted(endpoint, json.dumps(question).encode()))
    try:
        content = json.loads(data)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        content = None
    if not isinstance(content, str):
        raise Failed("answered something else than a completion", wait=0)
    return content


async def _posted(endpoint: Endpoint, body: bytes) -> bytes:
    """The answer's body. Asynchronous for its one deadline: httpx's own timeouts begin anew with every byte that drips in."""
    import httpx  # an optional extra

    headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}  # what can't be unpacked can't be a bomb
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    options = httpx.Timeout(None, connect=_CONNECT)
    data = bytearray()
    try:
        local = urlsplit(endpoint.url).hostname in _HERE  # what is meant to stay here is not shown to a proxy
        async with (
            asyncio.timeout(endpoint.timeout),
            httpx.AsyncClient(verify=_certificates(), timeout=options, follow_redirects=False, trust_env=not local) as client,
            client.stream("POST", endpoint.url + _PATH, content=body, headers=headers) as response,
        ):
            if response.status_code != 200:
                raise _refusal(response.status_code, response.headers.get("Retry-After", "0"))
            async for chunk in response.aiter_raw():
                data += chunk
                if len(data) > LARGEST:
                    raise Failed("answered more than a megabyte")
    # "from None" throughout: these errors carry the request, and the request the key
    except TimeoutError:
        raise Failed(f"did not finish within {endpoint.timeout:g} seconds", wait=0) from None
    except (httpx.ConnectError, httpx.ConnectTimeout):
        raise Failed("could not be reached", wait=0) from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError):
        raise Failed("broke off", wait=0) from None
    return bytes(data)


@cache
def _certificates() -> ssl.SSLContext:
    """Whom to trust. Read once: it takes longer than all of a question but the model."""
    import httpx

    return httpx.create_ssl_context()


def _refusal(status: int, retry_after: str) -> Failed:
    """A status as a failure. Worth another try: 429 and 5xx, when the server names no time, or seconds up to LONGEST_WAIT."""
    soon = int(retry_after) if re.fullmatch(r"[0-9]{1,6}", retry_after) else LONGEST_WAIT + 1
    passing = status == 429 or status >= 500
    return Failed(f"answered {status}", soon if passing and soon <= LONGEST_WAIT else None, status)
