"""`nectar schedule FILE`: let the machine run `nectar weekly` by itself."""

import re
import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nectar.cli.home import Home, load_series
from nectar.cli.score import EngineName
from nectar.cli.show import err, out
from nectar.cli.watching import watch_options
from pipeline.errors import UserError

if TYPE_CHECKING:
    from nectar.timetable import Every


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "way", type=click.Choice(["cron", "systemd", "launchd"]), help="Default: what this machine has.")
@click.option(
    "--every", type=click.Choice(["hour", "day", "week"]), default="day", show_default=True, help="A week begins on Monday."
)
@click.option(
    "--at", type=click.DateTime(["%H:%M"]), default="06:00", show_default="06:00", help="Local time; of an hour the minute."
)
@click.option("--contact", envvar="NECTAR_CONTACT", default="", help="Page or mail address for the user agent.")
@click.option("--engine", type=EngineName(), envvar="NECTAR_ENGINE", help="What judges sentences.")
@watch_options
@click.option("--name", help="Of the job; default nectar-SLUG.")
@click.option("--install", is_flag=True, help="Put it in place, for this user; a job of the same name is replaced.")
@click.option("--uninstall", is_flag=True, help="Take it away again.")
@click.pass_obj
def schedule(
    home: Home,
    file: Path,
    way: str | None,
    every: "Every",
    at: datetime,
    contact: str,
    engine: str | None,
    ping_url: str | None,
    metrics: Path | None,
    name: str | None,
    install: bool,
    uninstall: bool,
) -> int:
    """Print (or --install) what lets this machine run `nectar weekly FILE --due` by itself.

    Variables of the environment are not passed on; --home, --db, --contact, --engine and the options here are.
    """
    from nectar.installing import SCHEDULERS
    from nectar.timetable import Job

    if install and uninstall:
        raise click.UsageError("--install and --uninstall can't be used together.")
    series = load_series(file)
    name = name or f"nectar-{series.slug}"
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]{0,99}", name):
        raise UserError(f"{name!r} is no name for a job.", "Letters, digits, dots and dashes, 100 at most.")
    scheduler = SCHEDULERS[way or usual()]
    if uninstall:
        gone = scheduler.uninstall(name)
        out.print(f"Removed {name}." if gone else f"There was no {name}.")
        return 0 if gone else 1
    options: list[Any] = ["--contact", contact] if contact else []
    options += ["--engine", _whole(engine)] if engine else []
    options += ["--ping-url", ping_url] if ping_url else []
    options += ["--metrics", metrics.absolute()] if metrics else []
    command = (*program(), "--home", home.path, *_database(home), "weekly", file.absolute(), "--due", *options)
    title = f"Nectar follows {' '.join(series.title.split())}"
    job = Job(name, title, tuple(map(str, command)), home.path / "schedule.log", every, at.hour, at.minute)
    home.make()  # the log of cron lies there
    if install:
        out.print(scheduler.install(job))
    else:
        sys.stdout.write(scheduler.text(job))
        err.print("Nothing was installed: --install does.")
    if not (contact or series.contact):
        err.print("Note: a crawl of the open web needs a contact: in the series file, or --contact.")
    return 0


def usual() -> str:
    """What runs jobs on this machine."""
    if sys.platform == "darwin":
        return "launchd"
    return "systemd" if Path("/run/systemd/system").is_dir() and shutil.which("systemctl") else "cron"


def program() -> tuple[str, ...]:
    """How this very Nectar is called from anywhere."""
    script = Path(sys.executable).with_name("nectar")
    return (str(script),) if script.is_file() else (sys.executable, "-m", "nectar")


def _database(home: Home) -> tuple[str, ...]:
    """--db, where one was given; a file by its absolute path, since a job runs in another folder."""
    if isinstance(home.database, Path):
        return ()
    from pipeline.store.upkeep import file_of

    if "@" in home.database:
        err.print(
            "Note: the address of the database, with its password if it has one, can be read in the schedule (see ~/.pgpass)."
        )
    file = file_of(home.database)
    return ("--db", f"sqlite:///{file}" if file else home.database)


def _whole(engine: str) -> str:
    return str(Path(engine).absolute()) if engine.endswith(".table") else engine
