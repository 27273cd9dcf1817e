"""Slow sites are asked more slowly. Scrapy's AutoThrottle, which would soon go below what a site asked for."""

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response

from crawler.sites import shortest_wait

_SLOWEST_HASTE = 1.0
"""Seconds; who asks for a shorter delay than this (tests, one's own server) wants no throttle."""


class Throttle(AutoThrottle):
    """The delay follows the time that answers take, between the site's shortest wait and AUTOTHROTTLE_MAX_DELAY."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        if crawler.settings.getfloat("DOWNLOAD_DELAY") < _SLOWEST_HASTE:
            raise NotConfigured

    def _response_downloaded(self, response: Response, request: Request, spider: Spider) -> None:
        super()._response_downloaded(response, request, spider)
        site, slot = self._get_slot(request, spider)
        if site is not None and slot is not None:
            slot.delay = max(slot.delay, shortest_wait(self.crawler, site))
