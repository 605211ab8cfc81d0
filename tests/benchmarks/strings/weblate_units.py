"""Run Weblate's check classes without a site: entries as JSON in, the checks that flag out.

Runs in an environment of its own, with Weblate and no database; transcheck never imports it. All
checks of a translation that ask nothing of a site are run, those that are on by default and those
that the flags of an entry turn on, as they are for a component that sets no flags of its own.
"""

import importlib
import json
import sys
from types import ModuleType, SimpleNamespace

MODULES = (
    "angularjs", "chars", "consistency", "duplicate", "format", "icu", "markup", "placeholders",
    "qt", "ruby", "same",
)  # fmt: skip
# They ask the database for other units.
_NEED_A_SITE = frozenset({"inconsistent", "reused", "translated"})
_FORMLESS = frozenset({"ja", "zh"})
_MANY_FORMS = frozenset({"pl", "ru"})


class Flags(set[str]):
    """The flags of an entry, some of them with a value ("max-length:40")."""

    def has_any(self, flags: set[str]) -> bool:
        return not flags.isdisjoint(flag.partition(":")[0] for flag in self)

    def has_value(self, name: str) -> bool:
        return any(flag.startswith(f"{name}:") for flag in self)

    def get_value(self, name: str) -> int:
        return int(next(f.partition(":")[2] for f in self if f.startswith(f"{name}:")))

    def format(self) -> str:
        return ", ".join(sorted(self))


class PluralMapper:
    """Which source stands beside which form: the singular beside the first of several."""

    def __init__(self, _source: SimpleNamespace, target: SimpleNamespace) -> None:
        self.first = target.number > 1

    def zip(
        self, sources: list[str], targets: list[str], _unit: SimpleNamespace
    ) -> list[tuple[str, str]]:
        return [
            (sources[0] if self.first and not number else sources[-1], target)
            for number, target in enumerate(targets)
        ]


def language(tag: str) -> SimpleNamespace:
    """Return what the checks ask of a language."""
    base = tag.partition("-")[0]
    return SimpleNamespace(
        code=tag.replace("-", "_"),
        base_code=base,
        is_base=lambda tags: base in tags,
        is_cjk=lambda: base in {"ja", "ko", "zh"},
        plural=plural(base),
    )


def plural(base: str) -> SimpleNamespace:
    """Return the plural forms of a language, with numbers that each stands for."""
    if base in _FORMLESS:
        examples = {0: ["0", "1", "2", "…"]}
    elif base in _MANY_FORMS:
        examples = {0: ["1"], 1: ["2", "3", "4"], 2: ["0", "5", "6", "…"]}
    elif base in {"fr", "pt"}:
        examples = {0: ["0", "1"], 1: ["2", "3", "…"]}
    else:
        examples = {0: ["1"], 1: ["0", "2", "3", "…"]}
    return SimpleNamespace(number=len(examples), examples=examples)


def checks() -> list[object]:
    """Return the checks of the target string."""
    importlib.import_module("django.conf").settings.configure(
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"],
        SITE_DOMAIN="",
        CHECK_LIST=(),
    )
    importlib.import_module("django").setup()
    _without_models()
    modules = [importlib.import_module(f"weblate.checks.{name}") for name in MODULES]
    classes = {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__
    }
    return [
        kind()
        for kind in sorted(classes, key=lambda kind: kind.__name__)
        if getattr(kind, "target", False) and getattr(kind, "check_id", "")
        and kind.check_id not in _NEED_A_SITE  # type: ignore[attr-defined]
    ]  # fmt: skip


def _without_models() -> None:
    """Stand in for three modules that load the models of a site."""
    for name, attribute, value in (
        ("weblate.checks.flags", "TYPED_FLAGS", {}),
        ("weblate.glossary.models", "get_glossary_terms", lambda *_args, **_more: []),
        ("weblate.lang.models", "PluralMapper", PluralMapper),
    ):
        sys.modules[name] = ModuleType(name)
        setattr(sys.modules[name], attribute, value)


def unit(entry: dict[str, object], flags: Flags) -> SimpleNamespace:
    """Return what the checks ask of a unit."""
    target = language(str(entry["lang"]))
    sources, targets = entry["sources"], entry["targets"]
    nameless = SimpleNamespace(name="", file_format="po", slug="")
    component = SimpleNamespace(
        source_language=language("en"), project=nameless, name="", is_multivalue=False,
        file_format="po", file_format_cls=SimpleNamespace(strict_format_plurals=False),
    )  # fmt: skip
    return SimpleNamespace(
        all_flags=flags, check_cache={}, readonly=False, state=20, translated=True, note="",
        is_source=False, source=sources[0], source_string=sources[0],  # type: ignore[index]
        target="\x1e\x1e".join(targets),  # type: ignore[arg-type]
        get_source_plurals=lambda: sources, get_target_plurals=lambda: targets,
        translation=SimpleNamespace(
            language=target, component=component, plural=target.plural, is_template=False
        ),
    )  # fmt: skip


def main() -> None:
    """Answer for every entry."""
    known, failed = checks(), set()
    found = []
    for entry in json.load(sys.stdin):
        flags = Flags(flag.replace("max-length: ", "max-length:") for flag in entry["flags"])
        seen = []
        for check in known:
            one = unit(entry, flags)
            try:
                if check.check_target(entry["sources"], entry["targets"], one):  # type: ignore[attr-defined]
                    seen.append(check.check_id)  # type: ignore[attr-defined]
            except (AttributeError, NotImplementedError, KeyError, TypeError) as error:
                failed.add(f"{check.check_id}: {error!r}")  # type: ignore[attr-defined]
        found.append(seen)
    json.dump({"found": found, "failed": sorted(failed)}, sys.stdout)


if __name__ == "__main__":
    main()
