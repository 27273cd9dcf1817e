"""Article + Series → Assessment: the one function in which all steps can be seen in order. Pure; stores nothing, fetches nothing."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline import calibration, phrases, topics
from pipeline.advice import Advice, advice
from pipeline.article import Article
from pipeline.assessment import JUDGING, PROMISING, Assessment, Facet, Opinion, Recommendation, Relevance, Score, Sentence
from pipeline.claims.ledger import Lookup, claims
from pipeline.comparisons import likened
from pipeline.kind import kind_of
from pipeline.masks import Masks
from pipeline.names import Names
from pipeline.relevance import judge
from pipeline.remarks import Remarked, remarked
from pipeline.scores import stated as scores
from pipeline.sentiment import PLAIN, Engine, engine
from pipeline.series import Series
from pipeline.spoilers import SpoilerReader, warns
from pipeline.terms import Terms
from pipeline.topics import Topics
from pipeline.verdict import Said, verdict

VERSION = 23
"""Raise it with every change of code that changes results: what was assessed by an older one is assessed again."""
_THIN = 0.5
"""Remarks; an aspect with n of them is drawn toward the whole piece with the weight _THIN / (n + _THIN)."""
_SPREAD = 0.6
"""Polarity by which a single remark misses what many would say: the spread of remarks on one aspect in one article."""
_NOT_ANALYSED = "not analysed: language {}"
_UNKEPT = "page not kept: noarchive"
_OUTSPOKEN = 0.3
"""Polarity from which a sentence counts as judging."""
_NINE_IN_TEN = 1.645
_RECOMMENDED = 0.5
"""Stance of a piece that recommends without a score: half the scale, since no degree is given."""
_IN_WORDS: Mapping[int | None, Recommendation] = {1: "yes", 0: "mixed", -1: "no"}


@dataclass(frozen=True, slots=True)
class Reader:
    """All that reading for one series takes, built once for a run."""

    series: Series
    names: Names
    topics: Topics
    masks: Masks
    lookup: Lookup
    """Of claims."""
    own: Terms
    """Names of the series itself: no other works."""
    engine: Engine
    scales: Mapping[str, float]
    """Site → the best score that it usually gives, of sites that are known well enough."""

    @classmethod
    def of(cls, series: Series, name: str = PLAIN, scales: Mapping[str, float] | None = None) -> "Reader":
        """`name` is that of an engine. Raises UserError where it can't be had."""
        return cls(
            series,
            Names.of(series),
            Topics.of(series),
            Masks(series),
            Lookup.of(series),
            _own(series),
            engine(name),
            scales or {},
        )

    @property
    def recipe(self) -> str:
        """What made an assessment: code, engine, term tables and series. What was made by another recipe is outdated."""
        parts = (VERSION, self.engine.name, self.engine.version, topics.FINGERPRINT, self.series.fingerprint)
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    def engine_for(self, article: Article) -> Engine:
        """What judges this article: nothing that sends it away where its page keeps it from machines."""
        return engine(PLAIN) if article.rights.keeps_from_models and self.engine.network else self.engine


def assess(article: Article, reader: Reader, relevance: Relevance | None = None) -> Assessment:
    """Conclude everything about one article; its relevance, where nobody knows it yet."""
    relevance = relevance or judge(article, reader.names)
    stated = scores.stated(article, reader.scales.get(article.site))
    asked = reader.engine_for(article)
    found = remarked(article, reader.topics, reader.masks, asked)
    kind = kind_of(article, reader.series, stated.overall, reader.names.title, _opinionated(found))
    weighs = kind.name in (*JUDGING, *PROMISING)
    stated = stated if weighs else scores.Stated()
    score = stated.overall
    inferred = _inferred(found, asked)
    estimate = None if inferred is None else calibration.line(asked.name).score(inferred)
    advised = advice((r.text, r.position) for r in found) if kind.name in JUDGING else None
    recommended = None if advised is None else _recommends(score, advised, estimate)
    said = advised.sign if advised and recommended == _IN_WORDS.get(advised.sign) else None
    stance, stance_from = _stance(score, said, estimate)
    summing_up = verdict([Said(r.text, r.heading, r.position, r.judgement.polarity) for r in found])
    unread = sorted({r.unit.language for r in found} - asked.languages)
    return Assessment(
        relevance=relevance,
        kind=kind,
        stance=stance,
        stance_from=stance_from,
        score=score,
        verdict=summing_up if weighs else None,
        opinions=(
            *_opinions("aspect", ((a, j.polarity) for r in found for a, j in r.aspects.items()), inferred, stated.aspects),
            *_opinions("theme", ((t, r.judgement.polarity) for r in found for t in r.themes), inferred, {}),
        ),
        sentences=_sentences(found, reader.series, article, summing_up),
        phrases=phrases.candidates(article.text, article.language, _name_words(reader.series)),
        spoiler_warning=warns(f"{article.title}\n{article.text}"),
        engine=f"{asked.name}-{asked.version}",
        note=_note(unread, article),
        inferred=inferred,
        estimate=estimate,
        recommends=recommended,
        episode_scores={episode: given.value for episode, given in stated.episodes.items()},
        likened_to=likened((r.text for r in found), reader.own),
        claims=claims(article, reader.lookup),
    )


def _note(unread: list[str], article: Article) -> str:
    """What a reader of the numbers should know."""
    unkept = (_UNKEPT,) if article.rights.noarchive else ()
    return "; ".join((*((_NOT_ANALYSED.format(", ".join(unread)),) if unread else ()), *unkept))


def _stance(
    score: Score | None, said: int | None, estimate: float | None
) -> tuple[float | None, Literal["stated", "inferred"] | None]:
    """A stated score first, then an outspoken recommendation, else what the text amounts to. A clash of score and text stays visible: both are kept."""
    if score is not None:
        return _of_100(score.value), "stated"
    if said is not None:
        return said * _RECOMMENDED, "stated"
    return (None, None) if estimate is None else (_of_100(estimate), "inferred")


def _of_100(score: float) -> float:
    return round((score - 50) / 50, 3)


def _recommends(score: Score | None, advised: Advice, estimate: float | None) -> Recommendation | None:
    """What its score or its text amounts to and what it advises, together; what it advises some readers only widens the middle."""
    amount = score.value if score else estimate
    if amount is None:
        return None if advised.sign is None else _IN_WORDS[advised.sign]
    if score is None and advised.withheld and advised.sign is None:
        return None
    return calibration.recommends(amount, advised.lean, advised.some)


def _opinionated(found: list[Remarked]) -> float:
    """The share of sentences that judge."""
    return sum(abs(r.judgement.polarity or 0.0) >= _OUTSPOKEN for r in found) / max(len(found), 1)


def _inferred(found: list[Remarked], asked: Engine) -> float | None:
    """The polarity of the piece as a whole; None where no sentence was judged."""
    judged = [r.judgement for r in found]
    if all(j.polarity is None for j in judged):
        return None
    return _rounded(asked.whole([r.unit for r in found], judged).polarity)


def _opinions(
    facet: Facet, spoken: Iterable[tuple[str, float | None]], whole: float | None, stated: Mapping[str, Score]
) -> Iterator[Opinion]:
    """Each topic with the mean polarity of its remarks, thin evidence drawn toward the whole, and the interval of that mean."""
    polarities: dict[str, list[float]] = defaultdict(list, {name: [] for name in stated})
    for name, polarity in spoken:
        polarities[name] += [] if polarity is None else [polarity]
    for name, values in polarities.items():
        score = stated[name].value if name in stated else None
        if not values:
            yield Opinion(facet, name, None, score=score)
            continue
        weight = len(values) + _THIN
        mean = (sum(values) + _THIN * (whole or 0.0)) / weight
        spread = sum((v - mean) ** 2 for v in values) + _THIN * _SPREAD**2
        half = _NINE_IN_TEN * (spread / weight / weight) ** 0.5
        low, high = max(-1.0, mean - half), min(1.0, mean + half)
        yield Opinion(facet, name, round(mean, 3), round(low, 3), round(high, 3), len(values), score)


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


def _own(series: Series) -> Terms:
    parts = [part for person in series.people for part in person.split() if len(part) > 3]
    return Terms({"own": (*series.names, *series.people, *parts, *series.studio, *(e.title for e in series.episodes if e.title))})


def _name_words(series: Series) -> frozenset[str]:
    return frozenset(w.lower() for name in (*series.names, *series.people, *series.studio) for w in name.split())
