"""What previews promise: the sentences that praise beforehand or say outright what will be, by aspect and by subject within it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pipeline.counting import WHOLE, Said, Sentences, quotable, telling
from pipeline.findings import polarity
from pipeline.outspoken import doubts, leaning, promises
from pipeline.sentences import is_credit
from pipeline.store.rows import Entry, StoredSentence
from pipeline.subjects import Subjects

OUTRIGHT, SURE = 0.5, 0.7
"""Polarity and confidence from which on a sentence promises without an outspoken word."""
AGAINST = -0.3
"""Polarity down to which an outspoken promise is believed rather than the engine."""

Promised = dict[tuple[str, str], dict[int, Said]]
"""(aspect, subject) → entry id → the clearest sentence of that preview."""


def promised(previews: Iterable[Entry], sentences: Sentences, subjects: Subjects) -> Promised:
    """The promises of each preview; a sentence of its opening paragraph is never one that could be quoted, and so none."""
    made: Promised = defaultdict(dict)
    for e in previews:
        own: dict[tuple[str, str], list[StoredSentence]] = defaultdict(list)
        for s in sentences.get(e.id, ()):
            for aspect in subjects.aspects(s) & subjects.named(s):
                if is_promise(s, aspect):
                    own[aspect, next(iter(subjects.find(aspect, s)), "")].append(s)
        for (aspect, subject), there in own.items():
            clearest = telling(there, weight=lambda s, of=aspect: strength(s, of) + subjects.focus(s, of))  # type: ignore[misc]
            if clearest is not None:
                made[aspect, subject][e.id] = Said(e, clearest)
    return made


def is_promise(sentence: StoredSentence, aspect: str) -> bool:
    """True for a sentence that praises beforehand or promises outright, without hedge, condition or question."""
    p, text = polarity(sentence, aspect), sentence.text
    if doubts(text) or is_credit(text):
        return False
    words, outright = leaning(text), promises(text)
    if outright and words >= 0:
        return p is None or p > AGAINST
    return (words > 0 and (p is None or p >= 0)) or (words == 0 and (p or 0.0) >= OUTRIGHT and sentence.confidence >= SURE)


def strength(sentence: StoredSentence, aspect: str) -> float:
    """How plainly it promises, -1 to 3."""
    outspoken = int(promises(sentence.text)) + int(leaning(sentence.text) > 0)
    return outspoken + (polarity(sentence, aspect) or 0.0) * sentence.confidence


def joined(*some: Mapping[int, Said], aspect: str) -> dict[int, Said]:
    """Promises of several subjects as one of the whole aspect, each preview with its clearest sentence."""
    found: dict[int, Said] = {}
    for said in some:
        for number, one in said.items():
            if number not in found or plainness(one, aspect) > plainness(found[number], aspect):
                found[number] = one
    return found


def plainness(said: Said, aspect: str) -> tuple[float, int]:
    """A key that sorts what was said by how plainly it promises."""
    s = said.sentence
    return strength(s, aspect) + WHOLE * quotable(s) if s else -1.0, -said.entry.id
