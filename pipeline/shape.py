"""How a piece is built: questions that somebody answers or that it answers itself, numbered entries, quotes, what was said and when."""

import re
from collections.abc import Callable
from itertools import pairwise

from pipeline.article import Article
from pipeline.assessment import KindName, Score
from pipeline.series import Series
from pipeline.terms import Hints

_SPOKEN = re.compile(r"[“\"‘«][^”\"’»]{12,}[”\"’»]")
_SAYS = re.compile(
    r"\b(?:says|said|tells|told (?:us|me)|recalls|laughs|explains|admits|adds|asks|replies|answers)\b|（笑）|\bdice\b|\bsagt\b",
    re.I,
)
_SAYS_HINTS = Hints(*"says said tells told recalls laughs explains admits adds asks replies answers （笑） dice sagt".split())
_OWN_VOICE = re.compile(r"I(?<!\wI)(?:'m|'d|'ve|'ll)?\b|m[ye](?<!\wm[ye])\b")
"""Begins with its letters, look-behind after them: so the search may skip quickly to the next."""
_ASKED = re.compile(r"^\W*(?:Q|question|[A-Z][\w.-]+(?: [A-Z][\w.-]+)?)\W*:\W*\s.*\?[\W]*$", re.DOTALL)
"""A question with the name of who asks it."""
_QUESTION = re.compile(r"^[^.!?]{8,200}\?(?P<marks>[\W]*)(?P<answer>.*)$", re.DOTALL)
"""A paragraph that is a question, or begins with one and answers it."""
_NUMBERED = re.compile(r"^\W*(?:no\.?\s*|nr\.?\s*)?(\d{1,2})\s?(?:[.):–—]|-\s)\W*\s?[^\W\d]", re.IGNORECASE)
_DO = r"(?:Go|Take|Use|Set|Press|Choose|Wait|Turn|Open|Find|Talk|Walk|Head|Equip|Cap|Click|Select|Pick|Climb|Follow|Count|Move|Return|Speak|Start|Avoid|Keep|Leave|Enter|Put|Place|Light)"
_STEP = re.compile(rf"^\W*(?:\d+\W+)?{_DO} [a-z]")
_STEP_INSIDE = re.compile(rf"[.:;*] {_DO} [a-z]")
"""What to do, as guides tell it."""
_REPORTED = re.compile(
    r"\b(?:said|announced|confirmed|according to|told|added that|statement|spokes\w+|reported|revealed|unveiled|will be (?:released|available|shown)"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_REPORTED_BEGINS = Hints(
    *"said announced confirmed told statement spokes reported revealed unveiled".split(),
    *("according to", "added that", "will be r", "will be a", "will be s"),
    *("on mon", "on tues", "on wednes", "on thurs", "on fri", "on satur", "on sun"),
)
_MONTHS = "january february march april may june july august september october november december".split()
_DATED = re.compile(rf"\b(?:(?:{'|'.join(_MONTHS)}) \d{{1,2}}|\d{{1,2}} (?:{'|'.join(_MONTHS)}))\b")
_DATED_HINTS = Hints(*(hint for month in _MONTHS for digit in range(10) for hint in (f"{month} {digit}", f"{digit} {month}")))
"""Who said it and on which day, in lower case: what news is made of."""
_SPEAKS = re.compile(r"^\W*[“\"‘«„]|:\s*[“\"‘«„]")
"""A title that is a quotation."""
_MET = re.compile(
    r"\b(?:tell|told|asks?|asked) (?:me|us)\b|\bwe (?:met|meet|spoke|talked)\b|\bI (?:met|ask|spoke|asked)\b|\b(?:over|by|via) (?:tea|coffee|the phone|phone|video|e-?mail|zoom)\b"
)


_DAY_OF_EPISODE = re.compile(rf"^\W*Episode \d+\b.{{0,60}}\b(?:{'|'.join(_MONTHS)})\b", re.IGNORECASE)
"""A line of a release schedule."""
_FIELD = re.compile(
    r"^\W*(status|episodes|seasons|critics|overview|description|synopsis|cast|characters|related(?: to .{1,40})?|(?:user )?reviews?"
    r"|keywords|original language|recommendations)(?: ?\(?\d+\)?| N/A|: [\w ]{1,30})?\W*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that is only the name of a field, or one with its short value."""


def by_shape(
    article: Article,
    series: Series,
    score: Score | None,
    title: str,
    text: str,
    speaks_for: Callable[[KindName, float, str], None],
) -> None:
    """How it is built: questions that somebody answers or that it answers itself, numbered entries, quotes, what was said and when."""
    asked, answers = 0, []
    for paragraph in article.paragraphs:
        if "?" in paragraph.text and _ASKED.match(paragraph.text):
            asked += 1
        elif (
            "?" in paragraph.text
            and (found := _QUESTION.match(paragraph.text))
            and (not found["answer"] or "*" in found["marks"])
        ):
            answers.append(found["answer"])
        elif answers:
            answers[-1] += f" {paragraph.text}"
    questions = asked + len(answers)
    own = sum(_OWN_VOICE.search(answer) is not None for answer in answers)
    if questions >= 3 and (asked or article.language != "en" or own >= 0.4 * len(answers)):
        speaks_for("interview", 2.5, f"{questions} questions and answers")
    elif questions >= 3:
        speaks_for("guide", 2.0, f"it answers {questions} questions")
    steps = sum(_STEP.match(p.text) is not None or len(_STEP_INSIDE.findall(p.text)) >= 2 for p in article.paragraphs)
    if score is None and steps >= 2 and 2 * steps >= len(article.paragraphs) and not _OWN_VOICE.search(text):
        speaks_for("guide", 1.5, f"it tells what to do in {steps} steps")
    days = sum(_DAY_OF_EPISODE.match(p.text) is not None for p in article.paragraphs)
    if days >= 4:
        speaks_for("guide", 2.0, f"it lists the days of {days} episodes")
    fields = {found.lower() for found in _FIELD.findall(text)}
    if len(fields) >= 3:
        speaks_for("other", 2.8, f"a data sheet: {', '.join(sorted(fields))}")
    numbers = [int(found[1]) for p in article.paragraphs if (found := _NUMBERED.match(p.text))]
    if sum(abs(a - b) == 1 for a, b in pairwise(numbers)) >= 3:
        speaks_for("list", 2.2, f"{len(numbers)} numbered entries")
    unspoken, spoken = _SPOKEN.subn("", text)
    silent = not _OWN_VOICE.search(unspoken)
    if spoken >= 3 and score is None and _SAYS_HINTS.count(_SAYS, text.lower()) >= 2:
        people = {name.rpartition(" ")[2] for name in (*series.staff, *series.cast)}
        spokesman = any(name in f"{title} {text[:300]}" for name in people) or _SPEAKS.search(title) or _MET.search(text)
        speaks_for("interview", (2.2 if spoken >= 5 else 1.4) if spokesman else 0.8, f"{spoken} times somebody is quoted")
        speaks_for("other", 0.0 if spokesman else 1.0 if silent else 0.5, "it quotes people who made nothing of it")
    if score is None and silent and (reported := _times_reported(unspoken.lower())) >= 3:
        speaks_for("news", min(2.0, 0.4 * reported), f"{reported} times it tells who said it, or the day")


def times_in_own_voice(text: str) -> int:
    """How often the author says I, what others say aside."""
    return len(_OWN_VOICE.findall(_SPOKEN.sub("", text.replace("’", "'"))))


def _times_reported(lower: str) -> int:
    dates = len(_DATED.findall(lower)) if _DATED_HINTS.stand_in(lower) else 0
    return dates + _REPORTED_BEGINS.count(_REPORTED, lower)
