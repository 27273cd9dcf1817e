"""Reads how many episodes there are."""

import re
from collections.abc import Iterator

from pipeline.claims import lengths
from pipeline.claims.claim import Found
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.numbers import ORDINALS, WORDS, is_round, number
from pipeline.claims.portions import REST_PARTIAL, is_some
from pipeline.claims.seasons import is_unnumbered, season
from pipeline.claims.withdrawn import AGAIN, is_denial, is_withdrawn
from pipeline.terms import Hit

_OF_ANOTHER = re.compile(
    r"\b(?:podcast|(?:book|volume) (?:one|two|three|\d)|web ?series|radio (?:play|series|drama)|audio drama|serial|original series|predecessor|first show)\s+(?:itself\s+)?(?:(?:had|has|already|first)\s+)*$",
    re.IGNORECASE,
)
"""What has so many is not the series."""
_LARGEST = 2000
_A_YEAR = 1900
"""From which on a number alone is no number of episodes."""
_FEW = 4
"""Fewer new ones may be those of a week."""
_SEASON = 8
"""Episodes from which "in so many episodes" means all of them."""
_TWO = 2
_RUN = 6
"""Episodes from which what is told in them is more than an arc."""
_TOLD_OF = re.compile(r"speaks?|talks?|expects?|\S+\sair", re.IGNORECASE)
"""Who does so may mean an evening's."""
_SEASONS = re.compile(r"\b(?:seasons?|series)\b", re.IGNORECASE)
_OF_IT_ALL = re.compile(
    r"[\s-]+(?:[a-z-]+\s+)?(?:episodes|parts|chapters|instal?lments)\s+(?:of\s+it\b(?=\W*$|[,;])|of\s+(?:the|this|its|(?:last|this)\s+(?:year|week|season)['’]s)\s+(?:[\w-]+\s+){0,4}?(?:series|show|anime|drama|season|adaptation|thriller)\b(?!['’]|\s+(?:so far|to date|that|which|aired|sent|provided|seen|we|I)\b)"
    r"|(?:(?:are|were|will be|is)\s+(?:(?:now|finally|already|all)\s+)*(?:out|available|released|streaming|up)|drop(?:s|ped)?|land(?:s|ed)?|arrive[sd]?)\b(?!\s+(?:so far|to\s+(?:critics|press|the\s+press|reviewers|us|me)|for\s+review))(?![^.;]*\bmore\b))"
)
"""All of them are of the whole, or are there for everybody."""


_MINUTES = re.compile(r"\s*(?:(?:to|or|and|[–-])\s*\d+[\s-]*)?(?:min(?:ute)?s?|hours?)\b(?!-)", re.IGNORECASE)
"""How long each of them is."""
_TOKENS = re.compile(r"\d+|[a-z]+|話数?")
_COUNTING = frozenset(w for said in (*WORDS, *ORDINALS) for w in re.findall("[a-z]+", said) if w != "a")


_SHOWN = re.compile(r"\b(?:anime|television|TV|animated|Netflix)\b")
"""What is made of a game has episodes of its own."""
_NOUNS = ("episode", "part", "eps", "cour", "chapters", "instal", "話", "order", "run", "series")


def _is_counted(text: str) -> bool:
    """A number stands near a word for episodes: without it no pattern is worth a search."""
    tokens = _TOKENS.findall(text.lower())
    return any(
        (
            (token == "ep" or token.startswith(_NOUNS))
            and any(t.isdigit() or t in _COUNTING for t in tokens[max(0, n - 6) : n + 10])
        )
        or (token == "x" and "".join(tokens[n - 1 : n] + tokens[n + 1 : n + 2]).isdigit())
        for n, token in enumerate(tokens)
    )


def episodes(line: Line, known: Known) -> Iterator[Found]:
    """How many episodes there are; never the number of one, nor of some."""
    text = line.text
    if (
        not (known.aired or (known.game and "episode" in text.lower() and not _SHOWN.search(text)))
        or not _is_counted(text)
        or lengths.BOTH.search(text)
    ):
        return
    for m in lengths.COURS.finditer(text):
        cours, one = number(m["c"]) or 1, number(m["n"] or m["m"]) or 0
        other = number(unlike["n"]) or 0 if cours == _TWO and (unlike := lengths.AND_OTHER.match(text, m.end("n"))) else 0
        each = one + other if other >= _RUN else cours * one
        if 2 <= each <= _LARGEST:
            yield Found(season(line, m.start("c"), m.end(), line.tense(m.start(), m.end()), True), str(each), m.start(), m.end())
    titles = known.own.find(text)
    ahead = (said for title in titles if (said := lengths.AHEAD.search(text[: title.start])))
    for m in lengths.FIRST_HAD.finditer(text):
        if (n := number(m["n"] or m["o"])) and _FEW <= n <= _LARGEST and _SEASONS.search(text):
            yield Found("", str(n), m.start(), m.end())
    for m in (*lengths.LAST.finditer(text), *lengths.LAST_IS.finditer(text), *lengths.OF_THE.finditer(text), *ahead):
        if n := number(m["n"] or m["o"]):
            of = season(line, m.start("n"), m.end(), line.tense(m.start(), m.end()), m.re is not lengths.OF_THE)
            yield Found(of, str(n), m.start(), m.end())
    seen: set[int] = set()
    for pattern in lengths.PATTERNS:
        behind = pattern in (lengths.TITLES, lengths.ENTRY)
        for m in (h for t in titles if (h := pattern.match(text, t.end))) if behind else pattern.finditer(text):
            if m.start("n") in seen or any(t.start <= m.start("n") < t.end for t in titles):
                continue
            if _OF_ANOTHER.search(text[: m.start()]) or _is_of_title(text, m, known) or _MINUTES.match(text, m.end("n")):
                continue
            low, high = number(m["n"]) or 0, number(m["to"]) if m["to"] else None
            if not _is_length(text, m, low, titles):
                continue
            value = (
                f"{low}..{high}"
                if high and high > low
                else f"{'~' if m['about'] or m.groupdict().get('so') or is_round(m['n']) else ''}{low}"
            )
            if is_withdrawn(text, m):
                if again := AGAIN.search(text, m.end("n")):
                    yield Found(
                        season(line, m.start("n"), m.end(), line.tense(m.start(), m.end()), True),
                        str(number(again["n"])),
                        m.start(),
                        again.end(),
                    )
                    seen.add(m.start("n"))
                elif is_denial(text, m):
                    yield Found(
                        season(line, m.start("n"), m.end(), line.tense(m.start(), m.end()), True),
                        value,
                        m.start(),
                        m.end("n"),
                        True,
                    )
                continue
            of = season(line, m.start("n"), m.end("n"), line.tense(m.start(), m.end()), True)
            if not of and is_unnumbered(text, m.start("n"), m.end("n")):
                continue
            if pattern is lengths.NEW and (not of or low < _FEW):
                continue
            seen.add(m.start("n"))
            yield Found(of, value, m.start(), m.end("n"))


def _is_length(text: str, m: re.Match[str], n: int, titles: list[Hit]) -> bool:
    """So many episodes there are: it is the number of all of them, and of no year, block or evening."""
    pattern, words = m.re, m.groupdict()
    if not (2 if pattern is lengths.IN_PARTS else 1) < n <= _LARGEST or (pattern is lengths.CUT and n >= _A_YEAR):
        return False
    if pattern is not lengths.NEW and _FURTHER.match(text, m.end("n")):
        return False
    if _OF_OTHERS.match(text, m.end("n")) and _EPISODES.search(text[: m.end("n")]):
        return False
    if n < _RUN and (pattern in lengths.IF_MANY or _TOLD_OF.match(words.get("verb") or "")):
        return False
    if pattern is lengths.HYPHEN and _BLOCK.match(m["rest"] or ""):
        return False
    return _are_all(text, m, n, titles) or not (pattern in lengths.IF_ALL or is_some(text, m, pattern is lengths.LABEL))


_FURTHER = re.compile(r"\s+(?:more|further|additional|extra)\s+(?:episodes|parts|instal?lments)\b")
"""So many beside those that there are."""
_EPISODES = re.compile(r"\bepisodes\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"[\s-]+(?:series|shows|chapters|volumes|books|titles)\b")
"""What is counted beside episodes."""
_BLOCK = re.compile(r"\s*(?:premiere|arc|block|preview|finale)\b")


def _are_all(text: str, m: re.Match[str], n: int, titles: list[Hit]) -> bool:
    """All of them are meant, by the words of the pattern itself."""
    pattern = m.re
    return (
        pattern in lengths.ALL_OF_THEM
        or (pattern in lengths.WHOLE and not REST_PARTIAL.match(m["rest"]))
        or (pattern is lengths.ALL and bool(_OF_IT_ALL.match(text, m.end("n"))))
        or (pattern is lengths.MADE_INTO and n >= _RUN)
        or (pattern is lengths.ENTRY and _opens(text, m, titles))
        or (pattern is lengths.OPENING and (m["at"] == "At" or n >= _SEASON))
    )


def _opens(text: str, m: re.Match[str], titles: list[Hit]) -> bool:
    """The title before the match begins the line."""
    return not text[: next(t.start for t in titles if t.end == m.start())].strip(" \"“‘'*_•-")


def _is_of_title(text: str, m: re.Match[str], known: Known) -> bool:
    """ "All 13 episodes of Salt Road": the title behind is another's."""
    of = _OF_TITLE.match(text, m.end("n"))
    return bool(of) and not known.own.find(text[m.end("n") :][:_TITLE])


_TITLE = 80
_OF_TITLE = re.compile(
    r"[\s-]+(?:[a-z-]+\s+){0,2}(?:episodes|parts|chapters|instal?lments)\s+of\s+[\"“‘'*_]*(?!(?:Season|Series|The|It|This|TV|English|Japanese)\b)[A-Z][\w’']*(?:\s+(?:&\s+)?[A-Z]|[\"”’*_])"
)
