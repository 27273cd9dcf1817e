"""Key phrases: what is new in what the press says, found without a list of words.

A phrase is one to three words that many pieces of one time use and the pieces before it did not, ranked by the log-odds of its
document frequencies with a prior (Monroe, Colaresi & Quinn 2008, on documents instead of words).
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pipeline.stop_words import stop_words

_WORDS = re.compile(r"[^\W\d_][\w'-]*|[.,;:!?()\[\]\"“”—–\n]")
"""Words, and the signs that no phrase goes across."""
_DULL = frozenset(
    """anime episode episodes series show season review reviews preview news watch watching article story character characters
    studio viewers fans viewer fan one two first last new way thing things time week year years lot bit kind sort something
    everything nothing someone people also even still much many well really actually quite perhaps rather almost already always
    never yet simply just like get gets make makes made says said see seen come comes go goes going spoilers spoiler score rating
    verdict overall final end ending crunchyroll streaming author source official website""".split()
)


def candidates(text: str, language: str, names: frozenset[str], most: int = 60) -> tuple[str, ...]:
    """The phrases of one article, lower case, by frequency and then by place; none holds a name or begins or ends with a stop word."""
    if language != "en":
        return ()
    stop = _stop_words(names)
    found: dict[str, int] = {}
    so_far = found.get
    for clause in _clauses(text):
        begins = [n for n, word in enumerate(clause) if word not in stop and len(word) > 2]
        clause += ("", "")
        for n in begins:
            if clause[n + 2] not in stop and clause[n + 1] not in names:
                phrase = f"{clause[n]} {clause[n + 1]} {clause[n + 2]}"
                found[phrase] = so_far(phrase, 0) + 3
        for n in begins:
            if clause[n + 1] not in stop:
                phrase = f"{clause[n]} {clause[n + 1]}"
                found[phrase] = so_far(phrase, 0) + 2
        for n in begins:
            if len(word := clause[n]) > 4:
                found[word] = so_far(word, 0) + 1
    return tuple(sorted(found, key=found.__getitem__, reverse=True)[:most])


def rising(now: Sequence[Iterable[str]], before: Sequence[Iterable[str]], most: int = 8) -> list[tuple[str, int, float]]:
    """The phrases that tell `now` from `before`: (phrase, articles now, z-score), strongest first, each in at least two articles, a single word in three.

    A phrase inside a longer one of the same articles is left out.
    """
    ours, theirs = Counter(p for a in now for p in set(a)), Counter(p for a in before for p in set(a))
    scored = []
    for phrase, count in ours.items():
        if count < (2 if " " in phrase else 3):
            continue
        prior = 0.5
        here = math.log((count + prior) / (len(now) - count + prior))
        there = math.log((theirs[phrase] + prior) / (len(before) - theirs[phrase] + prior))
        spread = math.sqrt(1 / (count + prior) + 1 / (theirs[phrase] + prior))
        weight = (here - there) / spread * (1 + 0.25 * phrase.count(" "))
        if weight > 0.5:
            scored.append((phrase, count, round(weight, 2)))
    scored.sort(key=lambda item: (-item[2], item[0]))
    kept: list[tuple[str, int, float]] = []
    for item in scored:
        if not any(set(item[0].split()) & set(k[0].split()) for k in kept):
            kept.append(item)
        if len(kept) == most:
            break
    return kept


def _clauses(text: str) -> Iterator[list[str]]:
    clause: list[str] = []
    for word in _WORDS.findall(text.replace("’", "'").lower()):
        if word[0].isalpha():
            clause.append(word.removesuffix("'s"))
        elif clause:
            yield clause
            clause = []
    yield clause


@cache
def _stop_words(names: frozenset[str]) -> frozenset[str]:
    """With the empty word, which stands behind the last one of a clause."""
    return _DULL | names | stop_words("English") | {""}
