"""Records for programs: JSON, JSON lines, CSV, TSV, Markdown; and for people: a table with the hits marked. Knows nothing of articles."""

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from rich.text import Text

from nectar.cli.show import inert, signed, table
from reports.cells import FORMULA

Records = Iterable[Mapping[str, Any]]

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_LONGEST = 200
"""Characters of a cell on a terminal."""
_SIGNED = {"stance", "polarity", "inferred"}


def write(form: str, records: Records, fields: Sequence[str], whole: bool = True) -> None:
    """To stdout. `whole`: JSON shows all of a record, and not only the fields."""
    FORMS[form](records, fields, whole)


def _json(records: Records, fields: Sequence[str], whole: bool) -> None:
    json.dump([_shown(r, fields, whole) for r in records], sys.stdout, ensure_ascii=False, indent=1, default=_plain)
    sys.stdout.write("\n")


def _jsonl(records: Records, fields: Sequence[str], whole: bool) -> None:
    for record in records:
        sys.stdout.write(json.dumps(_shown(record, fields, whole), ensure_ascii=False, default=_plain) + "\n")


def _csv(records: Records, fields: Sequence[str], _whole: bool) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(list(fields))
    for record in records:
        writer.writerow([_cell(record[name]) for name in fields])


def _tsv(records: Records, fields: Sequence[str], _whole: bool) -> None:
    """A line a record and a tab between fields, whatever is in them: there is no quoting."""
    for row in (list(fields), *([_cell(record[name]) for name in fields] for record in records)):
        sys.stdout.write("\t".join(inert("" if cell is None else cell) for cell in row) + "\n")


def _md(records: Records, fields: Sequence[str], _whole: bool) -> None:
    sys.stdout.write(f"| {' | '.join(map(_md_cell, fields))} |\n|{' --- |' * len(fields)}\n")
    for record in records:
        sys.stdout.write(f"| {' | '.join(_md_cell(record[name]) for name in fields)} |\n")


FORMS: dict[str, Callable[[Records, Sequence[str], bool], None]] = {
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "tsv": _tsv,
    "md": _md,
}


def show(records: Records, fields: Sequence[str]) -> None:
    """A table on stdout. A field that is a Text is shown as it is, a signed one in colour."""
    table(
        [f"{name} " if name in _SIGNED else name for name in fields],
        ([_drawn(name, r[name]) for name in fields] for r in records),
    )


def marked(text: str, hits: Iterable[tuple[int, int]]) -> Text:
    """Strangers' text with what was searched in it, inert. Making it inert keeps neither length nor place: so piece by piece."""
    drawn = Text()
    at = 0
    for start, end in (*hits, (len(text), len(text))):
        drawn.append(_keeping_spaces(text[at:start]))
        drawn.append(_keeping_spaces(text[start:end]), style="bold yellow")
        at = end
    return drawn


def _keeping_spaces(piece: str) -> str:
    words = inert(piece)
    return f"{' ' * piece.startswith(' ')}{words}{' ' * piece.endswith(' ')}" if words else " " * bool(piece)


def _drawn(name: str, value: Any) -> object:
    if isinstance(value, Text):
        return value
    if name in _SIGNED and (value is None or isinstance(value, int | float)):
        return signed(value)
    if isinstance(value, float):
        value = round(value, 4) or value  # what is smaller is shown as it is
    said = inert(_cell(value, defused=False))
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


def _shown(record: Mapping[str, Any], fields: Sequence[str], whole: bool) -> Mapping[str, Any]:
    shown = record if whole else {name: record[name] for name in fields}
    return {name: None if isinstance(value, float) and value - value != 0 else value for name, value in shown.items()}


def _cell(value: Any, defused: bool = True) -> Any:
    """Strangers' text must not become a formula in a spreadsheet; numbers stay numbers, also those that came as text."""
    if isinstance(value, Mapping | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    if isinstance(value, str) and defused and value.startswith(FORMULA) and not _NUMBER.fullmatch(value):
        return f"'{inert(value)}"
    return value if value is None or isinstance(value, str | int | float) else _plain(value)


def _md_cell(value: Any) -> str:
    return re.sub(r"([\\|`*_<>\[\]])", r"\\\1", inert(_cell(value, defused=False)))


def _plain(value: Any) -> str:
    """What JSON has no word for: bytes by their number, days and decimals as they are written."""
    return f"{len(bytes(value))} bytes" if isinstance(value, bytes | bytearray | memoryview) else str(value)
