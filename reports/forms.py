"""How each kind of chart looks, as Vega-Lite with blanks, by Altair, whose one owner this is. `make forms` writes them to forms.json.

    python -m reports.forms

To describe a chart costs Altair more than to draw it, and to import Altair takes half a second. So each kind is described once, before it is
shipped, and every drawing puts its rows, lists and words into the blanks.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import altair as alt
from altair.utils import schemapi

from reports.palette import FAINT, INK, LEFT, OTHER, PROMISE, RECEPTION, RIGHT, WIDE

_FONT = "system-ui, sans-serif"
SHIPPED = Path(__file__).with_name("forms.json")
schemapi.disable_debug_mode()  # else no blank may stand for a list; a test checks the whole, filled in


def every() -> dict[str, Any]:
    """Each form by its name, with what may be left out of it behind a +."""
    return {
        "dumbbells": dumbbells(),
        "timeline": timeline(),
        "timeline+known": timeline(known=True),
        "timeline+signs": timeline(signs=True),
        "timeline+signs+known": timeline(signs=True, known=True),
        "sparkline": sparkline(),
        "over_weeks": over_weeks(),
        "over_weeks+flags": over_weeks(flags=True),
        "side_by_side": side_by_side(),
    }


def dumbbells() -> Any:
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
    return _form(alt.layer(zero, lines, marks, width=_blank("width"), height=alt.Step(24)))


def timeline(signs: bool = False, known: bool = False) -> Any:
    """Without `signs` and before anything is `known` the panels for them are left out. The weeks stand under the last."""
    width = _blank("width")
    scale = alt.Scale(domain=_blank("weeks"))
    axis = alt.Axis(values=_blank("shown"), labelAngle=0, labelPadding=8, labelOverlap=False, ticks=False, domainColor=FAINT)
    x = alt.X("week:O", sort=_blank("weeks"), title=None, axis=axis, scale=scale)
    bare = alt.X("week:O", sort=_blank("weeks"), title=None, axis=None, scale=scale)
    of_bars, of_signs = bare if signs or known else x, bare if known else x
    sorts, colours = ["previews", "reviews", "other"], [PROMISE, RECEPTION, OTHER]
    bars = (
        alt.Chart(alt.NamedData("articles"), width=width, height=90)
        .mark_bar()
        .encode(
            x=of_bars,
            y=alt.Y("articles:Q", title=_blank("titled_articles"), axis=alt.Axis(values=_blank("counts"), format="d", grid=True)),
            color=alt.Color("sort:N", scale=alt.Scale(domain=sorts, range=colours), legend=None),
            order=alt.Order("rank:Q"),
        )
    )
    flags = alt.Chart(alt.NamedData("named")).mark_rule(color=INK, strokeDash=[3, 3]).encode(x=of_bars)
    names = (
        alt.Chart(alt.NamedData("named"))
        .mark_text(align="left", dx=4, dy=-7, color=INK, fontSize=11)
        .encode(x=of_bars, text="name:N", y=alt.value(0))
    )
    strip = (
        alt.Chart(alt.NamedData("signs"), width=width, height=10)
        .mark_text(color=INK, fontSize=9)
        .encode(x=of_signs, text="sign:N")
    )
    percent = alt.Y(
        "reception:Q",
        scale=alt.Scale(domain=[0, 100]),
        title=_blank("titled_reception"),
        axis=alt.Axis(values=[0, 50, 100], grid=True),
    )
    line = (
        alt.Chart(alt.NamedData("known"), width=width, height=90)
        .mark_line(color=RECEPTION, strokeWidth=2, point=alt.OverlayMarkDef(color=RECEPTION, size=28, filled=True))
        .encode(x=x, y=percent)
    )
    panels = [alt.layer(bars, flags, names), *([strip] if signs else []), *([line] if known else [])]
    return _form(alt.vconcat(*panels, spacing=8).resolve_scale(x="shared"))


def sparkline() -> Any:
    x = alt.X("n:Q", axis=None)
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(domain=[0, 100]))
    line = alt.Chart(alt.NamedData("course")).mark_line(color=RECEPTION, strokeWidth=2).encode(x=x, y=y)
    dot = alt.Chart(alt.NamedData("last")).mark_point(color=RECEPTION, filled=True, size=40, opacity=1).encode(x=x, y=y)
    return _form(alt.layer(line, dot, width=WIDE, height=70))


def over_weeks(flags: bool = False) -> Any:
    """In the order of the scale: a list to sort by becomes a condition in a condition for each week, and thirty years are too deep."""
    axis = alt.Axis(
        values=_blank("shown"), labelAngle=0, labelPadding=8, labelOverlap=False, ticks=False, domainColor=FAINT, grid=False
    )
    scale = alt.Scale(domain=_blank("weeks"), type="point", padding=0.5)
    x = alt.X("week:O", sort=None, title=None, axis=axis, scale=scale)
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
        .mark_text(align="left", dx=4, dy=-7, color=INK, fontSize=11)
        .encode(x=x, text="name:N", y=alt.value(0))
    )
    layers = [zero, *([rules, names] if flags else []), lines, marks.encode(x=x, y=y, color=colour, shape=shape)]
    return _form(alt.layer(*layers, width=_blank("width"), height=170))


def side_by_side() -> Any:
    x = alt.X("week:Q", title=_blank("titled_weeks"), axis=alt.Axis(format="d", tickMinStep=1, tickCount=6, grid=False))
    y = alt.Y(
        "reception:Q",
        title=_blank("titled_reception"),
        scale=alt.Scale(domain=[0, 100]),
        axis=alt.Axis(values=[0, 25, 50, 75, 100]),
    )
    layers = [alt.Chart(_data([{"week": 0}])).mark_rule(color=INK, strokeDash=[3, 3]).encode(x=x)]
    for side, colour, shape, dash in (("left", LEFT, "circle", [1, 0]), ("right", RIGHT, "diamond", [5, 3])):
        chart = alt.Chart(alt.NamedData(side)).encode(x=x, y=y)
        layers.append(chart.mark_line(color=colour, strokeWidth=2, strokeDash=dash))
        layers.append(chart.mark_point(color=colour, shape=shape, filled=True, size=34, opacity=1))
    return _form(alt.layer(*layers, width=_blank("width"), height=170))


def _data(rows: Sequence[dict[str, Any]]) -> Any:
    return alt.InlineData(values=list(rows))


def _blank(name: str) -> Any:
    """A number, a word or a list that each drawing gives; rows are left blank by alt.NamedData."""
    return f"blank {name}"


def _form(chart: Any) -> Any:
    """The chart in our colours, as Vega-Lite with blanks."""
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
    return themed.to_dict(validate=False)


if __name__ == "__main__":
    SHIPPED.write_text(json.dumps(every(), indent=1) + "\n", encoding="utf-8")
