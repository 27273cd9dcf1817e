"""Sitemaps: indexes, URL sets, news extensions, gzip, plain text. Read in a stream, so that 50,000 entries stay cheap."""

import gzip
import io
import zlib
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from crawler.sources.bounds import MOST_ELEMENTS, MOST_ENTRIES, narrow
from crawler.sources.feed import moment
from crawler.sources.found import Errand, Found
from pipeline.page import Link, Page
from pipeline.urls import joined

_MOST_BYTES = 50 * 1024 * 1024
"""The protocol's own limit for one file, uncompressed."""
_MOST_CHILDREN = 50
"""Sitemaps followed from one index: the newest, where it dates them."""


def begin(errand: Errand) -> Found:
    return Found(more=(errand.source.url,))


def read(answer: Page, errand: Errand) -> Found:  # noqa: ARG001
    """The entries of a sitemap as links, or the sitemaps that an index names."""
    if answer.status != 200:
        return Found(trouble=f"answers {answer.status}")
    try:
        body = narrow(_unpacked(answer.body))
    except (OSError, EOFError, zlib.error, ValueError) as error:
        return Found(trouble=f"can't be unpacked: {error}")
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        lines = [line.strip() for line in body.decode("utf-8-sig", "replace").splitlines()[:MOST_ENTRIES]]
        plain = tuple(Link(line) for line in lines if line.startswith(("http://", "https://")))
        return Found(plain, trouble="" if plain else "is no sitemap")
    links: list[Link] = []
    children: list[tuple[str, str]] = []
    trouble = ""
    try:
        for tag, fields in islice(_entries(body), MOST_ENTRIES):
            if not (loc := fields.get("loc", "")):
                continue
            if not (address := joined(answer.final_url, loc)):
                continue
            if tag == "sitemap":
                children.append((fields.get("lastmod", ""), address))
            else:
                links.append(
                    Link(
                        address,
                        title=fields.get("title", ""),
                        tags=tuple(k.strip() for k in fields.get("keywords", "").split(",") if k.strip()),
                        published=moment(fields.get("publication_date", "")),
                        modified=moment(fields.get("lastmod", "")),
                    )
                )
    except etree.XMLSyntaxError as error:
        trouble = "" if links or children else f"is no sitemap: {error.msg}"
    children.sort(reverse=True)
    if not (links or children or trouble):
        trouble = "has no entries"
    more = tuple(a for _, a in children[:_MOST_CHILDREN] if a != answer.url)
    return Found(tuple(links), more, trouble, unread=bool(more) and not links)


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
