"""Computes the lines of pipeline/calibration.py: log odds that a review is favourable → the score that it amounts to.

    python -m benchmarks.lines --data DIR [--engine NAME]

Rated film reviews give how the log odds grow with the score and how much they scatter; the scores that critics wrote give how common
each score is. A line of least squares of the score on the log odds, with both as normal distributions. No anime review is used.
"""

import argparse
from pathlib import Path

import numpy as np

from benchmarks.judgement import SERIES, article
from pipeline.assess import Reader, assess
from pipeline.calibration import Line
from pipeline.sentiment.corpora import Corpora, normalised
from pipeline.sentiment.judgement import to_logit


def computed(corpora: Corpora, name: str, most: int) -> Line:
    reader = Reader.of(SERIES, name)
    reviews = corpora.read("imdb_test_5k")[:most]
    found = [(assess(article(r["text"].replace("<br />", " ")), reader).inferred, (r["score"] - 1) / 9 * 100) for r in reviews]
    logits, scores = np.array([(to_logit(p), score) for p, score in found if p is not None]).T
    growth, start = np.polyfit(scores, logits, 1)
    scatter = np.var(logits - growth * scores - start)
    common = np.array([100 * n for r in corpora.read("rt_critics") if (n := normalised(r["rating_as_written"])) is not None])
    slope = common.var() * growth / (growth**2 * common.var() + scatter)
    return Line(round(float(common.mean() - slope * (growth * common.mean() + start)), 1), round(float(slope), 2))


def main() -> None:
    parser = argparse.ArgumentParser(description="Compute the line of an engine.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the .jsonl.gz data sets")
    parser.add_argument("--engine", default="critic")
    parser.add_argument("--most", type=int, default=2_000, help="reviews to read")
    options = parser.parse_args()
    print(options.engine, computed(Corpora(options.data), options.engine, options.most))


if __name__ == "__main__":
    main()
