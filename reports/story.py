"""What became of it: reception by episode, promises kept and broken, outlets that changed their minds, corrections. As rows to draw."""

from collections.abc import Iterable, Mapping, Sequence

from pipeline import arc as arcs
from pipeline.corrections import corrections
from pipeline.counting import Said
from pipeline.delivery import delivery
from pipeline.minds import changes_of_mind
from pipeline.series import Series
from pipeline.store import Entry, Revision, StoredSentence
from reports.developments import because, turned
from reports.labels import aspect_label, label
from reports.quotes import excerpt
from reports.rows import CorrectionRow, EpisodeRow, MindRow, PromiseRow, Quote, Voice

_NOT_PROMISED = {"originality", "enjoyment"}
""" "An original anime" is a fact, and nobody can promise joy."""

Origin = Mapping[int, int]
Sentences = Mapping[int, Sequence[StoredSentence]]


def episodes(series: Series, entries: Iterable[Entry], origin: Origin) -> tuple[tuple[EpisodeRow, ...], str]:
    """Every episode that somebody judged, and where the press turned, in words."""
    found = arcs.arc(series, entries, origin)
    rows = tuple(
        EpisodeRow(
            e.number,
            e.aired,
            e.reception.mean if e.reception else None,
            e.reception.low if e.reception else None,
            e.reception.high if e.reception else None,
            e.few,
            tuple(Voice(p.entry.site, p.entry.url, p.entry.published, p.value, p.stated) for p in e.points),
        )
        for e in found.episodes
    )
    judged = [row.number for row in rows if row.voices]
    return tuple(r for r in rows if judged and r.number <= judged[-1]), turned(found.turn)


def promises(series: Series, entries: Iterable[Entry], origin: Origin, sentences: Sentences) -> tuple[PromiseRow, ...]:
    """What was promised, kept and broken first, with one quote of each side."""
    rows = [
        PromiseRow(
            label(p.subject, "subject") if p.subject else aspect_label(p.aspect),
            p.status,
            because(p.because),
            _cited(p.promised[0]),
            _cited(p.kept[0]) if p.kept else None,
            _cited(p.broken[0]) if p.broken else None,
        )
        for p in delivery(series, entries, origin, sentences)
        if p.promised and p.aspect not in _NOT_PROMISED
    ]
    return tuple(sorted(rows, key=lambda row: ("kept", "broken", "open").index(row.status)))


def minds(entries: Iterable[Entry], origin: Origin, sentences: Sentences) -> tuple[MindRow, ...]:
    return tuple(
        MindRow(
            m.site,
            m.before.name,
            m.before.amount.mean,
            _cited(m.before.said),
            m.after.name,
            m.after.amount.mean,
            _cited(m.after.said),
        )
        for m in changes_of_mind(entries, origin, sentences)
    )


def corrected(revisions: Iterable[Revision], entries: Iterable[Entry]) -> tuple[CorrectionRow, ...]:
    return tuple(
        CorrectionRow(c.site, c.url, c.found, tuple((x.kind, x.before, x.after) for x in c.changes))
        for c in corrections(revisions, entries).made
    )


def _cited(said: Said) -> Quote:
    """The sentence as its page allows; without text where only the link may be shown."""
    e, s = said.entry, said.sentence
    text = excerpt(e, s.text) if s else ""
    hidden = bool(s and s.spoiler) or e.spoiler_warning
    return Quote(text, "", 0.0, hidden, e.site, e.author, e.published, e.url, e.language)
