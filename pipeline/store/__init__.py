"""The Store: the one place where crawling, reading and reporting meet. The one owner of SQLAlchemy and Alembic.

Each verb is one short transaction and takes and gives plain values; no session, row or connection leaves this folder.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection

from pipeline.page import Link, Page, RobotsAnswer, Skip, Unchanged
from pipeline.store import asking, assessed, bodies, by_sql, concluded, crawled, remembered, search, visited, weekly
from pipeline.store.claimed import StoredClaim
from pipeline.store.concluded import Read
from pipeline.store.ledger import Ledger
from pipeline.store.rows import (
    Answer,
    Elsewhere,
    Entry,
    Forgotten,
    IndexAnswer,
    Known,
    Names,
    Pending,
    Revision,
    Run,
    Skipped,
    SourceRun,
    StoredRemark,
    StoredSentence,
    Wanted,
    WeeklyAspect,
)
from pipeline.store.traced import StoredOrigin
from pipeline.week import Week

__all__ = [
    "Answer",
    "Elsewhere",
    "Entry",
    "Forgotten",
    "IndexAnswer",
    "Known",
    "Names",
    "Pending",
    "Revision",
    "Run",
    "Skipped",
    "SourceRun",
    "Store",
    "StoredClaim",
    "StoredOrigin",
    "StoredRemark",
    "StoredSentence",
    "Wanted",
    "WeeklyAspect",
]


class Store(Ledger):
    """An open database. `with Store(url) as store:`; every verb may raise StoreError.

    A verb takes the slug of a series and gives plain values. Of the database that `nectar demo` makes:

    >>> store.count("metallic-rouge-demo")
    40
    >>> store.weeks("metallic-rouge-demo")[:2]
    ['2023-W40', '2023-W45']
    """

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

    # Manners

    def robots_of(self, site: str, path: str = "/robots.txt") -> RobotsAnswer | None:
        """What the site (scheme, host and port) answered when it was last asked for its rules, however long ago."""
        with self._transaction() as c:
            return visited.robots_of(c, site, path)

    def keep_robots(self, answer: RobotsAnswer) -> None:
        self._write(visited.keep_robots, answer)

    def visits(self, day: date) -> dict[str, int]:
        """Registered domain → how often it was asked for something on this day (UTC)."""
        with self._transaction() as c:
            return visited.visits(c, day)

    def add_visits(self, day: date, counts: Mapping[str, int]) -> None:
        self._write(visited.add_visits, day, dict(counts))

    # Reading

    def pending_ids(self, series: str, recipe: str) -> list[int]:
        """Pages that were never read for the series, or by another recipe."""
        with self._transaction() as c:
            return assessed.pending_ids(c, series, recipe)

    def unread(self, series: str) -> int:
        """How many pages were never read for the series."""
        with self._transaction() as c:
            return assessed.unread(c, series)

    def pending(self, series: str, ids: list[int]) -> list[Pending]:
        with self._transaction() as c:
            return assessed.pending(c, series, ids)

    def page(self, series: str, url: str) -> Page | None:
        """The stored page of this address (as linked, or as its article calls itself), or None; None also where its body was removed."""
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

    def unreadable(self, series: str, recipe: str) -> int:
        """Pages that are outdated and can't be read again, because their bodies were removed."""
        with self._transaction() as c:
            return bodies.unreadable(c, series, recipe)

    def remove_bodies(self, keep: bodies.Keep) -> tuple[int, int]:
        """Remove raw bodies of pages that were read: the number of pages, and the bytes."""
        return self._write(bodies.remove, keep)

    # Forgetting

    def forgotten(self) -> Forgotten:
        """What must not be collected again."""
        with self._transaction() as c:
            return remembered.forgotten(c)

    def would_forget(self, what: str, value: str) -> list[str]:
        """Addresses of the pages that `forget` would remove."""
        with self._transaction() as c:
            return remembered.would_forget(c, what, remembered.wish(what, value))

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

    def count(self, series: str, wanted: Wanted = Wanted()) -> int:  # noqa: B008 - frozen
        """Articles about the series that pass the filter; limit and offset aside."""
        with self._transaction() as c:
            return asking.count(c, series, wanted)

    def entries(self, series: str, wanted: Wanted = Wanted()) -> list[Entry]:  # noqa: B008 - frozen
        """The articles about the series that pass the filter, newest first unless `wanted.sort` says otherwise.

        >>> [found] = store.entries("metallic-rouge-demo", Wanted(text="chocolate box", kind="review"))
        >>> found.site, found.published, found.score_as_written, found.score
        ('Afterglow', datetime.date(2024, 4, 24), '3/10', 30.0)
        >>> found.title
        'Happy birthday, Bones: Metallic Rouge and the emptiest chocolate box of the year'
        """
        with self._transaction() as c:
            return asking.entries(c, series, wanted)

    def remarks(self, series: str, wanted: Wanted = Wanted()) -> list[StoredRemark]:  # noqa: B008 - frozen
        """Sentences on an aspect or a theme; `wanted.text` and `wanted.stance` are then those of the sentence."""
        with self._transaction() as c:
            return list(asking.remarks(c, series, wanted))

    def names(self, series: str) -> Names:
        """What can be asked for by name."""
        with self._transaction() as c:
            return asking.names(c, series)

    def sql(self, statement: str, seconds: float = 10.0, rows: int = 10_000) -> Answer:
        """What one SELECT gives; it reads only, for so long and so many rows. Raises UserError where it can't be run."""
        with self._transaction() as c:
            return by_sql.ask(c, statement, seconds, rows)

    def searches_slowly(self) -> bool:
        """True where characters inside words are looked for without an index: a PostgreSQL without pg_trgm."""
        with self._transaction() as c:
            return search.lacks_parts(c)

    def sentences(self, ids: Collection[int]) -> list[StoredSentence]:
        """All sentences of these entries, in order.

        >>> [found] = store.entries("metallic-rouge-demo", Wanted(text="chocolate box", kind="review"))
        >>> said = store.sentences([found.id])
        >>> all(s.entry == found.id for s in said), sorted({facet for s in said for facet, _, _ in s.topics})
        (True, ['aspect', 'theme'])
        """
        with self._transaction() as c:
            return asking.sentences(c, ids)

    def skipped(self, series: str, source: str | None = None, limit: int | None = None, offset: int = 0) -> list[Skipped]:
        with self._transaction() as c:
            return asking.skipped(c, series, source, limit, offset)

    def followed(self) -> list[str]:
        """Slugs of the series that articles are about."""
        with self._transaction() as c:
            return asking.followed(c)

    def elsewhere(self, series: str, until: Week | None = None) -> list[Elsewhere]:
        """What reviews of other series state, of the outlets that write about this one: week by week, or all up to the end of one."""
        with self._transaction() as c:
            return asking.elsewhere(c, series, until)

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
