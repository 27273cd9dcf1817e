"""What a web page says of the ways into its site: its feeds, its REST interface, its search. Asks nothing."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from parsel import Selector

from crawler.sources.sitesearch import Search, advertised
from pipeline.markup import decoded
from pipeline.page import Page
from pipeline.urls import joined, same_site

_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_BLANK = b"\xef\xbb\xbf \t\r\n\0"
_FEED_ROOT = re.compile(rb"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)
_MAP_ROOT = re.compile(rb"<(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
_ASIDE = re.compile(r"comment|kommentar|podcast|comentario", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ways:
    """What stands in the head of a page, as absolute addresses."""

    feeds: tuple[str, ...] = ()
    """The one for the whole site first; feeds of comments are left out."""
    rest: str = ""
    """Root of WordPress's REST interface, where it is on this site."""
    generator: str = ""
    """What made the page, in lower case."""
    opensearch: str = ""
    """An OpenSearch description on this site."""
    search: Search | None = None


def document(answer: Page) -> tuple[Selector, str]:
    """A web page in the encoding that it has (not always the one that it states), and the address that its links start at."""
    text = decoded(answer)
    if "<" not in text:  # UTF-16 stated in a document that is not
        text = answer.body.decode("utf-8", "replace")
    root = Selector(text.replace("\0", "") or " ", type="html")
    return root, joined(answer.final_url, root.xpath("//base/@href").get()) or answer.final_url


def ways(answer: Page) -> Ways:
    root, base = document(answer)
    feeds: dict[str, str] = {}
    rest = opensearch = ""
    for link in root.xpath("//link[@rel and @href]"):
        kind = link.attrib.get("type", "").partition(";")[0].strip().lower()
        named = link.attrib["rel"].lower().split()
        address = joined(base, link.attrib["href"])
        if not address.startswith(("http://", "https://")):
            continue
        if "alternate" in named and kind in _FEEDS:
            feeds.setdefault(address, f"{link.attrib.get('title', '')} {urlsplit(address).path}")
        elif "https://api.w.org/" in named and same_site(address, base):
            rest = rest or address
        elif "search" in named and kind == "application/opensearchdescription+xml" and same_site(address, base):
            opensearch = opensearch or address
    plain = [address for address, said in feeds.items() if not _ASIDE.search(said)]
    return Ways(
        tuple(sorted(plain, key=lambda address: len([part for part in urlsplit(address).path.split("/") if part]))),
        rest,
        (root.xpath("//meta[@name='generator']/@content").get() or "").lower(),
        opensearch,
        advertised(root, base),
    )


def is_markup(answer: Page) -> bool:
    return answer.body.lstrip(_BLANK).startswith((b"<", b"\xff\xfe<", b"\xfe\xff\0<"))


def is_feed(answer: Page) -> bool:
    """True for RSS, RDF, Atom and what may be a JSON feed, by what the document opens with."""
    return _opens_with(_FEED_ROOT, answer) or answer.body.lstrip(_BLANK).startswith(b"{")


def is_sitemap(answer: Page) -> bool:
    return _opens_with(_MAP_ROOT, answer)


def _opens_with(root: re.Pattern[bytes], answer: Page) -> bool:
    """Warnings of a broken server may stand before it; a web page that shows such an element in its text is none."""
    opening = answer.body[:2048]
    found = root.search(opening)
    return found is not None and b"<html" not in opening[: found.start()].lower()
