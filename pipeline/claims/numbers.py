"""Whole numbers and ordinals up to a hundred in digits and English words."""

import re

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
WORDS = {word: n for n, word in enumerate(_ONES, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
WORDS |= {f"{ten}{sign}{one}": WORDS[ten] + n for ten in _TENS for n, one in enumerate(_ONES[:9], 1) for sign in "- "}
WORDS |= {"a dozen": 12, "two dozen": 24, "half a dozen": 6, "a hundred": 100, "one hundred": 100}
ORDINALS = {word: n for n, word in enumerate(_ORDINALS, 1)} | {f"{ten[:-1]}ieth": 10 * n for n, ten in enumerate(_TENS, 2)}
ORDINALS |= {f"{ten}{sign}{one}": WORDS[ten] + n for ten in _TENS for n, one in enumerate(_ORDINALS[:9], 1) for sign in "- "}


_UNITS = "|".join(_ONES[:9])
_WHOLE = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{_UNITS})\b)?|{'|'.join(sorted(_ONES, key=len, reverse=True))}|(?:a|two|half a) dozen|(?:a|one) hundred)"
_NTH = rf"(?:(?:{'|'.join(_TENS)})[ -](?:{'|'.join(_ORDINALS[:9])})|{'|'.join(f'{ten[:-1]}ieth' for ten in _TENS)}|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
NUMBER = rf"(?:(?<![\d.,/#])\d{{1,4}}(?![\d%]|[.,/]\d)|\b(?i:{_WHOLE})\b)"
ORDINAL = rf"(?:(?<![\d.])\d{{1,3}}(?:st|nd|rd|th)\b|\b(?i:{_NTH})\b)"
_ROUND = re.compile(r"dozen", re.IGNORECASE)


def number(text: str) -> int | None:
    """The number that a match of NUMBER or ORDINAL stands for."""
    plain = " ".join(text.lower().split())
    if plain in WORDS:
        return WORDS[plain]
    if plain in ORDINALS:
        return ORDINALS[plain]
    digits = re.match(r"\d{1,4}", plain)
    return int(digits[0]) if digits else None


def is_round(text: str) -> bool:
    """A dozen may be eleven to thirteen."""
    return bool(_ROUND.search(text))
