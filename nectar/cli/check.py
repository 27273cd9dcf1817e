"""`nectar check FILE`: is the series file sound, and what does it follow? Touches neither web nor database."""

from pathlib import Path

import click

from nectar.cli.home import load_series
from nectar.cli.show import err, inert, out, table


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Check a series file: every mistake at once, then what it follows."""
    series = load_series(file)
    aired = [e for e in series.episodes if e.aired]
    span = f", {series.premiere} to {series.finale}" if aired else ""
    out.print(f"{inert(series.title)} ({series.medium}), {len(series.episodes)} episodes{span}")
    out.print(f"Names: {inert(', '.join(series.names))}")
    if series.confused_with:
        out.print(f"Not to be confused with: {inert(', '.join(series.confused_with))}")
    table(("source", "how", "url"), ((s.name, s.kind, s.url) for s in series.sources))
    for missing, why in (
        (series.sources, "No sources: there is nothing to crawl."),
        (series.contact, "No contact: a crawl of the open web needs one (or NECTAR_CONTACT)."),
        (aired, "No episodes with air dates: previews and reviews can't be told apart by date."),
        (series.people, "No people: names in sentences may be taken for opinions."),
    ):
        if not missing:
            err.print(f"Note: {why}")
