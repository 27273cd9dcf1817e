"""Other works in a sentence: how their titles are spelt, and what is said of them set aside, where an engine reads.

"Unlike Iron Choir, which was superb, this drags" praises nothing of this work.
"""

from pipeline.patterns import late
from pipeline.terms import Hints

_WORD = r"[A-Z0-9](?:[\w'’!?-]*[\w!?])?"
_SMALL = r"(?:of|the|in|a|an|to|no|for|on|at|from|with|de|la)"
_BARE = rf"{_WORD}(?::?(?:\s+{_SMALL}|\s+&){{0,2}}\s+{_WORD}){{0,6}}"
TITLE = rf"(?:[\"“‘«『「](?P<quoted>[A-Z0-9][^\"”’»』」]{{1,60}})[\"”’»』」]|(?:[Tt]he\s+)?(?P<bare>{_BARE}))"
_RELATIVE = r"(?:,?\s+(?:which|who|whose|that|where)\s[^,;.—–]+,?|,\s+(?:a|an|one of)\s[^,;.—–]+,)?"
_SET_ASIDE = late(rf"\b(?i:unlike|compared (?:to|with)|in contrast to|next to|beside)\s+{TITLE}{_RELATIVE},?\s*")
_BESIDE = late(rf"\b(?P<cue>(?i:than|like|as good as|reminiscent of|recalls|evokes|(?:me|us|you) of))\s+{TITLE}{_RELATIVE}")
_SET_ASIDE_HINTS = Hints("unlike", "compared", "contrast", "next to", "beside")
_BESIDE_HINTS = Hints(*("than ", "like ", "as good as", "reminiscent", "recalls", "evokes", "me of ", "us of ", "you of "))


def set_aside(sentence: str) -> str:
    """The sentence without what it says of other works: their titles become "it", and what stands about them goes."""
    lower = sentence.lower()
    if _SET_ASIDE_HINTS.stand_in(lower):
        sentence = _SET_ASIDE.sub("", sentence)
    return _BESIDE.sub(lambda m: f"{m['cue']} it", sentence) if _BESIDE_HINTS.stand_in(lower) else sentence
