"""`nectar report --language`: pages, index and record in one language, and the series file as the default."""

import email
import json
import shutil
from email import policy
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.webserver import Nectar


@pytest.fixture
def own(collected: Any, tmp_path: Path) -> tuple[Nectar, Path]:
    """A copy of the home and the series file, so that pages of others stay in their language."""
    shutil.copytree(collected.nectar.home, tmp_path / "home")
    return Nectar(tmp_path / "home"), Path(shutil.copy(collected.file, tmp_path / "s.toml"))


def langs(page: Path, path: str) -> list[str]:
    return [str(a) for a in html.document_fromstring(page.read_text("utf-8")).xpath(path)]


def test_an_option_says_the_language_of_a_run(own: tuple[Nectar, Path]) -> None:
    nectar, file = own
    site = nectar.home / "site"
    [folder] = {p.parent for p in site.glob("*/2026-W17.html")}
    for week, language in (("2026-W17", "es"), ("2026-W03", "en")):
        ran = nectar.here("report", file, "--week", week, "--language", language)
        assert ran.code == 0, ran
    page, record = folder / "2026-W17.html", json.loads((folder / "2026-W17.json").read_text("utf-8"))
    assert langs(page, "/html/@lang") == ["es"]
    assert "Qué ha cambiado" in page.read_text("utf-8")
    assert record["language"] == "es"
    assert record["reproduce"].endswith("--week 2026-W17 --language es")
    assert record["published"][0]["kind"] == "review", "keys are the same in every language"
    assert langs(folder / "2026-W03.html", "/html/@lang") == ["en"]
    assert langs(site / "index.html", "/html/@lang") == ["en"]
    assert langs(site / "index.html", "//li/p/@lang") == ["es"], "what the index says of a week drawn in another language"


def test_the_series_file_says_the_language_of_all_runs(own: tuple[Nectar, Path]) -> None:
    nectar, file = own
    file.write_text('language = "es"\n' + file.read_text("utf-8"))
    ran = nectar.here("report", file, "--week", "2026-W17")
    assert ran.code == 0, ran
    [page] = (nectar.home / "site").glob("*/2026-W17.html")
    assert langs(page, "/html/@lang") == langs(nectar.home / "site/index.html", "/html/@lang") == ["es"]
    assert "--language" not in page.read_text("utf-8")
    over_all = [*page.parent.glob("aspects/*.html"), *page.parent.glob("outlets/*.html")]
    assert {lang for p in over_all for lang in langs(p, "/html/@lang")} == {"es"}
    assert "la acogida de la prensa, semana a semana</title>" in (page.parent / "feed.xml").read_text("utf-8")


def test_formats_for_others_speak_it_too(own: tuple[Nectar, Path], tmp_path: Path) -> None:
    nectar, file = own
    for name in ("r.md", "r.eml"):
        ran = nectar.here("report", file, "--week", "2026-W17", "--language", "es", "-o", tmp_path / name)
        assert ran.code == 0, ran
    assert "## Qué ha cambiado" in (tmp_path / "r.md").read_text("utf-8")
    letter = email.message_from_bytes((tmp_path / "r.eml").read_bytes(), policy=policy.default)
    text, page = letter.get_body(("plain",)), letter.get_body(("html",))
    assert text is not None
    assert page is not None
    assert "QUÉ HA CAMBIADO" in text.get_content()
    assert '<html lang="es">' in page.get_content()


@pytest.mark.parametrize("command", ["report", "weekly"])
def test_an_unknown_language_is_refused_before_anything_is_done(own: tuple[Nectar, Path], command: str) -> None:
    nectar, file = own
    before = sorted((p, p.stat().st_mtime_ns) for p in (nectar.home / "site").rglob("*"))
    ran = nectar.here(command, file, "--language", "tlh")
    assert ran.code == 2
    assert "'tlh'" in ran.err
    assert "en, es" in ran.err
    assert sorted((p, p.stat().st_mtime_ns) for p in (nectar.home / "site").rglob("*")) == before
