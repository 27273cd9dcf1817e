"""report.json: everything of a Digest there and back, described by a published schema, and whatever else is put in its place refused."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pipeline.errors import UserError
from reports import record, weekly
from reports.digest import VERSION
from tests.reports.test_build import REVIEWS, digest
from tests.reports.test_pages import evil_digest

PUBLISHED = Path(__file__).parents[2] / "docs" / "report.schema.json"


def test_a_page_drawn_from_the_file_is_the_page() -> None:
    for made in (digest(*REVIEWS, week="2024-W12"), evil_digest()):
        again = record.read(record.dump(made))
        assert again == made
        assert weekly.page(again) == weekly.page(made)


def test_the_schema_is_the_published_one(request: pytest.FixtureRequest) -> None:
    text = json.dumps(record.schema(), indent=1, ensure_ascii=False) + "\n"
    if request.config.getoption("--accept"):
        PUBLISHED.write_text(text, "utf-8")
    assert text == PUBLISHED.read_text("utf-8"), "a change of the model: look at it, then run pytest with --accept"


def test_reports_are_as_the_schema_says(demo_home: Path) -> None:
    validator = Draft202012Validator(json.loads(PUBLISHED.read_text("utf-8")))
    reports = sorted((demo_home / "site").glob("*/2*.json"))
    assert len(reports) > 30
    for report in reports:
        validator.validate(json.loads(report.read_text("utf-8")))


def test_every_field_that_is_a_number_or_a_list_is_described() -> None:
    named = record.schema()["$defs"]
    assert {name for name, one in named.items() if "description" not in one} == set()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "3", "{}", '{"version": "x"}', '{"week": "2024-W99"}', "[" * 100_000, b"\xff\xfe", '{"version": 1, "title": 3}'],
)  # fmt: skip
def test_what_is_no_report_is_refused_in_one_sentence(text: str | bytes) -> None:
    with pytest.raises(UserError, match="no report of Nectar"):
        record.read(text)


def test_a_report_of_a_later_version_asks_for_a_newer_nectar() -> None:
    later = json.loads(record.dump(digest(*REVIEWS, week="2024-W12"))) | {"version": VERSION + 1}
    with pytest.raises(UserError, match="version 2"):
        record.read(json.dumps(later))


@given(st.lists(st.floats(-1, 1), max_size=12))
def test_shares_and_counts_of_a_page_agree(stances: list[float]) -> None:
    from tests.reports.test_build import entry

    made = digest(*(entry(n, "review", "2024-03-20", s) for n, s in enumerate(stances, 1)), week="2024-W12")
    assert made.favourable.k + made.mixed + made.unfavourable == made.favourable.n == made.reception.n == len(made.scores)
    assert sum(made.spread) == made.reception.n
    assert (made.favourable.k, made.unfavourable) == (sum(made.spread[6:]), sum(made.spread[:4]))
    if made.favourable.n:
        assert made.favourable.low is not None
        assert made.favourable.high is not None
        assert 0 <= made.favourable.low <= (made.favourable.value or 0) <= made.favourable.high <= 1
        assert made.reception.value == pytest.approx(sum(s.value for s in made.scores) / len(made.scores))


def test_n_is_what_the_evidence_lists_and_deltas_are_the_other_pages(demo_home: Path) -> None:
    pages = [record.read(p.read_text("utf-8")) for p in sorted((demo_home / "site").glob("*/2*.json"))]
    by_week = {d.week: d for d in pages}
    for d in pages:
        for a in d.aspects:
            assert a.reception.n == sum(e.side == "reception" for e in a.evidence)
            assert a.promise.n == sum(e.side == "promise" for e in a.evidence)
            assert (a.course[-1] if a.course else None) == a.reception.value
        assert all(t.articles == len(t.evidence) for t in d.themes)
        assert d.reception.n == sum(s.side == "reception" for s in d.scores)
        assert (d.favourable.k, d.unfavourable) == (sum(d.spread[6:]), sum(d.spread[:4])), "texts as scores"
        if before := by_week.get(d.week.shifted(-1)):
            assert d.reception_before == before.reception
            assert d.favourable_before == before.favourable
            earlier = {a.name: a.reception for a in before.aspects}
            assert all(a.before == earlier.get(a.name, a.before) for a in d.aspects)
