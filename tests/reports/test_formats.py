"""One Digest in every format: parsed back, each says the same numbers; strangers' text stays text; every state can be drawn."""

import csv
import email
import email.message
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from email import policy
from pathlib import Path

import feedparser
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from pipeline.store import StoredSentence
from reports import feed, markdown
from reports.cells import FORMULA
from reports.digest import Digest
from reports.formats import FORMATS
from reports.labels import signed
from reports.rows import Mean
from reports.templating import one_line
from tests.reports import bramble
from tests.reports.test_build import REVIEWS, aspects, digest, entry
from tests.reports.test_pages import STATES, evil_digest

Figures = dict[str, object]
TEXTS = ["html", "json", "md", "mail", "csv"]
"""What can be drawn on any machine."""


def full() -> Digest:
    """Promise, reception, three aspects, one quote that gives something away and one that does not."""
    scores = ((0.9, -0.5), (0.4, 0.1), (-0.2, -0.7), (0.6, None), (None, -0.1))
    opinions = [{k: v for k, v in zip(("music", "pacing"), pair, strict=True) if v is not None} for pair in scores]
    reviews = [replace(r, opinions=aspects(**said)) for r, said in zip(REVIEWS, opinions, strict=True)]
    promised = [
        entry(n, "preview", "2023-12-01", stance, opinions=aspects(music=stance, story=0.2)) for n, stance in ((8, 0.5), (9, 0.1))
    ]
    silent = entry(7, "review", "2024-03-20", None, stance_from=None, language="ja", note="not analysed: language ja")
    said = (
        StoredSentence(1, 3, "The music is what stays with you.", 2, 0.9, 0.9, False, False, (("aspect", "music", 0.9),)),
        StoredSentence(3, 3, "The pacing hides that the captain dies.", 2, -0.7, 0.9, True, False, (("aspect", "pacing", -0.7),)),
    )
    return digest(*promised, *reviews, silent, week="2024-W12", sentences=said)


def polarity(value: float | None) -> str:
    return "–" if value is None else signed(value)


def figures(d: Digest) -> Figures:
    """As every format must show them."""
    assert d.reception.value is not None
    assert d.reception.low is not None
    assert d.reception.high is not None
    assert d.favourable.value is not None
    assert d.promise.value is not None
    return {
        "reception": f"{d.reception.value:.0f}",
        "range": f"{d.reception.low:.0f} to {d.reception.high:.0f}",
        "judged": str(d.reception.n),
        "reviews": str(d.reviews),
        "favourable": f"{100 * d.favourable.value:.0f}",
        "promise": f"{d.promise.value:.0f}",
        "previews": str(d.promise.n),
        "counts": [str(n) for n in (d.favourable.k, d.mixed, d.unfavourable)],
        "aspects": {
            a.label: (polarity(a.promise.value), str(a.promise.n), polarity(a.reception.value), str(a.reception.n))
            for a in d.aspects
        },
    }


def _said(text: str, **patterns: str) -> Figures:
    """The first group of each pattern in a text; a list of all groups where there are several."""
    read: Figures = {}
    for name, pattern in patterns.items():
        found = re.search(pattern, text)
        assert found, (name, pattern, text)
        read[name] = found[1] if len(found.groups()) == 1 else list(found.groups())
    return read


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _pair(cell: str) -> tuple[str, str]:
    found = re.fullmatch(r"(\S+) \((\d+)\)", cell)
    assert found, cell
    return found[1], found[2]


COUNTS = r"(\d+) favourable,? (\d+) mixed,? (\d+) unfavourable"


def _from_html(page: bytes) -> Figures:
    tree = html.document_fromstring(page.decode())
    cards = " | ".join(_words(li) for li in tree.xpath("//ul[@class='figures']/li"))
    read = _said(
        cards,
        reception=r"^(\d+) of 100 ?reception so far",
        range=r"so far(\d+ to \d+), nine",
        reviews=r"(\d+) ?reviews so far",
        favourable=r"(\d+) % ?favourable",
        promise=r"(\d+) of 100 ?tone",
        previews=r"tone of (\d+) previews",
    )
    read |= _said(" ".join(_words(li) for li in tree.xpath("//section[@id='verdict']//ul[@class='key']/li")), counts=COUNTS)
    rows = [[_words(cell) for cell in row] for row in tree.xpath("//section[@id='promise']//tbody/tr")]
    return read | {"aspects": {row[0]: (*_pair(row[1]), *_pair(row[2])) for row in rows}}


def _from_json(made: bytes) -> Figures:
    d = json.loads(made)

    def of(mean: Mapping[str, float], times: int = 1) -> str:
        return f"{times * mean['value']:.0f}"

    return {
        "reception": of(d["reception"]),
        "range": f"{d['reception']['low']:.0f} to {d['reception']['high']:.0f}",
        "judged": str(d["reception"]["n"]),
        "reviews": str(d["reception"]["n"] + d["unjudged"]),
        "favourable": f"{100 * d['favourable']['k'] / d['favourable']['n']:.0f}",
        "promise": of(d["promise"]),
        "previews": str(d["promise"]["n"]),
        "counts": [str(n) for n in (d["favourable"]["k"], d["mixed"], d["unfavourable"])],
        "aspects": {
            a["label"]: tuple(x for m in (a["promise"], a["reception"]) for x in (polarity(m["value"]), str(m["n"])))
            for a in d["aspects"]
        },
    }


def rendered(source: str, with_html: bool = True) -> html.HtmlElement:
    """The Markdown, read by a CommonMark parser with GitHub's tables."""
    parser = MarkdownIt("commonmark", {"html": with_html}).enable(["table", "strikethrough"])
    return html.fragment_fromstring(parser.render(source), create_parent="main")


def _from_md(made: bytes) -> Figures:
    tree = rendered(made.decode())
    tables = [[[_words(cell) for cell in row] for row in table.xpath(".//tr")] for table in tree.xpath("//table")]
    by_name = {row[0]: row[1:] for row in tables[0]}
    [promise] = [t for t in tables if t[0][:2] == ["Aspect", "Promise"]]
    return {
        "reception": by_name["Reception"][0].removesuffix(" of 100"),
        "range": by_name["Reception"][1],
        "judged": by_name["Reception"][2],
        "favourable": by_name["Favourable"][0].removesuffix(" %"),
        "promise": by_name["Tone of previews"][0].removesuffix(" of 100"),
        "previews": by_name["Tone of previews"][2],
        "aspects": {row[0]: tuple(row[1:5]) for row in promise[1:]},
        **_said(_words(tree), reviews=r"Reviews so far: (\d+)", counts=COUNTS),
    }


def opened(made: bytes) -> email.message.EmailMessage:
    found = email.message_from_bytes(made, policy=policy.default)
    assert isinstance(found, email.message.EmailMessage)
    assert found.defects == []
    return found


def part(letter: email.message.EmailMessage, kind: str) -> str:
    found = letter.get_body((kind,))
    assert isinstance(found, email.message.EmailMessage)
    assert found.defects == []
    return str(found.get_content()).replace("\r\n", "\n")


def _from_mail_html(made: bytes) -> Figures:
    tree = html.document_fromstring(part(opened(made), "html"))
    read = _said(
        _words(tree),
        reception=r"(\d+) of 100 ?reception so far",
        range=r"reception so far, (\d+ to \d+) nine",
        reviews=r"(\d+) ?reviews so far",
        favourable=r"(\d+) % ?favourable",
        promise=r"(\d+) of 100 ?tone",
        previews=r"tone of previews, from (\d+)",
        counts=COUNTS,
    )
    rows = [[_words(cell) for cell in row] for row in tree.xpath("//tr[th[@scope='row']]")]
    return read | {"aspects": {row[0]: (*_pair(row[1]), *_pair(row[2])) for row in rows}}


def _from_mail_text(made: bytes) -> Figures:
    text = part(opened(made), "plain")
    read = _said(
        text,
        reception=r"Reception so far: (\d+) of 100",
        range=r"of 100 \((\d+ to \d+), nine",
        reviews=r"Reviews so far: (\d+),",
        favourable=r"Favourable: (\d+) %",
        promise=r"Tone of previews: (\d+) of 100",
        previews=r"of 100, from (\d+)",
        counts=COUNTS,
    )
    rows = re.findall(r"^\* (.+): promise (\S+) \((\d+)\), reception (\S+) \((\d+)\)$", text, re.MULTILINE)
    return read | {"aspects": {label: tuple(rest) for label, *rest in rows}}


def unpacked(made: bytes) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert packed.testzip() is None
        texts = {name: packed.read(name).decode() for name in packed.namelist()}
    read = {
        name.removesuffix(".csv"): list(csv.reader(io.StringIO(text, newline=""), strict=True)) for name, text in texts.items()
    }
    assert {name for name, rows in read.items() if len({len(row) for row in rows}) != 1} == set()
    return {name: [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] for name, rows in read.items()}


def _from_csv(made: bytes) -> Figures:
    tables = unpacked(made)
    by_name = {row["figure"]: row for row in tables["figures"]}

    def whole(name: str, column: str = "value", times: int = 1) -> str:
        return f"{times * float(by_name[name][column]):.0f}"

    def signed_of(text: str) -> str:
        return polarity(float(text) if text else None)

    return {
        "reception": whole("reception"),
        "range": f"{whole('reception', 'low')} to {whole('reception', 'high')}",
        "judged": by_name["reception"]["n"],
        "reviews": by_name["reviews"]["value"],
        "favourable": whole("favourable", times=100),
        "promise": whole("promise"),
        "previews": by_name["promise"]["n"],
        "counts": [by_name[f"{side} reviews"]["value"] for side in ("favourable", "mixed", "unfavourable")],
        "aspects": {
            row["aspect"]: (signed_of(row["promise"]), row["promise_n"], signed_of(row["reception"]), row["reception_n"])
            for row in tables["aspects"]
        },
    }


def atom(d: Digest) -> str:
    line = {"week": str(d.week), "updated": d.made.isoformat(), "verdict": d.verdict, "summary": feed.summary(d)}
    return feed.atom(d.title, d.slug, [line])


def _from_atom(d: Digest) -> Figures:
    return _said(
        feedparser.parse(atom(d)).entries[0].summary,
        reception=r"Reception (\d+) of 100",
        range=r"of 100, (\d+ to \d+) nine",
        judged=r"from (\d+) reviews",
        favourable=r"Favourable: (\d+) %",
        counts=COUNTS,
    )


READERS: Mapping[str, tuple[str, Callable[[bytes], Figures]]] = {
    "html": ("html", _from_html),
    "json": ("json", _from_json),
    "md": ("md", _from_md),
    "mail, HTML": ("mail", _from_mail_html),
    "mail, text": ("mail", _from_mail_text),
    "csv": ("csv", _from_csv),
}


@pytest.mark.parametrize("reader", READERS)
def test_every_format_says_the_same_numbers(reader: str) -> None:
    form, read = READERS[reader]
    made = full()
    shown = figures(made)
    found = read(FORMATS[form].draw(made))
    assert found == {name: shown[name] for name in found}
    assert set(shown) - set(found) <= {"judged"}, "HTML and mail show the reviews, of which one is not judged"


def test_the_feed_says_the_same_numbers() -> None:
    made = full()
    found = _from_atom(made)
    assert found == {name: figures(made)[name] for name in found}


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("made", STATES)
def test_every_state_can_be_drawn(made: Digest, form: str) -> None:
    drawn = FORMATS[form].draw(made)
    assert drawn == FORMATS[form].draw(made), "the same Digest, the same bytes"
    if form == "csv":
        unpacked(drawn)
    elif form != "json":
        text = drawn.decode() if form != "mail" else "".join(part(opened(drawn), kind) for kind in ("plain", "html"))
        assert {"None", "nan", "inf", "Undefined"} & set(re.findall(r"\w+", text)) == set()


@pytest.mark.parametrize("made", STATES)
def test_every_state_makes_a_sound_feed(made: Digest) -> None:
    read = feedparser.parse(atom(made))
    assert (read.bozo, read.version, len(read.entries)) == (False, "atom10", 1)
    assert read.entries[0].links[0].href == f"{made.week}.html"
    assert read.entries[0].id == f"tag:nectar.invalid,2024:{made.slug}/{made.week}"


WORSE = (
    "\r\nBcc: all@everyone.example\n\n# loud | `code` *bold* _it_ [x](javascript:alert(1)) ![y](http://t.example/p.gif) "
    "<script>alert(1)</script> --> ]]> &lt;b&gt; </details> www.t.example http://t.example ~~no~~ $1$ \\| \x1b[31m\u202e\x00"
)
URLS = [
    "javascript:alert(1)",
    'https://x.example/"><script>alert(1)</script>',
    "https://x.example/a)[b](javascript:alert(1)",
    "https://x.example/a b\r\nBcc: all@everyone.example",
    "https://x.example/|<>`*_&copy;\\",
    "data:text/html,<script>alert(1)</script>",
    "//x.example/a",
    "https://",
    "http://[::1",
]


def _inert(tree: html.HtmlElement) -> None:
    assert tree.xpath("//script | //img | //iframe | //object | //style | //link | //form") == []
    assert tree.xpath("//@*[starts-with(name(), 'on')] | //@src | //@background") == []
    assert {link.split(":")[0] for link in tree.xpath("//@href")} <= {"http", "https"}


@pytest.mark.parametrize("url", URLS)
def test_hostile_text_is_text_in_markdown(url: str) -> None:
    made = evil_digest(WORSE, url)
    source = markdown.page(made)
    shown = " ".join(one_line(WORSE).split())
    for with_html in (True, False):
        tree = rendered(source, with_html)
        _inert(tree)
        assert {e.tag for e in tree.iter()} <= set(
            "main h1 h2 h3 p em strong ul li blockquote table thead tbody tr th td a code details summary".split()
        )
        assert [_words(h) for h in tree.xpath("//h1")] == [f"{shown}, 2024-W12"]
        assert shown in [_words(cell) for cell in tree.xpath("//td")]
        assert {len({len(row) for row in table.iter("tr")}) for table in tree.iter("table")} == {1}
    assert not {"\x1b", "\u202e", "\x00", "\r"} & set(source)


def evil_story(evil: str, url: str) -> Digest:
    """Strangers' text in what became of it: promises, claims, outliers, second thoughts, corrections."""
    made = bramble.full()
    said = replace(made.promises[0].promised, text=evil, site=evil, author=evil, url=url)
    quarrel, statement = made.quarrels[0], made.quarrels[0].left[0]
    heard = (replace(statement, sentence=evil, site=evil, said_by=evil, url=url),) * 2
    return replace(
        made,
        promises=tuple(replace(p, subject=evil, because=evil, promised=said, kept=said, broken=said) for p in made.promises),
        quarrels=tuple(
            replace(quarrel, state=state, matter=evil, value=evil, other=evil, left=heard, right=right)
            for state, right in (("against the facts", ()), ("disputed", heard), ("outdated", heard))
        ),
        differences=tuple(replace(d, matter=evil, value=evil, other=evil, left=heard, right=()) for d in made.differences),
        grain=tuple(replace(g, site=evil, url=url, said=said) for g in made.grain),
        minds=tuple(replace(m, site=evil, before_said=said, after_said=said) for m in made.minds),
        corrections=tuple(replace(c, site=evil, url=url, changes=(("verdict", evil, evil),)) for c in made.corrections),
    )


@pytest.mark.parametrize("url", URLS)
def test_hostile_text_is_text_in_what_became_of_it(url: str) -> None:
    made = evil_story(WORSE, url)
    source = markdown.page(made)
    for with_html in (True, False):
        tree = rendered(source, with_html)
        _inert(tree)
        assert {len({len(row) for row in table.iter("tr")}) for table in tree.iter("table")} == {1}
    assert not {"\x1b", "\u202e", "\x00", "\r"} & set(source)
    letter = opened(FORMATS["mail"].draw(made))
    _inert(html.document_fromstring(part(letter, "html")))
    assert "against the facts" not in part(letter, "plain")
    assert part(letter, "plain").count("\n* Bcc:") == 4, "a line each, the text of a stranger in it"


def test_markdown_and_mail_say_what_became_of_it() -> None:
    made = bramble.full()
    tree = rendered(markdown.page(made))
    told = ("What was promised, and what came of it", "What can't all hold", "What differs and may hold", "Against the grain")
    assert {*told, "Second thoughts"} <= {_words(h) for h in tree.xpath("//h2")}
    tables = {
        _words(t.getprevious() if t.getprevious().tag == "h2" else t.getprevious().getprevious()): t for t in tree.iter("table")
    }
    rows = {name: [[_words(cell) for cell in row] for row in t.xpath(".//tbody/tr")] for name, t in tables.items()}
    assert [row[0] for row in rows["What was promised, and what came of it"]] == [p.subject for p in made.promises]
    assert rows["What can't all hold"] == [["number of episodes", "against the facts", "12 (Quill)", "13 (Tide Wire)"]]
    assert rows["What differs and may hold"] == [
        ["voice or part of Petra", "one may be of another version or season", "June Abbot (Quill)", "Mara Quist (Saltbox)"]
    ]
    assert rows["Against the grain"] == [["Nightferry", "5", "61 (4)", "72 (4)"]]
    assert "Quill, seen 5 Apr 2024: score 6/10 → 65 %" in [_words(li) for li in tree.xpath("//li")]
    letter = opened(FORMATS["mail"].draw(made))
    for kind in ("plain", "html"):
        text = part(letter, kind)
        assert "number of episodes: 12 is claimed, 13 is known" in text
        assert text.count("Quill changed its score from 6/10 to 65 %.") == 1, "in what changed, and not once more"
        assert "drowns" not in text
    later = opened(FORMATS["mail"].draw(replace(made, changes=made.changes[:1])))
    assert "\nCHANGED AFTER PUBLICATION\n* Quill changed its score" in part(later, "plain")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Copper <b>Episode 8</b> & the <em>un<i>loved</i></em> one", "Copper Episode 8 & the unloved one"),
        ("What <b> does in a page", "What <b> does in a page"),
        ("<b onclick=alert(1)>a</b> <script>b</script>", "<b onclick=alert(1)>a</b> <script>b</script>"),
    ],
)
def test_emphasis_in_a_title_is_not_shown_as_markup(title: str, shown: str) -> None:
    made = digest(replace(REVIEWS[0], title=title), week="2024-W12")
    [told] = html.document_fromstring(FORMATS["html"].draw(made)).xpath("//section[@id='articles']//th[@scope='row']/a")
    assert told.text_content() == shown
    [told] = rendered(FORMATS["md"].draw(made).decode()).xpath("//td/a")
    assert told.text_content() == shown
    assert made.published[0].title == title, "JSON holds what was read"


@pytest.mark.parametrize("form", ["html", "md"])
def test_where_no_outlet_is_known_elsewhere_no_column_stands_empty(form: str) -> None:
    made = bramble.full()
    alone = replace(made, grain=tuple(replace(g, own=Mean(None, 0)) for g in made.grain))
    for told, columns in ((made, 1), (alone, 0)):
        text = FORMATS[form].draw(told).decode()
        tree = rendered(text) if form == "md" else html.document_fromstring(text)
        assert text.count("Itself elsewhere") == columns
        [table] = tree.xpath("//table[.//th = 'The others here']")
        assert {len(row) for row in table.iter("tr")} == {3 + columns + (form == "html")}


@given(st.text(alphabet="a1 -+=.)(#>*_`~|\\[]<>!&;:/\n\t'\"$w@{}", max_size=24))
@example("1. a").via("a list")
@example("- -").via("a rule in a list")
@example("a #").via("a heading that closes")
@example("\\|").via("a pipe that is escaped already")
@example("[ ] a").via("a task")
def test_any_text_is_that_text_in_markdown(text: str) -> None:
    wanted, written = one_line(text), markdown.escaped(text)
    tree = rendered(
        f"# x {written}\n\n- {written}\n\n| a |\n| --- |\n| {written} |\n\n> {written}\n\n**x {written}** {written}\n"
    )
    assert [_words(e) for e in tree.xpath("//h1 | //li | //td | //blockquote")] == [
        f"x {wanted}".strip(),
        *([wanted] if wanted else [""]) * 3,
    ]
    assert {e.tag for e in tree.iter()} <= set("main h1 ul li table thead tbody tr th td blockquote p strong".split())


def test_a_command_in_markdown_is_copied_as_it_is() -> None:
    assert markdown.code("nectar report a.toml --week 2024-W22") == "`nectar report a.toml --week 2024-W22`"
    assert markdown.code("`a``b") == "``` `a``b ```", "of the blanks beside a fence one is none of the text"


@pytest.mark.parametrize("url", URLS)
def test_hostile_text_is_text_in_a_mail(url: str) -> None:
    letter = opened(FORMATS["mail"].draw(evil_digest(WORSE, url), ["a@reader.example"]))
    assert sorted(letter.keys()) == sorted(
        ["Subject", "Date", "Message-ID", "Auto-Submitted", "To", "MIME-Version", "Content-Type"]
    )
    assert letter["To"] == "a@reader.example"
    assert "Bcc: all@everyone.example" in letter["Subject"], "as words of the subject"
    assert letter["Message-ID"] == "<2024-W12.bramble@nectar.invalid>"
    page, text = part(letter, "html"), part(letter, "plain")
    _inert(html.document_fromstring(page))
    assert not {"\x1b", "\u202e", "\x00"} & set(page + text)


@pytest.mark.parametrize("url", URLS)
def test_hostile_text_is_no_formula_in_any_table(url: str) -> None:
    for start in ("=HYPERLINK(1)", "+1", "-1+2", "@SUM(1)", "\t=1", "＝1", ";=1;\n=1"):
        made = FORMATS["csv"].draw(evil_digest(start + WORSE, url))
        with zipfile.ZipFile(io.BytesIO(made)) as packed:
            for name in packed.namelist():
                text = packed.read(name).decode()
                for row in csv.reader(io.StringIO(text, newline=""), quoting=csv.QUOTE_NONNUMERIC):
                    assert [cell for cell in row if isinstance(cell, str) and cell.startswith(FORMULA)] == []
        assert any(row["title"].startswith(("'", ";")) for row in unpacked(made)["scores"])


def test_hostile_text_is_text_in_a_feed() -> None:
    made = evil_digest(WORSE)
    read = feedparser.parse(atom(made))
    assert read.bozo is False
    assert read.entries[0].title_detail.type == "text/plain"
    assert "<script>alert(1)</script>" in read.entries[0].title
    assert [link.href for link in read.entries[0].links] == ["2024-W12.html"]


def test_a_feed_holds_the_newest_weeks_and_leaves_out_what_is_none() -> None:
    lines = [
        {"week": f"20{n:02}-W01", "updated": f"20{n:02}-02-01T00:00:00+00:00", "verdict": "v", "summary": "s"} for n in range(99)
    ]
    broken = [
        {"week": "2024-W01"},
        {**lines[0], "updated": "yesterday"},
        {**lines[0], "updated": 3},
        {**lines[0], "summary": None},
    ]
    read = feedparser.parse(feed.atom("T", "t", [*lines, *broken]))
    assert [len(read.entries), read.entries[0].title, read.feed.updated] == [60, "T, 2098-W01: v", "2098-02-01T00:00:00+00:00"]
    empty = feedparser.parse(feed.atom("T", "t", []))
    assert (empty.bozo, empty.entries) == (False, [])


def test_what_gives_something_away_is_in_no_mail_and_folded_in_markdown() -> None:
    made = full()
    assert any(q.spoiler for q in made.blame)
    letter = opened(FORMATS["mail"].draw(made))
    for kind in ("plain", "html"):
        assert "captain" not in part(letter, kind)
        assert "what stays with you" in part(letter, kind)
    folded = rendered(markdown.page(made)).xpath("//details")
    assert [d.xpath("string(summary)") for d in folded] == ["May give something away"]
    assert "captain dies" in _words(folded[0])
    assert "stays with you" not in _words(folded[0])


@pytest.mark.parametrize("filling", ["メタリック", "&\"'<>", "🦊🦉", "word ", "=", "é"])
def test_a_mail_never_gets_so_large_that_it_is_cut_off(filling: str) -> None:
    long = filling * 2_000
    made, story = full(), bramble.full()
    rows = tuple(replace(made.aspects[0], name=f"{n}", label=f"{n}{long}") for n in range(300))
    changes = tuple(replace(made.changes[0], text=long) for _ in range(300))
    quote = replace(made.praise[0], text=long, site=long, aspect=long, url=f"https://x.example/{long}")
    huge = replace(
        made,
        title=long,
        slug=long,
        verdict=long,
        opinion=long,
        aspects=rows,
        changes=changes,
        quarrels=(replace(story.quarrels[0], matter=long, value=long, other=long),) * 300,
        corrections=tuple(
            replace(c, site=f"{n}{long}", changes=(("text", long, long),)) for c in story.corrections for n in range(300)
        ),
        praise=(quote,) * 9,
        blame=(quote,) * 9,
    )
    drawn = FORMATS["mail"].draw(huge, [f"reader{n}@reader.example" for n in range(20)])
    assert len(drawn) < 100_000
    letter = opened(drawn)
    assert len(part(letter, "html").encode()) < 100_000
    assert max(len(line) for line in drawn.split(b"\r\n")) <= 998


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "@",
        "a@",
        "a@b\r\nBcc: c@d.example",
        "a@b.example, c@d.example",
        "ä@b.example",
        '"',
        "[",
        "a@[",
        "<a@b.example",
        "\x00@b",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    from pipeline.errors import UserError

    with pytest.raises(UserError, match="is no mail address"):
        FORMATS["mail"].draw(full(), [address])


def test_a_format_is_a_line_in_a_table() -> None:
    assert list(FORMATS) == [*TEXTS, "pdf"]
    assert len({f.ending for f in FORMATS.values()}) == len(FORMATS)
    for form in FORMATS.values():
        module, _, function = form.drawn_by.partition(".")
        assert (Path(markdown.__file__).parent / f"{module}.py").exists()
        assert function
