"""Sentences with their aspects: headings, turns, carry-over, wishes, other works, other languages."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from pipeline.article import Article, Paragraph
from pipeline.assess import Reader, assess
from pipeline.remarks import Remarked, remarked, run_in_heading
from pipeline.rights import Rights
from pipeline.sentiment import Judgement, Unit
from pipeline.sentiment.judgement import ABSTAINED
from pipeline.series import Series
from pipeline.topics import Topics

Make = Callable[..., Article]
SERIES = Series(title="Copper Lily", slug="copper-lily")
TOPICS = Topics.of(SERIES)


def found(article: Article) -> list[Remarked]:
    reader = Reader.of(SERIES)
    return remarked(article, reader.topics, reader.masks, reader.engine)


def signs(remark: Remarked) -> dict[str, int]:
    return {a: (j.polarity > 0) - (j.polarity < 0) if j.polarity is not None else 0 for a, j in remark.aspects.items()}


@pytest.mark.parametrize(
    ("paragraph", "heading", "rest"),
    [
        ("Sound: 8/10", "Sound: 8/10", ""),
        ("Sound: 8/10. The band plays well.", "Sound: 8/10.", "The band plays well."),
        ("Art & Animation - The lines wobble.", "Art & Animation -", "The lines wobble."),
        ("Characters (7.5/10)", "Characters (7.5/10)", ""),
        ("Story", "Story", ""),
        ("The story is told twice.", "", "The story is told twice."),
        ("Story beats: there are three.", "", "Story beats: there are three."),
        ("Ken Abe: music", "", "Ken Abe: music"),
        ("Dinner: soup.", "", "Dinner: soup."),
        ("", "", ""),
    ],
)
def test_headings_that_run_into_their_paragraph(paragraph: str, heading: str, rest: str) -> None:
    assert run_in_heading(paragraph, TOPICS) == (heading, rest)


def test_what_stands_under_a_heading_is_of_its_aspect(make_article: Make) -> None:
    piece = make_article("## Music\n\nIt is dull and forgettable.\n\nStory: 9/10\n\nIt is a joy from first to last.")
    first, second = found(piece)
    assert signs(first) | signs(second) == {"music": -1, "enjoyment": 1, "story": 1} | signs(first) | signs(second)
    assert (signs(first)["music"], signs(second)["story"]) == (-1, 1)


def test_where_a_sentence_turns_each_aspect_has_its_clause(make_article: Make) -> None:
    [remark] = found(make_article("The visuals are gorgeous and stunning, but the plot is a boring mess."))
    assert (signs(remark)["visuals"], signs(remark)["story"]) == (1, -1)


def test_a_pronoun_carries_the_aspect_on(make_article: Make) -> None:
    _, second, third = found(make_article("The music is wonderful. It is moving and beautiful. Rain falls."))
    assert "music" in second.aspects
    assert "music" not in third.aspects


def test_a_wish_is_a_reproach(make_article: Make) -> None:
    [remark] = found(make_article("The ending could have been something great."))
    assert signs(remark) == {"ending": -1}


def test_praise_of_another_work_is_not_praise_of_this(make_article: Make) -> None:
    [remark] = found(make_article("Unlike Iron Choir, which was superb and moving, the pacing is a boring mess."))
    assert signs(remark)["pacing"] == -1


def test_a_paragraph_in_another_language_is_not_judged(make_article: Make) -> None:
    english, spanish = "The music is wonderful and moving.", "La música es maravillosa y la historia es un desastre."
    piece = make_article(f"{english}\n\n{spanish}")
    piece = replace(piece, paragraphs=(piece.paragraphs[0], Paragraph(spanish, language="es")))
    first, second = found(piece)
    assert first.judgement.polarity is not None
    assert second.judgement == ABSTAINED
    assert assess(piece, Reader.of(SERIES)).note == "not analysed: language es"


class Server:
    """An engine that would send texts away."""

    name, version, network = "server", "1", True
    languages = frozenset({"en"})

    def __init__(self) -> None:
        self.asked: list[str] = []

    def judge(self, units: Sequence[Unit]) -> list[Judgement]:
        self.asked += [u.text for u in units]
        return [Judgement(0.5, 0.9) for _ in units]

    def whole(self, units: Sequence[Unit], judged: Sequence[Judgement]) -> Judgement:  # noqa: ARG002
        return Judgement(0.5, 0.9)


def test_what_is_kept_from_machines_is_never_sent_away(make_article: Make) -> None:
    server = Server()
    reader = replace(Reader.of(SERIES), engine=server)
    piece = make_article("Copper Lily is a joy. The music is wonderful.", title="Copper Lily review")
    assert assess(piece, reader).engine == "server-1"
    sent = len(server.asked)
    assert sent > 0
    concluded = assess(replace(piece, rights=Rights(noai=True)), reader)
    assert len(server.asked) == sent
    assert concluded.engine.startswith("critic-")
    assert concluded.inferred is not None


def test_one_call_an_article(make_article: Make) -> None:
    """What asks a server pays for each call."""
    server = Server()
    calls = 0

    class Counting(Server):
        def judge(self, units: Sequence[Unit]) -> list[Judgement]:
            nonlocal calls
            calls += 1
            return server.judge(units)

    reader = replace(Reader.of(SERIES), engine=Counting())
    assess(make_article("The music is fine, but the plot drags. The art is good; the story is not.\n\nIt ends."), reader)
    assert calls == 1


def test_thin_evidence_has_a_wide_interval(make_article: Make) -> None:
    one = make_article("Copper Lily review. The music is wonderful.", title="Copper Lily review")
    many = make_article("The music is wonderful. " * 12, title="Copper Lily review")
    widths = []
    for piece in (one, many):
        music = next(o for o in assess(piece, Reader.of(SERIES)).opinions if o.name == "music")
        assert music.low is not None
        assert music.high is not None
        assert music.polarity is not None
        assert -1 <= music.low <= music.polarity <= music.high <= 1
        widths.append(music.high - music.low)
    assert widths[0] > widths[1]
