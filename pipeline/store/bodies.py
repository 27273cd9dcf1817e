"""Which pages still have their raw body. One rule: a page whose body was removed is never read, so that nothing is concluded from nothing."""

import hashlib
import zlib
from typing import Literal

from sqlalchemy import Connection, func, or_, select, update

from pipeline.store.tables import article as articles
from pipeline.store.tables import page as pages
from pipeline.store.tables import sighting

Keep = Literal["all", "relevant", "none"]
"""Of which pages that were read the body stays: of all, of those that became an article, of none."""

NOTHING = zlib.compress(b"")
is_kept = or_(func.length(pages.c.body) > len(NOTHING), pages.c.sha256 == hashlib.sha256(b"").hexdigest())
"""Whether the body is there. An answer that came empty is whole; its digest tells it from one whose body was removed."""


def remove(c: Connection, keep: Keep) -> tuple[int, int]:
    """Remove the bodies of pages that were read and need not stay. The number of pages, and the packed bytes that they had.

    A page stays as long as one series has not read it; its digest, its article and all that was concluded stay.
    """
    if keep == "all":
        return 0, 0
    waiting = select(sighting.c.page_id).where(sighting.c.page_id == pages.c.id, sighting.c.recipe.is_(None)).exists()
    doomed = [func.length(pages.c.body) > len(NOTHING), ~waiting]
    if keep == "relevant":
        doomed.append(~select(articles.c.id).where(articles.c.page_id == pages.c.id).exists())
    count, size = c.execute(select(func.count(), func.coalesce(func.sum(func.length(pages.c.body)), 0)).where(*doomed)).one()
    c.execute(update(pages).where(*doomed).values(body=NOTHING))
    return int(count), int(size)


def unreadable(c: Connection, series: str, recipe: str) -> int:
    """Pages of the series that another recipe read, or that were never read, and that can't be read any more."""
    outdated = or_(sighting.c.recipe.is_(None), sighting.c.recipe != recipe)
    query = select(func.count()).select_from(sighting.join(pages)).where(sighting.c.series == series, outdated, ~is_kept)
    return int(c.scalar(query) or 0)
