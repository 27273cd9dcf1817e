"""A page that lists articles, read with CSS selectors: `follow` finds the links, `next` the next page."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from cssselect import SelectorError
from lxml.html import HtmlElement
from parsel import Selector

from crawler.sources.bounds import MOST_ENTRIES
from crawler.sources.found import Errand, Found
from crawler.sources.ways import document
from pipeline.page import Link, Page
from pipeline.urls import joined

_MOST_BESIDE = 8
"""Addresses in what stands around a link; with more it is a list of its own, and its words are not about this link."""


def begin(errand: Errand) -> Found:
    return Found(more=(errand.source.url,))


def read(answer: Page, errand: Errand) -> Found:
    if answer.status != 200:
        return Found(trouble=f"answers {answer.status}")
    root, base = document(answer)
    try:
        anchors = root.css(_selector(errand.source.follow))
        onward = root.css(_selector(errand.source.next)).xpath("@href").get()
    except (SelectorError, ValueError) as error:
        return Found(trouble=f"its CSS selector can't be read: {error}")
    onward = joined(base, onward)
    links = links_of(anchors, base)
    more = (onward,) if onward and onward != answer.url else ()
    return Found(links, more, "" if links else f"no link matches {errand.source.follow!r}")


def links_of(anchors: Iterable[Selector], base: str) -> tuple[Link, ...]:
    """Each address once, under the longest of the titles that it has: a picture and `read more` lead there too."""
    links: dict[str, Link] = {}
    around: dict[HtmlElement, str] = {}
    for anchor in islice(anchors, MOST_ENTRIES):
        href = anchor.xpath("(self::a/@href | .//a/@href | ancestor::a/@href)[1]").get()
        address = joined(base, href)
        if not address.startswith(("http://", "https://")):
            continue
        title = " ".join(" ".join(anchor.xpath(".//text() | @title | .//img/@alt").getall()).split())
        before = links.get(address)
        if before is None:
            links[address] = Link(address, title=title, summary=_around(anchor, around))
        elif len(title) > len(before.title):
            links[address] = replace(before, title=title)
    return tuple(links.values())


def _selector(css: str) -> str:
    """Users of Scrapy write `a::attr(href)`; the attribute is taken anyway."""
    return re.sub(r"::[\w-]+(?:\([^)]*\))?", "", css)


def _around(anchor: Selector, seen: dict[HtmlElement, str]) -> str:
    """What stands in the entry that the link is part of."""
    entry = anchor.xpath("(ancestor-or-self::article | ancestor-or-self::li | ancestor-or-self::tr)[last()]")
    if not entry:
        return ""
    if entry[0].root not in seen:
        beside = {href.partition("#")[0] for href in entry.xpath(".//@href").getall()}
        seen[entry[0].root] = _start(entry[0].root) if len(beside) <= _MOST_BESIDE else ""
    return seen[entry[0].root]


def _start(element: HtmlElement) -> str:
    """Up to 1000 characters of its text; no more is looked at, because thousands of links may stand in one list item."""
    words, length = [], 0
    for piece in islice(element.itertext("*"), 500):
        words += piece[:2000].split()
        length += len(piece)
        if length > 2000:
            break
    return " ".join(words)[:1000]
