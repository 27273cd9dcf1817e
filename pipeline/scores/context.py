"""What a number in a text is about: the work as a whole, one of its aspects or episodes, or nothing that the author judges here."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from pipeline.scores.cues import TERMS
from pipeline.scores.forms import Form
from pipeline.terms import Hit

_BREAK = re.compile(r"(?<!\b[Ee]p)[.!?…](?=[\"'”’)\]]*(?:\s|$))|[。！？|·•\n]|\s-{2,}(?=\s?[A-Z])")
_FILLER = re.compile(
    r"(?:[\s:：=|(\[{)\]\"“”'’*~>_–—−,.-]|\([^()]{0,40}\)|\b(?:is|are|was|of|at|as|an?|the|it|this|be|to|going|would|will|i|i'd|i’d|i'll|we|give|gets?|got|say|goes|comes"
    r"|good|great|poor|bad|decent|solid|strong|weak|excellent|very|still|definite|mediocre|ok|okay|out|max|now|around|about|just|only)\b)*"
)
"""What may stand between a label and its number."""
_SEPARATED = re.compile(r"[:：=(\[–—−-]|\b(?:is|of|at|an?|gives?|gets?|be)\b")
_JOINED = re.compile(r"\s*(?:[/&+,]|and|of the|of this|of)\s*|\s+|")
_GIFT = re.compile(
    r"[^.!?:;]{0,60}?\b(?:an?|it|this|(?:this|the)\s\w+)\s+(?:\w+\s+)?[\"“(]?|[^.!?:;]{0,60}\s?\(|\s+[\"“(]?"
)
"""What may stand between a verb of giving and a bare number."""
_AMOUNTS_TO = re.compile(r"[^.!?:;]{0,40}\b(?:is|be|at|to|of|as|was)\b[^.!?:;,]{0,20}")
_AGAIN = re.compile(r"\s*[(（\[=]\s*")
_QUALITY = re.compile(
    r"\b(?:an?|my|as) (?:\w+ly )?(?:strong|solid|light|weak|high|low|decent|comfortable|respectable|generous|firm|clear|easy|definite|proud|perfect|flat|straight|soft)\s+$"
    r"|\b(?:solid|strong|comfortable|easy|definite)\s+$"
)
_IT_IS = re.compile(r"\b(?:it(?:'s|’s| is| was)|(?:this|movie|film|show|series|anime|game)(?: \w+)? (?:is|was)|so|therefore|hence|a definite|an easy)\s+(?:\w+\s+){0,2}$")
_BARE_TAIL = re.compile(
    r"\s*$|\s*[.!。)\]\"”;*|:,](?!\d)|\s+(?:from|for|because|since|and|but|as|overall|out of|at best|in my|if)\b|\s+\(|\s*[–—-]+(?!\s?\d)|\s+(?-i:[A-Z])",
    re.I,
)
"""What may follow a bare number that is a score: "gave it 7 because", not "gave it 7 chances"."""
_COUNTED = re.compile(
    r"\s*-?\s*(?:episodes?|eps?\b|volumes?|chapters?|times|minutes?|hours?|days|seasons?|of\s+(?:the|them|this|its|my|all|these|those)\b|people|viewers|would\b|recommend\b|worthy|(?:\w+ )?(?:stories|arcs|girls))"
)
_COUNTED_BEFORE = re.compile(r"\b(?:episodes?|eps?|volumes?|chapters?|parts?|weeks?|seasons?|top|aged?)\.?\s*#?$")
_EPISODE = re.compile(r"\b(?:episode|ep\.?|capítulo|folge|épisode|第)\s*#?\s?(?P<n>\d{1,3})話?(?![\d/]|\s*[-–]\s*\d)")
_SUPPOSED_AFTER = re.compile(r"[^.!?]{0,60}\b(?:if (?:it|the|only|they|not|there|this)|had (?:it|they|the)|were it)\b")
_MY_SCORE_WOULD_BE = re.compile(r"\b(?:score|rating|grade|mark)\s+(?:would|might)\s+(?:\w+\s+)?be\s+(?:an?\s+)?(?:\w+\s+)?$")
_SAID_ELSEWHERE = re.compile(
    r"[^.!?]{0,30}\b(?:on|at|by|from)\s+(?:our\s+|its\s+|the\s+)?(?:mal|my ?anime ?list|imdb|metacritic|rotten tomatoes|anilist|critics|users|viewers|readers)\b"
)
_CHANGED = re.compile(r"\bfrom\s+(?:an?\s+)?[\d.,/½-]+\s+(?:all the way |down |up )*to\s+(?:an?\s+)?$")
_OF_PART = re.compile(r"\W{0,3}(?:for|in|on|as)\s+(?:(?:the|its|their|his|her|my|both)\s+)?|\s+(?:the\s+)?")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
_MAY_BE_A_DAY = re.compile(r"\d{1,2}/\d{1,2}")
_DAY = re.compile(rf"\b(?:on|since|until|by|dated|aired)\s*$|\b{_MONTH}\s*\d?$|\b(?:19|20)\d\d\D?$")
_DAY_AFTER = re.compile(rf"\W{{0,2}}(?:(?:19|20)\d\d\b|{_MONTH})")
_BARE = frozenset({"plain", "letter", "asterisks"})
"""Forms that are scores only where something says so."""


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


@dataclass(frozen=True, slots=True)
class _View:
    """One number with its sentence, in lower case."""

    form: Form
    lead: str
    tail: str
    beyond: str
    """What follows, over the end of the sentence."""
    before: tuple[Hit, ...]
    """Cues of the lead, their places counted from its start."""
    after: tuple[Hit, ...]
    """Cues of the tail, counted from its start."""
    last: dict[str, int]
    """Where in the lead each kind of cue ended last."""
    alone: bool
    """In a paragraph of a few words."""
    lone: bool
    """All that the paragraph says."""
    written: str

    def ended(self, *labels: str) -> int:
        return max((self.last.get(label, -1) for label in labels), default=-1)


def meanings(text: str, low: str, found: list[Form], place: Place) -> list[tuple[Form, Meaning]]:
    """Those of `found` that judge something, with what they judge."""
    alone = place.heading or len(text.split()) <= 8
    found = [f for f in found if f.sort not in _BARE or alone or _BARE_TAIL.match(text, f.end)]
    if not found:
        return []
    hits = [h for h in TERMS.find(text) if h.label != "other work" or low[h.start : h.end] not in place.title]
    breaks = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]
    meant: list[tuple[Form, Meaning]] = []
    floor = 0
    for form in found:
        start = max(floor, form.start - 120, breaks[bisect_right(breaks, form.start) - 1])
        stop = max(form.end, min(form.end + 60, breaks[bisect_left(breaks, form.end)]))
        before = tuple(Hit(h.label, h.start - start, h.end - start) for h in hits if h.start >= start and h.end <= form.start)
        after = tuple(Hit(h.label, h.start - form.end, h.end - form.end) for h in hits if h.start >= form.end and h.end <= stop)
        view = _View(
            form,
            low[start : form.start],
            low[form.end : stop],
            text[form.end : form.end + 60],
            before,
            after,
            {h.label: h.end for h in before},
            alone,
            text.strip(" .!_[]()\"“”") == text[form.start : form.end],
            low[form.start : form.end],
        )
        if meant and _AGAIN.fullmatch(text, meant[-1][0].end, form.start):  # "★★★☆☆ (3.5/5)"
            meant.append((form, meant[-1][1]))
            floor = form.end
            continue
        changed = _CHANGED.search(low[max(0, form.start - 60) : form.start]) is not None
        meaning = _meaning(view, place, changed)
        if meaning or form.sort not in _BARE:
            named_by = _part_after(view) if meaning else None
            floor = form.end + (named_by.end if meaning and named_by and meaning.aspects == (_name(named_by),) else 0)
        if meaning and meaning.trust >= 1:
            meant.append((form, meaning))
    return meant


def _meaning(view: _View, place: Place, changed: bool) -> Meaning | None:
    label = _label(view)
    if not changed and _is_no_judgement(view):
        return None
    episode = _episode(view)
    if view.form.sort in _BARE and not (changed or _is_given(view, label, episode, place)):
        return None
    if changed:
        return Meaning(3, episode=place.episode)
    if episode is not None:
        return Meaning(3, episode=episode)
    if "whole" not in label or label[-1].startswith("part"):
        if aspects := _parts(view, label):
            return Meaning(3, aspects)
        if place.aspects and not label:
            return Meaning(3, place.aspects)
    trust = _trust(view, label)
    trust += 0.6 if trust < 3 and place.offset + view.form.end >= 0.85 * place.length else 0
    return Meaning(trust, episode=place.episode)


def _label(view: _View) -> tuple[str, ...]:
    """The kinds of the words that stand directly before the number, such as ("part story", "mark") in "story score: 7"."""
    end, run = len(view.lead), []
    for hit in reversed(view.before):
        if not (_FILLER if not run else _JOINED).fullmatch(view.lead, hit.end, end):
            if hit.end > end:  # two kinds of the same word
                continue
            break
        if hit.label in {"whole", "mark", "work"} or hit.label.startswith("part"):
            run.append(hit.label)
            end = hit.start
    return () if set(run) == {"work"} and not view.alone else tuple(reversed(run))


def _parts(view: _View, label: tuple[str, ...]) -> tuple[str, ...]:
    """The aspects of which the number is a sub-score; ("",) for a part without a name; () for none."""
    named = tuple(kind.removeprefix("part").strip() for kind in label if kind.startswith("part"))
    if named:
        return named
    if not label and (hit := _part_after(view)):
        next_heading = not view.tail[: hit.start].strip() and view.tail[hit.end :].lstrip()[:1] in set(":.-–|=(")
        return ("",) if next_heading else (_name(hit),)
    parts = [h for h in view.before if h.label.startswith("part")]
    if parts and parts[0].start <= 6 and view.lead[parts[0].end :].lstrip()[:1] in {":", "-", "–", "|", "="}:
        return (_name(parts[0]),)
    if parts and parts[-1].end > view.ended("work", "it", "whole") and not (label and len(view.lead) - parts[-1].end > 25):
        given = view.ended("given")
        direct = parts[-1].start <= 6 or 0 <= given <= parts[-1].start
        return (_name(parts[-1]),) if direct else ("",)
    return ()


def _part_after(view: _View) -> Hit | None:
    """The "art" of "7/10 for the art" and "7/10 art"."""
    hit = view.after[0] if view.after else None
    return hit if hit and hit.label.startswith("part") and _OF_PART.fullmatch(view.tail, 0, hit.start) else None


def _name(hit: Hit) -> str:
    return hit.label.removeprefix("part").strip()


def _episode(view: _View) -> int | None:
    for m in reversed(list(_EPISODE.finditer(view.lead))):
        gap = view.lead[m.end() :]
        named = not any(h.start >= m.end() and h.label in {"mine", "work", "given"} for h in view.before)
        return int(m["n"]) if named and (gap.strip() or not gap) and re.search(r"[:：=–—(-]|\ban?\b", gap) else None
    return None


def _is_no_judgement(view: _View) -> bool:
    """True for what is counted, dated, denied, supposed, said by others, or said of other works."""
    form, lead, tail = view.form, view.lead, view.tail
    if _COUNTED.match(view.beyond.lower()) or _COUNTED_BEFORE.search(lead):
        return True
    given = len(lead) - view.ended("given") <= 1  # "settle on 4/5" is no day
    if _MAY_BE_A_DAY.fullmatch(view.written) and not given and (_DAY.search(lead[-16:]) or _DAY_AFTER.match(tail)):
        return True
    mine, clause = view.ended("mine"), max(lead.rfind(c) + 1 for c in ",;:(")
    if max(view.ended("others"), -1) > mine or (mine < 0 and _SAID_ELSEWHERE.match(tail)):
        return True
    if view.ended("other work") > view.ended("work", "but"):
        return True
    if view.ended("supposed") > view.ended("but") and not _MY_SCORE_WOULD_BE.search(lead):
        return True
    denied = view.ended("denied")
    return (denied > max(mine, clause, view.ended("but"))) or (bool(_SUPPOSED_AFTER.match(tail)) and "whole" not in view.last)


def _is_given(view: _View, label: tuple[str, ...], episode: int | None, place: Place) -> bool:
    """True where the words around a bare number say that it is a score."""
    form, lead = view.form, view.lead
    if view.lone and (place.heading or place.offset + 24 >= place.length):
        return form.value <= 10 if form.sort == "plain" else bool(view.written != "***" or place.scale)  # else a line between sections
    if form.sort == "asterisks":
        return bool(label)
    if not _BARE_TAIL.match(view.beyond):
        return False
    if form.sort == "letter" and form.end - form.start == 1 and not re.match(r"\s*(?:$|[.!,;)])|\s+(?:for|from)\b", view.tail):
        return False
    if (label or episode is not None) and form.value <= 100:
        near = [h for h in view.before if h.label in {"whole", "mark"} or h.label.startswith("part")]
        gap = lead[near[-1].end :] if near else lead
        return bool(_SEPARATED.search(gap) or "whole" in label or view.beyond.lstrip()[:1] in {":", "–", "-"} or view.alone)
    if form.value > 10 and form.sort == "plain":
        return False
    if _QUALITY.search(lead):
        return True
    return "given" in view.last and _GIFT.fullmatch(lead, view.last["given"]) is not None


def _trust(view: _View, label: tuple[str, ...]) -> float:
    form = view.form
    if "whole" in label:
        return 4
    if label:
        return 3
    given, mark = view.ended("given"), view.ended("mark")
    if 0 <= len(view.lead) - given <= 50 and given >= 0 or (mark >= 0 and _AMOUNTS_TO.fullmatch(view.lead, mark)):
        return 3
    if _QUALITY.search(view.lead):
        return 2.5
    own_sentence = not any(c.isalpha() for c in view.lead) and re.match(r"\W*$|\s*[.,!)\]]|\s+[A-Z]", view.beyond)
    if form.sort == "percent":
        return 1.3 if own_sentence and re.match(r"\s*(?:[,.!]|$)", view.beyond) else 0
    if (view.alone and _BARE_TAIL.match(view.beyond)) or _IT_IS.search(view.lead):
        return 2
    return 1.3 if own_sentence else 0.5


def aspects_of(heading: str) -> tuple[str, ...]:
    """The aspects that a heading of at most four words names."""
    if len(heading) > 40 or len(heading.split()) > 4:
        return ()
    return tuple(dict.fromkeys(_name(h) for h in TERMS.find(heading) if h.label.startswith("part")))
