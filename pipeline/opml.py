"""OPML 2.0: lists of feeds, as feed readers give and take them. What stands in one is strangers' text and stays text."""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from pipeline.errors import SeriesError
from pipeline.series import Series, parse
from pipeline.urls import canonical, host, joined

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Feed:
    name: str
    url: str


def read(data: bytes) -> tuple[Feed, ...]:
    """The feeds of an OPML file however deep they lie, each address once; none where it is no OPML.

    Entities are not resolved and nothing is fetched; what is broken ends the list.
    """
    found: dict[str, Feed] = {}
    events = etree.iterparse(
        BytesIO(data.strip()),
        events=("start",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
    )
    try:
        for _, element in events:
            said = {str(name).lower(): str(value) for name, value in element.attrib.items()} if _is_outline(element) else {}
            url = joined("", said.get("xmlurl", ""))
            if host(url) and url.isprintable():
                name = _plain(said.get("title") or "") or _plain(said.get("text") or "") or host(url)
                found.setdefault(canonical(url), Feed(name[:_LONGEST_NAME].strip(), url))
    except (etree.LxmlError, ValueError):
        pass
    return tuple(found.values())


def write(series: Series) -> bytes:
    """The feeds among the sources of a series, as OPML 2.0."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = _plain(series.title)
    body = etree.SubElement(root, "body")
    for source in series.sources:
        if source.kind == "feed":
            etree.SubElement(
                body, "outline", type="rss", text=_plain(source.name), title=_plain(source.name), xmlUrl=_plain(source.url)
            )
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def new(feeds: Iterable[Feed], series: Series) -> tuple[Feed, ...]:
    """The feeds that the series has not got yet, with names that no other source has."""
    known = {canonical(s.url) for s in series.sources}
    taken = {s.name for s in series.sources}
    fresh = []
    for feed in feeds:
        if canonical(feed.url) in known:
            continue
        name, number = feed.name, 1
        while name in taken:
            number += 1
            name = f"{feed.name} {number}"
        known.add(canonical(feed.url))
        taken.add(name)
        fresh.append(Feed(name, feed.url))
    return tuple(fresh)


def appended(text: str, feeds: Iterable[Feed]) -> str:
    """A series file with the feeds as sources at its end; all that was there stays as it is.

    Raises SeriesError where the file would not be sound afterwards.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    tables = [
        end.join(("", "[[sources]]", f"name = {_quoted(f.name)}", 'kind = "feed"', f"url = {_quoted(f.url)}", "")) for f in feeds
    ]
    whole = f"{text}{'' if text.endswith(end) or not text else end}{''.join(tables)}"
    try:
        parse(tomllib.loads(whole), "The series file with the new sources")
    except tomllib.TOMLDecodeError:
        raise SeriesError(
            "Sources can't be added behind the end of this file.", "Write `sources = [ … ]` as [[sources]] tables."
        ) from None
    return whole


def _is_outline(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and etree.QName(element).localname.lower() == "outline"


def _plain(text: str) -> str:
    """One line without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _quoted(text: str) -> str:
    """A JSON string is a TOML string, where it has no control characters."""
    return json.dumps(text, ensure_ascii=False)
