"""When and how a machine runs Nectar by itself, in the words of cron, systemd and launchd. Pure: installs nothing."""

import plistlib
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pipeline.errors import UserError

Every = Literal["hour", "day", "week"]
BUSY = 75
"""The exit code of a run that found another one at work (EX_TEMPFAIL): no failure."""


@dataclass(frozen=True, slots=True)
class Job:
    """One command, run again and again, in local time."""

    name: str
    """Of letters, digits, dots and dashes."""
    title: str
    command: tuple[str, ...]
    """The program's absolute path and its arguments."""
    log: Path
    """Takes what a run prints, where nothing else keeps it."""
    every: Every
    hour: int
    minute: int

    def __post_init__(self) -> None:
        """Raises UserError for what no schedule can hold: a line break would begin another job."""
        for word in (*self.command, str(self.log)):
            if any(ord(c) < 32 or ord(c) == 127 for c in word):
                raise UserError(
                    f"{word!r} has a control character, which no schedule can hold.", "Rename the file or the folder."
                )


# cron


def cron(job: Job) -> str:
    """Two lines of a crontab (crontab(5)): a mark, and the job. What goes to stderr is mailed by cron; stdout goes to the log."""
    if any("\\" in word for word in (*job.command, str(job.log))):
        raise UserError("A path with a backslash means different things to different crons.", "Use --as systemd or --as launchd.")
    when = {
        "hour": f"{job.minute} * * * *",
        "day": f"{job.minute} {job.hour} * * *",
        "week": f"{job.minute} {job.hour} * * 1",
    }
    command = f"{shlex.join(job.command)} > {shlex.quote(str(job.log))}"
    return f"{mark(job.name)}\n{when[job.every]} {command.replace('%', chr(92) + '%')}\n"  # a bare % is a line break to cron


def mark(name: str) -> str:
    """The line before a job, by which it is found again."""
    return f"# nectar schedule: {name}"


def without(table: str, name: str) -> str:
    """A crontab less the job of that name."""
    kept, skip = [], False
    for line in table.splitlines(keepends=True):
        if skip:
            skip = False
        elif line.strip() == mark(name):
            skip = True
        else:
            kept.append(line)
    return "".join(kept)


# systemd


def systemd(job: Job) -> dict[str, str]:
    """File name → its text: a service and its timer (systemd.service(5), systemd.timer(5)). What a run prints goes to the journal."""
    when = {
        "hour": f"*-*-* *:{job.minute:02}:00",
        "day": f"*-*-* {job.hour:02}:{job.minute:02}:00",
        "week": f"Mon *-*-* {job.hour:02}:{job.minute:02}:00",
    }
    title = job.title.replace("%", "%%").replace("\\", "/")
    program, *rest = job.command if not set(job.command[0]) & set("\"'\\") else ("/usr/bin/env", *job.command)  # refused there
    command = [
        _systemd_word(program),
        *(_systemd_word(word).replace("$", "$$") for word in rest),
    ]  # no variables in the first word
    service = (
        f"[Unit]\nDescription={title}\n\n"
        f"[Service]\nType=oneshot\nExecStart={' '.join(command)}\n"
        f"# Another run was at work: no failure.\nSuccessExitStatus={BUSY}\nNice=10\n"
    )
    timer = (
        f"[Unit]\nDescription={title}\n\n"
        f"[Timer]\nOnCalendar={when[job.every]}\n# After a time switched off: once, at once.\nPersistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )
    return {f"{job.name}.service": service, f"{job.name}.timer": timer}


def _systemd_word(word: str) -> str:
    """In double quotes; backslash and quote escaped as in C, % doubled (systemd.service(5), "Command lines")."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


# launchd


def label(name: str) -> str:
    return f"local.{name}"


def launchd(job: Job) -> str:
    """A property list (launchd.plist(5)). launchd has no word for an exit code that is no failure, and needs none: it only runs again."""
    when: dict[str, int] = {"Minute": job.minute}
    if job.every != "hour":
        when["Hour"] = job.hour
    if job.every == "week":
        when["Weekday"] = 1
    said: dict[str, Any] = {
        "Label": label(job.name),
        "ProgramArguments": list(job.command),
        "StartCalendarInterval": when,
        "StandardOutPath": str(job.log),
        "StandardErrorPath": str(job.log),
        "ProcessType": "Background",
    }
    return plistlib.dumps(said, sort_keys=False).decode()
