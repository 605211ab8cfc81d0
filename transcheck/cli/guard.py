"""What an ending means: exit codes, and errors as one line on standard error."""

import functools
import inspect
import re
import sys
import traceback
from collections.abc import Callable
from enum import IntEnum
from typing import ParamSpec

import typer

from transcheck.errors import TranscheckError

P = ParamSpec("P")

# A line break inside a paragraph.
_INSIDE = re.compile(r"(?<=\S)\n(?=\S)")


class Exit(IntEnum):
    """Exit codes of every command."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INCOMPLETE = 3
    INTERRUPTED = 130


def guarded(command: Callable[P, Exit]) -> Callable[P, None]:
    """Make a command's verdict its exit code, and its errors lines that a user can act on.

    An error that nobody foresaw ends with 3, never with 1: 1 means that findings were reported.
    """

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
            sys.stdout.flush()
        except TranscheckError as error:
            say(error.message, hint=error.hint)
            code = Exit.USAGE
        except KeyboardInterrupt:
            say(
                "interrupted", hint="what was finished is kept; the same command goes on from there"
            )
            code = Exit.INTERRUPTED
        except BrokenPipeError:
            # The reader of the output has seen enough; Python must not try to flush it again.
            sys.stdout = None
            code = Exit.INCOMPLETE
        except Exception:  # noqa: BLE001 - see the docstring
            traceback.print_exc()
            say("this is a fault of transcheck", hint="please report it with the lines above")
            code = Exit.INCOMPLETE
        raise typer.Exit(code)

    # Typer reads the annotations of the wrapper, and a command returns no value to it.
    wrapped.__annotations__ = {**command.__annotations__, "return": None}
    # It breaks a paragraph of the help where the source does, whatever the width of the terminal.
    wrapped.__doc__ = _INSIDE.sub(" ", inspect.cleandoc(command.__doc__ or ""))
    return wrapped


def say(message: str, *, hint: str = "") -> None:
    """Print one line for the user on standard error, with what to do next under it."""
    from transcheck.text.visible import visible

    print(f"transcheck: {visible(message)}", file=sys.stderr)  # noqa: T201
    if hint:
        print(f"  {visible(hint)}", file=sys.stderr)  # noqa: T201
