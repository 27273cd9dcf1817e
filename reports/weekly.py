"""Digest → one HTML file, in the Digest's language. Pure. The page needs no network, and its content security policy allows none; without its script it is whole."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from reports.digest import Digest
from reports.sections import SECTIONS
from reports.templating import environment
from reports.tongue import _, speaking


def page(digest: Digest) -> str:
    """The weekly page. Raises UserError where there are none in its language."""
    with speaking(digest.language):
        return _page(digest)


def index(series: Sequence[Mapping[str, Any]], language: str = "en") -> str:
    """The index of all weeks of all series; each with title, slug, note and weeks (see reports.site)."""
    with speaking(language):
        return _framed("index.html", series=series)


def _page(digest: Digest) -> str:
    drawn = []
    for section in SECTIONS:
        if (values := section.draw(digest)) is not None:
            body = _environment().get_template(section.template).render(d=digest, **values)
            drawn.append({"id": section.id, "title": _(section.title), "body": Markup(body)})  # from our autoescaped template
    return _framed("page.html", d=digest, sections=drawn)


def _framed(template: str, **values: Any) -> str:
    css, script = _part("style.css"), _part("page.js")
    policy = (
        f"default-src 'none'; style-src 'sha256-{_hash(css)}'; script-src 'sha256-{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return _environment().get_template(template).render(css=Markup(css), script=Markup(script), policy=policy, **values)


@cache
def _part(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text("utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    return environment()
