"""crawl(): one run over all sources of a series, in this process. A reactor starts once per process, so call it once."""

import asyncio
import gc
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_address
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from crawler import settings as ours
from crawler.options import Options
from crawler.polling import due
from crawler.sites import site_of
from crawler.sources import service, trait
from crawler.spiders.articles import ArticlesSpider, Dropped
from crawler.tally import CrawlSummary, Tally
from pipeline.errors import UserError
from pipeline.series import Series, Source
from pipeline.store import SourceRun, Store

_SHORTEST_DELAY = 0.001
"""Seconds. At 0 Scrapy 2.19 starts all that is queued for a site in one tick, whatever CONCURRENT_REQUESTS_PER_DOMAIN says.

It looks at the clock between one request and the next: where the machine stops for longer than this just there, two start together.
"""

_NEW = 700
"""New objects before garbage is looked for, which is Python's own figure; the program's is for reading a database."""

_SHOWN_EVERY = 0.1
"""Seconds between two looks at the tallies."""


class NothingDue(UserError):
    """All is well, and there is nothing to do yet."""

    code = 0


Watch = Callable[[Mapping[str, Tally]], None]


def crawl(series: Series, store: Store, options: Options, watch: Watch | None = None) -> CrawlSummary:
    """Ask every source, fetch what is new about the series, store it.

    Raises UserError where it must not start, StoreError where the store fails on the way; what was stored until then stays.
    """
    if options.due:
        series = replace(series, sources=_due(series, store))
    contact = options.contact or series.contact
    if not contact and not all(_is_here(a) for s in series.sources for a in (s.url, service(s))):
        raise UserError(
            "A crawl needs a contact, so that a site can reach whoever crawls it.",
            'Put contact = "https://… or mailto:…" into the series file, or set NECTAR_CONTACT.',
        )
    settings = Settings()
    settings.setmodule(ours, priority="project")
    delay = ours.DOWNLOAD_DELAY if options.delay is None else max(options.delay, _SHORTEST_DELAY)
    changes = {
        "USER_AGENT": f"{ours.USER_AGENT} (+{contact})" if contact else ours.USER_AGENT,
        "NECTAR_ALLOW_PRIVATE": options.allow_private,
        "DOWNLOAD_DELAY": delay,
        "DOWNLOAD_SLOTS": _paces(series, delay, options.delay is not None),
        "NECTAR_DAILY_CAP": ours.NECTAR_DAILY_CAP if options.daily_cap is None else options.daily_cap,
        "LOG_FILE": str(options.log_file) if options.log_file else None,
        "LOG_ENABLED": options.log_file is not None,
    }
    settings.setdict(changes, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(ArticlesSpider)
    ended: list[str] = []

    def note_end(reason: str) -> None:
        ended.append(reason)

    def show() -> None:
        if isinstance(crawler.spider, ArticlesSpider) and watch is not None:
            watch(crawler.spider.tallies)
            if not ended:
                asyncio.get_running_loop().call_later(_SHOWN_EVERY, show)

    crawler.signals.connect(note_end, signals.spider_closed)
    if watch is not None:
        for moment in (signals.spider_opened, signals.spider_closed):
            crawler.signals.connect(show, moment)
    run = store.start_run(series.slug, datetime.now(UTC))
    process.crawl(crawler, series=series, store=store)
    with _collecting(), _stopping_at_once(process, crawler):
        process.start(install_signal_handlers=False)

    spider = crawler.spider
    assert isinstance(spider, ArticlesSpider)
    memory, tallies = spider.memory, tuple(spider.tallies.values())
    outcome = _outcome(tallies, ended)
    if spider.failure is not None:
        raise spider.failure
    rows = (_row(t, "" if t.missed or t.cut else memory.question(s)) for t, s in zip(tallies, series.sources, strict=True))
    learned = () if outcome == "interrupted" else memory.answers.values()
    store.finish_run(run, outcome, rows, datetime.now(UTC), learned)
    return CrawlSummary(outcome, tallies)


def _due(series: Series, store: Store) -> tuple[Source, ...]:
    """The sources whose turn has come. Raises NothingDue where there are none."""
    runs, now = store.history(series.slug), datetime.now(UTC)
    times = {s.name: due(runs, s.name, series, now) for s in series.sources}
    if times and min(times.values()) > now:
        first = f"{min(times.values()):%Y-%m-%d %H:%M}"
        raise NothingDue(f"No source of {series.title!r} is due before {first} UTC.", "Without --due all are asked.")
    return tuple(s for s in series.sources if times[s.name] <= now)


@contextmanager
def _collecting() -> Iterator[None]:
    """Garbage is looked for often, for a crawl is long and its memory should not grow, but not in the 120,000 objects of what was imported:
    to look through them again and again took a twentieth of a page."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_NEW, 10, 10)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


@contextmanager
def _stopping_at_once(process: AsyncCrawlerProcess, crawler: Crawler) -> Iterator[None]:
    """Ctrl-C and SIGTERM end the run after the pages under way; Scrapy's own handler would first ask for all that is queued."""

    def stop() -> None:
        if crawler.engine is not None:
            for slot in crawler.engine.downloader.slots.values():
                while slot.queue:
                    _, waiting = slot.queue.popleft()
                    waiting.errback(Dropped())
        stopping.append(asyncio.ensure_future(process.stop()))

    def handle(number: int, frame: object) -> None:  # noqa: ARG001 - the form that signal asks for
        from twisted.internet import reactor

        signal.signal(signal.SIGINT, before[signal.SIGINT])  # a second Ctrl-C ends it without waiting
        reactor.callFromThread(stop)

    stopping: list[asyncio.Future[None]] = []
    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _outcome(tallies: tuple[Tally, ...], ended: list[str]) -> str:
    if ended != ["finished"]:
        return "interrupted"
    failed = sum(t.failed for t in tallies)
    return "ok" if not failed else "failed" if failed == len(tallies) else "partial"


def _row(tally: Tally, question: str) -> SourceRun:
    skipped = {reason.value: n for reason, n in sorted(tally.skipped.items())}
    trouble = ("; ".join(tally.troubles[:3]) or tally.trouble) if tally.failed else ""
    return SourceRun(tally.source, tally.kind, tally.found, tally.known, tally.fetched, skipped, trouble, question, tally.partly)


def _paces(series: Series, delay: float, asked_for: bool) -> dict[str, dict[str, float]]:
    """Site to what its service wants (DELAY of a kind): at least `delay` seconds. On loopback what the user asked for holds."""
    paces: dict[str, dict[str, float]] = {}
    for source in series.sources:
        wanted, address = trait(source.kind, "DELAY", 0.0), service(source)
        if wanted and not (asked_for and _is_here(address)):
            site = site_of(address)
            paces[site] = {"delay": max(wanted, delay, paces.get(site, {}).get("delay", 0.0))}
    return paces


def _is_here(url: str) -> bool:
    """A loopback address or a file needs no contact; a name might be anybody's."""
    if "://" not in url:
        return True
    name = urlsplit(url).hostname or ""
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False
