"""Article → its claims about the series: every kind's reader asked where its cues stand, then whose the statement is, and how it is made."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from pipeline.article import Article
from pipeline.claims.asides import set_aside, without_brackets
from pipeline.claims.changes import is_change
from pipeline.claims.claim import Claim, Found, KindName, Modality
from pipeline.claims.doubts import stands
from pipeline.claims.instalments import further_films
from pipeline.claims.kinds import KINDS, Reader
from pipeline.claims.known import Known
from pipeline.claims.line import LONGEST, Cue, Line, lines
from pipeline.claims.passing import is_led
from pipeline.claims.subject import Subject
from pipeline.claims.telling import is_denied, is_question, is_statement, modality, said_by
from pipeline.claims.tongues import in_its_tongue
from pipeline.claims.topic import Topic
from pipeline.claims.until import on_that_day
from pipeline.claims.values import DATED
from pipeline.claims.voices import is_of_makers, is_release, is_under_news
from pipeline.other_versions import is_another_version, is_its_film, is_its_game, is_of_actors
from pipeline.series import Series
from pipeline.terms import Terms

LANGUAGES = frozenset({"en"})
"""What the readers read."""
_RANK = ("corrected", "denied", "announced", "reported", "rumoured")
"""Which of several ways of saying one thing counts for the article."""
_MOST = 300
"""Claims of one article; a page with more is a database."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """All that reading claims about one series takes, built once for a run."""

    known: Known
    cues: Terms
    kinds: Mapping[str, tuple[KindName, ...]]
    """Cue → the kinds that it may begin."""

    @classmethod
    def of(cls, series: Series) -> "Lookup":
        known = Known.of(series)
        kinds: dict[str, list[KindName]] = {}
        for kind, how in KINDS.items():
            for cue in how.cues:
                kinds.setdefault(cue, []).append(kind)
        for studio in series.studio:
            for spelling in {studio, re.sub(r"(?i)\bstudios?\b", "", studio).strip()}:
                kinds.setdefault(spelling.lower(), []).append("studio")
        for cue in known.platform_names:
            kinds.setdefault(cue.lower(), []).append("platform")
        for person in (*series.cast, *series.cast.values(), *series.characters):
            kinds.setdefault(person.lower(), []).append("cast")
        for name in (*series.cast.values(), *series.characters):
            for part in name.lower().split():
                if len(part) > 2 and part not in _COMMON:
                    kinds.setdefault(part, []).append("cast")
        for person in series.cast:
            if len(surname := person.split()[-1].lower()) > 3:
                kinds.setdefault(surname, []).append("cast")
        numbers = ("2", "3", "4", "5", "6", "two") if known.aired else ("2", "ii", "two")
        seconds = (f"{name} {n}" for name in series.names for n in numbers)
        further = further_films(known.instalment) if series.medium == "film" else ("film", "movie")
        for cue in (*further, *seconds):
            kinds.setdefault(cue.lower(), []).append("sequel")
        return cls(
            known, Terms({cue: (cue,) for cue in kinds}), {cue: tuple(dict.fromkeys(names)) for cue, names in kinds.items()}
        )


def claims(article: Article, lookup: Lookup) -> tuple[Claim, ...]:
    """What the article states about the series, each statement once, in order of appearance. () in a language that is not read."""
    medium = lookup.known.series.medium
    if not _is_read(article) or is_another_version(article.title, medium) or is_its_game(article, medium):
        return ()
    of_a_film = is_its_film(article.title, lookup.known.own, medium)
    topic = Topic(article, lookup.known)
    asked = _asked(article, topic, lookup.known)
    kept: dict[tuple[str, str, str, bool], Claim] = {}
    for line in lines(article, _cues(article, asked, lookup)):
        for claim in _claims(line, lookup.known, topic):
            if asked[line.paragraph + 1] is not _EVERY and (claim.kind, claim.about, claim.value) not in lookup.known.facts:
                continue
            if of_a_film and claim.kind != "sequel":
                continue
            same = (claim.kind, claim.about, claim.value, claim.denied)
            if same not in kept or _weight(claim) < _weight(kept[same]):
                kept[same] = claim
        if len(kept) >= _MOST:
            break
    said = in_its_tongue(kept.values(), lookup.known)
    return tuple(c for c in said if stands(c, said, lookup.known, topic))


def _weight(claim: Claim) -> tuple[int, bool]:
    """Which of several ways of saying one thing counts for the article: the least."""
    return _RANK.index(claim.modality), not (KINDS[claim.kind].dated and is_change(claim))


_COMMON = frozenset(
    "the old young doctor captain sister brother father mother lady lord king queen prince princess chief".split()
)
"""Words in names that are no cue by themselves."""
_NEAR_NO: Mapping[KindName, int] = {"episodes": 2, "cast": 4, "staff": 4, "genre": 2, "rating": 3}
"""Words between a "not" and a value that it denies."""
_OWN_NO = frozenset({"sequel", "platform"})
"""Kinds whose readers tell for themselves what is denied."""


def _is_read(article: Article) -> bool:
    """English; also lists of names, whose language nobody can tell, where their few other words are English."""
    if article.language in LANGUAGES:
        return True
    words = " ".join((article.title, *(p.text for p in article.paragraphs[:40])))[:LONGEST].lower().split()
    english, foreign = (sum(w in known or w.rstrip(":") in known for w in words) for known in (_ENGLISH, _FOREIGN))
    return english >= 2 and english > 2 * foreign


_ENGLISH = frozenset(
    "the of and is with by for to from a in on as cast staff director music: producer: written starring release premiere episodes aired"
    " licensed platforms developer publisher: runtime directed produced cinemas".split()
)
_FOREIGN = frozenset("la el de der die das und le les des et il che di per los las que en het een".split())


def _asked(article: Article, topic: Topic, known: Known) -> list[Set[KindName]]:
    """Of the title and each paragraph, the kinds of what can be said of the series there: where the article as a whole is about something else,
    only in what names the series, stands under such a heading, or follows; and where somebody of the series file is named, what the file says of him, too, unless he may have had the same part in another film of several."""
    if topic.ours:
        return [_EVERY] * (1 + len(article.paragraphs))
    texts = [article.title, *(p.text for p in article.paragraphs)]
    named, *each = (bool(hits) for hits in known.own.find_each(texts))
    people = known.people_words.find_each(texts)[1:]
    asked = [_EVERY if named else _NONE]
    section = before = False
    for paragraph, named, somebody in zip(article.paragraphs, each, people, strict=True):
        if paragraph.kind == "heading":
            section = named
        ours = named or section or before
        asked.append(_EVERY if ours else _PEOPLE if somebody and not known.instalment else _NONE)
        before = named
    return asked


_EVERY: Set[KindName] = frozenset(KINDS)
_PEOPLE: Set[KindName] = frozenset({"cast", "staff"})
_NONE: Set[KindName] = frozenset()


def _cues(article: Article, asked: Sequence[Set[KindName]], lookup: Lookup) -> list[list[Cue]]:
    """The cues in the title and in each paragraph of the kinds that are asked, looked for in one pass."""
    texts = [
        text[: 50 * LONGEST] if kinds else ""
        for text, kinds in zip((article.title, *(p.text for p in article.paragraphs)), asked, strict=True)
    ]
    found = lookup.cues.find_each(texts) if any(texts) else [[] for _ in texts]
    return [
        [Cue(hit.start, kinds) for hit in hits if (kinds := tuple(k for k in lookup.kinds[hit.label] if k in wanted))]
        for hits, wanted in zip(found, asked, strict=True)
    ]


def _claims(line: Line, known: Known, topic: Topic) -> Iterator[Claim]:
    if is_question(line.text) or is_of_actors(line.text, known.series.medium):
        return
    readers, written = _readers(line.kinds), line
    line = on_that_day(line)
    open_line = without_brackets(line, known)
    every = _read(open_line, known, readers)
    if not every:
        return
    aside = set_aside(open_line, known)
    if aside is not open_line:
        every = _read(aside, known, readers)
    subject = Subject(aside, known, topic)
    source: str | None = None
    for kind, found in every:
        if kind in ("staff", "cast"):
            subject.name(found.start, found.end)
    for kind, found in every:
        if known.series.medium == "film" and (kind == "episodes" or found.about.startswith("season")):
            continue  # some other work's
        if kind in DATED and topic.predates(found.value):
            continue
        named = kind in ("staff", "cast", "studio", "source", "genre") or (kind == "sequel" and found.value != "yes")
        in_file = (kind, found.about, found.value) in known.facts
        if not is_statement(line.text, found.start, named) or subject.is_next(kind, found.start):
            continue
        if subject.may_be_older(kind, found.about, found.value):
            continue
        others = kind == "cast" and (
            known.instalment or subject.is_older(found.start) or subject.is_staged(found.start)
        )  # of several films nearly all have the same characters
        if (
            (found.sure and not others)
            or subject.is_ours(found.start, found.end, kind if in_file else None)
            or (kind == "staff" and in_file and not topic.ours and is_led(line, topic))
        ):
            denied = found.denied or (kind not in _OWN_NO and is_denied(line.text, found.start, _NEAR_NO.get(kind, 6), found.end))
            if denied and kind in DATED:
                continue
            source = said_by(line.text) if source is None else source
            before, teller = "" if line.opens else line.before, kind in _TELLERS
            how = modality(line.text, is_release(line.article, known), before, found.start, found.end, teller)
            if how == "reported" and (is_under_news(line) or is_of_makers(line, known, kind, found.start, found.end)):
                how = "announced"
            yield _claim(kind, found, written, "denied" if denied else how, source, topic.ours)


_TELLERS = frozenset[KindName]({"staff", "studio", "genre", "source"})
"""What is told by the way, where it is part of who announces something else."""


@cache
def _readers(kinds: frozenset[KindName]) -> Mapping[Reader, KindName]:
    """Each reader once, in the order of the kinds."""
    return {how.read: kind for kind, how in KINDS.items() if kind in kinds}


def _read(line: Line, known: Known, readers: Mapping[Reader, KindName]) -> list[tuple[KindName, Found]]:
    return [(found.kind or kind, found) for read, kind in readers.items() for found in read(line, known)]


def _claim(kind: KindName, found: Found, line: Line, how: Modality, source: str, topical: bool) -> Claim:
    return Claim(
        kind,
        found.about,
        found.value,
        line.text[found.start : found.end].strip(),
        line.text,
        line.paragraph,
        how,
        line.article.site,
        source,
        line.published,
        topical,
    )
