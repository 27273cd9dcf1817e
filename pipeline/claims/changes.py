"""Which sentences say that a value took the place of another, and of which."""

import re

from pipeline.claims.claim import Claim
from pipeline.claims.days import MONTH, month_of, resolve, spots
from pipeline.claims.territories import territories
from pipeline.claims.values import DATED, agree
from pipeline.patterns import late

CHANGE = late(
    r"\b(?:delay(?:ed|s|ing)|postpon\w+|push(?:ed|es|ing)? (?:(?:\w+ ){1,4}back|back|it|out|to|from)|put back|puts back|brought forward|bring(?:s|ing)? forward|reschedul\w+|bumped|moved?(?:,? (?:as well|too),?)? (?:to|from|up|forward|back|out|its|the)|moves (?:to|from|its)"
    r"|(?:push|mov|shift|delay|postpon)(?:e?d|e?s|ing) [^.;]{2,60}? from [^;]{2,30}? to"
    r"|(?:push|mov|shift|delay|postpon)(?:e?d|e?s) [^.;]{2,60}? to (?:the |early |late |next )?(?:\d|(?-i:[A-Z])[a-z]{2,8}\b|spring|summer|autumn|winter|fall)|slip(?:s|ped)|shift(?:s|ed) (?:to|from)|new (?:[\w.]+ )?date|instead of|\d+,? instead\b|(?:will|would|is to) instead\b|rather than"
    r"|(?:will|would|is|are|was) now(?! (?:available|streaming|playing|showing|airing|complete|over|finished|seen|known))|(?:has|have) now been|now (?:set|due|scheduled|slated|planned|expected|has|ha[sd]|have|premieres|launches|opens|begins|starts|airs|runs|com(?:ing|es)|debuts|drops|lands|arrives?|consists?)"
    r"|(?:had been|was|were) (?:first |originally |once |initially )?(?:planned|due|set|slated|scheduled|meant|to have)|(?:as )?(?:first|originally|previously|initially) (?:planned|announced|reported|scheduled)|revised|correct(?:ed|ion|s)|(?:later|earlier|sooner) than (?:planned|promised|announced|expected|(?:first|originally) \w+|any\w+ (?:thought|expected))|ahead of (?:time|schedule)|put off|miss(?:es|ed)? its|(?:days?|weeks?|months?) (?:late|early)|pulled from its|needs (?:more|longer))\b",
    re.IGNORECASE,
)
"""The sentence says that something was changed."""
_RESIZED = late(
    r"\b(?:(?:extended|expanded|shortened|cut|trimmed|reduced|grown|grows?|grew|shrinks?|shrank|raised) (?:to|from|by)|(?:up|down) from|one more than|one fewer|an extra episode|added an?|(?:further|additional|extra|more) (?:\w+ )?episodes? (?:(?:will|would|that) )?(?:bring|take)s?)\b",
    re.IGNORECASE,
)
"""And of a number."""
_A_DAY = late(r"\bnow\s+(?:start|begin|premier|debut|launch|open|air|arriv|stream|com)\w*|\bnew (?:\w+ )?date\b", re.IGNORECASE)
"""Words of change that are of a day, whatever number stands beside them."""
_NO_LONGER = late(r"\bno longer\b", re.IGNORECASE)
_NEAR = 45
"""Characters between this and the value: farther off, something else is no longer so."""
_REACH = 110
"""Characters between such words and the value."""
_MONTH = late(rf"\b{MONTH}")


def is_change(claim: Claim) -> bool:
    """The sentence itself says, next to the value, that it is a new one."""
    if claim.modality in ("rumoured", "corrected"):
        return claim.modality == "corrected"
    at = max(0, claim.sentence.find(claim.as_written))
    around = claim.sentence[max(0, at - _REACH) : at + len(claim.as_written) + _REACH]
    near = claim.sentence[max(0, at - _NEAR) : at + len(claim.as_written) + _NEAR]
    if claim.kind == "episodes":
        around = _A_DAY.sub(" ", around)
    return bool(_NO_LONGER.search(near) or CHANGE.search(around) or (claim.kind == "episodes" and _RESIZED.search(around)))


def names_both(claim: Claim, older: str) -> bool:
    """The sentence names the older day beside the new one ("moved from April 2 to April 9"), so that it can be of no other event."""
    days, months = _dates(claim)
    named = days | {f"{older[:5]}{month}" for month in months}
    return claim.kind in DATED and any(agree(claim.kind, day, older) and not agree(claim.kind, day, claim.value) for day in named)


def _dates(claim: Claim) -> tuple[set[str], set[str]]:
    """All days and months with a day that the sentence names beside the claim's own, and all months; none of another place."""
    said = claim.sentence
    for spot in spots(said, [m.start() for m in _MONTH.finditer(said)]):
        there = _IN.match(said, spot.end())
        if there and any(place.label != claim.about for place in territories(there[0])):
            said = f"{said[: spot.start()]}{' ' * len(spot[0])}{said[spot.end() :]}"
    months = list(_MONTH.finditer(said))
    days = {resolve(s, claim.day, "", None) for s in spots(said, [m.start() for m in months]) if s[0] != claim.as_written}
    return days - {""}, {f"{month_of(m[0]):02}" for m in months}


_IN = re.compile(r",?\s+in\s+(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z]\w+){0,2}")
"""Behind a date: where."""


def replaces(claim: Claim, older: str) -> bool:
    """False where the sentence names the day or month that was changed, and it is another than `older`."""
    if claim.kind not in DATED:
        return True
    days, months = _dates(claim)
    others = [day for day in days if not agree(claim.kind, day, claim.value) and day != str(claim.day)]
    if others:
        return any(agree(claim.kind, day, older) for day in others)
    alone = months - {day[5:7] for day in (*days, claim.value)}
    return not alone or not older[5:7].isdigit() or older[5:7] in alone
