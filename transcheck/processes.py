"""Share work among processes, each a copy of this one with all that it has read."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import TypeVar, cast

from transcheck.errors import TranscheckError

Made = TypeVar("Made")

# Parts are handed out by so many for each process: few enough to cost little, and enough that no
# process is left with the hard ones.
_SHARES = 8

# The option of Linux's prctl(2): the signal that a process gets as its parent dies.
_PR_SET_PDEATHSIG = 1

# From so many rows on another process takes less time than it costs.
_WORTH = 2_000

_work: Callable[[int], object] | None = None


def collect_rarely() -> None:
    """Look for cycles of objects seldom: a run makes many records and hardly a cycle.

    It takes a twentieth of the time otherwise.
    """
    gc.set_threshold(100_000)


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def fitting(jobs: int | None, size: int) -> int:
    """Return how many processes to use for so many rows: what was said, or as many as pay."""
    if jobs is None:
        return cores() if size >= _WORTH else 1
    return jobs


def mapped(work: Callable[[int], Made], count: int, jobs: int) -> Iterator[Made]:
    """Yield ``work`` of 0, 1, … up to ``count``, in order, made by ``jobs`` processes.

    The first is made here, so that what it loads is loaded once. Where a process cannot be copied
    safely (on Windows and macOS, or beside other threads) all are made here.

    Raises:
        TranscheckError: a process was killed.
    """
    if count:
        yield work(0)
    if jobs < 2 or count < 3 or not _can_copy():
        yield from map(work, range(1, count))
        return
    # To load these takes longer than to check a short text.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # What the copies share stays shared as long as no collection touches it.
    gc.freeze()
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs, context, _begin, (work, os.getpid())) as pool:
            yield from pool.map(
                cast("Callable[[int], Made]", _do),
                range(1, count),
                chunksize=1 + count // (jobs * _SHARES),
            )
    except BrokenProcessPool as error:
        raise TranscheckError(
            "a process that checked a part was killed", hint="it may lack memory; try --jobs 1"
        ) from error
    finally:
        gc.unfreeze()


def _can_copy() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


def _begin(work: Callable[[int], object], parent: int) -> None:
    import ctypes

    global _work  # noqa: PLW0603 - the only thing that a copied process keeps for its tasks
    _work = work
    # Ctrl-C is for the process that a user started; it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Killed outright it can end nobody, and they would wait for their next task for ever.
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _do(number: int) -> object:
    if _work is None:
        raise AssertionError("a process was given a task before its work")
    return _work(number)
