"""RSS, Atom, RDF (feedparser) and JSON Feed 1.1. From a plain web page it goes on to the feed that the page names."""

import hashlib
import json
from calendar import timegm
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time
from typing import Any

import feedparser
from feedparser.encodings import convert_to_utf8
from parsel import Selector

from crawler.sources import searchfeed
from crawler.sources.bounds import MOST_ENTRIES, bounded, narrow
from crawler.sources.found import Errand, Found
from crawler.sources.ways import is_markup, ways
from pipeline.page import Link, Page
from pipeline.urls import joined

_AS_XML = "application/xml; charset=utf-8"
_EBCDIC = b"Lo\xa7\x94"
"""`<?xm` of mainframes: another first line that names any encoding."""
_USUAL = ("feed/", "rss", "atom.xml", "index.xml", "feed.xml")
"""Where sites keep a feed that their pages do not name."""
_MOST_NAMED = 3


def begin(errand: Errand) -> Found:
    return Found(more=(errand.source.url,))


def read(answer: Page, errand: Errand) -> Found:
    """The entries of a feed as links; what is no feed is said as trouble."""
    if answer.status == 404 and searchfeed.page_of(answer.url) > 1:
        return Found()  # WordPress's answer behind the last page
    if answer.status != 200:
        return Found(trouble=f"answers {answer.status}")
    start = answer.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"{":
        return _json_feed(answer)
    if not start:
        return Found(trouble="is empty")
    try:
        body = bounded(_utf8(answer))
    except ValueError as odd:
        return Found(trouble=str(odd))
    parsed = feedparser.parse(
        BytesIO(body), response_headers={"content-type": _AS_XML}, resolve_relative_uris=False, sanitize_html=False
    )
    links = tuple(filter(None, (_link(e, answer.final_url) for e in parsed.entries)))
    if links or parsed.get("version"):
        generator = str(parsed.get("feed", {}).get("generator") or "")
        return replace(searchfeed.onward(answer, generator, links, errand), links=links)
    return _discovered(answer, errand)


def _discovered(answer: Page, errand: Errand) -> Found:
    """The feeds that a web page names; where it names none, and it is the page that the user gave, the usual addresses."""
    if not is_markup(answer):
        return Found(trouble="is no feed")
    named = tuple(address for address in ways(answer).feeds if address != answer.url)[:_MOST_NAMED]
    if named:
        return Found(tries=named, unread=True)
    if not errand.began_with(answer.url):
        return Found(trouble="is no feed")
    usual = [joined(answer.final_url, path) for path in _USUAL]
    return Found(tries=tuple(u for u in usual if u), trouble="is no feed and names none")


def _utf8(answer: Page) -> bytes:
    """A feed in UTF-8, from whatever encoding its header, its mark or its first line names."""
    body = narrow(answer.body)
    body = body.lstrip() if body.lstrip()[:1] == b"<" else body  # feedparser looks for <?xml at the very beginning
    said = answer.headers.get("content-type", "").lower().encode() + body.partition(b"\n")[0].lower()
    try:
        if b"punycode" in said or body.startswith(_EBCDIC):
            raise LookupError  # Python knows it as an encoding, and takes minutes for 200 kB
        return bytes(convert_to_utf8(dict(answer.headers), body, {}))
    except (ValueError, LookupError):  # hex, undefined and other codecs that are no encodings of text
        return body.decode("utf-8", "replace").encode()


def _link(entry: dict[str, Any], base: str) -> Link | None:
    href = joined(base, str(entry.get("link") or ""))
    if not href:
        return None
    whole = " ".join(str(c.get("value", "")) for c in entry.get("content", ()))
    summary = plain(f"{entry.get('summary', '')} {whole}")
    return Link(
        href,
        title=plain(str(entry.get("title", ""))),
        summary=summary,
        digest=_digest(summary),
        tags=tuple(str(t["term"]) for t in entry.get("tags", ()) if t.get("term")),
        published=_time(entry.get("published_parsed")),
        modified=_time(dict.get(entry, "updated_parsed")),  # entry.get would give `published` for it, with a warning
    )


def _json_feed(answer: Page) -> Found:
    try:
        data = json.loads(answer.body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Found(trouble="is no JSON feed: broken JSON")
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(items, list):
        return Found(trouble="is no JSON feed: it has no items")
    links = []
    for item in items[:MOST_ENTRIES]:
        href = joined(answer.final_url, str(item.get("url") or item.get("external_url") or "")) if isinstance(item, dict) else ""
        if href:
            whole = " ".join(str(item.get(key) or "") for key in ("summary", "content_text", "content_html"))
            summary, tags = plain(whole), item.get("tags")
            links.append(
                Link(
                    href,
                    title=plain(str(item.get("title") or "")),
                    summary=summary,
                    digest=_digest(summary),
                    tags=tuple(str(t) for t in tags if t) if isinstance(tags, list) else (),
                    published=moment(str(item.get("date_published", ""))),
                    modified=moment(str(item.get("date_modified", ""))),
                )
            )
    return Found(tuple(links))


def _digest(text: str) -> str:
    """Few feeds say when an article changed; most hand out its first words or all of it."""
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:16] if text else ""


def plain(markup: str) -> str:
    """Text of a piece of HTML, for matching names only."""
    if "<" not in markup and "&" not in markup:
        return " ".join(markup.split())
    return " ".join(
        " ".join(Selector(markup, type="html").xpath("//text()[not(parent::script or parent::style)]").getall()).split()
    )


def moment(text: str) -> datetime | None:
    """A time in ISO 8601, UTC where it names no zone; None for anything else."""
    try:
        when = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _time(parsed: struct_time | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError):
        return None
