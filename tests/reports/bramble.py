"""One invented series through the press, small and whole: every section of its last page has something in it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from pipeline.assessment import Likeness, Opinion
from pipeline.claims import Claim
from pipeline.interval import Sums
from pipeline.series import Episode, Series
from pipeline.store import Elsewhere, Entry, Run, SourceRun
from pipeline.week import Week
from reports.build import build
from reports.digest import Digest
from reports.material import Material
from tests.pressroom import entry, revision, said, stated

NOW = datetime(2024, 4, 8, 9, 30, tzinfo=UTC)
WEEK = Week(2024, 14)
SERIES = Series(
    "Bramble Station",
    slug="bramble",
    note="An invented series: nothing here was written about a real one.",
    staff={"Ida Marrow": "director"},
    episodes=tuple(Episode(n, aired=date(2024, 1, 1 + 7 * (n - 1))) for n in range(1, 5)),
    facts={"episodes": 13, "premiere": date(2024, 1, 1)},
    weights={"Harbour Post": 2.0},
)


def _text(number: int) -> str:
    """Sixty words that are in no other piece."""
    return " ".join("".join(chr(97 + (number * 37 + n * 101) // 3**i % 26) for i in range(7)) for n in range(60))


def _piece(number: int, kind: str, day: str, site: str, stance: float | None, **more: object) -> Entry:
    own: dict[str, object] = {
        "site": site,
        "url": f"https://{site.lower().replace(' ', '-')}.example/{number}",
        "title": f"Piece {number} on Bramble Station",
        "author": "Wren Okafor",
        "seen_week": str(Week.of(date.fromisoformat(day))),
        "text": _text(number),
    }
    return entry(number, kind, day, stance, **(own | more))


def _of(**polarities: float) -> dict[str, tuple[Opinion, ...]]:
    return {
        "opinions": (
            *(Opinion("aspect", name, p, p - 0.1, p + 0.1, 1) for name, p in polarities.items()),
            Opinion("theme", "home", round(sum(polarities.values()) / len(polarities), 2), None, None, 1),
        )
    }


ENTRIES = (
    _piece(1, "news", "2023-11-20", "Tide Wire", None, title="Bramble Station gets a trailer"),
    _piece(2, "preview", "2023-12-04", "Harbour Post", 0.7, **_of(animation=0.8, story=0.5)),
    _piece(3, "preview", "2023-12-11", "Quill", 0.5, **_of(animation=0.6, music=0.4)),
    _piece(4, "episode_review", "2024-01-03", "Harbour Post", 0.6, score=80, score_as_written="8/10", episode=1, **_of(animation=0.5)),
    _piece(5, "episode_review", "2024-01-04", "Quill", 0.4, score=70, score_as_written="3.5/5", episode=1, **_of(animation=0.4, story=0.2)),
    _piece(14, "episode_review", "2024-01-10", "Lantern", 0.6, seen_week="2024-W14", score=80, score_as_written="4/5", episode=2, **_of(story=0.3)),
    _piece(6, "episode_review", "2024-01-17", "Harbour Post", -0.2, score=40, score_as_written="4/10", episode=3, **_of(story=-0.5)),
    _piece(7, "review", "2024-03-27", "Lantern", -0.5, recommends="no", **_of(story=-0.7, animation=0.5)),
    _piece(8, "review", "2024-03-28", "Quill", 0.3, score=65, score_as_written="65 %", **_of(story=-0.4, animation=0.6, music=0.5)),
    _piece(9, "review", "2024-04-03", "Saltbox", 0.5, stance_from="inferred", phrases=("slow tide", "paper boats"), **_of(story=-0.3, animation=0.7)),
    _piece(10, "review", "2024-04-04", "Harbour Post", 0.1, score=55, score_as_written="5.5/10", phrases=("slow tide", "paper boats"),
           likened_to=(Likeness("The Lamplighters", "It lacks the patience of The Lamplighters."),), **_of(story=-0.6, animation=0.6)),
    _piece(11, "review", "2024-04-05", "Gazette", 0.1, title="Piece 10 on Bramble Station", text=_text(10), score=55, score_as_written="5.5/10",
           phrases=("slow tide", "paper boats"), **_of(story=-0.6, animation=0.6)),
    _piece(12, "review", "2024-04-05", "Blätter", None, language="de", stance_from=None, note="not analysed: language de"),
    _piece(13, "review", "2024-04-06", "Nightferry", -0.9, score=5, score_as_written="0.5/10", spoiler_warning=True,
           phrases=("slow tide", "paper boats"), **_of(story=-0.9, animation=-0.4)),
)  # fmt: skip
SENTENCES = (
    said(2, "The animation in the first minutes promises a feast for the eyes.", 0.8, "animation"),
    said(2, "The story sounds like one that will stay with its viewers.", 0.5, "story", position=2),
    said(3, "Every frame of the animation looks drawn by people who love rain.", 0.6, "animation"),
    said(4, "The animation of the storm is a wonder from start to finish.", 0.5, "animation"),
    said(5, "The animation is lovely even where nobody moves at all.", 0.4, "animation"),
    said(5, "The story takes its time and earns it.", 0.2, "story", position=2),
    said(6, "The story stands still for twenty minutes and calls it mood.", -0.5, "story"),
    said(14, "The story opens like a letter that one has long waited for.", 0.3, "story"),
    said(7, "The story collapses under its own riddles in the second half.", -0.7, "story"),
    said(7, "At least the animation never lets the viewer down.", 0.5, "animation", position=2),
    said(8, "The story forgets its best character halfway through the journey.", -0.4, "story"),
    said(8, "The animation remains splendid to the very last shot.", 0.6, "animation", position=2),
    said(9, "The story limps, yet the rain has never been drawn so well.", -0.3, "story"),
    said(9, "The animation alone is worth the price of the ticket.", 0.7, "animation", position=2),
    said(10, "A slow tide of paper boats is all that the story leaves behind.", -0.6, "story"),
    said(10, "The animation is the one promise that was kept in full.", 0.6, "animation", position=2),
    said(13, "The story drowns its heroine and then forgets to mourn her.", -0.9, "story", spoiler=True),
    said(13, "Even the animation looks tired by the time the ferry comes.", -0.4, "animation", position=2),
)
ABOUT_HOME = tuple(s._replace(topics=(*s.topics, ("theme", "home", s.polarity))) for s in SENTENCES)
CLAIMS = {
    1: (Claim("episodes", "", "13", "thirteen", "Thirteen episodes of Bramble Station are planned.", 1, "announced", "Tide Wire", "the studio", date(2023, 11, 20)),),
    2: (Claim("staff", "director", "ida marrow", "Ida Marrow directs", "Ida Marrow directs.", 2, "reported", "Harbour Post", "", date(2023, 12, 4)),),
    8: (
        Claim("episodes", "", "12", "twelve", "Bramble Station has twelve episodes, too few for it.", 3, "reported", "Quill", "", date(2024, 3, 28)),
        Claim("cast", "petra", "june abbot", "June Abbot", "June Abbot is Petra.", 4, "reported", "Quill", "", date(2024, 3, 28)),
    ),
    9: (Claim("cast", "petra", "mara quist", "Mara Quist", "In the stage show, Mara Quist was Petra.", 2, "reported", "Saltbox", "", date(2024, 4, 3)),),
    10: (
        Claim("staff", "director", "ida marrow", "director Ida Marrow", "Director Ida Marrow knows her weather.", 2, "reported", "Harbour Post", "", date(2024, 4, 4)),
        Claim("sequel", "season 2", "yes", "second season", "A second season is whispered about.", 4, "rumoured", "Harbour Post", "", date(2024, 4, 4)),
    ),
}  # fmt: skip
RUN = Run(
    1,
    NOW,
    NOW,
    "partial",
    (
        SourceRun("Harbour Post", "feed", 12, 8, 3, {"not about the series": 1}),
        SourceRun("Lantern", "sitemap", trouble="the server did not answer"),
    ),
)
CHANGED = replace(
    revision(before={"score_as_written": "6/10", "score": 60.0}, after={"score_as_written": "65 %", "score": 65.0}),
    url="https://quill.example/8",
    site="Quill",
    found=datetime(2024, 4, 5, tzinfo=UTC),
    changed=("score",),
)
ELSEWHERE = tuple(Elsewhere("Nightferry", f"2023-W{n}", Sums.of([value])) for n, value in enumerate((70.0, 65.0, 72.0, 80.0), 20))


def material(seen_up_to: int | None = None, language: str = "en") -> Material:
    """All of it."""
    return Material.of(
        SERIES,
        ENTRIES,
        ABOUT_HOME,
        RUN,
        ["no permission (robots.txt)", "not about the series"],
        "nectar report bramble.toml --week {week}",
        [CHANGED],
        ELSEWHERE,
        tuple(c for e in ENTRIES for c in stated(e, *CLAIMS.get(e.id, ()))),
        seen_up_to=seen_up_to,
        language=language,
    )


def full(seen_up_to: int | None = None, language: str = "en") -> Digest:
    """The richest page of the series."""
    made = material(seen_up_to, language)
    return replace(build(made, WEEK, made.weeks, NOW), online=f"https://press.example/{made.series.slug}/{WEEK}.html")


def empty(language: str = "en") -> Digest:
    """The first page of a series about which nothing was found."""
    return build(Material.of(SERIES, (), (), language=language), WEEK, [], NOW)
