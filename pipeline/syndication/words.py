"""Text → words, quotations and stable 64-bit numbers for them. Knows no language but how scripts part their words."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Scripts without blanks between words (Thai, Lao, Burmese, Khmer, kana, Chinese characters): each sign counts as a word."""
WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
UNSPACED = re.compile(f"[{_UNSPACED}]")
_QUOTED = re.compile(
    r"“[^“”\n]{1,900}”|\"[^\"\n]{1,900}\"|«[^«»\n]{1,900}»|„[^„“”\n]{1,900}[“”]|»[^«»\n]{1,900}«|「[^「」\n]{1,900}」|『[^『』\n]{1,900}』"
)
_SAID = 4
"""Words in quotation marks that are somebody's speech; fewer are a title or a word held at a distance."""
LONGEST = 200_000
"""Characters of a text that are looked at."""


@lru_cache(1 << 17)
def number(word: str) -> int:
    return hashed(word)


def hashed(text: str) -> int:
    """The same in every process, unlike hash()."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=7).digest())


@lru_cache(1 << 17)
def plain(word: str) -> str:
    """`folded`, remembered."""
    return folded(word)


def folded(text: str) -> str:
    """Lower case, without diacritics; kana and Chinese characters stay."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not "\u0300" <= c <= "\u036f")


def words(text: str) -> list[str]:
    return [plain(w) for w in WORD.findall(text)]


def apart(block: str) -> tuple[str, list[str]]:
    """A block as (its prose, its quotations). A quotation leaves a line break behind, so that nothing runs across it."""
    if block.startswith("> "):
        return "", [block[2:]]
    quotes: list[str] = []

    def taken(match: re.Match[str]) -> str:
        inner = match[0][1:-1]
        if len(WORD.findall(inner)) < _SAID * (3 if UNSPACED.search(inner) else 1):
            return match[0]
        quotes.append(inner)
        return " \n "

    return _QUOTED.sub(taken, block), quotes
