"""What the catalogues say, read from bytes and values alone: the right shape, any other shape, several of one name, merged, written."""

import copy
import json
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.catalogues import CATALOGUES, Credit, Facts, Match, Wanted, anilist, shape, statements, tvmaze, wikidata
from crawler.catalogues.choice import choose, key, likeness
from crawler.catalogues.draft import render
from crawler.catalogues.merge import merge
from crawler.outlets import outlets
from crawler.sources import KINDS
from pipeline.series import Episode, Series, parse
from tests import catalogues as said

TODAY = date(2026, 11, 21)
HERON = Wanted("Copper Heron")
ANIME = Match("7001", ("Copper Heron",), ("anime", "show"), 2026, 2026, "anime series", "AniList")


def written(wanted: Wanted, *facts: Facts) -> tuple[str, Series]:
    text = render(merge(wanted, facts), facts, (), KINDS, TODAY)
    return text, parse(tomllib.loads(text), "draft", KINDS)


# Which of several


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Re:ZERO", "rezero"),
        ("Pokémon", "POKEMON"),
        ("Ｍｅｔａｌｌｉｃ　Rouge", "Metallic Rouge"),
        ("銅の鷺!", "銅の鷺"),
        ("!!!", "!!!"),
    ],
)
def test_two_spellings_of_a_title_are_one(one: str, other: str) -> None:
    assert likeness([one], [other]) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Copper Heron", "Copper Heron 2"),
        ("Copper Heron Season 1", "Copper Heron Season 2"),
        ("Dune", "Dune: Prophecy"),
        ("Lost", "Last"),
        ("ハック", "バック"),
        ("", "Copper Heron"),
    ],
)
def test_another_title_is_another(one: str, other: str) -> None:
    assert likeness([one], [other]) == 0.0


def test_a_slip_of_the_pen_is_forgiven_but_the_very_title_wins() -> None:
    rogue, rouge = Match("1", ("Metallic Rogue",), ("anime",)), Match("2", ("Metallic Rouge",), ("anime",))
    assert choose([rogue], Wanted("Metallic Rouge")).taken is rogue
    assert choose([rogue, rouge], Wanted("Metallic Rouge")).taken is rouge


def test_medium_and_year_choose() -> None:
    old, new = Match("1", ("Heron",), ("show",), 1995, 1999), Match("2", ("Heron",), ("show",), 2024, 2100)
    film, bird = Match("3", ("Heron",), ("film",), 2024), Match("4", ("Heron",), ())
    every = [bird, old, new, film]
    assert choose(every, Wanted("Heron")).taken is old
    assert choose(every, Wanted("Heron", year=2024)).taken is new
    assert choose(every, Wanted("Heron", medium="film")).taken is film
    assert choose(every, Wanted("Heron", begun=date(2025, 1, 5))).taken is new
    assert choose(every, Wanted("Heron", medium="film", year=1995)).taken is None
    assert choose([bird], Wanted("Heron")) == (choose([bird], Wanted("Heron", "anime")))
    assert choose(every, Wanted("Heron")).others == (bird, new, film)


# Each catalogue in its own words


def test_anilist_gives_the_series_as_it_was_broadcast_at_home() -> None:
    facts = anilist.read({"data": {"Media": said.HERON}}, HERON, ANIME)
    assert facts.names == ("Copper Heron", "Dou no Sagi", "銅の鷺", "CH", "The Heron of Copper")
    assert facts.studio == ("Studio Reed",)
    assert Credit("Aoi Minato", "Director", "港葵") in facts.staff
    assert all("ep 2" not in c.role for c in facts.staff)
    assert facts.cast == (Credit("Yuki Hoshi", "Tama", "星雪"),)
    assert [c.name for c in facts.characters] == ["Tama", "Old Ferryman"]
    assert facts.episodes[0] == Episode(
        1, "Low Water", date(2026, 1, 10)
    )  # four in the afternoon in London, the day after in Japan
    assert facts.plain["platform"] == "Crunchyroll, Netflix"
    assert (facts.plain["source"], facts.plain["country"], facts.plain["episodes"]) == ("light novel", "Japan", 3)


def test_tvmaze_gives_the_season_that_is_meant() -> None:
    show = copy.deepcopy(said.SHOW) | {"status": "Running", "ended": None, "premiered": "2022-01-05"}
    show["_embedded"] = {
        "episodes": [
            {"season": s, "number": n, "name": f"{s}-{n}", "airdate": f"{2021 + s}-01-{n:02}"} for s in (1, 2, 3) for n in (5, 12)
        ]
    }
    taken = next(tvmaze.matches([{"show": show}]))

    def season(wanted: Wanted) -> tuple[list[str], Facts]:
        facts = tvmaze.read(show, None, None, wanted, taken)
        return [e.title for e in facts.episodes], facts

    assert season(HERON)[0] == ["3-5", "3-12"]
    assert season(Wanted("x", season=1))[0] == ["1-5", "1-12"]
    assert season(Wanted("x", year=2023))[0] == ["2-5", "2-12"]
    assert season(Wanted("x", begun=date(2023, 1, 1)))[0] == ["2-5", "2-12"]
    none, facts = season(Wanted("x", begun=date(2023, 7, 1)))
    assert none == []
    assert "2023-07-01" in facts.notes[0]
    assert "season 9" in season(Wanted("x", season=9))[1].notes[0]
    # The last season is not over, so neither its end nor its number of episodes is known
    assert not {"finale", "episodes"} & set(season(HERON)[1].plain)
    assert season(Wanted("x", season=1))[1].plain["episodes"] == 2


def test_tvmaze_titles_that_are_none_are_left_out() -> None:
    taken = next(tvmaze.matches([{"show": said.SHOW}]))
    show = said.SHOW | {"_embedded": {"episodes": said.EPISODES, "cast": said.CAST}}
    assert [e.title for e in tvmaze.read(show, None, None, HERON, taken).episodes] == ["Low Tide", "The Lock", ""]


@pytest.mark.parametrize(
    ("about", "media"),
    [
        ("2024 Japanese anime television series", ("anime", "show")),
        ("2011 Japanese anime film directed by Aoi Minato", ("film", "anime")),
        ("American drama television series", ("show",)),
        ("2019 video game", ("game",)),
        ("2013 film by Nobody", ("film",)),
        ("Japanese film director", ()),
        ("episode of a television show", ()),
        ("Japanese manga series", ()),
        ("species of bird", ()),
        ("soundtrack of the film", ()),
        ("", ()),
    ],
)
def test_a_short_description_tells_what_it_is(about: str, media: tuple[str, ...]) -> None:
    assert wikidata.described(about) == media


def test_wikidata_statements_become_facts() -> None:
    labelled = {i: {"labels": {"mul": {"value": name}}} for i, name in said.LABELS.items()}
    match = Match("Q902", ("Copper Heron",), ("anime", "show"), None, 2100, "anime", "Wikidata")
    facts = statements.read(said.ENTITIES["Q902"], labelled, HERON, match)
    assert facts.names == ("Copper Heron", "銅の鷺", "구리 왜가리", "Heron of Copper")
    assert facts.staff == (Credit("Minato Aoi", "director"), Credit("Ren Kawa", "music"))
    assert facts.cast == (Credit("Yuki Hoshi", "Tamako"),)
    assert facts.plain == {"country": "Japan", "episodes": 12, "premiere": date(2026, 1, 10)}
    assert facts.ids == {"anilist": "7001"}
    game = statements.read(said.ENTITIES["Q903"], labelled, HERON, Match("Q903", ("Copper Heron",), ("game",)))
    assert game.plain == {"platform": "Windows", "release": date(2019, 6, 1)}  # "May 2019" is no day


# Any other shape

_LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(["Q1", "\ud800", "x" * 9999])
)
_TREES = st.recursive(
    _LEAVES, lambda t: st.lists(t, max_size=3) | st.dictionaries(st.text(max_size=5), t, max_size=3), max_leaves=8
)
_LABELS = {"entities": {i: {"labels": {"en": {"value": n}}} for i, n in said.LABELS.items()}}
_RIGHT: dict[str, tuple[Any, ...]] = {
    "anilist": ({"data": {"Page": {"media": [said.HERON]}}}, {"data": {"Media": said.HERON}}),
    "tvmaze": (
        [{"show": said.SHOW}],
        said.SHOW | {"_embedded": {"episodes": said.EPISODES, "cast": said.CAST}},
        [{"type": "Creator", "person": {"name": "Mio Hama"}}],
        [{"name": "Медная цапля"}],
    ),
    "wikidata": ({"search": said.FOUND[2:3]}, {"entities": said.ENTITIES}, _LABELS),
}


def answered(name: str, answers: Iterator[Any], wanted: Wanted = HERON) -> Facts:
    """The inquiry with these answers, one after the other."""
    inquiry = CATALOGUES[name].inquire(wanted)
    request = next(inquiry)
    try:
        while True:
            json.dumps(request.body)
            request = inquiry.send(next(answers))
    except StopIteration as end:
        facts: Facts = end.value
        return facts


def _spots(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _spots(inner, (*path, step))


def _with(value: Any, path: tuple[Any, ...], other: Any) -> Any:
    if not path:
        return other
    changed = copy.deepcopy(value)
    here = changed
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = other
    return changed


@pytest.mark.parametrize("name", CATALOGUES)
def test_the_right_shape_is_taken(name: str) -> None:
    facts = answered(name, iter(_RIGHT[name]))
    assert facts.taken is not None
    assert facts.names[0] == "Copper Heron"
    assert facts.troubles == ()


@pytest.mark.parametrize("name", CATALOGUES)
@pytest.mark.parametrize(
    "other", [None, True, -1, 10**40, 1.5, "\x00\u202e\ud800", [], {}, [[]], {"": None}, "x" * 100_000], ids=repr
)
def test_one_wrong_value_anywhere_is_no_exception_and_the_file_stays_sound(name: str, other: Any) -> None:
    for number, answer in enumerate(_RIGHT[name]):
        for place, path in enumerate(_spots(answer)):
            answers = list(_RIGHT[name])
            answers[number] = _with(answer, path, other)
            facts = answered(name, iter([*answers, *[None] * 9]))
            if place % 17 == 0:  # to write all of them takes too long
                written(HERON, facts)


@pytest.mark.parametrize("name", CATALOGUES)
@given(trees=st.lists(_TREES, min_size=12, max_size=12))
@settings(max_examples=40, deadline=None)
def test_garbage_is_no_exception(name: str, trees: list[Any]) -> None:
    facts = answered(name, iter(trees))
    CATALOGUES[name].complaint(trees[0])
    written(HERON, facts)


@pytest.mark.parametrize("name", CATALOGUES)
def test_wide_and_deep_answers_are_cut(name: str) -> None:
    deep: Any = "x"
    for _ in range(5000):
        deep = [deep]
    for answer in (deep, [{}] * 200_000, {"search": [{}] * 200_000, "data": {"Page": {"media": [{}] * 200_000}}}):
        assert answered(name, iter([answer, *[None] * 9])).taken is None


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x00b\x1b[31m\x9bc", "a b [31m c"),
        ("\u202eevil\u2066", "evil"),
        ("two\r\nlines\u2028three", "two lines three"),
        ("half \ud800 pair", "half pair"),
        ("  \t ", ""),
        (7, ""),
        ("銅の鷺", "銅の鷺"),
    ],
)
def test_text_of_strangers_is_one_clean_line(text: Any, clean: str) -> None:
    assert shape.clean(text) == clean


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://x y", "http://[half", "file:///etc/passwd", "//x", 'https://x/"', 7, None]
)
def test_what_is_no_address_is_none(address: Any) -> None:
    assert shape.address({"url": address}, "url") == ""


# As one


def facts(catalogue: str, **parts: Any) -> Facts:
    return Facts(catalogue, ANIME, **parts)


def test_who_said_what_and_what_contradicts_stands_in_the_file() -> None:
    text, series = written(
        HERON,
        facts("AniList", medium="anime", plain={"episodes": 12, "platform": "Netflix"}, studio=("BONES",)),
        facts("TVmaze", medium="anime", plain={"episodes": 13, "platform": "Hulu"}),
        facts("Wikidata", medium="anime", plain={"episodes": 12}, studio=("Bones",)),
    )
    assert "episodes = 12  # AniList, Wikidata; TVmaze says 13" in text
    assert series.facts == {"episodes": 12, "platform": "Netflix, Hulu"}
    assert series.studio == ("BONES",)


def test_one_person_is_one_whichever_name_stands_first() -> None:
    _, series = written(
        HERON,
        facts("AniList", staff=(Credit("Motonobu Hori", "Director"), Credit("Motonobu Hori", "Series Composition"))),
        facts("Wikidata", staff=(Credit("Hori Motonobu", "director"),), cast=(Credit("Hoshi", "Tama"),)),
        facts("TVmaze", cast=(Credit("Hoshi", "Tamako"),), characters=(Credit("Tama", ""), Credit("Old Man", ""))),
    )
    assert series.staff == {"Motonobu Hori": "director, series composition"}
    assert series.cast == {"Hoshi": "Tama"}
    assert series.characters == ("Old Man",)


def test_another_way_of_counting_episodes_is_left_out_and_said() -> None:
    first = tuple(Episode(n, "", date(2026, 1, n)) for n in range(1, 14))
    second = tuple(Episode(n + 13, "other", date(2026, 1, n)) for n in range(1, 14))
    text, series = written(HERON, facts("AniList", episodes=first), facts("TVmaze", episodes=second))
    assert [e.number for e in series.episodes] == list(range(1, 14))
    assert "# TVmaze counts its episodes otherwise (14 to 26)" in text


def test_dates_and_titles_of_episodes_complete_each_other() -> None:
    text, series = written(
        HERON,
        facts("AniList", episodes=(Episode(1, "", date(2026, 1, 10)), Episode(2, "", date(2026, 1, 17)))),
        facts("TVmaze", episodes=(Episode(1, "Low Tide", date(2026, 1, 11)), Episode(3, "Third"))),
    )
    assert series.episodes == (
        Episode(1, "Low Tide", date(2026, 1, 10)),
        Episode(2, "", date(2026, 1, 17)),
        Episode(3, "Third"),
    )
    assert "# TVmaze says 2026-01-11" in text


def test_names_that_the_series_file_refuses_stand_in_a_comment() -> None:
    text, series = written(HERON, facts("AniList", names=("Copper Heron", "CH", "銅", "銅鷺", "COPPER HERON!")))
    assert series.aliases == ("銅鷺",)
    assert '# "CH" is too short' in text


def test_names_of_strangers_can_not_break_out_of_their_place() -> None:
    evil = '"]\n[[sources]]\nname="x" # @SOURCES@ \\ \x7f \\u0000 @TITLE@ """'
    text, series = written(
        Wanted('Copper "Heron" \\ @ALIASES@'),
        facts(
            "AniList",
            names=(evil,),
            studio=(evil,),
            staff=(Credit(evil, evil, evil),),
            cast=(Credit(evil, evil),),
            characters=(Credit("Other " + evil, evil),),
            episodes=(Episode(1, evil, date(2026, 1, 1)),),
            plain={"platform": evil},
            notes=(evil,),
            others=(Match("1", ('Copper "Heron" \\ @ALIASES@',), (), None, None, evil, "Wikidata"),),
        ),
        facts("TVmaze", episodes=(Episode(1, evil + "2", date(2026, 1, 2)),)),
        Facts("Wikidata", troubles=(evil,)),
    )
    plain = shape.clean(evil)
    assert series.title == 'Copper "Heron" \\ @ALIASES@'
    assert series.sources == ()
    assert series.aliases == series.studio == (plain,)
    assert series.episodes[0].title == plain
    assert "\x7f" not in text


def test_with_nothing_said_it_is_a_template_that_says_what_is_missing() -> None:
    text, series = written(HERON, Facts("AniList", troubles=("could not be reached",)), Facts("TVmaze"))
    assert "# AniList: could not be reached" in text
    assert "# TVmaze: found nothing" in text
    assert series == parse({"title": "Copper Heron"}, "bare")
    assert merge(HERON, []).missing == ("aliases", "studio", "people", "episodes with air dates")
    assert merge(Wanted("x", "game"), []).missing[-1] == "the day of release"


def test_outlets_become_sources() -> None:
    listed = outlets()
    text = render(merge(HERON, ()), (), listed, KINDS, TODAY)
    series = parse(tomllib.loads(text), "draft", {*KINDS, "auto"})
    assert [(s.name, s.kind, s.url) for s in series.sources] == [(o.name, o.kind, o.begins) for o in listed]


def test_two_names_with_one_key_are_two_where_their_letters_differ() -> None:
    assert key("Pokémon") == key("pokemon")
    assert key("ガラス") != key("カラス")
    assert key("йога") != key("иога")
