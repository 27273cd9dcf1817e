"""The press itself: what each outlet contributes, which texts are the same text, and who stands against the grain."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.assessment import JUDGING
from pipeline.calibration import Calibration
from pipeline.counting import ROUNDING, amount, originals, telling
from pipeline.grain import against_the_grain
from pipeline.interval import interval
from pipeline.scores.scales import usual_scale
from pipeline.store import Elsewhere, Entry, StoredSentence
from reports.quotes import quoted
from reports.reception import mean
from reports.rows import Family, GrainRow, OutletRow, Quote

_MOST_APART = 6


def outlets(
    entries: Sequence[Entry], origin: Mapping[int, int], scale: Calibration, sentences: Mapping[int, Sequence[StoredSentence]]
) -> tuple[OutletRow, ...]:
    """Every outlet, the one with most articles first. `entries`: all of them, copies too."""
    by_site: dict[str, list[Entry]] = defaultdict(list)
    for e in entries:
        by_site[e.site].append(e)
    counted = {e.id for e in originals(entries, origin)}
    rows = []
    for site, own in by_site.items():
        values = [v for e in own if e.id in counted and e.kind in JUDGING and (v := amount(e, scale)) is not None]
        rows.append(
            OutletRow(
                site=site,
                articles=len(own),
                kinds=dict(Counter(e.kind for e in own).most_common()),
                languages=tuple(sorted({e.language for e in own})),
                mean=mean(interval(values, 0.0, 100.0, ROUNDING)),
                scale=usual_scale(e.score_as_written for e in own if e.score_as_written),
                remarks=sum(len(s.topics) for e in own for s in sentences.get(e.id, ())),
                copies=sum(e.id in origin for e in own),
                latest=max((e.published for e in own if e.published), default=None),
            )
        )
    return tuple(sorted(rows, key=lambda r: (-r.articles, r.site)))


def families(entries: Sequence[Entry], origin: Mapping[int, int]) -> tuple[Family, ...]:
    """Texts that several articles carry, the most carried first."""
    groups: dict[int, list[Entry]] = defaultdict(list)
    for e in entries:
        groups[origin.get(e.id, e.id)].append(e)
    several = [sorted(g, key=lambda e: e.id != first) for first, g in groups.items() if len(g) > 1]
    rows = [Family(tuple((e.site, e.title, e.url) for e in group)) for group in several]
    return tuple(sorted(rows, key=lambda f: (-len(f.members), f.members)))


def grain(
    entries: Sequence[Entry],
    elsewhere: Iterable[Elsewhere],
    scale: Calibration,
    sentences: Mapping[int, Sequence[StoredSentence]],
) -> tuple[GrainRow, ...]:
    """Who stands apart, each with the sentence that says most clearly why. `entries`: originals."""
    rows = []
    for apart in against_the_grain(entries, elsewhere, scale)[:_MOST_APART]:
        beside = apart.rest if apart.from_rest else apart.habit
        sign = 1 if beside is None or apart.value >= beside.mean else -1
        said = _why(apart.entries, sentences, sign)
        url = said.url if said else apart.entries[0].url
        rows.append(GrainRow(apart.site, url, apart.value, mean(apart.rest), mean(apart.habit), said))
    return tuple(rows)


def _why(entries: Sequence[Entry], sentences: Mapping[int, Sequence[StoredSentence]], sign: int) -> Quote | None:
    """The clearest sentence of these that points that way."""

    def clear(s: StoredSentence) -> float:
        return sign * (s.polarity or 0.0) * s.confidence

    found = [(e, best) for e in entries if (best := telling((s for s in sentences.get(e.id, ()) if clear(s) > 0), clear))]
    e, said = max(found, key=lambda pair: (not pair[1].spoiler, clear(pair[1])), default=(None, None))
    return quoted(e, said, "", said.polarity or 0.0) if e and said else None
