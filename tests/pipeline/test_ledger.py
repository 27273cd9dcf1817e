"""The ledger of claims, and who copied whom: kept with the articles, gone with them, and held against each other."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from pipeline.article import Article
from pipeline.assess import Reader, assess
from pipeline.claims import KINDS, Claim
from pipeline.contradictions import as_claim, contradictions, matters
from pipeline.rights import Rights
from pipeline.series import Series
from pipeline.store import Store, Wanted
from pipeline.syndication import Origin
from pipeline.tracing import trace
from pipeline.work import read_pending
from tests.pipeline.test_store import NOW, SERIES, article, concluded, page, take

LATER = NOW + timedelta(days=3)
THIRTEEN = Claim("episodes", "", "13", "13 episodes", "Copper Lily has 13 episodes.", 2, "reported", "Paper")
TWELVE = Claim("episodes", "", "12", "12 episodes", "Copper Lily has 12 episodes.", 0, "announced", "Wire", "the studio")
DIRECTOR = Claim(
    "staff", "director", "hana mori", "Hana Mori directs", "Hana Mori directs.", -1, "reported", "Paper", topical=True
)
WORDS = " ".join(
    f"The {place} of the harbour is shown for the {n}th time, and the {place} keeper counts {n * 7} boats that come home late."
    for n, place in enumerate(("lighthouse", "ferry", "market", "chapel", "bridge", "orchard", "mill", "quarry"), 3)
)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store(url) as opened:
        yield opened


def stating(*claims: Claim) -> object:
    return replace(concluded("news"), claims=claims)


def put(
    store: Store, path: str, *claims: Claim, site: str = "Paper", text: str = "", day: date | None = date(2024, 4, 5)
) -> None:
    take(store, article(path, text or " ".join(["A note."] + [c.sentence for c in claims]), day, site), stating(*claims))  # type: ignore[arg-type]


def said(store: Store, **wanted: object) -> list[tuple[str, str]]:
    return [(c.url.rsplit("/")[-1], c.value) for c in store.claims(SERIES, Wanted(**wanted))]  # type: ignore[arg-type]


# Claims


def test_claims_come_back_as_they_were_stated(store: Store) -> None:
    take(store, replace(article(), rights=Rights(nosnippet=True)), stating(THIRTEEN, DIRECTOR))  # type: ignore[arg-type]
    first, second = store.claims(SERIES)
    assert (first.url, first.site, first.title, first.published, first.kind) == (
        article().url,
        "Paper",
        "Title a",
        date(2024, 4, 5),
        "news",
    )
    assert (first.first_seen, first.last_seen, first.rights.longest_quote) == (NOW, NOW, 0)
    assert [as_claim(first), as_claim(second)] == [replace(c, day=date(2024, 4, 5)) for c in (THIRTEEN, DIRECTOR)]
    assert store.claims("another") == []


def test_the_filter_is_that_of_articles_and_the_text_that_of_the_sentence(store: Store) -> None:
    put(store, "a", THIRTEEN, DIRECTOR)
    put(store, "b", TWELVE, site="Wire", day=date(2024, 5, 1))
    put(store, "c")
    assert said(store) == [("b", "12"), ("a", "13"), ("a", "hana mori")]
    assert said(store, about="episodes", sort="date") == [("a", "13"), ("b", "12")]
    assert said(store, about="director") == [("a", "hana mori")]
    assert said(store, source="Wire") == said(store, since=date(2024, 4, 30)) == said(store, week="2024-W18") == [("b", "12")]
    assert said(store, language="ja") == said(store, kind="review") == []
    assert said(store, text="directs") == [("a", "hana mori")]
    assert said(store, text="episodes -12") == [("a", "13")]
    assert said(store, limit=1, offset=1) == [("a", "13")]
    assert [e.url.rsplit("/")[-1] for e in store.entries(SERIES, Wanted(about="director"))] == ["a"]
    assert store.count(SERIES, Wanted(about="episodes")) == 2
    assert store.names(SERIES).claims == {"episodes", "staff", "director"}


def test_a_claim_is_as_old_as_the_body_that_first_made_it(store: Store) -> None:
    put(store, "a", THIRTEEN)
    store.add_page(SERIES, page(body=b"<p>changed</p>", fetched=LATER))
    [waiting] = store.pending(SERIES, store.pending_ids(SERIES, "r1"))
    store.keep(SERIES, [(waiting, article("a", "Corrected."), stating(THIRTEEN, DIRECTOR))], "r1", LATER)  # type: ignore[list-item]
    assert [(c.value, c.first_seen, c.last_seen) for c in store.claims(SERIES)] == [
        ("13", NOW, LATER),
        ("hana mori", LATER, LATER),
    ]
    [waiting] = store.pending(SERIES, store.pending_ids(SERIES, "r2"))
    store.keep(SERIES, [(waiting, article("a", "Corrected."), stating(DIRECTOR))], "r2", LATER)  # type: ignore[list-item]
    assert [(c.value, c.first_seen) for c in store.claims(SERIES)] == [("hana mori", LATER)], (
        "a new recipe makes no claim younger"
    )


def test_claims_go_with_their_article(store: Store) -> None:
    for path, what, value in (("a", "url", article("a").url), ("b", "author", "Mina Holt"), ("c", "site", "paper.example")):
        put(store, path, THIRTEEN)
        trace(store, SERIES)
        assert store.forget(what, value, NOW) == 1
        assert (store.claims(SERIES), store.origins(SERIES)) == ([], [])
        assert [store.sql(f"SELECT count(*) FROM {t}").rows for t in ("claim", "origin")] == [((0,),)] * 2
        assert store.remember(what, value)


HOSTILE = ("a\0b", "\ud800", "=1+1", "\x1b[31m", "'; DROP TABLE claim; --", "x" * 100_000, "", "\u202e")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_held(store: Store, text: str) -> None:
    hostile = Claim("cast", text, text, text, text, -1, "reported", text, text)
    put(store, "a", hostile, hostile)
    kept = store.claims(SERIES)
    assert len(kept) == 2
    assert "\0" not in kept[0].value + kept[0].about + kept[0].sentence + kept[0].said_by
    assert store.claims(SERIES, Wanted(about=text.replace("\0", "") or None)) is not None
    store.add_page(SERIES, page(body=b"<p>changed</p>", fetched=LATER))
    [waiting] = store.pending(SERIES, store.pending_ids(SERIES, "r1"))
    store.keep(SERIES, [(waiting, article("a", "New."), stating(hostile))], "r1", LATER)  # type: ignore[list-item]
    assert [c.first_seen for c in store.claims(SERIES)] == [NOW]


def test_an_assessment_holds_what_the_article_states(make_article: Callable[..., Article], series: Series) -> None:
    piece = make_article(
        "The anime Copper Lily runs for thirteen episodes. Hana Mori directs Copper Lily.", published=date(2024, 1, 2)
    )
    found = assess(piece, Reader.of(series))
    assert {(c.kind, c.value) for c in found.claims} >= {("episodes", "13")}


def test_the_command_line_knows_the_kinds_of_claims() -> None:
    from nectar.cli.named import CLAIMS

    assert tuple(KINDS) == CLAIMS


# Origins


def family(store: Store) -> None:
    """An original, its copy on another site, and a piece of its own."""
    put(store, "first", THIRTEEN, text=WORDS, day=date(2024, 4, 1))
    put(store, "copied", THIRTEEN, text=WORDS, site="Wire", day=date(2024, 4, 2))
    put(store, "other", TWELVE, text="Nothing of this was ever said before by anybody at all.", site="Mail", day=date(2024, 4, 3))


def told(store: Store, **wanted: object) -> list[tuple[str, str | None, str, int]]:
    found = store.origins(SERIES, Wanted(**wanted))  # type: ignore[arg-type]
    return [(o.url.rsplit("/")[-1], o.relation, o.origin_url.rsplit("/")[-1], o.copies) for o in found]


def test_families_are_found_once_and_anew_where_something_came_or_went(store: Store) -> None:
    family(store)
    assert (store.untraced(SERIES), {o.relation for o in store.origins(SERIES)}) == (3, {None})
    assert trace(store, SERIES) == 3
    everything = [("first", "original", "first", 1), ("copied", "copy", "first", 1), ("other", "original", "other", 0)]
    assert told(store) == everything
    assert (told(store, limit=1), told(store, limit=1, offset=2), told(store, source="Mail")) == (
        everything[:1],
        everything[2:],
        everything[2:],
    )
    assert (store.untraced(SERIES), trace(store, SERIES)) == (0, 0)
    put(store, "older", text=WORDS, site="Gazette", day=date(2024, 3, 1))
    assert trace(store, SERIES) == 3, "the new one, and both whose origin it is"
    assert {(path, origin) for path, _, origin, _ in told(store)} >= {("first", "older"), ("copied", "older"), ("older", "older")}
    store.forget("url", article("older").url, NOW)
    assert store.untraced(SERIES) == 2, "copies of what is gone"
    assert trace(store, SERIES) == 2
    assert told(store) == everything


def test_only_rows_that_differ_are_written_and_those_of_what_is_gone_are_not(store: Store) -> None:
    family(store)
    ids = {o.url.rsplit("/")[-1]: o.entry for o in store.origins(SERIES)}
    found = [Origin(n, n, "original", "") for n in ids.values()]
    assert store.keep_origins(SERIES, [*found, Origin(999, ids["other"], "copy", "x"), Origin(998, 999, "copy", "x")]) == 3
    assert store.keep_origins(SERIES, found) == 0
    changed = [o if o.id != ids["copied"] else Origin(o.id, ids["first"], "copy", "a\0b") for o in found]
    assert store.keep_origins(SERIES, changed) == 1
    assert [(o.origin_site, o.because) for o in store.origins(SERIES) if not o.original] == [("Paper", "ab")]
    assert store.keep_origins("another", []) == 0
    assert store.untraced(SERIES) == 0


def test_reading_again_makes_claims_and_origins_of_an_old_database(
    store: Store, series: Series, make_page: Callable[..., object]
) -> None:
    """As a database of revision 0005 has it: articles of an older recipe, and nothing in the new tables."""
    text = "<p>The anime Copper Lily will run for thirteen episodes, the studio said.</p>" + "".join(
        f"<p>{s}.</p>" for s in WORDS.split(". ")
    )
    for n in range(2):
        head = f'<title>Copper Lily news</title><meta property="og:site_name" content="Outlet {n}"><meta name="date" content="2024-01-0{n + 2}">'
        body = f"<html><head>{head}</head><body><article><h1>Copper Lily news</h1>{text}</article></body></html>"
        store.add_page(series.slug, make_page(body, url=f"https://outlet{n}.example/a"))  # type: ignore[arg-type]
    for p in store.pending(series.slug, store.pending_ids(series.slug, "old")):
        store.keep(series.slug, [(p, replace(article(), url=p.page.url), concluded("news"))], "old", NOW)
    assert store.claims(series.slug) == []
    assert read_pending(store, series, NOW).taken == 2
    assert trace(store, series.slug) == 2
    assert [(c.claim, c.value) for c in store.claims(series.slug, Wanted(about="episodes"))] == [("episodes", "13")] * 2
    assert sum(o.original for o in store.origins(series.slug)) == 1


# Contradictions


def test_agreement_is_counted_in_independent_origins(store: Store, series: Series) -> None:
    family(store)
    trace(store, SERIES)
    everything, origins = store.claims(SERIES), store.origins(SERIES)
    [matter] = matters(everything, replace(series, episodes=()), origins)
    assert [(r.value, len(r.articles), r.origins) for r in matter.readings] == [("13", 2, 1), ("12", 1, 1)]
    [news] = contradictions(everything, replace(series, episodes=()), origins)
    assert news.state == "outdated", "one text against another is no dispute yet, but the studio spoke last"
    known = replace(series, episodes=(), facts={"episodes": 13})
    [told] = contradictions(everything, known, origins)
    assert (told.state, told.claim, told.about) == ("facts", "episodes", ""), "and not once more as a dispute"
    assert [(s.value, s.stand, s.articles, s.origins, s.said[0].sentence) for s in told.sides] == [
        ("12", "says", 1, 1, "Copper Lily has 12 episodes."),
        ("13", "file", 2, 1, "Copper Lily has 13 episodes."),
    ]
    [told] = contradictions(everything, known, ())
    assert [s.origins for s in told.sides] == [1, 2]


def test_the_series_file_knows_better(store: Store, series: Series) -> None:
    put(store, "a", THIRTEEN)
    assert contradictions(store.claims(SERIES), series, []) == [], "that four episodes are listed says of no fifth"
    series = replace(series, facts={"episodes": 4})
    [found] = contradictions(store.claims(SERIES), series, [])
    assert (found.state, [(s.value, s.stand, s.origins, len(s.said)) for s in found.sides]) == (
        "facts",
        [("13", "says", 1, 1), ("4", "file", 0, 0)],
    )


def test_the_same_words_in_two_outlets_of_one_name_stay_two_statements(store: Store, series: Series) -> None:
    for path in "ab":
        put(store, path, THIRTEEN)
    [found] = contradictions(store.claims(SERIES), replace(series, facts={"episodes": 4}), [])
    assert [c.url.rsplit("/")[-1] for c in found.sides[0].said] == ["a", "b"]
