"""Sitemaps: indexes, URL sets, news extensions, gzip, plain text. Read in a stream, so that 50,000 entries stay cheap."""

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from datetime import timedelta
from itertools import chain, islice
from urllib.parse import urlsplit

from lxml import etree

from crawler.sources.bounds import MOST_ELEMENTS, MOST_ENTRIES, narrow
from crawler.sources.feed import moment
from crawler.sources.found import Errand, Found
from crawler.sources.ways import is_markup
from pipeline.page import Link, Page
from pipeline.urls import joined

INCREMENTAL = True
_MOST_BYTES = 50 * 1024 * 1024
"""The protocol's own limit for one file, uncompressed."""
_MOST_CHILDREN = 50
"""Sitemaps followed from one index: the newest, where it dates them."""
_USUAL = ("/robots.txt", "/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml", "/news-sitemap.xml")
_OF_LISTS = re.compile(r"taxonom|categor|author|users?[-_.]|tags?[-_.]", re.IGNORECASE)
_BLANK = b"\xef\xbb\xbf \t\r\n"


def begin(errand: Errand) -> Found:
    """A home page has its sitemaps named in robots.txt (sitemaps.org, "Submitting"), else at a usual address."""
    url = errand.source.url
    if urlsplit(url).path in {"", "/", "/robots.txt"}:
        return Found(tries=_usual(url))
    return Found(more=(url,))


def read(answer: Page, errand: Errand) -> Found:
    """The entries of a sitemap as a stream of links, or the sitemaps that an index or robots.txt names."""
    if urlsplit(answer.url).path == "/robots.txt":
        return _named(answer)
    if answer.status != 200:
        return Found(trouble=f"answers {answer.status}")
    try:
        body = narrow(_unpacked(answer.body))
    except (OSError, EOFError, zlib.error, ValueError) as error:
        return Found(trouble=f"can't be unpacked: {error}")
    links = _plain(body) if not body.lstrip(_BLANK).startswith(b"<") else _links(_entries(body), answer.final_url)
    try:
        if first := next(links, None):
            return Found(chain((first,), islice(links, MOST_ENTRIES - 1)))
        children = [fields for tag, fields in islice(_entries(body), MOST_ENTRIES) if tag == "sitemap"]
    except etree.XMLSyntaxError as error:
        children = []
        trouble = f"is no sitemap: {error.msg}"
    else:
        trouble = "has no entries"
    if children:
        more = _newest(children, answer, errand)
        return Found(more=more, unread=bool(more))
    given = errand.began_with(answer.url) and is_markup(answer)
    return Found(tries=_usual(answer.final_url) if given else (), trouble=trouble)


def _usual(url: str) -> tuple[str, ...]:
    return tuple(address for path in _USUAL if (address := joined(url, path)))


def _named(answer: Page) -> Found:
    """The `Sitemap:` lines of a robots.txt: for all agents, wherever they stand."""
    text = answer.body.decode("utf-8-sig", "replace") if answer.status == 200 else ""
    lines = (line.split("#")[0].partition(":") for line in text.splitlines())
    named = dict.fromkeys(joined(answer.final_url, value) for key, _, value in lines if key.strip().lower() == "sitemap")
    more = tuple(address for address in named if address and address != answer.url)[:_MOST_CHILDREN]
    return Found(more=more, unread=bool(more), trouble="" if more else "names no sitemap")


def _newest(children: list[dict[str, str]], answer: Page, errand: Errand) -> tuple[str, ...]:
    """The newest sitemaps of an index. Those of tags and authors lead to no article; those older than the last run to no new one."""
    dated: list[tuple[str, str]] = []
    for fields in children:
        changed = moment(fields.get("lastmod", ""))
        known = errand.since and changed and changed < errand.since - timedelta(days=1)
        address = joined(answer.final_url, fields.get("loc", ""))
        if address and address != answer.url and not known:
            dated.append((fields.get("lastmod", ""), address))
    articles = [one for one in dated if not _OF_LISTS.search(urlsplit(one[1]).path.rpartition("/")[2])]
    return tuple(address for _, address in sorted(articles or dated, reverse=True)[:_MOST_CHILDREN])


def _plain(body: bytes) -> Iterator[Link]:
    """A sitemap in plain text: an address a line."""
    for line in io.BytesIO(body):
        address = line.decode("utf-8-sig", "replace").strip()
        if address.startswith(("http://", "https://")):
            yield Link(address)


def _links(entries: Iterator[tuple[str, dict[str, str]]], base: str) -> Iterator[Link]:
    """Each <url> as a link. What breaks off later than at its first entry keeps what came."""
    any_yet = False
    try:
        for tag, fields in entries:
            if tag == "url" and (address := joined(base, fields.get("loc", ""))):
                any_yet = True
                yield Link(
                    address,
                    title=fields.get("title", ""),
                    tags=tuple(k.strip() for k in fields.get("keywords", "").split(",") if k.strip()),
                    published=moment(fields.get("publication_date", "")),
                    modified=moment(fields.get("lastmod", "")),
                )
    except etree.XMLSyntaxError:
        if not any_yet:
            raise


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    with gzip.GzipFile(fileobj=io.BytesIO(body)) as file:
        unpacked = file.read(_MOST_BYTES + 1)
    if len(unpacked) > _MOST_BYTES:
        raise ValueError("more than 50 MiB")
    return unpacked


def _entries(body: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """(tag, fields) of each <url> and <sitemap>, whatever the namespace; entities are not resolved, nothing is fetched."""
    reader = etree.iterparse(
        io.BytesIO(body.lstrip()), events=("end",), resolve_entities=False, no_network=True, huge_tree=False, recover=True
    )
    for _, element in islice(reader, MOST_ELEMENTS):
        tag = etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
        if tag in {"url", "sitemap"}:
            own = [
                e for e in (*element, *element.iterfind("{*}news/*")) if isinstance(e.tag, str)
            ]  # not those of pictures and films
            bare = {"loc": " ".join((element.text or "").split())}  # some leave <loc> out and write the address itself
            yield tag, bare | {etree.QName(e).localname.lower(): " ".join((e.text or "").split()) for e in own}
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
