"""A SentencePiece model as the tokenizer file that the embedded engine reads.

Firefox ships vocabularies of SentencePiece, and the engine tokenises with the library of Hugging
Face, whose file holds the same pieces, scores and table of characters under other names.
"""

import base64
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from transcheck.errors import InputError
from transcheck.packages.marian import VOCABULARY

_MOST_BYTES = 16 * 1024**2
_PIECE, _TRAINER, _NORMALIZER = 1, 2, 3
_TEXT, _SCORE, _KIND = 1, 2, 3
_NORMAL, _UNKNOWN, _CONTROL = 1, 2, 3
_UNIGRAM = 1
_MODEL_TYPE, _CHARACTERS = 3, 2
# Whether a space is put before a text, white space is joined, and spaces are written as marks.
_USUAL = (3, 4, 5)
_SPACES = {
    "type": "Metaspace", "replacement": "\N{LOWER ONE EIGHTH BLOCK}",
    "prepend_scheme": "always", "split": True,
}  # fmt: skip

_Value = int | bytes


def tokenizer(path: Path) -> dict[str, Any]:
    """Return what stands in the tokenizer file of a vocabulary.

    Raises:
        InputError: it is damaged, or of a kind that the engine cannot use.
    """
    try:
        raw = path.read_bytes()
        fields = list(_fields(raw[:_MOST_BYTES]))
        pieces = [_piece(value) for field, value in fields if field == _PIECE]
        trainer = dict(_fields(_last(fields, _TRAINER)))
        normalizer = dict(_fields(_last(fields, _NORMALIZER)))
        characters = normalizer.get(_CHARACTERS, b"")
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    except (ValueError, IndexError, struct.error, TypeError) as error:
        raise InputError(f"{path} is no vocabulary of SentencePiece, or is damaged") from error
    kinds = [kind for _, _, kind in pieces]
    usual = all(normalizer.get(field, 1) == 1 for field in _USUAL)
    if (
        len(pieces) != VOCABULARY
        or kinds != [_CONTROL, _UNKNOWN, *[_NORMAL] * (VOCABULARY - 2)]
        or trainer.get(_MODEL_TYPE, _UNIGRAM) != _UNIGRAM
        or not (usual and isinstance(characters, bytes))
    ):
        raise InputError(
            f"{path} is no vocabulary that the embedded engine can use",
            hint=f"it takes {VOCABULARY:,} unigrams, the end of a sentence and the unknown first, "
            "and neither single bytes nor pieces of a user's own",
        )
    return _file([[text, score] for text, score, _ in pieces], characters)


def _file(vocabulary: list[list[str | float]], characters: bytes) -> dict[str, Any]:
    charsmap = base64.b64encode(characters).decode()
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "Precompiled", "precompiled_charsmap": charsmap},
                {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "},
                {"type": "Strip", "strip_left": True, "strip_right": True},
            ],
        },
        "pre_tokenizer": _SPACES,
        "post_processor": None,
        "decoder": _SPACES,
        "model": {"type": "Unigram", "unk_id": 1, "vocab": vocabulary, "byte_fallback": False},
    }


def _piece(value: _Value) -> tuple[str, float, int]:
    said = dict(_fields(value))
    text, score, kind = said[_TEXT], said.get(_SCORE, b"\0\0\0\0"), said.get(_KIND, _NORMAL)
    if not (isinstance(text, bytes) and isinstance(score, bytes) and isinstance(kind, int)):
        raise TypeError(said)
    return text.decode(), struct.unpack("<f", score)[0], kind


def _last(fields: list[tuple[int, _Value]], wanted: int) -> _Value:
    return next((value for field, value in reversed(fields) if field == wanted), b"")


def _fields(message: _Value) -> Iterator[tuple[int, _Value]]:
    """Yield number and value of each field of a protocol-buffer message."""
    if isinstance(message, int):
        raise TypeError(message)
    at = 0
    while at < len(message):
        key, at = _number(message, at)
        value: _Value
        match key & 7:
            case 0:
                value, at = _number(message, at)
            case 2:
                size, at = _number(message, at)
                value, at = message[at : at + size], at + size
            case 1 | 5 as width:
                size = 8 if width == 1 else 4
                value, at = message[at : at + size], at + size
            case _:
                raise ValueError(key)
        yield key >> 3, value
    if at != len(message):
        raise ValueError("cut off")


def _number(message: bytes, at: int) -> tuple[int, int]:
    """Return the number at a place, written in sevens of bits, and the place after it."""
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at
        if shift > 63:
            raise ValueError("no number")
