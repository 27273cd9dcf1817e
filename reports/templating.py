"""Where templates are drawn, and how they show values. Strangers' text is made inert by the environment, so that no template can forget it."""

from collections.abc import Callable
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports.compiled import Beside
from reports.digest import ENOUGH
from reports.labels import aspect_label, headline, listed, printable, signed
from reports.speech import day, taught
from reports.tongue import _


def environment(text: Callable[[str], str] = printable, markup: bool = True) -> Environment:
    """Templates in which each text that is shown has gone through `text`; in those of `markup` HTML is escaped too."""
    made = Environment(
        loader=PackageLoader("reports"),
        autoescape=markup,
        bytecode_cache=Beside(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: text(value) if type(value) is str else value,
    )
    made.filters |= {
        "href": href,
        "signed": lambda value: "–" if value is None else signed(value),
        "tone": tone,
        "day": day,
        "aspect": aspect_label,
        "headline": headline,
        "listed": listed,
        "points": lambda value: f"{value:+.0f}".replace("-", "−") if round(value) else "0",
        "whole": lambda value: f"{value:.0f}",
    }
    made.globals |= {"moved": moved, "per_cent": per_cent, "ENOUGH": ENOUGH}
    return taught(made)


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


def one_line(text: str) -> str:
    """Printable text without line breaks, for headers and wherever a line begins something."""
    return " ".join(printable(text).split())


def cut(text: str, most: int) -> str:
    """At most so many characters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
