"""What all tests share: no network, no configuration or cache of the person who runs them."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "000_363af21ffb7771ea.txt"


@pytest.fixture(autouse=True)
def apart(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a test's store to itself, and make output independent of the terminal."""
    monkeypatch.setenv("TRANSCHECK_CACHE", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def seed() -> Path:
    """The user's article."""
    return SEED
