"""The overall score that an article states: found in its structured data or its text, and normalised to 0..100.

Counted are scores of the work as a whole. Sub-scores ("Story: 7/10"), counterfactuals ("would be a 9 if"), quoted aggregators,
episode counts ("5/12 episodes"), dates and idioms ("24/7", "10/10 would") are not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.article import Article
from pipeline.assessment import Score
from pipeline.topics import ASPECTS

# Metacritic's table for letters, as the widest used.
LETTERS = {
    "A+": 100,
    "A": 95,
    "A-": 91,
    "B+": 83,
    "B": 75,
    "B-": 67,
    "C+": 58,
    "C": 50,
    "C-": 42,
    "D+": 33,
    "D": 25,
    "D-": 16,
    "F": 0,
}
_WORDS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten".split())}
_BESTS = (4, 5, 6, 10, 20, 100)

_NUMBER = r"(?P<value>\d{1,3}(?:[.,]\d{1,2})?)"
_LABEL = re.compile(
    r"\b(?:(?:final |overall |our |my |total |season |series |show |episode |review )*(?:score|rating|grade|verdict|mark|stars)|overall|rated|total"
    r"|nota(?: final)?|puntuación|calificación|valoración|wertung|note)\b|総合評価|評価|点数|スコア",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"(?<![\w/.,-]){_NUMBER}\s*(?:[/／]|out of|sobre|von|sur)\s*(?P<best>100|10|20|4|5|6)(?!\d|[.,]\d|\s*/)(?P<unit>\s*(?:stars?|estrellas))?",
    re.I,
)
_STARS = re.compile(r"(?P<full>[★⭐]{1,10})(?P<half>[½⯨⯪])?(?P<empty>[☆✩]{0,9})")
_IN_WORDS = re.compile(
    rf"\b(?P<value>{'|'.join(_WORDS)})(?P<half>[ -]and[ -]a[ -]half)?(?:\s+(?P<unit>stars?|points?))?\s+out\s+of\s+(?P<best>four|five|ten)\b",
    re.I,
)
_N_STARS = re.compile(
    rf"(?<![\w/.,-])(?:(?P<value>\d(?:[.,]\d)?)|(?P<word>{'|'.join(_WORDS)}))?(?P<half>\s*½|\s*1/2|[ -]and[ -]a[ -]half)?\s*(?:stars?|estrellas)\b"
    r"(?:\s*(?:out of|/|of)\s*(?P<best>four|five|ten|4|5|10)\b)?",
    re.I,
)
_PERCENT = re.compile(r"(?<![\w.,-])(?P<value>\d{1,3}(?:[.,]\d)?)\s?(?:%|per ?cent\b)", re.I)
_LETTER = re.compile(r"(?<![\w'’])(?P<letter>[A-DF][+\-–−]?)(?![\w'’+]|\.\w)")
_PLAIN_POINTS = re.compile(rf"(?<![\w/.,-]){_NUMBER}(?=\s*(?:$|[.!。)\]]))")

_NOT_MEANT = re.compile(
    r"\b(?:would(?:'ve| have)?|could(?:'ve| have)?|might(?:'ve| have)?|should(?:'ve| have)?|if (?:it|the|only)|not (?:a|an|quite)|almost|nearly|from an?|dropped|managed to get"
    r"|critics|readers|users|viewers|elsewhere|others|audiences?|(?:first|last|previous|original) (?:film|movie|game|season|one|series|book)|predecessor|rotten ?tomatoes|metacritic|myanimelist|mal\b|anilist|imdb|aggregat\w+|audience score|user score|crunchyroll (?:score|rating)|average|last season|first season|previous)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:giv\w+|gave|scor\w+|rat(?:e|es|ed|ing)|award\w*|lands?|landed|earns?|gets?|settl\w+|solid|strong|comfortable|from me|in my book|overall|stars?|points?)\b",
    re.I,
)
"""Words around a number that make it a judgement."""
_COUNTED_THING = re.compile(
    r"^\s*(?:-\s*)?(?:episodes?|eps?\b|volumes?|chapters?|times|minutes?|days|of (?:the|them|this|its|my|all)\b|people|viewers|would|worthy)",
    re.I,
)
_COUNTED_BEFORE = re.compile(r"\b(?:episodes?|eps?|volumes?|chapters?|parts?|weeks?)\.?\s*#?$", re.I)
_SUB = re.compile(
    rf"\b(?:{'|'.join(a.replace('_', ' ') for a in ASPECTS)}|art|sound|audio|plot|writing|direction|presentation|video|extras|design|cast|action|soundtrack|setting|world)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Found:
    value: float
    as_written: str
    trust: float
    place: int


def stated_score(article: Article) -> Score | None:
    """The score that the article gives the work, or None. Its own structured data win over the text; of several in the text the most trusted, the last of equals."""
    for rating in article.ratings[:1]:
        if (value := _from_rating(rating.value, rating.best)) is not None:
            best = rating.best if rating.best is not None else _usual_best(rating.value)
            written = (
                rating.value if re.search("[/%]", rating.value) or not rating.value[:1].isdigit() else f"{rating.value}/{best:g}"
            )
            return Score(value, written, "structured data")
    found = [f for n, p in enumerate(article.paragraphs) for f in _in_text(p.text, n, n / max(len(article.paragraphs) - 1, 1))]
    found = [f for f in found if f.trust >= 1]
    if not found:
        return None
    chosen = max(found, key=lambda f: (f.trust, f.place))
    return Score(chosen.value, chosen.as_written, "text")


def _from_rating(value: str, best: float | None) -> float | None:
    value = value.strip()
    if value.upper().replace("–", "-") in LETTERS:
        return float(LETTERS[value.upper().replace("–", "-")])
    if fraction := _FRACTION.search(value):
        return _part(fraction["value"], float(fraction["best"]))
    best = _usual_best(value) if best is None else best
    return _part(value.rstrip("%"), best)


def _usual_best(value: str) -> float:
    """The best of a rating that does not say it: schema.org's default is 5; what is more than that was meant on the next usual scale."""
    try:
        number = float(value.rstrip("%").replace(",", "."))
    except ValueError:
        return 5.0
    return 100.0 if "%" in value or number > 10 else 10.0 if number > 5 else 5.0


def _part(value: str, best: float) -> float | None:
    """value / best in percent; None for what is no number or lies outside 0..best."""
    try:
        number = float(value.replace(",", "."))
    except ValueError:
        return None
    return round(100 * number / best, 1) if best > 0 and 0 <= number <= best else None


def _in_text(text: str, paragraph: int, position: float) -> Iterator[_Found]:
    """Candidates of one paragraph with trust: 1 is the least that counts; a label, a line of its own and the end of the piece add to it."""
    for start, end, value, base in _numbers(text):
        before, after = text[max(0, start - 60) : start], text[end : end + 40]
        sentence_before = re.split(r"[.!?]\s", before)[-1]
        sentence_after = re.split(r"[.!?](?:\s|$)|,\s+(?:and|but)\b", after)[0]
        if (
            _NOT_MEANT.search(sentence_before)
            or _NOT_MEANT.search(sentence_after)
            or _COUNTED_THING.match(after)
            or _COUNTED_BEFORE.search(before)
        ):
            continue
        close = sentence_before[-28:]
        label = _LABEL.search(close)
        sub = _SUB.search(close.split(",")[-1].split("·")[-1].split("|")[-1]) or re.match(
            rf"\s*(?:for )?(?:the )?{_SUB.pattern}", after, re.I
        )
        if sub and not re.search(r"\b(?:overall|final|total)\b", close, re.I):
            continue
        alone = len(text.split()) <= 8
        in_passing = not (label or alone or _GIVEN.search(sentence_before) or _GIVEN.search(sentence_after)) and re.match(
            r"\s+[a-z]", after
        )
        trust = base + (1.0 if label else 0) + (0.5 if alone else 0) + (0.4 if position >= 0.7 else 0)
        trust -= 0.5 if in_passing else 0
        trust += 0.5 if re.search(r"\b(?:overall|final|total)\b|総合|\bfinal\b", close, re.I) else 0
        yield _Found(value, _as_written(text, start, end), trust, paragraph * 10_000 + start)


def _numbers(text: str) -> Iterator[tuple[int, int, float, float]]:
    """(start, end, normalised value, trust of its form alone)."""
    for m in _FRACTION.finditer(text):
        value = _part(m["value"], float(m["best"]))
        if value is not None and not _is_date(text, m.start(), m.end()):
            yield m.start(), m.end(), value, 0.6 if m["best"] in {"4", "6", "20"} and re.search("[/／]", m[0]) else 0.9
    for m in _STARS.finditer(text):
        full = len(m["full"].replace("\ufe0f", ""))
        best = full + len(m["empty"]) + bool(m["half"])
        best = best if m["empty"] else max(5, best)
        if full + len(m["empty"]) >= 2 and best in _BESTS:
            yield m.start(), m.end(), round(100 * (full + (0.5 if m["half"] else 0)) / best, 1), 0.9
    for m in _IN_WORDS.finditer(text):
        yield (
            m.start(),
            m.end(),
            round(100 * (_WORDS[m["value"].lower()] + (0.5 if m["half"] else 0)) / _WORDS[m["best"].lower()], 1),
            1.0,
        )
    for m in _N_STARS.finditer(text):
        if (m["value"] or m["word"] or m["half"]) and not _FRACTION.match(text, m.start()):
            number = float(m["value"].replace(",", ".")) if m["value"] else float(_WORDS[m["word"].lower()]) if m["word"] else 0.0
            out_of = float(_WORDS.get((m["best"] or "five").lower()) or m["best"])
            if (value := _part(str(number + (0.5 if m["half"] else 0)), out_of)) is not None:
                yield m.start(), m.end(), value, 1.0 if m["best"] else 0.6
    for m in re.finditer(rf"(?:^|[.!?]\s+){_PERCENT.pattern}(?=\s*(?:[,.!]|$))", text):
        if (value := _part(m["value"], 100)) is not None:  # a sentence that opens with it: the last word of a piece
            yield m.start("value"), m.end(), value, 1.0
    labelled = list(_LABEL.finditer(text))
    for m in (*_PERCENT.finditer(text), *_LETTER.finditer(text), *_PLAIN_POINTS.finditer(text)):
        label = next((x for x in labelled if 0 <= m.start() - x.end() <= 4), None)
        if label is None or not re.fullmatch(r"\s*(?:[:=\-–—]|is|of|a|an)?\s*", text[label.end() : m.start()], re.I):
            continue
        groups = m.groupdict()
        if letter := groups.get("letter"):
            yield m.start(), m.end(), float(LETTERS[re.sub("[–−]", "-", letter)]), 0.6
        elif m.re is _PERCENT:
            if (value := _part(groups["value"], 100)) is not None:
                yield m.start(), m.end(), value, 0.6
        elif (
            value := _part(groups["value"], 10 if float(groups["value"].replace(",", ".")) <= 10 else 100)
        ) is not None and not text[m.end() :].lstrip().startswith("/"):
            yield m.start(), m.end(), value, 0.3


_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"


def _is_date(text: str, start: int, end: int) -> bool:
    """4/10 beside the name of a month, a year or "on" is a day, not a score."""
    near = text[max(0, start - 14) : start] + " " + text[end : end + 10]
    return bool(
        re.search(rf"\b(?:on|since|until|by|dated|aired)\s*$|{_MONTHS}\s*\d", text[max(0, start - 14) : start], re.I)
    ) or bool(re.search(rf"\b(?:19|20)\d\d\b|\b{_MONTHS}\b", near, re.I))


def _as_written(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
