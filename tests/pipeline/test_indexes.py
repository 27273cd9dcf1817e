"""Every question to the store is answered by way of an index, where a table can be large."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from benchmarks.generated import stored
from pipeline.claims import Claim
from pipeline.store import Store, Wanted
from pipeline.syndication import Origin
from pipeline.week import Week
from tests.pipeline.test_store import NOW, SERIES, article, concluded, page, take

LARGE = {
    "page",
    "sighting",
    "article",
    "assessment",
    "opinion",
    "sentence",
    "remark",
    "skip",
    "revision",
    "index_answer",
    "claim",
    "origin",
}
CLAIM = Claim("premiere", "", "2024-01-10", "January 10", "It starts on January 10.", 0, "reported", "Paper")
EVERYTHING = Wanted("cold", "review", "Paper", "music", "memory", date(2024, 1, 1), date(2025, 1, 1), 10, 5, about="premiere")

QUESTIONS: dict[str, Callable[[Store], object]] = {
    "known": lambda store: store.known(SERIES),
    "validators": lambda store: store.validators(page().url),
    "owed": lambda store: store.owed(SERIES),
    "index_answers": lambda store: store.index_answers(SERIES),
    "history": lambda store: store.history(SERIES),
    "last_run": lambda store: store.last_run(SERIES),
    "pending_ids": lambda store: store.pending_ids(SERIES, "r1"),
    "unread": lambda store: store.unread(SERIES),
    "pending": lambda store: store.pending(SERIES, [1, 2]),
    "page": lambda store: store.page(SERIES, page().url),
    "revisions": lambda store: store.revisions(SERIES),
    "count": lambda store: store.count(SERIES),
    "entries": lambda store: store.entries(SERIES),
    "entries, all filters": lambda store: store.entries(SERIES, EVERYTHING),
    "claims": lambda store: store.claims(SERIES),
    "claims, all filters": lambda store: store.claims(SERIES, EVERYTHING),
    "origins": lambda store: store.origins(SERIES),
    "untraced": lambda store: store.untraced(SERIES),
    "keep_origins": lambda store: store.keep_origins(SERIES, [Origin(1, 1, "copy", "changed"), Origin(2, 1, "copy", "")]),
    "sentences": lambda store: store.sentences([1, 2]),
    "skipped": lambda store: store.skipped(SERIES, "Paper", 5),
    "elsewhere": lambda store: store.elsewhere(SERIES),
    "elsewhere, up to a week": lambda store: store.elsewhere(SERIES, Week(2024, 2)),
    "followed": lambda store: store.followed(),
    "weeks": lambda store: store.weeks(SERIES),
    "weekly_aspects": lambda store: store.weekly_aspects(SERIES),
    "weekly_aspects, two weeks": lambda store: store.weekly_aspects(SERIES, Week(2024, 1), Week(2024, 2)),
    "add_pages": lambda store: store.add_pages(SERIES, [page(), page("b")]),
    "keep": lambda store: take(store, article("new"), concluded()),
    "keep again": lambda store: take(store, article("a", "Rewritten."), concluded(), recipe="r2"),
}
WITHOUT_QUESTION = {"forgotten", "would_forget", "forget", "remember", "close", "written_scores", "take_stock"}
"""Wishes are few; to forget, all addresses must be looked at; the scores as written are of all articles."""


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[tuple[Store, list[tuple[str, Any]]]]:
    """A store with a little in it, and all that is said to its database from now on."""
    with Store(tmp_path / "nectar.db") as store:
        store.finish_run(store.start_run(SERIES, NOW), "ok", [], NOW)
        for path in "abc":
            take(store, article(path), replace(concluded("review", 70, {"music": 0.5}, {"memory": 0.1}), claims=(CLAIM,)))
        store.keep_origins(SERIES, [Origin(n, n, "original", "") for n in (1, 2, 3)])
        said: list[tuple[str, Any]] = []

        @event.listens_for(store._engine, "before_cursor_execute")
        def _(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
            said.append((statement, parameters[0] if many else parameters))

        yield store, said


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_goes_by_an_index(asked: tuple[Store, list[tuple[str, Any]]], question: str) -> None:
    store, said = asked
    QUESTIONS[question](store)
    heard = [(s, p) for s, p in said if s.split()[0] in {"SELECT", "UPDATE", "DELETE", "WITH"}]
    assert heard
    with store._engine.connect() as connection:
        for statement, parameters in heard:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            steps = [str(row[3]) for row in plan]
            scanned = [step for step in steps if step.startswith("SCAN") and step.split()[1] in LARGE and "COVERING" not in step]
            assert scanned == [], f"{statement}\n{steps}"


def test_where_stock_was_taken_outlets_are_told_without_the_texts(tmp_path: Path) -> None:
    """SQLite took the rows of the articles, which are long, as long as nobody had let it count them."""
    with Store(tmp_path / "nectar.db") as store:
        for number, series in enumerate((SERIES, "another")):
            store.keep(series, stored(store, range(50 * number, 50 * number + 50), series), "r1", NOW)
        said: list[tuple[str, Any]] = []
        event.listen(store._engine, "before_cursor_execute", lambda *heard: said.append(heard[2:4]))
        for way in ("INTEGER PRIMARY KEY (rowid=?)", "COVERING INDEX ix_article_id_site (id=?)"):
            said.clear()
            store.elsewhere(SERIES)
            [(statement, parameters)] = [heard for heard in said if "GROUP BY" in heard[0]]
            with store._engine.connect() as connection:
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            assert f"SEARCH article USING {way}" in [row[3] for row in plan]
            store.take_stock()


def test_no_question_is_left_out() -> None:
    verbs = {name for name in dir(Store) if not name.startswith("_") and callable(getattr(Store, name))}
    told = {name.split(",")[0].removesuffix(" again") for name in QUESTIONS} | WITHOUT_QUESTION
    writing = {"add_page", "add_skips", "keep_unchanged", "start_run", "finish_run", "keep_robots", "add_visits", "remove_bodies"}
    by_key = {"robots_of", "visits", "unreadable"}
    looked_at_elsewhere = {"remarks", "names", "sql", "searches_slowly"}  # test_search, test_query
    assert verbs - told <= writing | by_key | looked_at_elsewhere
