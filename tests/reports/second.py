"""A second series for the store of the demo: eleven small pieces in our own words, three of their outlets being the demo's."""

from datetime import UTC, date, datetime

from pipeline.article import Article, Paragraph
from pipeline.assessment import Assessment, Kind, KindName, Opinion, Relevance, Score, Sentence
from pipeline.page import Link, Page
from pipeline.series import Series, parse
from pipeline.store import Store

SLUG = "bramble-station"
FILE = """title = "Bramble Station"
[[episodes]]
number = 1
aired = 2024-03-02
[[episodes]]
number = 6
aired = 2024-04-06
[[sources]]
name = "Paper"
kind = "feed"
url = "https://paper.example/feed"
"""
HOSTILE = "../../CON<script>alert(1)</script>"

_GOOD = "The music carries every scene of it and never once shouts."
_BAD = "The pacing is that of a goods train on a Sunday afternoon."
_PIECES: tuple[tuple[str, str, KindName, date, float | None, dict[str, float]], ...] = (
    ("Afterglow", "A station worth a stop", "preview", date(2024, 2, 10), None, {"music": 0.4, "pacing": 0.2}),
    ("Quince", "Tickets, please", "preview", date(2024, 2, 20), None, {"story": 0.5}),
    ("Afterglow", "Bramble Station, first stop", "episode_review", date(2024, 3, 4), 90.0, {"music": 0.8, "pacing": -0.7}),
    ("Parallax", "All change", "episode_review", date(2024, 3, 5), 80.0, {"music": 0.7, "pacing": -0.8}),
    ("Tokyo Wire", "On time", "review", date(2024, 3, 12), 75.0, {"music": 0.9, "story": 0.3}),
    ("Quince", "Mind the gap", "review", date(2024, 3, 19), 85.0, {"music": 0.8, "pacing": -0.6}),
    ("Quince", "Still minding", "episode_review", date(2024, 3, 26), 80.0, {"story": 0.4, "pacing": -0.75}),
    (HOSTILE, "Delayed", "review", date(2024, 4, 2), 90.0, {"music": 0.75, "pacing": -0.7}),
    ("Afterglow", "The last train", "review", date(2024, 4, 9), 85.0, {"music": 0.85, "story": 0.2}),
    ("Parallax", "The timetable is printed", "news", date(2024, 2, 1), None, {}),
    ("🌿", "", "review", date(2024, 4, 10), 80.0, {"animation": 0.6, "pacing": -0.65}),
)


def series() -> Series:
    import tomllib

    return parse(tomllib.loads(FILE), "bramble.toml")


def shelve(store: Store, pieces: int = len(_PIECES)) -> None:
    """Keep the first so many pieces, as a crawl and a reading would."""
    now = datetime(2024, 4, 12, tzinfo=UTC)
    for number, (site, title, kind, day, score, aspects) in enumerate(_PIECES[:pieces]):
        url = f"https://bramble{number}.example/piece"
        store.add_page(SLUG, Page(url, url, 200, {"content-type": "text/html"}, b"<p>x</p>", now, "Paper", Link(url, title)))
        [waiting] = [p for p in store.pending(SLUG, store.pending_ids(SLUG, "r1")) if p.page.url == url]
        text = " ".join(f"w{number}x{n}" for n in range(60))
        article = Article(url, site, title, "", day, "meta", "en", (Paragraph(text),), ())
        store.keep(SLUG, [(waiting, article, _assessed(kind, score, aspects))], "r1", now)


def _assessed(kind: KindName, score: float | None, aspects: dict[str, float]) -> Assessment:
    said = (
        Sentence(_GOOD if p > 0 else _BAD, p, 0.9, {name: p}, paragraph=1, spoiler=name == "story") for name, p in aspects.items()
    )
    return Assessment(
        relevance=Relevance(True, "the title names it"),
        kind=Kind(kind, "the title says so", 2.0, 1 if kind == "episode_review" else None),
        stance=None if kind == "news" else (score - 50) / 50 if score is not None else 0.3,
        stance_from=None if kind == "news" else "stated" if score is not None else "inferred",
        score=Score(score, f"{score / 10:g}/10", "text") if score is not None else None,
        verdict=None,
        opinions=tuple(Opinion("aspect", name, p, p - 0.1, p + 0.1, 3) for name, p in aspects.items()),
        sentences=tuple(said),
        phrases=(),
        spoiler_warning=False,
        engine="critic-2.1",
        inferred=None if kind == "news" else 0.3,
    )
