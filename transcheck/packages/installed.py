"""The packages that are here, in the folders in which Argos Translate looks for its own."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from transcheck import languages
from transcheck.errors import ConfigError, ModelError
from transcheck.packages.archive import METADATA
from transcheck.packages.versions import order

DISTRIBUTION = "argostranslate"
INSTALL = "pip install 'transcheck[argos]'"

# Argos's own codes where they are not BCP 47: traditional Chinese, Brazilian Portuguese.
_TAGS = {"zt": "zh-TW", "pb": "pt"}
_CODES = {"zh-TW": "zt"}


class Tokenizer(Protocol):
    """What is used of Argos's tokenizers."""

    def encode(self, sentence: str) -> list[str]:
        """Return the tokens of a sentence."""

    def decode(self, tokens: list[str]) -> str:
        """Return the sentence of some tokens."""


class Package(Protocol):
    """What is used of ``argostranslate.package.Package``."""

    package_path: Path
    package_version: str
    from_code: str | None
    to_code: str | None
    target_prefix: str
    tokenizer: Tokenizer


def is_argos_here() -> bool:
    """Whether Argos Translate, of which the packages are a part, is installed."""
    return find_spec(DISTRIBUTION) is not None


def home() -> Path:
    """Return the folder into which Argos installs packages (ARGOS_PACKAGES_DIR, or its default).

    Raises:
        ModelError: Argos Translate is not installed.
    """
    return Path(_settings("package_data_dir"))


def index_address() -> str:
    """Return the address of the index that Argos uses (ARGOS_PACKAGE_INDEX, or its default).

    Raises:
        ModelError: Argos Translate is not installed.
    """
    return _settings("package_index")


def _settings(name: str) -> str:
    if not is_argos_here():
        raise ModelError("Argos Translate is not installed", hint=INSTALL)
    return str(getattr(import_module("argostranslate.settings"), name))


def packages() -> dict[tuple[str, str], Package]:
    """Return the installed packages by pair of language tags, the newest of each.

    Raises:
        ModelError: a package cannot be read.
    """
    pairs = {
        (_tag(package.from_code), _tag(package.to_code)): package
        for package in sorted(_readable(), key=_preference)
        if hasattr(package, "tokenizer")
    }
    return {(one, other): package for (one, other), package in pairs.items() if one and other}


def folders() -> tuple[Path, ...]:
    """Return the folder of every installed package, whatever pair it is for, by name.

    An interrupted installation of Argos's own leaves a folder that is no package, over which
    Argos's list fails as a whole; such a folder is left out here.
    """
    if not is_argos_here():
        return ()
    roots = import_module("argostranslate.settings").package_dirs
    try:
        found = [folder for root in roots for folder in Path(root).iterdir()]
    except OSError as error:
        raise ModelError(f"cannot read the installed Argos packages: {error}") from error
    return tuple(sorted(folder for folder in found if (folder / METADATA).is_file()))


def code(tag: str) -> str:
    """Return Argos's code for a language tag."""
    return _CODES.get(tag, tag)


def _readable() -> Iterator[Package]:
    for folder in folders():
        try:
            package: Package = import_module("argostranslate.package").Package(folder)
        except (OSError, ValueError) as error:
            raise ModelError(
                f"cannot read the Argos package at {folder}: {error}",
                hint=f"remove it: transcheck models remove {folder.name}",
            ) from error
        yield package


def _preference(package: Package) -> tuple[bool, list[int]]:
    """Order packages so that the better comes later: exact codes count most, then the version."""
    exact = not {package.from_code, package.to_code} & _TAGS.keys()
    return exact, order(package.package_version)


def _tag(argos_code: str | None) -> str | None:
    """Return our tag for one of Argos's codes; None for a language that transcheck lacks."""
    if argos_code is None:
        return None
    try:
        return languages.find(_TAGS.get(argos_code, argos_code)).tag
    except ConfigError:
        return None
