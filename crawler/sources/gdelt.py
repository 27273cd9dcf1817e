"""GDELT DOC 2.0: news from everywhere, the last three months of it. It gives 250 articles at most, so time is cut until they are fewer.

One request at a time, and none after the first that is refused: GDELT sheds load by turning callers away.
(Its own description: blog.gdeltproject.org/gdelt-doc-2-0-api-debuts)
"""

import json
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

from crawler.sources.feed import plain
from crawler.sources.found import Errand, Found
from pipeline.page import Link, Page
from pipeline.urls import joined

ANYWHERE = True
INCREMENTAL = True
DELAY = 5.0
"""Seconds; what its refusals ask for."""
ONCE = True
CHAIN = 200
"""Requests in one run, so that a title that is in all news ends too."""

_MOST = 250
_AIM = 150
"""Articles that a window should hold: its width follows from what the one before held."""
_MEMORY = timedelta(days=90)
_SHORTEST = timedelta(minutes=15)
"""How often GDELT looks at the news; a shorter window shows no less."""
_LATE = timedelta(days=1)
"""Looked back behind the last run, for what came into the index late."""
_MOST_NAMES = 6
_SHORT = 5
"""Letters; GDELT refuses shorter phrases."""
_STAMP = "%Y%m%d%H%M%S"
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_END = "it is asked no more in this run"


def begin(errand: Errand) -> Found:
    """The whole window in one request."""
    if not _query(errand):
        return Found(trouble=f"needs a name of {_SHORT} Latin letters or more: GDELT searches English and translations into it")
    return Found(more=(_address(errand, _first(errand), errand.now),))


def read(answer: Page, errand: Errand) -> Found:
    """Articles as links; then half of the window where it holds too many, else the time before it."""
    if answer.status != 200:
        return Found(trouble=f"answers {answer.status}; {_END}")
    try:
        text = answer.body.decode("utf-8", "replace")
        data = json.loads(_BAD_ESCAPE.sub(r"\\\\", text), strict=False)
    except (ValueError, RecursionError):
        return Found(trouble=f"answers no JSON but {plain(text[:200])[:120]!r}; {_END}")
    articles = data.get("articles", []) if isinstance(data, dict) else None
    if not isinstance(articles, list):
        return Found(trouble=f"answers JSON without articles; {_END}")
    links = tuple(filter(None, (_link(a, answer.final_url) for a in articles)))
    return Found(links, _onward(answer.url, len(articles), errand))


def _onward(asked: str, count: int, errand: Errand) -> tuple[str, ...]:
    query = parse_qs(urlsplit(asked).query)
    start, end = _time(query.get("startdatetime")), _time(query.get("enddatetime"))
    if start is None or end is None or start >= end:
        return ()
    width = end - start
    if count >= _MOST and width > _SHORTEST:
        return (_address(errand, start + width / 2, end),)
    first = _first(errand)
    wider = max(_SHORTEST, width * min(4.0, _AIM / max(count, 1)))
    return (_address(errand, max(first, start - wider), start),) if start > first else ()


def _first(errand: Errand) -> datetime:
    """Where the time that is asked for begins; to the second, as the addresses say it."""
    oldest = errand.now - _MEMORY
    return (max(oldest, errand.since - _LATE) if errand.since else oldest).replace(microsecond=0)


def _address(errand: Errand, start: datetime, end: datetime) -> str:
    asked = {
        "query": _query(errand),
        "mode": "artlist",
        "format": "json",
        "maxrecords": _MOST,
        "sort": "datedesc",
        "startdatetime": start.strftime(_STAMP),
        "enddatetime": end.strftime(_STAMP),
    }
    return f"{errand.source.url.partition('?')[0]}?{urlencode(asked)}"


def _query(errand: Errand) -> str:
    """The names in quotes, and whatever `query` the given address has (`sourcelang:english`). Parentheses only around several."""
    names = [" ".join(re.sub(r'["\\()]', " ", name).split()) for name in errand.series.names]
    latin = dict.fromkeys(n for n in names if sum(c.isascii() and c.isalnum() for c in n) >= _SHORT)
    quoted = " OR ".join(f'"{n}"' for n in list(latin)[:_MOST_NAMES])
    further = parse_qs(urlsplit(errand.source.url).query).get("query", [])
    return " ".join((f"({quoted})" if " OR " in quoted else quoted, *further)) if quoted else ""


def _time(values: list[str] | None) -> datetime | None:
    try:
        return datetime.strptime(values[0], _STAMP).replace(tzinfo=UTC) if values else None
    except ValueError:
        return None


def _link(article: object, base: str) -> Link | None:
    """`seendate` is when GDELT saw it, not when it was published."""
    if not isinstance(article, dict) or not (address := joined(base, str(article.get("url") or ""))):
        return None
    return Link(address, title=plain(str(article.get("title") or "").encode("utf-8", "replace").decode()))
