"""Whose day it is: whether a clause has the series for its subject."""

import re

from pipeline.claims.events import ALL_OF_IT, ITSELF, ITSELF_LATER, NEAR_TITLE, OBJECT_ITSELF, ON_IT, RELATIVE, SELF_FIRST
from pipeline.claims.instalments import begins_with_it
from pipeline.claims.known import Known
from pipeline.claims.line import Line

WHICH = re.compile(r",\s+(?:which|that)\s+")
APPOSED = re.compile(
    r"(?:\s*\([^()]{2,60}\))?,\s+(?:an?|the|its)\s+[^,;.]{0,60}?\b(?:series|anime|show|film|movie|game|drama|thriller|comedy|mystery|adaptation|adventure|fantasy|romance|horror|western|musical|platformer|roguelike|rpg|puzzler|shooter|feature)\s+(?:that|which)\s+"
)
""" "Iron Moth, a new anime that …": what is said there is said of the title before it."""


def is_it(subject: str, opening: int, line: Line, known: Known) -> bool:
    """The clause has the series for its subject, or none, as labels and beginnings have."""
    subject = RELATIVE.sub(" ", subject)
    if SELF_FIRST.match(subject) or begins_with_it(subject, known.instalment):
        return True
    if _ONE_OF.search(subject):
        return False
    words = subject.split()
    if words and words[-1].lower() in _PERSONS:
        return False
    if _AT_WORK.search(subject) and not known.own.find(subject):
        return False
    if line.capitals or len(words) <= 1 or subject.rstrip().endswith(","):
        return True
    if _is_begun_with(subject, known):
        return True
    if (of := _OF_ANOTHER.search(subject)) and not (ITSELF.search(f"{of['noun']} ") or known.own.find(of[0])):
        return False
    if titles := known.own.find(subject):
        if not titles[0].start and WHICH.match(subject[titles[0].end :].lstrip("\"”’'*_")):
            return True
        ahead = ON_IT.search(subject[: titles[-1].start])
        if ahead and not ITSELF.search(ahead["noun"]) and not ITSELF_LATER.search(subject, titles[-1].end):
            return False
    if (
        known.own.find(" ".join(words[-NEAR_TITLE:]))
        or known.studios.find(subject.strip(" ,"))
        or ITSELF.search(subject)
        or ALL_OF_IT.search(subject)
    ):
        return True
    ahead_of_it = line.text[:opening]
    return (
        opening > 0
        and len(words) <= 3
        and bool(known.own.find(ahead_of_it) or (_AND_NOW.match(subject) and OBJECT_ITSELF.search(ahead_of_it)))
    )


def _is_begun_with(subject: str, known: Known) -> bool:
    """Two verbs of one subject, of which the second has the day: "it is made by … and will begin"."""
    if not (shared := _AND_THEN.search(subject)):
        return False
    titles = known.own.find(subject[:_FIRST_WORDS])
    opens = bool(titles) and not subject[: titles[0].start].strip(" \"“‘'*_")
    end = titles[0].end if opens else m.end() if (m := _THE_THING.match(subject)) else 0
    return 0 < end < shared.start() and _DOES.match(subject, end) is not None


_FIRST_WORDS = 60
_AND_THEN = re.compile(
    r"\sand\s+(?:(?:is|are|was|will|has|now|then|also|finally|been|(?:set|due|expected|scheduled|slated|planned)\s+(?:to|for))\s+)*(?:an?\s+)?(?:(?:opens?|premieres?|debuts?|arrives?|starts?|begins?|launch(?:es)?|comes?)\s+)?$"
)
_THE_THING = re.compile(
    r"\W*(?:It|(?:Season|Series)\s+(?:\d{1,2}|[A-Z]?[a-z]+)|(?:The|Its|A)\s+(?:[a-z]+\s+)?season|(?:[Tt]he|[Ii]ts)\s+(?:final|last|first|opening)\s+episode|(?:The|This)\s+(?:[a-z-]+\s+){0,2}?(?:series|show|anime|film|movie|game|drama|thriller|comedy|season)|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}['’]s\s+(?:(?:new|next|latest|crime|sci-fi|horror|fantasy|animated)\s+){0,2}(?:series|anime|film|movie|game|drama|thriller|comedy))\b"
)
_DOES = re.compile(
    r"[\"”’'*_]*\s+(?:is|was|has|will|takes|stars|follows|adapts|won|comes|features|tells|marks|runs|sold|got|won)\s[^;:]{2,120}$"
)
_OF_ANOTHER = re.compile(
    r"(?<!\bis )(?<!\bwas )(?<!\bbe )(?<!\bas )\b[Aa]n?\s+(?:[\w'’-]+\s+){0,2}(?P<noun>[\w'’-]+)\s+(?:that|which)\s+(?:\w+\s+)?$"
)
""" "On a lease that …": what is named last has the day."""
_ONE_OF = re.compile(
    r"\b(?:for|to|by|with|than)\s+an?(?:other)?\s+(?:[\w-]+\s+){0,2}?(?:show|series|title|anime|film|movie|game|drama)\s+(?:from|in|of)\s*$"
)
"""One among many: "the second delay for a show from …"."""
_AT_WORK = re.compile(
    r"\b(?:at work|work(?:s|ed|ing)?)\s+on\s+(?:an?|another|his|her|their)\s(?!(?:new |second |third |next )?(?:season|series)\b)"
)
"""What somebody makes beside it."""
_AND_NOW = re.compile(r"\s*(?:is|will|has|now)\b")
"""A clause without a subject of its own."""
_PERSONS = frozenset("i we he she they you who".split())
"""Whoever does it, it is not the series that does."""


def names_it(text: str, known: Known) -> bool:
    """The last words before a comma are the series or its season."""
    near = " ".join(text.split()[-8:])
    return bool(known.own.find(near)) or bool(ITSELF.search(near))


def is_shown(thing: str, known: Known) -> bool:
    """Somebody shows the series: it is what the verb has for its object."""
    if OBJECT_ITSELF.search(thing):
        return True
    titles = known.own.find(thing)
    return bool(titles) and not ((ahead := ON_IT.search(thing[: titles[-1].start])) and not ITSELF.search(ahead["noun"]))
