"""The store on a real SQLite file and on a real PostgreSQL."""

import multiprocessing
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from pipeline.article import Article, Paragraph
from pipeline.assessment import Assessment, Kind, KindName, Opinion, Relevance, Score, Sentence
from pipeline.errors import StoreError
from pipeline.interval import Sums
from pipeline.page import Link, Page, Reason, Skip
from pipeline.store import Elsewhere, Entry, SourceRun, Store, Wanted
from pipeline.week import Week
from tests.pipeline.databases import DATABASES, an_empty_one

SERIES = "copper-lily"
NOW = datetime(2024, 4, 6, 9, 30, tzinfo=UTC)


def page(path: str = "a", body: bytes = b"<p>hello</p>", source: str = "Paper", fetched: datetime = NOW) -> Page:
    url = f"https://paper.example/{path}"
    link = Link(url, f"Title {path}", tags=("mecha",), published=NOW, modified=NOW)
    return Page(url, url, 200, {"content-type": "text/html"}, body, fetched, source, link)


def article(
    path: str = "a", text: str = "The harbour is cold.", published: date | None = date(2024, 4, 5), site: str = "Paper"
) -> Article:
    return Article(
        f"https://paper.example/{path}",
        site,
        f"Title {path}",
        "Mina Holt",
        published,
        "meta",
        "en",
        (Paragraph(text),),
        ("mecha",),
    )


def concluded(
    kind: KindName = "review",
    score: float | None = None,
    aspects: dict[str, float | None] | None = None,
    themes: dict[str, float | None] | None = None,
) -> Assessment:
    return Assessment(
        relevance=Relevance(True, "the title names it"),
        kind=Kind(kind, "the title says so", 2.0, 3 if kind == "episode_review" else None),
        stance=0.4,
        stance_from="stated" if score is not None else "inferred",
        score=Score(score, f"{score:g}/100", "text") if score is not None else None,
        verdict="A warm surprise.",
        opinions=(
            *(Opinion("aspect", name, polarity) for name, polarity in (aspects or {}).items()),
            *(Opinion("theme", name, polarity) for name, polarity in (themes or {}).items()),
        ),
        sentences=(
            Sentence("The music is fine.", 0.5, 0.75, {"music": 0.5, "story": None}, ("memory",), paragraph=0),
            Sentence("Jun dies.", None, 0.0, spoiler=True, paragraph=1),
            Sentence("A warm surprise.", -1.0, 1.0, paragraph=1, verdict=True),
        ),
        phrases=("glass orchard", "bell"),
        spoiler_warning=True,
        engine="textblob-1",
        note="",
    )


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A SQLite file, for what only files do."""
    return f"sqlite:///{tmp_path}/nectar.db"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store(url) as opened:
        yield opened


def take(store: Store, piece: Article, assessment: Assessment | Skip, source: str = "Paper", recipe: str = "r1") -> None:
    """Fetch, read and keep one page, as a run does."""
    store.add_page(SERIES, replace(page(source=source), url=piece.url, final_url=piece.url))
    [waiting] = [p for p in store.pending(SERIES, store.pending_ids(SERIES, recipe)) if p.page.url == piece.url]
    read = (waiting, assessment, None) if isinstance(assessment, Skip) else (waiting, piece, assessment)
    store.keep(SERIES, [read], recipe, NOW)


def titles(store: Store, **wanted: object) -> list[str]:
    return [e.title for e in store.entries(SERIES, Wanted(**wanted))]  # type: ignore[arg-type]


# Crawling


def test_a_page_comes_back_as_it_was_given(store: Store) -> None:
    given = page(body=b"\x00\xff<p>\xe9</p>")
    assert store.add_page(SERIES, given) is True
    [waiting] = store.pending(SERIES, store.pending_ids(SERIES, "r1"))
    assert waiting.page == given
    assert waiting.first_seen == NOW
    assert store.page(SERIES, given.url) == waiting.page


def test_the_same_page_twice_is_there_once(store: Store) -> None:
    assert store.add_page(SERIES, page()) is True
    assert store.add_page(SERIES, page()) is False
    assert len(store.pending_ids(SERIES, "r1")) == 1


def test_a_changed_body_waits_again_and_keeps_its_first_sight(store: Store) -> None:
    take(store, article(), concluded())
    assert store.pending_ids(SERIES, "r1") == []
    assert store.add_page(SERIES, page(fetched=NOW + timedelta(days=1))) is False
    assert store.pending_ids(SERIES, "r1") == []
    assert store.add_page(SERIES, page(body=b"<p>changed</p>", fetched=NOW + timedelta(days=2))) is True
    [waiting] = store.pending(SERIES, store.pending_ids(SERIES, "r1"))
    assert (waiting.page.body, waiting.first_seen) == (b"<p>changed</p>", NOW)


def test_another_recipe_makes_everything_wait(store: Store) -> None:
    take(store, article(), concluded())
    assert len(store.pending_ids(SERIES, "r2")) == 1


def test_two_series_share_a_page_and_nothing_else(store: Store) -> None:
    take(store, article(), concluded())
    assert store.add_page("other", page()) is False
    assert len(store.pending_ids("other", "r1")) == 1
    assert store.entries("other") == []
    assert store.known("another") == {}
    assert store.page("another", page().url) is None


def test_known(store: Store) -> None:
    store.add_page(SERIES, page())
    store.add_skips(
        SERIES,
        [
            Skip("https://paper.example/film.mp4", "Paper", Reason.NOT_HTML),
            Skip("https://paper.example/huge", "Paper", Reason.TOO_LARGE),
            Skip("https://paper.example/down", "Paper", Reason.HTTP_ERROR),
            Skip("https://paper.example/private", "Paper", Reason.ROBOTS),
        ],
        NOW,
    )
    known = store.known(SERIES)
    assert set(known) == {"paper.example/a", "paper.example/film.mp4", "paper.example/huge"}
    assert (known["paper.example/a"].fetched, known["paper.example/a"].modified) == (NOW, NOW)


@pytest.mark.parametrize(
    ("reason", "kept"), [(Reason.UNREACHABLE, False), (Reason.LIMIT, True), (Reason.DAILY_CAP, True)], ids=str
)
def test_what_was_not_had_is_owed_until_it_failed_six_times_and_for_ever_where_the_limit_is_ours(
    store: Store, reason: Reason, kept: bool
) -> None:
    link = Link("https://paper.example/late", "Late")
    for n in range(8):
        store.add_skips(SERIES, [Skip(link.url, "Paper", reason, link=link)], NOW + timedelta(days=n))
        owed = {source: [one.url for one in links] for source, links in store.owed(SERIES).items()}
        assert owed == ({"Paper": [link.url]} if kept or n < 5 else {})


def test_a_skip_is_there_once_with_its_latest_reason(store: Store) -> None:
    later = NOW + timedelta(days=1)
    skip = Skip("https://paper.example/x", "Paper", Reason.HTTP_ERROR, "503")
    store.add_skips(SERIES, [skip], NOW)
    store.add_skips(SERIES, [replace(skip, reason=Reason.OFF_TOPIC, detail="d" * 900)], later)
    [found] = store.skipped(SERIES)
    assert (found.reason, len(found.detail), found.first_seen, found.last_seen) == ("off topic", 500, NOW, later)
    assert store.skipped(SERIES, source="Other") == []
    assert store.skipped("other") == []


def test_a_page_that_is_fetched_at_last_is_no_skip_any_more(store: Store) -> None:
    store.add_skips(SERIES, [Skip(page().url, "Paper", Reason.HTTP_ERROR)], NOW)
    store.add_page(SERIES, page())
    assert store.skipped(SERIES) == []


def test_runs(store: Store) -> None:
    assert store.last_run(SERIES) is None
    first = store.start_run(SERIES, NOW)
    said = SourceRun("Paper", "feed", 5, 2, 2, {"off topic": 1}, "")
    store.finish_run(first, "ok", [said], NOW + timedelta(minutes=5))
    run = store.last_run(SERIES)
    assert run is not None
    assert (run.outcome, run.ended, run.sources) == ("ok", NOW + timedelta(minutes=5), (said,))
    second = store.start_run(SERIES, NOW)
    store.start_run(SERIES, NOW)
    third = store.last_run(SERIES)
    assert third is not None
    assert (third.id > second > first, third.outcome, third.ended) == (True, "running", None)


# Reading


def test_keeping_an_article(store: Store) -> None:
    take(store, article(), concluded("episode_review", 70, {"music": 0.5, "story": None}, {"memory": -0.25}))
    [entry] = store.entries(SERIES)
    assert isinstance(entry, Entry)
    assert (entry.url, entry.site, entry.source, entry.author) == ("https://paper.example/a", "Paper", "Paper", "Mina Holt")
    assert (entry.published, entry.date_from, entry.week, entry.seen_week) == (date(2024, 4, 5), "meta", "2024-W14", "2024-W14")
    assert (entry.kind, entry.episode, entry.stance, entry.stance_from) == ("episode_review", 3, 0.4, "stated")
    assert (entry.score, entry.score_as_written, entry.verdict) == (70, "70/100", "A warm surprise.")
    assert (entry.aspects, entry.themes) == ({"music": 0.5, "story": None}, {"memory": -0.25})
    assert (entry.words, entry.text, entry.phrases) == (4, "The harbour is cold.", ("glass orchard", "bell"))
    assert (entry.spoiler_warning, entry.first_seen, entry.engine) == (True, NOW, "textblob-1")
    assert store.count(SERIES) == 1
    assert store.weeks(SERIES) == ["2024-W14"]


def test_sentences_come_back_in_order_with_their_topics(store: Store) -> None:
    take(store, article(), concluded())
    [entry] = store.entries(SERIES)
    found = store.sentences([entry.id])
    assert [(s.entry, s.position, s.text, s.paragraph) for s in found] == [
        (entry.id, 0, "The music is fine.", 0),
        (entry.id, 1, "Jun dies.", 1),
        (entry.id, 2, "A warm surprise.", 1),
    ]
    assert [(s.polarity, s.confidence, s.spoiler, s.verdict) for s in found] == [
        (0.5, 0.75, False, False),
        (None, 0.0, True, False),
        (-1.0, 1.0, False, True),
    ]
    assert set(found[0].topics) == {("aspect", "music", 0.5), ("aspect", "story", None), ("theme", "memory", 0.5)}
    assert store.sentences([]) == []


def test_reading_again_replaces_what_was_concluded(store: Store) -> None:
    take(store, article(), concluded("review", 70, {"music": 0.5}))
    take(store, article(text="Rewritten."), concluded("news", None, {"story": 0.1}), recipe="r2")
    [entry] = store.entries(SERIES)
    assert (entry.kind, entry.score, entry.aspects, entry.text) == ("news", None, {"story": 0.1}, "Rewritten.")
    assert len(store.sentences([entry.id])) == 3


def test_what_is_not_taken_any_more_goes(store: Store) -> None:
    take(store, article(), concluded())
    take(store, article(), Skip(page().url, "Paper", Reason.MENTION_ONLY, "once"), recipe="r2")
    assert store.entries(SERIES) == []
    assert [s.reason for s in store.skipped(SERIES)] == ["only mentions the series"]
    assert store.pending_ids(SERIES, "r2") == []
    take(store, article(), concluded(), recipe="r3")
    assert (len(store.entries(SERIES)), store.skipped(SERIES)) == (1, [])


def test_a_second_address_of_an_article_becomes_a_skip(store: Store) -> None:
    take(store, article("a"), concluded())
    store.add_page(SERIES, page("print/a", source="Other"))
    [waiting] = store.pending(SERIES, store.pending_ids(SERIES, "r1"))
    store.keep(SERIES, [(waiting, article("a"), concluded())], "r1", NOW)
    assert [e.source for e in store.entries(SERIES)] == ["Paper"]
    [skip] = store.skipped(SERIES)
    assert (skip.url, skip.reason, skip.detail) == (
        "https://paper.example/print/a",
        "another address of a known article",
        "https://paper.example/a",
    )
    assert store.pending_ids(SERIES, "r1") == []


def test_an_article_whose_address_changed_is_there_once(store: Store) -> None:
    take(store, article("a"), concluded())
    [waiting] = store.pending(SERIES, store.pending_ids(SERIES, "r2"))
    store.keep(SERIES, [(waiting, article("moved"), concluded())], "r2", NOW)
    assert [e.url for e in store.entries(SERIES)] == ["https://paper.example/moved"]
    assert store.page(SERIES, "https://paper.example/moved") is not None


def test_keeping_is_all_or_nothing(store: Store) -> None:
    for path in ("a", "b"):
        store.add_page(SERIES, page(path))
    first, second = store.pending(SERIES, store.pending_ids(SERIES, "r1"))
    impossible = replace(article("b"), title=None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match=r"(?i)not.null"):
        store.keep(SERIES, [(first, article("a"), concluded()), (second, impossible, concluded())], "r1", NOW)
    assert store.entries(SERIES) == []
    assert len(store.pending_ids(SERIES, "r1")) == 2


def test_times_come_back_aware_and_in_utc(store: Store) -> None:
    tokyo = timezone(timedelta(hours=9))
    store.add_page(SERIES, page(fetched=datetime(2024, 4, 8, 3, 0, tzinfo=tokyo)))
    [waiting] = store.pending(SERIES, store.pending_ids(SERIES, "r1"))
    assert waiting.page.fetched == datetime(2024, 4, 7, 18, 0, tzinfo=UTC)
    assert (waiting.page.fetched.tzinfo, waiting.first_seen.tzinfo) == (UTC, UTC)
    store.keep(SERIES, [(waiting, article(), concluded())], "r1", NOW)
    assert store.entries(SERIES)[0].seen_week == "2024-W14"


# Asking


@pytest.fixture(scope="module", params=DATABASES)
def shelf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Five entries, one of them of no date; for tests that only ask."""
    with Store(an_empty_one(request, tmp_path_factory)) as store:
        _fill_shelf(store)
        yield store


EVERYTHING = ["end", "two", "one", "preview", "undated"]


def _fill_shelf(store: Store) -> None:
    take(store, article("preview", "A Promise of rain", date(2023, 12, 1)), concluded("preview"))
    take(store, article("one", "First dive", date(2024, 1, 3)), concluded("episode_review", 60, {"music": 0.2}), source="Wire")
    take(store, article("two", "100% rope_work, naïve", date(2024, 1, 10)), concluded("episode_review", 80, {"story": None}))
    take(
        store,
        article("end", "RAIN at last", date(2024, 3, 20), site="Ledger"),
        concluded("review", 75, {"music": 0.9}, {"memory": 0.1}),
    )
    take(store, article("undated", "雨の港", None), concluded("news"))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, EVERYTHING),
        ({"kind": "episode_review"}, ["two", "one"]),
        ({"kind": "preview"}, ["preview"]),
        ({"kind": ("news", "preview")}, ["preview", "undated"]),
        ({"kind": ("nothing",), "source": "Wire"}, []),
        ({"source": "Wire"}, ["one"]),
        ({"source": "Ledger"}, ["end"]),
        ({"source": "Nobody"}, []),
        ({"aspect": "music"}, ["end", "one"]),
        ({"aspect": "story"}, ["two"]),
        ({"theme": "memory"}, ["end"]),
        ({"aspect": "memory"}, []),
        ({"since": date(2024, 1, 10)}, ["end", "two"]),
        ({"until": date(2024, 1, 3)}, ["one", "preview"]),
        ({"since": date(2024, 1, 3), "until": date(2024, 1, 3)}, ["one"]),
        ({"min_score": 75}, ["end", "two"]),
        ({"min_score": 0}, ["end", "two", "one"]),
        ({"max_score": 75}, ["end", "one"]),
        ({"max_score": 0}, []),
        ({"episode": 3}, ["two", "one"]),
        ({"episode": 0}, []),
        ({"week": "2024-W01"}, ["one"]),
        ({"week": "2024-W12"}, ["end"]),
        ({"stance": "pos", "kind": "news"}, ["undated"]),
        ({"stance": "mixed"}, []),
        ({"stance": "neg"}, []),
        ({"stance_from": "stated"}, ["end", "two", "one"]),
        ({"stance_from": "inferred"}, ["preview", "undated"]),
        ({"language": "de"}, []),
        ({"about": "episodes"}, []),
        (dict.fromkeys(("kind", "source", "language", "week", "aspect", "theme", "about"), ""), EVERYTHING),
        ({"limit": 2, "offset": 1}, ["two", "one"]),
        ({"offset": 3}, ["preview", "undated"]),
        ({"limit": 1, "text": "rain"}, ["end"]),
        ({"limit": 1, "offset": 1, "text": "rain"}, ["preview"]),
        ({"limit": 2}, ["end", "two"]),
        ({"limit": 0}, []),
        ({"text": "rain"}, ["end", "preview"]),
        ({"text": "rain promise"}, ["preview"]),
        ({"text": "Title"}, EVERYTHING),
        ({"text": "雨"}, ["undated"]),
        ({"text": "%"}, ["two"]),
        ({"text": "_"}, ["two"]),
        ({"text": "'; DROP TABLE article; --"}, []),
        ({"kind": "episode_review", "min_score": 70, "text": "rope"}, ["two"]),
    ],
)
def test_filters(shelf: Store, wanted: dict[str, object], expected: list[str]) -> None:
    assert titles(shelf, **wanted) == [f"Title {path}" for path in expected]


def test_elsewhere_is_what_the_same_outlets_state_of_other_series(store: Store) -> None:
    take(store, article("end", "RAIN at last", date(2024, 3, 20), site="Ledger"), concluded(score=75))
    assert store.elsewhere(SERIES) == []
    for path, day, score in (("other", date(2024, 2, 1), 75), ("late", date(2024, 2, 8), 25), ("later", date(2024, 2, 9), 50)):
        other = article(path, "Elsewhere", day, site="Ledger")
        store.add_page("another", replace(page(source="Wire"), url=other.url, final_url=other.url))
        waiting = store.pending("another", store.pending_ids("another", "r1"))
        store.keep("another", [(p, other, replace(concluded(score=score), stance=score / 50 - 1)) for p in waiting], "r1", NOW)
    first, both = Elsewhere("Ledger", "2024-W05", Sums.of([75])), Elsewhere("Ledger", "2024-W06", Sums.of([25, 50]))
    assert sorted(store.elsewhere(SERIES), key=lambda e: e.week) == [first, both]
    assert store.elsewhere(SERIES, Week(2024, 5)) == [first]
    assert store.elsewhere(SERIES, Week(2024, 8)) == [Elsewhere("Ledger", "2024-W06", Sums.of([25, 50, 75]))]
    assert [(e.site, e.week) for e in store.elsewhere("another")] == [("Ledger", "2024-W12")]


def test_weeks_are_those_of_publication_oldest_first(shelf: Store) -> None:
    assert shelf.weeks(SERIES) == ["2023-W48", "2024-W01", "2024-W02", "2024-W12"]


def test_more_entries_than_one_question_holds(store: Store) -> None:
    for n in range(520):
        store.add_page(SERIES, page(str(n)))
    waiting = store.pending(SERIES, store.pending_ids(SERIES, "r1"))
    store.keep(
        SERIES, [(w, article(w.page.url.rpartition("/")[2]), concluded("review", 50, {"music": 0.1})) for w in waiting], "r1", NOW
    )
    entries = store.entries(SERIES)
    assert len(entries) == 520
    assert all(e.aspects == {"music": 0.1} for e in entries)
    assert len(store.sentences([e.id for e in entries])) == 3 * 520


# What goes wrong


def _at_once(work: Callable[[str, int], None], url: str, many: int) -> list[int | None]:
    """Exit codes of so many processes that do `work(url, n)` at the same moment; none of them knows of the others' connections."""
    context = multiprocessing.get_context("forkserver")  # spawn would import everything anew for each
    context.set_forkserver_preload([__name__, "pipeline.store", "psycopg", "alembic.command"])
    start = context.Barrier(many)
    processes = [context.Process(target=_when_all_are_there, args=(start, work, url, n)) for n in range(many)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(50)
    return [p.exitcode for p in processes]


def _when_all_are_there(start: Barrier, work: Callable[[str, int], None], url: str, number: int) -> None:
    start.wait(50)
    work(url, number)


def _write(url: str, number: int) -> None:
    with Store(url) as store:
        for n in range(60):
            store.add_page(SERIES, page(f"{number}/{n}"))
            store.add_page(SERIES, page("shared", body=f"{number} {n}".encode()))


def _open(url: str, _number: int) -> None:
    Store(url).close()


def test_two_processes_write_at_once(url: str) -> None:
    Store(url).close()
    assert _at_once(_write, url, 2) == [0, 0]
    with Store(url) as store:
        assert len(store.pending_ids(SERIES, "r1")) == 121


def test_four_processes_make_the_tables_at_once(bare_url: str) -> None:
    assert _at_once(_open, bare_url, 4) == [0, 0, 0, 0]


def test_a_database_of_a_newer_nectar_is_refused_and_left_alone(file: str, tmp_path: Path) -> None:
    with Store(file) as store:
        store.add_page(SERIES, page())
    with sqlite3.connect(tmp_path / "nectar.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(StoreError, match="newer Nectar") as error:
        Store(file)
    assert error.value.tip
    with sqlite3.connect(tmp_path / "nectar.db") as raw:
        assert raw.execute("SELECT version_num, (SELECT count(*) FROM page) FROM alembic_version").fetchall() == [("9999", 1)]
    raw.close()


def test_what_is_no_database_is_refused_and_left_alone(file: str, tmp_path: Path) -> None:
    (tmp_path / "nectar.db").write_bytes(b"Dear diary, " * 500)
    with pytest.raises(StoreError, match="is no database"):
        Store(file)
    assert (tmp_path / "nectar.db").read_bytes() == b"Dear diary, " * 500


@pytest.mark.parametrize(
    "address",
    ["", "nonsense", "nosuch://x", "sqlite:////proc/nowhere/nectar.db", "sqlite:////dev/null/x/nectar.db", "postgresql://[half"],
)
def test_an_address_that_leads_to_no_database(address: str) -> None:
    with pytest.raises(StoreError) as error:
        Store(address)
    assert error.value.tip


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        Store(f"sqlite:///{tmp_path}")


def test_a_password_is_not_told() -> None:
    with pytest.raises(StoreError) as error:
        Store("nosuch://me:secret@host/nectar")
    assert "secret" not in str(error.value) + error.value.tip


def _fill(url: str, bytes_at_most: int) -> None:
    """Write pages that do not compress until the file may not grow any more; the exit code says how it ended."""
    import random
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with Store(url) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_at_most, bytes_at_most))
        try:
            for n in range(200):
                store.add_page(SERIES, page(f"big/{n}", body=random.Random(n).randbytes(50_000)))
        except StoreError as error:
            raise SystemExit(42 if "full" in str(error) else 43) from None


def test_a_full_disk_is_told_and_loses_nothing_that_was_stored(file: str) -> None:
    with Store(file) as store:
        take(store, article(), concluded())
    writer = multiprocessing.get_context("forkserver").Process(target=_fill, args=(file, 2_000_000))
    writer.start()
    writer.join(50)
    assert writer.exitcode == 42
    with Store(file) as store:
        assert titles(store) == ["Title a"]
        assert len(store.pending_ids(SERIES, "r1")) >= 5
        assert store.add_page(SERIES, page("after")) is True
