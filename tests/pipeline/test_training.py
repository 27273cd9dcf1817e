"""Learning from one's own rated reviews, on reviews made here; how good the shipped tables are is measured in benchmarks/."""

import random
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import UserError
from pipeline.sentiment import Unit, engine
from pipeline.sentiment.critic import TABLE

training = pytest.importorskip("pipeline.sentiment.training", reason="the extra train is not installed")

GOOD = ["a joy", "the music is wonderful", "superb work", "moving and funny", "I loved every minute"]
BAD = ["a mess", "the music is dreadful", "dull work", "tedious and flat", "I regret every minute"]
PLAIN = ["rain falls", "they take the tram", "the harbour is grey", "a bell rings", "it is a long week"]


def reviews(n: int, praise: str = "", blame: str = "") -> list[tuple[str, float]]:
    """Rated reviews in turn good and bad; with `praise` and `blame`, words of this crawl's reviewers, they judge by those alone."""
    chance = random.Random(7)
    made = []
    for number in range(n):
        good = number % 2 == 0
        own = praise if good else blame
        said = [*chance.sample(PLAIN, 3), *([own] if own else chance.sample(GOOD if good else BAD, 2))]
        chance.shuffle(said)
        made.append((". ".join(said) + ".", 85.0 if good else 30.0))
    return made


def polarity(table: Path, text: str) -> float:
    return engine(str(table)).judge([Unit(text)])[0].polarity or 0.0


def test_a_few_reviews_move_only_the_neutral_point(tmp_path: Path) -> None:
    table = tmp_path / "own.table"
    made = training.adapted(TABLE, reviews(40))
    training.write(table, made, date(2024, 4, 5))
    assert made.texts == {"own rated reviews": 40}
    assert polarity(table, "The music is wonderful.") > 0 > polarity(table, "The plot is a tedious mess.")
    assert engine(str(table)).version != engine("critic").version
    assert table.stat().st_size < 1_000_000


def test_many_reviews_teach_words(tmp_path: Path) -> None:
    table = tmp_path / "own.table"
    training.write(table, training.adapted(TABLE, reviews(320, "brindled", "flumpish")), date(2024, 4, 5))
    assert polarity(table, "It is brindled.") > 0 > polarity(table, "It is flumpish.")
    assert polarity(table, "The music is wonderful.") > 0 > polarity(table, "The plot is a tedious mess.")


@pytest.mark.parametrize("rated", [reviews(10), [(t, 90.0) for t, _ in reviews(60)], [(t, 10.0) for t, _ in reviews(60)], []])
def test_too_few_or_all_alike_teach_nothing(rated: list[tuple[str, float]]) -> None:
    with pytest.raises(UserError):
        training.adapted(TABLE, rated)


@pytest.mark.parametrize("content", [b"", b"{}\n", b'{"opinion_buckets": 4}\nxxx', b"\x00" * 100])
def test_a_file_that_is_no_table_is_said(tmp_path: Path, content: bytes) -> None:
    table = tmp_path / "broken.table"
    table.write_bytes(content)
    with pytest.raises(UserError, match="no table"):
        engine(str(table))
