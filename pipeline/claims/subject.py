"""Whose is it? Whether a place in a line speaks of the followed series or of another work, told by the titles around it."""

import re

from pipeline.claims.claim import TITLE, KindName
from pipeline.claims.entries import is_anothers
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.mentions import Mention
from pipeline.claims.stages import begins_with_a_stage, musicals
from pipeline.claims.succession import is_of_next, is_of_the_first, is_of_the_series, is_said_of_next
from pipeline.claims.topic import Topic

_GENERIC = re.compile(
    r"\b(?:the|this|our|its)\s+(?:(?:new|upcoming|whole|original|\d+-episode|[a-z]+-episode|finished|complete|full|main|TV|television|animated|current)\s+)*(?:series|shows?|anime|film|movie|game|season|project|title|production|drama)\b(?!['’]s\s+(?:creator|maker))",
    re.IGNORECASE,
)

_AT_START = 30
_IT = re.compile(r"^\W*(?:It|That|This|Its)\b")
_BUT_IT = re.compile(r"\W*(?:But|And|Yet|So|Still|Then),?\s+(?:it|that|this|its)\b")

_PRONOUN = re.compile(r"^\W*(?:It|That|This|Its|They|There|The (?:series|show|anime|film|movie|game|drama))\b")

_HIS_WORK = re.compile(
    r"\W*(?:[A-Z][\w-]+\s+){0,2}[A-Z][\w-]+['’]s\s+(?:[a-z]+\s+){0,2}?(?:pod(?:cast)?|manga|novel|book|comic|web ?toon|album|stage play|audio drama|musical)\b"
    r"|\W*An?\s+(?:\w+\s+)?(?:manga|novel|book|comic|play)\s+by\s+[A-Z]"
)
"""A sentence with somebody's book for its subject."""
_ELSEWHERE = re.compile(
    r"\W*(?:Tomorrow|Next (?:week|up|time|diary|month|issue)|Also (?:on|shown|out|new|at|by|this|from|in|announced|revealed|unveiled|confirmed|coming)\b|Elsewhere|In other news|Not to be confused with|Over in\b|By way of comparison|(?:What comes|Her|His|Their|Whose) next)\b"
    r"|\W*The (?:first|second|former) (?:was|is|had|has)\b|\W*One (?:was|is) an?\b"
)
"""A sentence that turns to other works."""
_ABOUT_COMPANY = re.compile(r"\W*About (?:the )?[A-Z][\w'’+-]*(?:\s[A-Z][\w'’+-]*){0,3}:")
_COMPANY = re.compile(
    r"[^.,;]{2,60}?\b(?:is|are)\s+(?:[\w'’-]+\s+){0,6}?(?:service|streamer|studio|company|network|channel|broadcaster|publisher|distributor|label|outlet|developer)\b",
)
"""What somebody is who makes or shows works; what "it" does next is his."""
_ABOUT = re.compile(r"\W*About\s+(?!(?:the|this|our)\b)\S", re.IGNORECASE)
"""The heading over what a company says of itself."""
_NAMES_ITSELF = re.compile(r"\W*(?:The (?:series|show|anime|film|game|drama)|There (?:is|are|will|won))\b")
"""A paragraph that begins so speaks of what the article is about."""
_OF_ITSELF = re.compile(
    r"\W*(?:It|The (?:series|show|anime|film|game|drama)) (?:is|was|has been) (?:based on|adapted from|drawn from|taken from)\b|\W*It (?:reminds?|reminded|recalls?|feels like|looks like|plays like)\b"
)
"""What such a sentence names is what it was made from."""
_VOLUME = re.compile(r"\b(?:editions?|volumes?|translations?|paperback|hardback|chapters?|readers)\b")
"""Of a book, of which there are others than the one that was adapted."""
_IN_BRACKETS = re.compile(r"\([^()]*$")
"""Where other works are named in passing."""
_OF_ANY = re.compile(
    r"(?:^|[.,;:]\s)(?:[Aa]n?|[Ee]very|[Mm]ost)\s+(?:shows?|series|anime|films?|movies?|games?)\s+(?:gets?|got|had|has|have|needs?|needed|runs?|ran)\s+"
)
"""What is so of any work."""
_OF_THE_FILM = re.compile(r"\bwho (?:was|had been) [\w -]{4,40} of the (?:film|movie|musical|stage play|stage version)\b")
_OF_A_FORM = re.compile(
    r"(?<!from )(?<!on )\b(?:an?|the)\s+(?:new\s+|original\s+)?(?:audio drama|drama CD|short film|stage play|radio play|musical)\s+(?:(?:written|directed|composed|scored)\s+)?(?:by\s+)?$"
)
"""What stands before a credit of another form."""
_STOP = re.compile(r"[.!?;][\"”’]?\s")
"""Behind it is no longer said of a title before, where a name between may be another's."""
_BELONGS = re.compile(
    r"['’]?s?\s*(?:(?:episodes?|instal?lments|chapters|parts|versions?|ports?|editions?|release|dub|of|for|in|on|from|to|the|series|anime|show|season|film|game|adaptation|hit|drama)\s+)*(?:(?:-(?:part|episode)\s+)?(?:[\w-]+\s+){0,3}?(?:thriller|comedy|sitcom|drama|series|mini-?series|serial|documentary|anime|hit)\s+)?[\"“‘'*_]*(?:the\s+)?",
    re.IGNORECASE,
)
"""What stands between a place and a title behind it that owns it ("the 24-episode Iron Choir")."""

_LABELS = re.compile(r"(?:['’]s)?\s+[\"“‘'*_]*")
"""What stands between a label and the title that it is of ("the cookery comedy Pepper and Sons")."""
_OWNER = re.compile(r"\b([A-Z][\w-]+)['’]s\s+$")
_PORT = re.compile(r"\s+(?:port|build|edition)\b")
"""What a game has for a machine, with another's name before it."""
_SHOWS = re.compile(
    r"\s+(?:(?:will|is to|to|also|now|has|have)\s+)*(?:show|air|stream|screen|repeat|broadcast|carr(?:y|ie)|run|rerun|showe|aire|streame|screene)[sd]?\s+(?:[\w-]+\s+){0,5}?(?:of\s+)?[\"“‘'*_]*"
)
"""What stands between a channel and the title that it shows."""

_ANOTHER = re.compile(
    r"\W*(?:A|An|Another|His|Her|Their|[A-Z][\w-]+['’]s)\s+(?:[\w'’-]+\s+){0,3}?(?:series|show|anime|film|movie|game|drama|thriller|comedy|play|documentary|special|spin-?off)\b[^.;,]{0,40},\s+[\"“‘'*_]*(?:The\s+)?(?:[A-Z][\w-]+['’]s\s+)?"
)
"""What stands before a title that tells of what has been spoken from the beginning ("A series for Netflix, Low Water")."""
_OTHER_LEADS = re.compile(r"\b(?:unlike|than|like|while|whereas|but)\b", re.IGNORECASE)

_LAST_WORD = re.compile(
    r"\b(?:unlike|than|followed|follows|replaces|replaced|with|as is|so is|so does|alongside)\s+(?:the\s+)?$", re.IGNORECASE
)

_OF_A_WORK = frozenset({"staff", "cast", "platform", "release", "premiere", "studio", "genre", "source"})
"""Kinds whose claims a sequel has of its own."""


class Subject:
    """The titles of one line, looked for when the first claim asks whose it is."""

    def __init__(self, line: Line, known: Known, topic: Topic) -> None:
        self._line = line
        self._topic = topic
        self._known = known
        self._mentions: list[Mention] | None = None
        self._context: bool | None = None
        self._named: list[tuple[int, int]] = []

    def name(self, start: int, end: int) -> None:
        """People are named from `start` to `end`: what looks like a title there is none."""
        self._named.append((start, end))

    def is_ours(self, start: int, end: int, known_for: bool = False) -> bool:
        """True where what stands from `start` to `end` is said of the followed series. `known_for`: the file says the same, so that only the line itself can speak against it."""
        line = self._line
        if self._mentions is None:
            self._mentions = self._topic.mentions(line.text, line.capitals)
        inside = [m for m in self._mentions if m.start < end and start < m.end]
        if any(m.own for m in inside):
            return True
        found = [
            m
            for m in self._mentions
            if (m not in inside or m.start < start)
            and (m.own or m.sibling == "older" or not any(m.start < e and s < m.end for s, e in self._named))
        ]
        turned = _ELSEWHERE.match(line.text) or (_ABOUT_COMPANY.match(line.text) and not known_for)
        if not any(m.own for m in found) and (turned or any(m.sibling == "lent" for m in found)):
            return False
        if (line.capitals or line.paragraph == TITLE) and not line.label:
            return any(m.own for m in found)
        if any(m.strong and m.start <= start and end < m.end for m in inside):
            return False
        if any(first < end and start < last for first, last in musicals(line.text)):
            return False
        after = [m for m in found if m.start >= end]
        if after and after[0].own and _BELONGS.fullmatch(line.text[end : after[0].start]):
            return True
        if self._known.aired and is_of_the_series(line.text, end):
            return self._topic.ours
        if _OF_A_FORM.search(line.text, 0, start) or (self._known.aired and _OF_THE_FILM.search(line.text, start, end)):
            return False
        if any(m.start() < start <= m.end() for m in _OF_ANY.finditer(line.text)):
            return False
        before = [m for m in found if m.start < start]
        if begins_with_a_stage(line.text) and not any(m.own for m in before):
            return False
        if after and after[0].strong and not after[0].own and _LABELS.fullmatch(line.text[end : after[0].start]):
            return False
        owner = _OWNER.search(line.text, max(0, start - _AT_START), start) if _PORT.match(line.text, end) else None
        ours = owner and any(m.own and m.start <= owner.start(1) < m.end for m in before)
        if owner and not (ours or self._known.somebody(owner[1]) or self._known.platforms.find(owner[1])):
            return False
        apart = known_for and before and not any(m.own for m in before) and _STOP.search(line.text, before[-1].end, start)
        if before and not apart:
            nearest = before[-1]
            if nearest.own or not any(m.own for m in before):
                return nearest.own
            named = max(m.end for m in before if m.own)
            doubtful = not any(m.strong and not m.own for m in before) and not _STOP.search(line.text, named, start)
            return doubtful or bool(_GENERIC.search(line.text, nearest.end, start))
        if after:
            between = line.text[end : after[0].start]
            if after[0].own:
                return not _OTHER_LEADS.search(between)
            if (
                _BELONGS.fullmatch(between)
                or (after[0].strong and _SHOWS.fullmatch(between))
                or _ANOTHER.fullmatch(line.text[: after[0].start])
            ):
                return False
        if self._context is None:
            self._context = _carried(line, self._topic)
        return self._context or (known_for and self._topic.ours and not (_PRONOUN.match(line.text) and not line.opens))

    def is_older(self, start: int) -> bool:
        """An older work of the same name is the last that is named before a place, in its paragraph or by the headline."""
        line, topic = self._line, self._topic
        if not topic.remade:
            return False
        for text in (line.text, *reversed(line.sentences_before), line.article.title):
            told = topic.told(text)
            if named := [m for m in told if (m.own or m.sibling == "older") and (m.start < start or text is not line.text)]:
                return not named[-1].own
        return False

    def is_staged(self, start: int) -> bool:
        """A version for the stage or the radio stands before a place as what its sentence is about, and the series does not."""
        text = self._line.text
        return begins_with_a_stage(text) and not any(m.own and m.start < start for m in self._topic.told(text))

    def is_next(self, kind: KindName, start: int) -> bool:
        """Who makes what comes after the series, and where and when it is out."""
        if kind not in _OF_A_WORK:
            return False
        line, own = self._line, self._known.own
        if is_said_of_next(line.text, start, own):
            return True
        before = [] if line.opens else [*reversed(line.sentences_before)]
        return self._topic.of_next and line.paragraph != TITLE and is_of_next([line.text, *before], own)

    def may_be_older(self, kind: KindName, about: str, value: str) -> bool:
        """Who did what somebody else does, as the file has it: in an article on two works of one name, in a line of the past that names neither."""
        if not self._topic.remade or kind not in ("staff", "cast") or _NOW.search(self._line.text):
            return False
        holders = self._known.of_file(kind, about)
        return bool(holders) and value not in holders and not any(m.own for m in self._topic.told(self._line.text))


_ENTRY = re.compile(
    r"\W*[A-Z][\w'’&!-]*(?:\s+(?:(?:of|the|and|in|to|a|at)\s+){0,2}[A-Z\d][\w'’&!-]*)+[\"”*_]*(?:\s*\([\w +]{1,12}\))?\.(?=\s|$)"
)
"""An entry of a list that begins with a title; what it says next is of that."""
_IS_TITLE = re.compile(r"[\"”’']?\s*(?:$|[:,(|–—-]|\bseason\b|\d|gets?\b|review\b)", re.IGNORECASE)
"""What stands behind a title in a heading; a sentence is none."""


def _question(line: Line) -> str:
    """The question to which the line's paragraph is the answer; empty where there is none."""
    before = line.article.paragraphs[line.paragraph - 1].text if line.paragraph > 0 else ""
    if len(before) > _LONGEST_QUESTION or not _ASKS.search(before):
        return ""
    return re.split(r"(?<=[.!])\s+", before)[-1]


_ASKS = re.compile(r"\?[\"”’*_)\s]*(?:[–—-]\s*[A-Z][\w, ]{1,40}[*_]*)?$")
_ANSWERS = re.compile(r"\W*(?:(?:Yes|No|Sadly|Alas|Not)\b[^.,]{0,20}[.,]\s+)?(?:It|That|This|Its)\b")
_LONGEST_QUESTION = 300

_IT_WAS = re.compile(r"\W*It (?:\w+ )?(?:was|went|ran|aired|had|began|started|premiered|lasted|starred|came|ended)\b")
_NOW = re.compile(
    r"^\W*(?:Showrunner|Director|Writer|Composer|Creator|Producer)\s+[A-Z]|:|\b(?:is|are|will|has|have|new|(?:play|voice|direct|write|design|compose|score|adapt|narrate|create|supervise|lend|make|return|take|join|handle)s)\b"
)
"""What is said of a work of today."""


def _goes_on_of_older(line: Line, topic: Topic) -> bool:
    """The paragraph begins with what "It" was, and the one before spoke last of the older work."""
    if line.paragraph < 1 or not _IT_WAS.match(line.text if line.opens else line.before):
        return False
    told = topic.told(line.article.paragraphs[line.paragraph - 1].text)
    return [m.sibling == "older" for m in told if m.own or m.sibling][-1:] == [True]


def _turned_away(line: Line, topic: Topic) -> bool:
    """Since the series was named last, the paragraph has turned to something else, or never speaks of a work."""
    if line.heading and line.heading is not line.text and _ABOUT.match(line.heading) and not topic.told(line.heading):
        return True
    if line.opens:
        return False
    sentences = line.sentences_before
    if _IT.match(line.text) and _COMPANY.match(sentences[-1]) and not any(m.own for m in topic.told(sentences[-1])):
        return True
    for sentence in reversed(sentences):
        if any(m.own for m in topic.told(sentence)):
            return False
        if _ELSEWHERE.match(sentence) and topic.told(sentence):
            return True
    return False


def _carried(line: Line, topic: Topic) -> bool:
    """What the sentences before speak of; without a word of any work, what the heading or the whole article does."""
    if _turned_away(line, topic):
        return False
    if line.paragraph != TITLE and is_anothers(line.article, line.paragraph, topic.own):
        return not line.opens and any(m.own for m in topic.told(line.before))
    entry = _ENTRY.match(line.text if line.opens else line.before) if line.label else None
    if entry and (told := topic.told(entry[0])) and not any(m.own for m in told):
        return False
    asked = _question(line)
    if asked and line.opens | (not topic.told(line.before)) and (told := topic.told(asked)):
        return any(m.own for m in told) if any(m.own or m.strong or _ANSWERS.match(line.text) for m in told) else topic.ours
    if topic.ours and is_of_the_first(line.text):
        return True
    anew = line.opens and topic.ours and _NAMES_ITSELF.match(line.text)
    if not anew and (not line.opens or _PRONOUN.match(line.text)):
        of_book = _VOLUME.search(line.text)
        for sentence in reversed(line.sentences_before):
            told = topic.told(sentence)
            if not any(m.own for m in told) and any(
                m.sibling in ("older", "lent") or (m.sibling and _IT.match(line.text)) for m in told
            ):
                return False
            if any(m.own for m in told):
                return not (told[-1].start > 0 and not told[-1].own and _LAST_WORD.search(sentence[: told[-1].start]))
            it = _IT.match(line.text) and not _NAMES_ITSELF.match(sentence)
            if (it or _BUT_IT.match(line.text)) and _HIS_WORK.match(sentence):
                return False
            if _OF_ITSELF.match(sentence):
                continue
            told = [m for m in told if (it or of_book or m.titled) and not _IN_BRACKETS.search(sentence[: m.start])]
            last = told[-1].end if told else 0
            if any(m.start < _AT_START and (m.strong or (it and not (line.opens and m.start > 2))) for m in told) or (
                it and last and not sentence[last:].strip(' .!"”’*_')
            ):
                return False
            if line.opens and any(m.strong for m in told):
                break
    if topic.remade and _goes_on_of_older(line, topic):
        return False
    heading = topic.told(line.heading, heading=True) if line.heading and line.heading is not line.text else []
    named = [m for m in heading if m.own or _IS_TITLE.match(line.heading[m.end :])]
    return any(m.own for m in named) if named else topic.ours
