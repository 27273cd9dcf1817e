"""Finds the credits of a line: every match of a pattern that ties names to roles. Does not ask who they are, nor of which work."""

import re
from collections.abc import Iterator, Sequence

from pipeline.claims.creators import Credits, authored, is_of_a_book
from pipeline.claims.credits import (
    A_FILM_BY,
    AGENT,
    BEST,
    COLON,
    CUES,
    DEBUTS,
    DESIGNED,
    DOES,
    DONE,
    HIS_OWN_SCRIPT,
    HIS_SCRIPT,
    LABEL,
    LINE_END,
    NOUN_BY,
    NOUNS,
    OWNED,
    PASSIVE,
    PASSIVES,
    ROLE_FIRST,
    SOMEBODY,
    THEME_BY,
    THEME_LABEL,
    THEME_SONGS,
    THEME_WHICH,
    TITLED,
    WHICH,
)
from pipeline.claims.episodic import ALL_EPISODES, ALL_OF_THEM
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.names import NAME
from pipeline.claims.roles import DIRECTING, ONE_PERSON, THEMES, role_places, roles_in

_SERIES = r"(?:us\b|me\b|both\s+(?:seasons|series)\b|(?:the\s+|this\s+|its\s+)?(?:new\s+|upcoming\s+|original\s+|whole\s+|first\s+)*(?:series|show|anime|film|movie|game|project|adaptation|production|season|drama|thriller|comedy|serial|mini-?series|it)\b(?!\s+(?:composition|scripts?)\b))"
_THE_SERIES = re.compile(rf"\s+{_SERIES}")
_OTHER_THING = re.compile(
    r"\bepisode\b.{0,50}$|(?:manga|manhwa|webtoon|novels?|comic|book|game|songs?|theme|chapters?|words|lyrics|videos?|clip|shorts?|trailer|teaser|commercial|documentary|pilot|dub)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_A_WORLD = re.compile(
    r"\b(?:universe|world|franchise|mythology|saga|creatures?|monsters?|characters?|languages?)\s+(?:first\s+)?$"
)
"""What belongs to more than this work."""
_THE_GAME = re.compile(
    r"(?:^|[.,;:]\s|\b(?:and|while|but)\s)\W*(?:[Tt]he|[Tt]his)\s+(?:[a-z-]+\s+)?game\s+(?:is|was|has\s+been|will\s+be|comes)\s+$"
)
_OBJECT = re.compile(
    rf"^\s*(?:$|[.,;:)—–!]|{_SERIES}|(?:at|with|alongside|from|while|as|again|too|for (?:studio|the studio|television|[A-Z]\w+$)|under|this time|here|together)\b|and\s+(?:\w+s|\w+ed|[A-Z]\w+)\b|(?:all|the whole)\b)",
    re.IGNORECASE,
)
PARTLY = re.compile(
    r"\b(?:episode|episodes|scene|sequence|insert|arc|storyboard\w*|trailer|article|review|interview|this piece|pilot|opener|(?:first|opening|last|final) (?:hours?|half))\b",
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
        "cinematography",
        "color design",
    }
)


def credited(line: Line, known: Known) -> Credits:
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
    if " by " in low or " by:" in low:
        yield from _passives(text, known)
    yield from _acts(text, low, known)
    yield from authored(text, low, known)
    yield from _works(text, low, known)


def _works(text: str, low: str, known: Known) -> Credits:
    """ "A film by X", "X's directorial debut", and what is composed in pieces."""
    if "debut" in low or "marks " in low:
        yield from ((m, ("director",)) for pattern in DEBUTS for m in pattern.finditer(text))
    if " from " in low and ("script" in low or "screenplay" in low):
        yield from ((m, ("script",)) for pattern in (*HIS_SCRIPT, *HIS_OWN_SCRIPT) for m in pattern.finditer(text))
    for best in BEST.finditer(text) if "best " in low else ():
        who = known.people.find(best["names"])
        if roles := tuple(role for role in roles_in(best["roles"]) if (role, who) in known.holders):
            yield best, roles
    if "cues" in low or "tracks" in low or "pieces" in low:
        yield from ((m, ("music",)) for m in CUES.finditer(text))
    if known.series.medium == "film" and " by " in low:
        for title in known.own.find(text):
            if m := A_FILM_BY.match(text, title.end):
                yield m, ("director",)


def _at(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with a role."""
    end = 0
    for place in places:
        if place >= end and (m := pattern.match(text, place)):
            end = m.end()
            if text.startswith(":", end):
                end -= len(m[0].rpartition(" ")[2])  # the last word is the label of what follows in the same line
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
                    and not PARTLY.search(text[m.end("roles") : m.end("roles") + 12])
                    and not (pattern is OWNED and _LACKS.search(text, max(0, m.start() - _NEAR), m.start()))
                ):
                    yield m, roles
    for m in _at(TITLED, text, places):
        if not AGENT.search(m["roles"]) or (
            "," in text[m.end("roles") : m.start("names")]
            and (_AS_NEXT.match(text, m.end("names")) or _IS_HIS.search(text, 0, m.start("roles")))
        ):
            continue
        roles = tuple(
            r for r in roles_in(m["roles"]) if r not in THEMES and (r in _SPOKEN or m["roles"][0].isupper() or r in ONE_PERSON)
        )
        if roles and not re.match(r"\s*(?:[:：]|of\s+[A-Z\"“])", text[m.end() :]):
            yield m, roles


_NEAR = 40
_LACKS = re.compile(r"(?:\bnot|n['’]t|\bnever|\bwithout|\blacks)\s+(?:[a-z]+\s+){0,3}$")
"""Before what is somebody's: it is his nevertheless."""
_AS_NEXT = re.compile(r"\s+(?:as|for|on|the|is|was|in\s+charge)\s")
"""What stands behind the next of a row: "X as art director, Y as sound director"."""
_IS_HIS = re.compile(rf"{NAME}\s+(?:is|was|remains|returns\s+as)\s+(?:the|its|their|our)\s+$")
"""Before a role that somebody has: whoever comes behind its comma does something else."""


def _themes(text: str) -> Credits:
    for pattern in (THEME_LABEL, THEME_BY, THEME_WHICH, *THEME_SONGS):
        for m in pattern.finditer(text):
            if not re.search(r"\bbased\b|[\"“].*[\"”].*[\"“]", m[0]):
                yield m, ("opening theme" if m["roles"].lower().startswith("opening") else "ending theme",)


def _passives(text: str, known: Known) -> Credits:
    for m in PASSIVE.finditer(text):
        before = text[max(0, m.start() - 70) : m.start()]
        if not (
            (PARTLY.search(before[-25:]) and not ALL_OF_THEM.search(before))
            or (_OTHER_THING.search(before) and not ALL_OF_THEM.search(before) and not (known.game and _THE_GAME.search(before)))
            or _OTHER_WORK.search(before)
            or (m["roles"].lower() == "created" and _A_WORLD.search(before))
            or _BOOK_ADAPTED.search(before)
            or _SOME.search(before)
            or _EXECUTIVE.search(before)
            or (m["roles"].lower() == "cut" and not _ROW.search(text))
            or (
                m["roles"].lower() == "adapted" and (_SCRIPTS.search(before) or (_SCRIPT.search(before) and " from " not in text))
            )
        ):
            said = [PASSIVES[w.lower().removeprefix("co-")] for w in (m["roles"], m["more"]) if w]
            who = known.people.find(m["names"])
            if m["roles"].lower() == "shot" and {role for role, holder in known.holders if holder == who} & DIRECTING:
                continue  # a director shoots what another photographs
            yield m, tuple(dict.fromkeys(said))


_OTHER_WORK = re.compile(
    r"\b(?:(?:ADR|dub|dubbing|English|French|German|localised|localized)\s+(?:scripts?|dialogue|adaptation)|subtitles|translation|score|music|soundtrack|lyrics|themes?|characters?|songs?|manga|novel)\s+(?:(?:is|are|was|were|has|been|being|also)\s+)+$",
    re.IGNORECASE,
)
_BOOK_ADAPTED = re.compile(
    r"\b(?:novels?|manga|manhwa|webtoon|comics?)\s+[A-Z](?:[\w’'-]*\s(?=[A-Z]|(?:the|of|a|and|in|to)\s)|[\w’'-]){1,60},\s+$|\b(?:novels?|books?|manga|manhwa|webtoon|comics?)(?:\s+series)?\s+(?:(?:that|which)\s+)?(?:it|(?:the|this)\s+\w+)\s+adapts,?\s+(?:is|was|were)\s+(?:\w+\s+)?$"
)
_QUOTED = re.compile(r"[,.!?…][\"”’']\s+(?:(?:the|its|series|chief|lead)\s+)*(?:[a-z]+\s+)?$")
"""Whoever writes behind what is quoted has said it."""
_DOWN = re.compile(r"\s+(?:it|them|this|that)\s+(?:down|up|off|out)\b")
_FOR_A_COMPANY = re.compile(
    r"\s+(?:for|through|via)\s+(?:[A-Z][\w&'’-]*\s+){1,4}?(?:Films?|Pictures|Productions|Studios?|Entertainment|Television|Media|Works)\b"
)
_FOR_A_PAPER = re.compile(r",\s+writing\s+(?:at|for|in|from)\s+[A-Z]")
_VOICES = re.compile(
    r"\s+(?:(?:the|its|all|both|these|this)\s+)?(?:(?:English|French|German|Spanish|Italian|new|local)(?:-language)?\s+)?(?:voices?|voice\s+(?:cast|actors|recordings?)|dub(?:bing)?|version)\b"
)
"""What is directed where a work is dubbed."""
_SOME = re.compile(
    r"(?:[,;(]|[—–])\s*(?:neither|none|one|two|three|four|half|(?:the\s+)?(?:first|second|third|last|other|latter|former)s?)(?:\s+of\s+(?:them|which))?\s+(?:is\s+|was\s+|were\s+)?$",
    re.IGNORECASE,
)
"""Some of the episodes that were just named, before what was done by somebody."""
_EXECUTIVE = re.compile(r"\b(?:executive|associate|line|co-executive)[\s-]+$", re.IGNORECASE)
"""Before "produced": no role that anything is claimed of."""
_ROW = re.compile(r"\b(?:shot|lensed|photographed|scored|written|directed)\s+by\b")
"""Others of the crew, in whose row a film is cut by its editor."""
_SCRIPTS = re.compile(r"\bscripts\s+(?:(?:are|were|have|been|being|all)\s+)*$", re.IGNORECASE)
"""Scripts in the plural that are adapted are those of a dub."""
_SCRIPT = re.compile(r"\bscript\s+(?:(?:is|was|has|been|being)\s+)*$", re.IGNORECASE)
"""So is one of which nobody says from what."""
_DID = PASSIVES | {"wrote": "script"}


def _acts(text: str, low: str, known: Known) -> Credits:
    if "which " in low or "that " in low:
        for m in WHICH.finditer(text):
            if not is_of_a_book(text, m.start("names")):
                yield m, tuple(_DID[verb] for verb in re.findall(r"\w+", m["roles"].lower()) if verb in _DID)
    for m in DESIGNED.finditer(text) if "designed by" in low or "the work of" in low else ():
        yield m, ("character design" if m["roles"].lower().startswith("character") else "mechanical design",)
    for role, (does, stems) in DOES.items():
        for m in does.finditer(text) if any(stem in low for stem in stems) else ():
            thing = m["object"]
            ours = known.own.find(thing[:50])
            if (
                _IT.match(thing)
                and known.series.medium in _SERIAL
                and _FILM.search(text, 0, m.start())
                and not known.own.find(text)
            ):
                continue
            if role == "script" and (_DOWN.match(thing) or _FOR_A_PAPER.search(text, m.start(), m.end())):
                continue
            if (role == "script" and _QUOTED.search(text[: m.start()])) or (role == "director" and _VOICES.match(thing)):
                continue
            if (
                (ours and ours[0].start < 12)
                or ALL_EPISODES.match(thing)
                or (role == "producer" and _FOR_A_COMPANY.match(thing))
                or (role == "director" and m[0][: len(m[0]) - len(thing)].endswith("directs") and not PARTLY.search(thing[:25]))
                or (
                    _OBJECT.match(thing)
                    and not PARTLY.match(thing.strip())
                    and (
                        role in {"director", "script"}
                        or _THE_SERIES.match(thing)
                        or (role == "showrunner" and _is_run(m[0][: len(m[0]) - len(thing)], m["names"], known))
                        or (role in {"producer", "music", "narrator"} and re.match(r"\W*$", thing))
                    )
                )
            ):
                yield m, (role,)
    for role, (does, stems) in DONE.items():
        if any(stem in low for stem in stems):
            yield from ((m, (role,)) for m in does.finditer(text))


_IT = re.compile(r"\s+it\b")
_FILM = re.compile(r"\b(?:film|movie)\b")
_SERIAL = frozenset({"anime", "show"})
"""What is no film."""


def _is_run(said: str, names: str, known: Known) -> bool:
    """Who is a showrunner by the word for it; "runs the show" is also said of whoever gives orders in the plot."""
    return not said.endswith((" show", " series")) or ("showrunner", known.people.find(names)) in known.holders


def _named_work(m: re.Match[str]) -> bool:
    """ "music by X" is a credit; "the music from X" and "an answer to X" may be anything."""
    joint = m[0][: m.start("names") - m.start()].rstrip(" :*_").rpartition(" ")[2]
    return (
        joint == "by"
        or bool(re.search(r"\b(?:courtesy|handled|done|comes|goes|credited|provided|supplied)\b", m[0]))
        or (joint == "from" and bool(_A_SCORE.search(m.string, 0, m.start("names"))))
    )


_A_SCORE = re.compile(r"\b[Aa]n?\s+(?:[a-z-]+\s+){0,2}(?:score|soundtrack|script|screenplay)\s+from\s+$")
"""A whole one that is somebody's."""
