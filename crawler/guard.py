"""No private addresses: the resolver refuses what a public crawl must never reach.

The check is made on the address that is then connected, so neither redirects nor short notations (127.1, 0x7f000001) nor a DNS
answer that changes its mind get around it.
"""

from collections.abc import Sequence
from ipaddress import IPv6Network, ip_address
from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

_WRAPPED = tuple(IPv6Network(n) for n in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "::/96"))
"""NAT64, 6to4 and IPv4-compatible: public by the registry, and yet a private IPv4 address may be inside."""


_refused: dict[str, str] = {}
"""Host name to the address that was refused: Twisted drops what a resolver raises and says only that it found nothing."""


class AddressRefused(IgnoreRequest):
    """The name leads to an address that is not for the public."""


def refusal(name: str) -> AddressRefused | None:
    """Why nothing is fetched from this host, if it is its address."""
    address = _refused.get(name.strip("[]").lower())
    return AddressRefused(f"{name} leads to {address}, which is not a public address") if address else None


def is_public(address: str) -> bool:
    """True for addresses of the open internet; IPv4 inside IPv6 is looked at as IPv4."""
    ip = ip_address(address.partition("%")[0])
    inner = getattr(ip, "ipv4_mapped", None) or ip
    wrapped = any(inner in network for network in _WRAPPED)
    return inner.is_global and not inner.is_multicast and not wrapped


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
        return address
