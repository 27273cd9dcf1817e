"""Page → Article | Skip. The one owner of trafilatura, which is not thread-safe: call it from one thread of a process."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import py3langid
from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document, Extractor

from pipeline import imprint, structured
from pipeline.article import Article, Paragraph, ParagraphKind, count_words, paragraphs_of, row, rows
from pipeline.byline import above, author_of
from pipeline.dates import when_published
from pipeline.furniture import from_the_title, prune, without_furniture
from pipeline.markup import decoded, parsed
from pipeline.missing import says_missing
from pipeline.page import Page, Reason, Skip
from pipeline.rights import rights
from pipeline.urls import canonical, host, is_index, joined

SHORTEST = 25
"""Words; a page with fewer carries no article (a cookie wall, a picture, an error in plain words)."""
_TELLING = 400
"""Characters; more of a text does not tell its language any better."""
_PARAGRAPH = 120
"""Characters from which a paragraph tells its language."""
_SPOKEN_OF = frozenset("ar cs da de el en es fi fr he hi hu id it ja ko nl no pl pt ro ru sv th tr uk vi zh".split())
"""Languages that single paragraphs are believed to be in: on so little text the rarer ones are guesses."""
_ENGLISH = frozenset(
    """the and of to with that this are from which they have has been were but not by an their its who what you would when there than into for
    is he she his our your said about could people because after before other only some more like years through between also how while new""".split()
)
_OF_OTHERS = frozenset(
    """der das und ist ein eine von mit den dem zu im sich auf für il di che la le per non un una del della con da de que em os um uma para com
    na el los las en et les des du dans est yang dan ini untuk dengan pada dari itu adalah tidak het een van op te och att det som er og på til
    w z się""".split()
)
_FOREIGN_LETTER = re.compile("[\u00aa-\u1fff\u3000-\U0010ffff]")
_OPTIONS = Extractor(output_format="txt", fast=True, comments=False)
"""Made once: each making reads a dozen settings from a file's text."""
_OPTIONS.min_extracted_size = (
    5 * SHORTEST
)  # characters: a short post is found too, and not replaced by all text of the page in one piece
_TEASER = 120
"""Words; below it "continue reading" means that the rest stands elsewhere."""
_TEXT: Any = etree.XPath("string()", smart_strings=False)
"""All text within an element, in half the time of walking through it."""
_GO_ON = re.compile(
    r"\b(?:continue reading|read (?:more|the (?:full|rest|whole))|subscribe to (?:read|continue)|sign in to)\b", re.I
)
_CELL = 100
"""Characters of a cell that tells a fact."""
_BLANK_LINE = re.compile(r"\n\s*\n")
_BLOCKS = frozenset({"p", "head", "list", "item", "quote", "table", "row", "cell", "div", "code"})
_KINDS: dict[str, ParagraphKind] = {"head": "heading", "item": "item", "quote": "quote"}


def extract(page: Page, now: datetime) -> Article | Skip:
    """Read the article out of a page.

    Never raises for what a page contains: what can't be read is a Skip with its reason.
    """
    markup = decoded(page)
    tree = parsed(markup)
    if tree is None:
        return Skip(page.url, page.source, Reason.NOT_HTML, page.headers.get("content-type", ""))
    prune(tree)  # what readers and share bars say is none of the article's, their ratings and dates included
    said = structured.read(tree, markup, page.final_url)
    if _is_index(page.final_url, said.types):
        return Skip(page.url, page.source, Reason.INDEX_PAGE)
    title_on_page = _line("".join(map(str, next(tree.iter("h1"), tree.makeelement("h1")).itertext())))
    document = bare_extraction(tree, options=_OPTIONS)
    found = _paragraphs(document.body) if isinstance(document, Document) else ()
    named, paragraphs = above(without_furniture(from_the_title(found, title_on_page)), title_on_page)
    text = " ".join(p.text for p in paragraphs)
    words = count_words(text)
    if not isinstance(document, Document) or words < SHORTEST:
        return Skip(page.url, page.source, Reason.NO_TEXT, f"{words} words")
    printed = imprint.read(tree)
    if says_missing((title_on_page, printed.title), words):
        return Skip(page.url, page.source, Reason.NO_TEXT, "the page says that it is missing")
    site = imprint.site_of((printed.site, said.site), host(page.final_url), printed.handle)
    language = language_of(text)
    published, date_from = when_published(tree, page.final_url, said.published, page.link.published, now)
    return Article(
        url=_own_address(printed.canonical, page),
        site=site,
        title=imprint.without_site(_line(said.headline or printed.title or page.link.title), site) or "(untitled)",
        author=author_of(tree, said.author, printed.author) or named,
        published=published,
        date_from=date_from,
        language=language,
        paragraphs=with_languages(paragraphs, language),
        tags=tuple(dict.fromkeys((*printed.tags, *said.sections, *filter(None, map(_line, page.link.tags))))),
        ratings=said.ratings,
        types=said.types,
        rights=rights(page.headers, printed.metas),
        teaser=not said.free or (words < _TEASER and bool(_GO_ON.search(markup))),
    )


def from_text(page: Page, text: str) -> Article | Skip:
    """The article that somebody hands over as plain text (blank lines between paragraphs); `page.link` says its title and date."""
    paragraphs = without_furniture(paragraphs_of(text))
    if not paragraphs:
        return Skip(page.url, page.source, Reason.NO_TEXT, "0 words")
    published = page.link.published.date() if page.link.published else None
    language = language_of(" ".join(p.text for p in paragraphs))
    return Article(
        url=canonical(page.url) if page.url else "",
        site=host(page.url),
        title=_line(page.link.title) or "(untitled)",
        author="",
        published=published,
        date_from="source" if published else "",
        language=language,
        paragraphs=with_languages(paragraphs, language),
    )


def language_of(text: str) -> str:
    """ISO 639-1 code of the language that a text is written in."""
    begin = text[:_TELLING]
    return "en" if _is_plainly_english(begin) else str(py3langid.classify(begin)[0])


def _is_plainly_english(text: str) -> bool:
    """So plainly that asking, which costs as much as parsing a third of a page, would say the same."""
    words = text.lower().split()
    return (
        sum(map(_ENGLISH.__contains__, words)) * 7 >= len(words) > 10
        and _OF_OTHERS.isdisjoint(words)
        and not _FOREIGN_LETTER.search(text)
    )


def with_languages(paragraphs: Sequence[Paragraph], language: str) -> tuple[Paragraph, ...]:
    """The paragraphs, each that is written in another language than most of them with its own; short ones tell none."""

    def of(paragraph: Paragraph) -> str:
        text = paragraph.text
        if len(text) < _PARAGRAPH or _sounds_english(text) == (language == "en") or _names_only(text):
            return ""  # asking costs a twentieth of an extraction: only where the commonest words speak against it
        other = language_of(text)
        return "" if other == language or other not in _SPOKEN_OF else other

    return tuple(replace(p, language=other) if (other := of(p)) else p for p in paragraphs)


def _names_only(text: str) -> bool:
    """A list of names sounds like any language."""
    words = [w for w in text.split() if w[:1].isalpha()]
    return sum(w[:1].isupper() for w in words) > 0.5 * len(words)


def _sounds_english(text: str) -> bool:
    return sum(word in text for word in (" the ", " and ", " of ", " to ", " a ", " is ", " in ", " it ")) >= 2


def _is_index(url: str, types: tuple[str, ...]) -> bool:
    of_index = structured.INDEX_TYPES & set(types) and not structured.ARTICLE_TYPES & set(types)
    return bool(of_index) or is_index(url)


def _own_address(stated: str, page: Page) -> str:
    """The canonical link where it stays on the page's own site: nobody may take the place of another's article."""
    address = joined(page.final_url, stated)
    if host(address) == host(page.final_url) and not (is_index(address) and not is_index(page.final_url)):
        return canonical(address)
    return canonical(page.final_url)


def _paragraphs(body: etree._Element) -> tuple[Paragraph, ...]:
    """trafilatura's tree, flattened to paragraphs."""
    found: list[Paragraph] = []

    def add(text: str | None, kind: ParagraphKind = "text") -> None:
        if line := _line(text):
            found.append(Paragraph(line, kind))

    def walk(element: etree._Element, kind: ParagraphKind) -> None:
        blocks = [c for c in element if c.tag in _BLOCKS]
        if facts := _facts(element):
            for fact in facts:
                add(fact, "item")
            return
        if not blocks:
            for n, block in enumerate(_blocks(element)):
                if lines := rows(block):
                    found.extend(lines)
                else:
                    add(block, kind if n == 0 or kind != "heading" else "text")
            return
        run = element.text or ""
        for child in element:
            if child in blocks:
                add(run, kind)
                run = ""
                walk(child, _KINDS.get(child.tag, kind))
            elif isinstance(child.tag, str):
                run += _TEXT(child)
            run += child.tail or ""
        add(run, kind)

    walk(body, "text")
    return tuple(found)


def _facts(element: etree._Element) -> list[str]:
    """The row of a table of facts as one line, or the pairs of a list of definitions; [] for any other block, such as a row by which a page is laid out."""
    defined = element.tag == "list" and [cell.get("rend", "")[:2] for cell in element] == ["dt", "dd"] * (len(element) // 2)
    if not (defined or element.tag == "row") or any(part.tag in _BLOCKS for cell in element for part in cell):
        return []
    cells = [_line(_TEXT(cell)) for cell in element]
    if max(map(len, cells), default=0) > _CELL:
        return []
    if not defined:
        told = [cell for cell in cells if cell]
        return [_told(*told) if len(told) == 2 else row(cells, _heads(element))] if len(told) > 1 else []
    return [_told(label, fact) for label, fact in zip(cells[::2], cells[1::2], strict=True)]


def _heads(element: etree._Element) -> list[str]:
    """The head of the table that a row is of; [] where it has none, or is it."""
    table = element.getparent()
    first = table[0] if table is not None else element
    heads = [_line(_TEXT(cell)) for cell in first if cell.get("role") == "head"]
    return heads if first is not element and len(heads) == len(first) else []


def _told(label: str, fact: str) -> str:
    return f"{label.rstrip(' :')}: {fact}"


def _blocks(element: etree._Element) -> list[str]:
    """The text of a block; trafilatura writes <br> as <lb/>, and two of them are a new paragraph in hand-made pages."""
    for lb in element.iter("lb"):
        lb.text = "\n"
    return _BLANK_LINE.split(_TEXT(element))


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
