"""`nectar doctor`: is all well here? Looks at everything, changes nothing."""

import json
import os
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from nectar.cli.home import Home, load_series
from nectar.cli.score import EngineName
from nectar.cli.show import inert, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nectar.examination import Line
    from pipeline.series import Series

_STYLES = {"ok": "green", "note": "yellow", "problem": "bold red"}


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--deep", is_flag=True, help="Compare every index with its table, and check foreign keys; slow.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--engine", type=EngineName(), envvar="NECTAR_ENGINE", default="auto", help="What judges sentences; default auto.")
@click.pass_obj
def doctor(home: Home, files: tuple[Path, ...], deep: bool, as_json: bool, engine: str) -> int:
    """Check versions, disk, clock, lock, database, runs and sources. Ends with 1 where there is a problem.

    With series FILEs also what must be read again for them. Nothing is changed and nobody is asked.
    """
    from nectar.examination import Facts, lines
    from pipeline.store.condition import examine

    series = [load_series(file, with_kinds=False) for file in files]
    condition = examine(home.database, _recipes(series, engine), deep)
    contact = os.environ.get("NECTAR_CONTACT", "")
    found = list(lines(Facts(home.path, condition, home.holder(), series, contact, engine, datetime.now(UTC))))
    well = all(line.state != "problem" for line in found)
    if as_json:
        json.dump({"well": well, "checks": [asdict(line) for line in found]}, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        _show(found)
    return 0 if well else 1


def _recipes(series: "Sequence[Series]", engine: str) -> dict[str, str]:
    """Series → the recipe that counts now; empty where the engine can't be had, which is said elsewhere."""
    from pipeline.assess import Reader
    from pipeline.errors import UserError

    try:
        return {s.slug: Reader.of(s, engine).recipe for s in series}
    except UserError:
        return {}


def _show(found: "Sequence[Line]") -> None:
    rows: list[tuple[object, ...]] = []
    for line in found:
        rows.append((Text(line.state, style=_STYLES[line.state]), line.name, line.said))
        if line.tip and line.state != "ok":
            rows.append((Text(""), "", Text(f"→ {inert(line.tip)}", style="dim")))
    table(("", "what", "is"), rows)
