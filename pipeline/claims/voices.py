"""Who speaks: those who make or show the series, in a press release, in answer to questions or where they are quoted, or the outlet itself."""

import re
from functools import lru_cache

from pipeline.article import Article
from pipeline.claims.known import Known

_OPENING = 300
"""Characters of a title, and of a first paragraph, that tell a press release."""


def is_release(article: Article, known: Known) -> bool:
    """True for a press release: it stands on the makers' own site, says that it is one, or opens as one."""
    return _is_site_of(article.site, known.series.studio) or _opens_as_release(
        article.title[:_OPENING], article.paragraphs[0].text[: _OPENING + 100] if article.paragraphs else ""
    )


@lru_cache(maxsize=64)
def _is_site_of(site: str, studios: tuple[str, ...]) -> bool:
    """ "kestrel-studio.example" for Studio Kestrel, and the press rooms of anybody."""
    host = "".join(re.findall(r"[a-z\d.]+", site.lower()))
    labels = host.removeprefix("www.").split(".")[:-1] or [host]
    for studio in studios:
        own = "".join(re.findall(r"[a-z\d]+", _GENERAL.sub(" ", studio.lower())))
        if len(own) >= _LONG and any(
            label == own or _GENERAL_END.sub("", label.removeprefix("studio")) == own for label in labels
        ):
            return True
    return any(_PRESS_ROOM.search(label) for label in labels)


_LONG = 5
"""Letters of a name that is no common word."""
_GENERAL = re.compile(
    r"\b(?:studios?|animation|pictures|films?|works|productions?|entertainment|games?|interactive|television|tv|inc|ltd|co|atelier)\b"
)
_GENERAL_END = re.compile(
    r"(?:studios?|animation|anime|pictures|films?|works|productions?|entertainment|games?|interactive|television|tv|inc|press|official|jp|en)$"
)
_PRESS_ROOM = re.compile(r"press-?(?:room|office|release|centre|center)|newsroom|media-?cent(?:re|er)|-pr$")


@lru_cache(maxsize=4)
def _opens_as_release(title: str, opening: str) -> bool:
    """Asked once for all claims of an article."""
    return bool(
        _RELEASE.search(f"{title}\n{opening[:_OPENING]}")
        or _NOTICE.match(title)
        or _WE.match(opening)
        or _PLEASED.match(opening)
        or _DATELINE.match(opening)
        or _DATED.match(opening)
    )


_RELEASE = re.compile(
    r"for immediate release|press release\b|^\W*press\b|\b(?:announced|revealed|unveiled|named) the following\b|\bembargoed until\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\W*(?:(?:[Ii]mportant\s+)?[Nn]otice\s+(?:regarding|concerning|of|on)\b|(?:Notice|To exhibitors|Press notes)\s*:)"
)
_WE = re.compile(
    r"\W*(?:Thank you\s+(?:[\w-]+\s+){0,2}for (?:your (?:continued\s+)?support|waiting|your patience)\b|We thank you for\b|To (?:everyone|all) (?:who|of you|our)\b|Dear (?:colleagues|partners|customers|players|fans)\b)"
    r"|[^\"“.?]{0,200}\b(?:confirms?|announces?|shares?)\s+the\s+following\b"
)
"""Who makes it, to those who see it."""
_PLEASED = re.compile(
    r"[^\"“?]{0,200}\b(?:is|are)\s+(?:delighted|thrilled|proud|pleased|excited|happy)\s+to\s+(?:announce|reveal|confirm|share|present|unveil|report|inform)\b"
    r"|[^\"“?.]{0,150}\btoday\s+(?:announces?|presents?|confirms?|reveals?|unveils?|answers?)\b"
)
_DATELINE = re.compile(
    r"\W*[A-Z][A-Z.'’ -]{2,30}(?:,\s[\w.'’ -]{2,30}){0,3}\s*(?:/[\w. -]+/|\([\w. -]+\))?\s*(?:—|–|--?)\s.{0,300}?\b(?:today\s+(?:\w+\s+)?(?:announc|unveil|reveal|confirm)\w+|(?:thrilled|proud|pleased|delighted|excited|happy) to \w+)",
    re.DOTALL,
)
"""How a press release opens: where and when, and then who announces it today."""
_DATED = re.compile(
    r"\W*[A-Z][\w.'’ -]{2,30}(?:,\s[\w.'’ -]{2,30}){0,2},?\s*\(?(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s+\d{1,2}(?:st|nd|rd|th)?),?\s+(?:19|20)\d\d)\)?\W{0,4}\s?[^\"“?]{0,300}?\b(?:announc|unveil|reveal|confirm|today)\w*"
)
"""With the year, which no newspaper needs."""
