"""Reads when it begins, ends and comes out."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.days import resolve, spots
from pipeline.claims.events import (
    AHEAD,
    ENTRY,
    EVENT,
    IN_WORDS,
    MOVED,
    OLD,
    SAID_THEN,
    SHOWN,
)
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.occasion import event


def airing(line: Line, known: Known) -> Iterator[Found]:
    """When it premieres, ends or is released."""
    text = line.text
    if not EVENT.search(text.lower()) and not known.own.find(f"{line.heading} {text}" if len(text) < ENTRY else ""):
        return
    ordered = spots(text, line.dates)
    for n, spot in enumerate(ordered):
        low = ordered[n - 1].end() if n else 0
        high = ordered[n + 1].start() if n + 1 < len(ordered) else len(text)
        if SAID_THEN.search(text[max(0, spot.start() - 60) : spot.start()]):
            continue
        found = event(line, spot.start(), spot.end(), low, high, known)
        if found and not _is_old(text, spot.start(), spot.end()) and not IN_WORDS.search(text[: spot.start()]):
            value = resolve(spot, line.published, line.tense(spot.start(), spot.end()), line.day_first)
            if value and _is_likely(value, line, spot.start()):
                yield Found(found[1], value, spot.start(), spot.end(), kind=found[0])


def _is_likely(value: str, line: Line, start: int) -> bool:
    """Not the story's own time; and a bare year only where something is shown."""
    year = int(value[:4])
    if line.published and year > line.published.year + AHEAD:
        return False
    return len(value) > 4 or bool(SHOWN.search(line.text[max(0, start - 80) : start + 80]))


def _is_old(text: str, start: int, end: int) -> bool:
    """The date that a newer one in the same sentence takes the place of."""
    if text[start:end].lower().startswith("from ") and MOVED.search(text[:start]) and re.match(r"\s*(?:to|until)\b", text[end:]):
        return True
    before = re.sub(r"\s*\b(?:on|in|for|of|to|until)\s*$", lambda m: m[0] if m[0].strip() in {"for", "to"} else "", text[:start])
    if re.match(r"[^.;]{0,12}\b(?:to|until)\b\s*$", text[end : end + 12]) and re.search(
        r"\b(?:delayed|moved|pushed|postponed|shifted|brought forward|rescheduled|bumped)\b", text[:start], re.I
    ):
        return True
    return bool(
        OLD.search(before[-80:])
        or OLD.search(text[max(0, start - 80) : start])
        or re.match(r"\s*,?\s*(?:as (?:first|originally|previously|initially) |originally\b)", text[end:])
    )
