"""Promise against delivery, sentence by sentence: what previews promised of a subject, and whether reviews found it so.

A promise is kept or broken only where several reviews of several outlets agree by more than a coin would; else it is open, and says why.
docs/arc.md has the rules and what they can't tell.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from math import comb
from typing import Literal

from pipeline.assessment import JUDGING, PROMISING
from pipeline.counting import Origin, Said, Sentences, originals
from pipeline.findings import Finding, clearest, finding
from pipeline.promises import joined, plainness, promised
from pipeline.sentences import is_credit
from pipeline.series import Series
from pipeline.store.rows import Entry, StoredSentence
from pipeline.subjects import Subjects
from pipeline.topics import ASPECTS

Status = Literal["kept", "broken", "open"]
FROM, OUTLETS = 3, 2
"""Reviews that take a side, and outlets that the majority comes from, from which on a promise can be kept or broken."""
MAJORITY = 2 / 3
"""Share of them that must agree."""
COIN = 0.2
"""And at most so often would a coin do so (sign test): 3 of 3, 4 of 5, 5 of 6, 6 of 7, 6 of 8, 7 of 9, 7 of 10."""


Why = Literal["unjudged", "no side", "one", "few", "divided", "one outlet", "agreed"]


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a promise is kept, broken or open; which words that takes is for who shows it."""

    why: Why
    reviews: int = 0
    """That speak of it."""
    sides: int = 0
    """Those of them that take a side."""
    kept: int = 0
    """Those of these that find it so; where it is half of them or more, they are the majority."""

    @property
    def so(self) -> bool:
        """The majority finds it so."""
        return self.kept * 2 >= self.sides

    @property
    def most(self) -> int:
        return max(self.kept, self.sides - self.kept)


@dataclass(frozen=True, slots=True)
class Promise:
    """What previews promised of one subject and what came of it. Copies count once; a review stands in one of the three tuples at most."""

    aspect: str
    subject: str
    """Within the aspect, such as "fights"; empty for the aspect as a whole, and for subjects of which too few reviews speak."""
    status: Status
    because: Grounds
    promised: tuple[Said, ...]
    """One sentence of each preview, the clearest first."""
    kept: tuple[Said, ...]
    """Reviews that find it so, the clearest first."""
    broken: tuple[Said, ...]
    mixed: tuple[Said, ...]
    """Reviews that speak of it and take no side that can be told."""


def delivery(series: Series, entries: Iterable[Entry], origin: Origin, sentences: Sentences) -> tuple[Promise, ...]:
    """Every promise, aspects in the order of reports. Entries of one series in any order.

    A subject of which too few reviews speak is held against all that they say of its aspect, together with what else of that was promised.
    """
    counted, subjects = originals(entries, origin), Subjects.of(series)
    made = promised([e for e in counted if e.kind in PROMISING], sentences, subjects)
    aspects = {aspect for aspect, _ in made}
    remarks = _remarks([e for e in counted if e.kind in JUDGING], sentences, aspects, subjects)
    found = []
    for aspect in sorted(aspects, key=lambda a: (ASPECTS.index(a) if a in ASPECTS else len(ASPECTS), a)):
        alone: list[Promise] = []
        rest: list[Mapping[int, Said]] = []
        for subject in sorted(subject for of, subject in made if of == aspect):
            of_it = _of_subject(remarks[aspect], subjects, aspect, subject) if subject else []
            if sum(f.side != 0 for f in of_it) >= FROM:
                alone.append(_promise(aspect, subject, made[aspect, subject], of_it))
            else:
                rest.append(made[aspect, subject])
        if rest:
            whole = [finding(e, aspect, own, subjects, _score(e, aspect)) for e, own in remarks[aspect]]
            found.append(_promise(aspect, "", joined(*rest, aspect=aspect), whole))
        found += alone
    return tuple(found)


def _promise(aspect: str, subject: str, said: Mapping[int, Said], findings: Sequence[Finding]) -> Promise:
    status, because = settled(findings)
    kept, broken, mixed = (clearest(findings, side) for side in (1, -1, 0))
    plainest = tuple(sorted(said.values(), key=lambda o: plainness(o, aspect), reverse=True))
    return Promise(aspect, subject, status, because, plainest, kept, broken, mixed)


def settled(findings: Collection[Finding]) -> tuple[Status, Grounds]:
    """Kept, broken or open, and why."""
    sides = [f for f in findings if f.side]
    n, kept = len(sides), sum(f.side > 0 for f in sides)

    def found(why: Why) -> Grounds:
        return Grounds(why, len(findings), n, kept)

    most, so = found("agreed").most, found("agreed").so
    if n < FROM:
        return "open", found("unjudged" if not findings else "no side" if not n else "one" if n == 1 else "few")
    if most < MAJORITY * n or _by_coin(most, n) > COIN:
        return "open", found("divided")
    if len({f.said.entry.site for f in sides if (f.side > 0) == so}) < OUTLETS:
        return "open", found("one outlet")
    return "kept" if so else "broken", found("agreed")


def _by_coin(most: int, n: int) -> float:
    """How often at least `most` of n coins show one given side; of ten and more the majority asked for is beyond COIN anyway."""
    return sum(comb(n, k) for k in range(most, n + 1)) / float(2**n) if n < 10 else 0.0


Remarks = dict[str, list[tuple[Entry, list[StoredSentence]]]]


def _remarks(reviews: Iterable[Entry], sentences: Sentences, aspects: Set[str], subjects: Subjects) -> Remarks:
    """Aspect → each review with its remarks on it, lists of credits left out."""
    found: Remarks = {aspect: [] for aspect in aspects}
    for e in reviews:
        own: dict[str, list[StoredSentence]] = defaultdict(list)
        for s in sentences.get(e.id, ()):
            if s.topics and not is_credit(s.text):
                for aspect in subjects.spoken(s) & aspects:
                    own[aspect].append(s)
        for aspect in aspects:
            if own[aspect] or _score(e, aspect) is not None:
                found[aspect].append((e, own[aspect]))
    return found


def _of_subject(
    remarks: Iterable[tuple[Entry, Sequence[StoredSentence]]], subjects: Subjects, aspect: str, subject: str
) -> list[Finding]:
    """Each review by its remarks on the subject alone."""
    same = ((e, [s for s in own if subject in subjects.find(aspect, s)]) for e, own in remarks)
    return [finding(e, aspect, there, subjects) for e, there in same if there]


def _score(entry: Entry, aspect: str) -> float | None:
    """0..100: what the author gives the aspect apart."""
    return next((o.score for o in entry.opinions if o.facet == "aspect" and o.name == aspect and o.score is not None), None)
