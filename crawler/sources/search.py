"""A site's own search: found on its home page, asked for each name, its results read as a list of links or as a feed.

The address may also be that of an OpenSearch description, or the search itself with `{searchTerms}` in it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from parsel import Selector

from crawler.sources import feed
from crawler.sources.found import Errand, Found
from crawler.sources.listing import links_of
from crawler.sources.searchfeed import folder
from crawler.sources.sitesearch import TERMS, Search, described, filled, is_description, is_template
from crawler.sources.ways import Ways, document, is_feed, ways
from pipeline.page import Page
from pipeline.urls import joined, same_site

_MAIN = "//main | //*[@role='main'] | //*[@id='main' or @id='content' or @id='primary' or @id='search-results' or @id='results']"
_FURNITURE = (
    "ancestor::nav or ancestor::aside or ancestor::footer or ancestor::form"
    " or ancestor::header[not(ancestor::article or ancestor::li or ancestor::main)]"
)
_MOST_LINKS = 1000
_PAGER = "//*[contains(@class, 'pagin') or contains(@class, 'pager') or contains(@class, 'page-numbers')]"
_NUMBER = re.compile(r"/page/(\d{1,6})(?:/|$)")


def begin(errand: Errand) -> Found:
    url = errand.source.url
    return Found(more=tuple(filled(url, name) for name in errand.names) if is_template(url) else (url,))


def read(answer: Page, errand: Errand) -> Found:
    """From a home page to its search, from a description to its template, from results to their links and the next page."""
    if is_feed(answer):
        return feed.read(answer, errand)
    if answer.status != 200:
        return Found(trouble=f"answers {answer.status}")
    if is_description(answer.body) and not is_template(errand.source.url):
        found = described(answer.body, answer.final_url)
        return _become(found, errand) if found else Found(trouble="describes no search that can be asked")
    if not errand.began_with(answer.url):
        return _results(answer)
    here = ways(answer)
    if here.opensearch and not is_wordpress(here):
        instead = (filled(here.search.template, errand.series.title),) if here.search else ()
        return Found(tries=(here.opensearch, *instead), unread=True)
    offered = offer(here, answer)
    return _become(offered, errand) if offered else Found(trouble="offers no search of its own")


def offer(here: Ways, answer: Page) -> Search | None:
    """The search that a page offers without asking further."""
    if is_wordpress(here):
        return Search(f"{folder(answer.final_url)}?s={TERMS}&feed=rss2", "a WordPress gives results as a feed")
    return here.search


def is_wordpress(here: Ways) -> bool:
    return bool(here.rest) or here.generator.startswith("wordpress")


def _become(search: Search, errand: Errand) -> Found:
    return Found(unread=True, becomes=(replace(errand.source, kind="search", url=search.template),), because=search.because)


def _results(answer: Page) -> Found:
    """The links in the main part. None is no trouble: a search may find nothing."""
    root, base = document(answer)
    main = root.xpath(_MAIN)[:1] or root
    links = links_of(main.xpath(f".//a[@href][not({_FURNITURE})]")[:_MOST_LINKS], base)
    onward = (joined(base, href) for href in _next_page(root, answer.url))
    more = next((u for u in onward if u.partition("#")[0] != answer.url and same_site(u, base)), "") if links else ""
    return Found(tuple(link for link in links if link.url != more), (more,) if more else ())


def _next_page(root: Selector, url: str) -> Iterator[str]:
    """What may be the next page, the surest first: rel=next, a class that says so, the next number."""
    for link in root.xpath("//*[self::a or self::link][@rel][@href]"):
        if "next" in link.attrib["rel"].lower().split():
            yield link.attrib["href"]
    for link in root.xpath("//a[contains(@class, 'next')][@href]"):
        if "next" in re.split(r"[\s_-]+", link.attrib["class"].lower()):
            yield link.attrib["href"]
    wanted = str(_number(url) + 1)
    for link in root.xpath(f"{_PAGER}/descendant-or-self::a[@href]"):
        if "".join(link.xpath(".//text()").getall()).strip() == wanted:
            yield link.attrib["href"]


def _number(url: str) -> int:
    """Which page of results this is, counted from 1."""
    query = parse_qs(urlsplit(url).query)
    said = next((query[key][0] for key in ("page", "paged", "p", "pg") if key in query), "")
    in_path = _NUMBER.search(urlsplit(url).path)
    number = in_path[1] if in_path else said
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 7 else 1
