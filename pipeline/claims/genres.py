"""The words for a genre, in small letters, and what each counts as."""

import re
from collections.abc import Iterator, Mapping

from pipeline.claims.claim import Found
from pipeline.patterns import late

GENRES: Mapping[str, str] = {
    "action": "action", "action-adventure": "action adventure", "action-packed": "", "adventure": "adventure", "comedy": "comedy", "dark comedy": "comedy", "romcom": "romance comedy", "rom-com": "romance comedy",
    "romantic comedy": "romance comedy", "cyberpunk": "cyberpunk", "drama": "drama", "fantasy": "fantasy", "dark fantasy": "fantasy", "urban fantasy": "fantasy", "historical": "historical", "period": "historical", "horror": "horror", "isekai": "isekai",
    "magical girl": "magical-girl", "magical-girl": "magical-girl", "mecha": "mecha", "musical": "musical", "mystery": "mystery", "whodunnit": "mystery", "whodunit": "mystery", "noir": "noir", "tech-noir": "noir", "tech noir": "noir", "neo-noir": "noir",
    "psychological": "psychological", "puzzle": "puzzle", "puzzler": "puzzle", "roguelike": "roguelike", "platformer": "platformer", "platform": "", "romance": "romance", "romantic": "romance", "rpg": "rpg", "role-playing": "rpg", "sci-fi": "sci-fi",
    "science fiction": "sci-fi", "science-fiction": "sci-fi", "sf": "sci-fi", "simulation": "simulation", "slice of life": "slice-of-life", "slice-of-life": "slice-of-life", "sports": "sports", "strategy": "strategy", "superhero": "superhero",
    "supernatural": "supernatural", "thriller": "thriller", "western": "western", "crime": "crime", "documentary": "documentary", "detective": "detective",
}  # fmt: skip
"""As written → key or keys; in keys of two words a hyphen stands for the blank."""
LISTED: Mapping[str, str] = {"history": "historical"}
"""Words that are a genre only in a list of them."""
GENRE = "|".join(sorted((re.escape(g) for g in GENRES), key=len, reverse=True))
"""Any of the words, the longest first."""
ASKED = late(r"\bgenres?\b[^?]*\?\W*$", re.IGNORECASE)
ALONE = late(
    rf"\W*(?:(?:It is|It['’]s|An?)\s+)?(?:{GENRE})(?:(?:,|\s+and|\s*/|,\s+and|\s)\s*(?:{GENRE}))*(?:\s+(?:anime|series|drama))?\W*",
    re.IGNORECASE,
)
"""A heading that asks for it, and the answer."""


def keys(said: str, start: int, end: int) -> Iterator[Found]:
    """The claims that a word for a genre makes."""
    for value in GENRES.get(said.lower(), "").split():
        yield Found("", value if value == "sci-fi" else value.replace("-", " "), start, end)
