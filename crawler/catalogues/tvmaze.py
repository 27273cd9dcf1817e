"""TVmaze (REST, no key; data under CC BY-SA, so the file names it): shows with seasons, episodes, cast and crew.

Its documentation promises 20 requests in 10 seconds; two a second are asked.
"""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from crawler.catalogues import shape
from crawler.catalogues.choice import choose, fits, medium_of
from crawler.catalogues.facts import Credit, Facts, Inquiry, Match, Request, Wanted
from pipeline.series import Episode

NAME = "TVmaze"
ADDRESS = "https://api.tvmaze.com"
GAP = 0.5
MEDIA: tuple[str, ...] = ("anime", "show")

_PLACEHOLDER = re.compile(r"(?:episode|folge|aflevering|épisode|chapter|第)?\s*#?\d*\s*話?|tb[ad]", re.IGNORECASE)
"""Titles that are none."""
_OPEN = 2100
"""The year in which it ends, while it runs."""
_SAME_SEASON = 45
"""Days between the premieres that two catalogues state for one season: a preview, another country."""


def search(title: str) -> Request:
    return Request(f"/search/shows?q={quote(title, safe='')}")


def details(id: str) -> Request:
    return Request(f"/shows/{id}?embed[]=episodes&embed[]=cast")


def complaint(answer: object) -> str:
    """{"name": "Not Found", "message": "", "code": 0, "status": 404}"""
    status = shape.number(answer, "status", low=400, high=599)
    return f"{shape.text(answer, 'name') or 'no reason given'} ({status})" if status else ""


def matches(answer: object) -> Iterator[Match]:
    for entry in answer[: shape.MOST] if isinstance(answer, list) else []:
        if found := match(shape.at(entry, "show")):
            yield found


def match(show: object) -> Match | None:
    id, name = shape.number(show, "id", low=1), shape.text(show, "name")
    begun, ended = shape.day(show, "premiered"), shape.day(show, "ended")
    running = begun is not None and shape.text(show, "status") in {"Running", "To Be Determined"}
    last = _OPEN if running else ended.year if ended else None
    years = (begun.year if begun else None, last)
    return Match(str(id), (name,), _media(show), *years, _about(show), NAME) if id and name else None


def inquire(wanted: Wanted) -> Inquiry:
    """By its number where another catalogue knows it, else by title; where that finds nothing by the next known name."""
    others: tuple[Match, ...] = ()
    if re.fullmatch(r"[1-9]\d{0,8}", known := wanted.ids.get("tvmaze", ""), re.ASCII):
        show = yield details(known)
        taken = match(show)
        taken = taken if taken and fits(taken, wanted) else None
    else:
        for name in wanted.names[:2]:
            taken, more = (choice := choose(matches((yield search(name))), wanted)).taken, choice.others
            others = tuple({m.id: m for m in (*others, *more)}.values())
            if taken is not None:
                show = yield details(taken.id)
                break
    if taken is None:
        return Facts(NAME, others=others)
    crew = yield Request(f"/shows/{taken.id}/crew", optional=True)
    akas = yield Request(f"/shows/{taken.id}/akas", optional=True)
    return read(show, crew, akas, wanted, taken, others)


def read(show: object, crew: object, akas: object, wanted: Wanted, taken: Match, others: tuple[Match, ...] = ()) -> Facts:
    if not shape.text(show, "name"):
        return Facts(NAME, others=others, troubles=("answered something else than a show",))
    seasons = _seasons(show)
    season = _season(seasons, wanted)
    episodes = seasons.get(season, ())
    days = [e.aired for e in episodes if e.aired]
    over = shape.text(show, "status") == "Ended" or (season != max(seasons, default=season))
    channels = [(shape.text(show, key, "name"), shape.text(show, key, "country", "name")) for key in ("network", "webChannel")]
    plain = {
        "episodes": len(episodes) if over else None,
        "premiere": min(days, default=None if seasons else shape.day(show, "premiered")),
        "finale": max(days, default=None) if over else None,
        "network": channels[0][0],
        "platform": channels[1][0],
        "country": channels[0][1] or channels[1][1],
        "original_language": shape.text(show, "language"),
        "season": season if len(seasons) > 1 else None,
    }
    akas_said = (shape.text(aka, "name") for aka in (akas[: shape.MOST] if isinstance(akas, list) else []))
    return Facts(
        NAME,
        taken,
        link=shape.address(show, "url"),
        medium=medium_of(taken, wanted),
        names=shape.distinct([shape.text(show, "name"), *akas_said]),
        staff=tuple(_crew(crew)),
        cast=tuple(_cast(show)),
        episodes=episodes,
        plain={k: v for k, v in plain.items() if v},
        ids={k: v for k, v in {"tvmaze": taken.id, "imdb": shape.text(show, "externals", "imdb")}.items() if v},
        others=others,
        notes=_told(seasons, season, wanted),
    )


def _media(show: object) -> tuple[str, ...]:
    genres = {shape.clean(g) for g in shape.items(show, "genres")}
    drawn = shape.text(show, "type") == "Animation"
    if "Anime" in genres or (drawn and shape.text(show, "language") == "Japanese"):
        return ("anime", "show")
    return ("show", "anime") if drawn else ("show",)


def _about(show: object) -> str:
    channel = shape.text(show, "network", "name") or shape.text(show, "webChannel", "name")
    return ", ".join(filter(None, (f"{shape.text(show, 'type').lower()} show".strip(), channel)))


def _seasons(show: object) -> dict[int, tuple[Episode, ...]]:
    """By number, each in order; specials have no number and are left out."""
    found: dict[int, dict[int, Episode]] = {}
    for entry in shape.items(show, "_embedded", "episodes"):
        season, number = shape.number(entry, "season", high=9999), shape.number(entry, "number", low=1, high=5000)
        if season is not None and number is not None:
            title = shape.text(entry, "name")
            plain = "" if _PLACEHOLDER.fullmatch(title) else title
            found.setdefault(season, {}).setdefault(number, Episode(number, plain, shape.day(entry, "airdate")))
    return {s: tuple(e for _, e in sorted(found[s].items())) for s in sorted(found)}


def _season(seasons: dict[int, tuple[Episode, ...]], wanted: Wanted) -> int:
    """The one asked for; else the one that began when other catalogues say; else the one of the year; else the last."""
    if wanted.season is not None:
        return wanted.season
    first = {s: min((e.aired for e in of if e.aired), default=None) for s, of in seasons.items()}
    if wanted.begun is not None:
        near = {s: abs((d - wanted.begun).days) for s, d in first.items() if isinstance(d, date)}
        if near and min(near.values()) <= _SAME_SEASON:
            return min(near, key=lambda s: near[s])
        return -1  # another cour, or counted in another way: no season is better than a wrong one
    of_year = [s for s, d in first.items() if d and d.year == wanted.year]
    return of_year[-1] if of_year else max(seasons, default=-1)


def _told(seasons: dict[int, tuple[Episode, ...]], season: int, wanted: Wanted) -> tuple[str, ...]:
    if not seasons or (len(seasons) == 1 and season in seasons):
        return ()
    there = ", ".join(map(str, seasons))
    if season in seasons:
        return (f"TVmaze: episodes of season {season} (it has {there}); --season takes another",)
    if wanted.season is not None:
        return (f"TVmaze has no season {season} (it has {there})",)
    return (f"TVmaze has no season that began about {wanted.begun} (it has {there}); --season takes one",)


def _cast(show: object) -> Iterator[Credit]:
    for entry in shape.items(show, "_embedded", "cast")[:40]:
        name, character = shape.text(entry, "person", "name"), shape.text(entry, "character", "name")
        if name:
            yield Credit(name, "as themselves" if shape.at(entry, "self") is True else character)


def _crew(crew: object) -> Iterator[Credit]:
    for entry in crew[:25] if isinstance(crew, list) else []:
        name, role = shape.text(entry, "person", "name"), shape.text(entry, "type")
        if name and role:
            yield Credit(name, role)
