"""`nectar demo`: the whole story on a bundled little web."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

import click

from nectar.cli.crawl import exit_code, run_crawl, say
from nectar.cli.home import Home, load_series
from nectar.cli.report import draw
from nectar.cli.score import run_score
from nectar.cli.show import inert, out


@click.command()
@click.pass_obj
def demo(home: Home) -> int:
    """Follow a series through a bundled little web: crawl, read, draw. Needs no network."""
    from nectar.demo.web import serving

    with as_file(files("nectar").joinpath("demo/series.toml")) as bundled:
        series = load_series(bundled)
        text = bundled.read_text("utf-8")
    home.make()
    file = home.path / f"{series.slug}.toml"
    with home.locked(), home.store() as store:
        _put(file, text)
        with serving() as proxy, _behind(proxy):
            summary = run_crawl(home, series, store, delay=0, allow_private=True, contact="")
        say(summary)
        reading = run_score(series, store)
        pages = draw(home, series, store, None, None)
        from reports.build import build
        from reports.site import load

        material = load(series, store)
        weeks = material.weeks
        last = build(material, weeks[-1], weeks, _now())
    out.print()
    out.print(
        f"Read {reading.read} pages of {len(series.sources)} invented outlets; {last.all_articles} articles are about {series.title}."
    )
    out.print(f"{len(pages)} weekly pages, from {weeks[0]} to {weeks[-1]}. {inert(last.verdict)}")
    praised = max((a for a in last.aspects if a.reception.n > 1), key=lambda a: a.reception.value or 0)
    gaps = [a for a in last.aspects if a.gap is not None and a.promise.n > 1]
    worst = min(gaps, key=lambda a: a.gap or 0) if gaps else None
    out.print(
        f"Best liked: {praised.label} ({praised.reception.value:+.2f})."
        + (f" Promised most and kept least: {worst.label} ({worst.gap:+.2f})." if worst else "")
    )
    out.print(f"Open: {home.site / 'index.html'}")
    out.print(f"Ask: nectar --home {home.path} query {file} pacing")
    return exit_code(summary)


def _now():  # type: ignore[no-untyped-def]
    from datetime import UTC, datetime

    return datetime.now(UTC)


def _put(file: Path, text: str) -> None:
    from reports.files import write

    write(file, text)


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
