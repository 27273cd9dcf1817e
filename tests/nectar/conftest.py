"""A small home that was crawled and read once, for every test that only asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.webserver import Nectar, Web, article, rss, series_file

ESCAPES = "\\u001b[31mRed\\u001b]0;owned\\u0007\\u009b2J \\u202eCopper Heron"


def _said(headline: str, author: str, day: str, extra: str = "") -> str:
    return (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","headline":"'
        f'{headline}","author":{{"@type":"Person","name":"{author}"}},"datePublished":"{day}"{extra}}}</script>'
    )


_REVIEW = (
    "Copper Heron is over, and the anime leaves a poor impression. The pacing is dreadful and the story is boring.\n\n"
    "The animation is ugly in every episode, and the music is awful. Copper Heron wastes its cast.\n\n"
    "Our verdict: Copper Heron is a terrible season. Score: 2/10"
)
_PRAISE = (
    "The first episode of Copper Heron is wonderful. The animation is beautiful, and the music is excellent.\n\n"
    "Copper Heron asks who we are and what memory is worth; the studio gives its characters time.\n\n"
    "A great start for this anime. Rating: 9/10"
)
_NEWS = (
    "The studio behind the anime Copper Heron has announced the cast. Copper Heron will start in April.\n\n"
    "A trailer was shown on Monday, and a second one will follow before the first episode is broadcast."
)
_PAGES = {
    "/read/review": article(
        "Copper Heron season review", _REVIEW, _said("=1+1 Copper Heron season review", "@grump", "2026-04-20")
    ),
    "/read/first": article("Copper Heron episode 1", _PRAISE, _said("Copper Heron episode 1 review", "Ann Ouse", "2026-01-12")),
    "/read/news": article("Copper Heron cast", _NEWS, _said(ESCAPES, "Bob Weir", "2025-11-03")),
}


@dataclass(frozen=True, slots=True)
class Collected:
    nectar: Nectar
    file: Path
    web: Web


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collected]:
    """Three articles, one page of another subject, and links that were not taken. The web stays up."""
    folder = tmp_path_factory.mktemp("collected")
    nectar = Nectar(folder / "home")
    with Web(dict(_PAGES)) as web:
        web.routes["/feed"] = rss(
            [("Copper Heron", web.url(p)) for p in _PAGES]
            + [("Ten ducks", web.url("/read/ducks")), ("Copper Heron", "http://elsewhere.example/copper-heron")]
        )
        top = "[[episodes]]\nnumber = 1\naired = 2026-01-10\n"
        file = series_file(folder / "s.toml", [{"name": "Gazette", "kind": "feed", "url": web.url("/feed")}], top)
        for step in (("crawl", file, "--allow-private", "--delay", "0"), ("score", file), ("report", file, "--week", "2026-W17")):
            run = nectar.run(*step)
            assert run.code == 0, run
        assert len(nectar.rows("SELECT id FROM assessment")) == 3
        yield Collected(nectar, file, web)


@pytest.fixture
def nectar(tmp_path: Path) -> Nectar:
    return Nectar(tmp_path / "home")
