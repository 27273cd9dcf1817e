"""What is to be known of an outlet over all series: its scale, how lenient it is, what it talks about. It speaks of outlets, never of persons.

Leniency compares like with like: only works that others reviewed too, each work once, drawn toward 0 while the works are few.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum
from statistics import fmean

from pipeline.assessment import JUDGING
from pipeline.counting import ROUNDING, Origin, amount, calibration, originals
from pipeline.interval import Interval, interval
from pipeline.scores.scales import usual_scale
from pipeline.store.rows import Entry
from pipeline.talk import Leaning, Talk, leanings

K = 3
"""Works in common at which half of a leniency is believed: n / (n + K)."""


@dataclass(frozen=True, slots=True)
class Leniency:
    """How much more, in points of 100, an outlet gives than the others give the same works. `works` are their slugs, as many as `points.n`."""

    points: Interval
    """Already drawn toward 0; without ends where it is one work."""
    works: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet, copies left out."""

    site: str
    scale: float | None
    """The best value that it usually gives; None where fewer than 5 scores tell."""
    articles: int
    reviews: tuple[int, ...]
    """Ids of its reviews, of works and of episodes."""
    amount: Interval | None
    """0..100 over those of its reviews that amount to anything."""
    leniency: Leniency | None
    """None where no work is also reviewed by others."""
    recommends: float | None
    """0..1: share of the reviews from which it can be told, `told` in number."""
    told: int
    remarks: int
    talks: Mapping[str, float]
    """Aspect → share of its `remarks`; they sum to 1, or there are none."""
    leanings: tuple[Leaning, ...]
    """At most two, strongest first; only what chance does not explain."""


def outlets(entries: Mapping[str, Sequence[Entry]], origin: Origin) -> tuple[Outlet, ...]:
    """Every outlet of the store by name; `entries` by the slug of their series, in any order."""
    counted = {slug: originals(own, origin) for slug, own in sorted(entries.items())}
    by_site: dict[str, list[Entry]] = defaultdict(list)
    values: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))  # work → outlet → amounts
    for slug, own in counted.items():
        scale = calibration(own)
        for e in own:
            by_site[e.site].append(e)
            if e.kind in JUDGING and (value := amount(e, scale)) is not None:
                values[slug][e.site].append(value)
    spoken = {site: [counts for e in own if (counts := _remarks(e))] for site, own in by_site.items()}
    everything = Talk.of(counts for articles in spoken.values() for counts in articles)
    of_work = {slug: {site: fsum(v) / len(v) for site, v in sites.items()} for slug, sites in values.items()}
    return tuple(_outlet(site, by_site[site], values, of_work, Talk.of(spoken[site]), everything) for site in sorted(by_site))


def _outlet(
    site: str,
    own: Sequence[Entry],
    values: Mapping[str, Mapping[str, Sequence[float]]],
    of_work: Mapping[str, Mapping[str, float]],
    talk: Talk,
    everything: Talk,
) -> Outlet:
    reviews = [e for e in own if e.kind in JUDGING]
    told = [e.recommends for e in reviews if e.recommends is not None]
    return Outlet(
        site,
        usual_scale(e.score_as_written for e in reviews if e.score_as_written),
        len(own),
        tuple(e.id for e in reviews),
        interval((v for sites in values.values() for v in sites.get(site, ())), 0.0, 100.0, ROUNDING),
        _leniency(site, of_work),
        sum(r == "yes" for r in told) / len(told) if told else None,
        len(told),
        talk.total,
        talk.shares,
        leanings(talk, everything.without(talk)),
    )


def _leniency(site: str, of_work: Mapping[str, Mapping[str, float]]) -> Leniency | None:
    """Each work's difference to the mean of the other outlets, each outlet once; their mean times n / (n + K)."""
    common = {slug: sites for slug, sites in of_work.items() if site in sites and len(sites) > 1}
    found = interval(
        (sites[site] - fmean(sorted(v for s, v in sites.items() if s != site)) for sites in common.values()), -100, 100, ROUNDING
    )
    if found is None:
        return None
    part = found.n / (found.n + K)
    low, high = (None if end is None else end * part for end in (found.low, found.high))
    return Leniency(replace(found, mean=found.mean * part, low=low, high=high), tuple(sorted(common)))


def _remarks(entry: Entry) -> dict[str, int]:
    """Aspect → remarks of one article."""
    return {o.name: o.remarks for o in entry.opinions if o.facet == "aspect" and o.remarks > 0}
