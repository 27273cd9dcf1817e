"""`nectar sources FILE`: feeds from a list of a feed reader into a series file, and back."""

import sys
from pathlib import Path

import click

from nectar.cli.home import load_series
from nectar.cli.show import inert, out
from pipeline.errors import UserError

_MOST = 20 * 1024 * 1024
"""Bytes of a list."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--add", "opml_list", type=click.Path(path_type=Path, allow_dash=True), help="Add the feeds of an OPML file; - reads stdin."
)
def sources(file: Path, opml_list: Path | None) -> None:
    """Write the feeds of a series file as OPML, or add those of an OPML list to it."""
    from pipeline import opml

    series = load_series(file)
    if opml_list is None:
        sys.stdout.buffer.write(opml.write(series))
        return
    listed = opml.read(_bytes(opml_list))
    if not listed:
        raise UserError(f"There are no feeds in {opml_list}.", "An OPML list names each in an outline with xmlUrl.")
    new = opml.new(listed, series)
    try:
        with file.open("r+", encoding="utf-8", newline="") as opened:
            text = opened.read()
            opened.write(opml.appended(text, new)[len(text) :])
    except OSError as error:
        raise UserError(f"{file} can't be written: {error.strerror}.") from error
    for feed in new:
        out.print(f"Added {inert(feed.name)}: {inert(feed.url)}")
    out.print(f"{len(new)} of {len(listed)} feeds are new in {inert(file)}.")


def _bytes(path: Path) -> bytes:
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(_MOST + 1)
        else:
            with path.open("rb") as file:
                data = file.read(_MOST + 1)
    except OSError as error:
        raise UserError(f"{path} can't be read: {error.strerror}.") from error
    if len(data) > _MOST:
        raise UserError(f"{path} is too long for a list of feeds.")
    return data
