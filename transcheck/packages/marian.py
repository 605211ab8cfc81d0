"""The binary files of a Bergamot student, read as far as is needed to know what the engine does.

The embedded engine believes what these files say: a cut one ends the whole process, and a layer
that it has no place for is left out without a word. So both are held against the one architecture
that it computes, Firefox's "tiny", before it sees them.
"""

import re
import struct
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import prod
from pathlib import Path

from transcheck.errors import InputError

VOCABULARY = 32_000
_WIDTH, _ENCODERS, _DECODERS = 256, 6, 2

_MOST_BYTES = 512 * 1024**2
_BYTES, _FLOATS = 0x4101, 0x404
_HEAD = struct.Struct("<2Q")
_ENTRY = struct.Struct("<4Q")
_STORED_AS_BYTES = {"Wemb", "W", "Wf", "Wq", "Wk", "Wv", "Wo", "W1", "W2"}
_PAGE = 256  # bytes at which tensors begin
_SETTINGS = "special:model.yml"
# Scales that were measured for activations; the engine computes without them.
_UNUSED = "_QuantMultA"
# What the settings must say where no tensor shows it.
_WANTED = {
    "transformer-heads": "8",
    "transformer-ffn-activation": "relu",
    "transformer-preprocess": "",
    "transformer-postprocess": "dan",
    "transformer-decoder-autoreg": "rnn",
    "dec-cell": "ssru",
}

_LEXICON_MAGIC = 0xF11A48D5013417F5
_LEXICON_HEAD = struct.Struct("<6Q")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tensor:
    kind: int
    shape: tuple[int, ...]
    start: int
    size: int


def require_model(path: Path) -> None:
    """Refuse weights that the engine cannot compute, or would compute wrongly.

    Raises:
        InputError: the file is damaged, or of another architecture.
    """
    raw = _read(path)
    try:
        tensors = _tensors(raw)
    except (struct.error, UnicodeDecodeError, ValueError) as error:
        raise _damaged(path, str(error)) from error
    found = {name for name in tensors if not name.endswith(_UNUSED)} - {_SETTINGS}
    wanted = dict(_architecture(_hidden(tensors, "encoder"), _hidden(tensors, "decoder")))
    if strange := sorted(found - wanted.keys()):
        raise _refused(path, f"it has {strange[0]}, for which the engine has no place")
    for name, shape in wanted.items():
        _require_tensor(path, name, shape, tensors.get(name))
    said = _settings(raw, tensors.get(_SETTINGS))
    for key, value in _WANTED.items():
        if said.get(key) != value:
            raise _refused(path, f"its {key} is {said.get(key)!r}, not {value!r}")


def require_lexicon(path: Path) -> None:
    """Refuse a lexicon that is damaged, or that names words beyond the vocabulary.

    Raises:
        InputError: it is not sound.
    """
    raw = _read(path)
    if len(raw) < _LEXICON_HEAD.size:
        raise _damaged(path, "it is too short")
    magic, _, first, _, offsets, words = _LEXICON_HEAD.unpack_from(raw)
    if magic != _LEXICON_MAGIC:
        raise _damaged(path, "it is no lexicon")
    start = _LEXICON_HEAD.size
    middle = start + 8 * offsets
    if middle + 4 * words != len(raw):
        raise _damaged(path, f"it has {len(raw):,} bytes, not {middle + 4 * words:,}")
    places, listed = array("Q", raw[start:middle]), array("I", raw[middle:])
    if first > VOCABULARY or max(listed, default=0) >= VOCABULARY:
        raise _refused(path, f"it names words beyond the {VOCABULARY:,} of the engine")
    if any(one > other for one, other in pairwise(places)) or max(places, default=0) > words:
        raise _damaged(path, "its table points outside it")


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _refused(path, "it is far larger than any student")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error


def _tensors(raw: bytes) -> Mapping[str, _Tensor]:
    """Return the tensors of a file by name, each with where it lies.

    Raises:
        ValueError, struct.error: the file is not as long as its table says, or is no such file.
    """
    _, count = _HEAD.unpack_from(raw)
    if _HEAD.size + count * _ENTRY.size > len(raw):
        raise ValueError("its table is cut off")
    entries = list(_ENTRY.iter_unpack(raw[_HEAD.size : _HEAD.size + count * _ENTRY.size]))
    at = _HEAD.size + count * _ENTRY.size
    names, shapes = [], []
    for length, _, _, _ in entries:
        names.append(raw[at : at + length].rstrip(b"\0").decode())
        at += length
    for _, _, sides, _ in entries:
        shapes.append(struct.unpack_from(f"<{sides}i", raw, at))
        at += 4 * sides
    (padding,) = struct.unpack_from("<Q", raw, at)
    start = -(-at // _PAGE) * _PAGE
    if at + 8 + padding != start:
        raise ValueError("its weights do not begin where the engine looks for them")
    found = {}
    for name, shape, (_, kind, _, size) in zip(names, shapes, entries, strict=True):
        found[name] = _Tensor(kind=kind, shape=shape, start=start, size=size)
        start += size
    if start != len(raw):
        raise ValueError(f"it has {len(raw):,} bytes, not {start:,}")
    return found


def _hidden(tensors: Mapping[str, _Tensor], stack: str) -> int:
    """Return the width of a stack's inner layers, the one that may differ; 0 where it has none."""
    tensor = tensors.get(f"{stack}_l1_ffn_W1")
    return tensor.shape[-1] if tensor and tensor.shape else 0


def _architecture(encoder: int, decoder: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the tensors that the engine computes with, and their shapes."""
    yield "Wemb", (VOCABULARY, _WIDTH)
    yield "decoder_ff_logit_out_b", (1, VOCABULARY)
    for number in range(1, _ENCODERS + 1):
        yield from _attention(f"encoder_l{number}_self")
        yield from _inner(f"encoder_l{number}_ffn", encoder)
    for number in range(1, _DECODERS + 1):
        cell = f"decoder_l{number}_rnn"
        yield from ((f"{cell}_{name}", (_WIDTH, _WIDTH)) for name in ("W", "Wf"))
        yield from (
            (f"{cell}_{name}", (1, _WIDTH)) for name in ("bf", "ffn_ln_scale", "ffn_ln_bias")
        )
        yield from _attention(f"decoder_l{number}_context")
        yield from _inner(f"decoder_l{number}_ffn", decoder)


def _attention(prefix: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for letter in "qkvo":
        yield f"{prefix}_W{letter}", (_WIDTH, _WIDTH)
        yield f"{prefix}_b{letter}", (1, _WIDTH)
    yield f"{prefix}_Wo_ln_scale", (1, _WIDTH)
    yield f"{prefix}_Wo_ln_bias", (1, _WIDTH)


def _inner(prefix: str, hidden: int) -> Iterator[tuple[str, tuple[int, int]]]:
    yield f"{prefix}_W1", (_WIDTH, hidden)
    yield f"{prefix}_b1", (1, hidden)
    yield f"{prefix}_W2", (hidden, _WIDTH)
    yield f"{prefix}_b2", (1, _WIDTH)
    yield f"{prefix}_ffn_ln_scale", (1, _WIDTH)
    yield f"{prefix}_ffn_ln_bias", (1, _WIDTH)


def _require_tensor(path: Path, name: str, shape: tuple[int, int], tensor: _Tensor | None) -> None:
    if tensor is None:
        raise _refused(path, f"it lacks {name}")
    if tensor.shape != shape:
        sides = " x ".join(map(str, tensor.shape))
        raise _refused(path, f"its {name} is {sides}, not {shape[0]} x {shape[1]}")
    stored = name.rpartition("_")[2] in _STORED_AS_BYTES
    kind, least = (_BYTES, prod(shape) + 4) if stored else (_FLOATS, 4 * prod(shape))
    if tensor.kind != kind or tensor.size < least:
        raise _refused(path, f"its {name} is not stored as the engine reads it")


def _settings(raw: bytes, tensor: _Tensor | None) -> Mapping[str, str]:
    """Return the settings with which a model was trained, as its file has them."""
    if tensor is None:
        return {}
    text = raw[tensor.start : tensor.start + tensor.size].decode("utf-8", "replace").rstrip("\0")
    return {key: value.strip('"') for key, value in re.findall(r"(?m)^([\w-]+): ?(.*)$", text)}


def _damaged(path: Path, reason: str) -> InputError:
    return InputError(f"{path} is damaged: {reason}", hint="get the file again")


def _refused(path: Path, reason: str) -> InputError:
    return InputError(
        f"{path} is no model that the embedded engine computes: {reason}",
        hint='it takes Firefox\'s "tiny" students alone: 6 layers and 2, 256 wide, 8-bit weights '
        "with alphas, one vocabulary of 32,000",
    )
