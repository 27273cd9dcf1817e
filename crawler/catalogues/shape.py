"""Strangers' JSON, taken only where it has the shape that was expected. Nothing here raises, whatever the answer holds."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

LONGEST = 200
"""Letters of a name or a role; what is longer is no name."""
MOST = 5000
"""Entries of a list that are looked at; the longest shows have some thousand episodes."""
_SPACES = re.compile(r"\s+")
_BAD = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean(value: object, longest: int = LONGEST) -> str:
    """Text on one line, without what is invisible, turns the direction or can't be encoded; empty for what is no text."""
    if not isinstance(value, str):
        return ""
    seen = (" " if unicodedata.category(c) in _BAD else c for c in value[: longest * 4])
    return _SPACES.sub(" ", unicodedata.normalize("NFC", "".join(seen))).strip()[:longest].strip()


def at(value: object, *path: str) -> object:
    """What stands under these keys, one within the other; None where the way breaks off."""
    for key in path:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def items(value: object, *path: str) -> list[object]:
    found = at(value, *path)
    return found[:MOST] if isinstance(found, list) else []


def text(value: object, *path: str) -> str:
    return clean(at(value, *path))


def number(value: object, *path: str, low: int = 0, high: int = 1_000_000_000) -> int | None:
    """A whole number within the bounds; no truth value, no fraction, no digits in quotes."""
    found = at(value, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) and low <= found <= high else None


def day(value: object, *path: str) -> date | None:
    """2024-01-10, also at the head of a longer moment; years from 1880 to 2100, which hold all that was ever filmed or announced."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", text(value, *path), re.ASCII)
    return calendar(*map(int, match.groups())) if match else None


def calendar(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month) if 1880 <= year <= 2100 else None
    except ValueError:
        return None


def address(value: object, *path: str) -> str:
    """An http(s) address without spaces or quotes, else nothing."""
    found = clean(at(value, *path), 500)
    try:
        sound = urlsplit(found).scheme in {"http", "https"} and bool(urlsplit(found).hostname)
    except ValueError:
        return ""
    return found if sound and not re.search(r"[\s\"'<>\\]", found) else ""


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Without the empty and without repetitions, case aside; the first spelling stays."""
    kept: dict[str, str] = {}
    for name in names:
        if name:
            kept.setdefault(name.casefold(), name)
    return tuple(kept.values())
