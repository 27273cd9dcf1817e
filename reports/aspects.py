"""Aspect by aspect: what was promised, what was found, how that came to be, and the sentences behind it."""

from collections.abc import Iterable, Mapping, Sequence

from pipeline.assessment import JUDGING, PROMISING
from pipeline.series import Series
from pipeline.store import Entry, StoredSentence
from pipeline.store.rows import LEANING
from pipeline.terms import Terms
from pipeline.topics import ASPECTS, Topics
from pipeline.week import Week
from reports.labels import aspect_label
from reports.quotes import excerpt
from reports.reception import of, polarity, side_of
from reports.rows import AspectRow, Evidence

Sentences = Mapping[int, Sequence[StoredSentence]]


def aspects(
    series: Series, entries: Sequence[Entry], week: Week, weeks: Sequence[Week], sentences: Sentences
) -> tuple[AspectRow, ...]:
    """A row for each aspect that somebody judged. `entries`: the originals up to the end of `week`, the last of `weeks`."""
    rows, own_words = [], Topics.of(series).aspects
    for name in names_of(series):
        promised, found = _polarities(entries, PROMISING, name), _polarities(entries, JUDGING, name)
        if promised or found:
            values = [p for _, p in found]
            rows.append(
                AspectRow(
                    name=name,
                    label=aspect_label(name),
                    promise=polarity([p for _, p in promised]),
                    reception=polarity(values),
                    before=polarity([p for e, p in found if (e.week or "") < str(week)]),
                    for_it=sum(p > LEANING for p in values),
                    against_it=sum(p < -LEANING for p in values),
                    evidence=tuple(
                        evidence(e, p, "aspect", name, sentences.get(e.id, ()), own_words)
                        for said in (found, promised)
                        for e, p in sorted(said, key=lambda pair: -abs(pair[1]))
                    ),
                    course=_course(found, weeks),
                )
            )
    return tuple(rows)


def names_of(*series: Series) -> tuple[str, ...]:
    """Of all aspects that there can be: the built-in ones, then the series' own."""
    return tuple(dict.fromkeys((*ASPECTS, *(name for one in series for name in one.aspects))))


def evidence(
    entry: Entry,
    polarity: float | None,
    facet: str,
    name: str,
    sentences: Sequence[StoredSentence],
    own_words: Terms | None = None,
) -> Evidence:
    """The article's remark that points the way its polarity points, most clearly; without a quote where no remark has a polarity.

    `own_words`: one that names what it speaks of goes before those that only stand under a heading or behind one that does.
    """
    sign = 1 if (polarity or 0.0) >= 0 else -1
    remarks = [
        (sign * p, s.confidence, s) for s in sentences for f, n, p in s.topics if f == facet and n == name and p is not None
    ]
    remarks.sort(key=lambda r: r[:2], reverse=True)
    so = (s for p, _, s in remarks if p > 0 and own_words is not None and name in own_words.labels(s.text))
    clearest = next(so, remarks[0][2] if remarks else None)
    quote = excerpt(entry, clearest.text) if clearest else ""
    hidden = bool(clearest and clearest.spoiler) or entry.spoiler_warning
    return Evidence(side_of(entry), polarity, quote, hidden, entry.site, entry.published, entry.url, len(remarks), entry.language)


def _polarities(entries: Iterable[Entry], kinds: Iterable[str], aspect: str) -> list[tuple[Entry, float]]:
    return [(e, p) for e in of(entries, kinds) if (p := e.aspects.get(aspect)) is not None]


def _course(found: Sequence[tuple[Entry, float]], weeks: Sequence[Week]) -> tuple[float | None, ...]:
    """The mean so far, at the end of each week."""
    dated = [(e.week or "", p) for e, p in found]
    return tuple(polarity([p for w, p in dated if w <= last]).value for last in map(str, weeks))
