"""Two series side by side: what is compared, what is noise, what is said where there is too little, and `nectar compare`."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from lxml import html

from nectar.cli import run
from pipeline.errors import UserError
from pipeline.series import Episode, Series
from pipeline.store import Entry, Store, StoredSentence
from pipeline.week import Week
from reports import comparing
from reports.comparison import Comparison, compare
from reports.material import Material
from tests.pressroom import said
from tests.reports import second
from tests.reports.conftest import Pair
from tests.reports.test_build import SERIES, aspects, entry

NOW = datetime(2024, 6, 1, tzinfo=UTC)
OTHER = Series("Tin Orchard", slug="tin", episodes=(Episode(1, aired=date(2024, 3, 1)),))


def reviews(first: int, *stances: float, day: str = "2024-03-20", **more: object) -> list[Entry]:
    return [entry(n, "review", day, s, **more) for n, s in enumerate(stances, first)]


def beside(
    left: list[Entry], right: list[Entry], *sentences: StoredSentence, until: Week | None = None, other: Series = OTHER
) -> Comparison:
    return compare(Material.of(SERIES, left, sentences), Material.of(other, right, sentences), until, NOW)


GOOD, BAD = (0.8, 0.7, 0.75, 0.8, 0.7), (-0.4, -0.5, -0.45, -0.4, -0.5)


def test_a_difference_counts_where_it_exceeds_the_noise_of_both() -> None:
    clear = beside(reviews(1, *GOOD), reviews(11, *BAD))
    assert clear.beyond
    assert clear.difference == pytest.approx(60)
    assert (
        clear.verdict
        == "The press receives Bramble Station better than Tin Orchard: 88 against 28 of 100, by more than the noise of both."
    )
    noisy = beside(reviews(1, *GOOD), reviews(11, 1.0, 0.9, -0.9, -0.8, 0.2))
    assert not noisy.beyond
    assert "about alike" in noisy.verdict
    turned = beside(reviews(1, *BAD), reviews(11, *GOOD))
    assert turned.verdict.startswith("The press receives Tin Orchard better")


def test_below_five_reviews_nothing_is_compared() -> None:
    few = beside(reviews(1, *GOOD), reviews(11, *BAD[:4]))
    assert (few.difference, few.beyond) == (None, False)
    assert few.verdict == "Too few reviews of Tin Orchard to compare: 4, where it takes 5."
    page = html.document_fromstring(comparing.page(few)).xpath("//main")[0].text_content()
    assert "too few reviews: 4 of 5" in page
    assert "28" not in page
    assert few.right.course == ()
    none = beside([], [])
    assert "Too few reviews of both" in none.verdict
    assert "None" not in html.document_fromstring(comparing.page(none)).text_content()
    assert "No outlet has reviewed both" in comparing.page(none)
    assert "No aspect is judged by reviews of both" in comparing.page(none)


def test_like_with_like_are_the_outlets_that_reviewed_both() -> None:
    left = [*reviews(1, 0.8, 0.4, 0.2), *reviews(4, 1.0, site="Alone")]
    right = [replace(e, id=e.id + 10, url=f"{e.url}b", text=f"{e.text} b{e.id}", stance=(e.stance or 0) - 0.2) for e in left[:3]]
    made = beside([*left, entry(9, "preview", "2024-01-01", -1.0, site="Site 1", url="https://site1.example/p")], right)
    assert [o.site for o in made.outlets] == ["Site 1", "Site 2", "Site 3"]
    assert [o.difference for o in made.outlets] == pytest.approx([10, 10, 10])
    assert made.alike.value == pytest.approx(10)
    assert (
        "3 outlets have reviewed both. With them Bramble Station fares better than Tin Orchard by 10 points"
        in made.like_with_like
    )
    assert "can't tell" in beside(left[:1], right[:1]).like_with_like
    assert "Their means are the same" in beside(left[:1], [replace(right[0], stance=left[0].stance)]).like_with_like


def test_an_aspect_on_both_sides_with_a_sentence_of_each() -> None:
    left = [replace(e, opinions=aspects(music=0.8, story=0.1)) for e in reviews(1, *GOOD)]
    right = [replace(e, opinions=aspects(music=-0.6, pacing=0.4)) for e in reviews(11, *BAD)]
    given = (
        said(1, "The music is worth the whole of the fare.", 0.9, "music"),
        said(1, "The music drags on for an hour or so.", -0.9, "music", position=2),
        said(11, "The music could be that of a lift.", -0.7, "music", spoiler=True),
        said(12, "The music may well be worse than silence.", -0.5, "music"),
    )
    made = beside(left, right, *given)
    music, *rest = made.aspects
    assert (music.name, music.difference, music.beyond) == ("music", pytest.approx(1.4), True)
    assert [(r.name, r.difference) for r in rest] == [("story", None), ("pacing", None)]
    assert music.left_said
    assert music.left_said.text == "The music is worth the whole of the fare."
    assert music.right_said
    assert music.right_said.text == "The music may well be worse than silence.", "no spoiler where there is another"


def test_weeks_count_from_the_premiere() -> None:
    made = beside(reviews(1, *GOOD, day="2024-01-10"), reviews(11, *GOOD, day="2024-03-15"), until=Week(2024, 12))
    assert [(p.week, round(p.reception)) for p in made.left.course][:2] == [(1, 88), (2, 88)]
    assert [p.week for p in made.right.course] == [2, 3]
    unknown = beside(reviews(1, *GOOD), reviews(11, *GOOD), other=replace(OTHER, episodes=()))
    assert unknown.right.course == ()
    assert "names no day of its premiere" in comparing.page(unknown)


def test_nothing_of_later_weeks_counts() -> None:
    early, late = reviews(1, *GOOD), reviews(6, -1.0, day="2024-05-01")
    assert beside([*early, *late], [], until=Week(2024, 12)).left == beside(early, [], until=Week(2024, 12)).left
    assert beside([*early, *late], []).until == Week(2024, 18)


def test_a_series_beside_itself_is_refused() -> None:
    with pytest.raises(UserError, match="with itself"):
        beside([], [], other=SERIES)


def test_strangers_text_stays_text() -> None:
    bad = "</title><script>alert(1)</script><img src=x onerror=alert(1)>|`*\n# \u202e\x1b[31m\"'&"
    left, right = (
        [replace(e, site=bad, url="javascript:alert(1)", opinions=aspects(**{bad: 0.4})) for e in reviews(n, *GOOD)]
        for n in (1, 11)
    )
    names = {bad: ("x",)}
    sentences = [said(n, f"{bad} is what it says here", 0.4, bad) for n in (1, 11)]
    made = compare(
        Material.of(replace(SERIES, title=bad, aspects=names), left, sentences),
        Material.of(replace(OTHER, title=bad), right, sentences),
        None,
        NOW,
    )
    page = comparing.page(made)
    tree = html.document_fromstring(page)
    assert tree.xpath("//img | //iframe | //@style | //@src | //link") == []
    assert len(tree.xpath("//script")) == 1
    assert not {"\u202e", "\x1b"} & set(page)
    text = comparing.markdown(made)
    assert "<script>" not in text
    assert not {"\u202e", "\x1b"} & set(text)
    tables = [part.split("\n") for part in text.rstrip().split("\n\n") if part.startswith("|")]
    assert len(tables) == 3
    for head, *lines in tables:
        assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {len(re.findall(r"(?<!\\)\|", head))}


def test_alone_a_comparison_links_to_articles_only() -> None:
    tree = html.document_fromstring(comparing.page(beside(reviews(1, *GOOD), reviews(1, *BAD))))
    assert [h for h in tree.xpath("//@href") if not h.startswith(("http", "#"))] == []


# The command


def test_compare_shows_a_table_and_draws_a_page(pair: Pair) -> None:
    assert "Bramble Station" in pair.said
    assert "by more than the noise of both" in pair.said
    assert str(pair.page) in pair.said
    page = html.document_fromstring(pair.page.read_text("utf-8"))
    assert {"../metallic-rouge-demo/aspects/music.html#evidence", "../bramble-station/2024-W15.html#scores"} <= set(
        page.xpath("//@href")
    )
    assert page.xpath("//figure//svg")
    assert page.xpath("//details[@class='spoiler']")


def test_compare_as_json_and_markdown_is_clean(pair: Pair, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in pair.site.rglob("*")}
    both = ["--home", str(pair.home), "compare", str(pair.demo), str(pair.bramble)]
    assert run([*both, "--json", "--week", "2024-W12"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["until"], record["left"]["slug"], record["right"]["slug"]) == ("2024-W12", "metallic-rouge-demo", second.SLUG)
    assert record["right"]["reviews"] == 4
    assert record["difference"] is None
    assert run([*both, "--format", "md", "-o", str(tmp_path / "c.md")]) == 0
    assert capsys.readouterr().out == ""
    assert "| music |" in (tmp_path / "c.md").read_text("utf-8")
    assert {p: p.stat().st_mtime_ns for p in pair.site.rglob("*")} == before, "the site is left alone"


def test_compare_speaks_the_language_that_is_asked_for(pair: Pair, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    both = ["--home", str(pair.home), "compare", str(pair.demo), str(pair.bramble)]
    assert run([*both, "--language", "es", "-o", str(tmp_path / "c.html")]) == 0
    told = capsys.readouterr().out
    assert "acogida" in told
    assert "más que el ruido de ambas" in told
    page = html.document_fromstring((tmp_path / "c.html").read_text("utf-8"))
    assert page.get("lang") == "es"
    assert {b.get("lang") or b.xpath("string(.//@lang)") for b in page.xpath("//blockquote")} == {"en"}, "their words"
    assert run([*both, "--language", "es", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["language"], "receives" in record["verdict"]) == ("es", False)
    file = tmp_path / "spanish.toml"
    file.write_text('language = "es"\n' + second.FILE, "utf-8")
    assert run(["--home", str(pair.home), "compare", str(file), str(pair.demo), "--format", "md"]) == 0
    assert capsys.readouterr().out.startswith("# Bramble Station y Metallic Rouge\n")
    assert run([*both, "--language", "tlh"]) == 2
    assert "'tlh'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"other": "demo"}, "are the same series"),
        ({"title": "Nobody Knows"}, "Nothing of 'Nobody Knows' has been collected"),
        ({"week": "2024-W99"}, "There is no week"),
    ],
)
def test_what_cannot_be_compared_is_said(
    pair: Pair, capsys: pytest.CaptureFixture[str], tmp_path: Path, change: dict[str, str], words: str
) -> None:
    other = pair.demo if "other" in change else tmp_path / "other.toml"
    if "other" not in change:
        other.write_text(second.FILE.replace("Bramble Station", change.get("title", "Bramble Station")), "utf-8")
    week = ["--week", change["week"]] if "week" in change else []
    assert run(["--home", str(pair.home), "compare", str(pair.demo), str(other), *week]) in (1, 2)
    told = " ".join(capsys.readouterr().err.split())
    assert words in told
    assert "Tip:" in told


def test_few_pieces_of_the_second_series_still_make_a_page(demo_home: Path, tmp_path: Path) -> None:
    from pipeline.series import load
    from reports.material import load as loaded
    from reports.site import write_comparison

    with Store(f"sqlite:///{tmp_path}/n.db") as store:
        second.shelve(store, 3)
        made = compare(loaded(load(demo_home / "metallic-rouge-demo.toml"), store), loaded(second.series(), store), None, NOW)
    page = write_comparison(tmp_path / "site", made)
    assert [h for h in html.document_fromstring(page.read_text("utf-8")).xpath("//@href") if h.startswith("..")] == [
        "../index.html"
    ]
    assert (tmp_path / "site" / "index.html").is_file()
