"""Patterns that are compiled late."""

import re

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
