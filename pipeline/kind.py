"""What sort of piece it is and which episode it speaks of.

Conventions: a preview is published before the work is out and tells what to expect; first impressions of an aired episode are an
episode review; announcements, trailers and release dates are news, whatever their title; "ending explained" is a guide; a review
judges the season or the work.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.article import Article
from pipeline.assessment import Kind, KindName, Score
from pipeline.series import Series
from pipeline.terms import Terms
from pipeline.urls import slug_words

_EPISODE = re.compile(
    r"\b(?:episodes?|eps?|episodios?|capítulos?|folgen?|épisodes?)\.?\s*#?\s*0?(?P<a>\d{1,3})(?!\s*(?:/\d|best|things|reasons))\b|\bs\d{1,2}\s?e0?(?P<b>\d{1,3})\b"
    r"|第\s*(?P<c>\d{1,3})\s*話|[–—-]\s*0(?P<d>\d)\b|(?<![.\d])\b0(?P<e>\d)\b(?!/)",
    re.IGNORECASE,
)
_AFTER_TITLE = re.compile(r"\bX\s*[–—:#,-]*\s*0?(\d{1,2})\b(?!\s*(?:/|%|\w))")
"""`Metallic Rouge – 12`, with the title masked as X."""
_IN_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen".split(),
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(),
)
_EPISODE_IN_WORDS = re.compile(
    rf"\bepisode (?P<cardinal>{'|'.join(_IN_WORDS[0])})\b|\b(?P<ordinal>{'|'.join(_IN_WORDS[1])}) episode\b", re.I
)
_COUNT = r"(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|a dozen|twelve|twenty)"


@dataclass(frozen=True, slots=True)
class _Cue:
    """A pattern in a place that speaks for a kind with a weight; weights were set by hand on our own articles."""

    kind: KindName
    weight: float
    place: str
    pattern: re.Pattern[str]
    name: str


def _cue(kind: KindName, weight: float, place: str, name: str, pattern: str) -> _Cue:
    return _Cue(kind, weight, place, re.compile(pattern, re.IGNORECASE), name)


CUES = (
    _cue(
        "episode_review",
        2.5,
        "title",
        "first impressions",
        r"first impressions?|first look at episode|premiere (?:review|impressions)|\bweek \d+\b|pilot review",
    ),
    _cue(
        "episode_review",
        0.8,
        "text",
        "it speaks of this episode",
        r"\bthis (?:week'?s )?episode\b|\bthe (?:first|second|third|fourth|latest) episode\b|\bthis week\b",
    ),
    _cue(
        "review",
        2.5,
        "title",
        "the title says review",
        r"\breview(?:ed)?\b|\breseña\b|\bcrítica\b|レビュー|感想|\brecensione\b|\bkritik\b",
    ),
    _cue(
        "review",
        1.0,
        "title",
        "the title looks back",
        r"\bretrospective\b|\bfinal (?:thoughts|verdict)\b|\bseason (?:review|verdict)\b|\bin hindsight\b|\bworth (?:watching|it|your time)\b|\blooking back\b",
    ),
    _cue("review", 1.5, "path", "filed under reviews", r"\breviews?\b|\breseñas?\b"),
    _cue(
        "review",
        1.2,
        "text",
        "it weighs the whole",
        r"\b(?:the|this) (?:season|series|show) (?:as a whole|never|ultimately|ends|ended|finishes|finished)\b|\b(?:thirteen|twelve|13|12|all) episodes\b.{0,60}\b(?:too|not enough|short|long|later|over)\b|\bI (?:can(?:not|'t)|can|would|wouldn't|do not|don't) recommend\b",
    ),
    _cue(
        "preview",
        2.5,
        "title",
        "the title looks ahead",
        r"(?<!to )(?<!will )\bpreview\b(?! screening)|what to expect|most anticipated|looking forward|everything (?:we know|you need to know)|could be (?:the|a)\b|why (?:we|i|you)(?:'re| are|'m| am) (?:excited|watching)|anticipat|upcoming|on (?:my|our) (?:radar|watchlist)",
    ),
    _cue(
        "preview",
        1.2,
        "text",
        "it says what to expect",
        r"\b(?:we|i) (?:can )?(?:expect|hope|look forward)|\bif (?:the|this) (?:trailer|teaser|staff|team)\b|\bpromises? to\b|\blooks (?:set|likely|poised) to\b|\bin the making\b|\bis shaping up\b|\bwill (?:it|this|the show|the series) \b|\bcan't wait\b",
    ),
    _cue(
        "news",
        2.5,
        "title",
        "the title announces",
        r"\btrailers?\b|\bteasers?\b|\bannounce[sd]?\b|\bannouncement\b|\breveals?\b|\brelease date\b|\bkey visual\b|\bpremieres? (?:on|in|this)\b|\bto (?:stream|air|premiere|perform|debut)\b|\b(?:casts?|joins?|adds?)\b.*\bcast\b|\bconfirm(?:s|ed)?\b|\btheme songs?\b|\bblu-?ray\b|\b(?:sets?|gets?|slated|dated|unveils?)\b|\bsales\b|\bstreams?\b",
    ),
    _cue(
        "news",
        1.0,
        "text",
        "it tells what will be done",
        r"\bwill (?:be (?:shown|broadcast|released|streamed|held)|stream|run|air|broadcast|premiere|open|go on sale|perform)\b",
    ),
    _cue("news", 1.0, "path", "filed under news", r"\bnews\b|\bnoticias\b"),
    _cue(
        "news",
        1.2,
        "lead",
        "it opens with an announcement",
        r"\b(?:announced|revealed|unveiled|confirmed|published|posted|opened|will (?:stream|premiere|air|perform|release)|said on|said in a statement|started streaming|has set)\b",
    ),
    _cue(
        "news",
        1.0,
        "text",
        "it names its source",
        r"(?:^|\n)\s*source\s*:|\bpress release\b|\bin a statement\b|\baccording to the (?:official )?(?:website|site|company)\b",
    ),
    _cue(
        "interview",
        3.0,
        "title",
        "the title says interview",
        r"\binterview\b|\bq\s?&\s?a\b|\b(?:talks?|speaks?|in conversation) (?:to|with|about)\b|\bwe (?:spoke|talked)\b|インタビュー|\bentrevista\b|\btells us\b",
    ),
    _cue("interview", 0.5, "path", "filed under interviews", r"\binterviews?\b"),
    _cue(
        "guide",
        3.2,
        "title",
        "the title explains",
        r"\bexplained\b|\bwatch order\b|\bwhere to watch\b|\bhow to watch\b|\bguide\b|\bprimer\b|\bwalkthrough\b|\bwho is who\b|\brecap\b",
    ),
    _cue(
        "list",
        3.2,
        "title",
        "the title counts things",
        rf"^\s*(?:the |our |my )?{_COUNT} (?:\w+[ -]){{0,3}}(?:reasons|things|shows|series|anime|moments|best|games|films|movies|ways|facts|characters|scenes)\b|\b(?:top|best) {_COUNT}\b|\branked\b|^\s*(?:the )?best (?:\w+ ){{0,3}}(?:of|this)\b|\b{_COUNT} (?:anime|shows|series|games|films|reasons)\b",
    ),
)
_OWN_VOICE = re.compile(r"\bI(?:'m|'d|'ve|'ll)?\b|\b(?:my|me)\b")
_QUESTION = re.compile(r"^\s*(?:Q|question|[A-Z][\w.-]+(?: [A-Z][\w.-]+)?)\s*:\s.*\?\s*$|^[^.!]{12,}\?\s*$")


def kind_of(article: Article, series: Series, score: Score | None, names: Terms) -> Kind:
    """The kind with the most evidence. `names` matches the titles of the series, so that words of a title are no evidence."""
    title = _without(article.title, names)
    body = [p.text.replace("’", "'") for p in article.paragraphs]
    places = {
        "title": title,
        "path": " ".join((slug_words(article.url.rpartition("/")[0] or article.url), " ".join(article.tags))),
        "lead": " ".join(body[:2])[:600],
        "text": "\n".join(body)[:20_000],
    }
    points: dict[KindName, float] = defaultdict(float)
    reasons: dict[KindName, list[str]] = defaultdict(list)

    def speaks_for(kind: KindName, weight: float, why: str) -> None:
        points[kind] += weight
        if weight > 0:
            reasons[kind].append(why)

    for cue in CUES:
        if cue.pattern.search(places[cue.place]):
            speaks_for(cue.kind, cue.weight, cue.name)
    episode = _episode(title, series)
    if episode is not None:
        speaks_for("episode_review", 3.0, f"the title names episode {episode}")
    if {"Review", "CriticReview", "ReviewNewsArticle"} & set(article.types):
        speaks_for("episode_review" if points["episode_review"] >= 2.5 else "review", 2.0, "its structured data say review")
    if score is not None:
        speaks_for(
            "episode_review" if points["episode_review"] >= 2.5 else "review",
            1.5,
            f"it states a score ({score.as_written})",
        )
    questions = sum(bool(_QUESTION.match(p.text)) for p in article.paragraphs)
    if questions >= 3:
        speaks_for("interview", 2.5, f"{questions} questions and answers")
    _by_date(article, series, points, speaks_for)
    if points["episode_review"] >= 2.5 and points["review"] >= 2.5:
        points["review"] -= 1.5  # "Episode 5 Review" is the review of an episode
    ranked = sorted(points.items(), key=lambda item: -item[1])
    best, most = ranked[0] if ranked else ("other", 0.0)
    if most < 1.0:
        return Kind("other", "nothing speaks for any kind", 0.0)
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if best == "episode_review" and episode is None:
        episode = _episode_by_text(places["lead"], article, series)
    return Kind(best, "; ".join(reasons[best]), round(most - max(second, 0.0), 2), episode if best == "episode_review" else None)


def _by_date(
    article: Article, series: Series, points: Mapping[KindName, float], speaks_for: Callable[[KindName, float, str], None]
) -> None:
    """Before the premiere nobody can review; after the finale nobody previews."""
    day, premiere, finale = article.published, series.premiere, series.finale
    if day is None or premiere is None:
        return
    own_voice = len(_OWN_VOICE.findall(" ".join(p.text for p in article.paragraphs)))
    if day < premiere:
        if own_voice >= 3 or points["review"] + points["episode_review"] > points["news"]:
            speaks_for("preview", 1.8 if own_voice >= 6 else 1.2, "it judges what is not out yet")
        speaks_for("review", -4.0, "")
        speaks_for("episode_review", -4.0, "")
    else:
        speaks_for("preview", -3.0, "")
        if finale and day > finale and own_voice >= 3:
            speaks_for("review", 1.2, "it speaks for itself after the finale")
        if finale and day < finale:
            speaks_for("review", -0.5, "")


def _episode(text: str, series: Series) -> int | None:
    """The episode that a title names by number, word or episode title."""
    if found := _EPISODE.search(text):
        return int(next(filter(None, found.groups())))
    if found := _AFTER_TITLE.search(text):
        return int(found[1])
    if found := _EPISODE_IN_WORDS.search(text):
        word = (found["cardinal"] or found["ordinal"]).lower()
        return next(words.index(word) for words in _IN_WORDS if word in words)
    lower = text.lower()
    return next((e.number for e in series.episodes if len(e.title) > 5 and e.title.lower() in lower), None)


def _episode_by_text(lead: str, article: Article, series: Series) -> int | None:
    if (number := _episode(lead, series)) is not None:
        return number
    if re.search(r"\b(?:first impressions?|premiere|first episode|pilot)\b", f"{article.title} {lead}", re.I):
        return 1
    aired = [e for e in series.episodes if e.aired and article.published and 0 <= (article.published - e.aired).days < 7]
    return aired[-1].number if aired else None


def _without(title: str, names: Terms) -> str:
    out, last = [], 0
    for hit in names.find(title):
        out += [title[last : hit.start], "X"]
        last = hit.end
    return "".join((*out, title[last:]))
