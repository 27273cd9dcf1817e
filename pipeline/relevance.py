"""Is it about the series, does it only mention it, or is it another thing of the same name? Each answer with its evidence in words."""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.article import Article
from pipeline.assessment import Relevance
from pipeline.names import Names, first_word, is_subject, misspelt, without_its_name
from pipeline.namesakes import OWN_VOICE, SHORT, another_thing, narrates
from pipeline.page import Link, Reason
from pipeline.urls import is_index, slug_words

_DENSE = 150
"""Words for each naming; a piece that names the series more rarely has another subject."""
_JOINED = re.compile(r"\W{0,2}(?:,|\band\b|\+|&)\s*[A-Z]")
_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s+(?:of|the|a|in|and|to|for)\b)?(?:\s+[A-Z][\w'’-]+)+")
_LEADING = re.compile(r"^(?:(?:Going|Back|To|Review|Why|How|The Making|Inside|In Praise|On)\s+(?:of |to |the )?)+")
_CAPITALS = re.compile(r"[A-Z][\w'’-]+(?:\s+(?:(?:of|the|a|in|and|to|for)\s+)?[A-Z][\w'’-]+)*")
_NUMBERED = re.compile(r"^\W*\d{1,2}[.):]\s*\W*([^.]{2,80})")
_CLOCK = re.compile(r"\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b")
_QUOTATION = re.compile(r"^\W*[“\"‘«„]|:\s*[“\"‘«„]")
_ARCHIVE = re.compile(r"\bArchives?\s+[|–—-]\s+\S[^|]{1,60}$")
"""What blogs call the page of a tag: "Iron Moth Archives - The Kite"."""
_AGAIN = 2
"""Times that a text repeats a misspelt name of its title before that is the series' without anybody of it."""
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
        if (almost := misspelt(article.title, names)) and body.count(almost) >= _AGAIN and narrates(article):
            return Relevance(True, f"spells the name {almost!r}, in the title and {_AGAIN} times more")
        return Relevance(False, "never names the series", Reason.NOT_ABOUT)
    if refused := another_thing(article, body, names, around + evidence, support, evidence) or _another_work(
        article, body, names, count
    ):
        return refused
    listing = _is_listing(article, names)
    words = max(article.words, 1)
    named = f"the text names it {count} {'time' if count == 1 else 'times'} in {words} words"
    if in_title and not listing and (support or count or words < 150):
        return Relevance(True, f"the title names it; {named}")
    if (
        in_slug
        and (in_title or not names.title.find(article.title) or evidence >= 2)
        and not listing
        and (evidence >= 2 or (count and (support >= 2 or narrates(article))))
    ):
        return Relevance(True, f"the address names it; {named}")
    lead = len(names.title.find("\n".join(texts[:2])))
    aside = not in_title and names.title.find(article.title)
    dense = count >= 2 and count * _DENSE >= words
    if dense and (count >= 3 or (lead and in_tags)) and support >= 2 and not listing:
        return Relevance(True, f"{named}{', first in the opening' if lead else ''}")
    if (
        lead
        and not listing
        and count * _DENSE >= words
        and (evidence >= 2 or not aside)
        and ((count >= 2 and support) or evidence >= 2 or words <= SHORT)
    ):
        return Relevance(True, f"{named}, first in the opening")
    if lead and not listing and (of := _salience(article, names, count, evidence, words)) >= _SALIENT:
        return Relevance(True, f"{named}, first in the opening, with {evidence} of its people ({of:.1f} of {_SALIENT})")
    return Relevance(False, f"{named}{', as one of many in a list' if listing else ''}", Reason.MENTION_ONLY)


def _another_work(article: Article, body: str, names: Names, count: int) -> Relevance | None:
    """The title names another work, and the text speaks of that one as often."""
    if is_subject(article.title, names):
        return None
    other = next((name for name, _ in _others(article, names) if " " in name), "")
    beside = names.title.find(article.title) or not names.evidence.find(body)
    if other and beside and _LEADING.sub("", article.title).startswith(other):
        return Relevance(False, f"is about {other!r}", Reason.MENTION_ONLY)
    for found in _NAME.finditer(article.title):
        plain = _LEADING.sub("", found[0])
        if _PEOPLE_OF.search(article.title, 0, found.start()):
            continue
        times = body.count(plain) if " " in plain else 0
        if (
            times
            and not names.title.find(plain)
            and not names.around.find(plain)
            and (times >= max(2, min(count, 3)) or _is_first(plain, article.title))
        ):
            return Relevance(False, f"is about {plain!r}", Reason.MENTION_ONLY)
    return None


_PEOPLE_OF = re.compile(
    r"\b(?i:faces|stars?|actors?|actress|cast|names|people|alum(?:ni|na?|s)?|duo|veterans?)\s+(?:of|from)\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+(?:(?:of|the)\s+)?)*(?:and\s+)?$"
)
"""Before a work that is named only for those who were in it."""


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
        + (0.5 if narrates(article) else 0.0)
        + (0.5 if not rival and len(OWN_VOICE.findall(text)) >= 5 else 0.0)
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
    for name in _CAPITALS.findall(_LEADING.sub("", without_its_name(article.title, names, "|"))):
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
