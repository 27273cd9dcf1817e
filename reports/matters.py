"""The words for what is claimed: of what a claim is, and its value."""

import re

from reports.labels import printable, same
from reports.tongue import N_, _

_MATTERS = {
    "studio": N_("studio"),
    "episodes": N_("number of episodes"),
    "premiere": N_("premiere"),
    "finale": N_("last episode"),
    "release": N_("release"),
    "platform": N_("where to watch"),
    "staff": N_("staff"),
    "cast": N_("cast"),
    "source": N_("source"),
    "genre": N_("genre"),
    "anniversary": N_("anniversary"),
    "sequel": N_("continuation"),
    "rating": N_("rating elsewhere"),
}
_ROLES = same(
    *(N_("director"), N_("chief director"), N_("assistant director"), N_("series composition"), N_("script")),
    *(N_("original creator"), N_("character design"), N_("mechanical design"), N_("art director"), N_("animation director")),
    *(N_("chief animation director"), N_("cinematography"), N_("editing"), N_("color design"), N_("cg director")),
    *(N_("sound director"), N_("music"), N_("producer"), N_("showrunner"), N_("opening theme"), N_("ending theme")),
    *(N_("concept"), N_("narrator")),
)
_FORMS = same(N_("film"), N_("ova"), N_("spin-off"), N_("sequel"), N_("series"))
_VERSIONS = same(
    *(N_("dub"), N_("screening"), N_("festival"), N_("home video"), N_("early access"), N_("demo")),
    *(N_("japan"), N_("us"), N_("uk"), N_("north america"), N_("europe"), N_("asia"), N_("worldwide"), N_("canada")),
    *(N_("australia"), N_("latin america"), N_("germany"), N_("france"), N_("spain"), N_("italy"), N_("china"), N_("korea")),
    N_("india"),
)
_SOURCES = same(
    *(N_("original"), N_("light novel"), N_("web novel"), N_("visual novel"), N_("comic"), N_("short story"), N_("true story")),
    *(N_("play"), N_("game"), N_("manga"), N_("webtoon"), N_("novel"), N_("film"), N_("podcast"), N_("show"), N_("anime")),
)
_GENRES = same(
    *(N_("action"), N_("adventure"), N_("comedy"), N_("romance"), N_("cyberpunk"), N_("drama"), N_("fantasy"), N_("historical")),
    *(N_("horror"), N_("isekai"), N_("magical girl"), N_("mecha"), N_("musical"), N_("mystery"), N_("noir"), N_("psychological")),
    *(N_("puzzle"), N_("roguelike"), N_("platformer"), N_("rpg"), N_("sci-fi"), N_("simulation"), N_("slice of life")),
    *(N_("sports"), N_("strategy"), N_("superhero"), N_("supernatural"), N_("thriller"), N_("western"), N_("crime")),
    *(N_("documentary"), N_("detective")),
)
_ANSWERS = {"yes": N_("will come"), "no": N_("none announced"), "open": N_("left open")}
_VALUES = {"source": _SOURCES, "genre": _GENRES, "sequel": _ANSWERS}
_ABOUT = _FORMS | _VERSIONS


def matter_label(kind: str, about: str) -> str:
    """What a claim is about: `director`, `voice of Rouge Redstar`, `premiere (japan)`."""
    matter = _(_MATTERS[kind])
    if kind == "staff":
        return _known(_ROLES, about) if about else matter
    if kind == "cast":
        return _("voice or part of %(character)s", character=about)
    return f"{matter} ({_version(about)})" if about else matter


def claimed(kind: str, value: str) -> str:
    """The value of a claim as people say it."""
    if kind == "episodes":
        return _episodes(value)
    if season := re.fullmatch(r"(\d{4})-(winter|spring|summer|autumn)", value):
        return _seasonal(season[2], season[1])
    return _known(_VALUES[kind], value) if kind in _VALUES else value


def _version(about: str) -> str:
    """`japan`, `season 2`, a machine."""
    if season := re.fullmatch(r"season (\d+)", about):
        return _("season %(number)s", number=season[1])
    return _known(_ABOUT, about)


def _episodes(value: str) -> str:
    low, blank, high = value.partition("..")
    if blank:
        return _("%(low)s to %(high)s", low=low, high=high)
    return _("about %(number)s", number=value[1:]) if value.startswith("~") else value


def _seasonal(season: str, year: str) -> str:
    match season:
        case "winter":
            when = _("winter %(year)s", year=year)
        case "spring":
            when = _("spring %(year)s", year=year)
        case "summer":
            when = _("summer %(year)s", year=year)
        case __:
            when = _("autumn %(year)s", year=year)
    return when


def _known(table: dict[str, str], key: str) -> str:
    return _(table[key]) if key in table else printable(key)
