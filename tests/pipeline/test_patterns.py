"""Patterns that are compiled late."""

import ast
import re
from pathlib import Path

import pytest

from pipeline.patterns import late


def test_it_is_compiled_once_where_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: compiled.append(pattern) or real(pattern, flags))
    word = late(r"(?P<first>b)\w+", re.IGNORECASE)
    assert compiled == []
    assert [m["first"] for m in word.finditer("Bee and bird")] == ["B", "b"]
    assert (word.sub("x", "bee"), word.search("a"), word.split("a bee b"), word.flags & re.IGNORECASE) == (
        "x",
        None,
        ["a ", "b", " b"],
        re.IGNORECASE,
    )
    assert (word.pattern, dict(word.groupindex), compiled) == (r"(?P<first>b)\w+", {"first": 1}, [r"(?P<first>b)\w+"])


def test_a_mistake_is_an_error_when_it_is_used() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("a")
    with pytest.raises(AttributeError):
        late("a").nothing  # type: ignore[attr-defined]  # noqa: B018


def _bounds_that_are_numbers(code: str) -> list[int]:
    """Lines of f-strings in which `{2,4}` or `{3}` stands, which there is a number and no bound."""
    plain = (ast.Tuple, ast.Constant)
    return [n.lineno for n in ast.walk(ast.parse(code)) if isinstance(n, ast.FormattedValue) and isinstance(n.value, plain)]


def test_no_bound_of_a_pattern_is_taken_for_a_number() -> None:
    assert _bounds_that_are_numbers('A = rf"{B}[a-z]{2,4}"') == _bounds_that_are_numbers('A = rf"{B}[a-z]{3}"') == [1]
    files = [*Path(__file__).parents[2].joinpath("pipeline").rglob("*.py")]
    assert {file.name: lines for file in files if (lines := _bounds_that_are_numbers(file.read_text("utf-8")))} == {}
    assert len(files) > 200
