"""``transcheck config show`` and ``transcheck init``: what is set, and where it comes from."""

from pathlib import Path
from typing import Annotated

import typer

from transcheck.cli import options, verdict
from transcheck.cli.guard import Exit, guarded, say
from transcheck.errors import ConfigError

app = typer.Typer(no_args_is_help=True, help="Show the configuration.")


@app.callback()
def config_group() -> None:
    """Show the configuration."""


@app.command()
@guarded
def show(
    fail_on: options.FailOn = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.Config = None,
    profile: options.Profile = None,
    baseline: options.Baseline = None,
) -> Exit:
    """Show every setting with its value and where that comes from, then the checks that run.

    Examples:

        transcheck config show

        transcheck config show --select TC2
    """
    from transcheck.reporters import settings_list

    chosen = verdict.settings(
        config,
        profile=profile,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        baseline=baseline,
    )
    said = {"select": select, "ignore": ignore, "fail_on": fail_on, "baseline": baseline}
    print(settings_list.render(chosen, {key for key, value in said.items() if value}))  # noqa: T201
    return Exit.CLEAN


@guarded
def init(
    folder: Annotated[Path, typer.Argument(help="Where to look and to write.")] = Path(),
) -> Exit:
    """Write a transcheck.toml with comments, after a look at the files; never over another.

    Examples:

        transcheck init
    """
    from transcheck import files
    from transcheck.config.reading import FILE_NAME, configured
    from transcheck.formats.project import Project
    from transcheck.reporters import first_configuration

    if not folder.is_dir():
        raise ConfigError(f"{folder} is no folder")
    known = configured(folder)
    if known:
        raise ConfigError(f"{known} is there already", hint="`transcheck config show` shows it")
    project = Project()
    found = sorted(
        str(path.relative_to(folder).as_posix())
        for path in folder.rglob("*")
        if project.is_localized(path) and not any(part.startswith(".") for part in path.parts)
    )
    files.write(folder / FILE_NAME, first_configuration.render(found).encode())
    say(f"wrote {folder / FILE_NAME} ({len(found)} localization files found)")
    return Exit.CLEAN
