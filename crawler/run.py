"""crawl(): one run over all sources of a series, in this process. A reactor starts once per process, so call it once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler import settings as ours
from crawler.guard import is_public
from crawler.spiders.articles import ArticlesSpider
from crawler.tally import CrawlSummary, Tally
from pipeline.errors import UserError
from pipeline.series import Series
from pipeline.store import SourceRun, Store

Watch = Callable[[Mapping[str, Tally]], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may change of the settings; None keeps what they say."""

    delay: float | None = None
    """Seconds between two requests to one site."""
    allow_private: bool = False
    contact: str = ""
    log_file: Path | None = None


def crawl(series: Series, store: Store, options: Options, watch: Watch | None = None) -> CrawlSummary:
    """Ask every source, fetch what is new about the series, store it.

    Raises UserError where it must not start, StoreError where the store fails on the way; what was stored until then stays.
    """
    contact = options.contact or series.contact
    if not contact and not all(_is_here(s.url) for s in series.sources):
        raise UserError(
            "A crawl needs a contact, so that a site can reach whoever crawls it.",
            'Put contact = "https://… or mailto:…" into the series file, or set NECTAR_CONTACT.',
        )
    settings = Settings()
    settings.setmodule(ours, priority="project")
    changes = {
        "USER_AGENT": f"{ours.USER_AGENT} (+{contact})" if contact else ours.USER_AGENT,
        "NECTAR_ALLOW_PRIVATE": options.allow_private,
        "DOWNLOAD_DELAY": ours.DOWNLOAD_DELAY if options.delay is None else options.delay,
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
        spider = crawler.spider
        if watch is not None and isinstance(spider, ArticlesSpider):
            watch(spider.tallies)

    crawler.signals.connect(note_end, signals.spider_closed)
    for signal in (signals.response_received, signals.item_scraped, signals.request_scheduled, signals.spider_opened):
        crawler.signals.connect(show, signal)
    run = store.start_run(series.slug, datetime.now(UTC))
    process.crawl(crawler, series=series, store=store)
    process.start()

    spider = crawler.spider
    assert isinstance(spider, ArticlesSpider)
    tallies = tuple(spider.tallies.values())
    outcome = _outcome(tallies, ended)
    if spider.failure is not None:
        raise spider.failure
    store.finish_run(run, outcome, map(_row, tallies), datetime.now(UTC))
    return CrawlSummary(outcome, tallies)


def _outcome(tallies: tuple[Tally, ...], ended: list[str]) -> str:
    if ended != ["finished"]:
        return "interrupted"
    failed = sum(t.failed for t in tallies)
    return "ok" if not failed else "failed" if failed == len(tallies) else "partial"


def _row(tally: Tally) -> SourceRun:
    skipped = {reason.value: n for reason, n in sorted(tally.skipped.items())}
    trouble = "; ".join(tally.troubles[:3]) if tally.failed else ""
    return SourceRun(tally.source, tally.kind, tally.found, tally.known, tally.fetched, skipped, trouble)


def _is_here(url: str) -> bool:
    """A loopback address needs no contact; a name might be anybody's."""
    name = urlsplit(url).hostname or ""
    try:
        return name == "localhost" or not is_public(name)
    except ValueError:
        return False
