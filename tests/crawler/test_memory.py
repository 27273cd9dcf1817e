"""What a second run knows of the first: as the site sees it, and as the store keeps it."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.webserver import Answer, Given, Nectar, Visitor, Web, article, rss, series_file, sitemap

REVIEW = "/read/copper-heron-review"


def feed(web: Web, *paths: str) -> Answer:
    return rss((f"Copper Heron, {path}", web.url(path)) for path in paths)


def handing_out(web: Web, words: str) -> Answer:
    """A feed with the review and its first words."""
    index = feed(web, REVIEW)
    return replace(index, body=str(index.body).replace("</item>", f"<description>{words}</description></item>"))


class Tagged:
    """Answers with validators and, when they are sent back, with 304. `tag` and `body` may be changed between two runs."""

    def __init__(self, body: Answer | str, tag: str = '"one"') -> None:
        self.body, self.tag = body, tag

    def __call__(self, visitor: Visitor) -> Given:
        if visitor.headers.get("If-None-Match") == self.tag:
            return Answer(b"", 304, headers={"ETag": self.tag})
        given = self.body if isinstance(self.body, Answer) else Answer(self.body)
        return Answer(given.body, given.status, given.type, {**given.headers, "ETag": self.tag})


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as made:
        yield made


@pytest.fixture
def crawl(web: Web, nectar: Nectar, tmp_path: Path) -> Callable[..., list[str]]:
    """Crawl one source; gives the paths that were asked for."""

    def run(
        kind: str = "feed", path: str = "/feed", code: int = 0, score: bool = False, top: str = "", **more: object
    ) -> list[str]:
        source = {"name": "Gazette", "kind": kind, "url": web.url(path), **more}
        file = series_file(tmp_path / "s.toml", [source], top)
        web.forget()
        ran = nectar.crawl(file)
        assert ran.code == code, ran
        assert "Traceback" not in ran.err
        if score:
            assert nectar.here("score", file, "--engine", "critic").code == 0
        return web.paths()

    return run


# The same article under several addresses


def test_an_article_under_several_addresses_is_fetched_once(web: Web, nectar: Nectar, crawl: Callable[..., list[str]]) -> None:
    same = (REVIEW, f"{REVIEW}/", f"{REVIEW}?utm_source=feed", f"{REVIEW}/amp/", f"{REVIEW}?amp=1", f"{REVIEW}/index.html")
    web.routes = {f"{REVIEW}*": article("Copper Heron, a review"), "/feed": feed(web, *same)}
    assert crawl() == ["/feed", REVIEW]
    web.routes["/feed"] = feed(web, *reversed(same))
    assert crawl() == ["/feed"]
    assert nectar.rows("SELECT found, known, fetched FROM source_run ORDER BY run_id") == [(6, 5, 1), (6, 6, 0)]


# Indexes


def test_an_index_is_asked_whether_it_changed(web: Web, crawl: Callable[..., list[str]]) -> None:
    index = Tagged(feed(web, REVIEW))
    web.routes = {"/feed": index, REVIEW: article("Copper Heron, a review"), "/read/two": article("Copper Heron, two")}
    assert crawl() == ["/feed", REVIEW]
    assert crawl() == ["/feed"]
    assert [r.headers.get("If-None-Match") for r in web.requests if r.path == "/feed"] == ['"one"']
    index.body, index.tag = feed(web, "/read/two", REVIEW), '"two"'
    assert crawl() == ["/feed", "/read/two"]


def test_what_was_not_had_is_asked_for_again_though_its_index_did_not_change(
    web: Web, nectar: Nectar, crawl: Callable[..., list[str]]
) -> None:
    web.routes = {"/feed": Tagged(feed(web, REVIEW)), REVIEW: 503}
    crawl()
    assert nectar.skipped() == {REVIEW: "http error"}
    web.routes[REVIEW] = article("Copper Heron, a review")
    assert sorted(crawl()) == ["/feed", REVIEW]
    assert (nectar.pages(), nectar.skipped()) == ([REVIEW], {})


def test_what_left_its_index_before_it_could_be_had_is_not_lost(
    web: Web, nectar: Nectar, crawl: Callable[..., list[str]]
) -> None:
    web.routes = {
        "/feed": feed(web, "/read/one", "/read/two"),
        "/read/one": article("Copper Heron, one"),
        "/read/two": article("Copper Heron, two"),
    }
    crawl(limit=1)
    web.routes["/feed"] = feed(web)
    assert sorted(crawl(limit=2)) == ["/feed", "/read/two"]
    assert nectar.pages() == ["/read/one", "/read/two"]


def test_a_page_that_is_gone_is_not_asked_for_by_ourselves(web: Web, crawl: Callable[..., list[str]]) -> None:
    web.routes = {"/feed": feed(web, REVIEW)}
    crawl()
    web.routes["/feed"] = feed(web)
    assert crawl() == ["/feed"]


def test_a_server_whose_tags_lie_is_not_asked_by_them(web: Web, nectar: Nectar, crawl: Callable[..., list[str]]) -> None:
    """The tag never changes though the feed does: found out when the feed is read whole, which is once a day."""
    index = Tagged(feed(web, REVIEW))
    web.routes = {"/feed": index, REVIEW: article("Copper Heron, a review"), "/read/two": article("Copper Heron, two")}
    crawl()
    index.body = feed(web, REVIEW, "/read/two")
    assert crawl() == ["/feed"]
    age(nectar, "index_answer", "read", 1)
    assert crawl() == ["/feed", "/read/two"]
    crawl()
    assert [r.headers.get("If-None-Match") for r in web.requests if r.path == "/feed"] == [None]


def test_another_name_reads_an_index_anew(web: Web, crawl: Callable[..., list[str]]) -> None:
    other = rss([("The Tin Grebe, reviewed", web.url("/read/grebe"))])
    web.routes = {"/feed": Tagged(other), "/read/grebe": article("The Tin Grebe")}
    assert crawl() == ["/feed"]
    assert crawl() == ["/feed"]
    assert crawl(top='aliases = ["Tin Grebe"]') == ["/feed", "/read/grebe"]


# Pages


def test_a_changed_article_becomes_a_revision(web: Web, nectar: Nectar, crawl: Callable[..., list[str]]) -> None:
    words = "Copper Heron is an anime about a ferry town. The pacing of the first half drags, and the music saves it. " * 3
    web.routes = {
        "/map": sitemap([(web.url(REVIEW), "2024-04-01")]),
        REVIEW: article("Copper Heron review", f"{words}\n\nScore: 6/10"),
    }
    crawl("sitemap", "/map", score=True)
    web.routes["/map"] = sitemap([(web.url(REVIEW), "2099-04-02")])
    web.routes[REVIEW] = article("Copper Heron review", f"{words}\n\nIt grows on you.\n\nScore: 8/10")
    assert crawl("sitemap", "/map", score=True) == ["/map", REVIEW]
    [(changed, before, after, difference)] = nectar.rows('SELECT changed, "before", "after", difference FROM revision')
    assert changed == '["text", "score"]'
    assert '"score": 60.0' in before
    assert '"score": 80.0' in after
    assert "+It grows on you." in difference
    assert "-Score: 6/10" in difference
    assert words.strip() not in difference
    assert nectar.rows("SELECT count(*), max(score) FROM assessment") == [(1, 80.0)]


def test_a_feed_that_hands_out_other_words_says_that_an_article_changed(
    web: Web, nectar: Nectar, crawl: Callable[..., list[str]]
) -> None:
    words = "Copper Heron is an anime about a ferry town. The pacing of the first half drags, and the music saves it. " * 3
    web.routes = {"/feed": handing_out(web, "It drags."), REVIEW: article("Copper Heron review", words)}
    crawl(score=True)
    assert crawl(score=True) == ["/feed"]
    web.routes = {
        "/feed": handing_out(web, "It drags, and grows."),
        REVIEW: article("Copper Heron review", f"{words}\n\nIt grows."),
    }
    assert crawl(score=True) == ["/feed", REVIEW]
    assert crawl(score=True) == ["/feed"]
    assert nectar.rows("SELECT changed FROM revision") == [('["text"]',)]
    # Its words change, and the article does not: next time it is believed later.
    for words in ("One reader commented.", "Two readers commented."):
        web.routes["/feed"] = handing_out(web, words)
        asked = crawl(score=True)
    assert asked == ["/feed"]
    age(nectar, "page", "fetched", 2)
    assert crawl(score=True) == ["/feed", REVIEW]
    assert nectar.rows("SELECT count(*) FROM revision") == [(1,)]


def test_what_two_sources_hand_out_is_not_held_against_each_other(web: Web, crawl: Callable[..., list[str]]) -> None:
    web.routes = {
        "/feed": handing_out(web, "It drags."),
        "/whole": handing_out(web, "It drags, all of it."),
        REVIEW: article("Copper Heron review"),
    }
    assert crawl() == ["/feed", REVIEW]
    assert crawl(path="/whole", name="Other") == ["/whole"]


def test_what_changes_around_an_article_is_no_revision(web: Web, nectar: Nectar, crawl: Callable[..., list[str]]) -> None:
    web.routes = {
        "/map": sitemap([(web.url(REVIEW), "2024-04-01")]),
        REVIEW: article("Copper Heron review", head="<meta name='token' content='1'>"),
    }
    crawl("sitemap", "/map", score=True)
    web.routes["/map"] = sitemap([(web.url(REVIEW), "2099-04-02")])
    web.routes[REVIEW] = article("Copper Heron review", head="<meta name='token' content='2'>")
    assert crawl("sitemap", "/map", score=True) == ["/map", REVIEW]
    assert nectar.rows("SELECT * FROM revision") == []
    # The source said that it changed, and was wrong: next time it is believed later.
    web.routes["/map"] = sitemap([(web.url(REVIEW), "2099-04-03")])
    assert crawl("sitemap", "/map") == ["/map"]
    age(nectar, "page", "fetched", 2)
    assert crawl("sitemap", "/map") == ["/map", REVIEW]


def test_a_page_that_is_said_to_have_changed_is_asked_for_with_its_tag(
    web: Web, nectar: Nectar, crawl: Callable[..., list[str]]
) -> None:
    pages = {path: Tagged(article(f"Copper Heron, {path}")) for path in ("/read/copper-heron-one", "/read/copper-heron-two")}
    web.routes = {"/map": sitemap((web.url(path), "2024-04-01") for path in pages), **pages}
    crawl("sitemap", "/map")
    web.routes["/map"] = sitemap((web.url(path), "2099-04-02") for path in pages)
    asked = crawl("sitemap", "/map")
    # The first "not modified" of a host is looked into, because its own sitemap says otherwise.
    assert sorted(Counter(asked).values()) == [1, 1, 2]
    assert nectar.rows("SELECT found, known, fetched FROM source_run ORDER BY run_id DESC LIMIT 1") == [(2, 1, 1)]
    assert crawl("sitemap", "/map") == ["/map"]


# Forgetting


@pytest.mark.parametrize(
    ("wish", "kept"),
    [
        (("--url", "{web}/read/one?utm_source=x"), ["/read/two"]),
        (("--author", "mina HOLT"), ["/read/one"]),
        (("--site", "127.0.0.1"), []),
    ],
    ids=["url", "author", "site"],
)
def test_what_is_forgotten_stays_forgotten(
    web: Web, nectar: Nectar, crawl: Callable[..., list[str]], wish: tuple[str, str], kept: list[str]
) -> None:
    by = '<meta name="author" content="Mina Holt">'
    web.routes = {
        "/feed": feed(web, "/read/one", "/read/two"),
        "/read/one": article("Copper Heron, one"),
        "/read/two": article("Copper Heron, two", head=by),
    }
    crawl(score=True)
    assert nectar.rows("SELECT count(*) FROM assessment") == [(2,)]
    flag, value = wish[0], wish[1].format(web=web.url(""))
    said = nectar.here("forget", flag, value)
    assert (said.code, said.err) == (0, "")
    for table in ("page", "article", "assessment", "sighting"):
        assert nectar.rows(f"SELECT count(*) FROM {table}") == [(len(kept),)], table
    crawl(score=True, code=3 if flag == "--site" else 0)
    assert sorted("/read/" + url[-3:] for (url,) in nectar.rows("SELECT url FROM article")) == kept
    again = crawl(score=True, code=3 if flag == "--site" else 0)
    assert "/read/two" not in again
    assert nectar.here("forget", flag, value, "--undo").code == 0
    assert nectar.here("forget", flag, value, "--undo").code == 1
    assert nectar.intact()


def test_forgetting_wants_one_wish(nectar: Nectar) -> None:
    assert nectar.here("forget").code == 2
    assert nectar.here("forget", "--site", "a.example", "--author", "B").code == 2
    assert nectar.here("forget", "--site", "a.example").code == 0
    assert "a.example" in nectar.here("forget", "--list").out


# Turns


def test_sources_whose_turn_has_not_come_are_left_alone(web: Web, nectar: Nectar, tmp_path: Path) -> None:
    web.routes = {"/feed": feed(web)}
    file = series_file(tmp_path / "s.toml", [{"name": "Gazette", "kind": "feed", "url": web.url("/feed")}])
    assert nectar.crawl(file, "--due").code == 0
    web.forget()
    second = nectar.crawl(file, "--due")
    assert (second.code, web.paths()) == (0, [])
    assert "due before" in second.err
    age(nectar, "run", "started", 2)
    assert nectar.crawl(file, "--due").code == 0
    assert web.paths() == ["/feed"]


def test_how_sources_fare_is_shown(web: Web, nectar: Nectar, tmp_path: Path) -> None:
    web.routes = {"/feed": feed(web, REVIEW), REVIEW: article("Copper Heron, a review")}
    sources = [{"name": name, "kind": "feed", "url": web.url(path)} for name, path in (("Gazette", "/feed"), ("Gone", "/gone"))]
    file = series_file(tmp_path / "s.toml", sources)
    assert json.loads(nectar.here("sources", file, "--json").out)[0].keys() == {"source", "kind", "due"}
    for _ in range(2):
        assert nectar.crawl(file).code == 3
    well, gone = json.loads(nectar.here("sources", file, "--json").out)
    assert (well["failures"], well["usual"], well["taken"], well["ails"]) == (0, 1.0, 1, "")
    assert (gone["failures"], gone["last_success"]) == (2, None)
    assert "failed twice in all 2 runs" in gone["ails"]
    shown = nectar.here("sources", file).out
    assert "failed twice in all 2 runs" in shown


def age(nectar: Nectar, table: str, column: str, days: int) -> None:
    """Let so many days pass for a stored time."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(nectar.home / "nectar.db")) as db:
        db.execute(f"UPDATE {table} SET {column} = datetime({column}, '-{days} days') || '.000000'")
        db.commit()
