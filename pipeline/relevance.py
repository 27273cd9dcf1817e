"""Is it about the series, does it only mention it, or is it another thing of the same name? Each answer with its evidence in words."""

import re
from dataclasses import dataclass

from pipeline.article import Article
from pipeline.assessment import Relevance
from pipeline.page import Link, Reason
from pipeline.series import Series
from pipeline.terms import Terms
from pipeline.urls import is_index, slug_words

_MEDIUM_WORDS = {
    "anime": (
        "anime",
        "episode",
        "season",
        "studio",
        "manga",
        "simulcast",
        "crunchyroll",
        "アニメ",
        "話",
        "episodio",
        "android",
        "voice actor",
    ),
    "film": ("film", "movie", "director", "cinema", "screening", "box office", "cast", "trailer"),
    "show": ("show", "episode", "season", "series", "showrunner", "cast", "trailer", "streaming"),
    "game": (
        "game",
        "gameplay",
        "player",
        "developer",
        "studio",
        "console",
        "steam",
        "playstation",
        "nintendo",
        "xbox",
        "trailer",
    ),
}
_DENSE = 150
"""Words for each naming; a piece that names the series more rarely has another subject."""
_SHORT = 80
"""Words of a piece that has no room to name its subject twice."""


@dataclass(frozen=True, slots=True)
class Names:
    """The matchers of one series, built once for a run."""

    series: Series
    title: Terms
    around: Terms
    other: Terms

    @classmethod
    def of(cls, series: Series) -> "Names":
        # Several words in one alias may be joined in other ways by URLs and machines.
        split = [slug_words("/" + n).split() for n in series.names]
        joined = [sign.join(words) for words in split if len(words) > 1 for sign in (" ", "-", "")]
        names = dict.fromkeys((*series.names, *joined))
        titles = [e.title for e in series.episodes if len(e.title.split()) > 1]
        around = {
            "names": [
                *series.people,
                *(p.split()[-1] for p in series.people if len(p.split()) > 1 and len(p.split()[-1]) > 4),
            ],
            "studio": series.studio,
            "episodes": titles,
            "medium": _MEDIUM_WORDS.get(series.medium, _MEDIUM_WORDS["show"]),
        }
        return cls(series, Terms({"title": names}), Terms(around), Terms({"other": series.confused_with}))


def worth_fetching(link: Link, names: Names) -> Relevance:
    """Judge a link by what its source says of it, before anybody fetches it."""
    if is_index(link.url):
        return Relevance(False, "its address is that of a tag, category, author or archive", Reason.INDEX_PAGE)
    said = " \n ".join((link.title, link.summary, " ".join(link.tags)))
    slug = slug_words(link.url)
    if not (names.title.find(said) or names.title.find(slug)):
        return Relevance(False, "neither title, summary, tags nor address name the series", Reason.OFF_TOPIC)
    others = names.other.labels(said) or names.other.labels(slug)
    if others and not names.around.find(said):
        word = _first_word(names.other, f"{said} {slug}")
        return Relevance(False, f"speaks of {word!r} and of nothing of the series", Reason.OTHER_THING)
    where = "title" if names.title.find(link.title) else "summary or tags" if names.title.find(said) else "address"
    return Relevance(True, f"named in the {where}")


def judge(article: Article, names: Names) -> Relevance:
    """Judge an article by what stands in it."""
    texts = [p.text for p in article.paragraphs]
    body = "\n".join(texts)
    words = max(article.words, 1)
    in_title = bool(names.title.find(article.title))
    in_slug = bool(names.title.find(slug_words(article.url)))
    in_tags = bool(names.title.find(" | ".join(article.tags)))
    count = len(names.title.find(body))
    support = len(names.around.find(body)) + len(names.around.find(article.title))
    other = len(names.other.find(body)) + 2 * len(names.other.find(article.title))
    if not (in_title or in_slug or count):
        return Relevance(False, "never names the series", Reason.NOT_ABOUT)
    if other > support and (other >= 2 or not support):
        word = _first_word(names.other, f"{article.title}\n{body}")
        return Relevance(
            False,
            f"speaks of {word!r} ({other} words of that kind against {support} of the series)",
            Reason.OTHER_THING,
        )
    listing = _is_listing(article, names)
    named = f"the text names it {count} {'time' if count == 1 else 'times'} in {words} words"
    if in_title and not listing and (support or count or words < 150):
        return Relevance(True, f"the title names it; {named}")
    if in_slug and not listing and count and support >= 2:
        return Relevance(True, f"the address names it; {named}")
    lead = len(names.title.find("\n".join(texts[:3])))
    dense = count >= 2 and count * _DENSE >= words
    if dense and (count >= 3 or (lead and in_tags)) and support >= 2 and not listing:
        return Relevance(True, f"{named}{', first in the opening' if lead else ''}")
    if lead and not other and not listing and count * _DENSE >= words and (support or count >= 2 or words <= _SHORT):
        return Relevance(True, f"{named}, first in the opening")
    return Relevance(False, f"{named}{', as one of many in a list' if listing else ''}", Reason.MENTION_ONLY)


def _is_listing(article: Article, names: Names) -> bool:
    """One entry among many: headings or items name other things, and only a small part names this one."""
    if names.title.find(article.title) and not re.search(r"\band\b|,|\+", article.title):
        return False
    heads = [p.text for p in article.paragraphs if p.kind == "heading"]
    if len(heads) < 4:
        heads += [p.text for p in article.paragraphs if p.kind == "item"]
    ours = sum(bool(names.title.find(h)) for h in heads)
    return len(heads) >= 4 and 0 < ours <= len(heads) / 3


def _first_word(terms: Terms, text: str) -> str:
    hit = terms.find(text)[0]
    return text[hit.start : hit.end].lower()
