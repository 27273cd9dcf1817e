"""Six outlets of different make, each a function from a path to an answer. What they have in common is only that they are invented."""

import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from nectar.demo.articles import DemoArticle

_PER_LISTING = 6
_PER_FEED = 10

_templates = Environment(loader=PackageLoader("nectar.demo"), autoescape=True, undefined=StrictUndefined)


@dataclass(frozen=True, slots=True)
class Answer:
    body: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    key: str
    name: str
    host: str
    template: str
    indexes: Callable[["Outlet", Sequence[DemoArticle], str, Mapping[str, str]], Answer | None]
    """What it answers at paths that are no articles; None where there is nothing."""
    robots: str = "User-agent: *\nDisallow: /private/\n"

    @property
    def home(self) -> str:
        return f"http://{self.host}"

    def answer(self, url: str, articles: Sequence[DemoArticle]) -> Answer:
        """What this outlet says to a GET of `url`; `articles` are all its own, newest first."""
        parts = urlsplit(url)
        asked = {k: v[0] for k, v in parse_qs(parts.query).items()}
        if parts.path == "/robots.txt":
            return Answer(self.robots.encode(), "text/plain")
        if (found := self.indexes(self, articles, parts.path or "/", asked)) is not None:
            return found
        for article in articles:
            if article.path == parts.path:
                page = _templates.get_template(self.template).render(
                    a=article, o=self, url=self.home + article.path, ld=_jsonld(self, article), recent=articles[:4]
                )
                return Answer(page.encode())
        return Answer(b"<h1>Not found</h1>", status=404)


def _blog(outlet: Outlet, articles: Sequence[DemoArticle], path: str, asked: Mapping[str, str]) -> Answer | None:
    """WordPress in miniature: REST search, a feed of the newest, a search feed."""
    if path == "/wp-json/wp/v2/posts":
        hits = _searched(articles, asked.get("search", ""))
        per_page, page = int(asked.get("per_page", 10)), int(asked.get("page", 1))
        pages = max(1, -(-len(hits) // per_page))
        posts = [
            {
                "link": outlet.home + a.path,
                "title": {"rendered": a.title},
                "excerpt": {"rendered": f"<p>{a.summary}</p>"},
                "content": {"rendered": a.body},
                "date_gmt": a.date.strftime("%Y-%m-%dT%H:%M:%S"),
                "modified_gmt": a.date.strftime("%Y-%m-%dT%H:%M:%S"),
            }
            for a in hits[(page - 1) * per_page : page * per_page]
        ]
        return Answer(json.dumps(posts).encode(), "application/json", headers={"X-WP-TotalPages": str(pages)})
    if path == "/feed/" or asked.get("feed") == "rss2":
        return _rss(outlet, _searched(articles, asked.get("s", ""))[:_PER_FEED], whole=True)
    return _home(outlet, articles) if path == "/" else None


def _searched(articles: Sequence[DemoArticle], text: str) -> Sequence[DemoArticle]:
    return [a for a in articles if all(word in f"{a.title} {a.body}".lower() for word in text.lower().split())]


def _magazine(outlet: Outlet, articles: Sequence[DemoArticle], path: str, asked: Mapping[str, str]) -> Answer | None:  # noqa: ARG001
    """A sitemap index with one packed sitemap a year."""
    years = sorted({a.date.year for a in articles})
    if path == "/sitemap.xml":
        return _xml("sitemap_index.xml", outlet=outlet, years=years)
    for year in years:
        if path == f"/sitemap-{year}.xml.gz":
            urls = _xml("sitemap.xml", outlet=outlet, articles=[a for a in articles if a.date.year == year])
            return Answer(gzip.compress(urls.body, mtime=0), "application/gzip")
    return _home(outlet, articles) if path == "/" else None


def _handmade(outlet: Outlet, articles: Sequence[DemoArticle], path: str, asked: Mapping[str, str]) -> Answer | None:  # noqa: ARG001
    """Archive pages with an "older" link, written by hand since 2003."""
    pages = [articles[n : n + _PER_LISTING] for n in range(0, len(articles), _PER_LISTING)]
    for number, listed in enumerate(pages, 1):
        if path == ("/archive.html" if number == 1 else f"/archive{number}.html"):
            older = f"archive{number + 1}.html" if number < len(pages) else None
            return Answer(_templates.get_template("archive.html").render(o=outlet, listed=listed, older=older).encode())
    return _home(outlet, articles) if path == "/" else None


def _wire(outlet: Outlet, articles: Sequence[DemoArticle], path: str, asked: Mapping[str, str]) -> Answer | None:  # noqa: ARG001
    return _rss(outlet, articles, whole=False) if path == "/rss" else _home(outlet, articles) if path == "/" else None


def _atom(outlet: Outlet, articles: Sequence[DemoArticle], path: str, asked: Mapping[str, str]) -> Answer | None:  # noqa: ARG001
    if path == "/feed.atom":
        return _xml("feed.atom", outlet=outlet, articles=articles)
    return _home(outlet, articles) if path == "/" else None


def _jsonfeed(outlet: Outlet, articles: Sequence[DemoArticle], path: str, asked: Mapping[str, str]) -> Answer | None:  # noqa: ARG001
    if path != "/feed.json":
        return _home(outlet, articles) if path == "/" else None
    items = [
        {"id": a.path, "url": outlet.home + a.path, "title": a.title, "summary": a.summary, "date_published": a.date.isoformat()}
        | {"tags": list(a.tags)}
        for a in articles
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": outlet.name, "home_page_url": outlet.home, "items": items}
    return Answer(json.dumps(feed, ensure_ascii=False).encode(), "application/feed+json")


OUTLETS = (
    Outlet("afterglow", "Afterglow", "afterglow.example", "blog.html", _blog),
    Outlet(
        "parallax",
        "Parallax",
        "www.parallax.example",
        "magazine.html",
        _magazine,
        "User-agent: *\nDisallow: /search\nSitemap: http://www.parallax.example/sitemap.xml\n",
    ),
    Outlet("celandink", "Cel & Ink", "celandink.example", "handmade.html", _handmade),
    Outlet("tokyowire", "Tokyo Wire", "tokyowire.example", "wire.html", _wire, "User-agent: *\nCrawl-delay: 0.1\n"),
    Outlet("hoshilog", "星ログ", "hoshilog.example", "blog.html", _atom),
    Outlet("butaca", "Butaca Otaku", "butacaotaku.example", "blog.html", _jsonfeed),
)


def _home(outlet: Outlet, articles: Sequence[DemoArticle]) -> Answer:
    return Answer(_templates.get_template("archive.html").render(o=outlet, listed=articles, older=None).encode())


def _rss(outlet: Outlet, articles: Sequence[DemoArticle], whole: bool) -> Answer:
    return _xml("feed.rss", outlet=outlet, articles=articles, whole=whole)


def _xml(template: str, **values: object) -> Answer:
    return Answer(_templates.get_template(template).render(**values).encode(), "application/xml; charset=utf-8")


def _jsonld(outlet: Outlet, article: DemoArticle) -> str:
    """Structured data as magazines write them, readers' mean rating included, which is not the review's own."""
    node: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Review" if article.rating else "NewsArticle" if article.path.startswith("/news") else "Article",
        "headline": article.title,
        "author": {"@type": "Person", "name": article.author},
        "publisher": {"@type": "Organization", "name": outlet.name},
        "datePublished": _iso(article.date),
    }
    if article.rating:
        best = float(article.rating["best"])
        node["reviewRating"] = {
            "@type": "Rating",
            "ratingValue": article.rating["value"],
            "bestRating": article.rating["best"],
            "worstRating": "0",
        }
        mean = {"@type": "AggregateRating", "ratingValue": round(best * 0.91, 1), "bestRating": best, "ratingCount": 212}
        node["itemReviewed"] = {"@type": "TVSeries", "name": article.title, "aggregateRating": mean}
    return json.dumps(node, ensure_ascii=False).replace("<", "\\u003c")


def _iso(when: datetime) -> str:
    return when.isoformat().replace("+00:00", "Z")
