"""What sort of piece it is and which episode it speaks of.

Conventions: a preview is published before the work is out and tells what to expect; first impressions of an aired episode are an
episode review; announcements, trailers and release dates are news, whatever their title; "ending explained", "where to watch" and
"everything you need to know" are guides; a review judges the season or the work.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping

from pipeline.article import Article
from pipeline.assessment import Kind, KindName, Score
from pipeline.cues import CUES
from pipeline.series import Series
from pipeline.shape import by_shape, times_in_own_voice
from pipeline.terms import Terms
from pipeline.urls import slug_words

_EPISODE = re.compile(
    r"\b(?:episodes?|eps?|episodios?|capítulos?|folgen?|épisodes?)\.?\s*#?\s*0?(?P<a>\d{1,3})(?!\s*(?:/\d|best|things|reasons))\b|\bs\d{1,2}\s?e0?(?P<b>\d{1,3})\b|\be(?P<f>\d{2,3})\b|\b\dx(?P<g>\d\d)\b"
    r"|第\s*(?P<c>\d{1,3})\s*話|[–—-]\s*0(?P<d>\d)\b|(?<![.\d])\b0(?P<e>\d)\b(?!/)",
    re.IGNORECASE,
)
_AFTER_TITLE = re.compile(r"\bX\s*[–—:#,-]*\s*0?(\d{1,2})\b(?!\s*(?:/|%|\w|[.,]\d))")
"""`Metallic Rouge – 12`, with the title masked as X."""
_IN_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen".split(),
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(),
)
_EPISODE_IN_WORDS = re.compile(
    rf"\bepisode (?P<cardinal>{'|'.join(_IN_WORDS[0])})\b|\b(?P<ordinal>{'|'.join(_IN_WORDS[1])}) episode\b", re.I
)
_SEVERAL = re.compile(
    r"\b(?:episodes?|eps?|folgen?|episodios?|capítulos?)\.?\s*#?\d{1,3}\s*(?:[-–—&+,/]|to|and|bis|a|y)\s*\d{1,3}\b|第?\d{1,2}\s*[〜~-]\s*\d{1,2}\s*話"
    r"|\b(?:two|three|four|\d)[- ]episode (?:test|rule|check)\b|\b(?:first|last|final) (?:two|three|four|\d) episodes\b|\b(?:two|three|four|five|six|\d) episodes in(?:to)?\b",
    re.IGNORECASE,
)
"""Several episodes at once: an episode review of no single one."""
_PAIR_AFTER_TITLE = re.compile(r"\bX\s*[–—:#,-]*\s*0?\d{1,2}\s*[-–—&+]\s*0?\d{1,2}\b(?!\s*%|[.,/]\d)")
"""`Metallic Rouge 5–6`, with the title masked as X."""
_EPISODE_OF_SLUG = re.compile(
    r"\b(?:episodes?|eps?|folge|episodio|capitulo)\s0?(?P<n>\d{1,3})\b(?P<several>\s(?:to\s|and\s)?\d{1,2}\b)?"
)
_LAST = re.compile(r"\b(?:finale|(?:final|last|closing) (?:episode|hour)|\(end\))", re.IGNORECASE)
_SEEN = re.compile(
    r"\b(?:festival|press screening|screeners?|screened|review (?:copy|code)|finished (?:it|the game)|premiered? at|projection de presse|pressevorführung|pase de prensa|credits rolled|in competition"
    r"|(?:sent|shown|made available|provided) (?:to|for) (?:the )?(?:press|critics|review)|(?:seen|watched) (?:it all|the (?:lot|whole)|all (?:of it|\w+ (?:episodes|hours|parts))))\b",
    re.IGNORECASE,
)
"""Who reviews before the release says where it was seen."""
_IN_THE_MIDDLE = re.compile(r"half-?way|mid-?season|so far", re.IGNORECASE)
_SENTENCE = 50
"""Letters of a paragraph that says something; what is shorter is a label or a caption."""
_JUDGING = 0.35
"""Share of judging sentences from which a piece is an opinion, where somebody speaks in it."""
_JUDGING_THROUGHOUT = 0.5
"""The same where nobody does: facts told in a lively tone come near it."""


def kind_of(article: Article, series: Series, score: Score | None, names: Terms, opinion: float = 0.0) -> Kind:
    """The kind with the most evidence. `names` matches the titles of the series, so that words of a title are no evidence.

    `opinion` is the share of sentences that judge, 0..1; it decides where nothing else does.
    """
    title = _without(article.title, names)
    folders, address = _address(article.url)
    body = [p.text.replace("’", "'") for p in article.paragraphs]
    places = {
        "title": title,
        "path": " ".join((folders, *article.tags)),
        "lead": " ".join([t for t in body if len(t) >= _SENTENCE][:3] or body[:3])[:600],
        "text": "\n".join(body)[:20_000],
    }
    lower = {place: text.lower() for place, text in places.items()}
    points: dict[KindName, float] = defaultdict(float)
    reasons: dict[KindName, list[str]] = defaultdict(list)

    def speaks_for(kind: KindName, weight: float, why: str) -> None:
        points[kind] += weight
        if weight > 0:
            reasons[kind].append(why)

    of_address = _without(address, names).lower()
    for cue in CUES:
        if cue.speaks(lower[cue.place]):
            speaks_for(cue.kind, cue.weight, cue.name)
        elif cue.place == "title" and cue.speaks(of_address):
            speaks_for(cue.kind, cue.weight, f"its address: {cue.name}")
    several = _SEVERAL.search(title) or _PAIR_AFTER_TITLE.search(title)
    episode = None if several else _episode(title, series)
    if episode is not None or several:
        speaks_for(
            "episode_review", 3.0, f"the title names episode {episode}" if episode is not None else "the title names episodes"
        )
    elif (of_slug := _EPISODE_OF_SLUG.search(address)) is not None:
        several = of_slug if of_slug["several"] else None
        episode = None if several else int(of_slug["n"])
        speaks_for("episode_review", 2.5, "its address names an episode")
    if points["episode_review"] >= 1.0 and _just_aired(article, series):
        speaks_for("episode_review", 0.7, "an episode had just aired")
    if {"Review", "CriticReview", "ReviewNewsArticle"} & set(article.types):
        speaks_for("episode_review" if points["episode_review"] >= 2.5 else "review", 2.0, "its structured data say review")
    if score is not None:
        speaks_for(
            "episode_review" if points["episode_review"] >= min(2.5, max(1.9, points["review"])) else "review",
            1.5,
            f"it states a score ({score.as_written})",
        )
    by_shape(article, series, score, title, places["text"], speaks_for)
    _by_date(article, series, score, points, opinion, speaks_for)
    _by_tone(article, series, points, opinion, speaks_for)
    if points["episode_review"] >= 2.5 and points["review"] >= 2.5:
        points["review"] -= 1.5  # "Episode 5 Review" is the review of an episode
    ranked = sorted(points.items(), key=lambda item: -item[1])
    best, most = ranked[0] if ranked else ("other", 0.0)
    if most < 1.0:
        return Kind("other", "nothing speaks for any kind", 0.0)
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if best == "episode_review" and episode is None and not several and not _IN_THE_MIDDLE.search(title):
        episode = _episode_by_text(places["lead"], article, series)
    return Kind(best, "; ".join(reasons[best]), round(most - max(second, 0.0), 2), episode if best == "episode_review" else None)


def _just_aired(article: Article, series: Series) -> bool:
    day = article.published
    return day is not None and any(e.aired and 0 <= (day - e.aired).days < 7 for e in series.episodes)


def _by_date(
    article: Article,
    series: Series,
    score: Score | None,
    points: Mapping[KindName, float],
    opinion: float,
    speaks_for: Callable[[KindName, float, str], None],
) -> None:
    """Before the premiere nobody can review; after the finale nobody previews."""
    day, premiere, finale = article.published, series.premiere, series.finale
    if day is None or premiere is None:
        return
    text = " ".join(p.text for p in article.paragraphs)
    own_voice = times_in_own_voice(text)
    if day < premiere:
        if own_voice >= 3 or points["review"] + points["episode_review"] > max(points["news"], 0.9):
            speaks_for("preview", 1.8 if own_voice >= 6 else 1.2, "it judges what is not out yet")
        whole = series.medium in {"film", "game"} and points["review"] >= 2.5  # seen at once, and by the press before all others
        told = points["review"] >= 2.5 and (opinion >= _JUDGING_THROUGHOUT or _SEEN.search(text))
        seen = whole or points["review"] >= 4.0 or told or (score is not None and _SEEN.search(text))
        speaks_for("review", 2.0 if seen else -4.0, "it has seen the whole")
        speaks_for("episode_review", -4.0, "")
    else:
        speaks_for("preview", -3.0, "")
        if finale and day > finale and own_voice >= 3:
            speaks_for("review", 1.2, "it speaks for itself after the finale")
        if finale and day < finale:
            speaks_for("review", -0.5, "")


def _by_tone(
    article: Article,
    series: Series,
    points: Mapping[KindName, float],
    opinion: float,
    speaks_for: Callable[[KindName, float, str], None],
) -> None:
    """What judges, and nothing else is known of: what is out is reviewed, what is not is previewed.

    Where nobody says I, it must judge more; where somebody does throughout, one sign of news in the opening does not stand against it.
    """
    if (
        opinion < _JUDGING
        or max((weight for kind, weight in points.items() if kind not in ("news", "review")), default=0.0) >= 1.0
    ):
        return
    if points["review"] >= (1.5 if points["news"] >= 1.0 else 1.0):
        return
    voice = times_in_own_voice("\n".join(p.text for p in article.paragraphs))
    throughout = opinion >= _JUDGING_THROUGHOUT
    if points["news"] >= (1.5 if throughout and voice >= 3 else 1.0) or not (throughout or voice):
        return
    weight = 1.0 + points["news"]
    day, premiere, finale = article.published, series.premiere, series.finale
    if day and premiere and day < premiere:
        speaks_for("preview", weight, "it judges what is not out yet")
    elif day and finale and premiere and premiere <= day < finale:
        speaks_for("episode_review", weight, "it judges while episodes are airing")
    else:
        speaks_for("review", weight, f"it judges in {opinion:.0%} of its sentences")


def _address(url: str) -> tuple[str, str]:
    """The words of the folders of an address, and those of its last part that has any, in lower case; a single word is a folder."""
    head, last = url.partition("?")[0], ""
    while head.count("/") > 2 and not _WORD.search(last):
        head, _, last = head.rpartition("/")
    words = slug_words(f"/{last}").lower()
    return (slug_words(head), words) if " " in words else (slug_words(url), "")


_WORD = re.compile(r"[^\W\d_]{3}")


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
    if series.episodes and _LAST.search(article.title):
        return series.episodes[-1].number
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
