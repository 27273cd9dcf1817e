"""A site's own search as a template with `{searchTerms}` in it: from a description in OpenSearch, from JSON-LD, from a form.

Only a search on the same site counts; many a form leads to a search engine.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, quote_plus, urlencode

from lxml import etree
from parsel import Selector

from pipeline.urls import joined, same_site

TERMS = "{searchTerms}"
_FILLED = {
    "count": "50",
    "startIndex": "1",
    "startPage": "1",
    "language": "*",
    "inputEncoding": "UTF-8",
    "outputEncoding": "UTF-8",
}
_RANKED = ("application/rss+xml", "application/atom+xml", "text/html", "application/xhtml+xml")
_FIELDS = frozenset({"s", "q", "query", "search", "keyword", "keywords", "term", "text", "searchword", "wd", "k"})


@dataclass(frozen=True, slots=True)
class Search:
    template: str
    because: str
    """Where it was found, in words."""


def is_template(url: str) -> bool:
    return TERMS in url or quote(TERMS) in url


def filled(template: str, words: str) -> str:
    """The address of the results for these words: quoted with `+` in a query, with `%20` in a path."""
    template = template.replace(quote(TERMS), TERMS)
    in_query = "?" in template.partition(TERMS)[0]
    return template.replace(TERMS, quote_plus(words) if in_query else quote(words, safe=""))


def advertised(root: Selector, base: str) -> Search | None:
    """What a page itself says of its search: a SearchAction of its JSON-LD, else a form that asks with GET."""
    return _search_action(root, base) or _form(root, base)


def described(body: bytes, base: str) -> Search | None:
    """The best template of an OpenSearch description (1.1, draft 6), results as a feed first; None where it has none that can be used."""
    best: dict[str, str] = {}
    try:
        tree = etree.fromstring(body.strip(), etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return None
    for url in tree.iterfind(".//{*}Url") if tree is not None else ():
        kind = (url.get("type") or "").partition(";")[0].strip().lower()
        template = joined(base, _plain(url.get("template") or ""))
        fit = (url.get("method") or "get").lower() == "get" and (url.get("rel") or "results").lower() == "results"
        if fit and kind in _RANKED and TERMS in template and same_site(template, base):
            best.setdefault(kind, template)
    kind = next((k for k in _RANKED if k in best), "")
    results = "as a feed" if kind in _RANKED[:2] else "as a page"
    return Search(best[kind], f"its OpenSearch description offers results {results}") if kind else None


def is_description(body: bytes) -> bool:
    return b"<OpenSearchDescription" in body[:4096] or b":OpenSearchDescription" in body[:4096]


def _plain(template: str) -> str:
    """With the terms alone left to fill in; empty where a parameter that must be filled in is none that we know."""

    def fill(found: re.Match[str]) -> str:
        name, optional = found[1], bool(found[2])
        if name == "searchTerms":
            return TERMS
        return _FILLED.get(name, "") if name in _FILLED and not optional else "" if optional else "{}"

    plain = re.sub(r"\{([\w:-]+)(\??)\}", fill, template)
    return "" if "{}" in plain else plain


def _search_action(root: Selector, base: str) -> Search | None:
    """schema.org's SearchAction: https://schema.org/potentialAction; `query-input` names the placeholder."""
    for text in root.xpath("//script[@type='application/ld+json']/text()").getall():
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for action in _actions(data):
            target = action.get("target")
            for one in target if isinstance(target, list) else [target]:
                template = one.get("urlTemplate") if isinstance(one, dict) else one
                wanted = action.get("query-input")
                named = wanted.get("valueName") if isinstance(wanted, dict) else wanted
                name = re.search(r"(?:name=)?([\w-]+)\s*$", named) if isinstance(named, str) else None
                if not (isinstance(template, str) and name):
                    continue
                plain = joined(base, template.replace("{" + name[1] + "}", TERMS))
                if TERMS in plain and "{" not in plain.replace(TERMS, "") and same_site(plain, base):
                    return Search(plain, "its JSON-LD names a search")
    return None


def _actions(data: Any) -> Iterator[dict[str, Any]]:
    """The SearchActions of a JSON-LD document: of its top, its list or its @graph."""
    nodes = data if isinstance(data, list) else [data]
    for node in list(nodes):
        graph = node.get("@graph") if isinstance(node, dict) else None
        nodes = [*nodes, *graph] if isinstance(graph, list) else nodes
    for node in nodes:
        actions = node.get("potentialAction") if isinstance(node, dict) else None
        for action in actions if isinstance(actions, list) else [actions]:
            if isinstance(action, dict) and "SearchAction" in str(action.get("@type")):
                yield action


def _form(root: Selector, base: str) -> Search | None:
    for form in root.xpath("//form[not(@method) or translate(normalize-space(@method), 'GET', 'get') = 'get']"):
        said = " ".join(form.attrib.get(key, "") for key in ("role", "id", "class", "action", "name")).lower()
        for box in form.xpath(".//input[@name]"):
            kind, name = box.attrib.get("type", "text").lower(), box.attrib["name"]
            if kind == "search" or (kind == "text" and (name.lower() in _FIELDS or "search" in said)):
                action = joined(base, form.attrib.get("action", "")) or base
                hidden = [(h.attrib["name"], h.attrib.get("value", "")) for h in form.xpath(".//input[@type='hidden'][@name]")]
                query = urlencode(hidden) + ("&" if hidden else "") + f"{quote_plus(name)}={TERMS}"
                if same_site(action, base):
                    return Search(f"{action.partition('#')[0].partition('?')[0]}?{query}", "it has a search form")
    return None
