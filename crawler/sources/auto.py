"""Looks at a home page, picks the best ways in, and says why. What the address itself turns out to be (a feed, a sitemap) is taken as that."""

from dataclasses import replace
from urllib.parse import urlsplit

from crawler.sources import feed, listing, search, sitemap
from crawler.sources.found import Errand, Found
from crawler.sources.searchfeed import folder
from crawler.sources.ways import Ways, is_feed, is_markup, is_sitemap, ways
from pipeline.page import Page
from pipeline.series import Source
from pipeline.urls import host, same_site


def begin(errand: Errand) -> Found:
    return Found(more=(errand.source.url,))


def read(answer: Page, errand: Errand) -> Found:
    source = errand.source
    if answer.status != 200:
        return Found(trouble=f"answers {answer.status}")
    if not same_site(answer.final_url, source.url):
        return Found(trouble=f"leads to another site: {host(answer.final_url)}")
    if is_feed(answer):
        return _as(source, "feed", feed.read(answer, errand))
    if is_sitemap(answer):
        return _as(source, "sitemap", sitemap.read(answer, errand))
    if not is_markup(answer):
        return Found(trouble="is no web page")
    here = ways(answer)
    known, because = _one_way(here, answer, source)
    if known:
        return Found(unread=True, becomes=known, because=because)
    asking = _asking(here, answer, source)
    if here.feeds:
        newest = replace(source, kind="feed", url=here.feeds[0])
        older = f"; {asking[1]}" if asking else ""
        return Found(unread=True, becomes=(newest, *asking[:1]) if asking else (newest,), because=f"it names a feed{older}")
    return _without_feed(answer, errand, asking)


def _as(source: Source, kind: str, found: Found) -> Found:
    return replace(found, becomes=(replace(source, kind=kind),), because=f"the address is that of a {kind}")


def _one_way(here: Ways, answer: Page, source: Source) -> tuple[tuple[Source, ...], str]:
    """Programs that can be asked for all that they hold: nothing else is needed."""
    if here.rest:
        return (replace(source, kind="wordpress", url=here.rest),), "it is a WordPress and names its REST interface"
    if search.is_wordpress(here):
        return (replace(source, kind="wordpress", url=folder(answer.final_url)),), "it is a WordPress"
    if here.generator.startswith("blogger"):
        return (replace(source, kind="blogger", url=answer.final_url),), "it is a blog on Blogger"
    return (), ""


def _asking(here: Ways, answer: Page, source: Source) -> tuple[Source, str] | None:
    """A search of its own, for what the newest no longer show."""
    if here.opensearch:
        return replace(source, kind="search", url=here.opensearch), "it describes its search (OpenSearch)"
    if offered := search.offer(here, answer):
        return replace(source, kind="search", url=offered.template), offered.because
    return None


def _without_feed(answer: Page, errand: Errand, asking: tuple[Source, str] | None) -> Found:
    """The page itself is at hand and read as a listing; the search, where there is one, and the sitemaps give what is older."""
    source = errand.source
    at_hand = listing.read(answer, errand)
    pages = replace(source, kind="listing", url=next((u for u in at_hand.more if same_site(u, source.url)), source.url))
    maps = replace(source, kind="sitemap", url="{0.scheme}://{0.netloc}/".format(urlsplit(answer.final_url)))
    becomes = (*(asking[:1] if asking else ()), maps, pages)
    because = f"it names no feed{f', but {asking[1]}' if asking else ' and no search'}"
    bare = not at_hand.links
    return Found(at_hand.links, unread=bare, becomes=becomes, because=because, trouble="shows no links" if bare else "")
