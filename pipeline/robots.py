"""robots.txt by RFC 9309: what it says to us. Pure: knows neither how it is fetched nor what is done about it."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

TOKEN = "nectar"
"""Our product token (2.2.1), in lower case."""
LONGEST = 500 * 1024
"""Bytes that are read (2.5: at least 500 KiB); what follows is cut off."""

_SPELLINGS = {
    "user-agent": ("user-agent", "useragent", "user agent"),
    "allow": ("allow",),
    "disallow": ("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw", "desallow"),
    "crawl-delay": ("crawl-delay", "crawl delay", "crawldelay"),
    "content-signal": ("content-signal",),
    "content-usage": ("content-usage",),
}
_DIRECTIVES = {spelling: name for name, spellings in _SPELLINGS.items() for spelling in spellings}
_DIRECTIVE = re.compile(rf"({'|'.join(sorted(_DIRECTIVES, key=len, reverse=True))})(?:\s*:|\s)\s*(.*)", re.I | re.S)
"""A colon is what the RFC asks for; a blank in its place is a mistake that all large crawlers forgive."""
_AGENT = re.compile(r"\*(?=\s|$)|[a-zA-Z_-]+")
_NOT_PLAIN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xff]")
_HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|\?xml)\b", re.I)


@dataclass(frozen=True, slots=True)
class Group:
    """What stands for us: in the groups that name us, or, where none does, in those for everybody."""

    rules: tuple[tuple[str, str], ...] = ()
    """("allow" or "disallow", path pattern), percent-encoded."""
    delay: float | None = None
    """Seconds between two requests: Crawl-delay, which the RFC does not know."""
    preferences: tuple[tuple[str, str], ...] = ()
    """("content-signal" or "content-usage", value)."""

    @property
    def text(self) -> str:
        """The rules as a robots.txt for everybody that any parser reads alike."""
        return "".join(("User-agent: *\n", *(f"{name}: {path}\n" for name, path in self.rules)))


@dataclass(slots=True)
class _Growing:
    named: bool = False
    rules: list[tuple[str, str]] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)
    preferences: list[tuple[str, str]] = field(default_factory=list)


def read(body: bytes, token: str = TOKEN) -> Group:
    """The lines for this product token. Never raises: a line that can't be read is passed over (2.3.1.5); a web page has no rules.

    A group of several agents ends only at a user-agent line behind a rule: lines that the RFC does not define, Crawl-delay
    among them, must not come between (2.2.4). They hold for the agents that stand directly above them.
    """
    ours, everybody = _Growing(), _Growing()
    agents: list[_Growing] = []
    above: list[_Growing] = []
    after_rule = after_line = False
    for name, value in _lines(body):
        if name == "user-agent":
            agents = [] if after_rule else agents
            above = [] if after_line else above
            after_rule = after_line = False
            said = _AGENT.match(value)
            named = {"*": everybody, token: ours}.get(said[0].lower()) if said else None
            if named is not None:
                named.named = True
                agents.append(named)
                above.append(named)
            continue
        after_line = True
        if name in {"allow", "disallow"}:
            after_rule = True
            for group in agents if value else ():
                group.rules.append((name, value))
        elif name == "crawl-delay" and (seconds := _seconds(value)) is not None:
            for group in above:
                group.delays.append(seconds)
        elif name.startswith("content-"):
            for group in above:
                group.preferences.append((name, value))
    found = ours if ours.named else everybody
    return Group(tuple(dict.fromkeys(found.rules)), max(found.delays, default=None), tuple(dict.fromkeys(found.preferences)))


def preferred(group: Group, name: str, url: str) -> str:
    """The preferences of this name for an address: those for the longest path that matches it, a preference without a path being for all."""
    best = -1
    said: list[str] = []
    for value in (v for n, v in group.preferences if n == name):
        first, _, rest = value.partition(" ")
        pattern, stated = (first, rest) if first[:1] in {"/", "*"} else ("", value)
        if len(pattern) < best or not matches(pattern, url):
            continue
        said = [*(said if len(pattern) == best else ()), stated.strip()]
        best = len(pattern)
    return ", ".join(said)


def matches(pattern: str, url: str) -> bool:
    """A path pattern as of RFC 9309, 2.2.3: a prefix, in which * stands for anything and a last $ for the end."""
    parts = urlsplit(url)
    path = _encoded(parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    to_end = pattern.endswith("$")
    first, *others = _encoded(pattern.removesuffix("$")).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(others, 1):
        if to_end and number == len(others):
            return path.endswith(part) and len(path) - len(part) >= at
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not to_end or at == len(path)


def _encoded(path: str) -> str:
    return quote(unquote(path, errors="replace"), safe="/*?=&;:@!,+~'()", errors="replace")


def _lines(body: bytes) -> Iterator[tuple[str, str]]:
    """(directive, value) of each line; "" for a directive that is not ours to know. Lines end as on Unix, DOS or Mac (2.2)."""
    body = _utf8(body[:LONGEST])
    if _HTML.match(body):
        return
    for raw in body.splitlines():
        line = _NOT_PLAIN.sub(lambda m: b"%%%02X" % m[0][0], raw.partition(b"#")[0].strip()).decode("ascii")
        if found := _DIRECTIVE.fullmatch(line):
            yield _DIRECTIVES[found[1].lower()], found[2].strip()
        elif line:
            yield "", ""


def _utf8(body: bytes) -> bytes:
    """RFC 9309, 2.3: the file is UTF-8; a mark at its beginning is no part of the first line. Some editors write UTF-16."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return body.removeprefix(b"\xef\xbb\xbf")


def _seconds(text: str) -> float | None:
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None
