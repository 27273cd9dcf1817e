"""Is it about the series, does it only mention it, or is it another thing of the same name? Each answer with its evidence in words."""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.article import Article
from pipeline.assessment import Relevance
from pipeline.names import Names, first_word, is_subject, misspelt
from pipeline.page import Link, Reason
from pipeline.terms import Hints
from pipeline.urls import is_index, slug_words

_DENSE = 150
"""Words for each naming; a piece that names the series more rarely has another subject."""
_SHORT = 80
"""Words of a piece that has no room to name its subject twice."""
_STORY_WORD = re.compile(
    r"\b(?:stor(?:y|ies)|plots?|scenes?|characters?|protagonists?|villains?|heroines?|heroes|script|screenplay|dialogue|finale|prologue|act(?:ing|or|ors|ress)"
    r"|director|directed|trailers?|teaser|watch(?:ed|ing)?|viewers?|audience|cinemas?|screen(?:ed|ing)?|premi[eè]re[ds]?|broadcast|stream(?:s|ed|ing)?|played through|gameplay|players?"
    r"|demo|patch|update|mystery|puzzles?|episodes?|season|narrat\w+|cast|soundtrack|cutscenes?|quests?|levels?|developers?|franchise|box office|festival|sequel|android)\b",
    re.IGNORECASE,
)
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
_JOINED = re.compile(r"\W{0,2}(?:,|\band\b|\+|&)\s*[A-Z]")
_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s+(?:of|the|a|in|and|to|for)\b)?(?:\s+[A-Z][\w'’-]+)+")
_LEADING = re.compile(r"^(?:(?:Going|Back|To|Review|Why|How|The Making|Inside|In Praise|On)\s+(?:of |to |the )?)+")
_CAPITALS = re.compile(r"[A-Z][\w'’-]+(?:\s+(?:(?:of|the|a|in|and|to|for)\s+)?[A-Z][\w'’-]+)*")
_NUMBERED = re.compile(r"^\W*\d{1,2}[.):]\s*\W*([^.]{2,80})")
_CLOCK = re.compile(r"\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b")
_OWN_VOICE = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")
_QUOTATION = re.compile(r"^\W*[“\"‘«„]|:\s*[“\"‘«„]")
_ARCHIVE = re.compile(r"\bArchives?\s+[|–—-]\s+\S[^|]{1,60}$")
"""What blogs call the page of a tag: "Iron Moth Archives - The Kite"."""
_AGAIN = 2
"""Times that a text repeats a misspelt name of its title before that is the series' without anybody of it."""
_OWN_MEDIUM = 2
"""Times that a text names the medium of the series before a title that names another one is no objection."""
_SALIENT = 2.0
"""Evidence from which a piece that names the series once is about it."""


def worth_fetching(link: Link, names: Names) -> Relevance:
    """Judge a link by what its source says of it, before anybody fetches it."""
    if is_index(link.url) or _ARCHIVE.search(link.title):
        return Relevance(False, "its address is that of a tag, category, author or archive", Reason.INDEX_PAGE)
    said = " \n ".join((link.title, link.summary, " ".join(link.tags)))
    slug = slug_words(link.url)
    if not (names.title.find(said) or names.title.find(slug)):
        return Relevance(False, "neither title, summary, tags nor address name the series", Reason.OFF_TOPIC)
    others = names.other.labels(said) or names.other.labels(slug)
    if others and not names.around.find(said):
        word = first_word(names.other, f"{said} {slug}")
        return Relevance(False, f"speaks of {word!r} and of nothing of the series", Reason.OTHER_THING)
    where = "title" if names.title.find(link.title) else "summary or tags" if names.title.find(said) else "address"
    return Relevance(True, f"named in the {where}")


def judge(article: Article, names: Names) -> Relevance:
    """Judge an article by what stands in it."""
    texts = [p.text for p in article.paragraphs]
    body = "\n".join(texts)
    in_title = is_subject(article.title, names)
    in_slug = bool(names.title.find(slug_words(article.url)))
    in_tags = bool(names.title.find(" | ".join(article.tags)))
    count = len(names.title.find(body))
    around = len(names.around.find(body))
    support = around + len(names.around.find(article.title))
    evidence = len(names.evidence.labels(f"{article.title}\n{body}"))
    if _ARCHIVE.search(article.title):
        return Relevance(False, "its title is that of a tag or an archive", Reason.INDEX_PAGE)
    if not (in_title or in_slug or count):
        almost = misspelt(f"{article.title}\n{body}", names) if evidence >= 2 or support >= 2 else ""
        if almost:
            return Relevance(True, f"spells the name {almost!r}, and speaks of what is of the series")
        if (almost := misspelt(article.title, names)) and body.count(almost) >= _AGAIN and _narrates(article):
            return Relevance(True, f"spells the name {almost!r}, in the title and {_AGAIN} times more")
        return Relevance(False, "never names the series", Reason.NOT_ABOUT)
    if refused := _another_thing(article, body, names, around + evidence, support) or _another_work(article, body, names, count):
        return refused
    listing = _is_listing(article, names)
    words = max(article.words, 1)
    named = f"the text names it {count} {'time' if count == 1 else 'times'} in {words} words"
    if in_title and not listing and (support or count or words < 150):
        return Relevance(True, f"the title names it; {named}")
    if in_slug and not listing and (evidence >= 2 or (count and (support >= 2 or _narrates(article)))):
        return Relevance(True, f"the address names it; {named}")
    lead = len(names.title.find("\n".join(texts[:2])))
    dense = count >= 2 and count * _DENSE >= words
    if dense and (count >= 3 or (lead and in_tags)) and support >= 2 and not listing:
        return Relevance(True, f"{named}{', first in the opening' if lead else ''}")
    if lead and not listing and count * _DENSE >= words and ((count >= 2 and support) or evidence >= 2 or words <= _SHORT):
        return Relevance(True, f"{named}, first in the opening")
    if lead and not listing and (of := _salience(article, names, count, evidence, words)) >= _SALIENT:
        return Relevance(True, f"{named}, first in the opening, with {evidence} of its people ({of:.1f} of {_SALIENT})")
    return Relevance(False, f"{named}{', as one of many in a list' if listing else ''}", Reason.MENTION_ONLY)


def _another_thing(article: Article, body: str, names: Names, around: int, support: int) -> Relevance | None:
    """Something else that bears the name: it speaks of other things, in another medium, or of nothing that a story has."""
    other = len(names.other.find(body)) + 2 * len(names.other.find(article.title))
    if other > support and (other >= 2 or not support):
        word = first_word(names.other, f"{article.title}\n{body}")
        words = "1 word" if other == 1 else f"{other} words"
        return Relevance(False, f"speaks of {word!r} ({words} of that kind against {support} of the series)", Reason.OTHER_THING)
    title = article.title.lower()
    if (
        (medium := _OTHER_MEDIUM.search(title))
        and medium[0] not in names.series.medium
        and len(re.findall(rf"\b{names.series.medium}\b", body, re.IGNORECASE)) < _OWN_MEDIUM
        and not _ANNOUNCES.search(f"{title}\n{body[:600]}")
    ):
        return Relevance(False, f"is about a {medium[0]} of that name", Reason.OTHER_THING)
    named = names.title.find(article.title)
    if named and not around and article.language == "en" and article.words > _SHORT and not _narrates(article):
        return Relevance(False, "names nobody of the series, and nothing that a story has", Reason.OTHER_THING)
    entries = [t for t in re.split(r"\n|(?<=[.)])\s", body) if t.strip()]
    facts = sum(bool(_ENTRY.match(t)) for t in entries)
    if _CATALOGUE_HINTS.stand_in(low := body.lower()):
        facts += 2 * len(_CATALOGUE.findall(low))
    if facts >= 6:
        facts -= 2 * len(_OWN_VOICE.findall(body))
    if facts >= 6 and facts >= 0.3 * len(entries) and not _ANNOUNCED.search(body[:600]) and not _tells(article.title, names):
        return Relevance(False, "is an entry of a database or a shop, not an article", Reason.INDEX_PAGE)
    return None


def _tells(title: str, names: Names) -> bool:
    """A headline: beside the name stands more than what databases and shops write there."""
    rest = title
    for hit in reversed(names.title.find(title)):
        rest = f"{rest[: hit.start]} {rest[hit.end :]}"
    words = [word for word in re.findall(r"[^\W\d_]{2,}", re.split(r"\s[|–—-]\s", rest)[0].lower()) if word not in _OF_ENTRIES]
    return len(words) >= _HEADLINE


_HEADLINE = 3
"""Words."""
_OF_ENTRIES = frozenset(
    "the of on in by for and with buy season series tv show anime film movie game manga cast characters staff episodes episode guide list reviews review information info details wiki"
    " edition blu ray dvd box set collector limited standard complete vol volume part soundtrack steam official store shop watch online stream".split()
)
"""What stands beside the name over an entry of a database or a shop."""


def _another_work(article: Article, body: str, names: Names, count: int) -> Relevance | None:
    """The title names another work, and the text speaks of that one as often."""
    if is_subject(article.title, names):
        return None
    other = next((name for name, _ in _others(article, names) if " " in name), "")
    beside = names.title.find(article.title) or not names.evidence.find(body)
    if other and beside and _LEADING.sub("", article.title).startswith(other):
        return Relevance(False, f"is about {other!r}", Reason.MENTION_ONLY)
    for name in _NAME.findall(article.title):
        plain = _LEADING.sub("", name)
        times = body.count(plain) if " " in plain else 0
        if (
            times
            and not names.title.find(plain)
            and not names.around.find(plain)
            and (times >= max(2, min(count, 3)) or _is_first(plain, article.title))
        ):
            return Relevance(False, f"is about {plain!r}", Reason.MENTION_ONLY)
    return None


def _is_first(name: str, title: str) -> bool:
    """ "Name: …", "Name review", also in quotation marks."""
    return re.match(rf"\W*{re.escape(name)}\W*(?:\(|:|–|-|review\b)", title, re.I) is not None


def _salience(article: Article, names: Names, count: int, evidence: int, words: int) -> float:
    """How much speaks for it as the subject of a piece that seldom names it; _SALIENT is enough."""
    opening = re.split(r"(?<=[.!?])\s", article.paragraphs[0].text, maxsplit=1)[0]
    title, text = article.title, article.text
    talk = evidence and (text.count("?") >= 3 or _QUOTATION.search(title) is not None)
    sparse = max(0.0, words / (count + evidence) - _DENSE) / _DENSE
    rival = any(times >= 2 or " " in name for name, times in _others(article, names)) or (evidence < 2 and _recurs(text, names))
    return (
        (1.0 if is_subject(opening, names) else 0.25)
        + min(evidence, 4) * 0.5
        + (0.5 if names.evidence.find(title) else 0.0)
        + min(count - 1, 2) * 0.25
        + (0.5 if _narrates(article) else 0.0)
        + (0.5 if not rival and len(_OWN_VOICE.findall(text)) >= 5 else 0.0)
        + (0.5 if talk else 0.0)
        - sparse
        - (2.0 if rival else 0.0)
        - (1.0 if names.title.find(title) and not is_subject(title, names) else 0.0)
    )


def _recurs(text: str, names: Names) -> bool:
    """True where a name of two words and more, that is nobody's and nothing's of the series, stands in it three times."""
    times = Counter(_NAME.findall(text))
    return any(n >= 3 and not any(t.find(name) for t in (names.title, names.evidence, names.around)) for name, n in times.items())


def _others(article: Article, names: Names) -> Iterator[tuple[str, int]]:
    """(name, times in the text) of what else the title names: words in capitals that the text writes so too, and never small."""
    body = " ".join(p.text for p in article.paragraphs)
    for name in _CAPITALS.findall(_LEADING.sub("", article.title)):
        parts = name.split()[:8]
        for size in range(len(parts), 0, -1):
            for start in range(len(parts) - size + 1):
                plain = re.sub(r"['’]s$", "", " ".join(parts[start : start + size]))
                times = body.count(plain) if len(plain) > 3 else 0
                if (
                    times
                    and plain.lower() not in body
                    and not any(t.find(plain) for t in (names.title, names.evidence, names.around))
                ):
                    yield plain, times


def _narrates(article: Article) -> bool:
    """True where the text speaks of what stories have, whatever their medium."""
    return any(_STORY_WORD.search(p.text) for p in article.paragraphs)


def _is_listing(article: Article, names: Names) -> bool:
    """One entry among many: headings or items name other things, and only a small part names this one."""
    counts = re.match(r"\W*(?:the |our |top )*(?:best )?\d+ ", article.title, re.I)
    own = names.title.find(article.title)
    joined = any(
        re.search(r"(?:\band|,|\+|&)\W*$", article.title[: h.start]) or _JOINED.match(article.title[h.end :]) for h in own
    )
    if own and not joined and not (counts and not re.search(r"\b(?:in|of|about|from)\W*$", article.title[: own[0].start])):
        return False
    if sum(len(_CLOCK.findall(p.text)) for p in article.paragraphs) >= 4:  # a programme of the day
        return True
    heads = [p.text for p in article.paragraphs if p.kind == "heading"]
    if len(heads) < 4:
        heads += [p.text for p in article.paragraphs if p.kind == "item"]
        heads += [found[1] for p in article.paragraphs if p.kind == "text" and (found := _NUMBERED.match(p.text))]
    ours = sum(bool(names.title.find(h)) for h in heads)
    return len(heads) >= 4 and 0 < ours <= len(heads) / 3
