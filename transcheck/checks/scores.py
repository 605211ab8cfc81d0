"""What is worked out of the numbers of each pair, for checks and for reports."""

from collections.abc import Sequence
from dataclasses import replace

from transcheck.checks.base import Context
from transcheck.checks.drift import drift
from transcheck.checks.low_similarity import LOW_SIMILARITY, limit_of
from transcheck.checks.runner import Rule
from transcheck.model import Measured
from transcheck.scoring import Calibration


def with_scores(
    rows: Sequence[Measured], rules: Sequence[Rule], calibration: Calibration | None
) -> tuple[Measured, ...]:
    """Return the rows; those that were measured with their drift, and the limit of similarity.

    There is a limit only where ``low-similarity`` is run.
    """
    if calibration is None:
        return tuple(rows)
    parameters = next((rule.parameters for rule in rules if rule.check is LOW_SIMILARITY), None)
    context = Context(parameters=parameters or {}, calibration=calibration)
    return tuple(
        row
        if row.similarity is None
        else replace(
            row,
            drift=drift(row, calibration),
            limit=None if parameters is None else limit_of(row.pair, context),
        )
        for row in rows
    )
