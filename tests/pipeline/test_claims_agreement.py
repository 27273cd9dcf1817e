"""Claims of many articles brought together."""

from datetime import date

from pipeline.claims import Claim, Matter, agreement
from pipeline.claims.claim import KindName, Modality
from pipeline.series import Series

BARE = Series(title="Iron Moth")
KNOWN = Series(
    title="Iron Moth",
    studio=("Studio Kestrel",),
    staff={"Haruko Ōno": "director", "Goro Endo": "chief director"},
    cast={"Ken Satō": "Aki"},
    facts={"episodes": 12, "premiere": date(2025, 1, 10), "source": "manga"},
)


def claim(
    kind: KindName, value: str, day: int = 1, how: Modality = "reported", about: str = "", sentence: str = "So it is."
) -> Claim:
    return Claim(kind, about, value, value, sentence, 0, how, "wire.example", "", date(2024, 12, day))


def only(series: Series, *said: Claim, origins: dict[str, str] | None = None) -> Matter:
    """The one matter of these claims, each of an article of its own: a0, a1, …"""
    (matter,) = agreement({f"a{n}": [c] for n, c in enumerate(said)}, series, origins)
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


def test_two_dates_are_disputed() -> None:
    assert quarrels(BARE, claim("premiere", "2025-01-10"), claim("premiere", "2025-01-17", 2)) == [
        ("disputed", ("2025-01-10", "2025-01-17"))
    ]


def test_what_is_years_apart_or_only_a_year_is_not_held_against_each_other() -> None:
    assert not quarrels(BARE, claim("premiere", "2019-01-10"), claim("premiere", "2025-01-17"))
    assert not quarrels(BARE, claim("premiere", "2024"), claim("premiere", "2025-01-17"))


def test_a_delay_makes_the_earlier_date_outdated() -> None:
    late = claim("premiere", "2025-04-03", 9, sentence="It has been delayed to April 3.")
    assert quarrels(BARE, claim("premiere", "2025-01-10"), late) == [("outdated", ("2025-01-10", "2025-04-03"))]
    repeated = claim("premiere", "2025-01-10", 20)
    assert quarrels(BARE, claim("premiere", "2025-01-10"), late, repeated) == [("outdated", ("2025-01-10", "2025-04-03"))]


def test_news_ends_a_rumour() -> None:
    said = (claim("episodes", "24", 1, "rumoured"), claim("episodes", "12", 5, "announced"))
    assert quarrels(BARE, *said) == [("outdated", ("24", "12"))]


def test_a_second_season_after_none() -> None:
    said = (claim("sequel", "no", 1, about="season 2"), claim("sequel", "yes", 9, "announced", "season 2"))
    assert quarrels(BARE, *said) == [("outdated", ("no", "yes"))]
    assert not quarrels(BARE, claim("sequel", "open", about="season 2"), claim("sequel", "no", about="season 2"))


def test_many_may_hold_of_studios_platforms_writers_and_genres() -> None:
    kinds: tuple[KindName, ...] = ("studio", "platform", "genre")
    for kind in kinds:
        assert not quarrels(BARE, claim(kind, "one"), claim(kind, "two"))
    assert not quarrels(BARE, claim("staff", "berg nao", about="script"), claim("staff", "dow ben", about="script"))


def test_one_director_against_another() -> None:
    said = (claim("staff", "haruko ono", about="director"), claim("staff", "ek tomas", about="director"))
    assert quarrels(BARE, *said) == [("disputed", ("ek tomas", "haruko ono"))]
    assert ("facts", ("ek tomas", "haruko ono")) in quarrels(KNOWN, *said)


def test_a_chief_director_called_director_is_no_quarrel() -> None:
    assert not quarrels(KNOWN, claim("staff", "haruko ono", about="director"), claim("staff", "endo goro", about="director"))


def test_who_names_both_directors_disputes_nothing() -> None:
    both = [claim("staff", "haruko ono", about="director"), claim("staff", "ek tomas", about="director")]
    assert not agreement({"a": both}, BARE)[0].quarrels


def test_an_initial_or_another_order_is_the_same_person() -> None:
    assert only(BARE, claim("cast", "ken sato", about="aki"), claim("cast", "k sato", about="aki")).state == "agreed"


def test_against_the_facts_of_the_file() -> None:
    assert quarrels(KNOWN, claim("episodes", "24")) == [("facts", ("24", "12"))]
    assert quarrels(KNOWN, claim("premiere", "2025-01-17")) == [("facts", ("2025-01-17", "2025-01-10"))]
    assert quarrels(KNOWN, claim("source", "original")) == [("facts", ("original", "manga"))]
    assert quarrels(KNOWN, claim("studio", "vantage")) == [("facts", ("vantage", "kestrel"))]
    assert quarrels(KNOWN, claim("cast", "hayashi rin", about="aki")) == [("facts", ("hayashi rin", "ken sato"))]
    assert only(KNOWN, claim("episodes", "12")).state == "agreed"


def test_who_names_the_known_studio_too_speaks_of_a_second_one() -> None:
    both = {"a": [claim("studio", "kestrel"), claim("studio", "blue anvil")]}
    assert not agreement(both, KNOWN)[0].quarrels


def test_a_denial_against_the_same_value() -> None:
    said = (claim("platform", "netflix"), claim("platform", "netflix", 2, "denied"))
    (quarrel,) = only(BARE, *said).quarrels
    assert (quarrel.state, quarrel.values, quarrel.articles) == ("disputed", ("netflix", "netflix"), (("a0",), ("a1",)))


def test_sites_where_anybody_votes_may_change_and_outlets_may_not() -> None:
    assert not quarrels(BARE, claim("rating", "7.1/10", about="myanimelist"), claim("rating", "6.8/10", about="myanimelist"))
    assert quarrels(BARE, claim("rating", "7/10", about="ign"), claim("rating", "8/10", about="ign"))


def test_nothing_and_garbage() -> None:
    assert agreement({}, BARE) == ()
    odd = [claim("premiere", "garbage"), claim("episodes", "\x00"), claim("premiere", "2025-13-45")]
    assert len(agreement({"a": odd}, KNOWN)) == 2
