"""TextBlob's own PatternAnalyzer, calibrated for reviews. The one owner of textblob.

TextBlob calls the average review slightly positive: its neutral point on rated reviews lies at +0.11, measured on 2,866 anime and
5,000 film reviews (at 0 it finds 22 % of the negative ones, at +0.115 73 %). It does not read contracted negation, so that is
written out first. Needs no NLTK corpus: `.sentiment` alone works from the wheel.
"""

import re
from collections.abc import Sequence

from textblob import TextBlob

from pipeline.sentiment.judgement import ABSTAINED, Judgement, Unit

NEUTRAL = 0.11
SCALE = 0.6
"""Polarity beyond neutral that counts as full."""

_CONTRACTED = (
    (re.compile(r"\b(ca)n't\b", re.I), r"\1n not"),
    (re.compile(r"\b(wo)n't\b", re.I), "will not"),
    (re.compile(r"n't\b", re.I), " not"),
    (re.compile(r"\bcannot\b", re.I), "can not"),
)


class PatternEngine:
    name = "textblob"
    version = "2"
    languages = frozenset({"en"})
    network = False

    def judge(self, units: Sequence[Unit]) -> list[Judgement]:
        return [_judge(unit.text) for unit in units]

    def whole(self, units: Sequence[Unit], judged: Sequence[Judgement]) -> Judgement:  # noqa: ARG002
        """The piece read as one text."""
        return _judge("\n".join(unit.text for unit in units))


def _judge(text: str) -> Judgement:
    sentiment = TextBlob(written_out(text)).sentiment_assessments
    words = tuple((" ".join(tokens), round(polarity, 3)) for tokens, polarity, _subjectivity, _label in sentiment.assessments)
    if not any(weight for _, weight in words):
        return ABSTAINED
    polarity = max(-1.0, min(1.0, (sentiment.polarity - NEUTRAL) / SCALE))
    return Judgement(polarity, min(1.0, 0.5 + abs(polarity) * 0.3 + sentiment.subjectivity * 0.2), lambda: words)


def written_out(text: str) -> str:
    """Plain apostrophes, and negation as a word of its own: "isn’t" becomes "is not"."""
    text = text.replace("’", "'")
    for pattern, plain in _CONTRACTED:
        text = pattern.sub(plain, text)
    return text
