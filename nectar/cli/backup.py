"""`nectar backup`: a consistent, checked copy of the database, also while a crawl writes to it."""

import re
import shlex
from datetime import UTC, datetime
from pathlib import Path

import click

from nectar.cli.home import Home
from nectar.cli.show import out, reading_progress, room
from pipeline.errors import StoreError, UserError

_OURS = re.compile(r"nectar-\d{8}-\d{6}\.db")


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--keep", type=click.IntRange(1), metavar="N", help="Keep the N newest backups in the folder, remove older ones.")
@click.option("--force", is_flag=True, help="Overwrite PATH.")
@click.pass_obj
def backup(home: Home, path: Path | None, keep: int | None, force: bool) -> None:
    """Copy the database to PATH, a file or a folder, and check the copy; default HOME/backups/nectar-DATE-TIME.db, in UTC."""
    from pipeline.store.upkeep import backup as copy
    from pipeline.store.upkeep import file_of, plain_address

    file = file_of(home.there())
    if file is None:
        dump = f"pg_dump --format=custom --file=nectar.dump {shlex.quote(plain_address(str(home.database)))}"
        raise StoreError("Only databases of SQLite are copied by Nectar.", f"For PostgreSQL run: {dump}")
    folder = home.path / "backups" if path is None else path
    named = path is not None and not path.is_dir() and path.suffix != ""
    if keep and named:
        raise click.UsageError("--keep needs a folder.")
    to = path if path is not None and named else folder / f"nectar-{datetime.now(UTC):%Y%m%d-%H%M%S}.db"
    if to.exists() and (to.samefile(file) or not force):
        raise UserError(f"{to} is there already.", "Name another PATH, or overwrite it with --force (never the database itself).")
    with reading_progress("Copying") as progress:
        size = copy(file, to, progress)
    out.print(f"Wrote {to} ({room(size)}), checked.")
    old = sorted(p for p in folder.glob("nectar-*.db") if _OURS.fullmatch(p.name)) if keep else []
    for outdated in old[: -keep if keep else None]:
        outdated.unlink()
        out.print(f"Removed {outdated}")
