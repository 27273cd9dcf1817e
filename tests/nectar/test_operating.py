"""Care of the database as a user meets it: backup, vacuum, export, doctor."""

import csv
import ctypes
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from nectar.cli.home import Home
from nectar.examination import Facts, Line, lines
from nectar.formats import write_csv, write_jsonl
from pipeline.store import SourceRun, Store, upkeep
from pipeline.store.condition import examine
from tests.webserver import Nectar, environment, plain_failure

CORES = ("page", "sighting", "article", "assessment", "opinion", "sentence", "remark", "skip", "run", "source_run")


@pytest.fixture
def home(collected: Any, tmp_path: Path) -> Nectar:
    """A copy of the small home, to do with as one likes."""
    copied = Nectar(tmp_path / "home")
    shutil.copytree(collected.nectar.home, copied.home)
    return copied


def rows(file: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as db:
        return db.execute(query).fetchall()


def texts(file: Path) -> list[str]:
    return [s for (s,) in rows(file, "SELECT text FROM sentence") if len(s) > 20]


def nothing_else(folder: Path) -> bool:
    """No unfinished file was left."""
    return not [p for p in folder.rglob("*") if ".part" in p.name]


# Backup


def test_a_backup_is_whole_dated_and_old_ones_go(home: Nectar) -> None:
    folder = home.home / "backups"
    folder.mkdir()
    for name in ("nectar-20200101-000000.db", "nectar-20210101-000000.db", "notes.db", "nectar-mine.db"):
        (folder / name).write_bytes(b"")
    run = home.here("backup", "--keep", "2")
    assert run.code == 0, run.err
    kept = sorted(p.name for p in folder.iterdir())
    assert kept[0] == "nectar-20210101-000000.db"
    assert re.fullmatch(r"nectar-\d{8}-\d{6}\.db", kept[1])
    assert kept[2:] == ["nectar-mine.db", "notes.db"]
    for table in CORES:
        assert rows(folder / kept[1], f"SELECT * FROM {table}") == home.rows(f"SELECT * FROM {table}")
    assert rows(folder / kept[1], "PRAGMA integrity_check") == [("ok",)]


def test_a_backup_is_one_moment_while_others_write(home: Nectar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "_STEP", 1)
    file, stop = home.home / "nectar.db", threading.Event()
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE pair (x)")
        db.executemany("INSERT INTO pair VALUES (zeroblob(2000))", [()] * 200)
        db.commit()
    written = 0

    def write() -> None:
        nonlocal written
        with closing(sqlite3.connect(file, timeout=10)) as db:
            while not stop.is_set():
                db.executemany("INSERT INTO pair VALUES (zeroblob(2000))", [(), ()])
                db.commit()
                written += 1

    writer = threading.Thread(target=write)
    steps: list[int] = []

    def watch(done: int, _of: int) -> None:
        if not steps:
            writer.start()
        before = written
        while len(steps) < 3 and written < before + 2 and writer.is_alive():
            pass  # so that something is written between two steps, on the slowest machine too
        steps.append(done)

    try:
        upkeep.backup(file, home.home / "copy.db", watch)
    finally:
        stop.set()
        writer.join()
    assert written > 3
    assert steps == sorted(steps), "it never had to begin anew"
    assert rows(home.home / "copy.db", "SELECT count(*) FROM pair") == [(200,)], "what was there when it began"


def test_a_backup_never_overwrites_and_never_replaces_the_database(home: Nectar) -> None:
    before = (home.home / "nectar.db").read_bytes()
    plain_failure(home.here("backup", home.home / "nectar.db", "--force"), 2, "is there already")
    assert (home.home / "nectar.db").read_bytes() == before
    (home.home / "copy.db").write_text("mine")
    plain_failure(home.here("backup", home.home / "copy.db"), 2, "is there already", "--force")
    assert (home.home / "copy.db").read_text() == "mine"
    assert home.here("backup", home.home / "copy.db", "--force").code == 0
    assert rows(home.home / "copy.db", "SELECT count(*) FROM assessment") == [(3,)]
    assert home.here("backup", home.home / "copy.db", "--keep", "1", "--force").code == 2


def damage(file: Path) -> None:
    """Overwrite the end of the file, after making sure that it is rows that lie there."""
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE late (x)")
        db.executemany("INSERT INTO late VALUES (hex(randomblob(500)))", [()] * 2000)
        db.commit()
        db.execute("PRAGMA journal_mode = DELETE")
    data = bytearray(file.read_bytes())
    for start in range(len(data) - 200 * 4096, len(data) - 4096, 4096):
        data[start : start + 600] = b"\xde\xad" * 300
    file.write_bytes(data)


def test_a_damaged_database_gives_no_backup_and_is_found_out(home: Nectar) -> None:
    damage(home.home / "nectar.db")
    run = home.here("backup")
    plain_failure(run, 1, "Tip: ")
    assert not list((home.home / "backups").glob("*.db"))
    assert nothing_else(home.home)
    assert {line["name"]: line["state"] for line in doctor(home)[1]}["integrity"] == "problem"


def test_what_is_not_there_is_not_made(nectar: Nectar, tmp_path: Path) -> None:
    for command in (["backup"], ["vacuum"], ["export", "--to", "x.db"], ["serve"]):
        plain_failure(nectar.here(*command), 1, "no database", "Tip: ")
    assert not nectar.home.exists()
    assert not (tmp_path / "x.db").exists()


def test_the_tip_for_a_server_is_its_own_program_without_the_password(nectar: Nectar) -> None:
    run = nectar.here("--db", "postgresql+psycopg://me:se%3Acret@db.example/nectar", "backup")
    plain_failure(run, 1, "pg_dump", "postgresql://me@db.example/nectar")
    assert "cret" not in run.err


# Vacuum


def test_vacuum_gives_room_back_and_keeps_what_was_concluded(home: Nectar, collected: Any) -> None:
    home.rows("SELECT 1")
    with closing(sqlite3.connect(home.home / "nectar.db")) as db:
        db.execute("CREATE TABLE waste AS SELECT zeroblob(3000000) AS x")
        db.execute("DROP TABLE waste")
        db.commit()
    before = home.here("query", collected.file, "--json").out
    run = home.here("vacuum")
    assert run.code == 0, run.err
    assert re.search(r"Freed 3\.\d MB", run.out)
    run = home.here("vacuum", "--keep-pages", "relevant")
    assert "Removed the raw bodies of 0 pages" in run.out
    run = home.here("vacuum", "--keep-pages", "none")
    assert "Removed the raw bodies of 3 pages" in run.out
    assert home.here("query", collected.file, "--json").out == before
    scored = home.here("score", collected.file, "--engine", "critic-cc")
    assert scored.code == 0, scored.err
    assert "Read 0 pages" in scored.out
    assert "3 pages stay as an older recipe read them" in scored.err
    assert home.here("query", collected.file, "--json").out == before
    assert home.intact()


def test_vacuum_waits_for_nobody(home: Nectar) -> None:
    with Home.of(home.home, None).locked():
        plain_failure(home.here("vacuum", "--keep-pages", "none"), 75, "Another run")


# Export


def test_a_snapshot_is_the_whole_database(home: Nectar, tmp_path: Path) -> None:
    run = home.here("export", "--to", tmp_path / "out.db")
    assert run.code == 0, run.err
    for table in CORES:
        assert rows(tmp_path / "out.db", f"SELECT * FROM {table}") == home.rows(f"SELECT * FROM {table}")
    plain_failure(home.here("export", "--to", tmp_path / "out.db"), 2, "is there already", "--force")
    plain_failure(home.here("export", "--to", home.home / "nectar.db", "--force"), 2, "the database itself")
    assert home.here("export", "--to", tmp_path / "out.db", "--force", "--no-text").code == 0
    assert home.here("export", "--to", tmp_path / "out").code == 2


def test_without_text_no_sentence_is_left_in_any_byte(home: Nectar, tmp_path: Path) -> None:
    said = texts(home.home / "nectar.db")
    assert len(said) > 10
    with closing(sqlite3.connect(home.home / "nectar.db")) as db:
        db.execute(
            "INSERT INTO revision VALUES (1, 1, '2026-01-01', '[\"text\"]', '{}', '{}', ?)", ("-" + said[0] + "\n+" + said[1],)
        )
        db.execute("UPDATE assessment SET verdict = ?, likened_to = ?", (said[2], json.dumps([["Tin Goose", said[3]]])))
        db.commit()
    for form in ("out.db", "out.csv", "out.jsonl"):
        to = tmp_path / form if form == "out.db" else tmp_path / form[4:]
        run = home.here("export", "--to", to, "--format", {"db": "sqlite"}.get(form[4:], form[4:]), "--no-text")
        assert run.code == 0, run.err
        whole = b"".join(p.read_bytes() for p in ([to] if to.is_file() else sorted(to.iterdir())))
        assert [s for s in said if s.encode() in whole] == []
        assert [w for s in said for w in re.findall(r"\w+ \w+ \w+ \w+ \w+ \w+", s) if w.encode() in whole] == []
        assert b"Copper Heron season review" in whole, "titles stay"
    out = tmp_path / "out.db"
    assert {zlib.decompress(body) for (body,) in rows(out, "SELECT body FROM page")} == {b""}
    assert rows(out, "SELECT polarity FROM sentence") == home.rows("SELECT polarity FROM sentence")
    for same in ("SELECT assessment_id, facet, name, polarity FROM remark", "SELECT stance, score, phrases FROM assessment"):
        assert rows(out, same) == home.rows(same)
    assert rows(out, "SELECT DISTINCT verdict, likened_to FROM assessment") == [(None, '[["Tin Goose", ""]]')]
    with Store(out) as store:
        assert store.pending_ids("copper-heron", "another") == [], "what has no body is not read"


def test_without_authors_no_name_is_left_in_any_byte(home: Nectar, tmp_path: Path) -> None:
    assert home.here("forget", "--author", "Jon Doe").code == 0
    for to in (tmp_path / "out.db", tmp_path / "csv"):
        form = [] if to.suffix else ["--format", "csv"]
        assert home.here("export", "--to", to, "--no-authors", *form).code == 0
        whole = b"".join(p.read_bytes() for p in ([to] if to.is_file() else sorted(to.iterdir()))).lower()
        assert [n for n in (b"ann ouse", b"bob weir", b"@grump", b"jon doe") if n in whole] == []
        assert b"the animation is beautiful" in whole
    assert rows(tmp_path / "out.db", "SELECT count(*) FROM article") == [(3,)]


def test_a_new_column_of_text_is_emptied_until_somebody_lists_it() -> None:
    from sqlalchemy import Column, Integer, MetaData, Table, Text

    from pipeline.store.redaction import Without

    new = Table("claim", MetaData(), Column("id", Integer, primary_key=True), Column("quote", Text, nullable=False))
    assert {name: change("Words.") for name, change in Without(text=True).changes(new).items()} == {"quote": ""}


def test_csv_is_a_folder_or_one_table(home: Nectar, tmp_path: Path) -> None:
    assert home.here("export", "--to", tmp_path / "all", "--format", "csv").code == 0
    with (tmp_path / "all" / "assessment.csv").open(newline="") as file:
        found = list(csv.DictReader(file))
    assert {float(r["stance"]) for r in found if r["stance"]} >= {-0.6}
    with (tmp_path / "all" / "article.csv").open(newline="") as file:
        assert {r["author"] for r in csv.DictReader(file)} == {"'@grump", "Ann Ouse", "Bob Weir"}
    assert "body" not in (tmp_path / "all" / "page.csv").read_text().splitlines()[0]
    plain_failure(home.here("export", "--to", tmp_path / "all", "--format", "csv"), 2, "is there already")
    assert home.here("export", "--to", tmp_path / "all", "--format", "csv", "--force").code == 0
    assert home.here("export", "--to", tmp_path / "one.csv", "--table", "run").code == 0
    assert len((tmp_path / "one.csv").read_text().splitlines()) == 2
    plain_failure(home.here("export", "--to", tmp_path / "two.csv", "--table", "poems"), 2, "poems", "article")
    for form in ("two.csv", "two.jsonl", "two.parquet"):
        refused = home.here("export", "--to", tmp_path / form)
        assert (refused.code, refused.out) == (2, "")
        assert f"--to {tmp_path / 'two'} --format {form[4:]}" in refused.err
        assert not (tmp_path / form).exists(), "no folder bears the name of a file"
    assert nothing_else(tmp_path)


def test_a_cell_is_no_formula_and_a_number_is_a_number(tmp_path: Path) -> None:
    columns = [("x", "text"), ("n", "number"), ("t", "time"), ("j", "json"), ("b", "bytes")]
    hostile = ["=1+1", "@cmd", "+1", "-1", "\t=1", "\r=1", "plain", "\ud800", 'a"b,c\nd']
    given = [(word, -0.28, datetime(2026, 1, 2, 3, tzinfo=UTC), {"k": word}, b"\x00") for word in hostile]
    write_csv(tmp_path / "x.csv", columns, [*given, (None, float("nan"), None, None, None)])
    with (tmp_path / "x.csv").open(newline="", encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    assert [r["x"] for r in found[:6]] == ["'" + word for word in hostile[:6]]
    assert [found[6]["x"], found[8]["x"]] == ["plain", 'a"b,c\nd']
    assert {r["n"] for r in found} == {"-0.28", ""}
    assert found[0]["t"] == "2026-01-02T03:00:00+00:00"
    assert "b" not in found[0]
    write_jsonl(tmp_path / "x.jsonl", columns, given[:7])
    assert json.loads((tmp_path / "x.jsonl").read_text().splitlines()[0])["j"] == {"k": "=1+1"}


def test_lines_of_json_nest(home: Nectar, tmp_path: Path) -> None:
    assert home.here("export", "--to", tmp_path / "x.jsonl", "--table", "assessment").code == 0
    found = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text().splitlines()]
    assert len(found) == 3
    assert isinstance(found[0]["phrases"], list)
    assert datetime.fromisoformat(found[0]["first_seen"]).tzinfo is not None


def test_parquet_is_typed(home: Nectar, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra parquet")
    assert home.here("export", "--to", tmp_path / "x", "--format", "parquet").code == 0
    table = pq.read_table(tmp_path / "x" / "assessment.parquet")
    assert (str(table.schema.field("first_seen").type), str(table.schema.field("stance").type)) == (
        "timestamp[us, tz=UTC]",
        "double",
    )
    assert -0.6 in table.column("stance").to_pylist()
    assert [len(pq.read_table(p)) for p in sorted((tmp_path / "x").glob("sentence*"))] == [
        len(home.rows("SELECT 1 FROM sentence"))
    ]


def test_the_sources_as_opml(collected: Any, home: Nectar, tmp_path: Path) -> None:
    run = home.here("export", collected.file, "--to", tmp_path / "x.opml")
    assert run.code == 0, run.err
    assert "1 source, of which feed readers take 1." in run.out
    [outline] = ElementTree.parse(tmp_path / "x.opml").getroot().iter("outline")
    assert outline.attrib == {"text": "Gazette", "title": "Gazette", "type": "rss", "xmlUrl": collected.web.url("/feed")}
    assert home.here("export", "--to", tmp_path / "y.opml").code == 2
    assert home.here("export", collected.file, "--to", tmp_path / "y.db").code == 2


# Doctor


def doctor(nectar: Nectar, *arguments: object) -> tuple[int, list[dict[str, Any]]]:
    run = nectar.here("doctor", "--json", *arguments)
    assert run.err == ""
    said = json.loads(run.out)
    assert said["well"] == (run.code == 0)
    assert {line["state"] for line in said["checks"]} <= {"ok", "note", "problem"}
    assert [line for line in said["checks"] if line["state"] == "problem" and not (line["tip"] and line["said"])] == []
    return run.code, said["checks"]


def states(found: list[dict[str, Any]], *names: str) -> dict[str, str]:
    return {line["name"]: line["state"] for line in found if line["name"] in names or not names}


def test_all_is_well(home: Nectar, collected: Any) -> None:
    code, found = doctor(home, "--deep")
    assert code == 0, found
    assert states(
        found, "database", "integrity", "disk", "clock", "lock", "series copper-heron", "sources of copper-heron"
    ) == dict.fromkeys(("database", "integrity", "disk", "clock", "lock", "series copper-heron", "sources of copper-heron"), "ok")
    [size] = [line for line in found if line["name"] == "size"]
    assert size["details"]["tables"]["assessment"]["rows"] == 3
    assert size["details"]["tables"]["article"]["bytes"] > 0
    shown = home.here("doctor")
    assert shown.code == 0
    assert "all are read" in shown.out
    code, found = doctor(home, collected.file)
    assert code == 1, "no contact"
    assert states(found, "contact") == {"contact": "problem"}
    assert doctor(home, collected.file, "--engine", "critic-cc")[1][-1]["details"] == {
        "waiting": 0,
        "outdated": 3,
        "unreadable": 0,
    }


def test_after_scoring_the_database_has_counted_what_it_holds(collected: Any) -> None:
    with closing(sqlite3.connect(collected.nectar.home / "nectar.db")) as db:
        assert ("article",) in db.execute("SELECT DISTINCT tbl FROM sqlite_stat1").fetchall()


@pytest.mark.parametrize(("kept", "state"), [(True, "ok"), (False, "note")])
def test_whether_python_keeps_what_it_compiles_is_said(nectar: Nectar, tmp_path: Path, kept: bool, state: str) -> None:
    """Many images set this."""
    set_so = {"PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"), "PYTHONDONTWRITEBYTECODE": "" if kept else "1"}
    code = "import sys; from nectar.cli import main; main(['--home', sys.argv[1], 'doctor', '--json'])"
    command = [sys.executable, "-c", code, str(nectar.home)]
    run = subprocess.run(command, capture_output=True, text=True, env=environment() | set_so, timeout=120)
    assert states(json.loads(run.stdout)["checks"], "compiled modules") == {"compiled modules": state}


def test_an_empty_home_is_no_problem_and_stays_empty(nectar: Nectar) -> None:
    code, found = doctor(nectar)
    assert code == 0, found
    assert states(found, "home", "database") == {"home": "note", "database": "note"}
    assert not nectar.home.exists()


def _garbage(file: Path) -> None:
    file.write_bytes(b"a shopping list\n" * 500)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _another(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE page (x)")
        db.commit()


def _newer(file: Path) -> None:
    with Store(file):
        pass
    with closing(sqlite3.connect(file)) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
        db.commit()


def _cut(file: Path) -> None:
    with Store(file):
        pass
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    file.write_bytes(file.read_bytes()[: 4096 * 9 + 100])


def _folder(file: Path) -> None:
    file.mkdir()


@pytest.mark.parametrize(("make", "state"), [(_garbage, 1), (_empty, 0), (_another, 0), (_newer, 1), (_cut, 1), (_folder, 1)])
def test_whatever_lies_there_is_looked_at_and_left_as_it_was(nectar: Nectar, make: Callable[[Path], None], state: int) -> None:
    nectar.home.mkdir()
    file = nectar.home / "nectar.db"
    make(file)
    before = file.read_bytes() if file.is_file() else b""
    code, found = doctor(nectar)
    assert code == state, found
    assert "could not be looked at" not in json.dumps(found)
    assert (file.read_bytes() if file.is_file() else b"") == before


@pytest.mark.parametrize("url", ["nonsense", "postgresql://nobody@127.0.0.1:1/x", "oracle://x/y", "sqlite://"])
def test_a_database_that_can_not_be_had_is_a_problem(nectar: Nectar, url: str) -> None:
    run = nectar.here("--db", url, "doctor", "--json")
    assert "Traceback" not in run.err
    assert {line["name"]: line["state"] for line in json.loads(run.out)["checks"]}["database"] in {"problem", "note"}


def _without_override() -> None:
    """Rights count for root too: gives up CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (prctl 24: PR_CAPBSET_DROP)."""
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


@pytest.fixture
def untouchable(home: Nectar) -> Iterator[Nectar]:
    """A home that may be read only."""
    everything = [home.home, *home.home.rglob("*")]
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield home
    for path in everything:
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_without_the_right_to_write_everything_is_still_told(untouchable: Nectar) -> None:
    run = untouchable.run("doctor", "--json", preexec_fn=_without_override)
    found = json.loads(run.out)["checks"]
    assert run.code == 1
    assert states(found, "home", "database", "integrity", "series copper-heron") == {
        "home": "problem",
        "database": "ok",
        "integrity": "ok",
        "series copper-heron": "ok",
    }


@pytest.mark.parametrize("command", [["backup", "TO"], ["export", "--to", "TO"], ["export", "--to", "TO", "--no-text"]])
def test_a_place_that_may_not_be_written_is_named_and_not_the_database(home: Nectar, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "closed").mkdir(mode=0o555)
    to = tmp_path / "closed" / "copy.db"
    run = home.run(*(to if word == "TO" else word for word in command), preexec_fn=_without_override)
    plain_failure(run, 1, f"{to} can't be written: Permission denied.", "Tip: ")
    assert "nectar.db" not in run.err


def test_who_holds_the_lock_is_said_and_no_run_is_turned_away(home: Nectar) -> None:
    def lock() -> str:
        return next(str(line["said"]) for line in doctor(home)[1] if line["name"] == "lock")

    with Home.of(home.home, None).locked():
        assert re.fullmatch(r"held by nectar .*since \d{4}-.* UTC, process \d+", lock())
    assert lock() == "free"
    (home.home / "nectar.lock.holder").write_text("1\nnectar weekly since long ago\n")  # killed, and its number is another's
    assert lock() == "free"
    (home.home / "nectar.lock.holder").write_bytes(b"\xff\x00nonsense")
    assert lock() == "free"


def looked(file: Path, now: datetime) -> dict[str, Line]:
    return {line.name: line for line in lines(Facts(file.parent, examine(file), "", (), "", "critic", now))}


def test_a_clock_that_went_back_is_found_out(home: Nectar) -> None:
    file = home.home / "nectar.db"
    now = datetime.now(UTC)
    assert looked(file, now)["clock"].state == "ok"
    assert "lost the time" in looked(file, datetime(1970, 1, 1, 0, 5, tzinfo=UTC))["clock"].said
    assert "but a run wrote at" in looked(file, now - timedelta(days=2))["clock"].said


def test_sources_that_ail_and_runs_that_were_killed_are_said(home: Nectar) -> None:
    file, now = home.home / "nectar.db", datetime.now(UTC)
    with Store(file) as store:
        for n in range(3):
            run = store.start_run("copper-heron", now + timedelta(minutes=n))
            ended = [SourceRun("Gazette", "feed", 1), SourceRun("Courier", "feed", trouble="http error: 410")]
            store.finish_run(run, "partial", ended, now + timedelta(minutes=n))
        store.start_run("copper-heron", now + timedelta(minutes=4))
    found = looked(file, now)
    assert found["source Courier"].state == "problem"
    assert "failed 3 times" in found["source Courier"].said
    assert "410" in found["source Courier"].said
    assert (found["series copper-heron"].state, "killed" in found["series copper-heron"].said) == ("note", True)
