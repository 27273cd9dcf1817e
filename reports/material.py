"""Everything that is stored of a series, loaded once and arranged once for all of its pages."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.assessment import JUDGING
from pipeline.series import Series
from pipeline.store import Elsewhere, Entry, Revision, Run, Store, StoredClaim, StoredSentence, Wanted
from pipeline.week import Week


@dataclass(frozen=True, slots=True)
class Material:
    """What pages are made of."""

    series: Series
    entries: tuple[Entry, ...]
    """Oldest first; undated ones last."""
    origin: dict[int, int]
    """Id of an entry → id of the entry that it is a copy of, of this series and of `others`; originals are not in it."""
    sentences: dict[int, list[StoredSentence]]
    claims: tuple[StoredClaim, ...]
    elsewhere: tuple[Elsewhere, ...]
    """What its outlets state of other series."""
    others: Mapping[str, tuple[Entry, ...]]
    """Slug of each other series in the store → the reviews of it; empty where nobody asked for them."""
    run: Run | None
    skipped: Counter[str]
    revisions: tuple[Revision, ...]
    seen_up_to: int | None
    reproduce: str
    """The command that makes a page again, with {week}."""
    language: str
    """Of the pages, ISO 639-1."""

    @classmethod
    def of(
        cls,
        series: Series,
        entries: Iterable[Entry],
        sentences: Iterable[StoredSentence],
        run: Run | None = None,
        skip_reasons: Iterable[str] = (),
        reproduce: str = "",
        revisions: Iterable[Revision] = (),
        elsewhere: Iterable[Elsewhere] = (),
        claims: Iterable[StoredClaim] = (),
        origin: Mapping[int, int] | None = None,
        others: Mapping[str, Iterable[Entry]] | None = None,
        seen_up_to: int | None = None,
        language: str = "en",
    ) -> "Material":
        ordered = tuple(sorted(entries, key=lambda e: (e.week or "9999-W99", str(e.published), e.id)))
        apart = {slug: tuple(own) for slug, own in (others or {}).items()}
        if origin is None:  # nobody has looked yet
            origin = {copy: first for own in (ordered, *apart.values()) for copy, first in copies(own).items()}
        by_id = {e.id: e for e in ordered}
        by_entry: dict[int, list[StoredSentence]] = defaultdict(list)
        for s in sentences:
            by_entry[s.entry].append(s if seen_up_to is None else _as_seen(s, by_id.get(s.entry), seen_up_to))
        return cls(
            series,
            tuple(_warning(e, seen_up_to) for e in ordered),
            {copy: first for copy, first in origin.items() if copy != first},
            dict(by_entry),
            tuple(claims),
            tuple(elsewhere),
            apart,
            run,
            Counter(skip_reasons),
            tuple(revisions),
            seen_up_to,
            reproduce,
            language,
        )

    def until(self, week: Week) -> list[Entry]:
        """What was published up to the end of a week, copies too."""
        return [e for e in self.entries if e.week and e.week <= str(week)]

    @property
    def weeks(self) -> list[Week]:
        """Every week from the first article to the last, quiet ones included."""
        named = [Week.parse(e.week) for e in self.entries if e.week]
        return list(named[0].until(named[-1])) if named else []


def load(
    series: Series,
    store: Store,
    seen_up_to: int | None = None,
    language: str | None = None,
    only: Week | None = None,
    beside: bool = False,
) -> Material:
    """Everything that is stored of a series; `beside`: and the reviews of all others, which pages of outlets need.

    `only`: the one week that is drawn of it. `seen_up_to`: the episode that a reader has seen; None where nobody said. `language`: of the pages; None for that of the series file.
    """
    entries = store.entries(series.slug, Wanted())
    slugs = [slug for slug in store.followed() if slug != series.slug] if beside else []
    others = {slug: store.entries(slug, Wanted(kind=JUDGING)) for slug in slugs}
    return Material.of(
        series,
        entries,
        store.sentences([e.id for e in entries]),
        store.last_run(series.slug),
        (s.reason for s in store.skipped(series.slug)),
        f"nectar report {series.slug}.toml --week {{week}}"
        + (f" --spoilers-up-to {seen_up_to}" if seen_up_to is not None else "")
        + (f" --language {language}" if language else ""),
        store.revisions(series.slug),
        store.elsewhere(series.slug, only),
        store.claims(series.slug),
        {
            copy: first
            for slug, own in {series.slug: entries, **others}.items()
            for copy, first in (copies(own) if store.untraced(slug) else {o.entry: o.origin for o in store.origins(slug)}).items()
        },
        others,
        seen_up_to,
        language or series.language,
    )


def copies(entries: Sequence[Entry]) -> dict[int, int]:
    """Id of an entry → id of the one among these that it is a copy of."""
    from pipeline.syndication import Piece, origins  # the texts of most are known to be copies or not since they were read

    found = origins([Piece(e.id, e.text, e.site, e.title, e.language, e.published, e.first_seen) for e in entries])
    return {e.id: int(o.of) for e, o in zip(entries, found, strict=True) if o.of != e.id}


def _as_seen(s: StoredSentence, e: Entry | None, seen: int) -> StoredSentence:
    """A reader who has seen so far learns nothing new from a piece on an episode before that, and may from any on a later one."""
    if e is None or e.episode is None:
        return s
    return s._replace(spoiler=e.episode > seen)


def _warning(e: Entry, seen: int | None) -> Entry:
    return replace(e, spoiler_warning=False) if seen is not None and e.episode is not None and e.episode <= seen else e
