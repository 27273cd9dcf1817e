"""What the Store costs beside the same SQL written by hand through the driver, on a database that a seeded generator fills.

python -m benchmarks.query             100,000 articles with 2 million remarks, in a file of SQLite
python -m benchmarks.query --small     5,000 articles
python -m benchmarks.query --server    the same on a PostgreSQL that is started for it (needs the extra postgres and its programs)
"""

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import click

from pipeline.article import Article, Paragraph
from pipeline.assessment import KINDS, Assessment, Kind, Opinion, Relevance, Score, Sentence
from pipeline.claims import Claim
from pipeline.page import Link, Page
from pipeline.store import Store, Wanted
from pipeline.topics import ASPECTS

SERIES = "copper-lily"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
_SENTENCES = 20
"""An article; each makes one remark."""
_CLAIMS = 3
"""An article; those of the demo make 3.6."""
_ROLES = 40
"""A series, each played by one person."""
_BATCHES = (16, 500)
"""Articles stored together: as many as `nectar score` does, and many."""
_INSERTED = 2_000
_GOALS = {"search": 1.3, "filter": 1.3, "week": 1.3, "insert": 2.0}

Read = tuple[Any, Article, Assessment]


def words(rng: random.Random, many: int) -> str:
    """Invented words, few of them common."""
    return " ".join(_VOCABULARY[int(len(_VOCABULARY) * rng.random() ** 3)] for _ in range(many))


_VOCABULARY = ["".join(random.Random(n).choices("aeioubdgklmnrstv", k=3 + n % 6)) for n in range(5_000)]


def article(number: int, days: int = 4_000) -> tuple[Page, Article, Assessment]:
    """The same for the same number; published in one of so many days."""
    rng = random.Random(number)
    url = f"https://outlet{number % 300}.example/{number}"
    day = date(2014, 1, 1) + timedelta(days=int(rng.random() * days))
    aspects = rng.sample(sorted(ASPECTS), 5)
    sentences = tuple(
        Sentence(
            words(rng, 12),
            round(rng.uniform(-1, 1), 3),
            0.5,
            {rng.choice(aspects): round(rng.uniform(-1, 1), 3)},
            paragraph=n // 4,
        )
        for n in range(_SENTENCES)
    )
    piece = Article(
        url,
        f"Outlet {number % 300}",
        words(rng, 7),
        f"Author {number % 900}",
        day,
        "meta",
        "en",
        tuple(Paragraph(" ".join(s.text for s in sentences[n : n + 4])) for n in range(0, _SENTENCES, 4)),
    )
    stated = round(rng.uniform(0, 100))
    concluded = Assessment(
        relevance=Relevance(True, "the title names it"),
        kind=Kind(rng.choice(KINDS), "the title says so", 2.0),
        stance=round(rng.uniform(-1, 1), 3),
        stance_from="stated",
        score=Score(stated, f"{stated}/100", "text") if rng.random() < 0.5 else None,
        verdict=sentences[-1].text,
        opinions=tuple(Opinion("aspect", name, round(rng.uniform(-1, 1), 3), -0.5, 0.5, 4) for name in aspects),
        sentences=sentences,
        phrases=tuple(words(rng, 2) for _ in range(8)),
        spoiler_warning=False,
        engine="generator-1",
        claims=tuple(
            Claim("cast", f"role {role}", f"actor {role}", f"Actor {role}", sentences[n].text, n // 4, "reported", "")
            for n, role in enumerate(rng.sample(range(_ROLES), _CLAIMS))
        ),
    )
    page = Page(url, url, 200, {"content-type": "text/html"}, b"<p></p>", NOW, "Wire", Link(url))
    return page, piece, concluded


def stored(store: Store, numbers: range, series: str = SERIES, days: int = 4_000) -> list[Read]:
    """Pages of these numbers are stored; what to keep of them."""
    made = {page.url: (page, piece, concluded) for page, piece, concluded in (article(n, days) for n in numbers)}
    store.add_pages(series, [page for page, *_ in made.values()])
    waiting = store.pending(series, store.pending_ids(series, "r1"))
    return [(w, *made[w.page.url][1:]) for w in waiting if w.page.url in made]


@dataclass(frozen=True, slots=True)
class Driver:
    """SQL by hand, through the driver alone."""

    connection: Any
    mark: str

    def rows(self, sql: str, *given: object) -> list[tuple[Any, ...]]:
        return list(self.connection.execute(sql.replace("?", self.mark), given).fetchall())

    def change(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        self.connection.cursor().executemany(sql.replace("?", self.mark), rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN")
        yield
        self.connection.execute("COMMIT")


COLUMNS = (
    "s.id, a.url, a.site, s.source, a.title, a.author, a.published, a.date_from, a.language, s.kind, s.kind_because, s.episode, "
    "s.relevant_because, s.stance, s.stance_from, s.score, s.score_as_written, s.verdict, s.inferred, s.estimate, s.recommends, "
    "s.episode_scores, s.likened_to, s.spoiler_warning, a.words, s.first_seen, s.week, s.seen_week, s.phrases, s.engine, s.note, a.text"
)
FOUND = f"SELECT {COLUMNS} FROM assessment s JOIN article a ON a.id = s.article_id WHERE s.series = ?"
NEWEST = "ORDER BY a.published DESC NULLS LAST, s.id DESC LIMIT 20"
WEEKS = (
    "SELECT s.week, CASE WHEN s.kind IN ('preview') THEN 'promise' WHEN s.kind IN ('review', 'episode_review') THEN 'reception' "
    "ELSE 'other' END AS side, o.name, count(*), count(o.polarity), avg(o.polarity), sum(o.remarks) "
    "FROM assessment s JOIN opinion o ON o.assessment_id = s.id "
    "WHERE s.series = ? AND s.week BETWEEN ? AND ? AND o.facet = 'aspect' GROUP BY s.week, side, o.name ORDER BY 1, 2, 3"
)


def with_opinions(driver: Driver, rows: list[tuple[Any, ...]]) -> int:
    marks = ", ".join("?" * len(rows))
    asked = "SELECT assessment_id, facet, name, polarity, low, high, remarks, score FROM opinion WHERE assessment_id IN"
    return len(rows) + len(driver.rows(f"{asked} ({marks}) ORDER BY facet, name", *(row[0] for row in rows)) if rows else ())


Way = Callable[[], object]


def questions(store: Store, driver: Driver) -> Iterator[tuple[str, str, Way, Way]]:
    """Name, which goal, by the Store, by hand."""
    since, strong = date(2020, 1, 1), 70.0
    chosen = f"{FOUND} AND s.kind = ? AND a.published >= ? AND s.score >= ? {NEWEST}"
    day: object = since if driver.mark == "%s" else since.isoformat()
    yield (
        "entries: kind, since, score; newest 20",
        "filter",
        lambda: store.entries(SERIES, Wanted(kind="review", since=since, min_score=strong, limit=20)),
        lambda: with_opinions(driver, driver.rows(chosen, SERIES, "review", day, strong)),
    )
    spoken = f"{FOUND} AND s.id IN (SELECT assessment_id FROM opinion WHERE facet = 'aspect' AND name = ?) {NEWEST}"
    yield (
        "entries: one aspect; newest 20",
        "filter",
        lambda: store.entries(SERIES, Wanted(aspect="music", limit=20)),
        lambda: with_opinions(driver, driver.rows(spoken, SERIES, "music")),
    )
    has = (
        "a.fts @@ phraseto_tsquery('simple', ?)"
        if driver.mark == "%s"
        else "a.id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)"
    )
    for sort, word in (("of 3 % of the articles", _VOCABULARY[2_500]), ("of most articles", _VOCABULARY[5])):
        yield (
            f"search: a word {sort}, newest 20",
            "search",
            lambda word=word: store.entries(SERIES, Wanted(text=word, limit=20)),
            lambda word=word: with_opinions(driver, driver.rows(f"{FOUND} AND {has} {NEWEST}", SERIES, word)),
        )
    yield (
        "weekly_aspects: all weeks",
        "week",
        lambda: store.weekly_aspects(SERIES),
        lambda: driver.rows(WEEKS, SERIES, "0000-W00", "9999-W99"),
    )


def best(ways: Sequence[Way], clock: Callable[[], float], rounds: int) -> list[float]:
    """Seconds of the best round of each; they take turns."""
    seconds = [float("inf")] * len(ways)
    for _ in range(rounds):
        for n, way in enumerate(ways):
            start = clock()
            way()
            seconds[n] = min(seconds[n], clock() - start)
    return seconds


def inserting(store: Store, driver: Driver, clock: Callable[[], float], first: int, batch: int) -> tuple[float, float]:
    """Seconds to keep what was concluded of new articles: by the Store, and the very same rows by hand."""
    read = stored(store, range(first, first + _INSERTED))
    start = clock()
    for n in range(0, len(read), batch):
        store.keep(SERIES, read[n : n + batch], "r1", NOW)
    by_store = clock() - start
    pages = [waiting.page_id for waiting, *_ in read]
    between = f"article_id IN (SELECT id FROM article WHERE page_id BETWEEN {pages[0]} AND {pages[-1]})"
    whose = {"article": f"page_id BETWEEN {pages[0]} AND {pages[-1]}", "assessment": between}
    whose |= dict.fromkeys(
        ("opinion", "sentence", "remark", "claim"), f"assessment_id IN (SELECT id FROM assessment WHERE {between})"
    )
    tables = {name: driver.rows(f"SELECT * FROM {name} WHERE {where} ORDER BY 1, 2") for name, where in whose.items()}
    driver.connection.execute(f"DELETE FROM article WHERE {whose['article']}")
    inserts = {name: f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})" for name, rows in tables.items()}
    start = clock()
    for n in range(0, len(read), batch):
        with driver.transaction():
            for name, rows in tables.items():
                each = len(rows) // len(read)
                driver.change(inserts[name], rows[n * each : (n + batch) * each])
            driver.change(
                "UPDATE sighting SET recipe = 'r1' WHERE series = ? AND page_id = ?", [(SERIES, p) for p in pages[n : n + batch]]
            )
    return by_store, clock() - start


def measure(url: str, driver: Driver, clock: Callable[[], float], articles: int, rounds: int) -> None:
    """Fill the database, print a table."""
    with Store(url) as store:
        for n in range(0, articles, 500):
            store.keep(SERIES, stored(store, range(n, min(n + 500, articles))), "r1", NOW)
        driver.connection.execute("ANALYZE")
        print("| | by the Store, ms | by hand, ms | ratio | goal |\n| --- | ---: | ---: | ---: | ---: |")
        for name, goal, ours, theirs in questions(store, driver):
            line(name, goal, *best((ours, theirs), clock, rounds))
        for batch in _BATCHES:
            pairs = [
                inserting(store, driver, clock, articles + (n + rounds * batch) * _INSERTED, batch) for n in range(min(rounds, 3))
            ]
            by_store, by_hand = (min(seconds) / _INSERTED * 1000 for seconds in zip(*pairs, strict=True))
            line(f"keep 1,000 articles, {batch} at a time", "insert", by_store, by_hand)


def line(name: str, goal: str, ours: float, theirs: float) -> None:
    print(f"| {name} | {ours * 1000:.1f} | {theirs * 1000:.1f} | {ours / theirs:.2f} | {_GOALS[goal]} |", flush=True)


@click.command()
@click.option("--small", is_flag=True, help="5,000 articles instead of 100,000.")
@click.option("--server", is_flag=True, help="On a PostgreSQL that is started for it.")
@click.option("--rounds", default=5, show_default=True, help="the best one counts")
def main(small: bool, server: bool, rounds: int) -> None:
    articles = 5_000 if small else 100_000
    print(f"{articles:,} articles, {articles * _SENTENCES:,} remarks, best of {rounds} rounds")
    if server:
        import psycopg
        from psycopg.types.string import TextLoader

        from tests.postgres import serving

        with (
            serving() as started,
            psycopg.connect(f"host={started.folder} user=nectar dbname=postgres", autocommit=True) as connection,
        ):
            connection.adapters.register_loader("json", TextLoader)
            print("PostgreSQL, seconds by the clock\n")
            measure(started.url("postgres"), Driver(connection, "%s"), perf_counter, articles, rounds)
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "nectar.db"
        Store(file).close()
        connection = sqlite3.connect(file, isolation_level=None)
        for pragma in ("foreign_keys = ON", "synchronous = NORMAL"):
            connection.execute(f"PRAGMA {pragma}")
        print("SQLite, seconds of the processor\n")
        measure(f"sqlite:///{file}", Driver(connection, "?"), process_time, articles, rounds)
        connection.close()


if __name__ == "__main__":
    main()
