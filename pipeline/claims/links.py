"""Ties a name to a role or a character by the words between the two: a few, all of a kind that joins, and no other name. Knows no patterns of whole sentences."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from pipeline.claims.known import Known
from pipeline.claims.names import A_NAME, NAME
from pipeline.claims.numbers import NUMBER, ORDINAL
from pipeline.claims.people import COMPANY, bare
from pipeline.claims.roles import ACTS, ROLES_JOINED, role_places, roles_in

_MOST = 40
"""Names of a sentence that are looked at; one with more is no prose."""
_ROLES = re.compile(ROLES_JOINED)
_REACH = 110
"""Characters between the two at most."""
_ASIDE = re.compile(r"\s*,\s(?!(?:who|and|as)\b)[^,;:.]{3,90},(?=\s)|\s*[(（][^()（）]{0,80}[)）]")
_KNOWN_FOR = re.compile(
    r"\s*,\s(?:(?:best|also|perhaps|widely|last|formerly|previously)\s+)*(?:known|famous|celebrated|seen|heard|fresh|of)\s[^,;:.]{3,90},(?=\s)"
)
"""Names in it are other works."""
_BE = "is are was were will be been being has have had would may might could also again once more now still then this time both all mostly reportedly allegedly"
_JOINING = frozenset(
    f"""{_BE} in of the a an its our on for as one with it series show anime film game drama season whole hands care hand duties duty work job credit capable role position post
    back returns return returning joins join joined signed board aboard tv television main lead new""".split()
)
_TO_NAME = _JOINING | frozenset(
    """by from to lies lie lay rests rested falls fall fell goes go went comes come came belongs belong entrusted placed left put given handed handled assigned done written composed provided
    supplied overseen supervised drawn designed taken shared made created recorded arranged courtesy guidance pen desk shoulders thanks credited performed directed sung""".split()
)
_TO_ROLE = _JOINING | frozenset(
    """attached appointed named hired chosen picked tapped entrusted tasked charged credited listed serves serving served acts acting works working doubles doubling steps stepping up
    charge responsible take taking takes took over handles handling handled oversees overseeing oversaw supervises supervising supervised does doing did done do makes making made provides providing
    provided supplies supplied delivers delivering contributes contributed contributing brings leads leading led heads heading who to set again""".split()
)
_LINKED_NAME = re.compile(
    r"\b(?:by|(?:hands?|care|pen|work|job|guidance) of|(?:lies|lay|rests|rested|left) (?:with|in|on)|(?:falls?|fell|goes|went|given|handed|entrusted|assigned|belongs?) to|comes? from|came from|courtesy of)\s*$"
)
"""What stands right before the name."""
_LINKED_ROLE = re.compile(
    r"\b(?:as|charge|responsible|entrusted|tasked|charged|handl\w+|overse\w+|oversaw|supervis\w+|do(?:es|ing|ne)?|did|provid\w+|suppl\w+|deliver\w+|contribut\w+|takes?|took|taking|leads?|leading|led|heads?|credited|one of|made|makes|making)\b"
)
_ADJACENT_IS = re.compile(
    r"^[\s,]*(?:who\s+)?(?:is|was|remains|will be)\s+(?:again\s+|once more\s+|also\s+|still\s+)?(?:the\s+|its\s+|our\s+)$"
)
_ROLE_ENDS = re.compile(
    r"\s*(?:$|[.,;:)\]—–!?\"”’]|\b(?:and|for|of|with|at|on|while|again|too|alongside|in|as|is|this|once|duties|from|but|over|here|who|whose|together|under)\b)"
)
_OF_LESS = re.compile(
    r"\s+(?:on|of|for|in|at)\s+(?:(?:the\s+)?(?:\w+\s+)?episodes?\b|the (?:site|magazine|paper|outlet|museum|newspaper|company|studio|committee|trailer|dub|manga|novel)\b|this (?:article|review|piece|site)\b|an?\b)",
    re.IGNORECASE,
)
"""The role is for an episode, or in another place."""
_REPLACED = re.compile(r"\b(?:from|replac\w+|instead of|unlike|former|succeed\w*|for|than)\s+$")
_GONE = re.compile(
    r"\s+(?:does|did|will) not\b|\s+(?:has |had |have )?(?:left|leaves|stepped|steps down|quit|departed|does not return|is replaced|was replaced|stayed away)\b"
)
_IS_ANOTHERS = re.compile(
    r"['’]s\s+(?:\w+\s+)?(?:deputy|assistants?|protégée?|pupils?|students?|successor|predecessor|mentor|boss|colleagues?|friends?|agent|partner|wife|husband|son|daughter|brother|sister|mother|father)\b"
)
"""Whoever comes next, and not the one whose he is."""
_NEXT = re.compile(
    rf"\s+(?:(?:and|or)\s+(?:also\s+)?(?:co-)?(?:wrote|written|directed|produced|created|scripted|scored|composed)\s+)?(?:of\s+|on\s+|(?:the\s+(?:music|score|scripts?|screenplay)\s+)?for\s+)?(?:the\s+(?:[a-z][\w-]*\s+){{0,3}}?(?:play|opera|musical|film|movie|series|show|drama|comedy|game|short)\s+)?[\"“‘'*_]*({NAME})"
)
"""Whose role, or the role in what, where the name stands right behind it."""
_A_WORK = re.compile(
    r"\s+(?:an?|another|(?:his|her|their)\s+own)\s+(?:[\w-]+\s+){0,3}?(?:series|show|film|movie|play|drama|comedy|musical|short|documentary|game|pilot|opera|note|word|line|page|letter|song|poem|book|novel|chapter|article|column|diary|message|e-?mail)s?\b"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


class Tie(NamedTuple):
    """A name and what it is tied to, and where both stand."""

    roles: tuple[str, ...]
    name: str
    start: int
    end: int


def ties(text: str, known: Known) -> Iterator[Tie]:
    """Names with the roles to which the words between them tie them."""
    said_roles = [(m, roles) for place in role_places(text) if (m := _ROLES.match(text, place)) and (roles := roles_in(m[0]))]
    if not said_roles:
        return
    names = [
        m
        for m in islice(A_NAME.finditer(text), _MOST)
        if not known.own.find(m[0]) and text[m.start() - 1 : m.start()] not in _QUOTES
    ]
    for said, roles in said_roles:
        behind = next((n for n in names if n.start() >= said.end()), None)
        if (
            behind
            and _joins(text[said.end() : behind.start()], _TO_NAME)
            and _LINKED_NAME.search(text[said.end() : behind.start()].rstrip())
        ):
            yield Tie(roles, behind[0], said.start(), behind.end())
        aside = _KNOWN_FOR.search(text, 0, said.start())
        before = next(
            (n for n in reversed(names) if n.end() <= said.start() and not (aside and aside.start() < n.start() < aside.end())),
            None,
        )
        if before:
            between = _ASIDE.sub(" ", text[before.end() : said.start()])
            if not _ROLE_ENDS.match(text, said.end()) or _OF_LESS.match(text, said.end()):
                continue
            if _ADJACENT_IS.match(between) or (_joins(between, _TO_ROLE) and _LINKED_ROLE.search(between)):
                yield Tie(roles, before[0], before.start(), said.end())


def _joins(between: str, words: frozenset[str]) -> bool:
    """Nothing but such words stands there."""
    said = _WORD.findall(between)
    return (
        len(said) > 0 and len(between) <= _REACH and not re.search(r"[.;:!?]", between) and all(w.lower() in words for w in said)
    )


_QUOTES = tuple("*_\"“‘'")
_MANY = re.compile(r"\s+(?:\w+\s+){0,2}(?:films|episodes?|shows|movies|others|games|songs|seasons)\b|['’]s\b")
"""Other works, or somebody else of his."""
_WHOSE_CLAUSE = re.compile(rf"[,;]\s+(?:and|while|but)\s+{NAME}\s+(?:[a-z]\w+\s+){{1,4}}as\s+(?:the\s+|its\s+)?$")
"""Up to the role: somebody else has it."""
_STEMS = {role: re.compile(rf"\b(?:{verb})\b", re.IGNORECASE) for role, verb in ACTS.items()}


def holders(text: str, known: Known) -> Iterator[Tie]:
    """Who has a role by the series file, where the sentence names both the person and the role, or the verb for it."""
    if not known.people.is_in(text):
        return
    people = [
        (m, who)
        for m in islice(A_NAME.finditer(text), _MOST)
        if (who := known.people.find(m[0]) or known.people.find(bare(m[0]))) and not COMPANY.search(m[0])
    ]
    if not people:
        return
    places = [(m.start(), m.end(), role) for p in role_places(text) if (m := _ROLES.match(text, p)) for role in roles_in(m[0])]
    places += [(m.start(), m.end(), role) for role, verb in _STEMS.items() for m in verb.finditer(text)]
    for start, end, role in places:
        for m, who in people:
            late = max(end, m.end())
            if (role, who) in known.holders and max(m.start() - end, start - m.end()) < _REACH:
                if _MANY.match(text, late) and not (
                    role == "director" and known.series.medium == "show" and _SOME_OF_IT.match(text, late)
                ):
                    continue
                if _ANEW.search(text, min(end, m.end()), max(start, m.start())):
                    continue
                if m.end() <= start and _WHOSE_CLAUSE.search(text, m.end(), start):
                    continue
                if _ACCORDING_TO.search(before := text[: m.start()]) and m.end() <= start:
                    continue
                if (she := _SHE_AND.search(before)) and _AND_SHE[she[1].lower()].search(text, m.end(), max(start, m.end())):
                    continue
                if _REPLACED.search(text[: m.start()]) or _GONE.match(text, m.end()) or _IS_ANOTHERS.match(text, m.end()):
                    continue
                of = _NEXT.match(text, end)
                if _A_WORK.match(text, end) or (
                    of
                    and of.start(1) != m.start()
                    and not (known.own.find(of[1]) or known.somebody(of[1]) or known.platforms.find(of[1]))
                ):
                    continue
                yield Tie((role,), m[0], min(start, m.start()), max(end, m.end()))


_SOME_OF_IT = re.compile(
    rf"\s+(?:(?:the|this|that)\s+(?:(?:{ORDINAL}|opening|last|final|season|series)\s+)?(?:episode|premiere|finale|pilot)|(?:{NUMBER}|several|many|most|some|both|all)\s+(?:of\s+(?:the|its)\s+)?(?:\w+\s+)?episodes)"
    r"(?:\s+(?:of|in)\s+(?:the|this)\s+(?:(?:new|current|first|second|third|whole)\s+)*(?:season|series|show|run))?(?=\s*(?:[.,;:)]|$)|\s+(?:and|with|including|among|too|himself|herself)\b)"
)
"""Of a show several direct, each some of the episodes."""
_ACCORDING_TO = re.compile(r"\b[Aa]ccording to\s+(?:\w+\s+){0,2}$")
_SHE_AND = re.compile(r"\b([Ss]?[Hh]e)\s+and\s+$")
_AND_SHE = {who: re.compile(rf"(?:,|;)\s+(?:and|but|while)\s+{who}\b") for who in ("he", "she")}
"""Who does the second thing is not the one who is named ("She and Abe Ito made it, and she …")."""
_PLAYS = re.compile(
    r"\b(?:as|plays?|played|playing|sp(?:eaks|oke)(?! (?:of|to|with|for|about|as|up|in|on)\b)|voic\w+|portray\w*|performs?|role|part|takes?|took|stars?|starring|gives|gave|lends|cast|returns?|back|headlines|leads|fronts|embodies)\b"
)
_PLAYED = re.compile(
    r"(?:\b(?:voiced|played|portrayed|performed|acted|brought to life|spoken|sung)\b[\w\s]*\bby|\bgo(?:es)?\b[\w\s]*\bto|\b(?:falls|fell|given|went) to|\bgets?\b[\w\s]*\bfrom|\b(?:voice|part|role)\b[\w\s,]*\bbelongs\s+to|\b(?:voice|hands|mouth|face|person) of|\bwhich is to say)\s*$"
)
_IS = re.compile(
    r"[\s,]+(?:is|was|will be|is again|is once more|is still|returns as|also is)\s+(?:the\s+|her\s+|his\s+|their\s+|our\s+|an?\s+)?(?:[a-z][\w'’-]*\s+){0,3}$"
)
_BARE_IS = re.compile(r"[\s,]+(?:is|was|will be|is again)\s+$")
_LOWER = re.compile(r"[^.;:!?\"“”A-Z]{0,90}")
_ACTOR_ENDS = re.compile(r"\s*(?:$|[.,;:)\]—–!?\"”’(]|\b(?:and|who|whose|the|as|with|in|while|does|is|was|has)\b)")
_SAYS = re.compile(
    r"\b(?:says?|said|told|tells?|thinks?|praises?|praised|hopes?|wrote|wants?|calls?|likes?|loves?|knows?|about|after|before|against|unlike|than|fan|friend|by|dress\w*|cosplay\w*|drew|draws|drawn|wrote|writes|written|sees|saw|describ\w+|treats|known|remembered|in love|(?:daughter|son|wife|husband|mother|father|sister|brother|widow|mentor|boss|rival) (?:of|to))\b"
)
_TONGUE = re.compile(r"\b(?:English|Japanese|German|French|Spanish|Italian)\b")
_DOES = re.compile(r"\s+(?:does|did|would|has|had|can|could|will)\b")
_OWNED = re.compile(r"['’]s?\b")


TWO_AND_TWO = re.compile(rf"{NAME}\s+and\s+{NAME},?\s+(?:\w+,?\s+){{1,4}}{NAME}\s+and\s+{NAME}|\brespectively\b")
"""Two with two: which with which is told by their order."""


def parts(text: str, known: Known) -> Iterator[tuple[str, str, int, int]]:
    """(character, actor, where they begin and end) of every character of the series whom the words between tie to a name."""
    if not known.characters.is_in(text) or TWO_AND_TWO.search(text):
        return
    names = [
        m
        for m in islice(A_NAME.finditer(text), _MOST)
        if not known.own.find(m[0]) and text[m.start() - 1 : m.start()] not in _QUOTES
    ]
    for n, who in enumerate(names):
        if not known.characters.find(who[0]) or known.people.keys.get(known.people.key(who[0])):
            continue
        if n and not _OWNED.match(text, who.end()) and not _DOES.match(text, who.end()):
            aside = next((m for m in _ASIDE.finditer(text, 0, who.start()) if m.start() < names[n - 1].start() < m.end()), None)
            actor = next((a for a in reversed(names[:n]) if not aside or a.end() <= aside.start()), names[n - 1])
            between = _TONGUE.sub("", _ASIDE.sub("", text[actor.end() : who.start()]))
            if (
                _LOWER.fullmatch(between) and (_IS.fullmatch(between) or (_PLAYS.search(between) and not _SAYS.search(between)))
            ) or (re.fullmatch(r"['’]s?\s+|,?\s+whose\s+", between) and known.people.find(actor[0])):
                yield who[0], actor[0], actor.start(), who.end()
        if n + 1 < len(names):
            actor = names[n + 1]
            between = _TONGUE.sub("", _ASIDE.sub("", text[who.end() : actor.start()]))
            if not _ACTOR_ENDS.match(text, actor.end()):
                continue
            if _LOWER.fullmatch(between) and (_BARE_IS.fullmatch(between) or _PLAYED.search(between)):
                yield who[0], actor[0], who.start(), actor.end()


_HERS_TOO = re.compile(r"['’]s(?=\s*(?:[.,;)]|$)|\s+(?:[a-z-]+\s+)?(?:voice|performance|delivery|portrayal)\b)")
"""Behind an actor: the same part, as he plays it ("chattier than Rin Hayashi's"), or his voice."""
_ANEW = re.compile(r";\s(?!it\s+(?:is|was)\b)")
"""Another statement begins."""


def casting(text: str, known: Known) -> Iterator[tuple[str, str, int, int]]:
    """(character, actor, where they begin and end) of the series file, where the sentence names both."""
    if not (known.characters.is_in(text) and known.people.is_in(text)):
        return
    names = list(islice(A_NAME.finditer(text), _MOST))
    for who in names:
        character = known.characters.find(who[0])
        for actor in names if character else ():
            player = known.people.find(actor[0])
            early, late = min(who.end(), actor.end()), max(who.start(), actor.start())
            if (
                ("cast", character, player) in known.facts
                and (not _OWNED.match(text, max(who.end(), actor.end())) or _HERS_TOO.match(text, actor.end()))
                and not _ANEW.search(text, early, late)
            ):
                yield who[0], actor[0], min(who.start(), actor.start()), max(who.end(), actor.end())
