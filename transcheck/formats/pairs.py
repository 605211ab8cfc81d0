"""Read a file of pairs: a source and its translation in two columns, parted by a tab."""

from transcheck.errors import InputError
from transcheck.formats import plain
from transcheck.model import LINE_BREAK


def read(path: str, *, encoding: str | None = None) -> list[tuple[str, str]]:
    """Return the pairs of the file, in order; blank lines are passed over.

    Raises:
        InputError: the file is no readable text, or a line has not exactly two columns with text.
    """
    text = plain.read(path, encoding=encoding)
    pairs = []
    for number, line in enumerate(LINE_BREAK.split(text), start=1):
        if not line.strip():
            continue
        columns = [column.strip() for column in line.split("\t")]
        if len(columns) != 2 or not all(columns):
            raise InputError(
                f"{path}:{number}: expected a source and its translation, parted by one tab",
                hint="for two files of lines, name them: transcheck calibrate SOURCE TRANSLATION",
            )
        pairs.append((columns[0], columns[1]))
    return pairs
