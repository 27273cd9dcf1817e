"""Which entries count, as how much, and which of their sentences speaks for them: the same for all that is concluded over many articles."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.assessment import JUDGING
from pipeline.calibration import Calibration, fitted
from pipeline.store.rows import Entry, StoredSentence

ROUNDING = 2.9
"""Standard deviation, in points of 100, of what rounding to tenths does to a score: 10/√12."""
LONGEST, SHORTEST = 25, 5
"""Words of a sentence that is quoted whole: a very short extract, in the sense of press publishers' rights."""
WHOLE = 0.5
"""What it is worth that a sentence need not be cut; weights are of the size of polarities."""

Origin = Mapping[int, int]
"""Id of an entry → id of the entry that it is a copy of; one that is missing is its own."""
Sentences = Mapping[int, Sequence[StoredSentence]]
"""By the id of their entry."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the entry that holds it; `sentence` is None where no sentence may be quoted, and only the link remains."""

    entry: Entry
    sentence: StoredSentence | None


def originals(entries: Iterable[Entry], origin: Origin) -> list[Entry]:
    """One entry of each origin, the origin itself where it is there, else the earliest copy; oldest first, undated ones last."""
    kept: dict[int, Entry] = {}
    for e in sorted(entries, key=age):
        first = origin.get(e.id, e.id)
        if first not in kept or e.id == first:
            kept[first] = e
    return sorted(kept.values(), key=age)


def age(entry: Entry) -> tuple[str, int]:
    """A key that sorts by date, undated ones last."""
    return str(entry.published or "9999"), entry.id


def calibration(entries: Iterable[Entry]) -> Calibration:
    """What texts amount to as scores, by the reviews among these that state one. One crawl, one engine."""
    rated = sorted((e for e in entries if e.kind in JUDGING and e.score is not None and e.inferred is not None), key=age)
    return fitted([(e.inferred or 0.0, e.score or 0.0) for e in rated], rated[0].engine if rated else "")


def amount(entry: Entry, scale: Calibration) -> float | None:
    """0..100: what is stated, else what the text amounts to; None where neither is known."""
    if entry.stance is None:
        return None
    if entry.stance_from == "inferred" and entry.inferred is not None:
        return scale.score(entry.inferred)
    return min(100.0, max(0.0, 50 + 50 * entry.stance))


def quotable(sentence: StoredSentence) -> bool:
    """True for a sentence of a quote's length that does not open its piece."""
    return sentence.paragraph > 0 and SHORTEST <= len(sentence.text.split()) <= LONGEST


def telling(sentences: Iterable[StoredSentence], weight: Callable[[StoredSentence], float]) -> StoredSentence | None:
    """The sentence of most weight that may be quoted: never of the opening paragraph and never a mere word or two; one that gives nothing
    away before others, and one that need not be cut before others of about the same weight."""
    may = [s for s in sentences if s.paragraph > 0 and len(s.text.split()) >= SHORTEST]
    return max(may, key=lambda s: (not s.spoiler, weight(s) + WHOLE * quotable(s), -s.position), default=None)
