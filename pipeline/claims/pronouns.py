"""Who "she" is: a sentence is read once more with the name that the one before gives, where that names one person. Knows no patterns of credits."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.names import A_NAME, NAME, UPPER, key
from pipeline.claims.people import bare
from pipeline.claims.roles import ROLE
from pipeline.claims.tongues import LANGUAGE

_VERB = r"(?:play|voic|portray|direct|star|design|headlin)\w*|(?:(?:co-)?wr[io]t|compos|scor|creat|produc)\w*(?=\s+(?:and\s+\w+\s+)?(?:it\b(?!\s+(?:down|up|off|out)\b)|(?:the|its|this|all|every)\b))|responsible|in\s+charge|(?:the|its)\s+(?:voice|head|lead|chief|series|sound|art)\b|cast\s+as"
_SHE = re.compile(
    rf"(?P<who>\b(?:[Hh]e|[Ss]he))(?:\s+and\s+{NAME})?\s+(?:(?:will|is|was|has|had|also|to|be|been|both|then|now|again|reportedly)\s+)*(?:{_VERB})"
)
_OPENS = re.compile(r"^\W*(?:And\s+|Here\s+|Later\s+|This\s+time\s+)?$|[;]\s+(?:and\s+)?$|\b(?:which|that)\s+$")
"""What may stand before "she": she is the subject of the sentence, or has made what it speaks of."""
_AS_SHE = re.compile(rf"^\W*As\s+(?:the\s+)?{NAME}(?P<who>,?\s+(?:he|she))\s+[a-z]")
_HERS = re.compile(
    rf"{ROLE}\s+(?:is|are|was|were)\s+(?:all\s+|also\s+|entirely\s+)?(?P<who>his|hers)\b(?=\s*(?:[.,;:!)]|$|and\b|too\b|alone\b))"
)
_OWNED = re.compile(r"\b(?:his|hers)\s*(?:[.,;:!)]|$|(?:and|too|alone)\b)")
"""How such a sentence goes on, which is found sooner than the role before it."""
_HIM = re.compile(
    r"\b(?:plays|voices|played|voiced|portrays|portrayed)\s+(?P<who>him|her)\b(?=\s*(?:[.,;:!)—–]|$|(?:with|now|as\s+(?:an?|the|if|though)|like|in|to|so|for)\b))"
)
_THE_PART = re.compile(
    r"\b(?P<who>[Tt]he\s+(?:part|role))\s+(?:(?:is|was|will\s+be|has\s+been)\s+(?:(?:now|again|still|instead)\s+)?(?:played|voiced|taken|performed|portrayed)\s+by|(?:goes|went|has\s+gone|falls|fell)\s+to)\s+[A-Z]"
)
_IN_A_TONGUE = re.compile(
    rf"\b[Ii]n\s+(?:the\s+)?(?:{LANGUAGE}|Japanese)(?:-language)?(?:\s+(?:version|dub|original|track|one))?,?\s+(?P<who>(?:it|s?he)(?:['’]s|\s+is))\s+{NAME}(?=\s*(?:[.,;)]|$|who\b|and\b))"
)
_THE_ONE = re.compile(rf"\b[Tt]he\s+{ROLE}(?<=[eo]r)\s+(?:of|behind)\s+[\"“‘'*_]*(?P<work>{NAME})")
"""Somebody by his role in the work."""
_A_NAME_BEFORE = re.compile(rf"[{UPPER}][\w’'-]*(?<!Studio)(?<!Studios)(?<!Games)(?<!Pictures),\s+$")
"""He is named: "Rin Hayashi, the director of …"."""
_SOMEBODY = re.compile(
    r",?\s+(?:who\b|sa(?:id|ys)\b|t(?:old|ells)\b|(?:laugh|smile|remember|think|explain|admit|recall)(?:s|ed)\b|joins\b|joined\b|has\s+(?:produced\s+(?:\w+\s+)?(?:anime|films|series|shows)|been\s+(?:added|cast|named|hired|signed|chosen)|joined|signed|written|directed)\b|is\s+(?:to\s+)?(?:return|join|back)\w*|will\s+(?:return|join|star|direct|write)\b|on\s+(?:what|why|how|when|where|whether|being|making|writing|directing|playing|voicing|working)\b)|['’]s\s*[.,;]"
)
"""What stands behind a name that is somebody's."""
_NAMED_BY = re.compile(r"\b(?:sa(?:id|ys)|belongs\s+to|met|by|with|told|hired|cast|interviewed)\s+$")
_NOBODY = re.compile(
    r"\b(?:in|at|outside|near|on|the|series|show|anime|film|movie|game|thriller|drama|comedy|mystery|horror|hit|festival|award)\s+$"
)
"""What stands before a place or a work."""
_SOMEBODYS = ("he ", " his", " hers", " him", " her")
_TONGUES = tuple(f"in {the}{tongue}" for tongue in (*LANGUAGE.lower().split("|"), "japanese") for the in ("", "the "))
"""Hints, in small letters: without one of them no pattern finds anything."""
_QUOTED = tuple("*_\"“‘'")
_MANY = 30


class Spelt(NamedTuple):
    """A line with a name in the place of a word, where that stands and how much longer it is."""

    line: Line
    start: int
    end: int
    longer: int
    whole: bool = False
    """Nothing is asked but what stands there."""


def with_names(read: Callable[[Line, Known], Iterator[Found]], line: Line, known: Known) -> Iterator[Found]:
    """What a reader finds of somebody who is named in the sentence before, in the places of the line as it is."""
    for spelt in _spelt(line, known):
        for found in read(spelt.line, known):
            if found.start < spelt.end and spelt.start < found.end and (not spelt.whole or found.end <= spelt.end):
                end = found.end - spelt.longer if found.end >= spelt.end else spelt.start + 1
                yield replace(found, start=min(found.start, spelt.start), end=min(max(end, spelt.start + 1), len(line.text)))


def _spelt(line: Line, known: Known) -> Iterator[Spelt]:
    text = line.text
    low = text.lower()
    if (
        ("r of " in low or "r behind " in low)
        and (m := _THE_ONE.search(text))
        and not _A_NAME_BEFORE.search(text[: m.start()])
        and (title := _title(text, m.start("work"), known))
    ):
        said = text[m.start() : title]
        who = "" if _NAMED_NEXT.match(text, title) else _only_person(f"{line.article.title}. {line.before}", known)
        if who:
            yield _with(line, m.start(), title, f"{who}, {said[0].lower()}{said[1:]},")._replace(whole=True)
    if (
        ("the part" in low or "the role" in low)
        and (part := _THE_PART.search(text))
        and (who := _only_character_of(text[: part.start()], known) or _only_character_of(line.before, known))
    ):
        yield _with(line, *part.span("who"), who)
    yield from _of_the_sentence_before(line, known)
    if any(opening in low for opening in _TONGUES) and (tongue := _IN_A_TONGUE.search(text)):
        who = _only_character_of(text[: tongue.start()], known) or _only_character_of(line.sentences_before[-1], known)
        if who:
            yield _with(line, *tongue.span("who"), f", {who} is")
    if not any(word in low for word in _SOMEBODYS):
        return
    before = "" if line.opens else line.sentences_before[-1]
    she, as_she = _SHE.search(text), _AS_SHE.match(text)
    hers = _HERS.search(text) if _OWNED.search(text) else None
    if not ((she and _OPENS.search(text, 0, she.start())) or hers or as_she or _HIM.search(text)):
        return
    if who := _only_person(before, known):
        if she and _OPENS.search(text, 0, she.start()):
            yield _with(line, *she.span("who"), who)
        if as_she:
            yield _with(line, *as_she.span("who"), f", {who}")
        if hers:
            yield _with(line, *hers.span("who"), f"by {who}")
    him = _HIM.search(text)
    if him and (who := _only_character(before, text[: him.start()], known)):
        yield _with(line, *him.span("who"), who)


def _of_the_sentence_before(line: Line, known: Known) -> Iterator[Spelt]:
    """What a short word at the head of a sentence, or a part in it, means by what the one before speaks of."""
    text, before = line.text, "" if line.opens else line.sentences_before[-1]
    themes = {m[0].lower() for m in _THEME.finditer(before)} if (it := _IT_IS_A_SONG.match(text)) else set()
    if it and len(themes) == 1:
        yield _with(line, *it.span("who"), f"The {themes.pop()} theme is")
    if it := _IT_IS_SOMEBODY.match(text):
        if part := _WHO_PLAYS.search(before):
            yield _with(line, *it.span("who"), f"{part['part']} is played by")
        elif role := _MISNAMED.search(before):
            yield _with(line, *it.span("who"), f"The {role['role']} is")
    if (part := _IN_THE_PART.search(text)) and (
        who := _only_character_of(text[: part.start()], known) or _only_character_of(before, known)
    ):
        yield _with(line, *part.span("who"), f"the part of {who}")
    if (his := _HIS_PART.match(text)) and known.characters.find(his["part"]):
        who = _only_person(before, known)
        if who and not any(holder == known.people.find(who) for _, holder in known.holders):
            yield _with(line, *his.span("who"), f"{who}'s")


_THEME = re.compile(r"\b(?:[Oo]pening|[Ee]nding)\b")
_IT_IS_A_SONG = re.compile(
    r"\W*(?P<who>It(?:['’]s|\s+(?:is|was|will\s+be)))\s+(?:(?:called|titled|entitled)\s+)?(?:[\"“]|(?:performed|sung|recorded)\s+by\s)"
)
"""Behind a sentence that speaks of the opening or the ending."""
_IT_IS_SOMEBODY = re.compile(rf"\W*(?P<who>(?:He|She|It)(?:['’]s|\s+(?:is|was)))\s+{NAME}\W*$")
_WHO_PLAYS = re.compile(
    rf"\b(?:actor|actress|performer)\s+(?:who\s+(?:plays|voices|played|voiced)|behind|playing|voicing)\s+(?P<part>{NAME})"
)
_MISNAMED = re.compile(
    rf"\b(?:misnam|misidentif|misspel|misstat|wrong)\w*\b[^.;]{{0,40}}?\bthe\s+(?:(?:series|show|anime|film|game)['’]s\s+)?(?P<role>{ROLE})"
)
"""Whom a correction is about, which then says who it is."""
_IN_THE_PART = re.compile(r"\bin\s+(?P<who>the\s+(?:part|role))(?=\s*[.,;:!)—–])")
_HIS_PART = re.compile(rf"\W*(?P<who>His|Her)\s+(?P<part>{NAME})")


def _only_character(before: str, text: str, known: Known) -> str:
    """The name of the one character of whom a sentence speaks, up to "him", or the one before it; empty where somebody else comes in between than who plays him."""
    names = [name for n in A_NAME.finditer(text) if (name := bare(n[0]))]
    here = _characters(names, known)
    if len(names) - len(here) != 1:
        return ""
    told = here or _characters([bare(n[0]) for n in A_NAME.finditer(before)], known)
    return told[0] if len({known.characters.find(n) for n in told}) == 1 else ""


def _only_character_of(text: str, known: Known) -> str:
    """The name of the one character whom a text names; empty where it names several."""
    told = {known.characters.find(n): n for n in _characters([bare(m[0]) for m in A_NAME.finditer(text)], known)}
    return told.popitem()[1] if len(told) == 1 else ""


def _characters(names: list[str], known: Known) -> list[str]:
    return [n for n in names if known.characters.find(n) and not known.people.find(n)]


def _title(text: str, start: int, known: Known) -> int:
    """Where the title of the series ends that begins there; 0 if none does."""
    hits = known.own.find(text[start:])
    if not hits or hits[0].start:
        return 0
    end = start + hits[0].end
    return end + 1 if text[end : end + 1] in _CLOSING else end


_CLOSING = tuple("*_\"”’'")
_NAMED_NEXT = re.compile(rf"\W*(?:(?:is|was|will\s+be)\s+)?(?:[\"“‘'*_]|{NAME})")
"""The sentence itself says who it is."""


def _with(line: Line, start: int, end: int, name: str) -> Spelt:
    text = f"{line.text[:start]}{name}{line.text[end:]}"
    return Spelt(line._replace(text=text), start, start + len(name), len(name) - (end - start))


def _only_person(text: str, known: Known) -> str:
    """The name of the one person whom a text names; empty where there may be two, or where it may be a work's."""
    found: dict[str, str] = {}
    for n, m in enumerate(A_NAME.finditer(text)):
        name = bare(m[0])
        if key(name) in found:
            continue
        if known.own.find(name) or known.characters.find(name) or known.platforms.find(name) or known.studios.find(name):
            continue
        if who := known.people.find(name):
            found[who] = name
        elif (
            2 <= len(name.split()) <= 3
            and text[m.start() - 1 : m.start()] not in _QUOTED
            and not _NOBODY.search(text, 0, m.start())
        ):
            if n > _MANY or not (_SOMEBODY.match(text, m.end()) or _NAMED_BY.search(text, 0, m.start())):
                return ""
            found[key(name)] = name
    return found.popitem()[1] if len(found) == 1 else ""
