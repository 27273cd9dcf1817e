"""Lists of what somebody would like for the series: a dream cast, a sequel's staff. Knows no kinds of claims."""

import re

from pipeline.article import Paragraph
from pipeline.claims.line import Line

_WISHED = re.compile(
    r"\b(?:what\s+|things?\s+(?:that\s+)?)?(?:I|we|fans)(?:['’]d|\s+would)?\s+(?:want|wish|hope|like|love)\b|\bwish\s*-?list\b|\bdream cast\b",
    re.IGNORECASE,
)


def is_wished(line: Line) -> bool:
    """An entry of a list of what somebody would like."""
    every = line.article.paragraphs
    if line.paragraph < 1 or not _is_entry(every[line.paragraph]):
        return False
    above = next((p for p in reversed(every[: line.paragraph]) if not _is_entry(p)), None)
    return above is not None and above.text.rstrip(" *_").endswith(":") and bool(_WISHED.search(above.text))


def _is_entry(paragraph: Paragraph) -> bool:
    return paragraph.kind == "item" or bool(_NUMBER.match(paragraph.text))


_NUMBER = re.compile(r"\W*\d{1,2}[.)]\s")
"""What an entry of a list in plain text begins with."""
