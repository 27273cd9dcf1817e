"""Other things that bear the name of the series: lipsticks, songs, other versions, and the entries of databases and shops."""

import re

from pipeline.article import Article
from pipeline.assessment import Relevance
from pipeline.names import Names, first_word, without_its_name
from pipeline.other_versions import is_its_game
from pipeline.page import Reason
from pipeline.spin_offs import bears, subtitled
from pipeline.terms import Hints

SHORT = 80
"""Words of a piece that has no room to name its subject twice."""
OWN_VOICE = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")


def another_thing(article: Article, body: str, names: Names, around: int, support: int, evidence: int) -> Relevance | None:
    """Something else that bears the name: it speaks of other things, in another medium, or of nothing that a story has."""
    other = len(names.other.find(body)) + 2 * len(names.other.find(article.title))
    if other > support and (other >= 2 or not support):
        word = first_word(names.other, f"{article.title}\n{body}")
        words = "1 word" if other == 1 else f"{other} words"
        return Relevance(False, f"speaks of {word!r} ({words} of that kind against {support} of the series)", Reason.OTHER_THING)
    if (number := _numbered(article, body, names)) or (year := _older(article, body, names)):
        return Relevance(False, f"is about the one called {number or year!r}", Reason.OTHER_THING)
    if said := _spun_off(article, names):
        return Relevance(False, f"is about {said!r}", Reason.OTHER_THING)
    if is_its_game(article, names.series.medium):
        return Relevance(False, "names who developed it, as pages of games do", Reason.OTHER_THING)
    title = article.title.lower()
    if (printed := _IN_PRINT.search(title)) or (printed := _by_another_director(article.title, names)):
        return Relevance(False, f"reviews another version: {printed[0].strip()!r}", Reason.OTHER_THING)
    if (
        (medium := _OTHER_MEDIUM.search(title))
        and medium[0] not in names.series.medium
        and len(re.findall(_CALLED.get(names.series.medium, names.series.medium), body, re.IGNORECASE)) < _OWN_MEDIUM
        and not _ANNOUNCES.search(f"{title}\n{body[:600]}")
    ):
        return Relevance(False, f"is about a {medium[0]} of that name", Reason.OTHER_THING)
    named = names.title.find(article.title)
    if named and not around and article.language == "en" and article.words > SHORT and not narrates(article):
        return Relevance(False, "names nobody of the series, and nothing that a story has", Reason.OTHER_THING)
    if _of_another_medium(article, body, names, evidence):
        return Relevance(False, "names nobody of the series, and nothing of an anime", Reason.OTHER_THING)
    entries = [t for t in re.split(r"\n|(?<=[.)])\s", body) if t.strip()]
    facts = sum(bool(_ENTRY.match(t)) for t in entries)
    if _CATALOGUE_HINTS.stand_in(low := body.lower()):
        facts += 2 * len(_CATALOGUE.findall(low))
    if facts >= 6:
        facts -= 2 * len(OWN_VOICE.findall(body))
    if facts >= 6 and facts >= 0.3 * len(entries) and not (_ANNOUNCED.search(body[:600]) or _tells(article.title, names)):
        return Relevance(False, "is an entry of a database or a shop, not an article", Reason.INDEX_PAGE)
    return None


_IN_PRINT = re.compile(
    r"\b(?:book|novel|manga|comics?|graphic novel) reviews?\b|\breview\b.{0,60}\(vol(?:ume|\.)? \d+\)|^(?!.*\b(?:blu-?ray|dvd)).*\(vol(?:ume|\.)? \d+\)\W*(?:review\W*)?$"
)
"""A headline of who has read it."""


def _by_another_director(title: str, names: Names) -> re.Match[str] | None:
    """ "Iron Moth (Ann Other, 2023)": whose that one is, who made nothing of the series, of which the file tells who directs it."""
    known = any("direct" in role for role in names.series.staff.values())
    found = (_WHOSE.match(title, hit.end) for hit in names.title.find(title)) if known else ()
    return next((m for m in found if m and not names.evidence.find(m["who"])), None)


_WHOSE = re.compile(
    r"[\"”’'*_]*\s+\((?:dir(?:\.|ected by)?\s+)?(?P<who>[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){1,2}),?\s+(?:19|20)\d\d\)"
)
_CALLED = {
    "film": r"\b(?:film|movie|feature)s?\b",
    "show": r"\b(?:show|series|episode)s?\b",
    "anime": r"\banime\b",
    "game": r"\bgames?\b",
}
_OWN_MEDIUM = 2
"""Times that a text names the medium of the series before a title that names another one is no objection."""
_OTHER_MEDIUM = re.compile(r"\b(?:novel(?:i[sz]ation)?|webtoon|audiobook|board game|stage play|musical|single|album|cookbook)\b")
_ANNOUNCES = re.compile(
    r"\b(?:announce[sd]?|reveal(?:s|ed)|unveil(?:s|ed)|will (?:be|go|get|receive)|gets?|confirmed|out now|releas(?:e|es|ed|ing))\b",
    re.I,
)
_ANNOUNCED = re.compile(r"\b(?:announced|revealed|unveiled|confirmed)\b", re.IGNORECASE)
_ENTRY = re.compile(r"^\W*(?:[A-Z][\w '’/-]{2,28}:\**\s|[A-Z][\w.'’ -]{2,40} (?:as|[–—-]) [A-Z])")
_CATALOGUE = re.compile(
    r"\b(?:add(?:ed)? (?:it )?to (?:my |your |the )?(?:list|basket|cart|bag|wish ?list|library|watchlist|collection|favou?rites)|write a review|report an error|system requirements"
    r"|(?:all|user|recent) reviews:|(?:from|by) [\d,.]+ (?:users|ratings|votes|members)|\d votes?\b|gift this|in stock|free (?:shipping|delivery)|edit this page|log in to|members who|read more$|(?:older|newer) posts|posts tagged)",
    re.MULTILINE,
)
"""What stands on the pages of databases and shops, and in no article."""
_CATALOGUE_HINTS = Hints(
    *"add to,add it to,added to,added it to,write a r,report an e,requirements,reviews:, users, ratings, vote".split(","),
    *", members,gift this,in stock,free shipping,free delivery,edit this,log in to,members who".split(",")[1:],
    *"read more,older posts,newer posts,posts tagged".split(","),
)


def _of_another_medium(article: Article, body: str, names: Names, evidence: int) -> bool:
    """A name of one word is of many things: a piece of some length on an anime has one of its people, or a word for what it is."""
    series = names.series
    if evidence or series.medium != "anime" or " " in series.title or len(series.people) < _ENOUGH:
        return False
    if article.language != "en" or article.words <= SHORT:
        return False
    return not _OF_ANIME.search("\n".join((article.url, article.site, article.title, *article.tags, body)))


_ENOUGH = 5
"""People in the file, of whom one would be named."""
_OF_ANIME = re.compile(
    r"anime|animat|manga|otaku|cartoon|simulcast|simuldub|crunchyroll|toonami|\b(?:dub|dubbed|subbed|japan\w*|seiyuu|cour)\b",
    re.IGNORECASE,
)


def _numbered(article: Article, body: str, names: Names) -> str:
    """The title with a number that is none of an episode, where the headline has no other and the text hardly any ("Fallout 4")."""
    said = [_NUMBER.match(article.title, hit.end) for hit in names.title.find(article.title)]
    if not said or not all(said) or names.series.medium not in {"anime", "show", "film"}:
        return ""
    hits = names.title.find(body)
    if not hits or 2 * sum(_NUMBER.match(body, hit.end) is not None for hit in hits) < len(hits):
        return ""
    if names.series.medium != "film" and any(_SEASON[int(m[0])].search(body) for m in said if m and int(m[0]) in _SEASON):
        return ""
    return next(article.title[hit.start : m.end()] for hit, m in zip(names.title.find(article.title), said, strict=True) if m)


_NUMBER = re.compile(r"\s+(?:[2-9]|\d\d)(?![\d:.,/]\d|\w)")


def _spun_off(article: Article, names: Names) -> str:
    """The title with the subtitle of another work, where the headline has no other and the text tells what that is."""
    hits = names.title.find(article.title) if names.series.medium in {"anime", "show"} else []
    subtitles = subtitled((p.text for p in article.paragraphs[:_OPENING]), names.title) if hits else frozenset()
    ends = [bears(article.title, hit.end, subtitles) for hit in hits]
    return article.title[hits[0].start : ends[0]] if ends and all(ends) else ""


_OPENING = 12
"""Paragraphs in which it is told."""
_SEASON = {
    n: re.compile(rf"\b(?:{nth}|{n}(?:nd|rd|th))\s+(?:season|series)\b|\bseason\s+(?:{n}|{word})\b", re.IGNORECASE)
    for n, (nth, word) in enumerate(
        (("second", "two"), ("third", "three"), ("fourth", "four"), ("fifth", "five"), ("sixth", "six")), start=2
    )
}
"""What a series with a number is, where the text speaks of that season."""


def _older(article: Article, body: str, names: Names) -> str:
    """The title and the year of another version, in the headline or in the first line of a text that names nobody who made this one."""
    day = names.series.premiere if not any(who in body for who in (*names.series.cast, *names.series.staff)) else None
    opening = next((p.text for p in article.paragraphs), "")
    for text in (article.title, opening.split(". ")[0]) if day else ():
        for hit in names.title.find(text):
            if (m := _YEAR.match(text, hit.end)) and day and int(m[1]) < day.year - _YEARS:
                return text[hit.start : hit.end] + " " + m[1]
    return ""


_YEAR = re.compile(r"[\"”’'*_]*\s+(?:\(|(?:from|of)\s+)((?:19|20)\d\d)\b(?=\)|[,.;:!?\s])")
_YEARS = 4
"""Years by which an older version goes before."""


def _tells(title: str, names: Names) -> bool:
    """A headline: beside the name stands more than what databases and shops write there."""
    rest = re.split(r"\s[|–—-]\s", without_its_name(title, names, " "))[0]
    words = [word for word in re.findall(r"[^\W\d_]{2,}", rest.lower()) if word not in _OF_ENTRIES]
    return len(words) >= _HEADLINE


_HEADLINE = 3
"""Words."""
_OF_ENTRIES = frozenset(
    "the of on in by for and with buy season series tv show anime film movie game manga cast characters staff episodes episode guide list reviews review information info details wiki"
    " edition blu ray dvd box set collector limited standard complete vol volume part soundtrack steam official store shop watch online stream".split()
)
"""What stands beside the name over an entry of a database or a shop."""


def narrates(article: Article) -> bool:
    """True where the text speaks of what stories have, whatever their medium."""
    return any(_STORY_WORD.search(p.text) for p in article.paragraphs)


_STORY_WORD = re.compile(
    r"\b(?:stor(?:y|ies)|plots?|scenes?|characters?|protagonists?|villains?|heroines?|heroes|script|screenplay|dialogue|finale|prologue|act(?:ing|or|ors|ress)"
    r"|director|directed|trailers?|teaser|watch(?:ed|ing)?|viewers?|audience|cinemas?|screen(?:ed|ing)?|premi[eè]re[ds]?|broadcast|stream(?:s|ed|ing)?|played through|gameplay|players?"
    r"|demo|patch|update|mystery|puzzles?|episodes?|season|narrat\w+|cast|soundtrack|cutscenes?|quests?|levels?|developers?|franchise|box office|festival|sequel|android)\b",
    re.IGNORECASE,
)
