"""Run Weblate's check classes without a site: pairs as JSON in, the names of checks that flag out.

Runs in an environment of its own, with Weblate and no database; transcheck never imports it. The
checks for one string at a time that ask nothing of a site are run; those that cannot are passed
over. The first pair names the two languages.
"""

import importlib
import json
import sys
from types import SimpleNamespace

# "same" cannot run without Weblate's models.
MODULES = ("chars", "duplicate", "markup")


def language(tag: str) -> SimpleNamespace:
    """Return what the checks ask of a language."""
    return SimpleNamespace(
        code=tag, base_code=tag, is_base=lambda tags: tag in tags, is_cjk=lambda: False
    )


def checks() -> list[object]:
    """Return the checks of the target string that run by default."""
    importlib.import_module("django.conf").settings.configure(
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"],
        SITE_DOMAIN="",
        CHECK_LIST=(),
    )
    importlib.import_module("django").setup()
    modules = [importlib.import_module(f"weblate.checks.{name}") for name in MODULES]
    classes = [
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__
    ]
    return [
        kind()
        for kind in classes
        if getattr(kind, "check_id", "")
        and getattr(kind, "target", False)
        and not getattr(kind, "default_disabled", True)
    ]


def flags(check: object, source: str, target: str, unit: SimpleNamespace) -> bool:
    """Say whether a check flags a pair; one that needs a site says nothing."""
    try:
        return bool(check.check_single(source, target, unit))  # type: ignore[attr-defined]
    except (AttributeError, NotImplementedError, KeyError, TypeError):
        return False


def main() -> None:
    """Answer for every pair."""
    # Nothing of the text is a placeholder, as in a project that sets no flags.
    no_flags = type("Flags", (set,), {"get_value": None, "has_value": lambda *_: False})()
    (source_lang, target_lang), *pairs = json.load(sys.stdin)
    component = SimpleNamespace(source_language=language(source_lang))
    translation = SimpleNamespace(language=language(target_lang), component=component)
    known = checks()
    found = []
    for source, target in pairs:
        unit = SimpleNamespace(
            translation=translation, all_flags=no_flags, source_string=source, note=""
        )
        found.append(
            [check.check_id for check in known if flags(check, source, target, unit)]  # type: ignore[attr-defined]
        )
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
