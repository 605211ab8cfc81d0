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
    tag = languages.find(lang).tag if lang else None
    text = plain.read(path, encoding=encoding)
    name = "<stdin>" if path == "-" else path
    if tag is None:
        from transcheck.detect import detect

        found = detect(text, name)
        tag = found.language.tag
        say(f"{name} looks like {found.language}; {option} says otherwise")
    return Document(path=name, text=text, lang=tag)
