"""Measures judging beside plain TextBlob and VADER, on texts that nobody here wrote. Prints one Markdown table.

    python -m benchmarks.judgement --data DIR [--anime FILE] [--engine NAME]

Sentences: right is the sign at threshold 0; a text on which an engine says nothing (None, or exactly 0) counts as half right, for all
alike. Reviews go the way of the product, from text to assessment; in the text-only rows the scores that their authors wrote are blanked
first. The anime reviews are only ever measured on.
"""

import argparse
import gzip
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from scipy.stats import rankdata, spearmanr
from textblob import TextBlob
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from pipeline.article import Article, paragraphs_of
from pipeline.assess import Reader, assess
from pipeline.assessment import Assessment
from pipeline.extract import language_of
from pipeline.remarks import run_in_heading
from pipeline.sentiment import DEFAULT, Engine, Unit, engine
from pipeline.sentiment.corpora import Corpora, Record
from pipeline.series import Series
from pipeline.topics import Topics

Polarity = Callable[[str], float]
BINS = 10
SCORE = re.compile(
    r"\b\d+(?:[.,]\d+)?\s*(?:/|out of)\s*(?:10|100|5)\b|\b\d+(?:\.\d+)?\s*%"
    r"|\b(?:story|plot|art|animation|visuals?|sound|music|ost|characters?|enjoyment|overall|score|rating|final)\b\W{0,4}\d+(?:\.\d+)?",
    re.IGNORECASE,
)
SERIES = Series(title="The work under review", slug="work", medium="anime")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: ours, TextBlob, VADER, as printed."""

    name: str
    n: int
    values: tuple[str, ...]


def plain_textblob(text: str) -> float:
    return float(TextBlob(text).sentiment.polarity)


_VADER = SentimentIntensityAnalyzer()


def plain_vader(text: str) -> float:
    return float(_VADER.polarity_scores(text)["compound"])


def sentences(name: str, records: Sequence[Record], label: str, asked: Engine) -> list[Row]:
    """Share of right signs, share left unjudged, and expected calibration error."""
    favourable = np.array([bool(r[label]) for r in records])
    judged = asked.judge([Unit(r["text"]) for r in records])
    plain = [(plain_textblob(r["text"]), plain_vader(r["text"])) for r in records]
    found = np.array([(j.polarity or 0.0, *p) for j, p in zip(judged, plain, strict=True)])
    right = ((np.sign(found) * np.where(favourable, 1, -1)[:, None] + 1) / 2).mean(0)
    sure = [(j.confidence, (j.polarity > 0) == f) for j, f in zip(judged, favourable, strict=True) if j.polarity is not None]
    return [
        Row(f"{name}: accuracy", len(records), _told(right)),
        Row("… unjudged", len(records), _told((found == 0).mean(0))),
        Row("… calibration error", len(sure), (f"{_calibration_error(sure):.3f}", "–", "–")),
    ]


def _calibration_error(pairs: Sequence[tuple[float, bool]]) -> float:
    """Mean gap of confidence and share right, over BINS bins of confidence 0.5 to 1."""
    confidence, right = (np.array(column, float) for column in zip(*pairs, strict=True))
    bins = np.minimum(((confidence - 0.5) * 2 * BINS).astype(int), BINS - 1)
    return float(sum(abs(confidence[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins)))


def plot(texts: Sequence[str], asked: Engine) -> Row:
    """How often each engine says nothing of what merely happens."""
    ours = [j.polarity or 0.0 for j in asked.judge([Unit(text) for text in texts])]
    found = np.array([(p, plain_textblob(t), plain_vader(t)) for p, t in zip(ours, texts, strict=True)])
    return Row("plot sentences held out: unjudged", len(texts), _told((found == 0).mean(0)))


def article(text: str) -> Article:
    """A review as it would come out of a page."""
    blocks = re.split(r"\n\s*\n", text)
    paragraphs = paragraphs_of("\n\n".join(" ".join(b.split()) for b in blocks))
    title = "The work under review: review"
    return Article("https://reviews.example/one", "reviews.example", title, "", date(2024, 6, 1), "source", "en", paragraphs)


def documents(reviews: Sequence[Record], reader: Reader) -> list[Row]:
    """Whole reviews against the rating (1 to 10) of their authors."""
    scores = np.array([r["score"] for r in reviews], float)
    blank = [SCORE.sub(" ", r["text"]) for r in reviews]
    text_only = [assess(article(t), reader) for t in blank]
    found = np.array([(a.inferred or 0.0, plain_textblob(t), plain_vader(t)) for a, t in zip(text_only, blank, strict=True)]).T
    low, high = scores <= 4, scores >= 7
    allowed = [
        a if t == r["text"] else assess(article(r["text"]), reader) for a, t, r in zip(text_only, blank, reviews, strict=True)
    ]
    estimated = np.array([_ten(a) for a in allowed])
    stated = np.array([a.score is not None for a in allowed])
    error = np.abs(estimated - scores)
    rows = [
        Row("anime reviews, text only: Spearman with the rating", len(reviews), _told([spearmanr(p, scores)[0] for p in found])),
        Row("… negatives (4 or less) found", int(low.sum()), _told([(p[low] < 0).mean() for p in found])),
        Row("… positives (7 or more) kept", int(high.sum()), _told([(p[high] > 0).mean() for p in found])),
        Row(
            "… mean absolute error, of 10",
            len(reviews),
            (f"{np.abs([_ten(a) for a in text_only] - scores).mean():.3f}", "–", "–"),
        ),
        Row("stated scores allowed: Spearman", len(reviews), (f"{spearmanr(estimated, scores)[0]:.3f}", "–", "–")),
        Row("… mean absolute error, of 10", len(reviews), (f"{error.mean():.3f}", "–", "–")),
        Row("stated scores: within one point", int(stated.sum()), (f"{(error[stated] <= 1).mean():.3f}", "–", "–")),
        Row("… gross errors (4 points or more)", int(stated.sum()), (f"{(error[stated] >= 4).mean():.3f}", "–", "–")),
    ]
    tagged = [(a, r["verdict"]) for a, r in zip(allowed, reviews, strict=True) if r.get("verdict")]
    if tagged:
        right = [(a.recommends or "") == _tag(v) for a, v in tagged]
        most = max(sum(_tag(v) == w for _, v in tagged) for w in ("yes", "mixed", "no"))
        rows.append(
            Row(
                f"recommends / mixed / not: accuracy (the commonest alone: {most / len(tagged):.3f})",
                len(tagged),
                (f"{np.mean(right):.3f}", "–", "–"),
            )
        )
    return rows


def _tag(verdict: str) -> str:
    return {"r": "yes", "m": "mixed", "n": "no"}[verdict.strip().lower()[0]]


def _ten(a: Assessment) -> float:
    """The rating of 1 to 10 that an assessment amounts to."""
    return (a.score.value if a.score else 55.0 if a.estimate is None else a.estimate) / 10


@dataclass(frozen=True, slots=True)
class Section:
    """What an author wrote under a heading of one aspect, and the score (0 to 10) given to it there."""

    review: int
    aspect: str
    score: float
    text: str


def sections(reviews: Sequence[Record]) -> list[Section]:
    """The headed sections of the reviews whose authors score at least three aspects apart. Headings and scores are left out of the text."""
    topics = Topics.of(SERIES)
    found: list[Section] = []
    for number, review in enumerate(reviews):
        mine: dict[str, tuple[float, list[str]]] = {}
        current = ""
        for line in review["text"].split("\n"):
            heading, rest = run_in_heading(" ".join(line.split()), topics)
            if heading:
                rating = re.search(r"(\d+(?:[.,]\d+)?)\s*(?:/\s*10)?\W*$", heading)
                names = topics.headings.labels(heading)
                current = names[0] if rating and names and float(rating[1].replace(",", ".")) <= 10 else ""
                if rating and current:
                    mine.setdefault(current, (float(rating[1].replace(",", ".")), []))
            elif re.match(r"\W*overall\b", line, re.I):
                current = ""
            if current and rest:
                mine[current][1].append(SCORE.sub(" ", rest))
        full = {a: (s, " ".join(t)) for a, (s, t) in mine.items() if len(" ".join(t).split()) >= 8}
        if len(full) >= 3:
            found += [Section(number, a, s, t) for a, (s, t) in full.items()]
    return found


def aspects(given: Sequence[Section], reader: Reader) -> list[Row]:
    """Section text → its sub-score: AUC of good against bad, order of pairs within a review, and Spearman of what the review's mean leaves."""

    def ours(text: str) -> float:
        a = assess(article(text), reader)
        return a.inferred or 0.0

    found = np.array([(ours(s.text), plain_textblob(s.text), plain_vader(s.text)) for s in given]).T
    score, review = np.array([s.score for s in given]), np.array([s.review for s in given])
    good, bad = score >= 7, score <= 4
    rows = [
        Row(
            "aspect sections: AUC of 7 or more against 4 or less",
            int((good | bad).sum()),
            _told([_auc(p[good], p[bad]) for p in found]),
        )
    ]
    pairs = [(i, j) for i in range(len(given)) for j in range(len(given)) if review[i] == review[j] and score[i] - score[j] >= 2]
    order = [np.mean([p[i] > p[j] for i, j in pairs]) if pairs else float("nan") for p in found]
    rows.append(Row("… order of pairs 2 points apart within a review", len(pairs), _told(order)))
    left = _without_mean(score, review)
    rows.append(
        Row(
            "… residual Spearman (without the review's mean)",
            len(given),
            _told([spearmanr(_without_mean(p, review), left)[0] for p in found]),
        )
    )
    return rows


def _auc(good: np.ndarray, bad: np.ndarray) -> float:
    ranks = rankdata(np.concatenate([good, bad]))
    return float((ranks[: len(good)].sum() - len(good) * (len(good) + 1) / 2) / (len(good) * len(bad)))


def _without_mean(values: np.ndarray, review: np.ndarray) -> np.ndarray:
    return values - np.array([values[review == r].mean() for r in review])


def foreign(reader: Reader) -> Row:
    """Share of articles in other languages, in our own words, that are judged all the same."""
    texts = [
        "Die Musik ist wunderbar, aber die Handlung ist ein einziges Durcheinander. Ich habe mich trotzdem keine Minute gelangweilt.",
        "La música es preciosa, pero la historia es un desastre. Aun así no me aburrí ni un minuto y la recomiendo.",
        "音楽は素晴らしいが、物語は散漫だ。それでも最後まで楽しく見ることができた。おすすめしたい作品である。",
        "La musique est superbe, mais l'intrigue est un désastre. Je ne me suis pourtant jamais ennuyé devant cette série.",
    ]
    ours = [assess(replace(article(t), language=language_of(t)), reader).inferred for t in texts]
    found = np.array([(p or 0.0, plain_textblob(t), plain_vader(t)) for p, t in zip(ours, texts, strict=True)])
    return Row("German, Spanish, Japanese, French: scored", len(texts), _told((found != 0).mean(0)))


def speed(texts: Sequence[str], asked: Engine) -> Row:
    """Sentences a second of processor time, so that neighbours on the machine count less."""
    units = [Unit(text) for text in texts]
    rates = []
    for act in (lambda: asked.judge(units), lambda: [*map(plain_textblob, texts)], lambda: [*map(plain_vader, texts)]):
        start = time.process_time()
        act()
        rates.append(len(texts) / (time.process_time() - start))
    return Row("sentences a processor second", len(texts), tuple(f"{rate:,.0f}" for rate in rates))


def _told(values: Sequence[float]) -> tuple[str, ...]:
    return tuple(f"{value:.3f}" for value in values)


def rows(corpora: Corpora, anime: Path | None, name: str) -> Iterator[Row]:
    asked, reader = engine(name), Reader.of(SERIES, name)
    yield from sentences("SST-2 test", corpora.read("sst2_test"), "positive", asked)
    yield from sentences("rt-polarity, no overlap with training", corpora.polarity_test, "positive", asked)
    yield from sentences("critics, films held out", corpora.critics_test, "fresh", asked)
    yield plot(corpora.plot[1], asked)
    yield foreign(reader)
    if anime:
        with gzip.open(anime, "rt", encoding="utf-8") as lines:
            reviews = [json.loads(line) for line in lines]
        yield from documents(reviews, reader)
        yield from aspects(sections(reviews), reader)
    yield speed([r["text"] for r in corpora.critics_train[: 10_000 if asked.name in ("critic", "critic-cc") else 500]], asked)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure judging beside plain TextBlob and VADER.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the .jsonl.gz data sets")
    parser.add_argument("--anime", type=Path, help="rated anime reviews, .jsonl.gz")
    parser.add_argument("--engine", default=DEFAULT, help="a name, or a table of critic")
    options = parser.parse_args()
    print(f"| measured | n | {engine(options.engine).name} | TextBlob | VADER |\n| --- | ---: | ---: | ---: | ---: |")
    for row in rows(Corpora(options.data), options.anime, options.engine):
        print(f"| {row.name} | {row.n:,} | {' | '.join(row.values)} |", flush=True)


if __name__ == "__main__":
    main()
