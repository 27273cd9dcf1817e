"""Pages in another language than English: nothing of ours left unsaid in it, plurals, dates, numbers; and one language at a time for each thread."""

import asyncio
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Barrier, Thread
from typing import get_args

import feedparser
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from lxml import html

from pipeline.claims.claim import KIND_NAMES
from pipeline.claims.matter import Doubt
from pipeline.delivery import Grounds
from pipeline.errors import UserError
from pipeline.page import Reason
from pipeline.series import Episode, load
from pipeline.store import Store
from pipeline.topics import ASPECTS, THEMES
from pipeline.turning import Turn
from pipeline.week import Week
from reports import archive, comparing, feed, mail, markdown, record, tongue, weekly
from reports.build import build
from reports.comparison import compare
from reports.developments import because, turned
from reports.digest import Digest
from reports.labels import LABELS, label, listed, note_label, printable, signed
from reports.material import Material
from reports.material import load as material_of
from reports.matters import claimed, matter_label
from reports.tongue import _, day, ngettext, speaking, spoken
from tests.pressroom import revision
from tests.reports import bramble
from tests.reports.test_build import NOW, REVIEWS, SERIES, aspects, entry
from tests.reports.test_catalogues import of_the_code
from tests.reports.test_formats import opened, part
from tests.reports.test_formats import rendered as rendered_markdown
from tests.reports.test_pages import evil_digest

TEMPLATES = [p for p in sorted((Path(weekly.__file__).parent / "templates").iterdir()) if p.suffix in {".html", ".md", ".txt"}]
_SAID = re.compile(r"⟦[^⟦⟧]*⟧")


@pytest.fixture
def brackets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A language, one file as every other, that puts each message in brackets."""
    catalogue = Catalog(locale="eo")
    for context, one, many in of_the_code():
        catalogue.add((one, many) if many else one, (f"⟦{one}⟧", f"⟦{many}⟧") if many else f"⟦{one}⟧", context=context)
    with (tmp_path / "eo.po").open("wb") as file:
        write_po(file, catalogue)
    monkeypatch.setattr(tongue, "LANGUAGES", tmp_path)
    tongue._tongue.cache_clear()
    yield "eo"
    tongue._tongue.cache_clear()


def rendered(source: str) -> str:
    """Markdown as HTML."""
    return html.tostring(rendered_markdown(source), encoding="unicode")


_READ = "//text() | //@aria-label | //@title | //@alt | //@placeholder | //@data-label | //@data-filter"


def unsaid(page: str, data: Iterable[str]) -> str:
    """What a reader or a screen reader meets on the page outside of every message, without what is data; "" where that is nothing."""
    tree = html.document_fromstring(page)
    for out in tree.xpath("//script | //style"):
        out.getparent().remove(out)
    return unsaid_text("\n".join(map(str, tree.xpath(_READ))), data)


def unsaid_text(met: str, data: Iterable[str]) -> str:
    """The same of plain text."""
    while (inner := _SAID.sub("", met)) != met:
        met = inner
    for known in sorted({" ".join(printable(d).split()) for d in data}, key=len, reverse=True):
        met = " ".join(met.split()).replace(known, "") if known else met
    return " ".join(re.findall(r"[^\W\d_]{2,}", met))


_DATA = {
    "site",
    "author",
    "title",
    "text",
    "sentence",
    "said_by",
    "work",
    "url",
    "engine",
    "reproduce",
    "online",
    "quote",
    "value",
    "other",
}
_DATA |= {"score_as_written", "as_written", "trouble", "language", "languages", "week", "earlier", "later"}


def data_of(digest: Digest) -> set[str]:
    """Every string of the Digest that strangers or the series file wrote; keys of ours are not in it."""
    told = json.loads(record.dump(digest))
    found = {digest.note, *digest.languages, *(f"{s[k]}" for s in told["sources"] for k in ("name", "kind"))}
    found |= {part for f in digest.families for member in f.members for part in member}
    found |= {p.text for p in (*digest.phrases, *digest.faded)} | {t.name for t in digest.themes} - set(LABELS["theme"])

    def walk(value: object, key: str = "") -> None:
        if isinstance(value, dict):
            for k, v in value.items():
                walk(v, k)
        elif isinstance(value, list):
            for v in value:
                walk(v, key)
        elif isinstance(value, str):
            if key in _DATA and "⟦" not in value:
                found.add(value)
            if re.match(r"\d{4}-\d\d-\d\d", value):
                found.add(day(date.fromisoformat(value[:10])))

    walk(told)
    return found


def complete(material: Material, week: Week, language: str) -> str:
    """The page, after a look that everything on it is said in brackets."""
    made = build(replace(material, language=language), week, material.weeks, NOW)
    page = weekly.page(made)
    with speaking(language):
        assert unsaid(page, data_of(made)) == ""
    return page


def test_no_sentence_of_the_richest_week_is_left_in_english(demo_home: Path, demo_series: Path, brackets: str) -> None:
    series = load(demo_series)
    with Store(f"sqlite:///{demo_home}/nectar.db") as store:
        material = material_of(series, store)
    assert material.claims
    page = complete(material, Week(2024, 15), brackets)
    assert len(html.document_fromstring(page).xpath("//section")) > 15


def _everything() -> Material:
    """What the demo has not: notes, corrections, another language, late finds, quiet weeks, troubles."""
    foreign = entry(
        7,
        "review",
        "2024-03-20",
        None,
        stance_from=None,
        language="ja",
        note="not analysed: language ja; page not kept: noarchive",
    )
    unread = entry(8, "review", "2024-03-20", None, stance_from=None, note="page not kept: noarchive", spoiler_warning=True)
    late = entry(9, "other", "2024-02-01", None, seen_week="2024-W12")
    corrected = [
        revision(before={"score": 80.0, "score_as_written": "8/10"}, after={"score": None}),
        revision(before={"published": "2024-03-01"}, after={"published": None}),
        revision("-I recommend it to everybody.\n+I can't recommend it. Skip it."),
        revision("\n".join(f"+w{n} x{n} y{n}" for n in range(80))),
    ]
    weighted = replace(SERIES, weights={"Site 2": 2.0}, episodes=(Episode(1, aired=date(2024, 3, 18)),))
    entries = [replace(e, opinions=aspects(music=0.9, pacing=-0.6)) for e in REVIEWS]
    return Material.of(weighted, [*entries, foreign, unread, late], [], None, Reason, "", corrected)


def test_nor_in_weeks_with_what_is_rare(brackets: str) -> None:
    made = _everything()
    full, quiet = complete(made, Week(2024, 12), brackets), complete(made, Week(2024, 22), brackets)
    for rare in (
        "not analysed",
        "noarchive",
        "unreachable",
        "Older articles found this week",
        "Weighted as the series file says",
    ):
        assert rare in full
    for rare in ("no score", "no date", "advises against it", "new or gone", "was published in this week"):
        assert rare in quiet


@pytest.mark.parametrize("kind", ["preview", "news"])
def test_nor_before_the_first_review(brackets: str, kind: str) -> None:
    early = [entry(n, kind, "2023-12-01", 0.5, opinions=aspects(music=0.5)) for n in (1, 2)]
    complete(Material.of(SERIES, early, []), Week(2023, 48), brackets)


def _written(*materials: Material) -> set[str]:
    """What strangers and the series files wrote, and what is a number or a name of a week."""
    found = {"Nectar"}
    for m in materials:
        found |= {m.series.title, m.series.slug, *m.series.aspects, *(str(w) for w in m.weeks)}
        found |= {x for e in m.entries for x in (e.site, e.url, e.title, e.author, e.language, e.score_as_written or "")}
        found |= {s.text for said in m.sentences.values() for s in said}
        found |= {day(e.published) for e in m.entries if e.published}
    return found


def test_nor_on_the_pages_over_all_weeks(brackets: str, tmp_path: Path) -> None:
    material = replace(bramble.material(), language=brackets)
    at = archive.addresses(material, material.weeks)
    archive.write(tmp_path, material, material.weeks, at, all_anew=True)
    (tmp_path / "outlets" / "old.html").touch()
    archive.write(tmp_path, material, material.weeks, at, all_anew=False)
    pages = sorted(tmp_path.rglob("*.html"))
    assert {p.stem for p in pages} >= {"old", "story", "harbour-post"}
    with speaking(brackets):
        data = _written(material) | {day(w.last) for w in material.weeks}
        assert {p.stem: left for p in pages if (left := unsaid(p.read_text("utf-8"), data))} == {}
    assert {html.document_fromstring(p.read_text("utf-8")).get("lang") for p in pages} == {brackets}


def test_nor_between_two_series(brackets: str) -> None:
    left = replace(bramble.material(), language=brackets)
    other = replace(SERIES, title="Tin Orchard", slug="tin", episodes=(Episode(1, aired=date(2024, 3, 1)),))
    many = Material.of(other, [replace(e, site="Quill", opinions=aspects(story=0.9, pacing=0.1)) for e in REVIEWS], [])
    few = Material.of(replace(other, episodes=()), REVIEWS[:3], [])
    for right in (many, few):
        made = compare(left, right, None, NOW)
        assert made.language == brackets
        with speaking(brackets):
            data = _written(left, right) | {day(d) for d in (made.until.last, NOW.date(), date(2024, 1, 1), date(2024, 3, 1))}
            assert unsaid(comparing.page(made), data) == ""
            assert unsaid(rendered(comparing.markdown(made)), data) == ""
            shown = comparing.overview(made)
            assert (
                unsaid_text(" ".join([shown.last, shown.sure, *(f"{cell}" for row in shown.rows for cell in row)]), ["None"])
                == ""
            )


@pytest.mark.parametrize("made", [bramble.full, bramble.empty])
def test_nor_in_mail_markdown_and_feed(brackets: str, made: Callable[..., Digest]) -> None:
    digest = made(language=brackets)
    with speaking(brackets):
        data = data_of(digest) | {"Nectar", digest.slug}
    letter = opened(mail.message(digest))
    assert unsaid(part(letter, "html"), data) == ""
    assert unsaid_text(part(letter, "plain"), data) == ""
    assert unsaid(rendered(markdown.page(digest)), data) == ""
    line = {"week": str(digest.week), "updated": NOW.isoformat(), "verdict": digest.verdict, "summary": feed.summary(digest)}
    read = feedparser.parse(feed.atom(digest.title, digest.slug, [line], brackets))
    assert unsaid_text(" ".join((read.feed.title, read.entries[0].title, read.entries[0].summary)), data) == ""
    assert html.document_fromstring(part(letter, "html")).get("lang") == brackets


def test_a_feed_says_which_weeks_are_in_another_language() -> None:
    line = {"week": "2024-W01", "updated": NOW.isoformat(), "verdict": "v", "summary": "s"}
    drawn = feed.atom("T", "t", [line | {"language": "es"}, line | {"week": "2024-W02", "language": "en"}, line], "es")
    assert 'xml:lang="es"' in drawn.split("<entry", 1)[0]
    assert "T: la acogida de la prensa, semana a semana" in drawn
    assert re.findall(r"<entry(.*?)>", drawn) == [' xml:lang="en"', "", ""]


def test_nor_in_the_index(brackets: str) -> None:
    page = weekly.index([], language=brackets)
    assert 'lang="eo"' in page
    assert unsaid(page, ["Nectar"]) == ""


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.name)
def test_a_template_has_no_words_of_its_own(template: Path) -> None:
    """Whatever the data: text stands in messages, and so do attributes that are read aloud."""
    text = re.sub(r"\{% trans.*?endtrans %\}|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", template.read_text("utf-8"), flags=re.DOTALL)
    attributes = re.findall(r'\b(?:aria-label|title|alt|placeholder|data-label|data-filter)="([^"]*)"', text)
    words = re.sub(r"<[a-z!/][^>]*>", " ", text, flags=re.IGNORECASE) + " ".join(attributes)
    assert re.findall(r"[^\W\d_]{2,}", words.replace("Nectar", "")) == []


def test_every_key_of_the_pipeline_has_words(brackets: str) -> None:
    with speaking(brackets):
        assert [r for r in Reason if "⟦" not in label(r, "reason")] == []
        assert [t for t in THEMES if "⟦" not in label(t, "theme")] == []
        assert [a for a in ASPECTS if "⟦" not in label(a, "aspect")] == []
        assert [k for k in KIND_NAMES if "⟦" not in matter_label(k, "")] == []
        assert claimed("genre", "sci-fi") == "⟦sci-fi⟧"
        assert claimed("premiere", "2024-winter") == "⟦winter 2024⟧"
        assert claimed("episodes", "12..13") == "⟦12 to 13⟧"
        assert matter_label("premiere", "japan") == "⟦premiere⟧ (⟦japan⟧)"
        assert matter_label("premiere", "season 2") == "⟦premiere⟧ (⟦season 2⟧)"


def test_notes_of_the_pipeline_are_known_here(brackets: str) -> None:
    from pipeline import assess

    with speaking(brackets):
        assert note_label(f"{assess._NOT_ANALYSED.format('ja')}; {assess._UNKEPT}").count("⟦") == 2


def test_every_subject_and_every_role_has_words(brackets: str) -> None:
    import tomllib

    from pipeline.claims.roles import ROLES

    table = tomllib.loads((Path(weekly.__file__).parents[1] / "pipeline/subjects.toml").read_text("utf-8"))
    with speaking(brackets):
        assert [s for subjects in table.values() for s in subjects if "⟦" not in label(s, "subject")] == []
        assert [r for r in ROLES if r and "⟦" not in matter_label("staff", r)] == []


def test_every_reason_why_two_values_are_kept_apart_has_its_words() -> None:
    assert {*get_args(Doubt)} == {*LABELS["apart"]}


def test_numbers_make_whole_sentences_in_both_languages() -> None:
    grounds = Grounds("agreed", 6, 6, 5)
    turn = Turn(7, 80.0, 55.0, 9, 5, 0.01, 3)
    assert because(grounds) == "5 of 6 reviews find it so"
    assert turned(turn) == "From episode 7 on the press is cooler: 55 of 100 after 80 (5 and 9 reviews)."
    assert (signed(-0.284), signed(0.2), signed(-0.001), listed("abc")) == ("−0.28", "+0.20", "0.00", "a, b and c")
    with speaking("es"):
        assert because(grounds) == "5 de 6 reseñas lo confirman"
        assert turned(turn) == "A partir del episodio 7 la prensa se enfría: 55 de 100, frente a 80 antes (5 y 9 reseñas)."
        assert (signed(-0.284), signed(0.2), signed(-0.001), listed("abc")) == ("−0,28", "+0,20", "0,00", "a, b, c")


@pytest.mark.parametrize(
    ("grounds", "words"),
    [
        (Grounds("unjudged"), "nobody has judged it"),
        (Grounds("no side", 1), "one review speaks of it, and none takes a side that can be told"),
        (Grounds("no side", 3), "3 reviews speak of it, and none takes a side that can be told"),
        (Grounds("one", 1, 1, 1), "one review, which finds it so"),
        (Grounds("one", 1, 1, 0), "one review, which finds it otherwise"),
        (Grounds("few", 2, 2, 1), "only 2 reviews take a side, 1 of them find it so"),
        (Grounds("divided", 4, 4, 3), "divided: 3 of 4 reviews find it so, 1 otherwise"),
        (Grounds("one outlet", 3, 3, 0), "3 of 3 reviews find it otherwise, all of one outlet"),
        (Grounds("one outlet", 6, 6, 5), "5 of 6 reviews find it so, all of one outlet"),
        (Grounds("agreed", 5, 5, 1), "4 of 5 reviews find it otherwise"),
    ],
)
def test_why_a_promise_is_kept_or_not(grounds: Grounds, words: str) -> None:
    assert because(grounds) == words


@pytest.mark.parametrize(("n", "english", "spanish"), [(1, "1 article", "1 artículo"), (2, "2 articles", "2 artículos"), (0, "0 articles", "0 artículos")])  # fmt: skip
def test_plural_forms(n: int, english: str, spanish: str) -> None:
    assert ngettext("%(num)s article", "%(num)s articles", n) == english
    with speaking("es"):
        assert ngettext("%(num)s article", "%(num)s articles", n) == spanish


def test_english_dates_are_as_they_were() -> None:
    assert [day(date(2024, month, 3)) for month in range(1, 13)] == [
        f"3 {name} 2024" for name in "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    ]
    with speaking("es"):
        assert day(date(2024, 4, 10)) == "10 abr 2024"


def test_a_page_in_spanish_says_so_and_marks_what_is_english() -> None:
    made = build(Material.of(SERIES, REVIEWS, [], language="es"), Week(2024, 12), [], NOW)
    assert (made.language, made.verdict) == ("es", "Tras 5 reseñas, la prensa se muestra favorable (64 de 100).")
    tree = html.document_fromstring(weekly.page(made))
    assert tree.get("lang") == "es"
    assert {a.get("lang") for a in tree.xpath("//section[@id='articles']//th[@scope='row']/a")} == {"en"}
    assert record.read(record.dump(made)) == made


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_title_that_looks_like_a_placeholder_is_a_title(language: str) -> None:
    odd = replace(SERIES, title="100% %(week)s {week} %s")
    made = build(Material.of(odd, [], [], language=language), Week(2024, 12), [], datetime(2024, 6, 1, tzinfo=UTC))
    assert odd.title in html.document_fromstring(weekly.page(made)).findtext(".//title")
    assert odd.title in made.verdict


def test_a_page_of_strangers_text_is_as_sound_in_spanish() -> None:
    tree = html.document_fromstring(weekly.page(evil_digest(language="es")))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert tree.xpath("//@lang[not(. = 'es' or . = 'en')]") == []


@pytest.mark.parametrize("language", ["xx", "", "../es", "ES", "es.po", "\x00"])
def test_a_language_without_a_file_is_refused_with_those_there_are(language: str) -> None:
    with pytest.raises(UserError, match="there are: en, es"), speaking(language):
        pass
    with pytest.raises(UserError, match="there are: en, es"):
        build(Material.of(SERIES, REVIEWS, [], language=language), Week(2024, 12), [], NOW)
    assert spoken() == "en"


def test_threads_and_tasks_speak_their_own_language() -> None:
    said: dict[str, str] = {}
    together = Barrier(2, timeout=10)

    def speak(language: str) -> None:
        with speaking(language):
            together.wait()
            said[language] = _("Verdict")
            together.wait()

    with speaking("es"):
        threads = [Thread(target=speak, args=(language,)) for language in ("en", "es")]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        assert spoken() == "es"
    assert said == {"en": "Verdict", "es": "Veredicto"}

    async def task(language: str) -> str:
        with speaking(language):
            await asyncio.sleep(0)
            return _("Verdict")

    async def both() -> list[str]:
        return await asyncio.gather(task("es"), task("en"))

    assert asyncio.run(both()) == ["Veredicto", "Verdict"]
    with pytest.raises(ZeroDivisionError), speaking("es"):
        raise ZeroDivisionError
    assert spoken() == "en"
