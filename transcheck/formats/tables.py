"""Read tab-separated files: a header line names the columns, one unit stands on each line."""

from transcheck import languages
from transcheck.errors import InputError
from transcheck.formats import plain
from transcheck.formats.catalog import Catalog, Format, Languages
from transcheck.model import LINE_BREAK, Origin, Pair, Role, Segment
from transcheck.units import State, Unit


def read(path: str, data: bytes, named: Languages) -> Catalog:
    """Return the units of a tab-separated file with columns ``source`` and ``target``.

    A column ``key`` names the units; without it their line does.

    Raises:
        InputError: the file is no text, a column is missing, or a language is not known.
    """
    if not (named.source and named.target):
        raise InputError(
            f"{path}: the file does not say its languages", hint="say --from LANG and --to LANG"
        )
    lines = LINE_BREAK.split(plain.decode(data, path, None))
    header = [column.strip() for column in lines[0].split("\t")]
    if not {"source", "target"} <= set(header):
        raise InputError(
            f"{path}:1: expected the columns source and target, found {', '.join(header)}",
            hint="name the columns in the first line, parted by tabs",
        )
    tags = {"source": languages.find(named.source).tag, "target": languages.find(named.target).tag}
    pairs = []
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            cells = dict(zip(header, line.split("\t"), strict=False))
            pairs.append(_pair(path, number, cells, tags))
    return Catalog(path=path, pairs=tuple(pairs))


def _pair(path: str, line: int, cells: dict[str, str], tags: dict[str, str]) -> Pair:
    def side(name: str) -> Segment:
        return Segment(
            id=f"{name[0]}{line}",
            text=cells.get(name, ""),
            lang=tags[name],
            path=path,
            offset=0,
            line=line,
            column=1,
            block=line,
            role=Role.STRING,
        )

    state = State.TRANSLATED if cells.get("target", "").strip() else State.UNTRANSLATED
    return Pair(
        id="",
        source=side("source"),
        target=side("target"),
        origin=Origin.GIVEN,
        unit=Unit(key=cells.get("key") or str(line), state=state),
    )


TSV = Format(
    name="tsv",
    summary="tab-separated columns source and target, with a header line",
    suffixes=(".tsv",),
    read=read,
)
