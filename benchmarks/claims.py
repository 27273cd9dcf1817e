"""Measures claims and contradictions on tests/gold/claims: our own words, so this says less than real data.

    python -m benchmarks.claims [dev|dev-9|held] [--errors] [--speed] [--data FOLDER]

`dev` may be tuned on; `held` is only ever reported on. Prints Markdown tables; --errors lists what was missed and what was wrong (of dev).
--data (the folder with ground-truth.json and html/KEY.html.gz) tells what claims cost beside reading and judging the same pages.
"""

import argparse
import logging
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.claiming import cost, speed
from pipeline.article import Article, paragraphs_of
from pipeline.claims.agreement import agreement
from pipeline.claims.claim import KIND_NAMES, Claim, KindName
from pipeline.claims.known import Known
from pipeline.claims.ledger import Lookup, claims
from pipeline.claims.matter import Matter
from pipeline.claims.names import company, key
from pipeline.claims.values import agree, exactness
from pipeline.extract import language_of
from pipeline.series import Episode, Series

GOLD = Path(__file__).parent.parent / "tests" / "gold" / "claims"
FILES = tuple(sorted(file.stem for file in GOLD.glob("dev-*.toml")))
Table = Mapping[str, Any]
Said = tuple[str, str, str, bool]
"""kind, about, value, denied"""
STATES = ("disputed", "outdated", "facts")
_MARKED = re.compile(r"\n+(- |## |> )")
_LOOSE_ABOUT = frozenset({"platform", "source"})
_VAGUE: tuple[KindName, ...] = ("premiere", "finale", "release", "episodes")


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed, each with a word on every case."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    modality: Counter[bool] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(right, wrong or state, kind of claim), of contradictions; state: right but for it."""
    apart: Counter[tuple[str, bool]] = field(default_factory=Counter)
    """(reason, whether they do contradict each other), of values that are shown as different and not held against each other."""


def read_half(half: str) -> dict[str, list[Table]]:
    """The tables of every file of a half, or of one file ("dev-9"), joined."""
    found: dict[str, list[Table]] = {"series": [], "article": [], "contradiction": [], "copies": []}
    for file in sorted(f for f in GOLD.glob("*.toml") if f.stem == half or f.stem.startswith(f"{half}-")):
        for name, tables in tomllib.loads(file.read_text("utf-8")).items():
            found[name] += tables
    return found


def series_of(half: Mapping[str, list[Table]]) -> dict[str, Series]:
    """Slug → series."""
    return {
        given["slug"]: Series(
            **{k: given[k] for k in ("title", "slug", "medium")},
            aliases=tuple(given.get("aliases", ())),
            studio=tuple(given.get("studio", ())),
            characters=tuple(given.get("characters", ())),
            staff=given.get("staff", {}),
            cast=given.get("cast", {}),
            facts=given.get("facts", {}),
            episodes=tuple(Episode(e["number"], e.get("title", ""), e.get("aired")) for e in given.get("episodes", ())),
        )
        for given in half["series"]
    }


def lookups_of(half: Mapping[str, list[Table]]) -> dict[str, Lookup]:
    return {slug: Lookup.of(series) for slug, series in series_of(half).items()}


def article_of(label: Table) -> Article:
    blocks = paragraphs_of(_MARKED.sub(r"\n\n\1", label["text"].strip()))
    text = " ".join(p.text for p in blocks)
    published = label.get("published")
    return Article(
        label["url"],
        label["outlet"],
        label["title"],
        label.get("author", ""),
        published,
        "meta" if published else "",
        language_of(text),
        blocks,
    )


def normal(kind: KindName, about: str, value: str, known: Known) -> tuple[str, str]:
    """About and value of the gold in the forms of claims."""
    if kind in ("staff", "cast"):
        value = known.people.find(value) or key(value)
    if kind == "studio":
        value = known.studios.find(value) or company(value)
    if kind == "cast":
        name, _, dub = about.partition(" (")
        about = (known.characters.find(name) or key(name)) + (f" ({dub}" if dub else "")
    if kind == "rating":
        about = key(about.removeprefix("The "))
    if kind == "anniversary" and about != "series":
        about = known.studios.find(about) or company(about)
    return ("" if kind in _LOOSE_ABOUT else about), value


def expected(label: Table, known: Known) -> dict[Said, str]:
    """Gold claims of an article with their modality, but for vague ones that it also gives exactly."""
    found: dict[Said, str] = {}
    for c in label.get("claims", ()):
        about, value = normal(c["kind"], c.get("about", ""), c["value"], known)
        found[c["kind"], about, value, c["modality"] == "denied"] = c["modality"]
    return {s: m for s, m in found.items() if not any(_covers(o, s) for o in found)}


def _covers(exact: Said, vague: Said) -> bool:
    kind: KindName = vague[0]  # type: ignore[assignment]
    return (
        kind in _VAGUE
        and (exact[0], exact[1], exact[3]) == (vague[0], vague[1], vague[3])
        and exactness(kind, exact[2]) < exactness(kind, vague[2])
        and agree(kind, exact[2], vague[2])
    )


def measure_claims(half: Mapping[str, list[Table]], lookups: Mapping[str, Lookup]) -> tuple[Tally, dict[str, tuple[Claim, ...]]]:
    """Claims of every article against the gold."""
    tally, every = Tally(), {}
    for label in half["article"]:
        lookup = lookups[label["series"]]
        every[label["id"]] = made = claims(article_of(label), lookup)
        wanted = expected(label, lookup.known)
        found: dict[Said, Claim] = {}
        for c in made:
            found.setdefault((c.kind, "" if c.kind in _LOOSE_ABOUT else c.about, c.value, c.denied), c)
        for said, c in found.items():
            if said in wanted:
                tally.right[c.kind] += 1
                tally.modality[c.modality == wanted[said]] += 1
                if c.modality != wanted[said]:
                    tally.errors.append(f"modality {label['id']}: {said}: {c.modality}, not {wanted[said]}: {c.sentence}")
            elif not any(_covers(w, said) for w in wanted):
                tally.wrong[c.kind] += 1
                tally.errors.append(f"WRONG {label['id']}: {said}: {c.sentence}")
        for said in sorted(wanted.keys() - found.keys()):
            tally.missed[said[0]] += 1
            tally.errors.append(f"missed {label['id']}: {said}")
    return tally, every


def measure_contradictions(
    half: Mapping[str, list[Table]],
    every: Mapping[str, tuple[Claim, ...]],
    lookups: Mapping[str, Lookup],
    origins: Mapping[str, str],
) -> Tally:
    """Contradictions of every series against the gold."""
    tally = Tally()
    for slug, lookup in lookups.items():
        ids = [a["id"] for a in half["article"] if a["series"] == slug]
        wanted = [c for c in half["contradiction"] if c["series"] == slug]
        matters = agreement({n: every[n] for n in ids}, lookup.known.series, origins)
        for m in matters:
            for q in m.quarrels:
                match = next((c for c in wanted if _same(c, m.kind, m.about, q.state, q.values, lookup.known)), None)
                said = f"{slug}: {m.kind} {m.about!r} {q.state} {q.values} {q.articles}"
                if match is not None:
                    wanted.remove(match)
                    tally.right[q.state] += 1
                    tally.kinds["right", m.kind] += 1
                else:
                    tally.wrong[q.state] += 1
                    only = _in_any_state(wanted, m, q.values, lookup.known)
                    tally.kinds["state" if only else "wrong", m.kind] += 1
                    tally.errors.append(f"WRONG {said}")
        tally.apart.update((d.reason, _in_any_state(wanted, m, d.values, lookup.known)) for m in matters for d in m.differences)
        for c in wanted:
            tally.missed[c["state"]] += 1
            tally.errors.append(f"missed {slug}: {c['kind']} {c.get('about', '')!r} {c['state']} {c['values']} {c['articles']}")
    return tally


def _in_any_state(wanted: Sequence[Table], m: Matter, values: tuple[str, str], known: Known) -> bool:
    return any(_same(c, m.kind, m.about, s, v, known) for s in STATES for v in (values, values[::-1]) for c in wanted)


def _same(c: Table, kind: KindName, about: str, state: str, values: tuple[str, str], known: Known) -> bool:
    if (c["kind"], c["state"]) != (kind, state):
        return False
    pairs = [normal(kind, c.get("about", ""), v, known) for v in c["values"]]
    if kind not in _LOOSE_ABOUT and pairs[0][0] != about:
        return False
    a, b = (v for _, v in pairs)
    straight = agree(kind, a, values[0]) and agree(kind, b, values[1])
    return straight or (state == "disputed" and agree(kind, a, values[1]) and agree(kind, b, values[0]))


def rows(tally: Tally, names: tuple[str, ...]) -> Iterator[str]:
    total = [sum(counts.values()) for counts in (tally.right, tally.wrong, tally.missed)]
    each = [(n, tally.right[n], tally.wrong[n], tally.missed[n]) for n in names]
    for name, right, wrong, missed in (*each, ("all", *total)):
        if right + wrong + missed:
            share = [f"{right / n:.3f}" if n else "-" for n in (right + wrong, right + missed)]
            yield f"| {name} | {right} | {wrong} | {missed} | {share[0]} | {share[1]} |"


def apart(tally: Tally) -> str:
    """What is listed as different, and not held against each other, in a table."""
    reasons = sorted({reason for reason, _ in tally.apart})
    each = [(reason, tally.apart[reason, True], tally.apart[reason, False]) for reason in reasons]
    total = ("all", *(sum(row[n] for row in each) for n in (1, 2)))
    head = "| different, not held against each other | contradict | do not |\n| --- | ---: | ---: |"
    return "\n".join([head, *(f"| {reason} | {right} | {wrong} |" for reason, right, wrong in (*each, total))])


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure claims and contradictions on our own labelled texts.")
    parser.add_argument("half", choices=["dev", *FILES, "held"], nargs="?", default="held", help="or one file of dev")
    parser.add_argument("--errors", action="store_true", help="list what was missed and wrong; refused for held")
    parser.add_argument("--speed", action="store_true", help="the cost of reading, too")
    parser.add_argument("--data", type=Path, help="pages on which to measure the cost beside reading them")
    options = parser.parse_args()
    half = read_half(options.half)
    if options.half in FILES:
        half["series"] = read_half("dev")["series"]
    lookups = lookups_of(half)
    tally, every = measure_claims(half, lookups)
    origins = {copy: group["articles"][0] for group in half["copies"] for copy in group["articles"]}
    quarrels = measure_contradictions(half, every, lookups, origins)
    print(
        f"{len(half['article'])} articles\n\n| {options.half} | right | wrong | missed | precision | recall |\n| --- | ---: | ---: | ---: | ---: | ---: |"
    )
    print("\n".join(rows(tally, KIND_NAMES)))
    print(f"\nmodality right: {tally.modality[True]} of {tally.modality.total()}\n")
    print("| contradictions | right | wrong | missed | precision | recall |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    print("\n".join(rows(quarrels, STATES)))
    print(f"\n{apart(quarrels)}")
    print("\n| contradictions by kind | right | wrong | wrong only in the state |\n| --- | ---: | ---: | ---: |")
    for kind in KIND_NAMES:
        counts = [quarrels.kinds[how, kind] for how in ("right", "wrong", "state")]
        if any(counts):
            print(f"| {kind} | {' | '.join(map(str, counts))} |")
    if options.speed:
        pieces = [(article_of(a), lookups[a["series"]]) for a in half["article"]]
        print(f"\n{speed(pieces):.2f} ms for 800 words")
    if options.data:
        logging.disable(logging.CRITICAL)
        print("\n| processor time | ms a page | ratio |\n| --- | ---: | ---: |")
        print("\n".join(cost(options.data)))
    if options.errors and options.half != "held":
        print("\n".join(("", *tally.errors, *quarrels.errors)))


if __name__ == "__main__":
    main()
