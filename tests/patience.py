"""How long a thing may take, said of a quiet machine: here machines share their processors with others, and have half of one at times."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

_QUIET = 0.0098
"""Seconds that the task below takes where nothing else runs."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done inside takes so many seconds of a processor at most, by the pace at which a task runs before and behind it."""
    before, start = _task(), process_time()
    yield
    spent = process_time() - start
    pace = max(before, _task(), _QUIET) / _QUIET
    assert spent / pace < seconds


def _task() -> float:
    start, sum_so_far = process_time(), 0
    for n in range(200_000):
        sum_so_far += n
    return process_time() - start
