"""Text that no database can hold, and addresses that no index can: both kinds of database keep the same of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pipeline.assessment import Likeness, Opinion, Sentence
from pipeline.page import Link, Page, Reason, Skip
from pipeline.store import IndexAnswer, SourceRun, Store, Wanted
from pipeline.store.strangers import address, holdable
from pipeline.urls import LONGEST, identity
from tests.pipeline.test_store import NOW, SERIES, article, concluded, page, take

VILE = "a\0b\ud83d\ude00\ud800\x01\x1b[31m\u202e雨"
HELD = "ab\U0001f600\ufffd\x01\x1b[31m\u202e雨"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store(url) as opened:
        yield opened


def test_what_can_be_held() -> None:
    assert holdable(VILE) == HELD
    assert holdable(HELD) == HELD
    assert holdable("") == ""
    assert holdable("\0") == ""


def test_a_vile_page_and_all_that_is_concluded_of_it(store: Store) -> None:
    link = Link(page().url, VILE, tags=(VILE,))
    store.add_page(SERIES, replace(page(source=VILE), headers={VILE: VILE}, link=link))
    [waiting] = store.pending(SERIES, store.pending_ids(SERIES, "r1"))
    assert (waiting.page.headers, waiting.page.source, waiting.page.link.title) == ({HELD: HELD}, HELD, HELD)
    piece = replace(article(text=VILE), site=VILE, title=VILE, author=VILE, tags=(VILE,))
    found = replace(
        concluded(),
        verdict=VILE,
        note=VILE,
        phrases=(VILE,),
        likened_to=(Likeness(VILE, VILE),),
        episode_scores={3: float("nan")},
        sentences=(Sentence(VILE, 0.5, 0.5),),
        opinions=(Opinion("theme", "memory", 0.1),),
    )
    store.keep(SERIES, [(waiting, piece, found)], "r1", NOW)
    [entry] = store.entries(SERIES)
    assert (entry.title, entry.author, entry.verdict, entry.text) == (HELD,) * 4
    assert (entry.phrases, entry.likened_to) == ((HELD,), (Likeness(HELD, HELD),))
    assert [s.text for s in store.sentences([entry.id])] == [HELD]
    store.entries(SERIES, Wanted(text=VILE))  # whatever it means as a search, it is no error
    assert store.entries(SERIES, Wanted(source=VILE)) == [entry]


def test_vile_skips_runs_and_answers(store: Store) -> None:
    store.add_skips(SERIES, [Skip(f"https://paper.example/{VILE}", VILE, Reason.HTTP_ERROR, VILE, Link(VILE, VILE))], NOW)
    [skip] = store.skipped(SERIES)
    assert (skip.url, skip.source, skip.detail) == (f"https://paper.example/{HELD}", HELD, HELD)
    run = store.start_run(SERIES, NOW)
    store.finish_run(
        run, "ok", [SourceRun(VILE, "feed", skipped={VILE: 1}, trouble=VILE)], NOW, [IndexAnswer(VILE, "q", VILE, VILE, "", NOW)]
    )
    last = store.last_run(SERIES)
    assert last is not None
    assert (last.sources[0].source, last.sources[0].trouble, dict(last.sources[0].skipped)) == (HELD, HELD, {HELD: 1})
    assert store.index_answers(SERIES)[HELD].etag == HELD
    store.forget("author", VILE, NOW)
    assert store.remember("author", VILE) is True


def test_addresses_that_differ_only_in_what_can_not_be_held_are_one(store: Store) -> None:
    pages = [replace(page(), url=page().url + tail) for tail in ("", "\0", "\0\0")]
    assert store.add_pages(SERIES, pages) == [True]
    store.add_skips(SERIES, [Skip(f"https://paper.example/x{tail}", "Paper", Reason.ROBOTS) for tail in ("", "\0")], NOW)
    assert len(store.skipped(SERIES)) == 1


def lengthy(number: int) -> str:
    """Longer than an index takes, however it is packed, and alike in the first ten thousand characters."""
    import random

    return f"https://paper.example/{random.Random(7).randbytes(5_000).hex()}/{number}"


def test_addresses_that_are_too_long_for_an_index(store: Store) -> None:
    given = [replace(page(), url=lengthy(n), final_url=lengthy(n)) for n in range(3)]
    assert store.add_pages(SERIES, given) == [True] * 3
    assert store.add_pages(SERIES, given) == [False] * 3
    waiting = store.pending(SERIES, store.pending_ids(SERIES, "r1"))
    assert [w.page.final_url for w in waiting] == [lengthy(n) for n in range(3)]
    store.keep(SERIES, [(w, replace(article(), url=w.page.final_url), concluded()) for w in waiting], "r1", NOW)
    assert len({e.url for e in store.entries(SERIES)}) == 3
    assert store.page(SERIES, lengthy(1)) is not None
    store.add_skips(SERIES, [Skip("data:text/html," + lengthy(n), "Paper", Reason.BAD_ADDRESS) for n in (0, 0, 1)], NOW)
    assert len(store.skipped(SERIES)) == 2
    store.forget("url", lengthy(1), NOW)
    assert len(store.entries(SERIES)) == 2
    assert [store.forgotten().holds(lengthy(n)) for n in range(3)] == [False, True, False]
    assert [identity(lengthy(n)) in store.known(SERIES) for n in range(3)] == [True, False, True]


@pytest.mark.parametrize("url", ["https://paper.example/a", "x" * 2_000, "x" * 2_001, "雨" * 667, "é\0" * 90_000])
def test_an_address_fits_into_an_index(url: str) -> None:
    made = address(url)
    assert len(made.encode()) <= LONGEST
    assert address(made) == made
    assert (made == url) == (len(url.encode()) <= LONGEST and "\0" not in url)


def test_the_first_and_the_last_moment(store: Store) -> None:
    for n, moment in enumerate((datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))):
        store.add_page(SERIES, Page(f"https://paper.example/{n}", "", 200, {}, b"", moment, "Paper", Link("", published=moment)))
    assert {w.page.fetched for w in store.pending(SERIES, store.pending_ids(SERIES, "r1"))} == {
        datetime.min.replace(tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
    }


def test_names_are_in_the_same_order_on_every_database(store: Store) -> None:
    names = {"Zither": 0.1, "apple": 0.2, "Äpfel": 0.3, "_": 0.4, "b-1": 0.5, "b1": 0.6}
    take(store, article(), replace(concluded(), opinions=tuple(Opinion("aspect", n, p) for n, p in names.items())))
    [entry] = store.entries(SERIES)
    assert list(entry.aspects) == sorted(names)
    store.add_skips(SERIES, [Skip(f"https://paper.example/{name}", name, Reason.ROBOTS) for name in names], NOW)
    assert [s.source for s in store.skipped(SERIES)] == sorted(names)


def test_more_than_a_driver_takes_in_one_statement(store: Store) -> None:
    assert store.pending(SERIES, list(range(70_000))) == []
    assert store.sentences(range(70_000)) == []
    store.add_skips(SERIES, [Skip(f"https://paper.example/{n}", "Paper", Reason.OFF_TOPIC) for n in range(3_000)], NOW)
    store.add_skips(SERIES, [Skip(f"https://paper.example/{n}", "Paper", Reason.ROBOTS) for n in range(3_000)], NOW)
    assert {s.reason for s in store.skipped(SERIES)} == {"refused by robots.txt"}
