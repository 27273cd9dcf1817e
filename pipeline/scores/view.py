"""One number with the sentence around it and the cues in it."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from pipeline.scores.cues import TERMS
from pipeline.scores.forms import Form
from pipeline.terms import Hit

_BREAK = re.compile(r"(?<!\b[Ee]p)[.!?…](?=[\"'”’)\]]*(?:\s|$))|[。！？|·•\n]|\s-{2,}(?=\s?[A-Z])")
_REACH = 120
"""Characters before a number in which its sentence is read; behind it half as many."""


@dataclass(frozen=True, slots=True)
class View:
    """The places of cues are counted from the start of the lead or of the tail."""

    form: Form
    written: str
    lead: str
    """The sentence before the number, in lower case, since the last score."""
    tail: str
    """The sentence after it, in lower case."""
    beyond: str
    """What follows it as written, over the end of the sentence."""
    end_mark: str
    """The last characters of the sentence."""
    before: tuple[Hit, ...]
    after: tuple[Hit, ...]
    last: dict[str, int]
    """Where in the lead each kind of cue ended last."""
    alone: bool
    """In a paragraph of a few words."""
    lone: bool
    """All that the paragraph says."""

    def ended(self, *kinds: str) -> int:
        """Where in the lead the last cue of these kinds ends; -1 where there is none."""
        return max(self.last.get(kind, -1) for kind in kinds)


class Sentences:
    """The sentences and cues of one paragraph, found once for all its numbers."""

    def __init__(self, text: str, low: str, alone: bool, title: str) -> None:
        """`title`: of the article, in lower case; a season that it names is no other work."""
        self._text, self._low, self._alone = text, low, alone
        self._hits = [h for h in TERMS.find(text) if h.label != "other work" or low[h.start : h.end] not in title]
        self._starts = [h.start for h in self._hits]
        self._bare = text.strip(' .!_[]()"“”')
        self._breaks = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]

    def view(self, form: Form, floor: int) -> View:
        """`floor`: where the last score ended."""
        start = max(floor, form.start - _REACH, self._breaks[bisect_right(self._breaks, form.start) - 1])
        stop = max(form.end, min(form.end + _REACH // 2, self._breaks[bisect_left(self._breaks, form.end)]))
        near = self._hits[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]
        before = tuple(_from(start, h) for h in near if h.end <= form.start)
        return View(
            form=form,
            written=self._low[form.start : form.end],
            lead=self._low[start : form.start],
            tail=self._low[form.end : stop],
            beyond=self._text[form.end : form.end + _REACH // 2],
            end_mark=self._text[stop - 2 : stop + 1],
            before=before,
            after=tuple(_from(form.end, h) for h in near if h.start >= form.end and h.end <= stop),
            last={h.label: h.end for h in before},
            alone=self._alone,
            lone=self._bare == self._text[form.start : form.end],
        )


def _from(start: int, hit: Hit) -> Hit:
    return Hit(hit.label, hit.start - start, hit.end - start)
