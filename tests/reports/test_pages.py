"""The pages as files: inert, self-contained, linked, and the same numbers as the Digest."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from pipeline.series import Series
from pipeline.store import Entry, Store, StoredSentence
from pipeline.week import Week
from reports import weekly
from reports.addresses import Addresses
from reports.build import build
from reports.digest import Digest
from reports.files import WriteError, write
from reports.material import Material
from tests.reports.test_build import NOW, REVIEWS, SERIES, aspects, digest, entry

EVIL = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\x1b[31m\"'&"


def evil_digest(evil: str = EVIL, url: str = "javascript:alert(1)", language: str = "en") -> Digest:
    bad = replace(
        REVIEWS[0],
        title=evil,
        site=evil,
        author=evil,
        url=url,
        verdict=evil,
        opinions=aspects(**{"music": 0.9, evil: 0.5}),
    )
    sentence = StoredSentence(1, 3, f"{evil} lovely music in here", 2, 0.9, 0.9, False, False, (("aspect", "music", 0.9),))
    series = replace(SERIES, title=evil, note=evil, aspects={evil: ("x",)})
    material = Material.of(series, [bad, *REVIEWS[1:]], [sentence], None, [evil], evil.replace("{", ""), language=language)
    return build(material, Week.parse("2024-W12"), material.weeks, NOW)


STATES = [
    pytest.param(digest(*REVIEWS, week="2024-W12"), id="reviews"),
    pytest.param(
        digest(entry(1, "preview", "2023-12-01", 0.5, opinions=aspects(music=0.5)), week="2023-W48"), id="previews only"
    ),
    pytest.param(digest(entry(1, "news", "2023-12-01", None), week="2023-W48"), id="news only"),
    pytest.param(digest(week="2024-W01"), id="nothing at all"),
    pytest.param(
        digest(entry(1, "review", "2024-03-20", None, language="ja", note="not analysed"), week="2024-W12"), id="one language"
    ),
    pytest.param(evil_digest(), id="hostile"),
]
"""Every way in which there is little to show, and the worst that there can be."""


@pytest.mark.parametrize("language", ["en", "es"])
def test_strangers_text_stays_text(language: str) -> None:
    page = weekly.page(evil_digest(language=language))
    tree = html.document_fromstring(page)
    assert tree.xpath("//img | //iframe | //object") == []
    assert [s.text for s in tree.xpath("//script")] == [files("reports").joinpath("templates/page.js").read_text("utf-8")]
    assert tree.xpath("//@*[starts-with(name(), 'on')]") == []
    assert {h.split(":")[0] for h in tree.xpath("//@href") if ":" in h.split("/")[0]} <= {"http", "https"}
    assert "\u202e" not in page
    assert "\x1b" not in page


@pytest.mark.parametrize("made", STATES)
def test_every_state_makes_a_sound_page(made: Digest) -> None:
    page = weekly.page(made)
    tree = html.document_fromstring(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {h[1:] for h in tree.xpath("//@href[starts-with(., '#')]")} <= set(ids)
    levels = [int(h.tag[1]) for h in tree.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert "None" not in tree.text_content()
    assert "nan" not in re.findall(r"\w+", tree.text_content())


def test_the_page_needs_no_network_and_its_policy_allows_none() -> None:
    page = weekly.page(digest(*REVIEWS, week="2024-W12"))
    tree = html.document_fromstring(page)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert tree.xpath("//@style | //@src | //link/@href") == [], "a style attribute would be blocked, a link would be a request"
    assert "url(" not in page


def test_the_numbers_of_the_page_are_those_of_the_digest() -> None:
    made = digest(*REVIEWS, week="2024-W12")
    text = " ".join(html.document_fromstring(weekly.page(made)).text_content().split())
    assert f"{made.reception.value:.0f} of 100" in text
    assert f"{made.favourable.k} favourable" in text
    assert f"{made.reception.n} reviews" in text or f"{made.reception.n}reviews" in text


def reviews(number: int) -> list[Entry]:
    return [entry(n, "review", "2024-03-20", (-0.5, 0.5)[n % 2], opinions=aspects(music=0.5)) for n in range(1, number + 1)]


@pytest.mark.parametrize("number", [7, 120])
def test_the_list_of_scores_is_whole_and_weights_can_be_tried(number: int) -> None:
    tree = html.document_fromstring(weekly.page(digest(*reviews(number), week="2024-W12")))
    assert len(tree.xpath("//tr[@data-side='reception']")) == number
    [tried] = tree.xpath("//p[@class='whatif']")  # it was cut to the highest bar of the histogram
    assert tried.text_content().endswith(f" of 100, against {50 + 25 * (number % 2) / number:.0f}.")


def test_a_list_that_is_cut_leads_to_all_of_it() -> None:
    made = digest(*reviews(121), week="2024-W12")
    for told, said in (
        (weekly.page(made, Addresses()), '<a href="2024-W12.json">2024-W12.json</a>'),
        (weekly.page(made), "2024-W12.json"),
        (weekly.page(replace(made, online="https://a.example/s/2024-W12.html")), 'href="https://a.example/s/2024-W12.json"'),
    ):
        tree = html.document_fromstring(told)
        assert len(tree.xpath("//tr[@data-side='reception']")) == 120
        assert tree.xpath("//p[@class='whatif']") == [], "of a list that is cut no mean can be tried"
        cut = [html.tostring(p, encoding="unicode") for p in tree.xpath("//p[contains(., 'all are in')]")]
        assert len(cut) == 2, "the scores, and the evidence on music"
        assert all(said in line for line in cut)


def test_an_index_link_leads_to_each_page(demo_home: Path) -> None:
    site = demo_home / "site"
    links = html.document_fromstring((site / "index.html").read_text("utf-8")).xpath("//@href")
    weeks = [href for href in links if href.endswith(".html") and not href.startswith("http")]
    assert len(weeks) >= 30
    assert {site / w for w in weeks} == set(site.rglob("*.html")) - {site / "index.html"}
    for page in site.rglob("*.html"):
        for href in html.document_fromstring(page.read_text("utf-8")).xpath("//nav//@href[not(starts-with(., '#'))]"):
            assert (page.parent / href).resolve().exists()


def test_the_index_says_of_each_week_what_its_page_says(demo_home: Path) -> None:
    """It said 62 of a mean of 61.47: rounded to 61.5, and then once more."""
    site = demo_home / "site"
    rows = html.document_fromstring((site / "index.html").read_text("utf-8")).xpath("//ul[@class='weeklist']/li")
    told = {row.xpath("string(.//a/@href)"): row.xpath("string(b)") for row in rows}
    assert len(told) >= 30
    for address, number in told.items():
        page = " ".join(html.document_fromstring((site / address).read_text("utf-8")).text_content().split())
        assert number == "–" or re.search(rf"\b{number} of 100 ?reception so far", page), address


def test_a_page_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    write(page, "old")
    (tmp_path / "blocked").write_text("a file where a folder should be")
    with pytest.raises(WriteError, match="can't be written"):
        write(tmp_path / "blocked" / "page.html", "new")
    assert page.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []


def test_a_broken_manifest_is_drawn_anew(tmp_path: Path) -> None:
    from reports import site

    folder = tmp_path / "site" / "bramble"
    folder.mkdir(parents=True)
    (folder / "weeks.json").write_text("{broken")
    with Store(f"sqlite:///{tmp_path / 'n.db'}") as store:
        pages = site.write(tmp_path / "site", Series("Bramble", slug="bramble"), store, [Week(2024, 12)], None, datetime.now(UTC))
    assert [p.name for p in pages] == ["2024-W12.html"]
    assert "2024-W12" in (tmp_path / "site/index.html").read_text()


def test_the_same_rows_make_the_same_page_on_every_database(
    demo_on_server: str, demo_home: Path, demo_series: Path, tmp_path: Path
) -> None:
    from pipeline.series import load
    from reports import site

    followed, week = load(demo_series), Week(2024, 15)
    drawn = []
    for database in (demo_on_server, f"sqlite:///{demo_home}/nectar.db"):
        with Store(database) as store:
            [page] = site.write(tmp_path / str(len(drawn)), followed, store, [week], None, NOW)
        drawn.append(page.read_bytes())
    assert drawn[0] == drawn[1]


def test_undated_articles_do_not_stop_a_page() -> None:
    undated = replace(REVIEWS[0], published=None, week=None)
    made = digest(undated, *REVIEWS[1:], week="2024-W12")
    assert made.reception.n == 4
    assert date(2024, 3, 20) in {a.published for a in made.published}


def test_a_page_by_itself_leads_only_to_a_site_on_the_web() -> None:
    made = digest(*REVIEWS, week="2024-W12")
    assert "All weeks" not in weekly.page(made)
    assert "All weeks" not in weekly.page(replace(made, online="javascript:alert(1)"))
    assert '<a href="https://press.example/index.html">' in weekly.page(
        replace(made, online="https://press.example/lily/2024-W12.html")
    )
