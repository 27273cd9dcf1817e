"""Whom a piece names as its source, and whether it calls itself a press release."""

import re
from dataclasses import dataclass

from pipeline.syndication.piece import Piece
from pipeline.syndication.words import folded
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
_NAMED = "press release|news release|pressemitteilung|nota de prensa|comunicado de prensa|communiqué de presse|comunicato stampa|プレスリリース"
_RELEASE = re.compile(
    rf"^\W*(?:{_NAMED})\b|(?:{_NAMED})\s*:|\b(?:following|full|official) (?:{_NAMED})|for immediate release|(?:media|press) contacts?\s*:"
    r"|\b(?:pr newswire|prnewswire|business wire|globenewswire|pr times|presseportal)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""As a heading or a mark; "said in a press release" is a report."""
_EDITED = re.compile(r"\(updated?\b|\bupdated?\s*:|\bcorrection\s*:|\[update", re.IGNORECASE)
_BETWEEN = re.compile(r"[\W_]+")
_NEAR = 80
"""Signs behind the words in which the name is looked for."""
_END = 500
"""Signs of the head and of the foot."""
_LEAST = 4
"""Letters of a site's name."""


def label(site: str) -> str:
    """What an outlet is called, as its address has it: "www.kelp-news.co.uk" → "kelpnews"."""
    parts = [p for p in site.lower().split(":")[0].split(".") if p not in ("www", "m", "amp", "blog", "news")]
    if len(parts) > 2 and len(parts[-2]) <= 3:
        parts.pop()
    return re.sub(r"[\W_]", "", parts[-2] if len(parts) > 1 else "".join(parts))


@dataclass(frozen=True, slots=True)
class Credits:
    """What a piece says of where it comes from."""

    named: tuple[str, ...]
    """What follows on "via", "Source:" and the like, letters only, and the names of the sites it is based on."""
    taken: bool
    """It says that it appeared elsewhere first."""
    release: bool
    """It calls itself a press release."""

    letters: str
    """Of its head and foot."""

    def to(self, site: str) -> bool:
        """Whether this outlet is named as its source."""
        name = label(site)
        return len(name) >= _LEAST and any(name in n for n in self.named)

    def mentions(self, site: str) -> bool:
        """Whether this outlet is named at all, at the head or the foot."""
        name = label(site)
        return len(name) > _LEAST + 1 and name in self.letters


def credited(piece: Piece) -> Credits:
    text = _ends(piece.text)
    named, taken = [], False
    for match in _CREDIT.finditer(text):
        named.append(_letters(text[match.end() : match.end() + _NEAR].split("\n")[0]))
        taken = taken or match["taken"] is not None
    based = [label(host(address)) for address in piece.based_on]
    release = _RELEASE.search(f"{piece.title}\n{text}") is not None
    return Credits(tuple(n for n in named + based if n), taken or bool(based), release, _letters(text))


def is_edited(piece: Piece) -> bool:
    """A later edition, by its own words."""
    return _EDITED.search(f"{piece.title}\n{piece.text[:80]}") is not None


def _ends(text: str) -> str:
    """Head and foot, where credits stand; what is said between is about others."""
    return text if len(text) <= 2 * _END else f"{text[:_END]}\n{text[-_END:]}"


def _letters(text: str) -> str:
    return _BETWEEN.sub("", folded(text))
