"""Charts as SVG, by Altair and vl-convert. The one owner of both.

Colours are CSS variables of the page, so that a chart follows dark mode and paper; there is no style attribute, so that a strict
content security policy leaves it alone. Each chart comes wide and narrow, because a wide one is illegible on a telephone.

To describe a chart costs Altair more than to draw it. So each kind is described once, as a form, into which every drawing puts its rows and lists.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import altair as alt
import vl_convert
from markupsafe import Markup

from reports.labels import marker_label
from reports.tongue import _, point

INK, FAINT, PROMISE, RECEPTION, OTHER = "var(--ink)", "var(--line)", "var(--promise)", "var(--reception)", "var(--other)"
WIDE, NARROW = 680, 300
LEFT, RIGHT = "var(--accent)", "var(--ink)"
"""Of two series side by side: neither promise nor reception."""

_FLAGS = ("premiere", "finale", "release")
_FONT = "system-ui, sans-serif"
_BLANK = re.compile(r'\["blank (\w+)"\]')
"""A list of a form, by its name."""


def dumbbells(rows: Sequence[dict[str, Any]], width: int) -> Markup:
    """What was promised and what was found, an aspect a line. Rows: aspect, promise, reception (polarity in [-1, 1] or None)."""
    gaps = [r for r in rows if r["promise"] is not None and r["reception"] is not None]
    points = [
        {"aspect": r["aspect"], "value": r[side], "side": side}
        for r in rows
        for side in ("promise", "reception")
        if r[side] is not None
    ]
    return _drawn(_dumbbells(width), {"gaps": gaps, "points": points}, aspects=[r["aspect"] for r in rows])


@lru_cache
def _dumbbells(width: int) -> str:
    y = alt.Y("aspect:N", sort=_blank("aspects"), title=None, axis=alt.Axis(ticks=False, domain=False, labelPadding=8))
    x = alt.X(
        "value:Q",
        scale=alt.Scale(domain=[-1, 1]),
        title=None,
        axis=alt.Axis(values=[-1, -0.5, 0, 0.5, 1], format="+.1f", grid=True),
    )
    lines = (
        alt.Chart(alt.NamedData("gaps"))
        .mark_rule(color=OTHER, strokeWidth=2)
        .encode(y=y, x=alt.X("promise:Q", scale=alt.Scale(domain=[-1, 1]), title=None), x2="reception:Q")
    )
    marks = (
        alt.Chart(alt.NamedData("points"))
        .mark_point(filled=True, size=110, opacity=1)
        .encode(
            y=y,
            x=x,
            color=alt.Color("side:N", scale=alt.Scale(domain=["promise", "reception"], range=[PROMISE, RECEPTION]), legend=None),
            shape=alt.Shape("side:N", scale=alt.Scale(domain=["promise", "reception"], range=["circle", "diamond"]), legend=None),
        )
    )
    zero = alt.Chart(_data([{"value": 0}])).mark_rule(color=INK, strokeWidth=1).encode(x="value:Q")
    return _form(alt.layer(zero, lines, marks).properties(width=width, height=alt.Step(24)))


def timeline(points: Sequence[dict[str, Any]], width: int) -> Markup:
    """Articles a week by sort, and below it reception so far. Points: week, sort, articles; reception (0..100 or None), markers."""
    weeks = list(dict.fromkeys(p["week"] for p in points))
    marked = [p for p in points if p["markers"] and p["sort"] == "reviews"]
    named = [{"week": p["week"], "name": marker_label(m)} for p in marked for m in p["markers"] if m in _FLAGS]
    signs = [{"week": p["week"], "sign": sign} for p in marked if (sign := _sign(p["markers"]))]
    known = [
        {"week": p["week"], "reception": p["reception"]} for p in points if p["sort"] == "reviews" and p["reception"] is not None
    ]
    articles = [{k: p[k] for k in ("week", "sort", "rank", "articles")} for p in points if p["articles"]]
    rows = {"articles": articles, "named": named, "signs": signs, "known": known}
    form = _timeline(width, bool(signs), bool(known), _("articles"), _("reception"))
    return _drawn(form, rows, weeks=weeks, shown=_shown(weeks, width))


@lru_cache(maxsize=16)
def _timeline(width: int, signs: bool, known: bool, articles: str, reception: str) -> str:
    """Its last two words are titles. Without `signs` and before anything is `known` the panels for them are left out."""
    scale = alt.Scale(domain=_blank("weeks"))
    axis = alt.Axis(values=_blank("shown"), labelAngle=0, labelPadding=8, labelOverlap=False, ticks=False, domainColor=FAINT)
    x = alt.X("week:O", sort=_blank("weeks"), title=None, axis=axis, scale=scale)
    bare = alt.X("week:O", sort=_blank("weeks"), title=None, axis=None, scale=scale)
    sorts, colours = ["previews", "reviews", "other"], [PROMISE, RECEPTION, OTHER]
    bars = (
        alt.Chart(alt.NamedData("articles"))
        .mark_bar()
        .encode(
            x=bare,
            y=alt.Y("articles:Q", title=articles, axis=alt.Axis(tickMinStep=1, tickCount=4, format="d", grid=True)),
            color=alt.Color("sort:N", scale=alt.Scale(domain=sorts, range=colours), legend=None),
            order=alt.Order("rank:Q"),
        )
        .properties(width=width, height=90)
    )
    flags = alt.Chart(alt.NamedData("named")).mark_rule(color=INK, strokeDash=[3, 3]).encode(x=bare)
    names = (
        alt.Chart(alt.NamedData("named"))
        .mark_text(align="left", dx=4, dy=6, color=INK, fontSize=11)
        .encode(x=bare, text="name:N", y=alt.value(0))
    )
    strip = (
        alt.Chart(alt.NamedData("signs"))
        .mark_text(color=INK, fontSize=9)
        .encode(x=bare, text="sign:N")
        .properties(width=width, height=10)
    )
    percent = alt.Y(
        "reception:Q", scale=alt.Scale(domain=[0, 100]), title=reception, axis=alt.Axis(values=[0, 50, 100], grid=True)
    )
    line = (
        alt.Chart(alt.NamedData("known"))
        .mark_line(color=RECEPTION, strokeWidth=2, point=alt.OverlayMarkDef(color=RECEPTION, size=28, filled=True))
        .encode(x=x, y=percent)
        .properties(width=width, height=90)
    )
    panels = [alt.layer(bars, flags, names), *([strip] if signs else []), *([line] if known else [])]
    if not known:
        panels[-1] = panels[-1].encode(x=x)
    return _form(alt.vconcat(*panels, spacing=8).resolve_scale(x="shared"))


def _shown(weeks: Sequence[str], width: int) -> Sequence[str]:
    """Those named under an axis of weeks."""
    return weeks[:: max(1, len(weeks) // (6 if width > NARROW else 3))]


def _sign(markers: Sequence[str]) -> str:
    """What the strip under the bars shows of a week: the number of its last episode, or a sign for a trailer."""
    numbers = [m.rpartition(" ")[2] for m in markers if m.startswith("episode ")]
    return numbers[-1] if numbers else "▶" if "trailer" in markers else ""


def sparkline(values: Sequence[float]) -> Markup:
    """Reception week by week, 0..100; at least two values."""
    course = [{"n": n, "value": v} for n, v in enumerate(values)]
    return _drawn(_sparkline(), {"course": course, "last": course[-1:]})


@lru_cache
def _sparkline() -> str:
    x = alt.X("n:Q", axis=None)
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(domain=[0, 100]))
    line = alt.Chart(alt.NamedData("course")).mark_line(color=RECEPTION, strokeWidth=2).encode(x=x, y=y)
    dot = alt.Chart(alt.NamedData("last")).mark_point(color=RECEPTION, filled=True, size=40, opacity=1).encode(x=x, y=y)
    return _form(alt.layer(line, dot).properties(width=WIDE, height=70))


def over_weeks(points: Sequence[dict[str, Any]], width: int) -> Markup:
    """An aspect so far, week by week. Points: week, promise and reception (polarity in [-1, 1] or None), new (sides judged in it), markers."""
    weeks = [p["week"] for p in points]
    flags = [{"week": p["week"], "name": marker_label(m)} for p in points for m in p["markers"] if m in _FLAGS]
    course = [
        {"week": p["week"], "side": side, "value": p[side], "new": side in p["new"]}
        for side in ("promise", "reception")
        for p in points
        if p[side] is not None
    ]
    rows = {"flags": flags, "course": course, "new": [p for p in course if p["new"]]}
    return _drawn(_over_weeks(width, bool(flags)), rows, weeks=weeks, shown=_shown(weeks, width))


@lru_cache
def _over_weeks(width: int, flagged: bool) -> str:
    axis = alt.Axis(
        values=_blank("shown"), labelAngle=0, labelPadding=8, labelOverlap=False, ticks=False, domainColor=FAINT, grid=False
    )
    scale = alt.Scale(domain=_blank("weeks"), type="point", padding=0.5)
    x = alt.X("week:O", sort=_blank("weeks"), title=None, axis=axis, scale=scale)
    y = alt.Y("value:Q", scale=alt.Scale(domain=[-1, 1]), title=None, axis=alt.Axis(values=[-1, -0.5, 0, 0.5, 1], format="+.1f"))
    sides = ["promise", "reception"]
    colour = alt.Color("side:N", scale=alt.Scale(domain=sides, range=[PROMISE, RECEPTION]), legend=None)
    dash = alt.StrokeDash("side:N", scale=alt.Scale(domain=sides, range=[[5, 3], [1, 0]]), legend=None)
    shape = alt.Shape("side:N", scale=alt.Scale(domain=sides, range=["circle", "diamond"]), legend=None)
    lines = alt.Chart(alt.NamedData("course")).mark_line(strokeWidth=2).encode(x=x, y=y, color=colour, strokeDash=dash)
    marks = alt.Chart(alt.NamedData("new")).mark_point(filled=True, size=34, opacity=1)
    zero = alt.Chart(_data([{"value": 0}])).mark_rule(color=INK, strokeWidth=1).encode(y=y)
    rules = alt.Chart(alt.NamedData("flags")).mark_rule(color=INK, strokeDash=[3, 3]).encode(x=x)
    names = (
        alt.Chart(alt.NamedData("flags"))
        .mark_text(align="left", dx=4, dy=6, color=INK, fontSize=11)
        .encode(x=x, text="name:N", y=alt.value(0))
    )
    layers = [zero, *([rules, names] if flagged else []), lines, marks.encode(x=x, y=y, color=colour, shape=shape)]
    return _form(alt.layer(*layers).properties(width=width, height=170))


def side_by_side(points: Sequence[dict[str, Any]], width: int) -> Markup:
    """Reception so far of two series by weeks since their premieres. Points: side (left or right), week (0: the premiere), reception (0..100)."""
    rows = {side: [p for p in points if p["side"] == side] for side in ("left", "right")}
    return _drawn(_side_by_side(width, _("weeks since the premiere"), _("reception")), rows)


@lru_cache(maxsize=16)
def _side_by_side(width: int, weeks: str, reception: str) -> str:
    """Its words are titles."""
    x = alt.X("week:Q", title=weeks, axis=alt.Axis(format="d", tickMinStep=1, tickCount=6, grid=False))
    y = alt.Y("reception:Q", title=reception, scale=alt.Scale(domain=[0, 100]), axis=alt.Axis(values=[0, 25, 50, 75, 100]))
    layers = [alt.Chart(_data([{"week": 0}])).mark_rule(color=INK, strokeDash=[3, 3]).encode(x=x)]
    for side, colour, shape, dash in (("left", LEFT, "circle", [1, 0]), ("right", RIGHT, "diamond", [5, 3])):
        chart = alt.Chart(alt.NamedData(side)).encode(x=x, y=y)
        layers.append(chart.mark_line(color=colour, strokeWidth=2, strokeDash=dash))
        layers.append(chart.mark_point(color=colour, shape=shape, filled=True, size=34, opacity=1))
    return _form(alt.layer(*layers).properties(width=width, height=170))


def _data(rows: Sequence[dict[str, Any]]) -> Any:
    return alt.InlineData(values=list(rows))


def _blank(name: str) -> list[str]:
    """A list that each drawing gives; rows are left blank by alt.NamedData."""
    return [f"blank {name}"]


def _form(chart: Any) -> str:
    """The chart in our colours, as Vega-Lite with blanks. Altair's own validation saw every part of it; the whole is not seen again."""
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
    return json.dumps(themed.to_dict(validate=False))


def _drawn(form: str, rows: Mapping[str, Sequence[dict[str, Any]]], **lists: Sequence[str]) -> Markup:
    """A form with its blanks filled."""
    spec = json.loads(_BLANK.sub(lambda blank: json.dumps(lists[blank[1]]), form))
    spec["datasets"] = spec.get("datasets", {}) | rows
    return _rendered(json.dumps(spec), point())


@lru_cache(maxsize=64)
def _rendered(spec: str, point: str) -> Markup:
    """The drawing, without width and height of its own (its frame decides), hidden from screen readers: a table says the same.

    `point`: before the decimals. What was promised is drawn alike for many a week, and the index at each report: so it is remembered.
    """
    svg = vl_convert.vegalite_to_svg(spec, format_locale=_numbers(point))
    svg = re.sub(r'<svg ([^>]*?)width="([\d.]+)" height="([\d.]+)"', r'<svg \1data-width="\2"', svg, count=1)
    svg = re.sub(r' (?:role|aria-[\w-]+)="[^"]*"', "", svg)
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # drawn from numbers and our own labels


def _numbers(point: str) -> dict[str, Any] | None:
    """What d3-format asks of a language; None for what it does by itself."""
    return None if point == "." else {"decimal": point, "thousands": " ", "grouping": [3], "currency": ["", ""]}
