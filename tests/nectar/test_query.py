"""`nectar query` as a user meets it: filters, remarks, SQL, formats, and what it says where nothing is found."""

import csv
import io
import json
import subprocess
from pathlib import Path
from typing import Any, get_args

import pytest

from nectar.cli import formats
from pipeline import record
from tests.nectar.test_cli import _paths, _records
from tests.webserver import Nectar, Web, article, environment, plain_failure, rss, series_file


def ask(collected: Any, *arguments: object) -> Any:
    run = collected.nectar.here("query", collected.file, *arguments)
    assert run.code == 0, run.err
    assert "Traceback" not in run.err
    return run


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--kind", "news", "--kind", "review"], ["review", "news"]),
        (["--max-score", "50"], ["review"]),
        (["--min-score", "50", "--max-score", "90"], ["first"]),
        (["--stance", "neg"], ["review"]),
        (["--stance", "pos", "--stance-from", "stated"], ["first"]),
        (["--stance-from", "stated"], ["review", "first"]),
        (["--language", "EN"], ["review", "first", "news"]),
        (["--language", "ja"], []),
        (["--week", "2026-W03"], ["first"]),
        (["--episode", "1"], ["first"]),
        (["--episode", "2"], []),
        (["--sort", "date"], ["news", "first", "review"]),
        (["--sort", "score"], ["review", "first", "news"]),
        (["--sort", "-stance", "--limit", "1"], ["first"]),
        (["--limit", "1", "--offset", "1"], ["first"]),
        (["--offset", "3"], []),
        (["anime cast", "--sort", "rank"], ["news", "review"]),
        (['"first episode of"'], ["first"]),
        (["anime -verdict -rating"], ["news"]),
        (["trailer OR verdict"], ["review", "news"]),
        (["*ondeful*"], []),
        (["*onderfu*"], ["first"]),
        (["wonder*"], ["first"]),
    ],
)
def test_filters(collected: Any, arguments: list[str], found: list[str]) -> None:
    assert sorted(_paths(_records(collected, *arguments))) == sorted(found)
    if "rank" not in arguments:
        assert _paths(_records(collected, *arguments)) == found
    if not {"--limit", "--offset"} & set(arguments):
        assert ask(collected, *arguments, "--count").out == f"{len(found)}\n"


def test_count_is_a_number_and_nothing_else(collected: Any) -> None:
    for arguments, many in (
        (["--count"], 3),
        (["wonderful", "--count"], 1),
        (["zebra", "--count"], 0),
        (["--skipped", "--count"], 2),
    ):
        run = ask(collected, *arguments)
        assert (run.out, run.err) == (f"{many}\n", "")


def test_the_command_line_offers_what_the_store_knows() -> None:
    from nectar.cli import query
    from pipeline.assessment import KindName
    from pipeline.store.filters import SORTS

    assert query._SORTS == SORTS
    assert set(query._KINDS) == set(get_args(KindName))


def test_json_is_what_the_contract_says(collected: Any) -> None:
    """Fields, order, and the way it is written."""
    run = ask(collected, "--json")
    records = json.loads(run.out)
    assert [list(r) for r in records] == [list(record.FIELDS)] * 3
    assert run.out == json.dumps(records, ensure_ascii=False, indent=1) + "\n"
    assert run.err == ""
    skipped = json.loads(ask(collected, "--skipped", "--json").out)
    assert [list(r) for r in skipped] == [["url", "source", "reason", "detail", "first_seen", "last_seen"]] * 2


def test_every_format_says_the_same(collected: Any) -> None:
    columns = ["--columns", "title,score,stance,aspects"]
    wanted = [[r["title"], r["score"], r["stance"], r["aspects"]] for r in _records(collected, *columns)]
    lines = ask(collected, *columns, "--jsonl").out.splitlines()
    assert [list(json.loads(line).values()) for line in lines] == wanted
    rows = list(csv.reader(io.StringIO(ask(collected, *columns, "--csv").out)))
    assert rows[0] == ["title", "score", "stance", "aspects"]
    assert [[float(s) if s else None for s in row[1:3]] for row in rows[1:]] == [row[1:3] for row in wanted]
    tabbed = [line.split("\t") for line in ask(collected, *columns, "--tsv").out.splitlines()]
    assert [json.loads(row[3]) for row in tabbed[1:]] == [row[3] for row in wanted]
    assert tabbed[1][0] == "'=1+1 Copper Heron season review"
    md = ask(collected, *columns, "--md").out.splitlines()
    assert md[:2] == ["| title | score | stance | aspects |", "| --- | --- | --- | --- |"]
    assert len(md) == 5
    shown = ask(collected, *columns)
    assert shown.out.splitlines()[0].split() == ["title", "score", "stance", "aspects"]
    for text in (shown.out, *tabbed[3], *md):
        assert not {"\x1b", "\x07", "\u202e"} & set(text)


def test_columns_that_are_only_told_when_asked_for(collected: Any) -> None:
    [told] = _records(collected, "wonderful", "--columns", "week,snippet,text,note")
    assert told["week"] == "2026-W03"
    assert told["snippet"].rstrip("…") in " ".join(told["text"].split())
    assert told["snippet"].startswith("The first")
    run = collected.nectar.here("query", collected.file, "--columns", "titel")
    assert (run.code, run.out) == (2, "")
    assert "Did you mean title?" in run.err


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-0.28", "-0.28"),
        ("-2+3", "'-2+3"),
        ("@x", "'@x"),
        ("\t=1", "'=1"),
        ("＝1+1", "'＝1+1"),
        (-0.28, "-0.28"),
        (None, ""),
        (b"\x00\x01", "2 bytes"),
        ({"a": None}, '"{""a"": null}"'),
        ('a "b", c', '"a ""b"", c"'),
    ],
)
def test_a_cell_of_csv(cell: object, written: str, capsys: pytest.CaptureFixture[str]) -> None:
    formats.write("csv", [{"x": cell, "y": 1}], ["x", "y"])
    assert capsys.readouterr().out == f"x,y\n{written},1\n"


def test_numbers_that_json_has_not_are_null(capsys: pytest.CaptureFixture[str]) -> None:
    formats.write("jsonl", [{"x": float("nan"), "y": float("inf"), "z": b"abc"}], ["x", "y", "z"])
    assert json.loads(capsys.readouterr().out) == {"x": None, "y": None, "z": "3 bytes"}


def test_the_table_shows_where_the_words_stand(collected: Any) -> None:
    run = ask(collected, "dreadful")
    assert "hit" in run.out.splitlines()[0]
    assert "The pacing is dreadful and" in " ".join(run.out.split())
    assert run.err == "1 article\n"
    marked = formats.marked("a \x1b[31mbell rings", [(7, 11)])
    assert marked.plain == "a  [31mbell rings"
    assert [marked.plain[s.start : s.end] for s in marked.spans] == ["bell"]
    assert ask(collected, "--limit", "2").err == "2 of 3 articles\n"


# Remarks


def test_remarks_are_sentences_on_an_aspect(collected: Any) -> None:
    found = _records(collected, "--remarks", "--aspect", "pacing")
    assert [list(r) for r in found] == [list(record.SAID)] * len(found)
    assert {(r["facet"], r["name"], r["text"]) for r in found} == {
        ("aspect", "pacing", "The pacing is dreadful and the story is boring.")
    }
    assert all(r["polarity"] < 0 and r["published"] == "2026-04-20" and r["url"].endswith("/read/review") for r in found)
    everything = _records(collected, "--remarks")
    assert {r["facet"] for r in everything} == {"aspect", "theme"}
    assert _records(collected, "--remarks", "--limit", "2", "--offset", "1") == everything[1:3]
    assert {r["kind"] for r in _records(collected, "--remarks", "--kind", "episode_review")} == {"episode_review"}


def test_text_and_stance_are_those_of_the_remark(collected: Any) -> None:
    assert {r["text"] for r in _records(collected, "--remarks", "music")} == {
        "The animation is beautiful, and the music is excellent.",
        "The animation is ugly in every episode, and the music is awful.",
    }
    assert {r["text"] for r in _records(collected, "--remarks", "music -ugly")} == {
        "The animation is beautiful, and the music is excellent."
    }
    against = _records(collected, "--remarks", "--aspect", "animation", "--stance", "neg", "--sort", "stance")
    assert against
    assert all(r["polarity"] < -0.1 for r in against)
    polarities = [r["polarity"] for r in _records(collected, "--remarks", "--sort", "-stance") if r["polarity"] is not None]
    assert polarities == sorted(polarities, reverse=True)
    run = ask(collected, "--remarks", "--aspect", "pacing")
    assert "dreadful" in run.out
    assert run.err == f"{len(_records(collected, '--remarks', '--aspect', 'pacing'))} remark\n"


def test_revisions_of_a_press_that_changed_nothing(collected: Any) -> None:
    assert _records(collected, "--revisions") == []
    assert "Nothing" in ask(collected, "--revisions").err


# What nothing is called


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--aspect", "pacng"], "Did you mean pacing?"),
        (["--theme", "identty"], "Did you mean identity?"),
        (["--source", "gazete"], "Did you mean Gazette?"),
        (["--language", "xx"], "There are: en."),
    ],
)
def test_a_name_that_nothing_has_is_answered_with_one_that_something_has(collected: Any, arguments: list[str], said: str) -> None:
    run = ask(collected, *arguments)
    assert run.out == ""
    assert said in run.err
    assert "Nothing matches" not in run.err
    assert _records(collected, *arguments) == []
    assert said in ask(collected, *arguments, "--remarks", "--csv").err


def test_a_name_that_is_known_and_found_nowhere_is_no_mistake(collected: Any) -> None:
    assert ask(collected, "--aspect", "voice acting", "--kind", "news").err == "Nothing matches.\n"
    assert "*word*" in ask(collected, "zebra").err


# SQL


def test_sql(collected: Any) -> None:
    statement = "SELECT kind, score FROM articles WHERE score IS NOT NULL ORDER BY score"
    assert _records(collected, "--sql", statement) == [
        {"kind": "review", "score": 20.0},
        {"kind": "episode_review", "score": 90.0},
    ]
    run = ask(collected, "--sql", statement)
    assert run.out.split() == ["kind", "score", "review", "20.0", "episode_review", "90.0"]
    assert run.err == "2 rows\n"
    third = "SELECT 100 / 3.0 AS third, 1e-7 AS tiny"
    assert ask(collected, "--sql", third).out.split() == ["third", "tiny", "33.3333", "1e-07"], "for people"
    assert _records(collected, "--sql", third) == [{"third": 100 / 3.0, "tiny": 1e-7}], "for programs"
    capped = ask(collected, "--sql", statement, "--limit", "1", "--csv")
    assert capped.out == "kind,score\nreview,20.0\n"
    assert "Only the first 1 rows" in capped.err
    assert ask(collected, "--sql", statement, "--columns", "score", "--tsv").out == "score\n20.0\n90.0\n"
    assert ask(collected, "--sql", "SELECT body FROM page", "--jsonl").out.count(" bytes") == 3
    assert ask(collected, "--sql", "SELECT 1 WHERE 0", "--csv").out == "1\n"


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM article", "SELECT", "ATTACH 'x' AS y", "PRAGMA user_version = 3", "SELECT 1; SELECT 2", "SELECT nothing"],
)
def test_sql_that_can_not_be_run_is_said_in_a_sentence(collected: Any, statement: str) -> None:
    plain_failure(collected.nectar.here("query", collected.file, "--sql", statement), 2, "Tip: ")


def test_sql_that_never_ends_is_stopped(collected: Any) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    plain_failure(collected.nectar.here("query", collected.file, "--sql", endless, "--timeout", "0.2"), 2, "0.2 s", "Tip: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--sql", "SELECT 1", "--kind", "review"], "--sql knows no --kind"),
        (["words", "--sql", "SELECT 1"], "--sql knows no TEXT"),
        (["--skipped", "--min-score", "3"], "--skipped knows no --min-score"),
        (["--revisions", "--sort", "date"], "--revisions knows no --sort"),
        (["--sort", "dates"], "Did you mean date?"),
        (["--week", "2026-W77"], "2026-W77"),
        (["--stance", "good"], "--stance"),
        (["--claims", "--origins"], "--claims and --origins can't be used together"),
        (["--sql", "", "--skipped"], "--skipped and --sql can't be used together"),
        (["--json", "--csv"], "--json and --csv can't be used together"),
        (["--since", "2026-01-02", "--until", "2026-01-01"], "--since and --until: turn them round"),
        (["--min-score", "50", "--max-score", "49"], "--min-score and --max-score: turn them round"),
    ],
)
def test_what_does_not_go_together_is_refused(collected: Any, arguments: list[str], said: str) -> None:
    run = collected.nectar.here("query", collected.file, *arguments)
    assert (run.code, run.out) == (2, "")
    assert said in run.err


@pytest.mark.parametrize(
    "form", [["--jsonl"], ["--tsv"], ["--md"], ["--remarks"], ["--sql", "SELECT * FROM sentence, sentence AS t"]]
)
def test_a_reader_that_has_seen_enough_is_no_error(collected: Any, form: list[str]) -> None:
    process = collected.nectar.start("query", collected.file, *form)
    process.stdout.close()
    with process.stderr as stream:
        said = stream.read().decode()
    assert "Traceback" not in said
    assert "roken pipe" not in said
    assert process.wait(30) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"], ["--count"]])
def test_where_nothing_fits_it_says_so_once(collected: Any, form: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            collected.nectar.command("query", collected.file, *form),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            timeout=60,
        )
    said = run.stderr.decode().splitlines()
    assert run.returncode == 1, said
    assert said[0] == "nectar: The output can't be written: No space left on device."
    assert len(said) == 2


def test_what_was_collected_and_not_read_yet_is_no_nothing(tmp_path: Path, nectar: Nectar) -> None:
    with Web(
        {"/read/news": article("Copper Heron cast", "Copper Heron, the anime, has a cast at last. It was announced on Monday.")}
    ) as web:
        web.routes["/feed"] = rss([("Copper Heron", web.url("/read/news"))])
        file = series_file(tmp_path / "s.toml", [{"name": "Gazette", "kind": "feed", "url": web.url("/feed")}])
        collected = nectar.run("crawl", file, "--allow-private", "--delay", "0")
    told = f"1 page not read yet: nectar score {file} judges what was collected.\n"
    assert collected.code == 0
    assert collected.err.endswith(told)
    for asked in ([], ["heron"], ["--claims"]):
        run = nectar.here("query", file, *asked)
        assert (run.out, run.err) == ("", told)
    assert nectar.run("score", file).code == 0
    assert "not read yet" not in nectar.here("query", file, "--claims", "--about", "rating").err
