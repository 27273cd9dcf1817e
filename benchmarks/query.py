"""What the Store costs beside the same SQL written by hand through the driver, on a database that a seeded generator fills.

python -m benchmarks.query             100,000 articles with 2 million remarks, in a file of SQLite
python -m benchmarks.query --small     5,000 articles; --articles N as many as you like
python -m benchmarks.query --server    the same on a PostgreSQL that is started for it (needs the extra postgres and its programs)
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import click

from benchmarks.generated import NOW, SENTENCES, SERIES, VOCABULARY, Read, stored
from pipeline.store import Store, Wanted
from pipeline.store.tables import article, assessment, claim, opinion, remark, sentence
from pipeline.week import Week

_BATCHES = (16, 500)
"""Articles stored together: as many as `nectar score` does, and many."""
_INSERTED = 2_000
_GOALS = {"search": 1.3, "filter": 1.3, "week": 1.3, "insert": 2.0}

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Driver:
    """SQL by hand, through the driver alone."""

    connection: Any
    mark: str

    def rows(self, sql: str, *given: object) -> list[tuple[Any, ...]]:
        return list(self.connection.execute(sql.replace("?", self.mark), given).fetchall())

    def change(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        self.connection.cursor().executemany(sql.replace("?", self.mark), rows)

    def insert(self, table: str, columns: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Row by row, but articles in one statement: the full-text tables of SQLite write a segment each time that one ends."""
        row = f"({', '.join('?' * len(rows[0]))})"
        if table == "article":
            self.rows(f"INSERT INTO {table} ({columns}) VALUES {', '.join([row] * len(rows))} RETURNING id", *chain(*rows))
        else:
            self.change(f"INSERT INTO {table} ({columns}) VALUES {row}", rows)

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
RANKED = {
    "?": f"SELECT {COLUMNS} FROM article_fts f JOIN article a ON a.id = f.rowid JOIN assessment s ON s.article_id = a.id "
    "WHERE article_fts MATCH ? AND s.series = ? ORDER BY f.rank",
    "%s": f"{FOUND} AND a.fts @@ phraseto_tsquery('simple', ?) ORDER BY ts_rank(a.fts, phraseto_tsquery('simple', ?), 1) DESC",
}
"""Mark of the driver → articles with a word, best first."""
WEEKS = (
    "SELECT s.week, CASE WHEN s.kind IN ('preview') THEN 'promise' WHEN s.kind IN ('review', 'episode_review') THEN 'reception' "
    "ELSE 'other' END AS side, o.name, count(*), count(o.polarity), avg(o.polarity), sum(o.remarks) "
    "FROM assessment s JOIN opinion o ON o.assessment_id = s.id "
    "WHERE s.series = ? AND s.week BETWEEN ? AND ? AND o.facet = 'aspect' GROUP BY s.week, side, o.name ORDER BY 1, 2, 3"
)


def asked(driver: Driver, sql: str, *given: object) -> int:
    """Rows of a question and of the opinions of what it finds."""
    rows = driver.rows(sql, *given)
    marks = ", ".join("?" * len(rows))
    theirs = "SELECT assessment_id, facet, name, polarity, low, high, remarks, score FROM opinion WHERE assessment_id IN"
    return len(rows) + len(driver.rows(f"{theirs} ({marks}) ORDER BY facet, name", *(row[0] for row in rows)) if rows else ())


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
        partial(asked, driver, chosen, SERIES, "review", day, strong),
    )
    spoken = f"{FOUND} AND s.id IN (SELECT assessment_id FROM opinion WHERE facet = 'aspect' AND name = ?) {NEWEST}"
    yield (
        "entries: one aspect; newest 20",
        "filter",
        lambda: store.entries(SERIES, Wanted(aspect="music", limit=20)),
        partial(asked, driver, spoken, SERIES, "music"),
    )
    has = (
        "a.fts @@ phraseto_tsquery('simple', ?)"
        if driver.mark == "%s"
        else "a.id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)"
    )
    words_sought = (("of 3 % of the articles", VOCABULARY[2_500]), ("of most articles", VOCABULARY[5]))
    for sort, word in words_sought:
        yield (
            f"search: a word {sort}, newest 20",
            "search",
            partial(store.entries, SERIES, Wanted(text=word, limit=20)),
            partial(asked, driver, f"{FOUND} AND {has} {NEWEST}", SERIES, word),
        )
    best = f"{RANKED[driver.mark]} LIMIT 20"
    for sort, word in words_sought:
        yield (
            f"search: a word {sort}, best 20",
            "search",
            partial(store.entries, SERIES, Wanted(text=word, limit=20, sort="relevance")),
            partial(asked, driver, best, *((word, SERIES) if driver.mark == "?" else (SERIES, word, word))),
        )
    yield (
        "weekly_aspects: all weeks",
        "week",
        partial(store.weekly_aspects, SERIES),
        partial(driver.rows, WEEKS, SERIES, "0000-W00", "9999-W99"),
    )
    week = Week.of(date(2020, 6, 1))
    yield (
        "weekly_aspects: one week",
        "week",
        partial(store.weekly_aspects, SERIES, week, week),
        partial(driver.rows, WEEKS, SERIES, str(week), str(week)),
    )


def best(ways: Sequence[Way], clock: Clock, rounds: int) -> list[float]:
    """Seconds of the best round of each; they take turns, so often at least and for a second."""
    seconds = [float("inf")] * len(ways)
    began, done = clock(), 0
    while done < rounds or clock() - began < 1:
        for n, way in enumerate(ways):
            start = clock()
            way()
            seconds[n] = min(seconds[n], clock() - start)
        done += 1
    return seconds


def inserting(store: Store, read: Sequence[Read], theirs: Driver, twin: Driver, clock: Clock, batch: int) -> tuple[float, float]:
    """Seconds to keep what was concluded of new articles: by the Store, and the very same rows by hand in its twin. Batches take turns."""
    by_store = by_hand = 0.0
    for n in range(0, len(read), batch):
        some = read[n : n + batch]
        start = clock()
        store.keep(SERIES, some, "r1", NOW)
        by_store += clock() - start
        pages = [waiting.page_id for waiting, *_ in some]
        rows = written(theirs, pages)
        start = clock()
        with twin.transaction():
            for (table, columns), values in rows.items():
                twin.insert(table, columns, values)
            twin.change("UPDATE sighting SET recipe = 'r1' WHERE series = ? AND page_id = ?", [(SERIES, page) for page in pages])
        by_hand += clock() - start
    return by_store, by_hand


def written(driver: Driver, pages: list[int]) -> dict[tuple[str, str], list[tuple[Any, ...]]]:
    """(table, columns) → the rows that were made of these pages, whose ids follow each other."""
    theirs = f"page_id BETWEEN {pages[0]} AND {pages[-1]}"
    of_articles = f"article_id IN (SELECT id FROM article WHERE {theirs})"
    of_assessments = f"assessment_id IN (SELECT id FROM assessment WHERE {of_articles})"
    which = {article: theirs, assessment: of_articles} | dict.fromkeys((opinion, sentence, remark, claim), of_assessments)
    columns = {table: ", ".join(table.columns.keys()) for table in which}
    return {
        (table.name, columns[table]): driver.rows(f"SELECT {columns[table]} FROM {table.name} WHERE {where} ORDER BY 1, 2")
        for table, where in which.items()
    }


@dataclass(frozen=True, slots=True)
class Databases:
    """A database for the Store, and its twin."""

    url: str
    opened: Callable[[], AbstractContextManager[Driver]]
    """The first, by hand."""
    twin: Callable[[], AbstractContextManager[Driver]]
    """A copy of the first, which nobody may have open; it has the same rows, and its indexes the same history."""
    clock: Clock


def measure(databases: Databases, articles: int, rounds: int) -> None:
    """Fill the database, print a table."""
    with Store(databases.url) as store, databases.opened() as driver:
        for n in range(0, articles, 500):
            store.keep(SERIES, stored(store, range(n, min(n + 500, articles))), "r1", NOW)
        driver.connection.execute("ANALYZE")
        print("| | by the Store, ms | by hand, ms | ratio | goal |\n| --- | ---: | ---: | ---: | ---: |")
        for name, goal, ours, theirs in questions(store, driver):
            line(name, goal, *best((ours, theirs), databases.clock, rounds))
        read = stored(store, range(articles, articles + _INSERTED * len(_BATCHES) * rounds))
    with databases.twin() as twin, Store(databases.url) as store, databases.opened() as driver:
        for n, batch in enumerate(_BATCHES):
            shares = [read[start : start + _INSERTED] for start in range(n * _INSERTED, len(read), len(_BATCHES) * _INSERTED)]
            pairs = [inserting(store, share, driver, twin, databases.clock, batch) for share in shares]
            line(
                f"keep 1,000 articles, {batch} at a time",
                "insert",
                *(min(s) / _INSERTED * 1000 for s in zip(*pairs, strict=True)),
            )


def line(name: str, goal: str, ours: float, theirs: float) -> None:
    print(f"| {name} | {ours * 1000:.1f} | {theirs * 1000:.1f} | {ours / theirs:.2f} | {_GOALS[goal]} |", flush=True)


@contextmanager
def by_file(file: Path) -> Iterator[Driver]:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for pragma in ("foreign_keys = ON", "synchronous = NORMAL"):
            connection.execute(f"PRAGMA {pragma}")
        yield Driver(connection, "?")


@contextmanager
def on_sqlite() -> Iterator[Databases]:
    with TemporaryDirectory() as folder:
        file, other = Path(folder) / "nectar.db", Path(folder) / "twin.db"
        yield Databases(
            f"sqlite:///{file}", lambda: by_file(file), lambda: by_file(Path(shutil.copyfile(file, other))), process_time
        )


@contextmanager
def on_postgresql() -> Iterator[Databases]:
    import psycopg
    from psycopg.types.string import TextLoader

    from tests.postgres import serving

    @contextmanager
    def by_socket(name: str) -> Iterator[Driver]:
        with psycopg.connect(f"host={started.folder} user=nectar dbname={name}", autocommit=True) as connection:
            connection.adapters.register_loader("json", TextLoader)
            yield Driver(connection, "%s")

    with serving() as started:
        name = started.fresh()
        postmaster = int((started.folder / "data/postmaster.pid").read_text().split()[0])
        yield Databases(
            started.url(name), lambda: by_socket(name), lambda: by_socket(started.fresh(name)), partial(of_both, postmaster)
        )


def of_both(postmaster: int) -> float:
    """Seconds of the processor that this process and those of the server took; on Linux."""
    served = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
    return sum(int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) for pid in served) / 1e9 + process_time()


@click.command()
@click.option("--articles", default=100_000, show_default=True)
@click.option("--small", "articles", flag_value=5_000, type=int, help="The same as --articles 5000.")
@click.option("--server", is_flag=True, help="On a PostgreSQL that is started for it.")
@click.option("--rounds", default=3, show_default=True, help="The best one counts.")
def main(articles: int, server: bool, rounds: int) -> None:
    print(f"{articles:,} articles, {articles * SENTENCES:,} remarks, best of {rounds} rounds")
    print(f"{'PostgreSQL, with its server' if server else 'SQLite'}, seconds of the processor\n")
    with (on_postgresql if server else on_sqlite)() as databases:
        measure(databases, articles, rounds)


if __name__ == "__main__":
    main()
