"""Whom a piece names as its source, and whether it calls itself a press release."""

import re
from collections.abc import Iterator

from pipeline.syndication.piece import Piece
from pipeline.syndication.words import LONGEST, plain
from pipeline.urls import host

_TAKEN_OVER = (
    r"(?:first|originally) (?:appeared|published|posted|ran|printed) (?:on|in|at|by)|republished (?:from|with)|syndicated (?:from|by)"
    r"|reprinted (?:from|with)|translated from|(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht)|erschien zuerst|publicado originalmente|publicado por primera vez"
    r"|(?:paru|publié) (?:initialement|à l'origine)|initialement (?:paru|publié)|traduit de|traducido de|übersetzt (?:von|aus)|転載元|初出"
)
_CREDIT = re.compile(
    rf"(?P<taken>{_TAKEN_OVER})|\bvia\b|\b(?:source|sources|quelle|fuente|fonte|bron|h/t|hat tip)\s*:|(?:出典|情報元|引用元|ソース)\s*[::]?",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"press release|for immediate release|media contact|press contact|pressemitteilung|nota de prensa|comunicado de prensa|communiqué de presse"
    r"|comunicato stampa|プレスリリース|\b(?:pr newswire|prnewswire|business wire|globenewswire|pr times|presseportal|ots\))",
    re.IGNORECASE,
)
_NEAR = 80
"""Signs behind the words in which the name is looked for."""
_LEAST = 4
"""Letters of a site's name."""


def label(site: str) -> str:
    """What an outlet is called, as its address has it: "www.kelp-news.co.uk" → "kelpnews"."""
    parts = [p for p in site.lower().split(":")[0].split(".") if p not in ("www", "m", "amp", "blog", "news")]
    if len(parts) > 2 and len(parts[-2]) <= 3:
        parts.pop()
    return re.sub(r"[\W_]", "", parts[-2] if len(parts) > 1 else "".join(parts))


def credits(piece: Piece) -> tuple[tuple[str, ...], bool]:
    """(What follows on "via", "Source:" and the like, letters only, and the names of sites it is based on; whether it says that it appeared elsewhere first)."""
    found, taken = [], False
    for match in _CREDIT.finditer(piece.text[:LONGEST]):
        found.append(_letters(piece.text[match.end() : match.end() + _NEAR].split("\n")[0]))
        taken = taken or match["taken"] is not None
    based = [label(host(address)) for address in piece.based_on]
    return tuple(f for f in found + based if f), taken or bool(based)


def names(credited: tuple[str, ...], site: str) -> bool:
    """Whether one of the credits names this outlet."""
    name = label(site)
    return len(name) >= _LEAST and any(name in c for c in credited)


def is_release(piece: Piece) -> bool:
    """Its head or its foot says so."""
    text = piece.text[:LONGEST]
    return any(_RELEASE.search(part) for part in (piece.title, text[:300], text[-400:]))


def _letters(text: str) -> str:
    return "".join(_kept(text))


def _kept(text: str) -> Iterator[str]:
    return (c for c in plain(text) if c.isalnum())
