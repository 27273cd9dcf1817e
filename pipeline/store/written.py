"""Articles and assessments as rows. Pure: knows no connection.

The rows of opinions, sentences, remarks and claims are many and go to the driver as they are: values in the order of the table's columns,
clean already.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from pipeline.article import Article
from pipeline.assessment import Assessment
from pipeline.store.rows import Pending
from pipeline.store.strangers import holdable
from pipeline.week import Week

Row = dict[str, Any]
Values = tuple[object, ...]
Statement = tuple[str, str, str, bool]
"""(kind, about, value, denied): what makes two claims of one article the same."""


def article_row(waiting: Pending, article: Article, key: str, recipe: str) -> Row:
    """All columns but `id`, and `url`, which stays what it was when the article was first read. `key`: identity of its address."""
    return {
        "page_id": waiting.page_id,
        "key": key,
        "sha256": waiting.sha256,
        "recipe": recipe,
        "site": article.site,
        "title": article.title,
        "author": article.author,
        "published": article.published,
        "date_from": article.date_from,
        "language": article.language,
        "text": article.text,
        "words": article.words,
        "tags": list(article.tags),
        "teaser": article.teaser,
        "rights": article.rights.as_record(),
    }


def assessment_row(series: str, article_id: int, waiting: Pending, article: Article, concluded: Assessment) -> Row:
    score = concluded.score
    return {
        "series": series,
        "article_id": article_id,
        "source": waiting.page.source,
        "week": str(Week.of(article.published)) if article.published else None,
        "seen_week": str(Week.of(waiting.first_seen.astimezone(UTC).date())),
        "first_seen": waiting.first_seen,
        "relevant_because": concluded.relevance.because,
        "kind": concluded.kind.name,
        "kind_because": concluded.kind.because,
        "kind_margin": concluded.kind.margin,
        "episode": concluded.kind.episode,
        "stance": concluded.stance,
        "stance_from": concluded.stance_from,
        "score": score.value if score else None,
        "score_as_written": score.as_written if score else None,
        "score_from": score.where if score else None,
        "inferred": concluded.inferred,
        "estimate": concluded.estimate,
        "recommends": concluded.recommends,
        "episode_scores": {str(episode): value for episode, value in concluded.episode_scores.items()},
        "likened_to": [[likeness.work, likeness.sentence] for likeness in concluded.likened_to],
        "verdict": concluded.verdict,
        "phrases": list(concluded.phrases),
        "spoiler_warning": concluded.spoiler_warning,
        "engine": concluded.engine,
        "note": concluded.note,
    }


def opinion_rows(key: int, concluded: Assessment) -> Iterator[Values]:
    for o in concluded.opinions:
        yield key, o.facet, holdable(o.name), o.polarity, o.low, o.high, o.remarks, o.score


def sentence_rows(key: int, concluded: Assessment) -> Iterator[Values]:
    for n, s in enumerate(concluded.sentences):
        yield key, n, holdable(s.text), s.paragraph, s.polarity, s.confidence, s.spoiler, s.verdict


def remark_rows(key: int, concluded: Assessment) -> Iterator[Values]:
    for n, s in enumerate(concluded.sentences):
        for facet, name, polarity in s.topics if s.aspects or s.themes else ():  # most speak of neither
            yield key, n, facet, holdable(name), polarity


def claim_rows(
    key: int, concluded: Assessment, since: datetime, earlier: Mapping[Statement, datetime]
) -> Iterator[tuple[*Values, datetime]]:
    """`since`: when the article was first had as it is now; `earlier`: when it was first had with what it stated before too."""
    for n, c in enumerate(concluded.claims):
        about, value = holdable(c.about), holdable(c.value)
        first = earlier.get((c.kind, about, value, c.denied), since)
        said = holdable(c.as_written), holdable(c.sentence), c.position, c.modality, holdable(c.said_by)
        yield key, n, c.kind, about, value, *said, c.topical, first
