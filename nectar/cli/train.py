"""`nectar train`: make a table for the engine critic, from the rated reviews of one's own crawl or from public rated texts."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nectar.cli.home import Home, load_series
from nectar.cli.show import out
from pipeline.errors import UserError

if TYPE_CHECKING:
    from pipeline.series import Series
    from pipeline.store import Store


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "--data", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Folder of public rated texts instead."
)
@click.option("--open-only", is_flag=True, help="With --data: learn from the sources under CC BY 4.0 alone.")
@click.option("--table", type=click.Path(path_type=Path), help="File to write; default HOME/SLUG.table.")
@click.pass_obj
def train(home: Home, file: Path | None, data: Path | None, open_only: bool, table: Path | None) -> None:
    """Learn from rated reviews, and write a table for --engine.

    With FILE from the reviews that were collected for that series (30 at least; from 300 on words are learned, below only where
    praise begins), starting from what the bundled table knows. With --data from scratch.
    """
    if (file is None) == (data is None):
        raise click.UsageError("Give either FILE or --data.")
    if data and not table:
        raise click.UsageError("--data needs --table.")
    try:
        from pipeline.sentiment import training
    except ImportError as error:
        raise UserError(f"Training needs {error.name}, which is not installed.", 'Run: pip install "nectar[train]"') from None
    if data:
        from pipeline.sentiment.corpora import Corpora

        made = training.trained(Corpora(data), open_only)
    else:
        assert file is not None
        series = load_series(file, with_kinds=False)
        with home.filled_store(series, file) as store:
            from pipeline.sentiment.critic import TABLE

            made = training.adapted(TABLE, rated(series, store))
        table = table or home.path / f"{series.slug}.table"
    assert table is not None
    training.write(table, made, datetime.now(UTC).date())
    for source, count in made.texts.items():
        out.print(f"{count:>8,} {source}")
    out.print(f"Wrote {table}. Use it: --engine {table}")


def rated(series: "Series", store: "Store") -> list[tuple[str, float]]:
    """(text without names, stated score 0..100) of the reviews in the store that state one."""
    from pipeline.article import paragraphs_of
    from pipeline.assessment import JUDGING
    from pipeline.masks import Masks

    masks = Masks(series)
    return [
        ("\n".join(masks.mask(p.text) for p in paragraphs_of(e.text)), e.score)
        for e in store.entries(series.slug)
        if e.kind in JUDGING and e.score is not None and e.language == "en"
    ]
