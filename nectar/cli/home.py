"""Where things are: the folder that holds nectar.db and site/, and the lock that keeps two runs apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import Locked, StoreError, UserError

if TYPE_CHECKING:
    from pipeline.series import Series
    from pipeline.store import Store


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
            with FileLock(self.path / "nectar.lock", timeout=0):
                yield
        except Timeout:
            raise Locked(f"Another run of nectar is at work in {self.path}.", "Wait until it has finished.") from None

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
    def filled_store(self, series: "Series", file: Path) -> Iterator["Store"]:
        """The store, for commands that only read. Raises StoreError where nothing of the series is in it yet."""
        with self.store() as store:
            if store.last_run(series.slug) is None and not store.count(series.slug):
                raise StoreError(
                    f"Nothing of {series.title!r} has been collected in {self.path} yet.", f"Run: nectar weekly {file}"
                )
            yield store


def load_series(file: Path, with_kinds: bool = True) -> "Series":
    """The series of a file; with `with_kinds` the kinds of its sources are checked too, which costs the import of the crawler's."""
    from pipeline.series import load

    if not with_kinds:
        return load(file)
    from crawler.sources import KINDS

    return load(file, KINDS)
