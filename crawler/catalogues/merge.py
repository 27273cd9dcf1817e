"""What several catalogues say, as one: the first that was asked is believed, what others say besides is kept next to it. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crawler.catalogues.choice import key, namesakes
from crawler.catalogues.facts import Credit, Facts, Match, Wanted
from pipeline.series import MEDIA, Episode

MOST_NAMES = 40
MOST_PEOPLE = 40
MOST_NEAREST = 5
_UNITED = frozenset({"platform", "network", "based_on"})
"""Facts that are lists: two of them are no contradiction."""


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the series file: what, by whom, and what others say against it."""

    name: str
    value: str | int | date | Episode | None = None
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    native: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    title: str
    medium: str
    medium_by: tuple[str, ...] = ()
    aliases: tuple[Said, ...] = ()
    unfit: tuple[Said, ...] = ()
    """Names too short to tell one thing from another."""
    studio: tuple[Said, ...] = ()
    staff: tuple[Said, ...] = ()
    cast: tuple[Said, ...] = ()
    characters: tuple[Said, ...] = ()
    episodes: tuple[Said, ...] = ()
    plain: tuple[Said, ...] = ()
    namesakes: tuple[Match, ...] = ()
    """What else bears the name and could be meant."""
    things: tuple[Match, ...] = ()
    """What else bears the name and is nothing that Nectar follows: a bird, a lipstick."""
    nearest: tuple[Match, ...] = ()
    """Where nobody found it: what came nearest."""
    notes: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What a user must still find out, of what catalogues could have said."""
        dated = any(isinstance(e.value, Episode) and e.value.aired for e in self.episodes)
        dated = dated or any(p.name in {"premiere", "release"} for p in self.plain)
        lacking = (
            (self.aliases, "aliases"),
            (self.studio, "studio"),
            (self.staff or self.cast, "people"),
            (dated, "episodes with air dates" if self.medium in {"anime", "show"} else "the day of release"),
        )
        return tuple(name for there, name in lacking if not there)


def merge(wanted: Wanted, said: Sequence[Facts]) -> Merged:
    """One whole of what the catalogues said, in the order in which they were asked."""
    told = [f for f in said if f.taken is not None]
    names = _united((n, f.catalogue) for f in told for n in f.names)
    title = next((s.name for s in names if key(s.name) == key(wanted.title)), wanted.title)
    others = [s for s in names if key(s.name) != key(title)]
    media = {f.catalogue: f.medium for f in told if f.medium in MEDIA}
    medium = wanted.medium or next(iter(media.values()), "anime")
    cast = _people(told, lambda f: f.cast, _one_character)
    played = {_person(str(c.value)) for c in cast}
    characters = _people(told, lambda f: f.characters, _one_character)
    episodes, notes = _episodes(told)
    others_found = {(m.catalogue, m.id): m for f in said for m in f.others}.values()
    alike = namesakes(others_found, wanted)
    return Merged(
        title=title,
        medium=medium,
        medium_by=tuple(c for c, m in media.items() if m == medium),
        aliases=tuple(s for s in others if _tells(s.name))[:MOST_NAMES],
        unfit=tuple(s for s in others if not _tells(s.name)),
        studio=tuple(_united((n, f.catalogue) for f in told for n in f.studio)),
        staff=_people(told, lambda f: f.staff, _all_roles)[:MOST_PEOPLE],
        cast=cast[:MOST_PEOPLE],
        characters=tuple(c for c in characters if _person(c.name) not in played)[:MOST_PEOPLE],
        episodes=episodes,
        plain=tuple(_plain(told)),
        namesakes=tuple(m for m in alike if m.media),
        things=tuple(m for m in alike if not m.media),
        nearest=() if told or alike else tuple(m for m in others_found if m.media)[:MOST_NEAREST],
        notes=(*(n for f in told for n in f.notes), *notes),
    )


def _tells(name: str) -> bool:
    """The series file takes no name of less than three ASCII letters; of other scripts two tell enough."""
    return len(name) >= (3 if name.isascii() else 2)


def _united(named: Iterable[tuple[str, str]]) -> list[Said]:
    found: dict[str, Said] = {}
    for name, by in named:
        before = found.get(key(name))
        spelled, who = (before.name, before.by) if before else (name, ())
        found[key(name)] = Said(spelled, by=tuple(dict.fromkeys((*who, by))))
    return list(found.values())


def _person(name: str) -> frozenset[str]:
    """A name whichever of its parts stands first: "Hori Motonobu" is "Motonobu Hori"."""
    return frozenset(key(word) for word in re.split(r"[\s,]+", name) if word)


Joining = Callable[[Said, Credit, str], Said]


def _people(told: Iterable[Facts], credits: Callable[[Facts], Iterable[Credit]], joined: Joining) -> tuple[Said, ...]:
    found: dict[frozenset[str], Said] = {}
    for facts in told:
        for credit in credits(facts):
            person = _person(credit.name)
            before = found.get(person) or Said(credit.name, "", (), (), credit.native)
            found[person] = joined(before, credit, facts.catalogue)
    return tuple(found.values())


def _all_roles(before: Said, credit: Credit, by: str) -> Said:
    role = re.sub(r"\b[A-Z][a-z]+", lambda m: m[0].lower(), credit.role)
    roles = [r for r in str(before.value).split(", ") if r]
    value = ", ".join([*roles, *([] if role in roles else [role])])
    return Said(before.name, value, _and(before.by, by), before.against, before.native or credit.native)


def _one_character(before: Said, credit: Credit, by: str) -> Said:
    """The first that was named; another from the same catalogue is a further one, from another a contradiction."""
    value, native = str(before.value), before.native or credit.native
    if not value or not credit.role or _person(value) == _person(credit.role):
        return Said(before.name, value or credit.role, _and(before.by, by), before.against, native)
    against = f"{by}: also {credit.role}" if by in before.by else f"{by} says {credit.role}"
    return Said(before.name, value, before.by, _and(before.against, against), native)


def _and(before: tuple[str, ...], more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*before, more)))


def _episodes(told: Iterable[Facts]) -> tuple[tuple[Said, ...], tuple[str, ...]]:
    """By number. A catalogue that counts otherwise (14 to 26 where others say 1 to 13) is left out, and that is noted."""
    found: dict[int, Said] = {}
    notes = []
    for facts in told:
        numbers = {e.number for e in facts.episodes}
        if found and numbers and len(numbers & set(found)) * 2 < min(len(numbers), len(found)):
            first, last = min(numbers), max(numbers)
            notes.append(f"{facts.catalogue} counts its episodes otherwise ({first} to {last}); they are left out")
            continue
        for episode in facts.episodes:
            found[episode.number] = _episode(found.get(episode.number), episode, facts.catalogue)
    return tuple(found[n] for n in sorted(found)), tuple(notes)


def _episode(before: Said | None, more: Episode, by: str) -> Said:
    if before is None or not isinstance(first := before.value, Episode):
        return Said(str(more.number), more, (by,))
    against = before.against
    if first.aired and more.aired and first.aired != more.aired:
        against = _and(against, f"{by} says {more.aired}")
    if first.title and more.title and key(first.title) != key(more.title):
        against = _and(against, f"{by} calls it {more.title}")
    whole = Episode(more.number, first.title or more.title, first.aired or more.aired)
    return Said(before.name, whole, _and(before.by, by), against)


def _plain(told: Iterable[Facts]) -> Iterator[Said]:
    values: dict[str, list[tuple[str | int | date, str]]] = {}
    for facts in told:
        for name, value in facts.plain.items():
            values.setdefault(name, []).append((value, facts.catalogue))
    for name, stated in values.items():
        if name in _UNITED:
            parts = _united((part, by) for value, by in stated for part in str(value).split(", "))
            yield Said(name, ", ".join(p.name for p in parts), tuple(dict.fromkeys(by for _, by in stated)))
            continue
        first = stated[0][0]
        agreeing = tuple(by for value, by in stated if _same(value, first))
        yield Said(name, first, agreeing, tuple(f"{by} says {value}" for value, by in stated if not _same(value, first)))


def _same(one: object, other: object) -> bool:
    return key(one) == key(other) if isinstance(one, str) and isinstance(other, str) else one == other
