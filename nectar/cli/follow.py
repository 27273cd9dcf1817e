"""`nectar follow TITLE`: ask the catalogues what is known of a series, and write a series file to edit."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nectar.cli.home import Home
from nectar.cli.outlets import chosen_outlets
from nectar.cli.show import err, inert, out
from pipeline.errors import UserError

if TYPE_CHECKING:
    from crawler.catalogues.asking import Say
    from crawler.catalogues.facts import Facts
    from crawler.catalogues.merge import Merged

MEDIA = ("anime", "film", "show", "game")
_MOST_OTHERS = 5
_LONGEST_TITLE = 1000
_LONGEST_NAME = 100
"""Letters of a file's name; most systems take 255 bytes."""


@click.command()
@click.argument("title")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Where to write it; default SLUG.toml in this folder.")
@click.option("--medium", type=click.Choice(MEDIA), help="Which of several that bear the title.")
@click.option("--year", type=click.IntRange(1880, 2100), help="The year in which it began, or came out.")
@click.option("--season", type=click.IntRange(1), help="Of a show with several: whose episodes; default the last.")
@click.option(
    "--outlets", "tags", multiple=True, metavar="TAG[,TAG]", help="Add bundled outlets as sources; see `nectar outlets`."
)
@click.option("--offline", is_flag=True, help="Ask nobody; what was answered before is used.")
@click.option("--refresh", is_flag=True, help="Ask again, even what was answered within a week.")
@click.option("--contact", envvar="NECTAR_CONTACT", default="", help="Page or mail address for the user agent.")
@click.option("--at", "addresses", multiple=True, envvar="NECTAR_CATALOGUES", hidden=True, metavar="NAME=URL")
@click.option("--delay", type=click.FloatRange(0), hidden=True, help="Seconds between two requests to a catalogue.")
@click.pass_obj
def follow(
    home: Home,
    title: str,
    output: Path | None,
    medium: str | None,
    year: int | None,
    season: int | None,
    tags: tuple[str, ...],
    offline: bool,
    refresh: bool,
    contact: str,
    addresses: tuple[str, ...],
    delay: float | None,
) -> None:
    """Write a series file for TITLE, with comments, to be filled in.

    AniList, TVmaze and Wikidata are asked for its names, people and episodes; what they don't know, you do.
    """
    from slugify import slugify

    from crawler.catalogues.asking import Manners, gather
    from crawler.catalogues.draft import render
    from crawler.catalogues.facts import Wanted
    from crawler.catalogues.merge import merge
    from crawler.catalogues.shape import clean
    from crawler.settings import USER_AGENT
    from crawler.sources import KINDS

    wanted = Wanted(clean(title, _LONGEST_TITLE), medium or "", year, season)
    if not wanted.title:
        raise UserError("The title is empty.")
    outlets = chosen_outlets(tags) if tags else ()
    path = output or Path(f"{slugify(wanted.title)[:_LONGEST_NAME].strip('-') or 'series'}.toml")
    _must_be_free(path)
    reach = inert(contact).encode("ascii", "ignore").decode()
    manners = Manners(
        f"{USER_AGENT} (+{reach})" if reach else USER_AGENT,
        home.path / "cache" / "catalogues",
        offline,
        refresh,
        _addresses(addresses),
        delay,
    )
    with _telling() as say:
        said = gather(wanted, manners, say)
    merged = merge(wanted, said)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(render(merged, said, outlets, KINDS, date.today()))
    except FileExistsError:
        raise _there_already(path) from None
    except OSError as error:
        raise UserError(f"{path} can't be written: {error.strerror}.") from error
    _report(path, merged, said, len(outlets), bool(reach))


def _must_be_free(path: Path) -> None:
    """Raises UserError where the file is there, or can't come to be: before anybody is asked in vain."""
    try:
        there, folder = path.exists(), path.parent.is_dir()
    except (OSError, ValueError) as error:
        raise UserError(f"{path} can't be written: {getattr(error, 'strerror', error)}.") from error
    if there:
        raise _there_already(path)
    if not folder:
        raise UserError(f"{path} can't be written: there is no folder {path.parent}.")


def _there_already(path: Path) -> UserError:
    return UserError(f"{path} is there already.", "Edit it, or name another file with --output.")


def _addresses(given: Sequence[str]) -> dict[str, str]:
    from crawler.catalogues import CATALOGUES

    pairs = [(name, url) for name, _, url in (pair.partition("=") for pair in given)]
    for name, url in pairs:
        if name not in CATALOGUES or not url.startswith(("http://", "https://")):
            raise UserError(f"{name}={url} names no catalogue and its address.", f"Such as {next(iter(CATALOGUES))}=https://…")
    return dict(pairs)


@contextmanager
def _telling() -> Iterator["Say"]:
    """One line on a terminal that says who is asked; nothing elsewhere."""
    if not err.is_terminal:
        yield lambda *_: None
        return
    with err.status("") as line:
        yield lambda name, doing: line.update(f"{inert(name)}: {inert(doing)}")


def _report(path: Path, merged: "Merged", said: "Sequence[Facts]", outlets: int, contact: bool) -> None:
    """What was written goes to stdout; who said nothing, and what else bears the name, to stderr."""
    from crawler.catalogues.draft import described

    out.print(f"Wrote {path}.")
    for facts in said:
        if facts.taken is not None:
            got = (
                (len(facts.names), "names"),
                (len(facts.staff), "staff"),
                (len(facts.cast), "cast"),
                (len(facts.episodes), "episodes"),
                (len(facts.plain), "facts"),
            )
            told = ", ".join(f"{n} {what}" for n, what in got if n)
            out.print(f"{facts.catalogue}: {inert(described(facts.taken).rpartition(';')[0])}): {told}")
        elif not facts.troubles:
            err.print(f"{facts.catalogue}: found nothing that is sure to be this.")
        for trouble in facts.troubles:
            err.print(f"{facts.catalogue}: {inert(trouble)}.")
    for note in merged.notes:
        err.print(f"Note: {inert(note)}.")
    for others, what in (
        (merged.namesakes, "Others bear the name; --medium and --year choose:"),
        (merged.nearest, "Nothing of this very title was found; nearest to it, with their whole titles:"),
    ):
        if others:
            err.print(what)
        for other in others[:_MOST_OTHERS]:
            err.print(f"  {inert(described(other))}")
    missing = (*merged.missing, *(() if outlets else ("sources",)), *(() if contact else ("contact",)))
    if outlets:
        out.print(f"Sources: {outlets} from the bundled list, a starting point.")
    if missing:
        out.print(f"Still missing, for you to fill in: {', '.join(missing)}.")
    out.print(f"Then: nectar check {path}, and nectar weekly {path}")
