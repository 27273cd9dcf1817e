"""The PDF: tagged, with an outline, made without the network; and a clear word where it can't be made."""

import os
import re
import time
from pathlib import Path

import pytest

from reports import pdf
from tests.reports.test_browser import CHROMIUM
from tests.reports.test_formats import full
from tests.webserver import Web

needs_chromium = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium here: no PDF was printed")


@needs_chromium
def test_the_pdf_is_tagged_and_has_an_outline() -> None:
    made = pdf.document(full())
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
    for mark in (rb"/StructTreeRoot", rb"/Marked true", rb"/Lang \(en\)", rb"/Outlines", rb"/Title"):
        assert re.search(mark, made), mark


def test_without_chromium_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NECTAR_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(pdf.PdfError, match="needs Chromium, which is not there") as raised:
        pdf.document(full())
    assert "--format html" in raised.value.tip
    assert raised.value.code == 1
    monkeypatch.setenv("NECTAR_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(pdf.PdfError, match="no program /nowhere/chromium, which NECTAR_CHROMIUM names"):
        pdf.document(full())


@pytest.mark.parametrize(
    ("script", "seconds", "said"),
    [
        ("exit 3", 30, "it ended with 3"),
        ("for a in \"$@\"; do case $a in --print-to-pdf=*) echo html > ${a#*=};; esac; done", 30, "it ended with 0"),
        ("sleep 60 & echo $! > \"$0.pid\"; wait", 0.5, "it was not done after 0.5 s"),
    ],
    ids=["fails", "no PDF", "hangs"],
)  # fmt: skip
def test_a_browser_that_makes_none_is_named_and_ended(script: str, seconds: float, said: str, tmp_path: Path) -> None:
    program = tmp_path / "stub-browser"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    with pytest.raises(pdf.PdfError, match=f"stub-browser made no PDF: {said}"):
        pdf.printed(str(program), "<title>x</title>", seconds)
    if (left := tmp_path / "stub-browser.pid").exists():
        gone = Path(f"/proc/{left.read_text().strip()}/cmdline")
        for _ in range(50):
            if not gone.exists() or not gone.read_bytes():
                break
            time.sleep(0.05)
        else:
            pytest.fail("its child goes on")


@needs_chromium
def test_a_page_that_asks_for_something_gets_no_network() -> None:
    with Web({"/*": "x"}) as web:
        asking = f'<img src="{web.url("/a.png")}"><img src="{web.url("/b.png", "localhost")}"><script src="{web.url("/c.js")}"></script>'
        assert pdf.printed(pdf.browser(), asking).startswith(b"%PDF-")
        assert web.paths() == []
