"""Comparison → one HTML file, Markdown, or the rows of a small table; in the Comparison's language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reports import charts, palette
from reports.addresses import NOWHERE, Addresses
from reports.comparison import Comparison, Side
from reports.labels import printable, signed
from reports.rows import Mean
from reports.speech import between
from reports.tongue import _, speaking
from reports.weekly import framed


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
    sides = [(comparison.left, left or Beside()), (comparison.right, right or Beside())]
    with speaking(comparison.language):
        drawn = {
            name: charts.side_by_side(points, width) if len(points) > 1 else ""
            for name, width in (("wide", palette.WIDE - 50), ("narrow", palette.NARROW - 40))
        }
        return framed("comparison.html", c=comparison, sides=sides, in_site=left is not None, course=_course(comparison), **drawn)


def _course(comparison: Comparison) -> list[tuple[int, float | None, float | None]]:
    """The chart as a table: week since the premiere, left, right; the newest first."""
    left, right = ({p.week: p.reception for p in side.course} for side in (comparison.left, comparison.right))
    return [(week, left.get(week), right.get(week)) for week in sorted({*left, *right}, reverse=True)]


def markdown(c: Comparison) -> str:
    """The same as text with tables, without the course."""
    with speaking(c.language):
        return "\n\n".join(_parts(c)) + "\n"


def _parts(c: Comparison) -> Iterator[str]:
    a, b = c.left, c.right
    yield "# " + _md(_("%(left)s and %(right)s", left=a.title, right=b.title))
    yield _("Up to %(week)s.", week=c.until) + " " + _md(c.verdict)
    rows = [
        (_("Reception, 0 to 100"), _number(a), _number(b)),
        (_("Favourable"), _share(a), _share(b)),
        (_("Promise, 0 to 100"), _mean(a.promise), _mean(b.promise)),
        (_("Reviews"), a.reviews, b.reviews),
        (_("Previews"), a.previews, b.previews),
        (_("Outlets"), a.outlets, b.outlets),
        (_("Languages"), ", ".join(a.languages), ", ".join(b.languages)),
        (_("Premiere"), a.premiere or _("not known"), b.premiere or _("not known")),
    ]
    yield _table(("", a.title, b.title), rows)
    if c.aspects:
        yield "## " + _("Aspect by aspect")
        aspects = [
            (
                r.label,
                _polarity(r.left),
                _polarity(r.right),
                _signed(r.difference),
                _("yes") if r.beyond else _("no") if r.difference is not None else "–",
            )
            for r in c.aspects
        ]
        yield _table((_("Aspect"), a.title, b.title, _("Difference"), _("Beyond the noise")), aspects)
    if c.outlets:
        yield "## " + _("Outlets that reviewed both")
        yield _md(c.like_with_like)
        outlets = [(o.site, _mean(o.left), _mean(o.right), f"{o.difference:+.0f}") for o in c.outlets]
        yield _table((_("Outlet"), a.title, b.title, _("Difference")), outlets)


@dataclass(frozen=True, slots=True)
class Overview:
    """What there is room for on a terminal. A polarity is a number, all else is words."""

    rows: tuple[tuple[str, str | float | None, str | float | None, str], ...]
    """Of what; left, right and their difference."""
    last: str
    """How the difference is called."""
    sure: str
    """What the asterisk says; empty where there is none."""


def overview(c: Comparison) -> Overview:
    a, b = c.left, c.right
    with speaking(c.language):
        rows: list[tuple[str, str | float | None, str | float | None, str]] = [
            (_("reception"), _ranged(a), _ranged(b), "" if c.difference is None else f"{c.difference:+.0f}{_sure(c.beyond)}"),
            (_("favourable"), _share(a), _share(b), ""),
            (_("promise"), _range(a.promise), _range(b.promise), ""),
            (_("reviews"), str(a.reviews), str(b.reviews), ""),
            (_("outlets"), str(a.outlets), str(b.outlets), ""),
        ]
        rows += [
            (r.label, r.left.value, r.right.value, f"{r.difference:+.2f}{_sure(r.beyond)}")
            for r in c.aspects
            if r.difference is not None
        ]
        any_sure = c.beyond or any(r.beyond for r in c.aspects)
        return Overview(tuple(rows), _("difference"), _("by more than the noise of both") if any_sure else "")


def _sure(beyond: bool) -> str:
    return " *" if beyond else "  "


def _table(head: tuple[str, ...], rows: list[tuple[Any, ...]]) -> str:
    lines = [head, *rows]
    drawn = [f"| {' | '.join(_md(str(cell)) for cell in line)} |" for line in lines]
    return "\n".join([drawn[0], f"|{' --- |' * len(head)}", *drawn[1:]])


def _md(text: str) -> str:
    """Strangers' text that is no markup."""
    return re.sub(r"([\\|`*_<>\[\]#&])", r"\\\1", " ".join(printable(text).split()))


def _number(side: Side) -> str:
    return _mean(side.reception) if side.enough else _few(side)


def _ranged(side: Side) -> str:
    return _range(side.reception) if side.enough else _few(side)


def _few(side: Side) -> str:
    return _("too few reviews (%(n)s)", n=side.reception.n)


def _share(side: Side) -> str:
    return _("%(k)s of %(n)s", k=side.favourable.k, n=side.favourable.n)


def _mean(m: Mean) -> str:
    if m.value is None:
        return "–"
    return f"{m.value:.0f} ({m.n})" if m.low is None else f"{m.value:.0f}, {_low_to_high(m)} ({m.n})"


def _range(m: Mean) -> str:
    return "–" if m.value is None else f"{m.value:.0f}" if m.low is None else f"{m.value:.0f} ({_low_to_high(m)})"


def _low_to_high(m: Mean) -> str:
    return between(f"{m.low:.0f}", f"{m.high:.0f}")


def _polarity(m: Mean) -> str:
    return "–" if m.value is None else f"{signed(m.value)} ({m.n})"


def _signed(value: float | None) -> str:
    return "–" if value is None else signed(value)
