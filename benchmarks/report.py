"""What it costs to draw a week, beside one query by hand that gives the same means, out of a database with many series.

python -m benchmarks.report               100 series of 1,000 articles: 100,000 articles with 2 million remarks
python -m benchmarks.report --series 10   fewer
"""

import gc
import sqlite3
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import click

from benchmarks.generated import NOW, stored
from nectar.cli import NEW
from pipeline.series import Series
from pipeline.store import Store
from pipeline.topics import ASPECTS
from pipeline.tracing import trace
from pipeline.week import Week
from reports import site, weekly
from reports.alone import one

_EACH = 1_000
"""Articles a series."""
_DAYS = 364
_OUTLETS = 300
_START = 1.0
"""Seconds that the goal leaves for the start."""
MEANS = (
    "SELECT s.kind, o.name, count(o.polarity), avg(o.polarity) FROM assessment s JOIN opinion o ON o.assessment_id = s.id "
    "WHERE s.series = ? AND s.week <= ? AND o.facet = 'aspect' GROUP BY s.kind, o.name"
)


@click.command()
@click.option("--series", "many", default=100, show_default=True, help="so many series of 1,000 articles")
def main(many: int) -> None:
    gc.set_threshold(NEW, 20, 20)  # as the program does
    with TemporaryDirectory() as folder, Store(Path(folder) / "nectar.db") as store:
        for n in range(many):
            for start in range(n * _EACH, (n + 1) * _EACH, 500):
                store.keep(f"series-{n}", stored(store, range(start, start + 500), f"series-{n}", _DAYS), "r1", NOW)
            trace(store, f"series-{n}")
        store.take_stock()
        connection = sqlite3.connect(Path(folder) / "nectar.db")
        weeks = [Week.parse(w) for w in store.weeks("series-0")]
        by_hand = min(seconds(lambda: connection.execute(MEANS, ("series-0", str(weeks[-1]))).fetchall()) for _ in range(5))
        print(f"{many * _EACH:,} articles in {many} series, {_EACH:,} of the one that is drawn; seconds by the clock\n")
        print(f"the means of one week, by hand: {by_hand * 1000:.1f} ms")
        followed = Series("Copper Lily", slug="series-0")

        def page() -> None:
            weekly.page(one(followed, store, weeks[-1], NOW, charts=True))

        first, again = seconds(page), min(seconds(page) for _ in range(3))
        goal = _START + 3 * by_hand
        print(f"a weekly page: {first:.2f} s the first time, {again:.2f} s then (goal {goal:.2f})")
        for name, drawn in (("one week", weeks[-1:]), (f"{len(weeks)} weeks in one pass", weeks)):
            spent = seconds(lambda drawn=drawn, name=name: site.write(Path(folder) / name, followed, store, drawn, None, NOW))
            print(f"{name}, with the pages of {len(ASPECTS)} aspects and {_OUTLETS} outlets: {spent:.1f} s")
        connection.close()


def seconds(way: Callable[[], object]) -> float:
    """By the clock: charts are drawn by a process of their own."""
    start = perf_counter()
    way()
    return perf_counter() - start


if __name__ == "__main__":
    main()
