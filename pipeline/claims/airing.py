"""Reads when it begins, ends and comes out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.claims.calendar import span
from pipeline.claims.claim import Found
from pipeline.claims.days import Tense, resolve, spots
from pipeline.claims.events import (
    AHEAD,
    ENTRY,
    EPISODE,
    EVENT,
    IN_WORDS,
    MOVED,
    NAMED_DAY,
    REST_UNTIL,
    SAID_THEN,
    SHOWN,
)
from pipeline.claims.finales import AIRDATE, episode_of_page, last_episode
from pipeline.claims.known import Known
from pipeline.claims.line import Line
from pipeline.claims.listings import is_listed
from pipeline.claims.numbers import number
from pipeline.claims.occasion import event
from pipeline.claims.old_days import is_old
from pipeline.claims.reissues import later_than_the_first
from pipeline.claims.tidings import is_of_telling, is_stamp


def airing(line: Line, known: Known) -> Iterator[Found]:
    """When it premieres, ends or is released; of several first days in one sentence, as channels have them, the first, of several last ones the last."""
    found = [*_days(line, known), *last_episode(line, known)]
    for f in found:
        days = [o.value for o in found if (o.kind, o.about) == (f.kind, f.about) and len(o.value) == _WHOLE]
        if not days or (_ends(f.value) >= max(days) if f.kind == "finale" else _begins(f.value) <= min(days)):
            yield f


def _begins(value: str) -> str:
    return whole[0].isoformat() if (whole := span(value)) else value


def _ends(value: str) -> str:
    return whole[1].isoformat() if (whole := span(value)) else value


def _days(line: Line, known: Known) -> Iterator[Found]:
    text = line.text
    if not EVENT.search(text.lower()) and not (
        len(text) < ENTRY and (len(text) < _BRIEF or known.own.find(f"{line.heading} {line.before[-ENTRY:]} {text}"))
    ):
        return
    if (_BOILERPLATE.match(line.heading) and not known.own.find(text)) or _STAMP.match(text):
        return
    if _OF_ANOTHER.match(text) and not known.own.find(text):
        return
    if line.heading is text and not known.own.find(text):
        return
    ordered = spots(text, line.dates)
    begun = ""
    for n, spot in enumerate(ordered):
        low = ordered[n - 1].end() if n else 0
        high = ordered[n + 1].start() if n + 1 < len(ordered) else len(text)
        said_then = SAID_THEN.search(text[max(0, spot.start() - _SAID) : spot.start()])
        named = said_then and NAMED_DAY.match(text, spot.end())
        if (said_then and not named and not spot[0].lower().startswith("for ")) or _is_no_event(
            line, spot.start(), spot.end(), known
        ):
            continue
        if is_of_telling(text, ordered, n, line.published):
            continue
        found = event(line, spot.start(), spot.end(), low, high, known)
        if found and found[0] == "premiere" and _is_of_later_episode(line):
            continue
        if found and not is_old(text, spot.start(), spot.end()) and not IN_WORDS.search(text[: spot.start()]):
            value = resolve(spot, *_when(ordered, n, text, line), line.day_first)
            if line.published and value == line.published.isoformat() and is_stamp(text, ordered, n):
                continue
            if not value and is_listed(line, spot.start(), spot.end(), known):
                value = resolve(spot, line.published, "future", line.day_first)
            if found[0] == "finale" and value < begun and not _YEAR.search(spot[0]):
                value = resolve(spot, date.fromisoformat(begun), "future", line.day_first)
            begun = value if found[0] == "premiere" and len(value) == _WHOLE else ""
            about = later_than_the_first(line, spot.start(), found[1], value, known) if value else None
            if about is not None and _is_likely(value, line, spot.start(), known):
                yield Found(about, value, spot.start(), spot.end(), kind=found[0])
                if about == "dub" and _SAME_DAY.search(text[: spot.start()]):
                    yield Found("", value, spot.start(), spot.end(), kind=found[0])


def _is_of_later_episode(line: Line) -> bool:
    """ "It will now air on …" behind a sentence about an episode that is not the first, or the airdate on the page of such a one."""
    if AIRDATE.match(line.text) and episode_of_page(line) > 1:
        return True
    before = "" if line.opens else line.sentences_before[-1]
    return bool(before and _IT.match(line.text)) and any((number(m["n"] or m["o"]) or 0) > 1 for m in EPISODE.finditer(before))


_SAME_DAY = re.compile(
    r"\b(?:same|very)\s+(?:day|date)\s+(?:as|of)\s+(?:the|its)\s+(?:Japanese|original|subtitled|television|TV)\s+(?:[\w-]+\s+)?(?:broadcast|premiere|release|debut|version|airing),?\s+(?:on\s+|which\s+is\s+)?$"
)
"""A dub that comes with the original."""
_IT = re.compile(r"\W*(?:It|This|That|The\s+(?:\w+\s+)?(?:episode|broadcast|airing|transmission))\b")
_OF_ANOTHER = re.compile(r"\W*#{2,6}\s+\S")
"""A heading that ran together with what stands under it."""
_STAMP = re.compile(r"\W*(?:Episode|Podcast|Recording|Publication|Posting|Upload)\s+[Dd]ate\s*[:|]")
"""When a podcast came out, and not what it is about."""
_BOILERPLATE = re.compile(r"\W*About\s+[A-Z]")
"""What a press release says of whoever sends it."""


def _when(ordered: Sequence[re.Match[str]], n: int, text: str, line: Line) -> tuple[date | None, Tense]:
    """From which day and in which tense a date is told: one without a year in a run ("between 3 October and 26 December 2009") has that of the end."""
    spot = ordered[n]
    last = ordered[n + 1] if n + 1 < len(ordered) else None
    year = _YEAR.search(last[0]) if last else None
    if last and year and not _YEAR.search(spot[0]) and _RUN.fullmatch(text[spot.end() : last.start()]):
        return date(int(year[0]), 12, 31), "past"
    tense = line.tense(spot.start(), spot.end())
    before = text[: spot.start()]
    coming = not tense and (
        _OPENS.search(before)
        or REST_UNTIL.search(before)
        or _TOWARDS.match(spot[0])
        or _OUT_ON.match(before)
        or _GET_IT.search(before)
    )
    if NAMED_DAY.match(text, spot.end()) and _REVEALS.search(before):
        tense = "future"
    to_be = spot[0][:5].lower() != "since" and (
        _TO_BE_OUT.search(before) or _MOVING.search(before[-_CLAUSE:]) or _STANDS.match(text, spot.end())
    )
    if tense == "future" and _FILLED.search(before[-_CLAUSE:]):
        tense = "past"
    return line.published, "future" if coming or to_be else tense


def _is_no_event(line: Line, start: int, end: int, known: Known) -> bool:
    """The date of a press release, of what somebody said, of the story, or, where discs are spoken of, of the end of the run."""
    text = line.text
    before, after = text[:start], text[end:]
    near = before[-_CLAUSE:]
    return bool(
        (_DATELINE.match(before) and re.match(r"\s*(?:[.—–-]|$)", after))
        or (re.search(r"\b[Ss]et\s+$", before) and re.match(r"in\b", text[start:end]))
        or (_DISCS.search(text) and _ENDED.search(before))
        or (_NEAR.fullmatch(text[start:end]) and _DID.match(after))
        or _I_SAW.search(before)
        or (_A_WEEK_FROM.search(near) and _NEAR_OR_COMING.match(text[start:end]))
        or ((topic := _TOPIC.match(text)) and topic.end() <= start and _THING.search(topic[0]) and not known.own.find(text))
        or _NONE.search(near)
        or _SUPPOSED.search(near)
        or _EMBARGO.match(text)
        or (_HELD.search(near) and not _FIRST_SEEN.search(text if line.opens else f"{line.before[-_SENTENCE:]} {text}"))
        or (_SLIPPED.search(near) and _FROM_OR_TO.match(after))
        or (_MOVED_IT.search(near) and text[start:end][:1].isupper())
        or (_MADE_IN.fullmatch(text[start:end]) and before.endswith(", ") and after.startswith(","))
        or (re.match(r",?\s+(?:I|we)\s+(?:told|said|wrote|reported|asked|met|spoke)\b", after) and not _WHEN_IT.search(near))
    )


_WHEN_IT = re.compile(
    r"\b[Ww]hen\s[^,;.]{0,80}?\b(?:premiered|aired|debuted|began|started|launched|opened|ended|finished|came out)\s+(?:\w+\s+)?$"
)
"""What happened that day stands before it, and then what somebody did."""
_NONE = re.compile(
    r"\b[Nn]o\s+(?:\w+\s+){0,2}(?:broadcasts?|episodes?|airings?|transmissions?|streams?|shows?|premieres?|releases?)\s+(?:of\s+[^,;.]{2,50}\s+)?(?:(?:on|in)\s+)?$"
)
_SUPPOSED = re.compile(r"\bif\b[^,;.]*$", re.IGNORECASE)
"""Of a day in another case."""
_HELD = re.compile(r"\b(?:held|tak(?:es?|ing) place|took place)\s+(?:(?:on|in)\s+)?$")
_EMBARGO = re.compile(r"\W*(?:(?:STRICTLY|Strictly)\s+)?(?:EMBARGO|[Ee]mbargo)")
_FIRST_SEEN = re.compile(
    r"\b(?:premieres?|screenings?|screened|previews?|debuts?|launch|showings?|first episode)\b", re.IGNORECASE
)
"""An event that is held and is the day of the series all the same."""
_SLIPPED = re.compile(
    r"\b(?:slipped|moved|delayed|postponed|pushed|shifted|bumped|rescheduled)(?:\s+(?!to\b|until\b|from\b|into\b|for\b)\w+){0,3},?\s+$"
)
_MOVED_IT = re.compile(r"\b(?:moved|shifted|pushed|delayed|postponed|bumped|rescheduled)\s+it\s+(?:back\s+|again\s+)?in\s+$")
"""When somebody did so."""
_FROM_OR_TO = re.compile(r",?\s+(?:from|to|until|into)\b")
"""When it was moved, and only then whereto."""
_MADE_IN = re.compile(r"from (?:19|20)\d\d")
"""Between commas: of what year a work is."""
_A_WEEK_FROM = re.compile(r"\b(?:days?|weeks?|fortnight|months?|years?)\s+from\s+$")
_NEAR_OR_COMING = re.compile(r"today|tomorrow|(?:this|next|last)\s", re.IGNORECASE)
"""How long from a day, which then is another."""
_TOPIC = re.compile(r"\W*(?:On|About|As for|Regarding)\s[^:;.,]{2,50}:\s|\W*[Vv]olumes?\s[^:;.]{1,30}:\s")
_THING = re.compile(r"\b(?:volumes?|manga|novels?|books?|albums?|soundtrack|stage|musical|trailers?)\b", re.IGNORECASE)
"""Of what a sentence speaks, said before the colon."""
_NEAR = re.compile(r"today|yesterday|last night", re.IGNORECASE)
_DID = re.compile(
    r"\s+(?:also\s+)?(?!premier|debut|air|launch|releas|open|end|conclu|start|arriv|land|stream|wrap|finish|drop|kick|broadcast)(?:[a-z]+ed|laid|set|put|gave|told|saw|held|sent|made|took|spoke|wrote|confirms|announces|reveals|unveils|says|shares|publishes|reports)\b(?!\s+(?:off|under|live))"
)
"""What somebody did that day."""
_I_SAW = re.compile(
    r"\b(?:I|we|you|(?:my|our) \w+)\s+(?:(?:only|finally|just|first|have|had|did|not|then|already)\s+)*(?:saw|see|seen|watch(?:ed)?|caught|catch|finish(?:ed)?|binged|started|began|played|got (?:to|round to)|sat)\b(?:(?!,\s+which\b)[^.;]){0,40}$"
)
"""When somebody saw it, and not when it was shown."""
_DISCS = re.compile(r"\b(?:Blu-ray|DVD|discs?|box set)\b", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:ended|concluded|finished|wrapped)(?:\s+(?:up|its|the|run|broadcast|first)){0,4}\s+(?:on|in)\s+$")
_DATELINE = re.compile(r"\W*[A-Z]{3,}[A-Z ,./]*(?:\([A-Z]+\))?\s*[,—–-]?\s*$")
_REVEALS = re.compile(
    r"\b(?:reveal|announc|confirm|unveil|teas|tout|listing|set)(?:s|es|ed|ing|e)?\s+(?:(?:the|an?|its|for)\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""What is revealed of a first day is that it is to come."""
_OPENS = re.compile(
    r"\b(?:opens|launches|premieres|debuts|arrives|begins|starts|drops|lands|hits\s+(?:theat(?:er|re)s|cinemas)|comes\s+out)\s+$",
    re.IGNORECASE,
)
"""Before a day of the week: the coming one."""
_OUT_ON = re.compile(r"\W*(?:[Oo]ut|In (?:cinemas|theat(?:er|re)s|stores|shops))\s+$")
"""A sentence of nothing but when."""
_TO_BE_OUT = re.compile(r"\b(?:is|are) (?:out )?in (?:the )?(?:cinemas|theat(?:er|re)s|stores|shops)\s+$|\bdown for\s+$")
_GET_IT = re.compile(r"\bgets?\s+(?:it|the\s+(?:first|opening)\s+(?:episode|hour|part))\s+$")
_FILLED = re.compile(r"\b(?:filled|packed|drew)\b[^.,;]*$")
"""Of a screening that was, where the tense is that of what stands behind."""
_MOVING = re.compile(r"\b(?:moving|pushing|delaying|postponing|shifting|bumping)\b[^;]{0,80}\b(?:to|until)\s+$")
_STANDS = re.compile(r"\s+(?:go(?:es)? ahead|holds?|(?:still )?stands?)\b")
"""And no word of when."""
_TOWARDS = re.compile(r"(?:for|until|till)\s", re.IGNORECASE)
"""What something is for is to come."""
_RUN = re.compile(r"\s*(?:to|until|through|and|–|-|—)\s*(?:on\s+)?")
_YEAR = re.compile(r"\d{4}")
_SAID = 80
"""Characters before a date within which somebody says something."""
_CLAUSE = 120
"""Characters of the clause before, about."""
_SENTENCE = 160
"""Characters of the sentence before, about."""
_WHOLE = 10
"""Characters of a date to the day."""
_BRIEF = 40
"""Characters of a line of nothing but a date, at most."""


def _is_likely(value: str, line: Line, start: int, known: Known) -> bool:
    """Not the story's own time; and a bare year only where something is shown."""
    year = int(value[:4])
    begun = (int(day[:4]) for kind, _, day in known.facts if kind in _FIRST_DAY)
    now = line.published.year if line.published else max(begun, default=year)
    if year > now + AHEAD:
        return False
    near = line.text[max(0, start - 80) : start + 80]
    return len(value) > 4 or bool(SHOWN.search(near) or MOVED.search(near))


_FIRST_DAY = frozenset({"premiere", "release"})
"""Without the day of the piece, the series file's tells the time."""
