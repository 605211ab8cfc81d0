"""Files as they are in a revision of git."""

import subprocess
from pathlib import Path

from transcheck.errors import ConfigError, InputError


def pair(revisions: str) -> tuple[str, str]:
    """Return the two revisions of ``REV1..REV2``.

    Raises:
        ConfigError: that is not what stands there.
    """
    old, dots, new = revisions.partition("..")
    if not (old and dots and new) or new.startswith("."):
        raise ConfigError(
            f"{revisions!r} does not name two revisions", hint="for example --git main..HEAD"
        )
    return old, new


def content(revision: str, path: str) -> bytes:
    """Return the bytes of ``path`` in ``revision``; neither is ever taken for an option.

    Raises:
        InputError: there is no git, no such revision, or no such file in it.
    """
    place = Path(path).absolute()
    command = ["git", "show", "--no-textconv", "--end-of-options", f"{revision}:./{place.name}"]
    try:
        done = subprocess.run(command, cwd=place.parent, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise InputError(f"cannot run git for {path}: {error.strerror}") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()[:1]
        raise InputError(f"{path} in {revision}: {' '.join(reason) or 'git has no such file'}")
    return done.stdout
