"""How a series is received from episode to episode, and where the press turned. Copies count once, and one pen once an episode.

docs/arc.md has the rules and what they can't tell.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.assessment import JUDGING
from pipeline.calibration import Calibration
from pipeline.counting import ROUNDING, Origin, amount, calibration, originals
from pipeline.interval import Interval, interval
from pipeline.series import Series
from pipeline.store.rows import Entry
from pipeline.turning import Placed, Turn, turned

FEW = 3
"""Reviews from which the mean of an episode is more than single voices."""


@dataclass(frozen=True, slots=True)
class Point:
    """What one entry gives one episode, 0..100."""

    entry: Entry
    value: float
    stated: bool
    """False where the text amounts to it."""
    apart: bool
    """True for a score stated inside a piece on more than this episode."""


@dataclass(frozen=True, slots=True)
class EpisodeReception:
    """The reception of one episode; `points` is all the evidence, oldest first, and as many as `reception.n`."""

    number: int
    aired: date | None
    reception: Interval | None
    """0..100; None where nobody judged it."""
    points: tuple[Point, ...]

    @property
    def few(self) -> bool:
        """True where the mean is to be shown as single voices."""
        return len(self.points) < FEW


@dataclass(frozen=True, slots=True)
class Arc:
    """Reception by episode. Every episode of the series file is there, and where it lists none each that was judged."""

    episodes: tuple[EpisodeReception, ...]
    turn: Turn | None
    """`at` is the first episode of the new mood; None where no turn exceeds its noise."""
    whole: Interval | None
    """Reviews of the whole, 0..100, to be shown after the episodes."""
    reviews: tuple[Entry, ...]
    """The reviews of the whole that `whole` is made of."""
    left_out: tuple[Entry, ...]
    """Reviews of no single known episode, and those that nothing is known to amount to."""


def arc(series: Series, entries: Iterable[Entry], origin: Origin) -> Arc:
    """The arc of one series over entries of one crawl; their order does not matter."""
    counted = originals(entries, origin)
    scale = calibration(counted)
    aired = {e.number: e.aired for e in series.episodes}
    points: dict[int, dict[tuple[str, str], Point]] = defaultdict(dict)
    for number, point in _points(counted, scale):
        if number in aired or not aired:
            points[number].setdefault(_pen(point.entry), point)
    numbers = sorted(aired or points)
    episodes = tuple(_episode(n, aired.get(n), tuple(points[n].values()) if n in points else ()) for n in numbers)
    placed = [Placed(e.number, p.value, p.entry.site) for e in episodes for p in e.points]
    judged = [(e, value) for e in counted if e.kind == "review" and (value := amount(e, scale)) is not None]
    used = {p.entry.id for e in episodes for p in e.points} | {e.id for e, _ in judged}
    return Arc(
        episodes,
        turned(placed),
        interval((value for _, value in judged), 0.0, 100.0, ROUNDING),
        tuple(e for e, _ in judged),
        tuple(e for e in counted if e.kind in JUDGING and e.id not in used),
    )


def _points(counted: Iterable[Entry], scale: Calibration) -> Iterator[tuple[int, Point]]:
    """Reviews of an episode first, so that they win over what the same pen says later in passing."""
    apart: list[tuple[int, Point]] = []
    for e in counted:
        own = e.episode if e.kind == "episode_review" else None
        if own is not None and (value := amount(e, scale)) is not None:
            yield own, Point(e, value, e.stance_from == "stated", False)
        apart += [(n, Point(e, value, True, True)) for n, value in sorted(e.episode_scores.items()) if 0 <= value <= 100]
    yield from apart


def _pen(entry: Entry) -> tuple[str, str]:
    """Whose opinion it is, where the byline tells; it is compared and never shown."""
    return entry.site, entry.author.strip().casefold()


def _episode(number: int, aired: date | None, points: tuple[Point, ...]) -> EpisodeReception:
    ordered = tuple(sorted(points, key=lambda p: (str(p.entry.published or "9999"), p.entry.id)))
    return EpisodeReception(number, aired, interval((p.value for p in ordered), 0.0, 100.0, ROUNDING), ordered)
