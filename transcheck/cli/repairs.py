"""``transcheck lint --fix`` and ``--diff``: repairs written into files, or shown."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from transcheck.cli.guard import say
from transcheck.errors import ConfigError
from transcheck.files import write
from transcheck.model import Document, Report
from transcheck.results.repairs import Repaired, repair


@dataclass(frozen=True, slots=True, kw_only=True)
class Repairer:
    """Reads texts and repairs them by the reports of ``judge``."""

    lang: str | None
    encoding: str | None
    judge: Callable[[Document], Report]

    def fix(self, files: Sequence[str]) -> list[Document]:
        """Repair each file in place and return the texts as they stand then.

        Raises:
            ConfigError: standard input is among them.
            InputError: a file cannot be read, or not written back as it was.
        """
        if "-" in files:
            raise ConfigError(
                "standard input cannot be repaired in place", hint="use --diff, or name a file"
            )
        # All are repaired before the first is written: a refusal leaves every file as it was.
        made = [(name, *self._repaired(name)) for name in files]
        for name, repaired, data in made:
            if repaired.rounds:
                write(Path(name), data)
                times = "" if repaired.count == 1 else "s"
                say(f"{name}: {repaired.count} repair{times} made")
        return [repaired.document for _, repaired, _ in made]

    def show(self, files: Sequence[str]) -> tuple[bool, bool]:
        """Print what would change as a unified diff.

        Return whether anything would, and whether every text could be checked.
        """
        from transcheck.reporters import patch

        changed, complete = False, True
        for name in files:
            document, _ = self._read(name)
            repaired = repair(document, self.judge)
            complete = complete and not repaired.report.failures
            shown = patch.render(
                document.path,
                document.text,
                repaired.document.text,
                colour=sys.stdout.isatty(),
            )
            changed = changed or bool(shown)
            sys.stdout.write(shown)
        return changed, complete

    def _repaired(self, name: str) -> tuple[Repaired, bytes]:
        from transcheck.formats.rewrite import rewritten
        from transcheck.results.repairs import edited

        document, data = self._read(name)
        repaired = repair(document, self.judge)
        text = document.text
        for edits in repaired.rounds:
            changes = [(edit.start, edit.end, edit.text) for edit in edits]
            data = rewritten(data, text, changes, path=name, encoding=self.encoding)
            text = edited(text, edits)
        return repaired, data

    def _read(self, name: str) -> tuple[Document, bytes]:
        from transcheck import languages
        from transcheck.cli.documents import identified
        from transcheck.formats import plain

        languages.find(self.lang or "en")
        data = plain.content(name)
        path = "<stdin>" if name == "-" else name
        text = plain.decode(data, path, self.encoding)
        return identified(text, path, lang=self.lang, option="--lang"), data
