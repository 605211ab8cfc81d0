import io
import json
import stat
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ARGOS_ARCHIVE
from transcheck.errors import InputError
from transcheck.packages.archive import contents, unpack

METADATA = json.dumps({"from_code": "pt", "to_code": "en", "package_version": "1.0"})


def make(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


def test_a_real_package_is_looked_through_and_unpacked(tmp_path: Path) -> None:
    found = contents(ARGOS_ARCHIVE)
    assert (found.source, found.target, found.version) == ("pt", "en", "1.0")
    folder = unpack(ARGOS_ARCHIVE, tmp_path)
    assert folder == tmp_path / "translate-pt_en-1_0"
    names = {file.relative_to(tmp_path).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert names == set(found.files)


@pytest.mark.parametrize(
    "name",
    ["../evil", "p/../../evil", "/etc/evil", "p\\..\\evil", "C:evil", "p/a:stream"],
)
def test_a_name_that_leaves_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    archive = make(tmp_path / "a.argosmodel", {"p/metadata.json": METADATA, name: "x"})
    into = tmp_path / "into"
    for refuse in (lambda: contents(archive), lambda: unpack(archive, into)):
        with pytest.raises(InputError, match="would be written outside its folder"):
            refuse()
    assert not into.exists()


def test_a_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("p/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive = make(tmp_path / "a.argosmodel", {"p/metadata.json": METADATA})
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr(link, "/etc/passwd")
    with pytest.raises(InputError, match="is a link or a device"):
        contents(archive)


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    zeros = bytes(80 * 1024**2)
    archive = make(tmp_path / "a.argosmodel", {"p/metadata.json": METADATA, "p/model.bin": zeros})
    assert archive.stat().st_size < 100_000
    with pytest.raises(InputError, match="would unpack to 83,886"):
        contents(archive)


def test_a_bomb_that_lies_about_its_size_stops_there(tmp_path: Path) -> None:
    archive = make(tmp_path / "a.argosmodel", {"p/metadata.json": METADATA, "p/x": bytes(10_000)})
    raw = archive.read_bytes()
    archive.write_bytes(raw.replace((10_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    with pytest.raises(InputError, match="is refused"):
        unpack(archive, tmp_path / "into")
    assert sum(file.stat().st_size for file in (tmp_path / "into").rglob("x")) <= 10


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"metadata.json": METADATA}, "a package is one folder"),
        ({"p/metadata.json": METADATA, "q/x": "x"}, "a package is one folder"),
        ({".p/metadata.json": METADATA}, "would be hidden"),
        ({"p/x": "x"}, "no metadata.json"),
        ({"p/metadata.json": "{"}, "is not JSON"),
        ({"p/metadata.json": "[" * 100_000}, "is not JSON"),
        ({"p/metadata.json": "{}"}, "names no pair"),
        ({"p/metadata.json": METADATA, "p/A": "1", "p/a": "2"}, "the same name"),
    ],
)
def test_what_no_package_holds_is_refused(
    tmp_path: Path, files: dict[str, str | bytes], reason: str
) -> None:
    with pytest.raises(InputError, match=reason):
        contents(make(tmp_path / "a.argosmodel", files))


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_a_damaged_archive_is_one_clear_error_or_whole(tmp_path: Path, data: st.DataObject) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("p/metadata.json", METADATA)
        archive.writestr("p/model.bin", bytes(range(256)) * 4)
    raw = bytearray(buffer.getvalue())
    cut = data.draw(st.integers(0, len(raw)))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(0, 255))
    file = tmp_path / "a.argosmodel"
    file.write_bytes(raw[:cut] if data.draw(st.booleans()) else raw)
    into = Path(tempfile.mkdtemp(dir=tmp_path))
    try:
        contents(file)
        unpack(file, into)
    except InputError as error:
        assert "\n" not in error.message  # noqa: PT017 - either outcome is right
