"""Reads whether it goes on: yes, no, or open; and in which form."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.numbers import ORDINAL, number

_MORE = re.compile(
    rf"\b(?:(?P<o>{ORDINAL})\s+(?:season|series)|(?:season|series)\s+(?P<n>\d|two|three|four|five)|(?P<film>(?:sequel|follow-up|compilation|theatrical|feature|anime|recap)\s+(?:film|movie)|(?:film|movie)\s+sequel|movie|feature film|an?\s+(?:\w+\s+)?film)|(?P<ova>OVAs?)|(?P<spin>spin-?offs?)|(?P<sequel>sequels?|follow-up|continuation|renew(?:ed|al)|recommissioned|another season|more (?:episodes|seasons)|new season))\b",
    re.IGNORECASE,
)
_WORDS = r"(?:[\s,]+[\w'’-]+)"
_YES_BEFORE = re.compile(
    rf"\b(?:announc\w+|confirm(?:s|ed|ing)?|greenlit|green-lit|greenl\w+|renew(?:ed|s|al)?|recommission(?:ed|s)|order(?:s|ed)|commission(?:s|ed)|reveal(?:s|ed)|unveil(?:s|ed)|plan(?:s|ning)|develop(?:s|ing)|prepar(?:es|ing)"
    rf"|work(?:s|ing)? on|work on|beg[au]n|started|rolling on|gets?|getting|receiv(?:es|ing)|will have|is to have|return(?:s|ing)?|back for|come back|picked up|filming|shooting|writing|making|makes)\b{_WORDS}{{0,6}}\W*$",
    re.IGNORECASE,
)
_YES_BEHIND = re.compile(
    rf"^(?:{_WORDS}){{0,5}}?[\s,]+(?:in (?:production|development|the works)|under ?way|on the way|announced|confirmed|greenlit|ordered|commissioned|approved|planned|happening|coming|comes|follows|begins?|begun|starts?|premieres|airs|opens|arrives"
    rf"|(?:is|are|be) (?:due|expected|set|slated|scheduled|filming|being made|a (?:film|movie))|will (?:air|premiere|follow|open|be|arrive|start|begin|run|debut|consist|have|return|come))\b",
    re.IGNORECASE,
)
_NO_BEFORE = re.compile(
    rf"(?:\b(?:no|not|never|neither|nor|cannot|ruled out|rules? out|cancel(?:l)?ed|cancels|den(?:y|ies|ied)|without)\b|n['’]t\b){_WORDS}{{0,6}}\W*$|\bnothing\b[^.;]{{0,30}}$", re.IGNORECASE
)
_NO_BEHIND = re.compile(
    rf"^(?:{_WORDS}){{0,6}}?(?:[\s,]+(?:not|never|cancel(?:l)?ed|ruled out|yet to be|unlikely)\b|n['’]t\b|.{{0,40}}\b(?:announced|planned|said) nothing\b|.{{0,30}}\b(?:there|that) (?:won['’]t|will not) be\b)", re.IGNORECASE
)
_MAY = re.compile(r"\b(?:may|might|could) (?:get|have|be|return|come)\b|\breportedly\b|\bsaid to be\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|would (?:love|like|be (?:happy|glad|open|keen|up))|consider(?:s|ed|ing)?|think(?:s|ing)? (?:about|of)|open to|possible|possibility|talks|undecided|discuss\w*|depends?|if (?:the|sales|ratings)|chance|interested|keen|ideas? for"
    r"|want(?:s)? to|room for|weigh(?:s|ing)|(?:not|n['’]t|never) (?:\w+ )?ruled? (?:it |one |that )?out|tease[sd]?|(?:not )?decided|wishes|dreams?)\b",
    re.IGNORECASE,
)
_SURE = re.compile(r"\b(?:confirmed|announced|greenlit|ordered|renewed)\b", re.IGNORECASE)
_IS_ONE = re.compile(r"\b(?:is|as|was)\s+(?:a|an|the)\s+(?:\w+\s+)?$|\bto\s+the\s+$", re.IGNORECASE)
_IN_ONE = re.compile(r"\b(?:in|during|throughout|since|until|between|from|than|like|behind|as)\s+(?:(?:the|its|a|their|his|her|first and|both)\s+)*$", re.IGNORECASE)
"""A season that is there already: what happens in it says nothing of more."""
_NO_LONGER_NO = re.compile(r"\bnot only\b|\bno longer\b|\bno doubt\b|\bno surprise\b", re.IGNORECASE)


def sequel(line: Line, known: Known) -> Iterator[Found]:
    """Each word for more of it, with what its clause says of that."""
    text = line.text
    for m in _MORE.finditer(text):
        n = number(m["o"] or m["n"]) if (m["o"] or m["n"]) else 0
        if n == 1 or _is_other(m, text, known):
            continue
        form = f"season {n}" if n else "film" if m["film"] else "ova" if m["ova"] else "spin-off" if m["spin"] else "sequel"
        if form == "sequel" and re.match(r"another|new season", m[0], re.IGNORECASE):
            form = "season 2"
        if m[0].lower() in {"renewed", "renewal", "recommissioned"}:
            if re.search(r"season|series \w+|\bseries\b", text[m.end() :], re.IGNORECASE) and _MORE.search(text, m.end()):
                continue
            form = "season 2"
        if form == "sequel" and re.match(r"\s+(?:to\b[^.;,]{2,40}\s)?is\s+an?\s+(?:\w+\s+)?(?:film|movie)\b", text[m.end() :]):
            form = "film"
        value = _answer(*_around(text, m.start(), m.end()), m[0])
        if value:
            yield Found(form, value, m.start(), m.end())


def _is_other(m: re.Match[str], text: str, known: Known) -> bool:
    """A word for what the series itself is, for what is there already, or for the sequel of another work."""
    before, behind = text[: m.start()], text[m.end() :]
    if _IS_ONE.search(before) or (m["film"] and known.series.medium == "film" and "sequel" not in m["film"].lower()):
        return True
    if (m["o"] or m["n"]) and _IN_ONE.search(before):
        return True
    if m["film"] and re.search(r"\b(?:tie-in|other|earlier|based|this|her|his)\b[^,;]{0,20}$", before):
        return True
    to = re.match(r"\s+(?:to|of)\s+", behind)
    return bool(m["sequel"] and to and not known.own.find(behind) and not re.match(r"(?:the|this) (?:series|anime|show|film|game|first)|it\b", behind[to.end() :]))


def _answer(before: str, behind: str, said: str) -> str:
    whole = f"{before} {behind}"
    if _OPEN.search(whole) and not _SURE.search(whole):
        return "open"
    if (_NO_BEFORE.search(before) and not _NO_LONGER_NO.search(before)) or _NO_BEHIND.search(behind):
        return "no"
    if said.lower() in {"renewed", "renewal", "recommissioned"} or _YES_BEFORE.search(before) or _YES_BEHIND.search(behind):
        return "yes"
    return "yes" if _MAY.search(whole) else ""


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What its clause says before a place and behind it."""
    cuts = [m.end() for m in re.finditer(r";\s|,\s+(?:but|while|although|and)\s|\sbut\s|\s[—–]\s", text[:start])]
    stop = re.search(r";\s|,\s+(?:while|although)\s|\s[—–]\s", text[end:])
    return text[max(cuts, default=0) : start], text[end : end + stop.start() if stop else len(text)]
