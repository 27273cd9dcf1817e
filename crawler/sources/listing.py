"""A page that lists articles, read with CSS selectors: `follow` finds the links, `next` the next page."""

import re
from itertools import islice

from cssselect import SelectorError
from lxml.html import HtmlElement
from parsel import Selector

from crawler.sources.bounds import MOST_ENTRIES
from crawler.sources.found import Errand, Found
from pipeline.markup import decoded
from pipeline.page import Link, Page
from pipeline.urls import joined


def begin(errand: Errand) -> Found:
    return Found(more=(errand.source.url,))


def read(answer: Page, errand: Errand) -> Found:
    if answer.status != 200:
        return Found(trouble=f"answers {answer.status}")
    root = Selector(decoded(answer) or " ", type="html")
    base = joined(answer.final_url, root.xpath("//base/@href").get()) or answer.final_url
    try:
        anchors = root.css(_selector(errand.source.follow))
        onward = root.css(_selector(errand.source.next)).xpath("@href").get()
    except (SelectorError, ValueError) as error:
        return Found(trouble=f"its CSS selector can't be read: {error}")
    onward = joined(base, onward)
    links: dict[str, Link] = {}
    around: dict[HtmlElement, str] = {}
    for anchor in anchors[:MOST_ENTRIES]:
        href = anchor.xpath("(self::a/@href | .//a/@href | ancestor::a/@href)[1]").get()
        if href and (link := _link(anchor, href, base, around)):
            links.setdefault(link.url, link)
    more = (onward,) if onward and onward != answer.url else ()
    return Found(tuple(links.values()), more, "" if links else f"no link matches {errand.source.follow!r}")


def _selector(css: str) -> str:
    """Users of Scrapy write `a::attr(href)`; the attribute is taken anyway."""
    return re.sub(r"::[\w-]+(?:\([^)]*\))?", "", css)


def _link(anchor: Selector, href: str, base: str, around: dict[HtmlElement, str]) -> Link | None:
    address = joined(base, href)
    if not address.startswith(("http://", "https://")):
        return None
    title = " ".join(" ".join(anchor.xpath(".//text() | @title | .//img/@alt").getall()).split())
    summary = ""
    for place in anchor.xpath("(ancestor-or-self::article | ancestor-or-self::li | ancestor-or-self::tr)[last()]"):
        summary = around[place.root] = around.get(place.root) or _start(place.root)
    return Link(address, title=title, summary=summary)


def _start(element: HtmlElement) -> str:
    """Up to 1000 characters of its text; no more is looked at, because thousands of links may stand in one list item."""
    words, length = [], 0
    for piece in islice(element.itertext("*"), 500):
        words += piece[:2000].split()
        length += len(piece)
        if length > 2000:
            break
    return " ".join(words)[:1000]
