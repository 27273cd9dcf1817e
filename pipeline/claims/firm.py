"""Which claims are firm enough to hold against others: said plainly, of the series alone, by an article that says nothing else of the matter."""

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass

from pipeline.claims.calendar import exactness, span
from pipeline.claims.claim import TITLE, Claim, KindName
from pipeline.claims.known import Known
from pipeline.claims.matter import Reading
from pipeline.claims.mentions import mentions
from pipeline.claims.values import DATED, agree

_PLAIN = frozenset({"announced", "reported", "corrected"})
_APART = re.compile(
    r"\b(?:dub(?:bed|s)?|young(?:er)?|older|child(?:hood)?|stage|live-action|remake|reboot|pilot|replac\w+|takes? over|took over|steps? in|understud\w+|originally|initially|first (?:planned|announced)"
    r"|previous\w*|earlier|former\w*|would|could|should|if|unless|episode \d+)\b",
    re.IGNORECASE,
)
"""Words with which another version, another time or another case is spoken of."""
COUNTED = frozenset({"episodes", *DATED})
_IT = re.compile(r"\b(?:[Tt]he|[Tt]his|[Ii]ts)\s+(?:[\w-]+\s+)?(?:series|show|anime|film|movie|game|drama|season)\b|\bIt\b")
_PART_OF_IT = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Aa]n?)\s+(?:[\w-]+\s+){0,3}(?:dub|finale|premiere|(?:first|final|last|opening) episode|discs?|Blu-ray|home video|screening|preview|demo|version|release|launch"
    r"|broadcasts?|stream|run|date)\b|\b[Bb]roadcasts? (?:begins?|starts?)\b|\b[Tt]here (?:are|will be) [\w-]+ episodes|\b[Aa]ll [\w-]+ episodes\b|\b[Ii]n all\b"
)
"""What only something that is shown or sold has."""
_LABEL = re.compile(r"\W*[A-Z][\w ]{2,24}\s*[:|]")
"""An entry of a list of facts, which speaks of what the page is about."""
_DAYS = 31
"""Days that a date may leave open and still be held against another: a month."""
_FARTHEST = 370
"""Days from which on two dates are of two runs."""
_SAME_DAYS = 2
"""Time zones, late nights and the evening before: no two dates so near are a quarrel."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim with the article that makes it, and that of which the article is a copy: else its own."""

    article: str
    origin: str
    claim: Claim


def is_firm(claim: Claim, known: Known) -> bool:
    """Said plainly, in a sentence that names no other work and no other version."""
    if claim.modality not in _PLAIN or claim.value == "open":
        return False
    if claim.kind in COUNTED and not (is_pinned(claim, known) or _IT.search(claim.sentence)):
        return False
    if claim.kind != "sequel" and claim.modality != "corrected" and _is_apart(claim):
        return False
    return not any(
        m.strong and not m.own and claim.as_written not in claim.sentence[m.start : m.end]
        for m in mentions(claim.sentence, known, claim.position == TITLE)
    )


def _is_apart(claim: Claim) -> bool:
    """Another version, time or case is spoken of, and not only the dub whose claim it is."""
    return any(
        not (m[0].lower().startswith("dub") and ("dub" in claim.about or "(" in claim.about))
        for m in _APART.finditer(claim.sentence)
    )


def names_it(claim: Claim, known: Known) -> bool:
    """The sentence has the series for its subject, or what only a series has: by title, by a word for it, or as the entry of a list."""
    return is_pinned(claim, known) or bool(_IT.search(claim.sentence) or _PART_OF_IT.search(claim.sentence))


def is_repeated(reading: Reading, said: Sequence[Heard]) -> bool:
    """The series file says it, or two outlets that do not copy each other."""
    return reading.fact or min(len({h.claim.outlet for h in said}), len({h.origin for h in said})) > 1


def is_pinned(claim: Claim, known: Known) -> bool:
    """The sentence itself says of what: it names the series or a character of it, is a headline, an entry of a list or a correction."""
    return bool(
        claim.position == TITLE
        or claim.modality == "corrected"
        or known.own.find(claim.sentence)
        or _LABEL.match(claim.sentence)
        or (claim.kind == "cast" and claim.about.partition(" (")[0] in known.characters.keys.values())
    )


def is_one_event(kind: KindName, one: str, other: str, shown_on: tuple[Set[str], Set[str]]) -> bool:
    """False for dates that may well be of two events: too vague, or of different channels. `shown_on`: the channels that each side names."""
    if kind not in DATED:
        return True
    a, b = span(one), span(other)
    if not a or not b or max(exactness(one), exactness(other)) > _DAYS:
        return False
    if not _SAME_DAYS < (max(a[0], b[0]) - min(a[1], b[1])).days <= _FARTHEST:
        return False
    return not any(shown_on) or bool(shown_on[0] & shown_on[1])


def is_elsewhere(kind: KindName, value: str, near: Collection[str]) -> bool:
    """A date that is also claimed of another territory or version, whose values are `near`."""
    return kind in DATED and any(exactness(other) <= _DAYS and agree(kind, value, other) for other in near)


def same_name(one: str, other: str) -> bool:
    """Two keys share a word: a misspelling or half a name is likelier than two people."""
    return bool(set(one.split()) & set(other.split()))
