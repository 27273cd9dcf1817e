"""What claims cost: alone, and beside reading and judging the same pages. Asked for by `python -m benchmarks.claims --speed`, `--data FOLDER`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time

from benchmarks.extraction import pages_with_gold
from benchmarks.reading import judged
from pipeline.article import Article
from pipeline.assess import Reader
from pipeline.claims.ledger import Lookup, claims
from pipeline.series import load


def speed(pieces: Sequence[tuple[Article, Lookup]]) -> float:
    """Processor milliseconds for 800 words, the best of five rounds."""
    words = sum(a.words for a, _ in pieces)
    best = float("inf")
    for _ in range(5):
        start = process_time()
        for article, lookup in pieces:
            claims(article, lookup)
        best = min(best, process_time() - start)
    return best / words * 800 * 1000


def cost(data: Path, file: Path = Path("examples/metallic-rouge.toml"), rounds: int = 3) -> Iterator[str]:
    """Processor time of claims beside extract and assess on the same pages, of each page the best round: as the pages are, about other things, and with
    headlines that name the series, so that every sentence is asked."""
    series = load(file)
    reader, lookup = Reader.of(series), Lookup.of(series)
    spent: dict[str, list[float]] = {
        "extract and assess": [],
        "claims, pages about other things": [],
        "claims, pages about the series": [],
    }
    for _, page in pages_with_gold(data):
        best = dict.fromkeys(spent, float("inf"))
        for _ in range(rounds):
            start = process_time()
            article, _judged = judged(page, reader)
            ends = [process_time()]
            if isinstance(article, Article):
                claims(article, lookup)
                ends.append(process_time())
                ours = replace(article, title=f"{series.title}: {article.title}")
                middle = process_time()
                claims(ours, lookup)
                taken = (ends[0] - start, ends[1] - ends[0], process_time() - middle)
                best = {name: min(seconds, now) for (name, seconds), now in zip(best.items(), taken, strict=True)}
        if best["extract and assess"] < float("inf"):
            for name, seconds in best.items():
                spent[name].append(seconds)
    whole = sum(spent["extract and assess"])
    for name, each in spent.items():
        yield f"| {name} | {sum(each) / len(each) * 1000:.2f} | {sum(each) / whole:.3f} |"
