"""What is known before reading: the names of one series in all their spellings, and the facts of its file. Built once for a run."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from pipeline.claims.claim import KindName
from pipeline.claims.instalments import Instalment
from pipeline.claims.names import company, fold, is_misspelt, key, same, words
from pipeline.claims.places import MACHINES, SERVICES, STREAMS
from pipeline.claims.roles import roles_in
from pipeline.claims.values import agree
from pipeline.series import Series
from pipeline.terms import Terms

_ALTERNATIVE = re.compile(r"\s*[/(（)）]\s*")
_FORMS = {
    "light novel": "light novel",
    "web novel": "web novel",
    "manga": "manga",
    "novel": "novel",
    "original": "original",
    "game": "game",
}
_ARTICLE = re.compile(r"^(?:The|A|An)\s+")
_A_STUDIO = re.compile(r"\bstudios?\b", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Roster:
    """Names of one sort: any spelling → the key of the name in the series file."""

    key: Callable[[str], str]
    keys: Mapping[str, str]
    parts: Mapping[str, str]
    """A word that only one of the names holds → its key."""
    words: frozenset[str]
    """Of all names."""
    others: frozenset[str] = frozenset()
    """Names, in small letters, that are more often somebody else's."""

    @classmethod
    def of(cls, names: Iterable[str], key: Callable[[str], str] = key, others: frozenset[str] = frozenset()) -> "Roster":
        keys: dict[str, str] = {}
        parts: dict[str, str | None] = {}
        for name in names:
            spellings = [s for s in _ALTERNATIVE.split(name) if key(s)]
            for spelling in spellings:
                keys[key(spelling)] = key(spellings[0])
                for part in key(spelling).split():
                    parts[part] = key(spellings[0]) if parts.get(part, key(spellings[0])) == key(spellings[0]) else None
        telling = {part: whole for part, whole in parts.items() if whole and len(part) > 2 and part != "the"}
        return cls(key, keys, telling, frozenset(parts), others)

    def is_in(self, text: str) -> bool:
        """A word of one of the names stands in a text: asked before anything that costs more."""
        return not self.words.isdisjoint(words(text))

    def find(self, name: str) -> str:
        """The key of the name that is meant, also by one word of it or with initials; empty if none is."""
        asked = self.key(name)
        if not asked or _bare(name) in self.others:
            return ""
        if asked in self.keys:
            return self.keys[asked]
        if " " not in asked:
            return self.parts.get(asked, "")
        if (apart := self.key(_INITIALS.sub(lambda m: " ".join(m[0]), name))) in self.keys:
            return self.keys[apart]
        if not any(word in self.words for word in asked.split()):
            return ""
        several = [(known, whole) for known, whole in self.keys.items() if " " in known]
        return next((whole for known, whole in several if same(known, asked)), "") or next(
            (whole for known, whole in several if is_misspelt(asked, known)), ""
        )


_INITIALS = re.compile(r"\b[A-Z]{2,3}(?=\s+[A-Z][a-z])")
"""Written together: "JRR Tolkien"."""


@dataclass(frozen=True, slots=True)
class Known:
    """The lookups of one series."""

    series: Series
    own: Terms
    """The titles of the series itself."""
    people: Roster
    characters: Roster
    studios: Roster
    people_words: Terms
    """Words of the names of its people, to be found in a text, with their accents or without."""
    character_words: Terms
    makers: Terms
    """The studios, to be found in a text."""
    platforms: Terms
    platform_names: tuple[str, ...]
    facts: tuple[tuple[KindName, str, str], ...]
    """(kind, about, value) that the series file knows for certain."""
    instalment: Instalment | None
    """Which one it is of several films or games; None for the first."""

    @classmethod
    def of(cls, series: Series) -> "Known":
        shown = MACHINES if series.medium == "game" else STREAMS
        people, characters = (*series.staff, *series.cast), (*series.cast.values(), *series.characters)
        return cls(
            series,
            Terms({"own": (*series.names, *(_ARTICLE.sub("", n) for n in series.names if len(_ARTICLE.sub("", n).split()) > 1))}),
            Roster.of(people),
            Roster.of(characters),
            Roster.of(series.studio, company, SERVICES - {_bare(s) for s in series.studio}),
            _words_of(people),
            _words_of(characters),
            Terms({"studio": [n for s in series.studio for n in (s, _short(s)) if n]}),
            Terms(shown),
            tuple(name for names in shown.values() for name in names),
            tuple(_facts(series)),
            Instalment.of(series),
        )

    def of_file(self, kind: KindName, about: str) -> tuple[str, ...]:
        """What the series file says of one thing."""
        return tuple(value for k, a, value in self.facts if (k, a) == (kind, about))

    def bears_out(self, kind: KindName, about: str, value: str) -> bool:
        """True where the series file says the same, in whatever words."""
        return any(agree(kind, told, value) for told in self.of_file(kind, about))

    @property
    def holders(self) -> frozenset[tuple[str, str]]:
        """(role, person) of the series file."""
        return frozenset((about, who) for kind, about, who in self.facts if kind == "staff")

    @property
    def title_words(self) -> frozenset[str]:
        """Of all its titles, in small letters."""
        return frozenset(w.lower() for name in self.series.names for w in name.split())

    @property
    def game(self) -> bool:
        return self.series.medium == "game"

    @property
    def aired(self) -> bool:
        """Shown in episodes; a film or a game is released."""
        return self.series.medium in {"anime", "show"}

    def names(self, text: str) -> bool:
        """True where the text has a title of the series."""
        return bool(self.own.find(text))

    def somebody(self, name: str) -> bool:
        """True for people, characters and studios of the series."""
        return bool(self.people.find(name) or self.characters.find(name) or self.studios.find(name))


def _bare(name: str) -> str:
    return re.sub(r"['’]s?$", "", name.strip().lower())


def _short(studio: str) -> str:
    """Without the word "studio"; empty where a service is called so, which makes other things, too."""
    short = _A_STUDIO.sub("", studio).strip()
    return "" if _bare(short) in SERVICES else short


def _words_of(names: Iterable[str]) -> Terms:
    return Terms({"word": {w for name in names for word in re.findall(r"\w{3,}", name) for w in (word, fold(word))}})


def _facts(series: Series) -> Iterable[tuple[KindName, str, str]]:
    """What the series file says, in the normal forms of claims."""
    days: dict[KindName, object] = {k: series.facts.get(k) for k in cast(tuple[KindName, ...], ("premiere", "finale", "release"))}
    if series.medium in {"film", "game"}:
        days["release"] = days["release"] or days.pop("premiere")
    else:
        days["premiere"] = days["premiere"] or series.premiere
        days["finale"] = days["finale"] or _last_day(series)
    for kind, day in days.items():
        if isinstance(day, date):
            yield kind, "", day.isoformat()
    count = series.facts.get("episodes", _all_listed(series))
    if isinstance(count, int) and not isinstance(count, bool):
        yield "episodes", "", str(count)
    form = str(series.facts.get("source", "")).lower()
    if value := next((v for said, v in _FORMS.items() if said in form), form):
        yield "source", "", value
    marked = str(series.facts.get("anniversary", ""))
    if found := _FIRST_NUMBER.search(marked):
        named = [s for s in series.studio if s.lower() in marked.lower()]
        alone = series.studio if marked.strip().isdigit() and len(series.studio) == 1 else ()  # what is new has none of its own
        whose = next(map(company, (*named, *alone)), "series")
        yield "anniversary", whose, found[0]
    for name in series.studio:
        yield "studio", "", company(name)
    for person, said in series.staff.items():
        whole = next(iter(_ALTERNATIVE.split(person)))
        for role in roles_in(said):
            yield "staff", role, key(whole)
    for actor, character in series.cast.items():
        yield "cast", key(character), key(next(iter(_ALTERNATIVE.split(actor))))


def _all_listed(series: Series) -> int | None:
    """How many episodes there are, where the file lists them up to the finale that it knows; else the list may be still growing."""
    numbers = {e.number for e in series.episodes}
    finale = series.facts.get("finale")
    whole = bool(numbers) and numbers == set(range(1, len(numbers) + 1))
    return len(numbers) if whole and isinstance(finale, date) and any(e.aired == finale for e in series.episodes) else None


def _last_day(series: Series) -> date | None:
    """Of the last episode, where the file lists as many as it says there are."""
    days = [e.aired for e in series.episodes if e.aired and e.number == series.facts.get("episodes")]
    return days[0] if days else None
