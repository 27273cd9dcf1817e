"""How a sentence says what it says: as a fact, as news of the makers, as a rumour, as a correction, as a denial; and what is no statement at all."""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.claims.claim import Modality
from pipeline.claims.names import UPPER

_QUESTION = re.compile(r"\?[\"”’)]?\s*$")
_UNREAL = re.compile(
    r"\b(?:(?:could|should|would|might|must|may)(?:n['’]t| not)? (?:have|of)\b(?! (?:read|heard|seen|noticed|guessed|missed|spotted|been told)\b)|would (?:be|end up|need|suit|make|fit|benefit|work|love|like|take|require)|if (?:only|it|the|this|they|we|there|you|that|a)\b(?!(?<=if you)(?! (?:had|were|could|gave|took|added|made)\b)[^.;]{3,60},\s)(?!(?<=if the)[^.;,]{3,60}\b(?:suits?|helps?|matters?|sounds?|appeals?)\b[^.;,]{0,30},\s)|had it\b|as if|wish(?:es|ed)?\b|imagine|hypothetical"
    r"|deserv(?:es|ed)|suppose\b|what if|whether\b|needs? (?:more|another|at least|\d)|needed|wanted|want(?:s)? (?:a|an|to|more|\d|it|the|netflix|crunchyroll)|ideally|feels like|felt like|might as well"
    r"|(?:fans|viewers|readers) (?:want|hope|ask|call|wonder|guess|expect)|petition|feels? as though|plays like|as though|seemed like|looks like (?:a|an)\b|pretend|(?<!\bno )joked?)",
    re.IGNORECASE,
)
_WOULD = re.compile(
    r"\b(?:(?:could|should|would|might|must) (?:not )?have\b|if (?:only|it)\b|what if|imagine|wish(?:es|ed)?\b|pretend)",
    re.IGNORECASE,
)
_RUMOUR = re.compile(
    r"\b(?:reportedly|rumou?r(?:s|ed)?|leak(?:s|ed|er|ers)?|insiders?|unconfirmed|allegedly|apparently|supposedly|speculat\w+|thought to|(?:people|persons?|sources?) (?:close to|familiar with|with knowledge)"
    r"|purported(?:ly)?|whispers of|tipped|anonymous|believed to|sources (?:say|claim|tell|told)|not (?:yet )?(?:been )?confirmed|presumably|unofficial(?:ly)?"
    r"|(?:posters?|somebody|someone|users?|people) on (?:the|an?) (?:[\w-]+ ){0,2}(?:board|forum|subreddit))\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:(?:is|are|was|were) said to|(?:is|are) understood to|all but (?:certain|assured|guaranteed)|(?<!eagerly )(?<!much )(?<!much-)(?<!long )(?<!long-)expected|may\b|might|could(?= (?:\w+ )?(?:be|have(?! (?:been|become|had|made|done|gone|\w+ed)\b)|get|gets?|see|air|premiere|return|arrive|come|launch|debut|run|start|begin|end|go|land|drop|feature|star|voice|play|direct|open|hit|stream|join|follow|last|make|move|slip|take|include|reach)\b)|probably|likely|seems?|suggests?\b(?! that you)|hints?|appears? to|perhaps|possibly)\b",
    re.IGNORECASE,
)
"""Of their own clause only."""
_CLAUSE = re.compile(
    r"[,;:]\s|\s[—–]\s|[.!?][\"”’]?\s|\b(?:who|which|whoever|while|although|though|when|where|because|and it|and the)\b"
)
_CLAUSE_ENDS = re.compile(rf"{_CLAUSE.pattern}|\bthat\b")
_BRACKETS = re.compile(r"\((?:[^()\s]+\s+){3,}[^()]*\)")
_DOUBT = re.compile(r"\b(?:apparently|reportedly|supposedly|allegedly|presumably|may|might|seems?)\b", re.IGNORECASE)
_TO_YOU = re.compile(
    r"\b(?:what (?:may|might|could)(?= (?:surprise|interest|shock|puzzle|please)\b)|(?<=\byou )(?:may|might)(?= (?:remember|recall|know|think|ask|have (?:seen|heard|noticed|missed|guessed))\b))",
    re.IGNORECASE,
)
"""Doubt about the reader, not about what is told."""
_MAY = re.compile(r"\b[Mm]ay\b(?= \d|,? \d{4})")
_CORRECTION = re.compile(
    r"(?:^|\W)(?:correction|corrected|correcting|erratum|clarification)\b|\b(?:an )?(?:earlier|previous|original|first) version of this\b|\bwe (?:wrongly|mistakenly|incorrectly|previously)\b|\bmisstated\b|\b(?:incorrectly|wrongly|mistakenly|erroneously) (?:said|stated|gave|listed|reported|named|credited)\b|\bwe (?:said|wrote|gave|reported)\b.{0,80}\b(?:it is|in fact|it has|should)\b|\bregrets? the error\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:announc\w+|reveal(?:s|ed|ing)?|confirm(?:s|ed|ing)?|unveil(?:s|ed|ing)?|officially|it(?:['’]s| is) official\b|(?:made|makes) it (?:known|official)|(?:made|makes) (?:it )?public|let(?:s)? it be known|(?:said|told|shown|stated) at (?:an?|the|its|their) (?:press|media|launch|stage|fan|investor) (?:event|conference|day|panel|briefing|call)|according to [^,;.]{0,40}?(?:official|own|(?:show|series|anime|film|movie|game|studio)['’]s?) (?:own |official )?(?:web ?site|site|account|page|x account|twitter)|(?:anime|show|series|film|movie|game|studio)['’]s? (?:own )?(?:web ?site|site|account|page)(?: and [^,;.]{2,25}?)? (?:(?:now|also|has|have) )*(?:gives?|gave|puts?|dates?|lists?|listed|names?|says?|said)|official (?:site|website|account|twitter|page)|disclosed|press release|(?:the )?(?:studio|production committee|committee|producers?|makers|director|developers?|publisher|distributor|broadcaster|network|streamer|channel|staff|team|company) (?:has |have )?(?:also )?(?:said|says|told|stated|added|wrote|posted|tweeted|promised)"
    r"|(?:netflix|crunchyroll|hidive|hulu|disney\+?|amazon|prime video|bbc|hbo|nhk|fuji tv|apple) (?:has |have )?(?:also )?(?:said|says|stated|set|dates|dated|listed|told))\b",
    re.IGNORECASE,
)
_UNTOLD = re.compile(
    r"\bno (?:official |formal |further )?(?:announcement|confirmation)\b|\b(?:no\b[^.;]{0,60}? (?:has|have)|not|never|yet to|has ?n['’]t|have ?n['’]t|un)\s?(?:been |be |yet )?(?:officially )?(?:announced|confirmed|revealed)\b"
    r"|\b(?:video|trailer|visual|teaser|pv|poster|image|picture|clip|photo)s?\b[^.;:]{0,90}?\b(?:went up|put up|published|posted|uploaded|streamed|released|shared|appeared) (?:on|at|to|by|via) (?:the|its|their) [^.;:,]{0,20}?official (?:site|website|account|twitter|page)\b(?![^.;]*\b(?:that|which says)\b)",
    re.IGNORECASE,
)
"""What is not told by the makers, or only shown."""
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying) (?:that|reports?|rumou?rs?|claims?|it|any|the|suggestions?|having|plans)|debunk\w*|dismiss(?:es|ed) (?:reports?|rumou?rs?|claims?|talk|suggestions?)|not true that|no truth (?:in|to)|untrue that|false that|refut\w+|contrary to (?:reports|rumou?rs|what)|ruled out|rules out)\b",
    re.IGNORECASE,
)
_DENIED_THAT = re.compile(r"\bden(?:y|ies|ied|ying) that\b")
_NOT = re.compile(
    r"(?<!ca)(?<!could)n['’]t\b|\b(?:not|never|no longer|cannot|neither|nor|without|instead of|rather than)\b",
    re.IGNORECASE,
)
_STOP = r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)\."
"""No abbreviation before a name."""
_TURN = re.compile(
    rf"(?:{_STOP}|[!?])[\"”’]?\s|,[\"”]\s|\bbut\b|;|\brather\b(?! than)|\binstead\b(?! of)|:\s|\bnot only\b|\bwhile\b|\balthough\b|\bthough\b|, and ",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s reported by|[Rr]eported by|[Vv]ia|[Pp]er|[Ss]ource:(?!\s*(?i:an?\s+)?(?i:original|manga|comic|(?:(?:light|web|visual|graphic)\s+)?novel|web ?toon|game|play|podcast|short)\b)|[Ss]ources? (?:at|close to|from))\s+(?P<who>(?:the |a |an )?[\w'’.&+-]+(?:\s+[A-Z][\w'’.&+-]*){0,4}(?:\s+(?:site|account|studio|committee))?)"
    rf"|(?P<said>(?:[Tt]he\s+(?:[a-z]+\s+){{0,2}}?(?:web\s?site|site|account|page|committee|team|makers|producers)\s+(?:for|of|behind)\s+[^,.;:]{{2,60}}?|(?:[Tt]he|[Aa]n?)\s[\w'’.&+-]+|[{UPPER}][\w'’.&+-]*)(?:\s+[A-Z][\w'’.&+-]*){{0,3}})\s+(?:has\s+|have\s+|also\s+)*(?:said|says|announced|announces|confirmed|confirms|revealed|reveals|reports|reported|told|claims|claimed|denied|denies|stated|insists)\b"
)
_NOBODY = frozenset(
    "it he she they we i and but also which who that this has have was been as is are be officially reportedly had were only".split()
)


def is_question(text: str) -> bool:
    """All of it; a question at the end of a statement makes that none."""
    return _asks_from(text) == 0


def _asks_from(text: str) -> int:
    """Where the question begins that ends the text; its length where none does."""
    if not _QUESTION.search(text[-8:]):
        return len(text)
    asked = _LAST_ASKED.search(text)
    return asked.start() if asked and not _ASKS.match(text) else 0


_LAST_ASKED = re.compile(
    r"(?:,\s+(?:and|but|so)\s+(?:who|what|why|how|is|are|isn['’]t|aren['’]t|does|do|did|can|could|would)\b|;\s|[:—–]\s+(?=[\"“]))[^;?]*\?[\"”’)]?\s*$"
)
_ASKS = re.compile(
    r"\W*(?:(?:[Ss]o|[Aa]nd|[Bb]ut|[Oo]r|[Ww]ell|[Oo]h|[Yy]es|[Nn]o)\b,?\s+)*(?:[Ww]ho|[Ww]hat|[Ww]hich|[Ww]hy|[Hh]ow|[Ww]hen|[Ww]here|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Dd]oes|[Dd]o|[Dd]id|[Ww]ill|[Ww]on|[Ww]ould|[Cc]an|[Cc]ould|[Ss]hould|[Hh]as|[Hh]ave|[Hh]ad|[Ii]sn|[Dd]on|[Dd]idn|[Ii]f|[Aa]nybody|[Aa]nyone|[Rr]emember)\b"
)
"""The text begins with a question, which may go on to its end."""


def is_statement(text: str, start: int, named: bool = False) -> bool:
    """False for questions, wishes and what would be. `named`: the claim names somebody, whom no wish for more makes unreal."""
    unreal = _WOULD if named else _UNREAL
    if (general := _GENERAL.match(text)) and start < general.end():
        return False
    return (
        start < _asks_from(text)
        and not any(m.start() < start and not _NOW.search(text, m.end(), start) for m in unreal.finditer(text))
        and not _is_withdrawn(text, start)
    )


_NOW = re.compile(r"\b(?:and|but)\s+(?:\w+\s+){0,2}now\s", re.IGNORECASE)
"""Behind what should have been: what is."""
_GENERAL = re.compile(
    r"\W*(?:When(?:ever)?|If|Every time|Each time|As soon as)\s+(?:an?|any|some|another)\s+(?:[\w-]+\s+){0,2}(?:adaptation|series|show|anime|film|movie|game|book|novel|manga|studio|service|streamer)\b[^,;]*,"
)
"""What is so of any work, before what follows from it."""
_WITHDRAWN = re.compile(
    r"\bcorrection\b[^.;]{0,60}\bI (?:wrote|said|claimed|reported)\b|\b(?:(?:I|we) told (?:you|readers|everyone)\b|we (?:(?:wrongly|mistakenly|incorrectly|previously|originally|first) )?(?:wrote|said|gave|reported|stated|credited|listed|named|described|called|put)|(?:earlier|previous|original|first) version of this|misstated|misidentified|misnamed|(?:incorrectly|wrongly|mistakenly|erroneously) (?:said|stated|gave|listed|reported|named|credited)"
    r"|our (?:[\w-]+ ){0,2}?(?:column|article|report|story|review|listings?|caption|piece|preview|diary)(?: (?:of|on|for|from|in) [^,.;]{1,40})? (?:said|stated|gave|called|described|named|credited|put))\b",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:posts?|tweets?|videos?|screenshot|image|thread)\b(?!\s+(?:on|to)\s+(?:its|their|the\s+(?:official|company|studio|game|film|show|series))\b)[^.;]{0,70}\b(?:claim|say|said|allege)\w*\b",
    re.IGNORECASE,
)
_MENDED = re.compile(
    rf"[;:]\s|\bbut\b|\bin fact\b|\bit (?:is|has|should|will|was)\b|\b(?:he|she) (?:is|was)\b|\bthe (?:correct|right|actual)\b|{_STOP}\s|\binstead\b|, not ",
    re.IGNORECASE,
)


def _is_withdrawn(text: str, start: int) -> bool:
    """The wrong value that a correction takes back."""
    if any(m.start() < start for m in _HEARSAY.finditer(text)):
        return True
    taken = [m for m in _WITHDRAWN.finditer(text) if m.start() < start]
    return bool(taken) and not _MENDED.search(text, taken[-1].end(), start)


def modality(
    text: str, release: bool, before: str = "", start: int = 0, end: int | None = None, teller: bool = False
) -> Modality:
    """How what is not denied is said from `start` to `end`. `release`: the piece is a press release; `before`: the sentence before, which may open a correction; `teller`: who tells something is no news itself."""
    end = len(text) if end is None else end
    told = _told(_without_others_doubt(text, start, end))
    if told.corrected or _CORRECTION.search(before[-160:]):
        return "corrected"
    opens = max((m.end() for m in _CLAUSE.finditer(told.plain, 0, start)), default=0) if told.unsure else 0
    closes = next((m.start() for m in _CLAUSE_ENDS.finditer(told.plain, end)), len(text)) if told.unsure else 0
    if told.rumoured or any(opens <= at and until <= closes for at, until in told.unsure):
        return "rumoured"
    said = release or any(not _is_of_else(text, start, end, at, teller) for at in told.announced)
    return "announced" if said else "reported"


def _is_of_else(text: str, start: int, end: int, at: int, teller: bool) -> bool:
    """What the makers say at a place is said of something else: in another sentence, of itself by whoever says it, or of what stands behind an "and"."""
    if _PARTED.search(text, min(at, end), max(at, start)):
        return True
    if at < end:
        return False
    if teller and _SAYS.fullmatch(text, end, at) and not _AT_LAST.search(text[:start]) and not _SHOWS.match(text, at):
        return True
    return _AND_ANOTHER.search(text[end:at]) is not None and not _PASSIVE.search(text[end:at])


_SAYS = re.compile(
    r"[\"”’]?(?:(?:,|\s(?:of|at|for|behind))\s[^,;.:]{2,80},|\s\([^()]*\))?\s+(?:(?:has|have|had|now|also|today|just|officially|itself|recently|finally)\s+)*"
)
"""Between who says something, who is claimed only by the way, and what he does."""
_AT_LAST = re.compile(r",\s+(?:\w+\s+){0,4}$|\bwhich\b[^,]*$")
"""Before who says it, behind what he says."""
_SHOWS = re.compile(r"unveil|public|disclos", re.IGNORECASE)
_AND_ANOTHER = re.compile(r",\s+(?:and|but|while)\s(?!.*,\s[^,]{0,60}$)")
"""A clause of its own, of which alone something is said; not where a last one says who says it all."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+\s+)?$")
_PARTED = re.compile(r"(?<=[a-z]{3})[.!?][\"”’]?\s+(?=[\"“‘]?[A-Z])")
"""In an entry of a list, which stays whole: the end of a sentence."""


def _blank(m: re.Match[str]) -> str:
    return " " * len(m[0])


def _without_others_doubt(text: str, start: int, end: int) -> str:
    """The text with blanks for words of doubt that stand in brackets of their own sentence, away from what is claimed, or speak to the reader."""

    def aside(m: re.Match[str]) -> str:
        return m[0] if m.start() < end and start < m.end() else _DOUBT.sub(_blank, m[0])

    text = _BRACKETS.sub(aside, text) if "(" in text else text
    return _TO_YOU.sub(_blank, text)


class _Told(NamedTuple):
    """What a sentence says of itself, whatever is claimed in it."""

    corrected: bool
    plain: str
    rumoured: bool
    unsure: tuple[tuple[int, int], ...]
    """Where words of doubt stand, of which each bears on its own clause."""
    announced: tuple[int, ...]
    """Where it is said that the makers say so."""


@lru_cache(maxsize=4)
def _told(text: str) -> _Told:
    """Asked once for all claims of a sentence."""
    plain = _MAY.sub("   ", text)
    sure = re.search(r"\bofficially (?:announced|confirmed)", text) is not None
    return _Told(
        _CORRECTION.search(text) is not None,
        plain,
        not sure and _RUMOUR.search(plain) is not None,
        () if sure else tuple(m.span() for m in _UNSURE.finditer(plain) if not _is_month(m)),
        tuple(m.start() for m in _ANNOUNCED.finditer(_UNTOLD.sub(_blank, text))),
    )


def _is_month(m: re.Match[str]) -> bool:
    return m[0].lower() == "may" and m[0][0].isupper() and m.start() > 0


_IN_BRACKETS = re.compile(r"\([^()]*\)")


def is_denied(text: str, start: int, reach: int = 6, end: int = 0) -> bool:
    """`end`: of the place, within which it may be denied that somebody does something; `reach`: words within which a "not" still bears on what follows. True where the words before a place in its clause say no ("will not stream on …"), or what is said to be untrue begins before it ("denied that …").
    A "never" ends at the comma ("it never falters, Taisei Iwasaki has written …"), and so does what was put off ("rather than in May, Studio Kestrel said")."""
    if _DENIED_THAT.search(text, start, max(start, end)):
        return True
    clause = _IN_BRACKETS.sub(_blank, text[:start])
    if turn := list(_TURN.finditer(clause)):
        clause = clause[turn[-1].start() :]
    if text.startswith("until ", start) or clause.endswith(" until "):
        return False  # when it will be
    aside = [m.span() for m in _RELATIVE.finditer(clause)]
    negated = [
        m
        for m in _NOT.finditer(clause)
        if not _NOT_ONLY.match(clause, m.start())
        and not (m[0].lower() in _TO_THE_COMMA and "," in clause[m.end() :])
        and not AND_DOES.search(clause, m.end())
        and not (_BY_ME.search(clause[: m.start()]) and not _DOUBTED.match(clause, m.end()))
        and not any(low < m.start() < high for low, high in aside)
    ]
    if negated and len(clause[negated[-1].end() :].split()) <= reach:
        return True
    return any(
        m.end() <= start and len(text[m.end() : start].split()) <= 2 * _REACH and not _TURN.search(text, m.end(), start)
        for m in _DENIAL.finditer(text)
    ) or is_false(text, start)


def is_false(text: str, start: int) -> bool:
    """What is said from a place on is called untrue ("reports that it will stream on Netflix are false"), and not somebody or something else."""
    m = _FALSE.search(text, start)
    return m is not None and not _NEW_MATTER.search(text, start, m.start()) and not _NOT_OF_IT.search(text[: m.start()])


_REACH = 6
"""Words within which a "not" still bears on what follows."""
_TO_THE_COMMA = frozenset({"never", "rather than", "instead of"})
AND_DOES = re.compile(
    r"\band\s+(?:\w+ly\s+|also\s+|still\s+|now\s+)?(?:is|are|will|remains|stays|goes|comes|launches|arrives|airs|streams|runs|lands|opens|premieres|starts|begins|hits)\b(?!\s+(?:not|never))"
)
"""Another verb begins, which is not denied ("is not affected and goes live on …")."""
_NOT_ONLY = re.compile(
    r"(?:not|n['’]t|never|cannot) (?:only|just|merely|yet|to mention|surprising\w*|unlike|least|begrudge|blame|envy|mind|wait|help|shake|forget|remember|recall|need|care|know|say|stop|resist|have to)\b|without (?:a |any )?doubt",
    re.IGNORECASE,
)
_BY_ME = re.compile(r"\b(?:I|[Yy]ou)(?:['’]\w+)?\s+(?:\w+\s+)?\w*$")
_DOUBTED = re.compile(r"\s+(?:think|believe|expect|suppose)\b")
"""What the writer or the reader does not do denies nothing, but for what he does not believe."""
_RELATIVE = re.compile(r",\s+(?:which|who|whom|whose)\b[^,;]*,")
"""What is said by the way, before the place."""
_NEW_MATTER = re.compile(r"[;:]\s|[.!?][\"”]?\s|[\s(][\"“](?=\w)")
_NOT_OF_IT = re.compile(
    r"\b(?:something|nothing|anything|everything|somebody|someone|nobody|everyone|I|you|he|she|we|they|who|there|what)\s+$",
    re.IGNORECASE,
)
_FALSE = re.compile(r"\b(?:is|are|was|were) (?:\w+ )?(?:false|untrue|not true|wrong|incorrect|a hoax|made up)\b", re.IGNORECASE)


def said_by(text: str) -> str:
    """Whom the sentence gives as its source; empty where it names none."""
    for m in _SOURCE.finditer(text):
        who = (m["who"] or m["said"]).strip(" .,")
        if who.lower().split()[-1] not in _NOBODY:
            return who
    return ""
