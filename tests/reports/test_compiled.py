"""Compiled templates: kept beside them as Python keeps its modules, and never needed."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from reports import feed, mail, markdown, weekly
from reports.compiled import Beside
from tests.reports.bramble import full


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps what it compiles."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each template was compiled."""
    count: Counter[str] = Counter()
    compile = Environment.compile

    def counted(self: Environment, source: str, name: str | None = None, *more: object, **named: object) -> object:
        count[name or ""] += 1
        return compile(self, source, name, *more, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", counted)
    return count


def anew() -> str:
    """The page as another process draws it."""
    weekly._environment.cache_clear()
    try:
        return weekly.page(full())
    finally:
        weekly._environment.cache_clear()


def files(folder: Path) -> list[Path]:
    """Of templates; modules that are imported meanwhile are kept there too."""
    return sorted(folder.rglob("*.html.*.pyc"))


def test_the_next_process_compiles_nothing(kept: Path, compiled: Counter[str]) -> None:
    page = anew()
    assert set(compiled.values()) == {1}
    assert {p.name.partition(".html")[0] + ".html" for p in files(kept)} == set(compiled)
    assert not list(kept.rglob("*.part")), "nothing half-written is left"
    compiled.clear()
    assert anew() == page
    assert not compiled


@pytest.mark.parametrize("damage", [lambda _: b"", lambda b: b[:32], lambda b: b[:-9], lambda _: b"\0" * 99, lambda b: b"x" + b])
def test_what_is_damaged_is_compiled_anew(kept: Path, compiled: Counter[str], damage: Callable[[bytes], bytes]) -> None:
    page = anew()
    for file in files(kept):
        file.write_bytes(damage(file.read_bytes()))
    compiled.clear()
    assert anew() == page
    assert set(compiled.values()) == {1}
    compiled.clear()
    anew()
    assert not compiled, "it is mended"


def test_a_template_that_changed_is_compiled_anew(kept: Path, tmp_path: Path) -> None:
    template = tmp_path / "one.html"
    for words in ("first {{ 1 }}", "second {{ 2 }}"):
        template.write_text(words)
        made = Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=Beside(), autoescape=True)
        assert made.get_template("one.html").render() == words.replace("{{ ", "").replace(" }}", "")
    assert len(files(kept)) == 1


def test_what_is_escaped_is_not_mistaken_for_what_is_not(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text("{{ text }}")
    drawn = [
        Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=Beside(), autoescape=markup)
        .get_template("one.html")
        .render(text="<b>")
        for markup in (True, False, True)
    ]
    assert drawn == ["&lt;b&gt;", "<b>", "&lt;b&gt;"]
    assert files(kept)


def test_where_nothing_can_be_kept_pages_are_drawn_all_the_same(
    kept: Path, compiled: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = anew()
    for file in files(kept):
        file.unlink()
    kept.rename(kept.with_name("gone"))
    kept.write_text("a file where the folder would be, so that even root can't write")
    assert anew() == page
    kept.unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert anew() == page
    assert not kept.exists()
    assert set(compiled.values()) == {3}


def test_what_is_compiled_depends_on_the_template_alone() -> None:
    """A filter on a constant would be asked when a template is compiled, in the language and by the code of that day."""
    asked: list[str] = []

    def watched(environment: Environment) -> Environment:
        for name, function in environment.filters.items():
            if function.__module__.startswith("reports"):
                environment.filters[name] = lambda *_, name=name: asked.append(name)
        environment.finalize = lambda value: asked.append(value) or value
        return environment

    pages = [p.name for p in Path(weekly.__file__).with_name("templates").glob("*.html") if p.name != "mail.html"]
    for environment, names in (
        (weekly._environment.__wrapped__(), pages),
        (markdown._environment.__wrapped__(), ["report.md"]),
        (feed._environment.__wrapped__(), ["feed.txt"]),
        *((mail._environment.__wrapped__(name), [name]) for name in ("mail.html", "mail.txt")),
    ):
        for name in names:
            watched(environment).compile(environment.loader.get_source(environment, name)[0], name)
    assert asked == []
