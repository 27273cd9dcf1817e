"""Several processes at one database: nothing is lost, nothing is there twice, nobody sees half of anything."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.page import Page, Reason, Skip
from pipeline.store import IndexAnswer, SourceRun, Store
from pipeline.store.concluded import Read
from tests.pipeline.test_store import NOW, SERIES, _at_once, article, concluded, page

WRITERS = 4
TURNS = 6
TOGETHER = 8
ROUNDS = 12
READERS = 2


def _read(store: Store, pages: Sequence[Page], note: str = "") -> list[Read]:
    """These stored pages, as if they had been read."""
    urls = {p.url for p in pages}
    found = concluded("review", 50, {"music": 0.1, "story": 0.2})
    return [
        (waiting, article(waiting.page.url.removeprefix("https://paper.example/")), replace(found, note=note))
        for waiting in store.pending(SERIES, store.pending_ids(SERIES, "none"))
        if waiting.page.url in urls
    ]


def _store_much(url: str, number: int) -> None:
    """The same pages as the others and some of one's own, again and again, and everything else that a run stores."""
    with Store(url) as store:
        for turn in range(TURNS):
            run = store.start_run(SERIES, NOW)
            later = NOW + timedelta(seconds=turn)
            own = [page(f"{number}/{turn}/{n}", fetched=later) for n in range(3)]
            shared = [page(f"shared/{turn}/{n}", body=f"{number} {turn}".encode(), fetched=later) for n in range(5)]
            known = [page(f"shared/{turn - 1}/{n}", body=f"{turn} {number}".encode(), fetched=later) for n in range(5) if turn]
            store.add_pages(SERIES, shared + known if number % 2 else known[::-1] + shared[::-1])
            store.add_pages(SERIES, own)
            skips = [f"https://paper.example/{whose}/{turn}/skip" for whose in ("shared", number)]
            store.add_skips(SERIES, [Skip(url, "Paper", Reason.HTTP_ERROR) for url in skips], later)
            store.keep(SERIES, _read(store, own + shared), f"r{number}", later)
            answer = IndexAnswer("https://paper.example/feed", "q", "", "", "", later)
            store.finish_run(run, "ok", [SourceRun("Paper", "feed", 8, 0, 8)], later, [answer])


@pytest.mark.parametrize("url", ["postgresql", "sqlite"], indirect=True)
def test_several_writers_of_the_same_pages(url: str) -> None:
    Store(url).close()
    assert _at_once(_store_much, url, WRITERS) == [0] * WRITERS
    with Store(url) as store:
        urls = Counter(e.url for e in store.entries(SERIES))
        own = {f"https://paper.example/{w}/{t}/{n}" for w in range(WRITERS) for t in range(TURNS) for n in range(3)}
        assert set(urls) == own | {f"https://paper.example/shared/{t}/{n}" for t in range(TURNS) for n in range(5)}
        assert set(urls.values()) == {1}
        assert len(store.known(SERIES)) == len(urls)
        assert len(store.skipped(SERIES)) == (WRITERS + 1) * TURNS
        runs = store.history(SERIES)
        assert len({run.id for run in runs}) == WRITERS * TURNS
        assert all(len(run.sources) == 1 and run.outcome == "ok" for run in runs)
        assert len(store.index_answers(SERIES)) == 1
        entries = store.entries(SERIES)
        assert len(store.sentences([e.id for e in entries])) == 3 * len(entries)


def _read_and_write(url: str, number: int) -> None:
    """The first process concludes anew, each time all; the others look, and must never see two rounds mixed, or a part of one."""
    with Store(url) as store:
        if number == 0:
            read = _read(store, [page(str(n)) for n in range(TOGETHER)])
            for turn in range(ROUNDS):
                noted = [(waiting, found, replace(said, note=str(turn))) for waiting, found, said in read if said]
                store.keep(SERIES, noted, "r1", NOW)
            return
        deadline = time.monotonic() + 40
        while time.monotonic() < deadline:
            entries = store.entries(SERIES)
            assert len(entries) == TOGETHER, entries
            assert len({e.note for e in entries}) == 1, [e.note for e in entries]
            assert all(len(e.opinions) == 2 for e in entries), entries
            if entries[0].note == str(ROUNDS - 1):
                return
        raise AssertionError("the last round was never seen")


def test_readers_never_fail_and_see_whole_batches(url: str) -> None:
    with Store(url) as store:
        pages = [page(str(n)) for n in range(TOGETHER)]
        store.add_pages(SERIES, pages)
        store.keep(SERIES, _read(store, pages), "r1", NOW)
    assert _at_once(_read_and_write, url, 1 + READERS) == [0] * (1 + READERS)


def test_a_page_that_changes_while_it_is_read_waits_again(url: str) -> None:
    with Store(url) as store:
        store.add_page(SERIES, page())
        read = _read(store, [page()])
        store.add_page(SERIES, page(body=b"<p>changed</p>", fetched=NOW + timedelta(hours=1)))
        store.keep(SERIES, read, "r1", NOW)
        [waiting] = store.pending(SERIES, store.pending_ids(SERIES, "r1"))
        assert waiting.page.body == b"<p>changed</p>"


def test_a_write_that_takes_long_lets_readers_pass(tmp_path: Path) -> None:
    """SQLite's own journal would make them wait: the file must be a WAL one."""
    import sqlite3

    with Store(f"sqlite:///{tmp_path}/nectar.db") as store:
        store.add_page(SERIES, page())
        writer = sqlite3.connect(tmp_path / "nectar.db", isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE page SET status = 500")
        assert [w.page.status for w in store.pending(SERIES, store.pending_ids(SERIES, "r1"))] == [200]
        writer.execute("COMMIT")
        writer.close()
        assert [w.page.status for w in store.pending(SERIES, store.pending_ids(SERIES, "r1"))] == [500]
