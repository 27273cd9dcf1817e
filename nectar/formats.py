"""Files of rows: CSV, lines of JSON, Parquet; and the sources of a series as OPML. Knows neither the store nor what the rows mean."""

import csv
import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from pipeline.errors import UserError
from reports.cells import defused

if TYPE_CHECKING:
    from pipeline.series import Series

Columns = Sequence[tuple[str, str]]
"""(name, kind): boolean, integer, number, time, day, json, bytes or text."""
Rows = Iterable[Sequence[Any]]
_BATCH = 2_000


def write_csv(path: Path, columns: Columns, rows: Rows) -> None:
    """RFC 4180, UTF-8. Strangers' text never becomes a formula of a spreadsheet; numbers stay numbers; bytes are left out."""
    taken = [n for n, (_, kind) in enumerate(columns) if kind != "bytes"]
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([columns[n][0] for n in taken])
        for row in rows:
            cells = [_plain(row[n], columns[n][1]) for n in taken]
            writer.writerow([defused(cell) if isinstance(cell, str) else cell for cell in cells])


def write_jsonl(path: Path, columns: Columns, rows: Rows) -> None:
    """An object a line; JSON is nested, bytes are left out."""
    taken = [(n, name, kind) for n, (name, kind) in enumerate(columns) if kind != "bytes"]
    with path.open("w", encoding="utf-8", errors="backslashreplace") as file:
        for row in rows:
            record = {name: row[n] if kind == "json" else _plain(row[n], kind) for n, name, kind in taken}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_parquet(path: Path, columns: Columns, rows: Rows) -> None:
    """Parquet, typed: times in UTC, JSON as text, bytes as they are. Raises UserError without the extra."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise UserError(f"Parquet needs {error.name}, which is not installed.", 'Run: pip install "nectar[parquet]"') from None
    kinds = {
        "boolean": pa.bool_(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "time": pa.timestamp("us", tz="UTC"),
        "day": pa.date32(),
        "bytes": pa.binary(),
    }
    schema = pa.schema([(name, kinds.get(kind, pa.string())) for name, kind in columns])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in _batches(rows):
            arrays = [
                pa.array([_typed(row[n], kind) for row in batch], schema.field(n).type) for n, (_, kind) in enumerate(columns)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


FORMATS: Mapping[str, Callable[[Path, Columns, Rows], None]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "parquet": write_parquet,
}


def opml(series: "Series", now: datetime) -> str:
    """The sources of a series as OPML 2.0 (opml.org/spec2.opml): feeds as subscriptions, all others as links."""
    root = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(root, "head")
    ElementTree.SubElement(head, "title").text = _xml(f"Sources of {series.title}")
    ElementTree.SubElement(head, "dateCreated").text = now.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    body = ElementTree.SubElement(root, "body")
    for source in series.sources:
        address = {"xmlUrl": source.url} if source.kind == "feed" else {"url": source.url}
        said = {"text": source.name, "title": source.name, "type": "rss" if source.kind == "feed" else "link"} | address
        ElementTree.SubElement(body, "outline", {name: _xml(value) for name, value in said.items()})
    ElementTree.indent(root)
    return ElementTree.tostring(root, "unicode", xml_declaration=False).join(('<?xml version="1.0" encoding="UTF-8"?>\n', "\n"))


def _xml(text: str) -> str:
    """XML 1.0 has no place for most control characters, not even escaped."""
    return "".join(c for c in text if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"))


def _plain(value: Any, kind: str) -> Any:
    """What CSV and JSON can hold."""
    if isinstance(value, datetime):
        return _utc(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if kind == "json" and value is not None:
        return json.dumps(value, ensure_ascii=False)
    return value.hex() if isinstance(value, bytes) else value


def _typed(value: Any, kind: str) -> Any:
    """What Parquet's column of this kind can hold."""
    if value is None or kind in {"boolean", "integer", "number", "day", "bytes"}:
        return value
    if kind == "time":
        return _utc(value)
    text = value if isinstance(value, str) else str(_plain(value, kind))
    return text.encode("utf-8", "backslashreplace").decode()


def _utc(value: datetime) -> datetime:
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _batches(rows: Rows) -> Iterator[list[Sequence[Any]]]:
    batch: list[Sequence[Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
