"""What it costs to draw a week, beside one query by hand that gives the same means, out of a database with many series.

python -m benchmarks.report               100 series of 1,000 articles: 100,000 articles with 2 million remarks
python -m benchmarks.report --series 10   fewer
python -m benchmarks.report --shell 20    and the command from the shell to its end, in turns with its reference
"""

import gc
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
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
"""Seconds that the goal leaves for the start, on a machine on which _REFERENCE takes _TAKEN."""
_REFERENCE = "import scrapy, trafilatura, textblob, sqlalchemy"
"""What every start is measured against: the four packages that are given."""
_TAKEN = 1.9
"""Seconds of it on the machine that the goal was set on."""
MEANS = (
    "SELECT s.kind, o.name, count(o.polarity), avg(o.polarity) FROM assessment s JOIN opinion o ON o.assessment_id = s.id "
    "WHERE s.series = ? AND s.week <= ? AND o.facet = 'aspect' GROUP BY s.kind, o.name"
)


@click.command()
@click.option("--series", "many", default=100, show_default=True, help="so many series of 1,000 articles")
@click.option("--shell", "rounds", default=0, help="so many rounds of the command, from the shell to its end")
def main(many: int, rounds: int) -> None:
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
        if rounds:
            from_shell(Path(folder), weeks, rounds, by_hand)


def from_shell(home: Path, weeks: Sequence[Week], rounds: int, by_hand: float) -> None:
    """`nectar report` for a week in the middle and for the last, each round behind one of the reference."""
    file, drawn, python = home / "copper-lily.toml", home / "page.html", (sys.executable, "-P", "-c")
    file.write_text('title = "Copper Lily"\nslug = "series-0"\n')
    asked = {
        str(w): (*python, "from nectar.cli import main; main()", "report", file, "--week", str(w))
        for w in (weeks[len(weeks) // 2], weeks[-1])
    }
    spent: dict[str, list[float]] = {name: [] for name in (_REFERENCE, *asked)}
    for _ in range(rounds):
        spent[_REFERENCE].append(run((*python, _REFERENCE), home))
        for week, command in asked.items():
            spent[week].append(run((*command, "--format", "html", "-o", drawn), home))
    print(f"\nfrom the shell to its end, {rounds} rounds in turns; seconds by the clock: least, median")
    for name, of in spent.items():
        print(f"{name}: {min(of):.2f}, {median(of):.2f}")
    for how, of_all in (("least", min), ("median", median)):
        pace = of_all(spent[_REFERENCE]) / _TAKEN
        ratios = ", ".join(f"{week} {(of_all(spent[week]) - 3 * by_hand) / pace:.2f}" for week in asked)
        print(f"{how}, less three times the query, where the reference takes {_TAKEN} s: {ratios} (goal {_START:.2f})")


def run(command: Sequence[str | Path], home: Path) -> float:
    quiet = {**os.environ, "NECTAR_HOME": str(home)}
    quiet.pop("PYTHONDONTWRITEBYTECODE", None)
    return seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=quiet))


def seconds(way: Callable[[], object]) -> float:
    """By the clock: charts are drawn by a process of their own."""
    start = perf_counter()
    way()
    return perf_counter() - start


if __name__ == "__main__":
    main()
