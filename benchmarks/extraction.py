"""How well and how fast pages are read: the article-extraction-benchmark's 181 pages, its own measure, against trafilatura alone.

Measure: precision and recall over 4-word shingles, mean over pages, and their F1 (as that benchmark's evaluate.py has it).
Usage: python -m benchmarks.extraction --data FOLDER    (the folder with ground-truth.json and html/KEY.html.gz)
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean
from time import process_time

import click
from trafilatura import bare_extraction

from pipeline.article import Article
from pipeline.assess import Reader, assess
from pipeline.extract import extract
from pipeline.page import Page
from pipeline.series import load

_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_ROUNDS = 3


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3))) if words else Counter()


def f1(pairs: Iterable[tuple[str, str]]) -> tuple[float, float, float]:
    """(F1, precision, recall) over (gold, found)."""
    precisions, recalls = [], []
    for gold, found in pairs:
        wanted, got = shingles(gold), shingles(found)
        hits = sum((wanted & got).values())
        precisions.append(hits / sum(got.values()) if got else 0.0)
        recalls.append(hits / sum(wanted.values()) if wanted else 1.0)
    precision, recall = fmean(precisions), fmean(recalls)
    return 2 * precision * recall / (precision + recall), precision, recall


def timed(work: Callable[[], object]) -> float:
    """CPU seconds, the best of some rounds."""
    best = float("inf")
    for _ in range(_ROUNDS):
        start = process_time()
        work()
        best = min(best, process_time() - start)
    return best


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
def main(data: Path) -> None:
    """Print one table."""
    truth = json.loads((data / "ground-truth.json").read_text("utf-8"))
    pages = [
        (
            v["articleBody"],
            Page(v["url"], v["url"], 200, {}, gzip.decompress((data / "html" / f"{k}.html.gz").read_bytes()), _NOW, "aeb"),
        )
        for k, v in truth.items()
    ]
    reader = Reader.of(load(Path("examples/metallic-rouge.toml")))

    def alone(page: Page) -> str:
        document = bare_extraction(page.body, url=page.url, fast=True, with_metadata=True, include_comments=False)
        return str(getattr(document, "text", "") or "")

    def ours(page: Page) -> str:
        article = extract(page, _NOW)
        return " ".join(p.text for p in article.paragraphs) if isinstance(article, Article) else ""

    articles = [a for _, page in pages if isinstance(a := extract(page, _NOW), Article)]
    taken = sum(assess(a, reader).relevance.relevant for a in articles)
    reference = timed(lambda: [alone(p) for _, p in pages])
    reading = timed(lambda: [extract(p, _NOW) for _, p in pages])
    judging = timed(lambda: [assess(a, reader) for a in articles])
    print(f"{len(pages)} pages, {taken} taken for Metallic Rouge\n")
    print("| reader | F1 | precision | recall | CPU, trafilatura alone = 1 |\n| --- | --- | --- | --- | --- |")
    for name, text, cost in (("trafilatura, fast, with metadata", alone, reference), ("pipeline.extract", ours, reading)):
        print(
            "| {} | {:.4f} | {:.4f} | {:.4f} | {:.2f} |".format(name, *f1((gold, text(p)) for gold, p in pages), cost / reference)
        )
    print(f"| pipeline.extract and assess | | | | {(reading + judging) / reference:.2f} |")


if __name__ == "__main__":
    main()
