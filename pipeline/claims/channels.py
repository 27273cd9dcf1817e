"""The services, channels, shops and machines that a text names, and which of them it names in one breath."""

import re

from pipeline.claims.known import Known
from pipeline.terms import Hit


def named(text: str, known: Known) -> list[Hit]:
    """Left to right; a word in small letters names none, and "Max" only where a service can be meant."""
    hits = [
        h
        for h in known.platforms.find(text)
        if text[h.start : h.end] != text[h.start : h.end].lower() or h.label in {"itch.io", "ios", "d anime store"}
    ]
    if known.game or "max" not in text.lower() or known.somebody("Max"):
        return hits
    for m in _MAX.finditer(text):
        hits = [h for h in hits if h.end <= m.start() or h.start >= m.end()]
        found = Hit("max", m.start(), m.end())
        beside = [group for group in joined(sorted((*hits, found), key=lambda h: h.start), text) if found in group]
        if len(beside[0]) > 1 or _SERVICE_BEFORE.search(text, 0, m.start()) or _SERVICE_AFTER.match(text, m.end()):
            hits = sorted((*hits, found), key=lambda h: h.start)
    return hits


_MAX = re.compile(
    r"\(HBO\)\s+M(?:ax|AX)\b|(?<![\w’'&-])(?<!HBO )(?<!Mad )M(?:ax|AX)(?![\w-])(?!['’]s(?!\s+(?:new|next|latest|upcoming|original)\b))(?!\.?\s+(?!(?:Original|On|In)\b)[A-Z][a-z])"
)
_SERVICE_BEFORE = re.compile(
    r"(?<!depends )(?<!focuses )(?<!focused )(?<!crush )(?<!centers )(?<!centres )(?<!relies )(?<!based )(?<!turns )(?<!hopes )(?<!pinned )(?<!eyes )(?<!eye )(?<!up )\b(?:on|via|onto)\s+$"
    r"|\b(?:stream(?:s|ed|ing)?|added|(?:mov|head|launch|premier|debut)(?:es?|s|ed|ing))\s+(?:it\s+|only\s+|exclusively\s+|directly\s+)?to\s+$"
    r"|\b(?:reach(?:es|ed)?|sold\s+(?:it|the\s+\w+)\s+to|(?:[Ww]here\s+to\s+(?:watch|stream)|[Ss]treaming|[Pp]latforms?|[Nn]etwork)\s*:|streamer|service|platform)\s+$|[’']s\s+streaming\s+service\s+$"
)
_SERVICE_AFTER = re.compile(
    r"['’]s\s|(?:\s+(?:on|from)\s+(?:\w+day\b|\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b))|\s+(?:[Oo]riginals?|[Ee]xclusives?|[Rr]elease|[Dd]rama|[Ss]eries|subscribers?|will\s+(?:stream|air|carry)|streams\b|has\s+the\s+(?:series|show))\b"
)


def joined(hits: list[Hit], text: str) -> list[list[Hit]]:
    """Names that one word joins ("on A, B and C"): what is said of one is said of all."""
    groups: list[list[Hit]] = []
    for hit in hits:
        if groups and _in_one_breath(text, groups[-1][-1], hit):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def _in_one_breath(text: str, one: Hit, two: Hit) -> bool:
    between = text[one.end : two.start]
    if _PLAIN_JOIN.fullmatch(between):
        return True
    if two.label == "toonami" and text[: one.end].endswith(("'s", "’s")) and not between.strip():
        return True
    return _BLOCK_OF.fullmatch(between) is not None or bool(_BESIDES.search(text, 0, one.start) and _IT_IS_ON.fullmatch(between))


_PLAIN_JOIN = re.compile(
    r"\s*(?:[XS](?:[|/][XS])?)?\s*(?:,|/|&|\band\b|\bor\b|,\s*and\b|\bas well as\b|\bplus\b|\band on\b|,\s*on\b|\bvia\b|\bthrough\b|\bby way of\b|\bhere\b|\b(?:too|also),?\s*(?:as well as|and|plus)?|\band for\b|,\s*for\b|\(|;|\||\bhere,? and on\b|\b(?:in|for|across|throughout)\s+(?-i:[A-Z])[^,;.]{2,45}?(?:,\s+(?:and\s+)?|\s+and\s+)(?:to|on|via|with)\b)+\s*(?:on\s+|via\s+|the\s+|through\s+|for\s+|by\s+way\s+of\s+)*"
)
_BLOCK_OF = re.compile(
    r"(?:,\s+(?:the|its)\s+)?\s*(?:[\w/-]+\s+){0,3}(?:block|slot|strand|brand|line-?up)\s+(?:of|on|at|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""A block that is told as a channel, and the channel whose it is ("Toonami, the action block of Adult Swim")."""
_BESIDES = re.compile(r"\b(?:[Bb]esides|[Aa]part from|[Aa]side from|[Ii]n addition to|[Aa]longside|[Aa]s well as)\s+(?:the\s+)?$")
_IT_IS_ON = re.compile(
    r",?\s+(?:it|they|(?:the|this)\s+(?:[\w-]+\s+)?(?:series|show|anime|drama|season))(?:['’]s)?\s+(?:[\w’'-]+\s+){0,6}?(?:on|to|via|through)\s+(?:the\s+)?"
)
"""Beside the one place it is on the other."""
