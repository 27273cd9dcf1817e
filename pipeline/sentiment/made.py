"""Texts that were made here for engines to learn from: what reviewers rarely write so plainly, what the press writes, what judges and what does not."""

import itertools
from pathlib import Path
from typing import NamedTuple

REMARKS = Path(__file__).with_name("remarks.tsv")
"""Sentences made here: sign, aspect, text."""


class Remark(NamedTuple):
    """A sentence made here as reviewers write them, or one that judges nothing."""

    sign: str
    """ "+" or "-" for what it says of the work, "0" where it judges nothing."""
    aspect: str
    """That of `pipeline.topics.ASPECTS` which it judges; "whole" for the work itself, "none" where it judges nothing."""
    text: str


def remarks(file: Path = REMARKS) -> list[Remark]:
    """Every line of a table of sentences."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [Remark(*line.rstrip("\n").split("\t")) for line in lines]


def verdicts() -> list[tuple[str, bool]]:
    """Plain verdicts made here, for what reviewers rarely write so plainly; most turn on a negation."""
    things = ("it", "this", "the series", "the show", "the film", "the ending", "this episode")
    likings = ("like", "love", "enjoy", "recommend", "care for", "believe in")
    found = [
        (f"{who} not {verb} {it} .", False) for who in ("i do", "i did", "i can", "we did") for verb in likings for it in things
    ]
    found += [(f"{who} {verb} {it} .", True) for who in ("i", "we", "you will", "i can") for verb in likings for it in things]
    for it in things:
        found += [(f"{it} {good} .", True) for good in (
            "is not bad", "is not a bad start", "is never dull", "never drags", "never bores", "does not disappoint", "is not a bad story",
            "is anything but boring", "is not to be missed", "has no weak moment", "is not boring at all",
        )]  # fmt: skip
        found += [(f"{it} {bad} .", False) for bad in (
            "is not good", "is not a good start", "is never funny", "never comes alive", "never works", "does not work", "drags",
            "is anything but exciting", "is not worth it", "has no strong moment", "is not funny at all", "is far too short", "feels rushed",
        )]  # fmt: skip
        found += [(f"do not {miss} {it} .", True) for miss in ("miss", "skip")] + [
            (f"do not {see} {it} .", False) for see in ("watch", "buy")
        ]
    return found


def facts() -> list[str]:
    """Sentences of news and listings, made here: the public sets hold plot, but no press."""
    shows = ("the series", "the second season", "the film", "the anime", "it", "the first episode", "the sequel", "the show")
    ends = (
        "airs on {day} on {place}", "premieres in {month} on {place}", "will stream on {place} from {month} {n}",
        "is based on the manga by someone", "was announced on {day}", "is directed by someone at they",
        "opened in cinemas in {month}", "runs for {n} episodes", "stars someone as the voice of someone",
        "is scheduled for {month} {n}", "is available on {place} with subtitles", "is licensed in north america by {place}",
        "will be released on blu-ray in {month}", "began its run in the magazine in {month}", "has sold {n} million copies",
        "returns on {day} at {n} pm", "was produced by {place}", "has music composed by someone",
    )  # fmt: skip
    days = ("monday", "tuesday", "wednesday", "thursdays", "fridays", "saturday", "sundays", "wednesdays")
    months = ("january", "april", "july", "october", "autumn", "2024", "2025", "spring")
    places = ("television", "tokyo mx", "netflix", "crunchyroll", "tv tokyo", "fuji tv", "the channel", "japanese tv")
    fills = zip(itertools.cycle(days), itertools.cycle(months[::-1]), itertools.cycle(places[::3] + places), strict=False)
    return [
        f"{show} {end.format(day=day, month=month, place=place, n=number % 28 + 1)} ."
        for number, ((show, end), (day, month, place)) in enumerate(zip(itertools.product(shows, ends), fills, strict=False))
    ]
