"""Other programs that look for faults in text, each run as an installed command of its own.

Nothing of theirs is imported: Python tools and Weblate's classes get environments of their own
below ``build/peers``, Harper comes from npm, hunspell and aspell from the system.
"""

import json
import re
import shutil
import subprocess
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "build" / "peers"
SCRIPTS = Path(__file__).parent / "peer_scripts"
LIMIT = 600
_WEBLATE_NEEDS = (
    "Django", "GitPython", "celery", "disposable-email-domains", "django-appconf", "django-redis",
    "docutils", "filelock", "html2text", "lxml", "nh3", "packaging", "pyparsing",
    "python-dateutil", "requests", "sentry-sdk", "siphashc", "translate-toolkit",
    "translation-finder", "weblate-language-data",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flag:
    """A place that a program flags and why; a whole sentence where it marks no place."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence to judge, and what it translates; all lines judged at once have one ``langs``."""

    source: str
    text: str
    langs: tuple[str, str] = ("es", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another program: its version, and what it flags in each line."""

    name: str
    version: str
    flags: Callable[[Sequence[Line]], list[list[Flag]]]


@dataclass(slots=True)
class Installed:
    """The programs that are there, and why the others are not."""

    peers: list[Peer] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, make: Callable[[], Peer]) -> None:
        try:
            self.peers.append(make())
        except (OSError, subprocess.SubprocessError) as error:
            self.missing[name] = f"not measured: {error}"


def run(command: Sequence[str | Path], text: str = "", *, ok: Sequence[int] = (0,)) -> str:
    """Return what a command prints.

    Raises:
        OSError: the command is not there.
        SubprocessError: it failed, or took longer than ten minutes.
    """
    done = subprocess.run(
        [str(part) for part in command], input=text, capture_output=True, text=True,
        encoding="utf-8", timeout=LIMIT, check=False, cwd=FOLDER,
    )  # fmt: skip
    if done.returncode not in ok:
        raise subprocess.SubprocessError(f"{command[0]} failed: {done.stderr.strip()[-200:]}")
    return done.stdout


def environment(name: str, *packages: str, plain: Sequence[str] = ()) -> Path:
    """Make a Python environment with packages, ``plain`` ones without what they depend on."""
    folder = FOLDER / name
    binaries = folder / "bin"
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True, clear=True)
        pip: list[str | Path] = [
            binaries / "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]
        run([*pip, *packages])
        if plain:
            run([*pip, "--no-deps", *plain])
        (folder / "ready").touch()
    return binaries


def version(binaries: Path, package: str) -> str:
    code = f"from importlib.metadata import version; print(version({package!r}))"
    return run([binaries / "python", "-c", code]).strip()


def installed(*names: str) -> Installed:
    """Install what can be installed, all programs or those that are named, and return it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    programs: dict[str, Callable[[], Peer]] = {
        "hunspell": lambda: _speller("hunspell", ["-d", "en_US", "-l"]),
        "aspell": lambda: _speller("aspell", ["--lang=en", "--encoding=utf-8", "list"]),
        "codespell": _codespell,
        "proselint": _proselint,
        "Harper": _harper,
        "pofilter": _pofilter,
        "Weblate checks": _weblate,
    }
    found = Installed()
    for name in names or programs:
        found.add(name, programs[name])
    return found


def _speller(name: str, options: list[str]) -> Peer:
    if not shutil.which(name):
        raise FileNotFoundError(f"{name} is not installed on this system")

    def flags(lines: Sequence[Line]) -> list[list[Flag]]:
        text = "\n".join(line.text for line in lines)
        wrong = set(run([name, *options], text).split("\n"))
        return [
            [Flag(*m.span(), m[0]) for m in re.finditer(r"[^\W_]+(?:['’][^\W_]+)*", line.text)
             if m[0] in wrong or m[0].replace("’", "'") in wrong]
            for line in lines
        ]  # fmt: skip

    found = re.search(r"(?:Hunspell|Aspell) ([\d.]+)", run([name, "--version"]))
    return Peer(name=name, version=found[1] if found else "unknown", flags=flags)


def _codespell() -> Peer:
    binaries = environment("python", "codespell", "proselint", "translate-toolkit")

    def flags(lines: Sequence[Line]) -> list[list[Flag]]:
        (FOLDER / "lines.txt").write_text("\n".join(line.text for line in lines), "utf-8")
        found: list[list[Flag]] = [[] for _ in lines]
        for hit in run([binaries / "codespell", "lines.txt"], ok=(0, 65)).splitlines():
            place = re.match(r".*?:(\d+): (\S+) ==>", hit)
            if place:
                number = int(place[1]) - 1
                at = lines[number].text.find(place[2])
                found[number].append(Flag(at, at + len(place[2]), place[2]))
        return found

    return Peer(name="codespell", version=version(binaries, "codespell"), flags=flags)


def _proselint() -> Peer:
    binaries = environment("python", "codespell", "proselint", "translate-toolkit")

    def flags(lines: Sequence[Line]) -> list[list[Flag]]:
        path = FOLDER / "lines.txt"
        path.write_text("\n".join(line.text for line in lines), "utf-8")
        command: list[str | Path] = [
            binaries / "proselint",
            "check",
            "--output-format",
            "json",
            path,
        ]
        found: list[list[Flag]] = [[] for _ in lines]
        report = json.loads(run(command, ok=(0, 1, 2)))["result"]
        for hit in (hit for file in report.values() for hit in file["diagnostics"]):
            row, column = hit["pos"]
            length = hit["span"][1] - hit["span"][0]
            if 0 < row <= len(lines):
                found[row - 1].append(Flag(column - 1, column - 1 + length, hit["check_path"]))
        return found

    return Peer(name="proselint", version=version(binaries, "proselint"), flags=flags)


def _harper() -> Peer:
    if not (FOLDER / "node_modules" / "harper.js").is_dir():
        (FOLDER / "package.json").write_text('{"type": "module", "private": true}\n', "utf-8")
        run(["npm", "install", "--silent", "harper.js"])
    shutil.copy(SCRIPTS / "harper.mjs", FOLDER)
    about = json.loads((FOLDER / "node_modules/harper.js/package.json").read_text("utf-8"))

    def flags(lines: Sequence[Line]) -> list[list[Flag]]:
        answer = json.loads(run(["node", "harper.mjs"], json.dumps([line.text for line in lines])))
        return [[Flag(*flag) for flag in one] for one in answer]

    return Peer(name="Harper", version=f"harper.js {about['version']}", flags=flags)


def _pofilter() -> Peer:
    binaries = environment("python", "codespell", "proselint", "translate-toolkit")

    def flags(lines: Sequence[Line]) -> list[list[Flag]]:
        units = "".join(
            f'<trans-unit id="{number}"><source>{_xml(line.source)}</source>'
            f"<target>{_xml(line.text)}</target></trans-unit>\n"
            for number, line in enumerate(lines)
        )
        (FOLDER / "lines.xlf").write_text(
            '<?xml version="1.0" encoding="utf-8"?>\n<xliff version="1.1" '
            'xmlns="urn:oasis:names:tc:xliff:document:1.1"><file original="lines" '
            f'source-language="{lines[0].langs[0]}" target-language="{lines[0].langs[1]}" '
            'datatype="plaintext"><body>\n'
            f"{units}</body></file></xliff>\n", "utf-8",
        )  # fmt: skip
        run(
            [
                binaries / "pofilter",
                "--progress=none",
                "--excludefilter=isfuzzy",
                "lines.xlf",
                "filtered.xlf",
            ]
        )
        report = (FOLDER / "filtered.xlf").read_text("utf-8")
        found: list[list[Flag]] = [[] for _ in lines]
        for unit in re.finditer(r'<trans-unit[^>]* id="(\d+)".*?</trans-unit>', report, re.DOTALL):
            number = int(unit[1])
            reasons = re.findall(r"<note[^>]*>(\w+):", unit[0])
            found[number] = [Flag(0, len(lines[number].text), reason) for reason in reasons]
        return found

    return Peer(
        name="pofilter",
        version=f"translate-toolkit {version(binaries, 'translate-toolkit')}",
        flags=flags,
    )


def _xml(text: str) -> str:
    """Return ``text`` escaped, without the control characters that XML cannot hold."""
    return escape("".join(char for char in text if char.isprintable() or char.isspace()))


def _weblate() -> Peer:
    binaries = environment("weblate", *_WEBLATE_NEEDS, plain=["weblate"])

    def flags(lines: Sequence[Line]) -> list[list[Flag]]:
        pairs = json.dumps([lines[0].langs, *((line.source, line.text) for line in lines)])
        answer = json.loads(run([binaries / "python", SCRIPTS / "weblate_checks.py"], pairs))
        return [
            [Flag(0, len(line.text), reason) for reason in reasons]
            for line, reasons in zip(lines, answer, strict=True)
        ]

    return Peer(name="Weblate checks", version=version(binaries, "weblate"), flags=flags)
