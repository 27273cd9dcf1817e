"""Reads a cast list whose lines have run together ("Tama: Rin Hayashi Aki: Ken Satō"): each actor ends where the next label begins."""

import re

from pipeline.claims.known import Known
from pipeline.claims.names import A_NAME, key

_COLON = re.compile(r"\s*(?:[:：]|…|\.{3,})\s+")
_MARK = re.compile(r"(?<!\.)\.(?!\.)|[,;()（）|/]")
"""What parts entries by itself."""
_WORD = re.compile(r"\S+")
_LONGEST = 8
"""Words between two labels at most."""
_LEAST = 2
"""Pairs of which the series file knows one name, before the rest is believed."""


def run_on(text: str, known: Known) -> list[tuple[str, str, int, int]]:
    """(character, actor, where they begin and end) of each entry; nothing unless the series file knows somebody in two of them."""
    colons = list(_COLON.finditer(text))
    if len(colons) < _LEAST or _MARK.search(text, colons[0].end(), colons[-1].start()):
        return []
    ends = [m.start() for m in colons[1:]] + [len(text)]
    found: list[tuple[str, str, int, int]] = []
    label = _last(text[: colons[0].start()], known)
    for n, (colon, until) in enumerate(zip(colons, ends, strict=True)):
        last = n + 1 == len(colons)
        piece = text[colon.end() : until]
        actor, following = (m[0] if (m := A_NAME.match(piece)) else "", "") if last else _parted(piece, known)
        if label and actor:
            found.append((label, actor, colon.start() - len(label), colon.end() + len(actor)))
        label = following
    return found if sum(_is_known(who, actor, known) for who, actor, _, _ in found) >= _LEAST else []


def _is_known(who: str, actor: str, known: Known) -> bool:
    return key(who) in known.characters.keys or key(actor) in known.people.keys


def _last(text: str, known: Known) -> str:
    """The character with whom a text ends, by the longest name that the file has."""
    starts = [m.start() for m in _WORD.finditer(text)][-4:]
    return next((text[at:] for at in starts if known.characters.key(text[at:]) in known.characters.keys), "")


def _parted(piece: str, known: Known) -> tuple[str, str]:
    """Actor and next label: where the file knows one of the two, else two words and the rest."""
    cuts = [m.start() for m in _WORD.finditer(piece)][1:_LONGEST]
    if not cuts or any(not word[0].isupper() for word in piece.split()):
        return "", _last(piece, known)
    parted = [(piece[:at].strip(), piece[at:]) for at in cuts]
    for actor, label in parted:
        if key(label) in known.characters.keys or key(actor) in known.people.keys:
            return actor, label
    return parted[1] if len(parted) in (2, 3) else ("", "")
