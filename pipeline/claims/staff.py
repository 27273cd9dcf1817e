"""Reads who makes it: credits, in lines and in sentences."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.names import CJK, LISTED, NAME, NAMES, UPPER
from pipeline.claims.people import people
from pipeline.claims.roles import ACTS, ONE_PERSON, ROLE, ROLES_JOINED, TASKS, THEMES, roles_in

_AUX = r"(?:,?\s+who)?(?:\s+(?:will|is|are|was|were|has|have|had|also|both|to|be|been|now|again|then|once|once again|currently|set to|returns? to|reportedly|may|might|could|not|won['’]t))*"
_ASIDE = r"(?:,\s+[^,.;]{2,80},|\s*,)?"
_SERIES = r"(?:the\s+|this\s+|its\s+)?(?:new\s+|upcoming\s+|original\s+|whole\s+)*(?:series|show|anime|film|movie|game|project|adaptation|production|season|it)\b"
_BAND = r"(?:the\s+)?(?:(?:\w+\s+)?(?:band|singer|group|duo|artist|unit|trio|vocalist)\s+)?"
_THE = r"(?:the\s+|its\s+|their\s+|all\s+|both\s+)?(?:series['’]s?\s+|show['’]s\s+|anime['’]s\s+|film['’]s\s+|game['’]s\s+)?"
_LABEL = re.compile(rf"(?P<roles>{ROLES_JOINED})\s*(?:\([^()]{{1,30}}\)\s*)?(?::|：|\||\t|\s[–—-]\s)\s*(?P<names>{LISTED})")
_LINE_END = re.compile(rf"^\W*(?P<names>{NAMES})\s*(?:[:：|]|\s[–—-]\s|\()\s*(?P<roles>{ROLES_JOINED})\)?\s*$")
_THEME_LABEL = re.compile(
    rf"(?P<roles>(?i:(?:opening|ending|closing)(?:\s+theme)?(?:\s+song)?))\s*[:：]?\s*(?:is\s+|theme\s+is\s+|will be\s+)?[\"“‘「『'][^\"”’」』]{{1,60}}[\"”’」』']\s*(?:is\s+)?(?:(?:performed|sung|recorded)\s+)?by\s+{_BAND}(?P<names>{NAMES})"
)
_THEME_BY = re.compile(
    rf"(?P<roles>(?i:(?:opening|ending|closing)(?:\s+theme)?(?:\s+song)?))[^.;:]{{0,60}}?\b(?:performed|sung|is|comes|recorded|provided)\s+(?:\w+\s+){{0,2}}?(?:by|from)\s+{_BAND}(?P<names>{NAMES})"
)
_PASSIVE = re.compile(
    rf"(?P<roles>(?i:(?:co-)?directed|(?:co-)?written|scripted|penned|composed|created|scored|helmed|edited|shot|lensed|photographed|produced|narrated|adapted))(?:\s+and\s+(?P<more>(?i:directed|written|scripted|composed|created|co-written)))?\s+(?i:by)\s+(?P<names>{NAMES})(?!['’]s)"
)
_PASSIVES = {
    "directed": "director",
    "helmed": "director",
    "written": "script",
    "scripted": "script",
    "penned": "script",
    "co-written": "script",
    "composed": "music",
    "scored": "music",
    "created": "original creator",
    "edited": "editing",
    "shot": "cinematography",
    "lensed": "cinematography",
    "photographed": "cinematography",
    "produced": "producer",
    "narrated": "narrator",
    "adapted": "script",
}
_NOUN_BY = re.compile(
    rf"(?P<roles>{ROLES_JOINED})(?:,|\s+(?:is|are|was|comes?|being|will be|duties)(?:\s+courtesy)?)?(?:\s+(?:handled|done|composed|written|provided|supplied|overseen|taken on|performed|supervised|drawn|credited))?\s+(?:by|from|to|of(?<=courtesy of))\s+(?P<names>{NAMES})(?!['’]s)"
)
_NOT_BUT = re.compile(rf"(?P<roles>{ROLES_JOINED})\s+(?:is|was)\s+not\s+by\s+{NAME}\s+but\s+by\s+(?P<names>{NAMES})")
_UNDER = re.compile(rf"\b(?P<roles>(?i:direction))\s+of\s+(?P<names>{NAME})(?!['’]s)")
_CHAIR = re.compile(rf"(?P<names>{NAME})\s+(?:is|was|sits|remains)\s+in\s+the\s+(?P<roles>director)['’]s\s+(?:chair|seat)")
_NOUN_IS = re.compile(
    rf"(?:\b(?i:the|its|as)\s+)?(?:series['’]\s+|show['’]s\s+|anime['’]s\s+)?(?P<roles>{ROLES_JOINED})(?:\s+of\s+(?:the\s+)?(?P<of>[^,.;]{{2,40}}?))?\s+(?:is|will be|remains|is (?:thought|said|believed|reported|rumou?red) to be)\s+(?P<names>{NAMES})(?!['’]s)"
)
_TITLED = re.compile(
    rf"(?P<roles>{ROLES_JOINED})(?P<of>\s+(?:of|for)\s+[^,.;]{{2,40}}?)?,?\s+(?P<names>{NAME}(?:\s+and\s+{NAME}(?!\s+{ROLE}))?)"
)
_APPOSED = re.compile(
    rf"(?P<names>{NAME}),?\s*(?:,|\(|—|–|who\s+(?:is|was|serves as|served as|works as)|is|will be|serves? as|served as|will serve as|acts as|works as|returns as|joins as|joined as|was hired as|is credited (?:as|with|for)|is attached as|was named|has been named|named as|as|(?:supervising|serving|acting|working|joining|returning) as|was announced as|is listed as|is back as|steps in as|takes over as|is on|is also|also|(?:has\s+|have\s+)?(?:led|leads|joined|joins|heads|headed)\s+(?:the\s+)?(?:\w+\s+)?as|is thought to be)\s*{_THE}(?:(?:same|lead|main)\s+)?(?P<roles>{ROLES_JOINED})(?P<of>\s+(?:of|for|on|behind)\s+[^,.;)]{{2,50}})?(?=\s*(?:[,.;)—–]|$|\s(?:and|with|while|at|who|said|says|told|has|duties|alongside|,)\b))"
)
_TASK = rf"(?:handl(?:es?|ed|ing)|overs(?:ees?|aw|eeing)|supervis(?:es?|ed|ing)|(?:is|are|was|be|in)\s+(?:in\s+)?charge\s+of|charge\s+of|responsible\s+for|tak(?:es?|ing)\s+(?:care\s+of|on|charge\s+of|over)|took\s+(?:care\s+of|on|charge\s+of)|do(?:es|ing)?|did|provid(?:es?|ed|ing)|contribut(?:es|ed|ing)|suppl(?:y|ies|ied|ying)|lead(?:s|ing)?|led|penn(?:ed|ing)|writ(?:es?|ing)|wrote|deliver(?:s|ed)|mak(?:es|ing)|shar(?:es?|ing)|credited\s+(?:with|for)|on)\s+{_THE}(?:duties\s+of\s+)?"
_HANDLES = re.compile(
    rf"(?P<names>{NAMES}){_ASIDE}{_AUX}\s+{_TASK}(?P<roles>{ROLES_JOINED})(?P<of>\s+(?:of|for|on)\s+[^,.;)]{{2,50}})?"
)
_ALSO = re.compile(rf"\band\s+(?:also\s+|is\s+|will\s+)*{_TASK}(?P<roles>{ROLES_JOINED})")
_OWNED = re.compile(
    rf"(?P<names>{NAME})['’]s?\s+(?:\w+\s+){{0,2}}?(?P<roles>(?i:score|music|soundtrack|character designs?|scripts?|screenplay|direction|cinematography))\b"
)
_WITH = re.compile(rf"\s+(?:(?:together\s+|along\s+)?with|alongside)\s+(?P<names>{NAMES})(?=\s*(?:[,.;)]|$|\sand\b))")
_GAPPED = re.compile(
    rf"(?:;|,|\band\b)\s+(?:and\s+)?(?P<names>{NAME}),?\s+(?:the|its|on)\s+(?P<roles>{ROLES_JOINED})(?=\s*(?:[,.;]|$|\sand\b))"
)
_DOES = {
    role: re.compile(
        rf"(?P<names>{NAMES}){_ASIDE}{_AUX}\s+(?:(?:\w+s|\w+ed)\s+(?:{_SERIES}\s+)?and\s+(?:also\s+)?)?(?:co-)?(?:{verb})(?!\w)(?P<object>[^.;]{{0,60}})"
    )
    for role, verb in ACTS.items()
}
_TASKS = {
    role: re.compile(
        rf"(?P<names>{NAMES}){_ASIDE}{_AUX}\s+(?:(?:\w+s|\w+ed)\s+(?:{_SERIES}\s+)?and\s+(?:also\s+)?)?(?:{verb})\b(?P<of>\s+(?:of|for)\s+[^,.;]{{2,40}})?"
    )
    for role, verb in TASKS.items()
}
_DIRECT = re.compile(ACTS["director"])
_OBJECT = re.compile(
    rf"^\s*(?:$|[.,;:)—–!]|{_SERIES}|(?:at|with|alongside|from|while|as|again|too|for (?:studio|the studio|television|[A-Z]\w+$)|under|this time|here|together)\b|and\s+(?:\w+s|\w+ed|[A-Z]\w+)\b|(?:all|the whole)\b)",
    re.IGNORECASE,
)
_ALL_EPISODES = re.compile(r"^\s*(?:all|every)\s+(?:\w+\s+)?(?:episodes?|of it|it)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:previous(?:ly)?|earlier|formerly|former|best known|known for|once|before that|past|ex-|in \d{4}|years ago|used to|late|would-be|turned down|original(?:ly)? (?:attached|hired)|left the|stepped down|replac\w+|another|assistant to|inspired|influence\w*|admire\w*|style of|not (?:the|a|by))\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:episode|episodes|scene|sequence|insert|arc|storyboard\w*|trailer|article|review|interview|this piece|pilot)\b",
    re.IGNORECASE,
)
_THEMED = re.compile(r"opening|ending|closing|theme", re.IGNORECASE)
_GENERIC_OF = re.compile(
    r"\b(?:the|this|its)\s+(?:new\s+|upcoming\s+|original\s+|whole\s+|entire\s+)*(?:series|show|anime|film|movie|game|project|adaptation|production|season|original story)\b|\b(?:it|this)\b",
    re.IGNORECASE,
)


_SOMEBODY = re.compile(
    rf"[{UPPER}][\w’'.-]*\s+[{UPPER}]|[{UPPER}{CJK}]\w+.*\b(?:direct|wr[io]t|compos|produc|script|music|score|theme|opening|ending|design)|\b(?i:by|director|composer|writer|producer|scriptwriter)\s+[{UPPER}{CJK}]|[:：|]"
)
_COLON = re.compile(r"[:：|\t]|\s[–—-]\s")


def staff(line: Line, known: Known) -> Iterator[Found]:
    """(role, person) of every credit."""
    for m, roles in _credits(line, known):
        groups = m.groupdict()
        if (of := groups.get("of")) and not (known.own.find(of) or _GENERIC_OF.search(of)):
            continue
        before = line.text[max(0, m.start() - 80) : min(_name_start(m), _role_start(m))]
        if _OTHER_TIME.search(before) or _BYLINE.match(line.text):
            continue
        if (
            m.re is _TITLED
            and not _IS_THE.search(line.text[: m.start()])
            and any(_stranger(role, m["names"], known) for role in roles)
        ):
            continue
        themed = bool(set(roles) & {*THEMES, "music"}) and m.re is not _TITLED
        written = m["names"] if "names" in groups else _subject(line.text[: m.start()], known)
        if m.re in _WITHABLE and (more := _WITH.match(line.text, m.end() - len(groups.get("object") or ""))):
            written += f", {more['names']}"
        for who in people(written, line, known, band=themed):
            for role in roles:
                yield Found(role, who, min(_name_start(m), _role_start(m)), m.end() - len(groups.get("object") or ""))


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
_WITHABLE = (*_TASKS.values(), _DOES["script"], _DOES["director"])


def _name_start(m: re.Match[str]) -> int:
    return m.start("names") if "names" in m.groupdict() else m.start()


def _role_start(m: re.Match[str]) -> int:
    return m.start("roles") if "roles" in m.groupdict() else m.start()


def _credits(line: Line, known: Known) -> Iterator[tuple[re.Match[str], tuple[str, ...]]]:
    """Every match that ties names to roles, with those roles."""
    text = line.text
    if not _SOMEBODY.search(text):
        return
    if _COLON.search(text):
        for m in _LABEL.finditer(text):
            if roles := roles_in(m["roles"]):
                yield m, roles
    if m := _LINE_END.match(text):
        yield m, roles_in(m["roles"])
    for pattern in (_THEME_LABEL, _THEME_BY):
        for m in pattern.finditer(text):
            if not re.search(r"\bbased\b|[\"“].*[\"”].*[\"“]", m[0]):
                yield m, ("opening theme" if m["roles"].lower().startswith("opening") else "ending theme",)
    for m in _PASSIVE.finditer(text):
        if (
            not _PARTLY.search(text[max(0, m.start() - 25) : m.start()])
            and not re.search(r"\bepisode\b", text[max(0, m.start() - 70) : m.start()])
            and not re.search(
                r"(?:manga|novels?|comic|book|game|songs?|theme|chapters?|words|lyrics)\s+(?:\w+\s+)?$",
                text[: m.start()],
                re.IGNORECASE,
            )
        ):
            said = [_PASSIVES[w.lower().removeprefix("co-")] for w in (m["roles"], m["more"]) if w]
            yield m, tuple(dict.fromkeys(said))
    for pattern in (_NOUN_BY, _NOT_BUT, _UNDER, _CHAIR, _NOUN_IS, _HANDLES, _APPOSED, _GAPPED, _ALSO, _OWNED):
        for m in pattern.finditer(text):
            roles = roles_in(m["roles"])
            if pattern is _NOUN_BY and not _named_work(m, text):
                continue
            if roles and not _PARTLY.search(text[m.end("roles") : m.end("roles") + 12]):
                yield m, roles
    for m in _TITLED.finditer(text):
        roles = tuple(
            r for r in roles_in(m["roles"]) if r not in THEMES and (r in _SPOKEN or m["roles"][0].isupper() or r in ONE_PERSON)
        )
        if roles and not re.match(r"\s*(?:[:：]|of\s+[A-Z\"“])", text[m.end() :]):
            yield m, roles
    for role, does in _DOES.items():
        for m in does.finditer(text):
            thing = m["object"]
            if known.own.find(thing[:50]) and known.own.find(thing[:50])[0].start < 12:
                yield m, (role,)
            elif _ALL_EPISODES.match(thing) or (_OBJECT.match(thing) and not _PARTLY.match(thing.strip())):
                if role in {"director", "script"} or re.match(rf"\s+{_SERIES}", thing):
                    yield m, (role,)
    for role, does in _TASKS.items():
        for m in does.finditer(text):
            yield m, (role,)


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


def _named_work(m: re.Match[str], text: str) -> bool:
    """ "music by X" is a credit; "the music from X" and "an answer to X" may be anything."""
    joint = m[0][: m.start("names") - m.start()].rstrip().rpartition(" ")[2]
    return joint == "by" or bool(re.search(r"\b(?:courtesy|handled|done|comes|goes|credited|provided|supplied)\b", m[0]))
