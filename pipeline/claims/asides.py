"""What a sentence says in passing of other works is blanked before it is read; every place stays where it is."""

import re
from collections import Counter
from collections.abc import Mapping

from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.people import RANK
from pipeline.claims.roles import ROLES_JOINED

_ASIDES = re.compile(
    r"""\b(?:best\ |also\ |well\ |previously\ |perhaps\ |better\ |widely\ )*(?:known|famous|celebrated|remembered)\ (?:for|from|as\ the\ \w+\ of)\ (?:[^,.;()]|\([^()]*\))*(?:,\ (?:a|an|the|his|her|their)\ (?:(?!\b(?:is|are|was|were|will|has|have|had|premieres|airs|starts|begins|follows|tells|stars|comes|launches|arrives|runs|opens)\b)[^,.;()])*(?=[,.;)]|$|\ (?:and|that|which)\b)(?:\ (?:that|which)\ [^,.;()]*)?)?
  | ,?\s*\b(?:who|whose|which)\ (?!(?:is|was)\ (?:adapted|made|directed|written|animated|produced|created)\ (?:from|by)\b)(?:\w+\ )?(?:(?:also|previously|earlier|once|had|has|last|recently|before\ that)\ )*(?:directed|wrote|adapted|created|composed|made|worked|scored|voiced|played|animated|produced|designed|helmed|shot|credits|resume|debut|earlier|previous|filmography|past|last(?!\ (?:year|month|week|night|[a-z]+day|winter|spring|summer|autumn|fall|[JFMASOND][a-z]+)\b))\b(?!\ by\b|\ (?:the|this)\ (?:series|show|anime|film|movie|game|drama)\b)(?:(?<=earlier)|(?<=previous)|(?<=past)|(?<=last)|(?=[^,.;()]*(?:[A-Z"“‘]|others?\b)))[^,.;()]*(?:,\ (?:a|an|the|his|her|their)\ (?:(?!\b(?:is|are|was|were|will|has|have|had|premieres|airs|starts|begins|follows|tells|stars|comes|launches|arrives|runs|opens)\b)[^,.;()])*(?=[,.;)]|$|\ (?:and|that|which)\b)(?:\ (?:that|which)\ [^,.;()]*)?)?
  | ,\ who\ (?:was|starred\ as|appeared\ as)\ [A-Z][^,;.()]*\ in\ ["“‘'*]?[A-Z][^,;.()]*(?=,)
  | ,\ which\ (?:also\ |last\ )?(?:put\ out|released|published|licensed|distributed)\ (?=["“‘*]?[A-Z])[^,.;()]*
  | ,?\s*\bwho\ also\ (?:directs|writes|scores|animates|designs|produces|helms|composes)\ (?=[^,.;()]*[A-Z"“‘])[^,.;()]*
  | ,\s(?:who\ (?:was|is)\ )?(?:(?:so|very|last|recently|utterly|always|also|just)\ )*(?:a\ (?:\w+\ ){1,3}|good\ |great\ |seen\ |fine\ |superb\ |brilliant\ |terrific\ |wonderful\ |memorable\ |excellent\ |unforgettable\ |heard\ |fresh\ |best\ )(?:in|from|off)\ ["“‘'*]?[A-Z][^,;.()]*(?=,)
  | ,\ (?:(?:most\ )?recently|lately|last|previously|latterly)\ (?:seen\ |heard\ |found\ |at\ work\ )?(?:adapting|directing|writing|scoring|voicing|playing|making|composing|designing|producing|animating)\ [^,.;()]*(?=,)
  | (?<=[\w’'],\ )the\ (?:film-?maker|director|writer|writer-director|creator|author|producer|showrunner|composer|mind)\ (?:behind|of)\ ["“‘'*]?(?:The\ |A\ )?[A-Z][^,.;()]*(?:,\ ["“‘'*]?[A-Z][^,.;()]*)+(?<=[\w"”’'*])\ and\ [^,.;()]*(?=,)
  | \b(?:the\ )?(?:same\ )?(?:studio|film-?maker|team|makers?|creators?|people|company|director|writers?|producers?|minds?|author|staff|crew|animators|writer-director|developers?)s?\ (?:behind|of|on|responsible\ for)\ (?:the\ )?(?:hit\ |acclaimed\ |beloved\ |popular\ |earlier\ )?["“‘']?[A-Z][^.;()]*?(?=,|\.|;|\(|\)|$|\ (?:is|are|was|will|has|have|and|comes|returns?|directs?|writes)\b)
  | \b(?:unlike|compared\ (?:to|with)|in\ contrast\ to|as\ opposed\ to|just\ like|much\ like|like\ (?:its|the)\ (?:predecessors?|first|last|previous)|as\ with|fans\ of|far\ from|(?:more|fewer|less|longer|shorter|better|worse|later|earlier)\ than(?!\ (?:\d|half\b|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b|an?\ (?:dozen|hundred|thousand|million|billion|decade|century|year|month|week|hour)\b)))\ (?:[^,;:.()]|:(?!\ (?:it|they|there|[\w-]+\ (?:episodes|parts))\b))*(?:,\ (?:which|who|whose|a|an|another)\ [^,;.()]*)?
  | \((?:also\ )?(?:of\ |known\ for\ |previously\ |director\ of\ |the\ \w+\ of\ )[^()]*\)
  | \b(?:after|before|following)\ (?:directing|writing|making|composing|scoring|voicing|producing|animating)\ [^,.;()]*
  """,
    re.VERBOSE,
)


_IS = re.compile(r"\b(?:be|is|was|as|become|becomes|became)\s+(?:an?\s+)?(?:art|animation|sound|technical|assistant|chief)\s+$")
"""Before "director of Salt Road": what somebody is, which says more of him than in passing."""
_A_WORK = re.compile(r"\b(?:[Tt]he|[Ii]ts)\s+(?:\w+\s+)?(?:season|series|show|anime|film|movie|game|drama)$")
"""Before an apposition: it tells what the series is, or what it adapts."""
_REACH = 30
_HIS_VOICE = re.compile(r"\(the\s+voice\s+of\s+(?P<who>[^()]{2,40})\)")
_HIS_PART = re.compile(
    r"\bwho\s+(?:also\s+)?(?:(?:plays|voices)\s+(?P<who>(?:the\s+)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2})(?:\s+in\s+it|\s+here)?|(?:played|voiced)\s+(?P<once>(?:the\s+)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2})\s+in\s+(?:it|the\s+(?:series|show|anime|game)))\s*$"
)


def _plays_in_it(aside: str, known: Known) -> bool:
    """ "Who played Wren": a part of this work, and no other work."""
    if m := _HIS_VOICE.fullmatch(aside):
        return bool(known.characters.find(m["who"]))
    m = _HIS_PART.search(aside)
    return bool(m and known.characters.find(m["who"] or m["once"]))


_BRACKETS = re.compile(r"(?<=[\w’'.])\s[(（]([\"“‘]?[A-Z][^()（）]{1,90})[)）]")
_OF_A_WORK = re.compile(r"(?<=\w)\sof\s[“\"][A-Z][^”\"]{1,60}[”\"]")
_SOMEBODY = re.compile(r"\b(?!Season|Series|Part|Book|Volume|Episode)[A-Z][\w’'-]+\s[A-Z][\w’'-]+$")
"""Who is known for the quoted work that stands behind the name."""
_IN_CAST = re.compile(r"\b(?:cast|voices|characters)\b", re.IGNORECASE)
_FIRST_NAME = re.compile(r"[A-Z][^\W\d_]+(?:[’'-]\w+)?")
_WHOLE_NAME = re.compile(r"(?!Part|Season|Series|Episode|Book|Volume|Chapter|Act\b)[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){1,2}")
_RANKED = re.compile(rf"{RANK.pattern.removeprefix('^')}[A-Z][\w’'-]+$")


def _held(text: str, known: Known) -> Counter[str]:
    """What the brackets of a row hold, by the pairs that the series file knows: "parts" behind actors, or "actors" behind parts."""
    held = Counter[str]()
    for m in _BRACKETS.finditer(text):
        ahead = _named(text[: m.start()]).split()
        two = " ".join(ahead[-2:])
        held["parts"] += bool(known.people.find(two) and known.characters.find(m[1]))
        held["actors"] += bool(known.people.find(m[1]) and (known.characters.find(two) or known.characters.find(ahead[-1])))
    return held


def _named(before: str) -> str:
    """What stands before a bracket up to the name, without what he is: "Nell the mage"."""
    return _WHAT_HE_IS.sub("", before)


_WHAT_HE_IS = re.compile(r"(?<=\w),?\s(?:the|her|his|their)\s(?:[a-z-]+\s)?[a-z-]+$")


def _is_one_more(m: re.Match[str], held: Mapping[str, int]) -> bool:
    """Another pair of the row: a whole name and a first name, or one with a rank; where two pairs are known, two whole names."""
    before = _named(m.string[: m.start()])
    if held["parts"]:
        short = _FIRST_NAME.fullmatch(m[1]) or _RANKED.fullmatch(m[1])
        return bool((short or (held["parts"] >= _SEVERAL and _WHOLE_NAME.fullmatch(m[1]))) and _SOMEBODY.search(before))
    if held["actors"] and _WHOLE_NAME.fullmatch(m[1]):
        by_one = _RANKED.search(before) or (_FIRST_NAME.fullmatch(before.split()[-1]) and not _SOMEBODY.search(before))
        return bool(by_one or (held["actors"] >= _SEVERAL and _SOMEBODY.search(before)))
    return False


_SEVERAL = 2


_IN_BRIEF = re.compile(
    r"(?P<name>(?:\b(?:The\s+|A\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:of|the|and|for|in)\s+)?[A-Z][\w’'-]*)*)[!?]?[\"”*_]*)\s\((?=[^()]*\b(?:cancell?ed|renewed|in development|(?:from|based on) the (?:[\w-]+ )?(?:novels?|manga|comics?|play|podcast|books?)|\d series|series (?:one|two|three|\d)|(?:two|three|\d) seasons)\b)[a-z\d][^()]{3,80}\)"
)
"""Another work of which brackets say what it is and how it stands: "Low Water (thriller, two seasons, cancelled)"."""
_KEPT = re.compile(rf"\d|^(?:{ROLES_JOINED})$|\b(?:voice|played|cv)\b", re.IGNORECASE)


def set_aside(line: Line, known: Known) -> Line:
    """The line with blanks for its asides, but for those that name the series or run into it."""

    def blank(m: re.Match[str]) -> str:
        ahead = line.text[: m.start()]
        title = m[0].startswith(", a") and any(h.end == m.start() for h in known.own.find(ahead))
        apposed = title or (m[0].startswith((", a", ", which adapt")) and _A_WORK.search(ahead))
        return (
            m[0]
            if apposed
            or known.own.find(m[0])
            or _plays_in_it(m[0], known)
            or _IS.search(line.text, max(0, m.start() - _REACH), m.start())
            else " " * len(m[0])
        )

    text = _ASIDES.sub(blank, line.text)
    for title in known.own.find(text):
        if m := _BRANCH_OF.match(text, title.end):
            text = f"{text[: title.end]}{' ' * len(m[0])}{text[m.end() :]}"
    return line if text == line.text else line._replace(text=text)


def without_brackets(line: Line, known: Known) -> Line:
    """The line with blanks for other works in brackets behind a person."""
    if "(" not in line.text and "（" not in line.text and " of " not in line.text:
        return line

    held = _held(line.text, known)

    def works(m: re.Match[str]) -> str:
        said, ahead = m[1], _named(line.text[: m.start()]).split()
        keep = (
            known.characters.find(" ".join(ahead[-2:]))
            or known.characters.find(ahead[-1])
            or (
                known.somebody(said)
                or known.own.find(said)
                or known.platforms.find(said)
                or _KEPT.search(said)
                or _IN_CAST.search(line.heading)
                or _is_one_more(m, held)
            )
        )
        return m[0] if keep else " " * len(m[0])

    def stands(m: re.Match[str]) -> str:
        name = m["name"]
        ours = known.own.find(name) or known.somebody(name) or known.platforms.find(name) or known.studios.find(name)
        return m[0] if ours else f"{name}{' ' * (len(m[0]) - len(name))}"

    def made(m: re.Match[str]) -> str:
        return m[0] if known.own.find(m[0]) or not _SOMEBODY.search(line.text[: m.start()]) else " " * len(m[0])

    text = _OF_A_WORK.sub(made, _IN_BRIEF.sub(stands, _BRACKETS.sub(works, line.text)))
    return line if text == line.text else line._replace(text=text)


_BRANCH_OF = re.compile(
    r"(?:[\"”’'*_]*,|,[\"”’'*_]+)\s+(?:the|its|an?)\s+(?:[\w’'-]+\s+){0,4}?(?:prequel|sequel|follow-up|spin-?off|successor)(?:\s+[a-z]+)?\s+(?:to|of|from)\s+(?:the\s+)?[\"“‘'*_][^\"“”;]{2,50}?(?:,[\"”’'*_]+|[\"”’'*_]+,)(?=\s)"
)
"""Behind the title what it follows, in quotation marks ("the prequel to “Iron Moth,”")."""
