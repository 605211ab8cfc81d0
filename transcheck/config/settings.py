"""Settings: what a user chose in a configuration file and on the command line."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from transcheck.embedders.base import Runtime
from transcheck.engines.base import Decoding
from transcheck.glossary import EMPTY, Glossary, kept
from transcheck.model import Pair, Severity
from transcheck.text import globs

if TYPE_CHECKING:
    from transcheck.checks.base import Check
    from transcheck.checks.runner import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What is chosen otherwise for some languages and files; where both are named, both must fit.

    ``languages`` are tags of translations (``pt`` covers ``pt-BR``), ``paths`` are patterns
    against the path of the file; an empty one fits all.
    """

    languages: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def fits(self, pair: Pair) -> bool:
        """Whether the pair is in one of the languages and one of the files."""
        segment = pair.target or pair.source
        if segment is None:
            return False
        lang = segment.lang
        spoken = any(lang == each or lang.startswith(f"{each}-") for each in self.languages)
        placed = any(globs.match(each, segment.path) for each in self.paths)
        return (spoken or not self.languages) and (placed or not self.paths)


@cache
def _terms(files: tuple[Path, ...], names: frozenset[str]) -> Glossary:
    if not (files or names):
        return EMPTY
    from transcheck.formats import glossaries

    read = [concept for file in files for concept in glossaries.read(file)]
    return Glossary(concepts=(*read, *kept(sorted(names))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What to check and how; the defaults are those of a run without any configuration.

    ``select`` and ``ignore`` hold check ids, names, id prefixes or groups; an empty ``select``
    means all stable checks, and ``extend_select`` adds to either. ``vocabulary`` holds words that
    are sound as they are written, ``do_not_translate`` names that stay as they are, and
    ``glossary`` files of terms.
    ``severities`` and ``parameters`` are keyed by check name.
    ``engine`` and ``embedder`` None mean the first that fits, and ``calibration`` None the
    thresholds that go with it; ``evidence`` says whether an engine is asked for a second opinion,
    None where that costs little, and ``decoding`` how it searches; ``runtime`` is what computes an
    embedder of sentence-transformers. ``baseline`` holds known findings. ``patterns`` say where in
    its path a file names its language, ``formats`` in which format files are, by globs. ``jobs``
    processes share what is checked, None as many as pay; the report is the same for any number.
    ``folder`` is that of the configuration, the current one where there is none. ``origins`` says
    where a value comes from that is not a default.
    """

    profile: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING
    vocabulary: frozenset[str] = frozenset()
    do_not_translate: frozenset[str] = frozenset()
    glossary: tuple[Path, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    engine: str | None = None
    embedder: str | None = None
    calibration: Path | None = None
    evidence: bool | None = None
    decoding: Decoding = field(default_factory=Decoding)
    runtime: Runtime = field(default_factory=Runtime)
    baseline: Path | None = None
    patterns: tuple[str, ...] = ()
    formats: Mapping[str, str] = field(default_factory=dict)
    jobs: int | None = 1
    folder: Path = Path()
    origins: Mapping[str, str] = field(default_factory=dict)

    def rules(self) -> "tuple[Rule, ...]":
        """Return the chosen checks with their severities and parameters, in the table's order.

        Raises:
            ConfigError: a name in ``select`` or ``ignore`` fits no check.
        """
        return self._rules(())

    def rules_by_pair(self) -> "Callable[[Pair], tuple[Rule, ...]]":
        """Return what says how the checks are chosen for a pair, by its language and file."""
        known: dict[tuple[int, ...], tuple[Rule, ...]] = {}

        def rules_at(pair: Pair) -> "tuple[Rule, ...]":
            fitting = tuple(n for n, each in enumerate(self.overrides) if each.fits(pair))
            if fitting not in known:
                known[fitting] = self._rules(tuple(self.overrides[n] for n in fitting))
            return known[fitting]

        return rules_at

    def terms(self) -> Glossary:
        """Return what the glossaries and ``do_not_translate`` say; each file is read once.

        Raises:
            InputError: a glossary cannot be read.
        """
        return _terms(self.glossary, self.do_not_translate)

    def repairing(self) -> "Settings":
        """Return the settings with which texts are repaired: more is mended than is reported."""
        if self.select:
            return self
        from transcheck.checks import registry
        from transcheck.checks.base import Status

        mended = [check.name for check in registry.ALL if check.status is Status.REPAIR]
        return replace(self, extend_select=(*self.extend_select, *mended))

    def digest(self) -> str:
        """Return 12 hex digits that stand for every setting that can change a finding."""
        rules = [(r.check.id, r.severity, sorted(r.parameters.items())) for r in self.rules()]
        parts: tuple[object, ...] = (rules, sorted(self.vocabulary))
        if self.terms().concepts:
            parts = (*parts, self.terms().concepts)
        if self.overrides:
            parts = (*parts, self.overrides)
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]

    def choices(self) -> tuple[object, ...]:
        """Return what a report hangs on, as it was chosen: to say so asks for no check."""
        return (
            (self.select, self.extend_select, self.ignore, self.fail_on),
            (self.severities, self.parameters, self.overrides),
            (sorted(self.vocabulary), self.terms().concepts),
        )

    def _rules(self, overrides: tuple[Override, ...]) -> "tuple[Rule, ...]":
        # All checks together take a while to load, and not every run asks for them.
        from transcheck.checks import registry
        from transcheck.checks.base import Status

        selected = registry.matching(self.select)
        added = registry.matching(self.extend_select)
        ignored = registry.matching(
            [*self.ignore, *(name for each in overrides for name in each.ignore)]
        )
        return tuple(
            self._rule(check, overrides)
            for check in registry.ALL
            if check.id not in ignored
            and (
                check.id in added
                or (check.id in selected if self.select else check.status is Status.STABLE)
            )
        )

    def _rule(self, check: "Check", overrides: tuple[Override, ...]) -> "Rule":
        from transcheck.checks.runner import Rule

        severity = self.severities.get(check.name, check.severity)
        parameters = {parameter.name: parameter.default for parameter in check.parameters}
        parameters |= self.parameters.get(check.name, {})
        for each in overrides:
            severity = each.severities.get(check.name, severity)
            parameters |= each.parameters.get(check.name, {})
        return Rule(check=check, severity=severity, parameters=parameters)
