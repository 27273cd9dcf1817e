"""Digest → one HTML file, in the Digest's language. Pure. The page needs no network, and its content security policy allows none; without its script it is whole."""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from reports import tongue
from reports.developments import said
from reports.digest import ENOUGH, Digest
from reports.labels import aspect_label, label, listed, marker_label, note_label, printable, signed
from reports.sections import SECTIONS
from reports.tongue import _, decimal, messages, speaking, spoken


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
        finalize=lambda value: type(value)(printable(value)) if isinstance(value, str) else value,
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        lambda message: messages().gettext(message),
        lambda one, many, n: messages().ngettext(one, many, n),
        newstyle=True,
        pgettext=lambda context, message: messages().pgettext(context, message),
    )
    environment.filters |= {
        "href": href,
        "signed": lambda value: "–" if value is None else signed(value),
        "tone": tone,
        "day": day,
        "label": label,
        "kind": lambda kind: label(kind, "kind"),
        "aspect": aspect_label,
        "marker": marker_label,
        "note": note_label,
        "said": said,
        "number": lambda value: decimal(value, "0.######"),
        "listed": listed,
        "whole": lambda value: f"{value:.0f}",
    }
    environment.globals |= {
        "moved": moved,
        "per_cent": per_cent,
        "dates": dates,
        "between": between,
        "counted": counted,
        "quoted": quoted,
        "words": words,
        "lang": lang,
        "spoken": spoken,
        "ENOUGH": ENOUGH,
    }
    return environment


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


def day(value: date | None) -> str:
    return tongue.day(value) if value else _("undated")


def dates(first: date | None, last: date | None) -> str:
    return _("%(first)s to %(last)s", first=day(first), last=day(last))


def between(low: str, high: str) -> str:
    """A range of two figures, as the pages write them."""
    return _("%(low)s to %(high)s", low=low, high=high)


def counted(things: Mapping[str, int], of: str = "") -> str:
    """`review 3, news 1`. `of`: whose keys they are, see `reports.labels`."""
    return ", ".join(f"{label(key, of) if of else key} {n}" for key, n in things.items())


_CODE = re.compile(r"[a-z]{2,3}")


def lang(language: str | None) -> Markup:
    """The attribute for text in another language than the page, with a blank before it; empty where it is the same, or unknown."""
    foreign = language and language != spoken() and _CODE.fullmatch(language)
    return Markup(' lang="{}"').format(language) if foreign else Markup()


def words(text: str, language: str) -> Markup:
    """Their words, marked where they are in another language than the page."""
    attribute = lang(language)
    return Markup("<span{}>{}</span>").format(attribute, text) if attribute else escape(text)


def quoted(text: str, language: str) -> Markup:
    """The same, in the quotation marks of the page."""
    return escape(messages().gettext("“%(quote)s”")) % {"quote": words(text, language)}


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
