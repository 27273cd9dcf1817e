"""WordPress: its REST search, and where that is closed its search feed."""

import json
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from crawler.sources import feed
from crawler.sources.feed import moment, plain
from crawler.sources.found import Errand, Found
from pipeline.page import Link, Page
from pipeline.urls import joined

_PER_PAGE = 50
_FIELDS = "link,title,excerpt,content,date_gmt,modified_gmt"
_MOST_NAMES = 4
"""Names searched for: the title and the first aliases."""


def begin(errand: Errand) -> Found:
    return Found(more=tuple(_rest(errand.source.url, name, 1) for name in errand.series.names[:_MOST_NAMES]))


def read(answer: Page, errand: Errand) -> Found:
    """Posts as links, with their whole text as summary; then the next page, or the search feed where REST is closed."""
    asked = {k: v[0] for k, v in parse_qs(urlsplit(answer.url).query).items()}
    if "feed" in asked:
        return feed.read(answer, errand)
    fallback = Found(more=(_search_feed(errand.source.url, asked.get("search", errand.series.title)),), unread=True)
    if answer.status != 200:
        return fallback
    try:
        posts = json.loads(answer.body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return fallback
    if not isinstance(posts, list):
        return fallback
    page = int(asked.get("page", "1"))
    pages = answer.headers.get("x-wp-totalpages", "1")
    onward = pages.isdecimal() and page < min(int(pages), errand.source.pages)
    more = (_rest(errand.source.url, asked.get("search", errand.series.title), page + 1),) if onward else ()
    links = (
        _link(p, address)
        for p in posts
        if isinstance(p, dict) and (address := joined(answer.final_url, str(p.get("link") or "")))
    )
    return Found(tuple(links), more)


def _link(post: dict[str, Any], address: str) -> Link:
    return Link(
        address,
        title=plain(_rendered(post, "title")),
        summary=plain(f"{_rendered(post, 'excerpt')} {_rendered(post, 'content')}"),
        published=moment(str(post.get("date_gmt", ""))),
        modified=moment(str(post.get("modified_gmt", ""))),
    )


def _rendered(post: dict[str, Any], field: str) -> str:
    value = post.get(field)
    return str((value.get("rendered") if isinstance(value, dict) else value) or "")


def _rest(home: str, name: str, page: int) -> str:
    query = {"search": name, "per_page": _PER_PAGE, "page": page, "_fields": _FIELDS}
    return f"{_folder(home)}wp-json/wp/v2/posts?{urlencode(query)}"


def _search_feed(home: str, name: str) -> str:
    return f"{_folder(home)}?{urlencode({'s': name, 'feed': 'rss2'})}"


def _folder(home: str) -> str:
    return home.split("?")[0].rstrip("/") + "/"
