"""The shape of the house: imports point down, each third party has one owner, no module is too long, our packages are ours."""

import ast
import importlib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("crawler", "pipeline", "reports", "nectar")
MODULES = sorted(p.relative_to(ROOT) for package in PACKAGES for p in (ROOT / package).rglob("*.py"))

MAY_IMPORT = {
    "pipeline": {"pipeline"},
    "crawler": {"crawler", "pipeline"},
    "reports": {"reports", "pipeline"},
    "nectar": {"nectar", "crawler", "reports", "pipeline"},
}
OWNERS = {
    "trafilatura": ["pipeline/extract.py"],
    "extruct": ["pipeline/structured.py"],
    "textblob": ["pipeline/sentiment/"],
    "sqlalchemy": ["pipeline/store/"],
    "alembic": ["pipeline/store/"],
    "sentencex": ["pipeline/sentences.py"],
    "ahocorasick_rs": ["pipeline/terms.py"],
    "py3langid": ["pipeline/extract.py"],
    "pydantic": [
        "pipeline/series.py",
        "pipeline/sentiment/llm.py",
        "reports/rows/figures.py",
        "reports/digest.py",
        "reports/record.py",
    ],
    "httpx": ["pipeline/sentiment/completions.py"],
    "sklearn": ["pipeline/sentiment/"],
    "tokenizers": ["pipeline/sentiment/encoder.py"],
    "torch": ["pipeline/sentiment/adapting.py", "pipeline/sentiment/lora.py"],
    "scrapy": ["crawler/"],
    "twisted": ["crawler/"],
    "tldextract": ["crawler/sites.py"],
    "feedparser": ["crawler/sources/feed.py"],
    "altair": ["reports/forms.py"],
    "vl_convert": ["reports/drawing.py"],
    "babel": ["reports/tongue.py"],
    "click": ["nectar/cli/"],
    "rich": ["nectar/cli/"],
    "filelock": ["nectar/cli/home.py"],
    "datasette": ["nectar/browse/"],
    "uvicorn": ["nectar/browse/"],
    "pyarrow": ["nectar/formats.py"],
    "platformdirs": ["nectar/cli/home.py"],
}


@cache
def imports(module: Path) -> frozenset[str]:
    """Top-level names that a module imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse((ROOT / module).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return frozenset(names)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_imports_point_down(module: Path) -> None:
    ours = {name for name in imports(module) if name in PACKAGES}
    assert ours <= MAY_IMPORT[module.parts[0]]


@pytest.mark.parametrize("library", OWNERS)
def test_each_third_party_has_one_owner(library: str) -> None:
    users = {str(m) for m in MODULES if library in imports(m)}
    assert users, f"nobody uses {library} any more"
    assert {u for u in users if not u.startswith(tuple(OWNERS[library]))} == set()


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_module_is_too_long_and_each_says_what_it_is_for(module: Path) -> None:
    text = (ROOT / module).read_text("utf-8")
    assert len(text.splitlines()) <= 300
    if text.strip():
        assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("package", PACKAGES)
def test_the_package_is_ours(package: str) -> None:
    """A foreign top-level `pipeline` in site-packages must not win."""
    found = importlib.import_module(package).__file__
    assert found is not None
    assert Path(found).resolve().is_relative_to(ROOT)


def test_scrapy_finds_the_one_spider() -> None:
    import os
    import subprocess
    import sys

    listed = subprocess.run(
        [sys.executable, "-m", "scrapy", "list"], cwd=ROOT, capture_output=True, text=True, env=os.environ, check=True
    )
    assert listed.stdout.split() == ["articles"]


def test_the_engines_of_the_command_line_are_those_of_the_pipeline() -> None:
    from nectar.cli.score import ENGINES as offered
    from pipeline.sentiment import ENGINES

    assert set(offered) == set(ENGINES)
