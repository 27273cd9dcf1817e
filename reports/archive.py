"""The pages over all weeks: SLUG/aspects/NAME.html and SLUG/outlets/NAME.html, as of the newest week that has a page; in the Material's language."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.week import Week
from reports import charts, histories, palette
from reports.addresses import Addresses
from reports.files import write as write_file
from reports.histories import AspectHistory, OutletHistory
from reports.material import Material
from reports.tongue import speaking
from reports.weekly import framed

FOLDERS = ("aspects", "outlets")


def addresses(material: Material, weeks: Sequence[Week]) -> Addresses:
    """Where what is drawn will be; `weeks` are all that have a page."""
    return Addresses.of(*histories.names(material, max(weeks))) if weeks else Addresses()


def write(folder: Path, material: Material, weeks: Sequence[Week], at: Addresses, all_anew: bool) -> None:
    """Draw them into the folder of the series. What has a page there and none any more (its outlet is to be forgotten, its aspect is no
    longer asked for) goes; unless `all_anew` a page that says so stays in its place, since weeks that were not drawn link to it."""
    with speaking(material.language):
        drawn = dict(_pages(material, weeks, at)) if weeks else {}
        gone = framed("gone.html", title=material.series.title)
    for path, page in drawn.items():
        write_file(folder / path, page)
    for old in (path for name in FOLDERS for path in sorted((folder / name).glob("*.html"))):
        if old.relative_to(folder) in drawn:
            continue
        if all_anew:
            old.unlink(missing_ok=True)
        else:
            write_file(old, gone)


def aspect(history: AspectHistory, weeks: Sequence[Week], at: Addresses) -> str:
    """The page of an aspect, in the language that is spoken. `weeks` are those to link to."""
    points: list[dict[str, Any]] = [
        {
            "week": str(w.week),
            "promise": w.promise,
            "reception": w.reception,
            "new": [side for side, n in (("promise", w.previews), ("reception", w.reviews)) if n],
            "markers": list(w.markers),
        }
        for w in history.weeks
    ]
    drawn = {
        name: charts.over_weeks(points, width) if len(points) > 1 else ""
        for name, width in (("wide", palette.WIDE - 50), ("narrow", palette.NARROW - 40))
    }
    return framed("aspect.html", h=history, paged=frozenset(weeks), archive=at, **drawn)


def outlet(history: OutletHistory, weeks: Sequence[Week], at: Addresses) -> str:
    """The page of an outlet, in the language that is spoken. `weeks` are those to link to."""
    return framed("outlet.html", h=history, paged=frozenset(weeks), archive=at)


def _pages(material: Material, weeks: Sequence[Week], at: Addresses) -> Iterator[tuple[Path, str]]:
    until = max(weeks)
    for one in histories.aspects(material, until):
        yield Path("aspects") / f"{at.aspects[one.name]}.html", aspect(one, weeks, at)
    for press in histories.presses(material, until):
        yield Path("outlets") / f"{at.outlets[press.site]}.html", outlet(press, weeks, at)
