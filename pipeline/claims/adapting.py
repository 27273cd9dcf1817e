"""Reads what it was made from, and who wrote that."""

import re
from collections.abc import Iterator

from pipeline.claims.answers import OWNED, answered, from_the_book_before
from pipeline.claims.authors import TO_LAST, authored
from pipeline.claims.bases import (
    ADAPTS_IT,
    BEFORE_ADAPTS,
    BEHIND_TITLE,
    FROM_IT,
    MADE,
    OF_HER_BOOK,
    SCREEN_OF,
    SCREEN_TITLE,
    WHICH,
)
from pipeline.claims.claim import Found
from pipeline.claims.forms import BY, FORM, FURTHER_FORM, THING, form
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.names import NAME
from pipeline.claims.originals import LIKE, originals
from pipeline.claims.people import people
from pipeline.claims.succession import ends_with_a_sequel

_BASED = re.compile(
    rf"\b(?i:based (?:up)?on:?|draws (?:up)?on|adapt(?:s|ed from|ing|ation of|ed)|adaptation of|animation of|dramati[sz]ation of|drawn from|taken from|comes from|inspired by)\s+(?P<np>(?:[^.;:,()]|\.(?=\S)|,(?=\s*\d)){{0,80}}?)\b(?P<form>(?i:{FORM}))s?\b(?!\s+(?i:adaptation))"
)
_BASED_ON_TITLE = re.compile(
    rf"\b(?i:based (?:up)?on|adapted from|adaptation of)\s+[\"“‘'*_]*[A-Z][\w’'-]*(?:\s+(?:(?:of|the|and|in|to|for|on|at|a|from|with|&)\s+){{0,2}}[A-Z][\w’'-]*){{0,7}}[\"”’'*_]*,[\"”’]?\s+(?:(?:an?|the|his|her|their)\s+|{NAME}['’]s?\s+)(?:(?!(?:of|where|who|whose|which|that|the|an?|in|from|for|by|about|behind|and|or)\b)[\w’'-]+\s+){{0,3}}?(?P<form>(?i:manga|manhwa|webtoon|comics?|(?:light |web |graphic )?novels?|novella|memoir|short story|podcast|play|book|video game))\b"
)
"""The title of it, and then what it is."""
_INSPIRED = re.compile(
    rf"{THING}{BY},?\s+(?i:that|which)\s+(?:first\s+)?(?i:inspired|started|begat|gave rise to|became)\s+[\"“‘'*_]*$"
)
_THE_BOOK_BY = re.compile(
    rf"\W*The\s+(?:original\s+|source\s+)?(?P<form>(?i:manga|manhwa|webtoon|light novels?|web novels?|novels?|comics?))\s+by\s+(?P<author>{NAME})(?=\s+[a-z])(?P<owner>(?!))?(?P<bare>(?!))?"
)
"""Of the one book that there is to adapt it is said so, without more."""
_ANY_BOOK = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Tt]wo)\s+(?:[\w-]+\s+)?(?:manga|novels?|comics?|book)\b")
_BECOMES = re.compile(
    rf"{THING}{BY}[^.;]{{0,90}}?\b(?:(?:is|are|was|has been|will be|set|going)\s+(?:to\s+)?(?:on\s+(?:its|the)\s+way\s+to\b|now\s+an?\b|become|becoming|be made|be adapted|turned|adapted|made|getting|get)\b|becomes?\b|(?i:inspires?|gets?)\s+(?i:an?\s+)?(?i:tv|television|anime|live-action|film|series))(?P<into>[^.;]{{0,60}})"
)
"""A book that becomes a series."""
_APPOSED = re.compile(rf",?\s*[*\"”’]?,?\s*(?:(?i:the|a|an)\s+)?(?:\d{{4}}\s+)?{THING}{BY}(?:,?\s|[.,;]|$)")
_TO_SCREEN = re.compile(
    r"\b(?:feature|film|series|anime|adaptation|drama|show|version)\s+(?:(?:adaptation|version)\s+)?of\s+[*_\"“‘']*$",
    re.IGNORECASE,
)
_AHEAD = re.compile(rf"(?:(?:^|\b(?i:the|a|an|his|her|popular|hit)\s+|\s)){THING}[,:]?\s+[*_\"“‘']*$")
"""Right behind and right before the title."""
_MADE_LATER = re.compile(
    r"\b(?:tie-in|spin-?off|companion|prequel|side|stage|art|guide|picture|novelisation|novelization|will (?:get|receive|be)|gets?|receives?|accompan\w+|coming|upcoming|new|next|another|like|sequel|also|other|reads? like|feels?|(?<!\bseries )(?<!\bfilm )(?<!\bmovie )(?<!\bshow )(?<!\banime )(?<!\bdrama )out of)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_IS_ADAPTED = re.compile(rf"\b(?P<form>(?i:{FORM}))[\s-]+(?i:adaptation|based|adapted)\b(?!\s+(?i:of)\b)")
_BEST_ADAPTED = re.compile(
    rf"(?:\b(?:is|was|are|as|remains|becomes?|among)|,)\s+(?:(?:easily|probably|arguably|still|now|perhaps)\s+)?(?:one\s+of\s+)?(?:the|(?:this|last)\s+(?:year|season)['’]s)\s+(?:(?!(?:and|or|of|in|that|first|last|previous|other)\b)[\w-]+\s+){{1,3}}?(?P<form>(?i:{FORM}))\s+adaptations?\b"
)
_LABELLED = re.compile(
    rf"(?i:^\W*(?:(?:source(?: material)?|original work|based on)\s*[:：|]\s*(?:an?\s+|the\s+)?|original work\s*[:：|]\s*[^():：|]{{2,60}}[(（](?=(?:{FORM})\s*(?:[,;)）]|(?:series\s+)?(?:published|seriali[sz]ed)\b))))(?P<form>(?i:original|{FORM}))\b",
    re.MULTILINE,
)
_COLLECTED = re.compile(rf"(?i:\bsource(?: material)?\s*[:：]\s*)(?P<form>(?i:original|{FORM}))\b")
_REVERSE = re.compile(
    r"\b(?:will (?:get|receive|be adapted)|gets?|received?|spawn\w*|inspire[sd]|tie-in|spin-?off|become|turned into|into|upcoming|(?:his|her|their|whose|previous|earlier|last)\s+(?:\w+\s+)?adaptation of|a stage|companion|accompan\w+|prequel|side)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)


def source(line: Line, known: Known) -> Iterator[Found]:
    """Original, or the form that it was made from, and its author; never what was made from it."""
    low = line.text.lower()
    if _OF_NEXT.match(line.text) or _OF_MANY.match(line.text):
        return
    if _FORMED.search(low):
        yield from answered(line, known)
    if _FORMED.search(low) and _TIED.search(low):
        yield from _made_from(line, known)
    if any(
        hint in low
        for hint in (
            "adapt",
            "based",
            "drawn",
            "draws",
            "taken",
            "comes from",
            "inspired",
            "source",
            "original work",
            "animation of",
            "dramati",
        )
    ):
        yield from _based(line, known)
    if " from it" in low or "based on it" in low:
        yield from from_the_book_before(line, known)
    yield from authored(line, known)
    if any(hint in low for hint in ("original", "own ", " any", "written", "invented")):
        yield from originals(line, known)


_OF_MANY = re.compile(
    r"\W*Of\s+(?:the|all|this|last)\s[^,;.]{3,90},\s+(?:only\s+|just\s+)?[a-z\d]+\s+(?:of\s+them\s+)?(?:are|were|is|was|came|come|comes)\b"
)
"""How many of the works of a year were made from what."""
_OF_NEXT = re.compile(r"\W*(?:The|A|Its|Their|His|Her)\s+(?:follow-?up|sequel|prequel|spin-?off)\s+(?:will|is|was|has)\b")
"""Of what comes after it, the sentence speaks."""


def _based(line: Line, known: Known) -> Iterator[Found]:
    """A form that "based on", "adapted from" or a label ties to the series."""
    text = line.text
    for pattern in (_BASED, _BASED_ON_TITLE, _IS_ADAPTED, _BEST_ADAPTED, _LABELLED, _COLLECTED):
        for m in pattern.finditer(text):
            behind = m.groupdict().get("np") or ""
            if (
                ((value := form(m["form"])) == known.series.medium and not m["form"].lower().startswith(("board", "card")))
                or _REVERSE.search(text[: m.start()])
                or any(title.start <= m.start("form") < title.end for title in known.own.find(text))
                or LIKE.search(text[: m.start()])
                or (known.own.find(behind) and not _is_whole(behind, known))
                or _INTO_ANY.search(behind)
                or _of_another(text[: m.start()], known)
                or _OF_SEVERAL.search(text[: m.start()])
                or (pattern is _IS_ADAPTED and _adapted_later(m, text))
                or OWNED.match(text, m.end())
                or (value == "play" and pattern is _BASED and not _ANY_PLAY.search(text[: m.start("form")]))
                or _WHETHER.search(text[: m.start()])
                or _OF_THE_BOOK.search(text, 0, m.start())
                or (m[0][:5].lower() == "adapt" and _HIS.search(text[: m.start()]))
            ):
                continue
            yield Found("", value, m.start(), _with_title(text, m.end("form")))
            if pattern is _BASED and (more := FURTHER_FORM.match(text, m.end())):
                yield Found("", form(more["form"]), m.start(), more.end())


_OF_THE_BOOK = re.compile(
    r"(?:^|[.;]\s)\W*(?:[Tt]he|[Tt]hat|[Tt]his)\s+(?:\w+\s+)?(?:manga|manhwa|webtoon|comics?|light\s+novels?|novels?)\s+(?:is|was|itself)\s+(?:\w+\s+){0,4}$"
)
"""A book that was made from another one."""


def _is_whole(behind: str, known: Known) -> bool:
    """ "Based on the Iron Moth novels": the book bears the title of the series."""
    own = known.own.find(behind)
    return bool(_BEARS.fullmatch(behind, 0, own[0].start) and _PLAIN.fullmatch(behind, own[-1].end))


_BEARS = re.compile(r"(?:the\s+)?(?:(?:[A-Z][\w.’-]*\s+){1,3}?(?<=['’]s\s))?(?:[a-z][\w-]*\s+){0,3}[\"“‘'*_]*(?:The\s+)?")
_PLAIN = re.compile(r"[\"”’'*_]*\s+(?:(?:(?!(?:as|into|an?|the|and|for|in|to|from|of|with|by|is|was)\b)[a-z][\w-]*)\s+){0,3}")


def _of_another(before: str, known: Known) -> bool:
    """ "…'s first film, Mistral, which was" based on: the title right before."""
    if ends_with_a_sequel(before):
        return True
    if (led := _LED.fullmatch(before)) and not (known.own.find(before) or known.somebody(led[1])):
        return True
    m = _WHICH_WAS.search(before) or _GIVES_WAY.search(before)
    return m is not None and not (known.own.find(m[1]) or known.somebody(m[1]) or known.platforms.find(m[1]))


_WHETHER = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|debat(?:e|es|ed|ing)|questions?|questioned|unclear|not\s+(?:say|said|known|clear)|doubts?)\s+(?:about\s+|as\s+to\s+|of\s+)?(?:whether|if)\b[^.;:]{0,80}$"
)
"""Before what somebody asks."""
_LED = re.compile(
    r"\W*([A-Z][\w’'-]+(?:\s+(?:(?:of|the|and|in)\s+)*[A-Z][\w’'-]*)+)[\"”*_]*,\s+(?:(?:taken|adapted|drawn|made|loosely)\s+)*"
)
"""A sentence with a title for its subject."""
_OF_SEVERAL = re.compile(
    r"\b(?:one|two|three|four|five|six|several|some|most|many|both|half)\s+(?:of\s+(?:them|these|those)\s+)?(?:is|are|was|were)\s+$"
)
_WHICH_WAS = re.compile(
    rf"\b(?:film|movie|feature|series|show|anime|game|special|drama|comedy),\s+[\"“‘'*_]*({NAME})[\"”’'*_]*,\s+which\s+(?:is|was|had\s+been|has\s+been)\s+$"
)
_GIVES_WAY = re.compile(
    rf"\b(?:(?:goes|went|gone|going|given)\s+to|mak(?:es?|ing)\s+way\s+for|followed\s+by|(?:replaced|succeeded)\s+by)\s+[\"“‘'*_]*({NAME}(?:\s+(?:of|and|in)\s+(?:the\s+)?{NAME})?)[\"”’'*_]*,\s+$"
)
"""What comes in its place."""
_HIS = re.compile(r"\b(?:his|her|their|whose)\s+(?:\w+\s+)?$")
"""Somebody's adaptation of something is another work."""


def _adapted_later(m: re.Match[str], text: str) -> bool:
    """ "a manga adaptation will begin" is of the series, and not what it was made from."""
    return bool(
        re.match(
            r"\s+(?:to come|will(?!\s+(?:get|air|premiere|stream|have|debut)\b)|is planned(?!\s+to\s+(?:have|air|run)\b)|begins|runs|in|by|launch)",
            text[m.end() :],
        )
        or not (
            re.search(
                r"\b(?:a|the|this)\s+(?:(?:TV|television|lavish|new|long-awaited|Japanese|Korean|Chinese|British|American|French|faithful|rare|straight|animated)\s+)?$",
                text[: m.start()],
            )
            or (text[: m.start()].strip(' *_"“') == "The" and _MADE_FOR_SCREEN.match(text, m.end()))
        )
        or re.search(r"\b(?:adaptation|based)\b.*\b(?:of|on)\b.*\b(?:series|anime)\b", text[m.start() :])
    )


_MADE_FOR_SCREEN = re.compile(
    r",\s+(?:directed|produced|animated|starring)\b|\s+(?:is|was|has\s+been)\s+(?:planned|set|scheduled|directed|produced|animated|coming|announced|delayed|pushed|due)\b|\s+(?:remains|stars|premieres|premiered|airs|aired|ended|ends)\b"
)


def _with_title(text: str, end: int) -> int:
    """Where the title ends that the book bears, or the book itself: it is the source's, and no work of which something is said."""
    title = _ITS_TITLE.match(text, end)
    return title.end() if title else end


_ITS_TITLE = re.compile(rf"s?(?:\s+series)?,?\s+[\"“‘'*_]*{NAME}")


_INTO_ANY = re.compile(r"\b(?:into|as an?|was|the series|show|any|no)\b")


def _made_from(line: Line, known: Known) -> Iterator[Found]:
    """A form, with its author, that other words than "based on" tie to the series."""
    text = line.text
    low = text.lower()
    found = [m for p, hints in MADE if any(hint in low for hint in hints) for m in p.finditer(text)]
    if (m := _THE_BOOK_BY.match(text)) and "adapt" in text and not _ANY_BOOK.search(line.before):
        found.append(m)
    found += [
        m
        for m in _BECOMES.finditer(text)
        if known.own.find(text[m.start() : m.end("into")])
        or (_SCREEN.search(m["into"]) and not _ITS_TITLE.match(text, m.end("form")))
    ]
    for title in known.own.find(text):
        found += [m for m in (_INSPIRED.search(text[: title.start]),) if m]
        ahead = (_AHEAD, BEHIND_TITLE, BEFORE_ADAPTS) if ADAPTS_IT.match(text, title.end) else (_AHEAD, BEHIND_TITLE)
        found += [m for p in ahead if (m := p.search(text[: title.start]))]
        found += [
            m
            for m in (_APPOSED.match(text, title.end),)
            if m and (_SCREENED.search(text, m.end()) or _TO_SCREEN.search(text[: title.start]))
        ]
    for m in found:
        value = form(m["form"])
        if (
            value == known.series.medium
            or (m["form"].lower() == "comic" and _FUNNY.match(text, m.end("form")))
            or (value == "play" and not (m.re is WHICH and m["bare"]) and not _A_PLAY.search(text[: m.start("form")]))
            or _MADE_LATER.search(text[: m.start("form")])
            or (m.re is SCREEN_TITLE and not known.own.find(m[0]))
            or (m.re is FROM_IT and (_INTO.search(m[0]) or _WHERE.match(text, m.end("form"))))
            or (m.re in (SCREEN_OF, OF_HER_BOOK) and known.aired and m[0].lower().startswith(("film", "movie")))
        ):
            continue
        if (
            OWNED.match(text, m.end("form"))
            or _SOME_OF.search(text[m.start() : m.end("form")])
            or TO_LAST.match(text, m.end("form"))
            or _of_another(text[: m.start()], known)
        ):
            continue
        yield Found("", value, m.start(), _with_title(text, m.end("form")))
        groups = m.groupdict()
        written = next((groups[g] for g in ("owner", "author", "bare") if groups.get(g)), "")
        for who in people(written, line, known):
            yield Found("original creator", who, m.start(), m.end(), kind="staff")


_A_PLAY = re.compile(
    r"(?:\b(?:an?|the|his|her|their|its|own|stage|hit|\w+-act|[a-z]+ed|[a-z]+ing)|['’]s)\s+(?:\d{4}\s+)?$", re.IGNORECASE
)
"""Before the noun: the verb has none of these, and a play for the radio is none."""
_ANY_PLAY = re.compile(
    r"(?:\b(?:an?|the|this|that|his|her|their|its|own|stage)|['’]s?)\s+(?:(?!(?:and|&)\b)[\w’'-]+,?\s+){0,4}$", re.IGNORECASE
)
_FUNNY = re.compile(
    r"\s+(?:parts?|roles?|timing|relief|turns?|figures?|effect|actors?|scenes?|tone|touch\w*|side|opera|moments?|gifts?|genius|interlude|subplot)\b"
)
"""Behind "a comic": what makes one laugh."""
_SOME_OF = re.compile(
    r"\b(?:first|last|next|other|same|whole|every|each|earlier|latest|new|second|third|any|no)\s+(?:\w+\s+)?(?:manga|novel|book|stor|play|comic|light|web|game)",
    re.IGNORECASE,
)
_FORMED = re.compile(
    r"\b(?:manga|manhwa|webtoon|comics?|novels?|novella|stor(?:y|ies)|books?|play|podcast|memoir|game)\b", re.IGNORECASE
)
_TIED = re.compile(
    r"\b(?:adapt|base|from|source|filmed|filming|animating|(?:series|film|movie|show|anime|drama) out of|whose|on its way|on the way|now an?\b|until|before|turn|becom|inspire|made into|began|begin|start|tell|told|recount|dramati|basis|foundation|form|provid|serv|rest|behind|dr[ae]w|original|took|take|bring|rework|retell|the manga|the novel|is to|get|(?:anime|series|film|feature|movie|show|drama|version) of)",
    re.IGNORECASE,
)
_SCREEN = re.compile(r"\b(?:anime|television|TV|series|film|movie|show|adaptation|animation)\b")
_SCREENED = re.compile(r"\b(?:anime|animated|adapt\w*|television|TV|directed|film|for (?:the|its|a) (?:\w+ )?(?:series|show))\b")
_WHERE = re.compile(r"s?,?\s+where\b")
"""A part of it is from there."""
_INTO = re.compile(r"\binto\b|\badapt\w*\s+as an?\b")
