"""Which addresses are never asked: private ones, ports that are not the web's, schemes other than http and https.

The resolver checks the address that is then connected, so neither redirects nor short notations (127.1, 0x7f000001) nor a DNS
answer that changes its mind get around it. `unfit` tells what can be told without a resolver; `crawler/gate.py` asks it.
"""

import socket
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any
from unicodedata import normalize
from urllib.parse import urlsplit

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

_UNICAST = IPv6Network("2000::/3")
"""All that is given out of IPv6 (RFC 4291, 2.4). NAT64 (64:ff9b::/96), IPv4-compatible, site-local and the like lie outside."""
_RELAYS = (IPv6Network("2002::/16"), IPv6Network("3fff::/20"), IPv4Network("192.88.99.0/24"))
"""6to4 and its relays, and addresses for documentation: public by some registries, and yet a private address may be behind."""

_BAD_PORTS = frozenset(
    {0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111}
    | {113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548}
    | {554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566}
    | {6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080}
    | {1433, 1521, 2375, 3306, 3389, 5432, 5900, 6379, 9200, 11211, 27017}
)
"""The "bad ports" that no browser asks (https://fetch.spec.whatwg.org/#port-blocking), and databases and desktops besides."""

_refused: dict[str, str] = {}
"""Host name to the address that was refused: Twisted drops what a resolver raises and says only that it found nothing."""


class AddressRefused(IgnoreRequest):
    """Nothing is fetched from this address, and why."""


def refusal(name: str) -> AddressRefused | None:
    """Why nothing is fetched from this host, if it is its address."""
    address = _refused.get(name.strip("[]").lower())
    return AddressRefused(f"{name} leads to {address}{_NOT_PUBLIC}") if address else None


def would_open(trouble: str) -> bool:
    """Whether `allow_private` opens what was refused in these words, which are all that is left of a source that failed; never what a stranger's redirect leads to."""
    return "redirects" not in trouble and (_NOT_PUBLIC in trouble or _THIS_MACHINE in trouble)


_NOT_PUBLIC, _THIS_MACHINE = ", which is not a public address", " is this machine"


def is_public(address: str) -> bool:
    """True for addresses of the open internet; IPv4 inside IPv6 is looked at as IPv4."""
    ip = ip_address(address.partition("%")[0])
    inner = getattr(ip, "ipv4_mapped", None) or ip
    given_out = not isinstance(inner, IPv6Address) or inner in _UNICAST
    return inner.is_global and given_out and not inner.is_multicast and not any(inner in network for network in _RELAYS)


def unfit(url: str, allow_private: bool = False) -> str:
    """Why this URL must not be asked, as far as that can be told without a resolver; empty where nothing speaks against it."""
    try:
        parts = urlsplit(url)
        name, port = normalize("NFKC", parts.hostname or "").replace("。", ".").rstrip("."), parts.port
    except ValueError:
        return "it makes no sense"
    if parts.scheme not in {"http", "https"} or not name:
        return "not http or https"
    if "%" in name and ":" not in name:
        return "it makes no sense"
    if port in _BAD_PORTS:
        return f"port {port} is not the web's"
    if allow_private:
        return ""
    if name == "localhost" or name.endswith(".localhost"):
        return f"{name}{_THIS_MACHINE}"  # RFC 6761, 6.3
    address = _literal(name)
    return f"{name} leads to {address}{_NOT_PUBLIC}" if address and not is_public(address) else ""


def _literal(name: str) -> str:
    """The address that a host is, in any notation that the C library reads; empty for a name."""
    try:
        return str(ip_address(name)) if ":" in name else socket.inet_ntoa(socket.inet_aton(name))
    except (ValueError, OSError):
        return ""


class PublicOnlyResolver(CachingThreadedResolver):
    """Scrapy's resolver, with the check behind it. `NECTAR_ALLOW_PRIVATE` opens it."""

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float, allow_private: bool = False) -> None:
        super().__init__(reactor, cache_size, timeout)
        self._allow_private = allow_private

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> "PublicOnlyResolver":
        resolver = super().from_crawler(crawler, reactor)
        resolver._allow_private = crawler.settings.getbool("NECTAR_ALLOW_PRIVATE")
        return resolver

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:
        found = super().getHostByName(name, timeout)
        return found if self._allow_private else found.addCallback(self._check, name)

    def _check(self, address: Any, name: str) -> Any:
        if not is_public(str(address)):
            _refused[name.lower()] = str(address)
            raise DNSLookupError(f"{name} leads to {address}")
        _refused.pop(name.lower(), None)
        return address
