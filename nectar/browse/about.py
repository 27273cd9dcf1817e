"""What the browser says of the database: titles, descriptions, facets, questions. Pure: knows no server."""

from collections.abc import Iterable, Mapping
from typing import Any

from nectar.browse.questions import QUESTIONS
from pipeline.store.described import Described

TITLES: Mapping[str, tuple[str, str]] = {
    "article": ("Articles", "The readable pieces, as their outlets published them."),
    "assessment": ("Assessments", "What was concluded about an article for a series: kind, stance, score, verdict."),
    "opinion": ("Opinions", ""),
    "sentence": ("Sentences", "Every sentence of an article, with its polarity from -1 to 1."),
    "remark": ("Remarks", ""),
    "claim": ("Claims", ""),
    "origin": ("Origins", ""),
    "revision": ("Revisions", ""),
    "page": ("Pages", "The answers of the web, as fetched; their raw bodies are not shown here."),
    "sighting": ("Sightings", "Which source led to which page, for which series."),
    "skip": ("Not taken", "Links and pages that were not taken, each with its reason."),
    "run": ("Runs", "Every crawl."),
    "source_run": ("Runs by source", "What each source gave in each run."),
    "index_answer": ("Indexes", ""),
    "forgotten": ("Forgotten", "What must not be collected again. Who wished it is not shown here."),
}
"""Table → its title, and what it is where the table itself does not say."""

FACETS = ("series", "kind", "facet", "name", "site", "language", "outcome", "reason", "source", "week")
"""Columns by which people choose, where a table has them; the first four of a table."""
_LABELS = {"article": "title", "page": "url", "assessment": "kind"}
_NEWEST_FIRST = {"article": "published", "assessment": "first_seen", "page": "fetched", "revision": "found", "run": "started"}


def about(database: str, tables: Iterable[Described], pages: bool) -> dict[str, Any]:
    """Datasette's metadata (docs.datasette.io/en/stable/metadata.html). `pages`: weekly pages are there to link to."""
    weekly = '<p><a href="/site/index.html">The weekly pages</a></p>' if pages else "<p>No weekly page was drawn yet.</p>"
    return {
        "title": "Nectar",
        "description_html": f"<p>What was collected about the series that you follow. Nothing can be changed here.</p>{weekly}",
        "databases": {
            database: {
                "title": "The database of Nectar",
                "description_html": f"{weekly}<p>Polarity and stance lie in [-1, 1], scores in [0, 100]; times are UTC.</p>",
                "tables": {table.name: _table(table) for table in tables},
                "queries": {
                    name: {"title": q.title, "description": q.description, "sql": q.sql.strip()} for name, q in QUESTIONS.items()
                },
            },
        },
    }


def _table(table: Described) -> dict[str, Any]:
    title, description = TITLES.get(table.name, (table.name.replace("_", " ").capitalize(), ""))
    said = {
        "title": title,
        "description": table.comment or description,
        "columns": {name: comment for name, comment in table.columns.items() if comment},
        "facets": [name for name in FACETS if name in table.columns][:4],
        "hidden": table.name == "alembic_version" or None,
        "label_column": _LABELS.get(table.name),
        "sort_desc": _NEWEST_FIRST.get(table.name),
        "fts_table": table.searched_by,
    }
    return {name: value for name, value in said.items() if value}
