"""Rows → Digest. Pure: what a page shows depends on these arguments alone."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from pipeline import phrases
from pipeline.assessment import JUDGING, PROMISING
from pipeline.store import Entry
from pipeline.week import Week
from reports import press, reception, story, subjects
from reports.digest import Digest
from reports.ledger import ledger
from reports.material import Material
from reports.quotes import excerpt, pick
from reports.reception import of, on_100, shared
from reports.reckoning import Reckoning, reckon
from reports.rows import Listed, SourceHealth
from reports.tongue import speaking
from reports.words import changes, opinion, verdict

_RECENT = 4
"""Weeks whose phrases can be missed."""


def build(material: Material, week: Week, weeks: Sequence[Week], now: datetime, reckoned: Reckoning | None = None) -> Digest:
    """The Digest of one week; `weeks` are those that have a page, for the links between them. `reckoned`: where that is done already.

    Raises UserError where there are no pages in the language of the material.
    """
    with speaking(material.language):
        return _built(material, reckoned or reckon(material, week), weeks, now)


def _built(material: Material, reckoned: Reckoning, weeks: Sequence[Week], now: datetime) -> Digest:
    series, copies, sentences, week = material.series, material.origin, material.sentences, reckoned.week
    so_far, original = reckoned.so_far, reckoned.original
    before = [e for e in original if e.week != str(week)]
    this_week = [e for e in original if e.week == str(week)]
    reviews, previews, new_reviews = of(original, JUDGING), of(original, PROMISING), of(this_week, JUDGING)
    scale, scores, rows = reckoned.scale, reckoned.scores, reckoned.aspects
    value, value_before = on_100(scores, "reception"), on_100(scores, "reception", week.shifted(-1))
    favourable, mixed, unfavourable = reception.camps(scores)
    favourable_before, *others_before = reception.camps(scores, week.shifted(-1))
    episodes, turn = story.episodes(series, so_far, copies)
    rising = phrases.rising([e.phrases for e in this_week], [e.phrases for e in before])
    faded = subjects.faded(this_week, before, str(week.shifted(-_RECENT)), sentences)
    praise, blame = pick(new_reviews or reviews or previews, sentences)
    corrections = story.corrected([r for r in material.revisions if Week.of(r.found.date()) <= week], so_far)
    claims, quarrels, differences = ledger(series, so_far, copies, material.claims)
    paged = [w for w in weeks if w != week]
    sites = {e.id: e.site for e in material.entries}
    return Digest(
        language=material.language,
        title=series.title,
        slug=series.slug,
        note=series.note,
        week=week,
        made=now,
        crawled=material.run.ended if material.run else None,
        crawl_outcome=material.run.outcome if material.run else "",
        earlier=max((w for w in paged if w < week), default=None),
        later=min((w for w in paged if w > week), default=None),
        seen_up_to=material.seen_up_to,
        verdict=verdict(series.title, len(reviews), len(previews), value, rows, (favourable, mixed, unfavourable)),
        reception=value,
        reception_before=value_before,
        unweighted=on_100(scores, "reception", as_weighted=False),
        weights={site: weight for site, weight in series.weights.items() if any(r.site == site for r in scores)},
        reviews_this_week=len(new_reviews),
        stated=sum(e.stance_from == "stated" for e in reviews),
        favourable=shared(favourable, favourable + mixed + unfavourable),
        favourable_before=shared(favourable_before, favourable_before + sum(others_before)),
        mixed=mixed,
        unfavourable=unfavourable,
        unjudged=len(reviews) - favourable - mixed - unfavourable,
        spread=reception.spread(scores),
        opinion=opinion(favourable, mixed, unfavourable),
        promise=on_100(scores, "promise"),
        promise_before=on_100(scores, "promise", week.shifted(-1)),
        scores=scores,
        changes=changes(
            this_week, value, value_before, rows, rising, [c for c in corrections if Week.of(c.found.date()) == week], faded
        ),
        aspects=rows,
        themes=subjects.themes(original, sentences),
        phrases=subjects.phrases(rising, this_week, sentences),
        faded=faded,
        likened=subjects.likened(original),
        praise=praise,
        blame=blame,
        timeline=reckoned.timeline,
        episodes=episodes,
        turn=turn,
        promises=story.promises(series, so_far, copies, sentences),
        minds=story.minds(so_far, copies, sentences),
        corrections=corrections,
        claims=claims,
        quarrels=quarrels,
        differences=differences,
        grain=press.grain(original, [e for e in material.elsewhere if e.week <= str(week)], scale, sentences),
        outlets=press.outlets(so_far, copies, scale, sentences),
        families=press.families(so_far, copies),
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
