"""Progress bars on standard error: only for a person, only for work longer than a second."""

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from transcheck.measure import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import ProgressColumn

_PATIENCE = 1.0
_VERBS = {
    "translate": "translating",
    "embed": "comparing meaning",
    "words": "comparing words",
    "evidence": "second opinion",
}


@contextlib.contextmanager
def shown() -> Iterator[Progress]:
    """Yield a callback that draws one bar a stage, with the time that is left."""
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.progress import MofNCompleteColumn

    bars = _bars(MofNCompleteColumn())
    began = time.monotonic()
    tasks = {stage: bars.add_task(verb, visible=False) for stage, verb in _VERBS.items()}

    def advance(stage: str, done: int, total: int) -> None:
        bars.update(tasks[stage], completed=done, total=total, visible=True)
        if time.monotonic() - began > _PATIENCE:
            bars.start()

    try:
        yield advance
    finally:
        bars.stop()


@contextlib.contextmanager
def of_transfers() -> Iterator[Progress]:
    """Yield a callback that draws one bar for the transfer that it names, in bytes."""
    if not sys.stderr.isatty():
        yield lambda _name, _done, _total: None
        return
    from rich.progress import DownloadColumn

    bars = _bars(DownloadColumn())
    task = bars.add_task("")

    def advance(name: str, done: int, total: int) -> None:
        bars.update(task, description=name, completed=done, total=total or None)

    with bars:
        yield advance


def _bars(amount: "ProgressColumn") -> "Bars":
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    return Bars(
        TextColumn("{task.description:>18}"),
        BarColumn(),
        amount,
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
