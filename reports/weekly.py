"""Digest → one HTML file, in the Digest's language. Pure. The page needs no network, and its content security policy allows none; without its script it is whole."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment
from markupsafe import Markup

from reports.addresses import NOWHERE, Addresses
from reports.charts import Chart
from reports.digest import Digest
from reports.sections import SECTIONS
from reports.templating import environment, href
from reports.tongue import _, speaking

_MOST_NEIGHBOURS = 24
"""Outlets up to which they are shown by name; more of them are folded, or left to the index."""
_NEWEST_WEEKS = 12
"""On the index; those before are folded."""


def page(digest: Digest, archive: Addresses | None = None) -> str:
    """The weekly page. `archive`: where the pages over all weeks stand beside it; None: it stands alone, and links to none.

    Raises UserError where there are none in its language.
    """
    index, record = (_beside(file, digest.online, archive) for file in ("../index.html", f"{digest.week}.json"))
    with speaking(digest.language):
        shown = {section: values for section in SECTIONS if (values := section.draw(digest)) is not None}
        bodies = {}
        for section in sorted(shown, key=lambda s: _waits(shown[s])):
            template = _environment().get_template(section.template)
            bodies[section] = template.render(d=digest, archive=archive or NOWHERE, record=record, **shown[section])
        # the bodies are from our autoescaped templates
        sections = [{"id": s.id, "title": _(s.title), "body": Markup(bodies[s])} for s in shown]
        return framed("page.html", d=digest, sections=sections, index=index)


def _waits(values: Mapping[str, Any]) -> bool:
    """True for a section with charts: they are drawn while all others are written."""
    return any(isinstance(value, Chart) for value in values.values())


def _beside(file: str, online: str, archive: Addresses | None) -> str:
    """Where a file of the site lies: beside the page, on the web, or, of a page by itself, nowhere that is known."""
    if archive is not None:
        return file
    return urljoin(online, file) if href(online) else ""


def index(series: Sequence[Mapping[str, Any]], comparisons: Sequence[Mapping[str, str]] = (), language: str = "en") -> str:
    """The index of all weeks of all series; each with title, slug, note, weeks and what else weeks.json holds (see reports.site)."""
    with speaking(language):
        return framed("index.html", series=series, comparisons=comparisons)


def framed(template: str, **values: Any) -> str:
    """A page of a template that extends frame.html, with its content security policy."""
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
    made = environment()
    made.globals |= {"MOST_NEIGHBOURS": _MOST_NEIGHBOURS, "NEWEST_WEEKS": _NEWEST_WEEKS}
    return made
