"""What is worked out of the numbers of each pair, for checks and for reports."""

from collections.abc import Sequence
from dataclasses import replace

from transcheck.checks.base import Context
from transcheck.checks.drift import drift
from transcheck.checks.low_similarity import LOW_SIMILARITY, limit_of
from transcheck.checks.runner import Rule
from transcheck.checks.uncovered import shipped, uncovered
from transcheck.model import Measured, Side
from transcheck.scoring import Calibration


def with_scores(
    rows: Sequence[Measured], rules: Sequence[Rule], calibration: Calibration | None
) -> tuple[Measured, ...]:
    """Return the rows; those that were measured with their drift and the limit of similarity.

    There is a limit only where ``low-similarity`` is run. The stretches that are covered least are
    in them, too: several checks ask for these.
    """
    if calibration is None:
        return tuple(rows)
    context = next(
        (
            Context(parameters=rule.parameters, calibration=calibration)
            for rule in rules
            if rule.check is LOW_SIMILARITY
        ),
        None,
    )
    return tuple(
        row if row.similarity is None else _scored(row, context, calibration) for row in rows
    )


def _scored(row: Measured, judged: Context | None, calibration: Calibration) -> Measured:
    """Return a row with its scores; ``judged`` is what low-similarity knows, None if it is off."""
    source, target = (uncovered(row, side, calibration, shipped()) for side in Side)
    row = replace(row, stretches=(source, target))
    limit = limit_of(row.pair, judged) if judged else None
    return replace(row, drift=drift(row, calibration), limit=limit)
