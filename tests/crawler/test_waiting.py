"""What waits for its turn: little of a long index, and every site in its turn."""

import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request

from crawler.waiting import _AT_ONCE, AHEAD, Step, Waiting, Wanted
from pipeline.page import Link
from pipeline.series import Source
from tests.webserver import Gate, Nectar, Web, article, series_file, sitemap

GAZETTE = Source("Gazette", "sitemap", "https://gazette.example/map.xml")
_READS_LITTLE = "import crawler.waiting\ncrawler.waiting.AHEAD = 4"
KINGFISHER = Source("Kingfisher", "sitemap", "https://kingfisher.example/map.xml")


class Crawl:
    """A crawler of which only that is there which is asked for: its sites are never busy."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.handoff = SimpleNamespace(take=self.taken.append)
        self.calls = 0
        self.drawn = 0
        slot = SimpleNamespace(nextcall=SimpleNamespace(schedule=self._schedule))
        self.engine = SimpleNamespace(downloader=SimpleNamespace(slots={}), _slot=slot)
        self.spider = SimpleNamespace(handoff=self.handoff, request_for=lambda wanted: Request(wanted.url))
        self.waiting = Waiting(self)  # type: ignore[arg-type]

    def _schedule(self) -> None:
        self.calls += 1

    def index(self, source: Source, length: int) -> Iterator[Step]:
        for number in range(length):
            self.drawn += 1
            url = f"{source.url.removesuffix('map.xml')}{number}"
            yield Wanted(source, Link(url), url)

    def next(self) -> str | None:
        """As Scrapy asks: again where that was wished for."""
        while True:
            before = self.calls
            request = self.waiting.next_request()
            if request is not None or self.calls == before:
                return request.url if request else None

    def all(self) -> list[str]:
        return list(iter(self.next, None))  # type: ignore[arg-type]


@pytest.fixture
def crawl() -> Crawl:
    return Crawl()


def test_a_long_index_is_read_only_as_its_links_are_asked_for_and_to_its_end(crawl: Crawl) -> None:
    crawl.waiting.follow(GAZETTE, crawl.index(GAZETTE, 20 * AHEAD))
    asked, most = 0, 0
    while crawl.next():
        asked += 1
        most = max(most, crawl.drawn - asked)
    assert asked == 20 * AHEAD
    assert AHEAD // 2 <= most <= AHEAD + _AT_ONCE
    assert not crawl.waiting.has_pending_requests()


def test_the_links_of_a_site_come_in_the_order_of_their_index(crawl: Crawl) -> None:
    crawl.waiting.follow(GAZETTE, crawl.index(GAZETTE, 3 * AHEAD))
    assert crawl.all() == [f"https://gazette.example/{n}" for n in range(3 * AHEAD)]


def test_all_sites_have_their_turn_and_a_busy_one_has_it_later(crawl: Crawl) -> None:
    for source in (GAZETTE, KINGFISHER):
        crawl.waiting.follow(source, crawl.index(source, 5))
    assert {crawl.next() for _ in range(4)} > {"https://gazette.example/0", "https://kingfisher.example/0"}
    three = [str(crawl.next()).split("/")[2] for _ in range(3)]
    assert three[0] != three[1] != three[2]
    crawl.engine.downloader.slots["kingfisher.example"] = SimpleNamespace(active=["one"])
    rest = [str(url).split("/")[2] for url in crawl.all()]
    assert rest == sorted(rest)
    assert set(rest) == {"gazette.example", "kingfisher.example"}


def test_indexes_go_before_pages_and_what_failed_behind_them(crawl: Crawl) -> None:
    crawl.waiting.enqueue_request(Request("https://gazette.example/again", priority=-1))
    crawl.waiting.enqueue_request(Request("https://gazette.example/moved", priority=2))
    crawl.waiting.follow(
        GAZETTE,
        iter([Wanted(GAZETTE, Link("u"), "https://gazette.example/1"), Request("https://gazette.example/index", priority=10)]),
    )
    assert [url.rpartition("/")[2] for url in crawl.all()] == ["index", "moved", "1", "again"]


def test_an_index_that_breaks_off_stops_no_other(crawl: Crawl, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Iterator[Step]:
        yield Wanted(GAZETTE, Link("u"), "https://gazette.example/1")
        raise ValueError("half a gzip")

    crawl.waiting.follow(GAZETTE, broken())
    crawl.waiting.follow(KINGFISHER, crawl.index(KINGFISHER, 2))
    assert len(crawl.all()) == 3
    assert "can't be read further" in caplog.text


def test_what_an_index_gives_to_keep_is_handed_over(crawl: Crawl) -> None:
    crawl.waiting.follow(GAZETTE, iter(["a page", None, "skips"]))  # type: ignore[list-item]
    assert crawl.all() == []
    assert crawl.taken == ["a page", "skips"]


def test_the_limit_holds_for_an_index_that_is_read_as_it_goes(tmp_path: Path) -> None:
    """Longer than what is read ahead: what is over the limit is remembered, and had by the next run."""
    nectar = Nectar(tmp_path / "home", _READS_LITTLE)
    with Web({"/read/*": article("Copper Heron")}) as web:
        web.routes["/map"] = sitemap((web.url(f"/read/copper-heron-{n}"), "") for n in range(16))
        file = series_file(tmp_path / "s.toml", [{"name": "G", "kind": "sitemap", "url": web.url("/map"), "limit": 11}])
        assert nectar.crawl(file).code == 0
        assert len(had := set(nectar.pages())) == 11
        assert list(nectar.skipped().values()) == ["over the limit of pages for one run"] * 5
        web.forget()
        assert nectar.crawl(file).code == 0
        assert len(nectar.pages()) == 16
        assert not had & set(web.paths())
        assert nectar.skipped() == {}


def test_a_run_that_is_killed_while_an_index_is_half_read_is_completed_by_the_next(tmp_path: Path) -> None:
    nectar, gate = Nectar(tmp_path / "home", _READS_LITTLE), Gate(free=7)
    with Web({"/read/*": gate}) as web:
        web.routes["/map"] = sitemap((web.url(f"/read/copper-heron-{n}"), "") for n in range(16))
        file = series_file(tmp_path / "s.toml", [{"name": "G", "kind": "sitemap", "url": web.url("/map")}])
        process = nectar.start("crawl", file, "--allow-private", "--delay", "0")
        assert gate.reached.wait(30)
        time.sleep(1)  # ten times what a page may wait for the disk
        process.kill()
        process.communicate(timeout=40)
        gate.opened.set()
        assert len(had := set(nectar.pages())) == 7, "lost are only those on their way"
        assert nectar.intact()
        web.forget()
        assert nectar.crawl(file).code == 0
        assert len(nectar.pages()) == 16
        assert not had & set(web.paths())
