"""Which outlets changed their minds: first impressions against the verdict on the whole, and that against a second look.

It speaks of outlets. Where an outlet has several voices at one stage their mean counts, and where these disagree nothing is claimed.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from statistics import fmean, stdev
from typing import Literal

from pipeline.assessment import PROMISING
from pipeline.calibration import Calibration
from pipeline.counting import Origin, Said, Sentences, age, amount, calibration, originals, telling
from pipeline.interval import Interval
from pipeline.store.rows import Entry, StoredSentence

Name = Literal["preview", "first impressions", "verdict", "second look"]
EARLY = 3
"""Reviews of the first three episodes are first impressions."""
LATER = timedelta(days=28)
"""After an outlet's first review of the whole: what comes later is a second look."""
FAVOURABLE, UNFAVOURABLE = 60.0, 40.0
"""Points of 100, as in the report: above the one, below the other."""
STATED, INFERRED = 5.0, 15.0
"""Points of 100 by which one piece may be off what its outlet thinks: half a step of ten where it states a score, three where its text is read."""
_Z = 1.6449
"""Nine times in ten."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What an outlet thought at one time. `amount`: 0..100, its `n` is that of `entries`; `said` is the sentence that shows it best."""

    name: Name
    amount: Interval
    entries: tuple[Entry, ...]
    said: Said


@dataclass(frozen=True, slots=True)
class ChangeOfMind:
    """An outlet that thinks otherwise than before, by more than the noise of both."""

    site: str
    before: Stage
    after: Stage

    @property
    def points(self) -> float:
        """After minus before, in points of 100."""
        return self.after.amount.mean - self.before.amount.mean


def changes_of_mind(entries: Iterable[Entry], origin: Origin, sentences: Sentences) -> tuple[ChangeOfMind, ...]:
    """Each outlet's changes in order of time; outlets by name. Entries of one series and one crawl, in any order."""
    counted = originals(entries, origin)
    scale = calibration(counted)
    by_site: dict[str, list[Entry]] = defaultdict(list)
    for e in counted:
        if e.published and amount(e, scale) is not None:
            by_site[e.site].append(e)
    found = []
    for site, own in sorted(by_site.items()):
        for before, after in pairwise(_stages(own)):
            one, other = _amount(before[1], scale), _amount(after[1], scale)
            if _differs(one, other):
                way = 1 if other.mean > one.mean else -1
                found.append(
                    ChangeOfMind(
                        site,
                        Stage(before[0], one, before[1], _said(before[1], scale, -way, sentences)),
                        Stage(after[0], other, after[1], _said(after[1], scale, way, sentences)),
                    )
                )
    return tuple(found)


def _stages(own: Sequence[Entry]) -> list[tuple[Name, tuple[Entry, ...]]]:
    """What came before the verdict (first impressions, else previews), the verdict, and the second look; those that there are."""
    whole = sorted((e for e in own if e.kind == "review"), key=age)
    if not whole or whole[0].published is None:
        return []
    first, until = whole[0].published, whole[0].published + LATER
    before = [e for e in own if e.published and e.published < first]
    impressions = [e for e in before if e.kind == "episode_review" and e.episode is not None and e.episode <= EARLY]
    previews = [e for e in before if e.kind in PROMISING]
    stages: list[tuple[Name, tuple[Entry, ...]]] = [
        ("first impressions", tuple(impressions)) if impressions else ("preview", tuple(previews)),
        ("verdict", tuple(e for e in whole if e.published and e.published <= until)),
        ("second look", tuple(e for e in whole if e.published and e.published > until)),
    ]
    return [(name, there) for name, there in stages if there]


def _amount(entries: Sequence[Entry], scale: Calibration) -> Interval:
    """The mean, as unsure as the pieces disagree, and never surer than single pieces can be."""
    values = sorted(value for e in entries if (value := amount(e, scale)) is not None)
    noise = fmean([STATED if e.stance_from == "stated" else INFERRED for e in entries])
    mean, spread = fmean(values), max(noise, stdev(values) if len(values) > 1 else 0.0)
    half = _Z * spread / len(values) ** 0.5
    return Interval(mean, max(0.0, mean - half), min(100.0, mean + half), len(values))


def _differs(one: Interval, other: Interval) -> bool:
    """Beyond both intervals; or from favourable to unfavourable or back, and then neither interval holds the other's mean."""
    if one.beyond(other):
        return True
    low, high = sorted((one, other), key=lambda i: i.mean)
    crossed = low.mean < UNFAVOURABLE and high.mean > FAVOURABLE
    return crossed and (low.high or 100.0) < high.mean and (high.low or 0.0) > low.mean


def _said(entries: Sequence[Entry], scale: Calibration, way: int, sentences: Sentences) -> Said:
    """The entry that stands furthest out in this direction, and its verdict or the remark that points there most clearly."""
    entry = max(entries, key=lambda e: (way * (amount(e, scale) or 0.0), -e.id))

    def weight(s: StoredSentence) -> float:
        return way * (s.polarity or 0.0) * s.confidence + (0.3 if s.verdict else 0.0)

    pointing = [s for s in sentences.get(entry.id, ()) if s.verdict or (s.topics and way * (s.polarity or 0.0) > 0)]
    return Said(entry, telling(pointing, weight))
