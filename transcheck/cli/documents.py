"""Files named on the command line, read and with a known language."""

from transcheck import languages
from transcheck.cli.guard import say
from transcheck.formats import plain
from transcheck.model import Document


def load(path: str, *, lang: str | None, encoding: str | None, option: str) -> Document:
    """Read ``path`` (``-`` is standard input); detect its language if ``lang`` is None.

    What was detected is said on standard error, with the ``option`` that would overrule it.

    Raises:
        InputError: the file is no readable text.
        ConfigError: the language is unknown or cannot be told.
    """
    languages.find(lang or "en")  # an unknown language is told before the file is read
    text = plain.read(path, encoding=encoding)
    return identified(text, "<stdin>" if path == "-" else path, lang=lang, option=option)


def identified(text: str, name: str, *, lang: str | None, option: str) -> Document:
    """Return ``text`` as the document ``name``, in the language named or else detected.

    Raises:
        ConfigError: the language is unknown or cannot be told.
    """
    tag = languages.find(lang).tag if lang else None
    if tag is None:
        from transcheck.detect import detect

        found = detect(text, name)
        tag = found.language.tag
        say(f"{name} looks like {found.language}; {option} says otherwise")
    return Document(path=name, text=text, lang=tag)
