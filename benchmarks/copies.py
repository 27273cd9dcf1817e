"""Measures the finding of copies on our own words: how many are found, and whether originals are merged; and the time for many articles.

    python -m benchmarks.copies [FOLDER …] [--many 20000] [--errors]

FOLDER holds TOML files with [[article]] and [[copies]] (tests/gold/copies and tests/gold/claims are such); without one, tests/gold/copies.
A copy is found where it shares an origin with the first of its group; two originals are merged where they share one and the gold does not
say so. `many` made-up articles: words of a seeded generator, a third of them copies of each sort.
"""

import argparse
import random
import resource
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pipeline.extract import language_of
from pipeline.syndication import Origin, Piece, count, origins

GOLD = Path(__file__).parent.parent / "tests" / "gold" / "copies"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one half of the gold says."""

    copies: int
    found: int
    right_origin: int
    right_relation: int
    related: int
    """Copies of which the gold tells how they relate."""
    merged: tuple[tuple[str, str, str], ...]
    missed: tuple[tuple[str, str, str], ...]
    articles: int
    origins: int


def load(paths: Sequence[Path]) -> tuple[list[Piece], dict[str, str], dict[str, str]]:
    """(Pieces, id → id of its origin, id → relation)."""
    pieces, origin, relation = [], {}, {}
    for path in paths:
        given: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        for a in given.get("article", ()):
            text = a["text"].strip()
            language = a.get("language") or language_of(text) or "en"
            site = a.get("site", a.get("outlet", ""))
            pieces.append(Piece(a["id"], text, site, a["title"], language, a.get("published")))
        for group in given.get("copies", ()):
            origin |= dict.fromkeys(group["articles"], group["articles"][0])
            relation |= dict(zip(group["articles"][1:], group.get("how", ()), strict=False))
    return pieces, origin, relation


def measure(pieces: Sequence[Piece], origin: dict[str, str], relation: dict[str, str]) -> Measured:
    found: dict[str, Origin] = {str(o.id): o for o in origins(pieces)}
    missed, merged = [], []
    hits = right = related = alike = 0
    for copy, first in origin.items():
        if copy == first:
            continue
        if found[copy].of != found[first].of:
            missed.append((copy, first, relation.get(copy, "")))
            continue
        hits += 1
        right += found[copy].of == first
        related += copy in relation
        alike += found[copy].relation == relation.get(copy)
    families: dict[object, set[str]] = {}
    for o in found.values():
        families.setdefault(o.of, set()).add(origin.get(str(o.id), str(o.id)))
        if origin.get(str(o.id), str(o.id)) != origin.get(str(o.of), str(o.of)):
            merged.append((str(o.id), str(o.of), f"{o.relation}: {o.because}"))
    copies = sum(c != f for c, f in origin.items())
    return Measured(copies, hits, right, alike, related, tuple(merged), tuple(missed), len(found), count(list(found.values())))


def made(many: int, seed: int = 7) -> list[Piece]:
    """Articles in the manner of the press of one series over three years: shared names and stock words, prose of its own; copies among them."""
    dice = random.Random(seed)
    stock = ["".join(dice.choices("abcdefghijklmnoprstuvw", k=dice.randint(3, 9))) for _ in range(6000)]
    names = ["".join(dice.choices("aeiouklmnrst", k=6)).capitalize() for _ in range(120)]
    weights = [1 / (n + 5) for n in range(len(stock))]
    pieces: list[Piece] = []
    while len(pieces) < many:
        n = len(pieces)
        day = date(2023, 1, 1) + timedelta(days=dice.randrange(1000))
        text = "\n\n".join(" ".join(_sentences(dice, stock, weights, names)) for _ in range(dice.randint(2, 9)))
        pieces.append(Piece(n, text, f"site{n % 400}.example", f"Piece {n}", "en" if n % 10 else "de", day))
        if n % 2:
            pieces.append(_copy(dice, pieces[-1], len(pieces), stock))
    return pieces[:many]


def _sentences(dice: random.Random, stock: list[str], weights: list[float], names: list[str]) -> Iterator[str]:
    for _ in range(dice.randint(2, 5)):
        said = dice.choices(stock, weights, k=dice.randint(8, 22))
        said[dice.randrange(len(said))] = dice.choice(names)
        said[dice.randrange(len(said))] = str(dice.randint(2, 2000))
        yield " ".join(said).capitalize() + "."


def _copy(dice: random.Random, of: Piece, number: int, stock: list[str]) -> Piece:
    text = of.text
    sort = number // 2 % 4
    if sort == 1:
        blocks = text.split("\n\n")
        text = "\n\n".join(blocks[: max(1, len(blocks) // 2)])
    elif sort == 2:
        text = " ".join(w if dice.random() < 0.7 or not w.islower() else dice.choice(stock) for w in text.split(" "))
    elif sort == 3:
        text = f"{text}\n\nSource: {of.site}"
    later = (of.published or date(2023, 1, 1)) + timedelta(days=dice.randint(0, 3))
    return Piece(number, text, f"mirror{number % 300}.example", of.title, of.language, later)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[GOLD])
    parser.add_argument("--many", type=int, default=0)
    parser.add_argument("--errors", action="store_true", help="list what was missed and merged (of dev)")
    given = parser.parse_args()
    for folder in given.folders:
        m = measure(*load(sorted(folder.glob("*.toml"))))
        print(
            f"{folder.name}: {m.articles} articles, {m.origins} origins; {m.found} of {m.copies} copies found, {len(m.merged)} originals merged;"
            f" origin right {m.right_origin} of {m.found}, relation right {m.right_relation} of {m.related}"
        )
        if given.errors:
            for copy, first, how in m.missed:
                print(f"  missed: {copy} of {first} {how}")
            for a, b, why in m.merged:
                print(f"  merged: {a} with {b} ({why})")
    if given.many:
        pieces = made(given.many)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        begun = time.process_time()
        found = origins(pieces)
        took = time.process_time() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        kinds = Counter(o.relation for o in found)
        print(f"{len(pieces):,} articles: {took:.1f} s of processor, peak {peak:.0f} MiB (before {before:.0f}); {dict(kinds)}")


if __name__ == "__main__":
    main()
