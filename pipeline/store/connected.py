"""An open database: its engine, and transactions in plain words. What is asked and kept in them is the Store's."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection

from pipeline.store.opening import WRITES, migrate, open_engine
from pipeline.store.trouble import again, in_plain_words

P = ParamSpec("P")
T = TypeVar("T")


class Connected:
    """Opened by its URL, closed by `with` or `close`."""

    def __init__(self, url: str | Path) -> None:
        """Opens `url` (SQLAlchemy's form, or the path of a SQLite file) and brings its tables up to date, creating them where there are none."""
        self._engine = open_engine(url)
        try:
            migrate(self._engine)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
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

    def take_stock(self) -> None:
        """Let the database count what it holds, so that a question goes by the index that is best for so much. A tenth of a second.

        A server does so by itself. SQLite only when it is asked: else it took the articles with their texts where an index told their outlets.
        """
        if self._engine.dialect.name == "sqlite":
            self._write(_analyze)

    def _write(self, verb: Callable[Concatenate[Connection, P], T], /, *given: P.args, **named: P.kwargs) -> T:
        """One transaction of one verb, done again where another one crossed it: what is given must outlive a try."""

        def once() -> T:
            with self._transaction(writes=True) as c:
                return verb(c, *given, **named)

        return again(once)


def _analyze(c: Connection) -> None:
    c.exec_driver_sql("PRAGMA analysis_limit = 400")  # rows of an index that are looked at, as SQLite advises
    c.exec_driver_sql("ANALYZE")
