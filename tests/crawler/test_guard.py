"""No private address is reached, in whatever notation it is written."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.guard import is_public
from tests.webserver import Nectar, Run, Web, article, rss, series_file

PRIVATE = """
127.0.0.1 127.1.2.3 10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 169.254.1.1 169.254.169.254 100.64.0.1
0.0.0.0 0.1.2.3 192.0.0.1 192.0.2.7 198.18.0.1 198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
:: ::1 fc00::1 fd12:3456:789a::1 fe80::1 fe80::1%eth0 ff02::1 ff0e::1 2001:db8::1 100::1
::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:224.0.0.1 ::ffff:0.0.0.0 ::7f00:1
64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::7f00:1 2002:7f00:1:: 2002:c0a8:1:: 2001:0:7f00:1::1
""".split()
PUBLIC = """
8.8.8.8 1.1.1.1 93.184.216.34 172.15.255.255 172.32.0.1 192.167.255.255 100.63.255.255 100.128.0.1 126.255.255.255 223.255.255.255
2606:4700:4700::1111 2001:4860:4860::8888 2a00:1450:4001::1 ::ffff:8.8.8.8 ::ffff:1.1.1.1
""".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_for_the_public_is_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


def test_a_name_is_no_address() -> None:
    with pytest.raises(ValueError, match="does not appear"):
        is_public("example.org")


NOTATIONS = ("127.0.0.1", "127.1", "0x7f000001", "2130706433", "[::ffff:127.0.0.1]", "localhost")


@dataclass(frozen=True)
class Visit:
    run: Run
    nectar: Nectar
    web: Web


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """One crawl without --allow-private: each notation as a page of its own and as a feed."""
    folder = tmp_path_factory.mktemp("guard")
    nectar = Nectar(folder / "home")
    with Web({"/*": article("Copper Heron")}) as web:
        web.routes["/feed"] = rss([("Copper Heron", web.url("/one"))])
        sources = [{"name": f"page {n}", "kind": "url", "url": f"http://{n}:{web.port}/copper-heron"} for n in NOTATIONS]
        sources += [{"name": f"feed {n}", "kind": "feed", "url": f"http://{n}:{web.port}/feed"} for n in NOTATIONS]
        file = series_file(folder / "s.toml", sources)
        contact = os.environ.get("NECTAR_CONTACT", "mailto:tester@example.org")
        run = nectar.run("crawl", file, "--delay", "0", env={"NECTAR_CONTACT": contact})
        yield Visit(run, nectar, web)


def test_nothing_private_is_ever_asked(refused: Visit) -> None:
    assert refused.web.requests == []
    assert refused.nectar.rows("SELECT count(*) FROM page") == [(0,)]
    assert "Traceback" not in refused.run.err


@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_private_page_is_counted_as_an_address_refused(refused: Visit, notation: str) -> None:
    assert refused.nectar.rows(f"SELECT reason FROM skip WHERE source = 'page {notation}'") == [("address refused",)]


@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_private_feed_fails_and_says_why(refused: Visit, notation: str) -> None:
    assert refused.run.code == 3
    ((trouble,),) = refused.nectar.rows(f"SELECT trouble FROM source_run WHERE source = 'feed {notation}'")
    assert "address" in trouble.partition(": ")[2]
    assert f"feed {notation} failed" in refused.run.err


def test_the_same_page_is_fetched_when_private_addresses_are_allowed(tmp_path: Path, nectar: Nectar) -> None:
    with Web({"/one": article("Copper Heron")}) as web:
        sources = [{"name": n, "kind": "url", "url": f"http://{n}:{web.port}/one?n={i}"} for i, n in enumerate(NOTATIONS[:2])]
        file = series_file(tmp_path / "s.toml", sources)
        run = nectar.crawl(file, env={"NECTAR_CONTACT": "mailto:tester@example.org"})
        assert run.code == 0, run.err
        assert sorted(web.paths()) == [*["/.well-known/tdmrep.json"] * 2, "/one?n=0", "/one?n=1"]
