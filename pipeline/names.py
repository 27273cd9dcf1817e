"""The names of a series, of its people and of what goes by the same name: matchers of them, and where they stand in a text."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from pipeline.series import Series
from pipeline.terms import Terms
from pipeline.urls import slug_words

_MEDIUM_WORDS = {
    "anime": tuple("anime,episode,season,studio,manga,simulcast,crunchyroll,アニメ,話,episodio,android,voice actor".split(",")),
    "film": tuple("film,movie,director,cinema,screening,box office,cast,trailer".split(",")),
    "show": tuple("show,episode,season,series,showrunner,cast,trailer,streaming".split(",")),
    "game": tuple("game,gameplay,player,developer,studio,console,steam,playstation,nintendo,xbox,trailer".split(",")),
}
_LOOKED_AT = 400
"""Words at the head of a text among which a misspelt name is looked for."""
_NEAR = 0.75
"""Share of letters in order (difflib's ratio) from which a name counts as misspelt."""
_NEARER = 0.85
"""The same of one that has a word too many ("Delicious in the Dungeon")."""
_SMALL = frozenset(
    "that this the these those with from there and for are was were have has which who what when where then than".split()
)
"""What a misspelt name does not end with."""
_BESIDE = re.compile(
    r"\b(?:known (?:from|for)|famous for|(?:seen|heard) in|after|like|beyond|before|than|unlike|follows|following|(?:makers?|creators?|directors?|studio|team|writers?) (?:of|behind))\W*$",
    re.I,
)
_BY_SOMEBODY = re.compile(
    r"['’]?s?\s+(?:director|creator|writer|producer|star|composer|studio|developer|team|author)s?\b(?! (?:interview|talks?|on|discuss\w*|reveals?|explains?|says))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Names:
    """The matchers of one series, built once for a run."""

    series: Series
    title: Terms
    around: Terms
    evidence: Terms
    """People, characters and studio, each under a label of its own: two of them are no coincidence."""
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
        taken = {word.lower() for name in series.names for word in name.split()}
        own = {
            name: (name, *(part for part in name.split() if len(part) > 3 and part.lower() not in taken))
            for name in (*series.people, *series.studio)
        }
        return cls(series, Terms({"title": names}), Terms(around), Terms(own), Terms({"other": series.confused_with}))


def is_subject(title: str, names: Names) -> bool:
    """True where the title names the series as its subject ("After X" and "X director to …" have another one)."""
    return any(
        not _BESIDE.search(title[: hit.start]) and not _BY_SOMEBODY.match(title[hit.end :]) for hit in names.title.find(title)
    )


def without_its_name(title: str, names: Names, instead: str) -> str:
    """With another sign for each name of the series, of which a part is no name of something else."""
    for hit in reversed(names.title.find(title)):
        title = f"{title[: hit.start]}{instead}{title[hit.end :]}"
    return title


def misspelt(text: str, names: Names) -> str:
    """A name of the series written almost right ("Metalic Rogue"), or ""."""
    for name in names.series.names:
        size = len(name.split())
        if size < 2 or not name.isascii() or any(c.isdigit() for c in name):
            continue
        words = [found[0] for found in islice(re.finditer(r"[A-Za-z']+", text), _LOOKED_AT + size - 1)]
        for start, word in enumerate(words):
            if word[0] != name[0]:
                continue
            for near in (" ".join(words[start : start + n]) for n in (size, size + 1)):
                if near.rpartition(" ")[2].lower() in _SMALL:
                    continue
                if SequenceMatcher(None, near.lower(), name.lower()).ratio() >= (_NEAR if near.count(" ") < size else _NEARER):
                    return near
    return ""


def first_word(terms: Terms, text: str) -> str:
    """The first of the terms that stands in it, in small letters. Raises IndexError where none does."""
    hit = terms.find(text)[0]
    return text[hit.start : hit.end].lower()
