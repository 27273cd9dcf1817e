"""The forms that a work can be made from, and how the press names one of them with its author. Knows nothing of what ties it to the series."""

import re

from pipeline.claims.names import NAME

_FORMS = {
    "light novel": "light novel", "web novel": "web novel", "visual novel": "visual novel", "graphic novel": "comic", "short story": "short story", "short stories": "short story", "true story": "true story",
    "true events": "true story", "real events": "true story", "real case": "true story", "real trial": "true story", "real murder": "true story", "real crime": "true story",
    "real life case": "true story", "real life murder": "true story", "real life events": "true story", "real life story": "true story", "real life crime": "true story", "real story": "true story", "actual events": "true story", "stage play": "play", "video game": "game", "videogame": "game", "mobile game": "game", "board game": "game", "card game": "game", "manga": "manga", "manhwa": "webtoon", "webtoon": "webtoon", "web comic": "comic",
    "webcomic": "comic", "comic": "comic", "comics": "comic", "novel": "novel", "novels": "novel", "novella": "novel", "book": "novel", "books": "novel", "light novels": "light novel", "game": "game", "film": "film", "movie": "film",
    "play": "play", "podcast": "podcast", "tv series": "show", "anime": "anime",
}  # fmt: skip
FORM = "|".join(sorted((re.escape(f).replace(r"\ ", r"[\s-]") for f in _FORMS), key=len, reverse=True))
BY = rf"(?:\s+(?i:series|of the same name|of that name|of the same title))*(?:(?:,?\s+(?:(?i:written|penned|drawn|created)(?:\s+and\s+\w+)?\s+)?(?i:by)|(?:(?<=novels)|(?<=stories)|(?<=books)|(?<=comics))\s+of)\s+(?:(?i:the)\s+)?(?:[a-z]+\s+){{0,2}}(?P<author>{NAME}(?:\s+and\s+{NAME})?))?"
_OF = rf"(?:(?P<owner>{NAME})['’]s?\s+|(?P<bare>{NAME})\s+(?=(?i:{FORM})))?"
ADJ = r"(?:(?!of\b)(?:[a-z]|\d+-|(?:19|20)\d\d\b(?=\s+(?:[a-z-]+\s+)?(?:novel|book|manga|comic|webtoon|play|memoir)))[\w'’-]*\s+){0,3}?"
THING = rf"{_OF}{ADJ}\b(?P<form>(?i:{FORM}))\b"
FURTHER_FORM = re.compile(
    rf"s?(?:,?\s+and\s+(?:the\s+)?|\s*(?:,|or|nor)\s+(?:or\s+)?(?:on\s+)?(?:(?:a|an|any)\s+)?)(?P<form>(?i:{FORM}))s?\b(?!\s+(?:fans?|readers?|lovers?|adaptations?)\b)"
)
"""Behind a form: a second one, which is told with it or instead of it ("the web novel and webtoon", "a manga or game")."""


def form(said: str) -> str:
    """The normal form of "Light-Novels"."""
    plain = re.sub(r"[\s-]+", " ", said.lower())
    return _FORMS.get(plain, _FORMS.get(plain.removesuffix("s"), plain))
