"""The official Argos package zh -> en, where it can be had: install, verify, translate, check."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.fetch_argos_zh_en import cached, fetch
from transcheck.cli.app import app
from transcheck.engines.argos import ArgosTranslator
from transcheck.engines.masking import MaskingTranslator
from transcheck.packages import install, record

pytestmark = [
    pytest.mark.disable_socket,
    pytest.mark.skipif(not find_spec("argostranslate"), reason="the extra argos is not installed"),
]

TEXT = "市长周二宣布了新的预算。\n\n学校将于九月重新开放。\n"


@pytest.fixture(scope="module")
def archive() -> Path:
    """Return the official package, fetched once; a test is skipped where it cannot be had."""
    try:
        return fetch()
    except OSError as error:
        pytest.skip(f"no official Argos package: {error}")


@pytest.fixture
def package(archive: Path, packages: Path) -> Path:
    """Return the official package, installed."""
    folder = install.add(archive).folder
    assert folder.parent == packages
    return folder


def test_the_official_package_is_what_was_installed(package: Path) -> None:
    assert record.verify(package).state is record.State.SOUND


@pytest.mark.usefixtures("package")
def test_addresses_and_handles_come_back_whole() -> None:
    text = "请访问 https://example.org/news_2024/a 了解详情,他在推特 @agro_lince 上写道。"
    (made,) = MaskingTranslator(ArgosTranslator("zh", "en")).translate([text])
    assert "https://example.org/news_2024/a" in made.text
    assert "@agro_lince" in made.text


@pytest.mark.usefixtures("package")
def test_chinese_news_is_translated_and_checked_offline(tmp_path: Path) -> None:
    article = tmp_path / "news.txt"
    article.write_text(TEXT, encoding="utf-8")
    pair = ["--from", "zh", "--to", "en", "--engine", "argos"]
    done = CliRunner().invoke(app, ["check", str(article), *pair, "--format", "json"])
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    assert report["signature"]["engine"].startswith("argos 1.9 zh-en")
    assert report["findings"] == []
    mayor, school = (row["target"]["text"] for row in report["rows"])
    assert "mayor" in mayor
    assert "Tuesday" in mayor
    assert "September" in school


def test_a_file_that_is_not_the_package_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANSCHECK_TEST_DATA", str(tmp_path))
    cached().write_bytes(b"something else")
    with pytest.raises(OSError, match="SHA-256"):
        fetch()
