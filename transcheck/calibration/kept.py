"""Calibrations that users made, kept for the checks to come, each for one model and pair."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transcheck import files
from transcheck.errors import ConfigError, InputError
from transcheck.scoring import Calibration, read_calibration, write_calibration

if TYPE_CHECKING:
    # It knows the checks, which a run that finds its report in the store does not need.
    from transcheck.calibration.outcomes import Outcome

# As ``engines.digest`` writes it.
_DIGEST = re.compile(r"\b[0-9a-f]{12}\b")


def default_path(embedder: str, digest: str, langs: tuple[str, str]) -> Path:
    """Return where the calibration of a model and a pair of languages is kept."""
    one, other = sorted(langs)
    name = re.sub(r"[^\w.-]", "-", embedder)
    return files.data_folder() / "calibrations" / f"{name}-{digest}-{one}-{other}.json"


def content(made: Calibration, outcomes: "Sequence[Outcome]") -> dict[str, Any]:
    """Return a calibration with what it was measured to find, as its file has it."""
    return {
        "source": made.name,
        **write_calibration(made),
        "measured": [
            {
                "rate": each.rate,
                "false_alarms": round(each.sound, 4),
                "interval": [round(each.low, 4), round(each.high, 4)],
                "recall": {fault: round(share, 4) for fault, share in each.recall.items()},
            }
            for each in outcomes
        ],
    }


def save(path: Path, content: Mapping[str, Any]) -> None:
    """Write a calibration, whole or not at all.

    Raises:
        InputError: the file cannot be written.
    """
    files.write(path, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())


def load(path: Path) -> Calibration:
    """Return the calibration in a file; its name is the file's, with a digest of the content.

    Raises:
        InputError: the file cannot be read, or is no calibration.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    digest = hashlib.sha256(data).hexdigest()[:12]
    try:
        raw: Any = json.loads(data)
        return read_calibration(raw, name=f"{path.name} {digest}")
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise InputError(
            f"{path} is no calibration: {error!r}", hint="make one with `transcheck calibrate`"
        ) from error


def find(signature: str, langs: tuple[str, str]) -> Calibration | None:
    """Return what the user calibrated for the embedder with this signature and this pair, if any.

    Raises:
        InputError: the file of the calibration is damaged.
    """
    path = default_path(*model_of(signature), langs)
    return load(path) if path.is_file() else None


def named(path: Path, signature: str, langs: tuple[str, str]) -> Calibration:
    """Return the calibration in a file that the user named, if it is of this model and pair.

    Raises:
        InputError: the file is no calibration.
        ConfigError: it belongs to another model, or to other languages.
    """
    known = load(path)
    embedder, digest = model_of(signature)
    if (known.embedder, known.digest) != (embedder, digest):
        raise ConfigError(
            f"{path} was made for the encoder {known.embedder} {known.digest}, "
            f"this is {embedder} {digest}",
            hint="calibrate again: a threshold belongs to one model",
        )
    if not known.covers(*langs):
        pairs = ", ".join(sorted("-".join(sorted(pair)) for pair in known.medians))
        raise ConfigError(f"{path} is for {pairs}, not for {'-'.join(langs)}")
    return known


def model_of(signature: str) -> tuple[str, str]:
    """Return name and digest of the encoder with this signature."""
    name, _, rest = signature.partition(" ")
    digest = _DIGEST.search(rest)
    return name, digest[0] if digest else ""
