"""Timers that were called off are let go while a crawl runs, and not only half a minute later."""

import subprocess
import sys

CRAWL = """
import asyncio, gc, weakref
from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess
from twisted.internet.base import DelayedCall
from crawler import sweeping

class Timers(Spider):
    name = "timers"

    async def start(self):
        from twisted.internet import reactor
        for _ in range(200):
            reactor.callLater(30, print).cancel()
        await asyncio.sleep(0.5)
        gc.collect()
        print(sum(isinstance(o, DelayedCall) and bool(o.cancelled) for o in gc.get_objects()))
        for none in ():
            yield none

sweeping.EVERY = 0.1
process = AsyncCrawlerProcess({"EXTENSIONS": {"crawler.sweeping.Sweeping": 0} if SWEPT else {}, "TELNETCONSOLE_ENABLED": False, "LOG_ENABLED": False})
process.crawl(Timers)
process.start()
"""


def kept(swept: bool) -> int:
    done = subprocess.run(
        [sys.executable, "-c", f"SWEPT = {swept}\n{CRAWL}"], capture_output=True, text=True, check=True, timeout=60
    )
    return int(done.stdout)


def test_timers_that_were_called_off_are_let_go() -> None:
    assert kept(swept=True) < 100
    assert kept(swept=False) >= 200, "else Twisted does it itself, and nothing needs to be swept"
