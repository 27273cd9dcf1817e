"""What is followed: the series file, the only thing that a user must write. Knows no web and no database."""

import hashlib
import json
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from slugify import slugify

from pipeline.errors import SeriesError

MEDIA = ("anime", "film", "show", "game")
_STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)
_LOCAL = frozenset({"warc"})
"""Kinds whose `url` may be a file or a folder of this machine."""


_ASIDE = frozenset({"sources", "note", "contact", "slug", "weights", "language"})
"""Keys of a series that no assessment depends on."""


@dataclass(frozen=True, slots=True)
class Episode:
    number: int
    title: str = ""
    aired: date | None = None

    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class Source:
    """A place where links are found, described by how they are found."""

    name: str
    kind: str
    url: str
    everything: bool = False
    """Fetch every link, whatever the source says of it."""
    follow: str = "a"
    """listing: CSS selector of the links to articles."""
    next: str = "a[rel~=next], a.next"
    """listing: CSS selector of the link to the next page."""
    pages: int = 5
    """At most so many indexes one behind the other: pages of a listing or of search results, sitemaps in sitemaps."""
    limit: int = 200
    """At most so many articles fetched in one run."""
    hosts: tuple[str, ...] = ()
    """Further hosts that its links may lead to; its own domain always may."""
    service: str = ""
    """wayback, commoncrawl: address of the archive's index, where not the usual one."""

    __pydantic_config__ = _STRICT


@dataclass(frozen=True, slots=True)
class Series:
    title: str
    medium: str = "anime"
    slug: str = ""
    aliases: tuple[str, ...] = ()
    confused_with: tuple[str, ...] = ()
    """Words of other things that bear the name: a piece that speaks of these, and of nothing of the series, is not about it."""
    language: str = "en"
    """Of the pages, ISO 639-1; what there is of these is for who draws them."""
    note: str = ""
    """Shown in the masthead of the report."""
    contact: str = ""
    """A web page or mail address for the user agent, so that a site can reach whoever crawls it."""
    studio: tuple[str, ...] = ()
    staff: Mapping[str, str] = field(default_factory=dict)
    """name = role"""
    cast: Mapping[str, str] = field(default_factory=dict)
    """name = character"""
    characters: tuple[str, ...] = ()
    episodes: tuple[Episode, ...] = ()
    facts: Mapping[str, str | int | float | bool | date] = field(default_factory=dict)
    aspects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Further words for an aspect, or further aspects."""
    themes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weights: Mapping[str, Annotated[float, Field(ge=0, le=100)]] = field(default_factory=dict)
    """Outlet = how much each of its reviews counts in the report; 1 where it is not named."""
    sources: tuple[Source, ...] = ()

    __pydantic_config__ = _STRICT

    @property
    def names(self) -> tuple[str, ...]:
        """Title and aliases, and of "Copper: A Lily's Tale" the first part, where somebody in it is called so: the press says no more than that."""
        heads = (name.partition(":")[0] for name in (self.title, *self.aliases) if ":" in name)
        called = {*self.characters, *self.cast.values()}
        return tuple(dict.fromkeys((self.title, *self.aliases, *(head for head in heads if head in called))))

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody with a name: staff, cast and characters."""
        return tuple(dict.fromkeys((*self.staff, *self.cast, *self.cast.values(), *self.characters)))

    @property
    def premiere(self) -> date | None:
        """Of the first episode, else as [facts] says: of a film or a game the day on which it is out."""
        return min((e.aired for e in self.episodes if e.aired), default=self._day("premiere") or self._day("release"))

    @property
    def finale(self) -> date | None:
        """Of the last episode, else as [facts] says, else what is out is out as a whole."""
        return max((e.aired for e in self.episodes if e.aired), default=self._day("finale") or self.premiere)

    def _day(self, fact: str) -> date | None:
        found = self.facts.get(fact)
        return found if isinstance(found, date) else None

    @property
    def fingerprint(self) -> str:
        """Changes when anything changes that assessments depend on; sources, weights, note, contact and language of the pages do not."""
        mattering = {k: v for k, v in asdict(self).items() if k not in _ASIDE}
        return hashlib.sha256(json.dumps(mattering, sort_keys=True, default=str).encode()).hexdigest()[:12]


def load(path: Path, kinds: Collection[str] | None = None) -> Series:
    """Read a series file.

    `kinds` are the kinds of source that the crawler knows; without them kinds go unchecked.
    Raises SeriesError that lists every mistake at once, each with its key and, where there is one, a suggestion.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise SeriesError(f"There is no series file {path}.", 'Write one with: nectar follow "TITLE"') from None
    except OSError as error:
        raise SeriesError(f"{path} can't be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SeriesError(f"{path} is not valid TOML: {error}.", "See docs/series-file.md for an example.") from None
    return parse(data, str(path), kinds)


def parse(data: Mapping[str, Any], origin: str, kinds: Collection[str] | None = None) -> Series:
    """A Series from the data of a TOML file; `origin` names it in messages. Raises as `load` does."""
    mistakes: list[str] = []
    series: Series | None = None
    try:
        series = _adapter().validate_python(dict(data))
    except ValidationError as error:
        mistakes += [_in_words(data, e["loc"], e["type"], e["msg"], e.get("input")) for e in error.errors()]
    mistakes += _contradictions(data, kinds)
    if mistakes or series is None:
        many = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        listed = "".join(f"\n  {m}" for m in mistakes)
        raise SeriesError(f"{origin} has {many}:{listed}", "docs/series-file.md explains every key.")
    slug = slugify(series.slug or series.title) or "series"
    return _adapter().validate_python({**dict(data), "slug": slug})


@cache
def _adapter() -> TypeAdapter[Series]:
    """Made once: it takes longer than to read a file."""
    return TypeAdapter(Series)


_OWNERS = {"sources": Source, "episodes": Episode}
_PLAIN = {
    "string_type": "should be text in quotes",
    "tuple_type": "should be a list: [ … ]",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "bool_type": "should be true or false",
    "mapping_type": "should be a table: [name]",
    "dict_type": "should be a table: [name]",
    "missing": "is missing",
    "date_type": "should be a date such as 2024-01-10",
    "date_from_datetime_parsing": "should be a date such as 2024-01-10",
}


def _where(data: Mapping[str, Any], loc: tuple[int | str, ...]) -> str:
    """`source 2 (Anime Corner): kind` from pydantic's ("sources", 1, "kind")."""
    words: list[str] = []
    here: Any = data
    for step in loc:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            here = {}
        if isinstance(step, int):
            name = here.get("name") or here.get("number") if isinstance(here, dict) else None
            words[-1] = f"{words[-1].rstrip('s')} {step + 1}" + (f" ({name})" if name else "")
        else:
            words.append(step)
    return ": ".join(words)


def _in_words(data: Mapping[str, Any], loc: tuple[int | str, ...], kind: str, message: str, value: object) -> str:
    where = _where(data, loc)
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        owner = _OWNERS.get(str(loc[0]), Series) if len(loc) > 1 else Series
        return f"{where} is no key that Nectar knows{_did_you_mean(str(loc[-1]), [f.name for f in fields(owner)])}"
    plain = _PLAIN.get(kind, message[0].lower() + message[1:])
    return f"{where} {plain}" + ("" if kind == "missing" else f", not {value!r}")


def _did_you_mean(word: str, known: Collection[str]) -> str:
    close = get_close_matches(word, known, 1)
    return f" - did you mean {close[0]!r}?" if close else f" (there are: {', '.join(known)})"


def _contradictions(data: Mapping[str, Any], kinds: Collection[str] | None) -> list[str]:
    """What is of the right type and still can't be meant."""
    found = []
    title = data.get("title")
    if isinstance(title, str) and not title.strip():
        found.append("title is empty")
    found += [
        f"aliases: {name!r} is too short to tell one thing from another (at least 3 letters)"
        for name in _list(data.get("aliases"))
        if isinstance(name, str) and len(name.strip()) < 3 and name.isascii()
    ]
    medium = data.get("medium")
    if isinstance(medium, str) and medium not in MEDIA:
        found.append(f"medium {medium!r} is not known{_did_you_mean(medium, MEDIA)}")
    seen: set[str] = set()
    for number, source in enumerate(_tables(data.get("sources")), 1):
        name = str(source.get("name", ""))
        where = f"source {number}" + (f" ({name})" if name else "")
        url, kind = source.get("url"), source.get("kind")
        on_disk = kind in _LOCAL and isinstance(url, str) and bool(url.strip()) and "://" not in url
        if isinstance(url, str) and not (on_disk or _is_web_address(url)):
            found.append(f"{where}: url should be an address with http:// or https://, not {url!r}")
        if isinstance(asked := source.get("service", ""), str) and asked and not _is_web_address(asked):
            found.append(f"{where}: service should be an address with http:// or https://, not {asked!r}")
        if kinds is not None and isinstance(kind, str) and kind not in kinds:
            found.append(f"{where}: kind {kind!r} is not known{_did_you_mean(kind, kinds)}")
        if name and name in seen:
            found.append(f"{where}: another source has the same name")
        seen.add(name)
        found += [
            f"{where}: {key} should be at least 1, not {source[key]}"
            for key in ("pages", "limit")
            if isinstance(source.get(key), int) and source[key] < 1
        ]
    numbers = [e.get("number") for e in _tables(data.get("episodes"))]
    found += [
        f"episodes: number {n} stands there twice"
        for n in sorted({n for n in numbers if numbers.count(n) > 1 and isinstance(n, int)})
    ]
    return found


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _tables(value: object) -> list[Mapping[str, Any]]:
    return [v for v in _list(value) if isinstance(v, dict)]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
