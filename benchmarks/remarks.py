"""Measures judging and aspects sentence by sentence on tests/gold/remarks: sentences made here, in the manner of today's reviewers, in runs that made none of those that are learned from.

    python -m benchmarks.remarks [--engine NAME …]

Prints a Markdown table: the share of signs that are right (no judgement counts half), of sentences that judge nothing and are left so,
and of the aspects that are found.
"""

import argparse
from pathlib import Path

from pipeline.sentiment import Unit, engine
from pipeline.sentiment.made import Remark, remarks
from pipeline.series import Series
from pipeline.topics import ASPECTS, Topics

GOLD = Path(__file__).parent.parent / "tests" / "gold" / "remarks"
_MILD = 0.2
"""Polarity up to which nothing much is said."""


def signs(made: list[Remark], name: str) -> tuple[float, float]:
    """The share of judging sentences whose sign an engine gets right, and of the others on which it says nothing much."""
    polarities = [j.polarity for j in engine(name).judge([Unit(r.text, language="en") for r in made])]
    pairs = list(zip(made, polarities, strict=True))
    right = [0.5 if p is None else float((p > 0) == (r.sign == "+")) for r, p in pairs if r.sign != "0"]
    silent = [p is None or abs(p) < _MILD for r, p in pairs if r.sign == "0"]
    return sum(right) / len(right), sum(silent) / len(silent)


def aspects(made: list[Remark]) -> tuple[int, int]:
    """How many name an aspect, and in how many of these it is found."""
    terms = Topics.of(Series(title="Copper Lily")).aspects
    of_one = [r for r in made if r.aspect in ASPECTS]
    return len(of_one), sum(r.aspect in terms.labels(r.text) for r in of_one)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure on sentences in the manner of today's reviewers.")
    parser.add_argument("--engine", nargs="*", default=["critic", "textblob"])
    options = parser.parse_args()
    made = [*remarks(GOLD / "fans.tsv"), *remarks(GOLD / "anime.tsv")]
    judging = sum(r.sign != "0" for r in made)
    print(f"| engine | sign right, of {judging:,} | left unjudged, of {len(made) - judging:,} |\n| --- | ---: | ---: |")
    for name in options.engine:
        print("| {} | {:.3f} | {:.3f} |".format(name, *signs(made, name)))
    n, found = aspects(remarks(GOLD / "anime.tsv"))  # the words that name aspects were chosen with the others in view
    print(f"\naspects found: {found:,} of {n:,} = {found / n:.2f}")


if __name__ == "__main__":
    main()
