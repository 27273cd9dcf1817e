"""The sentence that sums up, and what it recommends."""

import pytest

from pipeline.verdict import Said, recommendation, verdict


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("I can't recommend it.", -1),
        ("I can’t recommend it.", -1),
        ("I cannot in good faith recommend this to anyone.", -1),
        ("It is hard to recommend.", -1),
        ("I would never recommend it before supper.", -1),
        ("Not recommended.", -1),
        ("Skip it.", -1),
        ("It isn't worth your time.", -1),
        ("A waste of time.", -1),
        ("Steer clear.", -1),
        ("I recommend it, but only to patient people.", 0),
        ("I can only recommend it with reservations.", 0),
        ("In the end it is a mixed bag.", 0),
        ("I recommend it to everybody.", 1),
        ("Highly recommended.", 1),
        ("A must-watch.", 1),
        ("It is well worth watching.", 1),
        ("Go and watch it tonight.", 1),
        ("The ferry leaves at nine.", None),
        ("A friend asked me for recommendations.", None),
        ("", None),
    ],
)
def test_recommendation(sentence: str, sign: int | None) -> None:
    assert recommendation(sentence) == sign


def said(*rows: tuple[str, str], polarity: float | None = None) -> list[Said]:
    return [Said(text, heading, n / max(len(rows) - 1, 1), polarity) for n, (text, heading) in enumerate(rows)]


BODY = [
    ("The ferry leaves at nine in the rain.", ""),
    ("Jun opens the hatch with a spoon.", ""),
    ("The harbour is drawn in ink.", ""),
]


@pytest.mark.parametrize(
    ("last", "heading"),
    [
        ("I can't recommend it to anybody who is awake.", ""),
        ("All in all, the series is a warm surprise.", ""),
        ("The lamp still burns in my head.", "Verdict"),
        ("The lamp still burns in my head.", "Final thoughts"),
        ("La serie merece una tarde de lluvia.", "Conclusión"),
    ],
)
def test_the_verdict_is_found_at_the_end(last: str, heading: str) -> None:
    assert verdict(said(*BODY, (last, heading))) == last


@pytest.mark.parametrize("last", ["Would I recommend it overall?", "Overall, yes.", "The tide goes out again."])
def test_questions_scraps_and_plain_sentences_are_no_verdict(last: str) -> None:
    assert verdict(said(*BODY, (last, ""))) is None


def test_an_outspoken_sentence_wins_over_a_general_one() -> None:
    rows = [*BODY, ("Overall, the series is long.", ""), ("I recommend it to every diver I know.", "")]
    assert verdict(said(*rows)) == rows[-1][0]


def test_of_nothing_there_is_no_verdict() -> None:
    assert verdict([]) is None


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("No puedo recomendarla a nadie.", -1),
        ("Eine klare Empfehlung, sehenswert.", 1),
        ("Das kann ich nicht empfehlen.", -1),
        ("À voir absolument.", 1),
        ("On peut s'en passer.", -1),
        ("誰にでも薦めたい作品だ。", 1),
        ("初心者には薦めにくい。", 0),
        ("I will be there next week.", 1),
        ("Give it a chance.", 1),
        ("Do not miss it.", 1),
    ],
)
def test_recommendations_in_other_words(sentence: str, sign: int) -> None:
    assert recommendation(sentence) == sign
