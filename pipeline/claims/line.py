"""An article as lines: its title, its headings and, where a cue stands in them, the sentences of its paragraphs, each with what stands around it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.article import Article
from pipeline.claims.claim import TITLE, KindName
from pipeline.claims.days import Tense
from pipeline.claims.names import UPPER
from pipeline.sentences import split

LONGEST = 4000
"""Characters of a sentence that are read; a longer one is no prose."""
_DAY_FIRST = re.compile(r"\.(?:uk|ie|au|nz|in|za|de|at|ch|fr|es|it|nl|be|pt|pl|se|no|dk|fi|eu)$")
_MONTH_FIRST = re.compile(r"\.(?:us|gov|mil)$")
_FUTURE = re.compile(
    r"\b(?:will|would|new (?:release |premiere |launch |air |start )?date|new (?:first )?(?:broadcast|premiere|release|start|launch)|unaffected|not affected|(?:is|are) out(?= (?:on|in|from) )|(?:is|are) on(?= [A-Z][\w+ ]{1,18}$)|shall|can|'ll|’ll|is to|are to|going to|set (?:to|for)|pencill?ed in|on (?:its|the) way|on (?:course|track|schedule)|(?:is|are) (?:bringing|getting)|slated|scheduled|due|upcoming|coming|forthcoming|to (?:premiere|air|debut|release|launch|stream|begin"
    r"|start|open|end|arrive)|plans?|planned|aim(?:s|ing)|expected|premieres|airs|debuts|begins|starts|launches|arrives|opens|releases|comes|streams|hits|lands|drops|ends|goes|returns|gets|reaches|follows?|bows|screens|rolls|ships|leaves|enters|simulcasts|joins|takes flight|lifts off|sets sail|weighs anchor|touches down|blasts off|sails|dated|takes? orders|taking orders|pre-?orders?|runs|continues"
    r"|concludes|wraps|finishes|brought (?:\w+ )?forward|(?:put|held) back|bumped|rescheduled|shifted|pushed|delayed|postponed|moved|moves(?= (?:to|up|back|forward)\b)|slips|slipped)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?<!\bthe )(?<!\bits )(?:premiered|aired|debuted|began|started|launched|opened|ran|came|went|returned|kicked|appeared|entered|got (?:going|under ?way)|reached|received|having|landed|dropped|arrived|ended|concluded|wrapped|finished|bowed|drew|streamed|won|was|were|had|has been|released|since|(?<!days )(?<!weeks )(?<!months )after (?:its|the|a)|following (?:its|the|a))\b",
    re.IGNORECASE,
)
_NO_PAST = re.compile(
    r"(?:was|were|be|been|is|has been|have been) (?:\w+ )?(?:set|due|slated|scheduled|expected|given|announced|confirmed|named|put back|found|fixed|chosen|picked|settled)|(?:be|is|are|gets?) released|be (?:streamed|aired)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;.]\s")
"""What stands behind has a tense of its own."""
_ENDS = re.compile(r"(?<=[.!?])\s+")
_TITLE_CASE = 0.6
_LISTS = re.compile(r"\b(?:cast|staff|credits|crew|characters|voices|team|キャスト|スタッフ)\b", re.IGNORECASE)
"""Headings under which every short line is an entry, whatever its words."""
_ENTRY = 160
"""Characters of an entry at most."""


class Line(NamedTuple):
    """One sentence, heading or title, and where it stands. A tuple, like `Hit`: a page has dozens."""

    text: str
    paragraph: int
    """Index in the article; TITLE for the title."""
    heading: str
    before: str
    """What its paragraph says before it; for the first sentence, the paragraph before."""
    published: date | None
    day_first: bool | None
    opens: bool
    """The first sentence of its paragraph."""
    kinds: frozenset[KindName]
    """The kinds whose cues stand in it."""
    capitals: bool
    """A Title Written Like This: a capital tells nothing there."""
    label: bool
    """A heading or an item of a list."""
    article: Article
    dates: tuple[int, ...] = ()
    """Where words begin without which there is no date."""

    @property
    def sentences_before(self) -> list[str]:
        """Of `before`, about: full stops of initials cut it, too."""
        return _ENDS.split(self.before)

    def tense(self, start: int, end: int) -> Tense:
        """Of the words next to a place: the last verb before it in reach, else the first behind."""
        for text, pick in ((self.text[max(0, start - 90) : start], -1), (_STOP.split(self.text[end : end + 60])[0], 0)):
            near: list[tuple[int, Tense]] = [(m.start(), "future") for m in _FUTURE.finditer(text)]
            if not _NO_PAST.search(text):
                near += [(m.start(), "past") for m in _PAST.finditer(text)]
            if near:
                return sorted(near)[pick][1]
        return ""


class Cue(NamedTuple):
    """Where a cue begins, and which kinds it may begin."""

    start: int
    kinds: tuple[KindName, ...]


def lines(article: Article, cues: list[list[Cue]]) -> Iterator[Line]:
    """The title, then what has cues; `cues` of the title first, then of each paragraph."""
    day_first = True if _DAY_FIRST.search(article.site) else False if _MONTH_FIRST.search(article.site) else None

    def line(
        text: str, paragraph: int, heading: str, before: str, opens: bool, label: bool, hits: Sequence[Cue], start: int = 0
    ) -> Line:
        kinds = frozenset[KindName]().union(*(hit.kinds for hit in hits))
        dates = tuple(hit.start - start for hit in hits if "premiere" in hit.kinds)
        capitals = (paragraph == TITLE or text == heading) and _capitals(text)
        return Line(text, paragraph, heading, before, article.published, day_first, opens, kinds, capitals, label, article, dates)

    if cues[0]:
        yield line(article.title[:LONGEST], TITLE, "", "", True, False, cues[0])
    heading, before, lead = "", article.title, ""
    listed: list[Cue] = []
    linked = False
    for n, paragraph in enumerate(article.paragraphs):
        linked = _LINKS.fullmatch(paragraph.text[:_ENTRY]) is not None or (linked and paragraph.kind == "item")
        if (linked and paragraph.kind == "item") or _TAGS.match(paragraph.text):
            continue
        if paragraph.kind == "heading":
            heading = before = paragraph.text[:LONGEST]
            listed = [c for c in cues[n + 1] if {"cast", "staff"} & set(c.kinds)]
            if _LISTS.search(heading):
                listed = [Cue(0, ("cast", "staff"))]
            if cues[n + 1]:
                yield line(heading, n, heading, "", True, True, cues[n + 1])
            continue
        if not (paragraph.kind == "item" or _is_entry(paragraph.text)):
            lead = paragraph.text if paragraph.text.rstrip("*_ ").endswith(":") else ""
        elif lead:
            before = lead
        if paragraph.kind == "item" and " as " in paragraph.text[:_ENTRY]:
            cues[n + 1] = [Cue(0, ("cast",)), *cues[n + 1]]
        elif paragraph.text.count(" as ") >= _ROW and len(row := [m.start() for m in _AS_NAME.finditer(paragraph.text)]) >= _ROW:
            cues[n + 1] = sorted([*(Cue(start, ("cast",)) for start in row), *cues[n + 1]])
        under = [c for c in listed if len(paragraph.text) < _ENTRY]
        if under and paragraph.language in ("", article.language):
            yield line(paragraph.text, n, heading, before[-LONGEST:], True, paragraph.kind == "item", [*under, *cues[n + 1]])
        elif cues[n + 1] and paragraph.language in ("", article.language):
            starts = [c.start for c in cues[n + 1]]
            at = 0
            earlier = before[-LONGEST:]
            for text in _sentences(paragraph.text, article.language):
                start = paragraph.text.find(text, at)
                at = max(start, 0) + len(text)
                hits = cues[n + 1][bisect_right(starts, max(start, 0) - 1) : bisect_right(starts, at)]
                if hits:
                    opens = start <= 0 or bool(_NUMBER.fullmatch(paragraph.text[:start]))
                    yield line(text[:LONGEST], n, heading, earlier, opens, paragraph.kind == "item", hits, max(start, 0))
                earlier = text[-LONGEST:] if start <= 0 else f"{earlier} {text}"[-LONGEST:]
        before = paragraph.text


_LINKS = re.compile(
    r"\W*(?:(?:More|Also)\s+(?:from|on|at|by|in)\s[^.:?!]{2,40}|Read\s+(?:more|next|also)|More\s+(?:to\s+read|stories|news|reading|articles)|(?:Related|Similar|Popular|Recent|Latest|Recommended|Trending|Top)\s+(?:posts?|articles?|stories|news|reading|content|reviews|links|videos|topics|now)|You\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy)|Trending|Related|Recommended)\W*",
    re.IGNORECASE,
)
"""What stands over a list of links to other pieces."""


_TAGS = re.compile(r"\W*(?:Posted\s+in|Filed\s+under|Filed\s+to|Tagged(?:\s+(?:with|as))?|Tags|Categories)\s*:")
"""What a site files a piece under."""


def _is_entry(text: str) -> bool:
    """A short line without a stop, as those of a list that is typed as paragraphs."""
    return len(text) < _ENTRY and text[-1:].isalnum()


_ROW = 3
"""So many told as so many others are a cast, whatever their names."""
_AS_NAME = re.compile(rf"(?<=[a-z]) as (?:the )?(?=[{UPPER}])")
_NUMBER = re.compile(r"\W*\d{1,2}[.)]\s*")
"""What stands before the first sentence of an entry of a numbered list."""


def _sentences(text: str, language: str) -> list[str]:
    """One line of a list or a table stays whole: labels and full stops of initials cut it in wrong places."""
    if len(text) < 30 or len(text) > 50 * LONGEST:
        return [text[:LONGEST]]
    joined: list[str] = []
    for sentence in split(text, language):
        if joined and (
            _CUT_SHORT.search(joined[-1][-_ENDING:])
            or (_INITIALS.search(joined[-1][-_ENDING:]) and not _ANEW.match(sentence))
            or (joined[-1].endswith(".m.") and (sentence[:1].islower() or _WHICH_DAY.match(sentence)))
        ):
            joined[-1] = text[
                text.find(joined[-1]) : text.find(sentence, text.find(joined[-1]) + len(joined[-1])) + len(sentence)
            ]
        else:
            joined.append(sentence)
    return joined


_CUT_SHORT = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|ep|approx)\.|(?:^|(?<!\bSeries)\s)[A-Z]\.)$"
)
_INITIALS = re.compile(r"(?:^|(?<!\bthe)\s)(?!U\.[SK]|D\.C|L\.A)(?:[A-Z]\.){2,3}$")
_ANEW = re.compile(
    r"(?:The|It|Its|In|But|And|He|She|They|This|That|These|There|An?|On|At|For|From|With|We|I|You|His|Her|Their|As|After|Before|When|While|Now|If|So|Both|All|One|Two|Season|Series|Episode|Also)\b"
)
"""Somebody's initials, and no surname behind them."""
_WHICH_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|on\b|\(|$)|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*\.?\s+\d|[ECMP][SD]?T\b"
)
"""What stands behind a clock time ("9 p.m. Sunday, Jan. 12")."""
_ENDING = 12
"""Characters of the longest such end, with what stands before it."""


def _capitals(text: str) -> bool:
    words = [w for w in re.findall(r"[^\W\d_][\w'’]*", text[:300]) if len(w) > 3]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= _TITLE_CASE * len(words)
