"""Frozen records as bytes, and back: JSON of their fields in order, nothing rounded, nothing named.

For what transcheck keeps for itself. What is read is held against the types of the fields, so that
a damaged or forged value is an error here and no surprise later.
"""

import json
import math
from base64 import b64decode, b64encode
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import fields
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

_Record = TypeVar("_Record")
_Kind = TypeVar("_Kind")
_Reader = Callable[[object], object]


def packed(record: object) -> bytes:
    """Return what ``unpacked`` reads, in ASCII on one line."""
    return json.dumps(_plain(record), separators=(",", ":")).encode()


def unpacked(kind: type[_Record], data: bytes) -> _Record:
    """Return the record of this kind that was packed.

    Raises:
        ValueError: ``data`` is something else.
    """
    hashable: Any = kind
    try:
        return _checked(_reader(hashable)(json.loads(data)), kind)
    except (ValueError, TypeError, RecursionError) as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error


def _plain(value: object) -> object:
    kind: Any = type(value)
    if names := _names(kind):
        return [_plain(getattr(value, name)) for name in names]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return b64encode(value).decode() if isinstance(value, bytes) else value


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - dataclasses have no common type
    """Return the names of the fields of a record, none for what is no record."""
    return tuple(each.name for each in fields(kind)) if _is_record(kind) else ()


def _is_record(kind: object) -> bool:
    return hasattr(kind, "__dataclass_fields__")


@cache
def _reader(kind: Any) -> _Reader:  # noqa: ANN401 - types have no common type
    """Return what reads a value of this type, or raises ValueError or TypeError."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return _optional(*(_reader(each) for each in inner if each is not NoneType))
    if origin is tuple:
        return _tuple([_reader(each) for each in inner if each is not ...], any_length=... in inner)
    if origin is Mapping:
        return _mapping(_reader(inner[1]))
    if _is_record(kind):
        hints = get_type_hints(kind)
        return _record(kind, {name: _reader(hints[name]) for name in _names(kind)})
    reader: _Reader = _KINDS.get(kind, kind)
    return reader


def _optional(read: _Reader) -> _Reader:
    return lambda value: None if value is None else read(value)


def _tuple(readers: Sequence[_Reader], *, any_length: bool) -> _Reader:
    if any_length:
        (read,) = readers
        return lambda value: tuple(map(read, _checked(value, list)))
    return lambda value: tuple(
        read(each) for read, each in zip(readers, _checked(value, list), strict=True)
    )


def _mapping(read: _Reader) -> _Reader:
    return lambda value: {key: read(each) for key, each in _checked(value, dict).items()}


def _record(kind: Callable[..., object], readers: Mapping[str, _Reader]) -> _Reader:
    def read(value: object) -> object:
        parts = zip(readers.items(), _checked(value, list), strict=True)
        return kind(**{name: reader(each) for (name, reader), each in parts})

    return read


def _checked(value: object, kind: type[_Kind]) -> _Kind:
    if not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
        raise ValueError(f"{value!r:.40} is no {kind.__name__}")
    return value


def _number(value: object) -> float:
    """Return a float; one that is whole may have been put as an integer."""
    if isinstance(value, int):
        return _checked(value, int)
    if not math.isfinite(_checked(value, float)):
        raise ValueError(f"{value} is no number")
    return _checked(value, float)


_KINDS: Mapping[Hashable, _Reader] = {
    str: lambda value: _checked(value, str),
    int: lambda value: _checked(value, int),
    bool: lambda value: _checked(value, bool),
    float: _number,
    bytes: lambda value: b64decode(_checked(value, str), validate=True),
}
