"""The pages in a real browser: nothing is requested, nothing overflows, no accessibility violation, light and dark, wide and narrow."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from pipeline.series import load
from pipeline.store import Store
from pipeline.week import Week
from reports.site import write
from tests.reports.conftest import Pair

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium on this machine: the pages were not opened in a browser"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        chromium = play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield chromium
        chromium.close()


FULL, EARLY, INDEX = "metallic-rouge-demo/2024-W15.html", "metallic-rouge-demo/2023-W49.html", "index.html"
ASPECT, OUTLET = "metallic-rouge-demo/aspects/music.html", "metallic-rouge-demo/outlets/parallax.html"
SIDE_BY_SIDE = "compare/metallic-rouge-demo-vs-bramble-station.html"


@pytest.fixture(scope="module")
def spanish(demo_home: Path, demo_series: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fullest page in Spanish, whose words are longer."""
    site = tmp_path_factory.mktemp("spanish")
    with Store(f"sqlite:///{demo_home}/nectar.db") as store:
        return write(site, load(demo_series), store, [Week(2024, 15)], None, datetime.now(UTC), language="es")[0]


@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_in_a_language_of_longer_words_fits_too(browser: Browser, spanish: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(spanish.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('main').scrollWidth <= document.querySelector('main').clientWidth")
    assert page.evaluate("document.querySelector('.filter').textContent").startswith("Mostrar solo")
    page.close()


@pytest.mark.parametrize(
    ("page_name", "width", "scheme"),
    [
        (FULL, 1280, "light"),
        (FULL, 1280, "dark"),
        (FULL, 390, "light"),
        (FULL, 390, "dark"),
        (EARLY, 1280, "light"),
        (EARLY, 390, "dark"),
        (INDEX, 1280, "dark"),
        (INDEX, 390, "light"),
        (ASPECT, 1280, "light"),
        (ASPECT, 1280, "dark"),
        (ASPECT, 390, "light"),
        (ASPECT, 390, "dark"),
        (OUTLET, 1280, "light"),
        (OUTLET, 1280, "dark"),
        (OUTLET, 390, "light"),
        (OUTLET, 390, "dark"),
        (SIDE_BY_SIDE, 1280, "light"),
        (SIDE_BY_SIDE, 1280, "dark"),
        (SIDE_BY_SIDE, 390, "light"),
        (SIDE_BY_SIDE, 390, "dark"),
    ],
)
def test_a_page_is_readable_everywhere(browser: Browser, pair: Pair, page_name: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=False, offline=True)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((pair.site / page_name).as_uri())
    assert said == []
    assert len(asked) == 1, "only the page itself"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()

    looked_at = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = looked_at.new_page()
    page.goto((pair.site / page_name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    results = Axe().run(page)
    looked_at.close()
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in results.response["violations"]] == []
