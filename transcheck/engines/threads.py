"""Threads for native code that lets go of the interpreter while it works."""

import os
from collections.abc import Callable, Sequence
from threading import Thread

_MOST_THREADS = 4

# Windows delivers Ctrl-C only between two waits, so no wait lasts longer than this, in seconds.
_PATIENCE = 0.1


def default_threads() -> int:
    """Return the cores that this process may use, at most four.

    An embedded engine keeps some 75 MB for each thread, and a container often has fewer cores than
    its machine.
    """
    if hasattr(os, "sched_getaffinity"):
        return min(_MOST_THREADS, len(os.sched_getaffinity(0)))
    return min(_MOST_THREADS, os.cpu_count() or 1)


def run_together(works: Sequence[Callable[[], None]]) -> None:
    """Run each work in a thread of its own and wait for all of them.

    The first error of a thread is raised here, once all have ended. Ctrl-C ends the wait at once:
    the threads are daemons, so that a native call which still runs cannot hold up the end of the
    process. A thread pool would wait for it.
    """
    errors: list[BaseException] = []
    threads = [Thread(target=_keep_error, args=(work, errors), daemon=True) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        while thread.is_alive():
            thread.join(_PATIENCE)
    if errors:
        raise errors[0]


def _keep_error(work: Callable[[], None], errors: list[BaseException]) -> None:
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
        errors.append(error)
