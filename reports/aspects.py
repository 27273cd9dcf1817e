"""Aspect by aspect: what was promised, what was found, how that came to be, and the sentences behind it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import fsum

from pipeline.assessment import JUDGING, PROMISING, Facet
from pipeline.series import Series
from pipeline.store import Entry, StoredSentence
from pipeline.store.rows import LEANING
from pipeline.terms import Terms
from pipeline.topics import ASPECTS, aspect_terms
from pipeline.week import Week
from reports.labels import aspect_label
from reports.quotes import excerpt
from reports.reception import of, polarity, side_of
from reports.rows import AspectRow, Evidence

Sentences = Mapping[int, Sequence[StoredSentence]]
Remark = tuple[float, StoredSentence]
"""A sentence on some aspect or theme, with its polarity on that."""


def aspects(
    series: Series, entries: Sequence[Entry], week: Week, weeks: Sequence[Week], sentences: Sentences
) -> tuple[AspectRow, ...]:
    """A row for each aspect that somebody judged. `entries`: the originals up to the end of `week`, the last of `weeks`."""
    rows, own_words, said = [], aspect_terms(series), remarks(sentences, "aspect")
    sides = [[(e, e.aspects) for e in of(entries, kinds)] for kinds in (PROMISING, JUDGING)]
    for name in names_of(series):
        promised, found = ([(e, p) for e, told in side if (p := told.get(name)) is not None] for side in sides)
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
                        evidence(e, p, said.get((e.id, name), ()), own_words, name)
                        for side in (found, promised)
                        for e, p in sorted(side, key=lambda pair: -abs(pair[1]))
                    ),
                    course=_course(found, weeks),
                )
            )
    return tuple(rows)


def names_of(*series: Series) -> tuple[str, ...]:
    """Of all aspects that there can be: the built-in ones, then the series' own."""
    return tuple(dict.fromkeys((*ASPECTS, *(name for one in series for name in one.aspects))))


def remarks(sentences: Sentences, facet: Facet) -> Mapping[tuple[int, str], Sequence[Remark]]:
    """(id of an entry, name of an aspect or theme) → what it says of that, where a polarity could be told."""
    found: dict[tuple[int, str], list[Remark]] = defaultdict(list)
    for entry, own in sentences.items():
        for s in own:
            for of_facet, name, p in s.topics:
                if of_facet == facet and p is not None:
                    found[entry, name].append((p, s))
    return found


def evidence(
    entry: Entry, polarity: float | None, said: Sequence[Remark], own_words: Terms | None = None, name: str = ""
) -> Evidence:
    """The one of the article's remarks on a thing that points the way its polarity points, most clearly; without a quote where there is none.

    `own_words`: those in which they name the thing, by this `name`, go before those that only stand under a heading or behind one that does.
    """
    sign = 1 if (polarity or 0.0) >= 0 else -1
    ranked = sorted(((sign * p, s.confidence, s) for p, s in said), key=lambda r: r[:2], reverse=True)
    so = (s for p, _, s in ranked if p > 0 and own_words is not None and name in own_words.labels(s.text))
    clearest = next(so, ranked[0][2] if ranked else None)
    quote = excerpt(entry, clearest.text) if clearest else ""
    hidden = bool(clearest and clearest.spoiler) or entry.spoiler_warning
    return Evidence(side_of(entry), polarity, quote, hidden, entry.site, entry.published, entry.url, len(said), entry.language)


def _course(found: Sequence[tuple[Entry, float]], weeks: Sequence[Week]) -> tuple[float | None, ...]:
    """The mean so far, at the end of each week."""
    dated = [(e.week or "", p) for e, p in found]
    so_far = ([p for w, p in dated if w <= last] for last in map(str, weeks))
    return tuple(fsum(values) / len(values) if values else None for values in so_far)
