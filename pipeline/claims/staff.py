"""Reads who makes it: credits, in lines and in sentences."""

import re
from collections.abc import Iterator, Sequence

from pipeline.claims.claim import Found
from pipeline.claims.credits import (
    AGENT,
    AUTHOR_BY,
    AUTHOR_OF,
    COLON,
    DOES,
    DONE,
    LABEL,
    LINE_END,
    NOUN_BY,
    NOUNS,
    OF_A_DUB,
    PASSIVE,
    PASSIVES,
    ROLE_FIRST,
    SOMEBODY,
    SUPERVISED,
    SUPERVISES,
    THEME_BY,
    THEME_LABEL,
    TITLED,
    WHICH,
    WITH,
    is_next_credit,
)
from pipeline.claims.events import OF_AN_EPISODE
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.links import holders, ties
from pipeline.claims.names import NAME
from pipeline.claims.people import people
from pipeline.claims.roles import ONE_PERSON, THEMES, role_places, roles_in

Credits = Iterator[tuple[re.Match[str], tuple[str, ...]]]
"""A match with the roles that it ties its names to."""
_SERIES = r"(?:us\b|me\b|both\s+(?:seasons|series)\b|(?:the\s+|this\s+|its\s+)?(?:new\s+|upcoming\s+|original\s+|whole\s+|first\s+)*(?:series|show|anime|film|movie|game|project|adaptation|production|season|it)\b(?!\s+(?:composition|scripts?)\b))"
_THE_SERIES = re.compile(rf"\s+{_SERIES}")
_OTHER_THING = re.compile(
    r"\bepisode\b.{0,50}$|(?:manga|novels?|comic|book|game|songs?|theme|chapters?|words|lyrics|videos?|clip|shorts?|trailer|teaser|commercial|documentary|pilot|dub)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    rf"^\s*(?:$|[.,;:)—–!]|{_SERIES}|(?:at|with|alongside|from|while|as|again|too|for (?:studio|the studio|television|[A-Z]\w+$)|under|this time|here|together)\b|and\s+(?:\w+s|\w+ed|[A-Z]\w+)\b|(?:all|the whole)\b)",
    re.IGNORECASE,
)
_ALL_EPISODES = re.compile(r"^\s*(?:all|every)\s+(?:\w+\s+)?(?:episodes?|of it|it)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:previous(?:ly)?|earlier(?! this| in)|formerly|former|best known|known for|once|before that|past|ex-|in \d{4}|years ago|used to|(?:the|his|her|its) late|would-be|turned down|original(?:ly)? (?:attached|hired)|left the|stepped down|replac\w+|another|assistant to|inspired|influence\w*|admire\w*|style of|not (?:the|a|by))\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:episode|episodes|scene|sequence|insert|arc|storyboard\w*|trailer|article|review|interview|this piece|pilot)\b",
    re.IGNORECASE,
)
_GENERIC_OF = re.compile(
    r"\b(?:the|this|its)\s+(?:new\s+|upcoming\s+|original\s+|whole\s+|entire\s+)*(?:series|show|anime|film|movie|game|project|adaptation|production|season|original story)\b|\b(?:it|this)\b",
    re.IGNORECASE,
)
_SPOKEN = frozenset(
    {
        "script",
        "music",
        "producer",
        "art director",
        "sound director",
        "cg director",
        "animation director",
        "chief animation director",
        "assistant director",
        "mechanical design",
    }
)


def staff(line: Line, known: Known) -> Iterator[Found]:
    """(role, person) of every credit."""
    yield from _credits(line, known)
    if not SOMEBODY.search(line.text) or OF_A_DUB.match(line.text):
        return
    for tie in (*ties(line.text, known), *holders(line.text, known)):
        before = line.text[max(0, tie.start - 80) : tie.start]
        if (
            _COMPANY.search(line.text[: tie.start])
            or _OTHER_VERSION.search(before)
            or _OTHER_TIME.search(before)
            or _PARTLY.match(line.text[tie.end : tie.end + 12].strip())
        ):
            continue
        for who in people(tie.name, line, known, band=bool(set(tie.roles) & THEMES)):
            for role in tie.roles:
                if not (role == "script" and SUPERVISES.search(line.text, tie.start, tie.end)):
                    yield Found(role, who, tie.start, tie.end)


def _credits(line: Line, known: Known) -> Iterator[Found]:
    """Those that a pattern of a whole credit gives."""
    for m, roles in () if OF_A_DUB.match(line.text) else _credited(line, known):
        if "script" in roles and (SUPERVISED.search(line.text, 0, _role_start(m)) or SUPERVISES.search(m[0])):
            roles = tuple("series composition" if role == "script" else role for role in roles)
        groups = m.groupdict()
        if (of := groups.get("of")) and not (known.own.find(of) or _GENERIC_OF.search(of)):
            continue
        before = line.text[max(0, m.start() - 80) : min(_name_start(m), _role_start(m))]
        if {"names", "roles"} <= groups.keys() and is_next_credit(line.text, m):
            continue
        if "names" in groups and _COMPANY.search(line.text[: m.start("names")]):
            continue
        if _OTHER_VERSION.search(before) or _DOES_IT.match(line.text, m.end()):
            continue
        if _SCORE.search(line.text[m.start() : m.end() + 4]) or _OTHER_TIME.search(before) or _BYLINE.match(line.text):
            continue
        if (
            m.re is TITLED
            and not _IS_THE.search(line.text[: m.start()])
            and any(_stranger(role, m["names"], known) for role in roles)
        ):
            continue
        if m.re in (AUTHOR_BY, AUTHOR_OF) and re.search(r"\b(?:into|will be|be|been)\b", m[0][: m.start("names") - m.start()]):
            continue
        if m.re is PASSIVE and OF_AN_EPISODE.search(line.article.title) and not _whole(roles, m["names"], known):
            continue
        themed = bool(set(roles) & THEMES) and m.re is not TITLED
        if m.re is LABEL and line.text.startswith(":", m.end()) and m["names"].count(" ") > 1:
            groups["names"] = m["names"].rpartition(" ")[0]  # the last word is the label of what follows in the same line
        written = groups["names"] if "names" in groups else _subject(line.text[: m.start()], known)
        if m.re in _WITHABLE and (more := WITH.match(line.text, m.end() - len(groups.get("object") or ""))):
            written += f", {more['names']}"
        for who in people(written, line, known, band=themed):
            for role in roles:
                yield Found(role, who, min(_name_start(m), _role_start(m)), m.end() - len(groups.get("object") or ""))


def _whole(roles: tuple[str, ...], names: str, known: Known) -> bool:
    """The file has the person in that very role; else a piece about an episode speaks of that episode."""
    return any((role, known.people.find(names)) in known.holders for role in roles)


_OTHER_VERSION = re.compile(r"\b(?:English|French|German|Spanish|dub|dubbed|ADR|trailer|manga|novel|stage|video)\s+$")
_DOES_IT = re.compile(r"\s+(?:justice|proud|credit|no favours)\b")
_COMPANY = re.compile(r"\b(?:company|studio|house|firm|outfit|developers?|label|publisher|distributor)\s+$")
_SCORE = re.compile(r"\d\s*/\s*\d|\s\(?\d+$")
_BYLINE = re.compile(
    rf"^\W*(?i:written|edited|translated|review(?:ed)?|text|words|story|photos?|interview(?:ed)?)\s+by:?\s+{NAME}\W*$"
)
_IS_THE = re.compile(r"^\W*$|\b(?:[Tt]he|[Ii]ts|[Nn]ew)\s+(?:\w+\s+)?$|[,;]\s+$|[.!?]\s+$")


def _stranger(role: str, names: str, known: Known) -> bool:
    """The file has somebody else for the role; "director X" in passing may then be a director of anything."""
    holders = [who for kind, about, who in known.facts if kind == "staff" and about == role]
    return bool(holders) and known.people.find(names) not in holders


def _subject(before: str, known: Known) -> str:
    """Who does the first half of "X does this and does that": the one name in the clause; empty where there are two."""
    names = [n for n in _A_NAME.findall(_CLAUSES.split(before)[-1]) if not known.own.find(n)]
    return names[0] if len(names) == 1 else ""


_A_NAME = re.compile(NAME)
_CLAUSES = re.compile(r"[;.]\s|,\s+(?:and|while|with)\s|\bwhile\b")
_WITHABLE = (*(done for done, _ in DONE.values()), DOES["script"][0], DOES["director"][0])


def _name_start(m: re.Match[str]) -> int:
    return m.start("names") if "names" in m.groupdict() else m.start()


def _role_start(m: re.Match[str]) -> int:
    return m.start("roles") if "roles" in m.groupdict() else m.start()


def _credited(line: Line, known: Known) -> Credits:
    """Every match that ties names to roles, with those roles."""
    text = line.text
    if not SOMEBODY.search(text):
        return
    low = text.lower()
    if places := role_places(text):
        yield from _labelled(text, places)
        yield from _named(text, low, places)
    if "opening" in low or "ending" in low or "closing" in low:
        yield from _themes(text)
    if " by " in low:
        yield from _passives(text)
    yield from _acts(text, low, known)
    if "adapt" in low or "based" in low or " from " in low:
        yield from ((m, ("original creator",)) for pattern in (AUTHOR_BY, AUTHOR_OF) for m in pattern.finditer(text))


def _at(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with a role."""
    end = 0
    for place in places:
        if place >= end and (m := pattern.match(text, place)):
            end = m.end()
            yield m


def _labelled(text: str, places: Sequence[int]) -> Credits:
    """Credits in lines: "Director: X", "X: director"."""
    if COLON.search(text):
        yield from ((m, roles) for m in _at(LABEL, text, places) if (roles := roles_in(m["roles"])))
    if m := LINE_END.match(text):
        yield m, roles_in(m["roles"])


def _named(text: str, low: str, places: Sequence[int]) -> Credits:
    """Credits in sentences that name the role: "music by X", "X, the director", "director X"."""
    for pattern, hints in NOUNS:
        if any(hint in low for hint in hints):
            for m in _at(pattern, text, places) if pattern in ROLE_FIRST else pattern.finditer(text):
                roles = roles_in(m["roles"])
                if (
                    roles
                    and (pattern is not NOUN_BY or _named_work(m))
                    and not _PARTLY.search(text[m.end("roles") : m.end("roles") + 12])
                ):
                    yield m, roles
    for m in _at(TITLED, text, places):
        if not AGENT.search(m["roles"]):
            continue
        roles = tuple(
            r for r in roles_in(m["roles"]) if r not in THEMES and (r in _SPOKEN or m["roles"][0].isupper() or r in ONE_PERSON)
        )
        if roles and not re.match(r"\s*(?:[:：]|of\s+[A-Z\"“])", text[m.end() :]):
            yield m, roles


def _themes(text: str) -> Credits:
    for pattern in (THEME_LABEL, THEME_BY):
        for m in pattern.finditer(text):
            if not re.search(r"\bbased\b|[\"“].*[\"”].*[\"“]", m[0]):
                yield m, ("opening theme" if m["roles"].lower().startswith("opening") else "ending theme",)


def _passives(text: str) -> Credits:
    for m in PASSIVE.finditer(text):
        before = text[max(0, m.start() - 70) : m.start()]
        if not (_PARTLY.search(before[-25:]) or _OTHER_THING.search(before) or _OTHER_WORK.search(before)):
            said = [PASSIVES[w.lower().removeprefix("co-")] for w in (m["roles"], m["more"]) if w]
            yield m, tuple(dict.fromkeys(said))


_OTHER_WORK = re.compile(
    r"\b(?:score|music|soundtrack|lyrics|themes?|characters?|songs?|manga|novel)\s+(?:(?:is|are|was|were|has|been|being|also)\s+)+$",
    re.IGNORECASE,
)
_DID = PASSIVES | {"wrote": "script"}


_DESIGNED = re.compile(
    rf"\bcharacters?\s+(?:(?:is|are|was|were|being|been|have|all)\s+)*(?P<roles>designed)\s+by\s+(?P<names>{NAME})"
)


def _acts(text: str, low: str, known: Known) -> Credits:
    if "which " in low or "that " in low:
        for m in WHICH.finditer(text):
            yield m, tuple(_DID[verb] for verb in re.findall(r"\w+", m["roles"].lower()) if verb in _DID)
    for m in _DESIGNED.finditer(text) if "designed by" in low else ():
        yield m, ("character design",)
    for role, (does, stems) in DOES.items():
        for m in does.finditer(text) if any(stem in low for stem in stems) else ():
            thing = m["object"]
            ours = known.own.find(thing[:50])
            if (
                (ours and ours[0].start < 12)
                or _ALL_EPISODES.match(thing)
                or (role == "director" and m[0][: len(m[0]) - len(thing)].endswith("directs") and not _PARTLY.search(thing[:25]))
                or (
                    _OBJECT.match(thing)
                    and not _PARTLY.match(thing.strip())
                    and (
                        role in {"director", "script"}
                        or _THE_SERIES.match(thing)
                        or (role in {"producer", "music", "narrator"} and re.match(r"\W*$", thing))
                    )
                )
            ):
                yield m, (role,)
    for role, (does, stems) in DONE.items():
        if any(stem in low for stem in stems):
            yield from ((m, (role,)) for m in does.finditer(text))


def _named_work(m: re.Match[str]) -> bool:
    """ "music by X" is a credit; "the music from X" and "an answer to X" may be anything."""
    joint = m[0][: m.start("names") - m.start()].rstrip().rpartition(" ")[2]
    return joint == "by" or bool(re.search(r"\b(?:courtesy|handled|done|comes|goes|credited|provided|supplied)\b", m[0]))
