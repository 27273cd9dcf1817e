"""The sentence in which a piece says what it thinks of the whole, and whether it recommends the work."""

import re
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.terms import Hints

_VERDICT_HEADING = late(
    r"\b(?:verdict|conclusion|final thoughts?|closing thoughts?|overall|in summary|summing up|bottom line|should you watch|worth watching|last word|veredicto|conclusión)\b|総評|まとめ",
    re.I,
)
_WHOLE = late(
    r"\b(?:overall|ultimately|in the end|all in all|on the whole|at the end of the day|taken as a whole|in short|to sum up|final(?:ly)? verdict|recommend\w*|worth (?:watching|your time|it)"
    r"|skip it|must[- ]watch|must[- ]see|as a whole|the (?:series|show|season|anime) (?:is|was|remains|ends up|never|deserves)|leaves? (?:me|us|you)|i (?:loved|liked|hated|enjoyed))\b",
    re.IGNORECASE,
)
_WHOLE_HINTS = Hints(
    *"overall ultimately whole final recommend worth must leave".split(),
    *(
        "in the end",
        "all in all",
        "end of the day",
        "in short",
        "to sum up",
        "skip it",
        "i loved",
        "i liked",
        "i hated",
        "i enjoyed",
    ),
    *("the series ", "the show ", "the season ", "the anime "),
)


class _Telling(NamedTuple):
    sign: int
    pattern: re.Pattern[str]
    hints: Hints


def _telling(sign: int, pattern: str, *hints: str) -> _Telling:
    return _Telling(sign, late(pattern, re.IGNORECASE), Hints(*hints))


_RECOMMENDING = (
    _telling(1, r"\brecommend\w*\b[^.;]{0,20}\benough\b", "recommend"),
    # Other languages: their own words, against, with reservations, for.
    _telling(
        -1,
        r"\bno (?:puedo |la |lo |se la |te la )?recomend|\b(?:nicht|kaum) empfehl|\bne recommande pas|\bs'en passer\b|\bfinger weg\b|(?:薦め|すすめ)(?:られ|でき)ない",
        *("recomend", "empfehl", "recommande", "passer", "finger weg", "薦め", "すすめ"),
    ),
    _telling(
        0,
        r"(?:薦め|すすめ)にくい|\bcon reservas\b|\bmit abstrichen\b|\bavec réserves\b",
        *("薦め", "すすめ", "reservas", "abstrichen", "réserves"),
    ),
    _telling(
        1,
        r"\brecomendable\b|\brecomiendo\b|\bimprescindible\b|\bempfehl\w+|\bunbedingt (?:\w+ )?(?:ansehen|anschauen|einschalten|spielen)\b|\bsehenswert\b|\bà (?:voir|ne pas manquer)\b|\bincontournable\b|(?:薦め|すすめ)(?:たい|する|です|できる|します|だ)",
        *(
            "recomendable",
            "recomiendo",
            "imprescindible",
            "empfehl",
            "unbedingt",
            "sehenswert",
            "à voir",
            "à ne",
            "incontournable",
        ),
        *("薦め", "すすめ"),
    ),
    # The first that matches a sentence decides; what is said against comes first.
    _telling(
        -1,
        r"\b(?:can(?:not|'t| not)|could(?:n't| not)|do(?:n't| not)|would(?:n't| not)|hard to|difficult to|not (?:able|going) to|unable to|impossible to|never)\b[^.;]{0,30}\brecommend",
        "recommend",
    ),
    _telling(
        -1,
        r"\bnot recommended\b|\bskip it\b|\b(?:not|isn't|hardly|barely) worth (?:watching|your time|the time|it)\b|\bgive (?:it|this one) a miss\b|\bsteer clear\b|\bavoid (?:it|this)\b|\bwaste of (?:your )?time\b|\bstay away\b",
        *("recommended", "skip it", "worth ", "a miss", "steer clear", "avoid ", "waste of", "stay away"),
    ),
    _telling(
        0,
        r"\brecommend\w*\b[^.;]{0,50}\b(?:only|reservations?|caveats?|but|with an asterisk)\b|\b(?:only|cautiously|half-heartedly)\b[^.;]{0,20}\brecommend|\bmixed bag\b",
        *("recommend", "mixed bag"),
    ),
    _telling(
        1,
        r"\b(?:stick|staying|stay|i'?m) (?:with it|on board|on|in for)\b(?= .{0,40}\b(?:you|week|season|more)\b|[.!]|$)|\bi (?:will|'ll|shall) (?:be there|keep watching|be back|be watching)\b"
        r"|\b(?:see|watch|play|try) it (?:with|again|now|soon|twice|anyway)\b|\bgive it (?:a (?:try|chance|go)|three|the|another)\b|\bdo(?:n't| not) (?:miss|skip) (?:it|this)\b",
        *(f"{who} {how}" for who in ("stick", "staying", "stay", "i'm", "im") for how in ("with it", "on", "in for")),
        *("be there", "watching", "be back", "see it", "watch it", "play it", "try it", "give it", "miss ", "skip "),
    ),
    _telling(
        1,
        r"\b(?:i|we|would|can|highly|heartily|easily|warmly|gladly|strongly|happily|still|do)\b[^.;]{0,24}\brecommend(?:ed|s)?\b|\bmust[- ](?:watch|see)\b|\b(?:well )?worth (?:watching|your time|every)\b|\bgo (?:and )?watch (?:it|this)\b",
        *("recommend", "must", "worth ", "watch "),
    ),
)
_HINTS = Hints(
    *"recommend recom worth avoid waste miss steer must watch empfehl passer reserv abstrichen réserv imprescindible unbedingt".split(),
    *"sehenswert incontournable stay stick 薦め すすめ".split(),
    *("skip it", "stay away", "mixed bag", "finger weg", "à voir", "à ne", "be there", "be back"),
    *("see it", "play it", "try it", "give it"),
)
"""Without one of these nothing is recommended, though a pattern may match: "I'm on board" alone is too little."""


class Said(NamedTuple):
    """A sentence that may be the verdict."""

    text: str
    heading: str
    position: float
    polarity: float | None


def recommendation(sentence: str) -> int | None:
    """1 recommends, -1 advises against, 0 with reservations, None where the sentence does neither."""
    if not _HINTS.stand_in(sentence.lower()):
        return None
    plain = sentence.replace("’", "'")
    lower = plain.lower()
    return next((t.sign for t in _RECOMMENDING if t.hints.stand_in(lower) and t.pattern.search(plain)), None)


def verdict(sentences: list[Said]) -> str | None:
    """The sentence that sums up, or None where no sentence does. Looked for at the end and under a heading such as Verdict."""
    best, most = None, 1.5
    summing_up = {heading: _VERDICT_HEADING.search(heading) is not None for heading in {said.heading for said in sentences}}
    for said in sentences:
        under = summing_up[said.heading]
        if said.position < 0.5 and not under:
            continue
        whole = _WHOLE_HINTS.stand_in(said.text.lower()) and _WHOLE.search(said.text) is not None
        recommends = recommendation(said.text) is not None
        if not (under or whole or recommends):  # where it stands and how it judges are 1.1 at most
            continue
        if (words := len(said.text.split())) < 4 or said.text.endswith("?"):
            continue
        points = (
            (1.2 if under else 0)
            + (1.0 if whole else 0)
            + (1.5 if recommends else 0)
            + 1.2 * max(0.0, said.position - 0.5)
            + (0.5 * abs(said.polarity) if said.polarity is not None else 0)
            - (0.6 if words > 45 else 0)
        )
        if points >= most:
            best, most = said.text, points
    return best
