"""Article → Sentences with aspects, themes and polarity. A sentence that says something about one aspect is a remark.

Which aspect: the heading above, else the words of the sentence, else (carry-over) the aspect of the sentence before, where this one
only says "it" or "they". Where a sentence turns ("gorgeous, but the plot goes nowhere") each aspect gets the polarity of its own clause.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.article import Article
from pipeline.masks import Masks
from pipeline.sentences import clauses, split
from pipeline.sentiment import Engine, Judgement, Unit
from pipeline.sentiment.judgement import ABSTAINED
from pipeline.topics import Topics

_CARRIED = re.compile(r"^\W*(?:it|they|these|this|that|those|its|their|here|even so|still|which)\b", re.IGNORECASE)
_CREDIT = re.compile(r"^(?:[A-Z][\w'’&/, -]{2,60}):\s+(?P<names>\S.*)$")
_HELD = 3
"""Sentences that a carried aspect lasts at most."""


@dataclass(frozen=True, slots=True)
class Remarked:
    """A sentence with its place and what was found in it."""

    text: str
    heading: str
    paragraph: int
    position: float
    judgement: Judgement
    aspects: Mapping[str, Judgement]
    themes: tuple[str, ...]


def remarked(article: Article, topics: Topics, masks: Masks, engine: Engine) -> list[Remarked]:
    """Every sentence of the article but headings, in order. In a language that the engine does not read all judgements are abstentions."""
    reads = article.language in engine.languages
    placed = list(_placed(article))
    judged = _judge(engine, [masks.mask(s) for s, *_ in placed], placed) if reads else [ABSTAINED] * len(placed)
    judged = [ABSTAINED if is_credit(s) else j for (s, *_), j in zip(placed, judged, strict=True)]
    found: list[Remarked] = []
    carried: tuple[str, ...] = ()
    held = 0
    for number, ((sentence, heading, paragraph), whole) in enumerate(zip(placed, judged, strict=True)):
        names = topics.aspects.labels(sentence)
        if not names and (under := topics.headings.labels(heading)):
            names = under
        elif not names and carried and held < _HELD and _CARRIED.match(sentence):
            names, held = carried, held + 1
        else:
            carried, held = names, 0
        found.append(
            Remarked(
                sentence,
                heading,
                paragraph,
                number / max(len(placed) - 1, 1),
                whole,
                _by_aspect(sentence, names, whole, topics, masks, engine) if reads else dict.fromkeys(names, ABSTAINED),
                topics.themes.labels(sentence),
            )
        )
    return found


def _placed(article: Article) -> list[tuple[str, str, int]]:
    """(sentence, heading above it, number of its paragraph)."""
    heading, found = "", []
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.kind == "heading":
            heading = paragraph.text
            continue
        found += [(s, heading, number) for s in split(paragraph.text, article.language)]
    return found


def is_credit(sentence: str) -> bool:
    """A line of credits ("Music: Taisei Iwasaki") says who did it, and nothing of how well."""
    found = _CREDIT.match(sentence)
    words = re.findall(r"[^\W\d_]+", found["names"]) if found else []
    return bool(words) and sum(w[0].isupper() or w in {"and", "as", "by", "of", "the"} for w in words) >= 0.8 * len(words)


def _judge(engine: Engine, masked: list[str], placed: list[tuple[str, str, int]]) -> list[Judgement]:
    last = max(len(masked) - 1, 1)
    return engine.judge(
        [
            Unit(text, masked[n - 1] if n else "", masked[n + 1] if n < len(masked) - 1 else "", placed[n][1], n / last)
            for n, text in enumerate(masked)
        ]
    )


def _by_aspect(
    sentence: str, names: tuple[str, ...], whole: Judgement, topics: Topics, masks: Masks, engine: Engine
) -> dict[str, Judgement]:
    """The judgement of each aspect: of its own clause where several clauses share the sentence, else of the sentence."""
    if not names:
        return {}
    parts = clauses(sentence)
    if len(parts) == 1:
        return dict.fromkeys(names, whole)
    spoken = [topics.aspects.labels(part) for part in parts]
    judged = engine.judge([Unit(masks.mask(part)) for part in parts])
    return {
        name: next((j for labels, j in zip(spoken, judged, strict=True) if name in labels and j.polarity is not None), whole)
        for name in names
    }
