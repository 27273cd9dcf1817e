"""The weeks of a series as an Atom feed (RFC 4287): what each report says in a few lines, and a link to its page beside the feed.

Links are relative to the place from which the feed was fetched: nobody knows here where the site will lie.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any
from xml.etree import ElementTree

from jinja2 import Environment

from reports.digest import Digest
from reports.labels import printable
from reports.templating import environment
from reports.tongue import ENGLISH, _, speaking

MOST = 60
"""Weeks in a feed, the newest."""
_AUTHORITY = "nectar.invalid,2024"
"""Of tag: identifiers (RFC 4151); the name resolves nowhere, and never will (RFC 6761)."""


def summary(digest: Digest) -> str:
    """What an entry says in the Digest's language: the verdict, the figures, and what changed; a line each."""
    with speaking(digest.language):
        return _environment().get_template("feed.txt").render(d=digest).strip()


def atom(title: str, slug: str, lines: Iterable[Mapping[str, Any]], language: str = ENGLISH) -> str:
    """The feed. `lines`: week, updated (ISO 8601 with its zone), verdict and summary each; those without are left out.

    `language`: of the feed; a line that was drawn in another has its own in `language`.
    """
    entries = sorted((line for line in lines if whole(line)), key=lambda line: str(line["week"]), reverse=True)[:MOST]
    feed = ElementTree.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language})
    _add(feed, "id", f"tag:{_AUTHORITY}:{slug}")
    with speaking(language):
        _add(feed, "title", _("%(title)s: how the press receives it, week by week", title=title))
    _add(feed, "updated", max((line["updated"] for line in entries), default="1970-01-01T00:00:00+00:00"))
    ElementTree.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": "feed.xml"})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"../index.html#{slug}"})
    _add(ElementTree.SubElement(feed, "author"), "name", "Nectar")
    for line in entries:
        own = line.get("language") or language
        entry = ElementTree.SubElement(feed, "entry", {"xml:lang": str(own)} if own != language else {})
        _add(entry, "id", f"tag:{_AUTHORITY}:{slug}/{line['week']}")
        _add(entry, "title", f"{title}, {line['week']}: {line['verdict']}")
        _add(entry, "updated", line["updated"])
        ElementTree.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{line['week']}.html"})
        _add(entry, "summary", line["summary"])
    ElementTree.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, "unicode") + "\n"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    """Without a type it is plain text (RFC 4287, 3.1.1): markup in it is shown and not read."""
    ElementTree.SubElement(parent, name).text = printable(text)


def whole(line: Mapping[str, Any]) -> bool:
    """True where a line can be an entry."""
    if not all(isinstance(line.get(name), str) for name in ("week", "updated", "verdict", "summary")):
        return False
    try:
        return datetime.fromisoformat(line["updated"]).tzinfo is not None
    except ValueError:
        return False


@cache
def _environment() -> Environment:
    return environment(markup=False)
