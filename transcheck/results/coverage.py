"""What a report covers: only of that can it say that a finding is gone."""

from transcheck.model import Report, Side


def paths_of(report: Report) -> frozenset[str]:
    """Return the files of which the report has texts."""
    pairs = (row.pair for row in report.rows)
    return frozenset(
        segment.path for pair in pairs for side in Side if (segment := pair.side(side))
    )


def covered_names(report: Report) -> frozenset[str]:
    """Return the names of the checks that ran, and those that there are no more."""
    # All checks together take a while to load: only where there is a baseline or a decision.
    from transcheck.checks import registry

    idle = {check.name for check in registry.ALL if check.id not in report.checks}
    return frozenset(check.name for check in registry.ALL) - idle
