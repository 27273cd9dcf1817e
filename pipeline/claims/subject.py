"""Whose is it? Whether a place in a line speaks of the followed series or of another work, told by the titles around it."""

import re

from pipeline.claims.claim import TITLE, KindName
from pipeline.claims.context import AT_START, ELSEWHERE, PRONOUN, carried
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.mentions import Mention
from pipeline.claims.stages import begins_with_a_stage, musicals
from pipeline.claims.succession import BRANCH_OF, is_of_next, is_of_the_series, is_said_of_next
from pipeline.claims.topic import Topic

_GENERIC = re.compile(
    r"\b(?:the|this|our|its)\s+(?:(?:new|upcoming|whole|original|\d+-episode|[a-z]+-episode|finished|complete|full|main|TV|television|animated|current)\s+)*(?:series|shows?|anime|film|movie|game|season|project|title|production|drama)\b(?!['’]s\s+(?:creator|maker))",
    re.IGNORECASE,
)

_ABOUT_COMPANY = re.compile(r"\W*About (?:the )?[A-Z][\w'’+-]*(?:\s[A-Z][\w'’+-]*){0,3}:")
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
    r"['’]?s?\s*(?:(?:episodes?|instal?lments|chapters|parts|versions?|ports?|editions?|release|dub|of|for|in|on|from|to|the|series|anime|show|season|film|game|adaptation|hit|drama)\s+)*(?:(?:-(?:part|episode)\s+)?(?:[\w-]+\s+){0,3}?(?:thriller|comedy|sitcom|drama|series|mini-?series|serial|documentary|anime|hit|adaptation\s+of)\s+)?[\"“‘'*_]*(?:the\s+)?",
    re.IGNORECASE,
)
"""What stands between a place and a title behind it that owns it ("the 24-episode Iron Choir")."""

_LABELS = re.compile(r"(?:['’]s)?\s+[\"“‘'*_]*")
"""What stands between a label and the title that it is of ("the cookery comedy Pepper and Sons")."""
_MADE_FROM = re.compile(r"\b(?:based\s+(?:up)?on|adapt(?:s|ed\s+from|ing|ation\s+of)|(?:drawn|taken|made|comes)\s+from)\b")
"""The title behind is that of the book, and not of what is made."""
_IT_IS = re.compile(r"\W*(?:It|This|The\s+(?:[\w-]+\s+)?(?:story|series|show|anime|film|drama|plot|tale|adaptation))\s")
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

_ITS_OWN = frozenset({"staff", "studio", "source"})
"""Kinds that bear out that this work is spoken of, though another is named: it hardly has the same people and the same origin."""
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

    def is_ours(self, start: int, end: int, known_for: KindName | None = None) -> bool:
        """True where what stands from `start` to `end` is said of the followed series. `known_for`: the kind, if the file says the same, so that only the line itself can speak against it."""
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
            and not self._is_what_ours_is_of(m)
            and (m.own or m.sibling == "older" or not any(m.start < e and s < m.end for s, e in self._named))
        ]
        turned = ELSEWHERE.match(line.text) or (_ABOUT_COMPANY.match(line.text) and not known_for)
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
        by_file = known_for in _ITS_OWN and self._topic.ours
        before = [m for m in found if m.start < start]
        if begins_with_a_stage(line.text) and not any(m.own for m in before):
            return False
        labelled = after and after[0].strong and not after[0].own and _LABELS.fullmatch(line.text[end : after[0].start])
        of_a_book = bool(after) and not after[0].own and self._is_made_from(before, end)
        if labelled and not of_a_book:
            return False
        owner = _OWNER.search(line.text, max(0, start - AT_START), start) if _PORT.match(line.text, end) else None
        ours = owner and any(m.own and m.start <= owner.start(1) < m.end for m in before)
        if owner and not (ours or self._known.somebody(owner[1]) or self._known.platforms.find(owner[1])):
            return False
        apart = known_for and before and not any(m.own for m in before) and _STOP.search(line.text, before[-1].end, start)
        if before and not apart:
            nearest = before[-1]
            if nearest.own or not any(m.own for m in before):
                return nearest.own or by_file
            named = max(m.end for m in before if m.own)
            doubtful = not any(m.strong and not m.own for m in before) and not _STOP.search(line.text, named, start)
            return doubtful or by_file or bool(_GENERIC.search(line.text, nearest.end, start))
        if after:
            between = line.text[end : after[0].start]
            if after[0].own:
                return not _OTHER_LEADS.search(between)
            if not of_a_book and (
                _BELONGS.fullmatch(between)
                or (after[0].strong and _SHOWS.fullmatch(between))
                or _ANOTHER.fullmatch(line.text[: after[0].start])
            ):
                return False
        if self._context is None:
            self._context = carried(line, self._topic)
        return (
            self._context
            or by_file
            or (bool(known_for) and self._topic.ours and not (PRONOUN.match(line.text) and not line.opens))
        )

    def _is_made_from(self, before: list[Mention], end: int) -> bool:
        """Up to `end` it is told what the series was made from, whose title may stand behind."""
        text = self._line.text
        of_it = 0 if self._topic.ours and _IT_IS.match(text) else None
        told = next((m.end for m in reversed(before) if m.own), of_it)
        return told is not None and _MADE_FROM.search(text, told, end) is not None

    def _is_what_ours_is_of(self, other: Mention) -> bool:
        """ "Copper Lily, its first Iron Moth spin-off, will …": the title between the commas only tells what the series is."""
        text, ours = self._line.text, [m for m in self._mentions or () if m.own and m.end <= other.start]
        return bool(
            ours and not other.own and _ITS.fullmatch(text, ours[-1].end, other.start) and BRANCH_OF.match(text, other.end)
        )

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
        if is_said_of_next(line.text, start, self._known):
            return True
        before = [] if line.opens else [*reversed(line.sentences_before)]
        return self._topic.of_next and line.paragraph != TITLE and is_of_next([line.text, *before], own)

    def may_be_older(self, kind: KindName, about: str, value: str) -> bool:
        """Who did what somebody else does, as the file has it: in an article on two works of one name, in a line of the past that names neither."""
        if not self._topic.remade or kind not in ("staff", "cast") or _NOW.search(self._line.text):
            return False
        holders = self._known.of_file(kind, about)
        return bool(holders) and value not in holders and not any(m.own for m in self._topic.told(self._line.text))


_ITS = re.compile(r"[\"”’'*_]*,[\"”’]?\s+(?:its|the|an?|[A-Z][\w+]*['’]s)\s+(?:[\w-]+\s+){0,3}[\"“‘'*_]*")
_NOW = re.compile(
    r"^\W*(?:Showrunner|Director|Writer|Composer|Creator|Producer)\s+[A-Z]|:|\b(?:is|are|will|has|have|new|(?:play|voice|direct|write|design|compose|score|adapt|narrate|create|supervise|lend|make|return|take|join|handle)s)\b"
)
"""What is said of a work of today."""
