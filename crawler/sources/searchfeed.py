"""WordPress answers every search with a feed too, ten posts a page: the way to what a feed of the newest no longer holds."""

import re
from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

from crawler.sources.found import Errand, Found
from pipeline.page import Link, Page

_FULL_PAGE = 10
"""WordPress's default; a page with fewer is taken for the last."""
_FEED = re.compile(r"(?:^|(?<=/))feed/?(?:(?:rss2?|atom|rdf)/?)?$")


def search_feed(home: str, name: str, page: int = 1) -> str:
    """Documented at developer.wordpress.org/reference/functions/get_search_feed_link; `paged` counts from 1."""
    query = {"s": name, "feed": "rss2"} | ({"paged": str(page)} if page > 1 else {})
    return f"{folder(home)}?{urlencode(query)}"


def folder(home: str) -> str:
    return home.split("?")[0].rstrip("/") + "/"


def page_of(url: str) -> int:
    """Which page of a feed this address asks for."""
    number = _asked(url).get("paged", "1")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 7 else 1


def onward(answer: Page, generator: str, links: Sequence[Link], errand: Errand) -> Found:
    """Where to go on from a feed of a WordPress: to its next page, or from the newest posts to a search for older ones.

    The newest are enough where they reach back to the last run. Where the search is closed (robots.txt often forbids it), the
    pages of the feed itself are read, as many as the source may have.
    """
    asked, page = _asked(answer.url), page_of(answer.url)
    address = answer.url if "s" in asked or page > 1 else answer.final_url
    path = urlsplit(address).path
    home = _FEED.sub("", path)
    if "wordpress." not in generator.lower() or "comments" in home.split("/"):
        return Found()
    site = address.split("?")[0].removesuffix(path) + home
    again = len(links) >= _FULL_PAGE and page < errand.source.pages
    if "s" in asked:
        others = [search_feed(site, name) for name in errand.names[1:]] if asked["s"] == errand.names[0] and page == 1 else []
        return Found(more=(*([search_feed(site, asked["s"], page + 1)] if again else []), *others))
    next_page = _paged(address, page + 1)
    if page > 1:
        return Found(more=(next_page,) if again else ())
    if home == path and "feed" not in asked:
        return Found()
    oldest = min((link.published for link in links if link.published), default=None)
    reaches_back = errand.since and oldest and oldest < errand.since - timedelta(days=1)
    if reaches_back or not links:
        return Found()
    return Found(tries=(search_feed(site, errand.names[0]), *([next_page] if again else [])))


def _asked(url: str) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(url).query).items()}


def _paged(url: str, page: int) -> str:
    kept = {key: value for key, value in _asked(url).items() if key != "paged"}
    return f"{url.split('?')[0].split('#')[0]}?{urlencode(kept | {'paged': str(page)})}"
