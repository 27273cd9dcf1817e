"""Measures all of rt-polarity with engines that learned nothing of it: no sentence of the treebank, which is made of the same reviews.

    python -m benchmarks.polarity --data DIR --table FILE
    python -m pipeline.sentiment.adapting --data DIR --without-treebank --table FILE --adapter ADAPTER
    python -m benchmarks.polarity --data DIR --table FILE --adapter ADAPTER

FILE is made where it is not there: critic, learned from the same texts as the one that is shipped, but for the treebank. With ADAPTER
(an hour of two cores) it and minilm judge together, as `auto` does. What is left of rt-polarity for the engines that are shipped
(`benchmarks.judgement`) are mostly sentences that the treebank's readers called neutral, and so the harder ones.
"""

import argparse
from datetime import date
from pathlib import Path

from benchmarks.judgement import sentences
from pipeline.sentiment import Engine
from pipeline.sentiment.corpora import Corpora
from pipeline.sentiment.critic import CriticEngine
from pipeline.sentiment.deep import DeepEngine
from pipeline.sentiment.encoder import ENCODERS
from pipeline.sentiment.pair import PairEngine
from pipeline.sentiment.training import trained, write


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure all of rt-polarity with engines that learned nothing of it.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the .jsonl.gz data sets")
    parser.add_argument("--table", type=Path, required=True, help="of critic without the treebank; made where it is not there")
    parser.add_argument("--adapter", type=Path, help="of the encoder, without the treebank")
    parser.add_argument("--encoder", choices=list(ENCODERS), default="minilm")
    options = parser.parse_args()
    corpora = Corpora(options.data, treebank=False)
    if not options.table.exists():
        write(options.table, trained(corpora), date.today())
    asked: Engine = CriticEngine("critic", options.table)
    if options.adapter:
        deep = DeepEngine(ENCODERS[options.encoder], options.adapter)
        asked = PairEngine(asked, deep, deep.beside_critic)
    print(f"| measured | n | {asked.name} | TextBlob | VADER |\n| --- | ---: | ---: | ---: | ---: |")
    for name, records, label in (
        ("rt-polarity, all of it", corpora.polarity_test, "positive"),
        ("SST-2 test", corpora.read("sst2_test"), "positive"),
        ("critics, films held out", corpora.critics_test, "fresh"),
    ):
        for row in sentences(name, records, label, asked):
            print(f"| {row.name} | {row.n:,} | {' | '.join(row.values)} |", flush=True)


if __name__ == "__main__":
    main()
