"""Reads who plays whom."""

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.links import TWO_AND_TWO, casting, parts
from pipeline.claims.names import NAME, UPPER, words
from pipeline.claims.people import RANK, by_rank, character, only_part, person
from pipeline.claims.playing import (
    ANYBODY,
    AS_FIRST,
    BOTH,
    BRACKET,
    BY_RANK,
    GAPPED,
    GAPPED_BY,
    GIVES,
    GIVES_HIS,
    HIS_ACTOR,
    HIS_VOICE,
    OWNED,
    PAIR,
    THE_VOICE_OF,
    TITLE_ROLE,
    TO_WHOM,
    TWO,
    TWO_BY,
    TWO_PARTS,
    TWO_TONGUES,
    WHO_PLAYS,
    WHOM,
)
from pipeline.claims.pronouns import with_names
from pipeline.claims.roles import ROLE, roles_in
from pipeline.claims.run_on import run_on
from pipeline.claims.stand_ins import is_denied, is_no_part
from pipeline.claims.tongues import LANGUAGE, tongue, tongue_before, tongue_of
from pipeline.patterns import late

_HEADED = re.compile(r"\b(?:cast|voices?|characters|voice actors|starring|キャスト)\b", re.IGNORECASE)
_NO_CAST = re.compile(
    r"\b(?:previous(?:ly)?(?! announced| revealed| confirmed)|earlier|known for|best known|former|such as|same way|known to|famous|remembered|audition\w*|cosplay\w*|dressed)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(rf"[{UPPER}]")
_NOBODY = re.compile(
    r"^(?:the\s+)?(?:series|show|anime|film|game|director|writer|producer|studio|character|lead|role|season|episode|opening|ending|himself|herself)s?\b|.*\s(?:producer|director|writer|executive)s?$",
    re.IGNORECASE,
)


def cast(line: Line, known: Known) -> Iterator[Found]:
    """(character, actor) of every line and sentence of cast."""
    yield from _named(line, known)
    yield from with_names(_named, line, known)


def _named(line: Line, known: Known) -> Iterator[Found]:
    """Of those whom the sentence itself names."""
    text = line.text
    language = tongue(line, known)
    carried: str | None = None
    entries = run_on(text, known)
    every = [(who, actor, m.start(), m.end()) for m, who, actor in _parts(text, line, known, bool(entries))]
    pairs = [m.span() for m in TWO.finditer(text)] if " and " in text else []
    every += entries or [p for p in parts(text, known) if not any(a < p[2] and p[3] < b for a, b in pairs)]
    if not language:
        every += casting(text, known)
    titles = known.own.find(text)
    for who, actor, start, end in every:
        if any(title.start <= start and end <= title.end for title in titles):
            continue
        actor, start = _known_from(actor, text, start, known)
        of = _OF_LANGUAGE.match(who)
        if of and known.characters.find(who[of.end() :]):
            who = who[of.end() :]
        if not known.characters.find(who) and (of_place := _OF_A_PLACE.match(text, text.find(who, start) + len(who))):
            who += "" if known.own.find(of_place[0]) or " " in who else of_place[0]
        if young := _young(who, text[max(0, text.find(actor, start)) : end], known):
            who = young
        name = _character(who, known)
        player = person(actor, line, known)
        if not name or not player or name == player or (known.people.find(who) and not known.characters.find(who)):
            continue
        at = max(0, text.find(actor, start))
        if _is_star_of(actor, text, at) or (text.endswith(" the ", 0, at) and not known.people.find(actor)):
            continue
        if _BEFORE_THAT.search(text[start:end]) and any(w == who and a != actor for w, a, _, _ in every):
            continue
        if _POST.match(text, max(start, text.find(who, start))) or _KNOWN_AS.search(text, start, end):
            continue
        if (there := _IN_THE.search(text, start, end)) and there[1].lower() != known.series.medium:
            continue
        if _NO_CAST.search(text[max(0, start - 60) : start]) or known.characters.find(actor):
            continue
        if is_no_part(line, who, actor, start, end, known):
            continue
        own = tongue_of(text, start, end, known)
        said = f" ({of[1].lower()})" if of else language if own is None else own
        if not said and own is None and ("cast", name, player) not in known.facts:
            recast = bool(known.of_file("cast", name))
            said = carried = tongue_before(line, known, recast) if carried is None else carried
        sure = bool(known.characters.find(who))
        yield Found(f"{name}{said}", player, start, end, is_denied(text, start, end), sure=sure)


def _young(who: str, said: str, known: Known) -> str:
    """The young one of a character, of whom the series file has both; empty where the grown one is meant. `said`: from the actor on."""
    before, found, _ = said.partition(who)
    if not found or "," in before or not before.endswith("young "):
        return ""
    return next((part for part in known.series.cast.values() if part.lower() == f"young {who.lower()}"), "")


def _is_star_of(work: str, text: str, at: int) -> bool:
    """ "The Iron Moth star": a work by which somebody is called."""
    named = work.startswith("The ") or text[:at].endswith(("The ", "the "))
    return named and _STAR.match(text, at + len(work)) is not None


_STAR = re.compile(r"\s+(?:star|alum|alumna|alumnus|actor|actress|regular|veteran)\s")
_OF_A_PLACE = re.compile(r"\s+of\s+(?!Season\b|Episode\b)[A-Z][a-z]+(?=\s*(?:[.,;)]|$)|\s+and\s+[A-Z])")
"""By which somebody is called who has no surname ("Alyn of Hull")."""
_POST = re.compile(
    r"(?:Head|Guest|Voice|Face|Chair|Director|Person|Artist)\s+of\b|Creative\s+Lead\b|Chief\s+(?:Executive|Engineer|Financial|Operating|Creative|Content|Technical)\b"
)
"""What somebody is outside of the work."""


_IN_THE = re.compile(r"\bin\s+the\s+(?:\w+\s+)?(film|movie|game|anime|comics?)s?\b")
_KNOWN_AS = re.compile(r"\b(?:known|famous|remembered|familiar)\s+as\b")
"""Whom somebody has played elsewhere."""


def _known_from(actor: str, text: str, start: int, known: Known) -> tuple[str, int]:
    """ "Rin Hayashi of Iron Moth plays …": the person and where he stands, where what is called the actor is the end of a work's name."""
    if " of " in text and not known.people.find(actor):
        somebody = _OF_A_WORK.search(text, 0, text.find(actor, start) + len(actor))
        if somebody and " " in somebody["actor"] and not known.characters.find(somebody["actor"]):
            return somebody["actor"], min(start, somebody.start())
    return actor, start


_OF_A_WORK = late(rf"(?P<actor>{NAME})\s+of\s+(?:(?!(?:and|as|who|with|is|plays)\b)[\w’'&-]+:?\s+){{0,6}}[\w’'-]+$")
_OF_LANGUAGE = re.compile(rf"(?:[Tt]he\s+)?({LANGUAGE})\s+")
_BEFORE_THAT = re.compile(
    r"\b(?:first|originally|previously|once|before|earlier|last time|previous(?:\s+season)?)\b[^,;]{0,30}\bby\s"
)
"""Whom another has followed."""


def _parts(text: str, line: Line, known: Known, entries: bool) -> Iterator[tuple[re.Match[str], str, str]]:
    paired: list[tuple[int, int]] = []
    low = text.lower()
    for m in TWO.finditer(text) if " and " in low else ():
        paired.append(m.span())
        yield m, m["c"], m["a"]
        yield m, m["d"], m["b"]
    for m in TWO_BY.finditer(text) if " and " in low and " by " in low else ():
        paired.append(m.span())
        yield m, m["c"], m["a"]
        yield m, m["d"], m["b"]
    for m in BOTH.finditer(text) if " by " in low else ():
        paired.append(m.span())
        yield m, m["a"], m["actor"]
        yield m, m["b"], m["actor"]
    for m in TWO_PARTS.finditer(text) if " and " in low else ():
        if not any(a < m.end() and m.start() < b for a, b in paired):
            yield from ((m, m[part], m["actor"]) for part in "cd")
    for m in BY_RANK.finditer(text) if " the " in f" {low}" else ():
        if who := by_rank(m["rank"] or m["first"], known):
            yield m, who, m["actor"] or m["one"]
    if "title role" in low and (who := _of_the_title(known)):
        yield from ((m, who, m["actor"]) for m in TITLE_ROLE.finditer(text))
    for m in WHO_PLAYS.finditer(text) if "who " in low else ():
        if who := only_part(m["actor"], known):
            yield m, who, m["actor"]
    twice = bool(TWO_AND_TWO.search(text))
    for pattern, hints in ANYBODY:
        for m in pattern.finditer(text) if any(hint in low for hint in hints) else ():
            if twice and text.endswith(" and ", 0, m.start()):
                continue
            if not known.characters.find(m["actor"]) and not any(a < m.end() and m.start() < b for a, b in paired):
                yield m, m["who"], m["actor"]
    somebody = any(word in known.characters.words for word in words(text))
    for m in TWO_TONGUES.finditer(text) if somebody else ():
        if known.characters.find(m["who"]) and not known.characters.find(m["actor"]):
            yield m, f"{m['tongue']} {m['who']}", m["actor"]
    for pattern in (OWNED, GIVES, GIVES_HIS, HIS_ACTOR, HIS_VOICE, WHOM, TO_WHOM, THE_VOICE_OF, AS_FIRST) if somebody else ():
        for m in pattern.finditer(text):
            if (
                known.characters.find(m["who"])
                and not known.characters.find(m["actor"])
                and (known.people.find(m["actor"]) or " " in m["actor"] or person(m["actor"], line, known))
            ):
                yield m, m["who"], m["actor"]
    if first := _IS_PLAYED_BY.search(text):
        for m in GAPPED_BY.finditer(text, first.end()):
            if known.characters.find(m["who"]) or " " not in RANK.sub("", m["who"]):
                yield m, m["who"], m["actor"]
    if somebody and re.search(r"\b(?:voices|plays|voiced|as)\b", text):
        for m in GAPPED.finditer(text):
            if known.characters.find(m["who"]) and not known.characters.find(m["actor"]):
                yield m, m["who"], m["actor"]
    headed = bool(_HEADED.search(line.heading))
    labelled = headed or bool(_HEADED.match(text.lstrip(" -•*")) or _JOINING.search(text))
    pairs = (
        [m for m in islice(BRACKET.finditer(text), _MOST) if not _AS_BEHIND.match(text, m.end())]
        if "(" in text or "（" in text
        else []
    )
    outside = any(known.characters.find(m["two"]) and not known.characters.find(m["one"]) for m in pairs)
    within = any(known.characters.find(m["one"]) and not known.characters.find(m["two"]) for m in pairs)
    for m in pairs:
        if known.characters.find(ranked := RANK.sub("", m["one"])) and ranked != m["one"] and not known.characters.find(m["two"]):
            yield m, ranked, m["two"]
        elif known.characters.find(m["one"]) or known.characters.find(m["two"]):
            yield from _either(m, known, labelled)
        elif outside != within:
            yield (m, m["two"], m["one"]) if outside else (m, m["one"], m["two"])
        elif labelled and not outside and " " in m["one"] and known.people.find(m["two"]) == "":
            yield m, m["two"], m["one"]
        elif _is_cast(m, line, known):
            yield m, m["one"], m["two"]
    for m in PAIR.finditer(text) if (somebody or labelled) and not entries else ():
        if roles_in(m["one"]) or roles_in(m["two"]) or (text.count("|") >= _CELLS and not known.people.is_in(m[0])):
            continue
        if _HEADED.fullmatch(m["one"].strip()) or (not headed and _IN_PROSE.search(text[: m.start()])):
            continue
        yield from _either(m, known, headed or labelled)


def _of_the_title(known: Known) -> str:
    """The one character whose name the title begins with, or is; empty where there is none."""
    found = {part for part in known.series.cast.values() if known.series.title.lower().startswith(part.lower())}
    return found.pop() if len(found) == 1 else ""


_CELLS = 3
"""Bars of a row of many cells: a list of characters as often as a cast."""
_IS_PLAYED_BY = re.compile(r"\b(?:is|are|was|were|be|been)\s+(?:voiced|played|portrayed|performed)\s+by\s")
_IN_PROSE = re.compile(rf"(?:{ROLE}|\b(?:to|of|in|from|for|with|and))\s+$")
"""Before a name with a colon behind: somebody of the staff, and what is told of."""
_AS_BEHIND = re.compile(r"\s+as\s+(?:[A-Z]|the\b|an?\b)")
"""What stands in brackets before it is where the actor was seen."""
_MOST = 60
"""Pairs in brackets of a line that are looked at."""
_JOINING = re.compile(
    r"\b(?:keep|reprise|return to|back in)(?:s|ing)?\s+their\s+(?:parts|roles)\b|\b(?:join(?:s|ing|ed)?|rounding out|completing)\s+(?:him|her|them|the\s+(?:\w+\s+)?(?:cast|ensemble))\b|\b(?:cast|ensemble)\s+(?:also\s+)?includes\b",
    re.IGNORECASE,
)
_FIRST_NAME = re.compile(r"[^\W\d_]{2,}(?:[’'-]\w+)?")
_RANK = re.compile(
    r"(?:Old|Young|Captain|Sister|Father|Mother|Brother|Doctor|Dr|Professor|Inspector|DI|DCI|DS|PC|Sergeant|Judge|Canon|Lady|Lord|Sir|King|Queen|Prince|Princess|Commander|Agent|Uncle|Aunt|Grandmother)\b"
)


def _is_cast(m: re.Match[str], line: Line, known: Known) -> bool:
    """ "Ines (Oona Varley)": a first name that is nobody's surname here, and a whole name in brackets."""
    one, two = m["one"].strip(), m["two"].strip()
    if (
        not (_FIRST_NAME.fullmatch(one) or _RANK.match(one))
        or len(two.split()) not in (2, 3)
        or not all(w[0].isupper() for w in two.split())
    ):
        return False
    if known.people.find(one) or known.own.find(two) or known.platforms.find(two) or known.studios.find(two):
        return False
    return not person(one, line, known) and not roles_in(one)


def _either(m: re.Match[str], known: Known, labelled: bool) -> Iterator[tuple[re.Match[str], str, str]]:
    """Which of two names is the character: the one that the series file knows; under a heading of cast the first."""
    one, two = m["one"], m["two"]
    first, second = known.characters.find(one), known.characters.find(two)
    if first and not second:
        yield m, one, two
    elif second and not first:
        yield m, two, one
    elif not first and not second and labelled and not re.search(ROLE, m[0]):
        yield (m, two, one) if known.people.find(one) else (m, one, two)


def _character(name: str, known: Known) -> str:
    if (
        _NOBODY.match(name)
        or (known.own.find(name) and not known.characters.find(name))
        or roles_in(name)
        or not _CAPITAL.search(name + "A" if not name.isascii() else name)
    ):
        return ""
    return character(_LEAD.sub("", name), known)


_LEAD = re.compile(r"^(?:[Tt]he\s+)?(?:Protagonist|Heroine|Antagonist|Villain)\s+(?=[A-Z])")
"""What somebody is in the plot, before the name with which the sentence begins."""
