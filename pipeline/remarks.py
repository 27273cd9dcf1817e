"""Article → Sentences with aspects, themes and polarity. A sentence that says something about one aspect is a remark.

Which aspect: the heading above, also one that runs into its paragraph ("Sound: 8/10. The …"), and the words of the sentence; without
either the aspect of the sentence before, where this one only says "it" or "they" (carry-over). Where a sentence turns ("gorgeous, but
the plot goes nowhere") each aspect gets the polarity of its own clause.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.article import Article
from pipeline.masks import Masks
from pipeline.sentences import clauses, is_credit, split
from pipeline.sentiment import Engine, Judgement, Unit
from pipeline.sentiment.judgement import ABSTAINED
from pipeline.topics import Topics
from pipeline.wishes import wished

_CARRIED = re.compile(r"^\W*(?:it|they|these|this|that|those|its|their|here|even so|still|which)\b", re.IGNORECASE)
_RUN_IN = re.compile(
    r"^\W{0,3}(?P<name>[A-Za-z][A-Za-z /&,-]{2,40}?)\s*(?:[:–—-]+|(?=[(\[]\s*\d)|$)\s*"
    r"(?P<score>[(\[]?\s*\d{1,3}(?:[.,]\d+)?\s*(?:(?:/|out of)\s*\d{1,3})?\s*[)\]]?(?![\w%]))?\s*[:.–—-]*\s*"
)
_JOINS = frozenset("and the of or & / my overall".split())
_MISSED = 0.3
"""Polarity, below 0, of a wish at least."""
_FELT = frozenset({"enjoyment"})
"""What may be said of any other aspect ("It is moving"), so that this one goes on."""
_HELD = 3
"""Sentences that a carried aspect lasts at most."""


class Placed(NamedTuple):
    """A sentence and where it stands."""

    text: str
    heading: str
    paragraph: int
    language: str


class Remarked(NamedTuple):
    """A sentence with its place and what was found in it."""

    text: str
    heading: str
    paragraph: int
    position: float
    unit: Unit
    judgement: Judgement
    aspects: Mapping[str, Judgement]
    themes: tuple[str, ...]


def remarked(article: Article, topics: Topics, masks: Masks, engine: Engine) -> list[Remarked]:
    """Every sentence of the article but headings, in order; in a language that the engine does not read with an abstention."""
    placed = list(_placed(article, topics))
    spoken = _aspects(placed, topics)
    units = _units(placed, spoken, masks)
    parts = [clauses(p.text) if names else [p.text] for p, names in zip(placed, spoken, strict=True)]
    asked = [n for n, unit in enumerate(units) if unit.language in engine.languages and not is_credit(placed[n].text)]
    turning = [n for n in asked if len(parts[n]) > 1]
    pieces = [Unit(masks.mask(part), heading=placed[n].heading, language=units[n].language) for n in turning for part in parts[n]]
    answers = iter(_judged(engine, [*(units[n] for n in asked), *pieces]))
    judged = dict(zip(asked, answers, strict=False))
    of_parts = {n: [next(answers) for _ in parts[n]] for n in turning}
    return [
        Remarked(
            p.text,
            p.heading,
            p.paragraph,
            units[n].position,
            units[n],
            whole := judged.get(n, ABSTAINED),
            _of_each(spoken[n], whole, parts[n], of_parts.get(n), topics),
            themes,
        )
        for n, (p, themes) in enumerate(zip(placed, topics.themes.labels_each([p.text for p in placed]), strict=True))
    ]


def _judged(engine: Engine, units: Sequence[Unit]) -> list[Judgement]:
    """What the engine says, but that what is wished for is missing."""
    return [
        replace(j, polarity=-max(abs(j.polarity or 0.0), _MISSED), confidence=max(j.confidence, 0.7)) if wished(u.text) else j
        for u, j in zip(units, engine.judge(units), strict=True)
    ]


def _placed(article: Article, topics: Topics) -> Iterator[Placed]:
    heading = ""
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.kind == "heading":
            heading = paragraph.text
            continue
        run_in, text = run_in_heading(paragraph.text, topics)
        heading = run_in or heading
        language = paragraph.language or article.language
        for sentence in split(text, language) if text else ():
            yield Placed(sentence, heading, number, language)


def run_in_heading(paragraph: str, topics: Topics) -> tuple[str, str]:
    """("Sound: 8/10", "The band plays …") for a paragraph that begins with the name of an aspect; ("", paragraph) for any other."""
    found = _RUN_IN.match(paragraph)
    if not found or not (
        paragraph[found.end("name") :].strip()[:1] in {":", "-", "–", "—", "(", "["} or found.end() == len(paragraph)
    ):
        return "", paragraph
    words = re.findall(r"[a-z-]+|&|/", found["name"].lower())
    named = topics.headings.labels(found["name"])
    if not named or len(words) > 5 or not all(w in _JOINS or topics.headings.find(w) or topics.aspects.find(w) for w in words):
        return "", paragraph
    return paragraph[: found.end()].strip(), paragraph[found.end() :]


def _aspects(placed: Sequence[Placed], topics: Topics) -> list[tuple[str, ...]]:
    """The aspects that each sentence speaks of."""
    found: list[tuple[str, ...]] = []
    carried: tuple[str, ...] = ()
    held = 0
    under = {heading: topics.headings.labels(heading) for heading in {place.heading for place in placed}}
    for place, within in zip(placed, topics.aspects.labels_each([place.text for place in placed]), strict=True):
        names = tuple(dict.fromkeys((*under[place.heading], *within)))
        if carried and held < _HELD and _FELT.issuperset(names) and _CARRIED.match(place.text):
            names, held = tuple(dict.fromkeys((*carried, *names))), held + 1
        else:
            carried, held = names, 0
        found.append(names)
    return found


def _units(placed: Sequence[Placed], spoken: Sequence[tuple[str, ...]], masks: Masks) -> list[Unit]:
    masked = ["", *masks.mask_each([p.text for p in placed]), ""]
    last = max(len(placed) - 1, 1)
    return [
        Unit(masked[n + 1], masked[n], masked[n + 2], p.heading, n / last, p.language, names)
        for n, (p, names) in enumerate(zip(placed, spoken, strict=True))
    ]


def _of_each(
    names: Sequence[str], whole: Judgement, parts: Sequence[str], judged: Sequence[Judgement] | None, topics: Topics
) -> dict[str, Judgement]:
    """The judgement of each aspect: of the clause that names it, where the sentence turns, else of the sentence."""
    if not judged:
        return dict.fromkeys(names, whole)
    labels = [topics.aspects.labels(part) for part in parts]
    return {
        name: next((j for of_part, j in zip(labels, judged, strict=True) if name in of_part and j.polarity is not None), whole)
        for name in names
    }
