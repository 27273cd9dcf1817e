"""Soft 404s: pages that answer 200 and say that there is no such page."""

import re

_LONGEST = 200
"""Words. A longer piece with such a title is about something: a song, a film, a broken link of somebody else's."""
_MISSING = re.compile(
    r"^\W*(?:error\W*|fehler\W*|erreur\W*)?404\b"
    r"|\b(?:page|article|post|story|content)\s+(?:you\b.{0,40}?\s)?(?:(?:is|was|could|can|does)\s*)?(?:not|n?'t|no longer)\s+"
    r"(?:be\s+)?(?:found|available|exists?)\b"
    r"|^\W*not found\W*$"
    r"|\bseite\s+(?:wurde\s+)?nicht\s+gefunden\b|\bpage\s+(?:introuvable|non trouvée)\b|\bpágina\s+no\s+encontrada\b"
    r"|\bpágina\s+não\s+encontrada\b|\bpagina\s+(?:non\s+trovata|niet\s+gevonden)\b|\bстраница\s+не\s+найдена\b"
    r"|ページ(?:が|は)?見つかりません|お探しのページ|页面(?:不存在|未找到)|페이지를\s*찾을\s*수",
    re.IGNORECASE,
)


def says_missing(titles: tuple[str, ...], words: int) -> bool:
    """True where one of its titles says that the page is not there, and its text is too short to be about that."""
    return words < _LONGEST and any(_MISSING.search(title[:200].replace("’", "'")) for title in titles)
