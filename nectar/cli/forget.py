"""`nectar forget`: remove a site, an author or an address from the database, and never collect it again."""

from datetime import UTC, datetime

import click

from nectar.cli.home import Home
from nectar.cli.show import inert, out, table


@click.command()
@click.option("--site", metavar="HOST", help="A host with all below it, such as blog.example.org.")
@click.option("--author", metavar="NAME", help="As the byline says.")
@click.option("--url", metavar="URL", help="One article, by any of its addresses.")
@click.option("--undo", is_flag=True, help="Take the wish back: it may be collected again.")
@click.option("--list", "listed", is_flag=True, help="What is to be forgotten.")
@click.pass_obj
def forget(home: Home, site: str | None, author: str | None, url: str | None, undo: bool, listed: bool) -> int:
    """Remove what was collected of a site, an author or an address, and leave it alone from now on."""
    given = [(what, value) for what, value in (("site", site), ("author", author), ("url", url)) if value and value.strip()]
    if listed and not given:
        with home.store() as store:
            found = store.forgotten()
        rows = [("site", v) for v in sorted(found.sites)] + [("author", v) for v in sorted(found.authors)]
        table(("what", "value"), rows + [("url", v) for v in sorted(found.urls)])
        return 0
    if len(given) != 1:
        raise click.UsageError("Give one of --site, --author and --url, or --list.")
    [(what, value)] = given
    with home.locked(), home.store() as store:
        if undo:
            known = store.remember(what, value)
            out.print(f"{inert(value)} may be collected again." if known else f"{inert(value)} was not to be forgotten.")
            return 0 if known else 1
        pages = store.forget(what, value, datetime.now(UTC))
    out.print(f"Forgot {pages} page{'' if pages == 1 else 's'} of the {what} {inert(value)}; it is left alone from now on.")
    out.print("Pages that were drawn already still quote it: draw them anew with nectar report FILE --all.")
    return 0
