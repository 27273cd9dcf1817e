"""`nectar vacuum`: give room back to the disk, if wanted by letting go of raw pages."""

from typing import TYPE_CHECKING

import click

from nectar.cli.home import Home
from nectar.cli.show import out, room

if TYPE_CHECKING:
    from pipeline.store.bodies import Keep


@click.command()
@click.option(
    "--keep-pages",
    "keep",
    type=click.Choice(["all", "relevant", "none"]),
    default="all",
    show_default=True,
    help="Which raw pages stay: all, those that became an article, or none. What is not read yet stays in any case.",
)
@click.pass_obj
def vacuum(home: Home, keep: "Keep") -> None:
    """Make the database smaller.

    A page without its raw body stays known, with all that was concluded of it; but a newer reader can't read it again.
    """
    from pipeline.store.upkeep import reclaim

    database = home.there()
    with home.locked():
        if keep != "all":
            with home.store() as store:
                pages, size = store.remove_bodies(keep)
            out.print(f"Removed the raw bodies of {pages} page{'' if pages == 1 else 's'} ({room(size)}).")
        before, after = reclaim(database)
    out.print(f"Freed {room(max(0, before - after))}: {room(before)} before, {room(after)} now.")
