"""From the crawl to the store: nothing is lost, nothing piles up, and what goes wrong with the disk ends the run."""

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler import handoff
from crawler.handoff import Handoff, Item, Skips
from pipeline.errors import StoreError
from pipeline.page import Link, Page, Reason, Skip, Unchanged
from pipeline.store import Store

SERIES = "copper-heron"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "nectar.db"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    with Store(file) as opened:
        yield opened


def page(number: int, body: bytes = b"<p>Copper Heron</p>") -> Page:
    url = f"https://gazette.example/read/{number}"
    return Page(url, url, 200, {}, body, NOW, "Gazette", Link(url))


def skip(number: int) -> Skips:
    return Skips((Skip(f"https://gazette.example/read/{number}", "Gazette", Reason.HTTP_ERROR, "500"),))


class Crawl:
    """What is told to whoever gives."""

    def __init__(self, store: Store) -> None:
        self.errors: list[StoreError] = []
        self.handoff = Handoff(store, SERIES, self.errors.append)

    def give(self, *items: Item) -> None:
        """All at once, in a loop, until all is written and told."""

        async def giving() -> None:
            for item in items:
                self.handoff.take(item)
            self.handoff.write()
            await asyncio.sleep(0)

        asyncio.run(giving())


def rows(file: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as db:
        return db.execute(query).fetchall()


def test_all_that_is_given_is_there_when_it_is_closed_and_in_its_order(store: Store, file: Path) -> None:
    crawl = Crawl(store)
    crawl.give(
        *map(page, range(300)),
        skip(300),
        skip(1),
        page(300),
        page(301),
        skip(302),
        Unchanged(page(5).url, "Gazette", page(5).link),
    )
    assert rows(file, "SELECT count(*) FROM page") == [(302,)]
    assert rows(file, "SELECT url FROM page ORDER BY id LIMIT 1") == [(page(0).url,)]
    skipped = {url for (url,) in rows(file, "SELECT url FROM skip")}
    assert skipped == {page(1).url, page(302).url}, "what was had after it was skipped is not skipped any more"
    assert rows(file, "SELECT unchanged FROM page WHERE url LIKE '%/5'") == [(1,)]
    assert not crawl.errors


def test_a_page_is_written_soon_and_nobody_needs_to_close(store: Store, file: Path) -> None:
    async def giving() -> None:
        crawl = Crawl(store)
        crawl.handoff.take(page(1))
        for _ in range(100):
            await asyncio.sleep(0.05)
            if rows(file, "SELECT count(*) FROM page") == [(1,)]:
                break
        else:
            raise AssertionError("it still waits")

    asyncio.run(giving())


def test_little_waits_however_small_or_large_the_pages_are(store: Store, file: Path) -> None:
    crawl = Crawl(store)
    many = handoff._TOGETHER_BYTES // handoff._OF_SKIP + 1
    written: list[int] = []

    async def giving() -> None:
        for given in (
            [page(n) for n in range(handoff._TOGETHER)],
            [page(n, bytes(handoff._TOGETHER_BYTES // 2)) for n in (100, 101)],
            [Skips(tuple(skip(n).skips[0] for n in range(200, 200 + many)))],
        ):
            for item in given[:-1]:
                crawl.handoff.take(item)
            before = _kept(file)
            crawl.handoff.take(given[-1])  # not a tenth of a second later
            written.append(_kept(file) - before)

    asyncio.run(giving())
    assert written == [handoff._TOGETHER, 2, many]


def _kept(file: Path) -> int:
    return sum(int(str(n)) for (n,) in rows(file, "SELECT count(*) FROM page UNION ALL SELECT count(*) FROM skip"))


def test_while_another_process_holds_the_database_nothing_is_lost(store: Store, file: Path) -> None:
    crawl = Crawl(store)
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(0.3, lambda: other.execute("ROLLBACK")).start()
        crawl.give(*map(page, range(3 * handoff._TOGETHER)))
    assert rows(file, "SELECT count(*) FROM page") == [(3 * handoff._TOGETHER,)]
    assert not crawl.errors


def test_what_the_disk_says_ends_the_run_and_what_was_stored_before_stays(store: Store, file: Path) -> None:
    crawl = Crawl(store)
    size = rows(file, "PRAGMA page_count")[0][0]
    with store._engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {int(str(size)) + 40}")
    crawl.give(*(page(n, bytes(range(256)) * 40) for n in range(10)), *(page(n, _noise(n)) for n in range(10, 40)), page(99))
    assert [str(error) for error in crawl.errors] == [str(crawl.handoff.failure)], "said once"
    assert "disk is full" in str(crawl.handoff.failure)
    stored = rows(file, "SELECT count(*) FROM page")[0][0]
    assert 10 <= int(str(stored)) < 40
    assert not rows(file, "SELECT 1 FROM page WHERE url LIKE '%/99'"), "after the first failure nothing is tried"


def _noise(seed: int) -> bytes:
    import random

    return random.Random(seed).randbytes(20_000)


def test_a_fault_of_ours_costs_one_page_and_not_the_run(store: Store, file: Path, caplog: pytest.LogCaptureFixture) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TRIGGER no BEFORE INSERT ON page WHEN NEW.url LIKE '%/7' BEGIN SELECT RAISE(ABORT, 'no'); END")
    crawl = Crawl(store)
    with caplog.at_level(logging.ERROR):
        crawl.give(*map(page, range(20)))
    assert rows(file, "SELECT count(*) FROM page") == [(19,)]
    assert not crawl.errors
    assert "could not be stored" in caplog.text


def test_a_database_in_memory_takes_all_too() -> None:
    with Store("sqlite://") as store:
        crawl = Crawl(store)
        crawl.give(page(1), skip(2))
        assert list(store.known(SERIES)) == ["gazette.example/read/1"]
