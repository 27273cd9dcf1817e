"""The command line on both kinds of database."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import run_nectar
from tests.postgres import Server
from tests.webserver import Nectar, Web, article, rss, series_file

_REVIEW = (
    "Copper Heron is over, and the anime leaves a poor impression. The pacing is dreadful and the story is boring.\n\n"
    "The animation is ugly in every episode, and the music is awful. Copper Heron wastes its cast.\n\n"
    "Our verdict: Copper Heron is a terrible season. Score: 2/10"
)


@pytest.mark.parametrize(
    "question",
    [
        ("--json",),
        ("pacing", "--aspect", "pacing", "--since", "2024-01-01", "--min-score", "20", "--limit", "5", "--csv"),
        ("--skipped", "--json"),
        ("--claims", "--json"),
        ("--contradictions", "--json"),
        ("--origins", "--json"),
    ],
    ids=" ".join,
)
def test_the_same_question_has_the_same_answer(
    demo_on_server: str, demo_home: Path, demo_series: Path, tmp_path: Path, question: tuple[str, ...]
) -> None:
    asked = run_nectar("--db", demo_on_server, "query", demo_series, *question, home=tmp_path)
    assert (asked.returncode, asked.stderr) == (0, "")
    here = run_nectar("query", demo_series, *question, home=demo_home)
    assert _unseen(asked.stdout) == _unseen(here.stdout)
    assert len(asked.stdout) > 500


def _unseen(said: str) -> str:
    """Without the time at which a link was last seen: another test may have crawled the demo again since it was copied."""
    return re.sub(r'"last_seen": "[^"]*"', "", said)


def test_a_crawl_a_reading_and_a_page_on_a_server(postgresql: Server, nectar: Nectar, tmp_path: Path) -> None:
    name = postgresql.fresh()
    with Web({f"/read/{n}": article(f"Copper Heron review {n}", f"{_REVIEW}\n\nNote {n}.") for n in range(3)}) as web:
        web.routes["/feed"] = rss([("Copper Heron", web.url(f"/read/{n}")) for n in range(4)])
        file = series_file(tmp_path / "s.toml", [{"name": "Gazette", "kind": "feed", "url": web.url("/feed")}])
        given = ("--db", postgresql.url(name))
        manners = ("--allow-private", "--delay", "0")
        assert nectar.run(*given, "weekly", file, *manners).code == 0
        again = nectar.run(*given, "crawl", file, *manners)
        assert [line.split()[4] for line in again.out.splitlines() if line.startswith("Gazette")] == ["0"]
    answers = json.loads(nectar.run(*given, "query", file, "--json").out)
    assert {a["title"] for a in answers} == {f"Copper Heron review {n}" for n in range(3)}
    assert list((nectar.home / "site").glob("*/*.html"))
    assert not (nectar.home / "nectar.db").exists()
    postgresql.drop(name)
