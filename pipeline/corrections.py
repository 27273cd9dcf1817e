"""Revisions that matter: a score, a date or a verdict that an outlet changed after publication, or much of its text.

What is only spelled otherwise (a typo, white space, quotation marks, a link) is left out and counted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Any, Literal

from pipeline.sentences import split
from pipeline.store.rows import Entry, Revision
from pipeline.verdict import recommendation

Kind = Literal["score", "date", "verdict", "text"]
MUCH = 0.1
"""Share of the words of a piece from which a changed text matters by itself."""
_STEP, _ZONES = 0.5, 1
"""Points of 100 by which two spellings of one score may differ, and days that a date may move between time zones."""
_SAME_WORD, _MOST_TYPOS = 0.8, 60
"""Likeness, as difflib has it, from which on two words without digits are one with a typo, and changed words among which these are looked for."""
_SAYS = {1: "recommends it", 0: "recommends it with reservations", -1: "advises against it"}
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed, before and after in words."""

    kind: Kind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Correction:
    """An article that was changed in what matters. `changes` is never empty."""

    url: str
    site: str
    found: datetime
    changes: tuple[Change, ...]
    share: float
    """0..1: words of the piece that are new or gone; 0 where the text is the same."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """Newest first; with `left_out` as many as there were revisions."""

    made: tuple[Correction, ...]
    left_out: int
    """Revisions that changed nothing that matters."""


def corrections(revisions: Iterable[Revision], entries: Iterable[Entry]) -> Corrections:
    """What matters among the revisions of a series; `entries` tell how long the pieces are, and may lack some."""
    words = {e.url: e.words for e in entries}
    made, left_out = [], 0
    for revision in revisions:
        gone, new = _paragraphs(revision.difference)
        share = changed_share(gone, new, words.get(revision.url, 0))
        found = (_score(revision), _date(revision), _verdict(gone, new), _text(share))
        if changes := tuple(c for c in found if c):
            made.append(Correction(revision.url, revision.site, revision.found, changes, share))
        else:
            left_out += 1
    return Corrections(tuple(sorted(made, key=lambda c: (-c.found.timestamp(), c.url))), left_out)


def changed_share(gone: str, new: str, words: int) -> float:
    """0..1: the words that came or went, whichever are more, of all `words` of the piece, or of the changed paragraphs where these are more."""
    old, late = (Counter(m[0].casefold().replace("’", "'") for m in _WORD.finditer(text)) for text in (gone, new))
    left, come = old - late, late - old
    if left.total() + come.total() <= _MOST_TYPOS:
        _drop_typos(left, come)
    return min(1.0, max(left.total(), come.total()) / max(words, old.total(), late.total(), 1))


def _drop_typos(left: Counter[str], come: Counter[str]) -> None:
    """Take away pairs of words that differ by a letter or two."""
    for word in sorted(left.elements()):
        like = next((w for w in sorted(come) if SequenceMatcher(None, word, w).ratio() >= _SAME_WORD), None)
        if like is not None and not any(c.isdigit() for c in word + like):
            left[word] -= 1
            come[like] -= 1
            come += Counter()  # without what is used up


def _paragraphs(difference: str) -> tuple[str, str]:
    """(gone, new) of a unified diff whose lines are paragraphs."""
    lines = difference.split("\n")
    body = lines[2:] if lines[0].startswith("---") and lines[1:] and lines[1].startswith("+++") else lines
    gone, new = ("\n".join(line[1:] for line in body if line.startswith(sign)) for sign in "-+")
    return gone, new


def _score(revision: Revision) -> Change | None:
    before, after = _number(revision.before), _number(revision.after)
    if before == after or (before is not None and after is not None and abs(before - after) < _STEP):
        return None
    return Change("score", _written(revision.before), _written(revision.after))


def _number(facts: Mapping[str, Any]) -> float | None:
    value = facts.get("score")
    return float(value) if isinstance(value, int | float) and 0 <= value <= 100 else None


def _written(facts: Mapping[str, Any]) -> str:
    value, written = _number(facts), facts.get("score_as_written")
    if value is None:
        return "no score"
    return written if isinstance(written, str) and written.strip() else f"{value:g} of 100"


def _date(revision: Revision) -> Change | None:
    before, after = _day(revision.before), _day(revision.after)
    if before == after or (before and after and abs((before - after).days) <= _ZONES):
        return None
    return Change("date", *(day.isoformat() if day else "no date" for day in (before, after)))


def _day(facts: Mapping[str, Any]) -> date | None:
    try:
        return date.fromisoformat(str(facts.get("published")))
    except ValueError:
        return None


def _verdict(gone: str, new: str) -> Change | None:
    """Told only where the changed paragraphs recommended or advised against before and after, each time in one voice, and say otherwise now."""
    before, after = _signs(gone), _signs(new)
    if len(before) != 1 or len(after) != 1 or before == after:
        return None
    return Change("verdict", _SAYS[before.pop()], _SAYS[after.pop()])


def _signs(text: str) -> set[int]:
    sentences = (s for paragraph in text.split("\n") for s in split(paragraph, "en"))
    return {sign for s in sentences if (sign := recommendation(s)) is not None}


def _text(share: float) -> Change | None:
    return Change("text", f"{1 - share:.0%} of the words stayed", f"{share:.0%} are new or gone") if share >= MUCH else None
