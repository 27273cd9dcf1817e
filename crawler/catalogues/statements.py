"""Wikidata's statements (P57 and the like) as facts. Pure; the data model is that of wbgetentities (doc.wikimedia.org/Wikibase)."""

import re
from collections.abc import Iterator
from datetime import date

from crawler.catalogues import shape
from crawler.catalogues.choice import medium_of
from crawler.catalogues.facts import Credit, Facts, Match, Wanted

ITEM = re.compile(r"Q[1-9]\d{0,11}", re.ASCII)
_KINDS = {
    "Q63952888": ("anime", "show"),  # anime television series
    "Q220898": ("anime", "show"),  # original video animation
    "Q20650540": ("film", "anime"),  # anime film
    "Q202866": ("film", "anime"),  # animated film
    "Q29168811": ("film", "anime"),  # animated feature film
    "Q11424": ("film",),
    "Q506240": ("film",),  # television film
    "Q581714": ("show", "anime"),  # animated series
    "Q117467246": ("show", "anime"),  # animated television series
    "Q5398426": ("show",),  # television series
    "Q1259759": ("show",),  # miniseries
    "Q7889": ("game",),
}
_STAFF = {
    "P170": "creator",
    "P57": "director",
    "P58": "screenwriter",
    "P86": "music",
    "P162": "producer",
    "P1431": "executive producer",
    "P287": "designer",
    "P344": "director of photography",
    "P1040": "editor",
}
_CAST = ("P725", "P161")  # voice actor, cast member
_CHARACTER, _CHARACTER_NAME = "P453", "P4633"  # qualifiers of the two
_CHARACTERS = "P674"
_STUDIO = ("P272", "P178", "P123")  # production company, developer, publisher
_PLAIN = {
    "based_on": ("P144",),
    "platform": ("P750", "P400"),  # distributed by; of games: runs on
    "network": ("P449",),
    "country": ("P495",),
    "original_language": ("P364", "P407"),
}
_IDS = {"anilist": "P8729", "tvmaze": "P8600", "imdb": "P345"}
_MOST_OF_ONE = 30


def read(entity: object, labelled: object, wanted: Wanted, taken: Match, others: tuple[Match, ...] = ()) -> Facts:
    """`labelled`: the entities that this one refers to, with their labels; who is not among them is left out."""
    if not isinstance(entity, dict) or not isinstance(entity.get("claims"), dict):
        return Facts("Wikidata", others=others, troubles=("answered something else than an item",))

    def named(*properties: str) -> tuple[str, ...]:
        return shape.distinct(_label(labelled, id) for p in properties for id in _items(entity, p))

    medium = medium_of(taken, wanted)
    whole = medium in {"film", "game"} or taken.media[:1] == ("film",)  # an anime film may be followed as anime
    listed = {key: ", ".join(named(*properties)[:8]) for key, properties in _PLAIN.items()}
    released, begun = _days(entity, "P577"), _days(entity, "P580")
    plain: dict[str, str | int | date | None] = {
        **listed,
        "episodes": None if whole else _amount(entity, "P1113"),
        "release" if whole else "premiere": min(released if whole else begun or released, default=None),
        "finale": None if whole else max(_days(entity, "P582"), default=None),
    }
    return Facts(
        "Wikidata",
        taken,
        link=f"https://www.wikidata.org/wiki/{taken.id}",
        medium=medium,
        names=shape.distinct(_names(entity)),
        studio=named(*_STUDIO)[:8],
        staff=tuple(Credit(name, role) for p, role in _STAFF.items() for name in named(p)),
        cast=tuple(_cast(entity, labelled)),
        characters=tuple(Credit(name, "") for name in named(_CHARACTERS)),
        plain={k: v for k, v in plain.items() if v},
        ids={key: said[0] for key, said in identifiers(entity).items()},
        others=others,
    )


def media_of(entity: object) -> tuple[str, ...]:
    """What it is an instance of (P31), as a medium; empty where that is none of those that Nectar follows."""
    found = [_KINDS[id] for id in _items(entity, "P31") if id in _KINDS]
    return min(found, key=list(_KINDS.values()).index, default=())


def identifiers(entity: object) -> dict[str, list[str]]:
    """Under which numbers other catalogues have it; some list several, a season each."""
    return {key: said for key, p in _IDS.items() if (said := _strings(entity, p))}


def referred(entity: object) -> tuple[str, ...]:
    """The items whose names are needed, the people first."""
    properties = (*_STAFF, *_CAST, *_STUDIO, *(p for ps in _PLAIN.values() for p in ps), _CHARACTERS)
    direct = [id for p in properties for id in _items(entity, p)]
    characters = [id for p in _CAST for claim in _claims(entity, p) for id in _qualified(claim)]
    return tuple(dict.fromkeys((*direct[:35], *characters, *direct[35:])))


def _claims(entity: object, property: str) -> list[object]:
    """Statements that hold: the preferred ones where there are such, never those that are marked as wrong."""
    claims = [c for c in shape.items(entity, "claims", property) if shape.text(c, "rank") != "deprecated"]
    preferred = [c for c in claims if shape.text(c, "rank") == "preferred"]
    return (preferred or claims)[:_MOST_OF_ONE]


def _value(snak: object) -> object:
    return shape.at(snak, "datavalue", "value")


def _items(entity: object, property: str) -> Iterator[str]:
    for claim in _claims(entity, property):
        if ITEM.fullmatch(id := shape.text(_value(shape.at(claim, "mainsnak")), "id")):
            yield id


def _qualified(claim: object) -> Iterator[str]:
    for snak in shape.items(claim, "qualifiers", _CHARACTER):
        if ITEM.fullmatch(id := shape.text(_value(snak), "id")):
            yield id


def _strings(entity: object, property: str) -> list[str]:
    return [s for c in _claims(entity, property) if (s := shape.clean(_value(shape.at(c, "mainsnak"))))]


def _days(entity: object, property: str) -> list[date]:
    """Dates that are exact to the day (precision 11): "+2024-01-10T00:00:00Z"."""
    values = [_value(shape.at(c, "mainsnak")) for c in _claims(entity, property)]
    exact = [shape.text(v, "time").lstrip("+") for v in values if shape.number(v, "precision") == 11]
    return [d for time in exact if (d := shape.day({"time": time}, "time"))]


def _amount(entity: object, property: str) -> int | None:
    for claim in _claims(entity, property):
        if match := re.fullmatch(r"\+?([1-9]\d{0,3})", shape.text(_value(shape.at(claim, "mainsnak")), "amount"), re.ASCII):
            return int(match[1])
    return None


def _label(labelled: object, id: str) -> str:
    labels = shape.at(labelled, id, "labels")
    return next((t for language in ("en", "mul", "ja") if (t := shape.text(labels, language, "value"))), "")


def _names(entity: object) -> Iterator[str]:
    """Labels in all languages, English first, then aliases; the title in the original as stated (P1476) before them."""
    labels, aliases = shape.at(entity, "labels"), shape.at(entity, "aliases")
    yield shape.text(labels, "en", "value")
    for claim in _claims(entity, "P1476"):
        yield shape.text(_value(shape.at(claim, "mainsnak")), "text")
    yield from (shape.text(label, "value") for label in (labels.values() if isinstance(labels, dict) else ()))
    for named in ("en", "ja", "mul") if isinstance(aliases, dict) else ():
        yield from (shape.text(alias, "value") for alias in shape.items(aliases, named))


def _cast(entity: object, labelled: object) -> Iterator[Credit]:
    for property in _CAST:
        for claim in _claims(entity, property):
            name = _label(labelled, shape.text(_value(shape.at(claim, "mainsnak")), "id"))
            spelled = [shape.clean(_value(s)) for s in shape.items(claim, "qualifiers", _CHARACTER_NAME)]
            characters = shape.distinct([*(_label(labelled, id) for id in _qualified(claim)), *spelled])
            if name:
                yield Credit(name, characters[0] if characters else "")
