"""Claims of one article that it says more exactly elsewhere, or that its own other sentences or the series file make unlikely.

Each doubt was weighed on articles that nobody had read before (benchmarks/README.md): most of what falls under one is of another work. A change
that an article itself reports stands in one sentence with what it changes, or is told as a correction, and falls under none; what the makers
announced may have been changed since.
"""

import re
from collections.abc import Collection

from pipeline.claims.claim import Claim, KindName
from pipeline.claims.firm import clause
from pipeline.claims.known import Known
from pipeline.claims.topic import Topic
from pipeline.claims.values import DATED, agree, exactness

_BORROWED: frozenset[KindName] = frozenset({"episodes", "studio", "premiere", "release", "cast"})
"""Kinds that another work in the sentence has of its own."""

_SHOWN: frozenset[KindName] = frozenset({"episodes", "platform", "cast"})
"""Kinds that an older version has of its own, too."""


def stands(claim: Claim, every: Collection[Claim], known: Known, topic: Topic) -> bool:
    """Whether nothing in an article, whose claims are `every`, speaks against one of them."""
    rivals = [c for c in every if c is not claim and (c.kind, c.about) == (claim.kind, claim.about)]
    if any(_is_more_exact(c, claim) for c in rivals):
        return False
    if known.bears_out(claim.kind, claim.about, claim.value):
        return not claim.denied or _is_plain_no(claim, rivals, known)
    if claim.denied or claim.modality == "corrected":
        return True
    elsewhere = [c for c in rivals if not c.denied and c.sentence != claim.sentence and not agree(c.kind, c.value, claim.value)]
    if any(known.bears_out(c.kind, c.about, c.value) for c in elsewhere):
        return False
    against_the_file = bool(known.of_file(claim.kind, claim.about))
    if claim.kind == "cast" and not against_the_file:
        return not _is_otherwise_engaged(claim, every, known) and (
            known.names(claim.sentence) or not _was_long_before(claim, topic)
        )
    if known.names(claim.sentence) or claim.modality == "announced":
        return True
    if claim.kind in _SHOWN and _was_long_before(claim, topic):
        return False
    if claim.kind in DATED and any(known.names(c.sentence) for c in elsewhere):
        return False
    return not (against_the_file and claim.kind in _BORROWED and _names_another(claim, topic))


def _was_long_before(claim: Claim, topic: Topic) -> bool:
    """Its clause tells of a year long before the series."""
    start, end = clause(claim)
    return any(topic.predates(year[1]) for year in _YEAR.finditer(claim.sentence, start, end))


_YEAR = re.compile(r"\b(?:in|of)\s+((?:19|20)\d\d)\b")
"""When something happened: a bare number may be a title."""


def _is_plain_no(claim: Claim, rivals: Collection[Claim], known: Known) -> bool:
    """A denial that names the series, or beside it what is so; else the "no" is of another verb."""
    return known.names(claim.sentence) or any(c.sentence == claim.sentence for c in rivals)


def _is_more_exact(other: Claim, claim: Claim) -> bool:
    return (
        other.denied == claim.denied
        and other.value != claim.value
        and exactness(other.kind, other.value) < exactness(claim.kind, claim.value)
        and agree(claim.kind, claim.value, other.value)
    )


def _names_another(claim: Claim, topic: Topic) -> bool:
    """Its sentence names another work, or what may be one: of a part that the file has otherwise, a further name that nobody knows is as often of another version's cast.

    What is claimed itself, such as a name, is none.
    """
    titles = (t for t in topic.told(claim.sentence) if not (t.own or _is_aside(claim, t.start, t.end)))
    return any(claim.sentence[t.start : t.end] not in claim.as_written for t in titles)


def _is_aside(claim: Claim, start: int, end: int) -> bool:
    """In brackets behind somebody, where he was seen before; or behind a character, how that one is called, too."""
    text = claim.sentence
    said = text.find(claim.as_written)
    named = claim.kind == "cast" and said >= 0 and _ALSO_CALLED.fullmatch(text, said + len(claim.as_written), start)
    return bool(named) or (text[start - 1 : start] == "(" and text[end : end + 1] == ")")


_ALSO_CALLED = re.compile(r",\s+(?:(?:the|or|alias|a\.?k\.?a\.?|also known as|known as)\s+){0,2}[\"“‘]?")


def _is_otherwise_engaged(claim: Claim, every: Collection[Claim], known: Known) -> bool:
    """The series file has the actor in another part, in the same in another language, or behind the camera; and the sentence does not give him both."""
    if not any(kind in ("staff", "cast") and who == claim.value for kind, _about, who in known.facts):
        return False
    others = (c for c in every if c.kind == "cast" and c.value == claim.value and c.sentence == claim.sentence)
    return not (claim.about in known.characters.keys.values() and any(known.bears_out("cast", c.about, c.value) for c in others))
