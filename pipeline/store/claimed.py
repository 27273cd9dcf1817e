"""Verbs of claims: what was stated before an article is read again, and what is stored of all, each on a connection that the Store hands in."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, bindparam, select

from pipeline.free_text import holds, parse, without_not
from pipeline.rights import Rights
from pipeline.store import filters
from pipeline.store.rows import Wanted
from pipeline.store.tables import article as a
from pipeline.store.tables import assessment as s
from pipeline.store.tables import claim, page
from pipeline.store.written import Statement

_CHUNK = 500
"""Ids in one IN (…)."""
_EARLIER = (
    select(s.c.article_id, claim.c.kind, claim.c.about, claim.c.value, claim.c.modality, claim.c.first_seen)
    .join(claim, claim.c.assessment_id == s.c.id)
    .where(s.c.series == bindparam("whose"), s.c.article_id.in_(bindparam("articles", expanding=True)))
)
_SAID = (
    select(s.c.id, a.c.url, a.c.site, s.c.source, a.c.title, a.c.published, s.c.kind, s.c.episode)
    .add_columns(claim.c.kind, claim.c.about, claim.c.value, claim.c.as_written, claim.c.sentence, claim.c.position)
    .add_columns(claim.c.modality, claim.c.said_by, claim.c.first_seen, page.c.fetched, claim.c.topical, a.c.rights)
    .join(claim, claim.c.assessment_id == s.c.id)
    .join(a, a.c.id == s.c.article_id)
    .join(page, page.c.id == a.c.page_id)
    .order_by(claim.c.number)
)
"""In the order of StoredClaim's fields; of the page, when it was last had."""


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """What one article states about the series, with the article that does. `pipeline/claims/claim.py` says what the fields mean."""

    entry: int
    """Id of the Entry."""
    url: str
    site: str
    """The outlet: who says it."""
    source: str
    title: str
    published: date | None
    kind: str
    """Of the article."""
    episode: int | None
    claim: str
    """Its kind, such as `episodes` or `premiere`."""
    about: str
    value: str
    """In its normal form."""
    as_written: str
    sentence: str
    position: int
    """Of its paragraph in the article; -1: the title."""
    modality: str
    """`announced`, `reported`, `rumoured`, `corrected` or `denied`."""
    said_by: str
    """Whom the sentence gives as its source; else empty."""
    first_seen: datetime
    """When the article was first had with it."""
    last_seen: datetime
    """When the article was last had, and still said so."""
    topical: bool = False
    """The article as a whole is about the series."""
    rights: Rights = Rights()  # noqa: RUF009 - frozen
    """What its page allows: how long a quote may be, where it is shown to others."""


def earlier(c: Connection, series: str, articles: Collection[int]) -> dict[int, dict[Statement, datetime]]:
    """Article → what it stated when it was last read, with when it was first had so."""
    found: dict[int, dict[Statement, datetime]] = defaultdict(dict)
    for r in c.execute(_EARLIER, {"whose": series, "articles": list(articles)}):
        found[r.article_id][r.kind, r.about, r.value, r.modality == "denied"] = r.first_seen
    return found


def claims(c: Connection, series: str, wanted: Wanted) -> list[StoredClaim]:
    """Claims, limit and offset included. Text is that of the sentence, the rest of its article."""
    node = parse(wanted.text)
    weaker = without_not(node) if node else None
    ids = filters.ids(c, series, replace(wanted, text="", limit=None, offset=0), weaker)
    query = _SAID.where(*([filters.is_about(filters.several(wanted.about))] if wanted.about else []))

    def said() -> Iterator[StoredClaim]:
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            theirs: dict[int, list[StoredClaim]] = defaultdict(list)
            for *plain, first_seen, fetched, topical, rights in c.execute(query.where(claim.c.assessment_id.in_(chunk))).all():
                seen = first_seen, max(fetched, first_seen)
                made: tuple[Any, ...] = (*plain, *seen, topical, Rights.of_record(rights))
                theirs[plain[0]].append(StoredClaim(*made))
            yield from (one for n in chunk for one in theirs[n] if node is None or holds(node, one.sentence))

    return list(islice(said(), wanted.offset, None if wanted.limit is None else wanted.offset + wanted.limit))
