"""The pages in a real browser: nothing is requested, nothing overflows, no accessibility violation, light and dark, wide and narrow."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

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


WIDE, NARROW = 1280, 390
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe that know colours: two thirds of what all rules cost."""
OF_EACH_KIND = """() => {
  const built = e => {
    const kinds = new Set(), style = getComputedStyle(e);
    const looks = ['color', 'backgroundColor', 'backgroundImage', 'fontSize', 'fontWeight', 'opacity', 'display', 'position'].map(p => style[p]);
    for (const child of [...e.children]) {
      const kind = built(child);
      kinds.has(kind) ? child.remove() : kinds.add(kind);
    }
    return [e.tagName, e.className, looks, '(', [...kinds].sort(), ')'].join(' ');
  };
  built(document.body);
}"""
"""Of brothers and sisters that are built and coloured alike one stays."""
PLACES = """() => [...document.querySelectorAll('*')].map(e => {
  const box = e.getBoundingClientRect(); return [e.tagName, box.x, box.y, box.width, box.height].join(' ') })"""
PAGES = [FULL, EARLY, INDEX, ASPECT, OUTLET, SIDE_BY_SIDE]


def violations(page: Page, **options: object) -> list[tuple[str, str]]:
    found = Axe().run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [(v["id"], v["nodes"][0]["html"][:120]) for v in found]


@pytest.mark.parametrize("page_name", PAGES)
def test_a_page_asks_for_nothing_and_fits(browser: Browser, pair: Pair, page_name: str) -> None:
    for width in (WIDE, NARROW):
        context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=False, offline=True)
        page = context.new_page()
        said: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message, said=said: said.append(message.text))  # type: ignore[misc]
        page.on("request", lambda request, asked=asked: asked.append(request.url))  # type: ignore[misc]
        page.goto((pair.site / page_name).as_uri())
        places = {}
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            places[scheme] = page.evaluate(PLACES)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert places["light"] == places["dark"], "only colours differ"
        assert said == []
        assert len(asked) == 1, "only the page itself"
        context.close()


@pytest.mark.parametrize("page_name", PAGES)
def test_a_page_is_readable_everywhere(browser: Browser, pair: Pair, page_name: str) -> None:
    """Rules that know places on the whole page, wide and narrow; those of colours on one of each kind of its parts, light and dark too."""
    context = browser.new_context(viewport={"width": WIDE, "height": 900}, color_scheme="light", bypass_csp=True)
    page = context.new_page()
    page.goto((pair.site / page_name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page, rules={rule: {"enabled": False} for rule in COLOURS}) == []
    page.evaluate(OF_EACH_KIND)
    for width, scheme in product((NARROW, WIDE), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page, runOnly=COLOURS) == []
    context.close()
