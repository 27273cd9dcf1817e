"""The Store: the one place where crawling, reading and reporting meet. The one owner of SQLAlchemy and Alembic.

Each verb is one short transaction and takes and gives plain values; no session, row or connection leaves this folder.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection

from pipeline.article import Article
from pipeline.assessment import Assessment
from pipeline.page import Page, RobotsAnswer, Skip
from pipeline.store import asking, assessed, crawled, visited
from pipeline.store.opening import WRITES, in_plain_words, migrate, open_engine
from pipeline.store.rows import Entry, Known, Pending, Run, Skipped, SourceRun, StoredSentence, Wanted

__all__ = ["Entry", "Known", "Pending", "Run", "Skipped", "SourceRun", "Store", "StoredSentence", "Wanted"]

Read = tuple[Pending, Article | Skip, Assessment | None]
"""A page that was read: a Skip, or an article with its assessment."""


class Store:
    """An open database. `with Store(url) as store:`; every verb may raise StoreError."""

    def __init__(self, url: str | Path) -> None:
        """Opens `url` (SQLAlchemy's form, or the path of a SQLite file) and brings its tables up to date, creating them where there are none."""
        self._engine = open_engine(url)
        migrate(self._engine)

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _transaction(self, writes: bool = False) -> Iterator[Connection]:
        with (
            in_plain_words(self._engine),
            self._engine.connect().execution_options(**{WRITES: writes}) as connection,
            connection.begin(),
        ):
            yield connection

    # Crawling

    def known(self, series: str) -> dict[str, Known]:
        """URL → when it was fetched, for all that need not be fetched again."""
        with self._transaction() as c:
            return crawled.known(c, series)

    def add_page(self, series: str, page: Page) -> bool:
        """Store a fetched page; True where its body is new or changed."""
        with self._transaction(writes=True) as c:
            return crawled.add_page(c, series, page)

    def add_skips(self, series: str, skips: Iterable[Skip], now: datetime) -> None:
        """Remember what was not taken, and why."""
        with self._transaction(writes=True) as c:
            crawled.add_skips(c, series, skips, now)

    def start_run(self, series: str, now: datetime) -> int:
        with self._transaction(writes=True) as c:
            return crawled.start_run(c, series, now)

    def finish_run(self, run: int, outcome: str, sources: Iterable[SourceRun], now: datetime) -> None:
        with self._transaction(writes=True) as c:
            crawled.finish_run(c, run, outcome, sources, now)

    def last_run(self, series: str) -> Run | None:
        with self._transaction() as c:
            return crawled.last_run(c, series)

    # Manners

    def robots_of(self, site: str, path: str = "/robots.txt") -> RobotsAnswer | None:
        """What the site (scheme, host and port) answered when it was last asked for its rules, however long ago."""
        with self._transaction() as c:
            return visited.robots_of(c, site, path)

    def keep_robots(self, answer: RobotsAnswer) -> None:
        with self._transaction(writes=True) as c:
            visited.keep_robots(c, answer)

    def visits(self, day: date) -> dict[str, int]:
        """Registered domain → how often it was asked for something on this day (UTC)."""
        with self._transaction() as c:
            return visited.visits(c, day)

    def add_visits(self, day: date, counts: Mapping[str, int]) -> None:
        with self._transaction(writes=True) as c:
            visited.add_visits(c, day, counts)

    # Reading

    def pending_ids(self, series: str, recipe: str) -> list[int]:
        """Pages that were never read for the series, or by another recipe."""
        with self._transaction() as c:
            return assessed.pending_ids(c, series, recipe)

    def pending(self, series: str, ids: list[int]) -> list[Pending]:
        with self._transaction() as c:
            return assessed.pending(c, series, ids)

    def page(self, series: str, url: str) -> Page | None:
        """The stored page of this address (as linked, or as its article calls itself), or None; None also where it may not be kept."""
        with self._transaction() as c:
            found = assessed.page_id(c, series, url)
            return assessed.pending(c, series, [found])[0].page if found is not None else None

    def written_scores(self) -> dict[str, list[str]]:
        """Site → the overall scores of its articles as they stand there, each article once."""
        with self._transaction() as c:
            return assessed.written_scores(c)

    def keep(self, series: str, read: Sequence[Read], recipe: str, now: datetime) -> None:
        """Store what was concluded of some pages, all or nothing."""
        with self._transaction(writes=True) as c:
            for waiting, taken, assessment in read:
                if isinstance(taken, Skip):
                    assessed.keep_skip(c, series, waiting.page_id, taken, recipe, now)
                elif assessment is not None:
                    assessed.keep(c, series, waiting, taken, assessment, recipe, now)

    # Asking

    def count(self, series: str) -> int:
        """Articles about the series."""
        with self._transaction() as c:
            return assessed.count(c, series)

    def entries(self, series: str, wanted: Wanted = Wanted()) -> list[Entry]:  # noqa: B008 - frozen
        """The articles about the series that pass the filter, newest first."""
        with self._transaction() as c:
            return asking.entries(c, series, wanted)

    def sentences(self, ids: Collection[int]) -> list[StoredSentence]:
        """All sentences of these entries, in order."""
        with self._transaction() as c:
            return asking.sentences(c, ids)

    def skipped(self, series: str, source: str | None = None, limit: int | None = None) -> list[Skipped]:
        with self._transaction() as c:
            return asking.skipped(c, series, source, limit)

    def weeks(self, series: str) -> list[str]:
        """Weeks in which something about the series was published, oldest first."""
        with self._transaction() as c:
            return asking.weeks(c, series)
