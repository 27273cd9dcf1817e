"""How a run ended, in the form that node_exporter's textfile collector reads. Pure.

The form: prometheus.io/docs/instrumenting/exposition_formats, "Text-based format". One file holds one series.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

_SUCCESS = "nectar_last_success_timestamp_seconds"


@dataclass(frozen=True, slots=True)
class Ended:
    """One run of `nectar weekly`."""

    series: str
    """Its slug; empty where the series file could not be read."""
    at: datetime
    seconds: float
    code: int
    """The exit code."""
    articles: int | None
    """About the series, of all runs; None where the run did not come so far."""
    fetched: Mapping[str, int]
    """Source → pages fetched in this run."""
    failures: Mapping[str, int]
    """Source → runs in a row, up to the last that asked it, in which nothing of it could be had."""


def text(ended: Ended, before: str = "") -> str:
    """The whole file. `before`: its text until now, which knows when a run last went well."""
    return "".join(line + "\n" for line in _lines(ended, before))


def _lines(ended: Ended, before: str) -> Iterator[str]:
    whole = {"series": ended.series}
    success = ended.at.timestamp() if not ended.code else _last_success(before)
    yield from _metric("nectar_last_run_timestamp_seconds", "When the last run ended.", [(whole, ended.at.timestamp())])
    yield from _metric("nectar_last_run_duration_seconds", "How long the last run took.", [(whole, ended.seconds)])
    yield from _metric("nectar_last_run_exit_code", "How the last run ended; 0 is all well.", [(whole, ended.code)])
    if success is not None:
        yield from _metric(_SUCCESS, "When a run last ended with exit code 0.", [(whole, success)])
    if ended.articles is not None:
        yield from _metric("nectar_articles", "Articles about the series.", [(whole, ended.articles)])
    sources = [({"series": ended.series, "source": name}, name) for name in ended.fetched]
    yield from _metric(
        "nectar_pages_fetched", "Pages fetched in the last run.", [(labels, ended.fetched[name]) for labels, name in sources]
    )
    yield from _metric(
        "nectar_source_failures",
        "Runs in a row in which nothing of a source could be had.",
        [(labels, ended.failures.get(name, 0)) for labels, name in sources],
    )


def _metric(name: str, meaning: str, samples: list[tuple[Mapping[str, str], float]]) -> Iterator[str]:
    if samples:
        yield f"# HELP {name} {meaning}"
        yield f"# TYPE {name} gauge"
    for labels, value in samples:
        told = ",".join(f'{label}="{_escaped(said)}"' for label, said in labels.items())
        yield f"{name}{{{told}}} {value:.3f}" if isinstance(value, float) else f"{name}{{{told}}} {value}"


def _escaped(value: str) -> str:
    """Of a label: backslash, quote and line feed."""
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _last_success(before: str) -> float | None:
    found = re.search(rf"^{_SUCCESS}(?:\{{.*\}})? (\d+(?:\.\d+)?)$", before, re.MULTILINE)
    return float(found[1]) if found else None
