"""`nectar export`: the database as a file for others: SQLite, CSV, lines of JSON, Parquet; or a series file's sources as OPML."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nectar.cli.home import Home, load_series
from nectar.cli.show import out, reading_progress, room
from pipeline.errors import StoreError, UserError

if TYPE_CHECKING:
    from pipeline.store.redaction import Without
    from pipeline.store.snapshot import Relation

Watch = Callable[[int, int], None]
_FORMS = {".db": "sqlite", ".sqlite": "sqlite", ".csv": "csv", ".jsonl": "jsonl", ".parquet": "parquet", ".opml": "opml"}


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "--to",
    required=True,
    type=click.Path(path_type=Path),
    help="File; for csv, jsonl and parquet a folder, with a file for each table, or with one --table a file.",
)
@click.option(
    "--format", "form", type=click.Choice([*dict.fromkeys(_FORMS.values())]), help="Default: as the ending of --to says."
)
@click.option("--table", "tables", multiple=True, metavar="NAME", help="Only this table or view; may be given several times.")
@click.option("--no-text", is_flag=True, help="Without raw pages, texts of articles, sentences and verdicts.")
@click.option("--no-authors", is_flag=True, help="Without bylines, and without the raw pages in which they stand.")
@click.option("--force", is_flag=True, help="Overwrite what is there.")
@click.pass_obj
def export(
    home: Home,
    file: Path | None,
    to: Path,
    form: str | None,
    tables: tuple[str, ...],
    no_text: bool,
    no_authors: bool,
    force: bool,
) -> None:
    """Write the database, as it is at this moment, for other programs; with --format opml the sources of the series FILE.

    A crawl may go on meanwhile. The exports hold all series of the home.
    """
    form = form or _FORMS.get(to.suffix.lower())
    if form is None:
        raise click.UsageError("--to has no ending that says how: give --format.")
    if (form == "opml") != (file is not None):
        raise click.UsageError(
            "--format opml needs FILE." if file is None else "FILE is for --format opml: the others export all series."
        )
    if form not in {"sqlite", "opml"} and to.suffix.lower() in _FORMS and len(tables) != 1:
        raise click.UsageError(
            f"Each table is a file of its own: name a folder, such as --to {to.with_suffix('')} --format {form}, or choose one --table."
        )
    if tables and form in {"sqlite", "opml"}:
        raise click.UsageError(f"--table does not go with {form}.")
    if form == "opml":
        assert file is not None
        _write_opml(file, _free(to, force))
        return
    from pipeline.store.redaction import Without

    database, without = home.there(), Without(no_text, no_authors)
    with reading_progress("Exporting") as watch:
        if form == "sqlite":
            size = _write_sqlite(database, _free(to, force, database), without, watch)
            written = f"{to} ({room(size)})"
        else:
            written = _write_tables(database, to, form, tables, without, force, watch)
    out.print(f"Wrote {written}.")


def _free(to: Path, force: bool, database: str | Path = "") -> Path:
    """The place, where it may be written. Raises UserError where something is there, and always for the database itself."""
    from pipeline.store.upkeep import file_of

    own = file_of(database) if database else None
    if to.exists() and own is not None and own.exists() and to.samefile(own):
        raise UserError(f"{to} is the database itself.", "Name another place with --to.")
    if to.exists() and not (force and to.is_file()):
        raise UserError(f"{to} is there already.", "Name another place with --to, or overwrite a file with --force.")
    return to


def _write_opml(file: Path, to: Path) -> None:
    from nectar.formats import opml
    from reports.files import write

    series = load_series(file, with_kinds=False)
    write(to, opml(series, datetime.now(UTC)))
    many, feeds = len(series.sources), sum(source.kind == "feed" for source in series.sources)
    out.print(f"Wrote {to}: {many} source{'' if many == 1 else 's'}, of which feed readers take {feeds}.")


def _write_sqlite(database: str | Path, to: Path, without: "Without", watch: Watch) -> int:
    from pipeline.store.snapshot import copy
    from pipeline.store.upkeep import backup, file_of

    file = file_of(database)
    return backup(file, to, watch) if file and not without else copy(database, to, without, watch)


def _write_tables(
    database: str | Path, to: Path, form: str, tables: Sequence[str], without: "Without", force: bool, watch: Watch
) -> str:
    """Each table as a file. What is left out is left out of a copy first, so that views show nothing of it either."""
    from pipeline.store.snapshot import copy, snapshot

    with _room_for(to, len(tables) == 1, force, form) as place, tempfile.TemporaryDirectory() as folder:
        if without:
            copy(database, Path(folder) / "nectar.db", without)
            database = Path(folder) / "nectar.db"
        with snapshot(database) as now:
            relations = _chosen(now.relations(), tables)
            done = sum(_write_one(now.rows(r.name), r, place(r.name), form, relations, watch) for r in relations)
    return f"{to}: {done:,} row{'' if done == 1 else 's'} of {len(relations)} table{'' if len(relations) == 1 else 's'}"


def _write_one(
    rows: Iterator[tuple[Any, ...]], relation: "Relation", path: Path, form: str, relations: Sequence["Relation"], watch: Watch
) -> int:
    from nectar.formats import FORMATS

    before = sum(r.rows for r in relations[: relations.index(relation)])
    total = sum(r.rows for r in relations)
    count = 0

    def counted() -> Iterator[tuple[Any, ...]]:
        nonlocal count
        for row in rows:
            yield row
            count += 1
            if count % 500 == 0:
                watch(before + count, total)

    FORMATS[form](path, relation.columns, counted())
    return count


def _chosen(there: Sequence["Relation"], tables: Sequence[str]) -> list["Relation"]:
    if unknown := [name for name in tables if name not in {r.name for r in there}]:
        raise UserError(f"There is no table {unknown[0]!r}.", f"There are: {', '.join(r.name for r in there)}.")
    return [r for r in there if not tables or r.name in tables]


@contextmanager
def _room_for(to: Path, single: bool, force: bool, form: str) -> Iterator[Callable[[str], Path]]:
    """Where each table is to be written: beside its place first, so that a failure leaves what was there as it was."""
    if single and to.suffix:
        _free(to, force)
    elif to.exists() and (not to.is_dir() or (any(to.iterdir()) and not force)):
        raise UserError(f"{to} is there already.", "Name another folder with --to, or overwrite the files in it with --force.")
    part = None
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(dir=to.parent, prefix=".", suffix=".part"))
        yield lambda name: part / f"{name}.{form}"
        written = sorted(part.iterdir())
        if not (single and to.suffix):
            to.mkdir(exist_ok=True)
        for path in written:
            path.replace(to if single and to.suffix else to / path.name)
    except OSError as error:
        raise StoreError(f"{to} can't be written: {error.strerror or error}.", "Free some space or check the rights.") from error
    finally:
        if part:
            shutil.rmtree(part, ignore_errors=True)
