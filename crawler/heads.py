"""Scrapy's download handler with a cap on the head of an answer: DOWNLOAD_MAXSIZE counts the body alone, and Twisted nothing."""

from typing import Any

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from scrapy.crawler import Crawler

MOST_BYTES = 64 * 1024
"""Status line and headers together, with all answers of the kind 1xx before them. Honest sites send less than 8 KiB."""


class HeadTooLarge(Exception):
    """The head of an answer does not end where it should."""


class _Parser(_LenientHTTPClientParser):
    _bytes = 0

    def lineReceived(self, line: bytes) -> None:
        self._bytes += len(line) + 1
        if self._bytes > MOST_BYTES:
            raise HeadTooLarge(f"more than {MOST_BYTES >> 10} KiB of headers")
        super().lineReceived(line)

    def lineLengthExceeded(self, line: bytes) -> None:  # noqa: ARG002
        raise HeadTooLarge(f"a header of more than {self.MAX_LENGTH >> 10} KiB")


class _Protocol(_LenientHTTP11ClientProtocol):
    def request(self, request: Any) -> Any:
        answer = super().request(request)
        self._parser.__class__ = _Parser  # as Scrapy's own protocol does it: Twisted names its parser outright
        return answer


class _Factory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: Any) -> _Protocol:  # noqa: ARG002
        return _Protocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class CappedDownloadHandler(HTTP11DownloadHandler):
    """What fetches http and https."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = _Factory
