"""`nectar score FILE`: read what waits to be read."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nectar.cli.home import Home, load_series
from nectar.cli.show import complain, err, inert, many, out, reading_progress

if TYPE_CHECKING:
    from pipeline.series import Series
    from pipeline.store import Store
    from pipeline.work import Reading

ENGINES = ("auto", "critic", "critic-cc", "minilm", "mpnet", "textblob", "llm")
"""Names for --engine, here so that --help need not import the engines; a test holds that they are pipeline.sentiment's."""


class EngineName(click.ParamType[str]):
    """The name of an engine, or the path of a table that `nectar train` made."""

    name = "name"

    def convert(self, value: str, param: click.Parameter | None, context: click.Context | None) -> str:
        if value not in ENGINES and not value.endswith(".table"):
            self.fail(f"{value!r} is none of {', '.join(ENGINES)}, and no .table file.", param, context)
        return value

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        return f"[{'|'.join(ENGINES)}|FILE.table]"


engine_option = click.option(
    "--engine", type=EngineName(), envvar="NECTAR_ENGINE", default=ENGINES[0], show_default=True, help="What judges sentences."
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@engine_option
@click.pass_obj
def score(home: Home, file: Path, engine: str) -> None:
    """Read and judge stored pages that are new, or were judged by an older recipe. No crawl."""
    series = load_series(file, with_kinds=False)
    with home.filled_store(series, file) as store, home.locked():
        reading = run_score(series, store, engine)
        out.print(
            f"Read {reading.read} pages, {reading.taken} of them about the series; {store.count(series.slug)} articles in all."
        )


def say_unread(series: "Series", store: "Store", file: Path) -> bool:
    """Whether pages wait that nobody has read yet, and, if so, what reads them."""
    waiting = store.unread(series.slug)
    if waiting:
        err.print(f"{many(waiting, 'page')} not read yet: nectar score {inert(file)} judges what was collected.")
    return waiting > 0


def run_score(series: "Series", store: "Store", engine: str) -> "Reading":
    """Read what waits, with progress; says where an engine could not do its part."""
    from pipeline.sentiment import engine as made
    from pipeline.tracing import trace
    from pipeline.work import read_pending

    with reading_progress("Reading") as progress:
        reading = read_pending(store, series, datetime.now(UTC), engine, progress)
    with reading_progress("Looking for copies"):
        changed = trace(store, series.slug)
    if changed:
        store.take_stock()
    if reading.unreadable:
        err.print(
            f"Note: {reading.unreadable} pages stay as an older recipe read them: their bodies were removed (see nectar vacuum)."
        )
    if engine == "llm":
        asked = made(engine)
        if fell_back := getattr(asked, "fell_back", 0):
            complain(f"{fell_back} sentences were judged by critic instead: the model {getattr(asked, 'trouble', '')}.")
    return reading
