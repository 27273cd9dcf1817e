"""AniList (GraphQL, no key; free for use without profit): anime with titles, staff, voices and air dates.

Schema: docs.anilist.co. It states 90 requests a minute and has long allowed 30; what it says in X-RateLimit-Limit counts.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

from crawler.catalogues import shape
from crawler.catalogues.choice import choose, fits, medium_of
from crawler.catalogues.facts import Credit, Facts, Inquiry, Match, Request, Wanted
from pipeline.series import Episode

NAME = "AniList"
ADDRESS = "https://graphql.anilist.co"
GAP = 2.0
MEDIA: tuple[str, ...] = ("anime", "film", "show")

_SEARCH = """query ($search: String) { Page(perPage: 10) { media(search: $search, type: ANIME, sort: SEARCH_MATCH) {
 id format startDate { year } endDate { year } title { romaji english native } synonyms } } }"""
_DETAILS = """query ($id: Int) { Media(id: $id, type: ANIME) {
 id siteUrl format status episodes countryOfOrigin source(version: 3) title { romaji english native } synonyms
 startDate { year month day } endDate { year month day }
 studios { edges { isMain node { name isAnimationStudio } } }
 staff(perPage: 25, sort: [RELEVANCE, ID]) { edges { role node { name { full native } } } }
 characters(perPage: 25, sort: [ROLE, RELEVANCE, ID]) { edges { role node { name { full native } }
  voiceActors(language: JAPANESE, sort: [RELEVANCE, ID]) { name { full native } } } }
 airingSchedule(perPage: 50) { nodes { episode airingAt } }
 externalLinks { site type } streamingEpisodes { title } } }"""
_FORMATS = {
    "TV": "anime series",
    "TV_SHORT": "anime series of short episodes",
    "ONA": "anime series for the net",
    "OVA": "anime series on disc",
    "SPECIAL": "anime special",
    "MOVIE": "anime film",
}
_ZONES = {"JP": 9, "KR": 9, "CN": 8, "TW": 8}
"""Hours before UTC, for the day on which it is broadcast at home."""
_COUNTRIES = {"JP": "Japan", "KR": "South Korea", "CN": "China", "TW": "Taiwan"}


def search(title: str) -> Request:
    return Request("", {"query": _SEARCH, "variables": {"search": title}})


def details(id: str) -> Request:
    return Request("", {"query": _DETAILS, "variables": {"id": int(id)}})


def complaint(answer: object) -> str:
    """What GraphQL says instead of data: {"errors": [{"message": "…", "status": 404}]}."""
    said = [shape.text(e, "message") or "no reason given" for e in shape.items(answer, "errors")]
    return said[0] if said and not shape.at(answer, "data") else ""


def matches(answer: object) -> Iterator[Match]:
    for media in shape.items(answer, "data", "Page", "media"):
        if found := match(media):
            yield found


def match(media: object) -> Match | None:
    id, form, names = shape.number(media, "id", low=1), shape.text(media, "format"), _names(media)
    begun, ended = (shape.number(media, key, "year", low=1880, high=2100) for key in ("startDate", "endDate"))
    return Match(str(id), names, _media(form), begun, ended, _FORMATS.get(form, "no anime"), NAME) if id and names else None


def inquire(wanted: Wanted) -> Inquiry:
    """By its number where another catalogue knows it, else by title."""
    if re.fullmatch(r"[1-9]\d{0,8}", known := wanted.ids.get("anilist", ""), re.ASCII):
        answer = yield details(known)
        taken = match(shape.at(answer, "data", "Media"))
        return read(answer, wanted, taken) if taken and fits(taken, wanted) else Facts(NAME)
    choice = choose(matches((yield search(wanted.title))), wanted)
    if choice.taken is None:
        return Facts(NAME, others=choice.others)
    return read((yield details(choice.taken.id)), wanted, choice.taken, choice.others)


def read(answer: object, wanted: Wanted, taken: Match, others: tuple[Match, ...] = ()) -> Facts:
    media = shape.at(answer, "data", "Media")
    if not isinstance(media, dict):
        return Facts(NAME, others=others, troubles=("answered something else than an entry",))
    film = "film" in taken.media
    country = shape.text(media, "countryOfOrigin")
    episodes, counted = () if film else _episodes(media, country), shape.number(media, "episodes", low=1, high=5000)
    plain = {
        "source": shape.text(media, "source").replace("_", " ").lower(),
        "episodes": None if film else counted,
        "release" if film else "premiere": _date(media, "startDate"),
        "finale": None if film else _date(media, "endDate"),
        "platform": ", ".join(shape.distinct(_platforms(media))),
        "country": _COUNTRIES.get(country, country),
    }
    aired = sum(e.aired is not None for e in episodes)
    cut = f"AniList gave air dates of {aired} episodes of {counted}" if counted and 0 < aired < counted else ""
    return Facts(
        NAME,
        taken,
        link=shape.address(media, "siteUrl"),
        medium=medium_of(taken, wanted),
        names=_names(media),
        studio=shape.distinct(_studios(media)),
        staff=tuple(_staff(media)),
        cast=tuple(_cast(media)),
        characters=tuple(_characters(media)),
        episodes=episodes,
        plain={k: v for k, v in plain.items() if v},
        ids={"anilist": taken.id},
        others=others,
        notes=(cut,) if cut else (),
    )


def _media(form: str) -> tuple[str, ...]:
    if form == "MOVIE":
        return ("film", "anime")
    return ("anime", "show") if form in _FORMATS else ()


def _names(media: object) -> tuple[str, ...]:
    titles = (shape.text(media, "title", kind) for kind in ("english", "romaji", "native"))
    return shape.distinct([*titles, *(shape.clean(s) for s in shape.items(media, "synonyms"))])


def _date(media: object, key: str) -> date | None:
    year, month, of_month = (shape.number(media, key, part) for part in ("year", "month", "day"))
    return shape.calendar(year, month, of_month) if year and month and of_month else None


def _platforms(media: object) -> Iterator[str]:
    for link in shape.items(media, "externalLinks"):
        if shape.text(link, "type") == "STREAMING":
            yield shape.text(link, "site")


def _studios(media: object) -> Iterator[str]:
    """Those that animate; the others sit on the production committee."""
    edges = shape.items(media, "studios", "edges")
    main = [e for e in edges if shape.at(e, "isMain") is True]
    for edge in main or [e for e in edges if shape.at(e, "node", "isAnimationStudio") is True]:
        yield shape.text(edge, "node", "name")


def _person(value: object, role: str) -> Credit | None:
    name, native = shape.text(value, "name", "full"), shape.text(value, "name", "native")
    return Credit(name or native, role, native if name and native != name else "") if name or native else None


def _staff(media: object) -> Iterator[Credit]:
    """Those of the whole series; "Key Animation (ep 3)" is left out."""
    for edge in shape.items(media, "staff", "edges"):
        role = shape.text(edge, "role")
        credit = _person(shape.at(edge, "node"), role)
        if credit and role and not re.search(r"\((?:\w+ )?eps?\b", role, re.IGNORECASE):
            yield credit


def _cast(media: object) -> Iterator[Credit]:
    for edge in shape.items(media, "characters", "edges"):
        character = _person(shape.at(edge, "node"), "")
        voices = shape.items(edge, "voiceActors")
        voice = _person(voices[0], character.name) if voices and character else None
        if voice:
            yield voice


def _characters(media: object) -> Iterator[Credit]:
    for edge in shape.items(media, "characters", "edges"):
        character = _person(shape.at(edge, "node"), shape.text(edge, "role").lower())
        if character:
            yield character


def _episodes(media: object, country: str) -> tuple[Episode, ...]:
    zone = timezone(timedelta(hours=_ZONES.get(country, 0)))
    aired: dict[int, date | None] = {}
    for node in shape.items(media, "airingSchedule", "nodes"):
        number, moment = shape.number(node, "episode", low=1, high=5000), shape.number(node, "airingAt", high=4_000_000_000)
        if number and moment:
            aired[number] = datetime.fromtimestamp(moment, UTC).astimezone(zone).date()
    titles: dict[int, str] = {}
    for episode in shape.items(media, "streamingEpisodes"):
        if match := re.match(r"Episode (\d{1,4}) - (.+)", shape.text(episode, "title"), re.ASCII):
            titles[int(match[1])] = match[2]
    return tuple(Episode(n, titles.get(n, ""), aired.get(n)) for n in sorted({*aired, *titles}) if n)
