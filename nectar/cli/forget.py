"""`nectar forget`: remove a site, an author or an address from the database, and never collect it again."""

import sys
from datetime import UTC, datetime

import click

from nectar.cli.home import Home
from nectar.cli.show import err, inert, many, out, table


@click.command()
@click.option("--site", metavar="HOST", help="A host with all below it, such as blog.example.org.")
@click.option("--author", metavar="NAME", help="As the byline says.")
@click.option("--url", metavar="URL", help="One article, by any of its addresses.")
@click.option(
    "--list",
    "listed",
    is_flag=True,
    help="Remove nothing: list the pages that would go; alone, all that was asked to be forgotten so far.",
)
@click.option("--undo", is_flag=True, help="Take the wish back: it may be collected again. What was removed stays so until then.")
@click.option("--yes", is_flag=True, help="Don't ask first. Only on a terminal it is asked.")
@click.pass_obj
def forget(home: Home, site: str | None, author: str | None, url: str | None, listed: bool, undo: bool, yes: bool) -> int:
    """Remove what was collected of a site, an author or an address, and leave it alone from now on.

    What is removed can't be brought back, but by a crawl after --undo. --list shows beforehand what it would be.
    """
    given = [(what, value) for what, value in (("site", site), ("author", author), ("url", url)) if value and value.strip()]
    if listed and undo:
        raise click.UsageError("--list and --undo can't be used together.")
    if listed and not given:
        _show_wishes(home)
        return 0
    if len(given) != 1:
        raise click.UsageError("Give one of --site, --author and --url, or --list.")
    [(what, value)] = given
    whose = f"of the {what} {inert(value)}"
    if listed:
        _show_pages(home, what, value, whose)
        return 0
    if not (undo or yes) and sys.stdin.isatty() and sys.stderr.isatty() and not _agreed(home, what, value, whose):
        out.print("Nothing was removed.")
        return 0
    with home.locked(), home.store() as store:
        if undo:
            known = store.remember(what, value)
            out.print(f"{inert(value)} may be collected again." if known else f"{inert(value)} was not to be forgotten.")
            return 0 if known else 1
        pages = store.forget(what, value, datetime.now(UTC))
    out.print(f"Forgot {many(pages, 'page')} {whose}; it is left alone from now on.")
    out.print("Pages that were drawn already still quote it: draw them anew with nectar report FILE --all.")
    return 0


def _show_wishes(home: Home) -> None:
    with home.store_if_any() as store:
        found = store.forgotten() if store else None
    kinds = (("site", found.sites), ("author", found.authors), ("url", found.urls)) if found else ()
    table(("what", "value"), ((what, value) for what, values in kinds for value in sorted(values)))


def _show_pages(home: Home, what: str, value: str, whose: str) -> None:
    if found := _pages(home, what, value):
        table(("url",), ((url,) for url in found))
    err.print(f"{many(len(found), 'page')} {whose} would be removed. Nothing was: without --list it is done.")


def _agreed(home: Home, what: str, value: str, whose: str) -> bool:
    pages = many(len(_pages(home, what, value)), "page")
    return click.confirm(f"Remove {pages} {whose}, and leave it alone from now on?", err=True)


def _pages(home: Home, what: str, value: str) -> list[str]:
    with home.store_if_any() as store:
        return store.would_forget(what, value) if store else []
