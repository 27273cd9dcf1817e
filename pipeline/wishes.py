"""What is wished for is missing: sentences that praise only what a work could have been, and so find fault with what it is."""

import re

from pipeline.terms import Hints

_BETTER = r"(?:better|great|good|more|stronger|sharper|funnier|special|something|excellent|brilliant|a classic|a masterpiece|fantastic|richer|longer|interesting|worthwhile)"
# All of these are read on lower-cased text with plain apostrophes.
_WISHED = re.compile(
    rf"\b(?:could|should|might|would)(?:'ve| have) (?:easily )?(?:been|become|made (?:for )?|had|used) (?:\w+ ){{0,3}}?{_BETTER}\b"
    rf"|\bcould (?:easily )?be (?:so much |much |far |a lot )?better\b|\bcould(?:'ve| have) (?:done|used) (?:with )?(?:more|another|a)\b"
    r"|\b(?:wanted|want|hoped|tried|was ready|was prepared|was hoping|had hoped|expected) (?:so (?:badly|much) )?to (?:really )?(?:love|like|enjoy|adore|be (?:wowed|moved|impressed))\b"
    r"|\b(?:i|we|you) (?:only )?wish(?:ed)?\b(?! (?:i|we) could (?:see|watch|forget))|\bif only\b|\bhad (?:so much |such |all the )?potential\b|\bwasted potential\b"
    r"|\b(?:would|might|could) (?:have been|be) an? (?:\d+(?:\.\d+)?|nine|ten|eight|perfect)\b[^.]{0,40}\bif\b|\bif (?:it|they|the \w+) (?:had|were|was) (?:only|just|given|a (?:bit|little))\b"
)
_HINTS = Hints(
    *("could", "should", "might", "would", "wish", "want", "hop", "ready", "prepared", "tried", "expected", "potential", "if ")
)
"""Without one of these no pattern matches; looking for them first saves nine tenths of the cost."""
_NOT = re.compile(
    r"\b(?:could(?:n't| not)|can(?:'t|not)) have been (?:better|more)|\bcould(?:n't| not) (?:have )?(?:wish|ask|hope)|\bbetter than (?:it|they) (?:could|should)|\bnever wish"
)


def wished(sentence: str) -> bool:
    """True for a counterfactual ("it could have been better", "I wanted to love it", "it would be a nine if")."""
    lower = sentence.lower()
    if not _HINTS.stand_in(lower):
        return False
    plain = lower.replace("’", "'")
    return bool(_WISHED.search(plain)) and not _NOT.search(plain)
