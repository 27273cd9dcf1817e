"""`nectar follow TITLE`: write a series file to edit."""

import json
from importlib.resources import files
from pathlib import Path

import click

from nectar.cli.show import inert, out
from pipeline.errors import UserError


@click.command()
@click.argument("title")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Where to write it; default SLUG.toml in this folder.")
def follow(title: str, output: Path | None) -> None:
    """Write a series file for TITLE, with comments, to be filled in."""
    from slugify import slugify

    if not title.strip():
        raise UserError("The title is empty.")
    slug = slugify(title) or "series"
    path = output or Path(f"{slug}.toml")
    template = files("nectar.cli").joinpath("series.toml").read_text("utf-8")
    quoted = json.dumps(inert(title), ensure_ascii=False)  # a JSON string is a TOML string
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(template.replace("@TITLE@", quoted).replace("@SLUG@", slug))
    except FileExistsError:
        raise UserError(f"{path} is there already.", "Edit it, or name another file with --output.") from None
    except OSError as error:
        raise UserError(f"{path} can't be written: {error.strerror}.") from error
    out.print(f"Wrote {path}.")
    out.print("Still missing, for you to fill in: aliases, people, episodes with air dates, sources, contact.")
    out.print(f"Then: nectar check {path}, and nectar weekly {path}")
