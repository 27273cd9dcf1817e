"""What comes after a film or a game: its sequel, an expansion, a patch. Tells whether an article or a sentence speaks of that and not of the first. Knows no kinds of claims."""

import re

from pipeline.article import Article
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.mentions import SECOND
from pipeline.terms import Terms

_NEXT = r"(?:sequel|follow-?up|prequel)"
_WORK = r"(?:sequel|prequel|spin-?off|follow-up|expansion|add-on|DLC|remake|reboot)"
"""What has a staff and a cast of its own."""


BRANCH_OF = re.compile(
    r"[\"”’'*_]*\s+(?:[\w-]+\s+){0,2}?(?:prequel|sequel|spin-?off|follow-?up|successor|offshoot|reboot|remake|companion)(?:\s+(?:series|show|drama|film|movie))?[,:]?(?:\s+[\"“‘'*_]*(?:The\s+)?)?"
    r"|[\"”’'*_]*\s+(?:TV\s+|streaming\s+|live-action\s+|animated\s+)?(?:series|show|film|movie)(?:\s+(?:is\s+)?(?:(?:now|officially|finally)\s+)?(?:called|titled|named))?[,:]?\s+[\"“‘'*_]*(?:The\s+)?",
    re.IGNORECASE,
)
"""Behind the title of another work: the series as what branches off from it ("'Iron Moth' prequel 'Copper Lily'")."""


def called_branch(text: str, own: Terms) -> list[tuple[int, int]]:
    """Where the series itself is called the branch of another work, right behind its title ("Copper Lily, the spin-off of Iron Moth,")."""
    return [
        (title.end, m.end())
        for title in own.find(text)
        if (m := _IS_A_BRANCH.match(text, title.end)) and not _BESIDES.search(text, 0, title.start)
    ]


_IS_A_BRANCH = re.compile(
    r"[\"”’'*_]*,[\"”’]?\s+(?:[Ii]ts|[Tt]he|[Aa]n?|[A-Z][\w+]*['’]s)\s+(?:[a-z][\w-]*\s+){0,3}(?:[\"“‘'*_][^\"“”*_]{2,40}[\"”’'*_]\s+|(?:[A-Z][\w’'-]*\s+){1,4})?"
    r"(?:spin-?off|sequel|prequel|follow-?up|offshoot)(?:\s+(?:series|show|drama|anime))?(?=[\"”’]?,|\s+(?:of|to|from|about|starring|that|which|set\s+in)\b)"
)
_BESIDES = re.compile(r"\b(?:[Aa]fter|[Ss]ince|[Ff]ollowing|[Bb]esides|[Ww]ith|[Ff]or|[Uu]nlike|[Bb]eyond)\s+[\"“‘'*_]*$")
"""What is told behind a title is then another thing."""


def _told(work: str) -> re.Pattern[str]:
    """A lead that brings the news of it."""
    return re.compile(
        rf"\b(?:announc\w+|unveil\w+|reveal\w+|put\s+a\s+date\s+on|dated|green-?lit|ordered)\b[^.;]{{0,60}}?\b(?:an?|the|its)\s+(?:\w+\s+)?{work}\b"
        rf"|\b(?:an?|the)\s+(?:\w+\s+)?{work}\b[^.;]{{0,60}}?\b(?:announced|unveiled|revealed|in\s+development|in\s+the\s+works|in\s+production)\b",
        re.IGNORECASE,
    )


_NEWS_OF_NEXT, _NEWS = _told(_NEXT), _told(_WORK)
_BEHIND = re.compile(rf"[\"”’'*_]*(?:['’]s)?\s+(?:[\w-]+\s+)?{_NEXT}\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:sequel|follow-?up|prequel|spin-?off|expansion|DLC)s?\s+(?:to|of|for)\s+(?:the\s+)?[\"“‘'*_]*$", re.IGNORECASE
)
"""What stands behind and before the title where the next one is meant."""
_FIRST = re.compile(
    r"\b(?:the|its)\s+(?:first|original)(?:\s+(?:one|film|movie|game|series|show|season)\b|(?=\s+(?:was|is|has|had|made|came|opened)\b)|,)|\bof the (?:TV |television )?(?:series|show|anime)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:called|titled|entitled|named|dubbed)\s+[\"“‘'*_]*$")
_SUBTITLE = re.compile(r"\s*[:–—-]\s*[A-Z]")
PATCH = re.compile(
    r"[\"”’'*_]*\s+(?:v(?:ersion)?\s*\.?\s*|patch\s+|update\s+)?(?!1\.0\b)\d{1,2}\.\d{1,2}\b(?!/|\s*(?:%|million)|\s+(?:out of|stars|points|on)\b)"
)
"""Behind the title: which patch of it."""
_STOP = re.compile(r"[.;!?][\"”’]?\s|,[\"”’]\s|,\s+(?:and|but|while)\s+the\b")
_TIED = re.compile(
    rf"(?<!about )(?<!of )(?<!for )(?<!on )\b(?:an?|the|its|another|second|third)\s+(?:[\w-]+\s+)?{_WORK}\b[^.,;:]{{0,120}}$",
    re.IGNORECASE,
)
"""Up to the name: whoever stands behind without a comma is the sequel's."""
_HEADED = re.compile(
    rf"\b{_WORK}\W*$|\b{_WORK}\s+(?:announced|revealed|unveiled|confirmed|in the works|in development)\b", re.IGNORECASE
)
_AGAIN = re.compile(r"\b(?:returns?|returning|back|again|once more)\b")
"""Who had the role before."""
_TO_IT = re.compile(
    rf"\b(?:an?|the)\s+(?:[\w-]+\s+)?{_WORK}\s+(?:to|of)\s+[^.;:,]{{2,60}},?\s+(?:(?:which|that)\s+(?:is|will\s+be)\s+)?$"
)
_OF_THE_NEXT = re.compile(
    rf"\W*(?:The|Its)\s+(?:new\s+|planned\s+)?{_WORK}\s+(?:is|was|will|has|had|comes|came|arrives|launches|hits|starts|begins|opens)\b"
)
"""A sentence about it."""
_THE_FILM = re.compile(
    r"\b(?:direct|helm|writ|wrote|script|scor|compos|produc|design)\w*\s+(?:the|this)\s+(?:\w+\s+)?(?:film|movie|feature)\b"
)
_SERIES = r"(?:the|its)\s+(?:(?:TV|television|original|anime)\s+)?(?:series|show|anime)\b"
_A_FILM_OF = re.compile(
    r"\b(?:an?|another|first)\s+(?:(?:new|second|planned|possible|feature-length)\s+)?[\"“‘'*_]*$", re.IGNORECASE
)
_A_FILM = re.compile(r"[\"”’'*_]*\s+(?:(?:anime|feature)\s+)?(?:film|movie|feature)\b")
"""Before and behind the title of a series, of which a film is spoken."""
_THE_SERIES = re.compile(rf"\b{_SERIES}")
_OF_THE_SERIES = re.compile(rf"\s+(?:of\s+|on\s+|for\s+)?{_SERIES}")
_THE_FIRST = re.compile(r"\W*The\s+(?:first|original)\s+(?:game|film|movie)\b")
_LEAD = 2
_LONGEST = 400


def is_news_of_next(article: Article, known: Known) -> bool:
    """The headline names the next one, or the lead announces it; of what is a sequel itself, it does not say "the sequel"."""
    own = known.own
    if any(SECOND.match(article.title, h.end) or _BEHIND.match(article.title, h.end) for h in own.find(article.title)):
        return True
    return not known.instalment and any(
        _NEWS_OF_NEXT.search(p.text[:_LONGEST]) for p in article.paragraphs[:_LEAD] if p.kind == "text"
    )


def is_of_next(texts: list[str], own: Terms) -> bool:
    """In such an article: neither the sentence nor those before it in its paragraph, the last first, name the first one."""
    return not any(_FIRST.search(text) or any(not _is_next(text, h.start, h.end) for h in own.find(text)) for text in texts)


def _is_next(text: str, start: int, end: int) -> bool:
    return bool(
        SECOND.match(text, end)
        or _BEHIND.match(text, end)
        or _AHEAD.search(text[:start])
        or (_SUBTITLE.match(text, end) and _CALLED.search(text[:start]))
    )


def is_said_of_next(text: str, start: int, known: Known) -> bool:
    """The last title before a place is that of which the next one is spoken of, or bears a number of a patch."""
    own = known.own
    if _OF_THE_NEXT.match(text) and not known.instalment:
        return not own.find(text[:start])
    before = own.find(text[:start])
    if not before or _STOP.search(text, before[-1].end, start):
        return False
    return bool(_AHEAD.search(text[: before[-1].start]) or PATCH.match(text, before[-1].end))


def is_of_the_series(text: str, end: int) -> bool:
    """What ends there is said to be the series'."""
    return bool(_OF_THE_SERIES.match(text, end))


def is_of_the_first(text: str) -> bool:
    """A sentence about the first film or game, where the next one is spoken of, too."""
    return bool(_THE_FIRST.match(text))


def is_told_apart(line: Line, end: int) -> bool:
    """What ends there is said of the series, in a sentence that speaks of the work on a film, too."""
    return bool(is_of_the_series(line.text, end) and _THE_FILM.search(line.text))


def ends_with_a_sequel(before: str) -> bool:
    """What stands behind is said of a sequel, with whose first work's title this ends."""
    return bool(_TO_IT.search(before))


def of_a_sequel(line: Line, start: int, end: int, known: Known) -> bool:
    """What is tied to a name from `start` to `end` is said of a sequel: by the words before it, or since the piece announces one and the line does not name the series."""
    if known.instalment:
        return False
    if _TIED.search(line.text, 0, start):
        return True
    if known.aired and _THE_FILM.search(line.text) and _THE_SERIES.search(line.text):
        return not is_told_apart(line, end)
    if known.aired and any(
        _A_FILM_OF.search(line.text[: h.start]) and _A_FILM.match(line.text, h.end) for h in known.own.find(line.text[:start])
    ):
        return True
    if _AGAIN.search(line.text, start, end) or known.own.find(line.text) or _FIRST.search(line.text):
        return False
    lead = line.article.paragraphs[0].text[:600] if line.article.paragraphs else ""
    headed = _HEADED.search(line.article.title)
    return bool((headed and not _is_anothers(line.article.title, headed.start(), known.own)) or _NEWS.search(lead))


def _is_anothers(title: str, start: int, own: Terms) -> bool:
    """ "Copper Lily finds its lead: who is who in the Iron Moth prequel": what branches off is the series itself."""
    other = _OTHERS.search(title, 0, start)
    return bool(other and not own.find(other[0]) and own.find(title[: other.start()]))


_OTHERS = re.compile(
    r"\b(?:in|of|for|to|on|on the|in the|[A-Z]\w+['’]s)\s+(?:[\"“‘'][^\"“”]{2,40}[\"”’']|[A-Z][\w’'-]*(?:\s+(?:(?:of|the|and|in)\s+){0,2}[A-Z][\w’'-]*){1,4})\s+$"
)
