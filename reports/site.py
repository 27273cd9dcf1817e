"""The site: SLUG/WEEK.html and WEEK.json for each week, the pages over all weeks, SLUG/feed.xml, and index.html over all of them."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path
from typing import Any

from pipeline.series import Series
from pipeline.store import Store
from pipeline.week import Week
from reports import archive, charts, comparing, drawing, feed, record, weekly
from reports.addresses import Addresses, pair
from reports.build import build
from reports.comparison import Comparison
from reports.digest import Digest
from reports.files import write as write_file
from reports.material import Material, load
from reports.reckoning import reckon
from reports.sections import begin
from reports.speech import day
from reports.tongue import known, speaking

COMPARISONS = "compare"
"""Folder of the pages of two series side by side."""
_NEWEST = 3


def write(
    site: Path,
    series: Series,
    store: Store,
    weeks: Sequence[Week] | None,
    also: Week | None,
    now: datetime,
    progress: Callable[[int, int], None] | None = None,
    seen_up_to: int | None = None,
    language: str | None = None,
) -> list[Path]:
    """Draw `weeks` (None: every week from the first article to the last, all that have a page, and `also`), then the pages over all weeks
    and the index.

    Gives the weekly pages, oldest first. `seen_up_to`: the episode that the readers have seen; None where nobody said. `language`: of the pages
    and the index; None for that of the series file. Raises UserError where there are no pages in it.
    """
    known(language or series.language)
    drawing.start()
    material = load(series, store, seen_up_to, language, beside=True)
    folder = site / series.slug
    there = _paged(folder)
    chosen = sorted({*((*material.weeks, *there) if weeks is None else weeks), *([also] if also else [])})
    paged = sorted(there | set(chosen))
    manifest = _read_manifest(folder)
    at = archive.addresses(material, paged)
    pages = []
    for number, week in enumerate(chosen, 1):
        reckoned = reckon(material, week)
        begin(reckoned, material.language)
        digest = build(material, week, paged, now, reckoned)
        path = folder / f"{week}.html"
        write_file(path, weekly.page(digest, at))
        write_file(path.with_suffix(".json"), record.dump(digest))
        manifest[str(week)] = _line(digest, manifest.get(str(week), {}))
        pages.append(path)
        if progress:
            progress(number, len(chosen))
    archive.write(folder, material, paged, at, all_anew=there <= set(chosen))
    lines = [manifest[str(w)] for w in paged if str(w) in manifest]
    with speaking(material.language):
        rest = _rest(material, paged, at)
    manifest_of = {"title": series.title, "slug": series.slug, "note": series.note, "weeks": lines, **rest}
    write_file(folder / "weeks.json", json.dumps(manifest_of, ensure_ascii=False, indent=1))
    write_file(folder / "feed.xml", feed.atom(series.title, series.slug, lines, material.language))
    write_index(site, material.language)
    return pages


def take_away(site: Path, slug: str, after: Week) -> list[Week]:
    """Remove the pages of the weeks after this one, and say which; index and feed lose them when the site is written next."""
    gone = sorted(week for week in _paged(site / slug) if week > after)
    for week in gone:
        for suffix in (".html", ".json"):
            (site / slug / f"{week}{suffix}").unlink(missing_ok=True)
    return gone


def _paged(folder: Path) -> set[Week]:
    """The weeks that have a page."""
    return {Week.parse(p.stem) for p in folder.glob("[0-9][0-9][0-9][0-9]-W[0-9][0-9].html")}


def write_comparison(site: Path, comparison: Comparison) -> Path:
    """Draw a comparison, with links to the pages of both series that are there, and the index. Gives the page."""
    left, right = (_beside(site, side.slug, comparison.until) for side in (comparison.left, comparison.right))
    path = site / COMPARISONS / f"{pair(comparison.left.slug, comparison.right.slug)}.html"
    write_file(path, comparing.page(comparison, left, right))
    write_index(site, comparison.language)
    return path


def _beside(site: Path, slug: str, until: Week) -> comparing.Beside:
    """What of a series has a page."""
    record = next((r for r in _all_series(site) if r["slug"] == slug), None)
    if record is None:
        return comparing.Beside()
    weeks = [w["week"] for w in record["weeks"] if w["week"] <= str(until)]
    at = Addresses(*({p["name"]: p["address"] for p in record[part]} for part in archive.FOLDERS))
    return comparing.Beside(max(weeks, default=""), at)


def write_index(site: Path, language: str = "en") -> None:
    """Draw the index over what is there."""
    every = _all_series(site)
    pairs = ((pair(a["slug"], b["slug"]), a["title"], b["title"]) for a, b in permutations(every, 2))
    compared = [
        {"address": address, "left": left, "right": right}
        for address, left, right in pairs
        if (site / COMPARISONS / f"{address}.html").is_file()
    ]
    write_file(site / "index.html", weekly.index(every, compared, language))


def _rest(material: Material, weeks: Sequence[Week], at: Addresses) -> dict[str, Any]:
    """What the index says of a series beside its weeks: where its aspects and outlets are, and its newest articles."""
    so_far = material.until(max(weeks)) if weeks else []
    return {
        "aspects": [{"name": name, "address": address} for name, address in at.aspects.items()],
        "outlets": [{"name": name, "address": address} for name, address in at.outlets.items()],
        "newest": [
            {"title": e.title, "language": e.language, "site": e.site, "url": e.url, "day": day(e.published)}
            for e in reversed(so_far[-_NEWEST:])
        ],
    }


def _line(digest: Digest, before: dict[str, Any]) -> dict[str, Any]:
    """What the index and the feed say of a week. It was updated when it last said something else than `before`."""
    line = {
        "week": str(digest.week),
        "language": digest.language,
        "first": digest.week.first.isoformat(),
        "verdict": digest.verdict,
        "reception": digest.reception.value if digest.enough else None,
        "reviews": digest.reception.n,
        "articles": len(digest.published),
        "change": digest.changes[0].text,
        "summary": feed.summary(digest),
    }
    made = digest.made.astimezone(UTC).isoformat("T", "seconds")
    same = feed.whole(before) and before == line | {"updated": before["updated"]}
    return line | {"updated": before["updated"] if same else made}


def _read_manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """What the index says of the weeks that were drawn before; what can't be read is drawn anew in time."""
    try:
        weeks = json.loads((folder / "weeks.json").read_text("utf-8"))["weeks"]
        return {w["week"]: w for w in weeks}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _all_series(site: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted(site.glob("*/weeks.json")):
        try:
            record = json.loads(path.read_text("utf-8"))
            numbers = [w["reception"] for w in record["weeks"] if w["reception"] is not None]
        except (OSError, ValueError, KeyError, TypeError):
            continue
        record["feed"] = (path.parent / "feed.xml").exists()
        for part in ("aspects", "outlets", "newest"):
            record.setdefault(part, [])  # drawn before there were such pages
        record["spark"] = charts.sparkline(numbers) if len(numbers) > 1 else ""
        record["weeks"] = [{"language": None, **week} for week in reversed(record["weeks"])]
        found.append(record)
    return found
