"""`nectar weekly FILE`: crawl, score, report. The one command for a schedule."""

from pathlib import Path

import click

from crawler.options import Options
from nectar.cli.crawl import crawl_options, due_option, exit_code, run_crawl, say, say_ailing
from nectar.cli.home import Home, load_series
from nectar.cli.report import draw, this_week
from nectar.cli.score import engine_option, run_score
from nectar.cli.show import out


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@engine_option
@due_option
@crawl_options
@click.pass_obj
def weekly(home: Home, file: Path, engine: str, options: Options) -> int:
    """Collect, read and draw: this week's page, and every week that has something in it."""
    series = load_series(file)
    with home.locked(), home.store() as store:
        summary = run_crawl(home, series, store, options)
        say(summary)
        say_ailing(series, store)
        reading = run_score(series, store, engine)
        out.print(f"Read {reading.read} pages, {reading.taken} of them about the series.")
        draw(home, series, store, None, this_week())
    return exit_code(summary)
