"""What within an aspect a sentence speaks of: fights, songs, a theme of the series, a person. Knows nothing of who says it and how."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from pipeline.sentences import clauses
from pipeline.series import Series
from pipeline.store.rows import StoredSentence
from pipeline.terms import Terms
from pipeline.topics import aspect_terms

_TABLE: Mapping[str, Mapping[str, tuple[str, ...]]] = tomllib.loads(
    files("pipeline").joinpath("subjects.toml").read_text("utf-8")
)
_BY_PERSON = frozenset({"voice_acting", "characters", "music", "visuals"})
"""Aspects that are promised by naming who does it."""
_BY_THEME = frozenset({"story", "themes"})


@dataclass(frozen=True, slots=True)
class Subjects:
    """The matchers of one series."""

    within: Mapping[str, Terms]
    people: Terms
    words: Terms
    """Of the aspects."""

    @classmethod
    def of(cls, series: Series) -> "Subjects":
        title = {word.lower() for name in series.names for word in name.split()}
        people = {name: [name, *_surname(name, title)] for name in (*series.staff, *series.cast)}
        return cls({aspect: Terms(subjects) for aspect, subjects in _TABLE.items()}, Terms(people), aspect_terms(series))

    def aspects(self, sentence: StoredSentence) -> set[str]:
        """The aspects of its remarks, also those that only its heading or the sentence before names."""
        return {name for facet, name, _ in sentence.topics if facet == "aspect"}

    def named(self, sentence: StoredSentence) -> set[str]:
        """The aspects that its own words name."""
        return set(self.words.labels(sentence.text))

    def focus(self, sentence: StoredSentence, aspect: str) -> float:
        """1 where its own words name this aspect alone, less where they name others too, 0 where they do not name it."""
        named = self.named(sentence)
        return 1 / len(named) if aspect in named else 0.0

    def part(self, sentence: StoredSentence, aspect: str) -> str:
        """What of a sentence that turns is about this aspect: the clauses that name it, with those after them that name none; else all of it."""
        own, about = [], False
        for clause in clauses(sentence.text):
            named = self.words.labels(clause)
            about = aspect in named if named else about
            own += [clause] if about else []
        return " ".join(own) or sentence.text

    def spoken(self, sentence: StoredSentence) -> set[str]:
        """The aspects of its remarks, where its own words and what stands above it differ as its own words have it."""
        aspects = self.aspects(sentence)
        return aspects & self.named(sentence) or aspects

    def find(self, aspect: str, sentence: StoredSentence) -> tuple[str, ...]:
        """Subjects within the aspect, the most telling first; empty where the sentence speaks of the aspect as a whole."""
        found = list(self.within[aspect].labels(sentence.text)) if aspect in self.within else []
        if aspect in _BY_THEME:
            found += [name for facet, name, _ in sentence.topics if facet == "theme"]
        if aspect in _BY_PERSON:
            found += self.people.labels(sentence.text)
        return tuple(dict.fromkeys(found))


def _surname(name: str, title: set[str]) -> list[str]:
    last = name.split()[-1:] if " " in name.strip() else []
    return [word for word in last if len(word) > 3 and word.lower() not in title]
