"""What it is said to be about: themes, rising phrases and the works it is likened to, each with its tone and its quotes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean

from pipeline import phrases as key_phrases
from pipeline.store import Entry, StoredSentence
from reports.aspects import evidence, remarks
from reports.quotes import excerpt, quotable, quoted
from reports.rows import Likened, Phrase, Quote, Theme

_MOST_THEMES, _MOST_WORKS = 10, 8
_QUOTES = 2

Sentences = Mapping[int, Sequence[StoredSentence]]
Said = list[tuple[Entry, StoredSentence]]


def themes(entries: Sequence[Entry], sentences: Sentences) -> tuple[Theme, ...]:
    """The themes of most articles."""
    said = remarks(sentences, "theme")
    spoken: dict[str, list[tuple[Entry, float | None]]] = defaultdict(list)
    for e in entries:
        for name, polarity in e.themes.items():
            spoken[name].append((e, polarity))
    most = sorted(spoken, key=lambda name: (-len(spoken[name]), name))[:_MOST_THEMES]
    return tuple(
        Theme(
            name,
            len(spoken[name]),
            _tone([p for _, p in spoken[name]]),
            tuple(evidence(e, p, said.get((e.id, name), ())) for e, p in reversed(spoken[name])),
        )
        for name in most
    )


def phrases(found: Sequence[tuple[str, int, float]], entries: Sequence[Entry], sentences: Sentences) -> tuple[Phrase, ...]:
    """The phrases that `pipeline.phrases.rising` gave, with how the sentences sound that hold them."""
    rows = []
    for text, articles, _ in found:
        said = [(e, s) for e in entries for s in sentences.get(e.id, ()) if text in s.text.lower().replace("’", "'")]
        rows.append(Phrase(text, articles, _tone([s.polarity for _, s in said]), _two(said, text)))
    return tuple(rows)


def faded(
    this_week: Sequence[Entry], before: Sequence[Entry], since: str, sentences: Sentences, least: int = 3
) -> tuple[Phrase, ...]:
    """What was said from the week `since` on, and is not in this one's articles, of which there must be `least`."""
    recent = [e for e in before if (e.week or "") >= since]
    if len(this_week) < least or not recent:
        return ()
    gone = key_phrases.rising([e.phrases for e in recent], [e.phrases for e in this_week])
    used = {p for e in this_week for p in e.phrases}
    return phrases([row for row in gone if row[0] not in used], recent, sentences)


def likened(entries: Sequence[Entry]) -> tuple[Likened, ...]:
    """The works that it is held beside, most articles first, each with the sentence of the newest."""
    found: dict[str, list[tuple[Entry, str, str]]] = defaultdict(list)
    for e in entries:
        for likeness in e.likened_to:
            found[likeness.work.lower()].append((e, likeness.work, likeness.sentence))
    rows = [(len(said), *said[-1]) for said in found.values()]
    rows.sort(key=lambda row: (-row[0], row[2]))
    return tuple(Likened(work, n, excerpt(e, sentence), e.site, e.url, e.language) for n, e, work, sentence in rows[:_MOST_WORKS])


def _tone(polarities: Sequence[float | None]) -> float | None:
    judged = [p for p in polarities if p is not None]
    return fmean(judged) if judged else None


def _two(said: Said, topic: str) -> tuple[Quote, ...]:
    """The clearest sentences, of two outlets where there are two; none that gives something away."""
    ranked = sorted(
        ((e, s) for e, s in said if quotable(e, s) and not s.spoiler and not e.spoiler_warning),
        key=lambda pair: (-abs(pair[1].polarity or 0.0), pair[1].text),
    )
    first: dict[str, Quote] = {}
    for e, s in ranked:
        first.setdefault(e.site, quoted(e, s, topic, s.polarity or 0.0))
    return tuple(first.values())[:_QUOTES]
