"""Whether a number of episodes is of all of them, or of some: told by the words around it."""

import re

from pipeline.claims.numbers import NUMBER, number

_PARTIAL = re.compile(
    r"(?i:\b(?:first|last|opening|final|remaining|next|other|early|earlier|previous|initial|later|latest|another|additional|extra|these|those|least|more than|fewer than|less than|over|under|up to|past|beyond|every|after|for the|of the|of those|of these|most of|half of|only|within|between|every|seen|watched|watching|screened|sent|previewed|received|than)\s*)$"
)
REST_PARTIAL = re.compile(
    r"^\s*(?i:in\b(?!\s+(?:which|total|all|length|its|one|the first|a single|two|the (?:(?:second|third|fourth|new|whole|entire) )?(?:series|season|show|run|whole)\b(?!['’])|(?:season|series) (?:\d|one|two|three|four)\b(?!['’])))|into\b|so far|left|remain|behind|ahead|out\b(?! of)|last (?:night|week|month)|this week|tonight|on \w+day|this time|later|earlier|ago|a (?:week|day)|per|at (?:a time|once)|(?:were|was|are) (?:sent|screened|provided|available|shown|made available|given|out|left|enough|too)|(?:provided|screened|sent|available(?! (?:at once|immediately|from day one|on day one|from the start))|shown|seen|watched|that (?:aired|(?:we|I|critics|were|have|had)\b)|we|i|of (?:(?-i:the)|The (?-i:[a-z])|its|it|this|padding|setup|build)|to (?:find|go|get|set|say|reach|learn|warm|fill|spare|decide|make)|before|out of|aired|have aired|has aired|rule|test|arc|block|preview|premiere|special|batch|stretch|streak|marathon|binge|screening|down|too|short|longer|more|old|and counting|on disc|on the first|each|a season|every|worth)\b)"
)
_OF = re.compile(rf"(?:\d|{NUMBER})\s+(?i:of|out of)\s+(?:the\s+|its\s+|a\s+)?$|/\s*$|(?i:episodes?|ep\.?|no\.)\s+$")
_WRONG_NOUN = re.compile(
    r"\b(?:podcast|manga|novel|volumes?|chapters|recap|commentary|special features|disc|blu-ray|dvd|box)\b", re.IGNORECASE
)


def is_some(text: str, m: re.Match[str], label: bool) -> bool:
    """A part of the episodes, or the number of one."""
    before, rest = text[: m.start("n")].removesuffix(m["about"] or ""), m["rest"] or ""
    if (
        "noun" in m.groupdict() or (m.groupdict().get("verb") or "").lower().startswith(("order", "commission"))
    ) and _OF_IT.match(rest):
        rest = ""
    if "noun" in m.groupdict():
        before = _OF_THE.sub("", before)
    if m.groupdict().get("every") and _ALL_OF_THEM.match(rest):
        if _HALF.search(before):
            return True
        rest = ""
    if (m.groupdict().get("verb") or "").lower() in _HAS:
        before = _ONLY.sub("", before)
        rest = "" if _AND_ENDED.match(rest) else rest
    if "whole" in m.groupdict():
        before = _NONE_OF.sub("", text[: m.start("whole")])
        rest = _OF_SHOW.sub("", rest)
    if label:
        return bool(re.match(r"\s*(?:/|of\b|-\s*\d|–\s*\d|review|reactions?)", rest)) or bool(
            re.search(r"\b(?:of|first|last)\s+$", before[: m.start()])
        )
    if _PIECE.search(before[-60:]) or (m.re.groups and "noun" not in m.groupdict() and _DISCS.match(rest)):
        return True
    verb = (m.groupdict().get("verb") or "").lower()
    if verb == "for" and _HIS_RUN.search(before):
        return True
    if verb == "was" and _IT_WAS.search(before) and _OF_TITLE.match(rest):
        return True
    if verb in {"of", "total of", "for"} and _APPEARED.search(before):
        return True
    if verb == "with" and _AT_FIRST.search(before):
        return (number(m["n"]) or 0) < _FEW
    if verb in {
        "over",
        "of",
        "in",
        "for",
        "with",
        "to",
        "at",
        "is",
        "was",
        "are",
        "be",
        "includes",
        "include",
        "across",
        "given",
    } and not _FIRM[verb].search(f"{before} | {rest}"):
        return True
    return bool(
        _PARTIAL.search(before)
        or _OF.search(before)
        or REST_PARTIAL.match(rest)
        or ("noun" not in m.groupdict() and _WRONG_NOUN.search(rest[:25]) and not (_COVERS.match(rest) or _MADE_FROM.match(rest)))
    )


_ALL_OF_THEM = re.compile(
    r"\s+(?:at once|together|in one (?:go|day|night|sitting)|simultaneously|on (?:day one|the same day|(?:[A-Z][a-z]+day\b,? )?(?:\d{1,2} [A-Z]|[A-Z][a-z]+ \d)|[A-Z][a-z]+day\b(?!['’]))|in (?:[A-Z][a-z]+|both)\b)"
)
"""How, when or in what language all of them come."""
_HALF = re.compile(
    r"\b(?:half|arc|batch|block|volume|(?:first|second|third|final|last|new) (?:cour|part)|part (?:one|two|three|four|\d))\b",
    re.IGNORECASE,
)
"""Of which they may be all."""
_OF_THE = re.compile(r"\b(?:of|for|after) the\s+$", re.IGNORECASE)
"""Before "eight-episode drama" it leads to the whole of them."""
_HAS = frozenset("has had have runs ran lasts lasted gets got spans comprises".split())
_ONLY = re.compile(r"\bonly\s+$")
_AND_ENDED = re.compile(r"\s+(?:in\s+(?:19|20)\d\d|before\s+(?:it|being|its|ending)\b)")
"""Of what had so many, and no more."""
_NONE_OF = re.compile(r"\b(?:none|any|each|all|every one)\s+of\s+$", re.IGNORECASE)
_OF_SHOW = re.compile(
    r"^\s+of\s+(?:the|its|this)\s+(?:(?:first|debut|opening|second|third|fourth|new|whole|entire)\s+)?(?:series|show|anime|drama|season|run)\b(?!['’]|\s+(?:so far|to date|that|which|aired|sent|provided|seen|we|I)\b)"
)
_DISCS = re.compile(rf",\s+(?:(?:on|in)\s+)?{NUMBER}\s+(?i:discs?|DVDs?|Blu-rays?|volumes?)\b")
"""How many of them a box holds."""
_AT_FIRST = re.compile(
    r"\b(?:launch|premier|debut|start|begin|open|arriv|land|drop|kick|bow)(?:e[ds]?|s|es|ed|ing)?\b[^.;:]{0,60}\bwith\s+(?:a\s+|the\s+|just\s+|only\s+)?$",
    re.IGNORECASE,
)
"""How many come on the first day: all of them, or a few."""
_APPEARED = re.compile(
    r"\b(?:who|[Ss]he|[Hh]e|[Tt]hey)\s+(?:\w+\s+)?(?:appear(?:s|ed)?|play(?:s|ed)?|voice[sd]?|star(?:s|red)|guest[- ]star(?:s|red))\b[^.;]*$"
)
"""In how many of them somebody is."""
_HIS_RUN = re.compile(
    r"\b(?:who|she|he|they)\s+(?:has\s+|have\s+|had\s+|also\s+)?(?:was|were|been|plays?|played|voices?|voiced|spent|starred|appeared|wrote|written|directed|stayed)\b[^.;]*$"
)
"""In how many of them somebody was."""
_IT_WAS = re.compile(r"\bit\s+was\s+(?:(?:just|only)\s+)?$", re.IGNORECASE)
_OF_TITLE = re.compile(r"\s+of\s+[\"“‘'*_]*[A-Z]")
"""What somebody saw: "this week it was four episodes of Iron Moth"."""
_FEW = 5
_OF_IT = re.compile(r"\s+of\s+(?:the|its|his|her|a)\b")
"""What a whole of so many parts is made of, and no part of them."""
_COVERS = re.compile(r",?\s+(?:and\s+)?(?:cover(?:s|ing)|adapt(?:s|ing)|tak(?:es|ing) in)\b", re.IGNORECASE)
"""What is told in them."""
_MADE_FROM = re.compile(
    r",?\s+(?:based\s+on|drawn\s+from|adapt(?:ed\s+from|ing))\s|,\s+from\s+(?:the|an?|his|her)\s", re.IGNORECASE
)
_PIECE = re.compile(
    r"\b(?:half|arc|batch|discs?|volumes?|box(?: set)?|blocks?|chunk|bundle|(?:first|second|third|latter|last) cour)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
"""What holds them is not the series."""
_TOTAL = re.compile(
    r"total|in all\b|altogether|\brun |order|production|season|complete|speaks? of|talks? of|(?i:series|anime|show)\s+(?:of|with)\s*(?:\w+\s+)?\|",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\b(?:list(?:s|ed)|set|slated|scheduled|planned|runs?|ran|last(?:s|ed)?|confirmed|booked|renewed|ordered|air|airs|aired|continue|greenlit|capped|stand(?:s)?|stays?|clock(?:s|ing|ed) in|count|number of episodes|lists?|length|remains?|total|ha[sd](?=.*\|)|order|go|goes|keeps?|starts?|begins?|extended|cut|trimmed|expanded|reduced|grown)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:told|unfold(?:s|ing)?|air(?:s|ed|ing)?|spread|play(?:s|ed) out|run(?:s|ning)?|broadcast|stream|split|spans?|its|complete|story|clock\w*|comes\s+in(?=\s+\|))\b",
    re.IGNORECASE,
)
_ITS = re.compile(
    r"(?:count|total|number|order|length|season|series|it|show|anime|run|story|there|tally)\s+(?:\w+\s+){0,3}(?:is|was|be|are)\b|(?:\b(?:will|to|would)|['’]ll)\s+be\b|long|in total",
    re.IGNORECASE,
)
_FIRM = {
    "over": re.compile("(?!)"),
    "of": _TOTAL,
    "in": _TOLD,
    "across": _TOLD,
    "for": _LISTED,
    "given": re.compile(
        r"\b(?:series|anime|show|drama|thriller|adaptation|season|it)\s+(?:(?:has|have|had|is|was|were|will|been|be|only|just)\s+)+given\s+(?:(?:just|only|a|the|full|run|of|total)\s+)*\||\|\s*to tell\b",
        re.IGNORECASE,
    ),
    "at": _LISTED,
    "to": _LISTED,
    "with": re.compile(
        r"series|anime|season|show|production|project|planned|set|confirmed|lists?|end|total|listed|premiere|\|\s*in (?:total|all)|original|return|air|stream|Rouge",
        re.IGNORECASE,
    ),
}
_FIRM |= dict.fromkeys(("is", "was", "are", "be"), _ITS) | dict.fromkeys(("includes", "include"), _TOTAL)
