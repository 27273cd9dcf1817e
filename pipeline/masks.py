"""Names carry no opinion: titles and names, of other works too, are taken out of a sentence before an engine reads it.

The title "Dead Mount Death Play" is no insult.
"""

import re
from collections.abc import Iterable, Sequence

from pipeline.other_works import set_aside
from pipeline.series import Series
from pipeline.terms import Hit, Terms

_QUOTED_TITLE = re.compile(
    r"[\"“‘«『「]((?:[A-Z0-9][\w'’:!?-]*(?:\s+(?:of|the|and|to|in|a|no|with|for|from)\b)*\s*){1,8})[\"”’»』」]"
)


class Masks:
    """The names of one series, and how to take them out."""

    def __init__(self, series: Series) -> None:
        people = series.people
        parts = {w for p in people for w in p.split() if len(w) > 3 and w[0].isupper()}
        titles = [e.title for e in series.episodes if e.title]
        self._terms = Terms({"it": (*series.names, *titles), "someone": (*people, *sorted(parts)), "they": series.studio})

    def mask(self, sentence: str) -> str:
        """The sentence with names replaced by pronouns, which no lexicon knows."""
        return _masked(sentence, self._terms.find(sentence))

    def mask_each(self, sentences: Sequence[str]) -> list[str]:
        """`mask` of each of them, their names found in one pass."""
        return [_masked(s, hits) for s, hits in zip(sentences, self._terms.find_each(sentences), strict=True)]


def _masked(sentence: str, names: Iterable[Hit]) -> str:
    out, last = [], 0
    for hit in names:
        out += [sentence[last : hit.start], hit.label]
        last = hit.end
    return set_aside(_QUOTED_TITLE.sub("it", "".join((*out, sentence[last:]))))
