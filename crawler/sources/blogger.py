"""Blogger: the feed of its posts, which can be searched, as JSON."""

import json
from collections.abc import Iterator
from datetime import UTC
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from crawler.sources import feed
from crawler.sources.feed import moment, plain
from crawler.sources.found import Errand, Found
from pipeline.page import Link, Page
from pipeline.urls import joined

INCREMENTAL = True
_PER_PAGE = 100


def begin(errand: Errand) -> Found:
    return Found(more=tuple(_posts(errand, name) for name in errand.names))


def read(answer: Page, errand: Errand) -> Found:
    """Posts as links, with their text as summary, and the next page. A blog that answers with Atom instead is read as a feed."""
    if answer.status != 200:
        return Found(trouble=f"answers {answer.status}")
    if not answer.body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return feed.read(answer, errand)
    try:
        data = json.loads(answer.body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Found(trouble="gives no posts: broken JSON")
    listed = data.get("feed")
    if not isinstance(listed, dict):
        return Found(trouble="gives no posts")
    entries = listed.get("entry")
    links = tuple(_links(entries if isinstance(entries, list) else [], answer.final_url))
    asked = {k: v[0] for k, v in parse_qs(urlsplit(answer.url).query).items()}
    start, total = _number(asked.get("start-index")), _number(_text(listed, "openSearch$totalResults"))
    behind = start + _number(_text(listed, "openSearch$itemsPerPage") or str(_PER_PAGE))
    onward = links and start < behind <= total
    return Found(links, (_posts(errand, asked.get("q", errand.series.title), behind),) if onward else ())


def _links(entries: list[Any], base: str) -> Iterator[Link]:
    for entry in entries:
        named = entry.get("link") if isinstance(entry, dict) else None
        ways = [w for w in named if isinstance(w, dict) and w.get("rel") == "alternate"] if isinstance(named, list) else []
        address = joined(base, str(ways[0].get("href") or "")) if ways else ""
        if address:
            labels = entry.get("category")
            yield Link(
                address,
                title=plain(_text(entry, "title")),
                summary=plain(f"{_text(entry, 'summary')} {_text(entry, 'content')}"),
                tags=tuple(str(c["term"]) for c in labels if isinstance(c, dict) and c.get("term"))
                if isinstance(labels, list)
                else (),
                published=moment(_text(entry, "published")),
                modified=moment(_text(entry, "updated")),
            )


def _text(of: dict[str, Any], key: str) -> str:
    """Google's JSON of an XML element: its text is `$t`."""
    value = of.get(key)
    return str((value.get("$t") if isinstance(value, dict) else value) or "")


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 1


def _posts(errand: Errand, name: str, start: int = 1) -> str:
    """developers.google.com/blogger/docs/2.0/reference: indexes count from 1; `updated-min` holds only with orderby=updated."""
    query = {"q": name, "max-results": str(_PER_PAGE), "start-index": str(start), "alt": "json"}
    if errand.since:
        query |= {"orderby": "updated", "updated-min": f"{errand.since.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"}
    return joined(errand.source.url, f"/feeds/posts/default?{urlencode(query)}")
