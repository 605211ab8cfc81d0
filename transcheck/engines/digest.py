"""The digest that names a model in a signature."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from transcheck.errors import ModelError


def digest_of(files: Iterable[Path]) -> str:
    """Return 12 hex digits that change with the name or the content of any file.

    Raises:
        ModelError: a file cannot be read.
    """
    whole = hashlib.sha256()
    for file in sorted(files):
        try:
            with file.open("rb") as stream:
                content = hashlib.file_digest(stream, "sha256")
        except OSError as error:
            raise ModelError(f"cannot read the model file {file}: {error.strerror}") from error
        whole.update(file.name.encode() + b"\0" + content.digest())
    return whole.hexdigest()[:12]
