"""What Scrapy logs of each answer: nothing. It makes the line below every level that we log, and whoever fetches counts."""

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult


class Quiet(LogFormatter):
    def crawled(self, request: Request, response: Response, spider: Spider) -> LogFormatterResult | None:  # type: ignore[override]  # noqa: ARG002
        return None
