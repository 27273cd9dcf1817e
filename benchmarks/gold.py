"""Measures kind, relevance, spoilers, aspects, scores and recommendations on tests/gold: our own words, so this says less than real data.

    python -m benchmarks.gold [dev|held] [--part articles-2] [--engine NAME] [--errors]

`dev` may be tuned on; `held` is only ever reported on. Prints one Markdown table; --errors lists what was missed (of dev); --part measures
the articles of one file alone.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import fmean
from typing import Any

from pipeline.article import Article, paragraphs_of
from pipeline.assess import Reader, assess
from pipeline.extract import language_of
from pipeline.series import Episode, Series

GOLD = Path(__file__).parent.parent / "tests" / "gold"
Label = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question to one text: what was measured, what the label says, what was found."""

    measure: str
    id: str
    label: Any
    found: Any
    text: str

    @property
    def right(self) -> bool:
        return bool(self.label == self.found)


def series_of(half: str) -> dict[str, Series]:
    """Slug → series."""
    found = {}
    for given in read_half(half, "series*")["series"]:
        facts = dict(given.get("facts", {}))
        if "released" in given:
            facts["premiere"] = given["released"]
        found[given["slug"]] = Series(
            title=given["title"],
            slug=given["slug"],
            medium=given["medium"],
            aliases=tuple(given.get("aliases", ())),
            confused_with=tuple(given.get("confused_with", ())),
            studio=tuple(given.get("studio", ())),
            characters=tuple(given.get("characters", ())),
            staff=given.get("staff", {}),
            cast=given.get("cast", {}),
            facts=facts,
            episodes=tuple(Episode(e["number"], e.get("title", ""), e.get("aired")) for e in given.get("episodes", ())),
        )
    return found


def articles(half: str, engine: str, part: str | None = None) -> Iterator[Outcome]:
    """Relevance of all, and the rest of those that are about their series; of one file alone if `part` names it, such as articles-2."""
    readers = {slug: Reader.of(series, engine) for slug, series in series_of(half).items()}
    for label in read_half(half, part or "articles*")["article"]:
        text = label["text"].strip()
        a = assess(_article(label["url"], label["title"], label["published"], text), readers[label["series"]])

        def outcome(measure: str, expected: Any, found: Any, label: Label = label, why: str = a.kind.because) -> Outcome:
            return Outcome(measure, label["id"], expected, found, f"{label['title']} [{why}]")

        yield outcome("relevance", label["relevant"], a.relevance.relevant, why=a.relevance.because)
        if not label["relevant"]:
            continue
        yield outcome("kind", label["kind"], a.kind.name)
        opinions = {"review", "episode_review"}
        yield outcome("kind: review of any sort or not", label["kind"] in opinions, a.kind.name in opinions)
        if label["kind"] == "episode_review":
            yield outcome("episode", label.get("episode"), a.kind.episode)
        score = label.get("score")
        close = score is not None and a.score is not None and abs(score - a.score.value) <= 2.5
        yield outcome("score", score, score if close else a.score and a.score.value)
        if "recommends" in label:
            yield outcome("recommends", label["recommends"] or None, a.recommends)
        if "likened_to" in label:
            named = {likeness.work.lower() for likeness in a.likened_to}
            for work in label["likened_to"]:
                yield outcome("likened to", work, work if any(work.lower() in n or n in work.lower() for n in named) else None)
            if not label["likened_to"]:
                yield outcome("likened to nothing", [], sorted(named))


def paragraphs(half: str, engine: str) -> Iterator[Outcome]:
    """Aspects and their signs, and spoilers."""
    readers = {slug: Reader.of(series, engine) for slug, series in series_of(half).items()}
    for label in read_half(half, "paragraphs*")["paragraph"]:
        reader = readers[label["series"]]
        heading = f"## {label['heading']}\n\n" if label.get("heading") else ""
        text = heading + " ".join(label["text"].split())
        day = date(2026, 1, 1)
        a = assess(_article("https://paper.example/piece", f"{reader.series.title} review", day, text), reader)
        expected: dict[str, int] = label["aspects"]

        def outcome(measure: str, wanted: Any, found: Any, label: Label = label) -> Outcome:
            return Outcome(measure, label["id"], wanted, found, " ".join(label["text"].split()))

        for name, sign in expected.items():
            if sign:
                yield outcome(
                    f"aspect found: {name}", name, name if name in a.aspects else f"only {', '.join(a.aspects) or 'none'}"
                )
                if name in a.aspects:
                    said = [p for s in a.sentences if (p := s.aspects.get(name)) is not None]
                    polarity = fmean(said) if said else None
                    yield outcome("sign of an aspect", sign, 0 if not polarity else 1 if polarity > 0 else -1)
        for name, polarity in a.aspects.items():
            if polarity is not None and abs(polarity) > 0.15:
                yield outcome("aspect named and judged is meant", name, name if name in expected else f"not {name}")
        if not expected:
            judged = [s.text for s in a.sentences if s.polarity is not None and abs(s.polarity) > 0.15]
            yield outcome("plot and fact left unjudged", 0, len(judged))
        yield outcome("spoiler", label["spoiler"], any(s.spoiler for s in a.sentences))


def _article(url: str, title: str, published: date, text: str) -> Article:
    blocks = paragraphs_of(text)
    return Article(url, "outlet.example", title, "", published, "meta", language_of(" ".join(p.text for p in blocks)), blocks)


def read_half(half: str, files: str) -> dict[str, list[Any]]:
    """The lists of all files of that name (`articles*` is articles and articles-2), one after the other; FileNotFoundError if there is none."""
    paths = sorted((GOLD / half).glob(f"{files}.toml"), key=lambda path: path.stem)
    if not paths:
        raise FileNotFoundError(f"no {files}.toml in {GOLD / half}")
    found: dict[str, list[Any]] = {}
    for path in paths:
        for key, items in tomllib.loads(path.read_text("utf-8")).items():
            found.setdefault(key, []).extend(items)
    return found


def table(outcomes: Iterable[Outcome]) -> list[tuple[str, int, int]]:
    """(measure, right, n) in order of appearance."""
    n, right = Counter[str](), Counter[str]()
    for o in outcomes:
        n[o.measure] += 1
        right[o.measure] += o.right
    return [(measure, right[measure], count) for measure, count in n.items()]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure on our own labelled texts.")
    parser.add_argument("half", choices=["dev", "held"], nargs="?", default="held")
    parser.add_argument("--part", metavar="FILE", help="only the articles of one file, such as articles-2")
    parser.add_argument("--engine", default="critic")
    parser.add_argument("--errors", action="store_true", help="list what was missed; refused for held")
    options = parser.parse_args()
    outcomes = [*articles(options.half, options.engine, options.part)]
    if not options.part:
        outcomes += paragraphs(options.half, options.engine)
    print(f"| {options.half}, {options.engine} | right | n | share |\n| --- | ---: | ---: | ---: |")
    for measure, right, n in table(outcomes):
        print(f"| {measure} | {right} | {n} | {right / n:.2f} |")
    if options.errors and options.half == "dev":
        for o in outcomes:
            if not o.right:
                print(f"{o.measure}: {o.id}: {o.label!r}, found {o.found!r}: {o.text}")


if __name__ == "__main__":
    main()
