"""`nectar report` as a user gives it: one week in one format, to a file or a pipe; what is folded; what is refused, and that nothing is left half-written."""

import email
import io
import json
import os
import pty
import re
import shutil
import subprocess
import zipfile
from email import policy
from pathlib import Path
from typing import Any

import feedparser
import pytest

from nectar.cli.report import this_week
from pipeline.store import Store
from reports import record
from reports.formats import FORMATS
from tests.reports import second
from tests.webserver import Nectar, Web, environment, series_file

WEEK, SLUG = "2026-W17", "copper-heron"
BEGINNINGS = {"html": b"<!DOCTYPE html>", "json": b"{", "md": b"# Copper Heron, 2026-W17", "mail": b"Subject: ", "csv": b"PK"}


def report(collected: Any, *arguments: object) -> Any:
    return collected.nectar.here("report", collected.file, "--week", WEEK, *arguments)


@pytest.mark.parametrize("form", BEGINNINGS)
def test_a_format_goes_to_the_file_that_is_named(collected: Any, form: str, tmp_path: Path) -> None:
    ending = FORMATS[form].ending
    run = report(collected, "--format", form, "-o", tmp_path / "new" / f"a{ending}")
    assert (run.code, run.err) == (0, "")
    assert re.fullmatch(r"Wrote .+ \(\d[\d.,]* (bytes|kB)\)\.\n", run.out.replace("\n", " ").rstrip() + "\n")
    assert report(collected, "-o", tmp_path / f"b{ending}").code == 0, "as the ending says"
    for file in (tmp_path / "new" / f"a{ending}", tmp_path / f"b{ending}"):
        assert file.read_bytes().startswith(BEGINNINGS[form])
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == [f"a{ending}", f"b{ending}"]


def test_a_format_goes_byte_for_byte_into_a_pipe(collected: Any, tmp_path: Path) -> None:
    for form in ("csv", "mail"):
        arguments = collected.nectar.command("report", collected.file, "--week", WEEK, "--format", form)
        piped = subprocess.run(
            [*arguments, "-o", "-"], capture_output=True, env=environment(), cwd=tmp_path, check=True, timeout=60
        )
        assert piped.stdout.startswith(BEGINNINGS[form])
        if form == "csv":
            with zipfile.ZipFile(io.BytesIO(piped.stdout)) as packed:
                assert packed.testzip() is None
                assert b'"=1+1' not in packed.read("scores.csv")
                assert b'"\'=1+1 Copper Heron season review"' in packed.read("scores.csv")
        else:
            assert piped.stdout.count(b"\r\n") == piped.stdout.count(b"\n") > 50


def test_zipped_bytes_are_not_thrown_at_a_terminal(collected: Any) -> None:
    ours, theirs = pty.openpty()
    run = subprocess.run(
        collected.nectar.command("report", collected.file, "--format", "csv"),
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=environment(),
        timeout=60,
    )
    os.close(theirs)
    os.close(ours)
    assert run.returncode == 2
    assert b"no text for a terminal" in run.stderr
    assert b"-o report.zip" in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_where_nothing_fits_it_says_so_once(collected: Any) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            collected.nectar.command("report", collected.file, "--week", WEEK, "--format", "json"),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            timeout=60,
        )
    assert run.returncode == 1
    assert run.stderr.decode().splitlines()[0] == "nectar: The report can't be written: No space left on device."
    assert len(run.stderr.splitlines()) == 2


def test_a_mail_names_its_readers_and_nobody_else(collected: Any, tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    assert report(collected, "-o", file, "--to", "a@reader.example", "--to", "Bo <b@reader.example>").code == 0
    letter = email.message_from_bytes(file.read_bytes(), policy=policy.default)
    assert [a.addr_spec for a in letter["To"].addresses] == ["a@reader.example", "b@reader.example"]
    assert {"From", "Cc", "Bcc", "Reply-To"} & set(letter.keys()) == set()
    assert letter["Subject"].startswith("Copper Heron, 2026-W17: ")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--format", "mail", "--to", "nobody"), 2, ["'nobody' is no mail address", "--to name@host.example"]),
        (("--format", "md", "--to", "a@b.example"), 2, ["--to is for --format mail"]),
        (("-o", "HERE/report.docx"), 2, ["does not say which format", "html, json, md, mail, csv, pdf"]),
        (("--format", "md", "-o", "HERE"), 2, ["is a folder", "HERE/copper-heron-2026-W"]),
        (("--format", "md", "--all"), 2, ["--all"]),
        (("--format", "docx"), 2, ["docx"]),
        (("--format", "json", "--week", "2001-W01"), 2, ["2001-W01 or before", "The first week"]),
        (("--format", "json", "--week", "2099-W01"), 2, ["2099-W01 has not begun", "2098-12-29", "The current week is 20"]),
        (("--week", "2099-W01"), 2, ["2099-W01 has not begun"]),
        (("--format", "md", "-o", "HERE/file/a.md"), 1, ["can't be written"]),
        (("--spoilers-up-to", "-1"), 2, ["-1"]),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    collected: Any, arguments: tuple[str, ...], code: int, said: list[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    run = collected.nectar.here("report", collected.file, *(word.replace("HERE", str(tmp_path)) for word in arguments))
    told = run.err.replace("\n  ", " ")
    assert (run.code, run.out) == (code, "")
    assert [part for part in said if part.replace("HERE", str(tmp_path)) not in told] == []
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_what_is_sent_alone_leads_to_where_the_pages_lie(collected: Any, tmp_path: Path) -> None:
    alone, sent = tmp_path / "alone.html", {form: tmp_path / f"sent.{form}" for form in ("html", "md", "mail", "json")}
    report(collected, "-o", alone)
    assert "index.html" not in alone.read_text("utf-8"), "nothing lies beside it"
    home, page = "https://press.example/series/index.html", f"https://press.example/series/{SLUG}/{WEEK}.html"
    for form, file in sent.items():
        assert report(collected, "--format", form, "-o", file, "--base-url", "https://press.example/series/").code == 0
    assert f'<a href="{home}">All weeks</a>' in sent["html"].read_text("utf-8")
    assert f"[The full page]({page})" in sent["md"].read_text("utf-8")
    assert json.loads(sent["json"].read_text("utf-8"))["online"] == page
    letter = email.message_from_bytes(sent["mail"].read_bytes(), policy=policy.default)
    text, marked = (letter.get_body((kind,)) for kind in ("plain", "html"))
    assert text is not None
    assert marked is not None
    assert f"The full page: {page}" in text.get_content()
    assert f'<a href="{page}"' in marked.get_content()
    refused = report(collected, "--format", "md", "--base-url", "javascript:alert(1)")
    assert (refused.code, refused.out) == (2, "")


def test_readers_who_have_seen_nothing_are_told_nothing(collected: Any, tmp_path: Path) -> None:
    folded = {}
    for seen in ("0", "1"):
        file = tmp_path / f"{seen}.json"
        assert report(collected, "-o", file, "--spoilers-up-to", seen).code == 0
        made = record.read(file.read_text())
        assert made.seen_up_to == int(seen)
        assert made.reproduce.endswith(f"--week {WEEK} --spoilers-up-to {seen}")
        of_the_first = [e for a in made.aspects for e in a.evidence if "/read/first" in e.url and e.quote]
        folded[seen] = {e.spoiler for e in of_the_first}
    assert folded == {"0": {True}, "1": {False}}


def test_the_pages_are_drawn_for_those_readers_too(collected: Any) -> None:
    page = collected.nectar.home / "site" / SLUG / f"{WEEK}.html"
    assert report(collected, "--spoilers-up-to", "0").code == 0
    assert "up to episode 0" in page.read_text("utf-8")
    assert report(collected).code == 0
    assert "up to episode" not in page.read_text("utf-8")


def test_the_feed_lies_beside_the_pages_and_is_updated_when_it_says_something_else(collected: Any) -> None:
    site = collected.nectar.home / "site"
    assert report(collected).code == 0
    first = feedparser.parse((site / SLUG / "feed.xml").read_bytes())
    assert first.bozo is False
    assert {link.href for e in first.entries for link in e.links} == {p.name for p in (site / SLUG).glob("2*.html")}
    assert report(collected).code == 0
    again = feedparser.parse((site / SLUG / "feed.xml").read_bytes())
    assert [e.updated for e in again.entries] == [e.updated for e in first.entries]
    manifest = site / SLUG / "weeks.json"
    lines = json.loads(manifest.read_text())
    for line in lines["weeks"]:
        line["updated"], line["verdict"] = "2001-01-01T00:00:00+00:00", "Another verdict."
    manifest.write_text(json.dumps(lines))
    assert report(collected).code == 0
    changed = feedparser.parse((site / SLUG / "feed.xml").read_bytes())
    assert next(e.updated for e in changed.entries if WEEK in e.id) > "2026"
    assert 'href="copper-heron/feed.xml"' in (site / "index.html").read_text("utf-8")


@pytest.fixture
def bramble(nectar: Any, tmp_path: Path) -> Path:
    """The file of a series that is over since 2024-W15 and stored in `nectar`."""
    nectar.home.mkdir()
    with Store(nectar.home / "nectar.db") as store:
        second.shelve(store)
    file = tmp_path / "bramble.toml"
    file.write_text(second.FILE, "utf-8")
    return file


def test_all_takes_away_what_was_drawn_of_weeks_to_come(nectar: Any, bramble: Path) -> None:
    """An older Nectar drew any week that it was asked for."""
    folder = nectar.home / "site" / second.SLUG
    assert nectar.here("report", bramble, "--week", "2024-W17").code == 0
    for page in folder.glob("2024-W17.*"):
        page.with_stem("2099-W01").write_text("2099-W01", "utf-8")
    quiet = folder / "2024-W17.html"
    quiet.write_text('<a href="2099-W01.html">', "utf-8")
    run = nectar.here("report", bramble, "--all")
    assert run.code == 0, run
    assert "Took away 2099-W01: not begun yet." in run.out
    assert [p.name for p in sorted(folder.glob("2*"))[-4:]] == [
        "2024-W15.html",
        "2024-W15.json",
        "2024-W17.html",
        "2024-W17.json",
    ]
    told = [p for p in (nectar.home / "site").rglob("*") if p.is_file() and "2099" in p.read_text("utf-8")]
    assert told == [], "nothing leads to it, and nothing is counted up to it"
    assert "Took away" not in nectar.here("report", bramble, "--all").out


def test_a_quiet_current_week_is_drawn_and_said_to_be_quiet(nectar: Any, bramble: Path, tmp_path: Path) -> None:
    note = f"Note: {this_week()} is the current week, and a quiet one; the newest with an article is --week 2024-W15.\n"
    for arguments, where in (((), "out"), (("-o", tmp_path / "a.eml"), "out"), (("--format", "mail"), "err")):
        run = nectar.run("report", bramble, *arguments)
        assert run.code == 0, run
        assert getattr(run, where).endswith(note), run
        assert (run.out + run.err).count("Note: ") == 1
    assert "Note" not in nectar.here("report", bramble, "--week", "2024-W17", "-o", tmp_path / "a.eml").out


def test_where_every_source_failed_no_week_is_said_to_be_quiet(collected: Any, tmp_path: Path) -> None:
    nectar = Nectar(tmp_path / "home")
    shutil.copytree(collected.nectar.home, nectar.home, ignore=shutil.ignore_patterns("site"))
    with Web() as web:
        file = series_file(tmp_path / "s.toml", [{"name": "Gazette", "kind": "feed", "url": web.url("/gone")}])
        run = nectar.run("weekly", file, "--allow-private", "--delay", "0")
        assert run.code == 3, run
        assert f"Every source failed: nothing is known of {this_week()}, which has no page." in run.out
        assert max(p.stem for p in (nectar.home / "site" / SLUG).glob("2*.html")) == WEEK
        nectar = Nectar(tmp_path / "new")
        run = nectar.run("weekly", file, "--allow-private", "--delay", "0")
        assert run.code == 3, run
        assert "nothing is known of Copper Heron yet: no page was drawn." in run.out
        assert not (nectar.home / "site").exists()


def test_the_schema_needs_no_series(nectar: Any) -> None:
    run = nectar.here("report", "--schema")
    assert run.code == 0
    assert json.loads(run.out) == record.schema()
