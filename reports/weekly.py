"""Digest → one HTML file, in the Digest's language. Pure. The page needs no network, and its content security policy allows none; without its script it is whole."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports.digest import ENOUGH, Digest
from reports.labels import aspect_label, listed, printable, signed
from reports.sections import SECTIONS
from reports.speech import day, taught
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
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    environment.filters |= {
        "href": href,
        "signed": lambda value: "–" if value is None else signed(value),
        "tone": tone,
        "day": day,
        "aspect": aspect_label,
        "listed": listed,
        "whole": lambda value: f"{value:.0f}",
    }
    environment.globals |= {"moved": moved, "per_cent": per_cent, "ENOUGH": ENOUGH}
    return taught(environment)


def href(url: str) -> str:
    """The URL where it is safe to link to, else empty: http and https with a host, nothing else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""


def tone(value: float | None) -> str:
    """good, bad or even: a class; the sign beside it says the same without colour."""
    return "even" if value is None or abs(value) <= 0.1 else "good" if value > 0 else "bad"


def moved(now: float | None, before: float | None, still: str | None = None) -> str:
    """A figure against that of the week before, both as the pages show them, such as `▲ 3`; empty where there is nothing to compare.

    `still`: what to say where it did not move; None for "unchanged".
    """
    if now is None or before is None:
        return ""
    points = round(now) - round(before)
    if not points:
        return _("unchanged") if still is None else still
    return f"{'▲' if points > 0 else '▼'} {abs(points)}"


def per_cent(share: float | None) -> float | None:
    return None if share is None else 100 * share
