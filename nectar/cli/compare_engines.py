"""`nectar compare-engines FILE A B`: where two engines disagree, sentence by sentence."""

import json
import sys
from pathlib import Path

import click

from nectar.cli.home import Home, load_series
from nectar.cli.score import EngineName
from nectar.cli.show import inert, out, reading_progress, signed, table

_LONGEST = 110


@click.command("compare-engines")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("one", type=EngineName(), default="critic")
@click.argument("other", type=EngineName(), default="textblob")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Sentences to show.")
@click.option("--articles", type=click.IntRange(1), default=200, show_default=True, help="Newest articles to compare on.")
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON.")
@click.pass_obj
def compare_engines(home: Home, file: Path, one: str, other: str, limit: int, articles: int, as_json: bool) -> None:
    """Show the stored sentences on which two engines differ most. Nothing is stored."""
    series = load_series(file, with_kinds=False)
    with home.filled_store(series, file) as store:
        from pipeline.disagreement import compared
        from pipeline.store import Wanted

        entries = store.entries(series.slug, Wanted(limit=articles))
        with reading_progress("Comparing") as progress:
            found = compared(series, entries, store.sentences([e.id for e in entries]), one, other, progress)
    if as_json:
        json.dump(found.record(limit), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
        return
    table(
        (f"{found.one} ", f"{found.other} ", "sentence", "outlet"),
        [(signed(d.one), signed(d.other), inert(d.text)[:_LONGEST], d.site) for d in found.widest[:limit]],
    )
    out.print(
        f"{found.sentences:,} sentences: {found.agree:.0%} the same sign, {found.oppose:.0%} opposite ones, "
        f"{found.alone:.0%} judged by one engine only; {found.silent:.0%} by neither."
    )
