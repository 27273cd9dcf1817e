"""Charts as SVG, by Altair and vl-convert. The one owner of both.

Colours are CSS variables of the page, so that a chart follows dark mode and paper; there is no style attribute, so that a strict
content security policy leaves it alone. Each chart comes wide and narrow, because a wide one is illegible on a telephone.
"""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import altair as alt
import vl_convert
from altair.utils import schemapi
from markupsafe import Markup

from reports.labels import marker_label
from reports.tongue import _, point

INK, FAINT, PROMISE, RECEPTION, OTHER = "var(--ink)", "var(--line)", "var(--promise)", "var(--reception)", "var(--other)"
WIDE, NARROW = 680, 300
LEFT, RIGHT = "var(--accent)", "var(--ink)"
"""Of two series side by side: neither promise nor reception."""

_FLAGS = ("premiere", "finale", "release")
_FONT = "system-ui, sans-serif"
schemapi.disable_debug_mode()  # else every part of a chart is checked when it is made; the tests check the whole
_ZERO = [{"value": 0}]
Rows = Sequence[dict[str, Any]]


def dumbbells(rows: Rows, width: int) -> Markup:
    """What was promised and what was found, an aspect a line. Rows: aspect, promise, reception (polarity in [-1, 1] or None)."""
    order = [r["aspect"] for r in rows]
    y = alt.Y("aspect:N", sort=order, title=None, axis=alt.Axis(ticks=False, domain=False, labelPadding=8))
    x = alt.X(
        "value:Q",
        scale=alt.Scale(domain=[-1, 1]),
        title=None,
        axis=alt.Axis(values=[-1, -0.5, 0, 0.5, 1], format="+.1f", grid=True),
    )
    gaps = [r for r in rows if r["promise"] is not None and r["reception"] is not None]
    points = [
        {"aspect": r["aspect"], "value": r[side], "side": side}
        for r in rows
        for side in ("promise", "reception")
        if r[side] is not None
    ]
    lines = (
        _over("gaps")
        .mark_rule(color=OTHER, strokeWidth=2)
        .encode(y=y, x=alt.X("promise:Q", scale=alt.Scale(domain=[-1, 1]), title=None), x2="reception:Q")
    )
    marks = (
        _over("points")
        .mark_point(filled=True, size=110, opacity=1)
        .encode(
            y=y,
            x=x,
            color=alt.Color("side:N", scale=alt.Scale(domain=["promise", "reception"], range=[PROMISE, RECEPTION]), legend=None),
            shape=alt.Shape("side:N", scale=alt.Scale(domain=["promise", "reception"], range=["circle", "diamond"]), legend=None),
        )
    )
    zero = _over("zero").mark_rule(color=INK, strokeWidth=1).encode(x="value:Q")
    return _svg(alt.layer(zero, lines, marks).properties(width=width, height=alt.Step(24)), zero=_ZERO, gaps=gaps, points=points)


def timeline(points: Rows, width: int) -> Markup:
    """Articles a week by sort, and below it reception so far. Points: week, sort, articles; reception (0..100 or None), markers."""
    weeks = list(dict.fromkeys(p["week"] for p in points))
    every = max(1, len(weeks) // (6 if width > NARROW else 3))
    shown = [w for n, w in enumerate(weeks) if n % every == 0]
    x = alt.X(
        "week:O",
        sort=weeks,
        title=None,
        axis=alt.Axis(values=shown, labelAngle=0, labelPadding=8, labelOverlap=False, ticks=False, domainColor=FAINT),
        scale=alt.Scale(domain=weeks),
    )
    bare = alt.X("week:O", sort=weeks, title=None, axis=None, scale=alt.Scale(domain=weeks))
    sorts, colours = ["previews", "reviews", "other"], [PROMISE, RECEPTION, OTHER]
    bars = (
        _over("written")
        .mark_bar()
        .encode(
            x=bare,
            y=alt.Y("articles:Q", title=_("articles"), axis=alt.Axis(tickMinStep=1, tickCount=4, format="d", grid=True)),
            color=alt.Color("sort:N", scale=alt.Scale(domain=sorts, range=colours), legend=None),
            order=alt.Order("rank:Q"),
        )
        .properties(width=width, height=90)
    )
    marked = [p for p in points if p["markers"] and p["sort"] == "reviews"]
    named = [{"week": p["week"], "name": marker_label(m)} for p in marked for m in p["markers"] if m in _FLAGS]
    flags = _over("named").mark_rule(color=INK, strokeDash=[3, 3]).encode(x=bare)
    names = (
        _over("named").mark_text(align="left", dx=4, dy=6, color=INK, fontSize=11).encode(x=bare, text="name:N", y=alt.value(0))
    )
    signs = [{"week": p["week"], "sign": sign} for p in marked if (sign := _sign(p["markers"]))]
    strip = _over("signs").mark_text(color=INK, fontSize=9).encode(x=bare, text="sign:N").properties(width=width, height=10)
    known = [p for p in points if p["reception"] is not None and p["sort"] == "reviews"]
    scale = alt.Scale(domain=[0, 100])
    line = (
        _over("known")
        .mark_line(color=RECEPTION, strokeWidth=2, point=alt.OverlayMarkDef(color=RECEPTION, size=28, filled=True))
        .encode(x=x, y=alt.Y("reception:Q", scale=scale, title=_("reception"), axis=alt.Axis(values=[0, 50, 100], grid=True)))
        .properties(width=width, height=90)
    )
    panels = [alt.layer(bars, flags, names)]
    if signs:
        panels.append(strip)
    if known:
        panels.append(line)
    else:
        panels[-1] = panels[-1].encode(x=x)
    written = [p for p in points if p["articles"]]
    drawn = alt.vconcat(*panels, spacing=8).resolve_scale(x="shared")
    return _svg(drawn, written=written, named=named, signs=signs, known=known)


def _sign(markers: Sequence[str]) -> str:
    """What the strip under the bars shows of a week: the number of its last episode, or a sign for a trailer."""
    numbers = [m.rpartition(" ")[2] for m in markers if m.startswith("episode ")]
    return numbers[-1] if numbers else "▶" if "trailer" in markers else ""


def sparkline(values: Sequence[float]) -> Markup:
    """Reception week by week, 0..100; at least two values."""
    x = alt.X("n:Q", axis=None)
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(domain=[0, 100]))
    line = _over("course").mark_line(color=RECEPTION, strokeWidth=2).encode(x=x, y=y)
    dot = _over("last").mark_point(color=RECEPTION, filled=True, size=40, opacity=1).encode(x=x, y=y)
    course = [{"n": n, "value": v} for n, v in enumerate(values)]
    return _svg(alt.layer(line, dot).properties(width=WIDE, height=70), course=course, last=course[-1:])


def _over(data: str) -> Any:
    """A chart over data that it knows by name alone: Altair copies and checks again and again what a chart holds itself."""
    return alt.Chart(alt.NamedData(data))


def _numbers(point: str) -> dict[str, Any] | None:
    """What d3-format asks of a language; None for what it does by itself."""
    return None if point == "." else {"decimal": point, "thousands": " ", "grouping": [3], "currency": ["", ""]}


def _svg(chart: Any, **data: Rows) -> Markup:
    """The drawing of a chart `_over` these data."""
    return _rendered(_described(chart), **data)


def _described(chart: Any) -> str:
    """The chart in our colours, as Vega-Lite."""
    themed = chart.configure(
        background="transparent", font=_FONT, padding={"left": 14, "right": 10, "top": 5, "bottom": 5}
    ).configure_view(stroke=None)
    themed = themed.configure_axis(
        labelColor=INK,
        titleColor=INK,
        gridColor=FAINT,
        tickColor=FAINT,
        domainColor=FAINT,
        labelFontSize=12,
        titleFontSize=12,
        titleFontWeight="normal",
        labelLimit=140,
    )
    described: str = themed.to_json(validate=False)
    return described


def _rendered(described: str, **data: Rows) -> Markup:
    """The drawing, without width and height of its own (its frame decides), hidden from screen readers: a table says the same."""
    spec = json.loads(described)
    spec.setdefault("datasets", {}).update(data)
    svg = vl_convert.vegalite_to_svg(spec, format_locale=_numbers(point()))
    svg = re.sub(r'<svg ([^>]*?)width="([\d.]+)" height="([\d.]+)"', r'<svg \1data-width="\2"', svg, count=1)
    svg = re.sub(r' (?:role|aria-[\w-]+)="[^"]*"', "", svg)
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # drawn from numbers and our own labels


def over_weeks(points: Rows, width: int) -> Markup:
    """An aspect so far, week by week. Points: week, promise and reception (polarity in [-1, 1] or None), new (sides judged in it), markers."""
    flags = [{"week": p["week"], "name": marker_label(m)} for p in points for m in p["markers"] if m in _FLAGS]
    described = _over_weeks(tuple(p["week"] for p in points), bool(flags), width)
    known = [
        {"week": p["week"], "side": side, "value": p[side], "new": side in p["new"]}
        for side in ("promise", "reception")
        for p in points
        if p[side] is not None
    ]
    return _rendered(described, zero=_ZERO, flags=flags, course=known, new=[k for k in known if k["new"]])


@lru_cache(maxsize=4)
def _over_weeks(weeks: tuple[str, ...], flagged: bool, width: int) -> str:
    """The description of `over_weeks`: one for all aspects of a series."""
    every = max(1, len(weeks) // (6 if width > NARROW else 3))
    axis = alt.Axis(
        values=weeks[::every], labelAngle=0, labelPadding=8, labelOverlap=False, ticks=False, domainColor=FAINT, grid=False
    )
    x = alt.X("week:O", sort=weeks, title=None, axis=axis, scale=alt.Scale(domain=weeks, type="point", padding=0.5))
    y = alt.Y("value:Q", scale=alt.Scale(domain=[-1, 1]), title=None, axis=alt.Axis(values=[-1, -0.5, 0, 0.5, 1], format="+.1f"))
    sides = ["promise", "reception"]
    colour = alt.Color("side:N", scale=alt.Scale(domain=sides, range=[PROMISE, RECEPTION]), legend=None)
    dash = alt.StrokeDash("side:N", scale=alt.Scale(domain=sides, range=[[5, 3], [1, 0]]), legend=None)
    shape = alt.Shape("side:N", scale=alt.Scale(domain=sides, range=["circle", "diamond"]), legend=None)
    lines = _over("course").mark_line(strokeWidth=2).encode(x=x, y=y, color=colour, strokeDash=dash)
    marks = _over("new").mark_point(filled=True, size=34, opacity=1)
    zero = _over("zero").mark_rule(color=INK, strokeWidth=1).encode(y=y)
    rules = _over("flags").mark_rule(color=INK, strokeDash=[3, 3]).encode(x=x)
    text = _over("flags").mark_text(align="left", dx=4, dy=6, color=INK, fontSize=11)
    names = text.encode(x=x, text="name:N", y=alt.value(0))
    layers = [zero, *([rules, names] if flagged else []), lines, marks.encode(x=x, y=y, color=colour, shape=shape)]
    return _described(alt.layer(*layers).properties(width=width, height=170))


def side_by_side(points: Rows, width: int) -> Markup:
    """Reception so far of two series by weeks since their premieres. Points: side (left or right), week (0: the premiere), reception (0..100)."""
    x = alt.X("week:Q", title=_("weeks since the premiere"), axis=alt.Axis(format="d", tickMinStep=1, tickCount=6, grid=False))
    y = alt.Y("reception:Q", title=_("reception"), scale=alt.Scale(domain=[0, 100]), axis=alt.Axis(values=[0, 25, 50, 75, 100]))
    layers = [_over("premiere").mark_rule(color=INK, strokeDash=[3, 3]).encode(x=x)]
    for side, colour, shape, dash in (("left", LEFT, "circle", [1, 0]), ("right", RIGHT, "diamond", [5, 3])):
        chart = _over(side).encode(x=x, y=y)
        layers.append(chart.mark_line(color=colour, strokeWidth=2, strokeDash=dash))
        layers.append(chart.mark_point(color=colour, shape=shape, filled=True, size=34, opacity=1))
    sides = {side: [p for p in points if p["side"] == side] for side in ("left", "right")}
    return _svg(alt.layer(*layers).properties(width=width, height=170), premiere=[{"week": 0}], **sides)
