"""Tells where a word for more of it stands for something else: the series itself, what is there already, another work or another form of it."""

import re

from pipeline.claims.known import Known
from pipeline.claims.prospects import NO_BEFORE


def is_other(m: re.Match[str], text: str, known: Known) -> bool:
    """A word for what the series itself is, for what is there already, or for the sequel of another work."""
    before, behind = text[: m.start()], text[m.end() :]
    if _OTHER_FORM.match(behind):
        return True
    if (IS_ONE.search(before) and not _is_to_it(m, text, known)) or (
        m["film"] and known.series.medium == "film" and "sequel" not in m["film"].lower()
    ):
        return True
    if (m["o"] or m["n"]) and _IN_ONE.search(before) and not JOINS.search(before):
        return True
    if m["spin"] and _THE.search(before) and (named := known.own.find(behind)) and _IS_CALLED.match(behind[: named[0].start]):
        return True
    if m[0].lower() == "new season" and _EPISODE_OF.search(before):
        return True
    if m["film"] and re.match(r"\s+(?:about|called|by|on)\b", behind) and not known.own.find(behind):
        return True
    if m["film"] and (_SECONDS.match(behind) or _CLIP.search(before) or _LIKE_ONE.search(before)):
        return True
    if (m["sequel"] or m["spin"]) and _IN_PRINT.match(behind):
        return True
    if m["film"] and re.search(r"\b(?:tie-in|other|earlier|based|this|her|his)\b[^,;]{0,20}$", before):
        return True
    if m["film"] and (is_of_another(behind, known) or _OWN.match(behind)):
        return True
    to = re.match(r"\s+(?:to|of)\s+", behind)
    return bool(
        m["sequel"]
        and to
        and not known.own.find(behind)
        and not re.match(
            r"(?:the|this) (?:[\w-]+ )?(?:series|anime|show|film|movie|game|mystery|thriller|comedy|drama|romance|adventure|platformer|first)\b|it\b",
            behind[to.end() :],
        )
    )


_THE = re.compile(r"\b[Tt]he\s+(?:[A-Z][\w+’'-]*\s+|[a-z]+\s+){0,2}$")
_IS_CALLED = re.compile(
    r"\s+(?:series\s+|show\s+)?(?:is|was|has\s+been|had\s+been|will|would)\b[^.;]{0,60}?\b(?:as|called|titled|entitled|named|renamed)\s+[\"“‘'*_]*$"
)
"""Between "the spin-off" and a title of the series: it is one itself."""
_SECONDS = re.compile(r"\s+(?:of|lasting|running(?:\s+to)?)\s+(?:about\s+)?[\w-]+\s+(?:seconds|minutes)\b")
_CLIP = re.compile(r"\b(?:teaser|promotional|promo|pv|trailer|concept|preview|introductory)\s+$", re.IGNORECASE)
"""A short one, to make people come."""
_LIKE_ONE = re.compile(r"\b(?:acts|scenes|length|scale|budget|quality|look|feel|pace)\s+of\s+$")
_IN_PRINT = re.compile(
    r"(?:,\s+[\"“‘'*_]*[A-Z][^.;]{1,50}?,[\"”’'*_]*)?\s+(?:(?:is|was|will be|has been)\s+)?(?:\w+\s+)?(?:(?:due\s+|out\s+)?in\s+(?:the\s+)?(?:book)?shops|in\s+(?:paperback|hardback|print)|published|with\s+(?:her|his|the)\s+(?:editor|publisher))\b"
)
"""It is a book."""


def is_of_another(behind: str, known: Known) -> bool:
    """The title of another work follows."""
    return bool(_OF_A_TITLE.match(behind)) and not known.own.find(behind[:_TITLE])


def _is_to_it(m: re.Match[str], text: str, known: Known) -> bool:
    """ "is a sequel to Iron Moth": another work, which comes after this one."""
    behind = _TO.match(text, m.end())
    return bool(
        m["sequel"]
        and behind
        and not NO_BEFORE.search(text[: m.start()])
        and any(title.start == behind.end() for title in known.own.find(text))
    )


_OWN = re.compile(r"\s+of\s+(?:her|his|their|my)\s+own\b")
_EPISODE_OF = re.compile(r"\b(?:episode|finale|premiere|half|end|start)\s+of\s+(?:the|its|a)\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+[\"“‘'*_]*")
_OF_A_TITLE = re.compile(r"\s+of\s+[\"“‘'*_]*(?!The\b)[A-Z][a-z]")
_TITLE = 60
IS_ONE = re.compile(r"\b(?:is|as|was)\s+(?:a|an|the)\s+(?:\w+\s+)?$|\bto\s+the\s+$", re.IGNORECASE)
"""Something is called one."""
_IN_ONE = re.compile(
    r"\b(?:in|during|throughout|since|until|between|from|than|like|behind|as|where)\s+(?:(?:the|its|a|their|his|her|first and|both)\s+)*$",
    re.IGNORECASE,
)
"""A season that is there already: what happens in it says nothing of more."""
_OTHER_FORM = re.compile(
    r"[\s-]+(?:(?:light|graphic|visual|tie-in|web|stage|video|mobile|board|audio|short)\s+)*(?:manga|novels?|comics?|books?|game|play|podcast|musical|story|stories|hook|bait\w*|set-?up|teas\w+|talk|question|trilogy|syndrome|slump|soundtrack|novella)\b",
    re.IGNORECASE,
)
"""A sequel in a form that is another work, or the word for something else."""
JOINS = re.compile(
    r"\b(?:(?:will|is\s+(?:set\s+)?to|['’]ll)\s+(?:\w+\s+)?(?:play|star|appear|voice|guest|recur|return|feature|join|portray|reprise|be)|(?:joins?|joined|boards?|boarded)\s(?:[^.;]{2,40}\s)?(?:cast|[A-Z][\w’'-]+[\"”]?))\b[^.;,]{0,60}\b(?:in|for|of)\s+(?:(?:the|its)\s+)?$"
)
"""Who is in it: it is being made."""
