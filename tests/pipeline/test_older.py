"""Databases of older Nectars, with rows in them: what was there is there, is found, and can be forgotten."""

import zlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, Table

import pipeline.store.migrations
from pipeline.store import Store, Wanted
from pipeline.store.opening import WRITES, open_engine
from pipeline.store.search import made_by_hand
from pipeline.store.views import VIEWS
from pipeline.tracing import trace


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004", "0005", "0006"])
def test_a_database_of_an_older_nectar_keeps_its_rows(tmp_path: Path, revision: str) -> None:
    """Filled as that Nectar would have, opened by this one: what was there is there, is found, and can be forgotten."""
    url = f"sqlite:///{tmp_path}/nectar.db"
    engine = open_engine(url)
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(Path(pipeline.store.migrations.__file__).parent))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        tables = MetaData()
        tables.reflect(connection, only=lambda name, _: not made_by_hand(name))
        for table in tables.sorted_tables:
            if table.name not in {"alembic_version", "index_answer", "forgotten", "revision", "robots", "visits", "origin"}:
                connection.execute(table.insert(), old_row(table))
    engine.dispose()
    with Store(url) as store:
        [entry] = store.entries("lily", Wanted(text="harbour", sort="rank"))
        assert (entry.title, entry.score, entry.published, entry.episode_scores) == ("Lily", 70.0, date(2024, 1, 3), {})
        assert [e.aspects for e in store.entries("lily", Wanted(text="*arbou*", aspect="music"))] == [{"music": 0.5}]
        assert [s.text for s in store.sentences([entry.id])] == ["The harbour is cold."]
        assert list(store.known("lily")) == ["paper.example/a"]
        answers = {view.name: len(store.sql(f"SELECT * FROM {view.name}").rows) for view in VIEWS}
        assert {name for name, rows in answers.items() if not rows} == {"revisions", *(["claims"] if revision < "0006" else [])}
        assert not any(c.topical for c in store.claims("lily")), "nobody had looked"
        assert (store.untraced("lily"), [o.relation for o in store.origins("lily")]) == (1, [None])
        assert trace(store, "lily") == 1
        assert (store.skipped("lily")[0].reason, store.last_run("lily") is not None) == ("off topic", True)
        assert store.forget("url", "https://paper.example/a", datetime(2024, 2, 1, tzinfo=UTC)) == 1
        assert store.entries("lily", Wanted(text="harbour")) == []


def old_row(table: Table) -> dict[str, Any]:
    """A value for every column that an older Nectar had; `fetched` means two things."""
    more = {"fetched": 1} if table.name == "source_run" else {}
    return {c.name: (OLD | more)[c.name] for c in table.columns if c.name in OLD}


WHEN = datetime(2024, 1, 3, tzinfo=UTC)
OLD: dict[str, Any] = {
    **{"id": 1, "page_id": 1, "article_id": 1, "assessment_id": 1, "run_id": 1, "position": 0, "paragraph": 0},
    **{
        "url": "https://paper.example/a",
        "final_url": "https://paper.example/a",
        "status": 200,
        "headers": {},
        "body": zlib.compress(b"x"),
    },
    **{"sha256": "0" * 64, "fetched": WHEN, "link": {"url": "https://paper.example/a"}, "series": "lily", "source": "Paper"},
    **{
        "first_seen": WHEN,
        "last_seen": WHEN,
        "reason": "off topic",
        "detail": "",
        "site": "Paper",
        "title": "Lily",
        "author": "Mina",
    },
    **{
        "published": date(2024, 1, 3),
        "date_from": "meta",
        "language": "en",
        "text": "The harbour is cold.",
        "words": 4,
        "tags": [],
    },
    **{
        "teaser": False,
        "week": "2024-W01",
        "seen_week": "2024-W01",
        "relevant_because": "it is",
        "kind": "review",
        "kind_because": "it says so",
    },
    **{"kind_margin": 1.0, "stance": 0.4, "stance_from": "stated", "score": 70.0, "score_as_written": "7/10", "phrases": []},
    **{
        "spoiler_warning": False,
        "engine": "e",
        "note": "",
        "facet": "aspect",
        "name": "music",
        "polarity": 0.5,
        "confidence": 1.0,
    },
    **{"spoiler": False, "verdict": False, "started": WHEN, "ended": WHEN, "outcome": "ok", "found": 1, "known": 0},
    **{
        "number": 0,
        "about": "",
        "value": "13",
        "as_written": "13 episodes",
        "sentence": "It has 13 episodes.",
        "modality": "reported",
    },
    **{"said_by": "", "skipped": {}, "trouble": "", "key": "paper.example/a"},
}
"""A value for every column that must have one, by its name."""
