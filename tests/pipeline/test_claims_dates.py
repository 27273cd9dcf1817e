"""Which day of which year is meant, what it is the day of, and what is the day of something else."""


import pytest

from tests.pipeline.test_claims import SERIES, said


def dated(text: str, medium: str = "anime", **more: object) -> set[str]:
    """The claims of dates alone."""
    found = said(text, SERIES[medium], **more)  # type: ignore[arg-type]
    return {claim for claim in found if claim.split()[0] in {"premiere", "finale", "release"}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The broadcast start, Friday 10 January, was repeated by the host.", "premiere 2025-01-10"),
        ("I write this with the first episode having aired on Friday, November 29, and it will be long.", "premiere 2024-11-29"),
        ("Iron Moth premiered on Friday, November 29.", "premiere 2024-11-29"),
        ("Iron Moth premiered on Monday, November 29.", "premiere 2024-11-29"),
        ("Iron Moth will premiere on Saturday, November 29.", "premiere 2025-11-29"),
        ("A year ago today Iron Moth premiered.", "premiere 2023-12-02"),
        ("One year ago tomorrow Iron Moth premiered.", "premiere 2023-12-03"),
        ("Two years ago yesterday, Iron Moth premiered.", "premiere 2022-12-01"),
        ("Iron Moth premiered two years ago.", "premiere 2022"),
        ("In today's Direct the studio said that Iron Moth will premiere on January 10.", "premiere 2025-01-10"),
        ("After today's premiere of Iron Moth nobody spoke.", "premiere 2024-12-02"),
        ("Tonight's premiere of Iron Moth is sold out.", "premiere 2024-12-02"),
        ("It begins on a date, 11 June 2391, that the readers know.", ""),
        ("Iron Moth begins on June 11, 2391.", ""),
        ("Iron Moth begins on June 11, 2026.", "premiere 2026-06-11"),
        ("Iron Moth begins on June 11, 2500 fans said.", "premiere 2025-06-11"),
    ],
)
def test_which_year_is_meant(text: str, expected: str) -> None:
    assert dated(text) == {e for e in expected.split("|") if e}
