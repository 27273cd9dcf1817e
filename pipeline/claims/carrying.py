"""Whether a service or a channel is said to show the series, by what stands behind its name. Knows nothing of what stands before it."""

import re

from pipeline.claims.known import Known

_SHOWS = re.compile(
    r"^(?:['’]s?\s+(?:[\w+]+\s+){1,2}(?:block|slot|strand)\b)?(?:\s*\([^)]{0,40}\)|,\s(?!(?:which|and)\b)[a-z][^,;.()]{2,40},)?\s*,?\s+(?:which\s+|who\s+)?(?:will\s+|would\s+|also\s+|is\s+|has\s+|have\s+|are\s+|to\s+|now\s+|then\s+|exclusively\s+|be\s+|begin\s+|began\s+|begins\s+|may\s+|might\s+|could\s+|not\s+|won['’]t\s+|(?:announced|confirmed|said|says|revealed)(?:\s+\w+){0,3}\s+(?:it\s+)?(?:will|would|is)\s+)*"
    r"(?:stream(?:s|ed|ing)?|simulcast(?:s|ing)?|air(?:s|ed|ing)?|broadcast(?:s|ing)?|carr(?:y|ies|ied|ying)|(?:set|sets|dates|dated|schedules|scheduled|slots|slotted)\s+(?:an?\s+|the\s+)?[\w\s.]{0,20}(?:premiere|debut|bow|date|launch|finale)|show(?:s|ed|n|ing)?|put\s+(?:it\s+)?on\s+the\s+air|remains?\s+its|order(?:s|ed)|commission(?:s|ed)|host(?:s|ed|ing)|releas(?:es|ed)\s+(?:it|the\s+(?:[\w-]+\s+)?(?:series|show|anime|film|drama|game))\b|premier(?:es|ed|ing)|pick(?:s|ed)\s+(?:it\s+)?up|follows\s+(?:on|from)\s+(?:[A-Z]|\d)|add(?:s|ed)|offer(?:s|ed)|(?:has|have|gets?|got|took|takes)\s+(?:taken\s+|got\s+)?(?:it|the\s+(?:series|show|anime|film|game|season|drama|programme|production)|all)|is\s+(?:its|the)\s+(?:\w+\s+)?(?:place|home|broadcaster|streamer|service|channel|platform)|(?:has|have|had|showed|put|puts|airs|shows|streams|broadcasts?|carries|carried|ordered|has\s+ordered|commissioned|picked)\s+(?:\w+\s+){0,2}(?:the|its|all)\s+(?:[\w-]+\s+){0,3}(?:series|show|anime|film|game|season|episodes?|run)\b|(?:still\s+|now\s+|already\s+)?has\s+it\b|put\s+it\s+(?:up|on)|(?:has\s+|have\s+)?(?:licen[sc]ed|acquired|secured|holds|bought|landed|snapped\s+up)\s+(?:it|the\s+(?:[\w-]+\s+){0,3}(?:series|show|anime|rights|stream))\b|(?:has|have)\s+the\s+(?:[\w-]+\s+){0,2}(?:rights|premiere|simulcast))\b",
    re.IGNORECASE,
)


def shows_it(after: str, known: Known) -> bool:
    """What the place does, behind its name, is to show the series."""
    shows = _SHOWS.match(after)
    return shows is not None and not shows_other(after[shows.end() :], known)


def shows_other(what: str, known: Known) -> bool:
    """What it shows is another title."""
    return bool(_OTHER_TITLE.match(what) or _OTHER_THING.match(what)) and not known.own.find(what[:_NEAR])


_NEAR = 60
_OTHER_TITLE = re.compile(
    r"\s+[\"“‘'*_]*(?!(?:It|The|This|All|Season|Series|Episode|TV|English|Japanese|In|On|January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\b)[A-Z][a-z]+\s+[A-Z][a-z]"
)
_OTHER_THING = re.compile(
    r"\s+(?:an?|another|the)\s+(?:[\w-]+\s+){0,3}?(?:talk|interview|concert|livestream|event|recap|making-of|panel|discussion|conversation|stage play|podcast)\b"
    r"|\s+(?:[\w-]+\s+){0,4}(?:seasons?|series|episodes?|runs?)\s+of\s+[\"“‘'*_]*(?!The\b)[A-Z]\w+"
)
"""What it shows, or passes on, is no series, or is a part of another."""
