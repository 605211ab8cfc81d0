"""``transcheck accept``: this finding is fine, and here is why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transcheck.cli import options, verdict
from transcheck.cli.guard import Exit, guarded, say
from transcheck.errors import ConfigError

if TYPE_CHECKING:
    from transcheck.results.accepted import Decision


@guarded
def accept(
    fingerprint: Annotated[str, typer.Argument(help="Fingerprint of the finding, 16 digits.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it is fine.")],
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="REPORT", help="JSON report with the finding, to note what and where it is."
        ),
    ] = None,
    config: options.Config = None,
) -> Exit:
    """Accept a finding for good: it does not count until either of its texts changes.

    The decision is kept in transcheck-accepted.toml beside the configuration, or in this folder
    where there is none. Every command that checks reads it and says which decisions have lapsed.

    Examples:

        transcheck accept 3fa5475a1f52cc9e --reason "the product is written so"
    """
    from transcheck import files
    from transcheck.cli.suppressions import read
    from transcheck.config import load
    from transcheck.results import accepted

    if not accepted.FINGERPRINT.fullmatch(fingerprint):
        raise ConfigError(
            f"{fingerprint!r} is no fingerprint of a finding",
            hint="16 digits and letters from a to f, as the JSON report has them",
        )
    if not reason.strip():
        raise ConfigError("a decision needs its reason", hint="say --reason TEXT")
    decision = _decision(fingerprint, reason.strip(), report)
    path = load(config).folder / accepted.FILE_NAME
    known = accepted.from_text(read(path), file=str(path)) if path.is_file() else ()
    others = [each for each in known if each.fingerprint != fingerprint]
    files.write(path, accepted.to_text([*others, decision]).encode())
    say(f"kept in {path}")
    return Exit.CLEAN


def _decision(fingerprint: str, reason: str, report: Path | None) -> "Decision":
    from transcheck.results.accepted import Decision

    if report is None:
        return Decision(fingerprint=fingerprint, reason=reason)
    for finding in verdict.load_report(report).findings:
        if finding.fingerprint == fingerprint:
            return Decision(
                fingerprint=fingerprint,
                reason=reason,
                check=finding.name,
                path=finding.path,
                text=finding.text,
            )
    raise ConfigError(f"{report} has no finding {fingerprint}")
