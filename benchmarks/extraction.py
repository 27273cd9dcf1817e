"""How well pages are read: the article-extraction-benchmark's 181 pages, its own measure, against trafilatura alone.

Measure: precision and recall over 4-word shingles, mean over pages, and their F1 (as that benchmark's evaluate.py has it).
Usage: python -m benchmarks.extraction --data FOLDER    (the folder with ground-truth.json and html/KEY.html.gz)
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean

import click
from trafilatura import bare_extraction

from pipeline.article import Article
from pipeline.extract import extract
from pipeline.page import Page

NOW = datetime(2026, 1, 1, tzinfo=UTC)


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


def pages_with_gold(data: Path) -> list[tuple[str, Page]]:
    """(text of the article as annotated, page) for each page of the benchmark."""
    truth = json.loads((data / "ground-truth.json").read_text("utf-8"))
    return [
        (
            known["articleBody"],
            Page(
                known["url"], known["url"], 200, {}, gzip.decompress((data / "html" / f"{key}.html.gz").read_bytes()), NOW, "aeb"
            ),
        )
        for key, known in truth.items()
    ]


def alone(page: Page) -> str:
    """The reference: trafilatura as its users call it for speed."""
    document = bare_extraction(page.body, url=page.url, fast=True, with_metadata=True, include_comments=False)
    return str(getattr(document, "text", "") or "")


def ours(page: Page) -> str:
    article = extract(page, NOW)
    return " ".join(p.text for p in article.paragraphs) if isinstance(article, Article) else ""


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
def main(data: Path) -> None:
    """Print one table."""
    pages = pages_with_gold(data)
    print(f"{len(pages)} pages\n\n| reader | F1 | precision | recall |\n| --- | --- | --- | --- |")
    for name, text in (("trafilatura, fast, with metadata", alone), ("pipeline.extract", ours)):
        print("| {} | {:.4f} | {:.4f} | {:.4f} |".format(name, *f1((gold, text(page)) for gold, page in pages)))


if __name__ == "__main__":
    main()
