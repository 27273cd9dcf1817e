"""Two Materials → Comparison: two series side by side, as of one week. Pure; says nothing that the noise of both could explain."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pipeline.assessment import JUDGING, PROMISING
from pipeline.counting import ROUNDING, calibration, originals
from pipeline.errors import UserError
from pipeline.interval import Interval, interval
from pipeline.series import Series
from pipeline.store import Entry
from pipeline.week import Week
from reports import reception
from reports.aspects import Sentences, names_of
from reports.digest import ENOUGH
from reports.labels import aspect_label
from reports.material import Material
from reports.quotes import quotable, quoted
from reports.reception import camps, mean, of, on_100, polarity, shared
from reports.rows import IsoWeek, Mean, Quote, Scored, Share
from reports.tongue import speaking
from reports.words import compared, like_with_like


@dataclass(frozen=True, slots=True)
class SinceWeek:
    """Reception so far, 0..100, at the end of a week; the week of the premiere is 0, those before it are below."""

    week: int
    reception: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two series."""

    title: str
    slug: str
    premiere: date | None
    reception: Mean
    """0..100 over all reviews, as weighted by the series file; shown from five reviews on."""
    favourable: Share
    mixed: int
    unfavourable: int
    promise: Mean
    """0..100 over all previews."""
    reviews: int
    """Those included that could not be judged."""
    previews: int
    articles: int
    """Copies once."""
    outlets: int
    languages: Mapping[str, int]
    course: tuple[SinceWeek, ...]
    """Of the weeks with at least five reviews; empty where no premiere is known."""

    @property
    def enough(self) -> bool:
        return self.reception.n >= ENOUGH


@dataclass(frozen=True, slots=True)
class AspectPair:
    """Reception of one aspect on both sides, in [-1, 1], and the sentence on each that says it most tellingly."""

    name: str
    label: str
    left: Mean
    right: Mean
    difference: float | None
    """Left minus right; None where a side says nothing."""
    beyond: bool
    """The difference exceeds the noise of both: their intervals do not overlap."""
    left_said: Quote | None
    right_said: Quote | None


@dataclass(frozen=True, slots=True)
class OutletPair:
    """An outlet that reviewed both, 0..100."""

    site: str
    left: Mean
    right: Mean
    difference: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two series at the end of one week."""

    language: str = "en"
    """Of its sentences and labels, ISO 639-1."""
    until: IsoWeek
    made: datetime
    verdict: str
    left: Side
    right: Side
    difference: float | None
    """Reception, left minus right, in points of 100; None where a side has fewer than five reviews."""
    beyond: bool
    """It exceeds the noise of both."""
    aspects: tuple[AspectPair, ...]
    outlets: tuple[OutletPair, ...]
    alike: Mean
    """The mean of the differences of the outlets that reviewed both, in points of 100."""
    like_with_like: str
    """The same in words."""


def compare(left: Material, right: Material, until: Week | None, now: datetime) -> Comparison:
    """`until`: the last week that counts; None for the newest of either. It speaks the language of the left one.

    Raises UserError for a series beside itself, and for a language in which there are no pages.
    """
    if left.series.slug == right.series.slug:
        raise UserError("A series can't be compared with itself.", "Name the files of two series with different slugs.")
    with speaking(left.language):
        return _compared(left, right, until, now)


def _compared(left: Material, right: Material, until: Week | None, now: datetime) -> Comparison:
    until = until or max([*left.weeks[-1:], *right.weeks[-1:]], default=Week.of(now.date()))
    entries = [_so_far(m, until) for m in (left, right)]
    scores = [reception.scored(own, calibration(own), m.series.weights) for own, m in zip(entries, (left, right), strict=True)]
    a, b = (_side(m.series, own, s, until) for m, own, s in zip((left, right), entries, scores, strict=True))
    beyond = a.enough and b.enough and _beyond(a.reception, b.reception)
    pairs = tuple(_outlets(*scores))
    alike = mean(interval((p.difference for p in pairs), -100.0, 100.0, ROUNDING))
    return Comparison(
        language=left.language,
        until=until,
        made=now,
        verdict=compared(a.title, a.reception, b.title, b.reception, beyond),
        left=a,
        right=b,
        difference=_difference(a.reception, b.reception) if a.enough and b.enough else None,
        beyond=beyond,
        aspects=tuple(_aspects((left.series, right.series), entries, (left.sentences, right.sentences))),
        outlets=pairs,
        alike=alike,
        like_with_like=like_with_like(a.title, b.title, alike),
    )


def _so_far(material: Material, until: Week) -> list[Entry]:
    return originals(material.until(until), material.origin)


def _side(series: Series, entries: Sequence[Entry], scores: Sequence[Scored], until: Week) -> Side:
    reviews = of(entries, JUDGING)
    favourable, mixed, unfavourable = camps(scores)
    return Side(
        title=series.title,
        slug=series.slug,
        premiere=series.premiere,
        reception=on_100(scores, "reception"),
        favourable=shared(favourable, favourable + mixed + unfavourable),
        mixed=mixed,
        unfavourable=unfavourable,
        promise=on_100(scores, "promise"),
        reviews=len(reviews),
        previews=len(of(entries, PROMISING)),
        articles=len(entries),
        outlets=len({e.site for e in entries}),
        languages=dict(Counter(e.language for e in entries).most_common()),
        course=tuple(_course(series.premiere, scores, until)) if series.premiere else (),
    )


def _course(premiere: date, scores: Sequence[Scored], until: Week) -> Iterator[SinceWeek]:
    reviews = Counter(s.week for s in scores if s.side == "reception")
    now = Mean(None, 0)
    for week in min(reviews).until(until) if reviews else ():
        if reviews[week]:
            now = on_100(scores, "reception", week)
        if now.n >= ENOUGH and now.value is not None:
            yield SinceWeek((week.first - Week.of(premiere).first).days // 7, now.value)


def _aspects(
    series: tuple[Series, Series], entries: Sequence[Sequence[Entry]], sentences: tuple[Sentences, Sentences]
) -> Iterator[AspectPair]:
    """The aspects that reviews of both judge, those of the widest gap first, then those that reviews of one judge."""
    rows = []
    for name in names_of(*series):
        found = [[(e, p) for e in of(own, JUDGING) if (p := e.aspects.get(name)) is not None] for own in entries]
        a, b = (polarity([p for _, p in side]) for side in found)
        if a.n or b.n:
            said = [
                _said([e for e, _ in side], s, name, m.value or 0.0) for side, s, m in zip(found, sentences, (a, b), strict=True)
            ]
            rows.append(AspectPair(name, aspect_label(name), a, b, _difference(a, b), _beyond(a, b), said[0], said[1]))
    yield from sorted(rows, key=lambda r: (r.difference is None, not r.beyond, -abs(r.difference or 0.0)))


def _said(entries: Iterable[Entry], sentences: Sentences, aspect: str, value: float) -> Quote | None:
    """The clearest sentence on the aspect that points the way the mean points, one that gives nothing away before others."""
    sign = 1 if value >= 0 else -1
    found = [
        ((not (s.spoiler or e.spoiler_warning), sign * p + 0.3 * s.confidence, -e.id, -s.position), e, s, p)
        for e in entries
        for s in sentences.get(e.id, ())
        for facet, name, p in s.topics
        if facet == "aspect" and name == aspect and p is not None and sign * p > 0 and quotable(e, s)
    ]
    _, e, s, p = max(found, key=lambda f: f[0], default=(None, None, None, 0.0))
    return quoted(e, s, aspect, p) if e and s else None


def _outlets(left: Sequence[Scored], right: Sequence[Scored]) -> Iterator[OutletPair]:
    values: tuple[dict[str, list[float]], ...] = (defaultdict(list), defaultdict(list))
    for number, scores in enumerate((left, right)):
        for s in scores:
            if s.side == "reception":
                values[number][s.site].append(s.value)
    for site in sorted(set(values[0]) & set(values[1])):
        a, b = (mean(interval(side[site], 0.0, 100.0, ROUNDING)) for side in values)
        yield OutletPair(site, a, b, (a.value or 0.0) - (b.value or 0.0))


def _difference(a: Mean, b: Mean) -> float | None:
    return None if a.value is None or b.value is None else a.value - b.value


def _beyond(a: Mean, b: Mean) -> bool:
    if a.value is None or b.value is None:
        return False
    return Interval(a.value, a.low, a.high, a.n).beyond(Interval(b.value, b.low, b.high, b.n))
