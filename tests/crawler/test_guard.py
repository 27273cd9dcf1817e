"""No private address is reached, in whatever notation it is written."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from scrapy.resolver import CachingThreadedResolver
from twisted.internet import defer
from twisted.python.failure import Failure

from crawler.guard import PublicOnlyResolver, is_public, refusal, unfit
from tests.webserver import Answer, Nectar, Run, Web, article, certificate, redirect, resolving, rss, series_file

PRIVATE = """
127.0.0.1 127.1.2.3 10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 169.254.1.1 169.254.169.254 100.64.0.1
0.0.0.0 0.1.2.3 192.0.0.1 192.0.2.7 198.18.0.1 198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
:: ::1 fc00::1 fd12:3456:789a::1 fe80::1 fe80::1%eth0 ff02::1 ff0e::1 2001:db8::1 100::1
::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:224.0.0.1 ::ffff:0.0.0.0 ::7f00:1
192.88.99.1 100.127.255.255 0.255.255.255 fec0::1 febf::1 4000::1 3fff::1 ::ffff:0:7f00:1 ::ffff:0:808:808 ::808:808 2001:0:808:808::1
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


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://gazette.example/a", ""),
        ("http://gazette.example:8080/", ""),
        ("https://8.8.8.8/", ""),
        ("https://127.gazette.example/", ""),
        ("https://localhost.gazette.example/", ""),
        ("https://mylocalhost/", ""),
        ("http://[2606:4700:4700::1111]/", ""),
        ("file:///etc/passwd", "not http or https"),
        ("FILE:///etc/passwd", "not http or https"),
        ("data:text/html,x", "not http or https"),
        ("ftp://gazette.example/", "not http or https"),
        ("javascript:alert(1)", "not http or https"),
        ("https:", "not http or https"),
        ("http:///a", "not http or https"),
        ("//gazette.example/", "not http or https"),
        ("", "not http or https"),
        ("http://[half", "no sense"),
        ("http://gazette.example:99999/", "no sense"),
        ("http://gazette.example:port/", "no sense"),
        ("http://gazette.example:22/", "port 22"),
        ("http://gazette.example:25/", "port 25"),
        ("https://gazette.example:6379/", "port 6379"),
        ("http://127.0.0.1/", "not a public address"),
        ("http://127.0.0.1./", "not a public address"),
        ("http://127.1/", "127.0.0.1"),
        ("http://0177.0.0.1/", "127.0.0.1"),
        ("http://017700000001/", "127.0.0.1"),
        ("http://0x7f.1/", "127.0.0.1"),
        ("http://2130706433/", "127.0.0.1"),
        ("http://0/", "0.0.0.0"),
        ("http://user:word@127.1/", "127.0.0.1"),
        ("http://gazette.example@127.1/", "127.0.0.1"),
        ("http://2852039166/latest/meta-data/", "169.254.169.254"),
        ("http://１２７。0。0。1/", "127.0.0.1"),
        ("http://①②⑦.0.0.1/", "127.0.0.1"),
        ("http://ｌｏｃａｌｈｏｓｔ/", "this machine"),
        ("http://127%2e0.0.1/", "no sense"),
        ("http://[::]/", "not a public address"),
        ("http://[::1]/", "not a public address"),
        ("http://[0:0:0:0:0:ffff:7f00:1]/", "not a public address"),
        ("http://[fe80::1%25eth0]/", "not a public address"),
        ("http://[64:ff9b::808:808]/", "not a public address"),
        ("http://[2002:7f00:1::]/", "not a public address"),
        ("http://localhost/", "this machine"),
        ("http://LOCALHOST./", "this machine"),
        ("http://a.b.localhost/", "this machine"),
    ],
)
def test_what_needs_no_resolver_is_told_from_the_address_alone(address: str, why: str) -> None:
    said = unfit(address)
    assert why in said if why else not said


def test_a_bad_port_stays_closed_when_private_addresses_are_allowed() -> None:
    assert "port 25" in unfit("http://127.0.0.1:25/", allow_private=True)
    assert unfit("http://127.0.0.1:8000/", allow_private=True) == ""


def test_each_answer_of_the_resolver_is_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that was public once is no promise, and one that was private once no sentence."""
    answers = iter(["93.184.216.34", "127.0.0.1", "93.184.216.34"])
    monkeypatch.setattr(CachingThreadedResolver, "getHostByName", lambda *_: defer.succeed(next(answers)))
    resolver = PublicOnlyResolver(None, 0, 1.0)  # type: ignore[arg-type]
    said: list[object] = []
    for _ in range(3):
        resolver.getHostByName("two-faced.example").addBoth(said.append)
        said.append(str(refusal("two-faced.example") or ""))
    assert said[:2] == ["93.184.216.34", ""]
    assert isinstance(said[2], Failure)
    assert "127.0.0.1" in str(said[3])
    assert said[4:] == ["93.184.216.34", ""]


NOTATIONS = (
    *("127.0.0.1", "127.1", "0x7f000001", "017700000001", "0177.0.0.1", "2130706433", "127.0.0.1.", "127.1.", "0", "127.0.0.2"),
    *("[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::1]", "[::127.0.0.1]", "[fe80::1%25lo]", "[64:ff9b::7f00:1]"),
    *("localhost", "LocalHost.", "a.localhost", "１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1"),
    *("here.test", "here.test.", "user:word@here.test"),
)


@dataclass(frozen=True)
class Visit:
    run: Run
    nectar: Nectar
    web: Web


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """One crawl without --allow-private: each notation as a page of its own and as a feed."""
    folder = tmp_path_factory.mktemp("guard")
    nectar = Nectar(folder / "home", first=resolving())
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
        sources = [
            {"name": n, "kind": "url", "url": f"http://{n}:{web.port}/one?n={i}"} for i, n in enumerate(["127.0.0.1", "127.1"])
        ]
        file = series_file(tmp_path / "s.toml", sources)
        run = nectar.crawl(file, env={"NECTAR_CONTACT": "mailto:tester@example.org"})
        assert run.code == 0, run.err
        assert sorted(web.paths()) == ["/one?n=0", "/one?n=1"]


# What redirects and names make of a public site

PUBLIC_HERE = """
import crawler.guard as g, crawler.settings as s
g.is_public = lambda address, real=g.is_public: address == "127.0.0.2" or real(address)
s.DNSCACHE_ENABLED = False
"""
"""127.0.0.2 plays the open web, 127.0.0.1 the machine behind it."""


@dataclass(frozen=True)
class Trap:
    run: Run
    nectar: Nectar
    public: Web
    private: Web


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trap]:
    """A public site whose pages and indexes redirect to a private one in each notation, name it, or become it."""
    folder = tmp_path_factory.mktemp("trap")
    names = {"open.test": "127.0.0.2", "flips.test": "127.0.0.2 127.0.0.1"}
    nectar = Nectar(folder / "home", first=PUBLIC_HERE + resolving(names))
    heron = article("Copper Heron")
    with Web({"/*": heron}) as private, Web(address=("127.0.0.2", private.port)) as public:
        where = [f"http://{n}:{private.port}/copper-heron" for n in NOTATIONS if n != "127.0.0.2"]
        for number, target in enumerate(where):
            public.routes[f"/copper-heron/{number}"] = redirect(quote(target, ":/%[]@"), 301 + number % 2)
        public.routes |= {"/chain": redirect("/copper-heron/0", 308), "/fine": heron}
        public.routes["/refresh"] = article("Copper Heron", head=f'<meta http-equiv="refresh" content="0;url={where[0]}">')
        public.routes["/robots.txt"] = Answer("", headers={"Connection": "close"})
        pages = [f"/copper-heron/{n}" for n in range(len(where))] + ["/chain", "/refresh", "/fine"]
        public.routes["/feed"] = rss([("Copper Heron", public.url(p, "open.test")) for p in pages])
        public.routes["/index"] = f"<sitemapindex>{''.join(f'<sitemap><loc>{t}</loc></sitemap>' for t in where)}</sitemapindex>"
        public.routes["/flips"] = rss([("Copper Heron", public.url("/copper-heron", "flips.test"))])
        hosts = ["test", "localhost", "1", "0x7f000001", "017700000001", "0177.0.0.1", "127.0.0.1", "2130706433", "0"]
        sources = [
            {"name": "pages", "kind": "feed", "url": public.url("/feed", "open.test"), "hosts": hosts},
            {"name": "index", "kind": "sitemap", "url": public.url("/index", "open.test"), "hosts": hosts},
            {"name": "moved", "kind": "feed", "url": public.url("/copper-heron/0", "open.test")},
            {"name": "flips", "kind": "feed", "url": public.url("/flips", "open.test"), "hosts": hosts},
        ]
        file = series_file(folder / "s.toml", sources)
        run = nectar.run("crawl", file, "--delay", "0", "--contact", "mailto:tester@example.org")
        yield Trap(run, nectar, public, private)


def test_neither_a_redirect_nor_a_name_that_changes_its_mind_leads_to_a_private_address(trap: Trap) -> None:
    assert trap.private.requests == []
    assert "Traceback" not in trap.run.err
    assert [urlsplit(p).path for p in trap.nectar.pages()] == ["/fine", "/refresh"]


def test_each_redirect_to_a_private_address_is_counted_as_an_address_refused(trap: Trap) -> None:
    ((rest, skipped),) = trap.nectar.rows("SELECT found - known - fetched, skipped FROM source_run WHERE source = 'pages'")
    assert json.loads(skipped) == {"address refused": rest - 1, "leads to another site": 1}  # here.test. is not here.test
    details = [d for (d,) in trap.nectar.rows("SELECT detail FROM skip WHERE source = 'pages' AND reason = 'address refused'")]
    assert all("not a public address" in d or "this machine" in d or "no sense" in d for d in details), details


def test_a_name_that_is_public_for_robots_txt_and_private_for_the_page_is_refused(trap: Trap) -> None:
    assert [r.path for r in trap.public.requests if r.headers["Host"].startswith("flips.test")] == ["/robots.txt"]
    ((reason, detail),) = trap.nectar.rows("SELECT reason, detail FROM skip WHERE source = 'flips'")
    assert reason == "address refused"
    assert "127.0.0.1, which is not a public address" in detail


@pytest.mark.parametrize("source", ["index", "moved"])
def test_an_index_behind_such_a_redirect_fails_in_words(trap: Trap, source: str) -> None:
    assert trap.run.code == 3
    ((trouble,),) = trap.nectar.rows(f"SELECT trouble FROM source_run WHERE source = '{source}'")
    assert "not a public address" in trouble
    assert "--allow-private" not in trap.run.err, "a stranger's redirect is no reason to open it"


# Certificates and proxies


def test_a_certificate_that_nobody_vouches_for_is_refused_in_plain_words(tmp_path: Path) -> None:
    nectar = Nectar(tmp_path / "home", first=resolving())
    with Web({"/*": article("Copper Heron")}, tls=certificate(tmp_path / "own.pem", "self.test")) as web:
        sources = [
            {"name": "page", "kind": "url", "url": web.url("/copper-heron", "self.test")},
            {"name": "feed", "kind": "feed", "url": web.url("/feed", "self.test")},
        ]
        run = nectar.crawl(series_file(tmp_path / "s.toml", sources), "--contact", "mailto:tester@example.org")
        assert run.code == 3
        assert web.requests == []
        assert nectar.rows("SELECT count(*) FROM page") == [(0,)]
    ((reason, detail),) = nectar.rows("SELECT reason, detail FROM skip")
    assert (reason, "certificate is not trusted" in detail) == ("address refused", True), detail
    assert run.err.count("its certificate is not trusted") == 1
    assert "Error" not in run.err


@pytest.mark.parametrize(("name", "taken"), [("self.test", True), ("another.test", False)])
def test_a_trusted_certificate_is_good_for_its_own_name_only(tmp_path: Path, name: str, taken: bool) -> None:
    own = certificate(tmp_path / "own.pem", "self.test")
    nectar = Nectar(tmp_path / "home", first=resolving())
    with Web({"/copper-heron": article("Copper Heron")}, tls=own) as web:
        file = series_file(tmp_path / "s.toml", [{"name": "page", "kind": "url", "url": web.url("/copper-heron", name)}])
        run = nectar.crawl(file, "--contact", "mailto:tester@example.org", env={"SSL_CERT_FILE": str(own)})
        assert run.code == (0 if taken else 3), run.err
        assert web.paths() == (["/copper-heron"] if taken else [])
    assert [d for (d,) in nectar.rows("SELECT detail FROM skip") if "certificate" not in d] == []


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_on_a_private_address_is_refused_too(tmp_path: Path, nectar: Nectar, scheme: str) -> None:
    with Web({"/*": article("Copper Heron")}) as proxy:
        sources = [{"name": "page", "kind": "url", "url": f"{scheme}://gazette.example/copper-heron"}]
        file = series_file(tmp_path / "s.toml", sources)
        env = {f"{scheme}_proxy": proxy.url()[:-1]}
        run = nectar.run("crawl", file, "--delay", "0", "--contact", "mailto:tester@example.org", env=env)
        assert run.code == 3
        assert proxy.requests == []
    ((reason, detail),) = nectar.rows("SELECT reason, detail FROM skip")
    assert reason == "address refused"
    assert "proxy" in detail


def test_what_a_proxy_would_resolve_is_refused_before_it_is_asked(tmp_path: Path) -> None:
    """Behind a proxy the resolver is never asked, but an address that is written out needs none."""
    nectar = Nectar(tmp_path / "home", first=PUBLIC_HERE)
    with Web({"/*": article("Copper Heron")}, address=("127.0.0.2", 0)) as proxy:
        places = ["10.0.0.1", "127.1", "0x7f000001", "[::1]", "localhost", "gazette.example"]
        sources = [{"name": n, "kind": "url", "url": f"http://{n}/copper-heron"} for n in places]
        file = series_file(tmp_path / "s.toml", sources)
        env = {"http_proxy": proxy.url(host="127.0.0.2")[:-1]}
        run = nectar.run("crawl", file, "--delay", "0", "--contact", "mailto:tester@example.org", env=env)
        assert run.code == 3
        assert {urlsplit(r.path).netloc for r in proxy.requests} == {"gazette.example"}
