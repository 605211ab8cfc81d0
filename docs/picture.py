"""Draw ``docs/report.svg``: the terminal report on the seed article, as a terminal shows it."""

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from transcheck import measure, pipeline
from transcheck.config import Settings
from transcheck.embedders import resolve as embedders
from transcheck.engines import resolve as engines
from transcheck.model import Document
from transcheck.reporters import terminal

ROOT = Path(__file__).parents[1]
SEED = Path("seeds") / "000_363af21ffb7771ea.txt"
COMMAND = f"transcheck check {SEED} --from en --to pt"
WIDTH = 100


def main() -> None:
    """Run the main job and write what it prints."""
    article = Document(path=str(SEED), text=(ROOT / SEED).read_text("utf-8"), lang="en")
    report = pipeline.check_engine(
        article,
        engines.resolve("en", "pt"),
        Settings(),
        target="pt",
        instruments=measure.Instruments(embedder=embedders.resolve()),
    )
    shown = terminal.render(report, terminal.Style(width=WIDTH, colour=True))
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {COMMAND}\n"), Text.from_ansi(shown), sep="\n")
    svg = console.export_svg(title="transcheck", unique_id="transcheck")
    # The viewer's own monospace font will do: nothing is fetched to look at a picture.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    (ROOT / "docs" / "report.svg").write_text(svg, "utf-8")


if __name__ == "__main__":
    main()
