"""Material → what one aspect and one outlet amount to over all weeks. Pure; as of one week, and knows nothing of later ones."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from pipeline.assessment import JUDGING, PROMISING
from pipeline.counting import ROUNDING, calibration, originals
from pipeline.interval import interval
from pipeline.outlets import Outlet, outlets
from pipeline.store import Entry
from pipeline.store.rows import LEANING
from pipeline.topics import aspect_terms
from pipeline.week import Week
from reports import reception
from reports.aspects import evidence, names_of, remarks
from reports.course import markers
from reports.labels import aspect_label
from reports.material import Material
from reports.reception import mean, of, polarity, shared
from reports.rows import Evidence, IsoWeek, Mean, Scored, Share


@dataclass(frozen=True, slots=True)
class AspectWeek:
    """How an aspect stood at the end of a week: means so far, in [-1, 1]."""

    week: IsoWeek
    promise: float | None
    reception: float | None
    previews: int
    """Of this week that judge it."""
    reviews: int
    markers: tuple[str, ...]
    """As on the timeline: premiere, finale, episode 3."""


@dataclass(frozen=True, slots=True)
class OutletView:
    """What one outlet thinks of an aspect, in [-1, 1]."""

    site: str
    promise: Mean
    reception: Mean


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectHistory:
    """One aspect of one series over all weeks. Polarities lie in [-1, 1]."""

    title: str
    slug: str
    name: str
    label: str
    until: IsoWeek
    promise: Mean
    reception: Mean
    for_it: int
    against_it: int
    weeks: tuple[AspectWeek, ...]
    outlets: tuple[OutletView, ...]
    """Those of most reviews that judge it first."""
    evidence: tuple[Evidence, ...]
    """What every article says of it, the newest first; copies once."""


@dataclass(frozen=True, slots=True)
class Written:
    """An article of an outlet."""

    url: str
    title: str
    published: date | None
    week: IsoWeek
    kind: str
    episode: int | None
    language: str
    as_written: str
    """Its score in its own words; empty where it states none."""
    score: float | None
    """The same, 0..100."""
    counted: Scored | None
    """What it counts as; None where it is neither review nor preview, could not be judged, or is a copy."""
    stance: float | None
    stance_from: str | None
    copy_of: str
    """Site of the origin where this is a copy; else empty."""
    note: str


@dataclass(frozen=True, slots=True)
class Talked:
    """How much of what its reviews remark is on one aspect, 0..1; `of_others` only where it is more than with others, by more than chance."""

    name: str
    label: str
    share: float
    of_others: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletHistory:
    """One outlet: what it wrote on one series, and what is to be known of it over all that are followed. It speaks of no person."""

    title: str
    slug: str
    site: str
    until: IsoWeek
    articles: tuple[Written, ...]
    """Oldest first."""
    own: Mean
    """0..100 over its reviews of this series."""
    rest: Mean
    """0..100 over the other outlets on this series, each once."""
    followed: int
    """Series over which the rest is said."""
    reviews: int
    lenient: Mean
    """Points of 100 more than others give the same works, drawn toward 0; `n` is the number of works."""
    scale: float | None
    """The best value that it usually gives; None where too few scores tell."""
    recommends: Share
    remarks: int
    talks: tuple[Talked, ...]
    """The most talked of first."""


def names(material: Material, until: Week) -> tuple[list[str], list[str]]:
    """The aspects and the outlets that have a history up to the end of a week."""
    entries = material.until(until)
    judged = {name for e in of(entries, (*JUDGING, *PROMISING)) for name, p in e.aspects.items() if p is not None}
    return [name for name in names_of(material.series) if name in judged], sorted(
        {e.site for e in entries}, key=lambda site: (site.casefold(), site)
    )


def aspects(material: Material, until: Week) -> Iterator[AspectHistory]:
    """A history of each aspect that a preview or a review judged."""
    entries = originals(material.until(until), material.origin)
    weeks = list(Week.parse(entries[0].week or "").until(until)) if entries else []
    marked = {week: markers(material.series, week, [e for e in entries if e.week == str(week)]) for week in weeks}
    own_words, said = aspect_terms(material.series), remarks(material.sentences, "aspect")
    for name in names_of(material.series):
        told = [(e, p) for e in entries if (p := e.aspects.get(name)) is not None]
        promised, found = ([(e, p) for e, p in told if e.kind in kinds] for kinds in (PROMISING, JUDGING))
        if not promised and not found:
            continue
        values = [p for _, p in found]
        yield AspectHistory(
            title=material.series.title,
            slug=material.series.slug,
            name=name,
            label=aspect_label(name),
            until=until,
            promise=polarity([p for _, p in promised]),
            reception=polarity(values),
            for_it=sum(p > LEANING for p in values),
            against_it=sum(p < -LEANING for p in values),
            weeks=tuple(_course(promised, found, marked)),
            outlets=_views(promised, found),
            evidence=tuple(evidence(e, p, said.get((e.id, name), ()), own_words, name) for e, p in reversed(told)),
        )


def presses(material: Material, until: Week) -> Iterator[OutletHistory]:
    """A history of each outlet that wrote anything."""
    entries, origin = material.until(until), material.origin
    counted = originals(entries, origin)
    scores = reception.scored(counted, calibration(entries), {})
    by_url = {(s.site, s.url): s for s in scores}
    values: dict[str, list[float]] = defaultdict(list)
    for s in scores:
        if s.side == "reception":
            values[s.site].append(s.value)
    means = {site: fmean(sorted(own)) for site, own in values.items()}
    known, followed = _over_all(material, entries, until)
    sites = {e.id: e.site for e in material.entries}
    by_site: dict[str, list[Entry]] = defaultdict(list)
    for e in entries:
        by_site[e.site].append(e)
    for site, own in sorted(by_site.items()):
        it = known.get(site)
        yield OutletHistory(
            title=material.series.title,
            slug=material.series.slug,
            site=site,
            until=until,
            articles=tuple(_written(e, by_url.get((e.site, e.url)), sites.get(origin.get(e.id, 0), "")) for e in own),
            own=mean(interval(values[site], 0.0, 100.0, ROUNDING)),
            rest=mean(interval((m for s, m in means.items() if s != site), 0.0, 100.0, ROUNDING)),
            followed=followed,
            reviews=len(it.reviews) if it else 0,
            lenient=mean(it.leniency.points if it and it.leniency else None),
            scale=it.scale if it else None,
            recommends=shared(round((it.recommends or 0.0) * it.told), it.told) if it else Share(0, 0, None, None),
            remarks=it.remarks if it else 0,
            talks=_talks(it) if it else (),
        )


def _course(
    promised: Sequence[tuple[Entry, float]], found: Sequence[tuple[Entry, float]], marked: Mapping[Week, tuple[str, ...]]
) -> Iterator[AspectWeek]:
    """The means so far at the end of each week; one in which nobody judges is as the one before."""
    new = [Counter(e.week for e, _ in side) for side in (promised, found)]
    means: list[float | None] = [None, None]
    for week, named in marked.items():
        for number, side in enumerate((promised, found)):
            if new[number][str(week)]:
                means[number] = fmean(sorted(p for e, p in side if (e.week or "") <= str(week)))
        yield AspectWeek(week, means[0], means[1], new[0][str(week)], new[1][str(week)], named)


def _views(promised: Iterable[tuple[Entry, float]], found: Iterable[tuple[Entry, float]]) -> tuple[OutletView, ...]:
    said: dict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for number, side in enumerate((promised, found)):
        for e, p in side:
            said[e.site][number].append(p)
    rows = [OutletView(site, polarity(before), polarity(after)) for site, (before, after) in said.items()]
    return tuple(sorted(rows, key=lambda v: (-v.reception.n, -v.promise.n, v.site)))


def _over_all(material: Material, entries: Sequence[Entry], until: Week) -> tuple[dict[str, Outlet], int]:
    """Each outlet by its reviews of all series up to the end of the week, and of how many series there are any."""
    others = {slug: [e for e in own if e.week and e.week <= str(until)] for slug, own in material.others.items()}
    reviews: dict[str, list[Entry]] = {slug: own for slug, own in others.items() if own}
    if own := of(entries, JUDGING):
        reviews[material.series.slug] = own
    return {o.site: o for o in outlets(reviews, material.origin)}, len(reviews)


def _talks(outlet: Outlet) -> tuple[Talked, ...]:
    more = {leaning.aspect: leaning.of_others for leaning in outlet.leanings}
    rows = [Talked(name, aspect_label(name), share, more.get(name)) for name, share in outlet.talks.items()]
    return tuple(sorted(rows, key=lambda t: (-t.share, t.label)))


def _written(e: Entry, counted: Scored | None, copy_of: str) -> Written:
    return Written(
        e.url,
        e.title,
        e.published,
        Week.parse(e.week or ""),
        e.kind,
        e.episode,
        e.language,
        e.score_as_written or "",
        e.score,
        None if copy_of else counted,
        e.stance,
        e.stance_from,
        copy_of,
        e.note,
    )
