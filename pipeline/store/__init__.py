"""The Store: the one place where crawling, reading and reporting meet. The one owner of SQLAlchemy and Alembic.

Each verb is one short transaction and takes and gives plain values; no session, row or connection leaves this folder.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from pipeline.page import Link, Page, Skip, Unchanged
from pipeline.store import asking, assessed, concluded, crawled, remembered, weekly
from pipeline.store.concluded import Read
from pipeline.store.opening import WRITES, migrate, open_engine
from pipeline.store.rows import (
    Entry,
    Forgotten,
    IndexAnswer,
    Known,
    Pending,
    Revision,
    Run,
    Skipped,
    SourceRun,
    StoredSentence,
    Wanted,
    WeeklyAspect,
)
from pipeline.store.trouble import again, in_plain_words
from pipeline.week import Week

__all__ = [
    "Entry",
    "Forgotten",
    "IndexAnswer",
    "Known",
    "Pending",
    "Revision",
    "Run",
    "Skipped",
    "SourceRun",
    "Store",
    "StoredSentence",
    "Wanted",
    "WeeklyAspect",
]

P = ParamSpec("P")
T = TypeVar("T")


class Store:
    """An open database. `with Store(url) as store:`; every verb may raise StoreError.

    A verb takes the slug of a series and gives plain values. Of the database that `nectar demo` makes:

    >>> store.count("metallic-rouge-demo")
    40
    >>> store.weeks("metallic-rouge-demo")[:2]
    ['2023-W40', '2023-W45']
    """

    def __init__(self, url: str | Path) -> None:
        """Opens `url` (SQLAlchemy's form, or the path of a SQLite file) and brings its tables up to date, creating them where there are none."""
        self._engine = open_engine(url)
        try:
            migrate(self._engine)
        except BaseException:
            self.close()
            raise

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

    def _write(self, verb: Callable[Concatenate[Connection, P], T], /, *given: P.args, **named: P.kwargs) -> T:
        """One transaction of one verb, done again where another one crossed it: what is given must outlive a try."""

        def once() -> T:
            with self._transaction(writes=True) as c:
                return verb(c, *given, **named)

        return again(once)

    # Crawling

    def known(self, series: str) -> dict[str, Known]:
        """Identity of a URL → when it was fetched, for all that need not be fetched again."""
        with self._transaction() as c:
            return crawled.known(c, series)

    def add_page(self, series: str, page: Page) -> bool:
        """Store a fetched page; True where its body is new or changed."""
        return self.add_pages(series, [page])[0]

    def add_pages(self, series: str, pages: Iterable[Page]) -> list[bool]:
        """Store fetched pages, all or nothing; True for each whose body is new or changed."""
        return self._write(crawled.add_pages, series, tuple(pages))

    def keep_unchanged(self, page: Unchanged, now: datetime) -> None:
        """A known page was asked for again, and is as it was."""
        self._write(crawled.keep_unchanged, page, now)

    def validators(self, url: str) -> tuple[Mapping[str, str], str]:
        """The headers that came with a known page, and the sha256 of its body."""
        with self._transaction() as c:
            return crawled.validators(c, url)

    def owed(self, series: str) -> dict[str, list[Link]]:
        """Source → links that were wanted and not had, for reasons that pass."""
        with self._transaction() as c:
            return crawled.owed(c, series)

    def index_answers(self, series: str) -> dict[str, IndexAnswer]:
        """Address of an index → what it was when it was last read whole."""
        with self._transaction() as c:
            return remembered.index_answers(c, series)

    def add_skips(self, series: str, skips: Iterable[Skip], now: datetime) -> None:
        """Remember what was not taken, and why."""
        self._write(crawled.add_skips, series, tuple(skips), now)

    def start_run(self, series: str, now: datetime) -> int:
        return self._write(crawled.start_run, series, now)

    def finish_run(
        self,
        run: int,
        outcome: str,
        sources: Iterable[SourceRun],
        now: datetime,
        answers: Iterable[IndexAnswer] = (),
    ) -> None:
        """`answers`: what indexes answered, for the next run to ask whether they changed."""
        self._write(_finish_run, run, outcome, tuple(sources), now, tuple(answers))

    def history(self, series: str, runs: int = 60) -> list[Run]:
        """The last runs that ended, newest first."""
        with self._transaction() as c:
            return crawled.history(c, series, runs)

    def last_run(self, series: str) -> Run | None:
        with self._transaction() as c:
            return crawled.last_run(c, series)

    # Reading

    def pending_ids(self, series: str, recipe: str) -> list[int]:
        """Pages that were never read for the series, or by another recipe."""
        with self._transaction() as c:
            return assessed.pending_ids(c, series, recipe)

    def pending(self, series: str, ids: list[int]) -> list[Pending]:
        with self._transaction() as c:
            return assessed.pending(c, series, ids)

    def page(self, series: str, url: str) -> Page | None:
        """The stored page of this address (as linked, or as its article calls itself), or None."""
        with self._transaction() as c:
            found = assessed.page_id(c, series, url)
            return assessed.pending(c, series, [found])[0].page if found is not None else None

    def written_scores(self) -> dict[str, list[str]]:
        """Site → the overall scores of its articles as they stand there, each article once."""
        with self._transaction() as c:
            return assessed.written_scores(c)

    def keep(self, series: str, read: Sequence[Read], recipe: str, now: datetime) -> None:
        """Store what was concluded of some pages, all or nothing."""
        self._write(concluded.keep, series, read, recipe, now)

    # Forgetting

    def forgotten(self) -> Forgotten:
        """What must not be collected again."""
        with self._transaction() as c:
            return remembered.forgotten(c)

    def forget(self, what: str, value: str, now: datetime) -> int:
        """Remove a `site`, an `author` or a `url` with all that was concluded, and never collect it again. The number of pages removed."""
        return self._write(remembered.forget, what, remembered.wish(what, value), now)

    def remember(self, what: str, value: str) -> bool:
        """Take such a wish back. False where there was none."""
        return self._write(remembered.remember, what, remembered.wish(what, value))

    # Asking

    def revisions(self, series: str) -> list[Revision]:
        """Articles about the series that their outlets changed, newest first."""
        with self._transaction() as c:
            return remembered.revisions_of(c, series)

    def count(self, series: str) -> int:
        """Articles about the series."""
        with self._transaction() as c:
            return assessed.count(c, series)

    def entries(self, series: str, wanted: Wanted = Wanted()) -> list[Entry]:  # noqa: B008 - frozen
        """The articles about the series that pass the filter, newest first.

        >>> [found] = store.entries("metallic-rouge-demo", Wanted(text="chocolate box", kind="review"))
        >>> found.site, found.published, found.score_as_written, found.score
        ('Afterglow', datetime.date(2024, 4, 24), '3/10', 30.0)
        >>> found.title
        'Happy birthday, Bones: Metallic Rouge and the emptiest chocolate box of the year'
        """
        with self._transaction() as c:
            return asking.entries(c, series, wanted)

    def sentences(self, ids: Collection[int]) -> list[StoredSentence]:
        """All sentences of these entries, in order.

        >>> [found] = store.entries("metallic-rouge-demo", Wanted(text="chocolate box", kind="review"))
        >>> said = store.sentences([found.id])
        >>> all(s.entry == found.id for s in said), sorted({facet for s in said for facet, _, _ in s.topics})
        (True, ['aspect', 'theme'])
        """
        with self._transaction() as c:
            return asking.sentences(c, ids)

    def skipped(self, series: str, source: str | None = None, limit: int | None = None) -> list[Skipped]:
        with self._transaction() as c:
            return asking.skipped(c, series, source, limit)

    def weeks(self, series: str) -> list[str]:
        """Weeks in which something about the series was published, oldest first."""
        with self._transaction() as c:
            return asking.weeks(c, series)

    def weekly_aspects(self, series: str, since: Week | None = None, until: Week | None = None) -> list[WeeklyAspect]:
        """What was thought of each aspect in each week, of previews and of reviews apart; from `since` to `until`, both included.

        >>> week = Week.parse("2024-W14")
        >>> told = store.weekly_aspects("metallic-rouge-demo", since=week, until=week)
        >>> [(row.week, row.articles) for row in told if (row.side, row.aspect) == ("reception", "story")]
        [('2024-W14', 3)]
        """
        with self._transaction() as c:
            return weekly.aspects(c, series, since, until)


def _finish_run(
    c: Connection, run: int, outcome: str, sources: tuple[SourceRun, ...], now: datetime, answers: tuple[IndexAnswer, ...]
) -> None:
    crawled.finish_run(c, run, outcome, sources, now)
    remembered.keep_answers(c, run, answers, now)
