"""Comparison → one HTML file, or Markdown."""

import re
from dataclasses import dataclass
from typing import Any

from reports import charts
from reports.addresses import NOWHERE, Addresses
from reports.comparison import Comparison, Side
from reports.rows import Mean
from reports.weekly import framed
from reports.words import printable, signed


@dataclass(frozen=True, slots=True)
class Beside:
    """Which pages of a series stand beside the comparison, for links to them; none where it stands alone."""

    week: str = ""
    """The newest that has a page and is not after the comparison's."""
    archive: Addresses = NOWHERE


def page(comparison: Comparison, left: Beside | None = None, right: Beside | None = None) -> str:
    """The page. With `left` and `right` it is SITE/compare/A-vs-B.html; without, it links to nothing but the articles."""
    points: list[dict[str, Any]] = [
        {"side": name, "week": p.week, "reception": p.reception}
        for name, side in (("left", comparison.left), ("right", comparison.right))
        for p in side.course
    ]
    drawn = {
        name: charts.side_by_side(points, width) if len(points) > 1 else ""
        for name, width in (("wide", charts.WIDE - 50), ("narrow", charts.NARROW - 40))
    }
    sides = [(comparison.left, left or Beside()), (comparison.right, right or Beside())]
    return framed("comparison.html", c=comparison, sides=sides, in_site=left is not None, course=_course(comparison), **drawn)


def _course(comparison: Comparison) -> list[tuple[int, float | None, float | None]]:
    """The chart as a table: week since the premiere, left, right; the newest first."""
    left, right = ({p.week: p.reception for p in side.course} for side in (comparison.left, comparison.right))
    return [(week, left.get(week), right.get(week)) for week in sorted({*left, *right}, reverse=True)]


def markdown(c: Comparison) -> str:
    """The same as text with tables, without the course."""
    a, b = c.left, c.right
    rows = [
        ("Reception, 0 to 100", _number(a), _number(b)),
        ("Favourable", _share(a), _share(b)),
        ("Promise, 0 to 100", _mean(a.promise), _mean(b.promise)),
        ("Reviews", a.reviews, b.reviews),
        ("Previews", a.previews, b.previews),
        ("Outlets", a.outlets, b.outlets),
        ("Languages", ", ".join(a.languages), ", ".join(b.languages)),
        ("Premiere", a.premiere or "not known", b.premiere or "not known"),
    ]
    parts = [f"# {_md(a.title)} and {_md(b.title)}", f"Up to {c.until}. {_md(c.verdict)}", _table(("", a.title, b.title), rows)]
    if c.aspects:
        aspects = [
            (
                r.label,
                _polarity(r.left),
                _polarity(r.right),
                _signed(r.difference),
                "yes" if r.beyond else "no" if r.difference is not None else "–",
            )
            for r in c.aspects
        ]
        parts += ["## Aspect by aspect", _table(("Aspect", a.title, b.title, "Difference", "Beyond the noise"), aspects)]
    if c.outlets:
        outlets = [(o.site, _mean(o.left), _mean(o.right), f"{o.difference:+.0f}") for o in c.outlets]
        parts += [
            "## Outlets that reviewed both",
            _md(c.like_with_like),
            _table(("Outlet", a.title, b.title, "Difference"), outlets),
        ]
    return "\n\n".join(parts) + "\n"


def _table(head: tuple[str, ...], rows: list[tuple[Any, ...]]) -> str:
    lines = [head, *rows]
    drawn = [f"| {' | '.join(_md(str(cell)) for cell in line)} |" for line in lines]
    return "\n".join([drawn[0], f"|{' --- |' * len(head)}", *drawn[1:]])


def _md(text: str) -> str:
    """Strangers' text that is no markup."""
    return re.sub(r"([\\|`*_<>\[\]#&])", r"\\\1", " ".join(printable(text).split()))


def _number(side: Side) -> str:
    return _mean(side.reception) if side.enough else f"too few reviews ({side.reception.n})"


def _share(side: Side) -> str:
    return f"{side.favourable.k} of {side.favourable.n}"


def _mean(m: Mean) -> str:
    if m.value is None:
        return "–"
    return f"{m.value:.0f} ({m.n})" if m.low is None else f"{m.value:.0f}, {m.low:.0f} to {m.high:.0f} ({m.n})"


def _polarity(m: Mean) -> str:
    return "–" if m.value is None else f"{signed(m.value)} ({m.n})"


def _signed(value: float | None) -> str:
    return "–" if value is None else signed(value)
