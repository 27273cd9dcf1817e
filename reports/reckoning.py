"""What a week amounts to in numbers: which entries count, as how much, aspect by aspect and week by week."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.calibration import Calibration
from pipeline.counting import calibration, originals
from pipeline.store import Entry
from pipeline.week import Week
from reports import course, reception
from reports.aspects import aspects
from reports.material import Material
from reports.rows import AspectRow, Scored, WeekPoint
from reports.tongue import speaking


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Of the entries up to the end of `week`, oldest first; but for `so_far` without copies."""

    week: Week
    so_far: Sequence[Entry]
    original: Sequence[Entry]
    scale: Calibration
    scores: tuple[Scored, ...]
    timeline: tuple[WeekPoint, ...]
    aspects: tuple[AspectRow, ...]


def reckon(material: Material, week: Week) -> Reckoning:
    """Raises UserError where there are no pages in the language of the material."""
    so_far = material.until(week)
    original = originals(so_far, material.origin)
    scale = calibration(so_far)
    scores = reception.scored(original, scale, material.series.weights)
    shown = course.weeks(original, week)
    with speaking(material.language):
        return Reckoning(
            week,
            so_far,
            original,
            scale,
            scores,
            course.timeline(material.series, original, scores, shown),
            aspects(material.series, original, week, shown, material.sentences),
        )
