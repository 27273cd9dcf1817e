"""The Wayback Machine's index (CDX): what it holds of one site. The copy is fetched as it was taken; the page keeps its own address."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

from crawler.sources.found import Errand, Found
from pipeline.page import Link, Page
from pipeline.series import Series
from pipeline.urls import host, joined

SERVICE = "https://web.archive.org/"
INCREMENTAL = True
DELAY = 2.0
"""Seconds; it allows 60 requests a minute."""

_ROWS = 2000
_LATE = timedelta(days=60)
"""Looked back behind the last run: copies come into the index late."""
_STAMP = "%Y%m%d%H%M%S"
_ORIGINAL = "x-archive-orig-"
"""What the site said comes under this prefix; the archive's own headers say nothing of the page."""


def begin(errand: Errand) -> Found:
    return Found(more=(_index(errand),))


def read(answer: Page, errand: Errand) -> Found:
    """Copies as links, to be judged by their addresses; then the next page of the index, by the key at its end."""
    if answer.status != 200:
        return Found(trouble=f"answers {answer.status}")
    try:
        rows = json.loads(answer.body.decode("utf-8", "replace") or "[]")
    except (ValueError, RecursionError):
        return Found(trouble="answers no JSON")
    if not isinstance(rows, list):
        return Found(trouble="answers no list of copies")
    rows = [[str(cell) for cell in row] for row in rows if isinstance(row, list)]
    key = rows[-1][0] if len(rows) > 1 and not rows[-2] and len(rows[-1]) == 1 else ""
    links = tuple(filter(None, (_link(row, _service(errand)) for row in rows)))
    if rows and not links and not key and len(rows) > 1:
        return Found(trouble="names no copy that makes sense")
    return Found(links, (_index(errand, key),) if key else ())


def opened(page: Page) -> Page:
    """The page as the site gave it: its own headers, and the time at which the copy was taken."""
    said = {n.removeprefix(_ORIGINAL): v for n, v in page.headers.items() if n.startswith(_ORIGINAL)}
    own = {n: v for n, v in page.headers.items() if n == "content-type"}
    stamp = re.search(r"/web/(\d{14})id_/", page.link.via)
    taken = _taken(stamp[1]) if stamp else None
    return replace(page, headers=own | said, fetched=taken or page.fetched)


def _index(errand: Errand, key: str = "") -> str:
    since = (errand.since - _LATE).strftime(_STAMP) if errand.since else ""
    names = [] if errand.source.everything else [f"original:{pattern(errand.series)}"]
    asked = {
        "url": errand.source.url.partition("://")[2].partition("?")[0].rstrip("/*") + "/*",
        "output": "json",
        "fl": "timestamp,original,digest",
        "filter": ["statuscode:200", "mimetype:text/html", *names],
        "collapse": "urlkey",
        "from": since,
        "to": errand.now.strftime(_STAMP),
        "limit": _ROWS,
        "showResumeKey": "true",
        "resumeKey": key,
    }
    return f"{_service(errand)}cdx/search/cdx?{urlencode({k: v for k, v in asked.items() if v}, doseq=True)}"


def pattern(series: Series) -> str:
    """A regular expression for addresses that may name the series, so that the archive sends no more; it must match the whole."""
    return f"(?i).*({'|'.join(dict.fromkeys(filter(None, map(_spelt, series.names))))}).*"


def _spelt(name: str) -> str:
    """The words of a name with little between them; what is not ASCII as it is and percent-encoded."""
    plain = ".{0,9}".join(re.findall(r"[a-z0-9]+", name.lower()))
    if name.isascii():
        return plain
    word = re.sub(r"[\W_]+", "", name)
    return f"{word}|{quote(word)}" if word else plain


def _link(row: list[str], service: str) -> Link | None:
    original = joined(service, row[1].partition("#")[0]) if len(row) > 1 and host(row[1]) else ""
    if not original or not (taken := _taken(row[0])):
        return None
    return Link(original, via=f"{service}web/{taken.strftime(_STAMP)}id_/{original}")


def _taken(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC) if len(stamp) == 14 else None
    except ValueError:
        return None


def _service(errand: Errand) -> str:
    return (errand.source.service or SERVICE).rstrip("/") + "/"
