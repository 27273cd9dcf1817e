"""Sentences that leave no doubt: which promise, hedge, praise or find fault. A second opinion beside the engine's; it rather says nothing than something wrong."""

import re
import tomllib
from importlib.resources import files

from pipeline.other_works import set_aside
from pipeline.terms import Terms

_TERMS = Terms(tomllib.loads(files("pipeline").joinpath("outspoken.toml").read_text("utf-8")))
_IF = re.compile(r"^\W*(?:(?:and|but|so|yet),?\s+)?if\b|\?\W*$", re.IGNORECASE)
_TURNED = re.compile(
    r"(?:\b(?:not|no|never|nor|neither|hardly|scarcely|barely|without|nothing|nobody|far from|less|least|anything but)|n't)(?:\s+[\w'-]+){0,3}\s*$",
    re.IGNORECASE,
)
"""What stands right before a word and turns it; then the word says nothing."""
_BEFORE = 40
"""Characters in which it is looked for."""


def promises(sentence: str) -> bool:
    """True for an outspoken promise ("promises to be", "looks set to", "is going to be") without hedge, condition or question."""
    return "promise" in _TERMS.labels(sentence) and not doubts(sentence)


def doubts(sentence: str) -> bool:
    """True where a sentence hedges, asks, fears, wishes or sets a condition."""
    return supposes(sentence) or "doubt" in _TERMS.labels(sentence)


def supposes(sentence: str) -> bool:
    """True for a question, and for a sentence that begins with a condition."""
    return bool(_IF.search(sentence))


def leaning(sentence: str) -> int:
    """1 where only words of praise stand in it, -1 where only words of blame do; 0 where neither, both, or any is turned by a "not".

    What it says of other works is set aside.
    """
    plain = set_aside(sentence.replace("’", "'"))
    hits = [h for h in _TERMS.find(plain) if h.label in {"praise", "blame"}]
    if any(_TURNED.search(plain[max(0, h.start - _BEFORE) : h.start]) for h in hits):
        return 0
    labels = {h.label for h in hits}
    return 0 if len(labels) != 1 else 1 if "praise" in labels else -1
