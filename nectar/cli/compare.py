"""`nectar compare A.toml B.toml`: two series of the store side by side."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nectar.cli.home import Home, load_series
from nectar.cli.show import err, inert, out, signed, table
from pipeline.errors import UserError
from pipeline.week import Week

if TYPE_CHECKING:
    from reports.comparison import Comparison


@click.command()
@click.argument("one", metavar="A.toml", type=click.Path(path_type=Path))
@click.argument("other", metavar="B.toml", type=click.Path(path_type=Path))
@click.option("--week", metavar="2024-W24", help="As of the end of this ISO week; default the newest with an article of either.")
@click.option(
    "--format", "form", type=click.Choice(["html", "json", "md"]), help="A page of the site (default), or text on stdout."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write into this file instead.")
@click.option("--language", metavar="es", help="Language of the page and of all else; default that of the first series file.")
@click.pass_obj
def compare(
    home: Home,
    one: Path,
    other: Path,
    week: str | None,
    form: str | None,
    as_json: bool,
    output: Path | None,
    language: str | None,
) -> None:
    """Compare how the press receives two series: numbers, aspects, and the outlets that reviewed both."""
    if as_json and form not in (None, "json"):
        raise click.UsageError("--json and --format can't be used together.")
    form = "json" if as_json else form
    compared = _compared(home, one, other, Week.parse(week) if week else None, language)
    from reports import comparing, record
    from reports.files import write

    if form in ("json", "md"):
        text = record.plain(compared) if form == "json" else comparing.markdown(compared)
        if output is None:
            click.echo(text, nl=False)
        else:
            write(output, text)
            err.print(f"Wrote {inert(output)}")
        return
    if output is None:
        from reports.site import write_comparison

        page = write_comparison(home.site, compared)
    else:
        page = output
        write(page, comparing.page(compared))
    _show(compared)
    out.print(f"Drew {inert(page)}")


def _compared(home: Home, one: Path, other: Path, week: Week | None, language: str | None) -> "Comparison":
    """Both series as the store has them. Raises UserError for one that is not in it, for the same twice, and for an unknown language."""
    left, right = (load_series(file, with_kinds=False) for file in (one, other))
    if left.slug == right.slug:
        raise UserError(
            f"{inert(one)} and {inert(other)} are the same series ({left.slug}).",
            "Name the files of two series with different slugs.",
        )
    home.there()
    with home.filled_store(left, one) as store, home.filled_store(right, other):
        from reports.comparison import compare
        from reports.material import load

        return compare(load(left, store, language=language), load(right, store, language=language), week, datetime.now(UTC))


def _show(c: "Comparison") -> None:
    from reports.comparing import overview

    shown = overview(c)
    rows = [(of, *(v if isinstance(v, str) else signed(v) for v in (left, right)), gap) for of, left, right, gap in shown.rows]
    table(("", *(f"{inert(s.title)} " for s in (c.left, c.right)), f"{shown.last} "), rows)
    out.print()
    out.print(inert(c.verdict))
    out.print(inert(c.like_with_like))
    if shown.sure:
        out.print(f"* {shown.sure}")
