"""Which sentences are quoted: short, telling, never the opening of a piece, one for and one against an outlet, as far as its page allows."""

from collections.abc import Iterable, Mapping, Sequence

from pipeline import counting
from pipeline.counting import LONGEST
from pipeline.store import Entry, StoredSentence
from reports.rows import Quote

_MOST = 5


def pick(
    entries: Iterable[Entry], sentences: Mapping[int, Sequence[StoredSentence]]
) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """(for, against): the clearest remark of each outlet, at most five on each side, strongest first."""
    best: dict[tuple[str, bool], tuple[float, Quote]] = {}
    for e in entries:
        for s in sentences.get(e.id, ()):
            topics = [(name, p) for facet, name, p in s.topics if facet == "aspect" and p is not None]
            if not topics or not quotable(e, s):
                continue
            name, polarity = max(topics, key=lambda t: abs(t[1]))
            weight = abs(polarity) + 0.3 * s.confidence - (0.2 if s.spoiler else 0)
            key = (e.site, polarity > 0)
            if abs(polarity) >= 0.25 and weight > best.get(key, (0.0, None))[0]:
                best[key] = (weight, quoted(e, s, name, polarity))
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
    praise = tuple(quote for (_, good), (_, quote) in ranked if good)[:_MOST]
    blame = tuple(quote for (_, good), (_, quote) in ranked if not good)[:_MOST]
    return praise, blame


def quotable(entry: Entry, sentence: StoredSentence) -> bool:
    """True for a sentence of a quote's length that does not open its piece, and of which the page allows anything to be shown."""
    return counting.quotable(sentence) and bool(excerpt(entry, sentence.text))


def quoted(entry: Entry, sentence: StoredSentence, topic: str, polarity: float) -> Quote:
    return Quote(
        excerpt(entry, sentence.text),
        topic,
        polarity,
        sentence.spoiler,
        entry.site,
        entry.author,
        entry.published,
        entry.url,
        entry.language,
    )


def shortened(sentence: str) -> str:
    """The sentence, cut after so many words as a quote may have."""
    words = sentence.split()
    return sentence if len(words) <= LONGEST else " ".join(words[:LONGEST]).rstrip(",;:–—") + " …"


def excerpt(entry: Entry, sentence: str) -> str:
    """What may be shown of a sentence: `shortened`, and no longer than its page allows (nosnippet, max-snippet); "" for nothing."""
    short, most = shortened(sentence), entry.rights.longest_quote
    if most is None or len(short) <= most:
        return short
    cut = sentence[: max(0, most - 1)]  # one character is for the mark of the cut
    words = (cut.rpartition(" ")[0] or ("" if sentence.isascii() else cut)).rstrip(" ,;:–—")
    return f"{words}…" if words else ""
