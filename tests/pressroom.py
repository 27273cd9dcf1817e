"""Small own-written entries, sentences and revisions, as the store gives them; for tests of what is concluded over many articles."""

from datetime import UTC, date, datetime

from pipeline.assessment import Opinion
from pipeline.claims import Claim
from pipeline.store import Entry, Revision, StoredClaim, StoredSentence
from pipeline.week import Week

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def entry(number: int, kind: str = "review", day: str | None = "2024-04-10", stance: float | None = 0.2, **more: object) -> Entry:
    """An English piece of an outlet of its own, whose stance is stated."""
    published = date.fromisoformat(day) if day else None
    week = str(Week.of(published)) if published else None
    values: dict[str, object] = {
        "id": number,
        "url": f"https://site{number}.example/a",
        "site": f"Site {number}",
        "source": "s",
        "title": f"Title {number}",
        "author": "",
        "published": published,
        "date_from": "meta",
        "language": "en",
        "kind": kind,
        "kind_because": "",
        "episode": None,
        "relevant_because": "",
        "stance": stance,
        "stance_from": "stated" if stance is not None else None,
        "score": None,
        "score_as_written": None,
        "verdict": None,
        "inferred": stance,
        "estimate": None,
        "recommends": None,
        "episode_scores": {},
        "likened_to": (),
        "opinions": (),
        "spoiler_warning": False,
        "words": 100,
        "first_seen": NOW,
        "week": week,
        "seen_week": "2024-W22",
        "phrases": (),
        "engine": "critic-2.1",
        "note": "",
    }
    return Entry(**(values | more))  # type: ignore[arg-type]


def episode(number: int, of: int, score: float | None, **more: object) -> Entry:
    """A review of one episode with a score of 0..100."""
    return entry(
        number, "episode_review", f"2024-01-{of + 1:02}", None if score is None else (score - 50) / 50, episode=of, **more
    )


def spoke(**remarks: int) -> tuple[Opinion, ...]:
    """Opinions on aspects that are made of so many remarks."""
    return tuple(Opinion("aspect", name, 0.1, 0.0, 0.2, n) for name, n in remarks.items())


def stated(e: Entry, *claims: Claim) -> tuple[StoredClaim, ...]:
    """Claims that an entry makes."""
    return tuple(
        StoredClaim(
            *(e.id, e.url, e.site, e.source, e.title, e.published, e.kind, e.episode),
            *(c.kind, c.about, c.value, c.as_written, c.sentence, c.position, c.modality, c.said_by, NOW, NOW),
        )
        for c in claims
    )


def said(of: int, text: str, polarity: float | None, *aspects: str, position: int = 1, **more: object) -> StoredSentence:
    """A remark, as sure as it is clear, in the second paragraph."""
    values: dict[str, object] = {
        "entry": of,
        "position": position,
        "text": text,
        "paragraph": 1,
        "polarity": polarity,
        "confidence": 0.9,
        "spoiler": False,
        "verdict": False,
        "topics": tuple(("aspect", name, polarity) for name in aspects),
    }
    return StoredSentence(**(values | more))  # type: ignore[arg-type]


def revision(difference: str = "", before: dict[str, object] | None = None, after: dict[str, object] | None = None) -> Revision:
    """An article of Site 1 that was changed."""
    facts: dict[str, object] = {"title": "Title 1", "published": "2024-04-10", "score_as_written": None, "score": None}
    return Revision("https://site1.example/a", "Site 1", NOW, (), facts | (before or {}), facts | (after or {}), difference)
