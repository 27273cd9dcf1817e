"""Claims → rows: who says what, what can't all hold, names as people write them."""

from datetime import date

from pipeline.claims import Claim
from pipeline.series import Series
from reports.ledger import ledger
from tests.pressroom import entry, stated

SERIES = Series("Bramble Station", slug="bramble", staff={"Ida Marrow": "director"}, facts={"episodes": 13})


def said(kind: str, value: str, sentence: str, outlet: str, about: str = "", modality: str = "reported", day: int = 1) -> Claim:
    return Claim(kind, about, value, value, sentence, 1, modality, outlet, day=date(2024, 1, day))  # type: ignore[arg-type]


def test_a_wrong_count_is_told_once_with_those_who_have_it_right() -> None:
    entries = [entry(1), entry(2), entry(3)]
    claims = (
        *stated(entries[0], said("episodes", "12", "Bramble Station runs for twelve episodes.", "Site 1")),
        *stated(entries[1], said("episodes", "13", "Bramble Station runs for thirteen episodes.", "Site 2")),
        *stated(entries[2], said("episodes", "13", "All thirteen episodes of Bramble Station are out.", "Site 3")),
        *stated(entry(4), said("episodes", "14", "Bramble Station has fourteen episodes.", "Site 4")),
    )
    rows, quarrels, _ = ledger(SERIES, entries, {}, claims)
    assert [(r.matter, r.value, r.origins, r.state) for r in rows] == [
        ("number of episodes", "13", 2, "agreed"),
        ("number of episodes", "12", 1, "against the facts"),
    ]
    [quarrel] = quarrels
    assert (quarrel.state, quarrel.value, quarrel.other) == ("against the facts", "12", "13")
    assert [s.site for s in quarrel.left] == ["Site 1"]
    assert [s.sentence for s in quarrel.right] == [
        "Bramble Station runs for thirteen episodes.",
        "All thirteen episodes of Bramble Station are out.",
    ]


def test_copies_agree_with_nobody_and_are_quoted_once() -> None:
    entries = [entry(1), entry(2)]
    same = "Ida Marrow directs."
    claims = [c for e in entries for c in stated(e, said("staff", "ida marrow", same, e.site, "director"))]
    [row], _, _ = ledger(SERIES, entries, {2: 1}, claims)
    assert (row.matter, row.value, row.origins) == ("director", "Ida Marrow", 1)
    assert [s.site for s in row.statements] == ["Site 1", "Site 2"]


def test_a_rumour_is_called_one() -> None:
    claims = stated(entry(1), said("sequel", "yes", "A second season is said to be coming.", "Site 1", "season 2", "rumoured"))
    [row], quarrels, _ = ledger(SERIES, [entry(1)], {}, claims)
    assert (row.matter, row.value, row.state) == ("continuation (season 2)", "will come", "rumoured")
    assert quarrels == ()


def test_nothing_claimed_is_nothing_shown() -> None:
    assert ledger(SERIES, [entry(1)], {}, ()) == ((), (), ())


def test_what_differs_is_told_with_the_reason_and_is_no_contradiction() -> None:
    entries = [entry(1), entry(2)]
    claims = [
        *stated(entries[0], said("cast", "june abbot", "June Abbot is Petra.", "Site 1", "petra")),
        *stated(entries[1], said("cast", "mara quist", "In the stage show, Mara Quist was Petra.", "Site 2", "petra")),
    ]
    _, quarrels, [apart] = ledger(SERIES, entries, {}, claims)
    assert quarrels == ()
    assert (apart.matter, apart.reason) == ("voice or part of Petra", "one may be of another version or season")
    assert {apart.value: [s.site for s in apart.left], apart.other: [s.site for s in apart.right]} == {
        "June Abbot": ["Site 1"],
        "Mara Quist": ["Site 2"],
    }
