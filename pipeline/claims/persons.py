"""Names that are somebody's, or an outlet's, by the words around them, so that they are no titles. Knows no series."""

import re

from pipeline.claims.roles import ROLE

_PERSON_BEFORE = frozenset(
    """by with to voiced starring star stars actor actors actress singer band performer told mr ms mrs dr say says said critic journalist reporter analyst insider leaker artist group
    character hires hired names named tapped cast joined unit duo idol broadcaster streamer publisher licensor distributor service channel outlet site magazine newspaper weekly via
    source director directors writer writers producer producers composer creator designer author editor scriptwriter screenwriter showrunner narrator music script design composition
    screenplay direction photography cinematographer scenarist playwright poet novelist mangaka novel comedian veteran newcomer folk pianist violinist illustrator animator hands""".split()
)
"""Words before a name that is no title."""

DOES = frozenset(
    """who said says told tells explained wrote writes added confirmed announced reports reported revealed directs voices plays stars handles composes joins serves provides performs
    sings gave gives rated scored awarded as returns returned helms pens penned oversees supervises""".split()
)
"""What somebody does, in the word behind the name."""

_PERSON_THEN = re.compile(
    rf"^(?:['’]s?\s+(?:\w+\s+)?(?:manga|novels?|light novels?|comics?|webtoon|story|stories|books?|score|music|scripts?|direction|character designs?|voice)\b)|^\s*(?:\((?![^()]*\d\d\d|[^()]*\d (?:[A-Z]|episodes)|[^()]*[a-z] \d|\w+ (?:episodes|parts)\b|series|season|part|episode|(?:U|PG(?:-13)?|12A?|15|18|R|NR|TV-\w+)\))|,\s*(?:the|its|a)?\s*{ROLE}|(?:will (?:also )?|is |are )(?:direct(?:ing)?\b|writ(?:e|ing)\b|voic(?:e|ing)\b|play(?:ing)?\b|star(?:ring)?\b|compos(?:e|ing)\b|handl|return|credited|attached|in charge|responsible|the voice|sing|perform)|(?:directed|designed|composed|produced|created|adapted|edited)\b(?!\s+by)|(?:is|was)\s+(?:the\s+|its\s+|also\s+)*{ROLE}|(?:has been |was |have been )(?:cast|named|hired|tapped|chosen)\b)"
)

_MAKING = re.compile(
    r"\s+(?:\w+\s+)?(?:manga|novels?|light novels?|comics?|webtoon|story|stories|books?|score|music|scripts?|direction|designs?|voice|performance)\b"
)
_WORDS = re.compile(r"[\w'’-]+")
_CALLED_A_WORK = re.compile(
    r"[\"”’'*_]*\s+(?:film|movie|anime|series|show|game|manga|musical)\b(?!\s+(?:director|writer|actor|composer|fan))"
)
"""What only a title has behind it ("the Iron Choir film")."""
_WORK_FROM = re.compile(r"\b(?:score|music|scripts?|designs?|words|story|songs?|photography|editing) from\s+$")


def is_person(text: str, start: int, end: int) -> bool:
    """The words around say that a name is somebody's, or an outlet's."""
    if _WORK_FROM.search(text, max(0, start - 40), start):
        return True
    if _CALLED_A_WORK.match(text, end) and not text[:end].endswith(("'s", "’s")):
        return False
    before = _WORDS.findall(text[max(0, start - 24) : start].lower())[-2:]
    if before and (
        (before[-1] in _PERSON_BEFORE and before[-2:] != ["than", "by"] and not (before[-1] == "to" and before[0] != "according"))
        or (before[-1] == "the" and before[0] in _PERSON_BEFORE)
    ):
        return True
    after = _WORDS.match(text, end + 1) or _WORDS.match(text, end + 2)
    if text[:end].endswith(("'s", "’s")) and _MAKING.match(text[end : end + 40]):
        return True
    return bool((after and after[0].lower() in DOES) or _PERSON_THEN.match(text[end : end + 60]))
