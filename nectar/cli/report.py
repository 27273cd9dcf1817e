"""`nectar report FILE`: draw weekly pages from what is stored."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nectar.cli.home import Home, load_series
from nectar.cli.show import out, reading_progress
from pipeline.errors import UserError
from pipeline.week import Week

if TYPE_CHECKING:
    from pipeline.series import Series
    from pipeline.store import Store

language_option = click.option("--language", metavar="es", help="Language of the pages; default that of the series file.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--week", metavar="2024-W24", help="This ISO week; default the current one.")
@click.option("--all", "everything", is_flag=True, help="Every week from the first article to the last.")
@language_option
@click.pass_obj
def report(home: Home, file: Path, week: str | None, everything: bool, language: str | None) -> None:
    """Draw the weekly page, and the index of all weeks."""
    if week and everything:
        raise click.UsageError("--week and --all can't be used together.")
    series = load_series(file, with_kinds=False)
    wanted = Week.parse(week) if week else this_week()
    with home.locked(), home.filled_store(series, file) as store:
        first = next(iter(store.weeks(series.slug)), None)
        if week and (first is None or str(wanted) < first):
            raise UserError(
                f"Nothing about {series.title!r} is known of {wanted} or before.",
                f"The first week with an article is {first or 'still to come'}.",
            )
        draw(home, series, store, None if everything else [wanted], None, language)


def this_week() -> Week:
    return Week.of(datetime.now(UTC).date())


def draw(
    home: Home, series: "Series", store: "Store", weeks: list[Week] | None, also: Week | None, language: str | None = None
) -> list[Path]:
    """Write these weeks (None: all that have articles, and `also`) and the index; says where they are.

    `language`: of the pages; None for that of the series file.
    """
    from reports.site import write

    with reading_progress("Drawing") as progress:
        pages = write(home.site, series, store, weeks, also, datetime.now(UTC), progress, language)
    shown = pages[-1] if pages else home.site
    out.print(f"Drew {len(pages)} week{'' if len(pages) == 1 else 's'}, the last is {shown}")
    out.print(f"Index: {home.site / 'index.html'}")
    return pages
