"""Article + Series → Assessment: the one function in which all steps can be seen in order. Pure; stores nothing, fetches nothing."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline import phrases, scores, topics
from pipeline.article import Article
from pipeline.assessment import JUDGING, PROMISING, Assessment, Kind, Score, Sentence
from pipeline.kind import kind_of
from pipeline.masks import Masks
from pipeline.relevance import Names, judge
from pipeline.remarks import Remarked, remarked
from pipeline.sentiment import DEFAULT, ENGINES, Engine, Unit
from pipeline.series import Series
from pipeline.spoilers import SpoilerReader, warns
from pipeline.topics import Topics
from pipeline.verdict import Said, recommendation, verdict

VERSION = 1
"""Raise it with every change of code that changes results: what was assessed by an older one is assessed again."""
_THIN = 1.0
"""Remarks; an aspect with n of them is drawn toward the whole piece with the weight _THIN / (n + _THIN)."""
_RECOMMENDED = 0.5
"""Stance of a piece that recommends without a score: half the scale, since no degree is given."""


@dataclass(frozen=True, slots=True)
class Reader:
    """All that reading for one series takes, built once for a run."""

    series: Series
    names: Names
    topics: Topics
    masks: Masks
    engine: Engine

    @classmethod
    def of(cls, series: Series, engine: str = DEFAULT) -> "Reader":
        return cls(series, Names.of(series), Topics.of(series), Masks(series), ENGINES[engine])

    @property
    def recipe(self) -> str:
        """What made an assessment: code, engine, term tables and series. What was made by another recipe is outdated."""
        parts = (VERSION, self.engine.name, self.engine.version, topics.FINGERPRINT, self.series.fingerprint)
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def assess(article: Article, reader: Reader) -> Assessment:
    """Conclude everything about one article."""
    relevance = judge(article, reader.names)
    score = scores.stated_score(article)
    kind = kind_of(article, reader.series, score, reader.names.title)
    found = remarked(article, reader.topics, reader.masks, reader.engine)
    score = score if kind.name in (*JUDGING, *PROMISING) else None
    inferred = _inferred(found, reader)
    stance, stance_from = _stance(kind, score, found, inferred)
    summing_up = verdict([Said(r.text, r.heading, r.position, r.judgement.polarity) for r in found])
    sentences = _sentences(found, reader.series, article, summing_up)
    reads = article.language in reader.engine.languages
    return Assessment(
        relevance=relevance,
        kind=kind,
        stance=stance,
        stance_from=stance_from,
        score=score,
        verdict=summing_up if kind.name in (*JUDGING, *PROMISING) else None,
        aspects=_by_topic(((a, j.polarity) for r in found for a, j in r.aspects.items()), inferred),
        themes=_by_topic(((t, r.judgement.polarity) for r in found for t in r.themes), inferred),
        sentences=sentences,
        phrases=phrases.candidates(article.text, article.language, _name_words(reader.series)),
        spoiler_warning=warns(f"{article.title}\n{article.text}"),
        engine=f"{reader.engine.name}-{reader.engine.version}",
        note="" if reads else f"not analysed: language {article.language}",
    )


def _stance(
    kind: Kind, score: Score | None, found: list[Remarked], inferred: float | None
) -> tuple[float | None, Literal["stated", "inferred"] | None]:
    """A stated score first, then an outspoken recommendation, else the text. A clash of score and text stays visible: both are kept."""
    if kind.name not in (*JUDGING, *PROMISING):
        return (round(inferred, 3), "inferred") if inferred is not None else (None, None)
    if score is not None:
        return round((score.value - 50) / 50, 3), "stated"
    said = [sign for r in found if r.position >= 0.5 and (sign := recommendation(r.text)) is not None]
    if said and kind.name in JUDGING:
        return said[-1] * _RECOMMENDED, "stated"
    return (round(inferred, 3), "inferred") if inferred is not None else (None, None)


def _inferred(found: list[Remarked], reader: Reader) -> float | None:
    """The polarity of the piece read as a whole, which tells more than the mean of its sentences; None where no sentence was judged."""
    if all(r.judgement.polarity is None for r in found):
        return None
    return reader.engine.judge([Unit(" ".join(reader.masks.mask(r.text) for r in found))])[0].polarity


def _by_topic(spoken: Iterable[tuple[str, float | None]], whole: float | None) -> Mapping[str, float | None]:
    """Topic → mean polarity of its remarks, thin evidence drawn toward the whole; None where no remark could be judged."""
    polarities: dict[str, list[float]] = defaultdict(list)
    for name, polarity in spoken:
        polarities[name] += [] if polarity is None else [polarity]
    centre = whole or 0.0
    return {
        name: round((sum(values) + _THIN * centre) / (len(values) + _THIN), 3) if values else None
        for name, values in polarities.items()
    }


def _sentences(found: list[Remarked], series: Series, article: Article, summing_up: str | None) -> tuple[Sentence, ...]:
    aired = not (series.premiere and article.published and article.published < series.premiere)
    spoilers = SpoilerReader(aired)
    return tuple(
        Sentence(
            text=r.text,
            polarity=_rounded(r.judgement.polarity),
            confidence=round(r.judgement.confidence, 3),
            aspects={name: _rounded(j.polarity) for name, j in r.aspects.items()},
            themes=r.themes,
            spoiler=spoilers.is_spoiler(r.text, bool(r.aspects)),
            paragraph=r.paragraph,
            verdict=r.text == summing_up,
        )
        for r in found
    )


def _rounded(polarity: float | None) -> float | None:
    return None if polarity is None else round(polarity, 3)


def _name_words(series: Series) -> frozenset[str]:
    return frozenset(w.lower() for name in (*series.names, *series.people, *series.studio) for w in name.split())
