"""The story, read aloud: a series file, a small web on loopback, one command, and a page that says what the articles said."""

import json
from pathlib import Path

from tests.conftest import run_nectar
from tests.webserver import Answer, Web

RAVE = """<html><head><title>Bramble Station review</title></head><body><article><h1>Bramble Station review</h1>
<p>By the time Bramble Station left the platform I was in love with it. The animation is wonderful and the music is excellent.</p>
<p>Its two leads are delightful company for every episode of the season, and the story is told with great care and beautiful detail.</p>
<p>I happily recommend the series to everybody who has ever waited for a train.</p><p>Score: 9/10</p></article></body></html>"""
PAN = """<html><head><title>Bramble Station: late again</title></head><body><article><h1>Bramble Station: late again</h1>
<p>I wanted to like Bramble Station. The animation is good, and there the good news of this anime ends.</p>
<p>The pacing is terrible, the plot is boring, and the finale is the worst episode that I saw this year. I can't recommend it.</p>
<p>Rating: 3/10</p></article></body></html>"""
GARDEN = "<html><body><article><h1>Brambles</h1><p>How to cut brambles in a cold spring garden without gloves.</p></article></body></html>"

SERIES = """
title = "Bramble Station"
[[episodes]]
number = 1
aired = 2024-01-01
[[episodes]]
number = 12
aired = 2024-03-18
[[sources]]
name = "Signal Box"
kind = "feed"
url = "{web}/feed"
"""


def feed(web: str) -> str:
    def item(path: str, title: str, day: str) -> str:
        return f"<item><title>{title}</title><link>{web}{path}</link><pubDate>{day} 2024 09:00:00 GMT</pubDate></item>"

    items = (
        item("/rave", "Bramble Station review", "Wed, 20 Mar")
        + item("/pan", "Bramble Station: late again", "Thu, 21 Mar")
        + item("/garden", "Cutting brambles", "Fri, 22 Mar")
    )
    return f'<rss version="2.0"><channel><title>Signal Box</title>{items}</channel></rss>'


def test_a_series_walks_from_the_web_to_a_weekly_page(tmp_path: Path) -> None:
    with Web() as web:
        web.routes |= {
            "/rave": RAVE,
            "/pan": PAN,
            "/garden": GARDEN,
            "/feed": Answer(feed(web.url("")), type="application/rss+xml"),
        }
        file = tmp_path / "bramble.toml"
        file.write_text(SERIES.format(web=web.url("")))

        ran = run_nectar("weekly", file, "--allow-private", "--delay", 0, home=tmp_path)

        assert ran.returncode == 0, ran.stderr
        assert "/garden" not in web.paths(), "what is not about the series is not fetched"

    articles = json.loads(run_nectar("query", file, "--json", home=tmp_path).stdout)
    assert [(a["title"], a["score"], a["kind"]) for a in articles] == [
        ("Bramble Station: late again", 30, "review"),
        ("Bramble Station review", 90, "review"),
    ]
    assert articles[0]["stance"] < 0 < articles[1]["stance"]
    assert articles[1]["aspects"]["animation"] > 0 > articles[0]["aspects"]["pacing"]

    page = (tmp_path / "site/bramble-station/2024-W12.html").read_text("utf-8")
    assert "Bramble Station" in page
    assert "Not enough reviews yet" in page, "two reviews make no number"
    assert "9/10" in page
    assert "2024-W12.html" in (tmp_path / "site/index.html").read_text("utf-8")
