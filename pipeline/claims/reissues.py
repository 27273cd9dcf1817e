"""What comes later than the first day: a game on another machine, a film on a streaming service. Knows nothing of how the date is told."""

import re
from datetime import date, timedelta

from pipeline.claims.events import MACHINE
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.places import STREAMS
from pipeline.claims.succession import PATCH
from pipeline.terms import Terms

_STREAM = Terms(STREAMS)
_OUT = re.compile(
    r"\b(?:in|on) (?:[\w.]+ ){0,2}(?:cinemas|theat(?:er|re)s|screens|release)\b[^.;]{0,20}\bsince\b|\bafter (?:its|a|the) (?:[\w-]+ ){0,3}(?:theatrical|cinema|run)\b"
)
"""The same sentence says that it has been out for a while."""
_CINEMA = re.compile(r"\b(?:cinemas?|theat(?:er|re|rical)|screens|opens?|opened|premier)", re.IGNORECASE)
_THAT_ONE = re.compile(r"\b(?:that|this|said) (?:machine|console|system|platform|handheld)\b", re.IGNORECASE)
"""The machine that the sentence has named before."""
_NEAR = 60
_LATER = timedelta(days=7)


def later_than_the_first(line: Line, start: int, about: str, value: str, known: Known) -> str | None:
    """Of what a release is that is told of the date at `start`; None where no claim is made of it. A game that is out comes to one more machine, a film that is out to a service."""
    before = re.split(r"[;.]\s", line.text[max(0, start - _NEAR) : start])[-1]
    if known.game and any(PATCH.match(line.text, title.end) for title in known.own.find(line.text[:start])[-1:]):
        return None
    if known.aired or about in {"early access", "demo", "home video", "festival", "screening"}:
        return about
    if known.game:
        machines = {h.label for h in MACHINE.find(line.text[:start] if _THAT_ONE.search(before) else before)}
        if about or not machines or not _is_out(line, value, known):
            return about
        return machines.pop() if len(machines) == 1 else None
    if not about and _STREAM.find(line.article.title) and _is_out(line, value, known) and not _CINEMA.search(line.text):
        return None
    if _STREAM.find(before) and (_is_out(line, value, known) or _OUT.search(line.text)):
        return None
    return about


def _is_out(line: Line, value: str, known: Known) -> bool:
    """The series file says that it was out when this was written, and before the day that is told."""
    first = _first(known)
    if not (first and line.published):
        return False
    day = date.fromisoformat(first)
    return line.published > day and value > (day + _LATER).isoformat()[: len(value)]


def _first(known: Known) -> str:
    return next((day for kind, _, day in known.facts if kind in {"premiere", "release"}), "")
