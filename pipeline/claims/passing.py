"""Whether the series was spoken of last, in an article that is about something else as a whole. Knows no kinds of claims."""

import re

from pipeline.claims.line import Line
from pipeline.claims.topic import Topic


def is_led(line: Line, topic: Topic) -> bool:
    """The line names no other work, nor does anything between it and the last title before, in its section, which is the series'."""
    told = topic.told(line.text)
    if told or line.label or _TURNS.match(line.text):
        return bool(told) and not line.label and all(m.own for m in told)
    for text in _before(line):
        if told := topic.told(text):
            return all(m.own for m in told)
        if _TURNS.match(text):
            return False
    return False


_TURNS = re.compile(
    r"\W*(?:Also|Elsewhere|Meanwhile|Next|Other|Another|Then|Back|An?|New|From|Of|In other|Speaking|Dir|By|Directed|Scored|Written)\b"
)
"""A sentence that begins so may be about something else."""
_FAR = 2
"""Paragraphs back."""


def _before(line: Line) -> list[str]:
    """The sentences before, the last first, and the paragraphs before them up to a heading or a list."""
    found = [] if line.opens else [*reversed(line.sentences_before)]
    for n in range(line.paragraph - 1, max(line.paragraph - 1 - _FAR, -1), -1):
        paragraph = line.article.paragraphs[n]
        if paragraph.kind != "text":
            return []
        found.append(paragraph.text)
    return found
