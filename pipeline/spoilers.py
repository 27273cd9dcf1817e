"""Does a piece warn of spoilers, and which sentences give something away? Rather one fold too many than one too few."""

import re

from pipeline.terms import Hints

# All of these are read on lower-cased text.
_WARNING = re.compile(
    r"\bspoilers?\b.{0,40}\b(?:below|ahead|follow\w*|warning|alert|within|for episodes?|through|from here|abound)\b|\b(?:full|major|heavy|mild|contains?|warning:?|beware(?: of)?) spoilers?\b"
    r"|\bhere be spoilers\b|\b(?:review|post|article|piece|text|below)\b[^.]{0,20}\bgives? away\b|\bplot points?\b[^.]{0,30}\bdiscussed\b"
    r"|\b(?:talks?|writ\w+|speaks?) about (?:everything|all) that happens\b|\blook away now\b|未見の方は(?:ご)?注意"
    r"|\bspoiler[- ]?(?:warning|alert)\b|ネタバレ(?:注意|あり|を含)|\b(?:contiene|con|ojo,?|alerta de) spoilers?\b",
)
_WARNING_HINTS = Hints("spoiler", "give away", "gives away", "look away", "plot point", "that happens", "注意", "ネタバレ")
_FREE = re.compile(r"\bspoiler[- ]free\b|\b(?:no|without|zero|sin) spoilers?\b|ネタバレなし")
_END = re.compile(r"\b(?:end of spoilers?|spoilers? over|back to spoiler[- ]free)\b")
_GIVES_AWAY = re.compile(
    r"\b(?:dies|died|is dead|kills|killed|murders|murdered|sacrifices? (?:himself|herself|themselves|itself)|betrays|betrayed|is (?:revealed|unmasked)"
    r"|turns? out (?:to be|that)|turned out (?:to be|that)|(?:is|was) (?:actually|really|secretly) (?:a|an|the|her|his|their|one)|reveals? (?:that|herself|himself|itself)"
    r"|revelation that|(?:big|final|last|late) (?:twist|reveal|revelation)|the twist is|the (?:final|last) (?:scene|shot|battle|confrontation)|true identity|real identity"
    r"|(?:her|his|their) (?:death|betrayal|sacrifice)|was behind|the (?:real|true) villain|in the end,? (?:she|he|they|rouge)|survives|is reborn|comes back to life|the traitor)\b"
)
_GIVES_AWAY_HINTS = Hints(
    *"dies died dead kill murder sacrifice betray reveal unmasked twist death traitor survives reborn".split(),
    *("turn out", "turns out", "turned out", "true ", "real ", "revelation", "was behind", "in the end", "back to life"),
    *(f"{whether} {how}" for whether in ("is", "was") for how in ("actually", "really", "secretly")),
    *(f"{which} {what}" for which in ("final", "last") for what in ("scene", "shot", "battle", "confrontation", "reveal")),
)


def warns(text: str) -> bool:
    """True where the piece warns its readers of spoilers."""
    return _warns(text.lower())


def _warns(lower: str) -> bool:
    if not _WARNING_HINTS.stand_in(lower):
        return False
    return any(not _FREE.search(lower[max(0, m.start() - 20) : m.end() + 20]) for m in _WARNING.finditer(lower))


class SpoilerReader:
    """Goes through a piece sentence by sentence. Once a warning has been read, telling sentences are spoilers until the piece says that it is over."""

    def __init__(self, aired: bool) -> None:
        """`aired`: something is out, so that there is something to give away."""
        self._aired = aired
        self._warned = False

    def is_spoiler(self, sentence: str, opinion: bool) -> bool:
        """`opinion`: the sentence judges an aspect; under a warning only such sentences stay unfolded, unless they give something away."""
        lower = sentence.lower()
        if "spoiler" in lower and _END.search(lower):
            self._warned = False
        elif _warns(lower):
            self._warned = True
            return False
        return self._aired and ((self._warned and not opinion) or _gives_away(lower))


def _gives_away(lower: str) -> bool:
    return _GIVES_AWAY_HINTS.stand_in(lower) and _GIVES_AWAY.search(lower) is not None
