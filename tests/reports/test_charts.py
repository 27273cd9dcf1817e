"""Charts: what is drawn is what was given."""

import json
import re
from typing import Any

import altair as alt
import pytest
from jsonschema import ValidationError
from lxml import html

from pipeline.week import Week
from reports import charts, forms, palette
from reports.tongue import speaking

ROWS: list[dict[str, Any]] = [
    {"aspect": "Music", "promise": 0.5, "reception": -0.25},
    {"aspect": "Story", "promise": None, "reception": 0.0},
    {"aspect": "Cast", "promise": -1.0, "reception": None},
]
SORTS = ("previews", "reviews", "other")


def weeks(number: int, known: bool = True) -> list[dict[str, Any]]:
    """A preview and two reviews a week; the last week is the finale."""
    return [
        {
            "week": f"2024-W{week:02}",
            "sort": sort,
            "rank": rank,
            "articles": (1, 2, 0)[rank],
            "reception": 40 + week if known else None,
            "markers": ["episode 3", "finale"] if week == number else [],
        }
        for week in range(1, number + 1)
        for rank, sort in enumerate(SORTS)
    ]


def drawn(svg: charts.Chart) -> Any:
    return html.fromstring(str(svg))


def colours(svg: charts.Chart, mark: str) -> list[str]:
    """Of the marks of a kind, in the order in which they are drawn."""
    return [p.get("fill") or p.get("stroke") for p in drawn(svg).cssselect(f"g.mark-{mark} > path, g.mark-{mark} > line")]


def words(svg: charts.Chart) -> list[str]:
    return [t.text for t in drawn(svg).iter("text")]


def test_each_side_of_an_aspect_is_a_mark_and_two_sides_are_joined() -> None:
    svg = charts.dumbbells(ROWS, 400)
    assert colours(svg, "symbol") == [palette.PROMISE, palette.RECEPTION, palette.RECEPTION, palette.PROMISE]
    assert str(svg).count(f'stroke="{palette.OTHER}"') == 1
    assert [w for w in words(svg) if w in {"Music", "Story", "Cast"}] == ["Music", "Story", "Cast"]
    places = [float(x) for x in re.findall(r"translate\(([\d.]+),[\d.]+\)", _symbols(svg))]
    assert places == [300, 150, 200, 0], "of a width of 400 for -1 to 1"


def _symbols(svg: charts.Chart) -> str:
    marks = drawn(svg).cssselect("g.mark-symbol > path")
    return " ".join(m.get("transform") for m in marks)


def test_a_week_is_a_bar_of_each_sort_and_a_point_of_the_line() -> None:
    svg = charts.timeline(weeks(13), 400)
    assert colours(svg, "rect").count(palette.PROMISE) == 13
    assert colours(svg, "rect").count(palette.RECEPTION) == 13
    assert palette.OTHER not in colours(svg, "rect")
    assert colours(svg, "symbol") == [palette.RECEPTION] * 13
    assert [w for w in words(svg) if w.startswith("2024")] == [f"2024-W{w:02}" for w in range(1, 14, 2)]
    assert {"finale", "3"} <= set(words(svg))
    [named] = [t for t in drawn(svg).iter("text") if t.text == "finale"]
    assert float(named.get("transform").rstrip(")").split(",")[1]) < 0, "above the bars, not before one of its own colour"
    assert {"articles", "reception"} <= set(words(svg))


def test_an_aspect_is_drawn_over_forty_years() -> None:
    """From about thirty years on the engine gave up, and with it the whole report."""
    course = [
        {"week": str(week), "promise": None, "reception": 0.5, "new": ["reception"], "markers": []}
        for week in Week(1985, 1).until(Week(2024, 52))
    ]
    svg = charts.over_weeks(course, 400)
    assert colours(svg, "symbol") == [palette.RECEPTION] * len(course)


def test_before_the_first_review_the_bars_stand_alone_over_their_weeks() -> None:
    svg = charts.timeline(weeks(3, known=False), 400)
    assert colours(svg, "symbol") == []
    assert "reception" not in words(svg)
    assert [w for w in words(svg) if w.startswith("2024")] == ["2024-W01", "2024-W02", "2024-W03"]
    assert len(colours(svg, "rect")) == 6


def test_where_nothing_is_known_but_articles_their_weeks_are_named() -> None:
    points = [p | {"markers": []} for p in weeks(3, known=False)]
    assert [w for w in words(charts.timeline(points, 400)) if w.startswith("2024")] == ["2024-W01", "2024-W02", "2024-W03"]


@pytest.mark.parametrize(("most", "named"), [(1, "0 1"), (2, "0 1 2"), (5, "0 2 4"), (13, "0 4 8 12")])
def test_articles_are_counted_in_whole_ones(most: int, named: str) -> None:
    """Vega named halves, rounded: 0, 1, 1, 2, 2."""
    points = [p | {"articles": most if p["sort"] == "reviews" else 0} for p in weeks(3, known=False)]
    assert [w for w in words(charts.timeline(points, 400)) if w.isdigit() and w != "3"] == named.split(), "3 is an episode"


def test_a_sparkline_ends_in_a_dot() -> None:
    svg = charts.sparkline([0, 50, 100])
    assert colours(svg, "symbol") == [palette.RECEPTION]
    assert _symbols(svg) == "translate(680,0)"
    assert words(svg) == []


def test_every_drawing_of_a_kind_has_its_own_words_and_numbers() -> None:
    blank = charts.dumbbells([{"aspect": "blank aspects", "promise": 1.0, "reception": None}], 400)
    assert "blank aspects" in words(blank), "a name is no blank to be filled"
    assert "Music" not in words(blank)
    assert "Music" in words(charts.dumbbells(ROWS, 400))
    assert str(charts.timeline(weeks(3), 400)) != str(charts.timeline(weeks(4), 400)) == str(charts.timeline(weeks(4), 400))
    with speaking("es"):
        assert {"artículos", "acogida"} <= set(words(charts.timeline(weeks(3), 400)))
        assert "+0,5" in words(charts.dumbbells(ROWS, 400))
    assert "+0.5" in words(charts.dumbbells(ROWS, 400))


def test_a_drawing_is_for_eyes_and_takes_its_colours_from_the_page() -> None:
    for svg in (charts.dumbbells(ROWS, 400), charts.timeline(weeks(3), 400), charts.sparkline([1, 2])):
        assert str(svg).startswith('<svg aria-hidden="true" focusable="false"')
        assert "style=" not in str(svg)
        assert "role=" not in str(svg)
        assert not re.search(r"#[0-9a-f]{3,6}\b|\bblack\b", str(svg))


def test_what_is_shipped_is_what_altair_describes() -> None:
    """Else `make forms`."""
    assert json.loads(forms.SHIPPED.read_text("utf-8")) == forms.every()


def test_every_chart_is_vega_lite(monkeypatch: pytest.MonkeyPatch) -> None:
    """No form is checked while its blanks are empty; so here the whole, with what is filled in."""
    described: list[str] = []
    rendered = charts._rendered

    def noted(spec: str, point: str) -> charts.Chart:
        described.append(spec)
        return rendered(spec, point)

    monkeypatch.setattr(charts, "_rendered", noted)
    over = [{"week": f"2024-W{n:02}", "promise": 0.1, "reception": None, "new": [], "markers": ["finale"]} for n in range(1, 9)]
    beside = [{"side": side, "week": n, "reception": 50.0} for side in ("left", "right") for n in range(3)]
    charts.dumbbells(ROWS, 400)
    charts.timeline(weeks(13), 400)
    charts.sparkline([0, 50])
    charts.over_weeks(over, 400)
    charts.side_by_side(beside, 400)
    assert len(described) == 5
    for spec in described:
        alt.Chart.from_json(spec, validate=True)
        with pytest.raises(ValidationError):
            alt.Chart.from_json(json.dumps(json.loads(spec) | {"config": {"view": {"stroke": 3}}}), validate=True)
