"""What people see on a terminal: messages, tables, progress. Data goes to stdout, all else to stderr."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress
    from rich.text import Text

    from crawler.tally import Tally


@cache
def _console(stderr: bool) -> "Console":
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=True, markup=False, emoji=False)


class _Late:
    """Stands for a console, which is made when something is said on it: many commands say nothing, and Rich takes longer to import than they to begin."""

    def __init__(self, stderr: bool) -> None:
        self._stderr = stderr

    def __getattr__(self, name: str) -> object:
        return getattr(_console(self._stderr), name)


out = cast("Console", _Late(stderr=False))
err = cast("Console", _Late(stderr=True))

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


def inert(text: object) -> str:
    """Strangers' text for a terminal: no control characters, no escape codes, no change of direction."""
    return _UNPRINTABLE.sub(" ", "" if text is None else str(text)).strip()


def complain(message: str, tip: str = "") -> None:
    from rich.text import Text

    lines = [f"nectar: {message}"] + ([f"Tip: {tip}"] if tip else [])
    for line in lines:
        err.print(Text("\n".join(inert(part) if part.strip() else part for part in line.split("\n")).replace("\n", "\n  ")))


def pour_away() -> None:
    """What stdout could not take is not tried again when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def many(number: int, noun: str) -> str:
    """ "1 page", "2 pages"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def table(headings: Iterable[str], rows: Iterable[Iterable[object]], title: str | None = None) -> None:
    """A table on stdout; cells are strangers' text and stay inert."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(title=title, box=None, pad_edge=False, header_style="bold", show_edge=False)
    for heading in headings:
        right = heading.endswith(" ")
        name = heading.strip()
        drawn.add_column(
            name,
            justify="right" if right else "left",
            no_wrap=name in {"date", "kind", "score"},
            overflow="fold" if name in {"link", "url"} else "ellipsis",
        )
    for row in rows:
        drawn.add_row(*(cell if isinstance(cell, Text) else Text(inert(cell)) for cell in row))
    Console(highlight=False, width=None if sys.stdout.isatty() else 160).print(drawn)


def signed(value: float | None) -> "Text":
    """A polarity with its sign, coloured on a terminal."""
    from rich.text import Text

    if value is None:
        return Text("–", style="dim")
    return Text(f"{value:+.2f}", style="green" if value > 0.1 else "red" if value < -0.1 else "")


def room(size: int) -> str:
    """Bytes in words."""
    amount, unit = float(size), "bytes"
    for larger in ("kB", "MB", "GB", "TB"):
        if amount < 1000:
            break
        amount, unit = amount / 1000, larger
    return f"{amount:,.0f} {unit}" if unit == "bytes" or amount >= 100 else f"{amount:.1f} {unit}"


@contextmanager
def reading_progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, nothing elsewhere; call it with (done, in all)."""
    with _bars() as bars:
        task = bars.add_task(what, total=None)
        yield lambda done, total: bars.update(task, completed=done, total=total)


@contextmanager
def crawl_progress() -> Iterator[Callable[[Mapping[str, "Tally"]], None]]:
    """A line a source: fetched of what there is to fetch, with the time left."""
    with _bars() as bars:
        tasks = {}

        def watch(tallies: Mapping[str, "Tally"]) -> None:
            for name, tally in tallies.items():
                if name not in tasks:
                    tasks[name] = bars.add_task(inert(name), total=None)
                skipped = sum(tally.skipped.values())
                said = f"{inert(name)}  [dim]found {tally.found}, skipped {skipped}, known {tally.known}[/dim]"
                bars.update(tasks[name], description=said, completed=tally.fetched, total=tally.fetched + tally.underway or None)

        yield watch


def _bars() -> "Progress":
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=_console(stderr=True), transient=True, disable=not err.is_terminal)
