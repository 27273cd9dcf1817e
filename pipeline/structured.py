"""What a page says of itself for machines: JSON-LD and microdata (schema.org), read by extruct. The one owner of extruct."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from extruct.jsonld import JsonLdExtractor
from extruct.w3cmicrodata import MicrodataExtractor
from lxml import etree
from lxml.html import HtmlElement

from pipeline.article import Rating
from pipeline.urls import slug_words

ARTICLE_TYPES = frozenset(
    {"Article", "NewsArticle", "BlogPosting", "Review", "CriticReview", "ReviewNewsArticle", "TechArticle", "Report"}
    | {
        "OpinionNewsArticle",
        "AnalysisNewsArticle",
        "LiveBlogPosting",
        "ScholarlyArticle",
        "UserReview",
        "Recommendation",
    }
)
REVIEW_TYPES = frozenset({"Review", "CriticReview", "ReviewNewsArticle"})
INDEX_TYPES = frozenset({"CollectionPage", "SearchResultsPage", "ProfilePage"})
_TOLD_OF = ARTICLE_TYPES | INDEX_TYPES
"""Microdata of menus, pictures and shops alone is not worth reading."""
_SITE_TYPES = frozenset({"WebSite", "Organization", "NewsMediaOrganization"})
_DEEPEST = 12
_ITEM_TYPES: Any = etree.XPath("//@itemtype", smart_strings=False)
_LONGEST = 400  # characters


@dataclass(frozen=True, slots=True)
class Structured:
    """What was found; empty strings and tuples where the page says nothing."""

    types: tuple[str, ...] = ()
    headline: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    ratings: tuple[Rating, ...] = ()
    free: bool = True
    """False where the page says that only subscribers see the whole."""
    site: str = ""
    sections: tuple[str, ...] = ()
    """The departments of the paper that the article stands in."""


Node = Mapping[str, Any]


def read(tree: HtmlElement, markup: str, url: str = "") -> Structured:
    """Everything usable of the page at `url`; broken JSON-LD is passed over. `markup` is only looked into for whether microdata are worth reading."""
    nodes: list[Node] = []
    if next(tree.iter("script"), None) is not None:
        nodes += _jsonld(tree)
    if "itemtype" in markup and _TOLD_OF & {_bare(kind) for kinds in _ITEM_TYPES(tree) for kind in kinds.split()}:
        nodes += _microdata(tree)
    tops = [node for top in nodes for node in _tops(top)]
    articles = [n for n in tops if ARTICLE_TYPES & set(_types(n))]
    return Structured(
        types=tuple(dict.fromkeys(t for n in tops for t in _types(n))),
        headline=_first(articles, "headline", "name"),
        author=_first(articles, "author") or _first([n for n in tops if "Person" in _types(n)], "name"),
        published=_first(articles, "datePublished"),
        modified=_first(articles, "dateModified"),
        ratings=tuple(dict.fromkeys(r for n in tops if _is_of(n, url) for r in _own_ratings(n))),
        free=not any(str(n.get("isAccessibleForFree", "")).lower() == "false" for n in articles),
        site=_first(articles, "publisher") or _first([n for n in tops if _SITE_TYPES & set(_types(n))], "name"),
        sections=tuple(dict.fromkeys(s for n in articles for s in _texts(n.get("articleSection")))),
    )


class _Microdata(MicrodataExtractor):  # type: ignore[misc]
    """extruct's reader, which would work out the line breaks of each property, the whole article's included: half of its time."""

    def _extract_textContent(self, node: HtmlElement) -> str:
        return " ".join("".join(map(str, node.itertext())).split())[:_LONGEST]


def _jsonld(tree: HtmlElement) -> list[Node]:
    try:
        return [n for n in JsonLdExtractor().extract_items(tree) if isinstance(n, dict)]
    except (ValueError, RecursionError):  # one broken block hides the others from extruct
        found: list[Node] = []
        for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
            try:
                data = json.loads(str(script))
            except (ValueError, RecursionError):
                continue
            found += [n for n in (data if isinstance(data, list) else [data]) if isinstance(n, dict)]
        return found


def _microdata(tree: HtmlElement) -> list[Node]:
    try:
        return [_plain(item) for item in _Microdata().extract_items(tree, None)]
    except RecursionError:  # items in items in items, thousands deep
        return []


def _plain(item: Any, depth: int = 0) -> Node:
    """extruct's microdata ({type, properties}) in the shape of JSON-LD."""
    if depth > _DEEPEST or not isinstance(item, dict):
        return {}
    kinds = item.get("type", ())
    node: dict[str, Any] = {"@type": [_bare(k) for k in ([kinds] if isinstance(kinds, str) else kinds)]}
    for key, value in item.get("properties", {}).items():
        values = [_plain(v, depth + 1) if isinstance(v, dict) else v for v in (value if isinstance(value, list) else [value])]
        node[key] = values[0] if len(values) == 1 else values
    return node


def _tops(node: Node) -> Iterator[Node]:
    """The node, those of its @graph, and the main entity of a page."""
    yield node
    for key in ("@graph", "mainEntity"):
        inner = node.get(key)
        for child in inner if isinstance(inner, list) else [inner]:
            if isinstance(child, dict):
                yield child


def _types(node: Node) -> list[str]:
    kinds = node.get("@type", ())
    return [_bare(k) for k in ([kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else ())]


def _is_of(node: Node, url: str) -> bool:
    """False where the node says that it is about another page, such as a related post."""
    stated = node.get("url")
    return not (url and isinstance(stated, str) and stated) or slug_words(stated) == slug_words(url)


def _own_ratings(node: Node) -> Iterator[Rating]:
    """The rating of the page's own review: never aggregateRating, and of nested reviews only a single one (several are readers')."""
    review = node if REVIEW_TYPES & set(_types(node)) else node.get("review")
    if isinstance(review, list):
        review = review[0] if len(review) == 1 else None
    rating = review.get("reviewRating") if isinstance(review, dict) else None
    if isinstance(rating, list):
        rating = rating[0] if len(rating) == 1 else None
    if isinstance(rating, int | float | str) and (value := _text(rating)):
        yield Rating(value)
    elif isinstance(rating, dict) and (value := _text(rating.get("ratingValue"))):
        yield Rating(value, _number(rating.get("bestRating")), _number(rating.get("worstRating")))


def _first(nodes: list[Node], *keys: str) -> str:
    return next((text for n in nodes for key in keys if (text := _text(n.get(key)))), "")


def _text(value: Any) -> str:
    return ", ".join(_texts(value))


def _texts(value: Any, depth: int = 0) -> list[str]:
    """What is written, or the names of what is described, the first four."""
    if depth > _DEEPEST:
        return []
    if isinstance(value, list):
        return [text for v in value[:4] for text in _texts(v, depth + 1)]
    if isinstance(value, dict):
        return _texts(value.get("name"), depth + 1)
    text = " ".join(unescape(str(value)).split())[:_LONGEST] if isinstance(value, str | int | float) else ""
    return [text] if text else []


def _bare(kind: object) -> str:
    """schema.org/Review → Review."""
    return str(kind).rsplit("/", 1)[-1]


def _number(value: Any) -> float | None:
    try:
        return float(str(value).replace(",", "."))
    except ValueError:
        return None
