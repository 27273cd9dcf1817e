"""`nectar weekly FILE`: crawl, score, report. The one command for a schedule."""

from pathlib import Path

import click

from crawler.options import Options
from nectar.cli.crawl import crawl_options, due_option, exit_code, run_crawl, say, say_ailing
from nectar.cli.demo import GONE, of_the_demo
from nectar.cli.home import Home, load_series
from nectar.cli.report import draw, language_option, spoilers_option, this_week
from nectar.cli.score import engine_option, run_score
from nectar.cli.show import inert, out
from nectar.cli.watching import watch_options, watched


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@engine_option
@due_option
@crawl_options
@spoilers_option
@language_option
@watch_options
@click.pass_obj
def weekly(
    home: Home,
    file: Path,
    engine: str,
    seen: int | None,
    language: str | None,
    ping_url: str | None,
    metrics: Path | None,
    options: Options,
) -> int:
    """Collect, read and draw: this week's page, and every week that has something in it.

    Where every source failed nobody knows whether the week was quiet: then it gets no page.
    """
    from reports.tongue import known

    with watched(ping_url, metrics) as run:
        run.series = series = load_series(file)
        known(language or series.language)
        with home.locked(), home.store() as store:
            run.look(series, store)
            run.summary = summary = run_crawl(home, series, store, options)
            run.code = exit_code(summary)
            say(summary)
            say_ailing(series, store)
            if (failed := summary.outcome == "failed") and of_the_demo(series):
                out.print(GONE)
            reading = run_score(series, store, engine)
            run.look(series, store)
            out.print(f"Read {reading.read} pages, {reading.taken} of them about the series.")
            if failed and not store.count(series.slug):
                out.print(f"Every source failed, and nothing is known of {inert(series.title)} yet: no page was drawn.")
                return run.code
            pages = draw(home, series, store, None, None if failed else this_week(), seen, language)
            if str(this_week()) not in {page.stem for page in pages}:
                out.print(f"Every source failed: nothing is known of {this_week()}, which has no page.")
    return run.code
