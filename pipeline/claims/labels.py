"""Reads what it is called: its genre."""

import re
from collections.abc import Iterator

from pipeline.claims.claim import Found
from pipeline.claims.genres import ALONE, ASKED, LISTED, keys
from pipeline.claims.genres import GENRE as _GENRE
from pipeline.claims.known import Known
from pipeline.claims.labelled import BEST, entered, mixed, of_brackets
from pipeline.claims.line import Line
from pipeline.claims.unlabelled import (
    BESIDE_IT,
    CALLED,
    DEFINED,
    IT_GOES_ON,
    LOOSE,
    NOT_A_LABEL,
    OF_A_PART,
    ON_AN_EPISODE,
    ON_STAGE,
    ONE_OF_MANY,
    ONE_OF_SEVERAL,
    OPINION,
    OTHER_NOUN,
    OTHER_WORDS,
    TAKEN_AS,
    THAT,
    TIMES,
    TITLED,
    is_in_a_name,
)

_G = re.compile(
    rf"(?:(?<![\w-])|(?<=\bfolk-)|(?<=\bbody-)|(?<=\bcosmic-)|(?<=\bcomedy-)|(?<=\bcrime-)|(?<=\bmystery-)|(?<=\bhorror-))(?:{_GENRE})(?![\w])",
    re.IGNORECASE,
)
_HEAD = r"(?:series|anime|show|film|movie|game|project|story|drama|thriller|comedy|romance|mystery|adventure|tale|saga|production|noir|whodunn?it|platformer|puzzler|roguelike|rpg|western|horror|fantasy|musical|documentary|isekai|rom-?com|sci-fi|serial|mini-?series|sitcom|satire|epic|procedural|flick)"
_SELF = frozenset(
    "drama thriller comedy romance mystery adventure noir whodunnit whodunit platformer puzzler roguelike rpg western horror fantasy musical documentary isekai romcom rom-com sci-fi".split()
)
_PHRASE = re.compile(
    rf"(?P<det>(?i:\b(?:a|an|the|this|its|new|upcoming|original|\w+['’]s?)))\s+[\"“‘]?(?P<np>(?:[\w'’+-]+[\"”]?,?\s+){{0,7}}?)(?P<head>(?i:{_HEAD}))\b(?!(?:,?\s+(?:and|or))?\s+(?i:(?:(?:{_GENRE}|dark|black|pitch-black)\s+)?{_HEAD}\b|killers?|fans|genre|of manners|editions?|audiences?|viewers|markets?|distributors?|publishers?|club|elements|trappings|conventions|clich\w+|tropes|whether|how|why|to)\b)(?<!live action)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?i:^\W*(?:genre(?:s|\(s\))?|categor(?:y|ies)(?=\s*[:：|]\s*(?:{_GENRE})\b)|type(?=\s*[:：|]\s*(?:{_GENRE})\b(?!\s+fig)))\s*[:：|]\s*|\bgenre(?:s|\(s\))?\s*[:：]\s*|\b(?-i:Main Genres?)\s+(?-i:(?=[A-Z]))|\b(?:the|its)\s+genre\s+is\s+(?=(?:{_GENRE})\b)|\b(?:tagged|labelled|labeled|billed|categori[sz]ed|listed|filed|shelved|classified)\s+(?:as|under)\s+(?:an?\s+)?)(?P<list>[^.;:|]{{2,80}})"
)
_IS = re.compile(
    r"(?:\b(?:is|was|be|becomes|remains|(?:is|was|['’]s)\s+(?:simply|essentially|basically|at heart|above all|first and foremost|ultimately|primarily)|(?:described|billed|pitched|sold|marketed|promoted|presented|conceived|styled|announced|introduced|tagged) as)|['’]s|\bturns?\s+[^.;,]{2,50}\s+into|,[\"”’']?|:|—|–|-|\(|\bcalls?\s+it|\bcall(?:s|ed)\s+(?:it(?=\s+[\"“])|the\s+(?:series|show|anime|film|game))(?:\s+[\"“‘'])?|^As|\bdescribed as|\bbilled as|\b(?:describ|pitch|bill|market|present|tout)(?:es|ed|s)\s+it\s+as)\s*$",
    re.IGNORECASE,
)


_JOINED = re.compile(rf"\b(?:{_GENRE})-(?=(?:{_GENRE})\b)", re.IGNORECASE)
""" "A mystery-thriller": two labels."""
_PARTS = re.compile(r"\s*[,/&]\s*|\s+and\s+")
_FEW_WORDS = re.compile(r"(?:[a-z][a-z’'-]+,?\s+){1,3}[a-z-]+")
_OF_A_LAND = re.compile(
    r"(?:[a-z-]+,?\s+){0,3}(?:Japanese|Korean|Irish|British|Scottish|Welsh|French|German|Italian|Spanish|Nordic|Danish|Swedish)\s+[a-z-]+"
)


def genre(line: Line, known: Known) -> Iterator[Found]:
    """Labels that are put on the series itself: with an article and a noun for it, or in a line of its own."""
    text = _JOINED.sub(lambda m: m[0].replace("-", " "), line.text)
    for labelled in _LABEL.finditer(text):
        said = re.split(
            r",?\s+(?:with(?! an? (?:[\w-]+ )?(?:dose|dash|touch|streak|hint|helping) of)|though|but|which|and (?:stars|will|is)|by|in|on|for|from)\b",
            labelled["list"],
        )[0]
        for said_so in (
            *(g[0] for g in _G.finditer(said)),
            *(LISTED[part] for part in _PARTS.split(said.lower()) if part in LISTED),
        ):
            yield from keys(said_so, labelled.start(), labelled.end("list"))
    if line.opens and ASKED.search(line.heading) and ALONE.fullmatch(text):
        for g in _G.finditer(text):
            yield from keys(g[0], 0, len(text))
    yield from of_brackets(text, known)
    named = (m for title in known.own.find(text) for p in (_TITLE_IS_ONE, BEST) if (m := p.match(text, title.end)))
    for m in (
        *_IS_ONE.finditer(text),
        *_HANDLED.finditer(text),
        *_PARTLY.finditer(text),
        *mixed(text),
        *named,
        *entered(line, known),
    ):
        for g in _G.finditer(m["said"]):
            yield from keys(g[0], m.start(), m.end("said"))
    at = last = 0
    of_it = known.own.find(text) or not ON_AN_EPISODE.search(line.article.title)
    while of_it and (m := _PHRASE.search(text, at)):
        words = [w[0] for w in _G.finditer(m["np"]) if not is_in_a_name(w, line.capitals)] + (
            [m["head"]] if m["head"].lower() in _SELF else []
        )
        and_one = 0 < last < m.start() and m["det"].lower() in ("a", "an") and bool(_AND_A.fullmatch(text, last, m.start()))
        put = (
            bool(words)
            and not _of_the_book(m, line)
            and _is_put_on_it(m, text, len(words), known, and_one or _begins(m, line, known))
        )
        last = m.end() if put else last
        if put and _ORIGIN.search(text, m.start("np"), m.end()):
            words = [word for word in words if word != "Western"]
        for word in words if put else ():
            yield from keys(word, m.start(), m.end())
        at = m.end() if put else m.start() + 1
    for own in known.own.find(text):
        before = text[max(0, own.start - 60) : own.start]
        tail = _BEFORE_TITLE.search(before)
        if tail and not _ORIGIN.search(tail["np"]) and not NOT_A_LABEL.search(before[: tail.start()] + " "):
            for g in _G.finditer(tail["np"]):
                yield from keys(g[0], own.start, own.end)


_ORIGIN = re.compile(r"\bWestern\s+(?i:rpgs?|role-playing|fantasy|anime|animation|animated|game|release)\b")
"""Where it is from, and no label."""
_STORIES = frozenset({"story", "tale", "project", "adventure"})
_NEAR = 30


_AS_ONE = r"(?:,\s[^,;:]{3,80},)?(?:['’]s|\s+(?:is|was))\s+(?:(?:pure|straight|simply|plain|proper|very much|old-fashioned|apparently|basically|essentially|definitely)\s+)?(?P<said>(?i:horror|science fiction|sci-fi|comedy|fantasy|noir|slice[- ]of[- ]life))(?=\s*[,.;:—!]|\s+(?:in the|with|of the|for|at|and|but|about)\b)"
_IS_ONE = re.compile(
    rf"(?:^\W*|[,;:.]\s+(?:(?:and|but)\s+)?)(?:[Ii]t|(?:[Tt]he|[Tt]his)\s+(?:series|show|anime|film|game)){_AS_ONE}"
)
_TITLE_IS_ONE = re.compile(rf"[\"”’'*_]*{_AS_ONE}")
"""Without an article: what kind of thing it is."""
_HANDLED = re.compile(
    r"\b(?:(?:releas|premier|air|stream|screen|distribut)(?:es?|s|ed|ing)|broadcasts?|star(?:s|red|ring)?\s+in|(?:delay|date|premiere|launch|debut|broadcast|release|run)\s+(?:of|for))\s+the\s+(?P<said>(?:[\w]+-(?:episode|part)\s+)?(?:(?:British|American|Irish|Scottish|Welsh|Japanese|Korean|French|German|Canadian|Australian|new|limited)\s+)?(?:(?:crime|period|historical|family|romantic|psychological|supernatural|medical|legal)\s+)?(?:drama|thriller|comedy|mystery|whodunn?it|western|musical|documentary|sitcom|rpg|roguelike))(?=\s*(?:[.,;:]|$)|\s+(?:on|at|next|this|for\s+a)\b|\s+(?:in|to|from)\s+(?:the\s+)?(?:[A-Z]|cinemas|theat))"
)
"""What is shown, put off or starred in is the work."""


_PART = rf"part\s+(?:[\w’'-]+\s+){{0,2}}?(?i:{_GENRE})(?:\s+(?i:{_GENRE}|game|film|story|show))*"
_PARTLY = re.compile(rf"\b(?:is|was|it['’]s)\s+(?P<said>{_PART},?\s+(?:and\s+)?{_PART})(?=\s*(?:[.,;—–]|$))")
"""Of two kinds at once."""
_AND_A = re.compile(r"[^.;:]{0,60}(?:,|\band|\bbut)\s+")
"""Between one label and the next."""


def _of_the_book(m: re.Match[str], line: Line) -> bool:
    """ "A novel by Ibuki. But it's a western": what "it" is, stands before."""
    return not line.opens and bool(_IT_IS.fullmatch(line.text[: m.start()]) and _A_BOOK.match(line.before.rpartition("? ")[2]))


def _begins(m: re.Match[str], line: Line, known: Known) -> bool:
    """A sentence, which may stand behind the title in bold type or a question about it: "**Iron Moth.** A western with ghosts."."""
    ahead = line.text[: m.start()]
    return not ahead.strip() or (
        not ahead.strip(" *_") and bool(known.own.find(line.before[-_NEAR:]) or _IS_IT.search(line.before))
    )


_IS_IT = re.compile(r"\b(?:it|this)\b[^?]{0,20}\?\W*$")
_IT_IS = re.compile(r"\W*(?:(?:But|And|So|Well|Still),?\s+)?(?:[Ii]t|[Tt]hat)(?:['’]s|\s+is|\s+was)\s+")
_A_BOOK = re.compile(
    r"\W*(?:An?|His|Her|The)\s+(?:[\w-]+\s+){0,2}(?:novel|book|manga|play|comic|game|film|short story)\s+(?:by|of|from|about|called)\b"
)
_OF_A_WORK = re.compile(
    r"\s+(?:(?:is|was|will be|has been|had been|was being|is being)\s+(?:(?:also|now|currently|being|then)\s+)?(?:directed|written|produced|created|adapted|based|set\s+(?:in|to)|ordered|renewed|commissioned|trimmed|delayed|pushed|picked|filmed|shot|cancel\w+|executive|due|expected|first\s+shown|shown\s+for\s+the\s+first\s+time)\b|stars\b|starring\b|follows\s+(?:[A-Z]|an?\s)|premier\w+|debut\w+|airs\b|aired\b|streams\b|cost\s+(?:a|an|about|\d|\$|£|¥)|hails\b|will\s+(?:premiere|debut|air|stream|launch|open|star|follow))"
    r"|,\s+(?:(?:which|that)\s+(?:is|was|premiere|debut|air|star|follow)\w*\b|(?:based|directed|written|adapted|created|produced)\s+(?:on|by|from|for)\b|starring\b|set\s+in\b|an\s+adaptation\s+of\b|from\s+[A-Z])"
)
"""Behind "the thriller": what only a work does."""
_CLAUSE_BEGINS = re.compile(r"(?:^\W*|[;:,]\s+(?:and\s+|but\s+)?|\bthat\s+)$")


def _is_put_on_it(m: re.Match[str], text: str, labels: int, known: Known, beside: bool) -> bool:
    """The noun phrase is said of the series: behind an "is" or beside its title; a lone "the drama" of it only with more words or the title."""
    before, det, head = text[: m.start()], m["det"].lower(), m["head"].lower()
    if OTHER_NOUN.match(text, m.end()) or ON_STAGE.search(m["np"]) or ONE_OF_SEVERAL.search(before):
        return False
    if OPINION.search(before):
        return False
    ours = det in _ITS or known.studios.find(det.removesuffix("'s").removesuffix("’s"))
    if known.game and head == "rpg" and ours and not ONE_OF_MANY.search(m["np"]):
        return True
    if det in {"a", "an"} and not before.strip(" *_•-") and DEFINED.match(text, m.end()):
        return False
    by_place = det == "the" and _is_whose(m["np"].strip(), known)
    titles = known.own.find(before)
    apposed = det == "the" and bool(titles) and not before[titles[-1].end :].strip(" ,\"”’'*_")
    if (
        head in _SELF - _FELT
        and _OWNED.match(text, m.end())
        and not _ANOTHER_ONE.search(m["np"])
        and _is_by_its_maker(det, known)
    ):
        return True
    if (
        det in {"a", "an"}
        and THAT.match(text, m.end())
        and (made := _HAS_MADE.search(before))
        and (labels > 1 or made[1] != "built")
    ):
        return True
    if THAT.match(text, m.end()) and not (by_place or apposed or (det in {"a", "an"} and _IS.search(before))):
        return False
    if OF_A_PART.search(before) or TIMES.search(f"{m['det']} {m['np']}"):
        return False
    if (
        m["np"].rstrip().endswith(",")
        or NOT_A_LABEL.search(before)
        or OTHER_WORDS.search(_outside(m["np"]))
        or ONE_OF_MANY.search(m["np"])
    ):
        return False
    if TITLED.match(text, m.end()) and not known.own.find(text[m.end() : m.end() + _NEAR]):
        return False
    named = (own := known.own.find(text[m.end() : m.end() + _NEAR])) and CALLED.fullmatch(text, m.end(), m.end() + own[0].start)
    if det in {"a", "an"}:
        if (
            not before.strip(" *_•-")
            and BESIDE_IT.match(text, m.end())
            and not known.own.find(text[m.end() : m.end() + 2 * _NEAR])
        ):
            return False
        taken = TAKEN_AS.search(before) and IT_GOES_ON.match(text, m.end())
        return bool(_IS.search(before) or named or beside or taken) and not (head in _STORIES and "," in m["np"])
    if (
        head in _SELF
        and labels == 1
        and not named
        and not by_place
        and not (det == "this" and _OF_A_LAND.fullmatch(m["np"] + m["head"]))
        and not (det in {"the", "this"} and _FEW_WORDS.fullmatch(m["np"] + m["head"]) and not LOOSE.search(m["np"]))
        and not (head != "drama" and det in {"the", "this"} and _COUNTED.fullmatch(m["np"]))
        and not (
            (det == "the" or (det == "this" and head not in _FELT))
            and head != "drama"
            and (not m["np"] or _OF_A_LAND.fullmatch(m["np"] + m["head"]))
            and _CLAUSE_BEGINS.search(before)
            and _OF_A_WORK.match(text, m.end())
        )
    ):
        behind = before[titles[-1].end :] if titles else ""
        return bool(titles) and (not behind.strip(" ,\"”’'") or (det.endswith("s") and len(behind) < _NEAR))
    return not (head in _STORIES and "," in m["np"])


def _is_by_its_maker(det: str, known: Known) -> bool:
    """ "Ono's drama": whose it is, made the series."""
    who = known.people.find(det[:-2]) if det.endswith(("'s", "’s")) else ""
    return bool(who) and any(name == who and role in _MAKERS for role, name in known.holders)


_ITS = frozenset({"the", "this", "its"})
_MAKERS = frozenset({"director", "chief director", "script", "series composition", "showrunner", "original creator"})
_FELT = frozenset({"romance", "adventure", "horror", "mystery"})
"""What somebody can have without having made it."""
_ANOTHER_ONE = re.compile(
    r"\b(?:earlier|early|previous|old|older|next|last|latest|recent|other|first|second|third|debut|former|coming|forthcoming|own|\d{4})\b"
)
_OWNED = re.compile(r"\s+(?:is|was|will|has|had|[a-z]+(?:s|ed))\b|\s+won\b")
_HAS_MADE = re.compile(
    r"\b(?:has|have)\s+(?:[a-z]+\s+[^.;]{0,50}\s+and\s+)?(made|directed|written|crafted|created|delivered|built)\s*$"
)
_COUNTED = re.compile(
    r"(?:four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|\d{1,2})-(?:episode|part)\s+(?:(?:British|American|Irish|Scottish|Welsh|Japanese|Korean|French|German|new|limited)\s+){0,2}"
)
"""With so many episodes "the drama" is the work."""


def _is_whose(np: str, known: Known) -> bool:
    """ "The Netflix drama", "the Studio Kestrel thriller": by its place or maker it is told from any drama in it."""
    return bool(known.studios.find(np) or any(h.start == 0 and h.end == len(np) for h in known.platforms.find(np)))


_BEFORE_TITLE = re.compile(
    rf"(?:^|\s)(?P<np>(?:(?:{_GENRE}|original|new)(?:,?\s+(?:and\s+)?(?={_GENRE}|original|new)|\s+))+)(?:anime|series|show|film|game|movie|thriller|drama|deckbuilder|shooter|adventure|crawler|epic|saga|serial|sitcom|mini-?series|adaptation|flick|pic|yarn|romp|caper)?\s*[\"“‘']?$",
    re.IGNORECASE,
)
"""Labels right before the title ("the sci-fi anime …")."""


def _outside(np: str) -> str:
    """What stands in a noun phrase beside genres, or words for how it is, that are joined by "and"."""
    np = _AND_HOW.sub("", np)
    return re.sub(rf"(?:{_GENRE})\s*(?:,|and|/|-)\s*(?={_GENRE})|slice[- ]of[- ]life", " ", np, flags=re.IGNORECASE)


_AND_HOW = re.compile(
    r"\b(?:[a-z-]+(?:y|ed|ing|ful|ous|al|ic|ive|less|ent|ant|ish|ble)|dark|warm|cold|slow|sad|big|bold|bleak|sharp|smart|sweet|strange|tense|grim|quiet)\s+and\s+(?=[a-z-]+\s)"
)
