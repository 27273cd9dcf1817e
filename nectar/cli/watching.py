"""What tells others how a run ended: a ping for a dead man's switch, and a file of metrics. Neither ever fails a run."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from nectar.cli.show import complain
from nectar.cli.web_url import WebUrl
from pipeline.errors import Locked, UserError

if TYPE_CHECKING:
    from crawler.tally import CrawlSummary
    from nectar.exposition import Ended
    from pipeline.series import Series
    from pipeline.store import Store


def watch_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--ping-url and --metrics."""
    for option in (
        click.option(
            "--metrics", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.prom", help="For node_exporter."
        ),
        click.option(
            "--ping-url", envvar="NECTAR_PING_URL", type=WebUrl(), help="Called at the end, with /CODE after a failure."
        ),
    ):
        command = option(command)
    return command


@dataclass(slots=True)
class Watched:
    """What is known of a run so far. Mutable, because a run is under way."""

    series: "Series | None" = None
    summary: "CrawlSummary | None" = None
    code: int = 0
    articles: int | None = None
    failures: Mapping[str, int] = field(default_factory=dict)
    """Source → runs in a row in which it failed."""

    def look(self, series: "Series", store: "Store") -> None:
        """Before the crawl, so that something is known of a run that ends there, and after it."""
        from pipeline.health import health

        runs = store.history(series.slug)
        found = {source.name: health(runs, source.name) for source in series.sources}
        self.failures = {name: told.failures if told else 0 for name, told in found.items()}
        self.articles = store.count(series.slug)


@contextmanager
def watched(ping_url: str | None, metrics: Path | None) -> Iterator[Watched]:
    """Say how what is done inside ended: with its `code`, with that of its UserError, or with 1 for any other end."""
    run, began = Watched(), time.monotonic()
    try:
        yield run
    except BaseException as error:
        run.code = error.code if isinstance(error, UserError) else 130 if isinstance(error, KeyboardInterrupt) else 1
        if isinstance(error, Locked):
            raise  # the run that is at work will tell
        _tell(run, ping_url, metrics, time.monotonic() - began)
        raise
    _tell(run, ping_url, metrics, time.monotonic() - began)


def _tell(run: Watched, ping_url: str | None, metrics: Path | None, seconds: float) -> None:
    if metrics:
        _write(run, metrics, seconds)
    if ping_url:
        ping(ping_url, run.code)


def _write(run: Watched, metrics: Path, seconds: float) -> None:
    from nectar import exposition
    from reports.files import write

    try:
        before = metrics.read_text("utf-8") if metrics.is_file() else ""
    except (OSError, UnicodeDecodeError):
        before = ""
    try:
        write(metrics, exposition.text(_told(run, seconds), before))
    except UserError as error:
        complain(f"No metrics: {error}", error.tip)


def _told(run: Watched, seconds: float) -> "Ended":
    from nectar.exposition import Ended

    fetched = {t.source: t.fetched for t in run.summary.tallies} if run.summary else {}
    return Ended(
        run.series.slug if run.series else "",
        datetime.now(UTC),
        seconds,
        run.code,
        run.articles,
        {name: fetched.get(name, 0) for name in run.failures},
        run.failures,
    )


def ping(url: str, code: int) -> None:
    """Call a dead man's switch: its own address after success, with `/CODE` appended after a failure (healthchecks.io/docs/http_api)."""
    from urllib.error import HTTPError
    from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

    if code:
        parts = urlsplit(url)
        url = parts._replace(path=f"{parts.path.rstrip('/')}/{code}").geturl()
    opener = OpenerDirector()  # without handlers for ftp:, file: and redirects
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler()):
        opener.add_handler(handler)
    try:
        with opener.open(Request(url, headers={"User-Agent": "Nectar"}), timeout=10) as answer:
            if answer is not None and answer.status >= 300:
                raise HTTPError(url, answer.status, answer.reason, answer.headers, None)
    except Exception as error:  # whatever happens there, the run is done
        said = str(error.code) if isinstance(error, HTTPError) else type(error).__name__
        complain(f"The ping to {urlsplit(url).hostname} failed: {said}.")
