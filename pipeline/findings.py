"""What one article says of one aspect, as a side: for, against, or none that can be told; with the sentence that says so.

Engines err on single sentences, so a side needs outspoken words that the engine does not contradict, or the engine's word on two sentences.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.counting import WHOLE, Said, quotable, telling
from pipeline.outspoken import leaning, supposes
from pipeline.store.rows import Entry, StoredSentence
from pipeline.subjects import Subjects

CLEAR, SURE = 0.3, 0.65
"""Polarity and confidence from which on a remark takes a side."""
NEEDED = 2
"""Witnesses by which one side must lead."""
ABOVE, BELOW = 60.0, 45.0
"""0..100: an author's own score for the aspect takes a side above the one and below the other, whatever the words say."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The side of one article: 1, -1 or 0; its clearest sentence, of outspoken words, and how clear that is, -1 to 2.5."""

    said: Said
    side: int
    weight: float


def polarity(sentence: StoredSentence, aspect: str) -> float | None:
    """Of the sentence's remark on the aspect, in [-1, 1]; None where there is none or the engine abstained."""
    return next((p for facet, name, p in sentence.topics if facet == "aspect" and name == aspect), None)


def finding(
    entry: Entry, aspect: str, remarks: Sequence[StoredSentence], subjects: Subjects, score: float | None = None
) -> Finding:
    """What these remarks of the entry amount to. Where no sentence that points to a side names the aspect
    with its own words, there is no side. `score`: 0..100, what the author gives the aspect apart; it decides alone."""
    witnesses = [(s, _witnesses(s, aspect, subjects)) for s in remarks]
    lead = sum(w for _, w in witnesses)
    side = (lead > 0) - (lead < 0) if abs(lead) >= NEEDED else 0
    if not any(w * side > 0 and subjects.focus(s, aspect) for s, w in witnesses):
        side = 0
    if score is not None:
        side = 1 if score > ABOVE else -1 if score < BELOW else 0

    def weight(s: StoredSentence) -> float:
        return side * (polarity(s, aspect) or 0.0) * s.confidence + subjects.focus(s, aspect)

    said = telling([s for s, w in witnesses if w * side >= NEEDED or not side], weight)
    return Finding(Said(entry, said), side, weight(said) + WHOLE * quotable(said) if said else -1.0)


def clearest(findings: Iterable[Finding], side: int) -> tuple[Said, ...]:
    """What the articles of one side say, the clearest first, those without a sentence to quote last."""
    ranked = sorted((f for f in findings if f.side == side), key=lambda f: (f.said.sentence is None, -f.weight, f.said.entry.id))
    return tuple(f.said for f in ranked)


def _witnesses(sentence: StoredSentence, aspect: str, subjects: Subjects) -> int:
    """-3 to 3: the engine, where it is clear, for one, and outspoken words for two; 0 where a sentence asks or supposes."""
    if supposes(sentence.text):
        return 0
    p, words = polarity(sentence, aspect), leaning(subjects.part(sentence, aspect))
    engine = 0 if p is None or abs(p) < CLEAR or sentence.confidence < SURE else 1 if p > 0 else -1
    return engine + 2 * words
