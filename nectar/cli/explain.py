"""`nectar explain FILE PAGE_OR_URL`: why one article was taken or not, and every sentence with what was made of it."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crawler.options import Options
from nectar.cli.crawl import crawl_options
from nectar.cli.home import Home, load_series
from nectar.cli.score import engine_option
from nectar.cli.show import inert, out, signed
from pipeline.errors import UserError

if TYPE_CHECKING:
    from pipeline.assess import Reader
    from pipeline.page import Page
    from pipeline.record import Record
    from pipeline.series import Series

_BATCH = 8
"""Lines that are read together."""
_AHEAD = 6
"""Batches that are looked at ahead, to know whether there are so many lines that other processes are worth their start."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("page", required=False, metavar="[PAGE_OR_URL]")
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read lines {"url", "html" or "text", "title"?, "published"?} from stdin, print a line for each.',
)
@click.option("--json", "as_json", is_flag=True, help="The one record as JSON.")
@engine_option
@crawl_options
@click.pass_obj
def explain(
    home: Home,
    file: Path,
    page: str | None,
    jsonl: bool,
    as_json: bool,
    engine: str,
    options: Options,
) -> None:
    """Show why one article was taken or not, and what was made of every sentence.

    PAGE_OR_URL is a saved page, a URL that is stored already, or another one, which is then fetched and not kept.
    """
    series = load_series(file, with_kinds=False)
    if jsonl == bool(page):
        raise click.UsageError("Give either PAGE_OR_URL or --jsonl.")
    if jsonl:
        for record in _records(sys.stdin, series, engine):
            sys.stdout.write(_line(record))
        return
    assert page is not None
    found = _local(Path(page)) if not page.startswith(("http://", "https://")) else _stored(home, series, page)
    record = _record(home, series, page, found, engine, options)
    if as_json:
        sys.stdout.write(json.dumps(record, ensure_ascii=False, indent=1) + "\n")
    else:
        draw(record)


def _record(home: Home, series: "Series", url: str, found: "Page | None", engine: str, options: Options) -> "Record":
    """Of the page; of one that can't be had, why it was left out when a crawl came upon it."""
    from pipeline.assess import Reader
    from pipeline.page import Page, Reason, Skip
    from pipeline.record import of_reading

    try:
        page = found or _fetched(home, series, url, options)
    except UserError:
        with home.store_if_any() as store:
            told = next((s for s in store.skipped(series.slug) if s.url == url), None) if store else None
        if told is None:
            raise
        missing = Page(url, url, 0, {}, b"", told.last_seen, told.source)
        return of_reading(missing, Skip(url, told.source, Reason(told.reason), told.detail), None)
    return read_record(page, Reader.of(series, engine))


def _line(record: Mapping[str, Any]) -> str:
    """One line of JSON; what UTF-8 can't hold (half a surrogate) is escaped."""
    try:
        text = json.dumps(record, ensure_ascii=False)
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(record)
    return text + "\n"


def read_record(page: "Page", reader: "Reader", text: str | None = None) -> "Record":
    """The record of one page; with `text` the page is plain text instead of HTML."""
    from pipeline import record
    from pipeline.work import explained

    return record.of_reading(page, *explained(page, reader, text))


def _records(lines: Iterable[str], series: "Series", engine: str) -> Iterator[Mapping[str, Any]]:
    """A record for each line, in order; over all cores where there are many."""
    from pipeline.assess import Reader
    from pipeline.workers import each

    batches = _batches(lines)
    first = list(islice(batches, _AHEAD))
    few = sum(map(len, first)) if len(first) < _AHEAD else None
    for _, records in each(read_lines, chain(first, batches), partial(Reader.of, series, engine), few):
        yield from records


def _batches(lines: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for line in lines:
        if line.strip():
            batch.append(line)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def read_lines(lines: list[str], reader: "Reader") -> list["Record"]:
    """Records of some lines of JSON; a line that can't be used gives one that says so."""
    return [_read_line(line, reader) for line in lines]


def _read_line(line: str, reader: "Reader") -> "Record":
    from pipeline.page import Link, Page, Reason, Skip
    from pipeline.record import of_reading

    now = datetime.now(UTC)
    data: Any = None
    try:
        data = json.loads(line)
        if not isinstance(data, dict):
            raise ValueError("no JSON object")
        html, text = data.get("html"), data.get("text")
        if not isinstance(html, str) and not isinstance(text, str):
            raise ValueError('neither "html" nor "text"')
        url, title = str(data.get("url") or ""), str(data.get("title") or "")
        published = _moment(data.get("published"))
    except (ValueError, AttributeError, RecursionError) as error:
        url = str(data.get("url") or "") if isinstance(data, dict) else ""
        page = Page(url, url, 0, {}, b"", now, "stdin")
        return of_reading(page, Skip("", "stdin", Reason.UNREADABLE, f"the line can't be used: {error}"), None)
    link = Link(url, title=title, published=published)
    body = (html or "").encode("utf-8", "replace")
    return read_record(
        Page(url, url, 200, {"content-type": "text/html; charset=utf-8"}, body, now, "stdin", link),
        reader,
        None if html else text,
    )


def _moment(text: object) -> datetime | None:
    """A date in ISO 8601 or as feeds write it; None for anything else, which costs only the date."""
    from email.utils import parsedate_to_datetime

    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(str(text).replace("/", "-")) if text else None
        except (ValueError, TypeError):
            continue
    return None


def _local(path: Path) -> "Page":
    from pipeline.page import Link, Page

    try:
        body = path.read_bytes()
    except OSError as error:
        raise UserError(
            f"{path} can't be read: {error.strerror}.", "Give a saved page, or a URL with http:// or https://."
        ) from error
    url = path.absolute().as_uri()
    return Page(url, url, 200, {}, body, datetime.now(UTC), "file", Link(url))


def _stored(home: Home, series: "Series", url: str) -> "Page | None":
    with home.store_if_any() as store:
        return store.page(series.slug, url) if store else None


def _fetched(home: Home, series: "Series", url: str, options: Options) -> "Page":
    """Fetch one page as a crawl would, into a store that is gone afterwards."""
    from crawler.run import crawl
    from pipeline.series import Source
    from pipeline.store import Store

    alone = replace(series, sources=(Source("explain", "url", url),))
    home.make()
    with Store("sqlite://") as store:
        crawl(alone, store, replace(options, log_file=home.crawl_log))
        page = store.page(series.slug, url)
        why = store.skipped(series.slug)
    if page is None:
        said = f"{why[0].reason} {why[0].detail}" if why else "no answer"
        raise UserError(f"{url} can't be had: {inert(said)}.")
    return page


def draw(record: "Record") -> None:
    _say(f"[bold]{_safe(record['title'] or record['url'])}[/bold]")
    if record["site"]:
        _say(
            f"{_safe(record['site'])}, {_safe(record['author']) or 'no author'}, {record['published'] or 'undated'} ({record['date_from'] or 'no date'})",
            style="dim",
        )
    taken = "[green]Taken[/green]" if record["relevant"] else f"[red]Not taken[/red]: {_safe(record['skip_reason'])}"
    _say(f"{taken}. {_safe(record['relevant_because'])}")
    if record["kind"] is None:
        return
    episode = f" of episode {record['episode']}" if record["episode"] is not None else ""
    _say(f"Kind: {record['kind']}{episode}. {_safe(record['kind_because'])}")
    stated = f"{_safe(record['score_as_written'])} = {record['score']:g} of 100" if record["score"] is not None else "none stated"
    _say(
        f"Score: {stated}. Stance: {signed(record['stance']).markup} ({record['stance_from'] or 'none'}). {_safe(record['note'])}"
    )
    if record["engine"]:
        _say(f"Judged by {_safe(record['engine'])}.", style="dim")
    if record["estimate"] is not None:
        clash = ", which clashes with the score" if record["clash"] else ""
        _say(
            f"The text alone amounts to {record['estimate']:.0f} of 100{clash}. Recommends: {record['recommends'] or 'nothing'}."
        )
    if record["likened_to"]:
        _say("Likened to: " + ", ".join(map(_safe, record["likened_to"])))
    if record["claims"]:
        _say(
            "Claims: "
            + ", ".join(f"{c['claim']} {_safe(c['about'])} {_safe(c['value'])}".replace("  ", " ") for c in record["claims"])
        )
    if record["verdict"]:
        _say(f"Verdict: “{_safe(record['verdict'])}”")
    if record["aspects"]:
        _say("Aspects: " + ", ".join(f"{name} {signed(p).markup}" for name, p in record["aspects"].items()))
    if record["themes"]:
        _say("Themes: " + ", ".join(f"{_safe(name)} {signed(p).markup}" for name, p in record["themes"].items()))
    _say("")
    for s in record["sentences"]:
        said = [f"{name} {signed(p).markup}" for name, p in s["aspects"].items()] + [_safe(t) for t in s["themes"]]
        marks = ("  [dim]" + ", ".join(said) + "[/dim]" if said else "") + (
            "  [magenta]spoiler[/magenta]" if s["spoiler"] else ""
        )
        _say(f"{_aligned(s['polarity'])}  {_safe(s['text'])}{marks}")


def _aligned(polarity: float | None) -> str:
    drawn = signed(polarity)
    return " " * (6 - len(drawn)) + drawn.markup


def _safe(text: object) -> str:
    from rich.markup import escape

    return escape(inert(text))


def _say(markup: str, style: str | None = None) -> None:
    out.print(markup, style=style, markup=True)
