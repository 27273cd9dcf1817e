"""Which claims are firm enough to hold against others: said plainly, of the series alone, by an article that says nothing else of the matter."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from pipeline.claims.claim import TITLE, Claim, KindName
from pipeline.claims.heard import Heard
from pipeline.claims.instalments import begins_with_it
from pipeline.claims.known import Known
from pipeline.claims.matter import Doubt, Reading
from pipeline.claims.names import CJK, NAME, words
from pipeline.claims.territories import territories
from pipeline.claims.values import DATED
from pipeline.patterns import late

_APART = late(
    r"\b(?:dub(?:bed|s)?|young(?:er)?|older|child(?:hood)?|stage(?!\s+(?:actor|actress|veteran|legend))|live-action|remake|reboot|pilot|replac\w+|takes? over|took over|steps? in|understud\w+|originally|initially|first (?:planned|announced)"
    r"|previous\w*|earlier|former\w*|episode \d+)\b",
    re.IGNORECASE,
)
"""Words with which another version or another time is spoken of."""
_NO_OTHER = late(
    r"\b(?:from|on)\s+(?:the|an?|his|her|their)\s+(?:[\w-]+\s+){0,2}stage\s+(?:play|show|musical)\b"
    r"|\b(?:later|earlier|sooner|longer|shorter|more|fewer|less)\s+than\s+(?:first|originally|initially|previously)\s+\w+",
    re.IGNORECASE,
)
"""What it was made from, or what it is compared with, is no other version."""
_SUPPOSED = late(r"\b(?:would|could|should|if|unless)\b", re.IGNORECASE)
"""Before a claim: another case is spoken of."""
COUNTED = frozenset({"episodes", *DATED})
_CREWED = frozenset({"staff", "cast", "studio"})
"""What may be others in another season."""
_OF_ALL = frozenset({"original creator", "concept"})
"""Roles that are the same person's in every season."""
MISREAD: frozenset[KindName] = frozenset({"episodes", "source"})
"""Kinds of which a sentence that speaks of "it" is as often misread as it disagrees."""
OURS = COUNTED | {"source", "studio"}
_IT = late(r"\b(?:[Tt]he|[Tt]his|[Ii]ts)\s+(?:[\w-]+\s+)?(?:series|show|anime|film|movie|game|drama|season)\b|\bIt\b")
_PART_OF_IT = late(
    r"\b(?:[Tt]he|[Ii]ts|[Aa]n?)\s+(?:[\w-]+\s+){0,3}(?:dub|finale|premiere|(?:first|final|last|opening) episode|discs?|Blu-ray|home video|screening|preview|demo|version|release|launch"
    r"|broadcasts?|stream|run|date)\b|\b[Bb]roadcasts? (?:begins?|starts?)\b|\b[Tt]here (?:are|will be) [\w-]+ episodes|\b[Aa]ll [\w-]+ episodes\b|\b[Ii]n all\b"
)
"""What only something that is shown or sold has."""
_LABEL = late(r"\W*[A-Z][\w ]{2,24}\s*[:|]")
"""An entry of a list of facts, which speaks of what the page is about."""


def looseness(heard: Heard, known: Known) -> Doubt | None:
    """Why a claim is not held against others; None where its clause names no other version, and its article tells apart what it speaks of."""
    claim = heard.claim
    if not _is_ours(heard, known):
        return "one may be of another work"
    if claim.kind != "sequel" and claim.modality != "corrected" and _is_apart(claim, known):
        return "one may be of another version or season"
    if (
        claim.kind in _CREWED
        and claim.about not in _OF_ALL
        and _has_a_season_beside(heard)
        and (_OF_NEXT.search(claim.sentence) or _names_who_was(claim, known))
    ):
        return "one may be of another version or season"
    return "one may be of another version or season" if claim.kind in COUNTED and not _is_told_apart(heard) else None


def _has_a_season_beside(heard: Heard) -> bool:
    """The article speaks of another season, and the sentence doesn't say that it is of the first."""
    return any(other.startswith("season") for other in heard.beside) and not _FIRST_SEASON.search(heard.claim.sentence)


_OF_NEXT = late(
    r"\b(?:will|joins?|joining|tak(?:es?|ing) over|new|next|second|third|now|returns?|instead|replac\w+|moves?|newcomers?|season|series (?:two|2|three|3)|this time)\b",
    re.IGNORECASE,
)
"""Of another season, and who makes it."""


def _names_who_was(claim: Claim, known: Known) -> bool:
    """The sentence names who has the part or the job by the file, beside somebody else: it was handed on."""
    said = set(words(claim.sentence))
    return any(set(who.split()) <= said for who in known.of_file(claim.kind, claim.about))


_WELL_BORNE = 2
"""Other things of which an article says what others say: with more, it hardly speaks of another work."""
_UNLIKE = {
    "anime": late(r"\b[Tt]h(?:e|is) (?:film|movie|game)\b"),
    "show": late(r"\b[Tt]h(?:e|is) (?:film|movie|game|anime)\b"),
    "film": late(r"\b[Tt]h(?:e|is) (?:series|show|game|season)\b"),
    "game": late(r"\b[Tt]h(?:e|is) (?:series|show|film|movie|anime|season)\b"),
}
"""What another sort of work would be called."""


def _is_ours(heard: Heard, known: Known) -> bool:
    """The sentence names the series or what is only of it, or its article is about it; or speaks of "the series", in one that says of it what others say too."""
    claim = heard.claim
    if claim.kind not in OURS or names_the_series(claim, known):
        return True
    if _UNLIKE.get(known.series.medium, _UNLIKE["show"]).search(claim.sentence):
        return False
    if claim.topical or heard.shared > _WELL_BORNE:
        return True
    return heard.shared > 0 and bool(
        _LABEL.match(claim.sentence) or _IT.search(claim.sentence) or _PART_OF_IT.search(claim.sentence)
    )


def is_plain(heard: Heard, known: Known) -> bool:
    """The sentence names the series, is an entry of a list, or begins with it in an article that others bear out."""
    return is_pinned(heard.claim, known) or (heard.shared > 1 and bool(_IT.match(heard.claim.sentence.lstrip("\"“‘' "))))


def speaks_of_it(heard: Heard, known: Known) -> bool:
    """The sentence names the series, or says as plainly as its kind asks for that it speaks of it."""
    claim = heard.claim
    if claim.kind in MISREAD:
        return is_plain(heard, known) or names_the_series(claim, known)
    return names_the_series(claim, known) or (claim.topical and is_pinned(claim, known))


def names_the_series(claim: Claim, known: Known) -> bool:
    """The sentence itself names it, or a character of it; or is a headline or a correction."""
    return bool(
        claim.position == TITLE
        or claim.modality == "corrected"
        or known.own.find(claim.sentence)
        or begins_with_it(claim.sentence, known.instalment)
        or any(known.people.find(his[1]) for his in _HIS.finditer(claim.sentence))
        or (claim.kind == "cast" and claim.about.partition(" (")[0] in known.characters.keys.values())
    )


_HIS = late(
    rf"({NAME})['’]s\s+(?:\w+\s+){{0,2}}(?:film|movie|series|show|drama|anime|game|comedy|thriller|mystery|horror|noir)\b(?!\s+[A-Z\"“‘'*_])"
)
"""Somebody's work, which is this one where the series file has him and no title follows."""


def clause(claim: Claim) -> tuple[int, int]:
    """Where the clause of its sentence begins and ends in which the claim stands."""
    start = max(0, claim.sentence.find(claim.as_written))
    end = start + len(claim.as_written)
    before = [m.end() for m in _CUT.finditer(claim.sentence, 0, start)]
    behind = _CUT.search(claim.sentence, end)
    return max(before, default=0), behind.start() if behind else len(claim.sentence)


_CUT = late(
    r"[;:]\s|\s[—–]\s|[.!?][\"”’]?\s|[()]|,\s+(?:and|but|so|after|before|since|when|with)\s|,?\s(?:while|although|though|because|but|who|whom|whose|which|where|whatever|if|unless)\b"
)


def _is_apart(claim: Claim, known: Known) -> bool:
    """Another version, time or case is spoken of in its clause, and not only the dub whose claim it is."""
    start, end = clause(claim)
    at = claim.sentence.find(claim.as_written)
    if _SUPPOSED.search(claim.sentence, start, max(start, at) + len(claim.as_written)):
        return True
    said = claim.sentence[start:end]
    for title in reversed(known.own.find(said)):
        said = f"{said[: title.start]}{said[title.end :]}"
    return any(
        not (m[0].lower().startswith("dub") and ("dub" in claim.about or "(" in claim.about))
        for m in _APART.finditer(_NO_OTHER.sub(" ", said.replace(claim.as_written, " ")))
    )


def _is_told_apart(heard: Heard) -> bool:
    """Its sentence says of which season, version or place a date or number is, where it or its article speaks of others."""
    claim = heard.claim
    said = claim.sentence
    if claim.modality == "corrected":
        return True
    if claim.about:
        return True
    if _has_a_season_beside(heard) and (claim.kind != "episodes" or _OF_NEXT.search(said)):
        return False
    if claim.kind == "episodes" and _ALL.search(said):
        return not _LATER_SEASON.search(said)
    start, end = clause(claim)
    near = said[start:end]
    return not (_VERSION.search(near) or any(True for _ in territories(near)) or _LATER_SEASON.search(said))


_FIRST_SEASON = late(r"\b(?:(?:first|opening) (?:season|series)|(?:season|series) (?:1|one))\b", re.IGNORECASE)
_LATER_SEASON = late(
    r"\b(?:second|third|fourth|new|next) (?:season|series)\b|\b(?:season|series) (?:[2-9]|two|three)\b", re.IGNORECASE
)
_ALL = late(r"\ball (?:of )?(?:its |the )?[\w-]+ episodes\b", re.IGNORECASE)
"""However they are sold or shown."""
_VERSION = late(
    r"\b(?:dub(?:bed|s)?|early access|demo|screening|screened|festival|Blu-rays?|DVDs?|discs?|home video|versions?|ports?)\b",
    re.IGNORECASE,
)


def names_it(claim: Claim, known: Known) -> bool:
    """The sentence has the series for its subject, or what only a series has: by title, by a word for it, or as the entry of a list."""
    pinned = is_pinned(claim, known) or begins_with_it(claim.sentence, known.instalment)
    return pinned or bool(_IT.search(claim.sentence) or _PART_OF_IT.search(claim.sentence))


def is_of_its_making(claim: Claim, known: Known) -> bool:
    """The sentence says who makes the series, or "it", or "the six-part thriller"; not of "the one before"."""
    return names_it(claim, known) or bool(_MAKES_IT.search(claim.sentence))


_MAKES_IT = late(
    r"\b(?:mak(?:es?|ing)|made|produc\w+|animat\w+|develop\w+|behind)\s+(?:it|this(?:\s+one)?)\b"
    r"|^\W*Th(?:e|is)\s+(?:[\w-]+\s+){0,3}(?:thriller|drama|comedy|mystery|fantasy|romance|horror|saga|adventure|satire|miniseries)\b",
    re.IGNORECASE,
)


def is_plain_denial(claim: Claim) -> bool:
    """The no stands in the same clause, right before what is denied or right behind it."""
    start, _ = clause(claim)
    said, written = claim.sentence, claim.as_written
    first = max(start, said.find(written))
    places = {first, said.rfind(written)} - {-1}
    return any(
        _NO.search(said[start if at == first else 0 : at + len(written)]) or _IS_NOT.match(said, at + len(written))
        for at in places
    )


_NO = late(r"(?:\b(?:no|not|never|nor|neither|den(?:y|ies|ied)|without)\b|n['’]t\b)[^.;,]{0,60}$", re.IGNORECASE)
_IS_NOT = late(
    r"\s+(?:(?:version|port|release)\s+)?(?:(?:will|does|is|was|has|would)\s+(?:not|never)\b|(?:wo|does|is|was|has|would)n['’]t\b)"
    r"(?![^.;]*\b(?:yet|currently|at (?:this|the) (?:time|moment|present)|right now|for now)\b)",
    re.IGNORECASE,
)
"""Right behind it, and not for the time being only."""


def is_repeated(reading: Reading, said: Sequence[Heard]) -> bool:
    """The series file says it, or two outlets that do not copy each other."""
    return reading.fact or min(len({h.claim.outlet for h in said}), len({h.origin for h in said})) > 1


def is_pinned(claim: Claim, known: Known) -> bool:
    """The sentence itself says of what: it names the series or is an entry of a list."""
    return names_the_series(claim, known) or bool(_LABEL.match(claim.sentence))


def same_name(one: str, other: str) -> bool:
    """Two keys share a word, and what is left is nothing or much alike: half a name, or a misspelling; or they are in two scripts, and may be one."""
    a, b = set(one.split()), set(other.split())
    left, right = " ".join(sorted(a - b)), " ".join(sorted(b - a))
    if bool(_OTHER_SCRIPT.search(one)) != bool(_OTHER_SCRIPT.search(other)):
        return True
    return bool(a & b) and (not left or not right or SequenceMatcher(None, left, right).ratio() >= _ALIKE)


_OTHER_SCRIPT = late(rf"[{CJK}]")
_ALIKE = 0.5
"""Of the letters of two names."""
