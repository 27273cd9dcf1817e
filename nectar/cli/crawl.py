"""`nectar crawl FILE`: ask every source, store what is new."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crawler.options import Options
from nectar.cli.home import Home, load_series
from nectar.cli.score import say_unread
from nectar.cli.show import complain, crawl_progress, inert, out, table
from pipeline.errors import UserError

if TYPE_CHECKING:
    from crawler.tally import CrawlSummary
    from pipeline.series import Series
    from pipeline.store import Store

SOME_FAILED = 3
_OURS = "Where this address is your own, give --allow-private."


class Interrupted(UserError):
    """The crawl was stopped by hand."""

    code = 130


def crawl_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What every command that fetches may be told; it gets them as one `options`."""

    @wraps(command)
    def gathered(*args: Any, delay: float | None, allow_private: bool, contact: str, due: bool = False, **more: Any) -> Any:
        return command(*args, options=Options(delay, allow_private, contact, due=due), **more)

    given: Any = gathered
    for option in (
        click.option("--contact", envvar="NECTAR_CONTACT", default="", help="Page or mail address for the user agent."),
        click.option("--allow-private", is_flag=True, help="Fetch from loopback and private addresses too (tests, intranets)."),
        click.option("--delay", type=click.FloatRange(0), metavar="SECONDS", help="Between two requests to a site; default 5."),
    ):
        given = option(given)
    return given  # type: ignore[no-any-return]


due_option = click.option("--due", is_flag=True, help="Ask only the sources whose turn has come; for schedules that run often.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@due_option
@crawl_options
@click.pass_obj
def crawl(home: Home, file: Path, options: Options) -> int:
    """Collect what is new about a series."""
    series = load_series(file)
    with home.locked(), home.store() as store:
        summary = run_crawl(home, series, store, options)
        say(summary)
        say_ailing(series, store)
        say_unread(series, store, file)
    return exit_code(summary)


def run_crawl(home: Home, series: "Series", store: "Store", options: Options) -> "CrawlSummary":
    """Crawl with progress. Raises Interrupted where the run was stopped by hand."""
    from crawler.run import crawl as run

    if not series.sources:
        raise UserError(
            f"{series.title!r} has no sources.", "Add [[sources]] to the series file; docs/sources.md shows each kind."
        )
    with crawl_progress() as watch:
        summary = run(series, store, replace(options, log_file=home.crawl_log), watch)
    if summary.outcome == "interrupted":
        raise Interrupted(
            f"Interrupted: {summary.new} pages were fetched and are stored.", "The same command goes on from there."
        )
    return summary


def say_ailing(series: "Series", store: "Store") -> None:
    """Sources that have failed more than once, or fell silent."""
    from pipeline.health import health

    runs = store.history(series.slug)
    for source in series.sources:
        found = health(runs, source.name)
        if found and found.ails and found.failures != 1:
            complain(f"{inert(source.name)} {inert(found.ails)}")


def say(summary: "CrawlSummary") -> None:
    """What each source gave, and what went wrong."""
    from crawler.guard import would_open

    rows = [
        (t.source, t.kind, t.found, t.known, t.fetched, sum(t.skipped.values()), "failed" if t.failed else "")
        for t in summary.tallies
    ]
    table(("source", "how", "found ", "known ", "fetched ", "skipped ", ""), rows)
    for t in summary.tallies:
        if t.because:
            out.print(f"{inert(t.source)}: {inert(t.because)}")
        if t.failed:
            complain(f"{inert(t.source)} failed: {inert(t.trouble)}", _OURS if would_open(t.trouble) else "")


def exit_code(summary: "CrawlSummary") -> int:
    return 0 if summary.outcome == "ok" else SOME_FAILED
