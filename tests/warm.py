"""Processes of the program that import nothing anew: forks of one that has, which every worker of the tests starts once.

Each is a process of its own all the same, with its own environment, folder, streams, reactor, exit code and functions at exit.
"""

import atexit
import gc
import json
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

IMPORTED = (
    *("nectar.cli", "nectar.cli.watching", "crawler.run", "crawler.throttle", "pipeline.health", "pipeline.work"),
    *("pipeline.claims.casting", "pipeline.claims.staff", "pipeline.sentiment.critic", "pipeline.store.views"),
    *("reports.site", "vl_convert", "alembic.command", "platformdirs"),
    *("sqlalchemy.dialects.sqlite.pysqlite", "rich._emoji_codes"),
)
"""What commands import and takes long, beside what Scrapy's settings name. After these no thread runs, and no reactor is there."""
POSSIBLE = sys.platform == "linux"
"""Elsewhere a fork of a process with so many libraries is not to be trusted."""
_STREAMS = ("in", "out", "err")


class Mother:
    """The process that is forked, as its owner sees it."""

    def __init__(self) -> None:
        command, orders = os.pipe()
        answers, answer = os.pipe()
        ours = {k: v for k, v in os.environ.items() if not k.startswith("NECTAR_")}
        self._process = subprocess.Popen(
            [sys.executable, "-P", __file__, str(command), str(answer)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=ours | {"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"},
            pass_fds=(command, answer),
            start_new_session=True,
        )
        os.close(command)
        os.close(answer)
        self._orders, self._answers = os.fdopen(orders, "w"), os.fdopen(answers)
        self._turn = threading.Lock()

    def run(
        self,
        arguments: Sequence[str],
        stdin: bytes,
        environment: Mapping[str, str],
        folder: Path,
        timeout: float,
        first: str = "",
    ) -> "subprocess.CompletedProcess[bytes]":
        """`nectar ARGUMENTS` after the Python `first`, one at a time. Raises subprocess.TimeoutExpired after `timeout` seconds."""
        with self._turn, TemporaryDirectory(prefix="nectar-warm-") as place:
            files = {stream: Path(place, stream) for stream in _STREAMS}
            files["in"].write_bytes(stdin)
            order = {"arguments": arguments, "environment": dict(environment), "folder": str(folder), "first": first}
            print(json.dumps(order | {s: str(f) for s, f in files.items()}), file=self._orders, flush=True)
            child = int(self._answers.readline())
            if not select.select([self._answers], [], [], timeout)[0]:
                with suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
                self._answers.readline()
                raise subprocess.TimeoutExpired(list(arguments), timeout)
            code = int(self._answers.readline())
            return subprocess.CompletedProcess(arguments, code, files["out"].read_bytes(), files["err"].read_bytes())

    def close(self) -> None:
        """She ends when nobody can order any more."""
        self._orders.close()
        self._answers.close()
        self._process.wait(30)


_mothers: list[Mother] = []


def mother() -> Mother:
    """The one of this process."""
    if not _mothers:
        _mothers.append(Mother())
    return _mothers[0]


def close() -> None:
    """For the end of the tests."""
    while _mothers:
        _mothers.pop().close()


# In the other process


def _wait_for_orders(orders: IO[str], answers: IO[str]) -> dict[str, Any] | None:
    """Forks for each. Gives the order in the child; in the mother, when there are no more, None."""
    for line in iter(orders.readline, ""):
        child = os.fork()
        if not child:
            return dict(json.loads(line))
        print(child, file=answers, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), file=answers, flush=True)
    return None


def _become(order: Mapping[str, Any]) -> None:
    """What a fresh process would find."""
    for number, stream in enumerate(_STREAMS):
        file = os.open(order[stream], os.O_RDONLY if stream == "in" else os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    sys.argv = ["nectar", *order["arguments"]]


def _work(first: str) -> int:
    """The exit code."""
    try:
        exec(first, {})
        sys.modules["nectar.cli"].main()
    except SystemExit as end:
        return int(end.code or 0)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        return 1
    return 0


def _leave(code: int) -> None:
    """As the interpreter does, but for taking all the libraries apart, which takes as long as a small crawl."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _import() -> None:
    from scrapy.settings import default_settings
    from scrapy.utils.misc import load_object

    from crawler import settings

    for name in IMPORTED:
        import_module(name)
    for kind in ("EXTENSIONS", "DOWNLOADER_MIDDLEWARES", "SPIDER_MIDDLEWARES"):
        ours = getattr(settings, kind, {})
        for name in getattr(default_settings, f"{kind}_BASE"):
            if ours.get(name, 0) is not None:  # else it is off
                load_object(name)
    sys.modules["pipeline.extract"].language_of("Here the model of languages is read.")
    sys.modules["pipeline.series"].parse({"title": "Here what reads series files is made"}, "")
    assert "twisted.internet.reactor" not in sys.modules
    gc.freeze()


def _main() -> None:
    _import()
    orders, answers = (os.fdopen(int(number), mode) for number, mode in zip(sys.argv[1:], "rw", strict=True))
    order = _wait_for_orders(orders, answers)
    if order is not None:
        orders.close()
        answers.close()
        _become(order)
        _leave(_work(order["first"]))


if __name__ == "__main__":
    _main()
