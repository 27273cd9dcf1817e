"""Who somebody is whom a sentence names: a person of the series file, a full name, or a surname whose full name stands elsewhere in the piece."""

import re
from collections.abc import Iterator

from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.names import CJK, NAME, key, listed

_NO_NAME = frozenset(
    """the a an it he she they we this that these his her its their our my your in on at of to for from with and or but so as by is was will has series show anime film movie game season episode
    studio director writer producer composer music script character characters cast staff theme song opening ending japan japanese english american tv january february march april may
    june july august september october november december monday tuesday wednesday thursday friday saturday sunday winter spring summer autumn fall everyone nobody somebody someone
    critics fans press committee production company official twitter team based original new first second chief animation design designs sound art voice voices directs directed says
    said starring featuring co-starring voiced played narrated trailer gets reveals adds announces reviews review returns streams premieres also still meanwhile credits crew who since though although because everything nothing honestly well overall final everybody there here what which with over only even now then how why where whereas whose whom unless until once despite besides after before when while not no yet another ask meet watch hear credit thank blame enter see read take dear according speaking asked fellow veteran newcomer""".split()
)
_ENDS = frozenset("based produced directed written studio network cast music script release".split())
"""The label of what follows in the same line."""
_TITLES = frozenset("Dr Professor Prof Judge Sir Dame Reverend Rev Mr Mrs Ms".split())
"""What stands before a name and is none of it."""
_HONOURED = re.compile(r"-(?:san|sensei|kun|chan|sama|shi)$")
_CALLING = re.compile(
    r"(?:[A-Z][a-z]{2,}ist|[Cc]o-[a-z]+|(?:[Ss]inger|[Ss]ong-?writer|[Rr]apper|[Dd]rummer|[Ii]dol|[Cc]omedian|[Mm]usician|[Vv]eteran|[Nn]ewcomer|[Aa]ctor|[Aa]ctress|[Ii]llustrator|[Pp]laywright|[Aa]uthor|[Ff]ilm-?maker|[Cc]omedienne)(?:[-/][Ss]ong-?writer)?)\s+(?=\S+\s+\S)"
)
"""What somebody is by trade, before a whole name: "Cellist X Y"."""
COMPANY = re.compile(
    r"\b(?:Films?|Pictures|Studios?|Productions?|Entertainment|Games|Works|Television|Animation|Media|Interactive|Inc|Ltd|Committee|Magazine|Network|Guild|Union|Association|Academy|Festival|Awards?|University)$"
)
_A_PART = re.compile(r"(?:Part|Season|Series|Chapter|Volume|Episode|Act|Book)\s+\w+")
"""A work by its number alone ("Part Two")."""
_BAND = re.compile(rf"{NAME}\s+(?:and|&)\s+(?:the|his|her|their)\s+{NAME}")
"""One band, and not two."""
_BAND_OF = re.compile(r"[A-Z][\w’'-]+ (?:of|OF|in|IN) (?:(?:the|THE) )?[A-Z][\w’'-]+")
_LONGEST = 60000


def people(text: str, line: Line, known: Known, band: bool = False) -> Iterator[str]:
    """The key of each person named in a match of NAMES or LISTED. `band`: a single word may be a whole name."""
    if band and (_BAND.fullmatch(text) or _BAND_OF.fullmatch(text)):
        yield key(text)
        return
    for name, _ in listed(text):
        if found := person(name, line, known, band):
            yield found


def person(name: str, line: Line, known: Known, band: bool = False) -> str:
    """The key of whoever is meant; empty where nobody can be told."""
    name = _HONOURED.sub("", re.sub(r"\s+", " ", name.strip(" .,;:")))
    if not name or known.own.find(name) or known.platforms.find(name) or COMPANY.search(name):
        return ""
    if whole := known.people.find(name):
        return whole
    if _A_PART.fullmatch(name):
        return ""
    if line.capitals and not line.label:
        words = name.split()
        return next((k for n in range(len(words) - 1, 1, -1) if (k := known.people.find(" ".join(words[:n])))), "")
    name = _CALLING.sub("", name) if _CALLING.match(name) else name
    if _is_called_like_a_month(name, line, known):
        return key(name)
    words = bare(name).split()
    while words and words[-1].lower() in _ENDS:
        words = words[:-1]
    if not words or any(w.lower() in _NO_NAME for w in words) or known.studios.find(name) or len(words) > 4:
        return ""
    if len(words) > 1 and words[0].rstrip(".") in _TITLES:
        words = words[1:]
    name = " ".join(words)
    if re.search(rf"[{CJK}]", name):
        return key(name)
    if len(words) == 1:
        return key(name) if band and len(name) > 1 else known.people.find(name) or _full(name, line) or _one_of(name, line, known)
    return known.people.find(name) or key(name)


def _is_called_like_a_month(name: str, line: Line, known: Known) -> bool:
    """Two words, one of which is also a month or a season, and the other nobody's whole name here."""
    words = name.split()
    if len(words) != 2 or sum(w.lower() in _MONTHS for w in words) != 1:
        return False
    other = next(w for w in words if w.lower() not in _MONTHS)
    if other.lower() in _NO_NAME or known.somebody(other) or known.platforms.find(other) or known.own.find(other):
        return False
    if words[1] == other and _full(other, line):
        return False
    return not re.search(rf"\b(?:in|since|until|this|last|next|late|early)\s+{re.escape(name)}", line.text)


_MONTHS = frozenset("april may june august summer autumn winter fall march".split())
"""Names of people, too: first names, and surnames."""


def bare(name: str) -> str:
    """Without the words before it with which a sentence begins."""
    words = name.split()
    while words and words[0].lower() in _NO_NAME:
        words = words[1:]
    return " ".join(words)


def _full(surname: str, line: Line) -> str:
    """The full name that the piece gives with this surname, before or after; empty if none, or two."""
    if len(surname) < 3:
        return ""
    body = " ".join(p.text for p in line.article.paragraphs)[:_LONGEST]
    found = {
        m[1]
        for m in re.finditer(rf"(?<!\w)([A-ZÀ-ÖØ-Þ][\w’'-]+)\s+{re.escape(surname)}\b", body)
        if m[1].lower() not in _NO_NAME and not re.search(r"[’']s$", m[1])
    }
    return key(f"{found.pop()} {surname}") if len(found) == 1 else ""


def _one_of(surname: str, line: Line, known: Known) -> str:
    """The only one of several people of the series file with this surname whom the piece gives in full; empty if none, or two."""
    spelt = surname.lower()
    several = [name for name in (*known.series.cast, *known.series.staff) if spelt in key(name).split()]
    if len(several) <= 1:
        return ""
    body = "\n".join((line.article.title, *(p.text for p in line.article.paragraphs)))[:_LONGEST]
    named = {known.people.find(name) for name in several if name in body}
    return named.pop() if len(named) == 1 else ""


def character(name: str, known: Known) -> str:
    """The key of a character as the series file has it, also by one name of several; else of what is written."""
    plain = (
        re.sub(r"^(?:the role of|the)\s+", "", name.strip(" .,;:'\"“”‘’"), flags=re.IGNORECASE)
        if not known.characters.find(name)
        else name
    )
    return known.characters.find(plain) or known.characters.find(RANK.sub("", plain)) or key(_KNIGHT.sub("", plain))


_KNIGHT = re.compile(r"^(?:Sir|Ser|Dame)\s+(?=[A-Z][\w’'-]+\s+[A-Z])")
"""No part of a name that is whole without it."""


RANK = re.compile(
    r"^(?:[Tt]he\s+)?(?:Captain|(?:[A-Z][a-z]+\s+)?Master|Sister|Father|Mother|Brother|Doctor|Dr\.?|Professor|Inspector|Detective|Superintendent|DI|DCI|DS|PC|Sergeant|Lieutenant|Commander|Colonel|Major|General|Admiral|Agent|Officer|Warden|Governor|Sheriff|Judge|Canon|Lady|Lord|Sir|Ser|King|Queen|Prince|Princess|Duke|Mr\.?|Mrs\.?|Ms\.?|Miss)\s+(?=[A-Z])"
)
"""What stands before a character's name, of which the series file may know nothing."""


def by_rank(word: str, known: Known) -> str:
    """The one character whose name begins with a rank that is said alone ("the captain"); empty where none or several do."""
    names = {
        n
        for n in (*known.series.cast.values(), *known.series.characters)
        if RANK.match(n) and n.lower().startswith(f"{word.lower()} ")
    }
    return names.pop() if len(names) == 1 else ""


def only_part(actor: str, known: Known) -> str:
    """The one character whom the series file gives to somebody; empty where it gives none or several."""
    who = known.people.find(bare(_HONOURED.sub("", actor)))
    parts = [part for name, part in known.series.cast.items() if who and known.people.find(name) == who]
    return parts[0] if len(parts) == 1 else ""
