"""Files from the network, only when the user asked, resumed where they broke off."""

import http.client
import re
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from transcheck import __version__
from transcheck.errors import ModelError

if TYPE_CHECKING:
    from http.client import HTTPResponse

SCHEMES = ("https://", "http://")

# Seconds without a byte after which a connection counts as broken.
_PATIENCE = 30
_CHUNK = 256 * 1024
_MOST_BYTES = 4 * 1024**3
_PARTIAL, _RANGE_IMPOSSIBLE = 206, 416
_TOTAL = re.compile(r"bytes \d+-\d+/(\d+)")

# Called with the bytes that are here, and how many there will be (0 where nobody says).
Progress = Callable[[int, int], None]


def read(url: str, *, most: int) -> bytes:
    """Return a small file from the network.

    Raises:
        ModelError: it cannot be reached, or is larger than ``most`` bytes.
    """
    try:
        with _open(url, start=0) as response:
            raw: bytes = response.read(most + 1)
    except (OSError, http.client.HTTPException) as error:
        raise _unreachable(url, error) from error
    if len(raw) > most:
        raise ModelError(f"{url} is larger than {most:,} bytes: that is no index")
    return raw


def fetch(url: str, part: Path, *, progress: Progress) -> None:
    """Bring the file behind ``url`` to ``part``, going on from what is there.

    A transfer that breaks off leaves what came; the next call asks for the rest. A server that
    cannot send the rest sends the whole, which then replaces what was there.

    Raises:
        ModelError: it cannot be reached, broke off, or is too large.
    """
    try:
        _transfer(url, part, progress)
    except (OSError, http.client.HTTPException) as error:
        raise _unreachable(url, error) from error


def _transfer(url: str, part: Path, progress: Progress) -> None:
    there = part.stat().st_size if part.exists() else 0
    try:
        response = _open(url, start=there)
    except urllib.error.HTTPError as error:
        if error.code == _RANGE_IMPOSSIBLE and there:
            part.unlink()  # all of it is here, or the file has changed: only a fresh start tells
            _transfer(url, part, progress)
            return
        raise
    with response:
        resumed = response.status == _PARTIAL
        total = _total(response)
        done = there if resumed else 0
        with part.open("ab" if resumed else "wb") as out:
            while chunk := response.read(_CHUNK):
                done += len(chunk)
                if done > _MOST_BYTES:
                    raise ModelError(f"{url} is larger than {_MOST_BYTES:,} bytes: given up")
                out.write(chunk)
                progress(done, total)
    if total and done < total:
        raise http.client.IncompleteRead(b"", total - done)


def _open(url: str, *, start: int) -> "HTTPResponse":
    headers = {"User-Agent": f"transcheck/{__version__}"}
    if start:
        headers["Range"] = f"bytes={start}-"
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - see SCHEMES
    response: HTTPResponse = urllib.request.urlopen(request, timeout=_PATIENCE)  # noqa: S310
    return response


def _total(response: "HTTPResponse") -> int:
    whole = _TOTAL.match(response.headers.get("Content-Range", ""))
    return int(whole[1] if whole else response.headers.get("Content-Length") or 0)


def _unreachable(url: str, error: Exception) -> ModelError:
    reason = getattr(error, "reason", None) or error
    return ModelError(
        f"cannot get {url}: {reason}",
        hint="run the same command again to go on from where it broke off, or fetch the file on a "
        "machine that has a network and run: transcheck models add FILE.argosmodel",
    )
