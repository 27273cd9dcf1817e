"""`nectar demo`: the whole story on a bundled little web."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import as_file, files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from crawler.options import Options
from nectar.cli.crawl import exit_code, run_crawl, say
from nectar.cli.home import Home, load_series
from nectar.cli.report import draw
from nectar.cli.score import engine_option, run_score
from nectar.cli.show import inert, out

if TYPE_CHECKING:
    from pipeline.series import Series
    from pipeline.store import Store

GONE = "The outlets of the demo are there only while nectar demo runs: query, report and explain go on without them."


@click.command()
@engine_option
@click.pass_obj
def demo(home: Home, engine: str) -> int:
    """Follow a series through a bundled little web: crawl, read, draw. Needs no network."""
    from nectar.demo.web import serving
    from reports.files import write

    with as_file(files("nectar").joinpath("demo/series.toml")) as bundled:
        series = load_series(bundled)
        text = bundled.read_text("utf-8")
    home.make()
    file = home.path / f"{series.slug}.toml"
    with home.locked(), home.store() as store:
        write(file, text)
        with serving() as proxy, _behind(proxy):
            summary = run_crawl(home, series, store, Options(delay=0, allow_private=True))
        say(summary)
        run_score(series, store, engine)
        draw(home, series, store, None, None)
        _sum_up(series, store)
    out.print(f"Open: {home.site / 'index.html'}")
    out.print(f"Ask: nectar --home {home.path} query {file} pacing")
    out.print(GONE)
    return exit_code(summary)


def of_the_demo(series: "Series") -> bool:
    """Whether all its sources are the demo's, whose hosts nobody else ever has (RFC 2606)."""
    from nectar.demo.outlets import OUTLETS

    return {urlsplit(source.url).hostname for source in series.sources} <= {outlet.host for outlet in OUTLETS}


def _sum_up(series: "Series", store: "Store") -> None:
    """What the pages say, in a few lines."""
    from reports.build import build
    from reports.material import load

    material = load(series, store)
    weeks = material.weeks
    last = build(material, weeks[-1], weeks, datetime.now(UTC))
    out.print()
    out.print(
        f"{len(weeks)} weekly pages, {weeks[0]} to {weeks[-1]}: {last.all_articles} articles of {len(series.sources)} outlets."
    )
    out.print(f"{inert(last.verdict)}")
    for status, so in (("kept", "so"), ("broken", "otherwise")):
        if subjects := [p.subject for p in last.promises if p.status == status]:
            out.print(f"What previews promised and reviews found {so}: {', '.join(subjects)}.")


@contextmanager
def _behind(proxy: str) -> Iterator[None]:
    """All plain HTTP of this process goes to the little web, and nothing goes around it."""
    wanted = {"http_proxy": proxy, "no_proxy": ""}
    names = [*wanted, "HTTP_PROXY", "NO_PROXY"]
    before = {name: os.environ.pop(name, None) for name in names}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
