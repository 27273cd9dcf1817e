"""Articles of a seeded generator, with what is concluded of them: to fill a database for measurements."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

from pipeline.article import Article, Paragraph
from pipeline.assessment import KINDS, Assessment, Kind, Opinion, Relevance, Score, Sentence
from pipeline.claims import Claim
from pipeline.page import Link, Page
from pipeline.store import Store
from pipeline.topics import ASPECTS

SERIES = "copper-lily"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SENTENCES = 20
"""An article; each makes one remark."""
_CLAIMS = 3
"""An article; those of the demo make 3.6."""
_ROLES = 40
"""A series, each played by one person."""

Read = tuple[Any, Article, Assessment]
VOCABULARY = ["".join(random.Random(n).choices("aeioubdgklmnrstv", k=3 + n % 6)) for n in range(5_000)]
"""The first are the most common."""


def words(rng: random.Random, many: int) -> str:
    """Invented words, few of them common."""
    return " ".join(VOCABULARY[int(len(VOCABULARY) * rng.random() ** 3)] for _ in range(many))


def generated(number: int, days: int = 4_000) -> tuple[Page, Article, Assessment]:
    """The same for the same number; published in one of so many days."""
    rng = random.Random(number)
    url = f"https://outlet{number % 300}.example/{number}"
    day = date(2014, 1, 1) + timedelta(days=int(rng.random() * days))
    aspects = rng.sample(sorted(ASPECTS), 5)
    sentences = tuple(
        Sentence(
            words(rng, 12),
            round(rng.uniform(-1, 1), 3),
            0.5,
            {rng.choice(aspects): round(rng.uniform(-1, 1), 3)},
            paragraph=n // 4,
        )
        for n in range(SENTENCES)
    )
    piece = Article(
        url,
        f"Outlet {number % 300}",
        words(rng, 7),
        f"Author {number % 900}",
        day,
        "meta",
        "en",
        tuple(Paragraph(" ".join(s.text for s in sentences[n : n + 4])) for n in range(0, SENTENCES, 4)),
    )
    stated = round(rng.uniform(0, 100))
    concluded = Assessment(
        relevance=Relevance(True, "the title names it"),
        kind=Kind(rng.choice(KINDS), "the title says so", 2.0),
        stance=round(rng.uniform(-1, 1), 3),
        stance_from="stated",
        score=Score(stated, f"{stated}/100", "text") if rng.random() < 0.5 else None,
        verdict=sentences[-1].text,
        opinions=tuple(Opinion("aspect", name, round(rng.uniform(-1, 1), 3), -0.5, 0.5, 4) for name in aspects),
        sentences=sentences,
        phrases=tuple(words(rng, 2) for _ in range(8)),
        spoiler_warning=False,
        engine="generator-1",
        claims=tuple(
            Claim("cast", f"role {role}", f"actor {role}", f"Actor {role}", sentences[n].text, n // 4, "reported", "")
            for n, role in enumerate(rng.sample(range(_ROLES), _CLAIMS))
        ),
    )
    page = Page(url, url, 200, {"content-type": "text/html"}, b"<p></p>", NOW, "Wire", Link(url))
    return page, piece, concluded


def stored(store: Store, numbers: range, series: str = SERIES, days: int = 4_000) -> list[Read]:
    """Pages of these numbers are stored; what to keep of them."""
    made = {page.url: (page, piece, concluded) for page, piece, concluded in (generated(n, days) for n in numbers)}
    store.add_pages(series, [page for page, *_ in made.values()])
    waiting = store.pending(series, store.pending_ids(series, "r1"))
    return [(w, *made[w.page.url][1:]) for w in waiting if w.page.url in made]
