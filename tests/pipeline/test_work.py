"""Draining what waits to be read."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline import work
from pipeline.article import Article
from pipeline.assess import Reader
from pipeline.page import Page, Reason, Skip
from pipeline.series import Series, Source
from pipeline.store import Store, bodies
from pipeline.work import Reading, explained, read, read_pending

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
MakePage = Callable[..., Page]


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store(url) as opened:
        yield opened


def markup(title: str, number: int = 0) -> str:
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>{title} is the subject of note {number}. In the anime Copper Lily the music is wonderful and the rope is drawn well.</p>"
        f"<p>The plot of {title} drags in its fourth week, and nobody in the harbour knows why. I still recommend it to divers.</p>"
        f"<p>Score: {number % 10}/10</p></article></body></html>"
    )


def about(make_page: MakePage, number: int = 0) -> Page:
    return make_page(markup("Copper Lily review", number), url=f"https://paper.example/reviews/{number}")


def aside(make_page: MakePage) -> Page:
    return make_page(markup("Tin Goose").replace("Copper Lily", "Tin Goose"), url="https://paper.example/tin-goose")


def blank(make_page: MakePage) -> Page:
    return make_page("<html><body></body></html>", url="https://paper.example/blank")


def test_reads_counts_and_reads_nothing_twice(store: Store, series: Series, make_page: MakePage) -> None:
    for page in (about(make_page), aside(make_page), blank(make_page)):
        store.add_page(series.slug, page)
    seen: list[tuple[int, int]] = []
    assert read_pending(store, series, NOW, progress=lambda done, of: seen.append((done, of))) == Reading(3, 1)
    assert seen == [(3, 3)]
    assert [e.title for e in store.entries(series.slug)] == ["Copper Lily review"]
    assert {s.url: s.reason for s in store.skipped(series.slug)} == {
        "https://paper.example/tin-goose": "not about the series",
        "https://paper.example/blank": "no article text",
    }
    assert read_pending(store, series, NOW) == Reading(0, 0)


def test_a_paper_that_does_not_say_its_name_has_that_of_its_source(series: Series, make_page: MakePage) -> None:
    papers = (
        Source("The Paper", "listing", "https://www.paper.example/anime"),
        Source("Elsewhere", "feed", "https://other.example/"),
    )
    reader, page = Reader.of(replace(series, sources=papers)), about(make_page)
    assert [site(read(page, reader)), site(read(page, Reader.of(series)))] == ["The Paper", "paper.example"]
    telling = replace(page, body=page.body.replace(b"<head>", b"<head><meta property='og:site_name' content='Paper & Ink'>"))
    assert site(read(telling, reader)) == "Paper & Ink"
    twice = (*papers, Source("The Paper, reviews", "feed", "https://paper.example/reviews/feed"))
    assert site(read(page, Reader.of(replace(series, sources=twice)))) == "paper.example", (
        "two names, and neither is the paper's for certain"
    )


def site(found: tuple[Article | Skip, object]) -> str:
    assert isinstance(found[0], Article)
    return found[0].site


def test_nothing_waits(store: Store, series: Series) -> None:
    assert read_pending(store, series, NOW) == Reading(0, 0)


def test_a_changed_series_is_read_for_again(store: Store, series: Series, make_page: MakePage) -> None:
    store.add_page(series.slug, about(make_page))
    store.add_page(series.slug, aside(make_page))
    read_pending(store, series, NOW)
    assert read_pending(store, replace(series, note="only the masthead"), NOW) == Reading(0, 0)
    wider = replace(series, aliases=(*series.aliases, "Tin Goose"))
    assert read_pending(store, wider, NOW) == Reading(2, 2)
    assert {e.url for e in store.entries(series.slug)} == {"https://paper.example/reviews/0", "https://paper.example/tin-goose"}
    assert store.skipped(series.slug) == []


def test_a_changed_page_is_read_again(store: Store, series: Series, make_page: MakePage) -> None:
    store.add_page(series.slug, about(make_page))
    read_pending(store, series, NOW)
    store.add_page(series.slug, replace(about(make_page), body=markup("Copper Lily review, corrected").encode()))
    assert read_pending(store, series, NOW) == Reading(1, 1)
    assert [e.title for e in store.entries(series.slug)] == ["Copper Lily review, corrected"]


def test_a_fault_of_ours_in_one_page_stops_no_other(
    store: Store, series: Series, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = work.extract

    def falters(page: Page, now: datetime) -> Article | Skip:
        if page.url.endswith("/1"):
            raise RuntimeError("out of rope")
        return real(page, now)

    monkeypatch.setattr(work, "extract", falters)
    for number in range(3):
        store.add_page(series.slug, about(make_page, number))
    assert read_pending(store, series, NOW) == Reading(3, 2)
    [skip] = store.skipped(series.slug)
    assert (skip.url, skip.reason) == ("https://paper.example/reviews/1", "reading failed")
    assert "RuntimeError" in skip.detail
    assert "out of rope" in skip.detail


def test_read_and_explained_differ_only_in_what_is_not_about_it(series: Series, make_page: MakePage) -> None:
    reader = Reader.of(series)
    assert read(about(make_page), reader) == explained(about(make_page), reader)
    assert read(blank(make_page), reader) == explained(blank(make_page), reader)
    taken, nothing = read(aside(make_page), reader)
    article, assessment = explained(aside(make_page), reader)
    assert isinstance(taken, Skip)
    assert (taken.reason, nothing) == (Reason.NOT_ABOUT, None)
    assert isinstance(article, Article)
    assert assessment is not None
    assert (assessment.relevance.relevant, assessment.relevance.because) == (False, taken.detail)


def test_plain_text_is_explained_too(series: Series, make_page: MakePage) -> None:
    article, assessment = explained(make_page(""), Reader.of(series), "Copper Lily is an anime.\n\nThe music is wonderful.")
    assert isinstance(article, Article)
    assert assessment is not None
    assert "music" in assessment.aspects


def test_many_pages_over_processes_give_what_one_process_gives(
    tmp_path: Path, series: Series, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [about(make_page, n) for n in range(50)] + [aside(make_page), blank(make_page)]
    results, started = [], []
    for cores in (1, 2):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, cores=cores: set(range(cores)))
        with Store(f"sqlite:///{tmp_path}/{cores}.db") as store:
            for page in pages:
                store.add_page(series.slug, page)
            seen: list[tuple[int, int]] = []
            helpers: set[int | None] = set()

            def watch(done: int, of: int, seen: list[tuple[int, int]] = seen, helpers: set[int | None] = helpers) -> None:
                seen.append((done, of))
                helpers.update(p.pid for p in multiprocessing.active_children())

            counted = read_pending(store, series, NOW, progress=watch)
            entries = store.entries(series.slug)
            sentences = [s._replace(entry=0) for s in store.sentences([e.id for e in entries])]
            results.append((counted, entries, sentences, store.skipped(series.slug), seen))
            started.append(len(helpers))
    assert results[0] == results[1]
    assert results[0][0] == Reading(52, 50)
    assert results[0][4][-1] == (52, 52)
    assert started == [0, 2]


@pytest.mark.parametrize(("keep", "removed", "read_again"), [("all", 0, 3), ("relevant", 2, 1), ("none", 3, 0)])
def test_a_page_without_body_is_not_read_as_an_empty_one(
    store: Store, series: Series, make_page: MakePage, keep: bodies.Keep, removed: int, read_again: int
) -> None:
    for page in (about(make_page), aside(make_page), blank(make_page)):
        store.add_page(series.slug, page)
    read_pending(store, series, NOW)
    before = store.entries(series.slug), store.skipped(series.slug)
    pages, size = store.remove_bodies(keep)
    assert (pages, size > 0) == (removed, removed > 0)
    assert store.remove_bodies(keep) == (0, 0)
    assert read_pending(store, replace(series, aliases=(*series.aliases, "Lily of Copper")), NOW) == Reading(
        read_again, min(read_again, 1), removed
    )
    assert [e.title for e in store.entries(series.slug)] == [e.title for e in before[0]]
    assert [s.url for s in store.skipped(series.slug)] == [s.url for s in before[1]]


def test_what_waits_for_another_series_keeps_its_body_and_what_is_had_again_has_one(
    store: Store, series: Series, make_page: MakePage
) -> None:
    other = replace(series, slug="other")
    for slug in (series.slug, other.slug):
        store.add_page(slug, about(make_page))
    read_pending(store, series, NOW)
    assert store.remove_bodies("none") == (0, 0)
    read_pending(store, other, NOW)
    assert store.remove_bodies("none")[0] == 1
    assert store.page(series.slug, about(make_page).url) is None
    third = replace(series, slug="third")
    store.add_page(third.slug, about(make_page))
    assert read_pending(store, third, NOW) == Reading(1, 1)
    assert store.page(series.slug, about(make_page).url) == about(make_page)


def test_an_answer_that_came_empty_is_read_and_has_its_outcome(store: Store, series: Series, make_page: MakePage) -> None:
    store.add_page(series.slug, make_page("", url="https://paper.example/empty"))
    assert read_pending(store, series, NOW) == Reading(1, 0)
    assert [s.reason for s in store.skipped(series.slug)] == ["not a web page"]
