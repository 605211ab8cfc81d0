"""What all tests share: no network, no configuration or cache of the person who runs them."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "000_363af21ffb7771ea.txt"


@pytest.fixture(autouse=True)
def apart(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a test's store and Argos packages to itself, and its output off the terminal's width."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("TRANSCHECK_CACHE", str(home / "cache"))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ARGOS_PACKAGES_DIR"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def seed() -> Path:
    """The user's article."""
    return SEED
