"""`nectar schedule`: what it prints means what it should to cron, systemd and launchd; and what `weekly` tells when it has ended."""

import os
import plistlib
import re
import shlex
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nectar import timetable
from nectar.cli.home import Home
from nectar.cli.watching import Watched, ping, watched
from nectar.exposition import Ended, text
from nectar.timetable import Job
from pipeline.errors import Locked, UserError
from tests.webserver import Answer, Nectar, Web, article, plain_failure, redirect, rss, series_file

EVIL = ("plain", "two words", "it's", 'say "hi"', "100%", "$HOME", "`id`", "a;b", "#no", "*", "~", "é鷺", "--x=%d", "<&|>", "")


def job(folder: Path, *words: str, every: timetable.Every = "day") -> Job:
    """A job whose program prints its arguments, each ended by a NUL."""
    program = folder / "a program's place" / "print 100%"
    program.parent.mkdir(exist_ok=True)
    program.write_text("#!/bin/sh\nprintf '%s\\0' \"$@\"\n")
    program.chmod(0o755)
    return Job("nectar-copper-heron", "Nectar follows 100% Copper", (str(program), *words), folder / "the log's 5%", every, 6, 5)


def as_cron_runs_it(line: str) -> str:
    """What cron hands to sh: up to the first bare %, `\\%` being a %. (crontab(5), "The sixth field")"""
    command = line.split(" ", 5)[5]
    assert not re.search(r"(?<!\\)%", command)
    return command.replace("\\%", "%")


def test_cron_runs_what_was_meant(tmp_path: Path) -> None:
    made = job(tmp_path, *EVIL)
    mark, line = timetable.cron(made).splitlines()
    assert mark == "# nectar schedule: nectar-copper-heron"
    assert line.startswith("5 6 * * * /") or line.startswith("5 6 * * * '/")
    subprocess.run(["/bin/sh", "-c", as_cron_runs_it(line)], check=True, timeout=10)
    assert made.log.read_text().split("\0")[:-1] == list(EVIL)


def as_systemd_splits_it(line: str) -> list[str]:
    """By systemd.service(5), "Command lines": quotes, C escapes, %% and, but for the program, $$. Fails where a lone % or $ is left."""
    words = [re.sub(r"\\(.)", r"\1", quoted) for quoted in re.findall(r'"((?:\\.|[^"\\])*)"', line)]
    assert " ".join(re.findall(r'"(?:\\.|[^"\\])*"', line)) == line
    words = [word.replace("%%", "\0") for word in words]
    assert not any("%" in word for word in words)
    words = [word.replace("\0", "%") for word in words]
    program, *rest = words
    rest = [word.replace("$$", "\0") for word in rest]
    assert not any("$" in word for word in rest)
    return [program, *(word.replace("\0", "$") for word in rest)]


def test_systemd_runs_what_was_meant(tmp_path: Path) -> None:
    made = job(tmp_path, *EVIL, "back\\slash")
    files = timetable.systemd(made)
    assert set(files) == {"nectar-copper-heron.service", "nectar-copper-heron.timer"}
    service = files["nectar-copper-heron.service"]
    [line] = re.findall(r"^ExecStart=(.*)$", service, re.MULTILINE)
    assert as_systemd_splits_it(line) == ["/usr/bin/env", *made.command], "a program with a quote in its name needs a go-between"
    assert "Description=Nectar follows 100%% Copper\n" in service
    assert "SuccessExitStatus=75\n" in service
    plain = Job("x", "x", ("/opt/my $100 place/nectar", "a"), tmp_path, "day", 6, 5)
    [line] = re.findall(r"^ExecStart=(.*)$", timetable.systemd(plain)["x.service"], re.MULTILINE)
    assert as_systemd_splits_it(line) == ["/opt/my $100 place/nectar", "a"]


def test_launchd_runs_what_was_meant(tmp_path: Path) -> None:
    made = job(tmp_path, *EVIL, "back\\slash", "<&>")
    said = plistlib.loads(timetable.launchd(made).encode())
    assert said["ProgramArguments"] == list(made.command)
    assert said["StandardOutPath"] == str(made.log)
    assert said["Label"] == "local.nectar-copper-heron"


@pytest.mark.parametrize(
    ("every", "cron", "systemd", "launchd"),
    [
        ("hour", "5 * * * *", "*-*-* *:05:00", {"Minute": 5}),
        ("day", "5 6 * * *", "*-*-* 06:05:00", {"Minute": 5, "Hour": 6}),
        ("week", "5 6 * * 1", "Mon *-*-* 06:05:00", {"Minute": 5, "Hour": 6, "Weekday": 1}),
    ],
)
def test_all_three_run_at_the_same_time(
    tmp_path: Path, every: timetable.Every, cron: str, systemd: str, launchd: dict[str, int]
) -> None:
    made = job(tmp_path, "x", every=every)
    assert timetable.cron(made).splitlines()[1].startswith(f"{cron} '")
    assert f"\nOnCalendar={systemd}\n" in timetable.systemd(made)["nectar-copper-heron.timer"]
    assert plistlib.loads(timetable.launchd(made).encode())["StartCalendarInterval"] == launchd


def test_what_no_schedule_can_hold_is_refused(tmp_path: Path) -> None:
    for bad in ("two\nlines", "tab\there", "\x00", "\x7f"):
        with pytest.raises(UserError, match="control character"):
            job(tmp_path, bad)
    with pytest.raises(UserError, match="backslash"):
        timetable.cron(job(tmp_path, "back\\slash"))


# The command


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / 'it\'s 100% "mine"'
    folder.mkdir()
    return series_file(folder / "s 1.toml", [{"name": "Gazette", "kind": "feed", "url": "https://gazette.example/feed"}])


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Programs of the system that only note what they are told; crontab keeps a table."""
    folder = tmp_path / "tools"
    folder.mkdir()
    (folder / "crontab").write_text(
        f"#!/bin/sh\nt={shlex.quote(str(tmp_path / 'table'))}\n"
        'if [ "$1" = -l ]; then [ -f "$t" ] && cat "$t" || { echo "no crontab for me" >&2; exit 1; }; else cat > "$t"; fi\n'
    )
    for name in ("systemctl", "launchctl"):
        (folder / name).write_text(f'#!/bin/sh\necho {name} "$@" >> {shlex.quote(str(tmp_path / "told"))}\n')
    for tool in folder.iterdir():
        tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user" / "conf"))
    monkeypatch.delenv("NECTAR_CONTACT", raising=False)
    monkeypatch.delenv("NECTAR_ENGINE", raising=False)
    return tmp_path


def test_it_prints_a_line_with_absolute_places_and_installs_nothing(tools: Path, nectar: Nectar, file: Path) -> None:
    options = (
        "--contact",
        "mailto:a@b.example",
        "--metrics",
        "m.prom",
        "--ping-url",
        "https://hc.example/x?a=1&b=2",
        "--at",
        "07:30",
    )
    run = nectar.here("schedule", file, "--as", "cron", *options)
    assert run.code == 0, run.err
    assert "Nothing was installed" in run.err
    words = shlex.split(as_cron_runs_it(run.out.splitlines()[1]))
    start = words.index("--home")
    assert Path(words[0]).is_absolute()
    assert words[start : words.index(">")] == [
        *("--home", str(nectar.home), "weekly", str(file), "--due", "--contact", "mailto:a@b.example"),
        *("--ping-url", "https://hc.example/x?a=1&b=2", "--metrics", str(tools / "m.prom")),
    ]
    assert not (tools / "table").exists()
    assert "needs a contact" in nectar.here("schedule", file).err


def test_a_database_elsewhere_goes_with_it(tools: Path, nectar: Nectar, file: Path) -> None:
    run = nectar.here("--db", "sqlite:///near.db", "schedule", file, "--as", "cron")
    assert f"--db sqlite:///{tools / 'near.db'} weekly" in run.out
    run = nectar.here("--db", "postgresql://me:secret@db.example/x", "schedule", file, "--as", "cron")
    assert "password" in run.err


def test_a_crontab_keeps_what_else_is_in_it(tools: Path, nectar: Nectar, file: Path) -> None:
    for before in ("", "MAILTO=me\n0 1 * * * other # nectar schedule: no\n", "no line break at the end"):
        (tools / "table").write_text(before) if before else None
        for at in ("06:00", "07:15"):
            run = nectar.here("schedule", file, "--as", "cron", "--install", "--at", at)
            assert run.code == 0, run.err
        now = (tools / "table").read_text()
        assert now.startswith(before)
        assert now.count("weekly") == now.count("# nectar schedule: nectar-copper-heron") == 1
        assert "\n15 7 * * * " in now
        assert nectar.here("schedule", file, "--as", "cron", "--uninstall").code == 0
        assert (tools / "table").read_text().rstrip("\n") == before.rstrip("\n")
        assert nectar.here("schedule", file, "--as", "cron", "--uninstall").code == 1


def test_systemd_gets_its_files_and_is_told(tools: Path, nectar: Nectar, file: Path) -> None:
    run = nectar.here("schedule", file, "--as", "systemd", "--install")
    assert run.code == 0, run.err
    assert "enable-linger" in run.out
    folder = tools / "user" / "conf" / "systemd" / "user"
    assert sorted(p.name for p in folder.iterdir()) == ["nectar-copper-heron.service", "nectar-copper-heron.timer"]
    assert nectar.here("schedule", file, "--as", "systemd", "--uninstall").code == 0
    assert list(folder.iterdir()) == []
    assert (tools / "told").read_text().splitlines() == [
        "systemctl --user daemon-reload",
        "systemctl --user enable --now nectar-copper-heron.timer",
        "systemctl --user disable --now nectar-copper-heron.timer",
        "systemctl --user daemon-reload",
    ]


def test_launchd_gets_its_file_and_is_told(tools: Path, nectar: Nectar, file: Path) -> None:
    assert nectar.here("schedule", file, "--as", "launchd", "--install").code == 0
    [plist] = (tools / "user" / "Library" / "LaunchAgents").iterdir()
    assert plistlib.loads(plist.read_bytes())["ProgramArguments"][-2:] == [str(file), "--due"]
    assert nectar.here("schedule", file, "--as", "launchd", "--uninstall").code == 0
    assert not plist.exists()
    told = (tools / "told").read_text()
    assert f"launchctl bootstrap gui/{os.getuid()} {plist}" in told
    assert told.count(f"launchctl bootout gui/{os.getuid()}/local.nectar-copper-heron") == 2


def test_a_scheduler_that_is_missing_or_fails_is_said(
    tools: Path, nectar: Nectar, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tools / "tools" / "crontab").write_text("#!/bin/sh\necho 'you may not' >&2\nexit 1\n")
    plain_failure(nectar.here("schedule", file, "--as", "cron", "--install"), 1, "you may not")
    (tools / "tools" / "systemctl").write_text("#!/bin/sh\necho 'no bus' >&2\nexit 1\n")
    plain_failure(nectar.here("schedule", file, "--as", "systemd", "--install"), 1, "no bus", "Tip: ")
    monkeypatch.setenv("PATH", str(tools / "nowhere"))
    plain_failure(nectar.here("schedule", file, "--as", "cron", "--install"), 1, "no crontab", "--as")


@pytest.mark.parametrize(
    "options", [["--name", "a b"], ["--name", "../x"], ["--at", "25:00"], ["--every", "year"], ["--install", "--uninstall"]]
)
def test_what_makes_no_sense_is_refused(tools: Path, nectar: Nectar, file: Path, options: list[str]) -> None:
    assert nectar.here("schedule", file, *options).code == 2
    assert not (tools / "table").exists()


# What weekly tells


NOW = datetime(2026, 1, 12, 6, tzinfo=UTC)


def test_metrics_are_in_the_form_that_is_read() -> None:
    said = text(Ended("a", NOW, 12.5, 0, 40, {'Ga"z\\e\ntte': 3, "Courier": 0}, {"Courier": 2}))
    assert 'nectar_pages_fetched{series="a",source="Ga\\"z\\\\e\\ntte"} 3\n' in said
    assert 'nectar_source_failures{series="a",source="Courier"} 2\n' in said
    assert f'nectar_last_success_timestamp_seconds{{series="a"}} {NOW.timestamp():.3f}\n' in said
    assert said.endswith("\n")
    sample = re.compile(r'[a-z_]+\{[a-z]+="(?:[^"\\\n]|\\["\\n])*"(?:,[a-z]+="(?:[^"\\\n]|\\["\\n])*")*\} [0-9.]+')
    assert [
        line for line in said.splitlines() if not (re.fullmatch(r"# (HELP|TYPE) [a-z_]+ .+", line) or sample.fullmatch(line))
    ] == []
    names = [line.split()[2] for line in said.splitlines() if line.startswith("# TYPE")]
    assert len(names) == len(set(names))


def test_metrics_remember_the_last_success_through_failures() -> None:
    good = text(Ended("a", NOW, 1, 0, 1, {}, {}))
    bad = text(Ended("a", NOW.replace(year=2027), 1, 3, None, {}, {}), good)
    worse = text(Ended("a", NOW.replace(year=2028), 1, 1, None, {}, {}), bad)
    assert f'last_success_timestamp_seconds{{series="a"}} {NOW.timestamp():.3f}' in worse
    assert 'last_run_exit_code{series="a"} 1\n' in worse
    assert "last_success" not in text(Ended("a", NOW, 1, 1, None, {}, {}), "nonsense {} \x00")


def test_the_ping_is_called_by_its_own_name_after_success_and_with_the_code_after_failure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Web({"/p/*": "OK", "/away": redirect("/secret")}) as web:
        for code in (0, 3, 130):
            ping(web.url("/p/abc?x=1"), code)
        assert web.paths() == ["/p/abc?x=1", "/p/abc/3?x=1", "/p/abc/130?x=1"]
        assert capsys.readouterr().err == ""
        for path, said in (("/away", "302"), ("/none", "404")):
            ping(web.url(path), 0)
            assert f"The ping to 127.0.0.1 failed: {said}." in capsys.readouterr().err
        assert "/secret" not in web.paths()
    ping(web.url("/p/abc"), 0)
    assert "failed: URLError" in capsys.readouterr().err


def test_every_end_is_told_but_that_of_a_run_that_never_began(tmp_path: Path) -> None:
    class Full(UserError):
        code = 1

    with Web({"/p/*": Answer("OK")}) as web:
        for error, path in (
            (Full("x"), "/p/1"),
            (RuntimeError(), "/p/1"),
            (KeyboardInterrupt(), "/p/130"),
            (UserError("x"), "/p/2"),
        ):
            with pytest.raises(type(error)), watched(web.url("/p"), None):
                raise error
            assert web.paths()[-1] == path
        before = len(web.paths())
        with pytest.raises(Locked), watched(web.url("/p"), tmp_path / "m.prom"):
            raise Locked("busy")
        assert len(web.paths()) == before
        assert not (tmp_path / "m.prom").exists()
        (tmp_path / "file").write_text("in the way")
        with watched(web.url("/p"), tmp_path / "file" / "m.prom") as run:
            assert isinstance(run, Watched)
            run.code = 3
        assert web.paths()[-1] == "/p/3", "metrics that can't be written stop nothing"


def test_weekly_tells_both(tmp_path: Path, nectar: Nectar) -> None:
    metrics = tmp_path / "nectar.prom"
    with Web({"/read/a": article("Copper Heron review"), "/p*": "OK"}) as web:
        web.routes["/feed"] = rss([("Copper Heron review", web.url("/read/a"))])
        sources = [
            {"name": name, "kind": "feed", "url": web.url(path)} for name, path in (("Gazette", "/feed"), ("Courier", "/gone"))
        ]
        file = series_file(tmp_path / "s.toml", sources)
        run = nectar.run(
            *("weekly", file, "--allow-private", "--delay", "0", "--metrics", metrics),
            env={"NECTAR_PING_URL": web.url("/p"), "NECTAR_ENGINE": "critic"},
        )
        assert run.code == 3, run.err
        assert web.paths()[-1] == "/p/3"
        said = metrics.read_text()
        for line in (
            'pages_fetched{series="copper-heron",source="Gazette"} 1',
            'source_failures{series="copper-heron",source="Courier"} 1',
        ):
            assert f"nectar_{line}\n" in said
        assert 'nectar_articles{series="copper-heron"} 1\n' in said
        with Home.of(nectar.home, None).locked():
            assert nectar.here("weekly", file, "--ping-url", web.url("/p"), "--metrics", metrics).code == 75
        assert web.paths().count("/p/75") == 0
        assert metrics.read_text() == said
        for bad in ("file:///etc/passwd", "ftp://x/y", "nonsense", "http://", "http://[half", "http://x:port/"):
            refused = nectar.here("weekly", file, "--ping-url", bad)
            assert (refused.code, "ping-url" in refused.err) == (2, True)
