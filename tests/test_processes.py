"""However many processes share the work, its outcome is one and the same."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.checks.test_hints import TEXTS
from transcheck import processes

COPIES = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies a process safely")


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 2, 50])
def test_everything_is_made_once_and_in_order(count: int, jobs: int) -> None:
    words = [f"word {number}" for number in range(count)]
    assert list(processes.mapped(lambda n: words[n].upper(), count, jobs)) == [
        word.upper() for word in words
    ]


def outcome(code: str) -> str:
    """Return what a process of its own prints: beside the threads of other tests none is copied."""
    whole = f"import os\nfrom transcheck.processes import mapped\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", whole], capture_output=True, text=True, timeout=60, check=False
    )
    return done.stdout + done.stderr


@COPIES
def test_the_first_is_made_here_and_the_others_elsewhere() -> None:
    code = (
        "first, *others = mapped(lambda _: os.getpid(), 40, 2)\n"
        "print(first == os.getpid(), first in others)"
    )
    assert outcome(code) == "True False\n"


@COPIES
def test_an_error_is_raised_as_if_it_were_here() -> None:
    assert "ZeroDivisionError" in outcome("list(mapped(lambda n: 1 // (7 - n), 20, 2))")


@COPIES
def test_a_process_that_is_killed_is_said_and_not_waited_for() -> None:
    said = outcome("list(mapped(lambda n: n and os._exit(9), 20, 2))")
    assert "TranscheckError: a process that checked a part was killed" in said


@COPIES
def test_nobody_waits_for_a_process_that_was_killed() -> None:
    code = (
        "import os, time\n"
        "from transcheck.processes import mapped\n"
        # One call writes the whole line: print may be unbuffered, and the two lines be mixed.
        "work = lambda n: n and (os.write(1, b'%d\\n' % os.getpid()), time.sleep(60))\n"
        "list(mapped(work, 3, 2))"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        copies = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
        # They hold the other end of the pipe: it ends as the last of them does.
        assert parent.stdout.read() == b""
    assert len(set(copies)) == 2


def test_a_small_job_is_not_shared_unless_asked() -> None:
    assert (processes.fitting(None, 100), processes.fitting(3, 100)) == (1, 3)
    assert processes.fitting(None, 1_000_000) == processes.cores()


def run(command: str, file: Path, jobs: int, *more: str) -> tuple[int, bytes]:
    """Return the exit code and the JSON report of a whole process."""
    arguments = [command, str(file), *more, "--jobs", str(jobs), "--format", "json"]
    done = subprocess.run(
        [sys.executable, "-m", "transcheck", *arguments], check=False, capture_output=True
    )
    assert done.stderr == b""
    return done.returncode, done.stdout


def test_batch_writes_the_same_bytes_for_any_number_of_jobs(tmp_path: Path) -> None:
    lines = ["source\ttarget", *(f"{one}\t{other}" for one, other in pairwise(TEXTS))]
    file = tmp_path / "strings.tsv"
    file.write_text("\n".join(line for line in lines if line.count("\t") == 1), "utf-8")
    more = ("--from", "en", "--to", "de", "--no-meaning", "--select", "garble,shape,strings,facts")
    one, two = (run("batch", file, jobs, *more) for jobs in (1, 2))
    assert one == two
    assert one[1].count(b'"fingerprint"') > 50


def test_lint_writes_the_same_bytes_for_any_number_of_jobs(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text("\n\n".join(TEXTS), "utf-8")
    one, two = (run("lint", file, jobs, "--lang", "en") for jobs in (1, 2))
    assert one == two
    assert one[1].count(b'"fingerprint"') > 50
