"""Rows → Digest. Pure: what a page shows depends on these arguments alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean, stdev

from pipeline import phrases
from pipeline.assessment import JUDGING, PROMISING
from pipeline.calibration import Calibration
from pipeline.counting import amount, calibration
from pipeline.series import Series
from pipeline.store import Entry, Revision, Run, StoredSentence
from pipeline.syndication import Piece, origins
from pipeline.topics import ASPECTS
from pipeline.week import Week
from reports import story, subjects
from reports.digest import AspectRow, Digest, Evidence, Listed, Mean, SourceHealth, WeekPoint
from reports.quotes import excerpt, pick
from reports.words import aspect_label, changes, verdict

FAVOURABLE = 0.2
"""Stance above which a review counts as favourable: more than 60 of 100; below -0.2 (40 of 100) it is unfavourable."""
_ARC = 26
"""Weeks on the timeline at most."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that is stored of a series, loaded once for all pages."""

    series: Series
    entries: tuple[Entry, ...]
    """Oldest first; undated ones last."""
    origin: tuple[int, ...]
    """For each entry the id of the entry that it is a copy of; its own for an original."""
    sentences: dict[int, list[StoredSentence]]
    run: Run | None
    skipped: Counter[str]
    reproduce: str
    revisions: tuple[Revision, ...] = ()

    @classmethod
    def of(
        cls,
        series: Series,
        entries: Iterable[Entry],
        sentences: Iterable[StoredSentence],
        run: Run | None,
        skip_reasons: Iterable[str],
        reproduce: str,
        revisions: Iterable[Revision] = (),
    ) -> "Material":
        ordered = tuple(sorted(entries, key=lambda e: (e.week or "9999-W99", str(e.published), e.id)))
        found = origins([Piece(e.id, e.text, e.site, e.title, e.language, e.published, e.first_seen) for e in ordered])
        by_entry: dict[int, list[StoredSentence]] = defaultdict(list)
        for s in sentences:
            by_entry[s.entry].append(s)
        ids = tuple(int(o.of) for o in found)
        return cls(series, ordered, ids, dict(by_entry), run, Counter(skip_reasons), reproduce, tuple(revisions))

    @property
    def weeks(self) -> list[Week]:
        """Every week from the first article to the last, quiet ones included."""
        named = [Week.parse(e.week) for e in self.entries if e.week]
        return list(named[0].until(named[-1])) if named else []


def build(material: Material, week: Week, weeks: Sequence[Week], now: datetime) -> Digest:
    """The Digest of one week; `weeks` are those that have a page, for the links between them."""
    series = material.series
    copies = {e.id: o for e, o in zip(material.entries, material.origin, strict=True) if o != e.id}
    so_far = [e for e in material.entries if e.week and e.week <= str(week)]
    original = [e for e in so_far if e.id not in copies]
    before = [e for e in original if e.week and e.week < str(week)]
    this_week = [e for e in original if e.week == str(week)]
    reviews, reviews_before = _of(original, JUDGING), _of(before, JUDGING)
    aspects = _aspects(material, original, before)
    episodes, turn = story.episodes(series, so_far, copies)
    scale = calibration(material.entries)
    judged = [e.stance for e in reviews if e.stance is not None]
    reception, reception_before = _on_100(reviews, scale), _on_100(reviews_before, scale)
    rising = phrases.rising([e.phrases for e in this_week], [e.phrases for e in before])
    favourable = sum(s > FAVOURABLE for s in judged)
    unfavourable = sum(s < -FAVOURABLE for s in judged)
    new_reviews = _of(this_week, JUDGING)
    talk = new_reviews or (reviews if reviews else _of(original, PROMISING))
    praise, blame = pick(talk, material.sentences)
    others = [w for w in weeks if w != week]
    sites = {e.id: e.site for e in material.entries}
    return Digest(
        title=series.title,
        slug=series.slug,
        note=series.note,
        week=week,
        made=now,
        crawled=material.run.ended if material.run else None,
        crawl_outcome=material.run.outcome if material.run else "",
        earlier=max((w for w in others if w < week), default=None),
        later=min((w for w in others if w > week), default=None),
        verdict=verdict(series.title, reviews, _of(original, PROMISING), reception, aspects, favourable, unfavourable),
        reception=reception,
        reception_before=reception_before,
        reviews_this_week=len(new_reviews),
        stated=sum(e.stance_from == "stated" for e in reviews),
        favourable=favourable,
        unfavourable=unfavourable,
        mixed=len(judged) - favourable - unfavourable,
        unjudged=len(reviews) - len(judged),
        promise=_on_100(_of(original, PROMISING), scale),
        changes=changes(this_week, reception, reception_before, aspects, rising),
        aspects=aspects,
        themes=subjects.themes(original, material.sentences),
        phrases=subjects.phrases(rising, this_week, material.sentences),
        likened=subjects.likened(original),
        praise=praise,
        blame=blame,
        timeline=_timeline(series, original, week, scale),
        episodes=episodes,
        turn=turn,
        promises=story.promises(series, so_far, copies, material.sentences),
        minds=story.minds(so_far, copies, material.sentences),
        corrections=story.corrected([r for r in material.revisions if Week.of(r.found.date()) <= week], so_far),
        published=tuple(_listed(e, copies, sites) for e in reversed(so_far) if e.week == str(week)),
        found_late=tuple(
            _listed(e, copies, sites)
            for e in reversed(material.entries)
            if e.seen_week == str(week) and (e.week is None or e.week < str(week))
        ),
        all_articles=len(so_far),
        origins=len(original),
        languages=dict(Counter(e.language for e in so_far).most_common()),
        sources=tuple(
            SourceHealth(s.source, s.kind, s.found, s.known, s.fetched, s.skipped, s.trouble)
            for s in (material.run.sources if material.run else ())
        ),
        skipped=dict(material.skipped.most_common()),
        engine=", ".join(sorted({e.engine for e in so_far})),
        reproduce=material.reproduce.format(week=week),
    )


def mean(values: Sequence[float]) -> Mean:
    if not values:
        return Mean(None, 0)
    spread = stdev(values) / len(values) ** 0.5 if len(values) > 1 else 0.0
    return Mean(fmean(values), len(values), spread)


def _of(entries: Iterable[Entry], kinds: Iterable[str]) -> list[Entry]:
    return [e for e in entries if e.kind in set(kinds)]


def _on_100(entries: Iterable[Entry], scale: Calibration) -> Mean:
    return mean([value for e in entries if (value := amount(e, scale)) is not None])


def _aspects(material: Material, entries: Sequence[Entry], before: Sequence[Entry]) -> tuple[AspectRow, ...]:
    known = {id(e) for e in before}
    names = [*ASPECTS, *(a for a in material.series.aspects if a not in ASPECTS)]
    rows = []
    for name in names:
        promised = _polarities(entries, PROMISING, name)
        found = _polarities(entries, JUDGING, name)
        if not promised and not found:
            continue
        earlier = [p for e, p in found if id(e) in known]
        rows.append(
            AspectRow(
                name=name,
                label=aspect_label(name),
                promise=mean([p for _, p in promised]),
                reception=mean([p for _, p in found]),
                before=mean(earlier),
                for_it=sum(p > 0.1 for _, p in found),
                against_it=sum(p < -0.1 for _, p in found),
                evidence=tuple(
                    evidence
                    for side, said in (("reception", found), ("promise", promised))
                    for e, p in sorted(said, key=lambda pair: pair[1])
                    if (evidence := _evidence(side, e, p, name, material.sentences.get(e.id, [])))
                ),
            )
        )
    return tuple(rows)


def _polarities(entries: Iterable[Entry], kinds: Iterable[str], aspect: str) -> list[tuple[Entry, float]]:
    return [(e, p) for e in _of(entries, kinds) if (p := e.aspects.get(aspect)) is not None]


def _evidence(side: str, entry: Entry, polarity: float, aspect: str, sentences: Sequence[StoredSentence]) -> Evidence | None:
    """The article's remark that points the way its polarity points, most clearly."""
    remarks = [(p, s) for s in sentences for facet, name, p in s.topics if facet == "aspect" and name == aspect and p is not None]
    if not remarks:
        return None
    sign = 1 if polarity >= 0 else -1
    _, clearest = max(remarks, key=lambda r: (sign * r[0], r[1].confidence))
    return Evidence(
        side, polarity, excerpt(entry, clearest.text), clearest.spoiler, entry.site, entry.published, entry.url, len(remarks)
    )


def _timeline(series: Series, entries: Sequence[Entry], week: Week, scale: Calibration) -> tuple[WeekPoint, ...]:
    if not entries or not entries[0].week:
        return ()
    first = max(Week.parse(entries[0].week), week.shifted(1 - _ARC))
    markers = {str(Week.of(day)): name for day, name in ((series.finale, "finale"), (series.premiere, "premiere")) if day}
    points = []
    for w in first.until(week):
        now = [e for e in entries if e.week == str(w)]
        promises, reviews = len(_of(now, PROMISING)), len(_of(now, JUDGING))
        so_far = _on_100(_of([e for e in entries if e.week and e.week <= str(w)], JUDGING), scale)
        points.append(WeekPoint(w, promises, reviews, len(now) - promises - reviews, so_far.value, markers.get(str(w), "")))
    return tuple(points)


def _listed(e: Entry, copies: dict[int, int], sites: dict[int, str]) -> Listed:
    return Listed(
        e.url,
        e.title,
        e.site,
        e.author,
        e.published,
        e.kind,
        e.episode,
        e.language,
        e.stance,
        e.stance_from,
        e.score,
        e.score_as_written,
        excerpt(e, e.verdict) or None if e.verdict else None,
        sites[copies[e.id]] if e.id in copies else "",
        e.spoiler_warning,
        e.note,
    )
