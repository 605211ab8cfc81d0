"""What a check is: one record that holds its logic, its examples and its page."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from transcheck.glossary import EMPTY, Glossary
from transcheck.model import Hit, Measured, Pair, Role, Severity, Side
from transcheck.scoring import Calibration
from transcheck.units import Unit


class Status(StrEnum):
    """When a check runs: by default, only when selected by name, or also where texts are repaired.

    Repairs are for what no reader sees and a tool mends for certain: ``lint --fix`` and ``--diff``.
    """

    STABLE = "stable"
    PREVIEW = "preview"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A number that a user may set in the configuration, with its default and its meaning."""

    name: str
    default: float
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text that a check must flag, or must leave alone: test and documentation at once.

    ``text`` is the target, ``source`` the text it translates, if the check looks at one.
    ``flags`` are the exact marked spans on the target; empty for a good example. ``similarity``
    stands for what an embedder would have measured. ``article`` is other text of the same
    article, and ``article_source`` what it translates, one for one. ``known_failure`` says why the
    check gets this example wrong today.

    ``side`` is the text that ``text`` and ``flags`` belong to: the source, if a translation lacks
    it, or has ``translation`` for it. ``embedded`` says that the check needs what the encoder says
    of the pair. ``forward`` stands for what an engine would make of the source. ``line`` is where
    ``text`` stands; its source stands on line 1, the rest below. ``unit`` is what a localization
    file says of the pair, ``article`` being its other plural forms then, and ``glossary`` what the
    user gave.
    """

    text: str
    lang: str = "en"
    source: str | None = None
    source_lang: str = "en"
    flags: tuple[str, ...] = ()
    suggestion: str | None = None
    similarity: float | None = None
    role: Role = Role.BODY
    article: tuple[str, ...] = ()
    article_source: tuple[str, ...] = ()
    side: Side = Side.TARGET
    translation: str | None = None
    translation_lang: str = "en"
    embedded: bool = False
    forward: str | None = None
    line: int = 1
    unit: Unit | None = None
    glossary: Glossary = EMPTY
    why: str = ""
    known_failure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Texts:
    """All pairs of the run in reading order: what a check needs that looks beyond one pair.

    ``beside`` are pairs that the run knows and does not judge; they have no id.

    Compared and hashed by identity, so that a check can keep what it works out for the whole run
    (``functools.lru_cache`` on a function of ``Texts``) and look it up for each pair.
    """

    pairs: tuple[Pair, ...] = ()
    beside: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a check may know besides the pair it looks at.

    ``words`` counts the words of the article (both sides) as they are written;
    ``addresses`` are the handles, hashtags, e-mail and web addresses in it, case folded;
    ``vocabulary`` holds the words that the user declared sound; ``parameters`` are the check's own,
    after configuration; ``calibration`` is that of the embedder, None where nothing was embedded.
    ``glossary`` holds the user's terms.
    ``texts`` are the pairs of the run; where they are empty, a pair is judged by itself.
    """

    words: Mapping[str, int] = field(default_factory=Counter)
    addresses: frozenset[str] = frozenset()
    vocabulary: frozenset[str] = frozenset()
    parameters: Mapping[str, float] = field(default_factory=dict)
    calibration: Calibration | None = None
    glossary: Glossary = EMPTY
    texts: Texts = field(default_factory=Texts)


# What tells whether a token, which is what stands between two spaces, may belong to a fault: a
# function of the token, or what is searched for in it (without flags).
Look = Callable[[str], object] | re.Pattern[str]
# A look for all languages, or what returns that of a language: None where nothing is at fault.
Hint = re.Pattern[str] | Callable[[str], Look | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check: ``run`` looks at one pair and yields a hit for each fault; no hit means fine.

    ``languages`` says in words where it applies; ``run`` itself yields nothing elsewhere.
    What a check can say nothing of is not shown to it. ``compares`` says that it holds a
    translation against its source: it is shown no text by itself. ``measures`` says that it needs
    what a model says of a pair, ``strings`` that it is about the strings of localization files,
    ``prose`` that it is about no string of them, ``plurals`` that it is about messages with plural
    forms, ``terms`` that it needs a glossary.
    ``hint`` is asked of each token first: a pair that has none for which it holds, on either side,
    is not shown to the check; ``string_hint`` takes its place for strings, if less is at fault
    there.
    """

    id: str
    name: str
    summary: str
    rationale: str
    severity: Severity
    run: Callable[[Measured, Context], Iterator[Hit]]
    examples: tuple[Example, ...]
    status: Status = Status.STABLE
    parameters: tuple[Parameter, ...] = ()
    languages: str = "all languages"
    compares: bool = False
    measures: bool = False
    strings: bool = False
    prose: bool = False
    plurals: bool = False
    terms: bool = False
    hint: Hint | None = None
    string_hint: Hint | None = None
