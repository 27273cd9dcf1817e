"""Drain what waits to be read. Workers only read; this process alone writes, a batch at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from pipeline.article import Article
from pipeline.assess import Reader, assess
from pipeline.assessment import Assessment
from pipeline.extract import extract, from_text
from pipeline.page import Page, Reason, Skip
from pipeline.relevance import judge
from pipeline.rights import rights
from pipeline.scores.scales import usual_scale
from pipeline.sentiment import PLAIN
from pipeline.series import Series
from pipeline.store import Pending, Store
from pipeline.urls import host
from pipeline.workers import each

_BATCH = 16
"""Pages read and stored together."""

Progress = Callable[[int, int], None]
"""(pages read, pages in all)"""


@dataclass(frozen=True, slots=True)
class Reading:
    """How many pages were read, and how many of them are about the series."""

    read: int
    taken: int
    unreadable: int = 0
    """Pages that should have been read again, and could not: their bodies were removed. What was concluded of them stands."""


def read_pending(store: Store, series: Series, now: datetime, engine: str = PLAIN, progress: Progress | None = None) -> Reading:
    """Read every stored page that was never read for the series, or by another recipe; store each batch as it is done.

    The scale of a site is learned from what earlier runs read there. Raises UserError where the engine can't be had.
    """
    written = store.written_scores()
    scales = {site: scale for site, scores in written.items() if (scale := usual_scale(scores)) is not None}
    reader = partial(Reader.of, series, engine, scales)
    made = reader()
    recipe = made.recipe
    waiting = store.pending_ids(series.slug, recipe)
    done = taken = 0
    for pending, results in each(
        _read_batch, _batches(store, series, waiting), reader, 0 if made.engine.network else len(waiting)
    ):
        store.keep(series.slug, [(p, *r) for p, r in zip(pending, results, strict=True)], recipe, now)
        done += len(pending)
        taken += sum(assessment is not None for _, assessment in results)
        if progress:
            progress(done, len(waiting))
    return Reading(done, taken, store.unreadable(series.slug, recipe))


def read(page: Page, reader: Reader) -> tuple[Article | Skip, Assessment | None]:
    """Read one page for one series: an article with its assessment, or a Skip with its reason."""
    return _read(page, reader, None, relevant_only=True)


def explained(page: Page, reader: Reader, text: str | None = None) -> tuple[Article | Skip, Assessment | None]:
    """As `read`, but what is not about the series is assessed too. `text`: the article itself, where there is no HTML."""
    return _read(page, reader, text, relevant_only=False)


def _read(page: Page, reader: Reader, text: str | None, relevant_only: bool) -> tuple[Article | Skip, Assessment | None]:
    """A fault of ours in one page stops no other: it becomes a Skip that names it."""
    try:
        article = extract(page, page.fetched) if text is None else from_text(page, text)
        if isinstance(article, Skip):
            return replace(article, unkept=rights(page.headers, ()).noarchive), None
        article = _named(article, reader.series)
        relevance = judge(article, reader.names)
        if relevant_only and not relevance.relevant:
            why = relevance.reason or Reason.NOT_ABOUT
            return Skip(page.url, page.source, why, relevance.because, unkept=article.rights.noarchive), None
        return article, assess(article, reader, relevance)
    except Exception as error:
        return Skip(page.url, page.source, Reason.UNREADABLE, f"{type(error).__name__}: {error}"), None


def _named(article: Article, series: Series) -> Article:
    """Where a page does not say of which paper it is, its source in the series file does, if one alone is of that host."""
    if article.site != host(article.url):
        return article
    names = {source.name for source in series.sources if host(source.url) == article.site}
    return replace(article, site=names.pop()) if len(names) == 1 else article


def _batches(store: Store, series: Series, ids: list[int]) -> Iterator[list[Pending]]:
    for start in range(0, len(ids), _BATCH):
        yield store.pending(series.slug, ids[start : start + _BATCH])


def _read_batch(batch: list[Pending], reader: Reader) -> list[tuple[Article | Skip, Assessment | None]]:
    return [read(pending.page, reader) for pending in batch]
