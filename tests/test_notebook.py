"""The pages that show Python are run: the examples of the Store's docstrings, and docs/notebook.md with what it prints.

`python -m tests.test_notebook` writes the outputs of the page anew, where they changed for a good reason.
"""

import contextlib
import doctest
import io
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import pipeline.store
from pipeline.store import Store, Wanted
from pipeline.store.ledger import Ledger
from tests.conftest import run_nectar

PAGE = Path(__file__).parent.parent / "docs/notebook.md"
_BLOCK = re.compile(r"```python\n(?P<code>.*?)```\n(?:\n```text\n(?P<output>.*?)```\n)?", re.DOTALL)


def rewritten(page: str, home: Path) -> str:
    """The page with what its code prints below each block."""
    names: dict[str, object] = {"HOME": home}

    def run(block: re.Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(block["code"], "notebook.md", "exec"), names)
        output = "\n".join(line.rstrip() for line in printed.getvalue().splitlines())
        return f"```python\n{block['code']}```\n" + (f"\n```text\n{output}\n```\n" if output else "")

    return _BLOCK.sub(run, page)


def test_the_notebook_prints_what_it_says(demo_home: Path) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed: docs/notebook.md was not run")
    page = PAGE.read_text("utf-8")
    assert len(_BLOCK.findall(page)) == 7
    assert rewritten(page, demo_home) == page


def test_the_examples_of_the_store(demo_home: Path) -> None:
    with Store(demo_home / "nectar.db") as store:
        finder, names = doctest.DocTestFinder(), {"store": store, "Wanted": Wanted}
        found = finder.find(Store, "Store", module=pipeline.store, extraglobs=names)
        found += finder.find(Ledger, "Ledger", module=pipeline.store.ledger, extraglobs=names)
        assert sum(len(test.examples) for test in found) >= 13
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        heard = io.StringIO()
        for test in found:
            runner.run(test, out=heard.write)
        assert runner.failures == 0, heard.getvalue()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        ran = run_nectar("demo", home=Path(folder), anew=True)
        sys.exit(ran.stderr) if ran.returncode else PAGE.write_text(rewritten(PAGE.read_text("utf-8"), Path(folder)), "utf-8")
