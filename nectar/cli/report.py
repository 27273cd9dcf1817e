"""`nectar report FILE`: draw weekly pages from what is stored, or one week in one format."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nectar.cli.home import Home, load_series
from nectar.cli.show import err, out, pour_away, reading_progress, room
from nectar.cli.web_url import WebUrl
from pipeline.errors import UserError
from pipeline.week import Week
from reports.drawing import start
from reports.formats import FORMATS, named

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.series import Series
    from pipeline.store import Store

language_option = click.option("--language", metavar="es", help="Language of the pages; default that of the series file.")
spoilers_option = click.option(
    "--spoilers-up-to",
    "seen",
    type=click.IntRange(0),
    metavar="EPISODE",
    help="Readers have seen it so far: what pieces on later episodes say is folded; 0 for nothing seen.",
)


def _print_schema(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        import json

        from reports.record import schema

        click.echo(json.dumps(schema(), indent=1, ensure_ascii=False))
        context.exit()


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--week", metavar="2024-W24", help="This ISO week; default the current one, quiet or not.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Every week from the first article to the last, and all that have a page; pages of weeks that have not begun are taken away.",
)
@click.option("--format", "form", type=click.Choice([*FORMATS]), help="One week in this format, instead of the pages.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write it; default, and with -, to stdout.")
@click.option("--to", multiple=True, metavar="ADDRESS", help="Reader of a mail; may be given several times.")
@click.option(
    "--base-url",
    envvar="NECTAR_BASE_URL",
    type=WebUrl(),
    metavar="URL",
    help="Where the folder of the pages lies on the web, for links out of a mail or a page by itself.",
)
@spoilers_option
@language_option
@click.option(
    "--schema", is_flag=True, is_eager=True, expose_value=False, callback=_print_schema, help="Print the JSON Schema of a report."
)
@click.pass_obj
def report(
    home: Home,
    file: Path,
    week: str | None,
    everything: bool,
    form: str | None,
    output: Path | None,
    to: tuple[str, ...],
    base_url: str | None,
    seen: int | None,
    language: str | None,
) -> None:
    """Draw the weekly page, and the index of all weeks.

    With --format, or -o with an ending that says which, one week is written in one format and no page is drawn.
    """
    if week and everything:
        raise click.UsageError("--week and --all can't be used together.")
    single = form is not None or output is not None
    if single and everything:
        raise click.UsageError("--all draws pages: it does not go with --format and -o.")
    form = named(form, output) if single else None
    if form is None or FORMATS[form].charts:
        start()
    if to and not (form and FORMATS[form].addressed):
        raise click.UsageError("--to is for --format mail.")
    series = load_series(file, with_kinds=False)
    wanted = Week.parse(week) if week else this_week()
    _begun(wanted)
    if form is not None:
        _refuse_terminal(form, output)
        with home.filled_store(series, file) as store:
            _known(store, series, wanted if week else None)
            _write_one(store, series, wanted, form, output, to, base_url, seen, language)
            if not week:
                _say_quiet(store, series, wanted, err if _to_stdout(output) else out)
        return
    with home.locked(), home.filled_store(series, file) as store:
        _known(store, series, wanted if week else None)
        if everything:
            _clear(home, series)
        draw(home, series, store, None if everything else [wanted], None, seen, language)
        if not (week or everything):
            _say_quiet(store, series, wanted, out)


def this_week() -> Week:
    return Week.of(datetime.now(UTC).date())


def _latest() -> Week:
    """The newest week that has begun anywhere: on the islands that are first, fourteen hours before UTC."""
    return Week.of((datetime.now(UTC) + timedelta(hours=14)).date())


def _begun(week: Week) -> None:
    """Raises UserError for a week that is still to come."""
    if week > _latest():
        raise UserError(f"{week} has not begun: its first day is {week.first}.", f"The current week is {this_week()}.")


def _clear(home: Home, series: "Series") -> None:
    """Take away the pages of weeks that have not begun, which an older Nectar drew where it was asked to; says which."""
    from reports.site import take_away

    if gone := take_away(home.site, series.slug, _latest()):
        out.print(f"Took away {', '.join(map(str, gone))}: not begun yet.")


def draw(
    home: Home,
    series: "Series",
    store: "Store",
    weeks: list[Week] | None,
    also: Week | None,
    seen: int | None = None,
    language: str | None = None,
) -> list[Path]:
    """Write these weeks (None: all that have articles, and `also`) and the index; says where they are.

    `language`: of the pages; None for that of the series file.
    """
    from reports.site import write

    with reading_progress("Drawing") as progress:
        pages = write(home.site, series, store, weeks, also, datetime.now(UTC), progress, seen, language)
    shown = f", the last is {pages[-1]}" if pages else ""
    out.print(f"Drew {len(pages)} week{'' if len(pages) == 1 else 's'}{shown}")
    out.print(f"Index: {home.site / 'index.html'}")
    return pages


def _known(store: "Store", series: "Series", week: Week | None) -> None:
    """Raises UserError for a week before the first article; None is the current one, which may be quiet."""
    first = next(iter(store.weeks(series.slug)), None)
    if week and (first is None or str(week) < first):
        raise UserError(
            f"Nothing about {series.title!r} is known of {week} or before.",
            f"The first week with an article is {first or 'still to come'}.",
        )


def _say_quiet(store: "Store", series: "Series", week: Week, where: "Console") -> None:
    """Which week it was, where nobody named one and nothing was published in it."""
    newest = next(reversed(store.weeks(series.slug)), None)
    if newest and newest < str(week):
        where.print(f"Note: {week} is the current week, and a quiet one; the newest with an article is --week {newest}.")


def _refuse_terminal(form: str, output: Path | None) -> None:
    if FORMATS[form].binary and _to_stdout(output) and sys.stdout.isatty():
        raise UserError(f"A {form} report is no text for a terminal.", f"Name a file: -o report{FORMATS[form].ending}")


def _write_one(
    store: "Store",
    series: "Series",
    week: Week,
    form: str,
    output: Path | None,
    to: tuple[str, ...],
    base_url: str | None,
    seen: int | None,
    language: str | None,
) -> None:
    """Everything is made before anything is written."""
    from reports.alone import one
    from reports.files import write

    if output is not None and output.is_dir():
        raise UserError(f"{output} is a folder.", f"Name a file: -o {output / f'{series.slug}-{week}'}{FORMATS[form].ending}")
    drawn = FORMATS[form]
    made = drawn.draw(one(series, store, week, datetime.now(UTC), seen, language, base_url or "", drawn.charts), to)
    if output is None or _to_stdout(output):
        _pour(made)
    else:
        write(output, made)
        click.echo(f"Wrote {output} ({room(len(made))}).")


def _pour(made: bytes) -> None:
    """To stdout, byte for byte. Raises WriteError where it can't take them; that a reader went away is no error."""
    from reports.files import WriteError

    try:
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        pour_away()
        raise WriteError(f"The report can't be written: {error.strerror}.", "Free some space, or name a file with -o.") from error


def _to_stdout(output: Path | None) -> bool:
    return output is None or str(output) == "-"
