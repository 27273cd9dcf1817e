"""Measures relevance, kind, stance, aspects and claims on tests/gold/press: pieces about real works, told in our own words in the manner of real pages, labelled before they were read.

    python -m benchmarks.press [dev|held] [--engine NAME] [--errors]

`dev` may be tuned on; `held` is only ever reported on. Prints Markdown tables, each work measured by itself; --errors lists what was missed and wrong (of dev).
"""

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from benchmarks.claims import (
    STATES,
    Table,
    Tally,
    article_of,
    lookups_of,
    measure_claims,
    measure_contradictions,
    rows,
    series_of,
)
from benchmarks.gold import Outcome, table
from pipeline.assess import Reader, assess
from pipeline.claims.claim import KIND_NAMES

GOLD = Path(__file__).parent.parent / "tests" / "gold" / "press"
_SIGNS = {"+": 1, "-": -1}
_LIKED, _DISLIKED = 60, 50
"""Of 100: from and below which a piece is for or against its work."""


def works(half: str) -> Iterator[dict[str, list[Any]]]:
    """The tables of each file of a half, which is about one work."""
    for file in sorted((GOLD / half).glob("*.toml")):
        found: dict[str, list[Any]] = {"contradiction": [], "copies": []}
        yield found | tomllib.loads(file.read_text("utf-8"))


def judged(work: dict[str, list[Any]], engine: str) -> Iterator[Outcome]:
    """Relevance of all pieces, and the rest of those in English that are about their work."""
    readers = {slug: Reader.of(series, engine) for slug, series in series_of(work).items()}
    for label in work["article"]:
        article = article_of(label)
        a = assess(article, readers[label["series"]])

        def outcome(measure: str, expected: Any, found: Any, why: str = "", label: Table = label) -> Outcome:
            return Outcome(measure, label["id"], expected, found, f"{label['title']} [{why}]")

        yield outcome("relevance", label["relevant"], a.relevance.relevant, a.relevance.because)
        if not label["relevant"] or article.language != "en":
            continue
        yield outcome("kind", label["kind"], a.kind.name, a.kind.because)
        if label["kind"] == "episode_review":
            yield outcome("episode", label.get("episode"), a.kind.episode)
        written = a.score.as_written if a.score else ""
        yield outcome("a score stated or not", "score" in label, bool(written), written)
        if "score" in label and written:
            yield outcome("the score as it is written", _bare(label["score"]), _bare(written))
        if label.get("stance") in ("positive", "negative") and a.estimate is not None:
            side = "positive" if a.estimate >= _LIKED else "negative" if a.estimate < _DISLIKED else "mixed"
            yield outcome("for or against, of those that are plainly one", label["stance"], side, f"{a.estimate:.0f}")
        for name, sign in label.get("aspects", {}).items():
            if sign in _SIGNS:
                yield outcome("aspect found", name, name if name in a.aspects else None)
                if (polarity := a.aspects.get(name)) is not None:
                    yield outcome("sign of an aspect", (name, _SIGNS[sign]), (name, 1 if polarity > 0 else -1), f"{polarity:.2f}")


def _bare(score: str) -> str:
    return re.sub(r"[^\w+-]", "", score).lower()


def claimed(work: dict[str, list[Any]], found: Collection[str]) -> tuple[Tally, Tally]:
    """Claims and contradictions of the pieces that were `found` to be about their work; of one that is not, nothing is wanted."""
    read = [label if label["id"] in found else {**label, "title": "", "text": ""} for label in work["article"]]
    work = {**work, "article": [label if label["relevant"] else {**label, "claims": []} for label in read]}
    lookups = lookups_of(work)
    tally, every = measure_claims(work, lookups)
    origins = {copy: group["articles"][0] for group in work["copies"] for copy in group["articles"]}
    return tally, measure_contradictions(work, every, lookups, origins)


def _add(whole: Tally, part: Tally) -> None:
    for name in ("right", "wrong", "missed", "modality", "kinds"):
        counts: Counter[Any] = getattr(whole, name)
        counts.update(getattr(part, name))
    whole.errors.extend(part.errors)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure on pieces in the manner of real pages.")
    parser.add_argument("half", choices=["dev", "held"], nargs="?", default="held")
    parser.add_argument("--engine", default="critic")
    parser.add_argument("--errors", action="store_true", help="list what was missed and wrong; refused for held")
    options = parser.parse_args()
    outcomes: list[Outcome] = []
    claims, quarrels = Tally(), Tally()
    for work in works(options.half):
        here = [*judged(work, options.engine)]
        outcomes += here
        relevant = {o.id for o in here if o.measure == "relevance" and o.found}
        for whole, part in zip((claims, quarrels), claimed(work, relevant), strict=True):
            _add(whole, part)
    print(f"| {options.half}, {options.engine} | right | n | share |\n| --- | ---: | ---: | ---: |")
    for measure, right, n in table(outcomes):
        print(f"| {measure} | {right} | {n} | {right / n:.2f} |")
    for name, tally, names in (("claims", claims, KIND_NAMES), ("contradictions", quarrels, STATES)):
        print(f"\n| {name} | right | wrong | missed | precision | recall |\n| --- | ---: | ---: | ---: | ---: | ---: |")
        print("\n".join(rows(tally, names)))
    print(f"\nmodality right: {claims.modality[True]} of {claims.modality.total()}")
    if options.errors and options.half == "dev":
        print("\n".join(("", *claims.errors, *quarrels.errors)))
        for o in outcomes:
            if not o.right:
                print(f"{o.measure}: {o.id}: {o.label!r}, found {o.found!r}: {o.text}")


if __name__ == "__main__":
    main()
