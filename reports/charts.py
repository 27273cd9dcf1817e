"""Charts as SVG: specifications in Vega-Lite, drawn by vl-convert. The one owner of both.

Colours are CSS variables of the page, so that a chart follows dark mode and paper; there is no style attribute, so that a strict
content security policy leaves it alone. Each chart comes wide and narrow, because a wide one is illegible on a telephone. The
specifications are plain: https://vega.github.io/vega-lite/docs/ says what each word means, and building them takes no time.
"""

import json
import re
from collections.abc import Sequence
from typing import Any, TypeAlias

import vl_convert
from markupsafe import Markup

INK, FAINT, PROMISE, RECEPTION, OTHER = "var(--ink)", "var(--line)", "var(--promise)", "var(--reception)", "var(--other)"
WIDE, NARROW = 680, 300

Spec: TypeAlias = dict[str, Any]

_CONFIG: Spec = {
    "background": "transparent",
    "font": "system-ui, sans-serif",
    "padding": {"left": 14, "right": 10, "top": 5, "bottom": 5},
    "view": {"stroke": None, "continuousWidth": 300, "continuousHeight": 300},
    "axis": {
        "labelColor": INK,
        "titleColor": INK,
        "gridColor": FAINT,
        "tickColor": FAINT,
        "domainColor": FAINT,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "labelLimit": 140,
    },
}


def dumbbells(rows: Sequence[dict[str, Any]], width: int) -> Markup:
    """What was promised and what was found, an aspect a line. Rows: aspect, promise, reception (polarity in [-1, 1] or None)."""
    sides = ["promise", "reception"]
    gaps = [r for r in rows if r["promise"] is not None and r["reception"] is not None]
    points = [{"aspect": r["aspect"], "value": r[side], "side": side} for r in rows for side in sides if r[side] is not None]
    y = _nominal(
        "aspect", sort=[r["aspect"] for r in rows], title=None, axis={"ticks": False, "domain": False, "labelPadding": 8}
    )
    scale = {"domain": [-1, 1]}
    axis = {"values": [-1, -0.5, 0, 0.5, 1], "format": "+.1f", "grid": True}
    zero = _layer([{"value": 0}], {"type": "rule", "color": INK, "strokeWidth": 1}, x=_quantity("value"))
    lines = _layer(
        gaps,
        {"type": "rule", "color": OTHER, "strokeWidth": 2},
        y=y,
        x=_quantity("promise", scale=scale, title=None),
        x2={"field": "reception"},
    )
    marks = _layer(
        points,
        {"type": "point", "filled": True, "size": 110, "opacity": 1},
        y=y,
        x=_quantity("value", scale=scale, title=None, axis=axis),
        color=_nominal("side", scale={"domain": sides, "range": [PROMISE, RECEPTION]}, legend=None),
        shape=_nominal("side", scale={"domain": sides, "range": ["circle", "diamond"]}, legend=None),
    )
    return _svg({"layer": [zero, lines, marks], "width": width, "height": {"step": 24}})


def timeline(points: Sequence[dict[str, Any]], width: int) -> Markup:
    """Articles a week by sort, and below it reception so far. Points: week, sort, articles; reception (0..100 or None), marker."""
    weeks = list(dict.fromkeys(p["week"] for p in points))
    every = max(1, len(weeks) // (6 if width > NARROW else 3))
    week: Spec = {"field": "week", "type": "ordinal", "sort": weeks, "title": None, "scale": {"domain": weeks}}
    axis = {"labelAngle": 0, "labelPadding": 8, "labelOverlap": False, "ticks": False, "domainColor": FAINT}
    dated = week | {"axis": axis | {"values": weeks[::every]}}
    known = [p for p in points if p["reception"] is not None and p["sort"] == "reviews"]
    bare = week | {"axis": None} if known else dated
    size = {"width": width, "height": 90}
    bars = _layer(
        [p for p in points if p["articles"]],
        {"type": "bar"},
        x=bare,
        y=_quantity("articles", title="articles", axis={"tickMinStep": 1, "tickCount": 4, "format": "d", "grid": True}),
        color=_nominal(
            "sort", scale={"domain": ["previews", "reviews", "other"], "range": [PROMISE, RECEPTION, OTHER]}, legend=None
        ),
        order=_quantity("rank"),
    )
    markers = [p for p in points if p["marker"] and p["sort"] == "reviews"]
    flags = _layer(markers, {"type": "rule", "color": INK, "strokeDash": [3, 3]}, x=bare)
    names = _layer(
        markers,
        {"type": "text", "align": "left", "dx": 4, "dy": 6, "color": INK, "fontSize": 11},
        x=bare,
        text=_nominal("marker"),
        y={"value": 0},
    )
    upper: Spec = {"layer": [bars, flags, names], **size}
    if not known:
        return _svg(upper)
    reception = _quantity("reception", scale={"domain": [0, 100]}, title="reception", axis={"values": [0, 50, 100], "grid": True})
    dots = {"color": RECEPTION, "size": 28, "filled": True}
    line = _layer(known, {"type": "line", "color": RECEPTION, "strokeWidth": 2, "point": dots}, x=dated, y=reception)
    return _svg({"vconcat": [upper, line | size], "spacing": 12, "resolve": {"scale": {"x": "shared"}}})


def sparkline(values: Sequence[float]) -> Markup:
    """Reception week by week, 0..100; at least two values."""
    points = [{"n": n, "value": v} for n, v in enumerate(values)]
    place = {"x": _quantity("n", axis=None), "y": _quantity("value", axis=None, scale={"domain": [0, 100]})}
    line = _layer(points, {"type": "line", "color": RECEPTION, "strokeWidth": 2}, **place)
    dot = _layer(points[-1:], {"type": "point", "color": RECEPTION, "filled": True, "size": 40, "opacity": 1}, **place)
    return _svg({"layer": [line, dot], "width": WIDE, "height": 70})


def _layer(rows: Sequence[dict[str, Any]], mark: Spec, **encoding: Spec) -> Spec:
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": encoding}


def _quantity(field: str, **more: Any) -> Spec:
    return {"field": field, "type": "quantitative", **more}


def _nominal(field: str, **more: Any) -> Spec:
    return {"field": field, "type": "nominal", **more}


def _svg(spec: Spec) -> Markup:
    """The drawing, without width and height of its own (its frame decides), hidden from screen readers: a table says the same."""
    svg = vl_convert.vegalite_to_svg(json.dumps(spec | {"config": _CONFIG}))
    svg = re.sub(r'<svg ([^>]*?)width="([\d.]+)" height="([\d.]+)"', r'<svg \1data-width="\2"', svg, count=1)
    svg = re.sub(r' (?:role|aria-[\w-]+)="[^"]*"', "", svg)
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # drawn from numbers and our own labels
