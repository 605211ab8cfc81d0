"""What flags on untouched entries are worth, as a reader saw them who was not told whose they are.

``read.tsv`` names entries of ``Part.DEVELOPMENT`` by a hash, so that no text of a project is kept:
150 that each program flags, drawn by chance. It says of each whether what was flagged is a fault.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.strings.corpus import Entry
from tests.benchmarks.strings.programs import Flags

# Our flags without those that are notes and stop no merge, named as their program and more.
WARNINGS = "transcheck, without notes"
_READ = Path(__file__).parent / "read.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How many entries that a program flags were ``read``, and how many of these have no fault.

    ``stops`` have a full stop that the source has not, which some take for a fault.
    ``flagged`` counts all that it flags, in 1,000 untouched entries.
    """

    program: str
    flagged: float
    read: int
    sound: int
    stops: int

    @property
    def false_alarms(self) -> float:
        """Flagged entries without a fault, in 1,000."""
        return self.flagged * self.sound / self.read

    @property
    def with_stops(self) -> float:
        """The same, where a full stop that was added is no fault either."""
        return self.flagged * (self.sound + self.stops) / self.read


def key(entry: Entry) -> str:
    """Return the name of an entry in ``read.tsv``."""
    text = "\0".join((entry.project, entry.lang, *entry.sources, *entry.targets))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def readings(
    flagged: Mapping[str, Flags], entries: Mapping[int, Entry], counted: int
) -> Iterator[Reading]:
    """Yield for each program what was read of the entries that it flags."""
    lines = _READ.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    for program, flags in flagged.items():
        still = {key(entries[number]) for number in flags}
        drew = program.partition(",")[0]
        read = [said for name, said, drawn in rows if drew in drawn.split() and name in still]
        yield Reading(
            program=program,
            flagged=round(1000 * len(flags) / counted, 1),
            read=len(read),
            sound=read.count("sound"),
            stops=read.count("stop"),
        )
