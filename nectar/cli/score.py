"""`nectar score FILE`: read what waits to be read."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nectar.cli.home import Home, load_series
from nectar.cli.show import out, reading_progress

if TYPE_CHECKING:
    from pipeline.series import Series
    from pipeline.store import Store
    from pipeline.work import Reading

ENGINES = ("auto", "critic", "critic-cc", "minilm", "textblob", "llm")
"""Names for --engine, here so that --help need not import the engines; a test holds that they are pipeline.sentiment's."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True, help="What judges sentences.")
@click.pass_obj
def score(home: Home, file: Path, engine: str) -> None:
    """Read and judge stored pages that are new, or were judged by an older recipe. No crawl."""
    series = load_series(file, with_kinds=False)
    with home.locked(), home.filled_store(series, file) as store:
        reading = run_score(series, store, engine)
        out.print(
            f"Read {reading.read} pages, {reading.taken} of them about the series; {store.count(series.slug)} articles in all."
        )


def run_score(series: "Series", store: "Store", engine: str = ENGINES[0]) -> "Reading":
    from pipeline.work import read_pending

    with reading_progress("Reading") as progress:
        return read_pending(store, series, datetime.now(UTC), engine, progress)
