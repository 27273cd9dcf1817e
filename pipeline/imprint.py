"""What a page tells people of itself in its meta tags, headings and tag links: title, author, site, tags, own address."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from lxml.html import HtmlElement

from pipeline.rights import METAS

_TITLES = ("og:title", "twitter:title", "title", "headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_AUTHORS = (
    "og:author",
    "og:article:author",
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
)
_SITES = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
_KEYWORDS = re.compile(r"keywords|subject|parsely-tags")
_TITLE_AND_SITE = re.compile(r"(.+?)\s+[|–—·•«»:-]\s+(.+)")
_HEADLINE_CLASS = re.compile(r"title|headline")
_TAG_ADDRESS = re.compile(r"/(?:tags?|categor(?:y|ies))/")
_TAG_LIST = re.compile(
    r"^(?:post|entry)-?(?:info|meta|footer|utility|categor|tags|header)|^(?:tag|meta)|(?:tags|cat)-links|topics"
)
_WHOLE_INDEX = re.compile(r"\b(?:cat-item|menu-item|widget)")
_NEAR = 4
"""Ancestors of a link among which its list of tags is looked for."""
_MOST = 40
_MOST_LINKS = 400
_MOST_LINKED = 20
"""A page that links to more tags lists other articles with theirs."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What was found; empty where the page says nothing."""

    title: str = ""
    author: str = ""
    """As the head has it."""
    site: str = ""
    handle: str = ""
    """The site's name on X, which is a name at least."""
    tags: tuple[str, ...] = ()
    canonical: str = ""
    """The address that the page calls its own, as written."""
    metas: tuple[tuple[str, str], ...] = ()
    """The meta elements that say what the page allows, names in lower case; `pipeline.rights` reads them."""


def read(tree: HtmlElement) -> Imprint:
    """Read the imprint of a page in one pass over a few kinds of elements."""
    metas: dict[str, list[str]] = defaultdict(list)
    titles: list[HtmlElement] = []
    headings: list[HtmlElement] = []
    links: list[HtmlElement] = []
    canonical = ""
    for element in tree.iter("a", "meta", "link", "title", "h1", "h2"):
        if element.tag == "a":
            address = element.get("href", "")
            if "/tag" in address or "/categor" in address or "tag" in element.get("rel", ""):
                links.append(element)
        elif element.tag == "meta":
            if said := _line(element.get("content")):
                name = element.get("property") or element.get("name") or element.get("itemprop") or ""
                metas[name.lower()].append(said)
        elif element.tag == "link":
            canonical = canonical or (element.get("href", "") if element.get("rel") == "canonical" else "")
        else:
            (titles if element.tag == "title" else headings).append(element)
    page_title = _line(titles[0].text) if titles else ""
    return Imprint(
        title=_first(metas, _TITLES) or _title(page_title, headings),
        author=next((a for a in _all(metas, _AUTHORS) if " " in a and not a.startswith("http")), ""),
        site=next((s.lstrip("@") for s in _all(metas, _SITES) if not s.startswith(("http", "/"))), "") or _site(page_title),
        handle=_first(metas, ("twitter:site",)).lstrip("@/"),
        tags=tuple(dict.fromkeys(_tags(links, metas))),
        canonical=canonical,
        metas=tuple((name, said) for name in METAS for said in metas.get(name, ())),
    )


def site_of(names: Iterable[str], host: str, handle: str) -> str:
    """The fullest name that is like the host's ("USA TODAY" before "usatoday"), else the first, else the handle or the host."""
    named = [name for name in names if len(_letters(name)) > 2]
    alike = [name for name in named if _letters(name) in host or host.split(".")[0] in _letters(name)]
    return max(alike, key=len, default="") or next(iter(named), "") or (handle.title() if handle.islower() else handle) or host


def _letters(name: str) -> str:
    return re.sub(r"\W", "", name).lower()


def without_site(title: str, site: str) -> str:
    """The title without the name of the site, where that stands behind a dash or bar at its end."""
    return re.sub(rf"\s+[|–—·•«»:-]\s+{re.escape(site)}(?:\.\w+)?\s*$", "", title, flags=re.IGNORECASE) or title


def _title(page_title: str, headings: list[HtmlElement]) -> str:
    """The only <h1>, or a heading that calls itself a headline, or <title> without the site's name, or any heading."""
    first = [h for h in headings if h.tag == "h1"]
    ours = first if len(first) == 1 else [h for h in headings if _HEADLINE_CLASS.search(h.get("class", "") + h.get("id", ""))]
    if heading := next(filter(None, map(_text, ours)), ""):
        return heading
    parts = _TITLE_AND_SITE.fullmatch(page_title)
    return (parts[1] if parts else page_title) or next(filter(None, map(_text, (*first, *headings))), "")


def _site(page_title: str) -> str:
    """A domain that stands in <title> beside the article's own."""
    parts = _TITLE_AND_SITE.fullmatch(page_title)
    return next((part for part in parts.groups() if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", part)), "") if parts else ""


def _tags(links: list[HtmlElement], metas: Mapping[str, list[str]]) -> Iterator[str]:
    """Tags of the head, then those that the article links to, then the section of the paper that it stands in."""
    listed = (said for name in metas if _KEYWORDS.search(name) for said in metas[name])
    stated = [*metas.get("article:tag", ()), *(word for said in listed for word in map(_line, said.split(",")) if word)]
    yield from stated[:_MOST]
    linked = [text for link in links[:_MOST_LINKS] if _is_own_tag(link) and (text := _text(link).lstrip("#"))]
    yield from linked if len(linked) <= _MOST_LINKED else ()
    yield from (section for section in metas.get("article:section", ()) if not section.startswith("/"))


def _is_own_tag(link: HtmlElement) -> bool:
    """A link to a tag of this article, not one of the site's index of all."""
    by_rel = "tag" in link.get("rel", "").split()
    if not (by_rel or _TAG_ADDRESS.search(link.get("href", ""))):
        return False
    near = [ancestor.get("class", "") for _, ancestor in zip(range(_NEAR), link.iterancestors(), strict=False)]
    return not any(map(_WHOLE_INDEX.search, near)) and (by_rel or any(map(_TAG_LIST.search, near)))


def _all(metas: Mapping[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    return (said for name in names for said in metas.get(name, ()))


def _first(metas: Mapping[str, list[str]], names: Iterable[str]) -> str:
    return next(_all(metas, names), "")


def _text(element: HtmlElement) -> str:
    return _line(" ".join(map(str, element.itertext())))


def _line(text: str | None) -> str:
    return " ".join(unescape(text or "").split())
