"""Medium: the feeds of its tags, ten pieces each and no pages. Its authors and publications have hosts of their own."""

from dataclasses import replace
from urllib.parse import quote, urlsplit

from slugify import slugify

from crawler.sources import feed
from crawler.sources.found import Errand, Found
from pipeline.page import Link, Page
from pipeline.urls import joined

ANYWHERE = True
_MOST_NAMES = 4
"""Names that are asked as tags: the title and the first aliases."""


def begin(errand: Errand) -> Found:
    """The feed that is given; the feeds of the series' names as tags where it is Medium's home page."""
    address = errand.source.url
    if urlsplit(address).path.strip("/"):
        return Found(more=(address,))
    tags = dict.fromkeys(filter(None, map(_tag, errand.series.names[:_MOST_NAMES])))
    return Found(more=tuple(joined(address, f"/feed/tag/{tag}") for tag in tags))


def read(answer: Page, errand: Errand) -> Found:
    """The entries of a feed, without the trace of the feed that Medium puts into their addresses."""
    found = feed.read(answer, errand)
    return replace(found, links=tuple(map(_untraced, found.links)))


def _untraced(link: Link) -> Link:
    return replace(link, url=link.url.partition("?source=")[0])


def _tag(name: str) -> str:
    """`Metallic Rouge` is the tag metallic-rouge; other scripts stay, percent-encoded."""
    return quote(slugify(name.replace("'", "").replace("’", ""), allow_unicode=True))
