"""Wikidata (MediaWiki action API, no key, CC0): titles in all scripts, people, dates; the only one that knows films and games.

Etiquette (mediawiki.org, API:Etiquette): one request at a time, `maxlag`, a user agent with a contact; who ignores 429 is shut out.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from crawler.catalogues import shape
from crawler.catalogues.choice import choose, fits
from crawler.catalogues.facts import Facts, Inquiry, Match, Request, Wanted
from crawler.catalogues.statements import ITEM, identifiers, media_of, read, referred

NAME = "Wikidata"
ADDRESS = "https://www.wikidata.org/w/api.php"
GAP = 1.0
MEDIA: tuple[str, ...] = ("anime", "film", "show", "game")

_OPEN = 2100
"""The year in which it ends, for what may still run: a description tells only when it began."""
_TRIED = 3
"""Items looked at more closely before none is taken."""
_LABELS = 50
"""Most ids in one wbgetentities."""
_KINDS = (
    (re.compile(r"\banime(?:tion)? film\b|\banime movie\b", re.I), ("film", "anime")),
    (re.compile(r"\banime\b|\bOVA\b|\boriginal (?:video|net) animation\b", re.I), ("anime", "show")),
    (re.compile(r"\b(?:video ?game|computer game|visual novel|role-playing game|mobile game)\b", re.I), ("game",)),
    (re.compile(r"\b(?:animated|cartoon) (?:\w+ )?series\b", re.I), ("show", "anime")),
    (re.compile(r"\b(?:television|TV|streaming|web|drama|limited) (?:\w+ )?series\b|\bminiseries\b|\bsitcom\b", re.I), ("show",)),
    (re.compile(r"\bfilm\b(?! (?:director|producer|actor|festival|company|series))|\bmovie\b", re.I), ("film",)),
)
_NO_WORK = re.compile(
    r"\b(?:episode|season|character|soundtrack|album|song|single|manga|novel|book|company|studio|franchise)\b", re.I
)
_SCRIPTS = (
    ("HIRAGANA", "ja"),
    ("KATAKANA", "ja"),
    ("CJK", "ja"),
    ("HANGUL", "ko"),
    ("CYRILLIC", "ru"),
    ("ARABIC", "ar"),
    ("THAI", "th"),
)


def search(title: str) -> Request:
    return _request(action="wbsearchentities", search=title, language=_language(title), uselang="en", type="item", limit=10)


def details(id: str) -> Request:
    return _request(action="wbgetentities", ids=id, props="labels|aliases|claims")


def labels(ids: tuple[str, ...]) -> Request:
    asked = _request(
        action="wbgetentities", ids="|".join(ids[:_LABELS]), props="labels", languages="en|mul|ja", languagefallback=1
    )
    return replace(asked, optional=True)


def _request(**query: object) -> Request:
    return Request("?" + urlencode({**query, "format": "json", "maxlag": 5}))


def _language(title: str) -> str:
    """The language to search in, by the first letter that tells one."""
    for letter in title[: shape.LONGEST]:
        name = unicodedata.name(letter, "")
        for script, language in _SCRIPTS:
            if name.startswith(script):
                return language
    return "en"


def complaint(answer: object) -> str:
    """{"error": {"code": "maxlag", "info": "Waiting for …"}}, with status 200."""
    error = shape.at(answer, "error")
    said = shape.text(error, "code"), shape.text(error, "info")
    return ": ".join(filter(None, said)) or "no reason given" if error is not None else ""


def matches(answer: object) -> Iterator[Match]:
    for item in shape.items(answer, "search"):
        id, about = shape.text(item, "id"), shape.text(item, "description")
        names = shape.distinct(
            [shape.text(item, "label"), shape.text(item, "match", "text"), *map(shape.clean, shape.items(item, "aliases"))]
        )
        if ITEM.fullmatch(id) and names:
            year = re.search(r"\b(?:18[89]|19\d|20\d)\d\b", about)
            media, begun = described(about), int(year[0]) if year else None
            yield Match(id, names, media, begun, _OPEN if "show" in media else None, about, NAME)


def described(about: str) -> tuple[str, ...]:
    """What a short description says that it is: "2024 Japanese anime television series"."""
    if _NO_WORK.search(about) and not re.search(r"\b(?:anime|television|TV) series\b|\bvisual novel\b", about, re.I):
        return ()
    return next((media for pattern, media in _KINDS if pattern.search(about)), ())


def inquire(wanted: Wanted) -> Inquiry:
    """Search, look at the likeliest items until one agrees with what is known, then ask for the names of whom it refers to."""
    seen: dict[str, Match] = {}
    open_: dict[str, Match] = {}
    for name in wanted.names[:2]:
        for match in matches((yield search(name))):
            seen.setdefault(match.id, match)
            # Without a description only its statements tell what it is
            open_.setdefault(match.id, match if match.about else replace(match, media=MEDIA))
        if choose(open_.values(), wanted).taken:
            break
    for _ in range(_TRIED):
        taken = choose(open_.values(), wanted).taken
        if taken is None:
            break
        del open_[taken.id]
        answer = yield details(taken.id)
        entity = shape.at(answer, "entities", taken.id)
        if _agrees(entity, taken, wanted):
            names = yield labels(referred(entity))
            others = tuple(m for m in seen.values() if m.id != taken.id)
            known = replace(taken, media=media_of(entity) or taken.media)
            return read(entity, shape.at(names, "entities"), wanted, known, others)
    return Facts(NAME, others=tuple(seen.values()))


def _agrees(entity: object, match: Match, wanted: Wanted) -> bool:
    """The item has an identifier that is known from elsewhere, or else is of the medium and the time."""
    media = media_of(entity) or (match.media if match.about else ())
    alone = read(entity, None, wanted, replace(match, media=media))
    if alone.taken is None or not media:
        return False
    if any(wanted.ids[key] in said for key, said in identifiers(entity).items() if key in wanted.ids):
        return True
    finale = alone.plain.get("finale")
    ended = finale.year if isinstance(finale, date) else _OPEN if media[0] == "show" else None
    return fits(replace(alone.taken, begun=alone.begun.year if alone.begun else match.begun, ended=ended), wanted)
