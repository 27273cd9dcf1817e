"""Reading over all cores: processes, because trafilatura is not thread-safe. Knows neither store nor web."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

from pipeline.assess import Reader

T = TypeVar("T")
R = TypeVar("R")

_WORTH_IT = 48
"""Pieces of work; below it starting processes costs more than they give."""

_reader: Reader | None = None


def each(
    work: Callable[[T, Reader], R], batches: Iterable[T], reader: Callable[[], Reader], pieces: int | None = None
) -> Iterator[tuple[T, R]]:
    """(batch, work(batch, reader)) for each batch, in order.

    `work` is a function at module level, `reader` makes a reader; they and the batches travel to other processes unless `pieces`
    (None: unknown, many) is small.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores == 1 or (pieces is not None and pieces < _WORTH_IT):
        made = reader()
        for batch in batches:
            yield batch, work(batch, made)
        return
    with ProcessPoolExecutor(cores, _context(), _begin, (reader,)) as pool:
        underway: deque[tuple[T, Future[R]]] = deque()
        try:
            for batch in batches:
                underway.append((batch, pool.submit(_do, work, batch)))
                if len(underway) > 2 * cores:
                    first, future = underway.popleft()
                    yield first, future.result()
            while underway:
                first, future = underway.popleft()
                yield first, future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _context() -> multiprocessing.context.BaseContext:
    """A clean server process that forks workers with everything imported; where there is none (Windows), fresh processes."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # each worker has a core of its own
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.extract", "pipeline.assess", "pipeline.claims.casting", "pipeline.claims.staff"])
    return context


def _begin(reader: Callable[[], Reader]) -> None:
    import signal

    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that writes; it ends us
    _reader = reader()


def _do(work: Callable[[T, Reader], R], batch: T) -> R:
    assert _reader is not None
    return work(batch, _reader)
