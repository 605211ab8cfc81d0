"""Bergamot students of the user's own: folders of Firefox's "tiny" models, looked through and kept.

A copy is kept in the user's data folder, with the tokenizer file that the engine reads in place of
the vocabulary, and with a record of its digests.
"""

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from transcheck import files, languages
from transcheck.errors import ConfigError, InputError, ModelError
from transcheck.packages import record
from transcheck.packages.marian import require_lexicon, require_model
from transcheck.packages.vocabulary import tokenizer

_MODEL, _LEXICON, _VOCABULARY = "*.intgemm.alphas.bin", "lex*.bin", "*.spm"
_TOKENIZER = "tokenizer.json"
_PACKED = {".gz", ".zst", ".xz", ".bz2"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Student:
    """A student that is here: ``folder`` is what the engine loads."""

    source: str
    target: str
    folder: Path


def home() -> Path:
    """Return the folder in which students are kept."""
    return files.data_folder() / "bergamot"


def students() -> tuple[Student, ...]:
    """Return the students that were added, by name."""
    found = []
    for folder in sorted(home().glob("bergamot-*_*")):
        source, _, target = folder.name.removeprefix("bergamot-").partition("_")
        found.append(Student(source=source, target=target, folder=folder))
    return tuple(found)


def require_sound(folder: Path) -> None:
    """Refuse a folder before the engine sees it: what is cut off there ends the whole process.

    Raises:
        InputError: a file is damaged, or of an architecture that the engine does not compute.
    """
    require_model(_only(folder, _MODEL, "model"))
    require_lexicon(_only(folder, _LEXICON, "lexicon"))


def add(folder: Path, source: str, target: str) -> tuple[Student, str]:
    """Keep a copy of a student for a pair of languages; return it and the digest of its weights.

    Raises:
        ConfigError: a language is not known.
        InputError: the folder holds no student that the engine computes, or the pair has one.
        ModelError: the copy cannot be written.
    """
    one, other = (languages.find(tag).tag for tag in (source, target))
    if one == other:
        raise ConfigError(f"both languages are {languages.find(one)}", hint="name two languages")
    require_sound(folder)
    model, lexicon = _only(folder, _MODEL, "model"), _only(folder, _LEXICON, "lexicon")
    content = json.dumps(tokenizer(_only(folder, _VOCABULARY, "vocabulary")), ensure_ascii=False)
    kept = home() / f"bergamot-{one}_{other}"
    if kept.exists():
        raise InputError(
            f"a student for {one} to {other} is here already, at {kept}",
            hint=f"to replace it, first run: transcheck models remove {kept.name}",
        )
    try:
        home().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home(), prefix=".transcheck-") as at:
            new = Path(at) / kept.name
            new.mkdir()
            shutil.copy(model, new)
            shutil.copy(lexicon, new / f"lex.{one}{other}.s2t.bin")
            (new / _TOKENIZER).write_text(content, encoding="utf-8")
            digest = record.sha256_of(model)
            record.write(new, archive=digest, origin=str(folder.resolve()))
            new.replace(kept)
    except OSError as error:
        raise ModelError(
            f"cannot write to {home()}: {error}", hint="name another folder in TRANSCHECK_DATA"
        ) from error
    return Student(source=one, target=other, folder=kept), digest


def _only(folder: Path, pattern: str, what: str) -> Path:
    """Return the one file that fits.

    Raises:
        InputError: there is none, or there are several.
    """
    found = sorted(folder.glob(pattern))
    if len(found) == 1:
        return found[0]
    packed = [each.name for each in folder.glob(f"{pattern}*") if each.suffix in _PACKED]
    if found:
        said = f"it has {len(found)} files {pattern}, and the engine reads one {what}"
    elif packed:
        said = f"{packed[0]} is packed: unpack it first"
    else:
        said = f"it has no {what} ({pattern})"
    raise InputError(
        f"{folder} is no student that the embedded engine computes: {said}",
        hint="a folder of Firefox's has a model, a lexicon and a vocabulary for both languages",
    )
