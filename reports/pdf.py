"""Digest → PDF, by a Chromium that is on this machine. It prints the weekly page: tagged, with an outline, what gives something away folded."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from pipeline.errors import UserError
from reports import weekly
from reports.digest import Digest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
SECONDS = 60.0
"""In which a page is printed; it takes about one."""
_FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-default-browser-check",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # the page asks for nothing; should the browser, it finds nobody
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)


class PdfError(UserError):
    """The PDF can't be made on this machine."""

    code = 1


def document(digest: Digest) -> bytes:
    """The weekly page as PDF. Raises PdfError where there is no Chromium, or it makes none in time."""
    return printed(browser(), weekly.page(digest))


def printed(program: str, page: str, seconds: float = SECONDS) -> bytes:
    """An HTML page as PDF. Raises PdfError where the program makes none in time; whatever it started is ended then."""
    with tempfile.TemporaryDirectory(prefix="nectar-pdf-", ignore_cleanup_errors=True) as folder:
        source, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, "utf-8")
        root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # it refuses root's sandbox
        command = [program, *_FLAGS, *root, f"--user-data-dir={folder}/profile", f"--print-to-pdf={made}", source.as_uri()]
        said = _run(command, seconds)
        content = made.read_bytes() if made.exists() else b""
    if not content.startswith(b"%PDF-"):
        raise PdfError(
            f"{Path(program).name} made no PDF: {said}.", "Try the page itself: --format html, and print it in a browser."
        )
    return content


def browser() -> str:
    """Where Chromium is: NECTAR_CHROMIUM, or the first of its usual names. Raises PdfError where there is none."""
    wished = os.environ.get("NECTAR_CHROMIUM")
    found = next((path for name in ((wished,) if wished else PROGRAMS) if (path := shutil.which(name))), None)
    if found is None:
        raise PdfError(
            f"There is no program {wished}, which NECTAR_CHROMIUM names."
            if wished
            else "A PDF needs Chromium, which is not there.",
            "Install it (Debian: apt install chromium), or name it with NECTAR_CHROMIUM; or print --format html in a browser.",
        )
    return found


def _run(command: list[str], seconds: float) -> str:
    """Run it, and end it with all its children when its time is over; gives what went wrong in words."""
    try:
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        ) as process:
            try:
                code = process.wait(seconds)
            except BaseException:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                raise
    except subprocess.TimeoutExpired:
        return f"it was not done after {seconds:g} s"
    except OSError as error:
        return f"it can't be run ({error.strerror})"
    return f"it ended with {code}"
