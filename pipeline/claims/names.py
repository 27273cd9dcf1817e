"""Names of people, characters and companies, held against each other across spelling, order and diacritics. Knows no series."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pipeline.patterns import late

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪİŁŃŇŌŐŘŚŠŞŤŪŮŰŹŻŽ"
CJK = "\u3005\u3040-\u30ff\u3400-\u9fff"
_TITLE = rf"(?:Dr|Mr|Mrs|Ms|Prof|St|Sgt|Capt|Lt|Cmdr|Col|Gen|Rev|Fr)\.(?=\s[{UPPER}])"
_WORD = rf"(?<![\w’'-])(?>{_TITLE}|(?:[{UPPER}]\.)++|[{UPPER}](?:[\w&]|['’.-](?!s\b)(?=\w))*+!?)"
NAME = (
    rf"(?>{_WORD}(?:\s+(?:(?:de|van|von|da|di|del|der|la|le|al|bin|ten)\s+){{0,2}}{_WORD}){{0,3}}"
    rf"|[{CJK}]{{2,12}}(?:[ \u3000・][{CJK}]{{1,12}}+(?!\s*[:：]))?)"
)
"""One name as it may be written: two to four words with capitals, one such word, or Japanese script."""
A_NAME = late(NAME)
_ASIDE = r"(?:\s*[(（][^()（）]{0,80}[)）])?"
NAMES = rf"{NAME}{_ASIDE}(?:(?:(?:\s*,\s*{NAME}{_ASIDE}){{1,6}},?)?\s+(?:and|&)\s+{NAME}{_ASIDE})?"
"""A, "A and B", "A, B and C"."""
LISTED = rf"{NAME}{_ASIDE}(?:\s*(?:,|/|、|;|&|\band\b|,\s*and\b)\s*{NAME}{_ASIDE}(?!\s*[:：])){{0,8}}"
"""The names behind a label, where a comma alone may join them."""
_ONE = late(rf"{NAME}(?:(?P<aside>\s*[(（][^()（）]{{0,80}}[)）]))?")
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_LONG = ((re.compile(r"o[uo]|oh(?=[^aeiouy\W]|\b)"), "o"), (re.compile("uu"), "u"), (re.compile("aa"), "a"))
_NOT_A_WORD = late(rf"[^\w{CJK} ]")


def fold(text: str) -> str:
    """Small letters without diacritics."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(c for c in plain if not unicodedata.combining(c) or "\u3040" <= c <= "\u30ff")


@lru_cache(maxsize=8192)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded: long vowels short (Hepburn's ō is ou, oo, oh or o), no hyphens or apostrophes; initials stay single letters."""
    folded = fold(unicodedata.normalize("NFKC", re.sub(r"['’]s\b", "", name)))
    folded = _NOT_A_WORD.sub("", re.sub(r"(?<=\b\w)\.\s*|[・\u3000,]", " ", folded))
    for pattern, short in _LONG:
        folded = pattern.sub(short, folded)
    return tuple(folded.split())


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """The same for every spelling and order of one name; empty for what holds no letter."""
    found = words(name)
    if found and all(c >= "\u3005" for c in found[0]):
        return "".join(found)
    return " ".join(sorted(found))


def company(name: str) -> str:
    """The key of a studio, with or without that word: "Studio Kestrel" and "Kestrel" are one."""
    found = [w for w in words(name) if w not in {"studio", "studios", "inc", "ltd"}]
    return " ".join(sorted(found)) or key(name)


def same(one: str, other: str) -> bool:
    """Two keys or names of one person: equal, with an initial for a word, with a middle name more, or written together."""
    if one == other:
        return True
    a, b = sorted((key(one).split(), key(other).split()), key=len)
    if len(a) < 2 or a == b:
        return a == b
    if "".join(words(one)) == "".join(words(other)) or _is_joined(a, b):
        return True
    rest = list(b)
    full = 0
    for word in a:
        match = next((w for w in rest if w == word), None) or next(
            (w for w in rest if (len(w) == 1 or len(word) == 1) and w[0] == word[0]), None
        )
        if match is None:
            return False
        full += len(match) > 1 and len(word) > 1
        rest.remove(match)
    return full >= 2 or (full == 1 and not rest)


def _is_joined(a: list[str], b: list[str]) -> bool:
    """Two words of one are one word of the other: "Joon Ho" is "Joon-ho"."""
    one, two = ([w for w in words if w not in others] for words, others in ((a, b), (b, a)))
    return len(one) == 1 and len(two) == 2 and one[0] in {"".join(two), "".join(reversed(two))}


def is_misspelt(one: str, other: str) -> bool:
    """Two keys of which one long word alone differs, by a letter or two that somebody has left out, or by two that changed places: a slip, and
    nobody's brother."""
    a, b = set(one.split()), set(other.split())
    if len(a - b) != 1 or len(b - a) != 1 or not a & b:
        return False
    short, long = sorted((*(a - b), *(b - a)), key=len)
    left_out = len(long) - len(short)
    if not left_out and len(long) >= _LONG_ENOUGH:
        unlike = [n for n, (x, y) in enumerate(zip(short, long, strict=True)) if x != y]
        if len(unlike) == 2:
            first, last = unlike
            return last == first + 1 and short[first] == long[last] and short[last] == long[first]
    if len(short) < _LONG_NAME or not 0 < left_out <= (1 if long.startswith(short) else 2):
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


_LONG_ENOUGH = 6
"""Letters of a name of which two have changed places: "Brian" and "Brain" are two people's."""
_LONG_NAME = 7
"""Letters: "Hideki" and "Hideaki" are two people. So are "Kenichi" and "Kenichiro", "Toshihiro" and "Toshihiko"."""


def listed(text: str) -> Iterable[tuple[str, str]]:
    """(name, what stands behind it in brackets) of each name in a match of NAMES or LISTED."""
    return (
        (m[0][: m.start("aside") - m.start()] if m["aside"] else m[0], (m["aside"] or "").strip(" ()（）"))
        for m in _ONE.finditer(text)
    )
