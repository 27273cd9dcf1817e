"""Reads which studio makes it."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.makers import MAKERS, STUDIO, WORD, called
from pipeline.claims.names import company

_AND = rf"(?:(?:\s*,\s*|\s+and\s+|\s+together with\s+|\s*/\s*|\s*&\s*|\s+with\s+)(?:studio\s+)?(?P<also>{WORD}(?:\s+{WORD}){{0,3}})(?=\s*(?:[.,;)]|$)))?"
_BY = re.compile(
    rf"\b(?i:animated|developed|animation (?:(?:is|was|work) )?(?:produced|handled|comes|done)?|animation production|co-?developed|co-?produced|co-?animated|made|(?:being )?made|produced|in production|being animated|being developed|being produced|a production)\s+(?:(?i:is |was |and \w+ |entirely |in-house )\s*)?(?i:by|at|from)\s+(?:(?i:the\s+)?(?i:(?:anime|animation|game|production)?\s*(?:studio|company|house|developer|outfit)s?)\s+)?{STUDIO}{_AND}"
)
_LABEL = re.compile(
    rf"(?i:(?:animation )?studios?|animation production|animation|production company|developers?|produced at|アニメーション制作|制作)\s*(?:[:：|]|\s[–—-]\s)\s*{STUDIO}(?:\s*(?:,|/|&|and|×|x)\s*(?P<also>{WORD}(?:\s+{WORD}){{0,3}}))?(?!\w*\s*[:：])"
)
_TITLED = re.compile(
    rf"\b(?i:from|by|at|of|for)\s+(?i:the\s+)?(?i:(?:anime|animation|game|indie|film|production|two-person|small)\s+)*(?i:studio|developer|developers|production company|production house)\s+{STUDIO}{_AND}"
)
_DOES = re.compile(
    rf"(?:(?i:studio|developer)\s+)?{STUDIO}(?:\s*\([^()]{{1,40}}\)|,\s+which)?\s+(?:(?i:will|is|are|has|have|was|be|reportedly|may|might|also|both|not|won['’]t)\s+)*(?i:animat(?:es|ed|ing|e)|develop(?:s|ed|ing)|handl(?:es|ing|e|ed)\s+(?:the\s+)?(?:animation|production)|in charge of (?:the\s+)?(?:animation|production)|behind the animation|the (?:animation )?studio (?:behind|making|animating)|produc(?:es|ing|ed|e)(?=\s*(?:[.,;]|$|with\b))|produc(?:es|ing|e)\s+(?:the\s+)?(?:animation|series|anime|show|film)|produced\s+(?:the\s+(?:animation|series|anime|show|film|drama|serial)(?!['’])|it\b(?!\s+(?:in|at|to|as|a)\b))|ma(?:kes|king|de)\s+(?:the\s+)?(?:series|anime|show|film|game|it))\b(?P<rest>.{{0,50}})"
)
_OWNS = re.compile(rf"{STUDIO}(?:['’]s?)\s+(?:(?!\b(?:and|or|in|on|at|is)\b)[\w'’-]+\s+){{0,4}}$")
_OWN_NEWS = re.compile(
    rf"{STUDIO}\s+(?:(?i:has|have|is|also|will|today|officially)\s+)*(?i:announce[sd]?|reveal(?:s|ed)|unveil(?:s|ed)|adapt(?:s|ing|ed)?|confirm(?:s|ed)|said)\b[^.;]*?\b(?i:its(?!\s+(?:\w+\s+)?(?:showcase|panel|event|presentation|keynote|booth|livestream|stream|stage|broadcast|open\s+day|festival|conference)\b)|their|adapting|will adapt|adapts)\b(?P<rest>[^.;]*)"
)
_AT_WORK = re.compile(
    rf"{STUDIO}(?:,\s[^,;]{{2,80}},)?\s+(?:(?i:has|have|is|are|was|were|will|also|now|already|reportedly)\s+)*(?P<verb>(?i:beg[au]n|start(?:s|ed)|work(?:s|ed|ing)?|hard at work|at work|finish(?:ed|es|ing)?|busy|announc(?:ed|es|ing)|reveal(?:s|ed)|unveil(?:s|ed)|mak(?:es|ing)|made|produc(?:es|ed|ing)|creat(?:es|ed|ing)|deliver(?:s|ed)|return(?:s|ed) with|follow(?:s|ed) (?:up )?\w+ with))\b(?P<rest>[^.;]*)"
)
_SAYS_IT_MAKES = re.compile(
    rf"{STUDIO}(?:,\s[^,;]{{2,80}},)?\s+(?:(?i:has|have|also)\s+)*(?i:said|says|announce[sd]|confirm(?:s|ed)|reveal(?:s|ed)|told)\b[^.;]{{0,40}}?\bit\s+(?:is|was|will|would|has|had)\s+(?:\w+\s+)?(?:mak|produc|animat|adapt|turn|film)\w*\b(?P<rest>[^.;]*)"
)
_SAYS = re.compile("announc|reveal|unveil", re.IGNORECASE)
_OWN_WORK = re.compile(
    r"\b(?:its|their|the studio['’]s|the developer['’]s|the company['’]s)\s+(?:(?:next|new|latest|first|second|third|debut|upcoming|original|own)\s+)+(?:game|film|series|anime|show|project|feature|production|movie|original|work)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    rf"\b(?:[Cc]ompany|[Hh]ouse|[Oo]utfit|[Ss]tudio|[Pp]roducers)\s+{STUDIO}(?=\s+(?:produces|produced|makes|made|animates|animated|developed|develops)\b)"
)
_CALLED = re.compile(
    rf"\b(?:[Dd]evelopers?|(?:animation|game|anime) studio|production company)\s+{STUDIO}(?=\s+(?i:announc|confirm|reveal|unveil|said|says|has|is|will|plans|told)|,|$)"
)
_FOR = re.compile(
    rf"\b(?i:film|movie|series|anime|show|game|drama|thriller|horror|comedy|feature|production|project)\s+(?i:for|at)\s+{STUDIO}(?!['’]s\s+\S+\s+(?:anniversary|birthday))"
)
_ADAPTS = re.compile(rf"{STUDIO}\s+(?:(?i:is|has|will|be|are)\s+)*(?i:adapt(?:s|ing|ed)?|bring(?:s|ing))\b")
_BONES_ANIME = re.compile(
    rf"\b(?i:the|this|a|new|upcoming)\s+(?:(?i:new|upcoming|latest|original)\s+)*{STUDIO}\s+(?i:anime|series|show|film|game|production|original|project)\b"
)
_LATEST = re.compile(
    rf"{STUDIO}['’]s?\s+(?:(?!\b(?:and|or|in|on|at|is|was|last|previous|earlier|other|old)\b)[\w'’-]+\s+){{0,5}}?(?i:series|anime|show|film|project|game|original|drama|thriller|adventure|production)\b"
)
_PRODUCTION = re.compile(rf"\b(?i:an?|another)\s+{STUDIO}\s+(?i:original|production|anime|series|show|film|project)\b")
_BEHIND = re.compile(
    rf"{STUDIO}\s+(?i:is|are)\s+(?i:behind|making|animating|producing|developing|on)\s+(?i:it|the (?:series|anime|show|film|game|animation|project)|this|production|animation)\b"
)
_FROM = re.compile(rf"\b(?i:from|by|at)\s+{STUDIO}{_AND}")
_NOT_HERE = re.compile(
    r"\b(?:also by|assist\w*|in-between|cooperation|subcontract\w*|3d|cg\b|backgrounds?|behind\s+(?!the animation)|makers? of|creators? of|known for|previous\w*|earlier|former\w*|published|publisher|distribut\w*|licen[sc]\w*|music|soundtrack|trailer|opening|ending|subsidiary|parent|owned|rival|not to be confused|sponsor\w*)\b",
    re.IGNORECASE,
)
_AN_EVENT = re.compile(r"(?:Day|Days|Fest|Festival|Expo|Museum|Awards?|Store|Night|Show|Con|Event|Live|Exhibition)\b")
_NO_STUDIO = frozenset(
    "the a an its it japan he she they this that series anime show film game january february march april may june july august september october november december 2023 2024 2025 2026 studio who what television tv animation production original music".split()
)


_ANYBODY = (
    (_LABEL, (":", "：", "|", " – ", " — ", " - ")),
    (_BY, (" by ", " at ", " from ")),
    (_TITLED, ("studio", "develop", "company", "house")),
    (_DOES, ("animat", "develop", "handl", "produc", "charge", "mak", "made")),
    (_COMPANY, ("company", "house", "outfit", "studio", "producers")),
    (_FROM, ()),
)
"""Patterns that take any studio, each with what must stand in the sentence before it is worth a search."""


def studio(line: Line, known: Known) -> Iterator[Found]:
    """The makers: named as such, or by their name alone where the series file has it."""
    text = line.text
    if _PICTURE.match(text):
        return
    low = text.lower()
    ours = known.makers.find(text)
    for pattern, hints in _ANYBODY:
        if not (ours if pattern is _FROM else any(hint in low for hint in hints)):
            continue
        for m in pattern.finditer(text):
            if m.groupdict().get("rest") is not None and not _of_the_series(m["rest"], m[0], known):
                continue
            before = text[max(0, m.start() - 40) : m.start()]
            if pattern is _TITLED and not known.studios.find(m["studio"]) and _SPOKEN.search(text[: m.start("studio")]):
                continue
            if (
                _NOT_HERE.search(before)
                or _CAME_FROM.search(before)
                or re.match(r"\s*(?:behind|that|who|which|producer|director)\b", text[m.end() :])
            ):
                continue
            if not known.studios.find(m["studio"]) and (
                _DUBBED.search(text[: m.start("studio")])
                or (_OWNS_A_NAME.match(text, m.end("studio")) and not MAKERS.search(m["studio"]))
            ):
                continue
            for group in ("studio", "also"):
                if (name := m.groupdict().get(group)) and (who := _name(name, pattern, text[: m.end()], known, line)):
                    yield Found("", who, m.start(), m.end(group))
    for m in called(text, known) if any(stem in low for stem in _STEMS) else ():
        name = _AT.sub("", m["studio"])
        if _is_person(name, known):
            continue
        if (who := known.studios.find(name)) or not known.platforms.find(name):
            yield Found("", who or company(name), m.start(), m.end(), _NO.search(m[0]) is not None)
    if ours:
        yield from _known(line, known)
    for hit in ours:
        if (its := _LATEST.match(text, hit.start)) and _is_another(text, its.start(), its.end(), known):
            continue
        if (on := _BUSY_ON.match(text, hit.end)) and not (
            known.own.find(text) or known.somebody(on[1]) or known.platforms.find(on[1])
        ):
            continue
        if _MAKER.search(text[: hit.start]) or not (
            _NOT_HERE.search(before := text[max(0, hit.start - 40) : hit.start])
            or _CAME_FROM.search(before)
            or _SPOKEN.search(before)
            or _THERE.search(before)
            or _OTHERWISE.match(text, hit.end)
        ):
            yield Found("", known.studios.find(text[hit.start : hit.end]), hit.start, hit.end)


_PICTURE = re.compile(
    r"\W*(?:(?:header|featured|top|lead)\s+)?(?:(?:picture|image|photo(?:graph)?|screenshot)s?(?:\s+(?:credit|source|courtesy(?: of)?|via|by))?|credit)\s*:",
    re.IGNORECASE,
)
"""Whose picture stands there."""
_NO = re.compile(r"\b(?:not|never)\b|n['’]t\b")
_STEMS = (
    "studio",
    "develop",
    "company",
    "outfit",
    "team",
    "house",
    "mak",
    "made",
    "produc",
    "animat",
    "comes from",
    "hails from",
)
_AT = re.compile(r"^(?:At|From|For|In|With|By)\s+")


_DUBBED = re.compile(
    r"\b(?:dub(?:bed|bing|s)?|ADR|(?:English|French|German|Japanese|Spanish|Italian)(?:-language)? (?:version|one|track|cast|voices?))\b"
)
"""Who is named behind makes that, unless the file has it as the studio."""
_OWNS_A_NAME = re.compile(r"['’]s\s+[A-Z]")
"""A country or a town before the name that is meant."""
_BUSY_ON = re.compile(
    r"\s+(?:is|are|was|were|has|have)\b[^.;,]{0,40}\bon\s+[\"“‘'*_]*((?:The\s+|A\s+)?[A-Z][\w’'-]+(?:\s+(?:(?:of|the|and|in)\s+){0,2}[A-Z][\w’'-]+)+)"
)
"""What it works on is another title."""
_MAKER = re.compile(r"\b(?:producers?|developers?|makers?|animation studio)\s+$", re.IGNORECASE)
_CAME_FROM = re.compile(
    r"\b(?:animators|artists|people|veterans|staff|members|alumni|producers|employees|colleagues)\s+$"
    r"|\b(?:I|[Yy]ou|[Hh]e|[Ss]he|[Ww]e|[Tt]hey)\s+(?:(?:had|have|has|once|first|then)\s+)*(?:was|were|been|worked|started|began|trained|spent|learn(?:ed|t))\b[^.;,]{0,25}$"
    r"|\b(?:room|office|lobby|building|corridor|canteen|kitchen|basement|headquarters|desk)\s+$"
)
"""Somebody was there, or is asked there."""
_SPOKEN = re.compile(
    r"\b(?:(?:animators|artists|people|veterans|staff|members|alumni|producers|employees) (?:from|of|at)|joined|joining|left|leaving|founded|(?:who|that) (?:heads|runs|leads|chairs)|(?:chief|chair\w*|boss|[Ee]xecutives?|execs?|CEO) (?:of|at)|told by|according to|asked|(?:anniversary|birthday|history|years?|president|founder|head|spokes\w+) (?:of|at|for))\s+(?:the\s+)?(?:[Ss]tudio\s+)?$"
)
_THERE = re.compile(
    r"\b(?:room|office|lobby|building|corridor|canteen|kitchen|basement|headquarters|desk)\s+(?:at|in|inside|of|above)\s+(?:the\s+)?(?:[Ss]tudio\s+)?$"
)
"""Where somebody is asked."""
_OTHERWISE = re.compile(
    r"\s+(?:is|are)\s{6}|\s+(?:veterans?|alum\w*|regulars?|stalwarts?|staffers?|employees?|newcomers?|graduates?)\b|['’]?s?\s+(?:(?:\w+\s+){0,2}(?:anniversary(?!\s+(?:work|project|production|series|title|anime|show|feature)\b)|birthday|previous|earlier|other|last|next|former|past|rival\w*|shareholders?|stock|shares|president|founder|building|office|event|museum|channel|account|day|days|fest|store|schedule|inbox|label|website|banner|calendar|booth|logo|lobby|spokes\w+)\b)\b|\s+(?:also|previously|earlier|once|has|have|had|itself|yesterday|today)?\s*(?:sa(?:id|ys)|confirm\w*|den(?:y|ies|ied)|declin\w+|told|tells|announc\w+|wrote|writes|apologi\w+|did not|does not|would not|marks?|marked|celebrat\w+|turns?\s+(?:\d|\w+teen|ten|twenty|thirty|forty|fifty)|cited|cites|joked|insist\w*|add(?:s|ed)|promis\w+|(?:is|are)\s+(?:also|looking|busy|hiring|based|best|known|owned|run|led|headed)|previously|earlier|once|also|Day)\b|['’]?s?\s+(?:Day|Days|Fest)\b",
    re.IGNORECASE,
)
"""The studio is named for something else than this work."""


def _known(line: Line, known: Known) -> Iterator[Found]:
    """Studios of the series file, where their name alone says enough."""
    text = line.text
    for m in _OWN_NEWS.finditer(text):
        if (who := known.studios.find(m["studio"])) and (known.own.find(m["rest"]) or re.search(r"\badapt", m[0])):
            yield Found("", who, m.start(), m.end())
    for m in _SAYS_IT_MAKES.finditer(text):
        if (who := known.studios.find(m["studio"])) and known.own.find(m["rest"]):
            yield Found("", who, m.start(), m.end())
    for m in _AT_WORK.finditer(text):
        makes = not _SAYS.match(m["verb"]) and known.own.find(m["rest"])
        if (who := known.studios.find(m["studio"])) and (makes or _OWN_WORK.search(m["rest"])):
            yield Found("", who, m.start(), m.end())
    for m in (m for p in (_FOR, _CALLED, _ADAPTS, _BONES_ANIME, _LATEST, _PRODUCTION, _BEHIND) for m in p.finditer(text)):
        if not (m.re is _LATEST and _is_another(text, m.start(), m.end(), known)) and (who := known.studios.find(m["studio"])):
            yield Found("", who, m.start(), m.end())
    if len(text) < 120 and line.opens and line.paragraph >= 0:
        for part in re.split(r"\s*[,;|/•·()–—]\s*", text.strip(" .")):
            if part and (who := known.studios.find(part)) and company(part) == who:
                yield Found("", who, text.find(part), text.find(part) + len(part))
    for title in known.own.find(text):
        if (
            (owns := _OWNS.search(text[: title.start]))
            and (who := known.studios.find(owns["studio"]))
            and not _NOT_HERE.search(text[owns.end("studio") : title.start])
        ):
            yield Found("", who, owns.start(), title.end)


def _is_another(text: str, start: int, end: int, known: Known) -> bool:
    """ "Studio Kestrel's first show, Salt Road", "on Salt Road, Studio Kestrel's show": the title behind or before is another's."""
    if named := _TITLE_BEFORE.search(text, max(0, start - _TITLE), start):
        return not known.own.find(named[0])
    return bool(_A_TITLE.match(text, end)) and not known.own.find(text[end : end + _TITLE])


_TITLE = 60
_TITLE_BEFORE = re.compile(
    r"\b(?:on|of|for|with|is|was)\s+[\"“‘'*_]*(?:The\s+|A\s+)?[A-Z][\w’'-]+(?:\s+(?:(?:of|the|and|in)\s+){0,2}[A-Z][\w’'-]+)+[\"”’'*_]*,\s+$"
)
_A_TITLE = re.compile(r",?\s+[\"“‘'*_]*[A-Z]")


def _of_the_series(rest: str, whole: str, known: Known) -> bool:
    if re.search(
        r"animation|production$|in charge|the (?:series|anime|show|film|game)\b|\bit$",
        whole[: len(whole) - len(rest)],
        re.IGNORECASE,
    ):
        return not re.match(r"\s*(?:of|for)\s+(?!the\s+(?:series|anime|show|film)|it\b)", rest) or bool(known.own.find(rest))
    return bool(known.own.find(rest)) or bool(re.match(r"\s*(?:$|[.,;]|the (?:series|anime|show|film|game)|it\b|this)", rest))


def _is_person(name: str, known: Known) -> bool:
    """Also who has a company of his name, which is called by more than that."""
    return bool(known.people.find(name)) and not MAKERS.search(name)


def _name(name: str, pattern: re.Pattern[str], before: str, known: Known, line: Line) -> str:
    """The key of a studio; of one that nobody knows only where the words say that it is one."""
    if _is_person(name, known):
        return ""
    if who := known.studios.find(name):
        return who
    words = name.split()
    for n in range(len(words) - 1, 0, -1):
        if not _AN_EVENT.match(words[n]) and (who := known.studios.find(" ".join(words[:n]))):
            return who
    if (
        pattern is _FROM
        or known.people.find(name)
        or known.platforms.find(name)
        or known.own.find(name)
        or (line.capitals and not line.label)
    ):
        return ""
    if (
        words[0].isdigit()
        or (
            pattern is _DOES
            and not MAKERS.search(name)
            and not before.endswith(f"tudio {name}")
            and f"tudio {name} " not in before
        )
        or words[0].lower() in _NO_STUDIO
        or re.fullmatch(r"[\d.]+", name)
    ):
        return ""
    said = re.search(
        r"(?i:animated|developed|animation|studio|developer|company|house|outfit|producers)\b", before[-len(name) - 60 :]
    )
    return company(name) if said or MAKERS.search(name) else ""
