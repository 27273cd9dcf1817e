"""The readable piece that a page carries. Knows nothing of any series."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.patterns import late
from pipeline.rights import Rights

_UNSPACED = late("[\u3040-\u9fff]")
ParagraphKind = Literal["text", "heading", "item", "quote"]
_MARKS: dict[ParagraphKind, str] = {"text": "", "heading": "## ", "item": "- ", "quote": "> "}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text without line breaks."""

    text: str
    kind: ParagraphKind = "text"
    language: str = ""
    """ISO 639-1, where it is another than the article's."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating that the page states in its structured data, as its author's own."""

    value: str
    best: float | None = None
    worst: float | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader of the page would call the article, and nothing around it."""

    url: str
    """Canonical."""
    site: str
    title: str
    author: str
    published: date | None
    date_from: str
    """Where `published` comes from: json-ld, meta, source, page, url, text; empty if there is none."""
    language: str
    """ISO 639-1, of the text itself."""
    paragraphs: tuple[Paragraph, ...]
    tags: tuple[str, ...] = ()
    ratings: tuple[Rating, ...] = ()
    types: tuple[str, ...] = ()
    """schema.org types that the page gives itself, such as Review or NewsArticle."""
    rights: Rights = Rights()  # noqa: RUF009 - frozen
    """What the page allows."""
    teaser: bool = False
    """Only the beginning of an article that goes on elsewhere."""

    @property
    def text(self) -> str:
        """One block a paragraph, blank lines between, marked as in Markdown. `paragraphs_of` is its inverse."""
        return "\n\n".join(_MARKS[p.kind] + p.text for p in self.paragraphs)

    @property
    def words(self) -> int:
        return count_words(" ".join(p.text for p in self.paragraphs))


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Read `Article.text` back; plain text with blank lines is read as paragraphs, the rows of a table and of a box of facts each as an item."""
    found = []
    for block in text.split("\n\n"):
        if lines := rows(block):
            found += lines
            continue
        line = " ".join(block.split())
        if _HEAD.fullmatch(line):
            found.append(Paragraph(line.strip("*#_ "), "heading"))
            continue
        for kind, mark in _MARKS.items():
            if mark and line.startswith(mark):
                found.append(Paragraph(line.removeprefix(mark), kind))
                break
        else:
            if line:
                found.append(Paragraph(line))
    return tuple(found)


def rows(block: str) -> list[Paragraph]:
    """The lines of a table or of a box of facts; [] where the block is prose."""
    if "\n" not in block.strip():
        return []
    lines = [_BOLD_LABEL.sub(r"\1", " ".join(line.split())) for line in block.strip().split("\n")]
    if all(line.startswith("|") for line in lines):
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if _RULE.sub("", line)]
        heads = cells[0] if cells and not _RULE.sub("", lines[1]) else []
        return [Paragraph(row(each, heads if n else []), "item") for n, each in enumerate(cells)]
    head = len(lines) > _FACTS and not _PART.fullmatch(lines[0]) and _HEADING.fullmatch(lines[0]) is not None
    facts = lines[head:]
    if len(facts) < _FACTS or not any(all(one.fullmatch(line) for line in facts) for one in (_FACT, _PART)):
        return []
    return [*(Paragraph(line, "heading") for line in lines[:head]), *(Paragraph(line, "item") for line in facts)]


def row(cells: Sequence[str], heads: Sequence[str] = ()) -> str:
    """A row of a table as a line; in one of several columns each cell says which it stands in: "Iron Moth | Episodes: 12 | Starts: 5 April"."""
    if len(heads) != len(cells) or len(cells) < _COLUMNS:
        heads = [""] * len(cells)
    named = [
        f"{head}: {cell}" if n and head and not _OF_SCORES.search(head) else cell
        for n, (head, cell) in enumerate(zip(heads, cells, strict=True))
        if cell
    ]
    return " | ".join(named)


_COLUMNS = 3
"""From which on it is told by its head what a cell is about."""
_OF_SCORES = re.compile(r"\b(?:scores?|ratings?|rated|grades?|stars|points|marks|average|verdict)\b|:", re.IGNORECASE)
"""Over scores of many things: behind such a label one would be taken for that of the whole."""
_HEAD = re.compile(r"#{1,6}\s+\S.{0,198}|(?:\*\*|__)(?=.{0,90}[^\W_])[^*_?]{1,90}[^*_.,:;!?](?:\*\*|__)")
"""A line that stands alone under marks of a heading, or in bold."""
_BOLD_LABEL = re.compile(r"^(?:\*\*|__)([^*_:]{1,50}(?::(?=\*\*|__)|(?=(?:\*\*|__):)))(?:\*\*|__)")
"""A label in bold type, with the colon or without."""
_RULE = re.compile(r"[|:\s-]+")
"""The line under the head of a table."""
_FACT = re.compile(r"(?!Best\s)[^:.!?|#>-][^:.!?|]{0,30}\.?[^:.!?|]{0,20}:\s\S.{0,90}")
"""A label and what it says, which is no prize; in prose a line is broken anywhere."""
_PART = re.compile(r"[^\W\d_a-z][^!?|:]{1,40}\s(?:as|[–—-]|…|→)\s[^\W\d_a-z][^!?|:]{1,50}")
"""Somebody as somebody, or somebody and what is his, in a line of its own."""
_HEADING = re.compile(r"(?:\S+\s){0,1}[^\s:]+|[^.!?]{3,90}:")
"""Over a box: a word or two, or what introduces it."""
_FACTS = 3
"""Lines of a box at least."""


def count_words(text: str) -> int:
    """Words; where a script writes none (Japanese, Chinese), two characters count as one."""
    if text.isascii():
        return len(text.split())
    unspaced = len(_UNSPACED.findall(text))
    return len(text.split()) if unspaced * 4 < len(text) else unspaced // 2
