"""Common Crawl's index (CDX): what its newest crawls hold of one site. A page is a part of a large file: one packed WARC record."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from crawler.sources import records
from crawler.sources.feed import moment
from crawler.sources.found import Errand, Found
from crawler.sources.wayback import pattern
from pipeline.page import Link, Page, Reason, Skip
from pipeline.urls import host, joined

SERVICE = "https://index.commoncrawl.org/"
DELAY = 5.0
"""Seconds; it is one server, and shuts out who asks it hundreds of times."""
CHAIN = 3
"""The list of crawls, the number of pages of each, its pages."""

_DATA = "https://data.commoncrawl.org/"
_CRAWL = re.compile(r"CC-MAIN-\d{4}(?:-\d{2})+")


def begin(errand: Errand) -> Found:
    return Found(more=(f"{_service(errand)}collinfo.json",))


def read(answer: Page, errand: Errand) -> Found:
    """The crawls lead on to the number of their pages, that to the pages, and these give links, each with where its record lies."""
    query = parse_qs(urlsplit(answer.url).query)
    if answer.status == 404 and "url" in query:
        return Found()  # so it says that the crawl holds nothing of the site
    if answer.status != 200:
        return Found(trouble=f"answers {answer.status}")
    lines = list(_objects(answer.body, whole="url" not in query))
    if "url" not in query:
        return _crawls(lines, errand)
    crawl = answer.url.partition("?")[0]
    if "showNumPages" in query:
        pages = lines[0].get("pages") if lines else None
        if not isinstance(pages, int):
            return Found(trouble="does not say how many pages it has")
        return Found(more=tuple(_index(crawl, errand, page=str(n)) for n in range(min(pages, errand.source.pages))))
    links = tuple(filter(None, (_link(line, errand) for line in lines)))
    return Found(links, trouble="" if links or not answer.body.strip() else "names no page that makes sense")


def opened(page: Page) -> Page | Skip:
    """The page out of its record."""
    for record in records.records(BytesIO(page.body)):
        if found := records.page(record, page.source):
            return replace(found, url=page.url, final_url=page.final_url, link=page.link)
    return Skip(page.url, page.source, Reason.UNREACHABLE, "its record in the archive can't be read")


def _crawls(listed: list[dict[str, Any]], errand: Errand) -> Found:
    """The newest crawls, at most `pages` of them; later only those that ended after the last run."""
    named = {str(c.get("id")): moment(str(c.get("to"))) for c in listed if _CRAWL.fullmatch(str(c.get("id")))}
    if not named:
        return Found(trouble="lists no crawls")
    fresh = [c for c, end in named.items() if not (end and errand.since and end < errand.since)]
    newest = sorted(fresh, reverse=True)[: errand.source.pages]
    return Found(
        more=tuple(_index(f"{_service(errand)}{c}-index", errand, showNumPages="true") for c in newest), unread=bool(newest)
    )


def _index(crawl: str, errand: Errand, **more: str) -> str:
    names = [] if errand.source.everything else [f"~url:{pattern(errand.series)}"]
    asked = {
        "url": errand.source.url.partition("://")[2].partition("?")[0].rstrip("/*") + "/*",
        "output": "json",
        "fl": "url,timestamp,status,mime,filename,offset,length",
        "filter": ["=status:200", "=mime:text/html", *names],
        **more,
    }
    return f"{crawl}?{urlencode(asked, doseq=True)}"


def _link(line: dict[str, Any], errand: Errand) -> Link | None:
    service = _service(errand)
    data = _DATA if service == SERVICE else service
    file, offset, length = (str(line.get(key, "")) for key in ("filename", "offset", "length"))
    numbers = all(n.isascii() and n.isdigit() and len(n) < 16 for n in (offset, length))
    if (
        not numbers
        or not 0 < int(length) <= records.LONGEST
        or not re.fullmatch(r"crawl-data/[\w./-]+", file, re.A)
        or ".." in file
    ):
        return None
    address = joined(data, str(line.get("url") or "")) if host(str(line.get("url"))) else ""
    return Link(address, via=f"{data}{file}#bytes={offset}-{int(offset) + int(length) - 1}") if address else None


def _objects(body: bytes, whole: bool) -> Iterator[dict[str, Any]]:
    """The objects of one JSON list, or of JSON a line; what is none is left out."""
    for text in [body] if whole else body.splitlines():
        try:
            data = json.loads(text.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            continue
        yield from (d for d in (data if isinstance(data, list) else [data]) if isinstance(d, dict))


def _service(errand: Errand) -> str:
    return (errand.source.service or SERVICE).rstrip("/") + "/"
