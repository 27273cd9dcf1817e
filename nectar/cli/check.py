"""`nectar check FILE`: is the series file sound, and what would each source give? The user's database is not touched."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler.options import Options
from nectar.cli.crawl import crawl_options, exit_code, run_crawl, say
from nectar.cli.explain import draw, read_record
from nectar.cli.home import Home, load_series
from nectar.cli.score import engine_option
from nectar.cli.show import err, inert, out, table

if TYPE_CHECKING:
    from pipeline.series import Series
    from pipeline.store import Store

_EXAMPLES = 3
"""Addresses shown for each reason."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--offline", is_flag=True, help="Only the file itself; nobody is asked.")
@engine_option
@crawl_options
@click.pass_obj
def check(home: Home, file: Path, offline: bool, engine: str, options: Options) -> int:
    """Check a series file: every mistake at once; then what each source gives, and one article explained. Nothing is stored."""
    series = load_series(file)
    _sum_up(series)
    return 0 if offline or not series.sources else _try_out(home, series, engine, options)


def _sum_up(series: "Series") -> None:
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


def _try_out(home: Home, series: "Series", engine: str, options: Options) -> int:
    """Ask each source as a crawl would, for one article each, into a store that is gone afterwards."""
    from pipeline.store import Store

    home.make()
    once = replace(series, sources=tuple(replace(s, limit=1) for s in series.sources))
    with Store("sqlite://") as store:
        summary = run_crawl(home, once, store, options)
        out.print()
        say(summary)
        for source in series.sources:
            _show(series, store, source.name)
        _explain(series, store, engine)
    return exit_code(summary)


def _show(series: "Series", store: "Store", source: str) -> None:
    """What of a source would be left out, by reason; what only waits for its turn would be fetched."""
    from pipeline.page import Reason

    reasons: dict[str, list[str]] = defaultdict(list)
    for skip in store.skipped(series.slug, source):
        reasons[skip.reason].append(f"{skip.url}  {skip.detail}")
    wanted = len(reasons.pop(Reason.LIMIT, ()))
    if wanted:
        out.print(f"\n{inert(source)}: {wanted} more would be fetched.")
    for reason, examples in sorted(reasons.items()):
        out.print(f"\n{inert(source)}: {len(examples)} left out: {reason}, such as")
        for line in examples[:_EXAMPLES]:
            out.print(f"  {inert(line)}")


def _explain(series: "Series", store: "Store", engine: str) -> None:
    """The first article that is about the series, sentence by sentence; else the first page, and why it is not taken."""
    from pipeline.assess import Reader

    reader = Reader.of(series, engine)
    pages = [waiting.page for waiting in store.pending(series.slug, store.pending_ids(series.slug, ""))]
    records = [read_record(page, reader) for page in pages]
    if records:
        out.print("\nOne article, as it is read:\n")
        draw(next((r for r in records if r["relevant"]), records[0]))
