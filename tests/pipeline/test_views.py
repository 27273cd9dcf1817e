"""The views: what they say, and that docs/database.md says the same."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.assessment import Opinion
from pipeline.claims import Claim
from pipeline.page import Reason, Skip
from pipeline.store import SourceRun, Store
from pipeline.store.views import VIEWS
from pipeline.syndication import Origin
from tests.pipeline.databases import DATABASES, an_empty_one
from tests.pipeline.test_store import NOW, SERIES, article, concluded, page, take

DOCS = Path(__file__).parent.parent.parent / "docs/database.md"


@pytest.fixture(scope="module", params=DATABASES)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Three articles, one of them changed by its outlet, one a copy; two claims; two runs; one skip."""
    dated = Claim("premiere", "", "2024-01-10", "January 10", "It starts on January 10.", -1, "announced", "Paper", "the studio")
    with Store(an_empty_one(request, tmp_path_factory)) as opened:
        first = replace(concluded("review", 60, {"music": 0.5, "story": None}), claims=(dated,))
        take(opened, article("one", "First.", date(2024, 1, 3)), first)
        scored = replace(
            concluded("episode_review", None, {"music": -0.25}),
            opinions=(Opinion("aspect", "music", -0.25, -0.5, 0.0, 3, 40.0), Opinion("theme", "memory", 0.1)),
            episode_scores={1: 70.0, 2: 85.5},
            claims=(dated,),
        )
        take(opened, article("two", "Second.", date(2024, 1, 5)), scored)
        take(opened, article("undated", "Third.", None), concluded("news", None, {"music": 0.9}))
        opened.add_page(SERIES, page("one", b"<p>changed</p>"))
        [changed] = opened.pending(SERIES, opened.pending_ids(SERIES, "r1"))
        again = (
            changed,
            article("one", "First, changed.", date(2024, 1, 3)),
            replace(concluded("review", 65, {"music": 0.5, "story": None}), claims=(dated,)),
        )
        opened.keep(SERIES, [again], "r1", NOW)
        one, two = (e.id for e in sorted(opened.entries(SERIES), key=lambda e: e.url)[:2])
        opened.keep_origins(SERIES, [Origin(one, one, "original", ""), Origin(two, one, "spun", "half of its words")])
        opened.add_skips(SERIES, [Skip("https://paper.example/x", "Paper", Reason.OFF_TOPIC, "ducks")], NOW)
        for day, trouble in enumerate(("", "404", "403")):
            run = opened.start_run(SERIES, NOW + timedelta(days=day))
            rows = [
                SourceRun("Paper", "feed", 5, 2, 2),
                SourceRun("Wire", "sitemap", 0 if trouble else 9, 0, 0 if trouble else 1, {}, trouble),
            ]
            opened.finish_run(run, "ok", rows, NOW + timedelta(days=day, minutes=5))
        opened.start_run(SERIES, NOW + timedelta(days=9))
        yield opened


def rows(store: Store, view: str, *columns: str, order: str = "1") -> list[tuple[Any, ...]]:
    return list(store.sql(f"SELECT {', '.join(columns)} FROM {view} ORDER BY {order}").rows)


@pytest.mark.parametrize("view", VIEWS, ids=lambda v: v.name)
def test_a_view_has_the_columns_that_it_says(store: Store, view: Any) -> None:
    answer = store.sql(f"SELECT * FROM {view.name}")
    assert answer.columns == tuple(view.columns)
    assert answer.rows
    assert {row[answer.columns.index("series")] for row in answer.rows} == {SERIES}


def test_the_docs_list_every_view_and_column() -> None:
    told = {
        heading: re.findall(r"^\| `(\w+)` \| (.+) \|$", body, re.M)
        for heading, body in re.findall(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", DOCS.read_text("utf-8"), re.M | re.S)
    }
    assert told == {view.name: list(view.columns.items()) for view in VIEWS}
    assert all(view.about in DOCS.read_text("utf-8") for view in VIEWS)


def test_articles(store: Store) -> None:
    found = rows(store, "articles", "url", "published", "week", "score", "stance_from", "text", order="url")
    assert [(str(r[1]), *r[2:5]) for r in found] == [
        ("2024-01-03", "2024-W01", 65.0, "stated"),
        ("2024-01-05", "2024-W01", None, "inferred"),
        ("None", None, None, "inferred"),
    ]


def test_remarks(store: Store) -> None:
    found = rows(
        store, "remarks", "facet", "name", "polarity", "sentence", "position", "confidence", order="url, position, facet, name"
    )
    assert found[0] == ("aspect", "music", 0.5, "The music is fine.", 0, 0.75)
    assert len(found) == 9


def test_scores_are_of_the_whole_of_episodes_and_of_aspects(store: Store) -> None:
    assert rows(store, "scores", "of", "name", "score", "as_written", order="1, 2") == [
        ("aspect", "music", 40.0, None),
        ("episode", "1", 70.0, None),
        ("episode", "2", 85.5, None),
        ("whole", "", 65.0, "65/100"),
    ]


def test_claims(store: Store) -> None:
    columns = ("url", "claim", "about", "value", "as_written", "sentence", "paragraph", "modality", "said_by")
    said = ("premiere", "", "2024-01-10", "January 10", "It starts on January 10.", -1, "announced", "the studio")
    assert rows(store, "claims", *columns) == [("https://paper.example/one", *said), ("https://paper.example/two", *said)]
    counted = "SELECT value, count(*), count(DISTINCT origin_id) FROM claims GROUP BY value"
    assert store.sql(counted).rows == (("2024-01-10", 2, 1),), "two articles, one origin"
    [seen, _] = rows(store, "claims", "first_seen", "last_seen")
    assert [str(when)[:16] for when in seen] == ["2024-04-06 09:30"] * 2


def test_origins(store: Store) -> None:
    columns = ("url", "relation", "because", "origin_url", "origin_site", "copies")
    one, two, undated = (f"https://paper.example/{path}" for path in ("one", "two", "undated"))
    assert rows(store, "origins", *columns) == [
        (one, "original", "", one, "Paper", 1),
        (two, "spun", "half of its words", one, "Paper", 1),
        (undated, None, "", undated, "Paper", 0),
    ]


def test_weekly_aspects(store: Store) -> None:
    columns = ("week", "side", "aspect", "articles", "judged", "polarity", "favourable", "mixed", "unfavourable", "remarks")
    assert rows(store, "weekly_aspects", *columns, order="3") == [
        ("2024-W01", "reception", "music", 2, 2, 0.125, 1, 0, 1, 3),
        ("2024-W01", "reception", "story", 1, 0, None, 0, 0, 0, 0),
    ]


def test_sources_health(store: Store) -> None:
    columns = ("source", "kind", "runs", "failures", "trouble", "last_found", "last_fetched", "fetched")
    assert rows(store, "sources_health", *columns) == [
        ("Paper", "feed", 3, 0, "", 5, 2, 6),
        ("Wire", "sitemap", 3, 2, "403", 0, 0, 1),
    ]
    [(asked, success)] = store.sql("SELECT last_asked, last_success FROM sources_health WHERE source = 'Wire'").rows
    assert (str(asked)[:10], str(success)[:10]) == ("2024-04-08", "2024-04-06")


def test_revisions_skipped_and_runs(store: Store) -> None:
    assert rows(store, "revisions", "CAST(changed AS TEXT)", order="article_id") == [('["text", "score"]',)]
    assert rows(store, "skipped", "url", "reason", "tries") == [("https://paper.example/x", "off topic", 1)]
    columns = ("outcome", "sources", "failed", "found", "known", "fetched")
    assert rows(store, "runs", *columns, order="run_id") == [
        ("ok", 2, 0, 14, 2, 3),
        ("ok", 2, 1, 5, 2, 2),
        ("ok", 2, 1, 5, 2, 2),
        ("running", 0, 0, 0, 0, 0),
    ]
