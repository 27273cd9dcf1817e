"""Two readings → is the later a copy of the earlier, of what sort, and why. Knows neither time nor outlets."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.syndication.figures import is_figure
from pipeline.syndication.piece import Relation
from pipeline.syndication.reading import ENOUGH, Reading, Told, stem

COPIED = 0.6
"""Part of the later piece's own words that stand in runs of the earlier piece."""
CREDITED = 0.4
"""The same where the piece says that it appeared elsewhere first, or where one of the two calls itself a press release."""
_TAKEN_WHOLE = 0.85
_NOT_A_ROUNDUP = 0.4
"""Part of the later piece that a wholly taken earlier one must make up: below it, the later one is a collection of many things."""
_CUT = 0.8
"""A copy with fewer words than this part of its origin's was shortened."""
_SPUN, _SPUN_FEW = 0.48, 1.2
"""Part of the content words, names apart, that must be found again in one sentence of the other: of many words, and what few ask for more."""
_SPUN_ANYWHERE = 0.4
_SPUN_LEAST = 10
_SAME_COURSE = 0.15
"""So much less is asked for where figures and names come in the same order too."""
_TRANSLATED = 0.5
_MOST = 400
"""Facts, and sentences, of a piece that are laid side by side: the time for it is their product."""
_NAMES_UNKNOWN = 0.75
_IN_STEP = 0.15
"""Mean deviation of the paragraphs' lengths from their share of the whole; two originals are rarely below 0.25."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """How sure (0..1) one piece is made from the other, how, and why in words."""

    strength: float
    relation: Relation
    because: str


def copied(late: Reading, early: Reading, enough: float = COPIED, either: bool = False) -> Kinship | None:
    """Word for word, outside of quotations: those are the same in every report. `either`: which came first is not known."""
    mine, theirs = covered(late, early), covered(early, late)
    if not (late.length and early.length):
        return _same(late, early, min(mine, theirs))
    whole = theirs >= _TAKEN_WHOLE and early.length >= _NOT_A_ROUNDUP * late.length
    if mine < enough and not whole and not (either and theirs >= enough):
        return None
    if mine < enough:
        return Kinship(theirs, "copy", f"takes over {theirs:.0%} of the shorter text word for word")
    relation: Relation = "shortened" if late.whole < _CUT * early.whole else "copy"
    return Kinship(mine, relation, f"{mine:.0%} of its own words stand there in the same order")


def spun(late: Reading, early: Reading, late_told: Told, early_told: Told) -> Kinship | None:
    """Reworded sentence by sentence: the words that are not names come again, in the same company, and no figure is new."""
    all_late, all_early = set(late.wording), set(early.wording)
    alike = len(all_late & all_early)
    if alike < _SPUN_LEAST or alike < _SPUN_ANYWHERE * min(len(all_late), len(all_early)):
        return None
    names = {stem(fact) for told in (late_told, early_told) for fact, sure in told.facts if sure and not is_figure(fact)}
    a, b = ([s - names for s in reading.sentences[:_MOST]] for reading in (late, early))
    words = min(sum(map(len, a)), sum(map(len, b)))
    if words < _SPUN_LEAST:
        return None
    mine, theirs = _found_again(a, b), _found_again(b, a)
    wanted = _SPUN + _SPUN_FEW / words
    if min(mine, theirs) < wanted and (same_course := translated(late_told, early_told)) is not None:
        wanted -= _SAME_COURSE if same_course.strength > _SPUN else 0.0
    figures, _ = _figures(late_told, early_told)
    if figures < 0.6:
        return None
    if min(mine, theirs) >= wanted or (mine >= wanted + 0.1 and theirs >= 0.3 and figures >= 0.8):
        quotes = len(late.quotes & early.quotes)
        also = f", with {quotes} of the same quotations" if quotes else ""
        return Kinship(
            0.9 * mine,
            "spun",
            f"{mine:.0%} of its wording comes again sentence by sentence in other order or with other words{also}",
        )
    return None


def translated(late: Told, early: Told, telling: tuple[bool, bool] = (True, True)) -> Kinship | None:
    """The same figures and names in the same order, with paragraphs of the same proportions.

    `telling`: whether the names of each should be found in the other: not those of German, where every noun has a capital, nor
    in another script, where they are spelled otherwise.
    """
    a, b = late.facts, early.facts
    in_a, in_b = {f for f, _ in a}, {f for f, _ in b}
    names = [{f for f, sure in side if sure and not is_figure(f)} for side in (a, b)]
    shared = {f for f in in_a & in_b if is_figure(f) or f in names[0] or f in names[1]}
    first, second = ([f for f, _ in side if f in shared][:_MOST] for side in (a, b))
    if not first or not second:
        return None
    run = _common_run(first, second)
    order = run / min(len(first), len(second))
    known = [
        len(own & others) / len(own)
        for own, others, tells in ((names[0], in_b, telling[0]), (names[1], in_a, telling[1]))
        if len(own) > 2 and tells
    ]
    named = max(known, default=_NAMES_UNKNOWN)
    mine, theirs = _figures(late, early)
    in_step = _step(late, early)
    score = order * order * max(mine, theirs) * named * (1.2 if in_step <= _IN_STEP else 1.0)
    if score < _TRANSLATED or run < (5 if in_step <= _IN_STEP else 7):
        return None
    step = ", in paragraphs of the same proportions" if in_step <= _IN_STEP else ""
    return Kinship(min(0.95, score), "translated", f"{run} figures and names come in the same order{step}")


def covered(of: Reading, by: Reading) -> float:
    """Part (0..1) of the words that stand in runs which the other has too."""
    until = hits = 0
    width, there = of.width, set(by.runs)
    for n, run in enumerate(of.runs):
        if run in there:
            hits += n + width - max(until, n)
            until = n + width
    return hits / (len(of.runs) + width - 1) if of.runs else 0.0


def _same(late: Reading, early: Reading, same: float) -> Kinship | None:
    """Of pieces that are short, or quotation almost wholly, only those that are the same throughout."""
    if late.length or early.length or min(late.whole, early.whole) < ENOUGH * late.width or same < _TAKEN_WHOLE:
        return None
    return Kinship(same, "copy", f"{same:.0%} of both texts is the same")


def _found_again(of: Iterable[frozenset[int]], there: Sequence[frozenset[int]]) -> float:
    hits = total = 0
    for sentence in of:
        total += len(sentence)
        hits += max((len(sentence & other) for other in there), default=0)
    return hits / total if total else 0.0


def _figures(late: Told, early: Told) -> tuple[float, float]:
    """Part of the numbers and dates of each that the other has too; one is added to both sides, since few prove little."""
    a, b = (Counter(f for f, _ in told.facts if is_figure(f)) for told in (late, early))
    both = (a & b).total() + 1
    return both / (a.total() + 1), both / (b.total() + 1)


def _step(late: Told, early: Told) -> float:
    """Gale & Church (1993) in short: lengths of translated paragraphs are proportional. 1 where their number differs or is below two."""
    a, b = late.lengths, early.lengths
    if len(a) != len(b) or len(a) < 2:
        return 1.0
    ratio = sum(b) / sum(a)
    return sum(abs(x * ratio - y) for x, y in zip(a, b, strict=True)) / sum(b)


def _common_run(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for n, y in enumerate(b, 1):
            before, row[n] = row[n], before + 1 if x == y else max(row[n], row[n - 1])
    return row[-1]
