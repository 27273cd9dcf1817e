"""`nectar outlets`: the bundled list of who writes about anime, games, film and TV."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from nectar.cli.show import err, out, table
from pipeline.errors import UserError

if TYPE_CHECKING:
    from crawler.outlets import Outlet


@click.command()
@click.option("--tag", "-t", "tags", multiple=True, metavar="TAG[,TAG]", help="One of these; given again: and one of these too.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def outlets(tags: tuple[str, ...], as_json: bool) -> None:
    """List outlets to begin with; `follow --outlets` puts them into a series file.

    A TAG is a subject or a manner (anime, games, film, tv, blog, …), a language (ja) or a country (JP).
    """
    from crawler.outlets import TAGS

    found = chosen_outlets(tags)
    if as_json:
        out.print(json.dumps([asdict(o) for o in found], ensure_ascii=False, indent=2))
        return
    table(
        ("outlet", "how", "url", "language", "country", "tags"),
        ((o.name, o.kind, o.begins, o.language, o.country, ", ".join(o.tags)) for o in found),
    )
    err.print(f"{len(found)} outlets. Tags: {', '.join(TAGS)}; also languages (ja) and countries (JP).")
    err.print("A starting point, not verified: `nectar check FILE` says what each finds.")


def chosen_outlets(tags: Iterable[str]) -> "tuple[Outlet, ...]":
    """The outlets that bear one label of each of these lists with commas. Raises UserError for a label that none bears."""
    from difflib import get_close_matches

    from crawler.outlets import TAGS, chosen, labels

    groups = [[label.strip() for label in group.split(",") if label.strip()] for group in tags]
    known = labels()
    for label in (label for group in groups for label in group):
        if label not in known:
            close = get_close_matches(label, known, 1)
            raise UserError(
                f"No outlet has the tag {label!r}.",
                f"Did you mean {close[0]!r}?" if close else f"There are {', '.join(TAGS)}, languages (ja) and countries (JP).",
            )
    if not all(groups):
        raise UserError("The list of tags is empty.", f"There are {', '.join(TAGS)}, languages (ja) and countries (JP).")
    return chosen(groups)
