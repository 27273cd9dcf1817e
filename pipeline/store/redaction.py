"""What may leave the house without the texts of others: which columns hold text, and what stands in their place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Column, LargeBinary, String, Table, Text, TypeDecorator
from sqlalchemy.types import TypeEngine

from pipeline.store.bodies import NOTHING

KEPT: Mapping[str, frozenset[str]] = {
    table: frozenset(columns.split())
    for table, columns in {
        "page": "url final_url headers link key",
        "sighting": "source recipe",
        "article": "url site title author date_from language tags key recipe rights",
        "revision": "changed before after",
        "assessment": "series source relevant_because kind_because score_as_written score_from episode_scores phrases engine note",
        "claim": "kind about value modality",
        "origin": "relation",
        "skip": "source reason detail link",
        "index_answer": "etag last_modified",
        "run": "series outcome",
        "source_run": "kind skipped trouble",
        "robots": "url body trouble",
    }.items()
}
"""Columns of text that are no passages of an article. What is not listed is emptied, so that a new column is safe until it is looked at;
keys and short codes (text with a length) stay anyway."""

_SHORTENED: Mapping[tuple[str, str], Callable[[Any], Any]] = {
    ("assessment", "likened_to"): lambda pairs: [
        [work, ""] for work, _ in pairs
    ],  # the works, without the sentences that name them
}


@dataclass(frozen=True, slots=True)
class Without:
    """What is left out of an export."""

    text: bool = False
    """Raw bodies, texts of articles, sentences, verdicts, differences."""
    authors: bool = False
    """Bylines, and the raw bodies in which they stand. Names that an article mentions are part of its text."""

    pages: bool = False
    """Raw bodies alone."""

    def __bool__(self) -> bool:
        return self.text or self.authors or self.pages

    def takes(self, table: Table) -> bool:
        """False for tables that are left out whole: the list of what must be forgotten names people and sites."""
        return not (self and table.name == "forgotten")

    def changes(self, table: Table) -> Mapping[str, Callable[[Any], Any]]:
        """Column → what becomes of its value."""
        found: dict[str, Callable[[Any], Any]] = {}
        for column in table.columns:
            if self.text and _is_text(table.name, column):
                found[column.name] = _SHORTENED.get((table.name, column.name), _emptied(column))
            elif (self and isinstance(_plain(column), LargeBinary)) or (self.authors and column.name == "author"):
                found[column.name] = _emptied(column)
        return found


def _is_text(table: str, column: Column[Any]) -> bool:
    if column.primary_key or column.foreign_keys or column.name in KEPT.get(table, ()):
        return False
    kind = _plain(column)
    if isinstance(kind, String) and not isinstance(kind, Text):
        return kind.length is None
    return isinstance(kind, Text | JSON | LargeBinary)


def _plain(column: Column[Any]) -> TypeEngine[Any]:
    """The type, without what the house does to strangers' text on the way into it."""
    kind: TypeEngine[Any] = column.type
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind


def _emptied(column: Column[Any]) -> Callable[[Any], Any]:
    """Nothing, in the form that the column asks for."""
    if column.nullable:
        return lambda _: None
    if isinstance(_plain(column), LargeBinary):
        return lambda _: NOTHING
    if isinstance(_plain(column), JSON):
        return lambda value: type(value)() if isinstance(value, list | dict) else None
    return lambda _: ""
