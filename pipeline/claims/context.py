"""What a sentence that names no work speaks of: what the sentences before do, else the heading, else the article. Knows no places in the sentence."""

import re

from pipeline.claims.claim import TITLE
from pipeline.claims.entries import is_anothers
from pipeline.claims.line import Line
from pipeline.claims.succession import is_of_the_first
from pipeline.claims.topic import Topic

AT_START = 30
_IT = re.compile(r"^\W*(?:It|That|This|Its)\b")
_BUT_IT = re.compile(r"\W*(?:But|And|Yet|So|Still|Then),?\s+(?:it|that|this|its)\b")

PRONOUN = re.compile(r"^\W*(?:It|That|This|Its|They|There|The (?:series|show|anime|film|movie|game|drama))\b")

_HIS_WORK = re.compile(
    r"\W*(?:[A-Z][\w-]+\s+){0,2}[A-Z][\w-]+['’]s\s+(?:[a-z]+\s+){0,2}?(?:pod(?:cast)?|manga|novel|book|comic|web ?toon|album|stage play|audio drama|musical)\b"
    r"|\W*An?\s+(?:\w+\s+)?(?:manga|novel|book|comic|play)\s+by\s+[A-Z]"
)
"""A sentence with somebody's book for its subject."""
ELSEWHERE = re.compile(
    r"\W*(?:Tomorrow|Next (?:week|up|time|diary|month|issue)|Also (?:on|shown|out|new|at|by|this|from|in|announced|revealed|unveiled|confirmed|coming)\b|Elsewhere|In other news|Not to be confused with|Over in\b|By way of comparison|(?:What comes|Her|His|Their|Whose) next)\b"
    r"|\W*The (?:first|second|former) (?:was|is|had|has)\b|\W*One (?:was|is) an?\b"
    r"|\W*The other (?:two|three|four|five|six|seven|eight|nine|ten|\d+)(?: \w+)? (?:are|include)\b|\W*Also (?:dropped|cancell?ed|axed|renewed|scrapped|returning|ordered) (?:is|are|was|were)\b"
    r"|\W*People also (?:looked|watched|liked|viewed)\b|\W*(?:Her|His|Their) (?:opera|album|play|podcast|memoir)\b"
    r"|\W*(?:Its|[A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+){0,2}['’]s?) (?:current|other|earlier|previous|past) (?:productions|series|shows|titles|works|credits) (?:are|include)\b"
)
"""A sentence that turns to other works."""
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
_LAST_WORD = re.compile(
    r"\b(?:unlike|than|followed|follows|replaces|replaced|with|as is|so is|so does|alongside)\s+(?:the\s+)?$", re.IGNORECASE
)

_ENTRY = re.compile(
    r"\W*[A-Z][\w'’&!-]*(?:\s+(?:(?:of|the|and|in|to|a|at)\s+){0,2}[A-Z\d][\w'’&!-]*)+[\"”*_]*(?:\s*\([\w +]{1,12}\))?\.(?=\s|$)"
)
"""An entry of a list that begins with a title; what it says next is of that."""
_OF_NO_WORK = re.compile(
    r"\W*(?:The\s+|In\s+)?(?:Big\s+Picture|Bottom\s+Line|Short\s+Version|Long\s+Version|Quick\s+(?:Links|Facts|Take)|Key\s+(?:Takeaways|Points|Facts|Details)|Fast\s+Facts|Final\s+(?:Word|Verdict|Thoughts)|Good,\s+the\s+Bad.*|Backstory|Lowdown|Fine\s+Print|Essentials)\W*",
    re.IGNORECASE,
)
"""A heading with capitals that is no title."""
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
        if ELSEWHERE.match(sentence) and topic.told(sentence):
            return True
    return False


def carried(line: Line, topic: Topic) -> bool:
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
    if not anew and (not line.opens or PRONOUN.match(line.text)):
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
            if any(m.start < AT_START and (m.strong or (it and not (line.opens and m.start > 2))) for m in told) or (
                it and last and not sentence[last:].strip(' .!"”’*_')
            ):
                return False
            if line.opens and any(m.strong for m in told):
                break
    if topic.remade and _goes_on_of_older(line, topic):
        return False
    headed = line.heading and line.heading is not line.text and not _OF_NO_WORK.fullmatch(line.heading)
    heading = topic.told(line.heading, heading=True) if headed else []
    named = [m for m in heading if m.own or _IS_TITLE.match(line.heading[m.end :])]
    if named and not any(m.own for m in named) and topic.ours and not line.label and _speaks_of_it(line, topic):
        return True
    return any(m.own for m in named) if named else topic.ours


def _speaks_of_it(line: Line, topic: Topic) -> bool:
    """What stands under the heading, up to the line, names the series or somebody of its own, and nothing else has the words of the heading: "Halfway There" over it is no title."""
    section, said = "", line.heading.strip(_MARKS)
    if sum(said in paragraph.text for paragraph in line.article.paragraphs[:_MOST]) != 1:
        return False
    for paragraph in reversed(line.article.paragraphs[: line.paragraph + 1]):
        if paragraph.kind == "heading":
            return topic.is_of_its_own(section)
        section = f"{paragraph.text[:_SECTION]} {section}"
    return False


_MARKS = " \"“”‘’'*_#"
_MOST = 200
_SECTION = 600
