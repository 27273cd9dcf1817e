"""Vega-Lite → SVG by vl-convert, whose one owner this is. Its browser engine takes half a second to start and holds Python's lock while it does, so it
has a process of its own, which starts while this one reads; where it can't be had, drawings are made here.

This file runs as that process, too: a line of JSON in, a line of JSON out.
"""

import atexit
import json
import re
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import IO, Any

Numbers = dict[str, Any] | None
"""What d3-format asks of a language; None for what it does by itself."""
_NOTHING = {"data": {"values": []}, "mark": "bar"}


def start() -> None:
    """Begin to start the engine, so that the first drawing waits for less of it."""
    _engine()


def svg(spec: str, numbers: Numbers) -> Future[str]:
    """The drawing of a Vega-Lite specification in JSON, which is made from now on; ValueError for one that is none.

    It has no width and height of its own (its frame decides), and is hidden from screen readers: a table says the same.
    """
    return _engine().svg(spec, numbers)


@cache
def _engine() -> "_Engine":
    return _Engine()


class _Engine:
    """The process, for as long as this one lives: it ends with its stdin."""

    def __init__(self) -> None:
        self._asking = ThreadPoolExecutor(1)
        """One at a time."""
        self._process: subprocess.Popen[str] | None = None
        if not sys.executable:  # embedded in another program
            return
        command = [sys.executable, "-P", "-X", "utf8", __file__]
        pipe = subprocess.PIPE
        try:  # in a session of its own: Ctrl-C is for this process
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8", start_new_session=True)
        except OSError:
            return
        atexit.register(self._end)

    def svg(self, spec: str, numbers: Numbers) -> Future[str]:
        return self._asking.submit(self._svg, spec, numbers)

    def _svg(self, spec: str, numbers: Numbers) -> str:
        answer = self._asked({"spec": spec, "numbers": numbers})
        if answer is None:
            return _drawn(spec, numbers)
        if "trouble" in answer:
            raise ValueError(answer["trouble"])
        return str(answer["svg"])

    def _asked(self, request: dict[str, Any]) -> dict[str, Any] | None:
        """None where the process has gone; nobody asks it again."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return None
        try:
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            answer: dict[str, Any] = json.loads(process.stdout.readline())
        except (OSError, ValueError):
            self._end()
            return None
        return answer

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()  # it holds nothing
            process.communicate()
            atexit.unregister(self._end)


def _drawn(spec: str, numbers: Numbers) -> str:
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(spec, format_locale=numbers)
    drawn = re.sub(r'<svg ([^>]*?)width="([\d.]+)" height="([\d.]+)"', r'<svg \1data-width="\2"', drawn, count=1)
    drawn = re.sub(r' (?:role|aria-[\w-]+)="[^"]*"', "", drawn)
    return drawn.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def _serve(requests: IO[str], answers: IO[str]) -> None:
    _drawn(json.dumps(_NOTHING), None)
    for line in requests:
        request = json.loads(line)
        try:
            answer = {"svg": _drawn(request["spec"], request["numbers"])}
        except ValueError as error:
            answer = {"trouble": str(error)}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    _serve(sys.stdin, sys.stdout)
