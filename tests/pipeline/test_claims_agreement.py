"""Claims of many articles brought together."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

from pipeline.claims import Claim, Matter, agreement
from pipeline.claims.claim import TITLE, KindName, Modality
from pipeline.claims.territories import territories
from pipeline.series import Episode, Series
from tests.patience import within

BARE = Series(title="Iron Moth")
KNOWN = Series(
    title="Iron Moth",
    studio=("Studio Kestrel",),
    staff={"Haruko Ōno": "director", "Goro Endo": "chief director"},
    cast={"Ken Satō": "Aki"},
    facts={"episodes": 12, "premiere": date(2025, 1, 10), "source": "manga"},
)


def claim(
    kind: KindName,
    value: str,
    day: int = 1,
    how: Modality = "reported",
    about: str = "",
    sentence: str = "So it is with Iron Moth.",
    outlet: str = "",
) -> Claim:
    return Claim(kind, about, value, value, sentence, 0, how, outlet, "", date(2024, 12, day))


def only(series: Series, *said: Claim, origins: dict[str, str] | None = None) -> Matter:
    """The one matter of these claims, each of an article and, where none is given, an outlet of its own: a0, a1, …"""
    heard = {f"a{n}": [replace(c, outlet=c.outlet or f"outlet{n}.example")] for n, c in enumerate(said)}
    (matter,) = agreement(heard, series, origins)
    return matter


def quarrels(series: Series, *said: Claim) -> list[tuple[str, tuple[str, str]]]:
    return [(q.state, q.values) for q in only(series, *said).quarrels]


def test_what_two_say_is_agreed_and_what_one_says_stands_alone() -> None:
    assert only(BARE, claim("episodes", "12"), claim("episodes", "12")).state == "agreed"
    assert only(BARE, claim("episodes", "12")).state == "single"


def test_agreement_is_counted_in_origins() -> None:
    said = [claim("episodes", "12") for _ in range(3)]
    matter = only(BARE, *said, origins={"a0": "a0", "a1": "a0", "a2": "a0"})
    assert matter.readings[0].origins == 1
    assert matter.readings[0].articles == ("a0", "a1", "a2")
    assert matter.state == "single"


def test_twelve_against_thirteen_is_disputed_with_both_sides() -> None:
    matter = only(BARE, claim("episodes", "12"), claim("episodes", "12", 2), claim("episodes", "13", 3))
    (quarrel,) = matter.quarrels
    assert (quarrel.state, quarrel.values, quarrel.articles) == ("disputed", ("12", "13"), (("a0", "a1"), ("a2",)))
    assert [c.value for c in quarrel.claims[1]] == ["13"]


def test_round_numbers_and_ranges_are_no_quarrel() -> None:
    assert not quarrels(BARE, claim("episodes", "~12"), claim("episodes", "13"))
    assert not quarrels(BARE, claim("episodes", "12..13"), claim("episodes", "13"))


def test_a_vague_date_goes_with_the_exact_one_inside_it() -> None:
    matter = only(BARE, claim("premiere", "2025-01"), claim("premiere", "2025-01-10", 2), claim("premiere", "2025-winter", 3))
    assert [r.value for r in matter.readings] == ["2025-01-10"]
    assert matter.readings[0].origins == 3


def test_a_day_apart_is_the_same_broadcast() -> None:
    assert not quarrels(BARE, claim("premiere", "2025-01-10"), claim("premiere", "2025-01-11"))


TENTH, LATER = claim("premiere", "2025-01-10"), claim("premiere", "2025-01-17", 2)


def test_two_dates_are_disputed_where_two_outlets_tell_each() -> None:
    assert quarrels(BARE, TENTH, TENTH, LATER, LATER) == [("disputed", ("2025-01-10", "2025-01-17"))]
    assert not quarrels(BARE, TENTH, TENTH, LATER)
    assert not quarrels(BARE, TENTH, TENTH, *(claim("premiere", "2025-01-17", outlet="one.example") for _ in "ab"))


def test_copies_back_nobody() -> None:
    copied = {"a2": "a2", "a3": "a2"}
    assert not only(BARE, TENTH, TENTH, LATER, LATER, origins=copied).quarrels


def test_days_of_channels_of_their_own_are_no_quarrel() -> None:
    here = [claim("premiere", "2025-01-10", sentence="Iron Moth starts on Netflix on January 10.") for _ in "ab"]
    there = [claim("premiere", "2025-01-17", sentence="Iron Moth starts on Fuji TV on January 17.") for _ in "ab"]
    assert not quarrels(BARE, *here, *there)
    assert quarrels(BARE, *here, *(replace(c, sentence=here[0].sentence) for c in there))
    nowhere = [replace(c, sentence="Iron Moth starts on January 17.") for c in there]
    assert quarrels(BARE, *here, *nowhere), "no other channel is named"
    later = [replace(c, value="2025-01-15") for c in nowhere]
    assert quarrels(BARE, *here, *later), "nor is it on another weekday"


def test_a_day_is_held_against_the_files_on_the_channel_that_others_name_with_it() -> None:
    there = claim("premiere", "2025-01-15", sentence="Iron Moth started on Fuji TV on January 15.")
    assert quarrels(KNOWN, there), "the file names no channel, and nobody another one"
    assert quarrels(KNOWN, replace(there, value="2025-01-17"))
    same = claim("premiere", "2025-01-10", sentence="Iron Moth started on Fuji TV on January 10.")
    elsewhere = replace(same, sentence="Iron Moth started on Netflix on January 10.")
    assert ("facts", ("2025-01-15", "2025-01-10")) in quarrels(KNOWN, same, there)
    assert not quarrels(KNOWN, elsewhere, there)
    assert quarrels(KNOWN, elsewhere, replace(there, value="2025-01-17")), "just a week off the file's, which names no channel"


def test_what_is_held_against_the_file_is_held_against_who_says_the_same_as_the_file() -> None:
    assert quarrels(KNOWN, TENTH, LATER) == [
        ("disputed", ("2025-01-10", "2025-01-17")),
        ("facts", ("2025-01-17", "2025-01-10")),
    ]
    heard = {"a": [TENTH], "b": [LATER], "c": [claim("premiere", "2025-01-10", about="uk")]}
    assert [q.state for m in agreement(heard, KNOWN) for q in m.quarrels] == ["disputed", "facts"]


def test_another_territorys_day_is_no_quarrel() -> None:
    heard = {f"a{n}": [replace(c, outlet=f"o{n}")] for n, c in enumerate((TENTH, TENTH, LATER, LATER))}
    assert [q for m in agreement(heard, BARE) for q in m.quarrels]
    heard["a5"] = [claim("premiere", "2025-01-17", about="uk")]
    assert not [q for m in agreement(heard, BARE) for q in m.quarrels]


def test_a_day_apart_may_be_the_evening_before_and_two_days_are_a_quarrel() -> None:
    next_day, after = claim("premiere", "2025-01-11"), claim("premiere", "2025-01-12")
    assert not quarrels(BARE, TENTH, TENTH, next_day, next_day)
    assert quarrels(BARE, TENTH, TENTH, after, after) == [("disputed", ("2025-01-10", "2025-01-12"))]


def test_what_is_not_firmly_said_disputes_nothing() -> None:
    twelve = [claim("episodes", "12") for _ in "ab"]
    assert quarrels(BARE, *twelve, claim("episodes", "13"))
    for doubt in (
        claim("episodes", "13", how="rumoured"),
        claim("episodes", "13", sentence="All of them were fun."),
        claim("episodes", "13", sentence="Iron Moth was previously so."),
    ):
        assert not quarrels(BARE, *twelve, doubt)


def test_who_says_both_is_on_no_side() -> None:
    heard = {"a": [claim("episodes", "12", outlet="a")], "b": [claim("episodes", "12", outlet="b")]}
    heard["c"] = [claim("episodes", "13", outlet="c"), claim("episodes", "12", outlet="c")]
    assert not agreement(heard, BARE)[0].quarrels


def test_what_is_years_apart_or_only_a_year_is_not_held_against_each_other() -> None:
    assert not quarrels(BARE, claim("premiere", "2019-01-10"), claim("premiere", "2025-01-17"))
    assert not quarrels(BARE, claim("premiere", "2024"), claim("premiere", "2025-01-17"))


def test_a_delay_makes_the_earlier_date_outdated() -> None:
    late = claim("premiere", "2025-04-03", 9, sentence="It has been delayed to 2025-04-03.")
    assert quarrels(BARE, TENTH, late, late) == [("outdated", ("2025-01-10", "2025-04-03"))]
    repeated = claim("premiere", "2025-01-10", 20)
    assert quarrels(BARE, TENTH, late, late, repeated) == [("outdated", ("2025-01-10", "2025-04-03"))]
    assert not quarrels(BARE, TENTH, late)


def test_each_later_day_takes_the_place_of_all_before() -> None:
    first = claim("release", "2024-10-20", 1, sentence="Iron Moth opens on 2024-10-20.")
    second = claim("release", "2024-11-17", 5, sentence="Iron Moth will now open on 2024-11-17.")
    third = claim("release", "2025-03-01", 9, sentence="Iron Moth has been moved from November 17 to 2025-03-01.")
    found = quarrels(BARE, first, second, second, third, third)
    assert {pair for state, pair in found if state == "outdated"} == {
        ("2024-10-20", "2024-11-17"),
        ("2024-11-17", "2025-03-01"),
        ("2024-10-20", "2025-03-01"),
    }


def test_a_change_without_a_day_counts_with_those_who_tell_the_new_day_later() -> None:
    first = claim("release", "2024-11-17", 1, sentence="Iron Moth opens on 2024-11-17.")
    moved = replace(
        claim("release", "2024-11-03", sentence="Iron Moth has been moved up and will now open on 2024-11-03."), day=None
    )
    later = claim("release", "2024-11-03", 9, sentence="Iron Moth opens on 2024-11-03.")
    assert quarrels(BARE, first, moved, later) == [("outdated", ("2024-11-17", "2024-11-03"))]
    earlier = replace(later, day=date(2024, 11, 1))
    assert ("outdated", ("2024-11-17", "2024-11-03")) not in quarrels(BARE, first, moved, earlier)


def test_a_sentence_with_both_days_needs_no_name() -> None:
    early = claim("premiere", "2025-04-02", sentence="The mystery begins on April 2.")
    moved = claim("premiere", "2025-04-09", 9, sentence="The start of broadcasting has been moved from April 2 to April 9, 2025.")
    moved = replace(moved, as_written="April 9, 2025", topical=True)
    assert quarrels(BARE, early, moved) == [("outdated", ("2025-04-02", "2025-04-09"))]
    other = replace(moved, sentence="The start of broadcasting has been moved from May 2 to April 9, 2025.")
    assert not quarrels(BARE, early, other)


def test_of_two_days_that_gave_way_to_a_third_the_first_gave_way_to_the_second() -> None:
    first = claim("premiere", "2025-01-10", 1, "announced", sentence="Iron Moth begins on January 10.")
    then = claim("premiere", "2025-03-07", 5, sentence="Iron Moth arrives on March 7.")
    last = claim("premiere", "2025-05-02", 9, sentence="Iron Moth has been moved to May 2.")
    facts = Series("Iron Moth", medium="anime", facts={"premiere": date(2025, 5, 2)})
    assert set(quarrels(facts, first, then, last)) == {
        ("outdated", ("2025-01-10", "2025-05-02")),
        ("outdated", ("2025-03-07", "2025-05-02")),
        ("outdated", ("2025-01-10", "2025-03-07")),
    }


def test_a_day_of_another_place_is_not_the_one_that_was_changed() -> None:
    first = claim("release", "2025-01-28", 1, about="korea", sentence="Iron Moth opens in Korea on January 28.")
    moved = claim(
        "release",
        "2025-02-28",
        9,
        about="korea",
        sentence="Iron Moth now opens on Feb. 28 in South Korea and on March 7 in the United States.",
    )
    moved = replace(moved, as_written="Feb. 28")
    assert quarrels(BARE, first, moved) == [("outdated", ("2025-01-28", "2025-02-28"))]


def test_what_is_new_about_the_day_makes_no_number_a_new_one() -> None:
    said = claim("episodes", "8", 9, sentence="The 8-part series will now start on Sept 14 with Iron Moth's own crew.")
    assert quarrels(BARE, claim("episodes", "6"), claim("episodes", "6", 2), said) == [("disputed", ("6", "8"))]
    counted = replace(said, sentence="Iron Moth will now run for 8 episodes.")
    assert quarrels(BARE, claim("episodes", "6"), claim("episodes", "6", 2), counted) == [("outdated", ("6", "8"))]


def test_behind_a_quarrel_stands_nobody_who_agrees_with_both_or_says_both() -> None:
    season = claim("premiere", "2025-winter", 1, "announced")
    delayed = claim("premiere", "2025-03-07", 9, "announced", sentence="Iron Moth has been delayed to March 7.")
    (quarrel,) = only(BARE, season, claim("premiere", "2025-01-10", 2), delayed).quarrels
    assert (quarrel.state, quarrel.articles) == ("outdated", (("a1",), ("a2",)))
    assert {c.value for c in quarrel.claims[0]} == {"2025-01-10"}
    heard = {"a": [claim("premiere", "2025-01-10"), delayed], "b": [replace(delayed, outlet="b.example")]}
    assert [m.quarrels for m in agreement(heard, BARE)] == [()]


def test_a_change_of_another_day_outdates_nothing() -> None:
    moved = claim("premiere", "2025-04-03", 9, sentence="It was delayed from February 6 to April 3.")
    assert not quarrels(BARE, TENTH, moved, moved)
    assert quarrels(BARE, TENTH, *(replace(moved, sentence="It was delayed from January 10 to April 3.") for _ in "ab"))


def test_what_only_looks_like_another_month_or_a_change_is_none() -> None:
    april = claim("release", "2024-04-12", sentence="Iron Moth opens on April 12.")
    october = claim(
        "release", "2024-10-18", 9, sentence="The release of Iron Moth, set on Mars, has been pushed back to October 18."
    )
    october = replace(october, as_written="October 18")
    early, late = (replace(c, day=date(2024, 1, c.day.day if c.day else 1)) for c in (april, october))
    assert quarrels(BARE, early, late) == [("outdated", ("2024-04-12", "2024-10-18"))], "Mars is no month, and October is to come"
    for text in (
        "Iron Moth began on January 10, and I have now watched it.",
        "Iron Moth began on January 10 and is now streaming.",
    ):
        seen = claim("premiere", "2025-01-10", 20, sentence=text)
        assert ("outdated", ("2025-01-03", "2025-01-10")) not in quarrels(BARE, claim("premiere", "2025-01-03"), seen)


def test_a_later_change_of_another_day_does_not_bring_the_old_one_back() -> None:
    old, new = (
        claim("premiere", "2025-01-08"),
        claim("premiere", "2025-04-09", 3, sentence="It will now begin on April 9, said Iron Moth."),
    )
    back = replace(old, day=date(2024, 12, 9), sentence="Iron Moth was moved from June to January 8.", as_written="January 8")
    again = replace(back, sentence="Iron Moth was moved from April 9 to January 8.")
    assert quarrels(BARE, old, new, new, back) == [("outdated", ("2025-01-08", "2025-04-09"))]
    assert ("outdated", ("2025-04-09", "2025-01-08")) in quarrels(BARE, old, new, new, again)


def test_the_day_of_a_dateline_is_no_old_day() -> None:
    moved = claim("premiere", "2025-04-03", 9, sentence="TOKYO, Dec. 9 — It has been delayed to 2025-04-03.")
    assert quarrels(BARE, TENTH, moved, moved) == [("outdated", ("2025-01-10", "2025-04-03"))]


def test_news_ends_a_rumour() -> None:
    said = (claim("episodes", "24", 1, "rumoured"), claim("episodes", "12", 5, "announced"))
    assert quarrels(KNOWN, *said) == quarrels(BARE, *said) == [("outdated", ("24", "12"))]
    unnamed = claim("episodes", "12", 5, "announced", sentence="All of them were fun.")
    assert not quarrels(BARE, said[0], unnamed), "what one outlet says of nothing it names takes no place"


def test_a_second_season_after_none() -> None:
    said = (claim("sequel", "no", 1, about="season 2"), claim("sequel", "yes", 9, "announced", "season 2"))
    assert quarrels(BARE, *said) == [("outdated", ("no", "yes"))]
    assert not quarrels(BARE, claim("sequel", "open", about="season 2"), claim("sequel", "no", about="season 2"))
    assert not quarrels(BARE, claim("sequel", "no", 1, about="season 2"), claim("sequel", "yes", 9, about="season 2"))
    late = (claim("sequel", "yes", 1, about="season 2"), claim("sequel", "no", 9, "announced", "season 2"))
    assert [state for state, _ in quarrels(BARE, *late)] == ["disputed"]


def test_many_may_hold_of_studios_platforms_writers_and_genres() -> None:
    kinds: tuple[KindName, ...] = ("studio", "platform", "genre")
    for kind in kinds:
        assert not quarrels(BARE, claim(kind, "one"), claim(kind, "two"))
    assert not quarrels(BARE, claim("staff", "berg nao", about="script"), claim("staff", "dow ben", about="script"))


def test_one_director_against_another() -> None:
    said = (claim("staff", "haruko ono", about="director"), claim("staff", "ek tomas", about="director"))
    assert not quarrels(BARE, *said)
    assert quarrels(BARE, *said, said[0]) == [("disputed", ("haruko ono", "ek tomas"))]
    assert ("facts", ("ek tomas", "haruko ono")) in quarrels(KNOWN, *said)


def test_half_a_name_is_no_other_person() -> None:
    said = [claim("cast", name, about="aki") for name in ("ken sato", "ken sato", "kenji sato")]
    assert not quarrels(BARE, *said)


def test_people_who_share_a_given_name_are_two_people() -> None:
    def about_aki(one: str, other: str) -> list[tuple[str, tuple[str, str]]]:
        return quarrels(BARE, *(claim("cast", who, day, about="aki") for day, who in enumerate((one, one, other), 1)))

    assert about_aki("daniel okoro", "daniel osei") == [("disputed", ("daniel okoro", "daniel osei"))]
    assert not about_aki("daniel okoro", "daniel okorro")


def test_two_actors_who_change_parts_are_a_quarrel() -> None:
    two = replace(KNOWN, cast={"Ken Satō": "Aki", "Rin Hayashi": "Tama"})
    assert quarrels(two, claim("cast", "hayashi rin", about="aki")) == [("facts", ("hayashi rin", "ken sato"))]


def test_a_chief_director_called_director_is_no_quarrel() -> None:
    assert not quarrels(KNOWN, claim("staff", "haruko ono", about="director"), claim("staff", "endo goro", about="director"))


def test_who_names_both_directors_disputes_nothing() -> None:
    both = [claim("staff", "haruko ono", about="director"), claim("staff", "ek tomas", about="director")]
    assert not agreement({"a": both}, BARE)[0].quarrels


def test_an_initial_or_another_order_is_the_same_person() -> None:
    assert only(BARE, claim("cast", "ken sato", about="aki"), claim("cast", "k sato", about="aki")).state == "agreed"


def test_against_the_facts_of_the_file() -> None:
    twice = [claim("episodes", "24"), claim("episodes", "24")]
    assert quarrels(KNOWN, *twice) == [("facts", ("24", "12"))]
    assert quarrels(KNOWN, replace(twice[0], position=TITLE)) == [("facts", ("24", "12"))]
    assert quarrels(KNOWN, twice[0]) == [("facts", ("24", "12"))]
    unnamed = replace(twice[0], sentence="It has them.")
    assert not quarrels(KNOWN, unnamed)
    assert not quarrels(KNOWN, unnamed, unnamed), "two that may both speak of another work bear nobody out"
    assert quarrels(KNOWN, LATER, LATER) == [("facts", ("2025-01-17", "2025-01-10"))]
    assert quarrels(KNOWN, claim("source", "original")) == [("facts", ("original", "manga"))]
    assert quarrels(KNOWN, claim("studio", "vantage")) == [("facts", ("vantage", "kestrel"))]
    assert quarrels(KNOWN, claim("cast", "hayashi rin", about="aki")) == [("facts", ("hayashi rin", "ken sato"))]
    assert only(KNOWN, claim("episodes", "12")).state == "agreed"


def test_listed_episodes_are_all_only_where_the_file_knows_the_last() -> None:
    listed = tuple(Episode(n, aired=date(2025, 1, 3) + timedelta(days=7 * n)) for n in range(1, 4))
    growing = Series(title="Iron Moth", episodes=listed)
    assert only(growing, claim("episodes", "12")).facts == ()
    assert only(growing, claim("finale", "2025-03-28")).facts == ()
    ended = replace(growing, facts={"finale": date(2025, 1, 24)})
    assert only(ended, claim("episodes", "12")).facts == ("3",)
    assert only(replace(growing, facts={"finale": date(2025, 3, 28)}), claim("episodes", "12")).facts == ()
    assert only(replace(growing, facts={"episodes": 3}), claim("finale", "2025-03-28")).facts == ("2025-01-24",)


def test_who_names_the_known_studio_too_speaks_of_a_second_one() -> None:
    both = {"a": [claim("studio", "kestrel"), claim("studio", "blue anvil")]}
    assert not agreement(both, KNOWN)[0].quarrels


def test_a_denial_against_the_same_value() -> None:
    said = (claim("platform", "netflix"), claim("platform", "netflix", 2, "denied"))
    assert not only(BARE, said[0], replace(said[1], sentence="The maker did not say so; it is on netflix.")).quarrels
    (quarrel,) = only(BARE, said[0], replace(said[1], sentence="It will not be on netflix.")).quarrels
    assert (quarrel.state, quarrel.values, quarrel.articles) == ("disputed", ("netflix", "netflix"), (("a0",), ("a1",)))


def test_a_denial_is_plain_where_the_no_stands_right_behind_too() -> None:
    said = claim("platform", "netflix")
    for sentence in (
        "Netflix will not stream it.",
        "I sent you to netflix, I know: it was never on netflix.",
        "A netflix version isn't planned, whatever you hear.",
    ):
        written = "Netflix" if sentence.startswith("Netflix") else "netflix"
        denied = replace(claim("platform", "netflix", 2, "denied", sentence=sentence), as_written=written)
        assert quarrels(BARE, said, denied) == [("disputed", ("netflix", "netflix"))], sentence
    for sentence in ("A netflix version is not planned at this time.", "On netflix, the maker did not say when."):
        assert not quarrels(BARE, said, claim("platform", "netflix", 2, "denied", sentence=sentence)), sentence


def test_what_is_nowhere_is_not_where_somebody_has_it() -> None:
    there = claim("platform", "netflix", about="worldwide", sentence="Netflix has the series worldwide.")
    nowhere = claim("platform", "netflix", 2, "denied", sentence="It will not be on netflix.")
    states = [q.state for m in agreement({"a": [there], "b": [nowhere]}, BARE) for q in m.quarrels]
    assert states == ["disputed"]
    elsewhere = replace(there, sentence="Netflix has all of them worldwide.")
    assert not [q for m in agreement({"a": [elsewhere], "b": [nowhere]}, BARE) for q in m.quarrels]


def test_a_denial_is_of_a_rumour_however_it_was_put() -> None:
    could = claim("platform", "netflix", 1, "rumoured", sentence="The drama could end up on netflix, they say.")
    denied = claim("platform", "netflix", 2, "denied", sentence="The drama will not be on netflix.")
    assert quarrels(BARE, could, denied) == [("disputed", ("netflix", "netflix"))]
    assert not quarrels(BARE, replace(could, modality="reported"), denied)


def test_a_number_alone_is_the_one_studios_anniversary() -> None:
    marks = claim("anniversary", "25", about="kestrel", sentence="It marks Studio Kestrel's 25th anniversary.")
    one = replace(KNOWN, facts={"anniversary": 20})
    assert quarrels(one, marks) == [("facts", ("25", "20"))]
    assert not quarrels(replace(one, studio=("Studio Kestrel", "Harrow")), marks)
    assert quarrels(replace(one, studio=("Studio Kestrel", "Harrow"), facts={"anniversary": "Studio Kestrel's 20th"}), marks)


def test_a_name_in_another_script_is_held_against_none() -> None:
    assert not quarrels(KNOWN, claim("staff", "神崎澪", about="director", sentence="Director of Iron Moth: 神崎澪"))
    assert quarrels(KNOWN, claim("staff", "mio kanzaki", about="director", sentence="Director of Iron Moth: Mio Kanzaki"))


def test_sites_where_anybody_votes_may_change_and_outlets_may_not() -> None:
    assert not quarrels(BARE, claim("rating", "7.1/10", about="myanimelist"), claim("rating", "6.8/10", about="myanimelist"))
    seven, eight = claim("rating", "7/10", about="ign"), claim("rating", "8/10", about="ign")
    assert quarrels(BARE, seven, eight) == [("disputed", ("7/10", "8/10"))]


def test_what_will_never_be_is_held_against_what_was_ordered() -> None:
    ordered = claim("sequel", "yes", 1, about="season 2", sentence="A second season of Iron Moth has been ordered.")
    never = claim("sequel", "no", 9, about="season 2", sentence="There will be no second season of Iron Moth.")
    unheard = claim("sequel", "no", 9, about="season 2", sentence="No second season of Iron Moth has been announced.")
    assert quarrels(BARE, ordered, never) == [("disputed", ("yes", "no"))]
    assert not quarrels(BARE, ordered, unheard)


def test_a_dub_is_another_version_but_not_of_itself() -> None:
    said = [
        claim("premiere", day, outlet=o, about="dub", sentence="The English dub of Iron Moth begins then.")
        for day, o in (("2025-05-05", "a"), ("2025-05-05", "b"), ("2025-05-19", "c"), ("2025-05-19", "d"))
    ]
    assert quarrels(BARE, *said) == [("disputed", ("2025-05-05", "2025-05-19"))]
    assert not quarrels(BARE, *(replace(c, about="") for c in said))


def test_an_article_that_others_bear_out_need_not_name_the_series_again() -> None:
    """What it says of other things tells that it speaks of this series; what the file knows better tells against it."""
    counted = claim("episodes", "13", outlet="c", sentence="It has 13 episodes.")
    heard = {n: [claim("episodes", "12", outlet=n)] for n in "ab"} | {"c": [counted]}

    def found() -> list[str]:
        return [q.state for m in agreement(heard, BARE) if m.kind == "episodes" for q in m.quarrels]

    assert not found()
    heard["a"] += [claim("studio", "kestrel", outlet="a")]
    heard["c"] = [counted, claim("studio", "kestrel", outlet="c", sentence="Iron Moth is made at Kestrel.")]
    assert found() == ["disputed"]
    heard["c"] = [counted, claim("studio", "anvil", outlet="c", sentence="Blue Anvil makes it.")]
    assert not found()


def test_a_date_of_which_season_or_place_nobody_says_is_held_against_none() -> None:
    said = [claim("premiere", "2025-01-10", outlet=o) for o in "ab"] + [claim("premiere", "2025-01-17", outlet="c")]
    late = claim("premiere", "2025-01-17", outlet="d")

    def found(*more: Claim) -> list[str]:
        heard = {f"a{n}": [c] for n, c in enumerate(said)} | {"a3": [late, *more]}
        return [q.state for m in agreement(heard, BARE) for q in m.quarrels]

    assert found() == ["disputed"]
    assert not found(claim("sequel", "yes", about="season 2", outlet="d"))
    late = replace(late, sentence="Iron Moth opens in U.S. theaters on January 17.")
    assert not found()
    late = replace(
        late, as_written="January 17", sentence="It starts on January 17, and Iron Moth is shown in U.S. theaters, too."
    )
    assert found() == ["disputed"], "the place stands in another clause"


def test_a_date_that_lies_weeks_before_what_two_told_later_was_moved() -> None:
    early = [claim("premiere", "2025-01-10", n, outlet=o) for n, o in ((1, "a"), (2, "b"))]
    late = claim("premiere", "2025-04-03", 9)
    assert quarrels(BARE, *early, late, late) == [("outdated", ("2025-01-10", "2025-04-03"))]
    assert quarrels(replace(KNOWN, facts={"premiere": date(2025, 4, 3)}), *early, late) == [
        ("outdated", ("2025-01-10", "2025-04-03"))
    ]
    assert not quarrels(BARE, *early, late), "one outlet may speak of another country"
    still = replace(early[0], day=date(2024, 12, 20))
    assert quarrels(BARE, *early, late, late, still) == [("disputed", ("2025-01-10", "2025-04-03"))], "somebody still says so"
    assert not quarrels(BARE, *early, *(replace(c, sentence="Iron Moth is on Netflix from April 3.") for c in (late, late)))


def test_what_the_makers_count_after_all_others_is_news() -> None:
    old = claim("episodes", "12"), claim("episodes", "12", 2)
    assert quarrels(BARE, *old, claim("episodes", "13", 3, "announced")) == [("outdated", ("12", "13"))]
    assert quarrels(BARE, *old, claim("episodes", "13", 2, "announced")) == [("disputed", ("12", "13"))]


def test_a_change_of_another_month_outdates_nothing() -> None:
    old = claim("premiere", "2024-12-20", sentence="Iron Moth begins on December 20.")
    new = claim("premiere", "2025-01-17", 9, sentence="Iron Moth has slipped from its November date and begins on January 17.")
    assert not [q for q in quarrels(BARE, old, old, new) if q[0] == "outdated"]
    pushed = replace(new, sentence='The BBC has pushed "Iron Moth" from Dec. 20 to Jan. 17.')
    assert quarrels(BARE, old, old, pushed) == [("outdated", ("2024-12-20", "2025-01-17"))]
    moved = replace(new, sentence="Iron Moth has slipped from its December date and begins on January 17.")
    assert quarrels(BARE, old, old, moved) == [("outdated", ("2024-12-20", "2025-01-17"))]


def test_a_rumour_is_held_against_what_holds_now() -> None:
    rumour = claim("episodes", "26", 1, "rumoured")
    twelve = claim("episodes", "12", 2)
    now = claim("episodes", "13", 9, sentence="Iron Moth will now run to 13 episodes.")
    assert sorted(quarrels(BARE, rumour, twelve, now)) == [("outdated", ("12", "13")), ("outdated", ("26", "13"))]
    said = replace(twelve, modality="announced")
    assert ("outdated", ("26", "12")) in quarrels(BARE, rumour, said, now), "the makers have answered it"


def test_a_rumour_of_who_does_it_is_held_against_who_does() -> None:
    """No later news makes it out of date, as it does a day."""
    rumour = claim("staff", "tomas ek", how="rumoured", about="director")
    known = claim("staff", "haruko ono", about="director")
    assert quarrels(KNOWN, rumour, known) == [
        ("disputed", ("haruko ono", "tomas ek")),
        ("facts", ("tomas ek", "haruko ono")),
    ]
    assert quarrels(KNOWN, claim("cast", "tomas ek", how="rumoured", about="aki")) == [("facts", ("tomas ek", "ken sato"))]
    assert not quarrels(KNOWN, claim("episodes", "13", how="rumoured"))


def test_a_rumour_of_an_article_about_the_series_need_not_name_it() -> None:
    rumour = claim("episodes", "24", 1, "rumoured", sentence="The order reportedly runs to 24 parts.")
    makers = claim("episodes", "12", 9, "announced")
    assert quarrels(BARE, replace(rumour, topical=True), makers) == [("outdated", ("24", "12"))]
    assert not quarrels(BARE, rumour, makers)


def test_a_row_of_a_table_is_of_what_its_article_is_about() -> None:
    row = claim("premiere", "2025-01-21", sentence="First episode | 21 January 2025")
    assert quarrels(KNOWN, replace(row, topical=True)) == [("facts", ("2025-01-21", "2025-01-10"))]
    assert not quarrels(KNOWN, row)


def test_a_rumour_is_out_of_date_when_somebody_knows() -> None:
    rumour, known = claim("premiere", "2024-12-20", 1, "rumoured"), claim("premiere", "2025-01-10", 3)
    assert quarrels(BARE, rumour, known) == [("outdated", ("2024-12-20", "2025-01-10"))]
    assert not quarrels(BARE, replace(rumour, day=date(2024, 12, 4)), known), "somebody still says so"
    assert not quarrels(BARE, replace(rumour, modality="reported"), known)


def test_an_article_about_the_series_need_not_name_it_in_each_sentence() -> None:
    march = [claim("finale", "2025-03-28", outlet=o) for o in "ab"] + [claim("studio", "kestrel", outlet="a")]
    unnamed = claim("finale", "2025-04-03", outlet="c", sentence="The last one was shown on April 3 and not a minute was wasted.")
    beside = claim("studio", "kestrel", outlet="c"), claim("staff", "haruko ono", about="director", outlet="c")

    def found(said: Claim) -> list[str]:
        heard = {"a": [march[0], march[2]], "b": [march[1], beside[1]], "c": [said, *beside]}
        return [q.state for m in agreement(heard, BARE) for q in m.quarrels]

    assert found(replace(unnamed, topical=True)) == ["disputed"]
    assert not found(unnamed)


def test_what_somebody_did_elsewhere_is_no_rival_of_what_he_does_here() -> None:
    known = claim("staff", "haruko ono", about="director", sentence="Iron Moth is directed by Haruko Ono.")
    fresh = claim("staff", "ek tomas", about="director", sentence='Tomas Ek, fresh from "Copper Vale", is the director.')
    assert quarrels(BARE, known, known, fresh) == [("disputed", ("haruko ono", "ek tomas"))]


def test_a_case_that_is_supposed_behind_a_claim_does_not_weaken_it() -> None:
    twelve = [claim("episodes", "12") for _ in "ab"]
    said = claim("episodes", "13", sentence="Iron Moth has 13 episodes and could have done with 12.")
    assert quarrels(BARE, *twelve, said) == [("disputed", ("12", "13"))]
    assert not quarrels(BARE, *twelve, replace(said, sentence="If they find the money, Iron Moth would have 13 episodes."))


def test_a_denial_is_of_the_series_where_it_says_so() -> None:
    said = claim("staff", "haruko ono", about="script")
    denied = claim("staff", "haruko ono", 2, "denied", "script", "Episodes 6 and 7 were not written by haruko ono.")
    assert not quarrels(BARE, said, denied)
    assert quarrels(BARE, said, replace(denied, sentence="Iron Moth was not written by haruko ono."))


def test_who_directs_another_season_contradicts_nobody() -> None:
    first = [claim("staff", "haruko ono", about="director", outlet=o) for o in "ab"]
    heard = {"a": [first[0]], "b": [first[1]], "c": [claim("staff", "ek tomas", about="director", outlet="c")]}
    assert [q.state for m in agreement(heard, BARE) for q in m.quarrels] == ["disputed"]
    heard["c"].append(claim("sequel", "yes", about="season 2", outlet="c"))
    assert [q.state for m in agreement(heard, BARE) for q in m.quarrels] == ["disputed"], (
        "nothing in the sentence is of the season"
    )
    heard["c"][0] = replace(heard["c"][0], sentence="Tomas Ek will direct Iron Moth.")
    assert not [q.state for m in agreement(heard, BARE) for q in m.quarrels]
    for said in heard.values():
        said[0] = replace(said[0], about="original creator")
    assert [q.state for m in agreement(heard, BARE) for q in m.quarrels] == ["disputed"], "the book is the same for all seasons"


def test_what_is_denied_of_a_thing_of_which_there_is_one_is_told_by_its_values() -> None:
    said = claim("source", "novel"), claim("source", "novel", 2, "denied", sentence="It is not based on a novel.")
    assert not quarrels(BARE, *said)


BARELY = "It is from a novel, one hears."


def test_an_origin_is_held_against_the_only_other_one_however_it_is_said() -> None:
    manga, novel = claim("source", "manga"), replace(claim("source", "novel", sentence=BARELY), topical=False)
    assert quarrels(KNOWN, manga, novel) == [("disputed", ("manga", "novel")), ("facts", ("novel", "manga"))]
    game = replace(novel, value="game", as_written="game", sentence="Another is based on a game.")
    assert ("facts", ("novel", "manga")) not in quarrels(KNOWN, manga, novel, game)


def test_of_three_directors_who_is_told_plainly_is_held_against_the_file() -> None:
    ours, plain = claim("staff", "haruko ono", about="director"), claim("staff", "berg nao", about="director")
    bare = claim("staff", "jan kral", about="director", sentence="Jan Kral directs the voices.")
    assert quarrels(KNOWN, ours, bare) == [("disputed", ("haruko ono", "jan kral")), ("facts", ("jan kral", "haruko ono"))]
    assert quarrels(KNOWN, ours, plain, bare) == [("disputed", ("berg nao", "haruko ono")), ("facts", ("berg nao", "haruko ono"))]


def test_four_who_play_one_part_play_it_in_several_versions() -> None:
    def plays(*who: str) -> list[Claim]:
        return [claim("cast", value, about="aki", sentence=f"{value.title()} plays Aki in Iron Moth.") for value in who]

    assert quarrels(KNOWN, *plays("ken sato", "jan kral", "berg nao"))
    assert not quarrels(KNOWN, *plays("ken sato", "jan kral", "berg nao", "lin aoba"))


def test_the_only_two_numbers_are_a_quarrel_where_the_file_is_silent() -> None:
    six, eight = (
        replace(claim("episodes", n, sentence=f"There are {n} episodes, and no more."), topical=True) for n in ("6", "8")
    )
    assert quarrels(BARE, six, eight) == [("disputed", ("6", "8"))]
    assert not quarrels(BARE, six, eight, replace(six, value="10", as_written="10"))
    assert not quarrels(KNOWN, six, eight)


def test_the_only_two_of_one_job_are_a_quarrel_where_the_file_is_silent() -> None:
    one, other = (claim("staff", who, about="character design") for who in ("jan kral", "ida holm"))
    assert quarrels(BARE, one, other) == [("disputed", ("ida holm", "jan kral"))]
    assert not quarrels(BARE, *(replace(c, about="music") for c in (one, other))), "of which there may be several"


def test_two_days_in_one_country_are_a_quarrel_where_a_week_lies_between_and_nobody_tells_a_third() -> None:
    first, week, month = (claim("release", day, about="us") for day in ("2025-04-11", "2025-04-18", "2025-05-16"))
    assert quarrels(BARE, first, week) == [("disputed", ("2025-04-11", "2025-04-18"))]
    assert not quarrels(BARE, first, month), "it may have been put off"
    assert not quarrels(BARE, first, week, month)
    assert ("disputed", ("2025-04-11", "2025-04-18")) in quarrels(BARE, first, first, week, month), "two know better than one"
    assert not quarrels(BARE, replace(first, about=""), replace(week, about=""))


def test_a_new_day_that_the_file_does_not_have_is_told_by_name_or_by_two() -> None:
    """Else it is the new day of a port or of another country."""
    old = claim("premiere", "2025-01-10", how="announced")
    new = replace(claim("premiere", "2025-03-06", 5, "announced", sentence="It will now start on March 6."), topical=True)
    elsewhere = replace(KNOWN, facts={"premiere": date(2025, 4, 4)})
    assert quarrels(BARE, old, new) == [("outdated", ("2025-01-10", "2025-03-06"))]
    assert ("outdated", ("2025-01-10", "2025-03-06")) not in quarrels(elsewhere, old, new)
    assert ("outdated", ("2025-01-10", "2025-03-06")) in quarrels(elsewhere, old, new, new)


def test_a_week_off_is_a_slip_of_one_however_it_is_said() -> None:
    twelfth = claim("finale", "2025-04-04", sentence="Iron Moth ends on Fuji TV on April 4.")
    slip = claim("finale", "2025-04-11", sentence="It ended on April 11, if you should wonder.")
    assert quarrels(BARE, twelfth, slip) == [("disputed", ("2025-04-04", "2025-04-11"))]
    assert not quarrels(BARE, twelfth, replace(slip, modality="rumoured"))
    assert not quarrels(BARE, twelfth, twelfth, slip, slip), "what two tell each is of two events"
    assert not quarrels(BARE, twelfth, slip, replace(slip, value="2025-05-11")), "of a third who knows what it is"
    assert not quarrels(BARE, twelfth, replace(slip, value="2025-04-12")), "another weekday"
    assert not quarrels(BARE, twelfth, replace(slip, sentence="It ended on Netflix on April 11."))
    late = replace(slip, day=date(2024, 12, 9), sentence="Iron Moth ended last night, a week late.")
    assert quarrels(BARE, twelfth, late) == [("outdated", ("2025-04-04", "2025-04-11"))]


def test_a_move_is_to_a_day_or_season_and_not_to_anything() -> None:
    april = claim("premiere", "2025-04-04", outlet="a", sentence="Iron Moth begins on April 4.")
    june = claim("premiere", "2025-06-06", day=9, sentence="The makers of Iron Moth have pushed the whole thing to June 6.")
    assert quarrels(BARE, april, june) == [("outdated", ("2025-04-04", "2025-06-06"))]
    assert not quarrels(
        BARE, april, replace(june, sentence="Iron Moth began on June 6, and its publisher moved at once to cool talk of more.")
    )


def test_a_disc_or_a_dub_is_seldom_moved_by_a_fortnight_and_a_premiere_may_be() -> None:
    one, other = claim("release", "2025-06-09", about="home video"), claim("release", "2025-06-23", about="home video")
    assert quarrels(BARE, one, other) == [("disputed", ("2025-06-09", "2025-06-23"))]
    assert not quarrels(BARE, *(replace(c, about="uk") for c in (one, other)))
    assert quarrels(BARE, *(replace(c, kind="premiere", about="dub") for c in (one, other)))
    assert not quarrels(BARE, *(replace(c, kind="premiere", about="uk") for c in (one, other)))


def test_a_day_just_a_week_from_the_files_is_a_slip_unless_the_makers_told_it() -> None:
    slip = claim("premiere", "2025-01-17", sentence="Das Ganze begann am 17. Januar.")
    assert quarrels(KNOWN, slip) == [("facts", ("2025-01-17", "2025-01-10"))]
    assert quarrels(KNOWN, slip, TENTH) == [
        ("disputed", ("2025-01-10", "2025-01-17")),
        ("facts", ("2025-01-17", "2025-01-10")),
    ]
    assert not quarrels(KNOWN, replace(slip, modality="announced"))
    assert not quarrels(KNOWN, replace(slip, value="2025-01-24"))


def test_who_says_no_after_others_said_yes_disputes_it() -> None:
    yes = claim("sequel", "yes", 1, about="film", sentence="A film of Iron Moth is in production.")
    no = claim("sequel", "no", 9, about="film", sentence="There is no film in the works.")
    assert quarrels(BARE, yes, no) == [("disputed", ("yes", "no"))]
    assert not quarrels(BARE, replace(yes, modality="rumoured"), no)


def test_what_was_not_planned_is_out_of_date_when_it_comes() -> None:
    no = claim("sequel", "no", 1, about="season 2", sentence="No second season is planned.")
    yes = claim("sequel", "yes", 9, about="season 2", sentence="Iron Moth gets a second season.")
    assert quarrels(BARE, no, yes) == [("outdated", ("no", "yes"))]
    assert not quarrels(BARE, replace(no, sentence="No second season is in the works."), yes)
    assert not quarrels(BARE, no, replace(yes, modality="rumoured"))


def test_a_stage_actor_is_of_no_other_version_and_a_stage_play_may_be_the_source() -> None:
    aki = claim("cast", "jan kral", about="aki", sentence="Aki is voiced by Jan Kral, a stage actor, in Iron Moth.")
    assert quarrels(KNOWN, aki) == [("facts", ("jan kral", "ken sato"))]
    assert not quarrels(KNOWN, replace(aki, sentence="On stage Aki was Jan Kral."))
    play = claim("source", "play", sentence="Iron Moth is based on a stage play.")
    assert quarrels(KNOWN, replace(play, as_written="stage play")) == [("facts", ("play", "manga"))]


def test_somebodys_film_is_this_one_where_the_file_has_him() -> None:
    novel = claim("source", "novel", sentence="Haruko Ono's new anime is based on a novel.")
    other, third = (
        claim("source", "game", sentence="It is based on a game."),
        claim("source", "play", sentence="It is based on a play."),
    )
    assert ("facts", ("novel", "manga")) in quarrels(KNOWN, novel, other, third)
    for sentence in ("Nao Berg's new anime is based on a novel.", "Haruko Ono's anime Pale Harbour is based on a novel."):
        assert ("facts", ("novel", "manga")) not in quarrels(KNOWN, replace(novel, sentence=sentence), other, third)


def test_what_it_was_made_from_is_no_other_version() -> None:
    director = claim("staff", "ek tomas", about="director", sentence="Tomas Ek directs this drama made from the old stage play.")
    assert quarrels(KNOWN, director) == [("facts", ("ek tomas", "haruko ono"))]
    assert not quarrels(KNOWN, replace(director, sentence="Tomas Ek directs the stage play."))


def test_a_studio_is_held_against_the_files_where_the_sentence_speaks_of_the_series() -> None:
    harrow = claim("studio", "harrow", sentence="This fantasy anime was produced by Studio Harrow.")
    assert quarrels(KNOWN, replace(harrow, topical=True)) == [("facts", ("harrow", "kestrel"))]
    assert not quarrels(KNOWN, replace(harrow, topical=True, sentence="Studio Harrow made the one before."))
    for sentence in (
        "Studio Harrow makes this one.",
        "The six-part thriller, made by Harrow, was a smash.",
        "Harrow, which made it, is new.",
    ):
        assert quarrels(KNOWN, replace(harrow, topical=True, sentence=sentence)) == [("facts", ("harrow", "kestrel"))]


def test_who_is_named_beside_whom_the_file_has_took_over() -> None:
    def of(sentence: str) -> list[str]:
        heard = {
            "a": [
                claim("staff", "ek tomas", about="director", sentence=sentence, outlet="a"),
                claim("sequel", "yes", about="season 2", outlet="a"),
            ]
        }
        return [q.state for m in agreement(heard, KNOWN) for q in m.quarrels]

    assert of("Iron Moth was directed by Tomas Ek.") == ["facts"]
    assert not of("Haruko Ono does not: Tomas Ek directs.")


def test_nothing_and_garbage() -> None:
    assert agreement({}, BARE) == ()
    odd = [claim("premiere", "garbage"), claim("episodes", "\x00"), claim("premiere", "2025-13-45")]
    assert len(agreement({"a": odd}, KNOWN)) == 2


def test_what_thousands_say_is_held_against_each_other_in_little_time() -> None:
    many = {
        f"a{n}": [
            claim("episodes", str(12 + n % 3), 1 + n % 28, outlet=f"o{n % 90}"),
            claim("cast", f"ken{n % 40} sato{n % 40}", about="aki", sentence=f"Ken{n % 40} Sato{n % 40} plays Aki in Iron Moth."),
        ]
        for n in range(3000)
    }
    with within(5):
        episodes, cast = agreement(many, KNOWN)
    assert [len(r.articles) for r in episodes.readings] == [1000, 1000, 1000]
    assert len(cast.readings) == 40


def test_of_two_words_for_a_country_the_whole_one_is_found() -> None:
    said = "It lands in Australian cinemas, and in Australia at last."
    assert [said[hit.start : hit.end] for hit in territories(said)] == ["Australian cinemas", "Australia"]


def test_who_holds_claims_against_each_other_loads_no_reader() -> None:
    """Their patterns take a tenth of a second to compile, at each start of a command."""
    asked = "import sys, pipeline.claims; from pipeline.claims.kinds import KINDS; print([k for k in KINDS.values() if f'pipeline.claims.{k.read_by.split(chr(46))[0]}' in sys.modules])"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


def test_an_article_that_names_two_for_one_part_leaves_the_others_to_disagree() -> None:
    one, other = claim("cast", "jan kral", about="rin"), claim("cast", "ida holm", about="rin")
    found = agreement({"both": [one, other], "a": [one], "b": [one], "c": [other], "d": [other]}, BARE)
    assert [q.values for m in found for q in m.quarrels] == [("ida holm", "jan kral")]
    assert not [q for m in agreement({"both": [one, other]}, BARE) for q in m.quarrels]


def test_a_year_that_passed_without_it_is_out_of_date() -> None:
    year = claim("premiere", "2024", 1, sentence="Iron Moth is to begin in 2024.")
    day = claim("premiere", "2025-01-17", 9, sentence="Iron Moth begins on 17 January.")
    assert quarrels(BARE, year, day) == [("outdated", ("2024", "2025-01-17"))]
    assert quarrels(BARE, day, replace(year, day=date(2024, 12, 20))) == [], "told after the day was"
    assert quarrels(BARE, replace(year, day=date(2025, 1, 20)), replace(day, day=date(2025, 1, 21))) == [], "told of what was"


def test_days_that_passed_without_it_are_out_of_date_where_the_file_knows_when_it_came() -> None:
    """However far apart: a work may be announced for years."""

    def told(value: str, year: int, month: int) -> Claim:
        return replace(claim("release", value, sentence=f"Iron Moth is to open on {value}."), day=date(year, month, 5))

    film = replace(BARE, medium="film", facts={"release": date(2024, 11, 22)})
    said = told("2019-12-20", 2016, 6), told("2021-12-22", 2019, 2), told("2024-11-22", 2024, 9)
    assert set(quarrels(film, *said)) == {
        ("outdated", ("2019-12-20", "2021-12-22")),
        ("outdated", ("2019-12-20", "2024-11-22")),
        ("outdated", ("2021-12-22", "2024-11-22")),
    }
    assert not quarrels(replace(film, facts={}), *said), "they may be of two works"
    assert not quarrels(film, told("2019-12-20", 2020, 6), said[-1]), "what was told when it was over is of another one"


def test_one_month_is_not_the_next() -> None:
    spring = [
        claim("premiere", value, day, sentence=f"Iron Moth begins in {value}.") for value, day in (("2025-04", 1), ("2025-05", 2))
    ]
    assert [r.value for r in only(BARE, *spring).readings] == ["2025-04", "2025-05"]
    assert len(only(BARE, claim("premiere", "2025-04-30"), claim("premiere", "2025-05")).readings) == 1, "but for the last night"


def test_the_month_that_goes_with_both_days_is_told_before_neither() -> None:
    """ "In August", said first, does not make the 3rd older than the 31st."""
    month = claim("release", "2024-12", 1, sentence="Iron Moth comes out in December.")
    late = claim("release", "2024-12-31", 5, sentence="Iron Moth comes out on the 31st.")
    early = claim("release", "2024-12-02", 20, sentence="Iron Moth is out since the 2nd.")
    found = quarrels(replace(BARE, medium="game", facts={"release": date(2024, 12, 2)}), month, late, early)
    assert found == [("outdated", ("2024-12-31", "2024-12-02"))]


def test_what_one_sentence_calls_both_was_one_and_then_the_other() -> None:
    """A manga that had been a web novel."""
    novel, manga = claim("source", "novel"), claim("source", "manga")
    for series in (BARE, KNOWN):
        (matter,) = agreement({"both": [novel, manga], "a": [novel], "b": [manga]}, series)
        assert (matter.quarrels, matter.differences) == ((), ())


def test_why_two_values_are_not_held_against_each_other() -> None:
    def why(*said: Claim, series: Series = BARE) -> list[tuple[str, set[str]]]:
        matter = only(series, *said)
        assert not matter.quarrels
        return [(d.reason, set(d.values)) for d in matter.differences]

    twelve = claim("episodes", "12", sentence="Iron Moth has 12 episodes.")
    assert why(twelve, claim("episodes", "26", how="rumoured")) == [("one is only rumoured", {"12", "26"})]
    other = claim("episodes", "26", sentence="They are 26 episodes.")
    assert why(twelve, other, claim("episodes", "24", sentence="They are 24."))[0] == ("one may be of another work", {"12", "24"})
    stage = claim("cast", "ida holm", about="rin", sentence="In the stage show, Ida Holm is Rin.")
    assert why(claim("cast", "jan kral", about="rin"), stage) == [
        ("one may be of another version or season", {"ida holm", "jan kral"})
    ]
    assert why(claim("premiere", "2019-01-10"), claim("premiere", "2024-12-17"))[0][0] == "they may be of two events"
    day = claim("premiere", "2025-01-14", sentence="Iron Moth begins on 14 January.")
    assert why(claim("premiere", "2025-01-17", sentence="Iron Moth begins on 17 January."), day)[0][0] == "too few say so"
    assert [d.values for d in only(KNOWN, claim("episodes", "26", how="rumoured")).differences] == [("26", "12")]
    assert why(twelve, claim("episodes", "~12")) == [], "what agrees is no difference"
