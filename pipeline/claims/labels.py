"""Reads what it is called: its genre, and whether it goes on."""

import re
from collections.abc import Iterator, Mapping

from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.numbers import ORDINAL, number
from pipeline.claims.telling import is_denied

GENRES: Mapping[str, str] = {
    "action": "action", "action-adventure": "action adventure", "action-packed": "", "adventure": "adventure", "comedy": "comedy", "dark comedy": "comedy", "romcom": "romance comedy", "rom-com": "romance comedy",
    "romantic comedy": "romance comedy", "cyberpunk": "cyberpunk", "drama": "drama", "fantasy": "fantasy", "dark fantasy": "fantasy", "urban fantasy": "fantasy", "historical": "historical", "period": "historical", "horror": "horror", "isekai": "isekai",
    "magical girl": "magical-girl", "magical-girl": "magical-girl", "mecha": "mecha", "musical": "musical", "mystery": "mystery", "whodunnit": "mystery", "whodunit": "mystery", "noir": "noir", "tech-noir": "noir", "tech noir": "noir", "neo-noir": "noir",
    "psychological": "psychological", "puzzle": "puzzle", "roguelike": "roguelike", "platformer": "platformer", "platform": "", "romance": "romance", "romantic": "romance", "rpg": "rpg", "role-playing": "rpg", "sci-fi": "sci-fi",
    "science fiction": "sci-fi", "science-fiction": "sci-fi", "sf": "sci-fi", "simulation": "simulation", "slice of life": "slice-of-life", "slice-of-life": "slice-of-life", "sports": "sports", "strategy": "strategy", "superhero": "superhero",
    "supernatural": "supernatural", "thriller": "thriller", "western": "western", "crime": "crime", "documentary": "documentary", "detective": "detective",
}  # fmt: skip
"""As written → key or keys; in keys of two words a hyphen stands for the blank."""
_GENRE = "|".join(sorted((re.escape(g) for g in GENRES), key=len, reverse=True))
_G = re.compile(rf"(?<![\w-])(?:{_GENRE})(?![\w])", re.IGNORECASE)
_HEAD = r"(?:series|anime|show|film|movie|game|project|story|drama|thriller|comedy|romance|mystery|adventure|tale|saga|production|noir|whodunn?it|platformer|roguelike|rpg|western|horror)"
_SELF = frozenset(
    "drama thriller comedy romance mystery adventure noir whodunnit whodunit platformer roguelike rpg western horror".split()
)
_PHRASE = re.compile(
    rf"(?P<det>(?i:\b(?:a|an|the|this|its|new|upcoming|original|\w+['’]s?)))\s+(?P<np>(?:[\w'’+-]+,?\s+){{0,7}}?)(?P<head>(?i:{_HEAD}))\b(?!\s+(?i:{_HEAD}\b|fans|genre|of manners|club|elements|trappings|conventions|clich\w+))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?i:^\W*genres?\s*[:：|]\s*|\bgenres?\s*[:：]\s*|\b(?:tagged|labelled|labeled|billed|categori[sz]ed|listed|filed|classified)\s+(?:as|under)\s+(?:an?\s+)?)(?P<list>[^.;:|]{2,80})"
)
_IS = re.compile(
    r"(?:\b(?:is|was|be|becomes|remains|as)|['’]s|,|:|—|–|-|\(|\bcalls? it|\bdescribed as|\bbilled as)\s*$", re.IGNORECASE
)
_NOT_A_LABEL = re.compile(
    r"\b(?:like|unlike|than|less|more|fans? of|lovers? of|history of|kind of|sort of|feels?|felt|part|half|hardly|barely|scarcely|never|other|another|every|any|many|best|worst|most|each|good|great|decent|among|as if|looks|homage|nods?|than a|not|neither|nor|isn['’]t|rather|instead|seeking|want\w*|wait\w*|pretend\w*|dressed|would-be|enough|could|almost|tribute|trapped|classic|one of)\b[^,;:]{0,40}$",
    re.IGNORECASE,
)


def genre(line: Line, known: Known) -> Iterator[Found]:
    """Labels that are put on the series itself: with an article and a noun for it, or in a line of its own."""
    text = line.text
    for labelled in _LABEL.finditer(text):
        said = re.split(r"\s+(?:with|and (?:stars|will|is)|by|in|on|for|from)\b", labelled["list"])[0]
        for g in _G.finditer(said):
            yield from _keys(g[0], labelled.start(), labelled.end("list"))
    at = 0
    while m := _PHRASE.search(text, at):
        at = m.start() + 1
        words = list(_G.finditer(m["np"])) + ([m["head"]] if m["head"].lower() in _SELF else [])
        if not words:
            continue
        at = m.end()
        before = text[: m.start()]
        if _NOT_A_LABEL.search(before) or re.search(
            r"\b(?:and|or|of|with|but|in|is|for|that|who|as|than|about|its|the|a|an|his|her|from)\b",
            _outside(m["np"]),
            re.IGNORECASE,
        ):
            continue
        if re.search(
            r"\b(?:other|another|best|worst|rare|good|great|decent|typical|first|last|previous|average|standard|classic|no)\b",
            m["np"],
            re.IGNORECASE,
        ):
            continue
        det = m["det"].lower()
        if det in {"a", "an"} and not (_IS.search(before) or known.own.find(text[m.end() : m.end() + 40]) or not before.strip()):
            continue
        if (
            m["head"].lower() in _SELF
            and len(words) == 1
            and det not in {"a", "an"}
            and not known.own.find(text[m.end() : m.end() + 40])
        ):
            continue
        for w in words:
            yield from _keys(w if isinstance(w, str) else w[0], m.start(), m.end())
    for own in known.own.find(text):
        before = text[max(0, own.start - 60) : own.start]
        tail = _BEFORE_TITLE.search(before)
        if tail and not _NOT_A_LABEL.search(before[: tail.start()] + " "):
            for g in _G.finditer(tail["np"]):
                yield from _keys(g[0], own.start, own.end)


_BEFORE_TITLE = re.compile(
    rf"(?:^|\s)(?P<np>(?:(?:{_GENRE}|original|new)[\s,]+)+)(?:anime|series|show|film|game|movie|thriller|drama)?\s*[\"“‘']?$",
    re.IGNORECASE,
)
"""Labels right before the title ("the sci-fi anime …")."""


def _outside(np: str) -> str:
    """What stands in a noun phrase beside genres that are joined by "and"."""
    return re.sub(rf"(?:{_GENRE})\s*(?:,|and|/|-)\s*(?={_GENRE})|slice of life", " ", np, flags=re.IGNORECASE)


def _keys(said: str, start: int, end: int) -> Iterator[Found]:
    for value in GENRES.get(said.lower(), "").split():
        yield Found("", value if value == "sci-fi" else value.replace("-", " "), start, end)


_MORE = re.compile(
    rf"\b(?:(?P<o>{ORDINAL})\s+(?:season|series)|season\s+(?P<n>\d|two|three|four|five)|(?P<film>(?:sequel|follow-up|compilation|theatrical|feature|anime|recap)\s+(?:film|movie)|(?:film|movie)\s+sequel|movie|feature film|an?\s+(?:\w+\s+)?film)|(?P<ova>OVAs?)|(?P<spin>spin-?offs?)|(?P<sequel>sequels?|follow-up|continuation|renew(?:ed|al)|recommissioned|another season|more (?:episodes|seasons)|new season))\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\b(?:announc\w+|confirm(?:s|ed)?|greenlit|green-lit|greenlights?|renew(?:ed|s)|recommission(?:ed|s)|in production|in the works|in development|under ?way|is coming|are coming|will (?:get|have|receive|return)|has been (?:ordered|commissioned|approved)|ordered|commissioned|is (?:being made|planned|on the way|happening)|are planned|gets?|to get|sets? (?:a )?\w*\s*season|has (?:begun|started)|working on|plans? (?:a|an)|reveal(?:s|ed))\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:neither|no\s+(?:\w+\s+){0,2}(?:plans?|word|news|second|third|sequels?|follow-up|season|announcement|spin-?offs?|ovas?|films?|movies?|continuation)|not (?:been |yet |currently )*(?:\w+ly )?(?:planned|announced|renewed|confirmed|getting|happening|return\w*|greenlit|in (?:production|the works|development)|coming|commissioned|ordered|be)|never (?:be|get|return)|ruled out|rules out|cancel(?:l)?ed|won['’]t (?:get|have|be|return)|will not|has(?:n['’]t| not)|isn['’]t|have(?:n['’]t| not)|are(?:n['’]t| not)|den(?:y|ies|ied)|yet to (?:be )?(?:announc|renew|confirm|order)\w*|nothing (?:\w+ )?(?:announced|planned)|announced nothing|there (?:won['’]t|will not) be (?:one|any))\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|would (?:love|like|be)|consider(?:s|ed|ing)?|think(?:s|ing)? (?:about|of)|open to|possible|possibility|talks|undecided|discuss\w*|depends?|if (?:the|sales|ratings)|chance|interested|keen|ideas? for|want(?:s)? to|room for|weigh(?:s|ing)|not ruled out|(?:not|n['’]t) rule (?:it|one|that) out|hasn['’]t ruled out|has not ruled out|have not ruled out|teas(?:es|ed)|(?:not )?decided)\b",
    re.IGNORECASE,
)
_IS_ONE = re.compile(r"\b(?:is|as|was)\s+(?:a|an|the)\s+(?:\w+\s+)?$|\bto\s+the\s+$", re.IGNORECASE)
_WORD_ONLY = re.compile(
    r"\b(?:opening|ending|first episode|trailer|finale|episode|premiere[sd]?|review|cast|during|throughout|half)\b", re.IGNORECASE
)


def sequel(line: Line, known: Known) -> Iterator[Found]:
    """Whether it goes on: yes, no, or open; and in which form."""
    text = line.text
    for m in _MORE.finditer(text):
        n = number(m["o"] or m["n"]) if (m["o"] or m["n"]) else 0
        if (
            n == 1
            or _IS_ONE.search(text[: m.start()])
            or (m["film"] and known.series.medium == "film" and "sequel" not in m["film"].lower())
        ):
            continue
        if (
            m["sequel"]
            and re.match(r"\s+(?:to|of)\s+(?!the (?:series|anime|show|film|game))[\"“A-Z]", text[m.end() :])
            and not known.own.find(text[m.end() :])
        ):
            continue
        form = f"season {n}" if n else "film" if m["film"] else "ova" if m["ova"] else "spin-off" if m["spin"] else "sequel"
        if form == "sequel" and re.match(r"another|new season", m[0], re.I):
            form = "season 2"
        if m[0].lower() in {"renewed", "renewal", "recommissioned"}:
            if _MORE.search(text, m.end()) and re.search(r"season", text[m.end() :], re.I):
                continue
            form = "season 2"
        clause = _around(text, m.start(), m.end())
        if (
            not (known.series.medium == "film" and form == "film")
            and m["film"]
            and re.search(r"\b(?:tie-in|other|earlier|based)\b", clause)
        ):
            continue
        value = _answer(clause)
        if value and not (value == "yes" and is_denied(text, 0)):
            yield Found(form, value, m.start(), m.end())
        elif value:
            yield Found(form, "no", m.start(), m.end())


def _answer(clause: str) -> str:
    said_open = _OPEN.search(clause)
    if said_open and not re.search(
        r"\b(?:confirmed|announced|greenlit|ruled out(?<!not ruled out))\b(?<!not ruled out)", clause, re.I
    ):
        return "open"
    if _NO.search(clause):
        return "open" if re.search(r"(?:not|n['’]t) (?:\w+ )?ruled? out", clause) else "no"
    if _YES.search(clause) or re.search(r"\b(?:may|might|could) (?:get|have|be|return)|\breportedly\b", clause):
        return "yes"
    return ""


def _around(text: str, start: int, end: int) -> str:
    """The clause around a place."""
    cuts = [m.end() for m in re.finditer(r";\s|,\s+(?:but|while|although|and)\s|\sbut\s|\s[—–]\s", text[:start])]
    stop = re.search(r";\s|,\s+(?:but|while|although|and)\s|\sbut\s|\s[—–]\s", text[end:])
    return text[max(cuts, default=0) : end + stop.start() if stop else len(text)]
