"""The scores that an article states, found in its structured data or its text and normalised to 0..100: of the work, its aspects, its episodes.

Counterfactuals ("would be a 9 if"), quoted aggregators, other people's scores, episode counts ("5/12 episodes"), dates and idioms ("24/7",
"10/10 would") are none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.article import Article, Rating
from pipeline.assessment import Score
from pipeline.scores.context import Meaning, Place, aspects_of, meanings
from pipeline.scores.forms import Form, forms, grade, may_hold_a_score, share
from pipeline.topics import ASPECTS

_AGREE = 15.0
"""Percent of the scale by which two spellings of one score may differ ("B+ (8/10)")."""
_LAST = re.compile(r"\b(?:finale|(?:final|last|closing) (?:episode|hour))\b", re.IGNORECASE)
_EPISODE = re.compile(r"\b(?:episodes?|eps?\.?|#)\s*0?(\d{1,3})\b(?!\s*[-–/]\s*\d)", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """All scores of one article. Sub-scores are never averaged into an overall one."""

    overall: Score | None = None
    aspects: Mapping[str, Score] = field(default_factory=dict)
    """By the names of pipeline/aspects.toml; the first of several."""
    episodes: Mapping[int, Score] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Found:
    form: Form
    meaning: Meaning
    as_written: str
    place: int


def stated(article: Article, scale: float | None = None) -> Stated:
    """Every score that the article states. `scale`: the best value that its site usually gives, which decides "3.5 stars" and a bare "3".

    The article's own structured data win over its text; of several overall scores in the text the most trusted, the last of equals.
    """
    found = _without_keys(list(_found(article, scale)))
    if not found and not article.ratings:
        return Stated()
    said = Counter(f.form.best for f in found if f.form.best and f.form.sort in {"fraction", "glyphs"})
    own = said.most_common(1)[0][0] if said else scale

    def score(f: _Found) -> Score | None:
        value = f.form.percent(own)
        return None if value is None else Score(value, f.as_written, "text")

    disc = any("disc" in f.meaning.aspects for f in found)
    aspects: dict[str, Score] = {}
    episodes: dict[int, Score] = {}
    for f in found:
        if (scored := score(f)) is None:
            continue
        for name in f.meaning.aspects:
            if (name := "music" if name == "audio" and not disc else name) in ASPECTS:
                aspects.setdefault(name, scored)
        if f.meaning.episode is not None:
            episodes.setdefault(f.meaning.episode, scored)
    whole = [(f, s) for f in found if not f.meaning.aspects and f.meaning.episode is None and (s := score(f))]
    overall = _own_rating(article.ratings, scale) or _most_trusted(whole)
    if overall is None and (of := _EPISODE.search(article.title)):
        overall = episodes.get(int(of[1]))
    if overall is None and _LAST.search(article.title):
        overall = aspects.get("ending")  # "Finale: 6/10" under the title of a finale
    return Stated(overall, aspects, episodes)


def _found(article: Article, scale: float | None) -> Iterator[_Found]:
    length = sum(len(p.text) for p in article.paragraphs)
    offset, title = 0, ""
    aspects: tuple[str, ...] = ()
    episode: int | None = None
    several = len({m[1] for p in article.paragraphs if p.kind == "heading" and (m := _EPISODE.search(p.text))}) > 1
    for number, paragraph in enumerate(article.paragraphs):
        text, low = paragraph.text, paragraph.text.lower()
        heading = paragraph.kind == "heading"
        if heading:
            aspects = aspects_of(text)
            episode = int(m[1]) if several and (m := _EPISODE.search(text)) else None
        if may_hold_a_score(text, low) and len(low) == len(text) and (numbers := forms(text, low)):
            title = title or article.title.lower()
            place = Place(aspects, episode, offset, length, heading, scale, title)
            for form, meaning in meanings(text, low, numbers, place):
                yield _Found(form, meaning, " ".join(text[form.start : form.end].split()), number * 10_000 + form.start)
        offset += len(text)


def _without_keys(found: list[_Found]) -> list[_Found]:
    """Without runs of four and more that go down step by step: those explain a scale ("10: masterpiece, 9: great, …")."""
    runs: list[list[_Found]] = []
    for f in found:
        previous = runs[-1][-1] if runs else None
        if previous and not f.meaning.aspects and f.form.best == previous.form.best and f.form.value == previous.form.value - 1:
            runs[-1].append(f)
        else:
            runs.append([f])
    return [f for run in runs if len(run) < 4 for f in run]


def _most_trusted(whole: list[tuple[_Found, Score]]) -> Score | None:
    """The last of the most trusted; None where these disagree, as in a round-up of several works, or where nothing calls them scores and any disagrees."""
    if not whole:
        return None
    trust = max(f.meaning.trust for f, _ in whole)
    equals = [s for f, s in whole if f.meaning.trust == trust or trust < 2]
    if max(s.value for s in equals) - min(s.value for s in equals) > _AGREE:
        return None
    return max(whole, key=lambda x: (x[0].meaning.trust, x[0].place))[1]


def _own_rating(ratings: tuple[Rating, ...], scale: float | None) -> Score | None:
    """The rating of the structured data. Where its best value is not said it is the site's usual one, else schema.org's 5, else the next usual one."""
    if not ratings:
        return None
    rating, written = ratings[0], ratings[0].value.strip()
    if (letter := grade(written)) is not None:
        return Score(letter, written, "structured data")
    read = forms(written, written.lower())
    if len(read) != 1 or written.startswith(("-", "−")):
        return None
    number, best = read[0].value, rating.best
    if (own := read[0].best) is not None:
        value = share(number, own)
        return None if value is None else Score(value, written, "structured data")
    if best is None:
        best = scale if scale and number <= scale else next((b for b in (5.0, 10.0) if number <= b), 100.0)
    value = share(number, best, rating.worst or 0)
    return None if value is None else Score(value, f"{written}/{best:g}", "structured data")
