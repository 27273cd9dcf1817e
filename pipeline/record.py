"""One article as a plain record: the contract of `nectar query --json` and `nectar explain --jsonl`, documented in docs/contract.md."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pipeline.article import Article
from pipeline.assessment import Assessment, Sentence
from pipeline.page import Page, Skip
from pipeline.store import Entry, Revision, Skipped, StoredClaim, StoredOrigin, StoredRemark

if TYPE_CHECKING:
    from pipeline.contradictions import Contradiction, Difference, Pair, Side

FIELDS = (
    *("url", "site", "source", "title", "author", "published", "date_from", "language", "kind", "episode", "relevant_because"),
    *(
        "stance",
        "stance_from",
        "score",
        "score_as_written",
        "verdict",
        "aspects",
        "themes",
        "spoiler_warning",
        "words",
        "first_seen",
    ),
    *("inferred", "estimate", "recommends", "clash", "aspect_details", "episode_scores", "likened_to", "engine"),
)

MORE = ("week", "seen_week", "kind_because", "phrases", "note", "text")
"""What `nectar query --columns` may name beside them."""
SKIPPED = ("url", "source", "reason", "detail", "first_seen", "last_seen")
SAID = ("published", "site", "kind", "episode", "facet", "name", "polarity", "text", "spoiler", "title", "url", "source")
CLAIMED = (
    *("published", "site", "claim", "about", "value", "as_written", "modality", "said_by", "sentence", "position"),
    *("first_seen", "last_seen", "kind", "episode", "title", "url", "source", "about_spelled", "value_spelled"),
)
_SIDE = ("value", "stand", "articles", "origins", "published", "site", "sentence", "url", "said")
_SPELLED = ("about_spelled", "value_spelled", "other_value_spelled")
_BOTH = ("claim", "about", *_SIDE, *(f"other_{name}" for name in _SIDE), *_SPELLED)
CONTRADICTED = ("state", *_BOTH)
DIFFERING = ("reason", *_BOTH)
_STATED = ("about", "value", "as_written", "modality", "said_by", "sentence", "position")
TRACED = ("published", "site", "title", "url", "relation", "because", "origin_site", "origin_url", "copies")
REVISED = ("found", "site", "url", "changed", "before", "after", "difference")

Record = dict[str, Any]


def of_entry(entry: Entry) -> Record:
    """A stored article."""
    record = {name: getattr(entry, name, None) for name in FIELDS}
    return record | {
        "published": _day(entry.published),
        **_judged(entry),
        "first_seen": entry.first_seen.isoformat(timespec="seconds"),
    }


def more_of(entry: Entry) -> Record:
    """What is only told where it is asked for."""
    return {name: getattr(entry, name) for name in MORE} | {"phrases": list(entry.phrases)}


def of_said(said: StoredRemark) -> Record:
    """A sentence on an aspect or theme."""
    return {name: getattr(said, name) for name in SAID} | {"published": _day(said.published)}


def of_claim(stored: StoredClaim, about: str, value: str) -> Record:
    """What one article states; `about` and `value` as people write them."""
    seen = {name: getattr(stored, name).isoformat(timespec="seconds") for name in ("first_seen", "last_seen")}
    record = {name: getattr(stored, name, None) for name in CLAIMED} | {"published": _day(stored.published)} | seen
    return record | {"about_spelled": about, "value_spelled": value}


def of_contradiction(found: "Contradiction", *spelled: str) -> Record:
    """Two values that can't both hold; of each the oldest sentence, and all in `said`. `spelled`: of what, and both, as people write them."""
    return {"state": found.state} | _of_both(found, spelled)


def of_difference(found: "Difference", *spelled: str) -> Record:
    """Two values that may both hold, and why; else like a contradiction."""
    return {"reason": found.reason} | _of_both(found, spelled)


def _of_both(found: "Pair", spelled: Iterable[str]) -> Record:
    first, second = map(_side, found.sides)
    both = first | {f"other_{name}": value for name, value in second.items()}
    return {"claim": found.claim, "about": found.about} | both | dict(zip(_SPELLED, spelled, strict=True))


def _side(side: "Side") -> Record:
    oldest = side.said[0] if side.said else None
    facts = {name: getattr(oldest, name, None) for name in ("site", "sentence", "url")}
    said = [
        {name: getattr(s, name) for name in ("url", "site", "value", "modality", "said_by", "as_written", "sentence")}
        | {"published": _day(s.published)}
        for s in side.said
    ]
    record = {"value": side.value, "stand": side.stand, "articles": side.articles, "origins": side.origins, "said": said}
    record |= facts | {"published": _day(oldest.published) if oldest else None}
    return {name: record[name] for name in _SIDE}


def of_origin(stored: StoredOrigin) -> Record:
    """Where one article comes from."""
    return {name: getattr(stored, name) for name in TRACED} | {"published": _day(stored.published)}


def of_revision(revision: Revision) -> Record:
    """What an outlet changed."""
    facts = {"changed": list(revision.changed), "before": dict(revision.before), "after": dict(revision.after)}
    return {name: getattr(revision, name) for name in REVISED} | facts | {"found": revision.found.isoformat(timespec="seconds")}


def of_skipped(skipped: Skipped) -> Record:
    """A URL that was not taken."""
    return {
        "url": skipped.url,
        "source": skipped.source,
        "reason": skipped.reason,
        "detail": skipped.detail,
        "first_seen": skipped.first_seen.isoformat(timespec="seconds"),
        "last_seen": skipped.last_seen.isoformat(timespec="seconds"),
    }


def of_reading(page: Page, article: Article | Skip, assessment: Assessment | None) -> Record:
    """A page that was just read, whether or not it would be taken; what could not be read has nulls and a `skip_reason`."""
    record: Record = dict.fromkeys(FIELDS) | {"url": page.url, "source": page.source, "title": page.link.title or None}
    record |= {"first_seen": page.fetched.isoformat(timespec="seconds"), "aspects": {}, "themes": {}}
    record |= {"aspect_details": {}, "episode_scores": {}, "likened_to": []}
    record |= {"relevant": False, "skip_reason": None, "kind_because": None, "note": "", "sentences": [], "claims": []}
    if isinstance(article, Skip):
        return record | {"skip_reason": f"{article.reason}: {article.detail}" if article.detail else str(article.reason)}
    record |= {name: getattr(article, name) for name in ("url", "site", "title", "author", "date_from", "language", "words")}
    record["published"] = _day(article.published)
    if assessment is None:
        return record
    score = assessment.score
    return record | {
        "kind": assessment.kind.name,
        "kind_because": assessment.kind.because,
        "episode": assessment.kind.episode,
        "relevant": assessment.relevance.relevant,
        "relevant_because": assessment.relevance.because,
        "skip_reason": str(assessment.relevance.reason) if assessment.relevance.reason else None,
        "stance": assessment.stance,
        "stance_from": assessment.stance_from,
        "score": score.value if score else None,
        "score_as_written": score.as_written if score else None,
        "verdict": assessment.verdict,
        **_judged(assessment),
        "inferred": assessment.inferred,
        "estimate": assessment.estimate,
        "recommends": assessment.recommends,
        "engine": assessment.engine,
        "spoiler_warning": assessment.spoiler_warning,
        "note": assessment.note,
        "sentences": _sentences(assessment.sentences),
        "claims": [{"claim": c.kind} | {name: getattr(c, name) for name in _STATED} for c in assessment.claims],
    }


def _judged(found: Entry | Assessment) -> Record:
    """What entries and assessments answer alike."""
    return {
        "aspects": dict(found.aspects),
        "themes": dict(found.themes),
        "clash": found.clash,
        "aspect_details": {
            o.name: {"polarity": o.polarity, "low": o.low, "high": o.high, "remarks": o.remarks, "score": o.score}
            for o in found.opinions
            if o.facet == "aspect"
        },
        "episode_scores": {str(episode): score for episode, score in found.episode_scores.items()},
        "likened_to": [likeness.work for likeness in found.likened_to],
    }


def _sentences(sentences: Iterable[Sentence]) -> list[Mapping[str, Any]]:
    return [
        {"text": s.text, "polarity": s.polarity, "aspects": dict(s.aspects), "themes": list(s.themes), "spoiler": s.spoiler}
        for s in sentences
    ]


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
