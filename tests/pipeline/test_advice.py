"""What a piece tells its reader to do in the end."""

import pytest

from pipeline.advice import advice
from tests.patience import within

YES = (
    "Clear your Sundays.",
    "Cancel whatever else you had and watch it.",
    "By all means give it an evening.",
    "Put it at the top of your list.",
    "You will not regret it.",
    "I cannot think of a better way to spend a night.",
    "Do not let the first week put you off; it is the real thing.",
    "Even if you dislike boats, come back for this.",
    "If you gave up in the spring, try again.",
    "If you see one show this year, make it this one.",
    "Buy it, and turn off the lamp.",
    "I urge you to start from the harbour.",
)
NO = (
    "Decision: dropped.",
    "I am out.",
    "Spare yourself the trip.",
    "Your evenings deserve better.",
    "Refunded.",
    "There are better things to do on a Friday.",
    "Keep your money.",
    "I would rather count the tiles.",
    "Leave it where it is.",
    "I finished it so that you need not.",
    "I can't recommend it unless you have a train to miss.",
    "I want those six hours back.",
)
SOME = (
    "Rent it.",
    "If not, wait for a sale.",
    "One for fans only.",
    "Your patience will decide.",
    "In two minds.",
    "If you come for the ending, you will feel cheated.",
    "Worth your time if you love boats.",
    "Patient viewers will find two episodes to treasure; everyone else may prefer a walk.",
    "I liked it, but I would not press it on anybody.",
    "Fine for a rainy afternoon.",
    "Whether it is worth five hours depends on how you feel about bells.",
    "See it with low expectations.",
)
NOTHING = (
    "The ferry leaves at nine.",
    "Lily sees the bell and waits for the tide.",
    "She sat there and watched the harbour.",
    "The villain wants to rent the pier.",
    "Is it worth the trip?",
    "A friend on the mailing list has a theory.",
    "One for the fog, one for the drawing.",
    "",
)


@pytest.mark.parametrize(
    ("sentences", "sign"), [(YES, 1), (NO, -1), (SOME, 0), (NOTHING, None)], ids=["yes", "no", "some", "nothing"]
)
def test_advice_in_many_words(sentences: tuple[str, ...], sign: int | None) -> None:
    found = {sentence: advice([(sentence, 1.0)]).sign for sentence in sentences}
    assert found == dict.fromkeys(sentences, sign)


def test_what_stands_last_outweighs_the_middle() -> None:
    assert advice([("Do watch it.", 0.55), ("You can leave it where it is.", 0.97)]).sign == -1
    assert advice([("Skip it.", 0.2), ("Clear your Sundays.", 0.97)]).sign == 1
    assert advice([("Buy it.", 0.3)]).lean == 0.0


def test_a_verdict_that_is_put_off_is_none() -> None:
    assert (
        advice([("There will be no score until I have seen the end.", 0.1), ("The rest depends on the harbour.", 0.9)]).sign
        is None
    )
    assert advice([("The stars I would rather leave to the sailors.", 1.0)]).withheld


@pytest.mark.parametrize("hostile", ["! " * 100_000, "if you " * 100_000, "the " * 200_000, "\0" * 1_000, "—" * 500_000])
def test_garbage_is_read_in_no_time(hostile: str) -> None:
    with within(3):
        advice([(hostile, 1.0)])
