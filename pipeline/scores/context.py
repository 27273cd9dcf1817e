"""What a number in a text is about: the work as a whole, one of its aspects or episodes, or nothing that the author judges here."""

import re
from dataclasses import dataclass

from pipeline.scores.cues import TERMS
from pipeline.scores.forms import Form
from pipeline.scores.objections import is_no_judgement
from pipeline.scores.view import Sentences, View
from pipeline.terms import Hit

_FILLER = re.compile(
    r"(?:\([^()]{0,40}\)|[\s:：=|(\[{)\]\"“”'’*~>_–—−,.-]|\b(?:is|are|was|of|at|as|an?|the|it|this|be|to|going|would|will|i|i'd|i’d|i'll|we|give|gets?|got|say|goes|comes"
    r"|good|great|poor|bad|decent|solid|strong|weak|excellent|very|still|definite|mediocre|ok|okay|out|max|now|around|about|just|only)\b)*+"
)
"""What may stand between a label and its number; possessive, or a row of brackets could be read in too many ways."""
_SEPARATED = re.compile(r"[:：=(\[,–—−-]|\b(?:is|of|at|an?|gives?|gets?|be)\b")
_JOINED = re.compile(r"\s*(?:[/&+,]|and|of the|of this|of)\s*|\s+|")
_GIFT = re.compile(r"[^.!?:;]{0,60}?\b(?:an?|it|this|(?:this|the)\s\w+)\s*(?:\s\w+\s+)?[\"“(]?|\s+[\"“(]?")
"""What may stand between a verb of giving and a bare number."""
_AGAIN = re.compile(r"\s*[(（\[=]\s*")
_AMOUNTS_TO = re.compile(r"[^.!?:;]{0,40}\b(?:is|be|at|to|of|as|was)\b[^.!?:;,]{0,20}")
_QUALITY = re.compile(
    r"\b(?:an?|my|as) (?:\w+ly )?(?:strong|solid|light|weak|high|low|decent|comfortable|respectable|generous|firm|clear|easy|definite|proud|perfect|flat|straight|soft)\s+$"
    r"|\b(?:solid|strong|comfortable|easy|definite)\s+$"
)
_IT_IS = re.compile(
    r"\b(?:it(?:'s|’s| is| was)|(?:this|movie|film|show|series|anime|game)(?: \w+)? (?:is|was)|so|therefore|hence|a definite|an easy)\s+(?:\w+\s+){0,2}$"
)
_BARE_TAIL = re.compile(
    r"\s*$|\s*[.!。)\]\"”;*|:,](?!\d)|\s+(?:from|for|because|since|and|but|as|overall|out of|at best|in my|if)\b|\s+\(|\s*[–—-]+(?:\s(?!\d)|$)|\s+(?-i:[A-Z])",
    re.I,
)
"""What may follow a bare number that is a score: "gave it 7 because", not "gave it 7 chances"."""
_EPISODE = re.compile(r"\b(?:episode|ep\.?|capítulo|folge|épisode|第)\s*#?\s?(?P<n>\d{1,3})話?(?![\d/]|\s*[-–]\s*\d)")
_CHANGED = re.compile(
    r"\b(?:score|rating|grade|went|dropped|raised|lowered|bumped|changed|moved|fell|rose)\b[^.!?]{0,40}\bfrom(?!\s(?:an?\s)?[01]\sto\s)\s+(?:an?\s+)?[\d.,/½-]+\s+(?:all the way |down |up )*to\s+(?:an?\s+)?$"
)
_OF_PART = re.compile(r"\W{0,3}(?:for|in|on|as)\s+(?:(?:the|its|their|his|her|my|both)\s+)?|\s+(?:the\s+)?")
_LONE_LETTER = re.compile(r"\s*(?:$|[.!,;)])|\s+(?:for|from)\b")
_BARE = frozenset({"plain", "letter", "asterisks"})
"""Forms that are scores only where something says so."""
_HEADING_MARKS = frozenset(":-–|=")
_PART = "part "


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: `aspects` and `episode` are those of its heading, `offset` and `length` in characters of the article."""

    aspects: tuple[str, ...] = ()
    episode: int | None = None
    offset: int = 0
    length: int = 1
    heading: bool = False
    scale: float | None = None
    """The usual one of the site."""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """`trust`: 1 is the least that counts; 2 a line of its own, 3 given in words or labelled, 4 called the overall score."""

    trust: float
    aspects: tuple[str, ...] = ()
    """Of which it is a sub-score; an empty name is a part that no aspect covers."""
    episode: int | None = None


def meanings(text: str, low: str, found: list[Form], place: Place) -> list[tuple[Form, Meaning]]:
    """Those of `found` that judge something, with what they judge. `low`: the text in lower case."""
    alone = place.heading or len(text.split()) <= 8
    found = [f for f in found if f.sort not in _BARE or alone or _BARE_TAIL.match(text, f.end)]
    if sum(f.sort == "asterisks" for f in found) > 2:  # a key to the scale
        found = [f for f in found if f.sort != "asterisks"]
    if not found:
        return []
    sentences = Sentences(text, low, alone, place.title)
    meant: list[tuple[Form, Meaning]] = []
    floor = 0
    for form in found:
        if meant and _AGAIN.fullmatch(text, meant[-1][0].end, form.start):  # "★★★☆☆ (3.5/5)"
            meant.append((form, meant[-1][1]))
            floor = form.end
            continue
        view = sentences.view(form, floor)
        changed = form.sort != "letter" and _CHANGED.search(low[max(0, form.start - 80) : form.start])
        meaning = Meaning(3.5, episode=place.episode) if changed else _meaning(view, place)
        if meaning or form.sort not in _BARE:
            floor = form.end + _taken(view, meaning)
        if meaning and meaning.trust >= 1:
            meant.append((form, meaning))
    return meant


def aspects_of(heading: str) -> tuple[str, ...]:
    """The aspects that a heading of at most four words names."""
    if len(heading) > 40 or len(heading.split()) > 4:
        return ()
    return tuple(dict.fromkeys(_name(h.label) for h in TERMS.find(heading) if h.label.startswith(_PART)))


def _meaning(view: View, place: Place) -> Meaning | None:
    label, episode = _label(view), _episode(view)
    if view.form.sort in _BARE and not _is_given(view, label, episode is not None, place):
        return None
    if is_no_judgement(view, bool(label)):
        return None
    if episode is not None:
        return Meaning(3, episode=episode)
    if "whole" not in label or label[-1].startswith(_PART):
        if aspects := _parts(view, label):
            return Meaning(3, aspects)
        if place.aspects and not label:
            return Meaning(3, place.aspects)
    trust = _trust(view, label)
    trust += 0.6 if trust < 3 and place.offset + view.form.end >= 0.85 * place.length else 0
    trust -= 0.1 if view.form.sort == "letter" else 0  # a number beside it is more exact
    return Meaning(trust, episode=place.episode)


def _label(view: View) -> tuple[str, ...]:
    """The kinds of the words that stand directly before the number, such as ("part story", "mark") in "story score: 7"."""
    run: list[str] = []
    start = len(view.lead)
    for hit in reversed(view.before):
        if hit.end > start:  # another kind of the same word
            continue
        if not (_JOINED if run else _FILLER).fullmatch(view.lead, hit.end, start):
            break
        if hit.label in {"whole", "mark", "work"} or hit.label.startswith(_PART):
            run.append(hit.label)
            start = hit.start
    return () if set(run) == {"work"} and not view.alone else tuple(reversed(run))


def _parts(view: View, label: tuple[str, ...]) -> tuple[str, ...]:
    """The aspects of which the number is a sub-score: named before it, after it, by the words that open the sentence, or as its last subject."""
    if named := tuple(_name(kind) for kind in label if kind.startswith(_PART)):
        return named
    if not label and (hit := _part_after(view)):
        next_heading = not view.tail[: hit.start].strip() and view.tail[hit.end :].lstrip()[:1] in _HEADING_MARKS | {".", "("}
        return ("",) if next_heading else (_name(hit.label),)
    parts = [h for h in view.before if h.label.startswith(_PART)]
    if not parts:
        return ()
    first, last = parts[0], parts[-1]
    if first.start <= 6 and view.lead[first.end :].lstrip()[:1] in _HEADING_MARKS:
        return (_name(first.label),)
    if last.end < view.ended("work", "it", "whole") or (label and len(view.lead) - last.end > 25):
        return ()
    return (_name(last.label),) if last.start <= 6 or 0 <= view.ended("given") <= last.start else ("",)


def _part_after(view: View) -> Hit | None:
    """The "art" of "7/10 for the art" and "7/10 art"."""
    hit = view.after[0] if view.after else None
    return hit if hit and hit.label.startswith(_PART) and _OF_PART.fullmatch(view.tail, 0, hit.start) else None


def _taken(view: View, meaning: Meaning | None) -> int:
    """How much of the tail names the part and so belongs to this number, not to the next."""
    hit = _part_after(view)
    return hit.end if hit and meaning and meaning.aspects == (_name(hit.label),) else 0


def _name(kind: str) -> str:
    return kind.removeprefix(_PART)


def _episode(view: View) -> int | None:
    """The number of the episode that is named before the score, with nothing between them that could be scored instead."""
    named = list(_EPISODE.finditer(view.lead))
    if not named or not re.search(r"[:：=–—(-]|\ban?\b", view.lead[named[-1].end() :]):
        return None
    other_subject = any(h.start >= named[-1].end() and h.label in {"mine", "work", "given"} for h in view.before)
    return None if other_subject else int(named[-1]["n"])


def _is_given(view: View, label: tuple[str, ...], of_episode: bool, place: Place) -> bool:
    """True where something says that a bare number is a score."""
    form, lead = view.form, view.lead
    if view.lone and (place.heading or place.offset + 24 >= place.length):
        return _stands_for_itself(view, place.scale)
    if form.sort == "asterisks":
        return bool(label)
    if not _BARE_TAIL.match(view.beyond) or (
        len(view.written) == 1 and form.sort == "letter" and not _LONE_LETTER.match(view.tail)
    ):
        return False
    if (label or of_episode) and form.value <= 100:
        near = [h for h in view.before if h.label in {"whole", "mark"} or h.label.startswith(_PART)]
        gap = lead[near[-1].end :] if near else lead
        return bool(_SEPARATED.search(gap)) or view.alone or lead.endswith("overall ")
    if form.value > 10 and form.sort == "plain":
        return False
    return bool(_QUALITY.search(lead)) or ("given" in view.last and _GIFT.fullmatch(lead, view.last["given"]) is not None)


def _stands_for_itself(view: View, scale: float | None) -> bool:
    """A number, a letter or asterisks as the last line; not "***" between two sections, nor a stray "A"."""
    match view.form.sort:
        case "plain":
            return view.form.value <= 10
        case "letter":
            return view.written != "a"
        case _:
            return "* *" not in view.written and (scale is not None or view.written != "***")


def _trust(view: View, label: tuple[str, ...]) -> float:
    if label:
        return 4 if "whole" in label else 3.5 if view.alone else 3
    form, since = view.form, len(view.lead) - view.ended("given")
    by_someone = form.sort != "percent" or view.ended("mine", "it", "work") >= 0
    if "given" in view.last and since <= 50 and by_someone:
        return 3
    if "mark" in view.last and _AMOUNTS_TO.fullmatch(view.lead, view.last["mark"]):
        return 3
    if _QUALITY.search(view.lead):
        return 2.5
    opens = not any(c.isalpha() for c in view.lead)
    if form.sort == "percent":
        return 1.3 if opens and re.match(r"\s*(?:[,.!]|$)", view.beyond) else 0
    if view.written.endswith("star"):  # "three Star Wars films"
        return 0
    if (view.alone and _BARE_TAIL.match(view.beyond)) or _IT_IS.search(view.lead):
        return 2
    return 1.3 if opens and re.match(r"\W*$|\s*[.,!)\]]|\s+[A-Z]", view.beyond) else 0.5 if _BARE_TAIL.match(view.beyond) else 0
