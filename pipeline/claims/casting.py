"""Reads who plays whom."""

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.links import casting, parts
from pipeline.claims.names import NAME, UPPER, words
from pipeline.claims.people import RANK, by_rank, character, only_part, person
from pipeline.claims.pronouns import with_names
from pipeline.claims.roles import ROLE, roles_in
from pipeline.claims.run_on import run_on
from pipeline.claims.stand_ins import is_denied, is_no_part
from pipeline.claims.tongues import LANGUAGE, tongue, tongue_before, tongue_of

_CHARACTER = rf"[\"“‘]?(?P<who>(?:[Tt]he\s+)?{NAME})[\"”’]?"
_ACTOR = rf"(?P<actor>{NAME})"
_ROLE_OF = r"(?:(?:the|her|his|their|an?|[A-Z][\w-]+['’]s?)\s+)?(?:(?!(?:in|at|of|from|on|to|for|with|and|who|but|well|part|by|much|if|it|as|is|was)\b)[a-z][\w'’-]*,?\s+){0,4}(?:(?:role|part|voice|character)\s+of\s+)?(?:(?:the\s+)?(?!(?:in|at|of|from|on|to|for|with|and|who|but|by)\b)[a-z][\w'-]*\s+){0,2}?"
_WHO_IS = r"(?:,\s+(?:\d\d|(?:late(?:ly)?|formerly|previously|recently|last|fresh|best|of|an?|also|once)\s[^,.;:]{2,60}),)?"
_AS = re.compile(
    rf"{_ACTOR}(?:\*\*|__)?{_WHO_IS},?\s+(?:\([^()]{{0,60}}\)\s+)?(?:back\s+)?(?:(?:leads|heads|stars|is|was|fronts|tops|matches|joins|returns|appears|features|excels|shines|recurs|guests|guest-stars|co-stars)\s+(?:\w+\s+){{0,3}})?(?:as|(?<=cast\s)in\s+the\s+(?:\w+\s+)?(?:role|part)\s+of)\s+{_ROLE_OF}{_CHARACTER}"
)
_VOICED = re.compile(
    rf"{_CHARACTER}(?:,\s[^,.;]{{2,60}},(?:\s+who\s[^,.;]{{2,60}},)?)?\s*(?:,\s+who\s+(?:is|was|will\s+be)|,(?:\s+(?:is|was|will\s+be)(?=\s))?|\(|is|will be|was|—|–)\s*(?:also\s+)?(?:voiced|played|portrayed|performed|brought to life)(?:\s+(?!by\b)[\w-]+){{0,5}}?\s+by\s+(?:(?:the|an?)\s+)?(?:(?:newcomer|veteran|singer|comedian|actor|actress|rapper|idol|voice|pop|stage|[a-z]+-year-old)\s+){{0,2}}(?:(?:[A-Z][\w’'-]*\s+){{1,3}}(?:winner|nominee|star|alum|regular)\s+)?{_ACTOR}(?!['’]s\b)"
)
_VOICE_LABEL = re.compile(
    rf"{_CHARACTER}\s*[(（]\s*(?i:voice[ds]?(?: by)?|cv|va|played by|actor|seiyuu)\s*[:：.]?\s*{_ACTOR}\s*[)）]"
)
_PLAYS = re.compile(
    rf"{_ACTOR}(?:,\s+(?!and\b)[^,.;()]{{2,60}}(?:\([^()]{{2,40}}\)|\s\([^()]{{2,140}}\)[^,.;()]{{0,20}})?,)?(?:,?\s+who|,\s+the\s+latter)?\s+(?:will\s+|also\s+|is\s+|has\s+(?=join|sign|been)|have\s+(?=join|sign|been)|would\s+|(?:signed(?:\s+on|\s+up)?|set|tapped|hired|chosen|confirmed|slated|attached)\s+(?=to\s)|has been cast as\s+|was cast as\s+|been\s+|to\s+|gives?\s+|lends?\s+|reportedly\s+)*(?:(?:voic(?:e|es|ed|ing)|play(?:s|ed|ing)?|portray(?:s|ed|ing)?|(?:co-)?star(?:s|red|ring)?\s+as|headlines\s+as|leads\s+as|takes?\s+on|took\s+on|(?:steps?|stepped|stepping)\s+into\s+the\s+(?:\w+\s+)?(?:shoes|boots|robes|skin|role|part)\s+of|slips?\s+into\s+the\s+(?:\w+\s+)?(?:shoes|skin|role)\s+of|inherits|(?:takes?|took|has|have|had|lands|landed)\s+(?=(?:the|on\s+the)\s+(?:title\s+|lead\s+)?(?:role|part|voice))|is\s+cast\s+as|rounds\s+out\s+the\s+(?:\w+\s+)?cast\s+as|in\s+the\s+(?:\w+\s+)?(?:role|part)\s+of|cast\s+as|is\s+the\s+voice\s+of|the\s+voice\s+of|join(?:s|ed|ing)?\s+(?:the\s+cast\s+)?as|return(?:s|ed)?\s+as|repris(?:es?|ed|ing)\s+(?:(?:his|her|their)\s+(?:\w+\s+)?(?:role|part)\s+(?:as|of))|repris(?:es?|ed|ing)(?=\s+the\s+(?:role|part)\s+of\b)|her\s+voice\s+to|his\s+voice\s+to|voice\s+to|appears?\s+as|has been cast as|was cast as|been cast as)\s+|(?<=been cast as )){_ROLE_OF}{_CHARACTER}"
)
_OWNED = re.compile(rf"(?P<actor>{NAME})['’]s?\s+(?P<who>{NAME})")
_GIVES = re.compile(
    rf"(?P<actor>{NAME})\s+(?:gives|lends|is|was)\s+(?P<who>{NAME})(?=\s+(?:an?\s+\w*\s*voice|her voice|his voice)|\s*[,.;]|$)"
)
_HIS_VOICE = re.compile(
    rf"(?P<who>{NAME})['’]s?\s+(?:voice|actor|actress|voice actor|voice actress|performer),?\s+(?:is\s+)?(?P<actor>{NAME})"
)
_WHOM = re.compile(rf"(?P<who>{NAME}),\s+whom\s+(?P<actor>{NAME})\s+(?:again\s+)?(?:plays|voices|played|voiced|portrays)\b")
_THE_VOICE_OF = re.compile(rf"\bvoice\s+of\s+(?P<who>{NAME}),\s+(?P<actor>{NAME})(?=\s*[,.;]|$)")
_AS_FIRST = re.compile(rf"(?:^As|(?<=[;:,—–]\s)as|(?<=and\s)as)\s+(?:the\s+)?(?P<who>{NAME}),\s+(?P<actor>{NAME})(?=\s+[a-z])")
_BOTH = re.compile(
    rf"(?P<a>{NAME})\s+and\s+(?P<b>{NAME})\s+are\s+(?:both\s+)?(?:voiced|played|portrayed|performed)\s+by\s+{_ACTOR}(?!\s+and)"
)
_GAPPED = re.compile(
    rf"(?:,|;|\band\b|\bwhile\b)\s+(?:and\s+)?{_ACTOR},?\s+(?:is\s+|plays\s+|voices\s+)?{_CHARACTER}(?=\s*(?:[,.;]|$|\sand\b))"
)
_BRACKET = re.compile(
    rf"(?P<one>{NAME})\s*[(（](?:(?:the|an)\s+(?:[a-z]+\s+){{1,2}})?(?P<two>{NAME})(?:,\s+(?!(?:as|and|who|the|an?|of)\b)[a-z][^()（）]{{2,60}})?[)）]"
)
_PAIR = re.compile(rf"(?P<one>(?:[Tt]he\s+)?{NAME})\s*(?:[:：|→]|\s[–—-]\s|\.{{2,}}|…)\s*(?P<two>{NAME})(?!\s*[:：])")
_HEADED = re.compile(r"\b(?:cast|voices?|characters|voice actors|starring|キャスト)\b", re.IGNORECASE)
_NO_CAST = re.compile(
    r"\b(?:previous(?:ly)?(?! announced| revealed| confirmed)|earlier|known for|best known|former|such as|same way|known to|famous|remembered|audition\w*|cosplay\w*|dressed)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(rf"[{UPPER}]")
_NOBODY = re.compile(
    r"^(?:the\s+)?(?:series|show|anime|film|game|director|writer|producer|studio|character|lead|role|season|episode|opening|ending|himself|herself)s?\b",
    re.IGNORECASE,
)


_RANKED = re.compile(
    rf"{_ACTOR}\s+(?:is|was|stars\s+as)\s+(?P<who>(?:Superintendent|Inspector|Detective|Sergeant|Captain|Commander|Doctor|Dr\.?|Professor|Agent|Officer|Sister|Father|Mother|Brother|Lord|Lady|Sir|King|Queen|Prince|Princess|General|Colonel|Major|Chief|Judge|DCI|DI|DS|PC|Mr\.?|Mrs\.?|Ms\.?|Miss)\s+{NAME})"
)
_TWO = re.compile(
    rf"(?P<a>{NAME})\s+and\s+(?P<b>{NAME})(?:,?\s+who)?\s+(?:will\s+|also\s+|are\s+|both\s+)*(?:co-)?(?:star(?:s|ring)?\s+as|play|voice|portray|as|cast\s+as|playing|voicing)\s+(?P<c>{NAME})\s+and\s+(?P<d>{NAME})"
)


_BY_RANK = re.compile(
    rf"\b[Tt]he\s+(?P<first>[a-z]+)\s+(?:is|was|will\s+be)\s+(?:voiced|played|portrayed|performed|spoken)\s+by\s+(?P<one>{NAME})"
    rf"|{_ACTOR}(?:,?\s+who)?\s+(?:(?:will|is|also)\s+)*(?:voic(?:es|ed|e|ing)|play(?:s|ed|ing)?|portrays)\s+the\s+(?P<rank>[a-z]+)(?=\s*[,.;)]|\s+(?:and|with|as|who)\b|$)"
)
"""Somebody of whom the sentence gives the rank only."""
_WHO_PLAYS = re.compile(
    rf"{_ACTOR},?\s+who\s+(?:again\s+|also\s+)?(?:plays|voices|played|voiced|portrays|portrayed)\s+(?:him|her|the\s+[a-z]+)(?=\s*[,.;)—–]|\s+(?:in\s+(?:Japanese|English)|now|again)\b)"
)
"""Whose part the series file knows."""
_PLAYING_IS = re.compile(
    rf"\b(?:[Pp]laying|[Vv]oicing|[Pp]ortraying|[Ss]tarring\s+(?:as|in\s+the\s+(?:\w+\s+)?role\s+of))\s+{_ROLE_OF}{_CHARACTER},?\s+(?:is|will\s+be)\s+(?:newcomer\s+|veteran\s+)?{_ACTOR}(?!['’]s\b)"
)
_ROLE_TO = re.compile(
    rf"\b(?:role|part)\s+of\s+{_CHARACTER}\s+(?:(?:has|will|is|was)\s+)?(?:goes|go|gone|went|given|falls|fell)\s+to\s+{_ACTOR}(?!['’]s\b)"
)
_VOICE_OF = re.compile(rf"{_ACTOR}\s*[(（](?:the\s+)?(?:(?:\w+\s+)?voice|actor\s+behind)\s+(?:of\s+)?{_CHARACTER}[)）]")
_IN_A_DUB = re.compile(
    rf"{_ACTOR}(?:,?\s+who)?\s+(?:is|was|will\s+be)\s+{_CHARACTER}\s+in\s+(?:the\s+)?(?:(?:{LANGUAGE}|Japanese)(?:-language)?\s+)?(?:dub(?:bed\s+version)?|(?<=[a-z]\s)version|track)\b(?!\s+of\b)"
)
"""Whatever the character, it is one of this work in another language."""
_ANYBODY = (
    (_AS, (" as ", " role of ", " part of ")),
    (
        _PLAYS,
        (
            "voic",
            "play",
            "portray",
            "star",
            "headlin",
            "lead",
            "take",
            "took",
            "role",
            "cast",
            "join",
            "return",
            "appear",
            "into the",
            "inherit",
        ),
    ),
    (_RANKED, (" is ", " was ", " as ")),
    (_VOICED, (" by ",)),
    (_VOICE_LABEL, ("(", "（")),
    (_IN_A_DUB, (" dub", " version", " track")),
    (_PLAYING_IS, ("playing ", "voicing ", "portraying ", "starring ")),
    (_ROLE_TO, (" to ",)),
    (_VOICE_OF, ("voice of", "actor behind")),
)
"""Patterns that need no known name, each with what must stand in the sentence before it is worth a search."""


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
    every += entries or parts(text, known)
    if not language:
        every += casting(text, known)
    for who, actor, start, end in every:
        of = _OF_LANGUAGE.match(who)
        if of and known.characters.find(who[of.end() :]):
            who = who[of.end() :]
        name = _character(who, known)
        player = person(actor, line, known)
        if not name or not player or name == player or (known.people.find(who) and not known.characters.find(who)):
            continue
        if _BEFORE_THAT.search(text[start:end]) and any(w == who and a != actor for w, a, _, _ in every):
            continue
        if _NO_CAST.search(text[max(0, start - 60) : start]) or known.characters.find(actor):
            continue
        if is_no_part(line, who, actor, start, end, known):
            continue
        own = tongue_of(text, start, end, known)
        said = f" ({of[1].lower()})" if of else language if own is None else own
        if not said and own is None and ("cast", name, player) not in known.facts:
            said = carried = tongue_before(line, known) if carried is None else carried
        sure = bool(known.characters.find(who))
        yield Found(f"{name}{said}", player, start, end, is_denied(text, start, end), sure=sure)


_OF_LANGUAGE = re.compile(rf"(?:[Tt]he\s+)?({LANGUAGE})\s+")
_BEFORE_THAT = re.compile(
    r"\b(?:first|originally|previously|once|before|earlier|last time|previous(?:\s+season)?)\b[^,;]{0,30}\bby\s"
)
"""Whom another has followed."""


def _parts(text: str, line: Line, known: Known, entries: bool) -> Iterator[tuple[re.Match[str], str, str]]:
    paired: list[tuple[int, int]] = []
    low = text.lower()
    for m in _TWO.finditer(text) if " and " in low else ():
        paired.append(m.span())
        yield m, m["c"], m["a"]
        yield m, m["d"], m["b"]
    for m in _BOTH.finditer(text) if " by " in low else ():
        paired.append(m.span())
        yield m, m["a"], m["actor"]
        yield m, m["b"], m["actor"]
    for m in _BY_RANK.finditer(text) if " the " in f" {low}" else ():
        if who := by_rank(m["rank"] or m["first"], known):
            yield m, who, m["actor"] or m["one"]
    for m in _WHO_PLAYS.finditer(text) if "who " in low else ():
        if who := only_part(m["actor"], known):
            yield m, who, m["actor"]
    for pattern, hints in _ANYBODY:
        for m in pattern.finditer(text) if any(hint in low for hint in hints) else ():
            if not known.characters.find(m["actor"]) and not any(a < m.end() and m.start() < b for a, b in paired):
                yield m, m["who"], m["actor"]
    somebody = any(word in known.characters.words for word in words(text))
    for pattern in (_OWNED, _GIVES, _HIS_VOICE, _WHOM, _THE_VOICE_OF, _AS_FIRST) if somebody else ():
        for m in pattern.finditer(text):
            if (
                known.characters.find(m["who"])
                and not known.characters.find(m["actor"])
                and (known.people.find(m["actor"]) or " " in m["actor"] or person(m["actor"], line, known))
            ):
                yield m, m["who"], m["actor"]
    if somebody and re.search(r"\b(?:voices|plays|voiced|as)\b", text):
        for m in _GAPPED.finditer(text):
            if known.characters.find(m["who"]) and not known.characters.find(m["actor"]):
                yield m, m["who"], m["actor"]
    headed = bool(_HEADED.search(line.heading))
    labelled = headed or bool(_HEADED.match(text.lstrip(" -•*")) or _JOINING.search(text))
    pairs = (
        [m for m in islice(_BRACKET.finditer(text), _MOST) if not _AS_BEHIND.match(text, m.end())]
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
    for m in _PAIR.finditer(text) if (somebody or labelled) and not entries else ():
        if roles_in(m["one"]) or roles_in(m["two"]):
            continue
        if _HEADED.fullmatch(m["one"].strip()) or (not headed and _IN_PROSE.search(text[: m.start()])):
            continue
        yield from _either(m, known, headed or labelled)


_IN_PROSE = re.compile(rf"{ROLE}\s+$")
"""Before a name with a colon behind: somebody of the staff, and what is told of."""
_AS_BEHIND = re.compile(r"\s+as\s+(?:[A-Z]|the\b|an?\b)")
"""What stands in brackets before it is where the actor was seen."""
_MOST = 60
"""Pairs in brackets of a line that are looked at."""
_JOINING = re.compile(
    r"\b(?:join(?:s|ing|ed)?|rounding out|completing)\s+(?:him|her|them|the\s+(?:\w+\s+)?(?:cast|ensemble))\b|\b(?:cast|ensemble)\s+(?:also\s+)?includes\b",
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
        or known.own.find(name)
        or roles_in(name)
        or not _CAPITAL.search(name + "A" if not name.isascii() else name)
    ):
        return ""
    return character(name, known)
