"""The views: what other programs may read and rely on while the tables below may change. `docs/database.md` lists them.

One SQL text for SQLite and PostgreSQL; `{each}` is how a database takes a JSON object apart into `key` and `value`. A changed view needs a new
revision in `migrations/`, if only an empty one: views are made anew after every migration.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, inspect

from pipeline.assessment import JUDGING, PROMISING

_EACH = {"sqlite": "json_each", "postgresql": "json_each_text"}


def _listed(kinds: Iterable[str]) -> str:
    return ", ".join(f"'{kind}'" for kind in sorted(kinds))


_ARTICLE = {
    "series": "slug of the series: an article about two series is there twice",
    "article_id": "the same in all views; stays while the article is read again",
    "url": "canonical address",
    "site": "name of the outlet",
    "source": "name of the source in the series file",
    "title": "as the outlet gives it",
    "published": "day, in the outlet's own time zone; null where unknown",
    "week": "ISO week of publication, such as 2024-W24; null where the day is unknown",
    "kind": "`preview`, `review`, `episode_review`, `news`, `interview`, `guide`, `list` or `other`",
    "episode": "number, for an `episode_review`; else null",
}
_FROM_ARTICLE = (
    "s.series, a.id AS article_id, a.url, a.site, s.source, a.title, a.published, s.week, s.kind, s.episode",
    "FROM assessment s JOIN article a ON a.id = s.article_id",
)


_SIDE = f"CASE WHEN s.kind IN ({_listed(PROMISING)}) THEN 'promise' WHEN s.kind IN ({_listed(JUDGING)}) THEN 'reception' ELSE 'other' END"


@dataclass(frozen=True, slots=True)
class View:
    name: str
    about: str
    columns: Mapping[str, str]
    """Name → meaning, with unit and range, in the order of the SQL."""
    sql: str


VIEWS = (
    View(
        "articles",
        "One row for each article about a series, with what was concluded.",
        _ARTICLE
        | {
            "author": "as the outlet gives it; may be empty",
            "date_from": "who says so: `json-ld`, `meta`, `source`, `page`, `url`, `text`, or empty",
            "language": "ISO 639-1, of the text",
            "words": "length, in words",
            "first_seen": "when it was found, UTC",
            "seen_week": "ISO week in which it was found",
            "stance": "[−1, 1]: how the article stands to the series; null where it says nothing",
            "stance_from": "`stated` (a score, or an outspoken recommendation), `inferred` (what the text as a whole amounts to), or null",
            "score": "the stated score, 0 to 100; null where none is stated",
            "score_as_written": "such as `3.5/5` or `B+`, or null",
            "inferred": "polarity of the text alone, [−1, 1], or null",
            "estimate": "the score, 0 to 100, that the text alone amounts to, or null",
            "recommends": "`yes`, `mixed` or `no`, for reviews; else null",
            "verdict": "the sentence that sums up, or null",
            "spoiler_warning": "true (1) where it warns its readers",
            "relevant_because": "the evidence that it is about the series, in words",
            "kind_because": "the evidence for its kind, in words",
            "engine": "name and version of what judged",
            "text": "paragraphs, a line each",
        },
        f"""SELECT {_FROM_ARTICLE[0]},
            a.author, a.date_from, a.language, a.words, s.first_seen, s.seen_week, s.stance, s.stance_from, s.score, s.score_as_written,
            s.inferred, s.estimate, s.recommends, s.verdict, s.spoiler_warning, s.relevant_because, s.kind_because, s.engine, a.text
            {_FROM_ARTICLE[1]}""",
    ),
    View(
        "remarks",
        "One row for each sentence on each aspect or theme that it speaks of.",
        _ARTICLE
        | {
            "facet": "`aspect` (how well it is made) or `theme` (what it is about)",
            "name": "of the aspect or theme, such as `pacing`",
            "polarity": "[−1, 1]: what the sentence thinks of it; null where it could not be judged",
            "sentence": "its words",
            "position": "of the sentence in the article, from 0",
            "paragraph": "in which it stands, from 0",
            "sentence_polarity": "[−1, 1], of the sentence as a whole; null where it could not be judged",
            "confidence": "0 to 1",
            "spoiler": "true (1) where it tells what a reader may not want to know",
            "verdict": "true (1) where it sums up",
        },
        f"""SELECT {_FROM_ARTICLE[0]},
            r.facet, r.name, r.polarity, t.text AS sentence, t.position, t.paragraph, t.polarity AS sentence_polarity, t.confidence,
            t.spoiler, t.verdict
            {_FROM_ARTICLE[1]} JOIN remark r ON r.assessment_id = s.id
            JOIN sentence t ON t.assessment_id = r.assessment_id AND t.position = r.position""",
    ),
    View(
        "scores",
        "One row for each score that an article states: of the whole, of an episode, of an aspect.",
        _ARTICLE
        | {
            "of": "`whole`, `episode` or `aspect`",
            "name": "number of the episode or name of the aspect; empty for the whole",
            "score": "0 to 100",
            "as_written": "such as `3.5/5`, of the whole; else null",
        },
        " UNION ALL ".join(
            f"SELECT {_FROM_ARTICLE[0]}, {columns} {_FROM_ARTICLE[1]} {rest}"
            for columns, rest in (
                ("'whole' AS of, '' AS name, s.score, s.score_as_written AS as_written", "WHERE s.score IS NOT NULL"),
                (
                    "'episode', CAST(e.key AS TEXT), CAST(CAST(e.value AS TEXT) AS DOUBLE PRECISION), NULL",
                    "CROSS JOIN {each}(s.episode_scores) AS e",
                ),
                ("'aspect', o.name, o.score, NULL", "JOIN opinion o ON o.assessment_id = s.id WHERE o.score IS NOT NULL"),
            )
        ),
    ),
    View(
        "claims",
        "One row for each statement that an article makes about the series: `docs/claims.md` has the normal forms.",
        _ARTICLE
        | {
            "claim": "its kind: `studio`, `episodes`, `premiere`, `finale`, `release`, `platform`, `staff`, `cast`, `source`, `genre`, `anniversary`, `sequel` or `rating`",
            "about": "role, character, site, territory or season; else empty",
            "value": "in its normal form, such as `2024-01-10` or `13`",
            "as_written": "the words that gave the value",
            "sentence": "in which they stand",
            "paragraph": "in which it stands, from 0; −1 for the title",
            "modality": "`announced`, `reported`, `rumoured`, `corrected` or `denied`",
            "said_by": "whom the sentence gives as its source; else empty",
            "first_seen": "when the article was first had with it, UTC",
            "last_seen": "when the article was last had, and still said so, UTC",
            "origin_id": "`article_id` of which the article is a copy, so that agreement can be counted once an origin; its own where it is none",
        },
        f"""SELECT {_FROM_ARTICLE[0]},
            c.kind AS claim, c.about, c.value, c.as_written, c.sentence, c.position AS paragraph, c.modality, c.said_by, c.first_seen,
            CASE WHEN p.fetched < c.first_seen THEN c.first_seen ELSE p.fetched END AS last_seen, COALESCE(b.article_id, a.id) AS origin_id
            {_FROM_ARTICLE[1]} JOIN claim c ON c.assessment_id = s.id JOIN page p ON p.id = a.page_id
            LEFT JOIN origin o ON o.assessment_id = s.id LEFT JOIN assessment b ON b.id = o.origin_id""",
    ),
    View(
        "origins",
        "One row for each article about a series: of which it is a copy.",
        {name: _ARTICLE[name] for name in ("series", "article_id", "url", "site", "title", "published", "week", "kind")}
        | {
            "relation": "`original`, `copy`, `shortened`, `spun`, `translated` or `press release`; null where nobody looked yet",
            "because": "why, in words; empty for an original that nobody copied",
            "origin_id": "`article_id` of that of which it is a copy; its own for an original",
            "origin_url": "its canonical address",
            "origin_site": "name of its outlet",
            "copies": "other articles of its family",
        },
        """SELECT s.series, a.id AS article_id, a.url, a.site, a.title, a.published, s.week, s.kind, o.relation, COALESCE(o.because, '') AS because,
            COALESCE(b.article_id, a.id) AS origin_id, COALESCE(n.url, a.url) AS origin_url, COALESCE(n.site, a.site) AS origin_site,
            CASE WHEN o.origin_id IS NULL THEN 0
                ELSE (SELECT COUNT(*) - 1 FROM origin f WHERE f.origin_id = o.origin_id) END AS copies
            FROM assessment s JOIN article a ON a.id = s.article_id LEFT JOIN origin o ON o.assessment_id = s.id
            LEFT JOIN assessment b ON b.id = o.origin_id LEFT JOIN article n ON n.id = b.article_id""",
    ),
    View(
        "weekly_aspects",
        "One row for each series, ISO week of publication, side and aspect that articles of that week speak of.",
        {
            "series": "slug of the series",
            "week": "ISO week of publication, such as 2024-W24",
            "side": "`promise` (previews), `reception` (reviews) or `other`",
            "aspect": "such as `pacing`",
            "articles": "how many speak of it",
            "judged": "how many of them have a polarity; the following are about these",
            "polarity": "their mean, [−1, 1]; null where none is judged",
            "favourable": "how many lie above 0.1",
            "mixed": "how many lie between −0.1 and 0.1",
            "unfavourable": "how many lie below −0.1",
            "remarks": "sentences that the polarities are made of",
        },
        f"""SELECT s.series, s.week, {_SIDE} AS side, o.name AS aspect, COUNT(*) AS articles, COUNT(o.polarity) AS judged, AVG(o.polarity) AS polarity,
            COUNT(CASE WHEN o.polarity > 0.1 THEN 1 END) AS favourable,
            COUNT(CASE WHEN o.polarity BETWEEN -0.1 AND 0.1 THEN 1 END) AS mixed,
            COUNT(CASE WHEN o.polarity < -0.1 THEN 1 END) AS unfavourable,
            SUM(o.remarks) AS remarks
            FROM assessment s JOIN opinion o ON o.assessment_id = s.id
            WHERE o.facet = 'aspect' AND s.week IS NOT NULL GROUP BY s.series, s.week, {_SIDE}, o.name""",
    ),
    View(
        "sources_health",
        "One row for each source that a finished run asked.",
        {
            "series": "slug of the series",
            "source": "name of the source in the series file",
            "kind": "how its links are found, such as `feed`",
            "runs": "finished runs that asked it",
            "last_asked": "start of the last of them, UTC",
            "last_success": "start of the last in which it did not fail, UTC; null where there was none",
            "failures": "runs in a row, up to the last, in which it failed",
            "trouble": "why it failed in the last run; empty when it did not",
            "last_found": "links that it gave in the last run",
            "last_fetched": "pages that were fetched from it in the last run",
            "fetched": "the same, in all runs",
            "last_taken": "start of the last run in which a page was fetched from it, UTC, or null",
        },
        """WITH asked AS (
                SELECT r.series, r.started, q.run_id, q.source, q.kind, q.found, q.fetched, q.trouble
                FROM source_run q JOIN run r ON r.id = q.run_id WHERE r.ended IS NOT NULL),
            tally AS (
                SELECT series, source, COUNT(*) AS runs, MAX(run_id) AS last_run, SUM(fetched) AS fetched,
                MAX(CASE WHEN trouble = '' THEN run_id END) AS good_run, MAX(CASE WHEN trouble = '' THEN started END) AS last_success,
                MAX(CASE WHEN fetched > 0 THEN started END) AS last_taken FROM asked GROUP BY series, source)
            SELECT t.series, t.source, l.kind, t.runs, l.started AS last_asked, t.last_success,
            (SELECT COUNT(*) FROM asked b WHERE b.series = t.series AND b.source = t.source
                AND b.run_id > COALESCE(t.good_run, 0)) AS failures,
            l.trouble, l.found AS last_found, l.fetched AS last_fetched, t.fetched, t.last_taken
            FROM tally t JOIN asked l ON l.run_id = t.last_run AND l.source = t.source""",
    ),
    View(
        "revisions",
        "One row for each time an outlet changed the text, title, date or score of an article.",
        {name: _ARTICLE[name] for name in ("series", "article_id", "url", "site", "title")}
        | {
            "found": "when the changed page was fetched, UTC",
            "changed": "JSON list of `text`, `title`, `published`, `score`",
            "before": "JSON object of `title`, `published`, `score_as_written` and `score` as they were",
            "after": "the same, as they became",
            "difference": "of the paragraphs, as a unified diff; empty where the text is the same",
        },
        """SELECT s.series, a.id AS article_id, a.url, a.site, a.title, v.found, v.changed, v."before", v."after", v.difference
            FROM revision v JOIN article a ON a.id = v.article_id JOIN assessment s ON s.article_id = a.id""",
    ),
    View(
        "skipped",
        "One row for each address that was not taken.",
        {
            "series": "slug of the series",
            "url": "as the source gave it",
            "source": "name of the source in the series file",
            "reason": "why, in a few words that are always the same",
            "detail": "more of it; may be empty",
            "first_seen": "when it was skipped first, UTC",
            "last_seen": "when it was skipped last, UTC",
            "tries": "runs in a row in which it was skipped for this reason",
        },
        "SELECT series, url, source, reason, detail, first_seen, last_seen, tries FROM skip",
    ),
    View(
        "runs",
        "One row for each crawl.",
        {
            "series": "slug of the series",
            "run_id": "grows with time",
            "started": "UTC",
            "ended": "UTC; null while it runs or where it was interrupted",
            "outcome": "`running`, `ok`, `partial`, `failed` or `interrupted`",
            "sources": "that were asked",
            "failed": "of them",
            "found": "links",
            "known": "links that need not be fetched again",
            "fetched": "pages",
        },
        """SELECT r.series, r.id AS run_id, r.started, r.ended, r.outcome, COUNT(q.source) AS sources,
            COUNT(CASE WHEN q.trouble <> '' THEN 1 END) AS failed, COALESCE(SUM(q.found), 0) AS found,
            COALESCE(SUM(q.known), 0) AS known, COALESCE(SUM(q.fetched), 0) AS fetched
            FROM run r LEFT JOIN source_run q ON q.run_id = r.id GROUP BY r.series, r.id, r.started, r.ended, r.outcome""",
    ),
)


def drop(c: Connection) -> None:
    there = set(inspect(c).get_view_names())
    for view in VIEWS:
        if view.name in there:
            c.exec_driver_sql(f"DROP VIEW {view.name}")


def create(c: Connection) -> None:
    for view in VIEWS:
        c.exec_driver_sql(f"CREATE VIEW {view.name} AS {view.sql.replace('{each}', _EACH.get(c.dialect.name, 'json_each'))}")
