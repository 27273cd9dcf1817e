"""The pages over all weeks: what they say, where they are, that every link leads somewhere, and what becomes of those that are not wanted any more."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from pipeline.assessment import Opinion
from pipeline.store import Entry, Store
from pipeline.week import Week
from reports import archive, histories, site, weekly
from reports.addresses import LONGEST, Addresses, addresses, pair
from reports.material import Material
from reports.rows import Mean
from tests.reports import second
from tests.reports.conftest import Pair
from tests.reports.test_build import REVIEWS, SERIES, aspects, digest, entry

NOW = datetime(2024, 6, 1, tzinfo=UTC)
UNTIL = Week(2024, 13)
NAMES = [
    "../../x",
    "CON",
    "con",
    "",
    "🌿",
    "🌱",
    "a" * 300,
    "A b",
    "a-b",
    "Com1",
    ".",
    "..",
    "/",
    "\\\\host\\x",
    "nul",
    "x\x00y",
    "\ud800",
]


def material(*entries: Entry, **others: list[Entry]) -> Material:
    return Material.of(SERIES, entries, (), others=others)


def links(page: Path) -> Iterator[tuple[str, str]]:
    """The links of a page that lead to a file: (address, fragment)."""
    for href in html.document_fromstring(page.read_text("utf-8")).xpath("//@href"):
        if not href.startswith(("http:", "https:")):
            address, _, fragment = href.partition("#")
            yield unquote(address), unquote(fragment)


def test_every_link_of_the_whole_site_leads_somewhere(pair: Pair) -> None:
    pages = sorted(pair.site.rglob("*.html"))
    ids = {p: set(html.document_fromstring(p.read_text("utf-8")).xpath("//@id")) for p in pages}
    broken, reached = [], set()
    for page in pages:
        for address, fragment in links(page):
            target = (page.parent / address).resolve() if address else page
            reached.add(target)
            if not target.is_file() or (fragment and fragment not in ids[target]):
                broken.append((page.name, address, fragment))
    assert broken == []
    assert {p for p in pages if p not in reached} == set(), "every page is linked from another"
    assert {p.parent.name for p in pages} == {"site", "metallic-rouge-demo", "bramble-station", "aspects", "outlets", "compare"}


def test_a_weekly_page_alone_has_no_link_to_the_archive() -> None:
    made = digest(*REVIEWS, week="2024-W12")
    assert "outlets/" not in weekly.page(made)
    assert 'href="outlets/site-1.html"' in weekly.page(made, Addresses.of([], ["Site 1"]))


def test_hostile_names_get_addresses_that_stay_in_their_folder() -> None:
    found = addresses(NAMES)
    assert set(found) == set(NAMES)
    assert len({a.lower() for a in found.values()}) == len(NAMES)
    for address in found.values():
        assert set(address) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")
        assert 0 < len(address) <= LONGEST + 13
        assert not address.startswith("_")
        assert address not in {"con", "nul", "com1", ".", ".."}
    assert addresses(["Tokyo Wire"]) == {"Tokyo Wire": "tokyo-wire"}
    assert addresses(["星ログ", "日本 Wire", "Wire"]) == {
        "星ログ": "name_b8933a92d61f",
        "日本 Wire": "wire_ce80f48e1151",
        "Wire": "wire",
    }, "nobody's guess at how it is read, and it takes no other's"
    assert addresses(["A b", "a-b"])["A b"] == found["A b"] != "a-b", "it does not depend on what else is there"


@settings(max_examples=60)
@given(st.lists(st.text(), unique=True, max_size=8))
def test_no_two_names_have_one_address(names: list[str]) -> None:
    assert len(set(addresses(names).values())) == len(names)


def test_two_pairs_of_series_never_share_a_page() -> None:
    assert pair("a", "b") == "a-vs-b"
    assert pair("a-vs-b", "c") != pair("a", "b-vs-c")
    assert len(pair("a" * 500, "b" * 500)) < 100


def test_an_aspect_over_all_weeks() -> None:
    promised = entry(9, "preview", "2024-03-12", 0.5, opinions=aspects(music=0.4))
    early = replace(REVIEWS[0], opinions=aspects(music=0.8))
    late = entry(8, "review", "2024-03-28", 0.1, site="Site 1", url="https://site1.example/b", opinions=aspects(music=-0.2))
    told = entry(7, "news", "2024-03-26", None, opinions=aspects(music=0.9))
    after = entry(6, "review", "2024-04-20", 1.0, opinions=aspects(music=1.0))
    [music] = histories.aspects(material(promised, early, late, told, after), UNTIL)
    assert (music.name, music.until) == ("music", UNTIL)
    assert (music.reception.value, music.reception.n, music.promise.n) == (pytest.approx(0.3), 2, 1)
    assert [(str(w.week), w.promise, w.reception and round(w.reception, 2), w.previews, w.reviews) for w in music.weeks] == [
        ("2024-W11", 0.4, None, 1, 0),
        ("2024-W12", 0.4, 0.8, 0, 1),
        ("2024-W13", 0.4, 0.3, 0, 1),
    ]
    assert [(o.site, o.reception.n, o.promise.n) for o in music.outlets] == [("Site 1", 2, 0), ("Site 9", 0, 1)]
    assert [(e.side, e.polarity) for e in music.evidence] == [
        ("reception", -0.2),
        ("other", 0.9),
        ("reception", 0.8),
        ("promise", 0.4),
    ]


def test_the_history_ends_as_the_weekly_page_says(demo_home: Path) -> None:
    from pipeline.series import load
    from reports import record
    from reports.material import load as loaded

    with Store(f"sqlite:///{demo_home}/nectar.db") as store:
        whole = loaded(load(demo_home / "metallic-rouge-demo.toml"), store)
    last = record.read((demo_home / "site/metallic-rouge-demo/2024-W15.json").read_text("utf-8"))
    mine = {h.name: h for h in histories.aspects(whole, Week(2024, 15))}
    assert set(mine) == {a.name for a in last.aspects}
    for a in last.aspects:
        h = mine[a.name]
        assert (h.reception, h.promise, h.for_it, h.against_it) == (a.reception, a.promise, a.for_it, a.against_it)
        assert h.weeks[-1].reception == (None if a.reception.value is None else pytest.approx(a.reception.value))
        assert sum(e.side == "reception" for e in h.evidence) == h.reception.n == sum(o.reception.n for o in h.outlets)
    outlets = {h.site: h for h in histories.presses(whole, Week(2024, 15))}
    assert {o.site: (len(outlets[o.site].articles), outlets[o.site].own) for o in last.outlets} == {
        o.site: (o.articles, o.mean) for o in last.outlets
    }


def test_an_outlet_beside_the_others_and_over_all_series() -> None:
    copy = replace(REVIEWS[0], id=7, site="Copycat", url="https://copy.example/a", published=REVIEWS[1].published)
    elsewhere = [
        entry(21, "review", "2024-01-10", 0.9, site="Site 1", recommends="yes"),
        entry(22, "review", "2024-01-11", 0.1, site="Other"),
    ]
    pages = {h.site: h for h in histories.presses(material(*REVIEWS, copy, other=elsewhere), UNTIL)}
    one = pages["Site 1"]
    assert (one.own.value, one.rest.n) == (90, 4)
    assert one.rest.value == pytest.approx(50 + 50 * (0.6 + 0.4 + 0.0 - 0.4) / 4)
    assert (one.followed, one.reviews, one.lenient.n) == (2, 2, 2)
    assert one.lenient.value == pytest.approx((90 - one.rest.value + 40) / 2 * 2 / 5)
    assert (one.recommends.k, one.recommends.n) == (1, 1)
    assert [a.copy_of for a in pages["Copycat"].articles] == ["Site 1"]
    assert pages["Copycat"].articles[0].counted is None
    assert pages["Copycat"].own == Mean(None, 0)
    early = {h.site: h for h in histories.presses(material(*REVIEWS, other=elsewhere), Week(2024, 2))}
    assert early == {}, "nothing of this series was written by then"


def evil() -> Material:
    bad = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\x1b[31m\"'&"
    own = [
        replace(
            e,
            site=site,
            title=bad,
            url="javascript:alert(1)",
            note=bad,
            language=bad,
            opinions=aspects(**{bad: 0.4, "music": 0.5}),
        )
        for e, site in zip(REVIEWS, (bad, "", "../../x", "CON", "con"), strict=True)
    ]
    return Material.of(replace(SERIES, title=bad, aspects={bad: ("x",), "../../x": ("y",)}), own, ())


def test_strangers_names_stay_text_and_in_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er" / "bramble"
    made, weeks = evil(), [Week(2024, 12)]
    at = archive.addresses(made, weeks)
    archive.write(folder, made, weeks, at, all_anew=True)
    drawn = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert {p.parent for p in drawn} == {folder / "aspects", folder / "outlets"}
    assert len(drawn) == 2 + 5
    for page in drawn:
        tree = html.document_fromstring(page.read_text("utf-8"))
        assert tree.xpath("//img | //iframe | //object | //@style | //@src | //link") == []
        assert len(tree.xpath("//script")) == 1
        assert tree.xpath("//@*[starts-with(name(), 'on')]") == []
        assert {h.split(":")[0] for h in tree.xpath("//@href") if ":" in h.split("/")[0]} <= {"http", "https"}
        assert not {"\u202e", "\x1b"} & set(page.read_text("utf-8"))
        assert "None" not in tree.text_content()
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([entry(1, "news", "2023-12-01", None)], id="news only"),
        pytest.param([entry(1, "preview", "2023-12-01", 0.5, opinions=aspects(music=0.5))], id="previews only"),
        pytest.param(
            [entry(1, "review", "2024-03-20", None, stance_from=None, note="not analysed", language="ja")], id="not judged"
        ),
        pytest.param([entry(1, "review", "2024-03-20", 0.5, opinions=(Opinion("aspect", "music", None),))], id="no polarity"),
        pytest.param([], id="nothing"),
    ],
)
def test_every_state_makes_sound_pages(tmp_path: Path, entries: list[Entry]) -> None:
    made = material(*entries)
    archive.write(tmp_path, made, made.weeks, archive.addresses(made, made.weeks), all_anew=True)
    assert len(list(tmp_path.glob("outlets/*"))) == len(entries)
    for page in tmp_path.rglob("*.html"):
        assert "None" not in html.document_fromstring(page.read_text("utf-8")).text_content()


def test_what_is_gone_says_so_until_all_weeks_are_drawn_anew(tmp_path: Path) -> None:
    series = second.series()
    with Store(f"sqlite:///{tmp_path}/n.db") as store:
        second.shelve(store)
        site.write(tmp_path / "site", series, store, [Week(2024, 13), Week(2024, 15)], None, NOW)
        quince = tmp_path / "site" / second.SLUG / "outlets" / "quince.html"
        assert "Quince" in quince.read_text("utf-8")
        for number in (1, 5, 6):
            store.forget("url", f"https://bramble{number}.example/piece", NOW)
        site.write(tmp_path / "site", series, store, [Week(2024, 15)], None, NOW)
        assert "No longer in the archive" in quince.read_text("utf-8")
        assert "Quince" not in quince.read_text("utf-8")
        assert "quince.html" in (quince.parent.parent / "2024-W13.html").read_text("utf-8"), (
            "drawn before, and its link still leads there"
        )
        site.write(tmp_path / "site", series, store, [Week(2024, 13), Week(2024, 15)], None, NOW)
        assert not quince.exists()
        assert "Quince" not in "".join(p.read_text("utf-8") for p in (tmp_path / "site").rglob("*.html"))


def test_the_archive_is_of_the_newest_week_that_is_drawn(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path}/n.db") as store:
        second.shelve(store)
        for week, there in (
            (Week(2024, 8), {"afterglow", "quince", "parallax"}),
            (Week(2024, 11), {"tokyo-wire"}),
            (Week(2024, 9), set()),
        ):
            site.write(tmp_path / "site", second.series(), store, [week], None, NOW)
            outlets = {p.stem for p in (tmp_path / "site").glob("*/outlets/*.html")}
            assert there <= outlets
    assert outlets == {"afterglow", "quince", "parallax", "tokyo-wire"}, "an older week takes nothing away"


def test_the_same_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path}/n.db") as store:
        second.shelve(store)
        for name in ("one", "two"):
            site.write(tmp_path / name, second.series(), store, [Week(2024, 15)], None, NOW)
    one, two = ({p.relative_to(tmp_path / n): p.read_bytes() for p in (tmp_path / n).rglob("*.*")} for n in ("one", "two"))
    assert one == two
    assert len(one) > 12


def test_the_index_leads_to_aspects_outlets_comparisons_and_the_newest(pair: Pair) -> None:
    index = html.document_fromstring((pair.site / "index.html").read_text("utf-8"))
    hrefs = index.xpath("//@href")
    assert {"metallic-rouge-demo/aspects/music.html", "bramble-station/outlets/quince.html"} <= set(hrefs)
    assert "compare/metallic-rouge-demo-vs-bramble-station.html" in hrefs
    [section] = index.xpath("//section[@id='bramble-station']")
    assert section.xpath(".//ul[@class='newest']//a/@href")[0] == "https://bramble10.example/piece"


def test_an_index_of_an_older_nectar_is_read(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    week = {
        "week": "2024-W12",
        "first": "2024-03-18",
        "verdict": "v",
        "reception": None,
        "reviews": 0,
        "articles": 1,
        "change": "c",
    }
    (tmp_path / "old" / "weeks.json").write_text(json.dumps({"title": "Old", "slug": "old", "note": "", "weeks": [week]}))
    site.write_index(tmp_path)
    assert "old/2024-W12.html" in (tmp_path / "index.html").read_text("utf-8")
