"""WordPress: its REST search, and where that is closed the feed of its search, else its plain feed."""

import json
from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from crawler.sources import feed, searchfeed
from crawler.sources.feed import moment, plain
from crawler.sources.found import Errand, Found
from pipeline.page import Link, Page
from pipeline.urls import joined

INCREMENTAL = True
_PER_PAGE = 50
_FIELDS = "link,title,excerpt,content,date_gmt,modified_gmt"
_MARGIN = timedelta(days=1)
"""WordPress compares with the blog's own clock, whatever zone that is in."""


def begin(errand: Errand) -> Found:
    """The first search; how it is answered decides how the others are asked."""
    return Found(tries=(_rest(errand, errand.series.title), *_without_rest(errand)))


def read(answer: Page, errand: Errand) -> Found:
    """Posts as links, with their whole text as summary; then the next page and the other names."""
    asked = {k: v[0] for k, v in parse_qs(urlsplit(answer.url).query).items()}
    if "search" not in asked:
        return feed.read(answer, errand)
    name = asked["search"]
    first = name == errand.series.title and asked.get("page") == "1"
    if answer.status == 400 and "modified_after" in asked and b"rest_invalid_param" in answer.body:
        unfiltered = replace(errand, since=None)
        return Found(tries=(_rest(unfiltered, name), *(_without_rest(errand) if first else ())), unread=True)
    if answer.status != 200:
        return Found(trouble=f"answers {answer.status}")
    try:
        posts = json.loads(answer.body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Found(trouble="gives no posts: it is no JSON")
    if not isinstance(posts, list):
        return Found(trouble="gives no posts")
    if "modified_after" not in asked:
        errand = replace(errand, since=None)
    links = (
        _link(p, address)
        for p in posts
        if isinstance(p, dict) and (address := joined(answer.final_url, str(p.get("link") or "")))
    )
    others = [_rest(errand, other) for other in errand.names[1:]] if first else []
    return Found(tuple(links), (*_next(answer, errand, name, asked.get("page", "1")), *others))


def _next(answer: Page, errand: Errand, name: str, page: str) -> tuple[str, ...]:
    pages = answer.headers.get("x-wp-totalpages", "1")
    senseless = not (pages.isdecimal() and page.isdecimal()) or len(pages) > 9 or len(page) > 9
    if senseless or int(page) >= min(int(pages), errand.source.pages):
        return ()
    return (_rest(errand, name, int(page) + 1),)


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


def _rest(errand: Errand, name: str, page: int = 1) -> str:
    """Documented at developer.wordpress.org/rest-api/reference/posts; `modified_after` since WordPress 5.7,
    before that it is ignored; filters of a blog's own may refuse it.

    The source is the home of the blog, or the root of its REST interface in either of its two forms.
    """
    query = {"search": name, "per_page": str(_PER_PAGE), "page": str(page), "_fields": _FIELDS}
    if errand.since:
        query["modified_after"] = f"{errand.since.astimezone(UTC) - _MARGIN:%Y-%m-%dT%H:%M:%SZ}"
    root = errand.source.url
    if "rest_route=" in root:
        return f"{root.rstrip('/')}/wp/v2/posts&{urlencode(query)}"
    root = searchfeed.folder(root)
    return f"{root if root.endswith('/wp-json/') else f'{root}wp-json/'}wp/v2/posts?{urlencode(query)}"


def _without_rest(errand: Errand) -> tuple[str, ...]:
    """Where REST is closed: the feed of a search; and where that is forbidden the plain feed."""
    home = _home(errand.source.url)
    return searchfeed.search_feed(home, errand.series.title), f"{home}feed/"


def _home(url: str) -> str:
    return searchfeed.folder(url).removesuffix("wp-json/").removesuffix("index.php/")
