"""Reads who makes it: credits, in lines and in sentences."""

import re
from collections.abc import Iterator

from pipeline.claims.authorship import (
    AUTHOR_AS,
    AUTHOR_BY,
    AUTHOR_OF,
)
from pipeline.claims.claim import Found
from pipeline.claims.creators import wrote_the_book
from pipeline.claims.crediting import PARTLY, credited
from pipeline.claims.credits import (
    DOES,
    DONE,
    HIS_SCRIPT,
    LABEL,
    NOT_BUT,
    OF_A_DUB,
    SOMEBODY,
    SUPERVISED,
    SUPERVISES,
    TITLED,
    WITH,
    is_next_credit,
)
from pipeline.claims.denials import is_denied
from pipeline.claims.episodic import SOME_EPISODES, is_of_one
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.links import holders, ties
from pipeline.claims.names import A_NAME, NAME, key, listed
from pipeline.claims.older import of_an_older_film
from pipeline.claims.people import people
from pipeline.claims.pronouns import with_names
from pipeline.claims.roles import THEMES
from pipeline.claims.succession import is_told_apart, of_a_sequel
from pipeline.claims.wishes import is_wished

_OTHER_TIME = re.compile(
    r"\b(?:previous(?:ly)?(?! (?:announced|revealed|confirmed|reported))|earlier(?! this| in)|formerly|former|best known|known for|once|before that|past|ex-|in \d{4}|years ago|used to|(?:the|his|her|its) late|would-be|turned down|(?:step|stepp|stand|fill)(?:s|ed|ing)? in for|original(?:ly)? (?:attached|hired)|left the|stepped down|replac(?!ed\s+by\b)\w+|succeed(?!ed\s+by\b)\w*|over from|another|different|assistant to|inspired|influence\w*|admire\w*|style of|not (?:the|a|by))\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_GENERIC_OF = re.compile(
    r"\b(?:the|this|its)\s+(?:new\s+|upcoming\s+|original\s+|whole\s+|entire\s+|first\s+)*(?:series|show|anime|film|movie|game|project|adaptation|production|season|original story|first\s+one)\b|\b(?:it|this)\b"
    r"|^\s*(?:of|on|for|behind)\s+(?:the|this|our)\s+(?:[a-z\d-]+\s+){0,4}(?:drama|thriller|comedy|mystery|horror|romance|adventure|serial|mini-?series|whodunn?it|rpg)\s*$|^\s*for\s+(?:the\s+)?animation\s*$",
    re.IGNORECASE,
)


def staff(line: Line, known: Known) -> Iterator[Found]:
    """(role, person) of every credit."""
    if is_wished(line):
        return
    each = _EACH_HIS_OWN.search(line.text)
    for found in (*_named(line, known), *with_names(_named, line, known)):
        if not (each and _is_the_others(found, each, known)) and not _has_left(found, line.text, known):
            yield found


def _has_left(found: Found, text: str, known: Known) -> bool:
    """Who goes, and is not who made it by the series file: somebody else will."""
    return ("staff", found.about, found.value) not in known.facts and _GOES.match(text, found.end) is not None


_GOES = re.compile(
    r"\s+(?:(?:has|had|have|is|was|will)\s+)?(?:left|leav(?:es|ing)|exit(?:s|ed|ing)?|depart(?:s|ed|ing)?|quits?|walk(?:s|ed|ing)\s+(?:away|off|out)|step(?:s|ped|ping)?\s+(?:down|aside|away)|drop(?:s|ped|ping)?\s+out|bow(?:s|ed|ing)?\s+out|part(?:s|ed|ing)?\s+ways|out\s+of)\b"
)


_EACH_HIS_OWN = re.compile(
    rf"\b(?:[Dd]irector|[Ww]riter|[Cc]omposer|[Dd]esigner|[Pp]roducer|[Cc]reator|[Ss]howrunner|[Aa]uthor)\s+(?P<first>{NAME})\s+and\s+(?P<second>{NAME}),\s+who(?:se)?\s+(?!(?:are|were|both|have|share)\b)"
)
""" "Director X and Y, who wrote it": the one directs, the other wrote."""


def _ends_a_clause(text: str, start: int, end: int) -> bool:
    """What looks like a name is the last thing said of somebody before the comma ("X, who spent years on Long House, is …")."""
    return bool(_IS_AGAIN.match(text, end) and _WHO_DID.search(text[:start]))


_IS_AGAIN = re.compile(r"[\"”’'*_]*,\s+(?:is|was|will be|has been)\s")
_WHO_DID = re.compile(rf"{NAME},\s+who(?:se)?\s[^.;]{{0,90}}\b(?:on|of|for|from|in|at|with|to|and)\s+[\"“‘'*_]*$")


def _is_the_others(found: Found, each: re.Match[str], known: Known) -> bool:
    first, second = (known.people.find(each[who]) or key(each[who]) for who in ("first", "second"))
    if found.end <= each.end("second"):
        return found.value == second
    return found.value == first and found.start >= each.start()


def _named(line: Line, known: Known) -> Iterator[Found]:
    """Of those whom the sentence itself names."""
    yield from _credits(line, known)
    if not SOMEBODY.search(line.text) or OF_A_DUB.match(line.text):
        return
    for tie in (*ties(line.text, known), *holders(line.text, known)):
        before = line.text[max(0, tie.start - 80) : tie.start]
        denied = is_denied(line.text, tie.start, tie.end, tie.name)
        if (
            _COMPANY.search(line.text[: tie.start])
            or _OTHER_VERSION.search(before)
            or _OTHER_TIME.search(before)
            or PARTLY.match(line.text[tie.end : tie.end + 12].strip())
            or SOME_EPISODES.search(line.text, tie.start, tie.end)
            or (set(tie.roles) & THEMES and _BAND_OF.search(line.text, 0, line.text.find(tie.name, tie.start)))
            or _A_NEW_WORK.search(line.text, max(0, tie.start - _REACH), tie.end)
            or _is_unsaid(line, tie.start, tie.end, known, denied)
            or _ends_a_clause(line.text, tie.start, tie.start + len(tie.name))
        ):
            continue
        for who in people(tie.name, line, known, band=bool(set(tie.roles) & THEMES)):
            for role in tie.roles:
                if not (role == "script" and SUPERVISES.search(line.text, tie.start, tie.end)):
                    sure = (role, who) in known.holders and is_told_apart(line, tie.end)
                    yield Found(role, who, tie.start, tie.end, denied, sure=sure)


_BAND_OF = re.compile(r"\b[A-Z][\w’'-]+ (?:of|in) (?:the )?$")
"""Before the last word of a band's name."""


def _credits(line: Line, known: Known) -> Iterator[Found]:
    """Those that a pattern of a whole credit gives."""
    for m, roles in () if OF_A_DUB.match(line.text) else credited(line, known):
        if "script" in roles and (SUPERVISED.search(line.text, 0, _role_start(m)) or SUPERVISES.search(m[0])):
            roles = tuple("series composition" if role == "script" else role for role in roles)
        groups = m.groupdict()
        if (of := groups.get("of")) and not (known.own.find(of) or _GENERIC_OF.search(of)):
            continue
        before = line.text[max(0, m.start() - 80) : min(_name_start(m), _role_start(m))]
        if {"names", "roles"} <= groups.keys() and is_next_credit(line.text, m):
            continue
        if (
            roles == ("original creator",)
            and m.re not in AUTHOR_AS
            and _A_NEW_WORK.search(line.text, max(0, m.start() - _REACH), m.end())
        ):
            continue
        if "names" in groups and _COMPANY.search(line.text[: m.start("names")]):
            continue
        if _OTHER_VERSION.search(before) or _DOES_IT.match(line.text, m.end()):
            continue
        if "names" in groups and _ends_a_clause(line.text, m.start("names"), m.end("names")):
            continue
        if _SCORE.search(line.text[m.start() : m.end() + 4]) or _OTHER_TIME.search(before) or _BYLINE.match(line.text):
            continue
        if (
            m.re is TITLED
            and not (
                _IS_THE.search(line.text[: m.start()])
                or (_FIRST_FROM.fullmatch(line.text[: m.start()]) and _THE_SERIES.match(line.text, m.end()))
                or _is_from(line.text[: m.start()], known)
            )
            and any(_stranger(role, m["names"], known) for role in roles)
        ):
            continue
        end = m.end() - len(groups.get("object") or "")
        said = min(_name_start(m), _role_start(m))
        denied = is_denied(line.text, said, end, groups.get("names") or "")
        if _is_unsaid(line, said, end, known, denied or m.re is NOT_BUT):
            continue
        if m.re in (AUTHOR_BY, AUTHOR_OF) and re.search(r"\b(?:into|will be|be|been)\b", m[0][: m.start("names") - m.start()]):
            continue
        if is_of_one(m, line, known) and not _whole(roles, m["names"], known):
            continue
        themed = bool(set(roles) & THEMES) and m.re is not TITLED
        if m.re is LABEL and line.text.startswith(":", m.end()) and m["names"].count(" ") > 1:
            groups["names"] = m["names"].rpartition(" ")[0]  # the last word is the label of what follows in the same line
        if "names" in groups and set(roles) & THEMES and (by := _SUNG_BY.match(line.text, m.end("names"))):
            groups["names"] = by["names"]
        written = groups["names"] if "names" in groups else _subject(line.text[: m.start()], known)
        if themed and "names" in groups and (first := _BAND_OF.search(line.text, 0, m.start("names"))):
            written = first[0] + written
        if m.re in _WITHABLE and (more := WITH.match(line.text, end)):
            written += f", {more['names']}"
        every = [*people(written, line, known, band=themed or ("music" in roles and _in_a_list(m, line)))]
        if len(every) > 1 and ", who" in m[0] and (of_file := [w for w in every if all((r, w) in known.holders for r in roles)]):
            every = of_file  # "X and Y, who wrote it": of the one of them who did
        for who in every:
            for role in roles if not wrote_the_book(m, line) else ("original creator",):
                song = _SONG.match(line.text, end) if themed else None
                yield Found(role, who, min(said, _song_start(m)), song.end() if song else end, denied)


def _is_unsaid(line: Line, start: int, end: int, known: Known, plain: bool) -> bool:
    """The sentence asks whether somebody does it, says that he won't, or speaks of a sequel. `plain`: what is denied in it, and of whom, has been told."""
    text = line.text
    if _ASKED.search(text, 0, end) or (not plain and _WONT.search(text, start, end)):
        return True
    return of_a_sequel(line, start, end, known) or of_an_older_film(line, start, known)


_ASKED = re.compile(r"\bwhether\b[^.;,]*$")
_WONT = re.compile(r"\b(?:will|would|does|did|is|was|do) not (?!only\b)|\b(?:wo|would|does|did|is|was|do)n['’]t\b|\bno longer\b")


def _in_a_list(m: re.Match[str], line: Line) -> bool:
    """An item that is one credit, behind another that names somebody in full: a single word is a whole name there, too."""
    before = LABEL.search(line.before[-_ITEM:])
    return m.re is LABEL and line.label and m.end() >= len(line.text) and before is not None and " " in before["names"]


_ITEM = 120
"""Characters of an item at most."""


def _whole(roles: tuple[str, ...], names: str, known: Known) -> bool:
    """The file has the person in that very role; else a piece about an episode speaks of that episode."""
    return any((role, known.people.find(names)) in known.holders for role in roles)


_OTHER_VERSION = re.compile(
    r"\b(?:English|French|German|Spanish|dub|dubbed|ADR|trailer|manga|novel|stage|video|[Ee]pisode['’]s)\s+$"
)
_DOES_IT = re.compile(
    r"\s+(?:(?:justice|proud|credit|no favours)\b|(?:ma[dk]e|design|choreograph|overs[ae]+|handle|supervise|create|stage)(?:s|d|ed|es|w)?\s+(?:the|its|all\s+the)\s+(?:\w+\s+)?(?:action|fights?|stunts?|battles?)\b)"
)
_COMPANY = re.compile(r"\b(?:company|studio|house|firm|outfit|developers?|label|publisher|distributor)\s+$")
_SCORE = re.compile(r"\d\s*/\s*\d|(?<!,)\s\(?\d+$|,\s\d$")
_A_NEW_WORK = re.compile(r"\b(?:an|another)\s+original\s+(?:work|story)\s+(?:[a-z]+\s+)?by\b")
"""Who writes what was made from nothing is its scriptwriter."""
_REACH = 12
_SUNG_BY = re.compile(rf"[\"”’]?\s+by\s+(?P<names>{NAME})")
"""Whose the song is that a label has by its title."""
_SONG = re.compile(r",?\s*[\"“‘「『'*_][^\"”’」』*_]{1,60}[\"”’」』'*_]")
"""The title of a theme is no other work."""
_BYLINE = re.compile(
    rf"^\W*(?i:written|edited|translated|review(?:ed)?|text|words|story|photos?|interview(?:ed)?)\s+by:?\s+{NAME}\W*$|^\W*{NAME}\s+(?:writes|reports|reviews)\W*$|^[^.]{{0,60}}\|\s*(?i:written|edited|posted|published)\s+by:?\s+{NAME}\W*$"
)
_IS_THE = re.compile(
    r"^\W*$|\b(?:[Tt]he|[Ii]ts|[Nn]ew)\s+(?:\w+\s+|(?:series|show|anime|film|game)['’]s?\s+)?$|\b(?:[Tt]eam|[Pp]roject|[Pp]roduction|[Ss]eries|[Ss]how|[Aa]nime|[Ff]ilm|[Gg]ame)\s+(?:is|was)\s+(?:led|helmed|headed)\s+by\s+$|[,;]\s+$|[.!?]\s+$|\b(?:[Ss]taff|[Cc]rew|[Tt]eam)\s+(?:also\s+|further\s+)?(?:includes?|features?|consists\s+of|comprises|is\s+led\s+by|are)\s+$"
)


def _is_from(before: str, known: Known) -> bool:
    """ "TITLE is a thriller from", "TITLE, from": whoever stands behind has made it."""
    titles = known.own.find(before)
    return bool(
        (titles and _OWN.fullmatch(before, titles[-1].end))
        or (titles and _FROM.fullmatch(before, titles[-1].end))
        or _COMES_FROM.search(before)
    )


_COMES_FROM = re.compile(
    r"\b(?:[Tt]he|[Tt]his)\s+(?:[\w-]+\s+){0,3}?(?:series|show|drama|thriller|comedy|anime|film|mystery)\s+(?:comes|hails)\s+from\s+(?:its\s+|the\s+)?$"
)
_FIRST_FROM = re.compile(r"\W*From\s+(?:the\s+)?")
_THE_SERIES = re.compile(
    r"(?:\s+and\s+[^,.;]{2,60})?,\s+(?:the|this)\s+(?:[\w-]+\s+){0,2}(?:series|show|drama|thriller|comedy|anime|film|mystery|game)\b"
)
_OWN = re.compile(r"[\"”’'*_]*(?:['’]s?)?,?\s+(?:(?:anime|series|show|film|game)['’]?s?,?\s+)?")
"""Between the title and the role that somebody has in it."""
_FROM = re.compile(
    r"[\"”’'*_]*(?:,|\s+(?:is|was|will be)(?:\s+(?:an?|the)\s+(?:[\w-]+,?\s+){0,5}[\w-]+)?)(?:\s*\([^()]*\))?\s+(?:from|by)\s+"
)


def _stranger(role: str, names: str, known: Known) -> bool:
    """The file has somebody else for the role; "director X" in passing may then be a director of anything."""
    holders = known.of_file("staff", role)
    return bool(holders) and any(known.people.find(name) not in holders for name, _ in listed(names))


def _subject(before: str, known: Known) -> str:
    """Who does the first half of "X does this and does that": the one name in the clause; empty where there are two."""
    names = [n for n in A_NAME.findall(_CLAUSES.split(before)[-1]) if not known.own.find(n)]
    return names[0] if len(names) == 1 else ""


_CLAUSES = re.compile(r"[;.]\s|,\s+(?:and|while|with)\s|\bwhile\b")
_WITHABLE = (
    *HIS_SCRIPT,
    *(done for done, _ in DONE.values()),
    DOES["script"][0],
    DOES["director"][0],
    DOES["original creator"][0],
)


def _song_start(m: re.Match[str]) -> int:
    return m.start("song") if "song" in m.groupdict() else m.end()


def _name_start(m: re.Match[str]) -> int:
    return m.start("names") if "names" in m.groupdict() else m.start()


def _role_start(m: re.Match[str]) -> int:
    return m.start("roles") if "roles" in m.groupdict() else m.start()
