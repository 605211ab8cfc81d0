"""``transcheck models``: which models are here, and getting, checking and removing them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transcheck.cli import options
from transcheck.cli.guard import Exit, guarded
from transcheck.errors import ConfigError

if TYPE_CHECKING:
    from transcheck.packages.install import Installed

app = typer.Typer()

Index = Annotated[
    str | None,
    typer.Option(metavar="FILE_OR_URL", help="Index of packages; else ARGOS_PACKAGE_INDEX's."),
]
Digest = Annotated[str | None, typer.Option(metavar="HEX", help="SHA-256 that the file must have.")]
Name = Annotated[
    str, typer.Argument(metavar="NAME", help="A pair such as es-en, or the name of a package.")
]


@app.callback(invoke_without_command=True)
def models(context: typer.Context, output: options.OutputFormat = options.Format.TEXT) -> None:
    """List the models that are here; get, check and remove the packages of Argos Translate.

    Nothing is fetched from the network but by `transcheck models pull`.

    Examples:

        transcheck models

        transcheck models pull es-en

        transcheck models add translate-es_en-1_9.argosmodel
    """
    if context.invoked_subcommand is None:
        list_models(output)


@app.command(name="list")
@guarded
def list_models(output: options.OutputFormat = options.Format.TEXT) -> Exit:
    """List the translation engines and embedders that are here, and their languages.

    Examples:

        transcheck models list

        transcheck models list --format json
    """
    from transcheck.embedders import resolve as embedders
    from transcheck.engines import resolve as engines
    from transcheck.reporters import model_list

    render = model_list.as_json if output is options.Format.JSON else model_list.as_text
    print(render(engines.available(), embedders.available()).rstrip("\n"))  # noqa: T201
    return Exit.CLEAN


@app.command()
@guarded
def pull(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A pair such as es-en, or sbert:MODEL.")
    ],
    index: Index = None,
    backend: Annotated[
        str, typer.Option(metavar="NAME", help="For sbert: weights for torch, onnx or openvino.")
    ] = "torch",
) -> Exit:
    """Fetch and install a model: the one command that uses the network.

    For a pair that is Argos's package, or the two that meet in English. A transfer that broke off
    goes on where it stopped.

    Examples:

        transcheck models pull es-en

        transcheck models pull es-en --index https://example.org/packages/

        transcheck models pull sbert:LaBSE
    """
    if name.startswith("sbert:"):
        from transcheck.embedders import sbert_files
        from transcheck.embedders.base import Runtime
        from transcheck.embedders.sbert_models import full_name

        model = full_name(name.removeprefix(sbert_files.PREFIX))
        print(f"installed {sbert_files.fetch(model, Runtime(backend=backend))}")  # noqa: T201
        return Exit.CLEAN
    from transcheck.cli import progress
    from transcheck.packages import index as offered
    from transcheck.packages import install, installed
    from transcheck.packages.pairs import parse

    source, target = (installed.code(tag) for tag in parse(name))
    offers = offered.load(index or installed.index_address())
    for offer in offered.route(offers, source, target):
        with progress.of_transfers() as shown:
            done = install.pull(offer, progress=shown)
        _say_installed(done)
    return Exit.CLEAN


@app.command()
@guarded
def add(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="An .argosmodel file, or the folder of a student."),
    ],
    sha256: Digest = None,
    source_lang: Annotated[
        str | None, typer.Option("--from", metavar="LANG", help="Language a student reads.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="LANG", help="Language a student writes.")
    ] = None,
) -> Exit:
    """Install an Argos package from a file, or a Firefox (Bergamot) "tiny" student from a folder.

    The folder of a student has its model, its lexicon and its vocabulary. What the embedded engine
    does not compute is refused with the reason.

    Examples:

        transcheck models add translate-es_en-1_9.argosmodel

        transcheck models add enfr.student.tiny11/ --from en --to fr
    """
    if file.is_dir():
        from transcheck.packages import students

        if not (source_lang and to) or sha256:
            raise ConfigError(
                f"{file} is a folder: a student does not say which languages it is for",
                hint="name them: --from LANG --to LANG (--sha256 is for files)",
            )
        student, digest = students.add(file, source_lang, to)
        print(f"installed {student.folder.name} (SHA-256 {digest})")  # noqa: T201
        return Exit.CLEAN
    if source_lang or to:
        raise ConfigError(
            f"{file} is no folder; --from and --to are for a student's",
            hint="an .argosmodel file says itself which languages it is for",
        )
    from transcheck.packages import install

    _say_installed(install.add(file, sha256=sha256))
    return Exit.CLEAN


@app.command()
@guarded
def verify() -> Exit:
    """Hold the files of every Argos package and student against the digests of its installation.

    Exits with 1 if one has changed. A package that Argos's own tools installed has no digests.

    Examples:

        transcheck models verify
    """
    from transcheck.packages import install, record

    verdicts = [record.verify(folder) for folder in install.folders()]
    for verdict in verdicts:
        files = f": {', '.join(verdict.files)}" if verdict.files else ""
        print(f"{verdict.state}  {verdict.folder.name}{files}")  # noqa: T201
    if not verdicts:
        print("neither an Argos package nor a student is installed")  # noqa: T201
    changed = any(verdict.state is record.State.CHANGED for verdict in verdicts)
    return Exit.FINDINGS if changed else Exit.CLEAN


@app.command()
@guarded
def remove(name: Name) -> Exit:
    """Remove an installed Argos package or a student.

    Examples:

        transcheck models remove es-en
    """
    from transcheck.packages import install

    folder = install.find(name)
    install.remove(folder)
    print(f"removed {folder}")  # noqa: T201
    return Exit.CLEAN


@app.command()
@guarded
def path() -> Exit:
    """Print the folder in which Argos Translate and transcheck keep packages.

    Examples:

        transcheck models path
    """
    from transcheck.packages import installed

    print(installed.home())  # noqa: T201
    return Exit.CLEAN


def _say_installed(done: "Installed") -> None:
    what = "installed" if done.new else "already installed:"
    print(f"{what} {done.folder.name} (SHA-256 {done.sha256})")  # noqa: T201
