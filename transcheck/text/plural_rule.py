"""Read the rule by which a PO file numbers its plural forms: "nplurals=2; plural=n != 1;"."""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

# The whole numbers for which a rule is worked out: languages repeat themselves after 100.
NUMBERS = range(201)
_LONGEST = 1000
_HEADER = re.compile(r"\s*nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*")
_TOKEN = re.compile(r"\s*(?:(\d{1,9})|(n)|(\|\||&&|[=!<>]=|[-<>+*/%?:()!]))")

# The operators of C by how closely they bind.
_BINARY: dict[str, tuple[int, Callable[[int, int], int]]] = {
    "||": (2, lambda one, other: int(bool(one or other))),
    "&&": (3, lambda one, other: int(bool(one and other))),
    "==": (4, operator.eq), "!=": (4, operator.ne),
    "<": (5, operator.lt), "<=": (5, operator.le), ">": (5, operator.gt), ">=": (5, operator.ge),
    "+": (6, operator.add), "-": (6, operator.sub),
    "*": (7, operator.mul), "/": (7, operator.floordiv), "%": (7, operator.mod),
}  # fmt: skip
_CHOICE, _NOT = 1, 8
_Step = int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class PluralRule:
    """The forms of a rule: ``forms[i]`` are the numbers up to 200 that take form ``i``."""

    forms: tuple[tuple[int, ...], ...]


@lru_cache(maxsize=64)
def plural_rule(header: str) -> PluralRule:
    """Return the rule that a header says.

    >>> [numbers[:3] for numbers in plural_rule("nplurals=2; plural=(n > 1);").forms]
    [(0, 1), (2, 3, 4)]

    Raises:
        ValueError: there is none in it, it cannot be worked out, or it asks for a form that there
            is not.
    """
    found = _HEADER.fullmatch(header) if len(header) <= _LONGEST else None
    if not found:
        raise ValueError("expected “nplurals=2; plural=n != 1;”")
    steps = _steps(found[2])
    forms: list[list[int]] = [[] for _ in range(int(found[1]))]
    for number in NUMBERS:
        form = _value(steps, number)
        if not 0 <= form < len(forms):
            raise ValueError(
                f"it asks for form {form} of {len(forms)}, counted from 0, at {number}"
            )
        forms[form].append(number)
    return PluralRule(forms=tuple(map(tuple, forms)))


def forms_in_use(header: str, *, all_forms: bool = False) -> int:
    """Return how many forms a rule has: those that some number takes, or all; 0 if it is broken."""
    try:
        forms = plural_rule(header).forms
    except ValueError:
        return 0
    return len(forms) if all_forms else sum(map(bool, forms))


def _steps(expression: str) -> list[_Step]:
    """Return an expression as it is worked out: operators stand behind their values."""
    steps: list[_Step] = []
    waiting: list[str] = []
    place, value_follows = 0, True
    while place < len(expression):
        token = _TOKEN.match(expression, place)
        if not token or value_follows is (token[3] is not None and token[3] not in {"(", "!"}):
            raise ValueError(f"it cannot be read from “{expression[place:].strip()[:10]}” on")
        place = token.end()
        mark = token[3]
        if mark is None:
            steps.append("n" if token[2] else int(token[1]))
        elif mark in {"(", "!"}:
            waiting.append(mark)
        elif mark == ")":
            _unwound(waiting, steps, "(")
        elif mark == ":":
            _unwound(waiting, steps, "?")
            waiting.append("?:")
        else:
            _bound(waiting, steps, _CHOICE if mark == "?" else _BINARY[mark][0], mark)
        value_follows = mark is not None and mark != ")"
    if value_follows:
        raise ValueError("it ends too early")
    while waiting:
        if waiting[-1] in {"(", "?"}:
            raise ValueError(f"“{waiting[-1]}” is left open")
        steps.append(waiting.pop())
    return steps


def _unwound(waiting: list[str], steps: list[_Step], opening: str) -> None:
    """Work out what stands behind an opening, which goes."""
    while waiting and waiting[-1] not in {"(", "?"}:
        steps.append(waiting.pop())
    if not waiting or waiting.pop() != opening:
        raise ValueError(f"nothing was opened by “{opening}”")


def _bound(waiting: list[str], steps: list[_Step], strength: int, mark: str) -> None:
    """Work out first what binds more closely, or as closely and stands before; then wait."""
    while waiting and waiting[-1] not in {"(", "?"}:
        last = waiting[-1]
        own = _NOT if last == "!" else _CHOICE if last == "?:" else _BINARY[last][0]
        if own < strength or strength == _CHOICE == own:
            break
        steps.append(waiting.pop())
    waiting.append(mark)


def _value(steps: list[_Step], number: int) -> int:
    values: list[int] = []
    for step in steps:
        if isinstance(step, int):
            values.append(step)
        elif step == "n":
            values.append(number)
        elif step == "!":
            values.append(int(not values.pop()))
        elif step == "?:":
            other, one = values.pop(), values.pop()
            values.append(one if values.pop() else other)
        else:
            right, left = values.pop(), values.pop()
            if step in {"/", "%"} and not right:
                raise ValueError("it divides by 0")
            values.append(int(_BINARY[step][1](left, right)))
    return values.pop()
