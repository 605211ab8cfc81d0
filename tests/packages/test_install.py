import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.conftest import ARGOS_ARCHIVE
from transcheck.cli.app import app
from transcheck.engines.argos import ArgosTranslator
from transcheck.errors import InputError, ModelError
from transcheck.packages import install, record
from transcheck.packages.index import load, route
from transcheck.packages.pairs import parse

pytestmark = [
    pytest.mark.skipif(not find_spec("argostranslate"), reason="the extra argos is not installed"),
]
NAME = "translate-pt_en-1_0"


class Mirror(BaseHTTPRequestHandler):
    """Serves a folder with ranges; breaks off after ``limit`` bytes as often as ``breaks`` says."""

    def __init__(self, *args: object, folder: Path, log: list[str], breaks: list[int]) -> None:
        self.folder, self.log, self.breaks = folder, log, breaks
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        file = self.folder / self.path.lstrip("/")
        if not file.is_file():
            self.send_error(404)
            return
        raw = file.read_bytes()
        wanted = self.headers.get("Range", "")
        self.log.append(f"{self.path} {wanted}".strip())
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        self.send_response(206 if wanted else 200)
        if wanted:
            self.send_header("Content-Range", f"bytes {start}-{len(raw) - 1}/{len(raw)}")
        self.send_header("Content-Length", str(len(raw) - start))
        self.end_headers()
        stop = self.breaks.pop() if self.breaks and file.suffix != ".json" else len(raw)
        self.wfile.write(raw[start:stop])

    def log_message(self, *_args: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def mirror(tmp_path: Path) -> Iterator[tuple[str, list[str], list[int], Path]]:
    folder, log, breaks = tmp_path / "mirror", list[str](), list[int]()
    folder.mkdir()
    shutil.copy(ARGOS_ARCHIVE, folder)
    handler = partial(Mirror, folder=folder, log=log, breaks=breaks)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    address = f"http://127.0.0.1:{server.server_port}"
    entry = {
        "from_code": "pt", "to_code": "en", "package_version": "1.0",
        "links": [f"{address}/{ARGOS_ARCHIVE.name}"],
    }  # fmt: skip
    (folder / "index.json").write_text(json.dumps([{"type": "sbd"}, entry]))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield address, log, breaks, folder
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_added_package_translates_and_is_verified(packages: Path) -> None:
    done = install.add(ARGOS_ARCHIVE)
    assert done.new
    assert not install.add(ARGOS_ARCHIVE).new
    assert record.verify(packages / NAME).state is record.State.SOUND
    assert ArgosTranslator("pt", "en").translate(["Obrigado."])[0].text == "Thank you."
    assert {path.name for path in packages.parent.iterdir()} == {"packages"}


def test_a_changed_file_is_found_before_it_translates(packages: Path) -> None:
    install.add(ARGOS_ARCHIVE)
    with (packages / NAME / "model" / "model.bin").open("r+b") as stream:
        stream.seek(5_000)
        stream.write(b"\0\1\2")
    verdict = record.verify(packages / NAME)
    assert (verdict.state, verdict.files) == (record.State.CHANGED, ("model/model.bin",))
    with pytest.raises(ModelError, match="is not what was installed"):
        ArgosTranslator("pt", "en").translate(["Obrigado."])
    result = CliRunner().invoke(app, ["models", "verify"])
    assert result.exit_code == 1
    assert "changed  translate-pt_en-1_0: model/model.bin" in result.stdout


def test_a_wrong_digest_installs_nothing(packages: Path) -> None:
    with pytest.raises(InputError, match="its SHA-256 is"):
        install.add(ARGOS_ARCHIVE, sha256="0" * 64)
    assert list(packages.iterdir()) == []


def test_another_package_of_this_name_is_never_overwritten(packages: Path) -> None:
    (packages / NAME).mkdir()
    (packages / NAME / "metadata.json").write_text("{}")
    with pytest.raises(InputError, match="another package is installed"):
        install.add(ARGOS_ARCHIVE)
    assert (packages / NAME / "metadata.json").read_text() == "{}"


def test_a_truncated_archive_leaves_nothing(packages: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.argosmodel"
    half.write_bytes(ARGOS_ARCHIVE.read_bytes()[:500_000])
    with pytest.raises(InputError, match="damaged or no zip archive"):
        install.add(half)
    assert list(packages.iterdir()) == []


def test_a_pull_goes_on_where_it_broke_off(
    packages: Path, mirror: tuple[str, list[str], list[int], Path]
) -> None:
    address, log, breaks, _ = mirror
    breaks += [300_000]
    (offer,) = load(address)
    with pytest.raises(ModelError, match="IncompleteRead"):
        install.pull(offer, progress=lambda *_: None)
    assert list(packages.iterdir()) == []
    shown: list[tuple[str, int, int]] = []
    done = install.pull(offer, progress=lambda *seen: shown.append(seen))
    assert log[-1] == f"/{ARGOS_ARCHIVE.name} bytes=300000-"
    assert done.new
    size = ARGOS_ARCHIVE.stat().st_size
    assert shown[-1] == (NAME, size, size)
    assert record.verify(packages / NAME).state is record.State.SOUND
    assert {path.name for path in packages.parent.iterdir()} == {"packages", "mirror"}


def test_what_came_and_is_no_package_is_not_gone_on_from(
    packages: Path, mirror: tuple[str, list[str], list[int], Path]
) -> None:
    address, log, _, folder = mirror
    good = (folder / ARGOS_ARCHIVE.name).read_bytes()
    (folder / ARGOS_ARCHIVE.name).write_bytes(b"<html>" + good[6:900])
    (offer,) = load(address)
    with pytest.raises(InputError, match="damaged or no zip archive"):
        install.pull(offer, progress=lambda *_: None)
    (folder / ARGOS_ARCHIVE.name).write_bytes(good)
    assert install.pull(offer, progress=lambda *_: None).new
    assert "bytes=" not in log[-1]
    assert len(list(packages.iterdir())) == 1


def test_the_command_line_pulls_lists_and_removes(
    packages: Path, mirror: tuple[str, list[str], list[int], Path]
) -> None:
    address, *_ = mirror
    run = partial(CliRunner().invoke, app)
    pulled = run(["models", "pull", "pt-en", "--index", address])
    assert pulled.exit_code == 0
    assert pulled.stdout.startswith(f"installed {NAME} (SHA-256 ")
    assert "pt -> en" in run(["models"]).stdout
    assert run(["models", "path"]).stdout.strip() == str(packages)
    assert run(["models", "verify"]).stdout == f"sound  {NAME}\n"
    assert run(["models", "remove", "pt-en"]).exit_code == 0
    assert list(packages.iterdir()) == []
    gone = run(["models", "remove", "pt-en"])
    assert gone.exit_code == 2
    assert "no package 'pt-en' is installed" in gone.stderr


@pytest.mark.usefixtures("packages")
def test_without_a_network_a_pull_is_one_clear_error() -> None:
    result = CliRunner().invoke(app, ["models", "pull", "pt-en", "--index", "http://127.0.0.1:9/"])
    assert result.exit_code == 2
    assert "cannot get http://127.0.0.1:9/index.json" in result.stderr
    assert "transcheck models add FILE.argosmodel" in result.stderr


def test_an_index_on_disk_may_point_beside_itself(packages: Path, tmp_path: Path) -> None:
    shutil.copy(ARGOS_ARCHIVE, tmp_path / "here.argosmodel")
    entry = {"from_code": "pt", "to_code": "en", "links": ["here.argosmodel"]}
    (tmp_path / "index.json").write_text(json.dumps([entry]))
    (offer,) = route(load(str(tmp_path)), "pt", "en")
    install.pull(offer, progress=lambda *_: None)
    assert (packages / NAME).is_dir()


def test_two_packages_that_meet_in_english_serve_a_pair(tmp_path: Path) -> None:
    index = [
        {"from_code": one, "to_code": other, "package_version": version, "links": ["x"]}
        for one, other, version in [
            ("es", "en", "1.9"), ("es", "en", "1.10"), ("en", "pt", "1.0"), ("es", "fr", "1.0"),
        ]
    ]  # fmt: skip
    (tmp_path / "index.json").write_text(json.dumps(index))
    offers = load(str(tmp_path / "index.json"))
    assert [each.name for each in route(offers, "es", "pt")] == [
        "translate-es_en-1_10", "translate-en_pt-1_0",
    ]  # fmt: skip
    assert len(route(offers, "es", "fr")) == 1
    with pytest.raises(ModelError) as caught:
        route(offers, "es", "de")
    assert caught.value.hint == "from es it has en fr"


def test_an_index_of_a_stranger_cannot_name_local_files(
    mirror: tuple[str, list[str], list[int], Path],
) -> None:
    address, _, _, folder = mirror
    entry = {"from_code": "pt", "to_code": "en", "links": ["/etc/passwd", "file:///etc/passwd"]}
    (folder / "index.json").write_text(json.dumps([entry]))
    (offer,) = load(address)
    assert offer.links == ()


@pytest.mark.parametrize(
    ("written", "pair"),
    [("es-en", ("es", "en")), ("zh-TW-en", ("zh-TW", "en")), ("en_zh-tw", ("en", "zh-TW"))],
)
def test_pairs_are_read_as_users_write_them(written: str, pair: tuple[str, str]) -> None:
    assert parse(written) == pair
