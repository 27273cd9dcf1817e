"""A number of episodes that was said and does not hold: another took its place, or it is denied. Knows no kinds of claims."""

import re

from pipeline.claims.numbers import NUMBER

_OLD = re.compile(
    r"\b(?:not|instead of|rather than|up from|down from|(?:cut|trimmed|reduced|extended|expanded|grown|shortened|raised|changed|revised) from|originally(?: \w+){0,3}|initially(?: \w+){0,3}|first (?:planned|announced|reported)(?: \w+){0,2}|previously(?: \w+){0,3}|once|earlier(?: \w+){0,2}|used to be|no longer|formerly)\s+(?:the\s+|just\s+|only\s+|its\s+)?$",
    re.IGNORECASE,
)
_WAS_OLD = re.compile(
    r"^(?:(?!\bfrom\b|\binstead of\b|\brather than\b|\bnot\b)[^.;]){0,30}\b(?:as (?:first|originally|initially|previously|we|earlier)|originally|that (?:was|were) (?:first|originally)|it (?:once|first) )",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:article|story|report|review|preview|piece|item|guide|caption|headline|column|listing|version|we)\b[^.;]{0,80}\b(?:said|gave|stated|put|described|called|listed|reported|wrote|claimed|had)\b",
    re.IGNORECASE,
)
"""Whose number the next one mends."""
AGAIN = re.compile(
    rf"(?i:\bbut|,|;|—|–|and)\s+(?i:rather\s+|instead\s+|in fact\s+)?(?:(?i:it|there)\s+(?i:has|have|is|are|will be|will have|should be)\s+)?(?P<n>{NUMBER})(?!\s*(?i:minutes?|years?|percent|seasons?|volumes|%))(?=\s*(?:[.,;)]|$|\s(?:in all|episodes)))"
)
_NEXT = 40
"""Characters behind a number within which another mends it."""


def is_withdrawn(text: str, m: re.Match[str]) -> bool:
    """The number `n` of a match is an old or a wrong one."""
    reported = _REPORTED.search(text[: m.start("n")]) and AGAIN.search(text, m.end("n"), m.end("n") + _NEXT)
    return bool(reported or _OLD.search(text[: m.start("n")]) or _WAS_OLD.match(text[m.end("n") :]))


def is_denial(text: str, m: re.Match[str]) -> bool:
    """ "not 24 episodes", and no other number that takes its place."""
    before, after = text[: m.start("n")], text[m.end("n") :]
    said_no = re.search(r"\bnot\s+(?:just\s+|only\s+)?$", before) and not re.match(r".{0,40}\b(?:as|but)\b", after)
    return bool(said_no) and not re.search(r"\d|episodes|,", before)
