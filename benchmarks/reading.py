"""How fast pages are read, judged and stored: processor time against trafilatura alone, on the same pages in the same run.

Every way of reading takes its turn at a page before the next page comes, so that whatever else the machine does falls on all alike.
Every page is judged and stored as if it were about the series: of those that a crawl fetches most are.
Usage: python -m benchmarks.reading --data FOLDER    (the folder with ground-truth.json and html/KEY.html.gz)
"""

import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import click

from benchmarks.extraction import NOW, alone, pages_with_gold
from pipeline.article import Article
from pipeline.assess import Reader, assess
from pipeline.assessment import Assessment, Relevance
from pipeline.extract import extract
from pipeline.page import Page, Skip
from pipeline.sentiment.critic import hashes
from pipeline.series import Series, load
from pipeline.store import Store
from pipeline.work import read_pending

_BATCH = 16
"""Pages stored together, as in pipeline.work."""

Way = Callable[[int, Page], object]
"""A way of reading the n-th page."""


def best_times(ways: Mapping[str, Way], pages: Sequence[Page], rounds: int) -> dict[str, float]:
    """Processor seconds of each way over all pages; of each page the best round counts."""
    best = {name: [float("inf")] * len(pages) for name in ways}
    for _ in range(rounds):
        for n, page in enumerate(pages):
            for name, way in ways.items():
                start = process_time()
                way(n, page)
                best[name][n] = min(best[name][n], process_time() - start)
    return {name: sum(seconds) for name, seconds in best.items()}


def judged(page: Page, reader: Reader) -> tuple[Article | Skip, Assessment | None]:
    """The page read and judged, and taken whatever it is about."""
    hashes.cache_clear()  # what is remembered of the same page, read in another way just before, would make this one look cheap
    article = extract(page, NOW)
    if isinstance(article, Skip):
        return article, None
    return article, replace(assess(article, reader), relevance=Relevance(True, "taken to measure the cost"))


def storing(store: Store, series: Series, reader: Reader) -> Way:
    """Reads, judges and, at the end of each batch, takes the pages from the store and puts there what was found."""
    read: list[tuple[Article | Skip, Assessment | None]] = []
    recipe = reader.recipe
    ids = store.pending_ids(series.slug, recipe)

    def way(n: int, page: Page) -> None:
        read.append(judged(page, reader))
        if len(read) == _BATCH or n == len(ids) - 1:
            waiting = store.pending(series.slug, ids[n + 1 - len(read) : n + 1])
            store.keep(series.slug, [(p, *r) for p, r in zip(waiting, read, strict=True)], recipe, NOW)
            read.clear()

    return way


def wall_times(pages: Sequence[Page], series: Series) -> Iterator[tuple[int, float]]:
    """(cores, seconds) to read all pages as `nectar score` does, with a new store each."""
    every = sorted(os.sched_getaffinity(0))
    for cores in (1, len(every)):
        os.sched_setaffinity(0, every[:cores])
        with TemporaryDirectory() as folder, Store(Path(folder) / "nectar.db") as store:
            fill(store, series, pages)
            start = perf_counter()
            read_pending(store, series, NOW)
            yield cores, perf_counter() - start
    os.sched_setaffinity(0, every)


def fill(store: Store, series: Series, pages: Sequence[Page]) -> None:
    for n, page in enumerate(pages):
        store.add_page(series.slug, replace(page, url=f"{page.url}?copy={n}"))


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--series", "file", type=click.Path(path_type=Path, exists=True), default=Path("examples/metallic-rouge.toml"))
@click.option("--rounds", default=3, show_default=True, help="of each page the best round counts")
def main(data: Path, file: Path, rounds: int) -> None:
    """Print two tables."""
    logging.disable(logging.CRITICAL)
    pages = [page for _, page in pages_with_gold(data)]
    series = load(file)
    reader = Reader.of(series)
    with TemporaryDirectory() as folder, Store(Path(folder) / "nectar.db") as store:
        fill(store, series, pages)
        ways: dict[str, Way] = {
            "trafilatura alone, fast, with metadata": lambda _, page: alone(page),
            "extract": lambda _, page: extract(page, NOW),
            "extract and assess": lambda _, page: judged(page, reader),
            "extract, assess and store": storing(store, series, reader),
        }
        seconds = best_times(ways, pages, rounds)
    reference = next(iter(seconds.values()))
    print(f"{len(pages)} pages, best of {rounds} rounds\n\n| processor time | ms a page | ratio |\n| --- | ---: | ---: |")
    for name, spent in seconds.items():
        print(f"| {name} | {spent / len(pages) * 1000:.1f} | {spent / reference:.2f} |")
    print("\n| read_pending | seconds | pages a second |\n| --- | ---: | ---: |")
    for cores, spent in wall_times(pages * 3, series):
        print(f"| on {cores} cores | {spent:.1f} | {len(pages) * 3 / spent:.0f} |")


if __name__ == "__main__":
    main()
