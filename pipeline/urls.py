"""One address for one thing: canonical URLs and hosts."""

import hashlib
import re
from functools import lru_cache
from urllib.parse import quote, unquote, urljoin, urlsplit

_REMEMBERED = 4096
"""Addresses: the walk asks several times for each, and once more when it is stored, some hundreds of others later."""
LONGEST = 2_000
"""Bytes of an address as it is kept. A sitemap may hold none of 2,048 or more (sitemaps.org); an index of PostgreSQL takes 2,704."""

_PREFIX = re.compile(r"^(?:www\d?|m|amp|mobile)\.")

_INDEX = re.compile(
    r"/(?:tag|tags|category|categories|author|authors|search|archives?)/[^?]*$|/page/\d+/?$|[?&]s=|^https?://[^/]+/?$",
    re.IGNORECASE,
)

_AMP_PATH = re.compile(r"(?:/amp/?|\.amp(\.html?)?)$")
_AMP_QUERY = re.compile(r"(?:amp(?:=1)?|output(?:Type)?=amp)$", re.IGNORECASE)
_INDEX_FILE = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$")


_NAMELESS = re.compile(r"(?:^|&)(?=[^&=]*[\d/_-])[^&=]+(?:&|$)")
"""A part of a query that is a value without a name; a bare word (`?amp`, `?print`) is another form of the same page."""


def is_index(url: str) -> bool:
    """An address that leads to a list of articles: a tag, category, author, archive, search or home page."""
    return bool(_INDEX.search(url.split("#")[0]))


@lru_cache(_REMEMBERED)
def canonical(url: str) -> str:
    """The URL without fragment, tracking parameters and default port, host in lower case. Idempotent; nothing is fetched."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"}:
            return url
        plain = _normalized(url).split("#", 1)[0].strip()
        return urlsplit(plain)._replace(query=_whole(parts.query)).geturl() if _is_singular(parts.query) else plain
    except ValueError:
        return url


@lru_cache(_REMEMBERED)
def identity(url: str) -> str:
    """What all addresses of one article share: host and path, whatever the scheme, www., m. or amp., AMP marks, index file, trailing
    slash, tracking parameters and their order. For comparing only, no address itself. Idempotent for what it gives with a scheme before it.
    """
    address = canonical(url)
    if not (site := host(address)) or "@" in (parts := urlsplit(address)).netloc:
        return cut(address)
    path = _INDEX_FILE.sub("/", _AMP_PATH.sub(r"\1", parts.path)).rstrip("/")
    query = "&".join(sorted(p for p in parts.query.split("&") if p and not _AMP_QUERY.match(p)))
    return cut(f"{site}{path}?{query}" if query else site + path)


def cut(address: str) -> str:
    """The same, or, where it is longer than what is kept, its beginning and a digest of the whole. Idempotent."""
    if len(address) * 4 <= LONGEST:
        return address
    data = address.encode(errors="replace")
    return (
        address if len(data) <= LONGEST else f"{data[: LONGEST - 70].decode(errors='ignore')}…{hashlib.sha256(data).hexdigest()}"
    )


def _normalized(url: str) -> str:
    from courlan import normalize_url  # late: it brings a library of the network, which who asks and draws does not need

    return normalize_url(url, strict=False)


def _is_singular(query: str) -> bool:
    """True for a query that is no list of names and values in UTF-8 (`?/archives/12-heron`, `?1204`, `?q=%E9`): it must stay as it is."""
    return bool(_NAMELESS.search(query)) or "\ufffd" in unquote(query)


def _whole(query: str) -> str:
    kept = (p for p in query.split("&") if p and not ("=" in p and _is_tracking(p.partition("=")[0])))
    return quote("&".join(kept), safe="%/:;=&?+,!@$'()*~[]", errors="replace")


def _is_tracking(name: str) -> bool:
    return not urlsplit(_normalized(f"http://x.example/?{quote(name)}=1")).query


def joined(base: str, href: str | None) -> str:
    """`href` as an absolute http(s) or other URL; empty where it is empty or makes no sense (`http://[half`)."""
    try:
        address = urljoin(base, (href or "").strip()) if href and href.strip() else ""
        urlsplit(address).netloc.encode("idna" if address.isascii() else "utf-8")
        address.encode()  # half of a surrogate pair, which JSON can spell, is no character
    except (ValueError, UnicodeError):
        return ""
    return address


def host(url: str) -> str:
    """Host and port as in the URL, without www., m. or amp.; empty for what is no http(s) URL."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return _PREFIX.sub("", parts.netloc.rpartition("@")[2].lower()) if parts.scheme in {"http", "https"} else ""


def same_site(url: str, own: str) -> bool:
    """True where both URLs are of one host, or one's host lies below the other's (not below a bare `com`). Ports do not count."""
    target, home = (host(address).partition(":")[0] for address in (url, own))
    above = home.endswith(f".{target}") and "." in target
    return bool(target and home) and (target == home or target.endswith(f".{home}") or above)


def slug_words(url: str) -> str:
    """The words of the path, for matching names: /2024/metallic-rouge_review.html gives `2024 metallic rouge review`."""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return ""
    return " ".join(re.split(r"[\W_]+", re.sub(r"\.\w{2,5}$", "", path))).strip()
