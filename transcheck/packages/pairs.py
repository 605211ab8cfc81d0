"""Language pairs as a user writes them: ``es-en``, ``zh-TW-en``."""

from transcheck import languages
from transcheck.errors import ConfigError


def parse(pair: str) -> tuple[str, str]:
    """Return the tags of source and target.

    Raises:
        ConfigError: these are no two known languages.
    """
    parts = pair.replace("_", "-").split("-")
    for cut in range(1, len(parts)):
        try:
            one, other = ("-".join(half) for half in (parts[:cut], parts[cut:]))
            return languages.find(one).tag, languages.find(other).tag
        except ConfigError:
            continue
    raise ConfigError(f"{pair!r} is no pair of languages", hint="write it like this: es-en")
