"""AniList, TVmaze and Wikidata on 127.0.0.1, speaking of Copper Heron, a series that does not exist, each in its own protocol."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.webserver import Answer, Given, Route, Visitor, Web

JSON = "application/json"


def as_json(value: object, status: int = 200, **headers: str) -> Answer:
    return Answer(json.dumps(value), status, JSON, {k.replace("_", "-"): v for k, v in headers.items()})


# AniList

HERON: dict[str, Any] = {
    "id": 7001,
    "format": "TV",
    "siteUrl": "https://anilist.co/anime/7001",
    "status": "FINISHED",
    "episodes": 3,
    "countryOfOrigin": "JP",
    "source": "LIGHT_NOVEL",
    "title": {"romaji": "Dou no Sagi", "english": "Copper Heron", "native": "銅の鷺"},
    "synonyms": ["CH", "The Heron of Copper", "copper heron"],
    "startDate": {"year": 2026, "month": 1, "day": 10},
    "endDate": {"year": 2026, "month": 1, "day": 24},
    "studios": {
        "edges": [
            {"isMain": True, "node": {"name": "Studio Reed", "isAnimationStudio": True}},
            {"isMain": False, "node": {"name": "Ferry Committee", "isAnimationStudio": False}},
        ]
    },
    "staff": {
        "edges": [
            {"role": "Director", "node": {"name": {"full": "Aoi Minato", "native": "港葵"}}},
            {"role": "Storyboard", "node": {"name": {"full": "Aoi Minato", "native": "港葵"}}},
            {"role": "Music", "node": {"name": {"full": "Ren Kawa", "native": None}}},
            {"role": "Key Animation (ep 2)", "node": {"name": {"full": "Nobody Much"}}},
        ]
    },
    "characters": {
        "edges": [
            {
                "role": "MAIN",
                "node": {"name": {"full": "Tama", "native": "タマ"}},
                "voiceActors": [{"name": {"full": "Yuki Hoshi", "native": "星雪"}}],
            },
            {"role": "SUPPORTING", "node": {"name": {"full": "Old Ferryman"}}, "voiceActors": []},
        ]
    },
    # 2026-01-09, 10 and 11... at 16:00 in London it is the next day in Japan
    "airingSchedule": {"nodes": [{"episode": n, "airingAt": 1767974400 + (n - 1) * 604800} for n in (1, 2, 3)]},
    "externalLinks": [
        {"site": "Crunchyroll", "type": "STREAMING"},
        {"site": "Official Site", "type": "INFO"},
        {"site": "Netflix", "type": "STREAMING"},
    ],
    "streamingEpisodes": [{"title": "Episode 1 - Low Water"}, {"title": "Trailer"}],
}
FILM: dict[str, Any] = {
    "id": 7002,
    "format": "MOVIE",
    "title": {"english": "Copper Heron", "romaji": "Copper Heron"},
    "startDate": {"year": 2011, "month": 7, "day": 2},
    "countryOfOrigin": "JP",
}


def anilist(visitor: Visitor) -> Given:
    asked = json.loads(visitor.sent)
    assert visitor.headers["Content-Type"] == JSON
    if "search" in asked["variables"]:
        return as_json({"data": {"Page": {"media": [HERON, FILM]}}}, X_RateLimit_Limit="30", X_RateLimit_Remaining="29")
    by_id = {m["id"]: m for m in (HERON, FILM)}
    return as_json({"data": {"Media": by_id[asked["variables"]["id"]]}}, X_RateLimit_Limit="30", X_RateLimit_Remaining="28")


# TVmaze

SHOW: dict[str, Any] = {
    "id": 81,
    "name": "Copper Heron",
    "type": "Animation",
    "language": "Japanese",
    "genres": ["Drama", "Anime"],
    "status": "Ended",
    "premiered": "2026-01-10",
    "ended": "2026-01-24",
    "url": "https://www.tvmaze.com/shows/81/copper-heron",
    "network": {"name": "Canal TV", "country": {"name": "Japan", "code": "JP"}},
    "webChannel": {"name": "Crunchyroll", "country": None},
    "externals": {"imdb": "tt0007001", "thetvdb": None},
}
EPISODES = [
    {"season": 1, "number": 1, "name": "Low Tide", "airdate": "2026-01-10"},
    {"season": 1, "number": 2, "name": "The Lock", "airdate": "2026-01-18"},
    {"season": 1, "number": 3, "name": "Episode 3", "airdate": "2026-01-24"},
    {"season": 1, "number": None, "name": "A Special", "airdate": "2026-03-01"},
]
CAST = [
    {"person": {"name": "Hoshi Yuki"}, "character": {"name": "Tama"}, "voice": True},
    {"person": {"name": "Goro Umi"}, "character": {"name": "Old Ferryman"}},
]
TVMAZE: dict[str, Route] = {
    "/search/shows": as_json([{"score": 0.9, "show": SHOW}]),
    "/shows/81": as_json(SHOW | {"_embedded": {"episodes": EPISODES, "cast": CAST}}),
    "/shows/81/crew": as_json([{"type": "Executive Producer", "person": {"name": "Mio Hama"}}]),
    "/shows/81/akas": as_json([{"name": "Медная цапля", "country": {"code": "RU"}}, {"name": "Copper Heron", "country": None}]),
}


# Wikidata


def item(id: str) -> dict[str, Any]:
    return {"snaktype": "value", "datavalue": {"type": "wikibase-entityid", "value": {"entity-type": "item", "id": id}}}


def claim(value: object, rank: str = "normal", **qualifiers: object) -> dict[str, Any]:
    snak = item(value) if isinstance(value, str) and value.startswith("Q") else {"datavalue": {"value": value}}
    return {"mainsnak": snak, "rank": rank, "qualifiers": qualifiers}


def moment(day: str, precision: int = 11) -> dict[str, Any]:
    return {"time": f"+{day}T00:00:00Z", "precision": precision}


FOUND = [
    {"id": "Q900", "label": "copper heron", "description": "species of bird", "match": {"text": "copper heron"}},
    {"id": "Q901", "label": "Copper Heron", "description": "2011 Japanese anime film", "match": {"text": "Copper Heron"}},
    {"id": "Q902", "label": "Copper Heron", "description": "Japanese anime television series", "match": {"text": "Copper Heron"}},
    {"id": "Q903", "label": "Copper Heron", "description": "2019 video game", "match": {"text": "Copper Heron"}},
]
ENTITIES: dict[str, Any] = {
    "Q902": {
        "labels": {
            k: {"language": k, "value": v} for k, v in {"en": "Copper Heron", "ja": "銅の鷺", "ko": "구리 왜가리"}.items()
        },
        "aliases": {"en": [{"value": "Heron of Copper"}]},
        "claims": {
            "P31": [claim("Q63952888")],
            "P57": [claim("Q1")],
            "P86": [claim("Q2"), claim("Q5", rank="deprecated")],
            "P272": [claim("Q3")],
            "P725": [claim("Q4", P453=[item("Q6")])],
            "P495": [claim("Q17")],
            "P1113": [claim({"amount": "+12"})],
            "P580": [claim(moment("2026-01-10"))],
            "P8729": [claim("7001")],
        },
    },
    "Q901": {
        "labels": {"en": {"value": "Copper Heron"}},
        "aliases": [],  # as PHP writes an empty map
        "claims": {"P31": [claim("Q20650540")], "P577": [claim(moment("2011-07-02"))], "P57": [claim("Q1")]},
    },
    "Q903": {
        "labels": {"en": {"value": "Copper Heron"}},
        "claims": {
            "P31": [claim("Q7889")],
            "P178": [claim("Q3")],
            "P577": [claim(moment("2019-05-00", 10)), claim(moment("2019-06-01"))],
            "P400": [claim("Q8")],
        },
    },
}
LABELS = {
    "Q1": "Minato Aoi",
    "Q2": "Ren Kawa",
    "Q3": "Studio Reed",
    "Q4": "Yuki Hoshi",
    "Q5": "Wrongly Named",
    "Q6": "Tamako",
    "Q8": "Windows",
    "Q17": "Japan",
}


def wikidata(visitor: Visitor) -> Given:
    asked = {k: v[0] for k, v in parse_qs(urlsplit(visitor.path).query).items()}
    if asked["action"] == "wbsearchentities":
        return as_json({"search": FOUND, "success": 1})
    ids = asked["ids"].split("|")
    if asked["props"] == "labels":
        return as_json({"entities": {i: {"labels": {"en": {"value": LABELS[i]}}} for i in ids}})
    return as_json({"entities": {i: ENTITIES[i] | {"id": i} for i in ids}})


# All three on one server

ROUTES: Mapping[str, Route] = {"/anilist": anilist, "/w/api.php": wikidata, **TVMAZE}


def at(web: Web) -> str:
    """NECTAR_CATALOGUES for a server that answers ROUTES."""
    home = web.url("").rstrip("/")
    return f"anilist={home}/anilist tvmaze={home} wikidata={home}/w/api.php"
