"""Claims with the articles that make them, and how far the series file and others bear each article out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from pipeline.claims.claim import TITLE, Claim, KindName
from pipeline.claims.kinds import KINDS
from pipeline.claims.known import Known
from pipeline.claims.roles import ONE_PERSON

_OF_ONE = frozenset({"episodes", "premiere", "finale", "release", "sequel"})
"""Kinds that are of a season, a version or a place."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim with the article that makes it, and that of which the article is a copy: else its own."""

    article: str
    origin: str
    claim: Claim
    beside: frozenset[str] = frozenset()
    """What else the article dates or counts, or says to be coming: "season 2", "dub", "us"."""
    shared: int = 0
    """Of how many other things the article says what the file or another origin says, less those of which the file says otherwise."""


def heard_of(
    claims: Mapping[str, Sequence[Claim]], known: Known, origins: Mapping[str, str]
) -> Mapping[tuple[KindName, str], list[Heard]]:
    """(kind, about) → all that is claimed of it. `origins`: article → that of which it is a copy."""
    told = _told(claims, origins)
    heard: dict[tuple[KindName, str], list[Heard]] = defaultdict(list)
    for article, made in claims.items():
        origin = origins.get(article, article)
        spoken = frozenset(
            claim.about
            for claim in made
            if claim.kind in _OF_ONE and (claim.kind != "sequel" or (claim.value == "yes" and claim.modality != "rumoured"))
        )
        borne = {(c.kind, c.about): _bearing(c, told, known) for c in made}
        home = any(_has_it_for_subject(c, known) for c in made)
        for claim in made:
            others = sum(borne.values()) - borne[claim.kind, claim.about] + home
            heard[claim.kind, claim.about].append(Heard(article, origin, claim, spoken - {claim.about}, others))
    return heard


def _told(claims: Mapping[str, Sequence[Claim]], origins: Mapping[str, str]) -> Mapping[tuple[KindName, str, str], Set[str]]:
    """What is said → the origins that say it."""
    told: dict[tuple[KindName, str, str], set[str]] = defaultdict(set)
    for article, made in claims.items():
        for c in made:
            if not c.denied:
                told[c.kind, c.about, c.value].add(origins.get(article, article))
    return told


def _bearing(claim: Claim, told: Mapping[tuple[KindName, str, str], Set[str]], known: Known) -> int:
    """1 where the series file or another origin says the same, which bears its article out; -1 where the file says otherwise of what can be one only."""
    if known.bears_out(claim.kind, claim.about, claim.value) or len(told.get((claim.kind, claim.about, claim.value), ())) > 1:
        return 1
    return -1 if known.of_file(claim.kind, claim.about) and (KINDS[claim.kind].one or claim.about in ONE_PERSON) else 0


def _has_it_for_subject(claim: Claim, known: Known) -> bool:
    """A headline, or a sentence that begins with the title: then the article speaks of the series, and not only in passing."""
    return claim.position == TITLE or any(title.start < _FIRST for title in known.own.find(claim.sentence[: _FIRST + 60]))


_FIRST = 3
"""Characters before a title that begins a sentence."""
