"""The command line as a user meets it: a process, its two streams and its exit code."""

import csv
import io
import json
import resource
import shutil
import sqlite3
import subprocess
import sys
from ast import literal_eval
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests import warm
from tests.webserver import Nectar, Web, article, environment, plain_failure, rss, series_file

COMMANDS = (
    "demo follow outlets check sources crawl score report compare weekly query explain forget "
    "compare-engines train serve export doctor backup vacuum schedule"
).split()
HEAVY = ("scrapy", "trafilatura", "textblob", "sqlalchemy")
_HELP = f"""
import io, json, sys
from contextlib import redirect_stdout
from nectar.cli import run
for command in json.loads(sys.argv[1]):
    with redirect_stdout(io.StringIO()) as said:
        code = run([*command, "--help"])
    print(json.dumps([code, said.getvalue(), [m for m in {HEAVY} if m in sys.modules]]))
"""


@pytest.fixture(scope="module")
def helps() -> Mapping[str, tuple[int, str, list[str]]]:
    """Command to its exit code, its help, and what heavy libraries were there when it had been said; all in one process."""
    asked = [[name] if name else [] for name in ("", *COMMANDS)]
    said = subprocess.run(
        [sys.executable, "-c", _HELP, json.dumps(asked)], capture_output=True, text=True, env=environment(), timeout=60
    )
    assert (said.returncode, said.stderr) == (0, "")
    return dict(zip(("", *COMMANDS), map(json.loads, said.stdout.splitlines()), strict=True))


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_loads_nothing_heavy(command: str, helps: Mapping[str, tuple[int, str, list[str]]]) -> None:
    code, said, heavy = helps[command]
    assert said.startswith(f"Usage: nectar {command}".rstrip())
    assert (code, heavy) == (0, [])


def test_a_command_imports_no_other() -> None:
    code = "import sys; from nectar.cli import run; run(['doctor', '--help']); print([m for m in sys.modules if m.startswith('nectar.cli.')])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), timeout=60).stdout
    assert not {f"nectar.cli.{name}" for name in ("crawl", "query", "report")} & set(literal_eval(said.splitlines()[-1]))


def test_help_names_every_command_and_is_quick(nectar: Nectar) -> None:
    spent = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = nectar.run("--help", anew=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        assert run.code == 0
        assert all(f"  {name} " in run.out for name in COMMANDS)
    assert min(spent) < 0.5
    assert not nectar.home.exists()


@pytest.mark.skipif(not warm.POSSIBLE, reason="no forks here: every process is a fresh one")
@pytest.mark.parametrize("arguments", [["crawl", "FILE", "--week", "now"], ["query", "FILE", "--json"]], ids=" ".join)
def test_a_fork_says_what_a_fresh_process_says(collected: Any, arguments: list[str]) -> None:
    """Most tests run the program as `warm` does."""
    given = [collected.file if a == "FILE" else a for a in arguments]
    fork = collected.nectar.run(*given)
    assert fork == collected.nectar.run(*given, anew=True)
    assert fork.out + fork.err


def test_a_command_that_is_none_is_a_mistake_of_the_user(nectar: Nectar) -> None:
    run = nectar.run("craw")
    assert (run.code, run.out) == (2, "")
    assert "crawl" in run.err
    assert "Traceback" not in run.err


# Series files

BROKEN = """
titel = "Copper Heron"
medium = 7
aliases = ["x"]
[[episodes]]
number = "one"
[[sources]]
name = "Gazette"
kind = "fed"
url = "gazette.example"
[[sources]]
name = "Gazette"
kind = "feed"
url = "https://gazette.example/feed"
everythin = true
pages = 0
"""


def test_a_broken_series_file_is_answered_with_all_its_mistakes(tmp_path: Path, nectar: Nectar) -> None:
    file = tmp_path / "s.toml"
    file.write_text(BROKEN)
    run = nectar.run("check", file)
    plain_failure(run, 2, "mistakes", "did you mean 'title'", "title is missing", "medium", "too short", "episode 1", "'fed'")
    plain_failure(run, 2, "did you mean 'feed'", "http://", "same name", "did you mean 'everything'", "pages", "Tip: ")
    assert run.out == ""
    for command in ("crawl", "report"):
        assert nectar.here(command, file).code == 2
    assert nectar.here("query", file).err == run.err, "no mistake is left for another command"
    assert not (nectar.home / "nectar.db").exists()


@pytest.mark.parametrize(
    "url", ["http://[half", "https://", "ftp://gazette.example/", "http://gazette.example:port/", "javascript:alert(1)", ""]
)
def test_an_address_that_is_none_is_a_mistake(tmp_path: Path, nectar: Nectar, url: str) -> None:
    file = series_file(tmp_path / "s.toml", [{"name": "Gazette", "kind": "feed", "url": url}])
    plain_failure(nectar.here("check", file), 2, "source 1 (Gazette)", "url")


@pytest.mark.parametrize("content", [b"title = ", b"\xff\xfe\x00", b'title = "a"\ntitle = "b"', b"", b"\x00"])
def test_a_file_that_is_no_series_file_is_said_in_a_sentence(tmp_path: Path, nectar: Nectar, content: bytes) -> None:
    file = tmp_path / "s.toml"
    file.write_bytes(content)
    plain_failure(nectar.here("check", file), 2, "s.toml", "Tip: ")


def test_a_missing_file_and_a_folder_are_said_in_a_sentence(tmp_path: Path, nectar: Nectar) -> None:
    for command in ("check", "query"):
        plain_failure(nectar.here(command, tmp_path / "none.toml"), 2, "none.toml", "nectar follow")
    plain_failure(nectar.here("check", tmp_path), 2, str(tmp_path))


@pytest.mark.parametrize("title", ["[heron] of copper", "heron [/] copper", "[/heron]", "heron :bird: copper", "back\\\\slash"])
def test_check_shows_a_title_as_it_is(tmp_path: Path, nectar: Nectar, title: str) -> None:
    file = tmp_path / "s.toml"
    file.write_text(f'title = "{title}"\n')
    run = nectar.here("check", file, "--offline")
    assert run.code == 0, run.err
    assert run.out.startswith(title.replace("\\\\", "\\") + " (anime)")


@pytest.mark.parametrize(
    "title", ["Copper Heron", 'The "Heron" \\ Returns', "銅の鷺", "!!!", "Two\nlines", "heron\ttab", "'''", "[heron]"]
)
def test_follow_writes_a_file_that_check_accepts_and_never_overwrites(tmp_path: Path, nectar: Nectar, title: str) -> None:
    run = nectar.here("follow", title, "--offline")
    assert run.code == 0, run.err
    (file,) = tmp_path.glob("*.toml")
    assert file.name in run.out
    checked = nectar.here("check", file, "--offline")
    assert checked.code == 0, checked.err
    assert " ".join(title.split()) in " ".join(checked.out.split())
    before = file.read_bytes()
    plain_failure(nectar.here("follow", title, "--offline"), 2, file.name, "--output")
    assert file.read_bytes() == before


def test_follow_needs_a_title_and_a_place(tmp_path: Path, nectar: Nectar) -> None:
    plain_failure(nectar.here("follow", "  ", "--offline"), 2, "title")
    plain_failure(nectar.here("follow", "Heron", "--offline", "-o", tmp_path / "no" / "folder.toml"), 2, "folder.toml")


def test_check_asks_each_source_explains_one_article_and_stores_nothing(tmp_path: Path, nectar: Nectar) -> None:
    with Web() as web:
        entries = [("Copper Heron review", "/read/a"), ("Copper Heron, two", "/read/b"), ("Kingfisher news", "/read/c")]
        web.routes = {
            "/feed": rss((title, web.url(path)) for title, path in entries),
            "/read/a": article("Copper Heron review"),
            "/read/b": article("Copper Heron, two"),
        }
        sources = [
            {"name": "Gazette", "kind": "feed", "url": web.url("/feed")},
            {"name": "Courier", "kind": "feed", "url": web.url("/gone")},
        ]
        file = series_file(tmp_path / "s.toml", sources)
        run = nectar.run("check", file, "--allow-private", "--delay", "0", "--engine", "textblob")
        assert web.paths().count("/feed") == 1
        assert len([path for path in web.paths() if path.startswith("/read/")]) == 1
    assert run.code == 3
    assert "Gazette: 1 more would be fetched." in run.out
    assert "off topic" in run.out
    assert "/read/c" in run.out
    assert "Kind: review." in run.out
    assert "textblob" in run.out
    assert "Courier failed" in run.err
    assert "404" in run.err
    assert not (nectar.home / "nectar.db").exists()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_an_address_of_ones_own_is_refused_with_what_opens_it(tmp_path: Path, nectar: Nectar, host: str) -> None:
    with Web({"/feed": rss([])}) as web:
        url = web.url("/feed").replace("127.0.0.1", host)
        file = series_file(tmp_path / "s.toml", [{"name": "Mine", "kind": "feed", "url": url}])
        run = nectar.run("check", file, "--delay", "0", "--contact", "mailto:tester@example.org")
        assert web.requests == []
    assert run.code == 3
    assert f"Mine failed: {url}: address refused" in run.err
    assert "Tip: Where this address is your own, give --allow-private." in run.err


# Before anything was collected


def test_before_a_crawl_there_is_nothing_to_ask_and_a_tip(tmp_path: Path, nectar: Nectar) -> None:
    file = series_file(tmp_path / "s.toml", [])
    for command in ("report", "query", "score"):
        plain_failure(nectar.here(command, file), 1, "Copper Heron", "Tip: ", "nectar weekly")


@pytest.mark.parametrize("name", ["two words", "[b] bold", "100%", "who?", "a#b", "鷺"])
def test_a_home_may_have_any_name(tmp_path: Path, name: str) -> None:
    nectar = Nectar(tmp_path / name)
    run = nectar.here("query", series_file(tmp_path / "s.toml", []))
    plain_failure(run, 1, name, "Tip: ")
    assert nectar.here("forget", "--author", "Ann Ouse").code == 0
    assert (nectar.home / "nectar.db").is_file()
    plain_failure(nectar.here("query", tmp_path / "s.toml"), 1, str(nectar.home / "nectar.db"), "Tip: ")


def test_a_question_makes_nothing(tmp_path: Path, nectar: Nectar) -> None:
    file = series_file(tmp_path / "s.toml", [{"name": "G", "kind": "feed", "url": "http://g.example/feed"}])
    elsewhere = tmp_path / "nowhere" / "x.db"
    for given in ([], ["--db", f"sqlite:///{elsewhere}"]):
        place = str(elsewhere if given else nectar.home / "nectar.db")
        for command in (["query", file], ["score", file], ["compare-engines", file, "critic", "textblob"]):
            plain_failure(nectar.here(*given, *command), 1, place, "Tip: ")
        assert "never asked" in nectar.here(*given, "sources", file).out
        assert nectar.here(*given, "forget", "--list").out.split() == ["what", "value"]
        assert nectar.here(*given, "forget", "--site", "a.example", "--list").err.startswith("0 pages")
    assert not elsewhere.parent.exists()
    assert not nectar.home.exists()
    (tmp_path / "afile").write_text("in the way")
    for command in (["query", file], ["demo"], ["sources", file], ["backup"], ["forget", "--list"]):
        plain_failure(Nectar(tmp_path / "afile").here(*command), 2, "afile", "--home")


@pytest.mark.parametrize("week", ["2024-W60", "2024-W00", "2025-W53", "last", "2024-06-10", "0000-W01"])
def test_a_week_that_does_not_exist_is_refused(tmp_path: Path, nectar: Nectar, week: str) -> None:
    plain_failure(nectar.here("report", series_file(tmp_path / "s.toml", []), "--week", week), 2, week, "Tip: ")


@pytest.mark.parametrize("week", ["9999-W52", "0001-W01"])
def test_a_week_at_the_end_of_time_is_no_crash(collected: Any, tmp_path: Path, week: str) -> None:
    home = Nectar(tmp_path / "home")
    shutil.copytree(collected.nectar.home, home.home)
    run = home.here("report", collected.file, "--week", week)
    assert run.code in {0, 2}, run.err
    assert "Traceback" not in run.err


# Asking


def _records(collected: Any, *arguments: object) -> list[dict[str, Any]]:
    run = collected.nectar.here("query", collected.file, *arguments, "--json")
    assert run.code == 0, run.err
    return list(json.loads(run.out))


def _paths(records: list[dict[str, Any]]) -> list[str]:
    return [r["url"].rpartition("/")[2] for r in records]


def test_query_lists_articles_newest_first(collected: Any) -> None:
    assert _paths(_records(collected)) == ["review", "first", "news"]
    run = collected.nectar.here("query", collected.file)
    assert run.code == 0
    assert [line[:10] for line in run.out.splitlines()[1:]] == ["2026-04-20", "2026-01-12", "2025-11-03"]
    assert run.err == "3 articles\n"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["wonderful"], ["first"]),
        (["COPPER studio"], ["first", "news"]),
        (["100%"], []),
        (["--source", "Gazette"], ["review", "first", "news"]),
        (["--source", "Nobody"], []),
        (["--kind", "episode_review"], ["first"]),
        (["--kind", "interview"], []),
        (["--aspect", "pacing"], ["review"]),
        (["--aspect", "Animation"], ["review", "first"]),
        (["--since", "2026-01-12"], ["review", "first"]),
        (["--until", "2026-01-12"], ["first", "news"]),
        (["--since", "2026-01-13", "--until", "2026-04-19"], []),
        (["--min-score", "80"], ["first"]),
        (["--min-score", "20"], ["review", "first"]),
        (["--limit", "1"], ["review"]),
        (["--limit", "0"], []),
    ],
)
def test_query_filters(collected: Any, arguments: list[str], found: list[str]) -> None:
    assert _paths(_records(collected, *arguments)) == found


@pytest.mark.parametrize("arguments", [["--kind", "poem"], ["--since", "2026-13-01"], ["--min-score", "101"], ["--limit", "-1"]])
def test_a_filter_that_makes_no_sense_is_refused(collected: Any, arguments: list[str]) -> None:
    run = collected.nectar.here("query", collected.file, *arguments)
    assert (run.code, run.out) == (2, "")
    assert arguments[0] in run.err


def test_query_without_a_hit_says_so_and_stays_machine_readable(collected: Any) -> None:
    run = collected.nectar.here("query", collected.file, "zebra")
    assert (run.code, run.out) == (0, "")
    assert "Nothing" in run.err
    assert _records(collected, "zebra") == []
    assert len(collected.nectar.here("query", collected.file, "zebra", "--csv").out.splitlines()) == 1


def test_csv_has_no_formulas_and_its_numbers_are_numbers(collected: Any) -> None:
    run = collected.nectar.here("query", collected.file, "--csv")
    assert run.code == 0
    rows = list(csv.DictReader(io.StringIO(run.out)))
    assert len(rows) == 3
    review = rows[0]
    assert review["title"] == "'=1+1 Copper Heron season review"
    assert review["author"] == "'@grump"
    assert float(review["stance"]) == -0.6
    assert float(review["score"]) == 20
    assert json.loads(review["aspects"])["pacing"] < 0
    for row in rows:
        assert not [v for k, v in row.items() if v[:1] in "=+@" and v and k not in {"stance", "score"}]


def test_skipped_lists_what_was_not_taken(collected: Any) -> None:
    assert {(r["url"].rpartition("/")[2], r["reason"]) for r in _records(collected, "--skipped")} == {
        ("ducks", "off topic"),
        ("copper-heron", "leads to another site"),
    }
    run = collected.nectar.here("query", collected.file, "--skipped")
    assert "off topic" in run.out
    assert "elsewhere.example" in run.out
    lines = collected.nectar.here("query", collected.file, "--skipped", "--csv").out.splitlines()
    assert lines[0] == "url,source,reason,detail"
    assert len(lines) == 3


def test_escape_codes_of_a_stranger_are_inert(collected: Any) -> None:
    (news,) = [r for r in _records(collected, "--until", "2025-12-31") if "Copper Heron" in r["title"]]
    assert "\x1b" in news["title"]
    for arguments in (("query", collected.file), ("explain", collected.file, collected.web.url("/read/news"))):
        run = collected.nectar.here(*arguments)
        assert run.code == 0, run.err
        assert "Red" in run.out
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(run.out + run.err)


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"], ["--skipped"]])
def test_a_reader_that_has_seen_enough_is_no_error(collected: Any, form: list[str]) -> None:
    process = collected.nectar.start("query", collected.file, *form)
    process.stdout.close()
    with process.stderr as stream:
        said = stream.read().decode()
    assert "Traceback" not in said
    assert "Broken pipe" not in said
    assert "BrokenPipe" not in said
    assert process.wait(30) == 0


# Explaining


def test_explain_shows_a_stored_page_without_asking_for_it(collected: Any) -> None:
    before = len(collected.web.requests)
    run = collected.nectar.run("explain", collected.file, collected.web.url("/read/review"))
    assert run.code == 0, run.err
    assert "Taken" in run.out
    assert "2/10 = 20 of 100" in run.out
    assert "The pacing is dreadful and the story is boring." in run.out
    assert len(collected.web.requests) == before


def test_explain_reads_a_saved_page(collected: Any, tmp_path: Path) -> None:
    page = tmp_path / "saved page.html"
    page.write_text(article("Copper Heron, seen again"))
    run = collected.nectar.run("explain", collected.file, page, "--json")
    assert run.code == 0, run.err
    record = json.loads(run.out)
    assert record["relevant"] is True
    assert record["title"] == "Copper Heron, seen again"
    assert [s for s in record["sentences"] if "quiet water" in s["text"]]
    plain_failure(collected.nectar.run("explain", collected.file, tmp_path / "none.html"), 2, "none.html", "Tip: ")


def test_explain_fetches_what_is_not_stored_and_does_not_keep_it(collected: Any) -> None:
    collected.web.routes["/read/later"] = article("Ducks of the delta", "A long text about ducks and reeds. " * 12)
    options = ("--allow-private", "--delay", "0")
    run = collected.nectar.run("explain", collected.file, collected.web.url("/read/later"), *options)
    assert run.code == 0, run.err
    assert "Not taken" in run.out
    assert collected.nectar.rows("SELECT count(*) FROM page WHERE url LIKE '%later'") == [(0,)]
    gone = collected.nectar.run("explain", collected.file, collected.web.url("/read/gone"), *options)
    plain_failure(gone, 2, "/read/gone", "404")
    refused = collected.nectar.run("explain", collected.file, collected.web.url("/read/gone"), "--delay", "0")
    plain_failure(refused, 2, "address")


def test_explain_tells_why_a_crawl_left_an_address_out_that_can_not_be_had(collected: Any) -> None:
    ((reason, detail),) = collected.nectar.rows("SELECT reason, detail FROM skip WHERE url LIKE '%elsewhere.example%'")
    run = collected.nectar.run("explain", collected.file, "http://elsewhere.example/copper-heron", "--delay", "0")
    assert run.code == 0, run.err
    assert "Not taken" in run.out
    assert reason in run.out
    assert " ".join(detail.split()) in " ".join(run.out.split())


def test_explain_wants_one_thing(collected: Any) -> None:
    for arguments in ([], ["x.html", "--jsonl"]):
        run = collected.nectar.run("explain", collected.file, *arguments)
        assert run.code == 2
        assert "PAGE_OR_URL" in run.err


HEADED = "Copper Heron is an anime with a slow first episode. The animation is beautiful. Copper Heron has a good cast."
LINES: list[bytes] = [
    json.dumps({"url": "https://a.example/1", "title": "Copper Heron review", "text": HEADED}).encode(),
    json.dumps({"url": "https://a.example/2", "html": article("Copper Heron, part two")}).encode(),
    b"{broken",
    b"[1, 2]",
    b'"words"',
    b"null",
    b'{"url": "https://a.example/6"}',
    b'{"url": "https://a.example/7", "text": 7}',
    b'{"text": "Copper Heron", "published": "tomorrow"}',
    b"[" * 30_000,
    b'{"text": "' + b"\xff\xfe" + b'"}',
    b'{"url": "http://[half", "html": "<p>Copper Heron</p>"}',
    b'{"url": "http://[half", "text": "Copper Heron"}',
    b'{"title": "\\ud800 Copper Heron", "text": "Copper Heron \\udfff is an anime."}',
    b'{"text": ""}',
    b'{"html": ""}',
    b'{"text": "Copper Heron is a fine anime.", "published": "2026-01-12T10:00:00"}',
    json.dumps(
        {"url": "https://a.example/last", "title": "Copper Heron review", "text": HEADED, "published": "2026-01-12"}
    ).encode(),
]


def test_explain_reads_lines_keeps_their_order_and_survives_broken_ones(collected: Any) -> None:
    run = collected.nectar.run("explain", collected.file, "--jsonl", stdin=b"\n\n".join(LINES) + b"\n")
    assert run.code == 0, run.err
    records = [json.loads(line) for line in run.out.splitlines()]
    assert len(records) == len(LINES)
    assert [r["url"] for r in records[:2]] == ["https://a.example/1", "https://a.example/2"]
    assert records[0]["relevant"]
    assert records[0]["aspects"]["animation"] > 0
    assert records[1]["title"] == "Copper Heron, part two"
    for record in (*records[2:8], records[9]):
        assert record["relevant"] is False
        assert "reading failed" in record["skip_reason"]
    assert (records[7]["url"], records[8]["published"]) == ("https://a.example/7", None), "a bad date costs only the date"
    assert len({frozenset(r) for r in records}) == 1, "every line has the same fields"
    assert records[-1]["url"] == "https://a.example/last"
    assert records[-1]["published"] == "2026-01-12"


def test_many_lines_keep_their_order(collected: Any) -> None:
    lines = [json.dumps({"url": f"https://a.example/{n}", "text": HEADED * (1 + n % 3)}) for n in range(60)]
    run = collected.nectar.run("explain", collected.file, "--jsonl", stdin="\n".join(lines))
    assert run.code == 0, run.err
    assert [json.loads(line)["url"] for line in run.out.splitlines()] == [f"https://a.example/{n}" for n in range(60)]


# A full disk


SMALL_FILES = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))"


def test_a_full_disk_while_drawing_ends_in_one_sentence(collected: Any, tmp_path: Path) -> None:
    home = Nectar(tmp_path / "home", first=SMALL_FILES)
    shutil.copytree(collected.nectar.home, home.home)
    site = home.home / "site"
    before = {p: p.read_bytes() for p in site.rglob("*") if p.is_file()}
    assert before
    with closing(sqlite3.connect(home.home / "nectar.db")) as db:  # keeps SQLite's own files in being: they need not grow
        db.execute("SELECT count(*) FROM page").fetchall()
        run = home.run("report", collected.file, "--week", "2026-W17")
    plain_failure(run, 1, "can't be written", "Tip: ")
    assert len(run.err.splitlines()) == 2
    assert {p: p.read_bytes() for p in site.rglob("*") if p.is_file()} == before
    assert home.intact()
    again = Nectar(home.home).run("report", collected.file, "--week", "2026-W17")
    assert again.code == 0, again.err


def test_a_home_that_can_not_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    nectar = Nectar(tmp_path / "file" / "home")
    with Web() as web:
        file = series_file(tmp_path / "s.toml", [{"name": "G", "kind": "feed", "url": web.url("/feed")}])
        run = subprocess.run(
            nectar.command("crawl", file), capture_output=True, text=True, env=environment(), cwd=tmp_path, timeout=60
        )
        assert run.returncode == 2, run.stderr
        assert "Traceback" not in run.stderr
        assert "--home" in run.stderr
        assert web.requests == []


def test_what_is_no_database_is_said_in_a_sentence(tmp_path: Path, nectar: Nectar) -> None:
    nectar.home.mkdir()
    (nectar.home / "nectar.db").write_bytes(b"this is a shopping list, not a database\n" * 200)
    plain_failure(nectar.run("query", series_file(tmp_path / "s.toml", [])), 1, "is no database", "Tip: ")
    assert (nectar.home / "nectar.db").read_bytes().startswith(b"this is a shopping list")
