"""One address for one thing: canonical URLs and hosts."""

import re
from urllib.parse import unquote, urljoin, urlsplit

from courlan import normalize_url

_PREFIX = re.compile(r"^(?:www\d?|m|amp|mobile)\.")

_INDEX = re.compile(
    r"/(?:tag|tags|category|categories|author|authors|search|archives?)/[^?]*$|/page/\d+/?$|[?&]s=|^https?://[^/]+/?$",
    re.IGNORECASE,
)


def is_index(url: str) -> bool:
    """An address that leads to a list of articles: a tag, category, author, archive, search or home page."""
    return bool(_INDEX.search(url.split("#")[0]))


def canonical(url: str) -> str:
    """The URL without fragment, tracking parameters and default port, host in lower case. Idempotent; nothing is fetched."""
    try:
        return normalize_url(url.strip(), strict=False).split("#", 1)[0].strip()
    except ValueError:
        return url


def joined(base: str, href: str | None) -> str:
    """`href` as an absolute http(s) or other URL; empty where it is empty or makes no sense (`http://[half`)."""
    try:
        address = urljoin(base, (href or "").strip()) if href and href.strip() else ""
        urlsplit(address).netloc.encode("idna" if address.isascii() else "utf-8")
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
