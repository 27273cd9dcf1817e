"""A yes and a no to what comes after a work, by the order in which they are told: which of them is news, and which contradicts the other."""

import re

from pipeline.claims.side import Side


def is_denied(a: Side, b: Side) -> bool:
    """An outlet says no after others said yes. A no of the makers may be news, and who has heard of nothing denies nothing."""
    no, yes = _apart(a, b)
    later = bool(yes.last and no.first and yes.last < no.first)
    return later and all(h.claim.modality != "announced" and not _UNHEARD.search(h.claim.sentence) for h in no.firm)


def came_later(a: Side, b: Side) -> bool:
    """Nothing was planned when it was said that nothing was; or only an outlet says that nothing is announced, which may not have heard."""
    no, yes = _apart(a, b)
    said = [h.claim for h in no.firm]
    told = [c.day for c in said if c.day and (c.modality == "announced" or _FOR_GOOD.search(c.sentence))]
    return not (told and yes.first and max(told) >= yes.first)


def comes_after_all(old: Side, new: Side) -> bool:
    """What was not planned or announced, and never ruled out, is told of as coming."""
    said, last = [c.sentence for c in old.reading.claims], old.reading.last
    still_open = all(_PLANNED.search(sentence) and not _FOR_GOOD.search(sentence) for sentence in said)
    return new.reading.value == "yes" and still_open and bool(last and new.first and new.first > last)


def _apart(a: Side, b: Side) -> tuple[Side, Side]:
    """Who says no, and who says yes."""
    return (a, b) if a.reading.value == "no" else (b, a)


_FOR_GOOD = re.compile(
    r"\b(?:will be no|will (?:not|never)|won['’]t|ruled out|rules out|never be|cancel\w*|not happening|off the table|is not planned|no plans)\b",
    re.IGNORECASE,
)
"""That it will not be, and not that nobody knows of it."""
_UNHEARD = re.compile(r"\b(?:announced|confirmed)\b", re.IGNORECASE)
"""Of what is not so, that nobody knows of it."""
_PLANNED = re.compile(rf"{_UNHEARD.pattern}|\bplanned\b", re.IGNORECASE)
