"""Pages a second of a whole crawl into the store, as a ratio to the same Scrapy fetching the same URLs with an empty callback.

    python -m benchmarks.crawl [--pages 2000] [--hosts 8] [--rounds 3]

Both sides run as processes of their own, in turn, against one local server with a loopback address a site. The reference has our
settings for concurrency, delay and size, and none of our code. Peak memory is told of both, when 1,000 pages are in and at the end.
Processor time is of all threads and of the start, which is of ours a second more: we import a database and its migrations.
"""

import argparse
import asyncio
import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crawler.tally import Tally

_PORT = 18_765
_EARLY = 1_000
"""Pages after which memory is looked at, to see whether it grows from there."""
_TEXT = "Copper Heron keeps its cast small and lets the quiet water speak; the music carries what the plot does not say. "


def body(number: int) -> bytes:
    """A page of about 18 kB, half of it markup. It repeats itself and packs to 1 kB, better than any real one."""
    head = "".join(f'<link rel="preload" href="/assets/{n}.js?v={number}">' for n in range(100))
    text = "".join(f"<p>{number}.{n} {_TEXT * 3}</p>" for n in range(25))
    menu = "".join(f'<li><a href="/section/{n}">Section {n}</a></li>' for n in range(100))
    return f"<html><head><title>Copper Heron {number}</title>{head}</head><body><ul>{menu}</ul><article>{text}</article></body></html>".encode()


async def serve(hosts: int, pages: int) -> None:
    """A sitemap of each host's share, and its pages, on 127.0.0.1 to 127.0.0.HOSTS."""
    texts = [body(n) for n in range(64)]

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                path, host = line.split()[1].decode(), ""
                while (header := await reader.readline()) not in {b"\r\n", b""}:
                    host = header[5:].strip().decode() if header.lower().startswith(b"host:") else host
                status, kind, data = b"200 OK", b"text/html; charset=utf-8", texts[hash(path) % len(texts)]
                if path == "/map.xml":
                    urls = "".join(f"<url><loc>http://{host}/copper-heron-{n}</loc></url>" for n in range(pages // hosts))
                    kind, data = b"application/xml", f"<urlset>{urls}</urlset>".encode()
                elif not path.startswith("/copper"):
                    status, data = b"404 Not Found", b"none"
                writer.write(b"HTTP/1.1 %b\r\nContent-Type: %b\r\nContent-Length: %d\r\n\r\n%b" % (status, kind, len(data), data))
                await writer.drain()
        except (ConnectionError, IndexError):
            pass
        writer.close()

    servers = [await asyncio.start_server(answer, f"127.0.0.{n + 1}", _PORT) for n in range(hosts)]
    print("ready", flush=True)
    await asyncio.gather(*(s.serve_forever() for s in servers))


def plain(hosts: int, pages: int) -> dict[str, float]:
    """The reference: Scrapy, the same URLs, an empty callback."""
    import scrapy
    from scrapy.crawler import AsyncCrawlerProcess

    from crawler import settings

    urls = [f"http://127.0.0.{h + 1}:{_PORT}/copper-heron-{n}" for n in range(pages // hosts) for h in range(hosts)]
    got, early = 0, 0.0

    class Plain(scrapy.Spider):
        name = "plain"

        async def start(self):  # type: ignore[no-untyped-def]
            for url in urls:
                yield scrapy.Request(url, dont_filter=True)

        def parse(self, response: scrapy.http.Response) -> None:
            nonlocal got, early
            got += response.status == 200
            if got == _EARLY:
                early = _peak()

    same = ("CONCURRENT_REQUESTS", "CONCURRENT_REQUESTS_PER_DOMAIN", "CONCURRENT_ITEMS", "RANDOMIZE_DOWNLOAD_DELAY")
    same += ("DOWNLOAD_MAXSIZE", "COOKIES_ENABLED", "TELNETCONSOLE_ENABLED", "REMOTE_CONTROL_ENABLED")
    chosen = {name: getattr(settings, name) for name in same}
    begun = time.perf_counter()
    process = AsyncCrawlerProcess({**chosen, "DOWNLOAD_DELAY": 0.001, "LOG_ENABLED": False})
    process.crawl(Plain)
    process.start()
    return _figures(got, begun, early)


def ours(hosts: int, pages: int) -> dict[str, float]:
    """A whole crawl: sitemaps, robots.txt, judging of links, every page stored."""
    from crawler.options import Options
    from crawler.run import crawl
    from nectar.cli import NEW
    from pipeline.series import Series, Source
    from pipeline.store import Store

    early = 0.0

    def watch(tallies: "Mapping[str, Tally]") -> None:
        nonlocal early
        early = early or (_peak() if sum(t.fetched for t in tallies.values()) >= _EARLY else 0.0)

    gc.set_threshold(NEW, 20, 20)  # as the program does
    sources = tuple(Source(f"Paper {n}", "sitemap", f"http://127.0.0.{n + 1}:{_PORT}/map.xml", limit=pages) for n in range(hosts))
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "nectar.db") as store:
        begun = time.perf_counter()
        summary = crawl(
            Series("Copper Heron", slug="copper-heron", sources=sources),
            store,
            Options(delay=0, allow_private=True, daily_cap=0),
            watch,
        )
        assert summary.outcome == "ok", summary
        return _figures(summary.new, begun, early)


def _figures(pages: int, begun: float, early: float) -> dict[str, float]:
    used = resource.getrusage(resource.RUSAGE_SELF)
    cost = (used.ru_utime + used.ru_stime) / pages * 1000
    return {"pages": pages, "rate": pages / (time.perf_counter() - begun), "cost": cost, "early": early, "peak": _peak()}


def _peak() -> float:
    """MiB that the process has held at most until now."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _apart(side: str, hosts: int, pages: int) -> dict[str, float]:
    """One side in a process of its own: a reactor starts once."""
    command = [sys.executable, "-m", "benchmarks.crawl", "--only", side, "--hosts", str(hosts), "--pages", str(pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    assert figures["pages"] == pages // hosts * hosts, figures
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--hosts", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=("plain", "ours", "serve"))
    given = parser.parse_args()
    if given.only == "serve":
        asyncio.run(serve(given.hosts, given.pages))
    elif given.only:
        print(json.dumps({"plain": plain, "ours": ours}[given.only](given.hosts, given.pages)))
    else:
        _compare(given.hosts, given.pages, given.rounds)


def _compare(hosts: int, pages: int, rounds: int) -> None:
    few = max(hosts, pages // 20)
    for amount in (few, pages):
        command = [sys.executable, "-m", "benchmarks.crawl", "--only", "serve", "--hosts", str(hosts), "--pages", str(amount)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
            assert server.stdout is not None
            server.stdout.readline()
            times = rounds if amount == pages else 1
            got = [(_apart("plain", hosts, amount), _apart("ours", hosts, amount)) for _ in range(times)]
            server.terminate()
        memory = " and ".join(
            f"{max(s['early'] or s['peak'] for s in side):.0f} to {max(s['peak'] for s in side):.0f}"
            for side in zip(*got, strict=True)
        )
        reference, mine = (median(side["rate"] for side in sides) for sides in zip(*got, strict=True))
        ratio = median(m["rate"] / p["rate"] for p, m in got)
        theirs, own = (median(side["cost"] for side in sides) for sides in zip(*got, strict=True))
        print(
            f"{amount:,} pages of {hosts} sites: plain Scrapy {reference:.0f}/s, ours {mine:.0f}/s, ratio {ratio:.2f}, "
            f"processor {theirs:.2f} and {own:.2f} ms a page, peak {memory} MiB",
            flush=True,
        )


if __name__ == "__main__":
    main()
