"""What the similarity of each pair is held against, for reports that show all of them."""

from collections.abc import Sequence
from dataclasses import replace

from transcheck.checks.base import Context
from transcheck.checks.low_similarity import LOW_SIMILARITY, limit_of
from transcheck.checks.runner import Rule
from transcheck.model import Measured
from transcheck.scoring import Calibration


def with_limits(
    rows: Sequence[Measured], rules: Sequence[Rule], calibration: Calibration | None
) -> tuple[Measured, ...]:
    """Return the rows with the limit of each that was measured, if ``low-similarity`` is run."""
    rule = next((rule for rule in rules if rule.check is LOW_SIMILARITY), None)
    if rule is None or calibration is None:
        return tuple(rows)
    context = Context(parameters=rule.parameters, calibration=calibration)
    return tuple(
        row if row.similarity is None else replace(row, limit=limit_of(row.pair, context))
        for row in rows
    )
