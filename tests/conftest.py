"""What all tests share: no network, no configuration or cache of the person who runs them."""

from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARGOS = ROOT / "fixtures" / "argos"
ARGOS_ARCHIVE = ARGOS / "translate-pt_en-1_0.argosmodel"
SEED = ROOT / "seeds" / "000_363af21ffb7771ea.txt"


@pytest.fixture(autouse=True)
def apart(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a test's store and Argos packages to itself, and its output off the terminal's width."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("TRANSCHECK_CACHE", str(home / "cache"))
    monkeypatch.setenv("TRANSCHECK_DATA", str(home / "data"))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ARGOS_PACKAGES_DIR"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def seed() -> Path:
    """The user's article."""
    return SEED


@pytest.fixture(scope="session")
def sbert_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small real model of sentence-transformers."""
    from tests.make_sbert_model import make

    return make(tmp_path_factory.mktemp("sbert"))


def argos_environment(folder: Path) -> dict[str, str]:
    """Point Argos, which makes folders as it is imported, away from the user's home."""
    homes = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("DATA", "CONFIG", "CACHE")}
    return homes | {"ARGOS_PACKAGES_DIR": str(folder / "packages")}


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which Argos looks for its packages."""
    # Argos reads the environment as it is imported, once for all tests of this process: so first
    # let it take the empty folder of conftest.py, which it keeps when this test is over.
    argos = import_module("argostranslate.settings")
    for name, value in argos_environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setattr(argos, "package_dirs", [folder])
    monkeypatch.setattr(argos, "package_data_dir", folder)
    return folder
