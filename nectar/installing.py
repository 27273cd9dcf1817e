"""Handing a schedule to cron, systemd or launchd, and taking it back. Only of the user's own; nothing needs root."""

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from nectar import timetable
from nectar.timetable import Job
from pipeline.errors import UserError


class ScheduleError(UserError):
    """The schedule could not be installed or removed."""

    code = 1


@dataclass(frozen=True, slots=True)
class Scheduler:
    """A way to run a job again and again."""

    text: Callable[[Job], str]
    """What is printed."""
    install: Callable[[Job], str]
    """Replaces a job of the same name; what was done, in a sentence."""
    uninstall: Callable[[str], bool]
    """By name; False where there was none."""


def _cron_install(job: Job) -> str:
    _crontab(timetable.without(_crontab_now(), job.name), timetable.cron(job))
    return f"Added {job.name} to your crontab; crontab -l shows it."


def _cron_uninstall(name: str) -> bool:
    before = _crontab_now()
    after = timetable.without(before, name)
    if after != before:
        _crontab(after, "")
    return after != before


def _crontab_now() -> str:
    """The user's table; empty where there is none, which crontab calls a failure."""
    done = _run("crontab", "-l", check=False)
    if done.returncode and "no crontab" not in done.stderr.lower():
        raise ScheduleError(f"crontab -l failed: {_last(done.stderr)}.", "May this user use cron?")
    return "" if done.returncode else done.stdout


def _crontab(before: str, added: str) -> None:
    _run("crontab", "-", stdin=before + ("" if not before or before.endswith("\n") else "\n") + added)


def _systemd_text(job: Job) -> str:
    folder = _systemd_folder()
    return "\n".join(f"# {folder / name}\n{text}" for name, text in timetable.systemd(job).items())


def _systemd_install(job: Job) -> str:
    for name, text in timetable.systemd(job).items():
        _write(_systemd_folder() / name, text)
    _run("systemctl", "--user", "daemon-reload")
    _run("systemctl", "--user", "enable", "--now", f"{job.name}.timer")
    return (
        f"Installed {job.name}.timer in {_systemd_folder()}; systemctl --user list-timers shows it.\n"
        "It runs while you are logged in; for always: loginctl enable-linger"
    )


def _systemd_uninstall(name: str) -> bool:
    files = [_systemd_folder() / f"{name}.{kind}" for kind in ("service", "timer")]
    if not any(file.exists() for file in files):
        return False
    _run("systemctl", "--user", "disable", "--now", f"{name}.timer", check=False)
    for file in files:
        file.unlink(missing_ok=True)
    _run("systemctl", "--user", "daemon-reload")
    return True


def _systemd_folder() -> Path:
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"


def _launchd_install(job: Job) -> str:
    file = _launchd_file(job.name)
    _run("launchctl", "bootout", f"{_session()}/{timetable.label(job.name)}", check=False)
    _write(file, timetable.launchd(job))
    _run("launchctl", "bootstrap", _session(), str(file))
    return f"Installed {file}; launchctl print {_session()}/{timetable.label(job.name)} shows it."


def _launchd_uninstall(name: str) -> bool:
    file = _launchd_file(name)
    if not file.exists():
        return False
    _run("launchctl", "bootout", f"{_session()}/{timetable.label(name)}", check=False)
    file.unlink()
    return True


def _launchd_file(name: str) -> Path:
    return Path.home() / "Library" / "LaunchAgents" / f"{timetable.label(name)}.plist"


def _session() -> str:
    return f"gui/{os.getuid()}"


SCHEDULERS: Mapping[str, Scheduler] = {
    "cron": Scheduler(timetable.cron, _cron_install, _cron_uninstall),
    "systemd": Scheduler(_systemd_text, _systemd_install, _systemd_uninstall),
    "launchd": Scheduler(timetable.launchd, _launchd_install, _launchd_uninstall),
}


def _write(file: Path, text: str) -> None:
    from reports.files import write

    write(file, text)


def _run(*command: str, stdin: str = "", check: bool = True) -> "subprocess.CompletedProcess[str]":
    """Run a program of the system. Raises ScheduleError where it is missing, fails or does not end."""
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, text=True, errors="replace", timeout=60, check=False)
    except FileNotFoundError:
        raise ScheduleError(f"There is no {command[0]} on this machine.", "Choose another way with --as.") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ScheduleError(
            f"{command[0]} can't be run: {error}.", "Print the schedule without --install, and put it in place."
        ) from None
    if check and done.returncode:
        raise ScheduleError(
            f"{' '.join(command)} failed: {_last(done.stderr) or f'exit code {done.returncode}'}.",
            "Print the schedule without --install, and put it in place by hand.",
        )
    return done


def _last(said: str) -> str:
    return next((line.strip().rstrip(".") for line in reversed(said.splitlines()) if line.strip()), "")
