"""The articles of the demo's outlets: TOML front matter between +++ lines, then a piece of HTML. All of it is written by us."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class DemoArticle:
    outlet: str
    path: str
    title: str
    author: str
    date: datetime
    body: str
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    summary: str = ""
    language: str = "en"
    rating: Mapping[str, str] | None = None
    comments: tuple[str, ...] = ()


def load() -> list[DemoArticle]:
    """All articles, newest first."""
    folder = files("nectar").joinpath("demo/articles")
    found = [_parse(f.read_text("utf-8")) for f in folder.iterdir() if f.name.endswith(".html")]
    return sorted(found, key=lambda a: (a.date, a.path), reverse=True)


def _parse(text: str) -> DemoArticle:
    _, front, body = text.split("+++", 2)
    fields = tomllib.loads(front)
    for many in ("tags", "categories", "comments"):
        fields[many] = tuple(fields.get(many, ()))
    return DemoArticle(body=body.strip(), **fields)
