"""Progress bars on standard error: only for a person, only for work longer than a second."""

import contextlib
import sys
import time
from collections.abc import Iterator

from transcheck.pipeline import Progress

_PATIENCE = 1.0
_VERBS = {"translate": "translating", "embed": "comparing meaning"}


@contextlib.contextmanager
def shown() -> Iterator[Progress]:
    """Yield a callback that draws one bar a stage, with the time that is left."""
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    bars = Bars(
        TextColumn("{task.description:>18}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
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
