"""The same story made anew: with actors, on a stage, as a film or a game of a series. Each has days, people and places of its own."""

import re

from pipeline.article import Article
from pipeline.terms import Terms

_LIVE_ACTION = re.compile(r"\blive[- ]action\b(?!\s+(?:footage|segments?|scenes?))", re.IGNORECASE)
_STAGED = re.compile(r"\bstage\s+(?:play|musical|adaptation|version|show|production)\b|\bmusical\s+adaptation\b", re.IGNORECASE)
_FILM = re.compile(r"[\"”’'*_]*\s*(?:[-–—:]\s*)?(?:the\s+)?(?:movie|film)\b(?!\s+(?:director|star|trilogy)s?\b)", re.IGNORECASE)
"""Behind the name of a series."""
_DEVELOPED = re.compile(r"^[^\w\n]*Developers?[^\w\n]*:", re.MULTILINE)
_BOX = 12
"""Paragraphs at the head of a page among which its info box is."""


def is_of_actors(text: str, medium: str) -> bool:
    """It speaks of an anime's live-action version."""
    return medium == "anime" and _LIVE_ACTION.search(text) is not None


def is_another_version(headline: str, medium: str) -> bool:
    """The piece is about one with actors or on a stage."""
    return is_of_actors(headline, medium) or _STAGED.search(headline) is not None


def is_its_film(headline: str, own: Terms, medium: str) -> bool:
    """The piece is about a film that bears the name of the series ("Iron Moth the Movie"), wherever that stands in its headline."""
    hits = own.find(headline) if medium in {"anime", "show"} else []
    return bool(hits) and all(_FILM.match(headline, hit.end) for hit in hits)


def is_its_game(article: Article, medium: str) -> bool:
    """An info box names who developed it, as only games have somebody."""
    return medium != "game" and any(_DEVELOPED.search(p.text) for p in article.paragraphs[:_BOX])
