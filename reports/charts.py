"""Charts as SVG: what is drawn, in numbers and words. How it looks stands in forms.json, which `reports/forms.py` writes, and
`reports/drawing.py` draws it.

There is no style attribute in a drawing, so that a strict content security policy leaves it alone.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from reports import drawing
from reports.labels import marker_label
from reports.palette import NARROW
from reports.tongue import _, point

_FLAGS = ("premiere", "finale", "release")
_BLANK = re.compile(r'"blank (\w+)"')
"""Of a form, with its name."""


@dataclass(frozen=True, slots=True)
class Chart:
    """An SVG that is being drawn: who shows it waits for it."""

    drawn: Future[str]

    def __html__(self) -> str:
        """Markup: it is made of numbers and our own labels."""
        return self.drawn.result()

    __str__ = __html__


def dumbbells(rows: Sequence[dict[str, Any]], width: int) -> Chart:
    """What was promised and what was found, an aspect a line. Rows: aspect, promise, reception (polarity in [-1, 1] or None)."""
    gaps = [r for r in rows if r["promise"] is not None and r["reception"] is not None]
    points = [
        {"aspect": r["aspect"], "value": r[side], "side": side}
        for r in rows
        for side in ("promise", "reception")
        if r[side] is not None
    ]
    return _drawn("dumbbells", {"gaps": gaps, "points": points}, width=width, aspects=[r["aspect"] for r in rows])


def timeline(points: Sequence[dict[str, Any]], width: int) -> Chart:
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
    form = f"timeline{'+signs' * bool(signs)}{'+known' * bool(known)}"
    titles = {"titled_articles": _("articles"), "titled_reception": _("reception")}
    return _drawn(form, rows, width=width, weeks=weeks, shown=_shown(weeks, width), counts=_counts(articles), **titles)


def _shown(weeks: Sequence[str], width: int) -> Sequence[str]:
    """Those named under an axis of weeks."""
    return weeks[:: max(1, len(weeks) // (6 if width > NARROW else 3))]


def _counts(articles: Sequence[dict[str, Any]]) -> Sequence[int]:
    """Those named beside the bars: four steps at most, of whole articles."""
    a_week: Counter[str] = Counter()
    for bar in articles:
        a_week[bar["week"]] += bar["articles"]
    most = max(a_week.values(), default=0)
    return list(range(0, most + 1, max(1, -(-most // 4))))


def _sign(markers: Sequence[str]) -> str:
    """What the strip under the bars shows of a week: the number of its last episode, or a sign for a trailer."""
    numbers = [m.rpartition(" ")[2] for m in markers if m.startswith("episode ")]
    return numbers[-1] if numbers else "▶" if "trailer" in markers else ""


def sparkline(values: Sequence[float]) -> Chart:
    """Reception week by week, 0..100; at least two values."""
    course = [{"n": n, "value": v} for n, v in enumerate(values)]
    return _drawn("sparkline", {"course": course, "last": course[-1:]})


def over_weeks(points: Sequence[dict[str, Any]], width: int) -> Chart:
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
    return _drawn(f"over_weeks{'+flags' * bool(flags)}", rows, width=width, weeks=weeks, shown=_shown(weeks, width))


def side_by_side(points: Sequence[dict[str, Any]], width: int) -> Chart:
    """Reception so far of two series by weeks since their premieres. Points: side (left or right), week (0: the premiere), reception (0..100)."""
    rows = {side: [p for p in points if p["side"] == side] for side in ("left", "right")}
    titles = {"titled_weeks": _("weeks since the premiere"), "titled_reception": _("reception")}
    return _drawn("side_by_side", rows, width=width, **titles)


def _drawn(form: str, rows: Mapping[str, Sequence[dict[str, Any]]], **given: object) -> Chart:
    """A form with its blanks filled."""
    spec = json.loads(_BLANK.sub(lambda blank: json.dumps(given[blank[1]]), _forms()[form]))
    spec["datasets"] = spec.get("datasets", {}) | rows
    return _rendered(json.dumps(spec), point())


@cache
def _forms() -> Mapping[str, str]:
    shipped = json.loads(files("reports").joinpath("forms.json").read_text("utf-8"))
    return {name: json.dumps(form) for name, form in shipped.items()}


@lru_cache(maxsize=64)
def _rendered(spec: str, point: str) -> Chart:
    """`point`: before the decimals. What was promised is drawn alike for many a week, and the index at each report: so it is remembered."""
    return Chart(drawing.svg(spec, _numbers(point)))


def _numbers(point: str) -> drawing.Numbers:
    return None if point == "." else {"decimal": point, "thousands": " ", "grouping": [3], "currency": ["", ""]}
