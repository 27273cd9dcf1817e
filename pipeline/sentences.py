"""Text → sentences and clauses. The one owner of sentencex, whose data are in its wheel."""

import re

import sentencex

from pipeline.terms import Hints

_TURN = re.compile(r"\s*(?:;|,?\s+(?:but|yet|however|although|though|whereas|while)\b|\s+[—–]\s+)\s*", re.IGNORECASE)
_TURN_HINTS = Hints(*"; but yet however although though whereas while — –".split())
_CREDIT = re.compile(r"^(?:[A-Z][\w'’&/, -]{2,60}):\s+(?P<names>\S.*)$")
_TURN_AHEAD = re.compile(r"(?:but|yet|however|although|though|whereas|while)\b", re.IGNORECASE)


_WIDE = re.compile(r"[^\S\x00-\x7f]")
"""Blanks of more than one byte: sentencex 1.0 panics at some that stand behind an initial ("plan B .")."""
_MODEL = re.compile(r"(?<=\bSeries [XS]\.)\s+(?=[A-Z])")
"""Behind a machine's letter, which is no initial ("… and Xbox Series X. Marta Quill directs.")."""


def split(text: str, language: str) -> list[str]:
    """The sentences of one paragraph, trimmed, in order."""
    at, found = 0, []
    for part in sentencex.segment(language, _WIDE.sub(" ", text)):  # which together are the text
        found += [piece for one in _MODEL.split(text[at : at + len(part)]) if (piece := one.strip())]
        at += len(part)
    return found


def clauses(sentence: str) -> list[str]:
    """The sentence at its turns ("gorgeous, | but the plot goes nowhere"); one element where it does not turn.

    A part of fewer than two words stays with its neighbour. The parts joined by blanks give the words of the sentence.
    """
    if not _TURN_HINTS.stand_in(sentence.lower()):
        return [sentence.strip()]
    parts: list[str] = []
    last = 0
    for turn in _TURN.finditer(sentence):
        word = _TURN_AHEAD.search(sentence, turn.start(), turn.end())
        cut = word.start() if word else turn.end()
        if len(sentence[last:cut].split()) >= 2 and len(sentence[cut:].split()) >= 2:
            parts.append(sentence[last:cut].strip(" ,;"))
            last = cut
    parts.append(sentence[last:].strip())
    return parts


def is_credit(sentence: str) -> bool:
    """A line of credits ("Music: Taisei Iwasaki") says who did it, and nothing of how well."""
    found = _CREDIT.match(sentence) if ":" in sentence else None
    words = re.findall(r"[^\W\d_]+", found["names"]) if found else []
    return bool(words) and sum(w[0].isupper() or w in {"and", "as", "by", "of", "the"} for w in words) >= 0.8 * len(words)
