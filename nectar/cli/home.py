"""Where things are: the folder that holds nectar.db and site/, and the lock that keeps two runs apart."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.errors import Locked, SeriesError, StoreError, UserError

if TYPE_CHECKING:
    from pipeline.series import Series
    from pipeline.store import Store


_HOLDER = "nectar.lock.holder"
"""File that says which command holds the lock, and since when. The lock alone counts."""


@dataclass(frozen=True, slots=True)
class Home:
    path: Path
    database: str | Path
    """A URL, or the file of SQLite."""

    @classmethod
    def of(cls, path: Path | None, database: str | None) -> "Home":
        if path is None:
            from platformdirs import user_data_path

            path = user_data_path("nectar", appauthor=False)
        path = path.expanduser().absolute()
        return cls(path, database or path / "nectar.db")

    @property
    def site(self) -> Path:
        return self.path / "site"

    @property
    def crawl_log(self) -> Path:
        return self.path / "crawl.log"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the home for one run. Raises Locked where another run holds it; a killed run holds nothing."""
        from filelock import FileLock, Timeout

        self.make()
        try:
            with FileLock(self.path / "nectar.lock", timeout=0), self._named():
                yield
        except Timeout:
            raise Locked(f"Another run of nectar is at work in {self.path}.", "Wait until it has finished.") from None

    def holder(self) -> str:
        """Who holds the home, in words; empty where nobody does."""
        from filelock import FileLock, Timeout

        try:
            number, command = (self.path / _HOLDER).read_text("utf-8").split("\n", 1)
            if not Path("/proc").is_dir() or Path(f"/proc/{int(number)}").exists():
                # The lock itself is only tried where somebody seems to hold it: a question must not turn a run away.
                with FileLock(self.path / "nectar.lock", timeout=0):
                    return ""
        except Timeout:
            return f"{command.strip()}, process {number}"
        except (OSError, ValueError):
            pass
        return ""

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Leave word of who holds the lock. No run fails for want of it."""
        command = click.get_current_context(silent=True)
        said = f"{os.getpid()}\nnectar {command.info_name if command else ''} since {datetime.now(UTC):%Y-%m-%d %H:%M} UTC\n"
        with suppress(OSError):
            (self.path / _HOLDER).write_text(said, "utf-8")
        try:
            yield
        finally:
            with suppress(OSError):
                (self.path / _HOLDER).unlink()

    def there(self) -> str | Path:
        """The database, for commands that need one. Raises StoreError where there is none yet."""
        if missing := self._missing():
            raise StoreError(
                f"There is no database {missing} yet.", "Run: nectar weekly FILE, or nectar demo; or name another --home."
            )
        return self.database

    def _missing(self) -> Path | None:
        """The file of the database where it is not there yet. Raises UserError where it can't be there, because a file is in the way."""
        from pipeline.store.upkeep import file_of

        file = file_of(self.database)
        if file is None or file.exists():
            return None
        if in_the_way := next((folder for folder in file.parents if folder.is_file()), None):
            raise UserError(f"{in_the_way} is a file, and no folder.", "Choose another --home or --db.")
        return file

    def make(self) -> None:
        """Create the folder. Raises UserError where that can't be done."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"{self.path} can't be made: {error.strerror}.", "Choose another --home.") from error

    @contextmanager
    def store(self) -> Iterator["Store"]:
        from pipeline.store import Store

        with Store(self.database) as store:
            yield store

    @contextmanager
    def store_if_any(self) -> Iterator["Store | None"]:
        """The store, for what can be told without one too. A question makes none."""
        if self._missing():
            yield None
        else:
            with self.store() as store:
                yield store

    @contextmanager
    def filled_store(self, series: "Series", file: Path) -> Iterator["Store"]:
        """The store, for commands that only read. Raises StoreError where nothing of the series is in it yet; it is not made then."""
        if missing := self._missing():
            raise StoreError(
                f"Nothing of {series.title!r} has been collected: there is no database {missing} yet.",
                f"Run: nectar weekly {file}, or name another --home.",
            )
        with self.store() as store:
            if store.last_run(series.slug) is None and not store.count(series.slug):
                raise StoreError(
                    f"Nothing of {series.title!r} has been collected in {self._place()} yet.", f"Run: nectar weekly {file}"
                )
            yield store

    def _place(self) -> str:
        """Which database, without a password."""
        from pipeline.store.upkeep import file_of, plain_address

        return str(file_of(self.database) or plain_address(str(self.database)))


def load_series(file: Path, with_kinds: bool = True) -> "Series":
    """The series of a file; with `with_kinds` the kinds of its sources are checked too, which costs the import of the crawler's."""
    from pipeline.series import load

    if not with_kinds:
        try:
            return load(file)
        except SeriesError:
            pass  # what else is wrong is said at once
    from crawler.sources import KINDS

    return load(file, KINDS)
