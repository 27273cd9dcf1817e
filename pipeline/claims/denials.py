"""Whether it is said of somebody that he has not got a role in the work at all. Knows no series."""

import re

from pipeline.claims.names import NAME
from pipeline.claims.roles import ROLE


def is_denied(text: str, start: int, end: int, name: str) -> bool:
    """Between `name` and a role, from `start` to `end`, it is said that the one has not got the other, for good and of the whole work."""
    if not _NOT.search(text, start, end) or _NARROWED.search(text):
        return False
    return any(name in m[0] for m in _DENIED.finditer(text, start, end))


_NOT = re.compile(r"\bnot\b|n['’]t\b")
_DID = r"(?:directed|written|composed|scored|created|designed|produced|performed|sung)"
_DENIED = re.compile(
    rf"{NAME}\s+(?:is|was|did|has|had)(?:\s+not|n['’]t)\s+(?:(?:the|its|our)\b|[a-z]+(?:ing|ed|e|t)\b)"
    rf"|(?:{ROLE}(?:\s+(?:is|was|will\s+be))?|\b(?:is|was|will\s+be))(?:\s+not|n['’]t)\s+(?:be(?:en|ing)?\s+)?(?:{_DID}\s+)?by\s+{NAME}"
)
_NARROWED = re.compile(
    r"\b(?:but|only|just|alone|again|any\s*more|longer|yet|return\w*|seasons?|sequel|film|movie|episodes?|if|unless)\b|\?"
)
"""What is denied then is so of a part, or of another work, or somebody else is named instead."""
